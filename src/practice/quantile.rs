//! Quantile, mean and standard deviation of a list of values: one definition for every figure.
//!
//! A quantile interpolates linearly between the two nearest values: the method numpy calls `linear`
//! and DuckDB `quantile_cont` (Hyndman and Fan 1996, type 7).

/// A share of the values, as a fraction, so that the place among them is exact.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Share {
    over: usize,
    under: usize,
}

/// Half of the values are at most this high.
pub const MEDIAN: Share = Share { over: 1, under: 2 };

/// Nine in ten values are at most this high.
pub const P90: Share = Share { over: 9, under: 10 };

impl Share {
    /// The place, from 0, of the nearest value at or below, and how far on to the next one.
    fn place(self, count: usize) -> Option<(usize, f64)> {
        let wanted = count.checked_sub(1)? * self.over;
        let rest = to_f64(wanted % self.under) / to_f64(self.under);
        Some((wanted / self.under, rest))
    }
}

/// The quantile of values in ascending order; `None` of no values.
#[must_use]
pub fn quantile(sorted: &[f64], share: Share) -> Option<f64> {
    let (place, part) = share.place(sorted.len())?;
    let low = *sorted.get(place)?;
    Some(between(low, sorted.get(place + 1).copied(), part))
}

/// The quantile of whole numbers, whose order is lost; faster than putting them all in order.
/// `None` of no values.
#[must_use]
pub fn quantile_unordered(values: &mut [i64], share: Share) -> Option<f64> {
    let (place, part) = share.place(values.len())?;
    let (_, low, above) = values.select_nth_unstable(place);
    let low = whole(*low);
    let high = (part > 0.0).then(|| above.iter().min()).flatten();
    Some(between(low, high.map(|high| whole(*high)), part))
}

fn between(low: f64, high: Option<f64>, part: f64) -> f64 {
    high.map_or(low, |high| low + part * (high - low))
}

/// The median of values in any order; `None` of no values.
#[must_use]
pub fn median(values: &[f64]) -> Option<f64> {
    quantile(&sorted(values), MEDIAN)
}

/// Values in order.
#[must_use]
pub fn sorted(values: &[f64]) -> Vec<f64> {
    let mut values = values.to_vec();
    values.sort_by(f64::total_cmp);
    values
}

/// The mean; `None` of no values.
#[must_use]
pub fn mean(values: impl ExactSizeIterator<Item = f64>) -> Option<f64> {
    let count = values.len();
    (count > 0).then(|| values.sum::<f64>() / to_f64(count))
}

/// The standard deviation of a sample (divided by n − 1); `None` of fewer than two values.
#[must_use]
pub fn standard_deviation(values: impl ExactSizeIterator<Item = f64> + Clone) -> Option<f64> {
    let rest = values.len().checked_sub(1).filter(|rest| *rest > 0)?;
    let mean = mean(values.clone())?;
    let squares: f64 = values.map(|value| (value - mean).powi(2)).sum();
    Some((squares / to_f64(rest)).sqrt())
}

/// A whole number to calculate with.
#[expect(
    clippy::cast_precision_loss,
    reason = "microseconds of more than 285 years lose their last digits"
)]
#[must_use]
pub fn whole(number: i64) -> f64 {
    number as f64
}

/// A count as a number to calculate with.
#[expect(
    clippy::cast_precision_loss,
    reason = "no log has 2^53 events in memory"
)]
#[must_use]
pub fn to_f64(count: usize) -> f64 {
    count as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(found: Option<f64>, wanted: f64) {
        let found = found.unwrap();
        assert!((found - wanted).abs() < 1e-12, "{found} is not {wanted}");
    }

    /// By hand: of 1, 2, 4, 8 the median lies halfway 2 and 4; the 90th percentile at place
    /// 0.9 · 3 = 2.7, seven tenths of the way from 4 to 8.
    #[test]
    fn quantiles_lie_between_the_two_nearest_values() {
        let values = [1.0, 2.0, 4.0, 8.0];
        near(quantile(&values, MEDIAN), 3.0);
        near(quantile(&values, P90), 6.8);
        near(quantile(&[5.0], P90), 5.0);
        near(median(&[8.0, 2.0, 1.0, 4.0]), 3.0);
        near(median(&[8.0, 1.0, 4.0]), 4.0);
        assert!(quantile(&[], MEDIAN).is_none() && median(&[]).is_none());
    }

    #[test]
    fn the_order_of_whole_numbers_does_not_matter() {
        near(quantile_unordered(&mut [8, 1, 4, 2], MEDIAN), 3.0);
        near(quantile_unordered(&mut [8, 1, 4, 2], P90), 6.8);
        near(quantile_unordered(&mut [7], P90), 7.0);
        assert!(quantile_unordered(&mut [], MEDIAN).is_none());
    }

    /// By hand: mean 4 of 2, 4, 6; squares 4 + 0 + 4, divided by 2 is 4, its root 2.
    #[test]
    fn the_deviation_is_that_of_a_sample() {
        let values = [2.0, 4.0, 6.0];
        near(mean(values.into_iter()), 4.0);
        near(standard_deviation(values.into_iter()), 2.0);
        assert!(standard_deviation([2.0].into_iter()).is_none());
        assert!(mean([].into_iter()).is_none());
    }
}
