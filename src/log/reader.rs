//! Reading a log: beside its writer, or from another process while it is being written.

use std::path::Path;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use super::cursor::{self, Forward};
use super::engine::{Checkpoint, Head, Query, Records, StreamHead};
use super::error::Error;
use super::index::Index;
use super::indexer::usable_up_to;
use super::record::OwnedRecord;
use super::recovery;
use super::segment::{HEADER_LEN, LogId};
use super::segments::{Segment, Segments};
use super::shared::{Durable, Shared, lock};
use super::tail::{Indexed, Mem, Tail};
use super::walk::{Stop, Walk};
use super::watermark::{self, Mark};
use crate::base::{Digest, EventId, Position, StreamId};
use crate::host::Disk;

/// Events in a reader's memory after which it looks whether the writer has indexed them.
const TRIM_EVENTS: usize = 65_536;
/// How often the watermark of another process is looked at while waiting.
const POLL: Duration = Duration::from_millis(5);

/// Reads a log. Cheap to clone; sees durable events only.
#[derive(Debug, Clone)]
pub struct Reader {
    shared: Arc<Shared>,
    /// Held while a reader of another process's log catches up; none beside the writer.
    follows: Option<Arc<Mutex<()>>>,
}

impl Reader {
    /// A reader in the process that writes the log.
    pub(super) const fn beside(shared: Arc<Shared>) -> Self {
        Self {
            shared,
            follows: None,
        }
    }

    /// Opens a log for reading only, whether or not another process writes it. Changes nothing.
    /// What the writer had not yet proven durable is not seen; [`Reader::refresh`] sees more.
    ///
    /// # Errors
    /// [`Error::NotALog`], [`Error::Damage`], [`Error::Unsupported`], [`Error::Io`].
    pub fn open(dir: &Path, disk: Arc<dyn Disk>) -> Result<Self, Error> {
        // The index first: what it has is then surely below the watermark that is read next.
        let index = Index::open_read_only(dir).ok().flatten();
        let segments = Segments::open(disk.as_ref(), dir)?;
        let mark = watermark::read(disk.as_ref(), dir, segments.log)?.and_then(|r| r.mark);
        if let Some(mark) = mark {
            see_segment(&segments, disk.as_ref(), &mark)?;
        }
        let durable = durable_now(&segments, mark)?;
        let usable = index.and_then(|index| {
            let next = usable_up_to(&index, &segments, &durable)?;
            Some((index, next))
        });
        let (index, from) = usable.map_or((None, 0), |(index, next)| (Some(index), next));
        let tail = Tail {
            frozen: None,
            active: Mem::starting_at(from),
        };
        let shared = Arc::new(Shared::new(disk, segments, index, tail, durable));
        let mem = read_from(&shared, durable, from)?;
        shared.tail_mut().active = mem;
        let reader = Self {
            shared,
            follows: Some(Arc::default()),
        };
        reader.learn_last_event(durable)?;
        Ok(reader)
    }

    pub(super) const fn shared(&self) -> &Arc<Shared> {
        &self.shared
    }

    /// Which log this is.
    #[must_use]
    pub fn id(&self) -> LogId {
        self.shared.log
    }

    /// Looks whether another process has written more; beside the writer there is nothing to do.
    ///
    /// # Errors
    /// [`Error::Damage`], [`Error::Io`].
    pub fn refresh(&self) -> Result<Head, Error> {
        let Some(follows) = &self.follows else {
            return Ok(self.shared.head());
        };
        let _one_at_a_time = lock(follows);
        let shared = &self.shared;
        let old = shared.durable();
        let reading = watermark::read(shared.disk.as_ref(), &shared.dir, shared.log)?;
        let Some(mark) = reading
            .and_then(|r| r.mark)
            .filter(|mark| mark.next > old.next)
        else {
            return Ok(shared.head());
        };
        see_segment(&shared.segments, shared.disk.as_ref(), &mark)?;
        let mut durable = durable_now(&shared.segments, Some(mark))?;
        let mut forward = Forward::resume(shared, &old, durable);
        let mut events = Vec::new();
        while forward.advance()? {
            if let Some((record, address)) = forward.current() {
                events.push(Indexed::of(&record, address));
                durable.last_recorded_at = Some(record.entry.recorded_at);
            }
        }
        durable.last_leaf = events.last().map_or(old.last_leaf, |event| event.leaf);
        shared.publish(&events, durable);
        if shared.tail().active.len() > TRIM_EVENTS {
            self.trim(durable)?;
        }
        Ok(shared.head())
    }

    /// Forgets events that the writer has indexed meanwhile.
    fn trim(&self, durable: Durable) -> Result<(), Error> {
        let Some(index) = self.shared.index() else {
            return Ok(());
        };
        let Some(bookmark) = index.begin()?.bookmark()? else {
            return Ok(());
        };
        let first = self.shared.tail().first();
        if bookmark.log == self.shared.log && bookmark.next > first && bookmark.next <= durable.next
        {
            let mem = read_from(&self.shared, durable, bookmark.next)?;
            self.shared.tail_mut().active = mem;
        }
        Ok(())
    }

