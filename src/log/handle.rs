//! A log that is open for writing.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex};
use std::thread::JoinHandle;
use std::time::Duration;

use super::active::{Active, finish_seal};
use super::append::{Append, Outcome, Prepared};
use super::core::Core;
use super::engine::{Checkpoint, Engine, Head, Query, Records, StreamHead};
use super::error::Error;
use super::index::FILE_NAME as INDEX_NAME;
use super::indexer;
use super::queue::{Callback, Queue};
use super::reader::Reader;
use super::record::OwnedRecord;
use super::recovery::{self, Ending, Scan};
use super::segment::LogId;
use super::segments::{DIR_NAME, Segments};
use super::shared::Durable;
use super::watermark::{self, Keeper, Mark};
use crate::base::limits::SEGMENT_LEN;
use crate::base::{Digest, EventId, Position, StreamId};
use crate::host::{Clock, Disk, Entropy, File, Mode, RealDisk, SystemClock, SystemEntropy};

const LOCK_NAME: &str = "lock";

/// How often the lock is tried before somebody else is said to have it.
const LOCK_TRIES: u32 = 10;

/// How long to wait in between.
const LOCK_PAUSE: Duration = Duration::from_millis(10);
/// After so long without an append the watermark is brought to stable storage.
const IDLE: Duration = Duration::from_secs(1);

/// What a log is written with.
#[derive(Debug, Clone)]
pub struct Options {
    /// Where the bytes go.
    pub disk: Arc<dyn Disk>,
    /// Where `recorded_at` comes from.
    pub clock: Arc<dyn Clock>,
    /// Where the id of a new log comes from.
    pub entropy: Arc<dyn Entropy>,
    /// Bytes after which a segment is sealed; at most [`SEGMENT_LEN`], the default.
    pub segment_len: u64,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            disk: Arc::new(RealDisk),
            clock: Arc::new(SystemClock),
            entropy: Arc::new(SystemEntropy),
            segment_len: SEGMENT_LEN,
        }
    }
}

/// What opening a log found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recovery {
    /// The segment whose last write had not been finished.
    pub file: Option<PathBuf>,
    /// Bytes of that unfinished write that were cut; 0 when the log had been closed well.
    pub cut_len: u64,
    /// Where they began.
    pub cut_at: u64,
    /// The first position that was cut: the next event gets it.
    pub position: Position,
    /// Whether the watermark file was missing or unreadable; until the next append a damaged last
    /// frame could then not be told from an unfinished one.
    pub watermark_was_missing: bool,
}

/// A log that is open for writing: the only writer, and a reader like any other.
///
/// Dropping it indexes what is in memory and brings the watermark to stable storage;
/// [`Log::close`] does the same and says whether it worked.
#[derive(Debug)]
pub struct Log {
    queue: Arc<QueueDebug>,
    reader: Reader,
    recovery: Recovery,
    stop: Arc<AtomicBool>,
    threads: Vec<JoinHandle<()>>,
    lock: Option<Box<dyn File>>,
}

struct QueueDebug(Queue);

impl std::fmt::Debug for QueueDebug {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Queue")
            .field("poisoned", &self.0.poisoned())
            .finish()
    }
}

impl Log {
    /// Whether a folder holds a log.
    ///
    /// # Errors
    /// [`Error::Io`] when that cannot be told.
    pub fn exists(dir: &Path, disk: &dyn Disk) -> Result<bool, Error> {
        match super::segments::first_positions(disk, dir) {
            Ok(found) => Ok(!found.is_empty()),
            Err(Error::NotALog { .. }) => Ok(false),
            Err(why) => Err(why),
        }
    }

    /// Makes a new, empty log in a folder that holds none, and opens it.
    ///
    /// # Errors
    /// [`Error::NotALog`] when the folder holds one already, [`Error::Locked`], [`Error::Io`].
    pub fn create(dir: &Path, options: &Options) -> Result<Self, Error> {
        let disk = options.disk.as_ref();
        disk.create_dir(&dir.join(DIR_NAME))?;
        let lock = take_lock(disk, dir)?;
        if Self::exists(dir, disk)? {
            return Err(Error::NotALog {
                dir: dir.to_owned(),
                why: "it holds a log already".to_owned(),
            });
        }
        let mut id = [0; 16];
        options.entropy.fill(&mut id)?;
        for old in [watermark::FILE_NAME, INDEX_NAME] {
            if disk.exists(&dir.join(old))? {
                disk.remove(&dir.join(old))?;
            }
        }
        Active::create(disk, dir, LogId(id), 0, 0)?;
        disk.sync_dir(dir)?;
        Self::open_locked(dir, options, lock)
    }

    /// Opens a log for writing: takes the lock, reads the last segment whole, cuts an unfinished
    /// write, catches up the index.
    ///
    /// # Errors
    /// [`Error::NotALog`], [`Error::Locked`], [`Error::Damage`] (nothing was changed),
    /// [`Error::Unsupported`], [`Error::Io`].
    pub fn open(dir: &Path, options: &Options) -> Result<Self, Error> {
        if !Self::exists(dir, options.disk.as_ref())? {
            return Err(Error::NotALog {
                dir: dir.to_owned(),
                why: "there are no segments in it".to_owned(),
            });
        }
        let lock = take_lock(options.disk.as_ref(), dir)?;
        Self::open_locked(dir, options, lock)
    }

