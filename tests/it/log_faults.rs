//! A disk that fails: nothing is acknowledged that is not durable, nothing follows a failure, and
//! opening anew makes everything right.

use std::sync::Arc;

use weegboek::base::Position;
use weegboek::host::faulty::{Fault, FaultyDisk, Plan};
use weegboek::host::{Operation, RealDisk};
use weegboek::log::{Engine, Error, Log, Options, Reader, check};

use crate::log_support::{count, event, fill, options_on, plain, stream};

fn options(disk: &FaultyDisk) -> Options {
    Options {
        segment_len: 3_000,
        ..options_on(Arc::new(disk.clone()))
    }
}

/// Fails the Nth call of a kind, for every N that 30 appends over several segments reach.
fn fail_each(operation: Operation, fault: Fault, lasting: bool) {
    let mut reached_all = false;
    for after in 0..120 {
        let dir = tempfile::tempdir().unwrap();
        let disk = FaultyDisk::new(Arc::new(RealDisk));
        let log = Log::create(dir.path(), &options(&disk)).unwrap();
        disk.fail(Plan {
            operation,
            after,
            fault,
            lasting,
        });
        let mut acknowledged = 0;
        let mut failed = None;
        for number in 0..30 {
            match log.append(plain(vec![event(number, stream(1), 40)])) {
                Ok(_) => acknowledged = number + 1,
                Err(Error::Poisoned { cause }) => {
                    failed.get_or_insert(cause);
                }
                Err(other) => panic!("{operation} {after}: {other}"),
            }
            assert!(
                failed.is_none() || acknowledged <= number,
                "an append followed a failure"
            );
        }
        let head = log.head().unwrap().next;
        assert_eq!(
            head,
            Position(acknowledged),
            "{operation} {after}: only acknowledged events are seen"
        );
        assert_eq!(count(&log), acknowledged);
        // When only the watermark failed, the append before it was durable and is answered so.
        assert!(failed.is_none() || log.poisoned() == failed);
        let failed = log.poisoned();
        drop(log);
        disk.heal();
        let log = Log::open(dir.path(), &options(&disk)).unwrap();
        let kept = count(&log);
        assert!(
            kept == acknowledged || kept == acknowledged + 1,
            "{kept} of {acknowledged}"
        );
        fill(&log, kept, kept + 5);
        log.close().unwrap();
        let report = check(dir.path()).unwrap();
        assert!(report.is_sound(), "{operation} {after}: {report:?}");
        if failed.is_none() {
            reached_all = true;
            break;
        }
    }
    assert!(reached_all, "more calls than were tried");
}

#[test]
fn a_failed_write_is_never_acknowledged() {
    fail_each(Operation::Write, Fault::Broken, false);
}

#[test]
fn a_short_write_is_never_acknowledged() {
    fail_each(Operation::Write, Fault::Short(100), true);
}

#[test]
fn a_full_disk_is_never_acknowledged() {
    fail_each(Operation::Write, Fault::Full, true);
}

#[test]
fn a_failed_sync_is_never_acknowledged() {
    fail_each(Operation::Sync, Fault::Broken, false);
}

#[test]
fn a_failed_truncate_or_rename_or_folder_sync_is_never_acknowledged() {
    for operation in [
        Operation::Truncate,
        Operation::Rename,
        Operation::SyncDir,
        Operation::Open,
    ] {
        fail_each(operation, Fault::Broken, false);
    }
}

/// After a failed sync the machine may show bytes that the disk never got. Opening writes the
/// last frame once more, so that the next sync is about it.
#[test]
fn opening_writes_the_last_frame_again() {
    let dir = tempfile::tempdir().unwrap();
    let disk = FaultyDisk::new(Arc::new(RealDisk));
    let log = Log::create(dir.path(), &options(&disk)).unwrap();
    fill(&log, 0, 3);
    disk.fail(Plan {
        operation: Operation::Sync,
        after: 0,
        fault: Fault::Broken,
        lasting: true,
    });
    assert!(log.append(plain(vec![event(3, stream(1), 40)])).is_err());
    drop(log);
    assert!(
        Log::open(dir.path(), &options(&disk)).is_err(),
        "the disk still fails"
    );
    disk.heal();
    let before = disk.count(Operation::Write);
    let log = Log::open(dir.path(), &options(&disk)).unwrap();
    assert!(disk.count(Operation::Write) > before + 1);
    assert_eq!(
        count(&log),
        4,
        "an event that was not acknowledged may be there, whole"
    );
}

#[test]
fn a_second_writer_is_refused_while_readers_go_on() {
    let dir = tempfile::tempdir().unwrap();
    let disk = FaultyDisk::new(Arc::new(RealDisk));
    let log = Log::create(dir.path(), &options(&disk)).unwrap();
    fill(&log, 0, 10);
    match Log::open(dir.path(), &options(&disk)) {
        Err(Error::Locked { holder, .. }) => assert_eq!(holder, Some(std::process::id())),
        other => panic!("{other:?}"),
    }
    let reader = Reader::open(dir.path(), Arc::new(RealDisk)).unwrap();
    assert_eq!(reader.head().unwrap().next, Position(10));
    fill(&log, 10, 40);
    assert_eq!(reader.refresh().unwrap().next, Position(40));
    let seen = reader.record(Position(39)).unwrap().unwrap();
    assert_eq!(seen, log.record(Position(39)).unwrap().unwrap());
    assert_eq!(reader.checkpoint().unwrap(), log.checkpoint().unwrap());
    assert_eq!(
        reader.stream_head(stream(2)).unwrap(),
        log.stream_head(stream(2)).unwrap()
    );
    log.close().unwrap();
    Log::open(dir.path(), &options(&disk)).unwrap();
}
