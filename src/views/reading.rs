//! Reading the log part by part: which dossiers there are, their events, what cannot be read.

use std::collections::HashMap;

use super::error::Error;
use super::fold::{Fold, Look, Part};
use super::table::{Cell, Row};
use crate::base::{Position, StreamId};
use crate::domain::events::registry::StreamKind;
use crate::domain::{Catalogues, Recorded};
use crate::log::{Query, Select};
use crate::store::{self, Opening, Store};

/// A part of the book that is projected as a whole: a dossier, an organisation, the settings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Unit {
    pub(super) part: Part,
    pub(super) id: [u8; 16],
    /// Which of its streams have events: bit n is the nth kind of the part.
    streams: u8,
}

/// An event that could not be read, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parked {
    /// Where it stands.
    pub position: Position,
    /// Its stream.
    pub stream: StreamId,
    /// The number of its type.
    pub event_type: u16,
    /// Why it could not be read.
    pub reason: String,
}

/// What is recorded about a unit.
pub(super) struct Read {
    /// Position of its first event; `None` when it has none.
    pub(super) first: Option<Position>,
    /// Its events that open, in the order of the log.
    pub(super) events: Vec<Recorded>,
    /// Its events that do not.
    pub(super) parked: Vec<Parked>,
}

/// Everything a unit came down to.
pub(super) struct Projected {
    /// Position of the first event of the unit: by this its rows are found again.
    pub(super) key: i64,
    pub(super) part: Part,
    /// Every version of its rows.
    pub(super) rows: Vec<Row>,
    pub(super) parked: Vec<Parked>,
}

/// The units that have events from one position on, up to another, by the first of those events.
pub(super) fn units(store: &Store, from: Position, head: Position) -> Result<Vec<Unit>, Error> {
    let mut found: HashMap<(Part, [u8; 16]), u8> = HashMap::new();
    let mut order = Vec::new();
    let mut records = store
        .engine()
        .read(&Query::all_from(from))
        .map_err(store::Error::from)?;
    while let Some(record) = records.next().map_err(store::Error::from)? {
        if record.entry.position >= head {
            break;
        }
        let StreamId { category, id } = record.entry.stream;
        let Some(part) = Part::of(category) else {
            continue;
        };
        let kinds = part.kinds().iter();
        let bit = kinds
            .take_while(|kind| kind.category() != category)
            .fold(1_u8, |bit, _| bit << 1);
        let streams = found.entry((part, id)).or_insert_with(|| {
            order.push((part, id));
            0
        });
        *streams |= bit;
    }
    let all = u8::MAX;
    let whole = from == Position::START;
    Ok(order
        .into_iter()
        .map(|(part, id)| Unit {
            part,
            id,
            streams: match found.get(&(part, id)) {
                Some(streams) if whole => *streams,
                _ => all,
            },
        })
        .collect())
}

/// Reads the events of a unit before a position, facts only, in the order of the log.
pub(super) fn read(store: &Store, unit: &Unit, head: Position) -> Result<Read, Error> {
    let mut events: Vec<Recorded> = Vec::new();
    let mut parked = Vec::new();
    let mut first: Option<Position> = None;
    let mut sorted = true;
    for (at, kind) in unit.part.kinds().iter().enumerate() {
        if unit.streams & (1 << at) == 0 {
            continue;
        }
        let stream = StreamId {
            category: kind.category(),
            id: unit.id,
        };
        let mut reading = store.read(&Query::stream(stream), Opening::Facts)?;
        while let Some(item) = reading.next()? {
            let entry = item.entry;
            if entry.position >= head {
                break;
            }
            first = Some(first.map_or(entry.position, |first| first.min(entry.position)));
            match item.content {
                Ok(recorded) => {
                    let last = events.last().map(|last| last.position);
                    sorted &= last.is_none_or(|last| last < recorded.position);
                    events.push(recorded);
                }
                // What was lawfully destroyed is gone, not unread.
                Err(why) if why.is_destroyed() => {}
                Err(why) => parked.push(Parked {
                    position: entry.position,
                    stream,
                    event_type: entry.event_type,
                    reason: why.to_string(),
                }),
            }
        }
    }
    if !sorted {
        events.sort_by_key(|recorded| recorded.position);
    }
    Ok(Read {
        first,
        events,
        parked,
    })
}

/// The units of the settings.
pub(super) fn settings(store: &Store) -> Result<Vec<Unit>, Error> {
    let query = Query::new(Select::Category(StreamKind::Settings.category()));
    let mut units: Vec<Unit> = Vec::new();
    let mut records = store.engine().read(&query).map_err(store::Error::from)?;
    while let Some(record) = records.next().map_err(store::Error::from)? {
        let id = record.entry.stream.id;
        if !units.iter().any(|unit| unit.id == id) {
            units.push(Unit {
                part: Part::Settings,
                id,
                streams: u8::MAX,
            });
        }
    }
    Ok(units)
}

/// The catalogues of the book as recorded before a position.
pub(super) fn catalogues(
    store: &Store,
    units: &[Unit],
    head: Position,
) -> Result<Catalogues, Error> {
    let mut catalogues = Catalogues::default();
    for unit in units.iter().filter(|unit| unit.part == Part::Settings) {
        let Read { events, .. } = read(store, unit, head)?;
        catalogues = events.iter().fold(catalogues, Catalogues::evolve);
    }
    Ok(catalogues)
}

/// Reads and projects one unit; `None` when it has no event before the head.
pub(super) fn project(
    store: &Store,
    fold: &dyn Fold,
    unit: &Unit,
    catalogues: &Catalogues,
    look: &Look<'_>,
    head: Position,
) -> Result<Option<Projected>, Error> {
    let Read {
        first,
        events,
        parked,
    } = read(store, unit, head)?;
    let Some(first) = first else {
        return Ok(None);
    };
    let key = i64::try_from(first.0).unwrap_or(i64::MAX);
    let mut rows = match (events.is_empty(), unit.part) {
        (true, _) => Vec::new(),
        (_, Part::Dossier) => fold.dossier(events, catalogues, look),
        (_, Part::Organisation) => fold.organisation(events, catalogues, look),
        (_, Part::Settings) => fold.settings(events, look),
    };
    if unit.part == Part::Dossier && !parked.is_empty() {
        // The dossier keeps its number also when its very first event is among the unread ones.
        for row in &mut rows {
            if let Some(dossier) = row.cells.get_mut(DOSSIER) {
                *dossier = Cell::Whole(key);
            }
        }
    }
    Ok(Some(Projected {
        key,
        part: unit.part,
        rows,
        parked,
    }))
}

/// The place of the dossier among the common columns.
const DOSSIER: usize = 2;
