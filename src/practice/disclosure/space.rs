//! Whether sums over sets of clients, added and subtracted, come down to a few clients.
//!
//! Every released sum is a row: what each client adds to it. Whoever holds the answers can make
//! any linear combination of rows, and knows of the outcome what the clients in it add. So the
//! question is whether the space of the rows holds a vector that is not zero for one to
//! norm − 1 clients.
//!
//! Clients with the same column in every row are one *atom*: a combination gives them all the
//! same. A vector on fewer clients than the norm is zero on every atom that has as many as the
//! norm. So those large atoms are eliminated first (exactly, modulo the prime 2⁶¹ − 1); when
//! nothing is left, no small vector exists. What is left is split into parts that share no
//! client; a part of one or two dimensions is judged exactly, a larger one by its reduced rows,
//! all pairs of them, and the same again under other choices of pivots, which is how low-weight
//! words of a code are looked for.

use std::collections::{BTreeMap, BTreeSet};

/// 2⁶¹ − 1.
const PRIME: u64 = (1 << 61) - 1;

/// Choices of pivots that are tried for a part of three dimensions and more.
const ROUNDS: usize = 24;

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// No combination comes down to a few clients.
    Safe,
    /// A combination of these rows does.
    Small(Vec<usize>),
    /// It takes more work than is allowed.
    TooLarge,
}

/// Looks for a combination, with at least one row from `fresh` on, that is not zero for one to
/// `least − 1` clients. `budget` bounds the number of multiplications.
#[must_use]
pub fn small_sets(rows: &[Vec<(i64, i64)>], fresh: usize, least: usize, budget: u64) -> Verdict {
    if least <= 1 || fresh >= rows.len() {
        return Verdict::Safe;
    }
    let mut space = Space::of(rows, budget);
    if space.leave_large(least).is_none() {
        return Verdict::TooLarge;
    }
    match space.search(least, fresh) {
        Some(Some(found)) => Verdict::Small(found),
        Some(None) => Verdict::Safe,
        None => Verdict::TooLarge,
    }
}

/// A row of the elimination: columns with a value, ascending; columns from the number of atoms on
/// tell from which rows it is made.
type Line = Vec<(usize, u64)>;

struct Space {
    /// The clients of every atom.
    atoms: Vec<Vec<i64>>,
    lines: Vec<Line>,
    left: u64,
}

impl Space {
    fn of(rows: &[Vec<(i64, i64)>], budget: u64) -> Self {
        let mut columns: BTreeMap<i64, Vec<(usize, i64)>> = BTreeMap::new();
        for (place, row) in rows.iter().enumerate() {
            for (client, value) in row.iter().filter(|(_, value)| *value != 0) {
                columns.entry(*client).or_default().push((place, *value));
            }
        }
        let mut atoms: BTreeMap<Vec<(usize, i64)>, Vec<i64>> = BTreeMap::new();
        for (client, column) in columns {
            atoms.entry(column).or_default().push(client);
        }
        let mut lines: Vec<Line> = vec![Vec::new(); rows.len()];
        for (atom, column) in atoms.keys().enumerate() {
            for (place, value) in column {
                lines[*place].push((atom, residue(*value)));
            }
        }
        for (place, line) in lines.iter_mut().enumerate() {
            line.push((atoms.len() + place, 1));
        }
        Self {
            atoms: atoms.into_values().collect(),
            lines,
            left: budget,
        }
    }

    fn pay(&mut self, work: usize) -> Option<()> {
        let work = u64::try_from(work).unwrap_or(u64::MAX);
        self.left = self.left.checked_sub(work)?;
        Some(())
    }

