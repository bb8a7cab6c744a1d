//! A command and what is known, in; events or a refusal, out.

use super::catalogue::Catalogues;
use super::dossier::Dossier;
use super::envelope::Common;
use super::events::{Event, EventType};
use super::noted::Noted;
use super::recorded::Decided;
use super::refusal::Refusal;
use super::rounds::Rounds;
use super::rules;
use crate::base::{EventId, Timestamp};

/// A request to record one event.
#[derive(Debug, Clone, PartialEq)]
pub struct Command {
    /// Common fields.
    pub common: Common,
    /// Content.
    pub event: Event,
}

/// What is known at the moment of deciding.
pub struct Situation<'a> {
    /// The moment at which it would be recorded.
    pub now: Timestamp,
    /// The dossier the command is about; empty when it is about none.
    pub dossier: &'a Dossier,
    /// Whether `dossier` is what an organisation recorded, folded like one; it is never opened.
    pub of_organisation: bool,
    /// The catalogues.
    pub catalogues: &'a Catalogues,
    /// The rounds of the municipality; they need only be there when the command names a round.
    pub rounds: &'a Rounds,
    /// The type of an event anywhere in the book.
    pub known: &'a dyn Fn(EventId) -> Option<EventType>,
}

/// Decides whether a command may be recorded.
///
/// # Errors
/// Every rule that the command breaks, so that a person can mend all of them at once.
pub fn decide(situation: &Situation<'_>, command: Command) -> Result<Vec<Decided>, Vec<Refusal>> {
    let event = rules::registration::settled(situation, command.event);
    let event = rules::rounds::settled(situation, event);
    let command = Command {
        common: command.common,
        event,
    };
    let mut refusals = Vec::new();
    rules::general::check(situation, &command, &mut refusals);
    rules::privacy::check(&command, &mut refusals);
    rules::check(situation, &command, &mut refusals);
    rules::rounds::names_nothing_hidden(situation, &command, &mut refusals);
    if refusals.is_empty() {
        let day = situation.now.day();
        Ok(vec![Decided {
            noted: Noted::of(&command.event, situation.catalogues, day),
            common: command.common,
            event: command.event,
        }])
    } else {
        Err(refusals)
    }
}
