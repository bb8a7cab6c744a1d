//! Filling the file: units projected by several threads, rows put in by one.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};

use rusqlite::types::Null;
use rusqlite::{Connection, Statement};

use super::across::INPUTS;
use super::batch::{Batch, GROUP, Packed, Packer, Rows};
use super::error::Error;
use super::file::{UNIT, columns};
use super::fold::{Fold, Look, Part};
use super::reading::{self, Parked, Projected, Unit};
use super::table::{Row, Table};
use crate::base::Position;
use crate::domain::Catalogues;
use crate::store::Store;

/// Batches that may wait to be put in, so that memory does not grow with the book.
const WAITING: usize = 8;

/// Batches that are kept until those before them are there, so that rows lie in the order of their
/// dossiers and questions that follow a dossier find them together.
const KEPT: usize = 24;

/// Units in a batch.
const TOGETHER: usize = 32;

/// What the threads of a projection share.
pub(super) struct Work<'a> {
    pub(super) store: &'a Store,
    pub(super) fold: &'a dyn Fold,
    pub(super) catalogues: &'a Catalogues,
    pub(super) units: &'a [Unit],
    pub(super) head: Position,
    pub(super) threads: usize,
}

/// A batch with its number, or what went wrong in making it.
type Made = (usize, Result<Batch, Error>);

impl Work<'_> {
    /// Projects every unit and gives them to `take`, in their order as far as memory allows.
    pub(super) fn run(
        &self,
        take: &mut dyn FnMut(&Batch) -> Result<(), Error>,
    ) -> Result<(), Error> {
        if self.threads <= 1 {
            let look = Look::new(self.store, self.head);
            let mut packer = self.packer();
            for units in self.units.chunks(TOGETHER) {
                take(&self.batch(units, &look, &mut packer)?)?;
            }
            return Ok(());
        }
        let next = AtomicUsize::new(0);
        let stop = AtomicBool::new(false);
        let (give, given) = sync_channel(WAITING);
        std::thread::scope(|scope| {
            let threads: Vec<_> = (0..self.threads)
                .map(|_| {
                    let give = give.clone();
                    let (next, stop) = (&next, &stop);
                    scope.spawn(move || self.some(next, stop, &give))
                })
                .collect();
            drop(give);
            let mut result = in_order(&given, take);
            if result.is_err() {
                stop.store(true, Ordering::Relaxed);
            }
            // Threads that wait to give something hear that nobody takes it any more.
            drop(given);
            for thread in threads {
                if thread.join().is_err() {
                    result = result.and(Err(Error::Stopped));
                }
            }
            result
        })
    }

    fn some(&self, next: &AtomicUsize, stop: &AtomicBool, give: &SyncSender<Made>) {
        let look = Look::new(self.store, self.head);
        let mut packer = self.packer();
        while !stop.load(Ordering::Relaxed) {
            let number = next.fetch_add(1, Ordering::Relaxed);
            let Some(units) = self.units.chunks(TOGETHER).nth(number) else {
                return;
            };
            let done = self.batch(units, &look, &mut packer);
            if give.send((number, done)).is_err() {
                return;
            }
        }
    }

    fn packer(&self) -> Packer {
        let compared: &[&Table] = if self.fold.compares() { &INPUTS } else { &[] };
        Packer::new(self.fold.tables(), compared)
    }

    fn batch(&self, units: &[Unit], look: &Look<'_>, packer: &mut Packer) -> Result<Batch, Error> {
        for unit in units {
            let done = reading::project(
                self.store,
                self.fold,
                unit,
                self.catalogues,
                look,
                self.head,
            )?;
            if let Some(projected) = done {
                packer.add(projected)?;
            }
        }
        packer.take()
    }
}

/// Takes batches by number; one that keeps too many others waiting comes after them.
fn in_order(
    given: &Receiver<Made>,
    take: &mut dyn FnMut(&Batch) -> Result<(), Error>,
) -> Result<(), Error> {
    let mut kept: BTreeMap<usize, Batch> = BTreeMap::new();
    let mut next = 0;
    for (number, batch) in given {
        kept.insert(number, batch?);
        while let Some(entry) = kept.first_entry() {
            if *entry.key() > next && kept.len() <= KEPT {
                break;
            }
            let Some((number, batch)) = kept.pop_first() else {
                break;
            };
            next = next.max(number + 1);
            take(&batch)?;
        }
    }
    kept.values().try_for_each(take)
}

/// Puts rows in, and takes the earlier rows of a unit out.
pub(super) struct Filler<'c> {
    connection: &'c Connection,
    inserts: Vec<Inserts<'c>>,
    parked: Statement<'c>,
    delete: Option<Vec<Deletes<'c>>>,
    unpark: Statement<'c>,
    /// Packs rows that come from no thread.
    own: Packer,
    /// Rows put in so far.
    pub(super) count: u64,
}

/// Deletes the rows of a unit from one table.
struct Deletes<'c> {
    of_dossier: Statement<'c>,
    of_other: Statement<'c>,
}

