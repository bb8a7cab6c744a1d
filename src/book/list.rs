//! The list of dossiers.

use std::collections::{HashMap, HashSet};

use super::error::Error;
use super::history::AsKnown;
use super::masking::{overlaps, shields};
use super::opening::Book;
use super::record::DOSSIER_KINDS;
use crate::base::{Day, Position, StreamId, Timestamp};
use crate::domain::{Dossier, Event, EventType, Recorded, withheld};
use crate::log::{Query, Select};
use crate::store::{NotRead, Opening};

/// One dossier in the list.
#[derive(Debug, Clone, PartialEq)]
pub struct Listed {
    /// Place of its first event, by which the views number it.
    pub first: Position,
    /// Its number.
    pub number: String,
    /// Municipality.
    pub municipality: String,
    /// Team.
    pub team: Option<String>,
    /// Who has the lead; none in an imported one.
    pub lead: Option<String>,
    /// Day on which it was opened, or of the first imported step.
    pub opened_on: Day,
    /// Day on which it was closed.
    pub closed_on: Option<Day>,
    /// How many events its own streams had by then.
    pub events: u64,
    /// When the last one was recorded.
    pub last_recorded_at: Timestamp,
    /// Whether it came from another system's log.
    pub imported: bool,
}

/// Event types that the list is made from; all others leave it as it is.
const TYPES: [EventType; 5] = [
    EventType::TrajectoryOpened,
    EventType::TrajectoryImported,
    EventType::LeadAssigned,
    EventType::CaseHandedOver,
    EventType::TrajectoryClosed,
];

impl Book {
    /// Every dossier that was known by then, ordered by number.
    ///
    /// Reads only the events that start, hand over or close a dossier, with the corrections known
    /// by then and every shielding, and their facts alone.
    ///
    /// # Errors
    /// [`Error::Store`] when the log cannot be read.
    pub fn dossiers(&self, as_known: AsKnown) -> Result<Vec<Listed>, Error> {
        let marks = self.facts_of(&[EventType::EntryShielded, EventType::EntryCorrected])?;
        let shields = shields(&marks);
        let mut events = self.facts_of(&TYPES)?;
        let corrections = marks.into_iter();
        events.extend(corrections.filter(|one| matches!(one.event, Event::EntryCorrected(_))));
        events.retain(|one| as_known.knows_entry(one.position, one.recorded_at));
        events.sort_by_key(|recorded| recorded.position);
        let mut dossiers: HashMap<[u8; 16], Dossier> = HashMap::new();
        for recorded in events {
            let dossier = dossiers.entry(recorded.stream.id).or_default();
            *dossier = std::mem::take(dossier).evolve(recorded);
        }
        let private = self.with_private()?;
        let mut list = Vec::with_capacity(dossiers.len());
        for (id, dossier) in dossiers {
            let happened = |one: &&Recorded| {
                as_known
                    .valid_on
                    .is_none_or(|day| one.common.occurred_on <= day)
            };
            let mut listed = None;
            for recorded in dossier.events().filter(happened) {
                let fields = shields.get(&recorded.id).map_or(&[][..], Vec::as_slice);
                take(&mut listed, recorded, fields);
            }
            let Some(mut listed) = listed else { continue };
            for kind in DOSSIER_KINDS {
                let stream = Self::dossier_stream(kind, id);
                if let Some((events, last)) = self.extent(stream, as_known)? {
                    listed.events += events;
                    listed.last_recorded_at = listed.last_recorded_at.max(last);
                }
            }
            if private.contains(&id)
                && let Some((events, last)) = self.told(id, as_known)?
            {
                (listed.events, listed.last_recorded_at) = (events, last);
            }
            list.push(listed);
        }
        list.sort_by(|one, other| one.number.cmp(&other.number));
        Ok(list)
    }

    /// The dossiers in which something is or was private.
    fn with_private(&self) -> Result<HashSet<[u8; 16]>, Error> {
        let types = EventType::ALL.iter().filter(|one| one.may_be_private());
        let types: Vec<_> = types.copied().collect();
        let events = self.facts_of(&types)?.into_iter();
        let private = events.filter(|one| one.event.is_private());
        Ok(private.map(|one| one.stream.id).collect())
    }

