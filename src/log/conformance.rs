//! Tries every promise of [`Engine`] on any implementation of it.
//!
//! Durability and damage cannot be tried from outside an engine: each has tests of its own.

use std::sync::Arc;
use std::time::Duration;

use super::append::{Append, NewEvent, NewPart, Outcome};
use super::engine::{Engine, Filter, Query, Select};
use super::entry::PartKind;
use super::error::Error;
use super::subscription::Subscription;
use crate::base::digest::sha256;
use crate::base::{
    ActorId, Category, Digest, EventId, Expected, KeyId, Position, StreamId, Timestamp, Version,
};

/// A promise that an engine did not keep.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{promise}: {what}")]
pub struct Broken {
    /// The promise.
    pub promise: &'static str,
    /// What was seen instead.
    pub what: String,
}

type Tried = Result<(), String>;
type Trial = fn(&Arc<dyn Engine>) -> Tried;

const TRIALS: [(&str, Trial); 9] = [
    ("an empty log has nothing", empty),
    (
        "positions and versions have no gaps, and entries are chained",
        order,
    ),
    ("a stream must be as expected", expectation),
    ("an append is recorded whole or not at all", whole),
    ("an event id is recorded once, for ever", once),
    ("recorded_at never goes back", time),
    ("limits hold", limits),
    ("every way of reading agrees with every other", reading),
    ("subscriptions miss nothing and repeat nothing", following),
];

/// Tries every promise, each on a new, empty engine; gives those that were broken.
#[must_use]
pub fn run(make: &dyn Fn() -> Arc<dyn Engine>) -> Vec<Broken> {
    let tried = TRIALS
        .iter()
        .map(|(promise, trial)| (promise, trial(&make())));
    tried
        .filter_map(|(promise, result)| result.err().map(|what| Broken { promise, what }))
        .collect()
}

/// A stream of category 1 or 2 for trials.
#[must_use]
pub fn stream(number: u8) -> StreamId {
    StreamId {
        category: Category(u16::from(number % 2) + 1),
        id: [number; 16],
    }
}

/// An event with one part of `len` bytes; `number` decides its id, and with it its type.
#[must_use]
pub fn event(number: u64, stream: StreamId, len: usize) -> NewEvent {
    let mut event_id = [0; 16];
    event_id[..8].copy_from_slice(&number.wrapping_mul(0x9e37_79b9_7f4a_7c15).to_be_bytes());
    event_id[8..].copy_from_slice(&number.to_be_bytes());
    let fill = number.to_be_bytes()[7];
    NewEvent {
        stream,
        event_id: EventId(event_id),
        event_type: u16::from(fill % 5),
        schema_version: 1,
        actor: ActorId([3; 16]),
        recorded_at: None,
        parts: vec![NewPart {
            kind: PartKind::Facts,
            class: 7,
            key: KeyId([4; 16]),
            commitment: [5; 32],
            ciphertext: vec![fill; len],
        }],
    }
}

/// An append without expectations.
#[must_use]
pub fn plain(events: Vec<NewEvent>) -> Append {
    Append {
        expected: Vec::new(),
        events,
    }
}

fn ensure(fine: bool, what: impl FnOnce() -> String) -> Tried {
    if fine { Ok(()) } else { Err(what()) }
}

fn said<T>(result: Result<T, Error>) -> Result<T, String> {
    result.map_err(|error| error.to_string())
}

fn recorded(engine: &Arc<dyn Engine>, append: Append) -> Result<u64, String> {
    match said(engine.append(append))? {
        Outcome::Recorded(recorded) => Ok(recorded.first.0),
        Outcome::AlreadyThere { positions } => Err(format!(
            "new events were taken for old ones at {positions:?}"
        )),
    }
}

fn positions(engine: &Arc<dyn Engine>, query: &Query) -> Result<Vec<u64>, String> {
    let mut records = said(engine.read(query))?;
    let mut found = Vec::new();
    while let Some(record) = said(records.next())? {
        found.push(record.entry.position.0);
    }
    Ok(found)
}

