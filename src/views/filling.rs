//! Filling the file: units projected by several threads, rows put in by one.

use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::{SyncSender, sync_channel};

use rusqlite::{Connection, Statement};

use super::error::Error;
use super::file::{UNIT, bind, columns};
use super::fold::{Fold, Look, Part};
use super::reading::{self, Parked, Projected, Unit};
use super::table::{Cell, Row, Table};
use crate::base::Position;
use crate::domain::Catalogues;
use crate::store::Store;

/// Units that may wait to be put in, so that memory does not grow with the book.
const WAITING: usize = 64;

/// What the threads of a projection share.
pub(super) struct Work<'a> {
    pub(super) store: &'a Store,
    pub(super) fold: &'a dyn Fold,
    pub(super) catalogues: &'a Catalogues,
    pub(super) units: &'a [Unit],
    pub(super) head: Position,
    pub(super) threads: usize,
}

impl Work<'_> {
    /// Projects every unit and gives each to `take`, in no particular order.
    pub(super) fn run(
        &self,
        take: &mut dyn FnMut(Projected) -> Result<(), Error>,
    ) -> Result<(), Error> {
        if self.threads <= 1 {
            let look = Look::new(self.store, self.head);
            for unit in self.units {
                if let Some(projected) = self.one(unit, &look)? {
                    take(projected)?;
                }
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
            let mut result = Ok(());
            for projected in &given {
                result = projected.and_then(&mut *take);
                if result.is_err() {
                    stop.store(true, Ordering::Relaxed);
                    break;
                }
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

    fn some(
        &self,
        next: &AtomicUsize,
        stop: &AtomicBool,
        give: &SyncSender<Result<Projected, Error>>,
    ) {
        let look = Look::new(self.store, self.head);
        while !stop.load(Ordering::Relaxed) {
            let Some(unit) = self.units.get(next.fetch_add(1, Ordering::Relaxed)) else {
                return;
            };
            let done = match self.one(unit, &look) {
                Ok(None) => continue,
                Ok(Some(projected)) => Ok(projected),
                Err(error) => Err(error),
            };
            if give.send(done).is_err() {
                return;
            }
        }
    }

    fn one(&self, unit: &Unit, look: &Look<'_>) -> Result<Option<Projected>, Error> {
        reading::project(
            self.store,
            self.fold,
            unit,
            self.catalogues,
            look,
            self.head,
        )
    }
}

/// Puts rows in, and takes the earlier rows of a unit out.
pub(super) struct Filler<'c> {
    tables: &'static [&'static Table],
    insert: Vec<Statement<'c>>,
    parked: Statement<'c>,
    delete: Option<Vec<Deletes<'c>>>,
    unpark: Statement<'c>,
    places: HashMap<&'static str, usize>,
    /// The table of the row before, which the next one is often of too.
    last: usize,
    /// Rows put in so far.
    pub(super) count: u64,
}

/// Deletes the rows of a unit from one table.
struct Deletes<'c> {
    of_dossier: Statement<'c>,
    of_other: Statement<'c>,
}

impl<'c> Filler<'c> {
    /// Prepares everything; `replaces` when the file may hold earlier rows of a unit.
    pub(super) fn new(
        connection: &'c Connection,
        tables: &'static [&'static Table],
        replaces: bool,
    ) -> rusqlite::Result<Self> {
        let mut insert = Vec::with_capacity(tables.len());
        let mut delete = Vec::with_capacity(tables.len());
        for table in tables {
            let name = table.name;
            let places: Vec<String> = (1..=columns(table).count() + 1)
                .map(|at| format!("?{at}"))
                .collect();
            let places = places.join(", ");
            insert.push(connection.prepare(&format!("INSERT INTO all_{name} VALUES ({places})"))?);
            if replaces {
                delete.push(Deletes {
                    of_dossier: connection.prepare(&format!(
                        "DELETE FROM all_{name} WHERE dossier = ?1 AND {UNIT} = ?1"
                    ))?,
                    of_other: connection.prepare(&format!(
                        "DELETE FROM all_{name} WHERE {UNIT} = ?1 AND {UNIT} IS NOT dossier"
                    ))?,
                });
            }
        }
        let places = tables.iter().enumerate();
        Ok(Self {
            tables,
            insert,
            delete: replaces.then_some(delete),
            parked: connection.prepare("INSERT INTO parked VALUES (?1, ?2, ?3, ?4, ?5)")?,
            unpark: connection.prepare("DELETE FROM parked WHERE unit = ?1")?,
            places: places.map(|(at, table)| (table.name, at)).collect(),
            last: 0,
            count: 0,
        })
    }

    /// Puts the rows of a unit in, in place of those that were there.
    pub(super) fn put(&mut self, projected: &Projected) -> rusqlite::Result<()> {
        let key = projected.key;
        if let Some(deletes) = &mut self.delete {
            for table in deletes {
                if projected.part == Part::Dossier {
                    table.of_dossier.execute([key])?;
                }
                table.of_other.execute([key])?;
            }
            self.unpark.execute([key])?;
        }
        let mut cells = projected.cells.as_slice();
        for (table, len) in &projected.rows {
            let (row, rest) = cells.split_at_checked(*len).unwrap_or((cells, &[]));
            self.row(table, row, key)?;
            cells = rest;
        }
        for event in &projected.parked {
            self.park(event, key)?;
        }
        Ok(())
    }

    /// Adds rows that are projected with a key of their own.
    pub(super) fn add(&mut self, rows: &[Row], key: i64) -> rusqlite::Result<()> {
        let mut rows = rows.iter();
        rows.try_for_each(|row| self.row(row.table, &row.cells, key))
    }

    fn row(&mut self, table: &Table, cells: &[Cell], key: i64) -> rusqlite::Result<()> {
        let same = self.tables.get(self.last).map(|table| table.name) == Some(table.name);
        if !same {
            let at = self.places.get(table.name);
            self.last = *at.ok_or(rusqlite::Error::InvalidQuery)?;
        }
        let Some(insert) = self.insert.get_mut(self.last) else {
            return Err(rusqlite::Error::InvalidQuery);
        };
        bind(insert, cells)?;
        insert.raw_bind_parameter(cells.len() + 1, key)?;
        insert.raw_execute()?;
        self.count += 1;
        Ok(())
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
