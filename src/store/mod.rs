//! The event store: the log, the codec and the vault together.
//!
//! Owns appending with an expectation, reading opened events, and subscriptions. Never decides
//! what may be recorded. Speaks to the log through [`Engine`] alone, so that
//! another engine can stand behind it. Invariants:
//!
//! * S1: an event is encoded, sealed under the key of its dossier and retention class, and only
//!   then handed to the log.
//! * S2: the same id with the same content gives the first position; with other content it is an
//!   error, and nothing is written.
//! * S3: what cannot be opened is still listed, and says why it stays closed.
//! * S4: facts are read without touching words.

mod error;
mod opening;
mod subscription;
mod writing;

use std::sync::{Arc, Mutex, PoisonError};

pub use error::Error;
pub use opening::{Item, NotRead, Opening, Reading};
pub use subscription::Subscription;
pub use writing::{Appended, NewEvent};

use crate::base::{ActorId, Category, EventId, StreamId};
use crate::domain::EventType;
use crate::log::{Checkpoint, Engine, Head, StreamHead};
use crate::vault::{Handle, Vault};

/// Handles kept for reuse; more threads than this make their own and drop it.
const HANDLES_KEPT: usize = 16;

/// The event store of one book.
pub struct Store {
    engine: Arc<dyn Engine>,
    vault: Vault,
    handles: Mutex<Vec<Handle>>,
}

impl Store {
    /// Puts a store on a log and a vault.
    #[must_use]
    pub fn new(engine: Arc<dyn Engine>, vault: Vault) -> Self {
        Self {
            engine,
            vault,
            handles: Mutex::new(Vec::new()),
        }
    }

    /// The log behind it.
    #[must_use]
    pub fn engine(&self) -> &Arc<dyn Engine> {
        &self.engine
    }

    /// The vault behind it.
    #[must_use]
    pub fn vault(&self) -> &Vault {
        &self.vault
    }

    /// The stream of a name; the same name has the same 128 bits in every category.
    ///
    /// # Errors
    /// [`Error::Closed`] without the key file.
    pub fn stream(&self, category: Category, name: &str) -> Result<StreamId, Error> {
        Ok(self.vault.stream_id(category, name)?)
    }

    /// The pseudonym of a person's code.
    ///
    /// # Errors
    /// [`Error::Closed`] without the key file.
    pub fn actor(&self, code: &str) -> Result<ActorId, Error> {
        Ok(self.vault.actor_id(code)?)
    }

    /// The pseudonym of something within a round, from the name of the round and its own.
    ///
    /// # Errors
    /// [`Error::Closed`] without the key file.
    pub fn round_id(&self, round: &str, name: &str) -> Result<[u8; 16], Error> {
        // Neither name holds a control character, so that the two cannot run into each other.
        Ok(self.vault.round_id(&format!("{round}\u{1f}{name}"))?)
    }

    /// How far the log has come, durably.
    ///
    /// # Errors
    /// [`Error::Log`].
    pub fn head(&self) -> Result<Head, Error> {
        Ok(self.engine.head()?)
    }

    /// How far one stream has come; `None` when it has no event.
    ///
    /// # Errors
    /// [`Error::Log`].
    pub fn stream_head(&self, stream: StreamId) -> Result<Option<StreamHead>, Error> {
        Ok(self.engine.stream_head(stream)?)
    }

    /// Number of events, log id and leaf hash of the last event, of one moment.
    ///
    /// # Errors
    /// [`Error::Log`].
    pub fn checkpoint(&self) -> Result<Checkpoint, Error> {
        Ok(self.engine.checkpoint()?)
    }

    /// The type of the event with this id, read from its open entry; `None` when there is no such
    /// event, or it is of a newer release's type.
    ///
    /// # Errors
    /// [`Error::Log`].
    pub fn type_of(&self, id: EventId) -> Result<Option<EventType>, Error> {
        let Some(position) = self.engine.position_of(id)? else {
            return Ok(None);
        };
        let record = self.engine.record(position)?;
        Ok(record.and_then(|record| EventType::from_number(record.as_record().entry.event_type)))
    }

    /// Lends a handle of the vault; it remembers unwrapped keys between uses.
    fn with_handle<T>(&self, work: impl FnOnce(&mut Handle) -> T) -> T {
        let kept = self
            .handles
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .pop();
        let mut handle = kept.unwrap_or_else(|| self.vault.handle());
        let result = work(&mut handle);
        let mut handles = self.handles.lock().unwrap_or_else(PoisonError::into_inner);
        if handles.len() < HANDLES_KEPT {
            handles.push(handle);
        }
        result
    }
}