    fn open_locked(dir: &Path, options: &Options, lock: Box<dyn File>) -> Result<Self, Error> {
        let disk = &options.disk;
        let segments = Segments::open(disk.as_ref(), dir)?;
        let reading = watermark::read(disk.as_ref(), dir, segments.log)?;
        let mark = reading.as_ref().and_then(|reading| reading.mark);
        let (active, durable, mut recovery) = recover(disk.as_ref(), dir, &segments, mark)?;
        recovery.watermark_was_missing = mark.is_none();
        let mark = Mark {
            log: segments.log,
            next: durable.next,
            segment: active.segment.first,
            offset: active.end,
            sequence: 0,
        };
        let keeper = Keeper::open(disk.as_ref(), dir, mark)?;
        let shared = Arc::new(indexer::open(disk, dir, segments, durable)?);
        let segment_len = options.segment_len.min(SEGMENT_LEN);
        let clock = Arc::clone(&options.clock);
        let core = Core::new(Arc::clone(&shared), clock, segment_len, active, keeper);
        let indexed = Arc::new((Mutex::new(true), Condvar::new()));
        let queue = Arc::new(QueueDebug(Queue::new(core, Arc::clone(&indexed))));
        let stop = Arc::new(AtomicBool::new(false));
        let mut threads = Vec::new();
        {
            let (shared, stop) = (Arc::clone(&shared), Arc::clone(&stop));
            threads.push(spawn(dir, "log-index", move || {
                indexer::run(&shared, &stop, &indexed);
            })?);
        }
        {
            let (queue, stop) = (Arc::clone(&queue), Arc::clone(&stop));
            threads.push(spawn(dir, "log-house", move || {
                while !stop.load(Ordering::SeqCst) {
                    queue.0.keep_house(IDLE);
                }
            })?);
        }
        Ok(Self {
            queue,
            reader: Reader::beside(shared),
            recovery,
            stop,
            threads,
            lock: Some(lock),
        })
    }

    /// What opening found.
    #[must_use]
    pub fn recovery(&self) -> &Recovery {
        &self.recovery
    }

    /// Which log this is.
    #[must_use]
    pub fn id(&self) -> LogId {
        self.reader.id()
    }

    /// A reader that sees every event as soon as it is durable.
    #[must_use]
    pub fn reader(&self) -> Reader {
        self.reader.clone()
    }

    /// Appends what was prepared before, and waits until it is durable.
    ///
    /// # Errors
    /// As [`Engine::append`].
    pub fn append_prepared(&self, prepared: Prepared) -> Result<Outcome, Error> {
        self.queue.0.append_prepared(prepared)
    }

    /// Appends without waiting. The answer goes to `done`, from the thread that wrote it, after
    /// the events are durable; `done` must be quick.
    ///
    /// # Errors
    /// [`Error::Busy`] when too many wait already, [`Error::Poisoned`]; `done` is then not called.
    pub fn submit(
        &self,
        prepared: Prepared,
        done: impl FnOnce(Result<Outcome, Error>) + Send + 'static,
    ) -> Result<(), Error> {
        let callback: Callback = Box::new(done);
        self.queue.0.submit(prepared, callback)
    }

    /// Calls `hook` with the position after the last event, whenever events became durable, from
    /// the thread that wrote them; it must be quick.
    pub fn on_publish(&self, hook: Box<dyn Fn(Position) + Send + Sync>) {
        self.reader.shared().add_hook(hook);
    }

    /// Why the log accepts no events any more, when that is so.
    #[must_use]
    pub fn poisoned(&self) -> Option<String> {
        self.queue.0.poisoned()
    }

    /// Indexes what is in memory, brings the watermark to stable storage, and lets go of the lock.
    ///
    /// # Errors
    /// [`Error::Poisoned`] when the writer had failed before or failed now.
    pub fn close(mut self) -> Result<(), Error> {
        self.shut();
        self.poisoned()
            .map_or(Ok(()), |cause| Err(Error::Poisoned { cause }))
    }

    fn shut(&mut self) {
        self.stop.store(true, Ordering::SeqCst);
        self.queue.0.stop();
        for thread in self.threads.drain(..) {
            // A thread that panicked has nothing left to tell; the log itself is on disk.
            let _panicked = thread.join();
        }
        if self.lock.is_none() {
            return;
        }
        if self.queue.0.poisoned().is_none() {
            self.queue.0.sync_watermark();
        }
        let shared = self.reader.shared();
        shared.close();
        if shared.index_is_suspect() {
            // Derived, and not to be trusted: the next opening builds it anew. When it cannot be
            // removed, that opening still verifies it.
            let _kept = shared.disk.remove(&shared.dir.join(INDEX_NAME));
        }
        self.lock = None;
    }
}

impl Drop for Log {
    fn drop(&mut self) {
        self.shut();
    }
}

