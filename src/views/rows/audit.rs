//! Rows of looking back: reviews, findings, answers, replays, corrections, shieldings.

use super::case::{Case, position};
use super::ledger::Sheet;
use super::seen::{code_cell, day_cell, whole_cell};
use crate::domain::EventType;
use crate::domain::codes::{
    Corner, DecisionKind, FindingKind, Hindsight, Position3, Rating, Role, Stage, StepVerdict,
    Weight,
};
use crate::domain::events::Event;
use crate::domain::values::{Code, EventRef};
use crate::practice::signals::SignalKind;
use crate::views::table::Cell;
use crate::views::tables::audit::{
    Corrections, FindingAnswers, Findings, Replays, ReviewSteps, Reviews, Shieldings, SignalAnswers,
};

/// The row or rows of an entry that looks back.
pub(super) fn rows(case: &Case<'_>, at: usize, sheet: &mut Sheet) {
    let seen = case.seen(at);
    let place = |reference: Option<EventRef>| {
        whole_cell(reference.and_then(|reference| case.place(reference.0)))
    };
    match case.event(at) {
        Event::ReviewHeld(held) => {
            let manager = seen.recorded.common.role == Role::TeamManager;
            sheet.add(
                0,
                Reviews {
                    reviewers: seen.count("reviewers", held.reviewers.len()),
                    manager_present: seen.flag("role", manager),
                    steps: seen.count("steps", held.steps.len()),
                    round: seen.key("round", code(&held.round)),
                    criteria: seen.count("criteria", held.criteria.len()),
                    computed: seen.code("computed", held.computed.map(Rating::code)),
                    given: seen.code("given", held.given.map(Rating::code)),
                    overridden: seen.flag("override_reason", held.override_reason.is_some()),
                    blind: seen.flag("blind", held.blind == Some(true)),
                },
            );
            for (item, inner, step) in seen.items("steps", &held.steps) {
                let principle = step.principle.as_ref().map(|one| one.0.as_str());
                sheet.add(
                    item,
                    ReviewSteps {
                        review: Cell::Whole(position(seen.recorded)),
                        step: place(inner.show("step", step.step)),
                        verdict: inner.code("verdict", StepVerdict::code(step.verdict)),
                        principle: inner.key("principle", principle),
                    },
                );
            }
        }
        Event::SignalAnswered(answer) => sheet.add(
            0,
            SignalAnswers {
                signal: seen.code("signal", signal_code(&answer.signal.0)),
                about: place(seen.maybe("about", answer.about)),
                answer: seen.code("answer", Position3::code(answer.answer)),
                action: seen.flag("action", answer.action.is_some()),
                by_when_day: seen.on("by_when", answer.by_when),
            },
        ),
        Event::FindingRecorded(finding) => {
            let principle = finding.principle.as_ref().map(|one| one.0.as_str());
            let answered = case.first_day(at, |event| matches!(event, Event::FindingAnswered(_)));
            sheet.add(
                0,
                Findings {
                    event: place(seen.show("event", finding.event)),
                    principle: seen.key("principle", principle),
                    corner: seen.code("corner", finding.corner.map(Corner::code)),
                    kind: seen.code("kind", FindingKind::code(finding.kind)),
                    weight: seen.code("weight", finding.weight.map(Weight::code)),
                    answered_day: day_cell(answered),
                    round: seen.key("round", code(&finding.round)),
                    blind: seen.flag("blind", finding.blind == Some(true)),
                },
            );
        }
        Event::FindingAnswered(answer) => sheet.add(
            0,
            FindingAnswers {
                finding: place(seen.show("finding", answer.finding)),
                answer: seen.code("position", Position3::code(answer.position)),
                action: seen.flag("action", answer.action.is_some()),
                by_when_day: seen.on("by_when", answer.by_when),
            },
        ),
        Event::ReplayCompleted(replay) => {
            let actual = actual(case, at, seen.show("stop", replay.stop));
            sheet.add(
                0,
                Replays {
                    learner: case.context.person(seen.show("learner", &replay.learner)),
                    stop: place(seen.show("stop", replay.stop)),
                    choice_kind: seen
                        .code("choice_kind", replay.choice_kind.map(DecisionKind::code)),
                    actual_kind: code_cell(actual.map(DecisionKind::code)),
                    minutes: seen.number("minutes", replay.minutes),
                    round: seen.key("round", code(&replay.round)),
                    answer: place(seen.maybe("answer", replay.answer)),
                    intention: seen.flag("intention", replay.intention.is_some()),
                    hindsight: seen.code("hindsight", replay.hindsight.map(Hindsight::code)),
                    changed_by: seen.code("changed_by", replay.changed_by.map(Stage::code)),
                },
            );
        }
        Event::EntryCorrected(correction) => {
            let target = seen.show("target", correction.target);
            let entry = target.and_then(|target| case.find(target.0));
            sheet.add(
                0,
                Corrections {
                    target: place(target),
                    target_type: code_cell(
                        entry.map(|entry| case.event(entry).event_type().name()),
                    ),
                    field: seen.key("field", correction.field.0.as_str()),
                    wording_before: entry
                        .map(|entry| before(case, entry, at))
                        .map_or(Cell::Null, |earlier| case.seen(earlier).wording()),
                    wording_after: seen.wording(),
                },
            );
        }
        Event::EntryShielded(shielding) => sheet.add(
            0,
            Shieldings {
                target: place(seen.show("target", shielding.target)),
                fields: seen.count("fields", shielding.fields.len()),
            },
        ),
        _ => {}
    }
}

/// What last put the text of an entry into words before a correction: an earlier correction of the
/// same field, or the entry itself.
fn before(case: &Case<'_>, entry: usize, at: usize) -> usize {
    let field = |at: usize| match case.event(at) {
        Event::EntryCorrected(correction) => Some(correction.field.0.as_str()),
        _ => None,
    };
    let earlier = |other: &usize| *other < at && field(*other) == field(at);
    case.corrections(entry).rfind(earlier).unwrap_or(entry)
}

/// The kind of the decision at which a replay stopped, or else of the first decision after that
/// stop that was recorded before the replay.
pub(super) fn actual(case: &Case<'_>, at: usize, stop: Option<EventRef>) -> Option<DecisionKind> {
    let stop = case.find(stop?.0)?;
    case.of_type(EventType::DecisionTaken)
        .iter()
        .copied()
        .find(|decision| (stop..at).contains(decision))
        .and_then(|decision| match case.event(decision) {
            Event::DecisionTaken(taken) => case.seen(decision).show("kind", taken.kind),
            _ => None,
        })
}

/// A code that may be left out.
pub(super) fn code(code: &Option<Code>) -> Option<&str> {
    code.as_ref().map(|code| code.0.as_str())
}

/// The name of a signal, when there is one of that name.
pub(super) fn signal_code(slug: &str) -> Option<&'static str> {
    SignalKind::from_slug(slug).map(SignalKind::slug)
}
