//! A reader as an engine: everything but appending.

use std::time::Duration;

use super::append::{Append, Outcome};
use super::engine::{Checkpoint, Engine, Head, Query, Records, StreamHead};
use super::error::Error;
use super::reader::Reader;
use super::record::OwnedRecord;
use crate::base::{EventId, Position, StreamId};

impl Engine for Reader {
    /// Refuses: only the one writer appends.
    fn append(&self, _append: Append) -> Result<Outcome, Error> {
        Err(Error::ReadOnly)
    }

    fn read(&self, query: &Query) -> Result<Box<dyn Records>, Error> {
        Self::read(self, query)
    }

    fn record(&self, position: Position) -> Result<Option<OwnedRecord>, Error> {
        Self::record(self, position)
    }

    fn position_of(&self, event_id: EventId) -> Result<Option<Position>, Error> {
        Self::position_of(self, event_id)
    }

    fn head(&self) -> Result<Head, Error> {
        Self::head(self)
    }

    fn stream_head(&self, stream: StreamId) -> Result<Option<StreamHead>, Error> {
        Self::stream_head(self, stream)
    }

    fn wait_past(&self, position: Position, timeout: Duration) -> Result<Head, Error> {
        Self::wait_past(self, position, timeout)
    }

    fn checkpoint(&self) -> Result<Checkpoint, Error> {
        Self::checkpoint(self)
    }
}
