//! What an attacker can compute of a cell that is held back, from sums that are shown.

use microlp::{ComparisonOp, OptimizationDirection, Problem};

use super::complementary::Sums;

/// The lowest and highest value a cell can have, for somebody who knows every shown cell and sum
/// and that no cell is negative.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Interval {
    /// The lowest.
    pub low: f64,
    /// The highest; infinite when no shown sum bounds it.
    pub high: f64,
}

/// Solves the attacker's linear program for one hidden cell; `None` when the solver fails, which
/// a caller must take for "it can be computed".
#[must_use]
pub fn interval(sums: &Sums, hidden: &[bool], cell: usize) -> Option<Interval> {
    let places: Vec<usize> = (0..sums.values.len())
        .filter(|place| hidden.get(*place).copied().unwrap_or(false))
        .collect();
    if !places.contains(&cell) {
        let value = *sums.values.get(cell)?;
        return Some(Interval {
            low: value,
            high: value,
        });
    }
    let low = extreme(sums, &places, cell, OptimizationDirection::Minimize)?;
    let high = extreme(sums, &places, cell, OptimizationDirection::Maximize)?;
    Some(Interval { low, high })
}

fn extreme(
    sums: &Sums,
    places: &[usize],
    cell: usize,
    direction: OptimizationDirection,
) -> Option<f64> {
    let mut problem = Problem::new(direction);
    let variables: Vec<_> = places
        .iter()
        .map(|place| {
            let aim = if *place == cell { 1.0 } else { 0.0 };
            problem.add_var(aim, (0.0, sums.cap(*place)))
        })
        .collect();
    let mut bounded = false;
    for line in &sums.lines {
        let within: Vec<_> = places
            .iter()
            .zip(&variables)
            .filter(|(place, _)| line.contains(place))
            .collect();
        if within.is_empty() {
            continue;
        }
        bounded |= within.iter().any(|(place, _)| **place == cell);
        let held: f64 = within
            .iter()
            .filter_map(|(place, _)| sums.values.get(**place))
            .sum();
        let terms: Vec<_> = within.iter().map(|(_, one)| (**one, 1.0)).collect();
        problem.add_constraint(&terms, ComparisonOp::Eq, held);
    }
    if !bounded {
        let open = direction == OptimizationDirection::Maximize;
        return Some(if open { sums.cap(cell) } else { 0.0 });
    }
    let solution = problem.solve().ok()?.into_solution().ok()?;
    Some(solution.objective())
}
