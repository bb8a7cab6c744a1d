//! Rows on their way from the threads that project to the one that writes.
//!
//! A batch holds the rows of some units, packed by table in one piece of memory. A row holds only
//! the cells that differ from the row before it in its table: what stands bound in a statement
//! need not be bound again, and most cells of a row are those of its neighbour.

use super::error::Error;
use super::file::{MASK_COLUMNS_MAX, ROW_BITS};
use super::fold::Part;
use super::reading::{Parked, Projected};
use super::table::{Cell, Row, Table};

const NULL: u8 = 0;
const WHOLE: u8 = 1;
const REAL: u8 = 2;
const TEXT: u8 = 3;

/// Rows of some units.
pub(super) struct Batch {
    /// The units, by key.
    pub(super) units: Vec<(i64, Part)>,
    /// Events that could not be read, with the key of their unit.
    pub(super) parked: Vec<(i64, Parked)>,
    /// The tables that have rows here: place of the table, number of rows, number of bytes.
    runs: Vec<(usize, u32, usize)>,
    bytes: Vec<u8>,
}

/// Packs units into batches; one for each thread.
pub(super) struct Packer {
    tables: &'static [&'static Table],
    lanes: Vec<Lane>,
    units: Vec<(i64, Part)>,
    parked: Vec<(i64, Parked)>,
    /// Place of the table of the row before, which the next one is often of too.
    last: usize,
}

/// The rows of one table.
#[derive(Default)]
struct Lane {
    rows: u32,
    bytes: Vec<u8>,
    before: Vec<Cell>,
    /// The unit of the row before, and the number of the next row of it.
    unit: i64,
    number: i64,
}

impl Packer {
    /// Packs rows of these tables.
    pub(super) fn new(tables: &'static [&'static Table]) -> Self {
        Self {
            tables,
            lanes: tables.iter().map(|_| Lane::default()).collect(),
            units: Vec::new(),
            parked: Vec::new(),
            last: 0,
        }
    }

    /// Adds everything that a unit came down to.
    pub(super) fn add(&mut self, projected: Projected) -> Result<(), Error> {
        let Projected {
            key,
            part,
            rows,
            parked,
        } = projected;
        self.units.push((key, part));
        for row in rows {
            self.row(key, row).ok_or(Error::Stopped)?;
        }
        self.parked
            .extend(parked.into_iter().map(|event| (key, event)));
        Ok(())
    }

    /// `None` for a row of no known table, or one row too many of a unit.
    fn row(&mut self, key: i64, row: Row) -> Option<()> {
        let is_it = |table: &&Table| std::ptr::eq(*table, row.table);
        if !self.tables.get(self.last).is_some_and(is_it) {
            self.last = self.tables.iter().position(is_it)?;
        }
        self.lanes.get_mut(self.last)?.push(key, row.cells)
    }

    /// What was added since the last batch.
    pub(super) fn take(&mut self) -> Batch {
        let len = self.lanes.iter().map(|lane| lane.bytes.len()).sum();
        let mut bytes = Vec::with_capacity(len);
        let mut runs = Vec::new();
        for (place, lane) in self.lanes.iter_mut().enumerate() {
            if lane.rows > 0 {
                runs.push((place, lane.rows, lane.bytes.len()));
                bytes.extend_from_slice(&lane.bytes);
                lane.bytes.clear();
                lane.before.clear();
                (lane.rows, lane.number) = (0, 0);
            }
        }
        Batch {
            units: std::mem::take(&mut self.units),
            parked: std::mem::take(&mut self.parked),
            runs,
            bytes,
        }
    }
}

