//! How far the measurements after the start lie beyond those before it.
//!
//! Formulas follow the definitions of Parker, Vannest and Davis (2011) and of the R packages
//! SingleCaseES and scan; the tests hold their published values.

use super::Phases;
use super::kendall::above;
use crate::practice::intervals::{Interval, root, two_sided_z};
use crate::practice::quantile::{median, sorted};

/// Nonoverlap of all pairs, with its uncertainty.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Nap {
    /// The share of pairs in which the measurement after is better; a tie counts half.
    pub value: f64,
    /// Standard error, unbiased; 0 and 1 are moved half a pair inwards.
    pub error: f64,
    /// Standard error if nothing had changed.
    pub error_null: f64,
    /// Interval by the fifth method of Newcombe (2006).
    pub interval: Interval,
}

/// Nonoverlap of all pairs (Parker & Vannest 2009), with an interval of this confidence.
#[must_use]
pub fn nap(phases: &Phases, confidence: f64) -> Nap {
    let (m, n) = (phases.before.len() as f64, phases.after.len() as f64);
    let pairs = phases.pairs();
    let better: Vec<Vec<f64>> = phases
        .before
        .iter()
        .map(|one| {
            phases
                .after
                .iter()
                .map(|other| f64::midpoint(1.0, above(*other, *one)))
                .collect()
        })
        .collect();
    let value = better.iter().flatten().sum::<f64>() / pairs;
    let inside = value.clamp(0.5 / pairs, 1.0 - 0.5 / pairs);
    let off = |row: &Vec<f64>| row.iter().map(|one| one - value).sum::<f64>().powi(2);
    let by_row: f64 = better.iter().map(off).sum::<f64>() / (m * n * n);
    let column = |place: usize| {
        better
            .iter()
            .map(|row| row[place] - value)
            .sum::<f64>()
            .powi(2)
    };
    let by_column: f64 = (0..phases.after.len()).map(column).sum::<f64>() / (m * m * n);
    let by_pair: f64 = better
        .iter()
        .flatten()
        .map(|one| (one - value).powi(2))
        .sum::<f64>()
        / pairs;
    let variance = (inside * (1.0 - inside) + n * by_row + m * by_column - 2.0 * by_pair)
        / ((m - 1.0) * (n - 1.0));
    Nap {
        value,
        error: variance.max(0.0).sqrt(),
        error_null: ((m + n + 1.0) / (12.0 * pairs)).sqrt(),
        interval: newcombe(value, m, n, confidence),
    }
}

/// The values that lie so many standard errors from what was found, where the error is taken at
/// those values: two roots of an equation of the fourth degree.
fn newcombe(value: f64, m: f64, n: f64, confidence: f64) -> Interval {
    let z2 = two_sided_z(confidence).powi(2);
    let h = f64::midpoint(m, n) - 1.0;
    let apart = |x: f64| {
        m * n * (value - x).powi(2) * (2.0 - x) * (1.0 + x)
            - z2 * x * (1.0 - x) * (2.0 + h + (1.0 + 2.0 * h) * x * (1.0 - x))
    };
    Interval {
        low: if value <= 0.0 {
            0.0
        } else {
            root(0.0, value, apart)
        },
        high: if value >= 1.0 {
            1.0
        } else {
            root(1.0, value, apart)
        },
    }
}

/// Percentage of data beyond the best measurement before, as a share (Scruggs 1987).
#[must_use]
pub fn pnd(phases: &Phases) -> f64 {
    let best = phases
        .before
        .iter()
        .copied()
        .fold(f64::NEG_INFINITY, f64::max);
    share_above(&phases.after, best, 0.0)
}

/// Share of the measurements after that lie beyond the median of those before; on it counts half
/// (Ma 2006).
#[must_use]
pub fn pem(phases: &Phases) -> f64 {
    let middle = median(&phases.before).unwrap_or_default();
    share_above(&phases.after, middle, 0.5)
}

fn share_above(values: &[f64], line: f64, tie: f64) -> f64 {
    let counts = values.iter().map(|value| match above(*value, line) {
        sign if sign > 0.5 => 1.0,
        sign if sign < -0.5 => 0.0,
        _ => tie,
    });
    counts.sum::<f64>() / values.len() as f64
}

