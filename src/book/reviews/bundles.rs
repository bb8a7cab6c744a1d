//! Exceptions that wait to be bundled, bundles and obstacles with their answers, and what is open.

use std::collections::{BTreeMap, HashMap, HashSet};

use serde::Serialize;

use super::error::ReviewError;
use crate::base::{Day, EventId};
use crate::book::error::Error;
use crate::book::masking::{masked_event, shields};
use crate::book::opening::Book;
use crate::domain::codes::CatalogueKind;
use crate::domain::events::organisation::{ExceptionsBundled, OrganisationalObstacleRaised};
use crate::domain::{Dossier, Event, EventType, Recorded};
use crate::store::Opening;

/// Days in which a bundle is to be answered, when no norm says otherwise (Q43).
const ANSWER_DAYS: i32 = 90;

/// An answer of the organisation.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Answered {
    /// On which day.
    #[serde(serialize_with = "as_text")]
    pub on: Day,
    /// Code of the verdict.
    pub verdict: &'static str,
    /// Its source; none when it says that there is none.
    pub source: Option<String>,
    /// Who owns it.
    pub owner: String,
    /// The answer in words.
    pub answer: Option<String>,
    /// From which day it holds.
    #[serde(serialize_with = "as_maybe")]
    pub valid_from: Option<Day>,
}

/// A bundle of exceptions.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Bundle {
    /// Its event, by which it is answered.
    pub id: String,
    /// On which day it was made.
    #[serde(serialize_with = "as_text")]
    pub on: Day,
    /// How many exceptions are in it.
    pub exceptions: usize,
    /// What they share.
    pub pattern: Option<String>,
    /// Code: incidental or structural.
    pub nature: &'static str,
    /// The proposal.
    pub proposal: Option<String>,
    /// To whom.
    pub addressee: String,
    /// The day by which it is to be answered.
    #[serde(serialize_with = "as_text")]
    pub due: Day,
    /// The answer.
    pub answer: Option<Answered>,
}

/// An obstacle.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Obstacle {
    /// Its event, by which it is answered.
    pub id: String,
    /// On which day it was raised.
    #[serde(serialize_with = "as_text")]
    pub on: Day,
    /// Code of its kind.
    pub kind: &'static str,
    /// Code of the role that raised it.
    pub by: &'static str,
    /// What stands in the way.
    pub what: Option<String>,
    /// The source that was claimed.
    pub claimed: Option<String>,
    /// The answer.
    pub answer: Option<Answered>,
    /// Days between raising and answer, or until the day of the overview.
    pub days: i32,
}

/// A rule or habit with exceptions that are in no bundle.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Unbundled {
    /// The rule or habit.
    pub norm: String,
    /// The exceptions, by their events.
    pub exceptions: Vec<String>,
}

/// What stands in the way, what was asked of the organisation, and what it said.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Overview {
    /// The day it is about.
    #[serde(serialize_with = "as_text")]
    pub on: Day,
    /// Obstacles: open ones first, the oldest first.
    pub obstacles: Vec<Obstacle>,
    /// Bundles: those past their day first.
    pub bundles: Vec<Bundle>,
    /// Exceptions that wait to be bundled.
    pub unbundled: Vec<Unbundled>,
}

fn as_text<S: serde::Serializer>(day: &Day, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(day)
}

fn as_maybe<S: serde::Serializer>(day: &Option<Day>, serializer: S) -> Result<S::Ok, S::Error> {
    match day {
        Some(day) => serializer.collect_str(day),
        None => serializer.serialize_none(),
    }
}

impl Bundle {
    /// Whether it should have been answered by a day.
    #[must_use]
    pub fn is_late(&self, on: Day) -> bool {
        self.answer.is_none() && self.due < on
    }
}

impl Book {
    /// The obstacles, bundles and exceptions of a municipality, as they stand on a day.
    ///
    /// # Errors
    /// [`Error::Store`].
    pub fn obstacles(&self, municipality: Option<&str>, on: Day) -> Result<Overview, Error> {
        let municipality = municipality.unwrap_or(&self.config().municipality);
        let events = self.told_by(municipality)?;
        let mut answers: HashMap<EventId, Answered> = HashMap::new();
        let happened = |one: &&Recorded| one.common.occurred_on <= on;
        for recorded in events.events().filter(happened) {
            if let Event::OrganisationAnswered(answer) = &recorded.event {
                // The last answer counts: an organisation may think again.
                answers.insert(
                    answer.about.0,
                    Answered {
                        on: recorded.common.occurred_on,
                        verdict: answer.verdict.code(),
                        source: answer.source.0.as_ref().map(|code| code.0.clone()),
                        owner: answer.owner.0.clone(),
                        answer: answer
                            .answer
                            .as_ref()
                            .and_then(|words| words.open())
                            .map(str::to_owned),
                        valid_from: answer.valid_from,
                    },
                );
            }
        }
        let term = self.answer_days(on)?;
        let mut overview = Overview {
            on,
            obstacles: Vec::new(),
            bundles: Vec::new(),
            unbundled: Vec::new(),
        };
        let mut bundled: HashSet<EventId> = HashSet::new();
        for recorded in events.events().filter(happened) {
            let answer = answers.get(&recorded.id).cloned();
            match &recorded.event {
                Event::OrganisationalObstacleRaised(raised) => {
                    overview
                        .obstacles
                        .push(obstacle(recorded, raised, answer, on));
                }
                Event::ExceptionsBundled(bundle) => {
                    bundled.extend(bundle.exceptions.iter().map(|one| one.0));
                    overview.bundles.push(made(recorded, bundle, answer, term));
                }
                _ => {}
            }
        }
        overview
            .obstacles
            .sort_by_key(|one| (one.answer.is_some(), one.on, one.id.clone()));
        overview
            .bundles
            .sort_by_key(|one| (one.answer.is_some(), one.due, one.id.clone()));
        overview.unbundled = self.unbundled(municipality, &bundled, on)?;
        Ok(overview)
    }

