//! The series of a dossier: what was measured of one client, in order of time.
//!
//! Measurements are those of E24, with the first picture of the situation as their zero: the
//! ladder at the opening (E01), life domains (E05), the behaviour picture (E06) and needs (E07).
//! A value that a person only mentioned afterwards (*earlier*) is shown and never a baseline.

use std::collections::BTreeMap;

use crate::base::{Day, EventId};
use crate::domain::codes::{MeasureMoment, Source};
use crate::domain::{Dossier, Event, Recorded, Words};

/// Scale of a score from 1 to 5.
const SCORE: &str = "1-5";

/// Scale of the participation ladder.
const LADDER: &str = "1-6";

/// What the ladder is called among the measures.
pub const LADDER_KEY: &str = "ladder";

/// When a measurement was taken.
pub type Moment = MeasureMoment;

/// Which event a value comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// A measurement (E24).
    Measured,
    /// A behaviour picture (E06).
    Picture,
    /// A life domain (E05).
    Domain,
    /// A need (E07).
    Need,
    /// The opening (E01).
    Opening,
    /// The closing (E43).
    Closing,
}

impl Origin {
    /// Its code, as in the table of measurements.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Measured => "meting",
            Self::Picture => "gedragsbeeld",
            Self::Domain => "leefgebied",
            Self::Need => "behoefte",
            Self::Opening => "opening",
            Self::Closing => "afsluiting",
        }
    }
}

/// One measured value.
#[derive(Debug, Clone, PartialEq)]
pub struct Point {
    /// The event it stands in.
    pub event: EventId,
    /// The day it was measured.
    pub day: Day,
    /// The value, on its own scale.
    pub value: f64,
    /// The scale, such as `1-5`.
    pub scale: String,
    /// The moment; a first picture is a zero measurement.
    pub moment: Moment,
    /// Whose account it is.
    pub by: Option<Source>,
    /// Where it comes from.
    pub origin: Origin,
    /// The instrument it belongs to.
    pub instrument: Option<EventId>,
    /// What was mentioned as an earlier value; not measured here.
    pub stated_earlier: Option<f64>,
    /// The questionnaire or tool.
    pub tool: Option<String>,
    /// Other explanations of a change, in words.
    pub other_explanations: Option<Words>,
}

/// Every value of one measure of one client.
#[derive(Debug, Clone, PartialEq)]
pub struct Series {
    /// Key of the measure, such as `geloof_in_eigen_kunnen`.
    pub what: String,
    /// The values, in order of time.
    pub points: Vec<Point>,
}

/// Why no change is computed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoChange {
    /// There is no zero measurement before it.
    NoBaseline,
    /// There is nothing after the zero measurement.
    NothingLater,
    /// The two values stand on different scales.
    OtherScale,
}

impl NoChange {
    /// The key of the reason, for texts and programs.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::NoBaseline => "no-baseline",
            Self::NothingLater => "nothing-later",
            Self::OtherScale => "other-scale",
        }
    }
}

/// A change between the baseline and a later value.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Change<'a> {
    /// The baseline.
    pub from: &'a Point,
    /// The later value.
    pub to: &'a Point,
}

impl Change<'_> {
    /// The later value minus the baseline.
    #[must_use]
    pub fn amount(&self) -> f64 {
        self.to.value - self.from.value
    }

    /// Whether two different persons gave the values.
    #[must_use]
    pub fn by_others(&self) -> bool {
        self.from.by.is_some() && self.to.by.is_some() && self.from.by != self.to.by
    }
}

impl Series {
    /// The baseline: the first zero measurement.
    #[must_use]
    pub fn baseline(&self) -> Option<&Point> {
        self.points
            .iter()
            .find(|point| point.moment == MeasureMoment::Zero)
    }

