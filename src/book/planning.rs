//! Deciding on the lines of an import as if they were recorded one after another.

use std::collections::HashMap;
use std::sync::Arc;

use super::error::Error;
use super::form;
use super::import::{RefusedLine, Why};
use super::opening::Book;
use super::record::DOSSIER_KINDS;
use super::rounds;
use crate::base::{EventId, Expected, Position, StreamId, Timestamp, Version};
use crate::domain::{
    Catalogues, Command, Decided, Dossier, Event, EventType, Recorded, Rounds, Situation, decide,
};
use crate::exchange::Line;
use crate::store::{NewEvent, Opening};

/// A line with its number in the file and the id of its event.
#[derive(Debug)]
pub(super) struct Numbered {
    pub(super) number: u64,
    pub(super) id: EventId,
    pub(super) line: Line,
}

/// A line that was decided and waits to be written.
#[derive(Debug)]
pub(super) struct Planned {
    pub(super) event: NewEvent,
    /// Recorded before under the same id, with the same content.
    pub(super) there: bool,
    /// How far its stream must have come when it is written, for events of a dossier.
    pub(super) expected: Option<Expected>,
}

/// An event of no dossier that was decided here.
struct Other {
    /// Which of them, in the order of deciding.
    number: usize,
    stream: StreamId,
    decided: Decided,
}

/// What the lines decided so far add up to. Dossiers are moved, never copied, so that a line costs
/// the same whether it is the first of its dossier or the thousandth.
pub(super) struct Plan<'a> {
    book: &'a Book,
    catalogues: Arc<Catalogues>,
    keep_times: bool,
    dossiers: HashMap<[u8; 16], Dossier>,
    types: HashMap<EventId, EventType>,
    /// Events of no dossier that were decided here.
    others: HashMap<EventId, Other>,
    /// How far the streams of the dossiers come with what was decided here.
    expected: HashMap<StreamId, Expected>,
}

impl<'a> Plan<'a> {
    pub(super) fn new(book: &'a Book, keep_times: bool) -> Result<Self, Error> {
        Ok(Self {
            book,
            catalogues: book.catalogues()?,
            keep_times,
            dossiers: HashMap::new(),
            types: HashMap::new(),
            others: HashMap::new(),
            expected: HashMap::new(),
        })
    }

    /// Forgets everything decided so far, but keeps its room.
    pub(super) fn clear(&mut self) {
        self.dossiers.clear();
        self.types.clear();
        self.others.clear();
        self.expected.clear();
    }

    /// Decides on one line. `elsewhere` knows the events that are neither in the book nor among
    /// the lines decided here.
    pub(super) fn decide(
        &mut self,
        numbered: &Numbered,
        elsewhere: &dyn Fn(EventId) -> Option<EventType>,
    ) -> Result<Planned, Box<RefusedLine>> {
        let refused = |why| RefusedLine {
            line: numbered.number,
            dossier: numbered.line.dossier.clone(),
            event: Some(numbered.line.event.clone()),
            why: match why {
                Error::Refused(refusals) => Why::Refused(refusals),
                other => Why::Failed(other),
            },
        };
        self.decided(numbered, elsewhere)
            .map_err(|why| Box::new(refused(why)))
    }