    fn learn_last_event(&self, mut durable: Durable) -> Result<(), Error> {
        let Some(last) = durable.next.checked_sub(1) else {
            return Ok(());
        };
        if let Some(record) = self.shared.record(Position(last))? {
            durable.last_recorded_at = Some(record.as_record().entry.recorded_at);
            durable.last_leaf = record.as_record().leaf_hash();
            self.shared.publish(&[], durable);
        }
        Ok(())
    }

    /// Reads what is durable, as far as this reader has seen.
    ///
    /// # Errors
    /// When the reading cannot begin.
    pub fn read(&self, query: &Query) -> Result<Box<dyn Records>, Error> {
        cursor::read(&self.shared, query)
    }

    /// The record at a position; `None` at or beyond the head.
    ///
    /// # Errors
    /// [`Error::Damage`], [`Error::Io`].
    pub fn record(&self, position: Position) -> Result<Option<OwnedRecord>, Error> {
        self.shared.record(position)
    }

    /// Where the event with this id stands.
    ///
    /// # Errors
    /// [`Error::Index`], [`Error::Io`].
    pub fn position_of(&self, event_id: EventId) -> Result<Option<Position>, Error> {
        Ok(self.shared.position_of(event_id)?.map(Position))
    }

    /// How far the log has come, as far as this reader has seen.
    ///
    /// # Errors
    /// None at present.
    pub fn head(&self) -> Result<Head, Error> {
        Ok(self.shared.head())
    }

    /// How far a stream has come; `None` when it has no event.
    ///
    /// # Errors
    /// [`Error::Damage`], [`Error::Index`], [`Error::Io`].
    pub fn stream_head(&self, stream: StreamId) -> Result<Option<StreamHead>, Error> {
        self.shared.stream_head(stream)
    }

    /// Waits until an event stands at `position`, or the time is over; gives the head.
    ///
    /// # Errors
    /// [`Error::Damage`], [`Error::Io`].
    pub fn wait_past(&self, position: Position, timeout: Duration) -> Result<Head, Error> {
        if self.follows.is_none() {
            return Ok(self.shared.wait_past(position, timeout));
        }
        let until = Instant::now() + timeout;
        loop {
            let head = self.refresh()?;
            let left = until.saturating_duration_since(Instant::now());
            if head.next > position || left.is_zero() {
                return Ok(head);
            }
            std::thread::sleep(POLL.min(left));
        }
    }

    /// Number of events, log id and leaf hash of the last event, of one moment.
    ///
    /// # Errors
    /// None at present.
    pub fn checkpoint(&self) -> Result<Checkpoint, Error> {
        let durable = self.shared.durable();
        Ok(Checkpoint {
            log: self.shared.log,
            next: Position(durable.next),
            last_leaf: durable.last_leaf,
        })
    }
}

/// Opens the segment that a watermark names, when it is new.
fn see_segment(segments: &Segments, disk: &dyn Disk, mark: &Mark) -> Result<(), Error> {
    if segments.last().is_none_or(|last| last.first < mark.segment) {
        segments.refresh(disk)?;
    }
    match segments.last() {
        Some(last) if last.first < mark.segment => Err(last
            .damage(0, mark.segment, "the segment after this one is missing")
            .into()),
        _ => Ok(()),
    }
}

/// What is surely durable: up to the watermark, and beyond it what later frames prove. Without a
/// watermark nobody writes, and every whole frame counts.
fn durable_now(segments: &Segments, mark: Option<Mark>) -> Result<Durable, Error> {
    let Some(last) = segments.last() else {
        return Err(Error::NotALog {
            dir: segments.dir.clone(),
            why: "it has no segments".to_owned(),
        });
    };
    let (offset, next) = match mark {
        None => {
            let scan = recovery::scan(&last, segments.log, None)?;
            (scan.end, scan.next)
        }
        Some(mark) if mark.segment == last.first => {
            proven(&last, segments.log, mark.offset, mark.next)?
        }
        Some(_) => proven(&last, segments.log, HEADER_LEN as u64, last.first)?,
    };
    Ok(Durable {
        next,
        ordinal: last.ordinal,
        offset,
        last_recorded_at: None,
        last_leaf: Digest::ZERO,
    })
}

/// Goes on from a durable place to the last frame whose header says that all before it is durable.
fn proven(segment: &Arc<Segment>, log: LogId, offset: u64, next: u64) -> Result<(u64, u64), Error> {
    let len = segment.file.len()?;
    if len < offset {
        return Err(segment
            .damage(len, next, "the segment is shorter than the watermark says")
            .into());
    }
    let mut walk = Walk::at_frame(Arc::clone(segment), log, offset, next, len, Vec::new());
    let mut proven = (offset, next);
    loop {
        match walk.advance() {
            Ok(true) => {
                let (start, first) = walk.frame_start();
                if walk.durable() >= first {
                    proven = (start, first);
                }
            }
            Ok(false) | Err(Stop::Fault(_)) => return Ok(proven),
            Err(Stop::Io(why)) => return Err(why),
        }
    }
}

/// What must be in memory: everything from a position on.
fn read_from(shared: &Arc<Shared>, durable: Durable, from: u64) -> Result<Mem, Error> {
    let mut mem = Mem::starting_at(from);
    let mut forward = Forward::new(shared, durable, from);
    while forward.advance()? {
        if let Some((record, address)) = forward.current() {
            mem.push(&Indexed::of(&record, address));
        }
    }
    Ok(mem)
}