    /// The change from the baseline to the last value.
    ///
    /// # Errors
    /// [`NoChange`].
    pub fn change(&self) -> Result<Change<'_>, NoChange> {
        let later = |point: &&Point| point.moment != MeasureMoment::Zero;
        match self.points.iter().rev().find(later) {
            Some(last) => self.change_to(last, None),
            None => Err(NoChange::NothingLater),
        }
    }

    /// The change to one value: from the first zero measurement of this instrument up to then,
    /// else from the first of all.
    ///
    /// # Errors
    /// [`NoChange`].
    pub fn change_to<'a>(
        &'a self,
        to: &'a Point,
        instrument: Option<EventId>,
    ) -> Result<Change<'a>, NoChange> {
        let zeros = || {
            let zero = |point: &&Point| point.moment == MeasureMoment::Zero && point.day <= to.day;
            self.points.iter().filter(zero)
        };
        let own = || zeros().find(|point| point.instrument == instrument);
        let own = instrument.and_then(|_| own());
        let from = own.or_else(|| zeros().next()).ok_or(NoChange::NoBaseline)?;
        if from.scale != to.scale {
            return Err(NoChange::OtherScale);
        }
        Ok(Change { from, to })
    }

    /// The values before and from a day on, when all stand on one scale. A zero measurement on the
    /// day itself comes before.
    ///
    /// # Errors
    /// [`NoChange::OtherScale`].
    pub fn around(&self, start: Day) -> Result<(Vec<f64>, Vec<f64>), NoChange> {
        if self
            .points
            .windows(2)
            .any(|pair| pair[0].scale != pair[1].scale)
        {
            return Err(NoChange::OtherScale);
        }
        let (before, after): (Vec<&Point>, Vec<&Point>) =
            self.points.iter().partition(|point| point.is_before(start));
        let values = |points: Vec<&Point>| points.iter().map(|point| point.value).collect();
        Ok((values(before), values(after)))
    }
}

impl Point {
    /// Whether it was measured before something that began on this day.
    #[must_use]
    pub fn is_before(&self, start: Day) -> bool {
        self.day < start || (self.day == start && self.moment == MeasureMoment::Zero)
    }
}

/// Every series of a dossier, by the key of its measure. `hidden` tells which fields of an event
/// are shielded; such a value is not there.
#[must_use]
pub fn series(dossier: &Dossier, hidden: &dyn Fn(EventId, &str) -> bool) -> Vec<Series> {
    let mut all: BTreeMap<String, Vec<Point>> = BTreeMap::new();
    for recorded in dossier.events() {
        // Without these a value has no place in a series.
        let needed: &[&str] = match &recorded.event {
            Event::EffectMeasured(_) => &["occurred_on", "what", "scale", "moment"],
            Event::LifeDomainAssessed(_) => &["occurred_on", "domain"],
            _ => &["occurred_on"],
        };
        if needed.iter().any(|field| hidden(recorded.id, field)) {
            continue;
        }
        take(recorded, &mut |what, field, mut point| {
            let item = field.strip_suffix(".met");
            let unnamed = item.is_some_and(|item| hidden(recorded.id, &format!("{item}.need")));
            if unnamed || hidden(recorded.id, field) {
                return;
            }
            let points = all.entry(what.to_owned()).or_default();
            let first = |one: &Point| one.origin == point.origin;
            if point.moment == MeasureMoment::Zero
                && point.origin != Origin::Measured
                && points.iter().any(first)
            {
                // Only the first picture is a zero measurement; the next one looks again.
                point.moment = MeasureMoment::Between;
            }
            points.push(point);
        });
    }
    let in_order = |(what, mut points): (String, Vec<Point>)| {
        points.sort_by_key(|point| (point.day, point.moment != MeasureMoment::Zero));
        Series { what, points }
    };
    all.into_iter().map(in_order).collect()
}