impl Lane {
    fn push(&mut self, key: i64, cells: Vec<Cell>) -> Option<()> {
        if self.unit != key || self.rows == 0 {
            (self.unit, self.number) = (key, 0);
        }
        if self.number >> ROW_BITS != 0 || cells.len() > MASK_COLUMNS_MAX {
            return None;
        }
        let row_key = key.checked_mul(1 << ROW_BITS)?.checked_add(self.number)?;
        self.number += 1;
        self.rows += 1;
        self.bytes.extend_from_slice(&row_key.to_le_bytes());
        let at = self.bytes.len();
        let mut changed = 0_u64;
        self.bytes.extend_from_slice(&changed.to_le_bytes());
        for (place, cell) in cells.iter().enumerate() {
            if !self.before.get(place).is_some_and(|old| same(old, cell)) {
                changed |= 1 << place;
                write(cell, &mut self.bytes)?;
            }
        }
        let mask = self.bytes.get_mut(at..)?.first_chunk_mut()?;
        *mask = changed.to_le_bytes();
        self.before = cells;
        Some(())
    }
}

/// Whether two cells are stored alike; a number without order among them.
fn same(one: &Cell, other: &Cell) -> bool {
    match (one, other) {
        (Cell::Real(one), Cell::Real(other)) => one.to_bits() == other.to_bits(),
        _ => one == other,
    }
}

fn write(cell: &Cell, bytes: &mut Vec<u8>) -> Option<()> {
    match cell {
        Cell::Null => bytes.push(NULL),
        Cell::Whole(number) => {
            bytes.push(WHOLE);
            bytes.extend_from_slice(&number.to_le_bytes());
        }
        Cell::Real(number) => {
            bytes.push(REAL);
            bytes.extend_from_slice(&number.to_le_bytes());
        }
        Cell::Text(text) => {
            bytes.push(TEXT);
            bytes.extend_from_slice(&u32::try_from(text.len()).ok()?.to_le_bytes());
            bytes.extend_from_slice(text.as_bytes());
        }
    }
    Some(())
}

/// A cell as it comes out of a batch.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Packed<'a> {
    Null,
    Whole(i64),
    Real(f64),
    Text(&'a str),
}

impl Batch {
    /// The rows of each table, with its place among the tables.
    pub(super) fn runs(&self) -> impl Iterator<Item = (usize, Rows<'_>)> {
        let mut rest = self.bytes.as_slice();
        self.runs.iter().map(move |(place, rows, len)| {
            let (own, after) = rest.split_at_checked(*len).unwrap_or((rest, &[]));
            rest = after;
            let rows = Rows {
                left: *rows,
                bytes: own,
            };
            (*place, rows)
        })
    }
}

/// Rows of one table, one after another.
pub(super) struct Rows<'a> {
    left: u32,
    bytes: &'a [u8],
}

impl<'a> Rows<'a> {
    /// Gives the key of the next row; then every cell of it that differs from the row before must
    /// be taken by [`Rows::cells`]. `None` at the end.
    pub(super) fn next(&mut self) -> Option<i64> {
        self.left = self.left.checked_sub(1)?;
        Some(i64::from_le_bytes(self.take()?))
    }

    /// Gives each cell that differs, with its place, to `put`.
    pub(super) fn cells<E>(
        &mut self,
        mut put: impl FnMut(usize, Packed<'a>) -> Result<(), E>,
    ) -> Result<(), E> {
        let mut changed = self.take().map_or(0, u64::from_le_bytes);
        while changed != 0 {
            let place = changed.trailing_zeros();
            changed &= changed - 1;
            let Some(cell) = self.cell() else {
                return Ok(());
            };
            put(usize::try_from(place).unwrap_or(usize::MAX), cell)?;
        }
        Ok(())
    }

    fn cell(&mut self) -> Option<Packed<'a>> {
        let [kind] = self.take()?;
        Some(match kind {
            WHOLE => Packed::Whole(i64::from_le_bytes(self.take()?)),
            REAL => Packed::Real(f64::from_le_bytes(self.take()?)),
            TEXT => {
                let len = usize::try_from(u32::from_le_bytes(self.take()?)).ok()?;
                let (text, rest) = self.bytes.split_at_checked(len)?;
                self.bytes = rest;
                Packed::Text(std::str::from_utf8(text).ok()?)
            }
            _ => Packed::Null,
        })
    }

