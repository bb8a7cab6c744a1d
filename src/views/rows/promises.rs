//! Rows of promises: by when, by whom, kept or not, and open at which handover.

use super::case::Case;
use super::ledger::Sheet;
use super::seen::{code_cell, day_cell, whole_cell};
use crate::domain::EventType;
use crate::domain::codes::Role;
use crate::domain::envelope::Promise;
use crate::views::table::Cell;
use crate::views::tables::audit::Promises;

/// The promises of an entry.
pub(super) fn rows(case: &Case<'_>, at: usize, sheet: &mut Sheet) {
    let seen = case.seen(at);
    for (place, inner, promise) in seen.items("promises", &seen.recorded.common.promises) {
        let kept = kept(case, at, place);
        let by = inner.show("by", &promise.by);
        sheet.add(
            place,
            Promises {
                number: Cell::Whole(Case::number(place)),
                due_day: inner.on("by_when", promise.by_when),
                by: case.context.person(by),
                by_role: code_cell(by.and_then(|_| role_of(case, at, promise)).map(Role::code)),
                kept_day: day_cell(kept.and_then(|kept| case.seen(kept).day())),
                handover: whole_cell(handover(case, at, kept)),
            },
        );
    }
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
