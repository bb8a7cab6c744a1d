//! What every event carries beside its own content (domain.md §3.1).
//!
//! Id, stream, version, type, schema version, moment of recording and the pseudonym of the actor
//! stand in the open entry of the log; what stands here is sealed with the facts.

use super::codes::{Initiator, Role};
use super::macros::record;
use super::values::{Actor, Code, Count, EventRef};
use super::words::Words;
use crate::base::Day;

record! {
    /// Something that was promised: what, by whom, by when.
    pub struct Promise {
        /// What.
        what: Words,
        /// By whom.
        by: Actor,
        /// By when.
        by_when: Option<Day>,
    }

    /// A promise that is fulfilled by this event.
    pub struct KeptPromise {
        /// The event in which it was promised.
        event: EventRef,
        /// Which promise of that event, counted from 1.
        number: Count,
    }

    /// The common fields of every event.
    pub struct Common {
        /// Day on which it happened, said by a person.
        occurred_on: Day,
        /// Code of the person who records.
        actor: Actor,
        /// In which role.
        role: Role,
        /// Municipality.
        municipality: Code,
        /// Team.
        team: Option<Code>,
        /// The event that led to this one.
        caused_by: Option<EventRef>,
        /// Minutes it took to record.
        minutes_spent: Option<Count>,
        /// On whose initiative.
        initiated_by: Option<Initiator>,
        /// What is promised.
        promises: Vec<Promise>,
        /// Which promises are fulfilled.
        keeps: Vec<KeptPromise>,
    }
}
