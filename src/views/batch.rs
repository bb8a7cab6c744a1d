//! Rows on their way from the threads that project to the one that writes.
//!
//! A batch holds the rows of some units, packed by table in one piece of memory. A row holds only
//! the cells that differ from those of the row before it in the same place of the same statement: what stands
//! bound need not be bound again, and most cells of a row are those of its neighbour.

use super::error::Error;
use super::file::MASK_COLUMNS_MAX;
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
    /// The units once more, with their rows of the tables that are compared between dossiers.
    pub(super) compared: Vec<Projected>,
    runs: Vec<Run>,
    bytes: Vec<u8>,
    texts: String,
}

/// The rows of one table: groups of [`GROUP`] first, then those that are left.
struct Run {
    /// Place of the table.
    place: usize,
    groups: u32,
    singles: u32,
    /// Bytes of its rows, and of their texts.
    len: usize,
    text_len: usize,
}

/// Rows that go in by one statement: it finds the end of the table once for all of them.
pub(super) const GROUP: usize = 8;

/// Packs units into batches; one for each thread.
pub(super) struct Packer {
    tables: &'static [&'static Table],
    /// Tables of which the rows are kept as they are too.
    kept: &'static [&'static Table],
    compared: Vec<Projected>,
    lanes: Vec<Lane>,
    units: Vec<(i64, Part)>,
    parked: Vec<(i64, Parked)>,
    /// Place of the table of the row before, which the next one is often of too.
    last: usize,
}

/// Rows under way: numbers and marks here, texts there, so that no text is checked again.
#[derive(Default)]
struct Packing {
    bytes: Vec<u8>,
    texts: String,
}

/// The rows of one table.
#[derive(Default)]
struct Lane {
    groups: u32,
    packed: Packing,
    /// Rows that wait until there are enough for a group, with the keys of their units.
    waiting: Vec<(i64, Vec<Cell>)>,
    /// The rows of the group before.
    before: Vec<(i64, Vec<Cell>)>,
}

impl Packer {
    /// Packs rows of these tables; keeps those of some of them as they are too.
    pub(super) fn new(tables: &'static [&'static Table], kept: &'static [&'static Table]) -> Self {
        Self {
            tables,
            kept,
            compared: Vec::new(),
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
        if !self.kept.is_empty() {
            let is_kept = |row: &&Row| self.kept.iter().any(|kept| std::ptr::eq(*kept, row.table));
            self.compared.push(Projected {
                key,
                part,
                rows: rows.iter().filter(is_kept).cloned().collect(),
                parked: Vec::new(),
            });
        }
        for row in rows {
            self.row(key, row).ok_or(Error::Stopped)?;
        }
        self.parked
            .extend(parked.into_iter().map(|event| (key, event)));
        Ok(())
    }

    /// `None` for a row of no known table.
    fn row(&mut self, key: i64, row: Row) -> Option<()> {
        let is_it = |table: &&Table| std::ptr::eq(*table, row.table);
        if !self.tables.get(self.last).is_some_and(is_it) {
            self.last = self.tables.iter().position(is_it)?;
        }
        self.lanes.get_mut(self.last)?.push(key, row.cells)
    }

    /// What was added since the last batch.
    pub(super) fn take(&mut self) -> Result<Batch, Error> {
        self.taken().ok_or(Error::Stopped)
    }

    fn taken(&mut self) -> Option<Batch> {
        let mut runs = Vec::new();
        let (mut len, mut text_len) = (0, 0);
        for (place, lane) in self.lanes.iter_mut().enumerate() {
            if lane.is_empty() {
                continue;
            }
            let (groups, singles) = lane.finish()?;
            runs.push(Run {
                place,
                groups,
                singles,
                len: lane.packed.bytes.len(),
                text_len: lane.packed.texts.len(),
            });
            len += lane.packed.bytes.len();
            text_len += lane.packed.texts.len();
        }
        let mut bytes = Vec::with_capacity(len);
        let mut texts = String::with_capacity(text_len);
        for run in &runs {
            let Packing {
                bytes: own,
                texts: said,
            } = &mut self.lanes.get_mut(run.place)?.packed;
            bytes.append(own);
            texts.push_str(said);
            said.clear();
        }
        Some(Batch {
            units: std::mem::take(&mut self.units),
            parked: std::mem::take(&mut self.parked),
            compared: std::mem::take(&mut self.compared),
            runs,
            bytes,
            texts,
        })
    }
}

