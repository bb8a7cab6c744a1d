//! The dossiers that are exported, one at a time, as the book knew them at a moment.

use serde_json::Value;

use crate::base::{Day, Position, StreamId, Timestamp};
use crate::book::error::Error;
use crate::book::masking::{masked, shields};
use crate::book::opening::Book;
use crate::book::record::DOSSIER_KINDS;
use crate::domain::{Dossier, Event, EventType, Recorded, withheld};
use crate::log::{Query, Select};
use crate::store::{NotRead, Opening};

/// Which dossiers are exported: those with an event that all of these hold for. They are exported
/// whole, because half a trajectory tells something else.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Selection {
    /// On or after this day.
    pub from: Option<Day>,
    /// On or before this day.
    pub until: Option<Day>,
    /// Recorded by this team.
    pub team: Option<String>,
    /// Recorded by this municipality.
    pub municipality: Option<String>,
    /// As known at this moment; what was shielded later is left out all the same.
    pub known_at: Option<Timestamp>,
}

impl Selection {
    /// Whether an event with these common fields makes its dossier one of those.
    fn takes(&self, shown: &Shown) -> bool {
        let common = &shown.recorded.common;
        let is = |wanted: &Option<String>, field: &str| {
            let given = shown.common.get(field).and_then(Value::as_str);
            wanted.as_ref().is_none_or(|wanted| given == Some(wanted))
        };
        self.from.is_none_or(|day| common.occurred_on >= day)
            && self.until.is_none_or(|day| common.occurred_on <= day)
            && is(&self.team, "team")
            && is(&self.municipality, "municipality")
    }
}

/// An event as it reads, shielded fields closed in its forms.
#[derive(Debug, Clone)]
pub(super) struct Shown {
    pub(super) recorded: Recorded,
    pub(super) common: Value,
    pub(super) data: Value,
}

impl Shown {
    pub(super) fn event_type(&self) -> EventType {
        self.recorded.event.event_type()
    }

    /// A code among the common fields, unless it is closed.
    pub(super) fn common_text(&self, field: &str) -> Option<&str> {
        self.common.get(field).and_then(Value::as_str)
    }

    /// A code or day among its own fields, unless it is closed.
    pub(super) fn text(&self, field: &str) -> Option<&str> {
        self.data.get(field).and_then(Value::as_str)
    }
}

/// A dossier: the position of its first event stands for it.
#[derive(Debug, Clone)]
pub(super) struct Case {
    pub(super) position: Position,
    pub(super) events: Vec<Shown>,
}

impl Case {
    /// Whether it came from another system's log.
    pub(super) fn is_imported(&self) -> bool {
        let first = self.events.first();
        first.is_some_and(|one| one.event_type() == EventType::TrajectoryImported)
    }
}

/// What of the book is read: up to where, and how many events stayed closed.
pub(super) struct Cases<'b> {
    book: &'b Book,
    selection: Selection,
    before: Position,
    dossiers: Vec<(Position, [u8; 16])>,
    /// Events that do not open any more.
    pub(super) closed: u64,
}

impl<'b> Cases<'b> {
    /// Finds the dossiers that were there by now.
    pub(super) fn new(book: &'b Book, selection: &Selection) -> Result<Self, Error> {
        let before = book.store.head()?.next;
        let mut dossiers = Vec::new();
        for event_type in [EventType::TrajectoryOpened, EventType::TrajectoryImported] {
            let query = Query::new(Select::Type(event_type.number()));
            let mut reading = book.store.read(&query, Opening::Facts)?;
            while let Some(item) = reading.next()? {
                dossiers.push((item.entry.position, item.entry.stream.id));
            }
        }
        dossiers.retain(|(position, _)| *position < before);
        dossiers.sort_unstable();
        // A dossier that was opened again keeps the place of its first event.
        let mut seen = std::collections::HashSet::new();
        dossiers.retain(|(_, id)| seen.insert(*id));
        Ok(Self {
            book,
            selection: selection.clone(),
            before,
            dossiers,
            closed: 0,
        })
    }

    /// Up to which position the book is read.
    pub(super) fn before(&self) -> Position {
        self.before
    }

    /// Gives every dossier that is selected, in the order of their first events.
    pub(super) fn each(
        &mut self,
        visit: &mut dyn FnMut(Case) -> Result<(), Error>,
    ) -> Result<(), Error> {
        self.closed = 0;
        for place in 0..self.dossiers.len() {
            let Some((position, id)) = self.dossiers.get(place).copied() else {
                break;
            };
            let events = self.events(id)?;
            if events.iter().any(|shown| self.selection.takes(shown)) {
                visit(Case { position, events })?;
            }
        }
        Ok(())
    }

    fn events(&mut self, id: [u8; 16]) -> Result<Vec<Shown>, Error> {
        let mut events = Vec::new();
        for kind in DOSSIER_KINDS {
            let stream: StreamId = Book::dossier_stream(kind, id);
            let query = Query::stream(stream);
            let mut reading = self.book.store.read(&query, Opening::Facts)?;
            while let Some(item) = reading.next()? {
                if item.entry.position >= self.before {
                    break;
                }
                match item.content {
                    Ok(recorded) => events.push(recorded),
                    Err(NotRead::Closed(_) | NotRead::Unreadable(_)) => self.closed += 1,
                }
            }
        }
        events.sort_by_key(|recorded| recorded.position);
        // Shielding reaches back over every moment; a correction does not.
        let shields = shields(&events);
        let known_at = self.selection.known_at;
        let known = events
            .into_iter()
            .filter(|one| known_at.is_none_or(|moment| one.recorded_at <= moment));
        let mut known = withheld::shown(known.collect());
        // An answer of a learner is no step of the dossier.
        known.retain(|one| !matches!(one.event, Event::LearningAnswerLocked(_)));
        let known = known.into_iter();
        let dossier = known.fold(Dossier::default(), Dossier::evolve);
        let shown = dossier.entries().iter().map(|entry| {
            let shielded = shields.get(&entry.recorded.id);
            let (recorded, common, data) =
                masked(entry.now(), shielded.map_or(&[][..], Vec::as_slice));
            Shown {
                recorded,
                common,
                data,
            }
        });
        Ok(shown.collect())
    }
}
