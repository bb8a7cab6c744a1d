//! Recording: a form in, an event in the log or a refusal out.

use std::sync::{Arc, MutexGuard, PoisonError};

use super::error::Error;
use super::form::{self, dossier_name};
use super::opening::Book;
use super::rounds;
use crate::base::{EventId, Expected, Position, StreamId, Timestamp, Version};
use crate::domain::events::registry::StreamKind;
use crate::domain::{Command, Dossier, EventType, Recorded, Refusal, Rule, Situation, decide};
use crate::exchange::Line;
use crate::store::{self, NewEvent, Opening};

/// How often deciding starts anew when other entries come in between.
const ATTEMPTS: u32 = 20;

/// Recordings that can go on at the same time, each in another dossier.
pub(super) const TURNS: usize = 1_024;

/// Dossiers kept in memory between two recordings.
const KNOWN_MAX: usize = 512;

/// Streams of one dossier, in the order in which they are read.
pub(super) const DOSSIER_KINDS: [StreamKind; 3] =
    [StreamKind::Case, StreamKind::Audit, StreamKind::Learning];

/// How something is recorded.
#[derive(Debug, Clone, Copy, Default)]
pub struct Recording {
    /// The last version of the stream that the person saw (R28); `None` when it does not matter.
    pub expected: Option<Version>,
    /// The moment of recording, when it is set instead of read from the clock.
    pub at: Option<Timestamp>,
}

/// Proof of a recording for the person who did it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receipt {
    /// Id of the event.
    pub id: EventId,
    /// Its type.
    pub event: EventType,
    /// Its stream.
    pub stream: StreamId,
    /// Its place in the log.
    pub position: Position,
    /// Its place in the stream, when it was recorded now.
    pub version: Option<Version>,
    /// Moment of recording, when it was recorded now.
    pub recorded_at: Option<Timestamp>,
    /// Whether the same event was recorded before, so that nothing was written now.
    pub was_there: bool,
}

/// A dossier as last read, with the versions of its streams.
#[derive(Debug, Clone, Default)]
pub(super) struct Known {
    pub(super) dossier: Dossier,
    pub(super) versions: [Option<Version>; 3],
    /// Whether it is what an organisation recorded.
    pub(super) of_organisation: bool,
}

impl Book {
    /// Records one event.
    ///
    /// # Errors
    /// [`Error::Refused`] with every rule that is broken; [`Error::NoSuchEvent`],
    /// [`Error::DossierNeeded`], [`Error::Time`] when the form is wrong;
    /// [`Error::Store`] when the id was used for something else or writing fails.
    pub fn record(&self, line: &Line, recording: &Recording) -> Result<Receipt, Error> {
        if self.writer.is_none() {
            return Err(Error::ReadOnly);
        }
        let command = self.command(line)?;
        let id = match &line.id {
            Some(name) => form::event_id(name),
            None => self.fresh_id()?,
        };
        let stream = self.stream_of(line, &command)?;
        // Who records in one dossier waits for the other; a recording that has to begin again and
        // again would lose to newcomers every time.
        let _turn = self.turn(stream.id);
        for _ in 0..ATTEMPTS {
            let known = self.known_for(line, &command)?;
            if let Some(receipt) = self.repeated(id, stream, &command)? {
                return Ok(receipt);
            }
            let decided = self.decide(&known, command.clone(), recording)?;
            let last = self.last_version(stream, &known)?;
            if recording
                .expected
                .is_some_and(|expected| Some(expected) != last)
            {
                return Err(stale(last));
            }
            let expected = last.map_or(Expected::NoStream, Expected::At);
            let events: Vec<_> = decided
                .into_iter()
                .map(|decided| NewEvent {
                    id,
                    stream,
                    recorded_at: recording.at,
                    decided,
                })
                .collect();
            match self.store.append(vec![(stream, expected)], &events) {
                Ok(appended) => {
                    if stream.category == StreamKind::Settings.category() {
                        self.forget_catalogues();
                    }
                    return self.receipt(&events, &appended, known);
                }
                Err(store::Error::Log(crate::log::Error::Conflict { actual, .. })) => {
                    self.forget(stream.id);
                    if recording.expected.is_some() {
                        return Err(stale(actual));
                    }
                }
                Err(other) => return Err(other.into()),
            }
        }
        Err(Error::Contended)
    }