impl Lane {
    fn is_empty(&self) -> bool {
        self.groups == 0 && self.waiting.is_empty()
    }

    fn push(&mut self, key: i64, cells: Vec<Cell>) -> Option<()> {
        if cells.len() > MASK_COLUMNS_MAX {
            return None;
        }
        self.waiting.push((key, cells));
        if self.waiting.len() == GROUP {
            for (slot, (key, cells)) in self.waiting.iter().enumerate() {
                let before = self.before.get(slot).map(|(_, cells)| cells.as_slice());
                self.packed.row(*key, cells, before)?;
            }
            std::mem::swap(&mut self.before, &mut self.waiting);
            self.waiting.clear();
            self.groups += 1;
        }
        Some(())
    }

    /// Writes what is left, and begins anew.
    fn finish(&mut self) -> Option<(u32, u32)> {
        let mut before = None;
        for (key, cells) in &self.waiting {
            self.packed.row(*key, cells, before)?;
            before = Some(cells.as_slice());
        }
        let count = (self.groups, u32::try_from(self.waiting.len()).ok()?);
        self.waiting.clear();
        self.before.clear();
        self.groups = 0;
        Some(count)
    }
}

impl Packing {
    /// Writes the key of a row's unit, which cells differ, and these cells.
    fn row(&mut self, key: i64, cells: &[Cell], before: Option<&[Cell]>) -> Option<()> {
        self.bytes.extend_from_slice(&key.to_le_bytes());
        let at = self.bytes.len();
        let mut changed = 0_u64;
        self.bytes.extend_from_slice(&changed.to_le_bytes());
        let before = before.unwrap_or_default();
        for (place, cell) in cells.iter().enumerate() {
            if !before.get(place).is_some_and(|old| same(old, cell)) {
                changed |= 1 << place;
                self.cell(cell)?;
            }
        }
        let mask = self.bytes.get_mut(at..)?.first_chunk_mut()?;
        *mask = changed.to_le_bytes();
        Some(())
    }

    fn cell(&mut self, cell: &Cell) -> Option<()> {
        match cell {
            Cell::Null => self.bytes.push(NULL),
            Cell::Whole(number) => {
                self.bytes.push(WHOLE);
                self.bytes.extend_from_slice(&number.to_le_bytes());
            }
            Cell::Real(number) => {
                self.bytes.push(REAL);
                self.bytes.extend_from_slice(&number.to_le_bytes());
            }
            Cell::Text(text) => {
                self.bytes.push(TEXT);
                let len = u32::try_from(text.len()).ok()?;
                self.bytes.extend_from_slice(&len.to_le_bytes());
                self.texts.push_str(text);
            }
        }
        Some(())
    }
}

/// Whether two cells are stored alike: a number without order among them, and a code that is kept
/// once is itself.
fn same(one: &Cell, other: &Cell) -> bool {
    match (one, other) {
        (Cell::Real(one), Cell::Real(other)) => one.to_bits() == other.to_bits(),
        (Cell::Text(one), Cell::Text(other)) => {
            std::ptr::eq::<str>(one.as_ref(), other.as_ref()) || one == other
        }
        _ => one == other,
    }
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
        let (mut rest, mut said) = (self.bytes.as_slice(), self.texts.as_str());
        self.runs.iter().map(move |run| {
            let (bytes, after) = rest.split_at_checked(run.len).unwrap_or((rest, &[]));
            let (texts, later) = said.split_at_checked(run.text_len).unwrap_or((said, ""));
            (rest, said) = (after, later);
            let rows = Rows {
                groups: run.groups,
                singles: run.singles,
                bytes,
                texts,
            };
            (run.place, rows)
        })
    }
}

