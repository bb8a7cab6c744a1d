//! An event as it stands in the book: its place, its common fields, its content.

use super::envelope::Common;
use super::events::Event;
use super::noted::Noted;
use crate::base::{EventId, Position, StreamId, Timestamp, Version};

/// An event that was recorded.
#[derive(Debug, Clone, PartialEq)]
pub struct Recorded {
    /// Its id.
    pub id: EventId,
    /// Its place in the whole log.
    pub position: Position,
    /// Its stream.
    pub stream: StreamId,
    /// Its place in the stream.
    pub version: Version,
    /// Schema version in which it was stored; its content is upcast to today's.
    pub schema_version: u16,
    /// When the book learned it.
    pub recorded_at: Timestamp,
    /// Whether that moment was set (demonstration, test, import) instead of read from the clock.
    pub clock_was_set: bool,
    /// Common fields.
    pub common: Common,
    /// What was noted about its wording; `None` when that was not assessed.
    pub noted: Option<Noted>,
    /// Content.
    pub event: Event,
}

/// An event that may be recorded: decided, not yet written.
#[derive(Debug, Clone, PartialEq)]
pub struct Decided {
    /// Common fields.
    pub common: Common,
    /// What was noted about its wording; `None` when that was not assessed.
    pub noted: Option<Noted>,
    /// Content.
    pub event: Event,
}
