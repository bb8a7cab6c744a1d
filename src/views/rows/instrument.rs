//! Rows of instruments: their course, reviews and extensions.

use super::case::Case;
use super::ledger::Sheet;
use super::seen::{code_cell, day_cell, flag_cell, whole, whole_cell};
use crate::base::Day;
use crate::domain::codes::{EndReason, InstrumentVerdict, Lever};
use crate::domain::events::Event;
use crate::domain::events::instrument::{
    InstrumentExtended, InstrumentReviewed, InstrumentStarted,
};
use crate::domain::values::EventRef;
use crate::views::table::Cell;
use crate::views::tables::instrument::{InstrumentExtensions, InstrumentReviews, Instruments};

/// The norm for how long a measurement counts before an extension.
const MEASURED_BEFORE: &str = "meting_voor_verlenging_dagen";

/// How an instrument went so far.
#[derive(Debug, Default)]
pub(super) struct Course {
    /// The limit that holds now.
    pub(super) limit: Option<Day>,
    extensions: usize,
    /// Day of the first review.
    pub(super) reviewed: Option<Day>,
    /// Last day, when it ended.
    pub(super) ended: Option<Day>,
    reason: Option<EndReason>,
    measured: Option<bool>,
}

impl Course {
    pub(super) fn of(case: &Case<'_>, at: usize, started: &InstrumentStarted) -> Self {
        let mut course = Self {
            limit: case.seen(at).show("limit", started.limit),
            ..Self::default()
        };
        for later in case.referring(at) {
            let seen = case.seen(later);
            match case.event(later) {
                Event::InstrumentReviewed(_) => {
                    course.reviewed = course.reviewed.or(seen.day());
                }
                Event::InstrumentExtended(extended) => {
                    course.extensions += 1;
                    course.limit = seen.show("limit", extended.limit);
                }
                Event::InstrumentEnded(ended) => {
                    course.ended = seen.show("ended_on", ended.ended_on);
                    course.reason = seen.show("reason", ended.reason);
                    course.measured = seen.show("result", ended.result.0.is_some());
                }
                _ => {}
            }
        }
        course
    }
}

pub(super) fn started(case: &Case<'_>, at: usize, started: &InstrumentStarted, sheet: &mut Sheet) {
    let seen = case.seen(at);
    let course = Course::of(case, at, started);
    let decision = seen.show("decision", started.decision);
    let provider = started.provider.as_ref().map(|one| one.0.as_str());
    sheet.add(
        0,
        Instruments {
            instrument: seen.key("instrument", started.instrument.0.as_str()),
            lever: seen.code("lever", Lever::code(started.lever)),
            started_day: seen.on("started_on", started.started_on),
            first_limit_day: seen.on("limit", started.limit),
            limit_day: day_cell(course.limit),
            review_day: seen.on("review_on", started.review_on),
            decision: whole_cell(decision.and_then(|decision| case.place(decision.0))),
            cost: seen.money("cost_eur", started.cost_eur),
            provider: seen.key("provider", provider),
            bundled: seen.flag("bundled", started.bundled),
            useful: seen.number("useful", started.useful),
            expected_what: seen.key("expected.what", started.expected.what.0.as_str()),
            expected_from: seen.real("expected.from", started.expected.from),
            expected_to: seen.real("expected.to", started.expected.to),
            extensions: Cell::Whole(whole(course.extensions)),
            first_reviewed_day: day_cell(course.reviewed),
            ended_day: day_cell(course.ended),
            end_reason: code_cell(course.reason.map(EndReason::code)),
            result_measured: flag_cell(course.measured),
        },
    );
}

pub(super) fn reviewed(case: &Case<'_>, at: usize, review: &InstrumentReviewed, sheet: &mut Sheet) {
    let seen = case.seen(at);
    let instrument = seen.show("instrument", review.instrument);
    sheet.add(
        0,
        InstrumentReviews {
            instrument_started: place(case, instrument),
            verdict: seen.code("verdict", InstrumentVerdict::code(review.verdict)),
            useful: seen.number("useful", review.useful),
            measured: seen.flag("measurement", review.measurement.is_some()),
        },
    );
}

pub(super) fn extended(
    case: &Case<'_>,
    at: usize,
    extended: &InstrumentExtended,
    sheet: &mut Sheet,
) {
    let seen = case.seen(at);
    let instrument = seen.show("instrument", extended.instrument);
    let decision = seen.maybe("decision", extended.decision);
    let measured = measured_before(case, at, extended);
    sheet.add(
        0,
        InstrumentExtensions {
            instrument_started: place(case, instrument),
            limit_day: seen.on("limit", extended.limit),
            measured_before: flag_cell(measured),
            decision: place(case, decision),
        },
    );
}

/// Whether the instrument was measured in the days before, by the norm of that day.
fn measured_before(case: &Case<'_>, at: usize, extended: &InstrumentExtended) -> Option<bool> {
    let seen = case.seen(at);
    let day = seen.day()?;
    let days = case
        .context
        .norm(MEASURED_BEFORE, day, seen.recorded.recorded_at)?;
    let instrument = case.find(extended.instrument.0);
    let counts = |later: usize| {
        let measured = case.seen(later);
        matches!(case.event(later), Event::EffectMeasured(_))
            && !measured.hides("value")
            && measured.day().is_some_and(|one| {
                let before = day.days_since(one);
                before >= 0 && f64::from(before) <= days
            })
    };
    Some(instrument.is_some_and(|instrument| case.referring(instrument).any(counts)))
}

fn place(case: &Case<'_>, reference: Option<EventRef>) -> Cell {
    whole_cell(reference.and_then(|reference| case.place(reference.0)))
}
