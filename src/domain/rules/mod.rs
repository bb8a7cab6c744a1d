//! The rules R01–R28 of domain.md §5 that need to know what came before.
//!
//! A rule refuses only what would make the record untrue, unowned or unexplainable; a judgement
//! of quality is never a refusal. R28 is checked by the store, at the moment of appending.

pub(super) mod audit;
pub(super) mod decision;
pub(super) mod general;
pub(super) mod instrument;
pub(super) mod learning;
pub(super) mod organisation;
pub(super) mod picture;
pub(super) mod privacy;
pub(super) mod registration;
pub(super) mod rounds;

use super::decide::{Command, Situation};
use super::events::Event;
use super::refusal::{Fault, Refusal, Rule};
use crate::base::EventId;

/// Checks the rules of the command's own kind of event.
pub(super) fn check(situation: &Situation<'_>, command: &Command, refusals: &mut Vec<Refusal>) {
    let dossier = situation.dossier;
    match &command.event {
        Event::DecisionTaken(taken) => decision::taken(situation, command, taken, refusals),
        Event::DecisionContested(contested) => decision::contested(dossier, contested, refusals),
        Event::DecisionReconsidered(answer) => {
            decision::reconsidered(situation, command, answer, refusals);
        }
        Event::ExceptionMade(exception) => {
            points_at_decision(dossier, exception.decision.0, refusals);
        }
        Event::OptionsPresented(options) => picture::options(options, refusals),
        Event::ClientPreferenceVoiced(voiced) => picture::preference(dossier, voiced, refusals),
        Event::GoalSet(goal) => picture::goal(dossier, goal, refusals),
        Event::GoalReviewed(review) => {
            points_at(
                dossier,
                "goal",
                review.goal.0,
                "not-a-goal",
                refusals,
                |event| matches!(event, Event::GoalSet(_)),
            );
        }
        Event::LearningExperienceNoted(noted) => {
            if let Some(goal) = noted.goal {
                points_at(dossier, "goal", goal.0, "not-a-goal", refusals, |event| {
                    matches!(event, Event::GoalSet(_))
                });
            }
        }
        Event::UrgentObstacleReported(obstacle) => picture::obstacle(obstacle, refusals),
        Event::StabilisationAgreed(agreed) => {
            picture::points_at_obstacle(dossier, agreed.obstacle.0, refusals);
        }
        Event::ObstacleStabilised(stabilised) => {
            picture::points_at_obstacle(dossier, stabilised.obstacle.0, refusals);
        }
        Event::InstrumentStarted(started) => instrument::started(situation, started, refusals),
        Event::InstrumentReviewed(review) => {
            instrument::must_be_open(dossier, review.instrument.0, Rule::Form, refusals);
            if let Some(measurement) = review.measurement {
                in_dossier(dossier, "measurement", measurement.0, refusals);
            }
        }
        Event::InstrumentExtended(extended) => instrument::extended(dossier, extended, refusals),
        Event::InstrumentEnded(ended) => instrument::ended(situation, ended, refusals),
        Event::EffectMeasured(measured) => {
            if let Some(instrument) = measured.instrument {
                instrument::points_at_instrument(dossier, instrument.0, refusals);
            }
        }
        Event::ClientVoiceRecorded(voice) => {
            if let Some(about) = voice.about {
                in_book(situation, "about", about.0, refusals);
            }
        }
        Event::ExperiencePerspectiveGiven(given) => {
            organisation::perspective(situation, command, given, refusals);
        }
        Event::OrganisationAnswered(answer) => {
            organisation::answered(situation, answer, refusals);
        }
        Event::ExceptionsBundled(bundle) => organisation::bundled(situation, bundle, refusals),
        Event::InvestigationVisitRecorded(visit) => {
            general::not_after(situation, "visited_on", visit.visited_on, refusals);
        }
        Event::ReviewHeld(review) => {
            for (place, step) in review.steps.iter().enumerate() {
                in_book(
                    situation,
                    &format!("steps.{place}.step"),
                    step.step.0,
                    refusals,
                );
            }
            rounds::rated(situation, command, review, refusals);
        }
        Event::FindingRecorded(finding) => audit::finding(situation, command, finding, refusals),
        Event::FindingAnswered(answer) => audit::answer(dossier, answer, refusals),
        Event::ReplayCompleted(replay) => learning::completed(situation, replay, refusals),
        Event::LearningAnswerLocked(answer) => {
            learning::locked(situation, command, answer, refusals);
        }
        Event::RoundPlanned(plan) => rounds::planned(situation, plan, refusals),
        Event::CasesDrawn(draw) => rounds::drawn(situation, draw, refusals),
        Event::RoundOpened(opening) => rounds::opened(situation, command, opening, refusals),
        Event::ViewWritten(view) => rounds::view(situation, command, view, refusals),
        Event::JudgementRecorded(judged) => rounds::judged(situation, judged, refusals),
        Event::ShieldingConfirmed(confirmed) => {
            rounds::named(situation, &confirmed.round, true, refusals);
        }
        Event::RoundClosed(closed) => {
            rounds::named(situation, &closed.round, true, refusals);
        }
        Event::SessionHeld(session) => {
            rounds::named(situation, &session.round, false, refusals);
        }
        Event::ActionAgreed(action) => audit::agreed(dossier, action, refusals),
        Event::ActionChecked(check) => audit::checked(dossier, command, check, refusals),
        Event::SignalAnswered(answer) => audit::signal(situation, answer, refusals),
        Event::EntryCorrected(correction) => {
            registration::corrected(dossier, correction, refusals);
        }
        Event::EntryShielded(shielding) => registration::shielded(dossier, shielding, refusals),
        Event::TrajectoryClosed(closing) => registration::closing(dossier, closing, refusals),
        Event::TrajectoryOpened(_)
        | Event::LeadAssigned(_)
        | Event::ConversationHeld(_)
        | Event::FuturePerspectiveVoiced(_)
        | Event::LifeDomainAssessed(_)
        | Event::BehaviourPictureMade(_)
        | Event::NeedsVoiced(_)
        | Event::TandemFormed(_)
        | Event::CaseDiscussionHeld(_)
        | Event::OrganisationalObstacleRaised(_)
        | Event::LetterSent(_)
        | Event::EnforcementCoordinated(_)
        | Event::PolicyContextNoted(_)
        | Event::CaseHandedOver(_)
        | Event::CatalogueAdopted(_)
        | Event::TrajectoryImported(_)
        | Event::StepImported(_)
        | Event::ExportMade(_) => {}
    }
}

