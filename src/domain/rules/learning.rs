//! Learning: an answer is locked once, before its writer sees what was decided.

use std::collections::HashSet;

use crate::domain::decide::{Command, Situation};
use crate::domain::dossier::Dossier;
use crate::domain::events::Event;
use crate::domain::events::audit::ReplayCompleted;
use crate::domain::events::learning::{LearningAnswerLocked, RankedOption};
use crate::domain::refusal::{Refusal, Rule};
use crate::domain::values::EventRef;

pub(crate) fn locked(
    situation: &Situation<'_>,
    command: &Command,
    answer: &LearningAnswerLocked,
    refusals: &mut Vec<Refusal>,
) {
    let dossier = situation.dossier;
    if let Some(round) = &answer.round {
        super::rounds::named(situation, round, true, refusals);
    }
    super::points_at(
        dossier,
        "stop",
        answer.stop.0,
        "not-a-decision",
        refusals,
        |event| {
            matches!(
                event,
                Event::DecisionTaken(_) | Event::DecisionReconsidered(_)
            )
        },
    );
    ranking(dossier, answer, refusals);
    let learner = &command.common.actor;
    let before = dossier.events().any(|one| {
        let same = matches!(&one.event, Event::LearningAnswerLocked(other)
            if other.stop == answer.stop && other.round == answer.round);
        same && one.common.actor == *learner
    });
    if before {
        refusals.push(Refusal::because(Rule::Form, "stop", "answered-before"));
    }
    let learned = dossier.events().any(|one| {
        matches!(&one.event, Event::ReplayCompleted(replay)
            if replay.stop == answer.stop && replay.learner == *learner)
    });
    if learned {
        refusals.push(Refusal::because(Rule::Form, "stop", "learned-before"));
    }
}

/// Each place in the order is one option that was put forward, or an own one; none stands twice.
fn ranking(dossier: &Dossier, answer: &LearningAnswerLocked, refusals: &mut Vec<Refusal>) {
    let known = options(dossier, answer.stop);
    let mut seen = HashSet::new();
    for (place, RankedOption { option, own }) in answer.ranking.iter().enumerate() {
        let field = format!("ranking.{place}.option");
        if option.is_some() == own.is_some() {
            refusals.push(Refusal::because(Rule::Form, &field, "option-or-own"));
        }
        let Some(number) = option else { continue };
        let there = |known: usize| {
            usize::try_from(number.0).is_ok_and(|number| (1..=known).contains(&number))
        };
        if !known.is_some_and(there) {
            let key = "option-number-unknown";
            refusals.push(Refusal::because_of(Rule::Form, &field, key, number.0));
        } else if !seen.insert(number.0) {
            let key = "option-twice";
            refusals.push(Refusal::because_of(Rule::Form, &field, key, number.0));
        }
    }
}

/// How many options lay before the client at a decision.
fn options(dossier: &Dossier, stop: EventRef) -> Option<usize> {
    let set = dossier.decision(stop.0)?.options.set?;
    match &dossier.entry(set.0)?.now().event {
        Event::OptionsPresented(presented) => Some(presented.options.len()),
        _ => None,
    }
}

/// A replay may name the learner's own answer at the same stop.
pub(crate) fn completed(
    situation: &Situation<'_>,
    replay: &ReplayCompleted,
    refusals: &mut Vec<Refusal>,
) {
    super::in_dossier(situation.dossier, "stop", replay.stop.0, refusals);
    if let Some(round) = &replay.round {
        super::rounds::named(situation, round, false, refusals);
    }
    let Some(answer) = replay.answer else { return };
    let entry = situation.dossier.entry(answer.0).map(|one| one.now());
    let own = entry.is_some_and(|one| {
        let same = matches!(&one.event, Event::LearningAnswerLocked(locked)
            if locked.stop == replay.stop && locked.round == replay.round);
        same && one.common.actor == replay.learner
    });
    if !own {
        refusals.push(Refusal::because(Rule::Form, "answer", "answer-of-another"));
    }
}
