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

use std::collections::BTreeMap;

/// 2⁶¹ − 1.
const PRIME: u64 = (1 << 61) - 1;

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
    columns: BTreeMap<i64, usize>,
    /// Which clients no row tells apart: the same mark.
    marks: Vec<u64>,
    bases: Vec<Basis>,
    entries: usize,
}

/// A reduced basis: lines with their pivot.
#[derive(Debug, Clone, Default)]
struct Basis {
    seed: u64,
    lines: Vec<(usize, Vec<(usize, u64)>)>,
}

impl Space {
    /// A space without rows, for a norm of `least` clients.
    #[must_use]
    pub fn new(least: usize) -> Self {
        let basis = |seed| Basis {
            seed,
            lines: Vec::new(),
        };
        Self {
            least,
            columns: BTreeMap::new(),
            marks: Vec::new(),
            bases: (0..=BASES).map(basis).collect(),
            entries: 0,
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
    pub fn tells_of_few(&self, row: &[(i64, i64)]) -> bool {
        let mut after = self.columns.len();
        let mut new: BTreeMap<i64, usize> = BTreeMap::new();
        let mut dense = vec![0; self.columns.len()];
        for (client, value) in row {
            match self.columns.get(client) {
                Some(place) => {
                    if let Some(own) = dense.get_mut(*place) {
                        *own = residue(*value);
                    }
                }
                None => {
                    new.insert(*client, after);
                    after += 1;
                    dense.push(residue(*value));
                }
            }
        }
        self.bases.iter().any(|basis| {
            let mut reduced = dense.clone();
            basis.reduce(&mut reduced);
            basis.shows_few(&reduced, self.least)
        })
    }

    /// Adds a row that is released.
    pub fn insert(&mut self, row: &[(i64, i64)]) {
        for (client, _) in row {
            let next = self.columns.len();
            self.columns.entry(*client).or_insert(next);
        }
        self.marks.resize(self.columns.len(), 0);
        let mut dense = vec![0; self.columns.len()];
        for (client, value) in row {
            if let Some(place) = self.columns.get(client) {
                dense[*place] = residue(*value);
            }
        }
        for (mark, value) in self.marks.iter_mut().zip(&dense) {
            *mark = mixed(mark.wrapping_add(*value), 1);
        }
        let mut alike: BTreeMap<u64, usize> = BTreeMap::new();
        for mark in &self.marks {
            *alike.entry(*mark).or_default() += 1;
        }
        let marks = &self.marks;
        let crowd = |column: usize| {
            let mark = marks.get(column);
            mark.and_then(|mark| alike.get(mark)).copied().unwrap_or(0)
        };
        self.entries = 0;
        for basis in &mut self.bases {
            basis.insert(dense.clone(), &crowd);
            let entries = basis.lines.iter().map(|(_, line)| line.len());
            self.entries += entries.sum::<usize>();
        }
    }
}

impl Basis {
    /// Makes a row zero on every pivot.
    fn reduce(&self, row: &mut [u64]) {
        for (pivot, line) in &self.lines {
            let own = row.get(*pivot).copied().unwrap_or(0);
            if own != 0 {
                subtract(row, line, own);
            }
        }
    }

    /// Whether a reduced row is small by itself, or with a multiple of one line.
    fn shows_few(&self, row: &[u64], least: usize) -> bool {
        let own = row.iter().filter(|value| **value != 0).count();
        if own == 0 {
            return false;
        }
        own < least
            || self
                .lines
                .iter()
                .any(|(_, line)| few_with(row, own, line, least))
    }

    fn insert(&mut self, mut row: Vec<u64>, crowd: &dyn Fn(usize) -> usize) {
        self.reduce(&mut row);
        let real = row.iter().enumerate().filter(|(_, value)| **value != 0);
        let columns = real.map(|(column, _)| column);
        let pivot = if self.seed == 0 {
            columns.max_by_key(|column| (crowd(*column), *column))
        } else {
            let order = |column: &usize| mixed(u64::try_from(*column).unwrap_or(0), self.seed);
            columns.min_by_key(order)
        };
        let Some(pivot) = pivot else {
            return;
        };
        let factor = inverse(row.get(pivot).copied().unwrap_or(1));
        let line: Vec<(usize, u64)> = row
            .iter()
            .enumerate()
            .filter(|(_, value)| **value != 0)
            .map(|(column, value)| (column, times(*value, factor)))
            .collect();
        let mut dense = Vec::new();
        for (_, other) in &mut self.lines {
            let Ok(at) = other.binary_search_by_key(&pivot, |(column, _)| *column) else {
                continue;
            };
            let own = other[at].1;
            dense.clear();
            dense.resize(row.len(), 0);
            for (column, value) in other.iter() {
                dense[*column] = *value;
            }
            subtract(&mut dense, &line, own);
            other.clear();
            let left = dense.iter().enumerate().filter(|(_, value)| **value != 0);
            other.extend(left.map(|(column, value)| (column, *value)));
        }
        self.lines.push((pivot, line));
    }
}

/// Whether the row minus some multiple of a line is not zero for fewer than `least` clients.
fn few_with(row: &[u64], own: usize, line: &[(usize, u64)], least: usize) -> bool {
    let value = |column: usize| row.get(column).copied().unwrap_or(0);
    let shared = line
        .iter()
        .filter(|(column, _)| value(*column) != 0)
        .count();
    let apart = own + line.len() - 2 * shared;
    if shared == 0 || apart >= least {
        return false;
    }
    // Columns with the same ratio vanish together.
    let mut ratios: BTreeMap<u64, usize> = BTreeMap::new();
    for (column, below) in line.iter().filter(|(column, _)| value(*column) != 0) {
        let ratio = times(value(*column), inverse(*below));
        *ratios.entry(ratio).or_default() += 1;
    }
    let most = ratios.values().max().copied().unwrap_or(0);
    let weight = apart + shared - most;
    weight > 0 && weight < least
}

/// Takes `factor` times a line away from a row.
fn subtract(row: &mut [u64], line: &[(usize, u64)], factor: u64) {
    let minus = PRIME - factor;
    for (column, value) in line {
        if let Some(own) = row.get_mut(*column) {
            *own = folded(u128::from(*own) + u128::from(minus) * u128::from(*value));
        }
    }
}

/// A number modulo the prime: of 2⁶¹ − 1, high and low bits may be added.
fn folded(number: u128) -> u64 {
    let prime = u128::from(PRIME);
    let once = (number & prime) + (number >> 61);
    let twice = (once & prime) + (once >> 61);
    let small = u64::try_from(twice).unwrap_or(0);
    if small >= PRIME { small - PRIME } else { small }
}

fn residue(value: i64) -> u64 {
    let size = value.unsigned_abs() % PRIME;
    if value < 0 && size > 0 {
        PRIME - size
    } else {
        size
    }
}

fn times(a: u64, b: u64) -> u64 {
    folded(u128::from(a) * u128::from(b))
}

/// By Fermat: a to the power of the prime minus two.
fn inverse(value: u64) -> u64 {
    let (mut base, mut left, mut result) = (value, PRIME - 2, 1);
    while left > 0 {
        if left & 1 == 1 {
            result = times(result, base);
        }
        base = times(base, base);
        left >>= 1;
    }
    result
}

/// A number that looks arbitrary and is always the same (SplitMix64).
fn mixed(number: u64, seed: u64) -> u64 {
    let mut state = number
        .wrapping_add(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15))
        .wrapping_add(0x9e37_79b9_7f4a_7c15);
    state = (state ^ (state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    state = (state ^ (state >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    state ^ (state >> 31)
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

    #[test]
    fn arithmetic_is_that_of_the_prime_field() {
        for value in [1, 2, 12_345, PRIME - 1] {
            assert_eq!(times(value, inverse(value)), 1);
        }
        assert_eq!(residue(-1), PRIME - 1);
        assert_eq!(folded(u128::from(PRIME) * u128::from(PRIME)), 0);
    }
}
