//! What is kept from everybody until it is opened, in the whole book, and a writer's own part of it.

use std::collections::HashMap;

use super::error::Error;
use super::form::dossier_name;
use super::opening::Book;
use crate::base::EventId;
use crate::domain::events::registry::StreamKind;
use crate::domain::{EventType, Recorded, Withheld};
use crate::log::{Query, Select};
use crate::store::Opening;

/// What opens something, or repairs it and is hidden with it.
const OTHERS: [EventType; 4] = [
    EventType::RoundOpened,
    EventType::ReplayCompleted,
    EventType::EntryCorrected,
    EventType::EntryShielded,
];

impl Book {
    /// What is withheld anywhere in the book.
    ///
    /// # Errors
    /// [`Error::Store`].
    pub(super) fn withheld(&self) -> Result<Withheld, Error> {
        let mut events: Vec<Recorded> = Vec::new();
        let private = EventType::ALL.iter().filter(|one| one.may_be_private());
        for event_type in private {
            self.of_type(*event_type, &mut events)?;
        }
        // Most books hold nothing private, and then nothing else has to be read.
        if !events.iter().any(|one| one.event.is_private()) {
            return Ok(Withheld::default());
        }
        for event_type in OTHERS {
            if !event_type.may_be_private() {
                self.of_type(event_type, &mut events)?;
            }
        }
        events.sort_by_key(|recorded| recorded.position);
        let mut apart: HashMap<[u8; 16], Vec<Recorded>> = HashMap::new();
        for recorded in events {
            apart.entry(recorded.stream.id).or_default().push(recorded);
        }
        let mut withheld = Withheld::default();
        for events in apart.values() {
            withheld.absorb(Withheld::of(events));
        }
        Ok(withheld)
    }

    fn of_type(&self, event_type: EventType, events: &mut Vec<Recorded>) -> Result<(), Error> {
        let query = Query::new(Select::Type(event_type.number()));
        let mut reading = self.store.read(&query, Opening::Facts)?;
        while let Some(item) = reading.next()? {
            events.extend(item.content.ok());
        }
        Ok(())
    }

    /// What one person wrote in a dossier, or without a number in the organisation of a
    /// municipality, and nobody else may see yet; with its words, in the order of the log.
    ///
    /// # Errors
    /// [`Error::Store`].
    pub fn own_private(
        &self,
        number: Option<&str>,
        municipality: &str,
        actor: &str,
    ) -> Result<Vec<Recorded>, Error> {
        let mut events = match number {
            Some(number) => {
                let name = dossier_name(number);
                let stream = self.store.stream(StreamKind::Case.category(), &name)?;
                self.own_events(stream.id, Opening::Words, &|_| true)?
            }
            None => {
                let stream = self.organisation_stream(municipality)?;
                self.store.read_stream(stream, Opening::Words)?
            }
        };
        let withheld = Withheld::of(&events);
        let own =
            |id: EventId, one: &Recorded| withheld.is_hidden(id) && one.common.actor.0 == actor;
        events.retain(|one| own(one.id, one));
        Ok(events)
    }
}
