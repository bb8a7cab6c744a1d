//! An event as far as it is not shielded, and the cells that are made of it.

use std::borrow::Cow;

use super::kept::kept;
use crate::base::Day;
use crate::domain::Recorded;
use crate::domain::shielding::within;
use crate::domain::values::{Decimal, Euro, Number};
use crate::views::table::Cell;

/// An event, or a part of it, with the paths in it that are shielded.
#[derive(Debug, Clone)]
pub(super) struct Seen<'a> {
    /// The event as it reads at this moment, corrections applied.
    pub(super) recorded: &'a Recorded,
    shielded: Cow<'a, [String]>,
}

impl<'a> Seen<'a> {
    pub(super) fn new(recorded: &'a Recorded, shielded: &'a [String]) -> Self {
        Self {
            recorded,
            shielded: Cow::Borrowed(shielded),
        }
    }

    /// Whether nothing of it is shielded.
    pub(super) fn whole(&self) -> bool {
        self.shielded.is_empty()
    }

    /// Whether a field is shielded.
    pub(super) fn hides(&self, path: &str) -> bool {
        self.shielded.iter().any(|outer| within(path, outer))
    }

    /// A value, unless its field is shielded.
    pub(super) fn show<T>(&self, path: &str, value: T) -> Option<T> {
        self.maybe(path, Some(value))
    }

    /// A value that may be left out, unless its field is shielded.
    pub(super) fn maybe<T>(&self, path: &str, value: Option<T>) -> Option<T> {
        if self.hides(path) { None } else { value }
    }

    /// Items of a list that are not shielded, with their place.
    pub(super) fn items<'b, T>(
        &self,
        path: &str,
        list: &'b [T],
    ) -> impl Iterator<Item = (usize, Self, &'b T)> {
        list.iter().enumerate().filter_map(move |(place, item)| {
            let inner = self.item(path, place)?;
            Some((place, inner, item))
        })
    }

    fn item(&self, path: &str, place: usize) -> Option<Self> {
        if self.whole() {
            return Some(self.clone());
        }
        // A list that is shielded whole hides each of its items.
        let path = format!("{path}.{place}");
        if self.hides(&path) {
            return None;
        }
        let inner = |outer: &String| Some(outer.strip_prefix(&path)?.strip_prefix('.')?.to_owned());
        Some(Self {
            recorded: self.recorded,
            shielded: self.shielded.iter().filter_map(inner).collect(),
        })
    }

    /// Positional terms in the professional's text; none when any of the entry is shielded, for
    /// what was noted does not say of which words.
    pub(super) fn wording(&self) -> Cell {
        let noted = self.recorded.noted.as_ref().filter(|_| self.whole());
        whole_cell(noted.map(|noted| whole(noted.terms.len())))
    }

    /// The day on which it happened.
    pub(super) fn day(&self) -> Option<Day> {
        self.show("occurred_on", self.recorded.common.occurred_on)
    }

    pub(super) fn code(&self, path: &str, code: impl Into<Option<&'static str>>) -> Cell {
        code_cell(self.maybe(path, code.into()))
    }

    pub(super) fn key<'t>(&self, path: &str, key: impl Into<Option<&'t str>>) -> Cell {
        key_cell(self.maybe(path, key.into()))
    }

    pub(super) fn on(&self, path: &str, day: impl Into<Option<Day>>) -> Cell {
        day_cell(self.maybe(path, day.into()))
    }

    pub(super) fn flag(&self, path: &str, flag: impl Into<Option<bool>>) -> Cell {
        flag_cell(self.maybe(path, flag.into()))
    }

    pub(super) fn count(&self, path: &str, count: usize) -> Cell {
        whole_cell(self.show(path, whole(count)))
    }

    pub(super) fn number<const MIN: i64, const MAX: i64>(
        &self,
        path: &str,
        number: impl Into<Option<Number<MIN, MAX>>>,
    ) -> Cell {
        whole_cell(self.maybe(path, number.into()).map(|number| number.0))
    }

    pub(super) fn real(&self, path: &str, number: impl Into<Option<Decimal>>) -> Cell {
        real_cell(self.maybe(path, number.into()).map(|number| number.0))
    }

    pub(super) fn money(&self, path: &str, amount: impl Into<Option<Euro>>) -> Cell {
        whole_cell(self.maybe(path, amount.into()).map(|amount| amount.0))
    }
}

pub(super) fn whole(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

pub(super) fn whole_cell(number: Option<i64>) -> Cell {
    number.map_or(Cell::Null, Cell::Whole)
}

pub(super) fn real_cell(number: Option<f64>) -> Cell {
    number.map_or(Cell::Null, Cell::Real)
}

pub(super) fn flag_cell(flag: Option<bool>) -> Cell {
    whole_cell(flag.map(i64::from))
}

pub(super) fn day_cell(day: Option<Day>) -> Cell {
    whole_cell(day.map(|day| i64::from(day.since_epoch())))
}

pub(super) fn code_cell(code: Option<&'static str>) -> Cell {
    code.map_or(Cell::Null, |code| Cell::Text(Cow::Borrowed(code)))
}

pub(super) fn key_cell(key: Option<&str>) -> Cell {
    key.map_or(Cell::Null, |key| Cell::Text(kept(key)))
}
