//! What makes rows of events, as the engine sees it: it knows nothing of their meaning.

use std::cell::RefCell;
use std::collections::HashMap;

use super::table::{Row, Table};
use crate::base::{Category, EventId, Position, StreamId};
use crate::domain::events::registry::StreamKind;
use crate::domain::values::Actor;
use crate::domain::{Catalogues, Recorded};
use crate::log::Query;
use crate::store::Store;

/// A projection: pure, whole dossiers in, whole histories of rows out.
///
/// The same events give the same rows, whatever was projected before. The engine replaces all
/// rows of a dossier at once, so a projection never has to undo anything.
pub trait Fold: Send + Sync {
    /// A number that changes whenever the same events give other rows.
    fn version(&self) -> u32;

    /// The tables that it fills.
    fn tables(&self) -> &'static [&'static Table];

    /// Whether the tables hold what is compared between dossiers, so that signals over many of them
    /// are worked out too.
    fn compares(&self) -> bool {
        false
    }

    /// Rows of one dossier: its case, audit and learning events in the order of the log.
    fn dossier(&self, events: Vec<Recorded>, settings: &Catalogues, look: &Look<'_>) -> Vec<Row>;

    /// Rows of what one organisation did, in the order of the log.
    fn organisation(
        &self,
        events: Vec<Recorded>,
        settings: &Catalogues,
        look: &Look<'_>,
    ) -> Vec<Row>;

    /// Rows of the settings, in the order of the log.
    fn settings(&self, events: Vec<Recorded>, look: &Look<'_>) -> Vec<Row>;
}

/// What a projection may look up beyond the events it is given; one for each thread.
pub struct Look<'a> {
    store: &'a Store,
    head: Position,
    persons: RefCell<HashMap<String, i64>>,
}

impl<'a> Look<'a> {
    /// Looks things up in a log of which the events before `head` count.
    pub(super) fn new(store: &'a Store, head: Position) -> Self {
        Self {
            store,
            head,
            persons: RefCell::new(HashMap::new()),
        }
    }

    /// Where an event stands; `None` when it was not recorded.
    #[must_use]
    pub fn place(&self, event: EventId) -> Option<Position> {
        let found = self.store.engine().position_of(event).ok().flatten();
        found.filter(|position| *position < self.head)
    }

    /// The dossier with these 128 bits: the position of its first event.
    #[must_use]
    pub fn dossier(&self, id: [u8; 16]) -> Option<Position> {
        let stream = StreamId {
            category: StreamKind::Case.category(),
            id,
        };
        let mut records = self
            .store
            .engine()
            .read(&Query::stream(stream).limit(1))
            .ok()?;
        let position = records.next().ok()??.entry.position;
        (position < self.head).then_some(position)
    }

    /// The number of a person: 63 bits of the keyed pseudonym of the code; 0 without the key.
    #[must_use]
    pub fn person(&self, actor: &Actor) -> i64 {
        let mut persons = self.persons.borrow_mut();
        if let Some(known) = persons.get(&actor.0) {
            return *known;
        }
        let number = self.store.actor(&actor.0).map_or(0, |pseudonym| {
            let mut first = [0; 8];
            first.copy_from_slice(&pseudonym.0[..8]);
            i64::from_be_bytes(first) & i64::MAX
        });
        persons.insert(actor.0.clone(), number);
        number
    }
}

/// What a stream is projected as part of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Part {
    /// The catalogues of the book.
    Settings,
    /// What one organisation did.
    Organisation,
    /// One dossier: case, audits and learning share their 128 bits.
    Dossier,
}

impl Part {
    /// What a stream of this category is part of; `None` for one of a newer release.
    pub(super) fn of(category: Category) -> Option<Self> {
        StreamKind::ALL
            .into_iter()
            .find(|kind| kind.category() == category)
            .map(|kind| match kind {
                StreamKind::Settings => Self::Settings,
                StreamKind::Organisation => Self::Organisation,
                StreamKind::Case | StreamKind::Audit | StreamKind::Learning => Self::Dossier,
            })
    }

    /// The kinds of stream that belong together.
    pub(super) fn kinds(self) -> &'static [StreamKind] {
        match self {
            Self::Settings => &[StreamKind::Settings],
            Self::Organisation => &[StreamKind::Organisation],
            Self::Dossier => &[StreamKind::Case, StreamKind::Audit, StreamKind::Learning],
        }
    }
}
