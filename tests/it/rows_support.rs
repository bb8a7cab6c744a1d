//! Facts of a book by dossier, their rows, and ways to look a cell up.

use std::collections::{BTreeMap, HashMap};
use std::hash::{DefaultHasher, Hash, Hasher};

use weegboek::base::{EventId, Position};
use weegboek::book::Book;
use weegboek::domain::values::{Actor, CaseRef};
use weegboek::domain::{Catalogues, Recorded};
use weegboek::log::Query;
use weegboek::store::Opening;
use weegboek::views::rows::{self, Projection};
use weegboek::views::table::{COMMON, Cell, Row};

/// The facts of a book.
pub(crate) struct Facts {
    /// Events of each dossier: case, audit and learning, in the order of their positions.
    pub(crate) dossiers: Vec<Vec<Recorded>>,
    /// Events of each organisation.
    pub(crate) organisations: Vec<Vec<Recorded>>,
    /// Events of the settings.
    pub(crate) settings: Vec<Recorded>,
    catalogues: Catalogues,
    places: HashMap<EventId, Position>,
    firsts: HashMap<[u8; 16], Position>,
}

impl Facts {
    pub(crate) fn of(book: &Book) -> Self {
        let mut reading = book
            .store()
            .read(&Query::all_from(Position::START), Opening::Facts)
            .unwrap();
        let mut dossiers: BTreeMap<[u8; 16], Vec<Recorded>> = BTreeMap::new();
        let mut organisations: BTreeMap<[u8; 16], Vec<Recorded>> = BTreeMap::new();
        let (mut settings, mut places) = (Vec::new(), HashMap::new());
        while let Some(item) = reading.next().unwrap() {
            let recorded = item.content.unwrap();
            places.insert(recorded.id, recorded.position);
            let id = recorded.stream.id;
            match recorded.stream.category.0 {
                2 => organisations.entry(id).or_default().push(recorded),
                5 => settings.push(recorded),
                _ => dossiers.entry(id).or_default().push(recorded),
            }
        }
        let firsts = dossiers
            .iter()
            .map(|(id, events)| (*id, events[0].position))
            .collect();
        Self {
            catalogues: settings
                .iter()
                .fold(Catalogues::default(), Catalogues::evolve),
            dossiers: dossiers.into_values().collect(),
            organisations: organisations.into_values().collect(),
            settings,
            places,
            firsts,
        }
    }

    pub(crate) fn dossier(&self, events: Vec<Recorded>, thorough: bool) -> Projection {
        let places = |id: EventId| self.places.get(&id).copied();
        let known = self.known(&places);
        if thorough {
            rows::dossier_thoroughly(events, &known)
        } else {
            rows::dossier(events, &known)
        }
    }

    pub(crate) fn organisation(&self, events: Vec<Recorded>) -> Projection {
        let places = |id: EventId| self.places.get(&id).copied();
        let dossiers = |case: CaseRef| self.firsts.get(&case.0).copied();
        rows::organisation(events, &self.known(&places), &dossiers)
    }

    fn known<'k>(&'k self, places: &'k dyn Fn(EventId) -> Option<Position>) -> rows::Known<'k> {
        rows::Known {
            settings: &self.catalogues,
            places,
            persons: &person,
        }
    }

    /// Position of the event with this outside name, such as `ZAAK-001/8`.
    pub(crate) fn position(&self, name: &str) -> i64 {
        let position = self.places[&EventId::derived(name)];
        i64::try_from(position.0).unwrap()
    }

    /// Every row of the book.
    pub(crate) fn rows(&self) -> Vec<Row> {
        let dossiers = self
            .dossiers
            .iter()
            .flat_map(|events| self.dossier(events.clone(), false).rows);
        let organisations = self
            .organisations
            .iter()
            .flat_map(|events| self.organisation(events.clone()).rows);
        dossiers
            .chain(organisations)
            .chain(rows::settings(&self.settings).rows)
            .collect()
    }
}

/// A pseudonym for tests.
pub(crate) fn person(actor: &Actor) -> i64 {
    let mut hasher = DefaultHasher::new();
    actor.0.hash(&mut hasher);
    i64::try_from(hasher.finish() >> 1).unwrap()
}

/// The rows that held at a moment, as they read then.
pub(crate) fn known_at(rows: &[Row], moment: i64) -> Vec<Row> {
    let held = |row: &&Row| {
        let Cell::Whole(from) = row.cells[6] else {
            panic!("a row without its moment: {row:?}");
        };
        from <= moment && !matches!(row.cells[7], Cell::Whole(until) if until <= moment)
    };
    rows.iter()
        .filter(held)
        .map(|row| {
            let mut row = row.clone();
            row.cells[7] = Cell::Null;
            row
        })
        .collect()
}

/// What a row is about and when it was known, for comparing in one order.
pub(crate) fn key(row: &Row) -> (&'static str, i64, i64, i64) {
    let whole = |at: usize| match row.cells[at] {
        Cell::Whole(number) => number,
        _ => i64::MIN,
    };
    (row.table.name, whole(0), whole(1), whole(6))
}

/// One cell of a row.
pub(crate) fn cell<'r>(row: &'r Row, column: &str) -> &'r Cell {
    let at = COMMON
        .iter()
        .chain(row.table.columns)
        .position(|one| one.name == column);
    &row.cells[at.unwrap_or_else(|| panic!("no column {column} in {}", row.table.name))]
}

/// A cell as a test writes it down: a number, a text, or `-` for nothing.
pub(crate) fn shown(cell: &Cell) -> String {
    match cell {
        Cell::Null => "-".to_owned(),
        Cell::Whole(number) => number.to_string(),
        Cell::Real(number) => number.to_string(),
        Cell::Text(text) => text.to_string(),
    }
}
