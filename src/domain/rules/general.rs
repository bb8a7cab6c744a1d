//! Rules that hold for every event: roles, dates, the state of the dossier, promises
//! (R19, R23, R25, R27).

use crate::base::Day;
use crate::domain::codes::MeasureMoment;
use crate::domain::decide::{Command, Situation};
use crate::domain::events::registry::StreamKind;
use crate::domain::events::{Event, EventType};
use crate::domain::refusal::{Refusal, Rule};

pub(crate) fn check(situation: &Situation<'_>, command: &Command, refusals: &mut Vec<Refusal>) {
    role(command, refusals);
    not_after(
        situation,
        "occurred_on",
        command.common.occurred_on,
        refusals,
    );
    state(situation, command, refusals);
    promises(situation, command, refusals);
    if let Some(cause) = command.common.caused_by {
        super::in_book(situation, "caused_by", cause.0, refusals);
    }
}

/// R25: nothing can be recorded before it happened.
pub(crate) fn not_after(
    situation: &Situation<'_>,
    field: &str,
    day: Day,
    refusals: &mut Vec<Refusal>,
) {
    if day > situation.now.day() {
        refusals.push(Refusal::because_of(
            Rule::R25,
            field,
            "happened-after-recording",
            day,
        ));
    }
}

/// R27, and R19 for shielding, which names its own role.
fn role(command: &Command, refusals: &mut Vec<Refusal>) {
    let allowed = command.event.event_type().roles();
    let role = command.common.role;
    if allowed.is_empty() || allowed.contains(&role) {
        return;
    }
    refusals.push(match command.event {
        Event::EntryShielded(_) => {
            Refusal::because_of(Rule::R19, "role", "shielding-role", role.code())
        }
        _ => Refusal::because_of(Rule::R27, "role", "role-not-allowed", role.code()),
    });
}

/// Whether an event may follow the closing of a trajectory (R23).
fn may_follow_closing(event: &Event) -> bool {
    match event {
        Event::EffectMeasured(measured) => measured.moment == MeasureMoment::After,
        other => matches!(
            other.event_type(),
            EventType::ClientVoiceRecorded
                | EventType::DecisionContested
                | EventType::DecisionReconsidered
                | EventType::ReviewHeld
                | EventType::FindingRecorded
                | EventType::FindingAnswered
                | EventType::ReplayCompleted
                | EventType::EntryCorrected
                | EventType::EntryShielded
                | EventType::SignalAnswered
                | EventType::ShieldingConfirmed
                | EventType::RoundOpened
                | EventType::ActionAgreed
                | EventType::ActionChecked
                | EventType::ViewWritten
                | EventType::JudgementRecorded
                | EventType::LearningAnswerLocked
        ),
    }
}

fn state(situation: &Situation<'_>, command: &Command, refusals: &mut Vec<Refusal>) {
    let dossier = situation.dossier;
    let event_type = command.event.event_type();
    if matches!(
        event_type.stream_kind(),
        StreamKind::Organisation | StreamKind::Settings
    ) {
        return;
    }
    let starts = matches!(
        event_type,
        EventType::TrajectoryOpened | EventType::TrajectoryImported
    );
    // What the organisation recorded is folded like a dossier, and is never opened. An answer to a
    // signal can be the first thing it records; what it repairs has to be there.
    let first = event_type == EventType::SignalAnswered;
    let of_organisation = situation.of_organisation && (first || !dossier.is_empty());
    let there = dossier.is_opened() || dossier.is_imported() || of_organisation;
    if starts {
        if there {
            refusals.push(Refusal::because(
                Rule::Form,
                "dossier",
                "dossier-already-open",
            ));
        }
    } else if !there {
        refusals.push(Refusal::because(
            Rule::Form,
            "dossier",
            "dossier-not-opened",
        ));
    } else if event_type == EventType::StepImported {
        if !dossier.is_imported() {
            refusals.push(Refusal::because(
                Rule::Form,
                "dossier",
                "dossier-already-open",
            ));
        }
    } else if may_follow_closing(&command.event) {
        // Belongs with a closed or an imported dossier as well.
    } else if dossier.is_imported() {
        refusals.push(Refusal::because(Rule::Form, "dossier", "imported-dossier"));
    } else if let Some(closing) = dossier.closing() {
        let on = closing.common.occurred_on;
        refusals.push(Refusal::because_of(Rule::R23, "dossier", "case-closed", on));
    }
}

fn promises(situation: &Situation<'_>, command: &Command, refusals: &mut Vec<Refusal>) {
    for (place, kept) in command.common.keeps.iter().enumerate() {
        let promised = situation.dossier.entry(kept.event.0).map(|entry| {
            let now = entry.now();
            let open = match &now.event {
                Event::CaseHandedOver(handover) => {
                    handover.open_commitments.0.as_ref().map_or(0, Vec::len)
                }
                _ => 0,
            };
            now.common.promises.len() + open
        });
        let number = usize::try_from(kept.number.0).unwrap_or(0);
        if number == 0 || promised.is_none_or(|count| number > count) {
            let field = format!("keeps.{place}");
            refusals.push(Refusal::because(Rule::Form, &field, "kept-promise-unknown"));
        }
    }
}