impl Engine for Log {
    fn append(&self, append: Append) -> Result<Outcome, Error> {
        self.queue.0.append(append)
    }

    fn read(&self, query: &Query) -> Result<Box<dyn Records>, Error> {
        self.reader.read(query)
    }

    fn record(&self, position: Position) -> Result<Option<OwnedRecord>, Error> {
        self.reader.record(position)
    }

    fn position_of(&self, event_id: EventId) -> Result<Option<Position>, Error> {
        self.reader.position_of(event_id)
    }

    fn head(&self) -> Result<Head, Error> {
        self.reader.head()
    }

    fn stream_head(&self, stream: StreamId) -> Result<Option<StreamHead>, Error> {
        self.reader.stream_head(stream)
    }

    fn wait_past(&self, position: Position, timeout: Duration) -> Result<Head, Error> {
        self.reader.wait_past(position, timeout)
    }

    fn checkpoint(&self) -> Result<Checkpoint, Error> {
        self.reader.checkpoint()
    }
}

fn spawn(
    dir: &Path,
    name: &str,
    work: impl FnOnce() + Send + 'static,
) -> Result<JoinHandle<()>, Error> {
    std::thread::Builder::new()
        .name(name.to_owned())
        .spawn(work)
        .map_err(|source| {
            Error::Io(crate::host::Error {
                operation: crate::host::Operation::Open,
                path: dir.to_owned(),
                source,
            })
        })
}

/// Takes the lock of the only writer and leaves the number of this process in it.
fn take_lock(disk: &dyn Disk, dir: &Path) -> Result<Box<dyn File>, Error> {
    let path = dir.join(LOCK_NAME);
    let file = disk.open(&path, Mode::Create)?;
    if !locked_soon(file.as_ref())? {
        let text = disk.read_small(&path, 64).unwrap_or_default();
        let holder = String::from_utf8(text)
            .ok()
            .and_then(|text| text.trim().parse().ok());
        return Err(Error::Locked {
            dir: dir.to_owned(),
            holder,
        });
    }
    file.truncate(0)?;
    file.write_at(format!("{}\n", std::process::id()).as_bytes(), 0)?;
    Ok(file)
}

/// Tries for a moment: while this process starts another one, the new one holds copies of all our
/// files until it runs its own program, also of a lock that was just let go.
fn locked_soon(file: &dyn File) -> Result<bool, Error> {
    for _ in 0..LOCK_TRIES {
        if file.try_lock()? {
            return Ok(true);
        }
        std::thread::sleep(LOCK_PAUSE);
    }
    Ok(file.try_lock()?)
}

/// Judges the last segment, repairs what a crash leaves, and opens the segment to write to.
fn recover(
    disk: &dyn Disk,
    dir: &Path,
    segments: &Segments,
    mark: Option<Mark>,
) -> Result<(Active, Durable, Recovery), Error> {
    let Some(last) = segments.last() else {
        return Err(Error::NotALog {
            dir: dir.to_owned(),
            why: "it has no segments".to_owned(),
        });
    };
    let scan = recovery::scan(&last, segments.log, mark)?;
    remove_drafts(disk, dir)?;
    let (last_recorded_at, last_leaf) = last_event(segments, &scan);
    let mut report = Recovery {
        file: None,
        cut_len: 0,
        cut_at: scan.end,
        position: Position(scan.next),
        watermark_was_missing: false,
    };
    let active = match scan.ending {
        Ending::Sealed(footer) => {
            finish_seal(disk, &last, footer)?;
            let next = Active::create(disk, dir, segments.log, last.ordinal + 1, scan.next)?;
            segments.push(Arc::clone(&next.segment));
            next
        }
        Ending::Torn { len } => {
            report.file = Some(last.path.clone());
            report.cut_len = len;
            Active::resume(disk, last, &scan)?
        }
        Ending::Clean => Active::resume(disk, last, &scan)?,
    };
    let durable = Durable {
        next: scan.next,
        ordinal: active.segment.ordinal,
        offset: active.end,
        last_recorded_at,
        last_leaf,
    };
    Ok((active, durable, report))
}

/// The last event: in the last segment, or in the one before when that is still empty.
pub(super) fn last_event(
    segments: &Segments,
    scan: &Scan,
) -> (Option<crate::base::Timestamp>, Digest) {
    if let Some(last) = scan.last {
        return (Some(last.recorded_at), last.leaf);
    }
    let before = segments
        .len()
        .checked_sub(2)
        .and_then(|ordinal| segments.get(ordinal));
    match before.as_ref().and_then(|segment| segment.footer.get()) {
        Some(footer) => (Some(footer.last_recorded_at), footer.last_leaf),
        None => (None, Digest::ZERO),
    }
}

/// Removes segments that were being made when the machine stopped.
fn remove_drafts(disk: &dyn Disk, dir: &Path) -> Result<(), Error> {
    let folder = dir.join(DIR_NAME);
    for name in disk.list(&folder)? {
        if name
            .strip_suffix(".new")
            .and_then(super::segment::first_of)
            .is_some()
        {
            disk.remove(&folder.join(name))?;
        }
    }
    Ok(())
}
