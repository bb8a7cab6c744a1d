//! Options, preferences, goals and urgent obstacles (R11, R13, R14).

use crate::base::EventId;
use crate::domain::codes::{FormulatedBy, OptionKind};
use crate::domain::dossier::Dossier;
use crate::domain::events::Event;
use crate::domain::events::choice::{ClientPreferenceVoiced, OptionsPresented};
use crate::domain::events::picture::{GoalSet, UrgentObstacleReported};
use crate::domain::refusal::{Refusal, Rule};

/// R13: two real options at least, and *niets doen*.
pub(crate) fn options(presented: &OptionsPresented, refusals: &mut Vec<Refusal>) {
    let does_nothing = |kind: Option<OptionKind>| kind == Some(OptionKind::DoNothing);
    let real = presented
        .options
        .iter()
        .filter(|option| !does_nothing(option.kind))
        .count();
    if real < 2 {
        refusals.push(Refusal::because(Rule::R13, "options", "too-few-options"));
    }
    if real == presented.options.len() {
        refusals.push(Refusal::because(Rule::R13, "options", "do-nothing-missing"));
    }
}

/// R14: a preference is for an option that was put forward.
pub(crate) fn preference(
    dossier: &Dossier,
    voiced: &ClientPreferenceVoiced,
    refusals: &mut Vec<Refusal>,
) {
    let set = dossier
        .entry(voiced.options.0)
        .map(|entry| &entry.now().event);
    let Some(Event::OptionsPresented(presented)) = set else {
        refusals.push(Refusal::because(Rule::R14, "options", "not-an-option-set"));
        return;
    };
    let numbers = voiced.preference.0.iter().chain(&voiced.also_fine);
    for number in numbers {
        let known = usize::try_from(number.0)
            .is_ok_and(|number| (1..=presented.options.len()).contains(&number));
        if !known {
            let key = "option-number-unknown";
            refusals.push(Refusal::because_of(Rule::R14, "preference", key, number.0));
        }
    }
}

/// R11: a goal of the client stands in the client's words, and the client confirms it.
pub(crate) fn goal(dossier: &Dossier, goal: &GoalSet, refusals: &mut Vec<Refusal>) {
    if goal.formulated_by != FormulatedBy::Professional {
        if goal.client_words.is_none() {
            refusals.push(Refusal::because(
                Rule::R11,
                "client_words",
                "client-words-missing",
            ));
        }
        if goal.client_confirms != Some(true) {
            let key = "client-confirmation-missing";
            refusals.push(Refusal::because(Rule::R11, "client_confirms", key));
        }
    }
    if let Some(perspective) = goal.perspective {
        super::in_dossier(dossier, "perspective", perspective.0, refusals);
    }
}

/// An urgent obstacle says since when, or by when it bites.
pub(crate) fn obstacle(obstacle: &UrgentObstacleReported, refusals: &mut Vec<Refusal>) {
    if obstacle.since.is_none() && obstacle.deadline.is_none() {
        refusals.push(Refusal::because(
            Rule::Form,
            "deadline",
            "since-or-deadline",
        ));
    }
}

/// Refuses a reference that is no urgent obstacle of this dossier.
pub(crate) fn points_at_obstacle(dossier: &Dossier, id: EventId, refusals: &mut Vec<Refusal>) {
    super::points_at(
        dossier,
        "obstacle",
        id,
        "not-an-obstacle",
        refusals,
        |event| matches!(event, Event::UrgentObstacleReported(_)),
    );
}
