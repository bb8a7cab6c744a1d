//! Cells of the tables as the work list reads them.

use super::error::Error;
use crate::base::{Day, EventId, Position};
use crate::practice::signals::SignalKind;
use crate::views::table::Cell;

/// A position as an id, until the id is looked up.
pub(super) fn id_at(position: i64) -> EventId {
    let mut bytes = [0; 16];
    bytes[8..].copy_from_slice(&position.to_be_bytes());
    EventId(bytes)
}

pub(super) fn position_of(id: EventId) -> i64 {
    let mut bytes = [0; 8];
    bytes.copy_from_slice(&id.0[8..]);
    i64::from_be_bytes(bytes)
}

pub(super) fn at(position: i64) -> Result<Position, Error> {
    let found = u64::try_from(position).map(Position);
    found.map_err(|_| lost(position))
}

/// The tables name an event that is not in the log.
pub(super) fn lost(position: i64) -> Error {
    crate::views::Error::Damaged {
        path: super::views::DIR_NAME.into(),
        what: format!("no event at position {position}"),
    }
    .into()
}

pub(super) fn whole(row: &[Cell], place: usize) -> Option<i64> {
    match row.get(place) {
        Some(Cell::Whole(number)) => Some(*number),
        _ => None,
    }
}

pub(super) fn day(row: &[Cell], at: usize) -> Option<Day> {
    Day::from_epoch(i32::try_from(whole(row, at)?).ok()?)
}

pub(super) fn real(row: &[Cell], at: usize) -> Option<f64> {
    match row.get(at) {
        Some(Cell::Real(number)) => Some(*number),
        _ => None,
    }
}

pub(super) fn text(row: &[Cell], at: usize) -> Option<String> {
    match row.get(at) {
        Some(Cell::Text(text)) => Some(text.clone().into_owned()),
        _ => None,
    }
}

pub(super) fn kind_of(row: &[Cell]) -> Option<SignalKind> {
    SignalKind::from_slug(&text(row, 2)?)
}
