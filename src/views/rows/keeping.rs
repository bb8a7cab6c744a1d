//! Rows of what must be kept: promises, and everything with a date.

use super::case::Case;
use super::decision::Weighing;
use super::instrument::Course;
use super::ledger::Sheet;
use super::picture;
use super::seen::{Seen, code_cell, day_cell, whole_cell};
use crate::base::Day;
use crate::domain::EventType;
use crate::domain::codes::{ClientPosition, GoalResult, MeasureMoment, Reconsidered, Role};
use crate::domain::envelope::Promise;
use crate::domain::events::Event;
use crate::domain::events::decision::{ClientView, Override};
use crate::views::table::Cell;
use crate::views::tables::audit::{Promises, Terms};

/// Promises and terms of an entry.
pub(super) fn rows(case: &Case<'_>, at: usize, sheet: &mut Sheet) {
    let mut terms = Vec::new();
    own_terms(case, at, &mut terms);
    let seen = case.seen(at);
    for (place, inner, promise) in seen.items("promises", &seen.recorded.common.promises) {
        let kept = kept(case, at, place);
        let kept_day = kept.and_then(|kept| case.seen(kept).day());
        let by = inner.show("by", &promise.by);
        sheet.add(
            place,
            Promises {
                number: Cell::Whole(Case::number(place)),
                due_day: inner.on("by_when", promise.by_when),
                by: case.context.person(by),
                by_role: code_cell(by.and_then(|_| role_of(case, at, promise)).map(Role::code)),
                kept_day: day_cell(kept_day),
                handover: whole_cell(handover(case, at, kept)),
            },
        );
        terms.push(("promise", inner.maybe("by_when", promise.by_when), kept_day));
    }
    let dated = terms
        .into_iter()
        .filter_map(|(term, due, settled)| Some((term, due?, settled)));
    for (item, (term, due, settled)) in dated.enumerate() {
        sheet.add(
            item,
            Terms {
                term: code_cell(Some(term)),
                due_day: day_cell(Some(due)),
                settled_day: day_cell(settled),
            },
        );
    }
}

