//! The seam: what any log engine does for the rooms above.

use std::time::Duration;

use super::append::{Append, Outcome};
use super::error::Error;
use super::record::{OwnedRecord, Record};
use super::segment::LogId;
use crate::base::{Category, Digest, EventId, Position, StreamId, Timestamp, Version};

/// Which events are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Select {
    /// All events, by position.
    All,
    /// Those of one stream, by version.
    Stream(StreamId),
    /// Those of one category, by position.
    Category(Category),
    /// Those of one event type, by position.
    Type(u16),
}

/// Which way is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// Oldest first.
    Forward,
    /// Newest first.
    Backward,
}

/// A reading: which events, from where, which way, how many.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Query {
    /// Which events.
    pub select: Select,
    /// The first one: a version when a stream is read, otherwise a position. `None` starts at the
    /// beginning, or at the end when reading backward. Included when it is there.
    pub start: Option<u64>,
    /// Which way.
    pub direction: Direction,
    /// At most so many events.
    pub limit: u64,
}

impl Query {
    /// Every selected event, oldest first.
    #[must_use]
    pub const fn new(select: Select) -> Self {
        Self {
            select,
            start: None,
            direction: Direction::Forward,
            limit: u64::MAX,
        }
    }

    /// All events from a position on.
    #[must_use]
    pub const fn all_from(position: Position) -> Self {
        Self::new(Select::All).from(position.0)
    }

    /// One stream from its first event on.
    #[must_use]
    pub const fn stream(stream: StreamId) -> Self {
        Self::new(Select::Stream(stream))
    }

    /// Starts at this version (of a stream) or position (of anything else).
    #[must_use]
    pub const fn from(mut self, start: u64) -> Self {
        self.start = Some(start);
        self
    }

    /// Newest first.
    #[must_use]
    pub const fn backward(mut self) -> Self {
        self.direction = Direction::Backward;
        self
    }

    /// At most so many events.
    #[must_use]
    pub const fn limit(mut self, limit: u64) -> Self {
        self.limit = limit;
        self
    }
}

/// Which events a subscription delivers; an empty list means any.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Only these streams.
    pub streams: Vec<StreamId>,
    /// Only these categories.
    pub categories: Vec<Category>,
    /// Only these event types.
    pub types: Vec<u16>,
}

impl Filter {
    /// Whether an event passes.
    #[must_use]
    pub fn passes(&self, record: &Record<'_>) -> bool {
        let entry = &record.entry;
        (self.streams.is_empty() || self.streams.contains(&entry.stream))
            && (self.categories.is_empty() || self.categories.contains(&entry.stream.category))
            && (self.types.is_empty() || self.types.contains(&entry.event_type))
    }
}

/// How far the log has come, durably.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Head {
    /// The position the next event will get: the number of events.
    pub next: Position,
    /// When the last event was recorded; `None` when there is none.
    pub last_recorded_at: Option<Timestamp>,
}

/// How far one stream has come, durably.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StreamHead {
    /// Version of its last event.
    pub version: Version,
    /// Position of its last event.
    pub position: Position,
    /// Leaf hash of its last event.
    pub leaf: Digest,
}

/// What a tree head is made from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Checkpoint {
    /// Which log.
    pub log: LogId,
    /// How many events it has.
    pub next: Position,
    /// Leaf hash of the last event; zeros when there is none.
    pub last_leaf: Digest,
}

/// Records of one reading, one at a time, each borrowed until the next is asked for.
pub trait Records: Send {
    /// The next record; `None` at the end of the reading.
    ///
    /// # Errors
    /// [`Error::Damage`] when a record is not what was written, [`Error::Io`].
    fn next(&mut self) -> Result<Option<Record<'_>>, Error>;
}

/// A log: every promise of this room, whoever keeps it. [`conformance`](super::conformance)
/// tries them.
pub trait Engine: Send + Sync {
    /// Records events, all or nothing; returns when they are durable.
    ///
    /// # Errors
    /// [`Error::Conflict`], [`Error::IdTaken`], [`Error::RepeatedId`], [`Error::TimeWentBack`],
    /// [`Error::TooLarge`], [`Error::Malformed`]: nothing was written. [`Error::Poisoned`]: the
    /// outcome is unknown; the same append may be repeated after the log is opened anew.
    fn append(&self, append: Append) -> Result<Outcome, Error>;

    /// Reads what was durable at this moment.
    ///
    /// # Errors
    /// When the reading cannot begin.
    fn read(&self, query: &Query) -> Result<Box<dyn Records>, Error>;

    /// The record at a position; `None` at or beyond the head.
    ///
    /// # Errors
    /// [`Error::Damage`], [`Error::Io`].
    fn record(&self, position: Position) -> Result<Option<OwnedRecord>, Error>;

    /// Where the event with this id stands.
    ///
    /// # Errors
    /// [`Error::Index`], [`Error::Io`].
    fn position_of(&self, event_id: EventId) -> Result<Option<Position>, Error>;

    /// How far the log has come.
    ///
    /// # Errors
    /// [`Error::Io`].
    fn head(&self) -> Result<Head, Error>;

    /// How far a stream has come; `None` when it has no event.
    ///
    /// # Errors
    /// [`Error::Damage`], [`Error::Index`], [`Error::Io`].
    fn stream_head(&self, stream: StreamId) -> Result<Option<StreamHead>, Error>;

    /// Waits until an event stands at `position`, or the time is over; gives the head.
    ///
    /// # Errors
    /// [`Error::Io`].
    fn wait_past(&self, position: Position, timeout: Duration) -> Result<Head, Error>;

    /// Number of events, log id and leaf hash of the last event, of one moment.
    ///
    /// # Errors
    /// [`Error::Io`].
    fn checkpoint(&self) -> Result<Checkpoint, Error>;
}