/// The statements that put rows in one table, made when the first row comes.
struct Inserts<'c> {
    table: &'static Table,
    /// Values of a row: its cells and its unit.
    width: usize,
    group: Option<Statement<'c>>,
    single: Option<Statement<'c>>,
}

impl<'c> Inserts<'c> {
    fn put(&mut self, connection: &'c Connection, rows: &mut Rows<'_>) -> rusqlite::Result<()> {
        let (table, width) = (self.table, self.width);
        for (statement, turns, slots) in [
            (&mut self.group, rows.groups, GROUP),
            (&mut self.single, rows.singles, 1),
        ] {
            if turns == 0 {
                continue;
            }
            if statement.is_none() {
                *statement = Some(connection.prepare(&insert(table, width, slots))?);
            }
            let Some(statement) = statement else {
                continue;
            };
            for _ in 0..turns {
                for first in (0..slots * width).step_by(width) {
                    let key = rows.key().ok_or(rusqlite::Error::InvalidQuery)?;
                    statement.raw_bind_parameter(first + width, key)?;
                    rows.cells(|at, cell| {
                        let place = first + at + 1;
                        match cell {
                            Packed::Null => statement.raw_bind_parameter(place, Null),
                            Packed::Whole(number) => statement.raw_bind_parameter(place, number),
                            Packed::Real(number) => statement.raw_bind_parameter(place, number),
                            Packed::Text(text) => statement.raw_bind_parameter(place, text),
                        }
                    })?;
                }
                statement.raw_execute()?;
            }
        }
        Ok(())
    }
}

/// A statement that puts in so many rows of so many values.
fn insert(table: &Table, width: usize, rows: usize) -> String {
    let mut text = format!("INSERT INTO all_{} VALUES ", table.name);
    for at in 0..rows * width {
        text.push_str(match (at, at % width) {
            (0, _) => "(?",
            (_, 0) => "), (?",
            _ => ", ?",
        });
        text.push_str(&(at + 1).to_string());
    }
    text.push(')');
    text
}

impl<'c> Filler<'c> {
    /// Prepares everything; `replaces` when the file may hold earlier rows of a unit.
    pub(super) fn new(
        connection: &'c Connection,
        tables: &'static [&'static Table],
        replaces: bool,
    ) -> rusqlite::Result<Self> {
        let mut delete = Vec::with_capacity(tables.len());
        for table in tables.iter().filter(|_| replaces) {
            let name = table.name;
            delete.push(Deletes {
                of_dossier: connection.prepare(&format!(
                    "DELETE FROM all_{name} WHERE dossier = ?1 AND {UNIT} = ?1"
                ))?,
                of_other: connection.prepare(&format!(
                    "DELETE FROM all_{name} WHERE {UNIT} = ?1 AND {UNIT} IS NOT dossier"
                ))?,
            });
        }
        let inserts = tables.iter().map(|table| Inserts {
            table,
            width: columns(table).count() + 1,
            group: None,
            single: None,
        });
        Ok(Self {
            connection,
            inserts: inserts.collect(),
            delete: replaces.then_some(delete),
            parked: connection.prepare("INSERT INTO parked VALUES (?1, ?2, ?3, ?4, ?5)")?,
            unpark: connection.prepare("DELETE FROM parked WHERE unit = ?1")?,
            own: Packer::new(tables, &[]),
            count: 0,
        })
    }

    /// Puts the rows of units in, in place of those that were there.
    pub(super) fn put(&mut self, batch: &Batch) -> rusqlite::Result<()> {
        if let Some(deletes) = &mut self.delete {
            for (key, part) in &batch.units {
                for table in &mut *deletes {
                    if *part == Part::Dossier {
                        table.of_dossier.execute([key])?;
                    }
                    table.of_other.execute([key])?;
                }
                self.unpark.execute([key])?;
            }
        }
        self.rows(batch)?;
        for (key, event) in &batch.parked {
            self.park(event, *key)?;
        }
        Ok(())
    }

    fn rows(&mut self, batch: &Batch) -> rusqlite::Result<()> {
        for (place, mut rows) in batch.runs() {
            let Some(inserts) = self.inserts.get_mut(place) else {
                return Err(rusqlite::Error::InvalidQuery);
            };
            self.count += u64::from(rows.groups) * GROUP as u64 + u64::from(rows.singles);
            inserts.put(self.connection, &mut rows)?;
        }
        Ok(())
    }

    /// Adds rows that are projected with a key of their own.
    pub(super) fn add(&mut self, rows: &[Row], key: i64) -> rusqlite::Result<()> {
        let unit = Projected {
            key,
            part: Part::Organisation,
            rows: rows.to_vec(),
            parked: Vec::new(),
        };
        let packed = self.own.add(unit).and_then(|()| self.own.take());
        let batch = packed.map_err(|_| rusqlite::Error::InvalidQuery)?;
        self.rows(&batch)
    }

    fn park(&mut self, event: &Parked, key: i64) -> rusqlite::Result<()> {
        let position = i64::try_from(event.position.0).unwrap_or(i64::MAX);
        let stream = event.stream.to_string();
        self.parked.execute(rusqlite::params![
            position,
            stream,
            event.event_type,
            event.reason,
            key
        ])?;
        Ok(())
    }
}
