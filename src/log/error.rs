//! Everything that can go wrong with a log.

use std::path::PathBuf;

use crate::base::{EventId, Expected, Position, StreamId, Timestamp, Version};
use crate::host;

/// A place where the log is not what was written.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{file} is damaged at byte {offset}, at position {position}: {what} ({consequence})", file = file.display())]
pub struct Damage {
    /// The damaged file.
    pub file: PathBuf,
    /// Byte offset in that file where the unreadable thing begins.
    pub offset: u64,
    /// The first position that is affected.
    pub position: Position,
    /// What was found instead of what must stand there.
    pub what: String,
    /// What this means for the events of the log.
    pub consequence: &'static str,
}

/// Why the log could not do what was asked. Each message names what, on what, and why.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A stream is not what the writer expected; nothing was written.
    #[error("stream {stream} was expected at {expected}, but is at {actual}", actual = actual.map_or_else(|| "no event".to_owned(), |v| format!("version {v}")))]
    Conflict {
        /// The stream that had changed.
        stream: StreamId,
        /// What the writer expected.
        expected: Expected,
        /// The version of its last event; `None` when it has no event.
        actual: Option<Version>,
    },
    /// An event id is recorded already, for another event; nothing was written.
    #[error("event id {event_id} is taken by position {position}: {why}")]
    IdTaken {
        /// The id.
        event_id: EventId,
        /// Where the event with this id stands.
        position: Position,
        /// How it differs from the event that was to be appended.
        why: &'static str,
    },
    /// Two events of one append have the same id; nothing was written.
    #[error("event id {event_id} stands twice in one append")]
    RepeatedId {
        /// The id.
        event_id: EventId,
    },
    /// Bytes that were durable have changed or gone. Nothing is repaired.
    #[error(transparent)]
    Damage(#[from] Damage),
    /// An earlier write or sync failed: nothing is accepted until the log is opened anew.
    #[error("the log accepts no events until it is opened anew, because of a failure to {cause}")]
    Poisoned {
        /// The failure that caused it.
        cause: String,
    },
    /// Somebody else writes this log.
    #[error("the log in {dir} is being written by {who}", dir = dir.display(), who = holder.map_or_else(|| "another process".to_owned(), |pid| format!("process {pid}")))]
    Locked {
        /// The folder of the log.
        dir: PathBuf,
        /// The process that holds the lock, when known.
        holder: Option<u32>,
    },
    /// The machine said no.
    #[error(transparent)]
    Io(#[from] host::Error),
    /// There is no log in this folder.
    #[error("{dir} holds no log: {why}", dir = dir.display())]
    NotALog {
        /// The folder.
        dir: PathBuf,
        /// What is missing or strange.
        why: String,
    },
    /// Made by a later release than this one.
    #[error("{what} has format version {found}; this release reads version {supported}")]
    Unsupported {
        /// What was read.
        what: &'static str,
        /// The version that was found.
        found: u32,
        /// The version this release knows.
        supported: u32,
    },
    /// More than a limit allows; nothing was written.
    #[error("{what} is {found}, where at most {limit} is allowed")]
    TooLarge {
        /// What is too large.
        what: &'static str,
        /// How large it is.
        found: u64,
        /// The limit.
        limit: u64,
    },
    /// An append that cannot be recorded as it stands; nothing was written.
    #[error("the append cannot be recorded: {what}")]
    Malformed {
        /// What is wrong with it.
        what: &'static str,
    },
    /// A moment of recording before that of the last event; nothing was written.
    #[error("recorded_at {given} lies before that of the last event, {last}")]
    TimeWentBack {
        /// The moment that was given.
        given: Timestamp,
        /// That of the last event.
        last: Timestamp,
    },
    /// An append through a log that is open for reading only; nothing was written.
    #[error("the log is open for reading only")]
    ReadOnly,
    /// Too many appends wait for a slow disk; nothing was written, try again later.
    #[error("{waiting} appends are waiting for the disk already")]
    Busy {
        /// How many wait.
        waiting: usize,
    },
    /// The derived index could not be used.
    #[error("the index {file} failed: {what}; it can be deleted and is rebuilt", file = file.display())]
    Index {
        /// The index file.
        file: PathBuf,
        /// What failed.
        what: String,
    },
}

impl Error {
    /// Whether the log is damaged, so that only a copy can help.
    #[must_use]
    pub fn is_damage(&self) -> bool {
        matches!(self, Self::Damage(_))
    }
}
