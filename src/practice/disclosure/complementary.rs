//! Which other cells must be held back, so that no sum gives away the first.

use super::interval::interval;

/// Cells, and the sums of them that are shown. Used for anything additive: units, numerators,
/// amounts.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Sums {
    /// The true value of every cell; never negative.
    pub values: Vec<f64>,
    /// The cells of every sum that is shown.
    pub lines: Vec<Vec<usize>>,
    /// How far an attacker's interval must reach on both sides of the true value (or to zero, or
    /// to what the cell can be at most).
    pub margins: Vec<f64>,
    /// What a cell can be at most as far as others know; infinite when nothing says so.
    pub caps: Vec<f64>,
}

impl Sums {
    /// What a cell can be at most.
    #[must_use]
    pub fn cap(&self, cell: usize) -> f64 {
        self.caps.get(cell).copied().unwrap_or(f64::INFINITY)
    }
}

/// What came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Completed {
    /// Cells that are held back now: those of before, and those added.
    pub hidden: Vec<bool>,
    /// Sums that cannot be shown whatever cells are held back.
    pub lines_hidden: Vec<usize>,
}

/// Holds back more cells than `hidden` until every cell of `first`, which is among them, is safe: an attacker who solves the linear
/// program can only find an interval that reaches the margin on both sides. A sum that stays
/// unsafe with all its cells hidden is to be held back itself.
#[must_use]
pub fn complete(sums: &Sums, first: &[bool], hidden: &[bool]) -> Completed {
    if let [line] = sums.lines.as_slice()
        && line.iter().copied().eq(0..sums.values.len())
    {
        return OneSum::of(sums, hidden).complete(first);
    }
    let mut done = Completed {
        hidden: hidden.to_vec(),
        lines_hidden: Vec::new(),
    };
    let mut left = sums.clone();
    loop {
        let exposed = first
            .iter()
            .enumerate()
            .find(|(cell, primary)| **primary && !safe(&left, &done.hidden, *cell));
        let Some((cell, _)) = exposed else {
            return done;
        };
        match helper(&left, &done.hidden, cell) {
            Some(other) => {
                if let Some(place) = done.hidden.get_mut(other) {
                    *place = true;
                }
            }
            None => {
                let line = left.lines.iter().position(|line| line.contains(&cell));
                let Some(line) = line else {
                    return done;
                };
                let gone = std::mem::take(&mut left.lines[line]);
                drop(gone);
                done.lines_hidden.push(line);
            }
        }
    }
}

/// Whether the attacker's interval for a hidden cell is wide enough.
fn safe(sums: &Sums, hidden: &[bool], cell: usize) -> bool {
    bounds(sums, hidden, cell).is_some_and(|found| reaches(sums, cell, found))
}

/// Whether an interval reaches the margin on both sides.
fn reaches(sums: &Sums, cell: usize, (low, high): (f64, f64)) -> bool {
    let value = sums.values.get(cell).copied().unwrap_or(0.0);
    let margin = sums.margins.get(cell).copied().unwrap_or(0.0);
    let slack = 1e-6 * value.abs().max(1.0);
    low <= (value - margin).max(0.0) + slack && high >= (value + margin).min(sums.cap(cell)) - slack
}

/// The attacker's interval.
fn bounds(sums: &Sums, hidden: &[bool], cell: usize) -> Option<(f64, f64)> {
    interval(sums, hidden, cell).map(|found| (found.low, found.high))
}

/// The shown cell to hide next for the sake of `cell`: the smallest that makes it safe at once,
/// else the largest of those in its own sums, so that few cells are lost.
fn helper(sums: &Sums, hidden: &[bool], cell: usize) -> Option<usize> {
    let shown = |place: &usize| !hidden.get(*place).copied().unwrap_or(true);
    let value = |place: &usize| sums.values.get(*place).copied().unwrap_or(0.0);
    let mut candidates: Vec<usize> = sums
        .lines
        .iter()
        .flatten()
        .copied()
        .filter(shown)
        .filter(|place| value(place) > 0.0)
        .collect();
    candidates.sort_unstable();
    candidates.dedup();
    candidates.sort_by(|a, b| value(a).total_cmp(&value(b)));
    let mut trial = hidden.to_vec();
    for candidate in &candidates {
        if let Some(place) = trial.get_mut(*candidate) {
            *place = true;
        }
        if safe(sums, &trial, cell) {
            return Some(*candidate);
        }
        if let Some(place) = trial.get_mut(*candidate) {
            *place = false;
        }
    }
    let own = |place: &&usize| {
        let together = |line: &Vec<usize>| line.contains(&cell) && line.contains(place);
        sums.lines.iter().any(together)
    };
    candidates.iter().rev().find(own).copied()
}

