//! Keeps the index up to date, off the path of commits.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::time::{Duration, Instant};

use super::cursor::Forward;
use super::error::Error;
use super::index::{FILE_NAME, Index};
use super::segments::Segments;
use super::shared::Durable;
use super::shared::{Shared, lock};
use super::tail::{Indexed, Mem, Tail};
use crate::host::Disk;
use std::path::Path;

/// Events that make a commit of the index worth its sync.
const BATCH_EVENTS: usize = 32_768;
/// After so long without a commit, whatever waits is indexed.
const IDLE: Duration = Duration::from_secs(1);
/// How often it is looked whether enough waits.
const LOOK: Duration = Duration::from_millis(50);
/// Events committed at once when an index is built anew.
const REBUILD_EVENTS: usize = 131_072;
/// Events that stay in memory at opening instead of being indexed first.
const CATCH_UP_EVENTS: u64 = 131_072;

/// Opens the index, if it belongs to this log and does not contradict it; otherwise throws it
/// away and builds it from the segments. Whatever fails here costs the index, never the log.
pub(super) fn open(
    disk: &Arc<dyn Disk>,
    dir: &Path,
    segments: Segments,
    durable: Durable,
) -> Result<Shared, Error> {
    let usable = Index::open(dir).ok().and_then(|index| {
        let next = usable_up_to(&index, &segments, &durable)?;
        Some((index, next))
    });
    let (index, next) = match usable {
        Some((index, next)) => (Some(index), next),
        None => {
            let path = dir.join(FILE_NAME);
            if disk.exists(&path)? {
                disk.remove(&path)?;
            }
            (Index::open(dir).ok(), 0)
        }
    };
    let tail = Tail {
        frozen: None,
        active: Mem::starting_at(next),
    };
    let shared = Arc::new(Shared::new(
        Arc::clone(disk),
        segments,
        index,
        tail,
        durable,
    ));
    catch_up(&shared, next)?;
    Arc::into_inner(shared).ok_or(Error::Malformed {
        what: "the index is still in use",
    })
}

/// Up to where the index can be used; `None` when it must be rebuilt.
pub(super) fn usable_up_to(index: &Index, segments: &Segments, durable: &Durable) -> Option<u64> {
    let view = index.begin().ok()?;
    let Some(bookmark) = view.bookmark().ok()? else {
        return Some(0);
    };
    if bookmark.log != segments.log || bookmark.next > durable.next {
        return None;
    }
    if bookmark.next == 0 {
        return Some(0);
    }
    // The last indexed event must be the one that stands in the log: an index of the same log
    // that was written after an older copy had been put back is not used.
    let last = bookmark.next - 1;
    let address = view.address(last).ok()??;
    let segment = segments.get(address.ordinal())?;
    let mut bytes = vec![0; super::record::AT_ENTRY + super::entry::ENTRY_LEN_LARGEST];
    let read = segment.file.read_at(&mut bytes, address.offset()).ok()?;
    let entry_len = usize::from(u16::from_be_bytes(*bytes.get(8..)?.first_chunk()?));
    let entry = bytes
        .get(..read)?
        .get(super::record::AT_ENTRY..)?
        .get(..entry_len)?;
    (crate::base::digest::leaf_hash(entry) == bookmark.last_leaf).then_some(bookmark.next)
}

/// Reads what the index does not have; all of it but the last part is indexed at once.
fn catch_up(shared: &Arc<Shared>, from: u64) -> Result<(), Error> {
    let durable = shared.durable();
    let mut forward = Forward::new(shared, durable, from);
    let mut mem = Mem::starting_at(from);
    let rebuild = durable.next - from > CATCH_UP_EVENTS;
    while forward.advance()? {
        if let Some((record, address)) = forward.current() {
            mem.push(&Indexed::of(&record, address));
        }
        if rebuild && mem.len() >= REBUILD_EVENTS {
            let index = shared.index();
            if index.is_some_and(|index| index.add(shared.log, &mem).is_ok()) {
                mem = Mem::starting_at(mem.next());
                shared.tail_mut().active.first = mem.first;
            }
        }
    }
    shared.tail_mut().active = mem;
    Ok(())
}

/// The thread's work: until told to stop, moves what is in memory into the index.
pub(super) fn run(shared: &Shared, stop: &AtomicBool, state: &(Mutex<bool>, Condvar)) {
    let (working, changed) = state;
    let mut last = Instant::now();
    loop {
        let stopping = stop.load(Ordering::SeqCst);
        let waiting = shared.tail().active.len();
        let due = waiting >= BATCH_EVENTS || (waiting > 0 && (stopping || last.elapsed() >= IDLE));
        if due {
            if step(shared).is_err() {
                // The log goes on without: everything stays in memory and answers stay complete.
                *lock(working) = false;
                changed.notify_all();
                shared.suspect_index();
                return;
            }
            last = Instant::now();
            changed.notify_all();
        } else if stopping {
            return;
        } else {
            let guard = lock(working);
            drop(
                changed
                    .wait_timeout(guard, LOOK)
                    .unwrap_or_else(PoisonError::into_inner),
            );
        }
    }
}

fn step(shared: &Shared) -> Result<(), Error> {
    let Some(index) = shared.index() else {
        return Err(Error::Malformed {
            what: "there is no index",
        });
    };
    let Some(mem) = shared.tail_mut().freeze() else {
        return Ok(());
    };
    index.add(shared.log, &mem)?;
    shared.tail_mut().frozen = None;
    Ok(())
}
