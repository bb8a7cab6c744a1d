//! Versions: rows as they come, each with the time in which the book took it to be so.
//!
//! What an event comes down to is worked out again whenever something later may have changed it;
//! only what differs becomes a new version.

use crate::views::table::{COMMON, Cell, Row, Table};
use crate::views::tables::Record;

/// Places of the two moments among the common cells.
const RECORDED_AT: usize = 6;
const SUPERSEDED_AT: usize = 7;

/// The common cells of what one event comes down to.
#[derive(Debug, Clone)]
pub(super) struct Head {
    pub(super) position: i64,
    pub(super) dossier: Option<i64>,
    pub(super) municipality: Cell,
    pub(super) team: Cell,
    pub(super) occurred_day: Cell,
}

impl Default for Head {
    fn default() -> Self {
        Self {
            position: 0,
            dossier: None,
            municipality: Cell::Null,
            team: Cell::Null,
            occurred_day: Cell::Null,
        }
    }
}

/// The rows of one event at one moment.
#[derive(Debug)]
pub(super) struct Sheet {
    head: Head,
    now: i64,
    rows: Vec<Row>,
}

impl Sheet {
    pub(super) fn new(head: Head, now: i64) -> Self {
        Self {
            head,
            now,
            rows: Vec::new(),
        }
    }

    /// The common cells of the rows that follow.
    pub(super) fn head_mut(&mut self) -> &mut Head {
        &mut self.head
    }

    /// Adds a row.
    pub(super) fn add<R: Record>(&mut self, item: usize, record: R) {
        let head = &self.head;
        let mut cells = Vec::with_capacity(COMMON.len() + R::TABLE.columns.len());
        cells.push(Cell::Whole(head.position));
        cells.push(Cell::Whole(super::seen::whole(item)));
        cells.push(super::seen::whole_cell(head.dossier));
        cells.push(head.municipality.clone());
        cells.push(head.team.clone());
        cells.push(head.occurred_day.clone());
        cells.push(Cell::Whole(self.now));
        cells.push(Cell::Null);
        record.fill(&mut cells);
        self.rows.push(Row {
            table: R::TABLE,
            cells,
        });
    }
}

/// Every version so far, and which of them hold now.
#[derive(Debug, Default)]
pub(super) struct Ledger {
    rows: Vec<Row>,
    open: Vec<Vec<usize>>,
}

impl Ledger {
    /// Puts what an event comes down to at this moment in place of what it came down to before.
    ///
    /// The moments of one event must grow from call to call.
    pub(super) fn put(&mut self, event: usize, sheet: Sheet) {
        if self.open.len() <= event {
            self.open.resize_with(event + 1, Vec::new);
        }
        let mut before = std::mem::take(&mut self.open[event]);
        if before.is_empty() {
            // Most events come down to something once, and to the same ever after.
            let first = self.rows.len();
            self.rows.extend(sheet.rows);
            before.extend(first..self.rows.len());
            self.open[event] = before;
            return;
        }
        let now = Cell::Whole(sheet.now);
        let mut held = Vec::with_capacity(sheet.rows.len());
        for row in sheet.rows {
            let same = |at: &usize| same_key(&self.rows[*at], &row);
            if let Some(found) = before.iter().position(same) {
                let at = before.remove(found);
                if same_cells(&self.rows[at], &row) {
                    held.push(at);
                    continue;
                }
                self.rows[at].cells[SUPERSEDED_AT] = now.clone();
            }
            held.push(self.rows.len());
            self.rows.push(row);
        }
        for gone in before {
            self.rows[gone].cells[SUPERSEDED_AT] = now.clone();
        }
        self.open[event] = held;
    }

    /// Every version.
    pub(super) fn into_rows(self) -> Vec<Row> {
        self.rows
    }
}

fn same_table(one: &'static Table, other: &'static Table) -> bool {
    std::ptr::eq(one, other)
}

fn same_key(one: &Row, other: &Row) -> bool {
    same_table(one.table, other.table) && one.cells[..2] == other.cells[..2]
}

/// Whether two versions say the same, the two moments aside.
fn same_cells(one: &Row, other: &Row) -> bool {
    one.cells[..RECORDED_AT] == other.cells[..RECORDED_AT]
        && one.cells[SUPERSEDED_AT + 1..] == other.cells[SUPERSEDED_AT + 1..]
}
