//! Rows of the trajectory itself: its course, contact, handovers, closing, entries and steps.

use super::case::Case;
use super::ledger::Sheet;
use super::seen::{day_cell, key_cell, real_cell, whole, whole_cell};
use super::voice::{band, is_expert};
use crate::base::Day;
use crate::domain::EventType;
use crate::domain::codes::{
    Approach, AssumptionOutcome, BenefitBand, ConversationKind, HandoverManner, Initiator, Place,
    Role, YesNoUnknown,
};
use crate::domain::events::Event;
use crate::domain::events::trajectory::{ConversationHeld, TrajectoryClosed};
use crate::domain::values::{Actor, LadderStep};
use crate::views::table::Cell;
use crate::views::tables::trajectory::{
    ClosingPlaces, Closings, Conversations, Entries, Handovers, Steps, Trajectories,
};

/// The row that every entry has.
pub(super) fn entry(case: &Case<'_>, at: usize, sheet: &mut Sheet) {
    let seen = case.seen(at);
    let common = &seen.recorded.common;
    let recorded_on = case.context.day(seen.recorded.recorded_at);
    let late = seen.day().map(|day| i64::from(recorded_on.days_since(day)));
    sheet.add(
        0,
        Entries {
            event_type: super::seen::code_cell(Some(seen.recorded.event.event_type().name())),
            role: seen.code("role", Role::code(common.role)),
            by: case.context.person(seen.show("actor", &common.actor)),
            minutes_spent: seen.number("minutes_spent", common.minutes_spent),
            initiated_by: seen.code("initiated_by", common.initiated_by.map(Initiator::code)),
            days_late: whole_cell(late),
        },
    );
}

/// The row or rows of an entry of the trajectory.
pub(super) fn rows(case: &Case<'_>, at: usize, sheet: &mut Sheet) {
    let seen = case.seen(at);
    match case.event(at) {
        Event::ConversationHeld(held) => conversation(case, at, held, sheet),
        Event::CaseHandedOver(handover) => {
            let open = handover.open_commitments.0.as_ref().map_or(0, Vec::len);
            let earlier = case
                .of_type(EventType::CaseHandedOver)
                .iter()
                .filter(|other| **other <= at)
                .count();
            sheet.add(
                0,
                Handovers {
                    manner: seen.code("manner", HandoverManner::code(handover.manner)),
                    client_informed: seen.code(
                        "client_informed",
                        YesNoUnknown::code(handover.client_informed),
                    ),
                    open_commitments: seen.count("open_commitments", open),
                    number_in_trajectory: Cell::Whole(whole(earlier)),
                },
            );
        }
        Event::TrajectoryClosed(closed) => closing(case, at, closed, sheet),
        Event::StepImported(step) => {
            let resource = seen.maybe("resource", step.resource.as_ref());
            let resource = resource.map(|resource| Actor(resource.0.clone()));
            let happened = seen.maybe("happened_at", step.happened_at);
            let lifecycle = step.lifecycle.as_ref().map(|text| text.0.as_str());
            sheet.add(
                0,
                Steps {
                    activity: seen.key("activity", step.activity.0.as_str()),
                    happened_at: whole_cell(happened.map(|moment| moment.0)),
                    resource: case.context.person(resource.as_ref()),
                    lifecycle: seen.key("lifecycle", lifecycle),
                },
            );
        }
        _ => {}
    }
}

fn conversation(case: &Case<'_>, at: usize, held: &ConversationHeld, sheet: &mut Sheet) {
    let seen = case.seen(at);
    let present = |wanted: &dyn Fn(Role) -> bool| {
        let any = seen
            .items("participants", &held.participants)
            .any(|(_, seen, one)| seen.show("role", one.role).is_some_and(wanted));
        seen.flag("participants", any)
    };
    let wrong = seen
        .items("assumptions", &held.assumptions)
        .filter(|(_, seen, one)| {
            seen.maybe("outcome", one.outcome) == Some(AssumptionOutcome::Wrong)
        })
        .count();
    sheet.add(
        0,
        Conversations {
            kind: seen.code("kind", ConversationKind::code(held.kind)),
            participants: seen.count("participants", held.participants.len()),
            client_present: present(&|role| role == Role::Client),
            supporter_present: present(&|role| role == Role::ClientSupporter),
            expert_present: present(&is_expert),
            trust: seen.number("trust", held.trust),
            approach: seen.code("approach", held.approach.map(Approach::code)),
            feelings_named: seen.flag("feelings_named", held.feelings_named),
            sanction_mentioned: seen.flag("sanction_mentioned", held.sanction_mentioned),
            client_words: seen.flag("client_words", held.client_words.0.is_some()),
            assumptions: seen.count("assumptions", held.assumptions.len()),
            assumptions_wrong: seen.count("assumptions", wrong),
            wording_terms: seen.wording(),
        },
    );
}

