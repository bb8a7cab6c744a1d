//! Whether sums over sets of clients, added and subtracted, come down to a few clients.
//!
//! Every released sum is a row: what each client adds to it. Whoever holds the answers can make
//! any linear combination of rows, and knows what the clients in the outcome add. So before a row
//! is released, the question is whether some combination with it is zero for all but one to
//! norm − 1 clients: a word of low weight in the coset of the row. Arithmetic is exact, modulo
//! the prime 2⁶¹ − 1.
//!
//! Several reduced bases of the same space are kept, each with pivots of its own. Reduced by one
//! of them, a row shows every small combination that is zero on its pivots, and, laid beside each
//! line of the basis, every one that is zero on all pivots but one. The first basis takes its
//! pivots among clients whom no released sum tells apart from many others: on those a small
//! combination *is* zero, so that as long as such pivots are found nothing small is missed. The
//! others take pivots that look arbitrary, which is how words of low weight are looked for in
//! coding theory (Prange 1962; Lee and Brickell 1988).

use std::collections::HashMap;

use super::basis::{Basis, Scratch};
use super::field::residue;

/// Bases with pivots that look arbitrary, beside the first.
const BASES: u64 = 8;

/// Numbers that all bases of a space may hold; a larger space takes too long to search.
const ENTRIES_MAX: usize = 20_000_000;

/// From here on a space that is searched for every face is left to the comparison of pairs.
const ENTRIES_LARGE: usize = 4_000_000;

/// Rows that were released, as a space.
#[derive(Debug, Clone)]
pub struct Space {
    least: usize,
    columns: HashMap<i64, usize>,
    /// For every column its kind: clients that no row tells apart are of one kind.
    kinds: Vec<usize>,
    /// For every kind how many clients it has.
    sizes: Vec<usize>,
    bases: Vec<Basis>,
    entries: usize,
    scratch: Scratch,
}

impl Space {
    /// A space without rows, for a norm of `least` clients.
    #[must_use]
    pub fn new(least: usize) -> Self {
        Self {
            least,
            columns: HashMap::new(),
            kinds: Vec::new(),
            sizes: Vec::new(),
            bases: (0..=BASES).map(Basis::new).collect(),
            entries: 0,
            scratch: Scratch::default(),
        }
    }

    /// Whether the space has grown beyond what can be searched.
    #[must_use]
    pub fn is_full(&self) -> bool {
        self.entries > ENTRIES_MAX
    }

    /// Whether searching the space takes long.
    #[must_use]
    pub fn is_large(&self) -> bool {
        self.entries > ENTRIES_LARGE
    }

    /// Whether releasing this row too would tell of a few clients.
    #[must_use]
    pub fn tells_of_few(&mut self, row: &[(i64, i64)]) -> bool {
        let mut after = self.columns.len();
        let placed: Vec<(usize, u64)> = row
            .iter()
            .map(|(client, value)| {
                let place = self.columns.get(client).copied().unwrap_or_else(|| {
                    after += 1;
                    after - 1
                });
                (place, residue(*value))
            })
            .collect();
        let Self {
            bases,
            scratch,
            least,
            ..
        } = self;
        scratch.grow(after);
        bases
            .iter()
            .any(|basis| basis.shows_few(&placed, *least, scratch))
    }

    /// Adds a row that is released; every client stands in it once.
    pub fn insert(&mut self, row: &[(i64, i64)]) {
        let mut placed = Vec::with_capacity(row.len());
        for (client, value) in row {
            let next = self.columns.len();
            let place = *self.columns.entry(*client).or_insert(next);
            placed.push((place, residue(*value)));
        }
        self.split(&placed);
        let Self {
            bases,
            scratch,
            columns,
            kinds,
            sizes,
            ..
        } = self;
        let columns = columns.len();
        scratch.grow(columns);
        let crowd = |column: usize| {
            let kind = kinds.get(column);
            kind.and_then(|kind| sizes.get(*kind)).copied().unwrap_or(0)
        };
        for basis in bases.iter_mut() {
            basis.insert(&placed, columns, &crowd, scratch);
        }
        self.entries = self.bases.iter().map(Basis::entries).sum();
    }

