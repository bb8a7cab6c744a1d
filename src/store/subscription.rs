//! A catch-up subscription that goes over into live, without gap or repeat.
//!
//! The position of the last event given is the whole state: the next event read is the one after
//! it, whether it stood there long ago or was appended a moment before. So there is no seam
//! between catching up and following.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::watch;

use super::Store;
use super::error::Error;
use super::opening::{Item, Opening};
use crate::base::Position;
use crate::log::{Filter, Head, Query};

/// How often the log is looked at when nothing wakes us: a writer in another process cannot.
const LOOK_AGAIN: Duration = Duration::from_millis(50);

/// Events read at once while catching up.
const BATCH: u64 = 256;

/// Follows the log from a position on.
pub struct Subscription {
    store: Arc<Store>,
    next: Position,
    filter: Filter,
    opening: Opening,
    ready: std::collections::VecDeque<Item>,
    published: Option<watch::Receiver<Position>>,
}

impl Store {
    /// Subscribes from a position on. `published` tells of new positions when the writer is in
    /// this process; without it the log is looked at every 50 ms.
    #[must_use]
    pub fn subscribe(
        self: &Arc<Self>,
        from: Position,
        filter: Filter,
        opening: Opening,
        published: Option<watch::Receiver<Position>>,
    ) -> Subscription {
        Subscription {
            store: Arc::clone(self),
            next: from,
            filter,
            opening,
            ready: std::collections::VecDeque::new(),
            published,
        }
    }
}

impl Subscription {
    /// The next event that passes the filter; waits for it when there is none yet.
    ///
    /// Dropping the future loses nothing: the next call goes on where the last event was given.
    ///
    /// # Errors
    /// [`Error::Log`] for damage; an event that does not open is no error but says so itself.
    pub async fn next(&mut self) -> Result<Item, Error> {
        loop {
            if let Some(item) = self.ready.pop_front() {
                return Ok(item);
            }
            let head = self.read_on()?;
            if self.ready.is_empty() && self.next >= head.next {
                self.wait(head).await;
            }
        }
    }

    /// Where the subscription stands: everything before this position was given or passed over.
    #[must_use]
    pub fn position(&self) -> Position {
        self.ready
            .front()
            .map_or(self.next, |item| item.entry.position)
    }

    /// Reads the next batch of what is durable.
    fn read_on(&mut self) -> Result<Head, Error> {
        let head = self.store.engine.wait_past(self.next, Duration::ZERO)?;
        if self.next < head.next {
            let query = Query::all_from(self.next).limit(BATCH);
            let mut reading = self
                .store
                .read_filtered(&query, self.opening, &self.filter)?;
            while let Some((position, item)) = reading.next()? {
                self.next = position.next();
                self.ready.extend(item);
            }
        }
        Ok(head)
    }

    async fn wait(&mut self, head: Head) {
        let Some(published) = &mut self.published else {
            tokio::time::sleep(LOOK_AGAIN).await;
            return;
        };
        let beyond = published.wait_for(|position| *position > head.next);
        if tokio::time::timeout(LOOK_AGAIN, beyond)
            .await
            .is_ok_and(|seen| seen.is_err())
        {
            // The writer has gone; look now and then, as beside one in another process.
            self.published = None;
        }
    }
}
