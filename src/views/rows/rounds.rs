//! Rows of rounds: of the organisation the plans, draws and sessions; of a dossier the ratings by
//! criterion, the actions and the answers of learners; of both the judgements.

use super::audit::{actual, code, signal_code};
use super::case::{Case, position};
use super::ledger::Sheet;
use super::seen::{Seen, code_cell, day_cell, flag_cell, key_cell, real_cell, whole, whole_cell};
use crate::base::EventId;
use crate::domain::EventType;
use crate::domain::codes::{
    ActionOutcome, DecisionKind, DrawMethod, Rating, RoundKind, SessionForm, Theme, Verdict,
};
use crate::domain::events::Event;
use crate::domain::events::audit::ReviewHeld;
use crate::domain::events::learning::LearningAnswerLocked;
use crate::domain::events::rounds::{ActionAgreed, CasesDrawn, RoundPlanned};
use crate::domain::values::{Actor, Code, EventRef};
use crate::views::table::Cell;
use crate::views::tables::rounds::{
    ActionChecks, Actions, CaseRaters, DrawnCases, Judgements, LearningAnswers, ReviewCriteria,
    Rounds, Sessions,
};

/// The row or rows of an entry that belongs to a round.
pub(super) fn rows(case: &Case<'_>, at: usize, sheet: &mut Sheet) {
    let seen = case.seen(at);
    match case.event(at) {
        Event::RoundPlanned(plan) => planned(case, at, plan, sheet),
        Event::CasesDrawn(draw) => drawn(case, at, draw, sheet),
        Event::ReviewHeld(held) => criteria(case, at, held, sheet),
        Event::ActionAgreed(action) => agreed(case, at, action, sheet),
        Event::LearningAnswerLocked(answer) => answered(case, at, answer, sheet),
        Event::ActionChecked(check) => sheet.add(
            0,
            ActionChecks {
                action: place(case, seen.show("action", check.action)),
                outcome: seen.code("outcome", ActionOutcome::code(check.outcome)),
                again_by_day: seen.on("again_by", check.again_by),
                audit_again: seen.flag("audit_again", check.audit_again),
            },
        ),
        Event::JudgementRecorded(judgement) => sheet.add(
            0,
            Judgements {
                round: seen.key("round", judgement.round.0.as_str()),
                about: seen.key("about", code(&judgement.about)),
                differences: seen.count("differences", judgement.differences.len()),
            },
        ),
        Event::SessionHeld(session) => {
            let present = seen.items("present", &session.present);
            let counts = present.map(|(_, inner, one)| inner.show("count", one.count.0));
            // A number of people that is shielded leaves no sum to tell it from.
            let people = counts.sum::<Option<i64>>();
            sheet.add(
                0,
                Sessions {
                    round: seen.key("round", session.round.0.as_str()),
                    form: seen.code("form", SessionForm::code(session.form)),
                    present: whole_cell(seen.maybe("present", people)),
                    roles: seen.count("present", session.present.len()),
                    minutes: seen.number("minutes", session.minutes),
                    follow_up: seen.flag("follow_up", session.follow_up.is_some()),
                    next_day: seen.on("next_on", session.next_on),
                },
            );
        }
        _ => {}
    }
}

fn place(case: &Case<'_>, reference: Option<EventRef>) -> Cell {
    whole_cell(reference.and_then(|reference| case.place(reference.0)))
}

/// Entries of one type that are about a round.
fn about<'c>(
    case: &'c Case<'_>,
    event_type: EventType,
    round: Option<&'c Code>,
) -> impl Iterator<Item = usize> + 'c {
    let of_it = move |at: &usize| {
        let named = case.event(*at).round();
        named.is_some() && case.seen(*at).maybe("round", named) == round
    };
    case.of_type(event_type).iter().copied().filter(of_it)
}

