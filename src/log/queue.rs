//! The queue in front of the writer: appends that arrive during a sync share the next one.
//!
//! There is no timer. Whoever finds nobody writing leads: it commits what waits, and then hands
//! the lead to the first who came meanwhile. A single client therefore writes in its own thread,
//! without any hand-over; with many clients each sync serves all that wait.

use std::collections::VecDeque;
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::time::Duration;

use super::append::{Append, Outcome, Prepared};
use super::core::{Core, Request};
use super::error::Error;
use super::shared::{Shared, lock};
use crate::base::limits::{QUEUE_APPENDS_MAX, QUEUE_LEN_MAX, UNINDEXED_EVENTS_MAX};

/// Bytes after which no further append joins a frame.
const FRAME_LEN_WANTED: usize = 4 * 1024 * 1024;

/// Receives the answer to an append, in the thread that wrote it; it must be quick.
pub(super) type Callback = Box<dyn FnOnce(Result<Outcome, Error>) + Send>;

#[derive(Default)]
enum Turn {
    #[default]
    Waiting,
    Lead,
    Answered(Result<Outcome, Error>),
}

/// Where one caller waits for its answer.
#[derive(Default)]
struct Ticket {
    turn: Mutex<Turn>,
    wake: Condvar,
}

impl Ticket {
    fn give(&self, turn: Turn) {
        *lock(&self.turn) = turn;
        self.wake.notify_one();
    }

    fn wait(&self) -> Turn {
        let mut turn = lock(&self.turn);
        while matches!(*turn, Turn::Waiting) {
            turn = self.wake.wait(turn).unwrap_or_else(PoisonError::into_inner);
        }
        std::mem::take(&mut *turn)
    }
}

enum Answer {
    Ticket(Arc<Ticket>),
    Callback(Callback),
}

/// The place an answer goes to. Dropped without one, the caller learns that the writer failed.
struct Reply(Option<Answer>);

impl Reply {
    fn give(mut self, answer: Result<Outcome, Error>) {
        Self::send(self.0.take(), answer);
    }

    fn send(to: Option<Answer>, answer: Result<Outcome, Error>) {
        match to {
            Some(Answer::Ticket(ticket)) => ticket.give(Turn::Answered(answer)),
            Some(Answer::Callback(callback)) => callback(answer),
            None => {}
        }
    }
}

impl Drop for Reply {
    fn drop(&mut self) {
        let cause = "commit: the writer stopped in the middle".to_owned();
        Self::send(self.0.take(), Err(Error::Poisoned { cause }));
    }
}

#[derive(Default)]
struct Waiting {
    requests: VecDeque<(Request, Reply)>,
    len: usize,
    /// Somebody is writing, or was told to.
    led: bool,
    /// The housekeeping thread was told to lead.
    called: bool,
    /// The log is being closed: the housekeeping thread must not wait.
    closing: bool,
    poisoned: Option<String>,
}

/// The writer of an opened log, shared by all who append.
pub(super) struct Queue {
    shared: Arc<Shared>,
    waiting: Mutex<Waiting>,
    space: Condvar,
    call: Condvar,
    core: Mutex<Core>,
    /// Woken when the index has caught up some.
    pub(super) indexed: Arc<(Mutex<bool>, Condvar)>,
}

impl Queue {
    pub(super) fn new(core: Core, indexed: Arc<(Mutex<bool>, Condvar)>) -> Self {
        Self {
            shared: Arc::clone(&core.shared),
            waiting: Mutex::default(),
            space: Condvar::new(),
            call: Condvar::new(),
            core: Mutex::new(core),
            indexed,
        }
    }

    /// Appends and waits for the answer; waits first when too many others wait already.
    pub(super) fn append(&self, append: Append) -> Result<Outcome, Error> {
        self.append_prepared(append.prepare()?)
    }

    pub(super) fn append_prepared(&self, prepared: Prepared) -> Result<Outcome, Error> {
        let request = self.request(prepared)?;
        let ticket = Arc::new(Ticket::default());
        let leads = {
            let mut waiting = lock(&self.waiting);
            while waiting.is_full() && waiting.poisoned.is_none() {
                waiting = self
                    .space
                    .wait(waiting)
                    .unwrap_or_else(PoisonError::into_inner);
            }
            waiting.push(request, Answer::Ticket(Arc::clone(&ticket)))?;
            !std::mem::replace(&mut waiting.led, true)
        };
        if leads {
            self.lead();
        }
        loop {
            match ticket.wait() {
                Turn::Answered(answer) => return answer,
                Turn::Lead => self.lead(),
                Turn::Waiting => {}
            }
        }
    }

    /// Appends without waiting; the answer goes to the callback.
    pub(super) fn submit(&self, prepared: Prepared, callback: Callback) -> Result<(), Error> {
        let request = self.request(prepared)?;
        let mut waiting = lock(&self.waiting);
        if waiting.is_full() && waiting.poisoned.is_none() {
            return Err(Error::Busy {
                waiting: waiting.requests.len(),
            });
        }
        waiting.push(request, Answer::Callback(callback))?;
        if !std::mem::replace(&mut waiting.led, true) {
            waiting.called = true;
            self.call.notify_one();
        }
        Ok(())
    }

