//! A set of durations in a few numbers: how many, median, p90, mean, spread.

use crate::practice::quantile::{MEDIAN, P90, mean, quantile_unordered, standard_deviation, whole};

/// Microseconds in a day.
pub const DAY_MICROS: f64 = 86_400_000_000.0;

/// What a set of durations comes down to, in days.
///
/// The standard deviation is that of a sample; `None` for a single value. The smallest and the
/// largest are left out: they are single persons.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Summary {
    /// How many durations.
    pub n: usize,
    /// Half of them are at most this long.
    pub median: f64,
    /// Nine in ten are at most this long.
    pub p90: f64,
    /// Their mean.
    pub mean: f64,
    /// Their standard deviation.
    pub sd: Option<f64>,
}

impl Summary {
    /// Of durations in microseconds; their order is lost. `None` when there are none.
    #[must_use]
    pub fn of(micros: &mut [i64]) -> Option<Self> {
        let (mean, sd) = {
            let values = micros.iter().map(|one| whole(*one));
            (mean(values.clone())?, standard_deviation(values))
        };
        Some(Self {
            n: micros.len(),
            median: quantile_unordered(micros, MEDIAN)? / DAY_MICROS,
            p90: quantile_unordered(micros, P90)? / DAY_MICROS,
            mean: mean / DAY_MICROS,
            sd: sd.map(|sd| sd / DAY_MICROS),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days(values: &[f64]) -> Summary {
        #[expect(clippy::cast_possible_truncation, reason = "small whole numbers")]
        let mut micros: Vec<i64> = values.iter().map(|day| (day * DAY_MICROS) as i64).collect();
        Summary::of(&mut micros).unwrap()
    }

    #[test]
    fn median_and_p90_lie_between_the_nearest_two() {
        // Sorted 1 2 4 10: the median is at place 1.5, between 2 and 4; p90 at 2.7, 4 + 0.7 × 6.
        let summary = days(&[10.0, 1.0, 4.0, 2.0]);
        assert!((summary.median - 3.0).abs() < 1e-9);
        assert!((summary.p90 - 8.2).abs() < 1e-9);
        assert!((summary.mean - 4.25).abs() < 1e-9);
        // Deviations −3.25 −2.25 −0.25 5.75: squares 48.75, over 3 = 16.25.
        assert!((summary.sd.unwrap() - 16.25_f64.sqrt()).abs() < 1e-9);
        assert_eq!(summary.n, 4);
    }

    #[test]
    fn one_value_has_no_spread_and_none_has_nothing() {
        let one = days(&[7.0]);
        assert!((one.median - 7.0).abs() < 1e-9 && (one.p90 - 7.0).abs() < 1e-9);
        assert_eq!(one.sd, None);
        assert_eq!(Summary::of(&mut []), None);
    }
}
