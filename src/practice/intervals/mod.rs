//! Intervals around a share, and the sample that a check of records needs.
//!
//! Wilson for showing a share, Clopper–Pearson where the claim is *not more than*; the numbers of
//! audit sampling stand in [`attribute`].

pub mod attribute;

use statrs::distribution::{ContinuousCDF as _, Normal};
use statrs::function::beta::beta_reg;

/// A lower and an upper bound.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Interval {
    /// Lower bound.
    pub low: f64,
    /// Upper bound.
    pub high: f64,
}

/// The deviate of the standard normal that leaves `(1 - confidence) / 2` on each side.
#[must_use]
pub fn two_sided_z(confidence: f64) -> f64 {
    Normal::standard().inverse_cdf(1.0 - (1.0 - confidence) / 2.0)
}

/// The chance that a standard normal lies further from 0 than `z`, on either side.
#[must_use]
pub fn two_sided_p(z: f64) -> f64 {
    2.0 * Normal::standard().sf(z.abs())
}

/// Whether this is a share that can be: some were seen, and no more than there were.
fn is_share(count: u64, of: u64, confidence: f64) -> bool {
    of > 0 && count <= of && confidence > 0.0 && confidence < 1.0
}

/// Wilson's score interval of `count` out of `of`; `None` when there is nothing to count or the
/// confidence is no chance. Source: Wilson 1927; Newcombe 1998, method 3.
#[must_use]
pub fn wilson(count: u64, of: u64, confidence: f64) -> Option<Interval> {
    if !is_share(count, of, confidence) {
        return None;
    }
    let (n, z) = (of as f64, two_sided_z(confidence));
    let p = count as f64 / n;
    let z2 = z * z;
    let middle = p + z2 / (2.0 * n);
    let half = z * (p * (1.0 - p) / n + z2 / (4.0 * n * n)).sqrt();
    let under = 1.0 + z2 / n;
    Some(Interval {
        low: if count == 0 {
            0.0
        } else {
            (middle - half) / under
        },
        high: if count == of {
            1.0
        } else {
            (middle + half) / under
        },
    })
}

/// The exact interval of Clopper and Pearson; it never promises more than it keeps.
/// Source: Clopper & Pearson 1934; Newcombe 1998, method 5.
#[must_use]
pub fn clopper_pearson(count: u64, of: u64, confidence: f64) -> Option<Interval> {
    if !is_share(count, of, confidence) {
        return None;
    }
    let tail = (1.0 - confidence) / 2.0;
    let (k, n) = (count as f64, of as f64);
    Some(Interval {
        low: match count {
            0 => 0.0,
            _ => beta_quantile(tail, k, n - k + 1.0),
        },
        high: match count {
            _ if count == of => 1.0,
            _ => beta_quantile(1.0 - tail, k + 1.0, n - k),
        },
    })
}

/// The value below which a beta variable lies with this chance; by halving, to the last digit.
fn beta_quantile(chance: f64, a: f64, b: f64) -> f64 {
    root(0.0, 1.0, |x| chance - beta_reg(a, b, x))
}

/// Where a function that is positive at `from` and not at `to` becomes zero.
pub(super) fn root(from: f64, to: f64, value: impl Fn(f64) -> f64) -> f64 {
    let (mut positive, mut other) = (from, to);
    for _ in 0..200 {
        let middle = positive.midpoint(other);
        if value(middle) > 0.0 {
            positive = middle;
        } else {
            other = middle;
        }
    }
    positive.midpoint(other)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(found: Option<Interval>, low: f64, high: f64) {
        let found = found.unwrap();
        let near = |one: f64, other: f64| (one - other).abs() < 0.000_05;
        assert!(
            near(found.low, low) && near(found.high, high),
            "{found:?} {low} {high}"
        );
    }

    /// Newcombe 1998, Two-sided confidence intervals for the single proportion, table I.
    #[test]
    fn intervals_are_those_that_newcombe_printed() {
        check(wilson(81, 263, 0.95), 0.2553, 0.3662);
        check(wilson(15, 148, 0.95), 0.0624, 0.1605);
        check(wilson(0, 20, 0.95), 0.0, 0.1611);
        check(wilson(1, 29, 0.95), 0.0061, 0.1718);
        check(clopper_pearson(81, 263, 0.95), 0.2527, 0.3676);
        check(clopper_pearson(15, 148, 0.95), 0.0578, 0.1617);
        check(clopper_pearson(0, 20, 0.95), 0.0, 0.1684);
        check(clopper_pearson(1, 29, 0.95), 0.0009, 0.1776);
    }

    #[test]
    fn no_share_has_no_interval() {
        assert!(wilson(0, 0, 0.95).is_none());
        assert!(wilson(3, 2, 0.95).is_none());
        assert!(clopper_pearson(1, 2, 1.0).is_none());
        check(wilson(20, 20, 0.95), 0.8389, 1.0);
        check(clopper_pearson(20, 20, 0.95), 0.8316, 1.0);
    }
}