/// Percentage of all non-overlapping data: the largest share of measurements that can stay so
/// that all those before lie below all those after (Parker, Hagan-Burke & Vannest 2007).
#[must_use]
pub fn pand(phases: &Phases) -> f64 {
    let (before, after) = (sorted(&phases.before), sorted(&phases.after));
    let (m, n) = (before.len(), after.len());
    // Keeping the i lowest before, the highest after that lie above them all may stay too.
    let kept = (0..=m).map(|lowest| {
        let highest = match lowest.checked_sub(1) {
            None => n,
            Some(last) => after
                .iter()
                .filter(|value| above(**value, before[last]) > 0.5)
                .count(),
        };
        lowest + highest
    });
    kept.max().unwrap_or(0) as f64 / (m + n) as f64
}

/// The robust improvement rate difference (Parker, Vannest & Brown 2009).
#[must_use]
pub fn ird(phases: &Phases) -> f64 {
    let (m, n) = (phases.before.len() as f64, phases.after.len() as f64);
    1.0 - (m + n).powi(2) / (2.0 * m * n) * (1.0 - pand(phases))
}

/// Phi of the table of phases against halves, the overlap divided evenly over both; by its
/// making it equals [`ird`].
#[must_use]
pub fn phi(phases: &Phases) -> f64 {
    let (m, n) = (phases.before.len() as f64, phases.after.len() as f64);
    let wrong = (1.0 - pand(phases)) * (m + n) / 2.0;
    ((m - wrong) * (n - wrong) - wrong * wrong) / (m * n)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::practice::change::Wanted;
    use crate::practice::change::published::{
        long_decrease, mckissick, near, parker, parker_davis, phases, scan_manual,
    };

    /// Example 1: NAP 38.5/42, its error and interval, and the rest of the family.
    #[test]
    fn the_series_of_parker_vannest_and_davis() {
        let series = parker_davis();
        let found = nap(&series, 0.95);
        near(found.value, 38.5 / 42.0);
        near(found.error, 0.069_007);
        // R finds its roots to 0.00012; these are found to the last digit.
        assert!((found.interval.low - 0.597_341).abs() < 0.000_12);
        assert!((found.interval.high - 0.986_018).abs() < 0.000_12);
        near(found.error_null, (14.0_f64 / 504.0).sqrt());
        near(pnd(&series), 5.0 / 7.0);
        near(pand(&series), 11.0 / 13.0);
        near(pem(&series), 1.0);
        near(ird(&series), 6.0 / 7.0 - 1.0 / 6.0);
        near(phi(&series), 29.0 / 42.0);
    }

    #[test]
    fn other_published_series() {
        let check = |series: &Phases, value: f64, error: f64, first: f64| {
            let found = nap(series, 0.95);
            near(found.value, value);
            near(found.error, error);
            near(pnd(series), first);
        };
        check(&parker(), 0.9, 0.1, 0.6);
        near(ird(&parker()), 0.55);
        check(&scan_manual(), 0.9375, 0.067_828, 5.0 / 6.0);
        near(pand(&scan_manual()), 0.9);
        near(ird(&scan_manual()), 0.791_667);
        let found = nap(&long_decrease(), 0.95);
        assert!((found.value - 0.982_143).abs() < 0.000_001);
        assert!((found.error - 0.018_280).abs() < 0.000_001);
        near(pnd(&long_decrease()), 11.0 / 14.0);
        check(&mckissick(), 27.0 / 35.0, 0.153_862, 3.0 / 7.0);
        near(pand(&mckissick()), 10.0 / 12.0);
        near(ird(&mckissick()), 0.657_143);
        // Parker and Vannest 2009, as in scan.
        let series = phases(
            "4 3 4 3 4 7 5 2 3 2",
            "5 9 7 9 7 5 9 11 11 10 9",
            Wanted::Increase,
        );
        near(nap(&series, 0.95).value, 106.0 / 110.0);
    }

    /// When every measurement after is better, the error is taken half a pair inwards.
    #[test]
    fn complete_separation_keeps_an_error() {
        let series = phases("1 2 3", "4 5 6", Wanted::Increase);
        let found = nap(&series, 0.95);
        near(found.value, 1.0);
        // By hand: 17/18 × 1/18 over 2 × 2.
        near(found.error, (17.0_f64 / 324.0 / 4.0).sqrt());
        near(found.interval.high, 1.0);
        assert!(found.interval.low > 0.3 && found.interval.low < 1.0);
        let worse = phases("1 2 3", "4 5 6", Wanted::Decrease);
        near(nap(&worse, 0.95).value, 0.0);
        near(nap(&worse, 0.95).interval.low, 0.0);
        near(pand(&worse), 0.5);
    }
}