/// Rows of one table, one after another.
pub(super) struct Rows<'a> {
    /// Groups of [`GROUP`] rows that come first.
    pub(super) groups: u32,
    /// Rows after them.
    pub(super) singles: u32,
    bytes: &'a [u8],
    texts: &'a str,
}

impl<'a> Rows<'a> {
    /// The key of the unit of the next row; then its cells must be taken by [`Rows::cells`].
    pub(super) fn key(&mut self) -> Option<i64> {
        self.take().map(i64::from_le_bytes)
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
                let (text, rest) = self.texts.split_at_checked(len)?;
                self.texts = rest;
                Packed::Text(text)
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

    fn unit_of(key: i64, rows: Vec<Row>) -> Projected {
        Projected {
            key,
            part: Part::Dossier,
            rows,
            parked: Vec::new(),
        }
    }

    /// Rows as the two statements of a table would hold them: what is not given stays as it was
    /// bound in that place.
    fn unpacked(batch: &Batch) -> Vec<(usize, i64, Vec<Cell>)> {
        let mut found = Vec::new();
        for (place, mut rows) in batch.runs() {
            let mut bound = vec![vec![Cell::Null; MASK_COLUMNS_MAX]; GROUP + 1];
            let groups = (0..rows.groups).flat_map(|_| 0..GROUP);
            let singles = (0..rows.singles).map(|_| GROUP);
            for slot in groups.chain(singles) {
                let key = rows.key().unwrap();
                rows.cells(|at, cell| {
                    bound[slot][at] = match cell {
                        Packed::Null => Cell::Null,
                        Packed::Whole(number) => Cell::Whole(number),
                        Packed::Real(number) => Cell::Real(number),
                        Packed::Text(text) => Cell::Text(text.to_owned().into()),
                    };
                    Ok::<(), ()>(())
                })
                .unwrap();
                found.push((place, key, bound[slot].clone()));
            }
            assert_eq!(rows.key(), None);
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
        let mut packer = Packer::new(tables, &[]);
        let first = [Cell::Whole(1), text("a"), Cell::Real(-0.0), Cell::Null];
        let second = [Cell::Whole(1), text(""), Cell::Real(0.0), Cell::Null];
        let third = [Cell::Whole(-2), text("b"), Cell::Null, Cell::Real(1.5)];
        let padded = |cells: &[Cell]| {
            let mut cells = cells.to_vec();
            cells.resize(MASK_COLUMNS_MAX, Cell::Null);
            cells
        };
        // Two groups and some more of the second table, over three units.
        let all = [&first, &second, &third];
        let mut expected = vec![(0, 7, padded(&third))];
        for (unit, count) in [(7, 5), (9, 1), (12, 14)] {
            let numbers = 0..count;
            let rows = numbers.map(|at| all[usize::try_from(at + unit).unwrap() % 3]);
            let mut given = Vec::new();
            for cells in rows {
                given.push(row(1, cells));
                expected.push((1, unit, padded(cells)));
            }
            if unit == 7 {
                given.insert(2, row(0, &third));
            }
            packer.add(unit_of(unit, given)).unwrap();
        }
        let batch = packer.take().unwrap();
        assert_eq!(unpacked(&batch), expected);
        // A zero with a sign is another value to store.
        let signs =
            |cells: &[Cell]| matches!(cells[2], Cell::Real(zero) if zero.is_sign_negative());
        let found: Vec<bool> = unpacked(&batch).iter().map(|one| signs(&one.2)).collect();
        let wanted: Vec<bool> = expected.iter().map(|one| signs(&one.2)).collect();
        assert_eq!(found, wanted);
        // The next batch begins anew: no statement holds what the one before it bound.
        packer.add(unit_of(11, vec![row(1, &second)])).unwrap();
        assert_eq!(
            unpacked(&packer.take().unwrap()),
            [(1, 11, padded(&second))]
        );
        assert!(packer.take().unwrap().units.is_empty());
    }

    #[test]
    fn a_row_of_another_table_is_refused() {
        let mut packer = Packer::new(&tables::ALL[..1], &[]);
        let rows = vec![Row {
            table: tables::ALL[1],
            cells: vec![Cell::Null],
        }];
        assert!(packer.add(unit_of(1, rows)).is_err());
    }
}