fn empty(engine: &Arc<dyn Engine>) -> Tried {
    let head = said(engine.head())?;
    ensure(
        head.next == Position(0) && head.last_recorded_at.is_none(),
        || format!("{head:?}"),
    )?;
    ensure(said(engine.record(Position(0)))?.is_none(), || {
        "it has a record".to_owned()
    })?;
    ensure(said(engine.stream_head(stream(1)))?.is_none(), || {
        "it has a stream".to_owned()
    })?;
    let checkpoint = said(engine.checkpoint())?;
    ensure(checkpoint.last_leaf == Digest::ZERO, || {
        format!("{checkpoint:?}")
    })?;
    for select in [
        Select::All,
        Select::Stream(stream(1)),
        Select::Category(Category(1)),
        Select::Type(0),
    ] {
        for query in [
            Query::new(select),
            Query::new(select).backward(),
            Query::new(select).from(5).backward(),
        ] {
            let found = positions(engine, &query)?;
            ensure(found.is_empty(), || format!("{query:?} found {found:?}"))?;
        }
    }
    Ok(())
}

fn order(engine: &Arc<dyn Engine>) -> Tried {
    for number in 0..40_u64 {
        let which = u8::try_from(number % 3).unwrap_or(0);
        let first = recorded(
            engine,
            plain(vec![
                event(2 * number, stream(which), 10),
                event(2 * number + 1, stream(9), 0),
            ]),
        )?;
        ensure(first == 2 * number, || {
            format!("append {number} got position {first}")
        })?;
    }
    let mut heads = std::collections::HashMap::new();
    let mut records = said(engine.read(&Query::all_from(Position(0))))?;
    let mut next = 0;
    let mut last_leaf = Digest::ZERO;
    while let Some(record) = said(records.next())? {
        let entry = record.entry;
        let (version, previous) = heads
            .get(&entry.stream)
            .copied()
            .unwrap_or((0, Digest::ZERO));
        ensure(
            entry.position.0 == next && entry.version.0 == version && entry.previous == previous,
            || format!("{entry:?} does not follow"),
        )?;
        for part in record.parts() {
            ensure(part.digest == sha256(&[part.ciphertext]), || {
                format!("a part at {next} is not its digest")
            })?;
        }
        last_leaf = record.leaf_hash();
        heads.insert(entry.stream, (version + 1, last_leaf));
        next += 1;
    }
    ensure(next == 80, || format!("{next} of 80 events were read"))?;
    for (stream, (count, leaf)) in heads {
        let head = said(engine.stream_head(stream))?;
        ensure(
            head.is_some_and(|h| h.version == Version(count - 1) && h.leaf == leaf),
            || format!("head of {stream} is {head:?}"),
        )?;
    }
    let checkpoint = said(engine.checkpoint())?;
    ensure(
        checkpoint.next == Position(80) && checkpoint.last_leaf == last_leaf,
        || format!("{checkpoint:?}"),
    )
}

fn expectation(engine: &Arc<dyn Engine>) -> Tried {
    let mut number = 0;
    let mut attempt = |expected: Expected| {
        number += 1;
        engine.append(Append {
            expected: vec![(stream(1), expected)],
            events: vec![event(number, stream(1), 1)],
        })
    };
    for (expected, actual) in [
        (Expected::StreamExists, None),
        (Expected::At(Version(0)), None),
    ] {
        let got = attempt(expected);
        ensure(
            matches!(&got, Err(Error::Conflict { actual: a, .. }) if *a == actual),
            || format!("{expected}: {got:?}"),
        )?;
    }
    said(attempt(Expected::NoStream))?;
    said(attempt(Expected::StreamExists))?;
    said(attempt(Expected::Any))?;
    said(attempt(Expected::At(Version(2))))?;
    for expected in [
        Expected::NoStream,
        Expected::At(Version(2)),
        Expected::At(Version(4)),
    ] {
        let got = attempt(expected);
        let named = matches!(
            &got,
            Err(Error::Conflict {
                actual: Some(Version(3)),
                ..
            })
        );
        ensure(named, || format!("{expected}: {got:?}"))?;
    }
    let head = said(engine.head())?;
    ensure(head.next == Position(4), || {
        format!("refused appends left {head:?}")
    })
}