/// Cells under one sum that is shown, as most questions have: the linear program then has this
/// answer. A hidden cell is at most all of what is hidden, and at least what is left of it when
/// the other hidden cells are as large as they can be. So two sums over what is hidden say all.
struct OneSum<'a> {
    sums: &'a Sums,
    hidden: Vec<bool>,
    /// Σ value of what is hidden.
    held: f64,
    /// Σ of what hidden cells can be at most, as far as something says so.
    caps: f64,
    /// Hidden cells of which nothing says what they can be at most.
    open: usize,
}

impl<'a> OneSum<'a> {
    fn of(sums: &'a Sums, hidden: &[bool]) -> Self {
        let mut one = Self {
            sums,
            hidden: vec![false; sums.values.len()],
            held: 0.0,
            caps: 0.0,
            open: 0,
        };
        for cell in (0..sums.values.len()).filter(|cell| hidden.get(*cell).copied() == Some(true)) {
            one.hide(cell);
        }
        one
    }

    fn value(&self, cell: usize) -> f64 {
        self.sums.values.get(cell).copied().unwrap_or(0.0)
    }

    fn hide(&mut self, cell: usize) {
        if let Some(hidden) = self.hidden.get_mut(cell) {
            *hidden = true;
        }
        self.held += self.value(cell);
        let cap = self.sums.cap(cell);
        if cap.is_finite() {
            self.caps += cap;
        } else {
            self.open += 1;
        }
    }

    /// The attacker's interval for a hidden cell, with one more hidden when `with` says so.
    fn bounds(&self, cell: usize, with: Option<usize>) -> (f64, f64) {
        let (mut held, mut caps, mut open) = (self.held, self.caps, self.open);
        if let Some(other) = with {
            held += self.value(other);
            let cap = self.sums.cap(other);
            if cap.is_finite() {
                caps += cap;
            } else {
                open += 1;
            }
        }
        let own = self.sums.cap(cell);
        let others = match (open, own.is_finite()) {
            (0, _) => caps - own,
            (1, false) => caps,
            _ => f64::INFINITY,
        };
        ((held - others).max(0.0), held.min(own))
    }

    fn safe(&self, cell: usize, with: Option<usize>) -> bool {
        reaches(self.sums, cell, self.bounds(cell, with))
    }