/// The values that one event holds: measure, field, point.
fn take(recorded: &Recorded, give: &mut dyn FnMut(&str, &str, Point)) {
    let point = |value: f64, scale: &str, moment, by, origin| Point {
        event: recorded.id,
        day: recorded.common.occurred_on,
        value,
        scale: scale.to_owned(),
        moment,
        by,
        origin,
        instrument: None,
        stated_earlier: None,
        tool: None,
        other_explanations: None,
    };
    let zero = MeasureMoment::Zero;
    match &recorded.event {
        Event::EffectMeasured(measured) => {
            let scale = measured.scale.0.replace(['–', ' '], "-");
            let mut one = point(
                measured.value.0,
                &scale,
                measured.moment,
                Some(measured.by),
                Origin::Measured,
            );
            one.instrument = measured.instrument.map(|instrument| instrument.0);
            one.stated_earlier = measured.earlier.map(|earlier| earlier.0);
            one.tool = measured.tool.as_ref().map(|tool| tool.0.clone());
            one.other_explanations
                .clone_from(&measured.other_explanations);
            give(&measured.what.0, "value", one);
        }
        Event::TrajectoryOpened(opened) => {
            if let Some(step) = opened.ladder {
                let one = point(whole(step.0), LADDER, zero, None, Origin::Opening);
                give(LADDER_KEY, "ladder", one);
            }
        }
        Event::TrajectoryClosed(closed) => {
            if let Some(step) = closed.ladder {
                let end = MeasureMoment::End;
                let one = point(whole(step.0), LADDER, end, None, Origin::Closing);
                give(LADDER_KEY, "ladder", one);
            }
        }
        Event::LifeDomainAssessed(domain) => {
            // The client's own score comes first.
            let scores = [
                ("client_score", domain.client_score, Source::Client),
                (
                    "professional_score",
                    domain.professional_score,
                    Source::Professional,
                ),
            ];
            let found = scores
                .into_iter()
                .find_map(|(field, score, by)| Some((field, score?, by)));
            if let Some((field, score, by)) = found {
                let one = point(whole(score.0), SCORE, zero, Some(by), Origin::Domain);
                give(domain.domain.code(), field, one);
            }
        }
        Event::BehaviourPictureMade(picture) => {
            let (willing, able) = (&picture.willing, &picture.able);
            for (what, field, score) in [
                ("houding", "willing.attitude", willing.attitude),
                (
                    "sociale_druk",
                    "willing.social_pressure",
                    willing.social_pressure,
                ),
                (
                    "geloof_in_eigen_kunnen",
                    "willing.self_efficacy",
                    willing.self_efficacy,
                ),
                ("intentie", "willing.intention", willing.intention),
                ("vaardigheid", "able.skill", able.skill),
                ("omgeving", "able.environment", able.environment),
            ] {
                if let Some(score) = score {
                    give(
                        what,
                        field,
                        point(whole(score.0), SCORE, zero, None, Origin::Picture),
                    );
                }
            }
        }
        Event::NeedsVoiced(voiced) => {
            for (place, need) in voiced.needs.iter().enumerate() {
                let by = Some(voiced.source);
                let one = point(whole(need.met.0), SCORE, zero, by, Origin::Need);
                give(need.need.code(), &format!("needs.{place}.met"), one);
            }
        }
        _ => {}
    }
}

/// A score as a number; scores are small.
fn whole(score: i64) -> f64 {
    score as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    fn point(on: &str, value: f64, moment: Moment) -> Point {
        Point {
            event: EventId::derived(&format!("{on} {value}")),
            day: day(on),
            value,
            scale: SCORE.to_owned(),
            moment,
            by: None,
            origin: Origin::Measured,
            instrument: None,
            stated_earlier: None,
            tool: None,
            other_explanations: None,
        }
    }

    fn of(points: Vec<Point>) -> Series {
        Series {
            what: "vaardigheid".to_owned(),
            points,
        }
    }

    #[test]
    fn change_needs_a_baseline_on_the_same_scale() {
        let mut later = point("2025-06-01", 4.0, Moment::End);
        later.stated_earlier = Some(1.0);
        assert_eq!(of(vec![later.clone()]).change(), Err(NoChange::NoBaseline));
        let zero = point("2025-01-01", 2.0, Moment::Zero);
        assert_eq!(of(vec![zero.clone()]).change(), Err(NoChange::NothingLater));
        let series = of(vec![zero.clone(), later.clone()]);
        assert!((series.change().unwrap().amount() - 2.0).abs() < 1e-12);
        later.scale = "1-10".to_owned();
        assert_eq!(of(vec![zero, later]).change(), Err(NoChange::OtherScale));
    }

    #[test]
    fn an_instrument_with_a_zero_of_its_own_counts_from_it() {
        let instrument = EventId::derived("stage");
        let mut own = point("2025-03-01", 3.0, Moment::Zero);
        own.instrument = Some(instrument);
        let last = point("2025-06-01", 4.0, Moment::End);
        let series = of(vec![
            point("2025-01-01", 1.0, Moment::Zero),
            own,
            last.clone(),
        ]);
        let amount = |instrument| series.change_to(&last, instrument).unwrap().amount();
        assert!((amount(None) - 3.0).abs() < 1e-12);
        assert!((amount(Some(instrument)) - 1.0).abs() < 1e-12);
    }

    #[test]
    fn a_zero_on_the_day_of_the_start_comes_before() {
        let series = of(vec![
            point("2025-05-12", 2.0, Moment::Zero),
            point("2025-05-12", 3.0, Moment::Between),
            point("2025-08-20", 4.0, Moment::Between),
        ]);
        let (before, after) = series.around(day("2025-05-12")).unwrap();
        assert_eq!((before, after), (vec![2.0], vec![3.0, 4.0]));
    }
}