    /// Eliminates every atom with at least `least` clients; the lines that stay are zero there.
    fn leave_large(&mut self, least: usize) -> Option<()> {
        let large: Vec<bool> = self.atoms.iter().map(|atom| atom.len() >= least).collect();
        let is_large = |column: usize| large.get(column).copied().unwrap_or(false);
        let mut active = std::mem::take(&mut self.lines);
        loop {
            let count = |line: &Line| line.iter().filter(|(column, _)| is_large(*column)).count();
            // The line with the fewest large atoms, so that others stay short.
            let chosen = active
                .iter()
                .enumerate()
                .map(|(place, line)| (count(line), line.len(), place))
                .filter(|(large, _, _)| *large > 0)
                .min();
            let Some((_, _, place)) = chosen else {
                break;
            };
            let pivot = active.swap_remove(place);
            let Some(column) = self.rarest(&pivot, &active, &is_large) else {
                continue;
            };
            for line in &mut active {
                if value_at(line, column) != 0 {
                    self.pay(line.len() + pivot.len())?;
                    *line = without(line, &pivot, column);
                }
            }
            self.pay(active.len())?;
        }
        self.lines = active;
        Some(())
    }

    fn rarest(
        &self,
        pivot: &Line,
        active: &[Line],
        is_large: &dyn Fn(usize) -> bool,
    ) -> Option<usize> {
        let columns = pivot.iter().map(|(column, _)| *column);
        columns
            .filter(|column| is_large(*column))
            .min_by_key(|column| {
                let with = active.iter().filter(|line| value_at(line, *column) != 0);
                (with.count(), *column)
            })
    }

    /// The clients a line is not zero for, when they are fewer than the norm.
    fn few(&self, line: &Line, least: usize) -> bool {
        let mut clients = 0;
        for (column, _) in line {
            match self.atoms.get(*column) {
                Some(atom) => clients += atom.len(),
                None => break,
            }
            if clients >= least {
                return false;
            }
        }
        clients > 0
    }

    /// The rows a line is made from.
    fn made_from(&self, line: &Line) -> Vec<usize> {
        let columns = line.iter().map(|(column, _)| *column);
        columns
            .filter_map(|column| column.checked_sub(self.atoms.len()))
            .collect()
    }

    fn is_real(&self, line: &Line) -> bool {
        line.first()
            .is_some_and(|(column, _)| *column < self.atoms.len())
    }

    /// Judges one line: the rows it is made from, when it is small and has a fresh one.
    fn judged(&self, line: &Line, least: usize, fresh: usize) -> Option<Vec<usize>> {
        let made = self.made_from(line);
        let counts = self.few(line, least) && made.iter().any(|row| *row >= fresh);
        counts.then_some(made)
    }

    /// Looks for a small vector among the lines that stayed. Outer `None`: too much work.
    fn search(&mut self, least: usize, fresh: usize) -> Option<Option<Vec<usize>>> {
        let lines = std::mem::take(&mut self.lines);
        let reduced = self.reduced(lines, &|column| u64::try_from(column).unwrap_or(u64::MAX))?;
        for part in self.parts(reduced) {
            let mut part = part;
            let rounds = if part.len() > 2 { ROUNDS } else { 1 };
            for round in 0..rounds {
                if round > 0 {
                    let seed = u64::try_from(round).unwrap_or(0);
                    part = self.reduced(part, &|column| mixed(column, seed))?;
                }
                if let Some(found) = self.low_weight(&part, least, fresh)? {
                    return Some(Some(found));
                }
            }
        }
        Some(None)
    }

    /// Every line, and every pair with a column they share taken away.
    fn low_weight(
        &mut self,
        part: &[Line],
        least: usize,
        fresh: usize,
    ) -> Option<Option<Vec<usize>>> {
        for line in part {
            if let Some(found) = self.judged(line, least, fresh) {
                return Some(Some(found));
            }
        }
        for (place, one) in part.iter().enumerate() {
            for other in part.iter().skip(place + 1) {
                self.pay(one.len() + other.len())?;
                if let Some(found) = self.pair(one, other, least, fresh)? {
                    return Some(Some(found));
                }
            }
        }
        Some(None)
    }