    /// Looks for the ids in the index, in the caller's thread, so that the writer need only look
    /// at what came since.
    fn request(&self, prepared: Prepared) -> Result<Request, Error> {
        let first = self.shared.tail().first();
        let mut ids_absent_below = first;
        if first > 0
            && let Some(index) = self.shared.index()
        {
            let view = index.begin()?;
            for event in &prepared.events {
                if view.position_of(event.event_id)?.is_some() {
                    ids_absent_below = 0;
                    break;
                }
            }
        }
        Ok(Request {
            prepared,
            ids_absent_below,
        })
    }

    /// Commits what waits, answers, and hands the lead on.
    fn lead(&self) {
        self.wait_for_the_index();
        let (requests, replies): (Vec<_>, Vec<_>) =
            lock(&self.waiting).take_batch().into_iter().unzip();
        self.space.notify_all();
        let committed = lock(&self.core).commit(&requests);
        match committed {
            Ok(committed) => {
                if let Some(why) = &committed.failed_after {
                    self.poison(&why.to_string());
                }
                for (reply, answer) in replies.into_iter().zip(committed.answers) {
                    reply.give(answer);
                }
                if let Some(next) = committed.published {
                    self.shared.call_hooks(next);
                }
            }
            Err(why) => {
                let cause = why.to_string();
                self.poison(&cause);
                for reply in replies {
                    reply.give(Err(Error::Poisoned {
                        cause: cause.clone(),
                    }));
                }
            }
        }
        self.hand_on();
    }

    fn hand_on(&self) {
        let mut waiting = lock(&self.waiting);
        if let Some(cause) = waiting.poisoned.clone() {
            let left = waiting.take_all();
            waiting.led = false;
            drop(waiting);
            for (_, reply) in left {
                reply.give(Err(Error::Poisoned {
                    cause: cause.clone(),
                }));
            }
            return;
        }
        match waiting.requests.front() {
            None => waiting.led = false,
            Some((_, Reply(Some(Answer::Ticket(ticket))))) => ticket.give(Turn::Lead),
            Some(_) => {
                waiting.called = true;
                self.call.notify_one();
            }
        }
    }

    fn poison(&self, cause: &str) {
        let mut waiting = lock(&self.waiting);
        waiting.poisoned.get_or_insert_with(|| cause.to_owned());
        self.space.notify_all();
    }

    /// Why nothing is accepted any more, when that is so.
    pub(super) fn poisoned(&self) -> Option<String> {
        lock(&self.waiting).poisoned.clone()
    }

    /// Holds appends back while too many events are in memory only.
    fn wait_for_the_index(&self) {
        let (working, changed) = &*self.indexed;
        let mut guard = lock(working);
        while *guard && self.shared.tail().active.len() > UNINDEXED_EVENTS_MAX {
            guard = changed
                .wait_timeout(guard, Duration::from_millis(50))
                .unwrap_or_else(PoisonError::into_inner)
                .0;
        }
    }

    /// One round of the housekeeping thread: leads when called; otherwise, after `idle` without
    /// an append, brings the watermark to stable storage.
    pub(super) fn keep_house(&self, idle: Duration) {
        let waiting = lock(&self.waiting);
        let (mut waiting, _) = self
            .call
            .wait_timeout_while(waiting, idle, |waiting| !waiting.called && !waiting.closing)
            .unwrap_or_else(PoisonError::into_inner);
        if std::mem::take(&mut waiting.called) {
            drop(waiting);
            self.lead();
            return;
        }
        let quiet = !waiting.led && waiting.poisoned.is_none();
        drop(waiting);
        if quiet {
            self.sync_watermark();
        }
    }

    /// Brings the watermark to stable storage; a failure stops the writer like any other.
    pub(super) fn sync_watermark(&self) {
        let synced = lock(&self.core).keeper.sync();
        if let Err(why) = synced {
            self.poison(&why.to_string());
        }
    }

    /// Lets the housekeeping thread come to its end at once.
    pub(super) fn stop(&self) {
        lock(&self.waiting).closing = true;
        self.call.notify_all();
    }
}

impl Waiting {
    fn is_full(&self) -> bool {
        self.requests.len() >= QUEUE_APPENDS_MAX
            || (self.len > QUEUE_LEN_MAX && !self.requests.is_empty())
    }

    fn push(&mut self, request: Request, answer: Answer) -> Result<(), Error> {
        if let Some(cause) = &self.poisoned {
            return Err(Error::Poisoned {
                cause: cause.clone(),
            });
        }
        self.len += request.prepared.bytes.len();
        self.requests.push_back((request, Reply(Some(answer))));
        Ok(())
    }

    /// What goes into the next frame: at least one append, then more while it stays small.
    fn take_batch(&mut self) -> Vec<(Request, Reply)> {
        let mut batch = Vec::new();
        let mut len = 0;
        while let Some((request, _)) = self.requests.front() {
            len += request.prepared.bytes.len();
            if !batch.is_empty() && len > FRAME_LEN_WANTED {
                break;
            }
            self.len -= request.prepared.bytes.len();
            batch.extend(self.requests.pop_front());
        }
        batch
    }

    fn take_all(&mut self) -> VecDeque<(Request, Reply)> {
        self.len = 0;
        std::mem::take(&mut self.requests)
    }
}
