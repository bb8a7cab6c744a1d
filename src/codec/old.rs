//! Earlier schema versions, and how they are upcast to today's.
//!
//! A version that was ever released stays here for ever, as it was.

use bincode::Decode as _;
use bincode::de::Decoder;
use bincode::error::DecodeError;

use crate::domain::codes::{Approach, ConversationKind};
use crate::domain::events::trajectory::{Assumption, ConversationHeld, Participant};
use crate::domain::macros::record;
use crate::domain::values::{Score, Stated};
use crate::domain::words::Words;
use crate::domain::{Event, EventType};

record! {
    /// `conversation_held` version 1: did not ask whether a sanction was mentioned.
    pub struct ConversationHeldV1 {
        /// Kind of conversation.
        kind: ConversationKind,
        /// Who took part.
        participants: Vec<Participant> [Form],
        /// What the client said, or *geen*.
        client_words: Stated<Words>,
        /// Trust of the client in the guidance.
        trust: Option<Score>,
        /// Manner of approach.
        approach: Option<Approach>,
        /// Whether feelings were named.
        feelings_named: Option<bool>,
        /// Assumptions of the professional.
        assumptions: Vec<Assumption>,
        /// What the professional wrote down.
        note: Option<Words>,
    }
}

impl From<ConversationHeldV1> for ConversationHeld {
    /// What was not asked then stays unanswered: it is not *no*.
    fn from(old: ConversationHeldV1) -> Self {
        Self {
            kind: old.kind,
            participants: old.participants,
            client_words: old.client_words,
            trust: old.trust,
            approach: old.approach,
            feelings_named: old.feelings_named,
            assumptions: old.assumptions,
            note: old.note,
            sanction_mentioned: None,
        }
    }
}

/// Decodes the facts of an earlier version, all words closed.
pub(super) fn decode<D: Decoder<Context = ()>>(
    event_type: EventType,
    version: u16,
    decoder: &mut D,
) -> Result<Event, DecodeError> {
    match (event_type, version) {
        (EventType::ConversationHeld, 1) => {
            ConversationHeldV1::decode(decoder).map(|old| Event::ConversationHeld(old.into()))
        }
        _ => Err(DecodeError::Other("no such earlier version")),
    }
}
