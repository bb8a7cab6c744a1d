//! Earlier schema versions, and how they are upcast to today's.
//!
//! A version that was ever released stays here for ever, as it was.

use bincode::Decode as _;
use bincode::de::Decoder;
use bincode::error::DecodeError;

use crate::domain::codes::{Approach, ConversationKind, Corner, DecisionKind, FindingKind, Weight};
use crate::domain::events::audit::{FindingRecorded, ReplayCompleted, ReviewHeld, ReviewedStep};
use crate::domain::events::trajectory::{Assumption, ConversationHeld, Participant};
use crate::domain::macros::record;
use crate::domain::values::{Actor, Code, Count, EventRef, Score, Stated};
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

record! {
    /// `review_held` version 1: knew no rounds and no criteria.
    pub struct ReviewHeldV1 {
        /// Who reviewed.
        reviewers: Vec<Actor> [Form],
        /// The steps.
        steps: Vec<ReviewedStep> [Form],
        /// The method.
        method: Option<Code>,
    }

    /// `finding_recorded` version 1: knew no rounds.
    pub struct FindingRecordedV1 {
        /// The entry it is about.
        event: EventRef [R20],
        /// The principle.
        principle: Option<Code>,
        /// The corner.
        corner: Option<Corner>,
        /// Strength, question or shortcoming.
        kind: FindingKind,
        /// The finding.
        text: Words,
        /// Its weight.
        weight: Option<Weight>,
    }

    /// `replay_completed` version 1: knew no rounds and no locked answers.
    pub struct ReplayCompletedV1 {
        /// Who learned.
        learner: Actor,
        /// The decision at which the replay stopped.
        stop: EventRef,
        /// The learner's own choice.
        own_choice: Words,
        /// The learner's reasons.
        own_reasons: Words,
        /// The insight.
        insight: Words,
        /// The kind of decision the learner would have taken.
        choice_kind: Option<DecisionKind>,
        /// Minutes it took.
        minutes: Option<Count>,
    }
}

impl From<ReviewHeldV1> for ReviewHeld {
    /// It was part of no round, so nothing was rated or kept from anybody.
    fn from(old: ReviewHeldV1) -> Self {
        Self {
            reviewers: old.reviewers,
            steps: old.steps,
            method: old.method,
            round: None,
            criteria: Vec::new(),
            computed: None,
            given: None,
            override_reason: None,
            blind: None,
        }
    }
}

impl From<FindingRecordedV1> for FindingRecorded {
    fn from(old: FindingRecordedV1) -> Self {
        Self {
            event: old.event,
            principle: old.principle,
            corner: old.corner,
            kind: old.kind,
            text: old.text,
            weight: old.weight,
            round: None,
            blind: None,
        }
    }
}

impl From<ReplayCompletedV1> for ReplayCompleted {
    fn from(old: ReplayCompletedV1) -> Self {
        Self {
            learner: old.learner,
            stop: old.stop,
            own_choice: old.own_choice,
            own_reasons: old.own_reasons,
            insight: old.insight,
            choice_kind: old.choice_kind,
            minutes: old.minutes,
            round: None,
            answer: None,
            intention: None,
            hindsight: None,
            changed_by: None,
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
        (EventType::ReviewHeld, 1) => {
            ReviewHeldV1::decode(decoder).map(|old| Event::ReviewHeld(old.into()))
        }
        (EventType::FindingRecorded, 1) => {
            FindingRecordedV1::decode(decoder).map(|old| Event::FindingRecorded(old.into()))
        }
        (EventType::ReplayCompleted, 1) => {
            ReplayCompletedV1::decode(decoder).map(|old| Event::ReplayCompleted(old.into()))
        }
        _ => Err(DecodeError::Other("no such earlier version")),
    }
}