    fn pair(
        &mut self,
        one: &Line,
        other: &Line,
        least: usize,
        fresh: usize,
    ) -> Option<Option<Vec<usize>>> {
        // Columns with the same ratio vanish together.
        let mut ratios: BTreeMap<u64, (usize, usize)> = BTreeMap::new();
        let mut all = 0;
        let size = |column: usize| self.atoms.get(column).map_or(0, Vec::len);
        for column in columns_of(one, other, self.atoms.len()) {
            let (a, b) = (value_at(one, column), value_at(other, column));
            all += size(column);
            if a != 0 && b != 0 {
                let ratio = times(a, inverse(b));
                let entry = ratios.entry(ratio).or_insert((column, 0));
                entry.1 += size(column);
            }
        }
        let hits: Vec<usize> = ratios
            .into_values()
            .filter(|(_, gone)| all > *gone && all - gone < least)
            .map(|(column, _)| column)
            .collect();
        for column in hits {
            self.pay(one.len() + other.len())?;
            let line = without(one, other, column);
            if let Some(found) = self.judged(&line, least, fresh) {
                return Some(Some(found));
            }
        }
        Some(None)
    }

    /// The reduced echelon form; pivots are the columns that come first in `order`.
    fn reduced(&mut self, lines: Vec<Line>, order: &dyn Fn(usize) -> u64) -> Option<Vec<Line>> {
        let mut done: Vec<(usize, Line)> = Vec::new();
        for mut line in lines {
            for (column, pivot) in &done {
                if value_at(&line, *column) != 0 {
                    self.pay(line.len() + pivot.len())?;
                    line = without(&line, pivot, *column);
                }
            }
            let atoms = self.atoms.len();
            let columns = line.iter().map(|(column, _)| *column);
            let chosen = columns
                .filter(|column| *column < atoms)
                .min_by_key(|column| (order(*column), *column));
            let Some(column) = chosen else {
                continue;
            };
            for (_, other) in &mut done {
                if value_at(other, column) != 0 {
                    self.pay(line.len() + other.len())?;
                    *other = without(other, &line, column);
                }
            }
            done.push((column, line));
        }
        Some(done.into_iter().map(|(_, line)| line).collect())
    }

    /// Lines that share no client with each other, kept apart.
    fn parts(&self, lines: Vec<Line>) -> Vec<Vec<Line>> {
        let mut parts: Vec<(BTreeSet<usize>, Vec<Line>)> = Vec::new();
        for line in lines.into_iter().filter(|line| self.is_real(line)) {
            let mut columns: BTreeSet<usize> = line
                .iter()
                .map(|(column, _)| *column)
                .filter(|column| *column < self.atoms.len())
                .collect();
            let mut together = vec![line];
            let mut apart = Vec::new();
            for (others, lines) in parts {
                if others.is_disjoint(&columns) {
                    apart.push((others, lines));
                } else {
                    columns.extend(others);
                    together.extend(lines);
                }
            }
            apart.push((columns, together));
            parts = apart;
        }
        parts.into_iter().map(|(_, lines)| lines).collect()
    }
}

fn columns_of(one: &Line, other: &Line, atoms: usize) -> BTreeSet<usize> {
    let both = one.iter().chain(other).map(|(column, _)| *column);
    both.filter(|column| *column < atoms).collect()
}

fn value_at(line: &Line, column: usize) -> u64 {
    let found = line.binary_search_by_key(&column, |(column, _)| *column);
    found
        .ok()
        .and_then(|place| line.get(place))
        .map_or(0, |(_, value)| *value)
}

/// `line` minus as much of `pivot` as makes it zero at `column`.
fn without(line: &Line, pivot: &Line, column: usize) -> Line {
    let (own, below) = (value_at(line, column), value_at(pivot, column));
    let factor = times(own, inverse(below));
    let minus = PRIME - factor % PRIME;
    let mut result = Vec::with_capacity(line.len() + pivot.len());
    let (mut left, mut right) = (line.iter().peekable(), pivot.iter().peekable());
    loop {
        let next = match (left.peek(), right.peek()) {
            (Some((a, _)), Some((b, _))) if a == b => {
                let (a, b) = (left.next(), right.next());
                a.zip(b).map(|(a, b)| (a.0, plus(a.1, times(minus, b.1))))
            }
            (Some((a, _)), Some((b, _))) if a < b => left.next().copied(),
            (Some(_), None) => left.next().copied(),
            (_, Some(_)) => right
                .next()
                .map(|(place, value)| (*place, times(minus, *value))),
            (None, None) => None,
        };
        match next {
            Some((_, 0)) => {}
            Some(entry) => result.push(entry),
            None => return result,
        }
    }
}