fn planned(case: &Case<'_>, at: usize, plan: &RoundPlanned, sheet: &mut Sheet) {
    let seen = case.seen(at);
    let name = seen.show("round", &plan.round);
    let draws: Vec<(Seen<'_>, &CasesDrawn)> = about(case, EventType::CasesDrawn, name)
        .filter_map(|at| match case.event(at) {
            Event::CasesDrawn(draw) => Some((case.seen(at), draw)),
            _ => None,
        })
        .collect();
    let sum = |field: &str, count: &dyn Fn(&CasesDrawn) -> i64| {
        let counts = draws
            .iter()
            .map(|(seen, draw)| seen.show(field, count(draw)));
        whole_cell(counts.sum::<Option<i64>>())
    };
    let day = |event_type| {
        let first = about(case, event_type, name).next();
        day_cell(first.and_then(|at| case.seen(at).day()))
    };
    let last = draws.last();
    sheet.add(
        0,
        Rounds {
            round: seen.key("round", plan.round.0.as_str()),
            kind: seen.code("kind", RoundKind::code(plan.kind)),
            theme: seen.code("theme", plan.theme.map(Theme::code)),
            of_team: seen.key("team", code(&plan.team)),
            read_from_day: seen.on("read_from", plan.read_from),
            read_until_day: seen.on("read_until", plan.read_until),
            judged_from_day: seen.on("judged_from", plan.judged_from),
            judged_until_day: seen.on("judged_until", plan.judged_until),
            instrument: seen.key("instrument", code(&plan.instrument)),
            double_percent: seen.number("double_percent", plan.double_percent),
            raters: seen.count("raters", plan.raters.len()),
            indicators: seen.count("indicators", plan.indicators.len()),
            ends_day: seen.on("ends_on", plan.ends_on),
            repeats: seen.key("repeats", code(&plan.repeats)),
            draw_method: last.map_or(Cell::Null, |(seen, draw)| {
                seen.code("method", DrawMethod::code(draw.method))
            }),
            frame: sum("frame_size", &|draw| draw.frame_size.0),
            drawn: sum("cases", &|draw| whole(draw.cases.len())),
            targeted: sum("targeted", &|draw| whole(draw.targeted.len())),
            excluded: sum("excluded", &|draw| whole(draw.excluded.len())),
            opened_day: day(EventType::RoundOpened),
            closed_day: day(EventType::RoundClosed),
        },
    );
}

fn drawn(case: &Case<'_>, at: usize, draw: &CasesDrawn, sheet: &mut Sheet) {
    let seen = case.seen(at);
    let head = case.head(at);
    let round = || seen.key("round", draw.round.0.as_str());
    let person = |actor: Option<&Actor>| case.context.person(actor);
    let mut add = |item, of: Option<EventId>, row: DrawnCases, raters: CaseRaters| {
        *sheet.head_mut() = head.clone();
        sheet.head_mut().dossier = of.and_then(|of| case.place(of));
        sheet.add(item, row);
        sheet.add(item, raters);
    };
    for (item, inner, one) in seen.items("cases", &draw.cases) {
        let second = inner.maybe("second", one.second.as_ref());
        add(
            item,
            inner.show("case", one.case.0),
            DrawnCases {
                round: round(),
                stratum: inner.key("stratum", one.stratum.0.as_str()),
                weight: inner.real("weight", one.weight),
                double: inner.flag("second", one.second.is_some()),
                signal: Cell::Null,
            },
            CaseRaters {
                round: round(),
                rater: person(inner.maybe("rater", one.rater.as_ref())),
                second: person(second),
            },
        );
    }
    for (item, inner, one) in seen.items("targeted", &draw.targeted) {
        let signal = inner.maybe("signal", signal_code(&one.signal.0));
        add(
            draw.cases.len() + item,
            inner.show("case", one.case.0),
            DrawnCases {
                round: round(),
                stratum: key_cell(None),
                weight: real_cell(None),
                double: flag_cell(Some(false)),
                signal: code_cell(signal),
            },
            CaseRaters {
                round: round(),
                rater: person(inner.maybe("rater", one.rater.as_ref())),
                second: Cell::Null,
            },
        );
    }
    *sheet.head_mut() = head;
}

fn criteria(case: &Case<'_>, at: usize, held: &ReviewHeld, sheet: &mut Sheet) {
    let seen = case.seen(at);
    for (item, inner, one) in seen.items("criteria", &held.criteria) {
        let number = one.score.number().map(i64::from);
        sheet.add(
            item,
            ReviewCriteria {
                review: Cell::Whole(position(seen.recorded)),
                round: seen.key("round", code(&held.round)),
                criterion: inner.key("criterion", one.criterion.0.as_str()),
                score: inner.code("score", Rating::code(one.score)),
                number: whole_cell(inner.maybe("score", number)),
                evidence: place(case, inner.maybe("evidence", one.evidence)),
            },
        );
    }
}

fn agreed(case: &Case<'_>, at: usize, action: &ActionAgreed, sheet: &mut Sheet) {
    let seen = case.seen(at);
    let checks: Vec<(Seen<'_>, Option<ActionOutcome>)> = case
        .referring(at)
        .filter_map(|at| match case.event(at) {
            Event::ActionChecked(check) => {
                let seen = case.seen(at);
                let outcome = seen.show("outcome", check.outcome);
                Some((seen, outcome))
            }
            _ => None,
        })
        .collect();
    let done = checks
        .iter()
        .find(|(_, outcome)| *outcome == Some(ActionOutcome::Done));
    let last = checks.last().and_then(|(_, outcome)| *outcome);
    sheet.add(
        0,
        Actions {
            finding: place(case, seen.show("finding", action.finding)),
            by_when_day: seen.on("by_when", action.by_when),
            checker: seen.flag("checker", action.checker.is_some()),
            checks: Cell::Whole(whole(checks.len())),
            outcome: code_cell(last.map(ActionOutcome::code)),
            checked_day: day_cell(checks.first().and_then(|(seen, _)| seen.day())),
            done_day: day_cell(done.and_then(|(seen, _)| seen.day())),
        },
    );
}

fn answered(case: &Case<'_>, at: usize, answer: &LearningAnswerLocked, sheet: &mut Sheet) {
    let seen = case.seen(at);
    let stop = seen.show("stop", answer.stop);
    let preferred = seen.items("ranking", &answer.ranking).next();
    let preferred = preferred
        .filter(|(item, ..)| *item == 0)
        .and_then(|(_, inner, one)| inner.maybe("option", one.option));
    sheet.add(
        0,
        LearningAnswers {
            learner: case
                .context
                .person(seen.show("actor", &seen.recorded.common.actor)),
            round: seen.key("round", code(&answer.round)),
            stop: place(case, stop),
            choice_kind: seen.code("choice_kind", DecisionKind::code(answer.choice_kind)),
            actual_kind: code_cell(actual(case, at, stop).map(DecisionKind::code)),
            ranked: seen.count("ranking", answer.ranking.len()),
            preferred: whole_cell(preferred.map(|option| option.0)),
            principles: seen.count("principles", answer.principles.len()),
            law: seen.code("law", Verdict::code(answer.law)),
            means: seen.code("means", Verdict::code(answer.means)),
            self_direction: seen.code("self_direction", Verdict::code(answer.self_direction)),
            confidence: seen.number("confidence", answer.confidence),
            panel: seen.flag("panel", answer.panel),
        },
    );
}
