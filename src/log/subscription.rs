//! Following a log: first what is there, then what comes, missing and repeating nothing.

use std::sync::Arc;
use std::time::{Duration, Instant};

use super::engine::{Engine, Filter, Query, Records};
use super::error::Error;
use super::record::OwnedRecord;
use crate::base::Position;

/// Delivers every durable event from a position on that passes a filter, in order, once.
pub struct Subscription {
    engine: Arc<dyn Engine>,
    filter: Filter,
    next: u64,
    records: Option<Box<dyn Records>>,
}

impl std::fmt::Debug for Subscription {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Subscription")
            .field("next", &self.next)
            .finish_non_exhaustive()
    }
}

impl Subscription {
    /// Begins at `from`, which may lie beyond the head.
    #[must_use]
    pub fn new(engine: Arc<dyn Engine>, from: Position, filter: Filter) -> Self {
        Self {
            engine,
            filter,
            next: from.0,
            records: None,
        }
    }

    /// The position up to which everything was delivered or passed over: a consumer that keeps
    /// this as its bookmark misses and repeats nothing, however rarely the filter lets through.
    #[must_use]
    pub const fn bookmark(&self) -> Position {
        Position(self.next)
    }

    /// The next event; waits for it, at most for `timeout`, and gives `None` when none came.
    ///
    /// # Errors
    /// [`Error::Damage`], [`Error::Io`], [`Error::Index`]. The same event comes again next time.
    pub fn next(&mut self, timeout: Duration) -> Result<Option<OwnedRecord>, Error> {
        let until = Instant::now() + timeout;
        loop {
            if let Some(found) = self.next_ready()? {
                return Ok(Some(found));
            }
            let left = until.saturating_duration_since(Instant::now());
            let head = self.engine.wait_past(Position(self.next), left)?;
            if head.next.0 <= self.next && left.is_zero() {
                return Ok(None);
            }
        }
    }

    /// The next event that is durable already and passes.
    fn next_ready(&mut self) -> Result<Option<OwnedRecord>, Error> {
        let mut records = match self.records.take() {
            Some(records) => records,
            None => self.engine.read(&Query::all_from(Position(self.next)))?,
        };
        while let Some(record) = records.next()? {
            self.next = record.entry.position.0 + 1;
            if self.filter.passes(&record) {
                let found = record.to_owned();
                self.records = Some(records);
                return Ok(Some(found));
            }
        }
        Ok(None)
    }
}