fn whole(engine: &Arc<dyn Engine>) -> Tried {
    recorded(engine, plain(vec![event(1, stream(1), 5)]))?;
    let refused = engine.append(Append {
        expected: vec![
            (stream(2), Expected::NoStream),
            (stream(1), Expected::NoStream),
        ],
        events: vec![event(2, stream(2), 1), event(3, stream(1), 1)],
    });
    ensure(refused.is_err(), || {
        "an append was recorded in part".to_owned()
    })?;
    ensure(said(engine.stream_head(stream(2)))?.is_none(), || {
        "a stream of a refused append is there".to_owned()
    })?;
    ensure(
        said(engine.position_of(event(2, stream(2), 1).event_id))?.is_none(),
        || "an id of a refused append is there".to_owned(),
    )?;
    let many = (10..310)
        .map(|number| event(number, stream(u8::try_from(number % 7).unwrap_or(0)), 3))
        .collect();
    let first = recorded(engine, plain(many))?;
    ensure(
        first == 1 && said(engine.head())?.next == Position(301),
        || "a large append is not whole".to_owned(),
    )
}

fn once(engine: &Arc<dyn Engine>) -> Tried {
    let two = || plain(vec![event(1, stream(1), 5), event(2, stream(2), 5)]);
    recorded(engine, two())?;
    recorded(engine, plain(vec![event(3, stream(1), 5)]))?;
    // A retry names an expectation that no longer holds: it is answered all the same.
    let retry = Append {
        expected: vec![(stream(1), Expected::NoStream)],
        ..two()
    };
    let got = said(engine.append(retry))?;
    let same = Outcome::AlreadyThere {
        positions: vec![Position(0), Position(1)],
    };
    ensure(got == same, || format!("a retry was answered {got:?}"))?;
    let other_stream = plain(vec![NewEvent {
        stream: stream(5),
        ..event(1, stream(1), 5)
    }]);
    let other_type = plain(vec![NewEvent {
        event_type: 77,
        ..event(1, stream(1), 5)
    }]);
    let some_new = plain(vec![event(1, stream(1), 5), event(4, stream(1), 5)]);
    for append in [other_stream, other_type, some_new] {
        let got = engine.append(append);
        let named = matches!(
            &got,
            Err(Error::IdTaken {
                position: Position(0),
                ..
            })
        );
        ensure(named, || {
            format!("an id that is taken was answered {got:?}")
        })?;
    }
    let twice = engine.append(plain(vec![event(9, stream(1), 1), event(9, stream(1), 1)]));
    ensure(matches!(&twice, Err(Error::RepeatedId { .. })), || {
        format!("{twice:?}")
    })?;
    let at = said(engine.position_of(event(3, stream(1), 5).event_id))?;
    ensure(at == Some(Position(2)), || {
        format!("event 3 is said to stand at {at:?}")
    })
}

fn time(engine: &Arc<dyn Engine>) -> Tried {
    let at = |number, micros| NewEvent {
        recorded_at: Some(Timestamp(micros)),
        ..event(number, stream(1), 1)
    };
    recorded(
        engine,
        plain(vec![at(1, 1_000), at(2, 1_000), at(3, 5_000)]),
    )?;
    let back = engine.append(plain(vec![at(4, 6_000), at(5, 4_999)]));
    ensure(matches!(&back, Err(Error::TimeWentBack { .. })), || {
        format!("{back:?}")
    })?;
    recorded(engine, plain(vec![event(6, stream(1), 1)]))?;
    let mut records = said(engine.read(&Query::all_from(Position(0))))?;
    let (mut last, mut set) = (i64::MIN, Vec::new());
    while let Some(record) = said(records.next())? {
        ensure(record.entry.recorded_at.0 >= last, || {
            "it went back".to_owned()
        })?;
        last = record.entry.recorded_at.0;
        set.push(record.entry.time_was_set);
    }
    ensure(set == [true, true, true, false], || {
        format!("times set by a person: {set:?}")
    })
}

fn limits(engine: &Arc<dyn Engine>) -> Tried {
    let none = engine.append(Append::default());
    ensure(matches!(&none, Err(Error::Malformed { .. })), || {
        format!("{none:?}")
    })?;
    let mut many = event(1, stream(1), 1);
    many.parts = vec![many.parts.first().cloned().ok_or("an event has a part")?; 16];
    let many = engine.append(plain(vec![many]));
    ensure(matches!(&many, Err(Error::TooLarge { .. })), || {
        format!("{many:?}")
    })
}

