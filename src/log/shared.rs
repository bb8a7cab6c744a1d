//! What the writer and all readers of one opened log share.

use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{
    Arc, Condvar, Mutex, MutexGuard, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard,
};
use std::time::{Duration, Instant};

use super::engine::Head;
use super::error::Error;
use super::index::{Index, View};
use super::segment::LogId;
use super::segments::{Segment, Segments};
use super::tail::{Indexed, Tail};
use crate::base::{Digest, Position, Timestamp};
use crate::host::Disk;

/// Called after events became durable, with the position after the last one.
pub(super) type Hook = Box<dyn Fn(Position) + Send + Sync>;

/// How far the log is on stable storage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Durable {
    pub(super) next: u64,
    /// The segment in which the durable bytes end, and where.
    pub(super) ordinal: u32,
    pub(super) offset: u64,
    pub(super) last_recorded_at: Option<Timestamp>,
    pub(super) last_leaf: Digest,
}

pub(super) struct Shared {
    pub(super) log: LogId,
    pub(super) dir: PathBuf,
    pub(super) disk: Arc<dyn Disk>,
    pub(super) segments: Segments,
    tail: RwLock<Tail>,
    index: RwLock<Option<Arc<Index>>>,
    durable: Mutex<Durable>,
    moved: Condvar,
    suspect: AtomicBool,
    closed: AtomicBool,
    hooks: RwLock<Vec<Hook>>,
}

impl std::fmt::Debug for Shared {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Shared")
            .field("dir", &self.dir)
            .field("durable", &self.durable())
            .finish_non_exhaustive()
    }
}

/// Locks without caring whether another holder panicked: what is behind these locks is whole
/// between any two statements that could panic.
pub(super) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Shared {
    pub(super) fn new(
        disk: Arc<dyn Disk>,
        segments: Segments,
        index: Option<Index>,
        tail: Tail,
        durable: Durable,
    ) -> Self {
        Self {
            log: segments.log,
            dir: segments.dir.clone(),
            disk,
            segments,
            tail: RwLock::new(tail),
            index: RwLock::new(index.map(Arc::new)),
            durable: Mutex::new(durable),
            moved: Condvar::new(),
            suspect: AtomicBool::new(false),
            closed: AtomicBool::new(false),
            hooks: RwLock::default(),
        }
    }

    pub(super) fn tail(&self) -> RwLockReadGuard<'_, Tail> {
        self.tail.read().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn tail_mut(&self) -> RwLockWriteGuard<'_, Tail> {
        self.tail.write().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn index(&self) -> Option<Arc<Index>> {
        self.index
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    /// Lets go of the index for good: readers that are left refuse what they cannot answer.
    pub(super) fn close(&self) {
        self.closed.store(true, Ordering::SeqCst);
        drop(
            self.index
                .write()
                .unwrap_or_else(PoisonError::into_inner)
                .take(),
        );
    }

    /// The tail and an index that together know every durable event: the index is looked at only
    /// after the tail is held, so what left the tail is in it.
    pub(super) fn view(&self) -> Result<(RwLockReadGuard<'_, Tail>, Option<View>), Error> {
        let tail = self.tail();
        if self.closed.load(Ordering::SeqCst) {
            return Err(Error::Index {
                file: self.dir.join(super::index::FILE_NAME),
                what: "the log it belongs to was closed".to_owned(),
            });
        }
        let view = self.index().map(|index| index.begin()).transpose()?;
        Ok((tail, view))
    }

    pub(super) fn durable(&self) -> Durable {
        *lock(&self.durable)
    }

    pub(super) fn head(&self) -> Head {
        let durable = self.durable();
        Head {
            next: Position(durable.next),
            last_recorded_at: durable.last_recorded_at,
        }
    }

    /// Makes durable events visible: L1 is kept by calling this only after the sync.
    pub(super) fn publish(&self, events: &[Indexed], durable: Durable) {
        {
            let mut tail = self.tail_mut();
            for event in events {
                tail.active.push(event);
            }
        }
        *lock(&self.durable) = durable;
        self.moved.notify_all();
    }

    pub(super) fn call_hooks(&self, next: u64) {
        for hook in self
            .hooks
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .iter()
        {
            hook(Position(next));
        }
    }

    pub(super) fn add_hook(&self, hook: Hook) {
        self.hooks
            .write()
            .unwrap_or_else(PoisonError::into_inner)
            .push(hook);
    }

    /// Waits until an event stands at `position`, or the time is over.
    pub(super) fn wait_past(&self, position: Position, timeout: Duration) -> Head {
        let until = Instant::now() + timeout;
        let mut durable = lock(&self.durable);
        while durable.next <= position.0 {
            let Some(left) = until
                .checked_duration_since(Instant::now())
                .filter(|d| !d.is_zero())
            else {
                break;
            };
            durable = self
                .moved
                .wait_timeout(durable, left)
                .unwrap_or_else(PoisonError::into_inner)
                .0;
        }
        Head {
            next: Position(durable.next),
            last_recorded_at: durable.last_recorded_at,
        }
    }

    /// Where the durable bytes of a segment end.
    pub(super) fn end_of(&self, segment: &Segment, durable: &Durable) -> u64 {
        if segment.ordinal < durable.ordinal {
            segment.footer.get().map_or(0, |footer| footer.data_len)
        } else {
            durable.offset
        }
    }

    /// Remembers that the index said something wrong: it is rebuilt at the next opening.
    pub(super) fn suspect_index(&self) {
        self.suspect.store(true, Ordering::Relaxed);
    }

    pub(super) fn index_is_suspect(&self) -> bool {
        self.suspect.load(Ordering::Relaxed)
    }
}
