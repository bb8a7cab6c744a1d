//! What was told before: the clients behind every cell that was released.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::guard::Spaces;

/// Cells that are remembered at most; then nothing more is released.
pub const CELLS_MAX: usize = 50_000;

/// What one client adds to a cell: whole numbers, in thousandths.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Part {
    /// To the denominator, or the number of values.
    pub denominator: i64,
    /// To the numerator, or the sum of values.
    pub numerator: i64,
    /// Units that were not known.
    pub missing: i64,
}

impl Part {
    /// Whether the client is in the cell, and not only among those who were not known.
    pub(super) fn counts(&self) -> bool {
        self.denominator != 0 || self.numerator != 0
    }
}

/// A cell that was released.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// Which statistic: a digest of the question's text and the measure's name.
    pub statistic: u64,
    /// The norm it was released under.
    pub norm: u32,
    /// Which answer it was part of: its place in the list.
    pub answer: u32,
    /// Whether its denominator was told.
    pub tells_denominator: bool,
    /// Whether its numerator was told.
    pub tells_numerator: bool,
    /// Whether it was told how many were not known.
    pub tells_missing: bool,
    /// Whether numerator and rest are a share of one whole.
    pub share: bool,
    /// Whether it is laid beside cells of other statistics in pairs only.
    pub apart: bool,
    /// What every client adds, in the order of the clients.
    pub parts: Vec<(i64, Part)>,
}

impl Kept {
    /// Whether it tells the same of the same clients.
    #[must_use]
    pub fn same_as(&self, other: &Self) -> bool {
        self.statistic == other.statistic && self.parts == other.parts
    }

    /// How many clients are in it.
    pub(super) fn clients(&self) -> usize {
        let parts = self.parts.iter();
        parts.filter(|(_, part)| part.counts()).count()
    }
}

/// An answer that was given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remembered {
    /// What was asked, as a digest: question, period, filters, groups and norm.
    pub series: u64,
    /// How people call it, such as `Q04 2025-Q1`.
    pub label: Arc<str>,
    /// When it was given, in microseconds UTC.
    pub given_at: i64,
    /// As known at which moment, in microseconds UTC.
    pub known_at: i64,
    /// The reporting day, in days since 1970-01-01.
    pub on_day: i32,
}

/// Every answer that was given, and the clients behind its cells.
#[derive(Debug, Clone, Default)]
pub struct Memory {
    pub(super) answers: Vec<Remembered>,
    pub(super) cells: Vec<Kept>,
    /// What follows from the cells, so that it is computed once.
    pub(super) spaces: Spaces,
    /// How many clients are in each of the cells, as far as that was counted.
    pub(super) counts: Vec<usize>,
}

impl Memory {
    /// How many cells are remembered.
    #[must_use]
    pub fn cells(&self) -> usize {
        self.cells.len()
    }

    /// How many answers are remembered.
    #[must_use]
    pub fn answers(&self) -> usize {
        self.answers.len()
    }

    /// The answer given last to the same question, when there is one.
    #[must_use]
    pub fn last_of(&self, series: u64) -> Option<&Remembered> {
        self.answers.iter().rev().find(|one| one.series == series)
    }

    /// Every answer to the same question, the latest first.
    pub fn of_series(&self, series: u64) -> impl Iterator<Item = &Remembered> {
        self.answers
            .iter()
            .rev()
            .filter(move |one| one.series == series)
    }

    /// Counts the clients of the cells that were added since.
    pub(super) fn count_clients(&mut self) {
        let new = self.cells.iter().skip(self.counts.len());
        self.counts.extend(new.map(Kept::clients));
    }

    /// The label of an answer.
    #[must_use]
    pub fn label(&self, answer: u32) -> Option<Arc<str>> {
        let place = usize::try_from(answer).ok()?;
        self.answers.get(place).map(|one| Arc::clone(&one.label))
    }

    /// Adds what an answer told; cells that were told before are not kept twice. Gives whether
    /// anything was added.
    pub fn add(&mut self, answer: Remembered, cells: Vec<Kept>) -> bool {
        let place = u32::try_from(self.answers.len()).unwrap_or(u32::MAX);
        let mut of: BTreeMap<u64, Vec<usize>> = BTreeMap::new();
        for (place, cell) in self.cells.iter().enumerate() {
            of.entry(cell.statistic).or_default().push(place);
        }
        let mut changed = false;
        for mut cell in cells {
            let known = of.get(&cell.statistic).into_iter().flatten();
            let twin = known.copied().find(|place| {
                self.cells
                    .get(*place)
                    .is_some_and(|old| old.same_as(&cell) && old.norm == cell.norm)
            });
            match twin.and_then(|place| self.cells.get_mut(place)) {
                Some(old) => {
                    let before = old.clone();
                    old.tells_denominator |= cell.tells_denominator;
                    old.tells_numerator |= cell.tells_numerator;
                    old.tells_missing |= cell.tells_missing;
                    if *old != before {
                        changed = true;
                        self.spaces = Spaces::default();
                    }
                }
                None => {
                    cell.answer = place;
                    of.entry(cell.statistic).or_default().push(self.cells.len());
                    self.cells.push(cell);
                    changed = true;
                }
            }
        }
        let again = self
            .last_of(answer.series)
            .is_some_and(|last| last.known_at == answer.known_at && last.on_day == answer.on_day);
        if changed || !again {
            self.answers.push(answer);
            changed = true;
        }
        changed
    }
}
