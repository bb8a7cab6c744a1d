//! Experience knowledge, the organisation's answers, and bundles (R15).

use crate::domain::codes::Role;
use crate::domain::decide::{Command, Situation};
use crate::domain::events::EventType;
use crate::domain::events::organisation::{ExceptionsBundled, OrganisationAnswered};
use crate::domain::events::voice::ExperiencePerspectiveGiven;
use crate::domain::refusal::{Refusal, Rule};

/// R15: an experience expert is trained; without training somebody is an experience holder.
pub(crate) fn perspective(
    situation: &Situation<'_>,
    command: &Command,
    given: &ExperiencePerspectiveGiven,
    refusals: &mut Vec<Refusal>,
) {
    if command.common.role == Role::ExperienceExpert && !given.trained {
        refusals.push(Refusal::because(Rule::R15, "trained", "expert-not-trained"));
    }
    if let Some(about) = given.about {
        super::in_book(situation, "about", about.0, refusals);
    }
}

/// An answer is about an obstacle or a bundle.
pub(crate) fn answered(
    situation: &Situation<'_>,
    answer: &OrganisationAnswered,
    refusals: &mut Vec<Refusal>,
) {
    match (situation.known)(answer.about.0) {
        Some(EventType::OrganisationalObstacleRaised | EventType::ExceptionsBundled) => {}
        Some(_) => refusals.push(Refusal::because(Rule::Form, "about", "not-an-answerable")),
        None => refusals.push(super::no_such_event(Rule::Form, "about")),
    }
}

/// A bundle has two exceptions or more.
pub(crate) fn bundled(
    situation: &Situation<'_>,
    bundle: &ExceptionsBundled,
    refusals: &mut Vec<Refusal>,
) {
    let mut distinct: Vec<_> = bundle
        .exceptions
        .iter()
        .map(|exception| exception.0)
        .collect();
    distinct.sort_unstable();
    distinct.dedup();
    if distinct.len() < 2 {
        refusals.push(Refusal::because(
            Rule::Form,
            "exceptions",
            "too-few-exceptions",
        ));
    }
    for (place, exception) in bundle.exceptions.iter().enumerate() {
        let field = format!("exceptions.{place}");
        match (situation.known)(exception.0) {
            Some(EventType::ExceptionMade) => {}
            Some(_) => refusals.push(Refusal::because(Rule::Form, &field, "not-an-exception")),
            None => refusals.push(super::no_such_event(Rule::Form, &field)),
        }
    }
}