fn residue(value: i64) -> u64 {
    let size = value.unsigned_abs() % PRIME;
    if value < 0 {
        (PRIME - size) % PRIME
    } else {
        size
    }
}

fn plus(a: u64, b: u64) -> u64 {
    (a % PRIME + b % PRIME) % PRIME
}

fn times(a: u64, b: u64) -> u64 {
    let product = u128::from(a) * u128::from(b) % u128::from(PRIME);
    u64::try_from(product).unwrap_or(0)
}

/// By Fermat: a to the power of the prime minus two.
fn inverse(value: u64) -> u64 {
    let (mut base, mut left, mut result) = (value % PRIME, PRIME - 2, 1);
    while left > 0 {
        if left & 1 == 1 {
            result = times(result, base);
        }
        base = times(base, base);
        left >>= 1;
    }
    result
}

/// A place in an order that looks arbitrary and is always the same (SplitMix64).
fn mixed(column: usize, seed: u64) -> u64 {
    let column = u64::try_from(column).unwrap_or(u64::MAX);
    let mut state = column
        .wrapping_add(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15))
        .wrapping_add(0x9e37_79b9_7f4a_7c15);
    state = (state ^ (state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    state = (state ^ (state >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    state ^ (state >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLENTY: u64 = 100_000_000;

    fn set(clients: impl IntoIterator<Item = i64>) -> Vec<(i64, i64)> {
        clients.into_iter().map(|client| (client, 1)).collect()
    }

    fn found(rows: &[Vec<(i64, i64)>], fresh: usize, least: usize) -> Verdict {
        small_sets(rows, fresh, least, PLENTY)
    }

    #[test]
    fn two_groups_that_differ_by_a_few_tell_of_those() {
        let rows = [set(0..40), set(3..40)];
        assert_eq!(found(&rows, 1, 5), Verdict::Small(vec![0, 1]));
        assert_eq!(found(&rows, 1, 3), Verdict::Safe);
        let rows = [set(0..40), set(5..40)];
        assert_eq!(found(&rows, 1, 5), Verdict::Safe);
    }

    /// The total minus two parts leaves the third, of four clients.
    #[test]
    fn a_total_and_its_parts_tell_of_the_part_that_is_not_shown() {
        let rows = [set(0..20), set(20..40), set(0..44)];
        assert_eq!(found(&rows, 2, 5), Verdict::Small(vec![0, 1, 2]));
        assert_eq!(found(&rows[..2], 0, 5), Verdict::Safe);
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
        assert_eq!(found(&rows, 3, 5), Verdict::Small(vec![0, 1, 2, 3]));
        assert_eq!(found(&rows[..3], 0, 5), Verdict::Safe);
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
        assert_eq!(found(&rows, 2, 5), Verdict::Small(vec![0, 1, 2]));
        assert_eq!(found(&rows, 2, 3), Verdict::Safe);
        assert_eq!(found(&rows[..2], 0, 5), Verdict::Safe);
    }

    #[test]
    fn what_earlier_rows_tell_without_the_fresh_one_is_not_laid_on_it() {
        let rows = [set(0..40), set(3..40), set(100..140)];
        assert_eq!(found(&rows, 2, 5), Verdict::Safe);
    }

    #[test]
    fn work_beyond_the_budget_is_refused() {
        let rows: Vec<_> = (0..30).map(|start| set(start..start + 60)).collect();
        assert_eq!(small_sets(&rows, 0, 5, 10), Verdict::TooLarge);
    }

    /// A part of three dimensions: pairwise differences of four sets that each lack another six
    /// clients of one group. Two sets differ by twelve clients; the sum of two minus the sum of
    /// the others by twenty-four; nothing lies under ten. One set more, which lacks three of the
    /// six, does.
    #[test]
    fn larger_parts_are_judged() {
        let lacking = |from: i64, to: i64| set((0..60).filter(|one| *one < from || *one >= to));
        let mut rows: Vec<_> = (0..4).map(|part| lacking(6 * part, 6 * part + 6)).collect();
        assert_eq!(found(&rows, 0, 10), Verdict::Safe);
        rows.push(lacking(0, 3));
        assert!(matches!(found(&rows, 4, 10), Verdict::Small(_)));
    }
}