/// Refuses a reference that is not in this dossier.
fn in_dossier(
    dossier: &super::dossier::Dossier,
    field: &str,
    id: EventId,
    refusals: &mut Vec<Refusal>,
) {
    if dossier.entry(id).is_none() {
        refusals.push(no_such_event(Rule::Form, field));
    }
}

/// Refuses a reference that is nowhere in the book.
fn in_book(situation: &Situation<'_>, field: &str, id: EventId, refusals: &mut Vec<Refusal>) {
    if situation.dossier.entry(id).is_none() && (situation.known)(id).is_none() {
        refusals.push(no_such_event(Rule::Form, field));
    }
}

/// Refuses a reference to something of another kind than the field needs.
fn points_at(
    dossier: &super::dossier::Dossier,
    field: &str,
    id: EventId,
    key: &'static str,
    refusals: &mut Vec<Refusal>,
    fits: impl Fn(&Event) -> bool,
) {
    match dossier.entry(id) {
        None => refusals.push(no_such_event(Rule::Form, field)),
        Some(entry) if !fits(&entry.recorded.event) => {
            refusals.push(Refusal::because(Rule::Form, field, key));
        }
        Some(_) => {}
    }
}

/// Refuses a reference that is no decision or reconsideration of this dossier.
fn points_at_decision(dossier: &super::dossier::Dossier, id: EventId, refusals: &mut Vec<Refusal>) {
    points_at(
        dossier,
        "decision",
        id,
        "not-a-decision",
        refusals,
        |event| {
            matches!(
                event,
                Event::DecisionTaken(_) | Event::DecisionReconsidered(_)
            )
        },
    );
}

fn no_such_event(rule: Rule, field: &str) -> Refusal {
    Refusal {
        rule,
        field: field.to_owned(),
        fault: Fault::NoSuchEvent,
    }
}
