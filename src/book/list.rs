//! The list of dossiers.

use std::collections::HashMap;

use super::error::Error;
use super::history::AsKnown;
use super::opening::Book;
use super::record::DOSSIER_KINDS;
use crate::base::{Day, StreamId, Timestamp};
use crate::domain::{Event, EventType, Recorded};
use crate::log::{Query, Select};
use crate::store::Opening;

/// One dossier in the list.
#[derive(Debug, Clone, PartialEq)]
pub struct Listed {
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
    /// Reads only the events that start, hand over or close a dossier, and their facts alone.
    ///
    /// # Errors
    /// [`Error::Store`] when the log cannot be read.
    pub fn dossiers(&self, as_known: AsKnown) -> Result<Vec<Listed>, Error> {
        let mut events: Vec<Recorded> = Vec::new();
        for event_type in TYPES {
            let query = Query::new(Select::Type(event_type.number()));
            let mut reading = self.store.read(&query, Opening::Facts)?;
            while let Some(item) = reading.next()? {
                match item.content {
                    Ok(recorded) => events.push(recorded),
                    Err(crate::store::NotRead::Closed(why)) => {
                        return Err(crate::store::Error::Closed(why).into());
                    }
                    Err(crate::store::NotRead::Unreadable(_)) => {}
                }
            }
        }
        events.retain(|one| as_known.knows_entry(one.position, one.recorded_at));
        events.retain(|one| {
            as_known
                .valid_on
                .is_none_or(|day| one.common.occurred_on <= day)
        });
        events.sort_by_key(|recorded| recorded.position);
        let mut found: HashMap<[u8; 16], Listed> = HashMap::new();
        for recorded in &events {
            take(&mut found, recorded);
        }
        let mut list = Vec::with_capacity(found.len());
        for (id, mut listed) in found {
            for kind in DOSSIER_KINDS {
                let stream = Self::dossier_stream(kind, id);
                if let Some((events, last)) = self.extent(stream, as_known)? {
                    listed.events += events;
                    listed.last_recorded_at = listed.last_recorded_at.max(last);
                }
            }
            list.push(listed);
        }
        list.sort_by(|one, other| one.number.cmp(&other.number));
        Ok(list)
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

fn take(found: &mut HashMap<[u8; 16], Listed>, recorded: &Recorded) {
    let new = |number: &str, lead: Option<&str>, imported| Listed {
        number: number.to_owned(),
        municipality: recorded.common.municipality.0.clone(),
        team: recorded.common.team.as_ref().map(|team| team.0.clone()),
        lead: lead.map(str::to_owned),
        opened_on: recorded.common.occurred_on,
        closed_on: None,
        events: 0,
        last_recorded_at: recorded.recorded_at,
        imported,
    };
    let id = recorded.stream.id;
    match &recorded.event {
        Event::TrajectoryOpened(opened) => {
            found.insert(id, new(&opened.number.0, Some(&opened.lead.0), false));
        }
        Event::TrajectoryImported(imported) => {
            found.insert(id, new(&imported.number.0, None, true));
        }
        other => {
            let Some(listed) = found.get_mut(&id) else {
                return;
            };
            match other {
                Event::LeadAssigned(assigned) => listed.lead = Some(assigned.lead.0.clone()),
                Event::CaseHandedOver(handover) => {
                    listed.lead = Some(handover.to.0.clone());
                    listed.team = recorded.common.team.as_ref().map(|team| team.0.clone());
                }
                Event::TrajectoryClosed(_) => listed.closed_on = Some(recorded.common.occurred_on),
                _ => {}
            }
        }
    }
}