    fn take<const N: usize>(&mut self) -> Option<[u8; N]> {
        let (first, rest) = self.bytes.split_first_chunk::<N>()?;
        self.bytes = rest;
        Some(*first)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::views::table::COMMON;
    use crate::views::tables;

    #[test]
    fn every_table_fits_in_the_mask_of_a_row() {
        for table in tables::ALL {
            let columns = COMMON.len() + table.columns.len();
            assert!(columns <= MASK_COLUMNS_MAX, "{}: {columns}", table.name);
        }
    }

    fn unit(key: i64, rows: Vec<Row>) -> Projected {
        Projected {
            key,
            part: Part::Dossier,
            rows,
            parked: Vec::new(),
        }
    }

    /// Rows as a statement would hold them: what is not given stays as it was bound.
    fn unpacked(batch: &Batch) -> Vec<(usize, i64, Vec<Cell>)> {
        let mut found = Vec::new();
        for (place, mut rows) in batch.runs() {
            let mut bound = vec![Cell::Null; MASK_COLUMNS_MAX];
            while let Some(key) = rows.next() {
                let mut width = 0;
                rows.cells(|at, cell| {
                    width = width.max(at + 1);
                    bound[at] = match cell {
                        Packed::Null => Cell::Null,
                        Packed::Whole(number) => Cell::Whole(number),
                        Packed::Real(number) => Cell::Real(number),
                        Packed::Text(text) => Cell::Text(text.to_owned().into()),
                    };
                    Ok::<(), ()>(())
                })
                .unwrap();
                found.push((place, key, bound.clone()));
            }
        }
        found
    }

    #[test]
    fn what_is_packed_comes_out_by_table_with_the_keys_of_its_unit() {
        let tables = &tables::ALL[..2];
        let row = |place: usize, cells: &[Cell]| Row {
            table: tables[place],
            cells: cells.to_vec(),
        };
        let text = |text: &str| Cell::Text(text.to_owned().into());
        let mut packer = Packer::new(tables);
        let first = [Cell::Whole(1), text("a"), Cell::Real(-0.0), Cell::Null];
        let second = [Cell::Whole(1), text(""), Cell::Real(0.0), Cell::Null];
        let third = [Cell::Whole(-2), text("b"), Cell::Null, Cell::Real(1.5)];
        let rows = vec![row(1, &first), row(0, &third), row(1, &second)];
        packer.add(unit(7, rows)).unwrap();
        packer.add(unit(9, vec![row(1, &second)])).unwrap();
        let batch = packer.take();
        let padded = |cells: &[Cell]| {
            let mut cells = cells.to_vec();
            cells.resize(MASK_COLUMNS_MAX, Cell::Null);
            cells
        };
        let key = |unit: i64, number: i64| (unit << ROW_BITS) + number;
        let found = unpacked(&batch);
        assert_eq!(
            found,
            [
                (0, key(7, 0), padded(&third)),
                (1, key(7, 0), padded(&first)),
                (1, key(7, 1), padded(&second)),
                (1, key(9, 0), padded(&second)),
            ]
        );
        // A zero with a sign is another value to store.
        let Cell::Real(zero) = found[1].2[2] else {
            panic!("no number")
        };
        assert!(zero.is_sign_negative());
        // The next batch begins anew: no statement holds what the one before it bound.
        packer.add(unit(11, vec![row(1, &second)])).unwrap();
        assert_eq!(
            unpacked(&packer.take()),
            [(1, key(11, 0), padded(&second))]
        );
        assert!(packer.take().units.is_empty());
    }

    #[test]
    fn a_key_that_leaves_no_room_for_rows_is_refused() {
        let tables = &tables::ALL[..1];
        let mut packer = Packer::new(tables);
        let rows = vec![Row {
            table: tables[0],
            cells: vec![Cell::Null],
        }];
        assert!(packer.add(unit(i64::MAX >> 4, rows)).is_err());
    }
}
