//! Instruments: purpose, limit, review, extension (R08–R10).

use crate::base::EventId;
use crate::domain::codes::CatalogueKind;
use crate::domain::decide::Situation;
use crate::domain::dossier::{Dossier, InstrumentState};
use crate::domain::events::instrument::{InstrumentEnded, InstrumentExtended, InstrumentStarted};
use crate::domain::refusal::{Refusal, Rule};

pub(crate) fn started(
    situation: &Situation<'_>,
    started: &InstrumentStarted,
    refusals: &mut Vec<Refusal>,
) {
    super::points_at_decision(situation.dossier, started.decision.0, refusals);
    if started.review_on > started.limit {
        let refusal =
            Refusal::because_of(Rule::R08, "review_on", "review-after-limit", started.limit);
        refusals.push(refusal);
    }
    if started.limit <= started.started_on {
        let start = started.started_on;
        refusals.push(Refusal::because_of(
            Rule::R09,
            "limit",
            "limit-not-after-start",
            start,
        ));
    }
    let entry = situation.catalogues.entry(
        CatalogueKind::Instruments,
        &started.instrument.0,
        started.started_on,
    );
    let longest = entry.and_then(|entry| entry.number).map(|number| number.0);
    let days = started.limit.days_since(started.started_on);
    if longest.is_some_and(|longest| f64::from(days) > longest) && started.longer_because.is_none()
    {
        let longest = longest.unwrap_or_default();
        let key = "longer-than-maximum";
        refusals.push(Refusal::because_of(
            Rule::R09,
            "longer_because",
            key,
            longest,
        ));
    }
}

pub(crate) fn extended(
    dossier: &Dossier,
    extended: &InstrumentExtended,
    refusals: &mut Vec<Refusal>,
) {
    let Some(instrument) = must_be_open(dossier, extended.instrument.0, Rule::R10, refusals) else {
        return;
    };
    if extended.limit <= instrument.limit {
        let limit = instrument.limit;
        refusals.push(Refusal::because_of(
            Rule::R10,
            "limit",
            "extension-to-earlier-date",
            limit,
        ));
    }
    if let Some(decision) = extended.decision {
        super::points_at_decision(dossier, decision.0, refusals);
    }
}

pub(crate) fn ended(
    situation: &Situation<'_>,
    ended: &InstrumentEnded,
    refusals: &mut Vec<Refusal>,
) {
    let open = must_be_open(situation.dossier, ended.instrument.0, Rule::Form, refusals);
    super::general::not_after(situation, "ended_on", ended.ended_on, refusals);
    if open.is_some_and(|instrument| ended.ended_on < instrument.started.started_on) {
        refusals.push(Refusal::because(Rule::Form, "ended_on", "end-before-start"));
    }
}

/// The open instrument with this id, or a refusal.
pub(crate) fn must_be_open<'a>(
    dossier: &'a Dossier,
    id: EventId,
    rule: Rule,
    refusals: &mut Vec<Refusal>,
) -> Option<InstrumentState<'a>> {
    let found = points_at_instrument(dossier, id, refusals)?;
    if found.ended_on.is_some() {
        refusals.push(Refusal::because(rule, "instrument", "instrument-not-open"));
        return None;
    }
    Some(found)
}

/// The instrument with this id, or a refusal.
pub(crate) fn points_at_instrument<'a>(
    dossier: &'a Dossier,
    id: EventId,
    refusals: &mut Vec<Refusal>,
) -> Option<InstrumentState<'a>> {
    let found = dossier.instruments().into_iter().find(|one| one.id == id);
    if found.is_none() {
        refusals.push(Refusal::because(
            Rule::Form,
            "instrument",
            "not-an-instrument",
        ));
    }
    found
}
