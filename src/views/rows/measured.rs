//! Values that an entry measured: the measurements, and the zero values of the picture.

use std::borrow::Cow;

use super::case::Case;
use super::kept::kept;
use super::ledger::Sheet;
use super::seen::{Seen, code_cell, day_cell, real_cell, whole_cell};
use crate::base::Day;
use crate::domain::codes::{LifeDomain, MeasureMoment, Need, Source};
use crate::domain::events::Event;
use crate::domain::values::{EventRef, Number};
use crate::views::table::Cell;
use crate::views::tables::instrument::Measurements;

/// The scale of scores from 1 to 5.
const SCORE: &str = "1-5";
/// The scale of the participation ladder.
const LADDER_SCALE: &str = "1-6";
/// What a step of the participation ladder is called.
pub(super) const LADDER: &str = "ladder";
/// What self-efficacy is called.
pub(super) const SELF_EFFICACY: &str = "geloof_in_eigen_kunnen";

/// One value.
#[derive(Debug, Clone)]
pub(super) struct Measured {
    source: &'static str,
    /// What was measured.
    pub(super) what: Cow<'static, str>,
    /// The value.
    pub(super) value: f64,
    scale: Option<Cow<'static, str>>,
    /// Moment; `None` when it is shielded.
    pub(super) moment: Option<MeasureMoment>,
    by: Option<Source>,
    instrument: Option<EventRef>,
    stated_earlier: Option<f64>,
    other_explanations: Option<bool>,
    /// The first zero value of the same before it.
    pub(super) baseline: Option<(f64, Option<Day>)>,
}

impl Measured {
    /// A score of the picture: a zero value, unless one was recorded before it.
    fn score(source: &'static str, what: &'static str, value: i64, by: Option<Source>) -> Self {
        Self {
            source,
            what: Cow::Borrowed(what),
            // Scores are small: every one is exact.
            value: f64::from(i32::try_from(value).unwrap_or(0)),
            scale: Some(Cow::Borrowed(SCORE)),
            moment: Some(MeasureMoment::Zero),
            by,
            instrument: None,
            stated_earlier: None,
            other_explanations: Some(false),
            baseline: None,
        }
    }

    /// A score of the picture that is taken again is no zero value.
    pub(super) fn settle(&mut self) {
        let picture = !matches!(self.source, "meting" | "opening" | "afsluiting");
        if picture && self.baseline.is_some() {
            self.moment = Some(MeasureMoment::Between);
        }
    }

    /// What an entry measured, as far as it is not shielded.
    pub(super) fn of(seen: &Seen<'_>) -> Vec<Self> {
        let mut found = Vec::new();
        let mut score = |source, path: &str, what, value: Option<Number<1, 5>>, by| {
            if let Some(value) = seen.maybe(path, value) {
                found.push(Self::score(source, what, value.0, by));
            }
        };
        match &seen.recorded.event {
            Event::LifeDomainAssessed(assessed) => {
                let Some(domain) = seen.show("domain", assessed.domain).map(LifeDomain::code)
                else {
                    return found;
                };
                let (client, professional) = (assessed.client_score, assessed.professional_score);
                let source = "leefgebied";
                score(source, "client_score", domain, client, Some(Source::Client));
                let by = Some(Source::Professional);
                score(source, "professional_score", domain, professional, by);
            }
            Event::BehaviourPictureMade(picture) => {
                let (will, able) = (&picture.willing, &picture.able);
                let source = "gedragsbeeld";
                score(source, "willing.attitude", "houding", will.attitude, None);
                let pressure = will.social_pressure;
                let path = "willing.social_pressure";
                score(source, path, "sociale_druk", pressure, None);
                let path = "willing.self_efficacy";
                score(source, path, SELF_EFFICACY, will.self_efficacy, None);
                score(
                    source,
                    "willing.intention",
                    "intentie",
                    will.intention,
                    None,
                );
                score(source, "able.skill", "vaardigheid", able.skill, None);
                score(
                    source,
                    "able.environment",
                    "omgeving",
                    able.environment,
                    None,
                );
            }
            Event::NeedsVoiced(voiced) => {
                let by = seen.show("source", voiced.source);
                for (_, seen, need) in seen.items("needs", &voiced.needs) {
                    let what = seen.show("need", need.need).map(Need::code);
                    if let (Some(what), Some(met)) = (what, seen.show("met", need.met)) {
                        found.push(Self::score("behoefte", what, met.0, by));
                    }
                }
            }
            Event::TrajectoryOpened(opened) => {
                if let Some(step) = seen.maybe("ladder", opened.ladder) {
                    found.push(Self::ladder("opening", step, MeasureMoment::Zero));
                }
            }
            Event::TrajectoryClosed(closed) => {
                if let Some(step) = seen.maybe("ladder", closed.ladder) {
                    found.push(Self::ladder("afsluiting", step, MeasureMoment::End));
                }
            }
            Event::EffectMeasured(measured) => {
                let what = seen.show("what", &measured.what);
                let value = seen.show("value", measured.value);
                if let (Some(what), Some(value)) = (what, value) {
                    let earlier = seen.maybe("earlier", measured.earlier);
                    let explained = measured.other_explanations.is_some();
                    found.push(Self {
                        source: "meting",
                        what: kept(&what.0),
                        value: value.0,
                        scale: seen
                            .show("scale", &measured.scale)
                            .map(|scale| kept(&scale.0)),
                        moment: seen.show("moment", measured.moment),
                        by: seen.show("by", measured.by),
                        instrument: seen.maybe("instrument", measured.instrument),
                        stated_earlier: earlier.map(|earlier| earlier.0),
                        other_explanations: seen.show("other_explanations", explained),
                        baseline: None,
                    });
                }
            }
            _ => {}
        }
        found
    }

    fn ladder(source: &'static str, step: Number<1, 6>, moment: MeasureMoment) -> Self {
        Self {
            scale: Some(Cow::Borrowed(LADDER_SCALE)),
            moment: Some(moment),
            ..Self::score(source, LADDER, step.0, None)
        }
    }
}

/// The measurements of an entry.
pub(super) fn rows(case: &Case<'_>, at: usize, sheet: &mut Sheet) {
    let Some(measured) = case.measured.get(&at) else {
        return;
    };
    for (item, one) in measured.iter().enumerate() {
        let instrument = one.instrument.and_then(|reference| case.place(reference.0));
        sheet.add(
            item,
            Measurements {
                source: code_cell(Some(one.source)),
                what: Cell::Text(one.what.clone()),
                value: Cell::Real(one.value),
                scale: one.scale.clone().map_or(Cell::Null, Cell::Text),
                moment: code_cell(one.moment.map(MeasureMoment::code)),
                by: code_cell(one.by.map(Source::code)),
                instrument_started: whole_cell(instrument),
                stated_earlier: real_cell(one.stated_earlier),
                baseline: real_cell(one.baseline.map(|(value, _)| value)),
                baseline_day: day_cell(one.baseline.and_then(|(_, day)| day)),
                change: real_cell(one.baseline.map(|(value, _)| one.value - value)),
                other_explanations: whole_cell(one.other_explanations.map(i64::from)),
            },
        );
    }
}
