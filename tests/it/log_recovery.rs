//! What a crash leaves is cut and said; what was durable is never cut.

use std::os::unix::fs::FileExt as _;
use std::path::Path;

use weegboek::base::Position;
use weegboek::log::{Engine, Error, Log, Reader, check};

use crate::log_support::{
    copy, count, event, fill, options, plain, segments, small_segments, stream,
};

/// A closed log of so many events, with the place where its last frame begins and ends.
fn log_of(dir: &Path, events: u64) -> (u64, u64) {
    let log = Log::create(dir, &options()).unwrap();
    fill(&log, 0, events - 1);
    let before = end_of(dir);
    fill(&log, events - 1, events);
    let after = end_of(dir);
    log.close().unwrap();
    (before, after)
}

/// Where the last segment's data ends: behind the last byte that is not zero.
fn end_of(dir: &Path) -> u64 {
    let bytes = std::fs::read(segments(dir).last().unwrap()).unwrap();
    bytes.iter().rposition(|b| *b != 0).unwrap() as u64 + 1
}

fn change(path: &Path, change: impl FnOnce(&mut Vec<u8>)) {
    let mut bytes = std::fs::read(path).unwrap();
    change(&mut bytes);
    std::fs::write(path, bytes).unwrap();
}

/// Takes the watermark back to before the last frame, as after a power cut.
fn forget_watermark(dir: &Path) {
    std::fs::remove_file(dir.join("watermark")).unwrap();
}

#[test]
fn a_tail_torn_at_any_byte_is_cut_and_said() {
    let made = tempfile::tempdir().unwrap();
    let (start, end) = log_of(made.path(), 4);
    for at in start..end {
        let dir = tempfile::tempdir().unwrap();
        copy(made.path(), dir.path());
        forget_watermark(dir.path());
        change(&segments(dir.path())[0], |bytes| {
            bytes[usize::try_from(at).unwrap()..].fill(0);
        });
        let log = Log::open(dir.path(), &options()).unwrap();
        let recovery = log.recovery();
        assert_eq!(recovery.position, Position(3), "torn at {at}");
        assert_eq!(recovery.cut_at, start);
        assert!(recovery.cut_len <= at - start);
        assert_eq!(recovery.cut_len > 0, at > start);
        assert_eq!(count(&log), 3);
        fill(&log, 3, 6);
        assert_eq!(count(&log), 6);
        log.close().unwrap();
        assert!(check(dir.path()).unwrap().is_sound());
    }
}

#[test]
fn a_segment_cut_at_any_byte_below_the_watermark_is_damage() {
    let made = tempfile::tempdir().unwrap();
    let (_, end) = log_of(made.path(), 3);
    for at in 0..end {
        let dir = tempfile::tempdir().unwrap();
        copy(made.path(), dir.path());
        let path = &segments(dir.path())[0];
        change(path, |bytes| bytes.truncate(usize::try_from(at).unwrap()));
        let got = Log::open(dir.path(), &options());
        assert!(
            matches!(&got, Err(Error::Damage(_))),
            "cut at {at}: {got:?}"
        );
        assert_eq!(
            std::fs::metadata(path).unwrap().len(),
            at,
            "nothing was changed"
        );
        assert!(!check(dir.path()).unwrap().is_sound());
        assert!(Reader::open(dir.path(), options().disk).is_err());
    }
}