fn closing(case: &Case<'_>, at: usize, closed: &TrajectoryClosed, sheet: &mut Sheet) {
    let seen = case.seen(at);
    sheet.add(
        0,
        Closings {
            self_attribution: seen.number("self_attribution", closed.self_attribution.0),
            self_attribution_asked: seen
                .flag("self_attribution", closed.self_attribution.0.is_some()),
            measured: seen.flag("last_measurement", closed.last_measurement.0.is_some()),
            ladder: seen.number("ladder", closed.ladder),
            account: seen.flag("client_account", closed.client_account.is_some()),
            aftercare_day: seen.on("aftercare_on", closed.aftercare_on),
        },
    );
    if seen.hides("places") {
        return;
    }
    for (item, _, place) in seen.items("places", &closed.places) {
        sheet.add(
            item,
            ClosingPlaces {
                closing: Cell::Whole(super::case::position(seen.recorded)),
                place: super::seen::code_cell(Some(Place::code(*place))),
            },
        );
    }
}

/// The row of the whole dossier; it belongs to its first entry.
pub(super) fn whole_course(case: &Case<'_>, sheet: &mut Sheet) {
    if case.known() == 0 {
        return;
    }
    let seen = case.seen(0);
    let (imported, ladder): (bool, Option<LadderStep>) = match case.event(0) {
        Event::TrajectoryOpened(opened) => (false, seen.maybe("ladder", opened.ladder)),
        Event::TrajectoryImported(_) => (true, None),
        // Without an opening it is not known when it began.
        _ => return,
    };
    let first = |wanted: EventType, day: &dyn Fn(usize) -> Option<Day>| {
        let entries = case.of_type(wanted).iter();
        day_cell(entries.filter_map(|at| day(*at)).min())
    };
    let closing = case.of_type(EventType::TrajectoryClosed).first().copied();
    let team = case
        .team
        .and_then(|at| case.seen(at).recorded.common.team.as_ref());
    let own_team = std::mem::replace(
        &mut sheet.head_mut().team,
        key_cell(team.map(|team| team.0.as_str())),
    );
    sheet.add(
        0,
        Trajectories {
            imported: Cell::Whole(i64::from(imported)),
            opened_day: day_cell(seen.day()),
            closed_day: day_cell(closing.and_then(|at| case.seen(at).day())),
            benefit_band: super::seen::code_cell(band(case).map(BenefitBand::code)),
            ladder_first: whole_cell(ladder.map(|step| step.0)),
            ladder_last: last_ladder(case),
            lead: case.context.person(case.last_lead()),
            closing: whole_cell(closing.map(|at| super::case::position(case.seen(at).recorded))),
            first_perspective_day: first(EventType::FuturePerspectiveVoiced, &|at| {
                case.seen(at).day()
            }),
            first_instrument_day: first(EventType::InstrumentStarted, &|at| match case.event(at) {
                Event::InstrumentStarted(started) => {
                    case.seen(at).show("started_on", started.started_on)
                }
                _ => None,
            }),
            self_efficacy_start: real_cell(case.self_efficacy()),
        },
    );
    sheet.head_mut().team = own_team;
}

/// The last step of the ladder, when it is a whole step from 1 to 6.
fn last_ladder(case: &Case<'_>) -> Cell {
    let last = case.ladder.map(|(_, step)| step);
    let step =
        (1_i32..=6).find(|step| last.is_some_and(|last| (last - f64::from(*step)).abs() < 0.5));
    whole_cell(step.map(i64::from))
}
