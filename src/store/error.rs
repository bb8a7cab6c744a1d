//! Why the store could not do what it was asked.

use crate::base::{EventId, Position};
use crate::{codec, log, vault};

/// Why the store could not do what it was asked.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The log refused or failed.
    #[error(transparent)]
    Log(#[from] log::Error),
    /// The vault failed.
    #[error(transparent)]
    Vault(#[from] vault::Error),
    /// A part, a name or a pseudonym stays closed.
    #[error(transparent)]
    Closed(#[from] vault::Closed),
    /// An event cannot be encoded or decoded.
    #[error(transparent)]
    Codec(#[from] codec::Error),
    /// The id was used before, for something else.
    #[error("event {id} was recorded before at position {position}, with other content")]
    SameIdOtherContent {
        /// The id.
        id: EventId,
        /// Where it stands.
        position: Position,
    },
    /// An event stands in the log, but not with parts that this release writes.
    #[error("event at position {position} has no facts")]
    NoFacts {
        /// Where it stands.
        position: Position,
    },
}
