//! Findings, their answers and what is done about them (R20, R21).

use crate::domain::codes::{ActionOutcome, SIGNALS};
use crate::domain::decide::{Command, Situation};
use crate::domain::dossier::Dossier;
use crate::domain::events::Event;
use crate::domain::events::audit::{FindingAnswered, FindingRecorded, SignalAnswered};
use crate::domain::events::rounds::{ActionAgreed, ActionChecked};
use crate::domain::refusal::{Fault, Refusal, Rule};

/// Signals about a whole team or municipality: no dossier can answer them.
const OF_NO_DOSSIER: [&str; 2] = ["voice_missing", "burden"];

/// A signal that a dossier raises about a decision, and the organisation about its own answer.
const OF_BOTH: &str = "forbidden_without_source";

/// R20: a finding names an entry and a principle or corner, and is not one's own decision.
pub(crate) fn finding(
    situation: &Situation<'_>,
    command: &Command,
    finding: &FindingRecorded,
    refusals: &mut Vec<Refusal>,
) {
    let id = finding.event.0;
    if situation.dossier.entry(id).is_none() && (situation.known)(id).is_none() {
        refusals.push(super::no_such_event(Rule::R20, "event"));
    }
    if finding.principle.is_none() && finding.corner.is_none() {
        refusals.push(Refusal::because(
            Rule::R20,
            "principle",
            "principle-or-corner-missing",
        ));
    }
    if situation
        .dossier
        .takers(id)
        .contains(&&command.common.actor)
    {
        let actor = &command.common.actor.0;
        refusals.push(Refusal::because_of(
            Rule::R20,
            "actor",
            "finding-by-taker",
            actor,
        ));
    } else {
        super::rounds::found(situation, command, finding, refusals);
    }
}

/// R21: an answer is to a finding that is open.
pub(crate) fn answer(dossier: &Dossier, answer: &FindingAnswered, refusals: &mut Vec<Refusal>) {
    let id = answer.finding.0;
    let event = dossier.entry(id).map(|entry| &entry.recorded.event);
    if !matches!(event, Some(Event::FindingRecorded(_))) {
        refusals.push(Refusal::because(Rule::R21, "finding", "not-a-finding"));
    } else if dossier.is_answered(id) {
        refusals.push(Refusal::because(Rule::R21, "finding", "finding-not-open"));
    }
}

/// An answer to a signal names a signal there is, where that signal is raised: in the dossier, or
/// with the organisation; and an entry of the same place.
pub(crate) fn signal(
    situation: &Situation<'_>,
    answer: &SignalAnswered,
    refusals: &mut Vec<Refusal>,
) {
    let signal = answer.signal.0.as_str();
    if situation.of_organisation {
        let raised = OF_NO_DOSSIER.contains(&signal) || signal == OF_BOTH;
        if SIGNALS.contains(&signal) && !raised {
            refusals.push(Refusal::because(
                Rule::Form,
                "signal",
                "signal-of-a-dossier",
            ));
        }
    } else if OF_NO_DOSSIER.contains(&signal) {
        refusals.push(Refusal::because(
            Rule::Form,
            "signal",
            "signal-of-no-dossier",
        ));
    }
    if !SIGNALS.contains(&answer.signal.0.as_str()) {
        refusals.push(Refusal {
            rule: Rule::Form,
            field: "signal".to_owned(),
            fault: Fault::NotOneOf(SIGNALS.to_vec()),
        });
    }
    if let Some(about) = answer.about {
        super::in_dossier(situation.dossier, "about", about.0, refusals);
    }
}

/// An action is about a finding, and is checked by somebody else.
pub(crate) fn agreed(dossier: &Dossier, action: &ActionAgreed, refusals: &mut Vec<Refusal>) {
    let event = dossier
        .entry(action.finding.0)
        .map(|entry| &entry.recorded.event);
    if !matches!(event, Some(Event::FindingRecorded(_))) {
        refusals.push(Refusal::because(Rule::R21, "finding", "not-a-finding"));
    }
    if action.checker.as_ref() == Some(&action.owner) {
        refusals.push(Refusal::because(Rule::R20, "checker", "checker-is-owner"));
    }
}

/// An action is checked while it is open, and never by its owner.
pub(crate) fn checked(
    dossier: &Dossier,
    command: &Command,
    check: &ActionChecked,
    refusals: &mut Vec<Refusal>,
) {
    let entry = dossier
        .entry(check.action.0)
        .map(|entry| &entry.now().event);
    let Some(Event::ActionAgreed(action)) = entry else {
        refusals.push(Refusal::because(Rule::R21, "action", "not-an-action"));
        return;
    };
    let done = dossier.events().any(|one| {
        matches!(&one.event, Event::ActionChecked(other)
            if other.action == check.action && other.outcome == ActionOutcome::Done)
    });
    if done {
        refusals.push(Refusal::because(Rule::R21, "action", "action-not-open"));
    }
    if action.owner == command.common.actor {
        refusals.push(Refusal::because(Rule::R20, "actor", "checker-is-owner"));
    }
}