    /// As [`Book::extent`], of all that may be seen of a dossier in which something was private.
    fn told(&self, id: [u8; 16], as_known: AsKnown) -> Result<Option<(u64, Timestamp)>, Error> {
        let mut events = self.own_events(id, Opening::Facts, &|_| true)?;
        events.retain(|one| as_known.knows_entry(one.position, one.recorded_at));
        let mut told = withheld::shown(events);
        told.retain(|one| !matches!(one.event, Event::LearningAnswerLocked(_)));
        let last = told.last().map(|one| one.recorded_at);
        Ok(last.map(|last| (told.len() as u64, last)))
    }

    /// The events of these types in the whole book, words closed.
    pub(super) fn facts_of(&self, types: &[EventType]) -> Result<Vec<Recorded>, Error> {
        let mut events = Vec::new();
        for event_type in types {
            let query = Query::new(Select::Type(event_type.number()));
            let mut reading = self.store.read(&query, Opening::Facts)?;
            while let Some(item) = reading.next()? {
                match item.content {
                    Ok(recorded) => events.push(recorded),
                    Err(NotRead::Closed(why)) => {
                        return Err(crate::store::Error::Closed(why).into());
                    }
                    Err(NotRead::Unreadable(_)) => {}
                }
            }
        }
        Ok(events)
    }

    /// How many events of a stream were known by then, and when the last of them was recorded;
    /// read from the open entries alone.
    fn extent(
        &self,
        stream: StreamId,
        as_known: AsKnown,
    ) -> Result<Option<(u64, Timestamp)>, Error> {
        let engine = self.store.engine();
        if as_known.known_at.is_none() {
            let Some(head) = self.store.stream_head(stream)? else {
                return Ok(None);
            };
            let record = engine
                .record(head.position)
                .map_err(crate::store::Error::from)?;
            let last = record.map(|record| record.as_record().entry.recorded_at);
            return Ok(last.map(|last| (head.version.0 + 1, last)));
        }
        let mut records = engine
            .read(&Query::stream(stream))
            .map_err(crate::store::Error::from)?;
        let mut extent = None;
        while let Some(record) = records.next().map_err(crate::store::Error::from)? {
            let entry = record.entry;
            if !as_known.knows_entry(entry.position, entry.recorded_at) {
                break;
            }
            extent = Some((entry.version.0 + 1, entry.recorded_at));
        }
        Ok(extent)
    }
}

/// Takes one event into the line of its dossier; a shielded field leaves its place empty.
fn take(listed: &mut Option<Listed>, recorded: &Recorded, shielded: &[String]) {
    let open = |field: &str| !shielded.iter().any(|shield| overlaps(shield, field));
    let shown = |field: &str, text: &str| open(field).then(|| text.to_owned());
    let team = || {
        let team = recorded.common.team.as_ref()?;
        shown("team", &team.0)
    };
    let new = |number: &str, lead: Option<String>, imported| Listed {
        first: recorded.position,
        number: number.to_owned(),
        municipality: recorded.common.municipality.0.clone(),
        team: team(),
        lead,
        opened_on: recorded.common.occurred_on,
        closed_on: None,
        events: 0,
        last_recorded_at: recorded.recorded_at,
        imported,
    };
    match (&recorded.event, listed) {
        (Event::TrajectoryOpened(opened), listed) => {
            *listed = Some(new(&opened.number.0, shown("lead", &opened.lead.0), false));
        }
        (Event::TrajectoryImported(imported), listed) => {
            *listed = Some(new(&imported.number.0, None, true));
        }
        (Event::LeadAssigned(assigned), Some(listed)) => {
            listed.lead = shown("lead", &assigned.lead.0);
        }
        (Event::CaseHandedOver(handover), Some(listed)) => {
            listed.lead = shown("to", &handover.to.0);
            listed.team = team();
        }
        (Event::TrajectoryClosed(_), Some(listed)) => {
            listed.closed_on = Some(recorded.common.occurred_on);
        }
        _ => {}
    }
}