fn reading(engine: &Arc<dyn Engine>) -> Tried {
    for number in 0..700_u64 {
        let which = u8::try_from(number * number % 11).unwrap_or(0);
        recorded(
            engine,
            plain(vec![event(number, stream(which), usize::from(which) * 30)]),
        )?;
    }
    let all = positions(engine, &Query::new(Select::All))?;
    ensure(all == (0..700).collect::<Vec<_>>(), || {
        format!("{} of 700 events", all.len())
    })?;
    let mut entries = Vec::new();
    for position in &all {
        let record = said(engine.record(Position(*position)))?.ok_or("a record is missing")?;
        entries.push(record.as_record().entry);
    }
    let mut selects = vec![
        Select::All,
        Select::Category(Category(1)),
        Select::Category(Category(2)),
    ];
    selects.extend((0..12).map(|which| Select::Stream(stream(which))));
    selects.extend((0..6).map(Select::Type));
    for select in selects {
        let mut wanted: Vec<_> = entries
            .iter()
            .filter(|entry| match select {
                Select::All => true,
                Select::Stream(stream) => entry.stream == stream,
                Select::Category(category) => entry.stream.category == category,
                Select::Type(number) => entry.event_type == number,
            })
            .map(|entry| {
                let by_version = matches!(select, Select::Stream(_));
                (
                    if by_version {
                        entry.version.0
                    } else {
                        entry.position.0
                    },
                    entry.position.0,
                )
            })
            .collect();
        for start in [
            None,
            Some(0),
            Some(1),
            Some(63),
            Some(64),
            Some(255),
            Some(300),
            Some(699),
            Some(9_999),
        ] {
            for limit in [u64::MAX, 1, 100] {
                let mut query = Query {
                    start,
                    ..Query::new(select).limit(limit)
                };
                let count = usize::try_from(limit).unwrap_or(usize::MAX);
                let forward: Vec<_> = wanted
                    .iter()
                    .filter(|w| start.is_none_or(|s| w.0 >= s))
                    .map(|w| w.1)
                    .take(count)
                    .collect();
                let got = positions(engine, &query)?;
                ensure(got == forward, || {
                    format!("{query:?} found {got:?}, not {forward:?}")
                })?;
                query = query.backward();
                let backward: Vec<_> = wanted
                    .iter()
                    .rev()
                    .filter(|w| start.is_none_or(|s| w.0 <= s))
                    .map(|w| w.1)
                    .take(count)
                    .collect();
                let got = positions(engine, &query)?;
                ensure(got == backward, || {
                    format!("{query:?} found {got:?}, not {backward:?}")
                })?;
            }
        }
        wanted.clear();
    }
    Ok(())
}

fn following(engine: &Arc<dyn Engine>) -> Tried {
    for number in 0..50 {
        recorded(engine, plain(vec![event(number, stream(1), 1)]))?;
    }
    let filter = Filter {
        types: vec![1, 3],
        ..Filter::default()
    };
    let writer = {
        let engine = Arc::clone(engine);
        std::thread::spawn(move || -> Tried {
            for number in 50..250 {
                recorded(&engine, plain(vec![event(number, stream(2), 1)]))?;
            }
            Ok(())
        })
    };
    let mut all = Subscription::new(Arc::clone(engine), Position(7), Filter::default());
    let mut some = Subscription::new(Arc::clone(engine), Position(0), filter.clone());
    for wanted in 7..250 {
        let got = said(all.next(Duration::from_secs(20)))?.map(|r| r.as_record().entry.position.0);
        ensure(got == Some(wanted), || {
            format!("{got:?} came instead of {wanted}")
        })?;
    }
    writer
        .join()
        .map_err(|_| "the writing thread panicked".to_owned())??;
    let mut wanted = Vec::new();
    let mut records = said(engine.read(&Query::new(Select::All)))?;
    while let Some(record) = said(records.next())? {
        wanted.extend(filter.passes(&record).then_some(record.entry.position.0));
    }
    let mut got = Vec::new();
    while let Some(record) = said(some.next(Duration::ZERO))? {
        got.push(record.as_record().entry.position.0);
    }
    ensure(got == wanted, || {
        format!("a filter let through {got:?}, not {wanted:?}")
    })?;
    ensure(some.bookmark() == Position(250), || {
        format!("the bookmark stands at {}", some.bookmark())
    })
}
