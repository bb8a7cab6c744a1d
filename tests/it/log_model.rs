//! The segments against the model, whatever is done to them; the index thrown away, exchanged and
//! damaged; many writers and followers at once.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use proptest::prelude::*;
use weegboek::base::{Category, Expected, Position, Timestamp, Version};
use weegboek::host::SetClock;
use weegboek::log::memory::Memory;
use weegboek::log::{
    Append, Engine, Filter, Log, Options, Query, Reader, Select, Subscription, check,
};

use crate::log_support::{
    all, count, event, fill, options, plain, segments, small_segments, stream,
};

#[derive(Debug, Clone)]
enum Step {
    Append {
        ids: Vec<u64>,
        streams: Vec<u8>,
        expected: Vec<(u8, u8)>,
        at: Option<i64>,
    },
    Tick(i64),
    Reopen,
    LoseIndex,
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let append = (
        proptest::collection::vec(0_u64..60, 1..5),
        proptest::collection::vec(0_u8..4, 5),
        proptest::collection::vec((0_u8..4, 0_u8..8), 0..2),
        proptest::option::weighted(0.2, 0_i64..300),
    )
        .prop_map(|(ids, streams, expected, at)| Step::Append {
            ids,
            streams,
            expected,
            at,
        });
    let step = prop_oneof![
        12 => append,
        3 => (-20_i64..40).prop_map(Step::Tick),
        1 => Just(Step::Reopen),
        1 => Just(Step::LoseIndex),
    ];
    proptest::collection::vec(step, 1..60)
}

fn expectation(code: u8) -> Expected {
    match code {
        0 => Expected::Any,
        1 => Expected::NoStream,
        2 => Expected::StreamExists,
        version => Expected::At(Version(u64::from(version - 3))),
    }
}

