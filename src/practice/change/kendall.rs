//! Kendall's S and tau-b, with ties.

use super::NoIndex;
use crate::practice::quantile::sorted;

/// Kendall's comparison of two rankings.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Kendall {
    /// Pairs in the same order minus pairs in opposite order.
    pub s: f64,
    /// All pairs.
    pub pairs: f64,
    /// Pairs that are not tied in the first ranking.
    pub untied_first: f64,
    /// Pairs that are not tied in the second ranking.
    pub untied_second: f64,
    /// Variance of S when the rankings have nothing to do with each other, with ties.
    pub variance: f64,
}

impl Kendall {
    /// S over the geometric mean of the untied pairs; `None` when a ranking is all one tie.
    #[must_use]
    pub fn tau_b(&self) -> Option<f64> {
        let under = (self.untied_first * self.untied_second).sqrt();
        (under > 0.0).then(|| self.s / under)
    }

    /// S in standard errors; `None` without a variance.
    #[must_use]
    pub fn z(&self) -> Option<f64> {
        (self.variance > 0.0).then(|| self.s / self.variance.sqrt())
    }
}

/// Whether one value is above another: 1, -1, or 0 for a tie.
pub(super) fn above(one: f64, other: f64) -> f64 {
    match one.total_cmp(&other) {
        _ if (one - other).abs() <= f64::EPSILON * one.abs().max(other.abs()) * 16.0 => 0.0,
        std::cmp::Ordering::Greater => 1.0,
        std::cmp::Ordering::Less => -1.0,
        std::cmp::Ordering::Equal => 0.0,
    }
}

/// S of one series against the order of time: rises minus falls over all pairs.
#[must_use]
pub fn trend(values: &[f64]) -> f64 {
    let later = |place: usize| values[place + 1..].iter();
    let rises = |(place, value): (usize, &f64)| later(place).map(|next| above(*next, *value)).sum();
    values
        .iter()
        .enumerate()
        .map(rises)
        .fold(0.0, |all, one: f64| all + one)
}

/// Compares two rankings of the same things. Source: Kendall 1970, Rank Correlation Methods.
///
/// # Errors
/// [`NoIndex::TooFew`] of fewer than two things or rankings of different length;
/// [`NoIndex::NoNumber`].
pub fn kendall(first: &[f64], second: &[f64]) -> Result<Kendall, NoIndex> {
    if first.len() != second.len() || first.len() < 2 {
        return Err(NoIndex::TooFew {
            before: first.len(),
            after: second.len(),
        });
    }
    if first.iter().chain(second).any(|value| !value.is_finite()) {
        return Err(NoIndex::NoNumber);
    }
    let n = first.len() as f64;
    let pairs = n * (n - 1.0) / 2.0;
    let mut s = 0.0;
    for one in 0..first.len() {
        for other in one + 1..first.len() {
            s += above(first[other], first[one]) * above(second[other], second[one]);
        }
    }
    let (ties, others) = (ties(first), ties(second));
    let sum = |ties: &[f64], of: fn(f64) -> f64| ties.iter().map(|size| of(*size)).sum::<f64>();
    let two = |t: f64| t * (t - 1.0);
    let three = |t: f64| t * (t - 1.0) * (t - 2.0);
    let five = |t: f64| t * (t - 1.0) * (2.0 * t + 5.0);
    let mut variance = (five(n) - sum(&ties, five) - sum(&others, five)) / 18.0;
    variance += sum(&ties, two) * sum(&others, two) / (2.0 * two(n));
    if three(n) > 0.0 {
        variance += sum(&ties, three) * sum(&others, three) / (9.0 * three(n));
    }
    Ok(Kendall {
        s,
        pairs,
        untied_first: pairs - sum(&ties, two) / 2.0,
        untied_second: pairs - sum(&others, two) / 2.0,
        variance,
    })
}

/// Sizes of the groups of equal values.
fn ties(values: &[f64]) -> Vec<f64> {
    let sorted = sorted(values);
    let groups = sorted.chunk_by(|one, other| above(*one, *other).abs() < 0.5);
    groups.map(|group| group.len() as f64).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::practice::change::published::{near, numbers};

    /// Kendall 1970, example 3.1: S 33, denominator √(41·36), tau-b 0.859.
    #[test]
    fn kendalls_own_example() {
        let first = numbers("1 2.5 2.5 4.5 4.5 6.5 6.5 8 9.5 9.5");
        let second = numbers("1 2 4.5 4.5 4.5 4.5 8 8 8 10");
        let found = kendall(&first, &second).unwrap();
        near(found.s, 33.0);
        near(found.untied_first, 41.0);
        near(found.untied_second, 36.0);
        assert!((found.tau_b().unwrap() - 0.859).abs() < 0.0005);
    }

    /// Without ties the variance is n(n−1)(2n+5)/18: of four things 4·3·13/18.
    #[test]
    fn variance_without_ties() {
        let found = kendall(&numbers("1 2 3 4"), &numbers("1 3 2 4")).unwrap();
        near(found.s, 4.0);
        near(found.variance, 156.0 / 18.0);
        near(trend(&numbers("1 3 2 4")), 4.0);
    }

    #[test]
    fn one_long_tie_has_no_tau() {
        let found = kendall(&numbers("1 1 1"), &numbers("1 2 3")).unwrap();
        assert_eq!((found.tau_b(), found.z()), (None, None));
        assert!(kendall(&[1.0], &[1.0]).is_err());
    }
}
