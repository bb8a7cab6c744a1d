//! Rows of what an organisation records: obstacles, answers, bundles, policy.

use super::case::{Case, position};
use super::ledger::Sheet;
use super::seen::{code_cell, day_cell, whole_cell};
use crate::domain::codes::{Direction, Initiator, Nature, ObstacleKind, OrganisationVerdict, Role};
use crate::domain::events::Event;
use crate::domain::events::organisation::OrganisationalObstacleRaised;
use crate::views::table::Cell;
use crate::views::tables::organisation::{
    BundleExceptions, Bundles, Obstacles, OrganisationAnswers, OrganisationMinutes, PolicyContext,
};

/// The row or rows of an entry of an organisation.
pub(super) fn rows(case: &Case<'_>, at: usize, sheet: &mut Sheet) {
    let seen = case.seen(at);
    let common = &seen.recorded.common;
    if let Some(minutes) = seen.maybe("minutes_spent", common.minutes_spent) {
        sheet.add(
            0,
            OrganisationMinutes {
                minutes: Cell::Whole(minutes.0),
                known_from: Cell::Whole(seen.recorded.recorded_at.0),
            },
        );
    }
    match case.event(at) {
        Event::OrganisationalObstacleRaised(raised) => obstacle(case, at, raised, sheet),
        Event::OrganisationAnswered(answer) => {
            let about = seen.show("about", answer.about);
            let entry = about.and_then(|about| case.find(about.0));
            let source = answer.source.0.as_ref();
            sheet.add(
                0,
                OrganisationAnswers {
                    about: whole_cell(about.and_then(|about| case.place(about.0))),
                    about_type: code_cell(entry.map(|at| case.event(at).event_type().name())),
                    verdict: seen.code("verdict", OrganisationVerdict::code(answer.verdict)),
                    source: seen.key("source", source.map(|one| one.0.as_str())),
                    owner: seen.key("owner", answer.owner.0.as_str()),
                    valid_from_day: seen.on("valid_from", answer.valid_from),
                },
            );
        }
        Event::ExceptionsBundled(bundle) => {
            sheet.add(
                0,
                Bundles {
                    nature: seen.code("nature", Nature::code(bundle.nature)),
                    addressee: seen.key("addressee", bundle.addressee.0.as_str()),
                    cost: seen.money("cost_sum_eur", bundle.cost_sum_eur),
                    exceptions: seen.count("exceptions", bundle.exceptions.len()),
                    answered_day: answered(case, at),
                },
            );
            for (item, _, exception) in seen.items("exceptions", &bundle.exceptions) {
                sheet.add(
                    item,
                    BundleExceptions {
                        bundle: Cell::Whole(position(seen.recorded)),
                        exception: whole_cell(case.place(exception.0)),
                    },
                );
            }
        }
        Event::PolicyContextNoted(noted) => sheet.add(
            0,
            PolicyContext {
                from_day: seen.on("from", noted.from),
                until_day: seen.on("until", noted.until),
                direction: seen.code("direction", Direction::code(noted.direction)),
                topic: seen.key("topic", noted.topic.as_ref().map(|one| one.0.as_str())),
            },
        ),
        _ => {}
    }
}

fn obstacle(case: &Case<'_>, at: usize, raised: &OrganisationalObstacleRaised, sheet: &mut Sheet) {
    let seen = case.seen(at);
    let common = &seen.recorded.common;
    let last = case.referring(at).rev().find_map(|later| {
        let Event::OrganisationAnswered(answer) = case.event(later) else {
            return None;
        };
        Some(case.seen(later).show("verdict", answer.verdict))
    });
    let claimed = raised.claimed_source.0.as_ref();
    sheet.add(
        0,
        Obstacles {
            kind: seen.code("kind", ObstacleKind::code(raised.kind)),
            claimed_source: seen.key("claimed_source", claimed.map(|one| one.0.as_str())),
            by_role: seen.code("role", Role::code(common.role)),
            initiated_by: seen.code("initiated_by", common.initiated_by.map(Initiator::code)),
            answered_day: answered(case, at),
            answer: code_cell(last.flatten().map(OrganisationVerdict::code)),
        },
    );
}

/// Day of the first answer.
fn answered(case: &Case<'_>, at: usize) -> Cell {
    let answer = |event: &Event| matches!(event, Event::OrganisationAnswered(_));
    day_cell(case.first_day(at, answer))
}