    /// The exceptions to a rule or habit that are in no bundle.
    ///
    /// # Errors
    /// [`ReviewError::NothingToBundle`]; [`Error::Store`].
    pub fn exceptions_to(
        &self,
        municipality: Option<&str>,
        norm: &str,
        on: Day,
    ) -> Result<Vec<String>, Error> {
        let mut waiting = self.obstacles(municipality, on)?.unbundled.into_iter();
        let found = waiting.find(|one| one.norm == norm.trim() && one.exceptions.len() > 1);
        let found = found.ok_or_else(|| ReviewError::NothingToBundle {
            given: norm.to_owned(),
        })?;
        Ok(found.exceptions)
    }

    /// What an organisation recorded, shielded words closed, corrections applied.
    pub(super) fn told_by(&self, municipality: &str) -> Result<Dossier, Error> {
        let stream = self.organisation_stream(municipality)?;
        let events = self.store.read_stream(stream, Opening::Words)?;
        let shields = shields(&events);
        let masked = events.iter().map(|recorded| {
            let fields = shields.get(&recorded.id).map_or(&[][..], Vec::as_slice);
            masked_event(recorded, fields)
        });
        Ok(crate::domain::withheld::shown(masked.collect())
            .into_iter()
            .fold(Dossier::default(), Dossier::evolve))
    }

    fn answer_days(&self, on: Day) -> Result<i32, Error> {
        let catalogues = self.catalogues()?;
        let entry = catalogues.entry(CatalogueKind::Norms, "bundel_antwoord_dagen", on);
        let number = entry.and_then(|entry| entry.number);
        let days = number.and_then(|number| format!("{:.0}", number.0).parse().ok());
        Ok(days.unwrap_or(ANSWER_DAYS))
    }

    fn unbundled(
        &self,
        municipality: &str,
        bundled: &HashSet<EventId>,
        on: Day,
    ) -> Result<Vec<Unbundled>, Error> {
        let marks = self.facts_of(&[EventType::EntryShielded, EventType::EntryCorrected])?;
        let shields = shields(&marks);
        let mut rules: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for recorded in self.facts_of(&[EventType::ExceptionMade])? {
            let shielded = shields.contains_key(&recorded.id);
            let theirs = recorded.common.municipality.0 == municipality;
            let known = recorded.common.occurred_on <= on;
            if shielded || !theirs || !known || bundled.contains(&recorded.id) {
                continue;
            }
            if let Event::ExceptionMade(exception) = &recorded.event {
                let of_rule = rules.entry(exception.norm.0.clone()).or_default();
                of_rule.push(recorded.id.to_string());
            }
        }
        let rules = rules.into_iter();
        Ok(rules
            .map(|(norm, exceptions)| Unbundled { norm, exceptions })
            .collect())
    }
}

fn obstacle(
    recorded: &Recorded,
    raised: &OrganisationalObstacleRaised,
    answer: Option<Answered>,
    on: Day,
) -> Obstacle {
    let raised_on = recorded.common.occurred_on;
    let until = answer.as_ref().map_or(on, |answer| answer.on);
    Obstacle {
        id: recorded.id.to_string(),
        on: raised_on,
        kind: raised.kind.code(),
        by: recorded.common.role.code(),
        what: raised.what.open().map(str::to_owned),
        claimed: raised.claimed_source.0.as_ref().map(|code| code.0.clone()),
        answer,
        days: until.days_since(raised_on),
    }
}

fn made(
    recorded: &Recorded,
    bundle: &ExceptionsBundled,
    answer: Option<Answered>,
    term: i32,
) -> Bundle {
    let on = recorded.common.occurred_on;
    Bundle {
        id: recorded.id.to_string(),
        on,
        exceptions: bundle.exceptions.len(),
        pattern: bundle.pattern.open().map(str::to_owned),
        nature: bundle.nature.code(),
        proposal: bundle.proposal.open().map(str::to_owned),
        addressee: bundle.addressee.0.clone(),
        due: on.plus(term).unwrap_or(on),
        answer,
    }
}