    /// Waits until nobody in this process records in the same dossier.
    fn turn(&self, id: [u8; 16]) -> MutexGuard<'_, ()> {
        let place = usize::from(u16::from_le_bytes([id[0], id[1]])) % TURNS;
        self.turns[place]
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }

    /// Decides on a command against what is known of its dossier.
    pub(super) fn decide(
        &self,
        known: &Known,
        command: Command,
        recording: &Recording,
    ) -> Result<Vec<crate::domain::Decided>, Error> {
        let catalogues = self.catalogues()?;
        let rounds = self.rounds_for(&command)?;
        let situation = Situation {
            now: recording.at.unwrap_or_else(|| self.now()),
            dossier: &known.dossier,
            of_organisation: known.of_organisation,
            catalogues: &catalogues,
            rounds: &rounds,
            known: &|id| self.store.type_of(id).ok().flatten(),
        };
        decide(&situation, command).map_err(Error::Refused)
    }

    /// The stream that an event goes to.
    pub(super) fn stream_of(&self, line: &Line, command: &Command) -> Result<StreamId, Error> {
        let event_type = command.event.event_type();
        let number = line
            .dossier
            .as_deref()
            .map(str::trim)
            .filter(|text| !text.is_empty());
        let kind = match event_type.stream_kind() {
            _ if number.is_none() && event_type.may_be_of_organisation() => {
                StreamKind::Organisation
            }
            kind => kind,
        };
        let name = match kind {
            StreamKind::Case | StreamKind::Audit | StreamKind::Learning => {
                dossier_name(number.ok_or(Error::DossierNeeded {
                    event: event_type.name(),
                })?)
            }
            StreamKind::Organisation => organisation_name(&command.common.municipality.0),
            StreamKind::Settings => SETTINGS_NAME.to_owned(),
        };
        Ok(self.store.stream(kind.category(), &name)?)
    }

    pub(super) fn known_for(&self, line: &Line, command: &Command) -> Result<Arc<Known>, Error> {
        let about_dossier = !matches!(
            command.event.event_type().stream_kind(),
            StreamKind::Organisation | StreamKind::Settings
        );
        match &line.dossier {
            Some(number) if about_dossier => self.known(number.trim()),
            None if command.event.event_type().may_be_of_organisation() => {
                let name = organisation_name(&command.common.municipality.0);
                let kind = StreamKind::Organisation.category();
                let stream = self.store.stream(kind, &name)?;
                Ok(Arc::new(Known {
                    dossier: self.organisation(stream)?,
                    versions: [None; 3],
                    of_organisation: true,
                }))
            }
            _ => Ok(Arc::new(Known::default())),
        }
    }

    /// What the organisation of a municipality recorded, as a dossier of its own.
    pub(super) fn organisation(&self, stream: StreamId) -> Result<Dossier, Error> {
        let events = self.store.read_stream(stream, Opening::Words)?;
        Ok(events.into_iter().fold(Dossier::default(), Dossier::evolve))
    }

    /// A dossier as it is now, from memory when this book did the last recording in it.
    pub(super) fn known(&self, number: &str) -> Result<Arc<Known>, Error> {
        let id = self
            .store
            .stream(StreamKind::Case.category(), &dossier_name(number))?
            .id;
        let kept = self
            .known
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .get(&id)
            .cloned();
        if let Some(known) = kept {
            return Ok(known);
        }
        let known = Arc::new(self.read_known(id)?);
        self.remember(id, &known);
        Ok(known)
    }

    /// A dossier as it is now, read from the log.
    pub(super) fn read_known(&self, id: [u8; 16]) -> Result<Known, Error> {
        let mut events: Vec<Recorded> = Vec::new();
        let mut versions = [None; 3];
        for (kind, version) in DOSSIER_KINDS.iter().zip(&mut versions) {
            let stream = StreamId {
                category: kind.category(),
                id,
            };
            let part = self.store.read_stream(stream, Opening::Words)?;
            *version = part.last().map(|recorded| recorded.version);
            events.extend(part);
        }
        events.sort_by_key(|recorded| recorded.position);
        let dossier = events.into_iter().fold(Dossier::default(), Dossier::evolve);
        Ok(Known {
            dossier,
            versions,
            of_organisation: false,
        })
    }

    pub(super) fn last_version(
        &self,
        stream: StreamId,
        known: &Known,
    ) -> Result<Option<Version>, Error> {
        let place = DOSSIER_KINDS
            .iter()
            .position(|kind| kind.category() == stream.category);
        match place {
            Some(place) => Ok(known.versions.get(place).copied().flatten()),
            None => Ok(self.store.stream_head(stream)?.map(|head| head.version)),
        }
    }

    fn remember(&self, id: [u8; 16], known: &Arc<Known>) {
        let mut kept = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.len() >= KNOWN_MAX {
            kept.clear();
        }
        kept.insert(id, Arc::clone(known));
    }

    pub(super) fn forget(&self, id: [u8; 16]) {
        self.known
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .remove(&id);
    }

    /// The receipt of an event that was recorded before under the same id with the same content.
    pub(super) fn repeated(
        &self,
        id: EventId,
        stream: StreamId,
        command: &Command,
    ) -> Result<Option<Receipt>, Error> {
        let Some(there) = self.store.event(id, Opening::Words)? else {
            return Ok(None);
        };
        // A correction is settled while deciding, so its form may differ from what was recorded.
        let same = there.stream == stream
            && there.common == command.common
            && (there.event == command.event
                || settles_to(command, &there)
                || rounds::settles_to(&command.event, &there.event));
        if !same {
            return Err(store::Error::SameIdOtherContent {
                id,
                position: there.position,
            }
            .into());
        }
        Ok(Some(Receipt {
            id,
            event: there.event.event_type(),
            stream,
            position: there.position,
            version: Some(there.version),
            recorded_at: Some(there.recorded_at),
            was_there: true,
        }))
    }

    fn receipt(
        &self,
        events: &[NewEvent],
        appended: &store::Appended,
        known: Arc<Known>,
    ) -> Result<Receipt, Error> {
        let (Some(event), Some(position)) = (events.last(), appended.positions.last()) else {
            return Err(Error::Contended);
        };
        self.take_in(event, *position, appended, known);
        Ok(Receipt {
            id: event.id,
            event: event.decided.event.event_type(),
            stream: event.stream,
            position: *position,
            version: appended.last_version,
            recorded_at: appended.recorded_at,
            was_there: appended.was_there,
        })
    }

    /// Adds a recorded event to the dossier in memory, so that the next recording need not read.
    fn take_in(
        &self,
        event: &NewEvent,
        position: Position,
        appended: &store::Appended,
        known: Arc<Known>,
    ) {
        let place = DOSSIER_KINDS
            .iter()
            .position(|kind| kind.category() == event.stream.category);
        let (Some(place), Some(version), Some(recorded_at)) =
            (place, appended.last_version, appended.recorded_at)
        else {
            return;
        };
        // Another thread may have gone on already; then what is in memory is not ours to extend.
        let mut kept = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        let current = kept.remove(&event.stream.id);
        if !current.is_some_and(|current| Arc::ptr_eq(&current, &known)) {
            return;
        }
        let mut next = Arc::unwrap_or_clone(known);
        next.versions[place] = Some(version);
        next.dossier = next.dossier.evolve(Recorded {
            id: event.id,
            position,
            stream: event.stream,
            version,
            schema_version: event.decided.event.event_type().version(),
            recorded_at,
            clock_was_set: event.recorded_at.is_some(),
            common: event.decided.common.clone(),
            noted: event.decided.noted.clone(),
            event: event.decided.event.clone(),
        });
        kept.insert(event.stream.id, Arc::new(next));
    }

    /// A new event id, from the clock and fresh random bytes.
    pub(super) fn fresh_id(&self) -> Result<EventId, Error> {
        let mut random = [0; 10];
        self.entropy.fill(&mut random).map_err(|error| Error::Io {
            operation: "read",
            path: "random bytes".into(),
            source: std::io::Error::other(error.to_string()),
        })?;
        Ok(EventId::new_v7(self.now().0, random))
    }
}

/// Name of the stream of a municipality's organisation, before it becomes a pseudonym.
pub(super) fn organisation_name(municipality: &str) -> String {
    format!("organisatie/{municipality}")
}

/// Name of the stream of the book's own catalogues.
pub(super) const SETTINGS_NAME: &str = "instellingen";

pub(super) fn stale(actual: Option<Version>) -> Error {
    let actual = actual.map_or_else(|| "-".to_owned(), |version| version.to_string());
    Error::Refused(vec![Refusal::because_of(
        Rule::R28,
        "expected_version",
        "stale-version",
        actual,
    )])
}

/// Whether a correction's form is what was recorded, its value moved to where it belongs.
fn settles_to(command: &Command, there: &Recorded) -> bool {
    use crate::domain::Event;
    let (Event::EntryCorrected(form), Event::EntryCorrected(recorded)) =
        (&command.event, &there.event)
    else {
        return false;
    };
    let mut same = form.clone();
    same.new_words = recorded.new_words.clone();
    same.new_value = recorded.new_value.clone();
    same == *recorded && form.value() == recorded.value()
}