    /// Tells the clients of a row apart from those of their kind to whom it gives another number,
    /// or none.
    fn split(&mut self, row: &[(usize, u64)]) {
        let known = self.kinds.len();
        self.kinds.resize(self.columns.len(), 0);
        let mut parts: HashMap<(Option<usize>, u64), usize> = HashMap::new();
        for (column, value) in row {
            let Some(kind) = self.kinds.get_mut(*column) else {
                continue;
            };
            let before = (*column < known).then_some(*kind);
            if before.is_some() && *value == 0 {
                continue;
            }
            if let Some(size) = before.and_then(|kind| self.sizes.get_mut(kind)) {
                *size -= 1;
            }
            let next = self.sizes.len();
            *kind = *parts.entry((before, *value)).or_insert(next);
            match self.sizes.get_mut(*kind) {
                Some(size) => *size += 1,
                None => self.sizes.push(1),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set(clients: impl IntoIterator<Item = i64>) -> Vec<(i64, i64)> {
        clients.into_iter().map(|client| (client, 1)).collect()
    }

    /// Whether the last row tells of a few beside the others.
    fn last_tells(rows: &[Vec<(i64, i64)>], least: usize) -> bool {
        let (last, before) = rows.split_last().unwrap();
        let mut space = Space::new(least);
        for row in before {
            assert!(!space.tells_of_few(row));
            space.insert(row);
        }
        space.tells_of_few(last)
    }

    #[test]
    fn two_groups_that_differ_by_a_few_tell_of_those() {
        assert!(last_tells(&[set(0..40), set(3..40)], 5));
        assert!(!last_tells(&[set(0..40), set(3..40)], 3));
        assert!(!last_tells(&[set(0..40), set(5..40)], 5));
        assert!(last_tells(&[set(3..40), set(0..40)], 5));
        assert!(!last_tells(&[set(0..40), set(0..40)], 5));
    }

    /// The total minus two parts leaves the third, of four clients.
    #[test]
    fn a_total_and_its_parts_tell_of_the_part_that_is_not_shown() {
        assert!(last_tells(&[set(0..20), set(20..40), set(0..44)], 5));
        assert!(!last_tells(&[set(0..20), set(20..40), set(0..45)], 5));
    }

    /// Four sets of twenty that overlap crosswise: (a ∪ b) + (c ∪ d) − (a ∪ c) − (b ∪ d') is d
    /// minus d', two clients, while no two of them are near.
    #[test]
    fn a_combination_of_four_is_found() {
        let (a, b, c, d) = (0..10, 10..20, 20..30, 30..40);
        let rows = [
            set(a.clone().chain(b.clone())),
            set(c.clone().chain(d)),
            set(a.chain(c)),
            set(b.chain(30..38)),
        ];
        assert!(last_tells(&rows, 5));
        assert!(!last_tells(&rows, 2));
    }

    /// What a client adds may differ: once in the first half, once or twice in the second. A year
    /// minus its two halves leaves nothing of them, and three clients of whom one more was told.
    #[test]
    fn amounts_of_a_client_cancel_too() {
        let first: Vec<_> = (0..30).map(|client| (client, 1)).collect();
        let second = |client| if client < 13 { 1 } else { 2 };
        let year = |client| 1 + if client < 27 { second(client) } else { 1 };
        let year = (0..30).map(|client| (client, year(client))).collect();
        let second = (0..27).map(|client| (client, second(client))).collect();
        let rows = [first, second, year];
        assert!(last_tells(&rows, 5));
        assert!(!last_tells(&rows, 3));
    }

    /// Sets that each lack another six clients of sixty differ by twelve. One that lacks three of
    /// the first six tells of the other three.
    #[test]
    fn many_sets_that_overlap_are_judged_together() {
        let lacking = |from: i64, to: i64| set((0..60).filter(|one| *one < from || *one >= to));
        let mut rows: Vec<_> = (0..4).map(|part| lacking(6 * part, 6 * part + 6)).collect();
        assert!(!last_tells(&rows, 10));
        rows.push(lacking(0, 3));
        assert!(last_tells(&rows, 10));
    }
}
