//! The cells of a row by their meaning.

use crate::base::{Day, Timestamp};
use crate::views::table::{COMMON, Cell, Table};

/// Places of the common cells.
pub(super) const POSITION: usize = 0;
pub(super) const ITEM: usize = 1;
pub(super) const DOSSIER: usize = 2;
pub(super) const MUNICIPALITY: usize = 3;
pub(super) const TEAM: usize = 4;
pub(super) const OCCURRED_DAY: usize = 5;
pub(super) const RECORDED_AT: usize = 6;
pub(super) const SUPERSEDED_AT: usize = 7;

/// The place of one of a table's own columns among its cells.
pub(super) fn place(table: &Table, column: &str) -> usize {
    let own = table.columns.iter().position(|one| one.name == column);
    own.map_or(usize::MAX, |own| COMMON.len() + own)
}

pub(super) fn whole(row: &[Cell], at: usize) -> Option<i64> {
    match row.get(at) {
        Some(Cell::Whole(number)) => Some(*number),
        _ => None,
    }
}

pub(super) fn text(row: &[Cell], at: usize) -> Option<&str> {
    match row.get(at) {
        Some(Cell::Text(text)) => Some(text),
        _ => None,
    }
}

pub(super) fn day(row: &[Cell], at: usize) -> Option<Day> {
    Day::from_epoch(i32::try_from(whole(row, at)?).ok()?)
}

pub(super) fn moment(row: &[Cell], at: usize) -> Option<Timestamp> {
    whole(row, at).map(Timestamp)
}