    /// As [`complete`] for any sums.
    fn complete(mut self, first: &[bool]) -> Completed {
        let mut order: Vec<usize> = (0..self.sums.values.len())
            .filter(|cell| self.value(*cell) > 0.0)
            .collect();
        order.sort_by(|a, b| self.value(*a).total_cmp(&self.value(*b)));
        loop {
            let hidden = |cell: usize| self.hidden.get(cell).copied().unwrap_or(false);
            let exposed = first.iter().enumerate().find(|(cell, primary)| {
                // A shown cell is not for a first one to be; were it so, it is known.
                **primary && !(hidden(*cell) && self.safe(*cell, None))
            });
            let Some((cell, _)) = exposed else {
                return Completed {
                    hidden: self.hidden,
                    lines_hidden: Vec::new(),
                };
            };
            let shown = || order.iter().copied().filter(|other| !hidden(*other));
            let helper = shown()
                .find(|other| self.safe(cell, Some(*other)))
                .or_else(|| shown().next_back());
            match helper {
                Some(other) => self.hide(other),
                // Without its sum, nothing bounds a hidden cell.
                None => {
                    return Completed {
                        hidden: self.hidden,
                        lines_hidden: vec![0],
                    };
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The 4×4 table of sdcTable's test "simpleheuristic", rows w x y z, columns a b c d; all
    /// totals are shown, the total of totals too (which adds no constraint on hidden cells).
    fn simple_heuristic() -> (Sums, Vec<bool>) {
        let values = [
            30, 47, 64, 89, 90, 124, 5, 31, 92, 100, 59, 85, 800, 991, 651, 685,
        ];
        let rows = (0..4).map(|row| (0..4).map(|column| 4 * row + column).collect());
        let columns = (0..4).map(|column| (0..4).map(|row| 4 * row + column).collect());
        let sums = Sums {
            values: values.map(f64::from).to_vec(),
            lines: rows.chain(columns).collect(),
            margins: vec![10.0; 16],
            caps: Vec::new(),
        };
        // w a,b,c; x a,c; y b,d; z b,d
        let hidden = [0, 1, 2, 4, 6, 9, 11, 13, 15];
        let hidden = (0..16).map(|place| hidden.contains(&place)).collect();
        (sums, hidden)
    }

    fn same(found: crate::practice::disclosure::Interval, low: f64, high: f64) {
        let near = (found.low - low).abs() < 1e-6 && (found.high - high).abs() < 1e-6;
        assert!(near, "{found:?} is not [{low}, {high}]");
    }

    /// Values of `process-analysis.md` §7, check 1: two or three hidden cells on every line are
    /// not enough.
    #[test]
    fn an_attacker_finds_the_cell_that_two_hidden_on_every_line_do_not_hide() {
        let (sums, mut hidden) = simple_heuristic();
        same(interval(&sums, &hidden, 1).unwrap(), 47.0, 47.0);
        same(interval(&sums, &hidden, 0).unwrap(), 25.0, 94.0);
        same(interval(&sums, &hidden, 2).unwrap(), 0.0, 69.0);
        hidden[5] = true;
        same(interval(&sums, &hidden, 1).unwrap(), 0.0, 141.0);
    }

    #[test]
    fn cells_are_added_until_every_first_cell_is_safe() {
        let (sums, first) = simple_heuristic();
        let done = complete(&sums, &first, &first);
        assert_eq!(done.lines_hidden, Vec::<usize>::new());
        let added = (0..16).filter(|place| done.hidden[*place] && !first[*place]);
        assert!(added.count() >= 1);
        for cell in (0..16).filter(|place| first[*place]) {
            let found = interval(&sums, &done.hidden, cell).unwrap();
            let value = sums.values[cell];
            assert!(
                found.low <= (value - 10.0).max(0.0) + 1e-6,
                "{cell}: {found:?}"
            );
            assert!(found.high >= value + 10.0 - 1e-6, "{cell}: {found:?}");
        }
    }

    fn line(values: &[f64], margin: f64) -> Sums {
        Sums {
            values: values.to_vec(),
            lines: vec![(0..values.len()).collect()],
            margins: vec![margin; values.len()],
            caps: Vec::new(),
        }
    }

    /// By hand: 3 is alone under its total, so it can be computed; 12 beside it gives [0, 15],
    /// which reaches 3 + 10; 7 beside it gives [0, 10], which does not.
    #[test]
    fn one_hidden_cell_takes_another_that_is_large_enough() {
        let done = complete(
            &line(&[3.0, 40.0, 12.0], 10.0),
            &[true, false, false],
            &[true, false, false],
        );
        assert_eq!(done.hidden, [true, false, true]);
        let done = complete(
            &line(&[3.0, 7.0, 40.0], 10.0),
            &[true, false, false],
            &[true, false, false],
        );
        assert_eq!(done.hidden, [true, false, true]);
    }

    /// By hand: 3 and 4 hidden of 3, 4 and 2: all hidden gives [0, 9], short of 3 + 10, so the
    /// total itself goes.
    #[test]
    fn a_total_that_cannot_be_made_safe_is_held_back() {
        let done = complete(
            &line(&[3.0, 4.0, 2.0], 10.0),
            &[true, true, false],
            &[true, true, false],
        );
        assert_eq!(done.lines_hidden, [0]);
    }

    /// By hand: of 50 clients 48 did, of 20 all 20; hidden together they are 68, so the first is
    /// at least 68 − 20 = 48: known. With 30 of 60 beside it the lowest is 98 − 20 − 60 = 18.
    #[test]
    fn what_a_cell_can_be_at_most_counts() {
        let mut sums = line(&[48.0, 20.0, 30.0], 10.0);
        sums.caps = vec![50.0, 20.0, 60.0];
        let bounds = |hidden: &[bool]| OneSum::of(&sums, hidden).bounds(0, None);
        assert_eq!(bounds(&[true, true, false]), (48.0, 50.0));
        assert_eq!(bounds(&[true, true, true]), (18.0, 50.0));
        let done = complete(&sums, &[true, true, false], &[true, true, false]);
        assert_eq!(done.hidden, [true, true, true]);
    }

    /// The short way for one sum gives what the linear program gives, and hides the same cells.
    #[test]
    fn the_short_way_is_the_linear_program() {
        let mut sums = line(&[3.0, 40.0, 12.0, 6.0, 12.0], 1.0);
        for caps in [
            vec![4.0, f64::INFINITY, 15.0, 6.0, 12.0],
            vec![4.0, 50.0, 15.0, 6.0, 20.0],
            Vec::new(),
        ] {
            sums.caps = caps;
            for pattern in 1_u32..32 {
                let hidden: Vec<bool> = (0..5).map(|bit| pattern & (1 << bit) != 0).collect();
                for cell in (0..5).filter(|cell| hidden[*cell]) {
                    let short = OneSum::of(&sums, &hidden).bounds(cell, None);
                    same(interval(&sums, &hidden, cell).unwrap(), short.0, short.1);
                }
                for margin in [1.0, 5.0, 14.0] {
                    sums.margins = vec![margin; 5];
                    // A second sum that bounds nothing leads around the short way.
                    let mut long = sums.clone();
                    long.lines.push(Vec::new());
                    let (short, long) = (
                        complete(&sums, &hidden, &hidden),
                        complete(&long, &hidden, &hidden),
                    );
                    assert_eq!(short, long, "{pattern:b} {margin}");
                }
            }
        }
    }
}