#[test]
fn a_hole_before_a_later_frame_is_damage_even_without_the_watermark() {
    let made = tempfile::tempdir().unwrap();
    log_of(made.path(), 6);
    forget_watermark(made.path());
    let path = &segments(made.path())[0];
    change(path, |bytes| bytes[400..600].fill(0));
    match Log::open(made.path(), &options()) {
        Err(Error::Damage(damage)) => {
            assert_eq!(&damage.file, path);
            assert!(
                damage.offset <= 600 && damage.position < Position(4),
                "{damage}"
            );
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn damage_in_a_sealed_segment_is_found_and_stops_reading_there() {
    let made = tempfile::tempdir().unwrap();
    let log = Log::create(made.path(), &small_segments()).unwrap();
    fill(&log, 0, 60);
    log.close().unwrap();
    let files = segments(made.path());
    assert!(files.len() > 3);
    change(&files[1], |bytes| bytes[900] ^= 1);
    let report = check(made.path()).unwrap();
    assert!(
        report.damages.iter().any(|damage| damage.file == files[1]),
        "{report:?}"
    );
    let log = Log::open(made.path(), &small_segments()).unwrap();
    let got = crate::log_support::all(&log, &weegboek::log::Query::all_from(Position(0)));
    assert!(matches!(got, Err(Error::Damage(d)) if d.file == files[1]));
}

#[test]
fn a_missing_or_exchanged_segment_is_damage() {
    let made = tempfile::tempdir().unwrap();
    let log = Log::create(made.path(), &small_segments()).unwrap();
    fill(&log, 0, 60);
    log.close().unwrap();
    let files = segments(made.path());
    for (at, file) in files.iter().enumerate() {
        let kept = std::fs::read(file).unwrap();
        std::fs::remove_file(file).unwrap();
        let got = Log::open(made.path(), &small_segments());
        assert!(
            matches!(got, Err(Error::Damage(_) | Error::NotALog { .. })),
            "{at}: {got:?}"
        );
        assert!(!check(made.path()).unwrap().is_sound(), "{at}");
        std::fs::write(file, &kept).unwrap();
    }
    std::fs::rename(&files[1], made.path().join("aside")).unwrap();
    std::fs::rename(&files[2], &files[1]).unwrap();
    std::fs::rename(made.path().join("aside"), &files[2]).unwrap();
    assert!(matches!(
        Log::open(made.path(), &small_segments()),
        Err(Error::Damage(_))
    ));
    assert!(!check(made.path()).unwrap().is_sound());
}

/// Every state that sealing a segment and beginning the next passes through.
#[test]
fn a_crash_while_sealing_loses_nothing() {
    let made = tempfile::tempdir().unwrap();
    let log = Log::create(made.path(), &small_segments()).unwrap();
    fill(&log, 0, 9);
    log.close().unwrap();
    let files = segments(made.path());
    assert_eq!(files.len(), 1);
    let log = Log::open(made.path(), &small_segments()).unwrap();
    fill(&log, 9, 20);
    let names = segments(made.path());
    drop(log);
    let second: u64 = names[1]
        .file_stem()
        .unwrap()
        .to_str()
        .unwrap()
        .parse()
        .unwrap();
    for footer_len in 0..=108 {
        let dir = tempfile::tempdir().unwrap();
        copy(made.path(), dir.path());
        forget_watermark(dir.path());
        for later in &segments(dir.path())[1..] {
            std::fs::remove_file(later).unwrap();
        }
        change(&segments(dir.path())[0], |bytes| {
            let data_len = bytes.len() - 108;
            bytes.truncate(data_len + footer_len);
            if footer_len < 108 {
                bytes.resize(data_len + 4_000, 0);
            }
        });
        let log = Log::open(dir.path(), &small_segments()).unwrap();
        assert_eq!(count(&log), second, "footer of {footer_len} bytes");
        fill(&log, second, second + 12);
        log.close().unwrap();
        assert!(check(dir.path()).unwrap().is_sound());
    }
}

#[test]
fn garbage_behind_the_tail_is_cut() {
    for len in [1, 39, 40, 41, 700, 4_096] {
        let made = tempfile::tempdir().unwrap();
        let (_, end) = log_of(made.path(), 3);
        change(&segments(made.path())[0], |bytes| {
            let end = usize::try_from(end).unwrap();
            for (at, byte) in bytes[end..end + len].iter_mut().enumerate() {
                *byte = u8::try_from(at % 251).unwrap() ^ 0x5a;
            }
        });
        let log = Log::open(made.path(), &options()).unwrap();
        assert!(log.recovery().cut_len > 0);
        assert_eq!(count(&log), 3);
        drop(log);
        assert!(check(made.path()).unwrap().is_sound());
    }
}

/// Every single bit of a small log, the file of the watermark included.
#[test]
fn every_bit_flip_is_found() {
    let made = tempfile::tempdir().unwrap();
    let log = Log::create(made.path(), &options()).unwrap();
    for number in 0..12 {
        log.append(plain(vec![event(number, stream(1), 9)]))
            .unwrap();
    }
    log.append(plain(
        (12..30).map(|number| event(number, stream(2), 9)).collect(),
    ))
    .unwrap();
    log.close().unwrap();
    std::fs::remove_file(made.path().join("index.redb")).unwrap();
    let sound = check(made.path()).unwrap();
    assert!(sound.is_sound() && sound.events == 30, "{sound:?}");
    let end = end_of(made.path());
    // Fewer zeros behind the data make the test quicker and nothing else.
    change(&segments(made.path())[0], |bytes| {
        bytes.truncate(usize::try_from(end).unwrap() + 100);
    });
    for name in [
        segments(made.path())[0].clone(),
        made.path().join("watermark"),
    ] {
        let whole = std::fs::read(&name).unwrap();
        let file = std::fs::OpenOptions::new().write(true).open(&name).unwrap();
        let is_segment = !name.ends_with("watermark");
        let data_len = if is_segment {
            usize::try_from(end).unwrap()
        } else {
            whole.len()
        };
        for bit in 0..whole.len() * 8 {
            let at = bit / 8;
            file.write_all_at(&[whole[at] ^ (1 << (bit % 8))], at as u64)
                .unwrap();
            let report = check(made.path());
            if at < data_len {
                let found = report.as_ref().is_ok_and(|report| !report.is_sound());
                assert!(found || report.is_err(), "bit {bit} of {}", name.display());
            } else {
                // Behind the data are zeros written ahead. A flip there is taken for an
                // unfinished write: it is reported, and cut by the next opening for writing.
                let report = report.unwrap();
                assert!(report.is_sound() && report.torn_len > 0 && report.events == 30);
            }
            file.write_all_at(&whole[at..=at], at as u64).unwrap();
        }
    }
}

/// The same through opening for writing: no flip below the watermark is ever cut away.
#[test]
fn no_bit_flip_makes_the_writer_cut_an_event() {
    let made = tempfile::tempdir().unwrap();
    let (_, end) = log_of(made.path(), 3);
    let name = segments(made.path())[0].clone();
    let whole = std::fs::read(&name).unwrap();
    for bit in 0..usize::try_from(end).unwrap() * 8 {
        let mut bytes = whole.clone();
        bytes[bit / 8] ^= 1 << (bit % 8);
        std::fs::write(&name, &bytes).unwrap();
        let got = Log::open(made.path(), &options());
        assert!(
            matches!(got, Err(Error::Damage(_) | Error::Unsupported { .. })),
            "bit {bit}: {got:?}"
        );
        assert!(
            std::fs::read(&name).unwrap() == bytes,
            "bit {bit}: the file was changed"
        );
    }
}

#[test]
fn an_old_watermark_slot_does_not_hide_events() {
    let made = tempfile::tempdir().unwrap();
    log_of(made.path(), 5);
    // The newer slot is lost; the older one names a place before the last frame.
    let path = made.path().join("watermark");
    let keep = std::fs::read(&path).unwrap();
    for slot in [0, 512] {
        change(&path, |bytes| bytes[slot + 30] ^= 1);
        let log = Log::open(made.path(), &options()).unwrap();
        assert_eq!(count(&log), 5);
        drop(log);
        std::fs::write(&path, &keep).unwrap();
    }
    assert_eq!(
        Reader::open(made.path(), options().disk)
            .unwrap()
            .head()
            .unwrap()
            .next,
        Position(5)
    );
}
