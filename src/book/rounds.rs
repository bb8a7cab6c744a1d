//! The rounds of a municipality, read from the stream of its organisation.

use super::error::Error;
use super::opening::Book;
use super::record::organisation_name;
use crate::base::StreamId;
use crate::domain::events::registry::StreamKind;
use crate::domain::{Command, Dossier, Event, EventType, Recorded, Rounds};
use crate::log::Entry;
use crate::store::Opening;

/// What rounds are folded from.
const TYPES: [EventType; 6] = [
    EventType::RoundPlanned,
    EventType::CasesDrawn,
    EventType::RoundOpened,
    EventType::RoundClosed,
    EventType::EntryCorrected,
    EventType::EntryShielded,
];

impl Book {
    /// The rounds of a municipality, words closed.
    ///
    /// # Errors
    /// [`Error::Store`].
    pub fn rounds(&self, municipality: &str) -> Result<Rounds, Error> {
        let events = self.round_events(self.organisation_stream(municipality)?)?;
        Ok(folded(events))
    }

    /// The rounds that a command needs: none when it names no round.
    pub(super) fn rounds_for(&self, command: &Command) -> Result<Rounds, Error> {
        if command.event.round().is_none() {
            return Ok(Rounds::default());
        }
        self.rounds(&command.common.municipality.0)
    }

    /// The stream of the organisation of a municipality.
    pub(super) fn organisation_stream(&self, municipality: &str) -> Result<StreamId, Error> {
        let category = StreamKind::Organisation.category();
        let name = organisation_name(municipality);
        Ok(self.store.stream(category, &name)?)
    }

    /// What an organisation recorded about its rounds, words closed.
    pub(super) fn round_events(&self, stream: StreamId) -> Result<Vec<Recorded>, Error> {
        let wanted = |entry: &Entry| TYPES.iter().any(|one| one.number() == entry.event_type);
        let events = self
            .store
            .read_stream_where(stream, Opening::Facts, &wanted)?;
        Ok(events)
    }
}

/// Rounds from what was recorded about them, corrections applied.
pub(super) fn folded(events: impl IntoIterator<Item = Recorded>) -> Rounds {
    let dossier = events.into_iter().fold(Dossier::default(), Dossier::evolve);
    Rounds::of(dossier.events())
}

/// Whether a form comes down to what was recorded, the fields that the book fills in left aside.
pub(super) fn settles_to(form: &Event, recorded: &Event) -> bool {
    match (form, recorded) {
        (Event::ReviewHeld(form), Event::ReviewHeld(recorded)) => {
            let mut same = form.clone();
            same.blind = recorded.blind;
            same.computed = form.computed.or(recorded.computed);
            same == *recorded
        }
        (Event::FindingRecorded(form), Event::FindingRecorded(recorded)) => {
            let mut same = form.clone();
            same.blind = recorded.blind;
            same == *recorded
        }
        _ => false,
    }
}