    fn decided(
        &mut self,
        numbered: &Numbered,
        elsewhere: &dyn Fn(EventId) -> Option<EventType>,
    ) -> Result<Planned, Error> {
        let Numbered { id, line, .. } = numbered;
        let at = if self.keep_times {
            form::moment(line)?
        } else {
            None
        };
        let command = self.book.command(line)?;
        let stream = self.book.stream_of(line, &command)?;
        let of_dossier = DOSSIER_KINDS
            .iter()
            .any(|kind| kind.category() == stream.category);
        if of_dossier && !self.dossiers.contains_key(&stream.id) {
            let known = self.book.read_known(stream.id)?;
            self.dossiers.insert(stream.id, known.dossier);
            for (kind, version) in DOSSIER_KINDS.iter().zip(known.versions) {
                let expected = version.map_or(Expected::NoStream, Expected::At);
                let stream = Book::dossier_stream(*kind, stream.id);
                self.expected.insert(stream, expected);
            }
        }
        let of_organisation = !of_dossier && command.event.event_type().may_be_of_organisation();
        let none = if of_organisation {
            let known = self.book.organisation(stream)?;
            self.planned_of(stream).fold(known, Dossier::evolve)
        } else {
            Dossier::default()
        };
        let state = self
            .dossiers
            .get(&stream.id)
            .filter(|_| of_dossier)
            .unwrap_or(&none);
        let there =
            self.book.is_there(*id, stream, &command)? || self.twice(*id, state, &command)?;
        let decided = if there {
            Decided {
                common: command.common,
                noted: None,
                event: command.event,
            }
        } else {
            let rounds = self.rounds(&command)?;
            let situation = Situation {
                now: at.unwrap_or_else(|| self.book.now()),
                dossier: state,
                of_organisation,
                catalogues: &self.catalogues,
                rounds: &rounds,
                known: &|id| {
                    self.types
                        .get(&id)
                        .copied()
                        .or_else(|| elsewhere(id))
                        .or_else(|| self.book.store.type_of(id).ok().flatten())
                },
            };
            let mut decided = decide(&situation, command).map_err(Error::Refused)?;
            decided.pop().ok_or(Error::Contended)?
        };
        self.types.insert(*id, decided.event.event_type());
        if of_dossier
            && !there
            && let Some(state) = self.dossiers.get_mut(&stream.id)
        {
            let dossier = std::mem::take(state);
            *state = dossier.evolve(planned_event(*id, stream, at, &decided));
        }
        let expected = self.expected.get_mut(&stream).filter(|_| !there);
        let expected = expected.map(|next| {
            let wanted = *next;
            *next = match wanted {
                Expected::At(version) => Expected::At(version.next()),
                _ => Expected::At(Version(0)),
            };
            wanted
        });
        if !of_dossier {
            let number = self.others.len();
            let decided = decided.clone();
            self.others.insert(
                *id,
                Other {
                    number,
                    stream,
                    decided,
                },
            );
        }
        let event = NewEvent {
            id: *id,
            stream,
            recorded_at: at,
            decided,
        };
        Ok(Planned {
            event,
            there,
            expected,
        })
    }

    /// The rounds that a command needs, with what was decided here.
    fn rounds(&self, command: &Command) -> Result<Rounds, Error> {
        if command.event.round().is_none() {
            return Ok(Rounds::default());
        }
        let municipality = &command.common.municipality.0;
        let stream = self.book.organisation_stream(municipality)?;
        let mut events = self.book.round_events(stream)?;
        events.extend(self.planned_of(stream));
        Ok(rounds::folded(events))
    }

    /// What was decided here for a stream of no dossier, in that order.
    fn planned_of(&self, stream: StreamId) -> impl Iterator<Item = Recorded> {
        let planned = self.others.iter().filter(|(_, one)| one.stream == stream);
        let mut planned: Vec<_> = planned.collect();
        planned.sort_by_key(|(_, one)| one.number);
        planned
            .into_iter()
            .map(move |(id, one)| planned_event(*id, stream, None, &one.decided))
    }

    /// Whether the same line was decided here before: the same id must stand for the same event.
    fn twice(&self, id: EventId, state: &Dossier, command: &Command) -> Result<bool, Error> {
        let entry = state.entry(id).map(|entry| &entry.recorded);
        let before = match (entry, self.others.get(&id)) {
            (Some(recorded), _) => (&recorded.common, &recorded.event),
            (None, Some(one)) => (&one.decided.common, &one.decided.event),
            (None, None) if self.types.contains_key(&id) => return Err(repeated(id)),
            (None, None) => return Ok(false),
        };
        let same = before.0 == &command.common
            && (before.1 == &command.event || rounds::settles_to(&command.event, before.1));
        if same { Ok(true) } else { Err(repeated(id)) }
    }
}

fn repeated(id: EventId) -> Error {
    crate::store::Error::from(crate::log::Error::RepeatedId { event_id: id }).into()
}

fn planned_event(
    id: EventId,
    stream: StreamId,
    at: Option<Timestamp>,
    decided: &Decided,
) -> Recorded {
    Recorded {
        id,
        position: Position(u64::MAX),
        stream,
        version: Version(u64::MAX),
        schema_version: decided.event.event_type().version(),
        recorded_at: at.unwrap_or(Timestamp(0)),
        clock_was_set: at.is_some(),
        common: decided.common.clone(),
        noted: decided.noted.clone(),
        event: decided.event.clone(),
    }
}

impl Book {
    /// Whether an event was recorded before. Every book records the first editions of its
    /// catalogues itself, on its own first day; those of another book are the same ones.
    fn is_there(&self, id: EventId, stream: StreamId, command: &Command) -> Result<bool, Error> {
        match self.repeated(id, stream, command) {
            Ok(receipt) => Ok(receipt.is_some()),
            Err(error) => {
                let same = matches!(command.event, Event::CatalogueAdopted(_))
                    && self
                        .store
                        .event(id, Opening::Words)?
                        .is_some_and(|there| there.event == command.event);
                if same { Ok(true) } else { Err(error) }
            }
        }
    }
}