fn same(model: &dyn Engine, log: &dyn Engine) {
    let mut selects = vec![Select::All];
    selects.extend((0..4).map(|which| Select::Stream(stream(which))));
    selects.extend((1..3).map(|number| Select::Category(Category(number))));
    selects.extend((0..5).map(Select::Type));
    for select in selects {
        for query in [
            Query::new(select),
            Query::new(select).backward(),
            Query::new(select).from(3),
        ] {
            assert_eq!(
                all(model, &query).unwrap(),
                all(log, &query).unwrap(),
                "{query:?}"
            );
        }
    }
    assert_eq!(model.head().unwrap(), log.head().unwrap());
    for which in 0..4 {
        let stream = stream(which);
        assert_eq!(
            model.stream_head(stream).unwrap(),
            log.stream_head(stream).unwrap()
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]
    #[test]
    fn the_log_does_what_the_model_does(steps in steps()) {
        let dir = tempfile::tempdir().unwrap();
        let clock = Arc::new(SetClock::new(Timestamp(100)));
        let options = Options { segment_len: 2_500, clock: clock.clone(), ..options() };
        let model = Memory::new(clock.clone());
        let mut log = Log::create(dir.path(), &options).unwrap();
        for step in steps {
            match step {
                Step::Append { ids, streams, expected, at } => {
                    let events = ids.iter().zip(&streams).map(|(id, which)| {
                        let mut event = event(*id, stream(*which), usize::try_from(*id).unwrap());
                        event.recorded_at = at.map(Timestamp);
                        event
                    });
                    let append = Append {
                        events: events.collect(),
                        expected: expected.iter().map(|(s, e)| (stream(*s), expectation(*e))).collect(),
                    };
                    match (model.append(append.clone()), log.append(append)) {
                        (Ok(wanted), Ok(got)) => prop_assert_eq!(wanted, got),
                        (Err(wanted), Err(got)) => prop_assert_eq!(
                            std::mem::discriminant(&wanted), std::mem::discriminant(&got), "{} / {}", wanted, got),
                        (wanted, got) => prop_assert!(false, "{wanted:?} / {got:?}"),
                    }
                }
                Step::Tick(by) => clock.advance(by),
                Step::Reopen => {
                    drop(log);
                    log = Log::open(dir.path(), &options).unwrap();
                }
                Step::LoseIndex => {
                    drop(log);
                    std::fs::remove_file(dir.path().join("index.redb")).unwrap();
                    log = Log::open(dir.path(), &options).unwrap();
                }
            }
        }
        same(&model, &log);
        log.close().unwrap();
        prop_assert!(check(dir.path()).unwrap().is_sound());
        let reader = Reader::open(dir.path(), options.disk.clone()).unwrap();
        prop_assert_eq!(reader.head().unwrap(), model.head().unwrap());
    }
}

#[test]
fn an_index_that_is_gone_foreign_older_or_damaged_changes_no_answer() {
    let dir = tempfile::tempdir().unwrap();
    let other = tempfile::tempdir().unwrap();
    let index = dir.path().join("index.redb");
    let foreign = Options {
        entropy: Arc::new(weegboek::host::SetEntropy::new(9)),
        ..options()
    };
    let log = Log::create(other.path(), &foreign).unwrap();
    fill(&log, 0, 500);
    log.close().unwrap();
    let log = Log::create(dir.path(), &small_segments()).unwrap();
    fill(&log, 0, 20);
    log.close().unwrap();
    let older = std::fs::read(&index).unwrap();
    let log = Log::open(dir.path(), &small_segments()).unwrap();
    fill(&log, 20, 60);
    let answers = |log: &Log| {
        let by_stream = all(log, &Query::stream(stream(3))).unwrap();
        let by_type = all(log, &Query::new(Select::Type(1)).backward()).unwrap();
        let by_id = log.position_of(event(33, stream(3), 40).event_id).unwrap();
        (count(log), by_stream, by_type, by_id)
    };
    let wanted = answers(&log);
    log.close().unwrap();
    let good = std::fs::read(&index).unwrap();
    let mut states = vec![
        None,
        Some(Vec::new()),
        Some(older),
        Some(std::fs::read(other.path().join("index.redb")).unwrap()),
        Some(vec![7; 5_000]),
    ];
    for at in (0..good.len()).step_by(good.len() / 60) {
        let mut flipped = good.clone();
        flipped[at] ^= 0x10;
        states.push(Some(flipped));
    }
    states.push(Some(good[..good.len() / 2].to_vec()));
    for (number, state) in states.into_iter().enumerate() {
        let _absent = std::fs::remove_file(&index);
        if let Some(bytes) = state {
            std::fs::write(&index, bytes).unwrap();
        }
        let log = Log::open(dir.path(), &small_segments()).unwrap();
        assert_eq!(answers(&log), wanted, "state {number}");
        log.close().unwrap();
        let report = check(dir.path()).unwrap();
        assert!(
            report.is_sound() && report.indexed == Some(60),
            "state {number}: {report:?}"
        );
    }
}

/// An older copy of the log was put back and written to: the index of the newer one must go.
#[test]
fn an_index_of_another_course_of_the_same_log_is_rebuilt() {
    let dir = tempfile::tempdir().unwrap();
    let log = Log::create(dir.path(), &options()).unwrap();
    fill(&log, 0, 10);
    log.close().unwrap();
    let copied = tempfile::tempdir().unwrap();
    crate::log_support::copy(dir.path(), copied.path());
    let log = Log::open(dir.path(), &options()).unwrap();
    fill(&log, 10, 20);
    log.close().unwrap();
    let log = Log::open(copied.path(), &options()).unwrap();
    log.append(plain(
        (100..115)
            .map(|number| event(number, stream(0), 9))
            .collect(),
    ))
    .unwrap();
    log.close().unwrap();
    std::fs::copy(
        dir.path().join("index.redb"),
        copied.path().join("index.redb"),
    )
    .unwrap();
    let log = Log::open(copied.path(), &options()).unwrap();
    assert_eq!(
        log.position_of(event(15, stream(0), 9).event_id).unwrap(),
        None
    );
    assert_eq!(
        log.position_of(event(105, stream(0), 9).event_id).unwrap(),
        Some(Position(15))
    );
}

#[test]
fn eight_writers_and_two_followers_agree() {
    let dir = tempfile::tempdir().unwrap();
    let log = Arc::new(
        Log::create(
            dir.path(),
            &Options {
                segment_len: 60_000,
                ..options()
            },
        )
        .unwrap(),
    );
    let published = Arc::new(AtomicU64::new(0));
    let seen = Arc::clone(&published);
    log.on_publish(Box::new(move |next| {
        seen.fetch_max(next.0, Ordering::SeqCst);
    }));
    let engine: Arc<dyn Engine> = log.clone();
    let follow = |filter: Filter| {
        let mut subscription = Subscription::new(Arc::clone(&engine), Position(0), filter);
        std::thread::spawn(move || {
            let mut got = Vec::new();
            while subscription.bookmark() < Position(8 * 120) {
                let next = subscription.next(Duration::from_secs(30)).unwrap();
                got.extend(next.map(|record| record.as_record().entry.position.0));
            }
            got
        })
    };
    let everything = follow(Filter::default());
    let outside = {
        let reader = Reader::open(dir.path(), options().disk).unwrap();
        std::thread::spawn(move || {
            let mut next = 0;
            while next < 8 * 120 {
                let head = reader
                    .wait_past(Position(next), Duration::from_secs(30))
                    .unwrap();
                let mut records = reader.read(&Query::all_from(Position(next))).unwrap();
                while let Some(record) = records.next().unwrap() {
                    assert_eq!(record.entry.position.0, next);
                    next += 1;
                }
                assert_eq!(next, head.next.0);
            }
        })
    };
    let writers: Vec<_> = (0..8_u8)
        .map(|which| {
            let log = Arc::clone(&log);
            std::thread::spawn(move || {
                for number in 0..60_u64 {
                    let id = u64::from(which) * 1_000 + number * 2;
                    let two = vec![
                        event(id, stream(which), 30),
                        event(id + 1, stream(which), 30),
                    ];
                    let before = number.checked_mul(2).and_then(|n| n.checked_sub(1));
                    let expected = before.map_or(Expected::NoStream, |v| Expected::At(Version(v)));
                    let append = Append {
                        expected: vec![(stream(which), expected)],
                        events: two,
                    };
                    if number % 7 == 0 {
                        let (send, receive) = std::sync::mpsc::channel();
                        let prepared = append.clone().prepare().unwrap();
                        log.submit(prepared, move |answer| send.send(answer).unwrap())
                            .unwrap();
                        receive.recv().unwrap().unwrap();
                    } else {
                        log.append(append.clone()).unwrap();
                    }
                    if number % 9 == 0 {
                        let again = log.append(append).unwrap();
                        assert!(matches!(again, weegboek::log::Outcome::AlreadyThere { .. }));
                    }
                }
            })
        })
        .collect();
    for writer in writers {
        writer.join().unwrap();
    }
    assert_eq!(everything.join().unwrap(), (0..8 * 120).collect::<Vec<_>>());
    outside.join().unwrap();
    assert_eq!(published.load(Ordering::SeqCst), 8 * 120);
    assert_eq!(count(log.as_ref()), 8 * 120);
    drop(engine);
    Arc::into_inner(log).unwrap().close().unwrap();
    let report = check(dir.path()).unwrap();
    assert!(report.is_sound(), "{report:?}");
    assert!(segments(dir.path()).len() > 2);
    assert!(report.frames < report.events, "appends share frames");
}

#[test]
fn a_closed_log_refuses_what_it_cannot_answer() {
    let dir = tempfile::tempdir().unwrap();
    let log = Log::create(dir.path(), &options()).unwrap();
    fill(&log, 0, 3);
    let reader = log.reader();
    log.close().unwrap();
    assert!(reader.stream_head(stream(1)).is_err());
    assert!(reader.position_of(event(1, stream(1), 1).event_id).is_err());
    assert!(reader.record(Position(2)).unwrap().is_some());
}
