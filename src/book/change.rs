//! What changed for one client: every measure of a dossier, with its baseline and its phases.
//!
//! It speaks of change, never of what caused it. Values that are shielded are not there, and a
//! value that somebody only mentioned afterwards is no baseline.

use super::error::Error;
use super::history::{AsKnown, KnownAt};
use super::masking::overlaps;
use super::opening::Book;
use crate::base::{Day, EventId};
use crate::domain::codes::{CatalogueKind, Lever};
use crate::domain::events::settings::CatalogueEntry;
use crate::domain::{Catalogues, Dossier, Event};
pub use crate::plot::series::{Dot, Phase, SeriesPicture};
pub use crate::plot::steps::{Panel, Step as PictureStep, StepsPicture};
pub use crate::practice::change::pooled::{Together, Weighted};
pub use crate::practice::change::reliable::{Published, Reliable, reliable_change};
pub use crate::practice::change::series::LADDER_KEY;
pub use crate::practice::change::{
    Change, Indices, Moment, NoChange, NoIndex, Note, Origin, Point, Series, Wanted, indices,
    series,
};

/// What is asked of a dossier.
#[derive(Debug, Clone, Default)]
pub struct Asked {
    /// Only this measure.
    pub measure: Option<String>,
    /// Which history.
    pub as_known: AsKnown,
    /// In which direction a change is wanted.
    pub wanted: Wanted,
    /// What was published about the questionnaire; else the catalogue of instruments is asked.
    pub published: Option<Published>,
}

/// The time of an instrument in a dossier.
#[derive(Debug, Clone, PartialEq)]
pub struct Period {
    /// The event that started it.
    pub id: EventId,
    /// Key of the instrument in the catalogue.
    pub instrument: String,
    /// The lever it works on.
    pub lever: Lever,
    /// First day.
    pub started: Day,
    /// Last day, when it ended.
    pub ended: Option<Day>,
    /// What was to change, by the key of its measure.
    pub expected: String,
}

/// One measure of a client.
#[derive(Debug, Clone)]
pub struct Measure {
    /// The values.
    pub series: Series,
    /// The instrument that the values belong to.
    pub period: Option<Period>,
    /// The figures over before and from the start on; `None` without an instrument.
    pub indices: Option<Result<Indices, NoIndex>>,
    /// The reliable change; `None` without a change to look at.
    pub reliable: Option<Result<Reliable, NoIndex>>,
}

/// The change of a client.
#[derive(Debug, Clone)]
pub struct ClientChange {
    /// Number of the dossier.
    pub number: String,
    /// Which history it is.
    pub as_known: AsKnown,
    /// The last day that it knows of: that of the history, or today.
    pub on: Day,
    /// Every measure, by key.
    pub measures: Vec<Measure>,
}

impl Book {
    /// What was measured of a client and how it changed.
    ///
    /// # Errors
    /// As [`Book::story`].
    pub fn change(&self, number: &str, asked: &Asked) -> Result<ClientChange, Error> {
        let story = self.story(number, asked.as_known)?;
        let hidden = |id: EventId, field: &str| {
            let step = story.steps.iter().find(|step| step.recorded.id == id);
            let shields = step.map_or(&[][..], |step| step.shielded.as_slice());
            shields.iter().any(|shield| overlaps(shield, field))
        };
        let periods = periods(&story.dossier, &hidden);
        let catalogues = self.catalogues()?;
        let measures = series(&story.dossier, &hidden)
            .into_iter()
            .filter(|one| asked.measure.as_ref().is_none_or(|key| one.what == *key))
            .map(|series| measure(series, &periods, asked, &catalogues))
            .collect();
        let known = match asked.as_known.known_at {
            Some(KnownAt::Time(moment)) => moment.day().min(self.now().day()),
            _ => self.now().day(),
        };
        Ok(ClientChange {
            number: number.to_owned(),
            as_known: asked.as_known,
            on: asked.as_known.valid_on.map_or(known, |day| day.min(known)),
            measures,
        })
    }
}

/// The instruments of a dossier; one with a shielded first day is not there.
pub(super) fn periods(dossier: &Dossier, hidden: &dyn Fn(EventId, &str) -> bool) -> Vec<Period> {
    let ended_at = |id: EventId| {
        dossier.events().find_map(|recorded| match &recorded.event {
            Event::InstrumentEnded(ended) if ended.instrument.0 == id => Some(recorded.id),
            _ => None,
        })
    };
    dossier
        .instruments()
        .into_iter()
        .filter(|state| {
            let fields = ["started_on", "instrument", "lever"];
            !fields.iter().any(|field| hidden(state.id, field))
        })
        .map(|state| Period {
            id: state.id,
            instrument: state.started.instrument.0.clone(),
            lever: state.started.lever,
            started: state.started.started_on,
            ended: state.ended_on.filter(|_| {
                let event = ended_at(state.id);
                event.is_none_or(|event| !hidden(event, "ended_on"))
            }),
            expected: state.started.expected.what.0.clone(),
        })
        .collect()
}

/// The instrument that a measure belongs to: the one its last value names, else the last one that
/// was to change it.
fn period_of<'a>(series: &Series, periods: &'a [Period]) -> Option<&'a Period> {
    let named = series
        .points
        .iter()
        .rev()
        .find_map(|point| point.instrument);
    let by_name = named.and_then(|id| periods.iter().find(|period| period.id == id));
    by_name.or_else(|| {
        let mut aimed = periods.iter().rev();
        aimed.find(|period| period.expected == series.what)
    })
}

fn measure(series: Series, periods: &[Period], asked: &Asked, catalogues: &Catalogues) -> Measure {
    let period = period_of(&series, periods).cloned();
    let around = period.as_ref().map(|period| series.around(period.started));
    let indices = around.map(|around| match around {
        Ok((before, after)) => indices(&before, &after, asked.wanted),
        Err(_) => Err(NoIndex::OtherScale),
    });
    let reliable = series.change().ok().map(|change| {
        let published = asked.published.or_else(|| published(change.to, catalogues));
        match published {
            Some(published) => reliable_change(change.from.value, change.to.value, published, 0.95),
            None => Err(NoIndex::NoReliability),
        }
    });
    Measure {
        series,
        period,
        indices,
        reliable,
    }
}

/// What the catalogue of instruments says about the questionnaire of a value on its day: entries
/// with its key, in the units `betrouwbaarheid` and `standaarddeviatie`.
fn published(point: &Point, catalogues: &Catalogues) -> Option<Published> {
    let tool = point.tool.as_deref()?;
    let edition = catalogues.on(CatalogueKind::Instruments, point.day)?;
    let number = |unit: &str| {
        let is = |entry: &&CatalogueEntry| {
            entry.key.0 == tool && entry.unit.as_ref().is_some_and(|one| one.0 == unit)
        };
        let entry = edition.entries.iter().find(is);
        entry.and_then(|entry| entry.number).map(|number| number.0)
    };
    Some(Published {
        reliability: number("betrouwbaarheid")?,
        spread: number("standaarddeviatie")?,
    })
}