type Term = (&'static str, Option<Day>, Option<Day>);

fn own_terms(case: &Case<'_>, at: usize, terms: &mut Vec<Term>) {
    let seen = case.seen(at);
    match case.event(at) {
        Event::InstrumentStarted(started) => {
            let course = Course::of(case, at, started);
            let reviewed = earliest(course.reviewed, course.ended);
            let review = seen.show("review_on", started.review_on);
            terms.push(("instrument_review", review, reviewed));
            terms.push(("instrument_limit", course.limit, course.ended));
        }
        Event::DecisionTaken(taken) => {
            let closed = closed_day(case);
            let led_to = following_day(case, at, |event| {
                matches!(
                    event,
                    Event::DecisionTaken(_) | Event::ConversationHeld(_) | Event::GoalReviewed(_)
                )
            });
            let answers = case.reconsiderations(at);
            let answered = answers.first().and_then(|(at, ..)| case.seen(*at).day());
            let looked_at = earliest(earliest(led_to, answered), closed);
            terms.push((
                "decision_review",
                seen.show("review_on", taken.review_on),
                looked_at,
            ));
            let replaced = Weighing::of(case, at, taken);
            let ended = (replaced.at != at).then(|| replaced.seen.day()).flatten();
            override_ends(&seen, &taken.overrides, earliest(ended, closed), terms);
            client_question(case, at, at, &seen, &taken.client_view, terms);
        }
        Event::DecisionReconsidered(answer) => {
            let decision = case.reconsidered_decision(answer);
            let replaced = decision.and_then(|decision| {
                let all = case.reconsiderations(decision);
                all.iter()
                    .find(|(later, _, outcome)| {
                        *later > at
                            && matches!(
                                outcome,
                                Some(Reconsidered::Changed | Reconsidered::Withdrawn)
                            )
                    })
                    .and_then(|(later, ..)| case.seen(*later).day())
            });
            let settled = earliest(replaced, closed_day(case));
            override_ends(&seen, &answer.overrides, settled, terms);
            if let (Some(view), Some(decision)) = (&answer.client_view, decision) {
                client_question(case, at, decision, &seen, view, terms);
            }
        }
        Event::StabilisationAgreed(agreed) => {
            let obstacle = case.find(agreed.obstacle.0);
            let settled = obstacle.and_then(|obstacle| picture::settled(case, obstacle).1);
            let by_when = seen.show("by_when", agreed.by_when);
            terms.push(("stabilisation", by_when, settled));
            let paused = seen.maybe("demands_paused_until", agreed.demands_paused_until);
            terms.push(("pause_end", paused, settled));
        }
        Event::GoalSet(set) => {
            let settled = case.referring(at).find_map(|later| {
                let Event::GoalReviewed(review) = case.event(later) else {
                    return None;
                };
                let seen = case.seen(later);
                let result = seen.show("result", review.result)?;
                (result != GoalResult::OnCourse).then(|| seen.day())?
            });
            terms.push(("goal", seen.show("by_when", set.by_when), settled));
        }
        Event::FindingAnswered(answer) => {
            let settled = following_day(case, at, |_| true);
            terms.push((
                "finding_action",
                seen.maybe("by_when", answer.by_when),
                settled,
            ));
        }
        Event::TrajectoryClosed(closed) => {
            let measured = case
                .of_type(EventType::EffectMeasured)
                .iter()
                .find(|later| {
                    matches!(case.event(**later), Event::EffectMeasured(measured)
                    if measured.moment == MeasureMoment::After
                        && !case.seen(**later).hides("moment"))
                });
            let settled = measured.and_then(|later| case.seen(*later).day());
            let aftercare = seen.maybe("aftercare_on", closed.aftercare_on);
            terms.push(("aftercare", aftercare, settled));
        }
        _ => {}
    }
}

fn override_ends(
    seen: &Seen<'_>,
    overrides: &[Override],
    settled: Option<Day>,
    terms: &mut Vec<Term>,
) {
    for (_, inner, given) in seen.items("overrides", overrides) {
        terms.push(("override_end", inner.show("until", given.until), settled));
    }
}

/// An unknown view of the client is settled by the client's voice on the decision, or a contest.
fn client_question(
    case: &Case<'_>,
    at: usize,
    decision: usize,
    seen: &Seen<'_>,
    view: &ClientView,
    terms: &mut Vec<Term>,
) {
    if seen.show("client_view.position", view.position) != Some(ClientPosition::Unknown) {
        return;
    }
    let told = case
        .referring(decision)
        .find(|later| {
            let tells = matches!(
                case.event(*later),
                Event::DecisionContested(_) | Event::ClientVoiceRecorded(_)
            );
            *later > at && tells
        })
        .and_then(|later| case.seen(later).day());
    terms.push((
        "client_question",
        seen.maybe("client_view.ask_by", view.ask_by),
        told,
    ));
}

/// The day of the first entry that was caused by this one, or keeps a promise of it.
fn following_day(case: &Case<'_>, at: usize, wanted: impl Fn(&Event) -> bool) -> Option<Day> {
    case.following(at)
        .find(|later| wanted(case.event(*later)))
        .and_then(|later| case.seen(later).day())
}

fn closed_day(case: &Case<'_>) -> Option<Day> {
    let closing = case.of_type(EventType::TrajectoryClosed).first()?;
    case.seen(*closing).day()
}

fn earliest(one: Option<Day>, other: Option<Day>) -> Option<Day> {
    one.into_iter().chain(other).min()
}

/// The first entry that says it keeps a promise.
fn kept(case: &Case<'_>, at: usize, place: usize) -> Option<usize> {
    let id = case.seen(at).recorded.id;
    let number = Case::number(place);
    case.following(at).find(|later| {
        let seen = case.seen(*later);
        let mut keeps = seen.items("keeps", &seen.recorded.common.keeps);
        keeps.any(|(_, _, kept)| kept.event.0 == id && kept.number.0 == number)
    })
}

/// The first handover after a promise at which it was not kept yet.
fn handover(case: &Case<'_>, at: usize, kept: Option<usize>) -> Option<i64> {
    let place = |at: usize| case.seen(at).day().map(|day| (day, at));
    let (promised, kept) = (place(at)?, kept.and_then(place));
    let first = case
        .of_type(EventType::CaseHandedOver)
        .iter()
        .filter_map(|handover| place(*handover))
        .filter(|handover| *handover > promised && kept.is_none_or(|kept| *handover < kept))
        .min()?;
    Some(super::case::position(case.seen(first.1).recorded))
}

/// The role in which the promiser last recorded here, up to the promise.
fn role_of(case: &Case<'_>, at: usize, promise: &Promise) -> Option<Role> {
    (0..=at)
        .rev()
        .map(|earlier| case.seen(earlier))
        .find(|seen| seen.recorded.common.actor == promise.by && !seen.hides("actor"))
        .and_then(|seen| seen.show("role", seen.recorded.common.role))
}
