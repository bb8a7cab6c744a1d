//! Median, percentile, mean and standard deviation of a list of values.

/// The `share` quantile (0.5 is the median) of values in ascending order, by linear interpolation
/// between the two nearest: the method numpy calls `linear` and DuckDB `quantile_cont`
/// (Hyndman and Fan 1996, type 7). `None` of no values.
#[must_use]
pub fn quantile(sorted: &[f64], share: f64) -> Option<f64> {
    let last = u32::try_from(sorted.len().checked_sub(1)?).ok()?;
    let wanted = f64::from(last) * share.clamp(0.0, 1.0);
    // The place at or below the wanted one, found without a truncating cast.
    let place = (0..=last).rev().find(|place| f64::from(*place) <= wanted)?;
    let low = *sorted.get(usize::try_from(place).ok()?)?;
    let part = wanted - f64::from(place);
    let high = sorted.get(usize::try_from(place).ok()? + 1);
    Some(high.map_or(low, |high| low + part * (high - low)))
}

/// The mean; `None` of no values.
#[must_use]
pub fn mean(values: &[f64]) -> Option<f64> {
    let count = u32::try_from(values.len()).ok().filter(|n| *n > 0)?;
    Some(values.iter().sum::<f64>() / f64::from(count))
}

/// The standard deviation of a sample (divided by n − 1); `None` of fewer than two values.
#[must_use]
pub fn standard_deviation(values: &[f64]) -> Option<f64> {
    let mean = mean(values)?;
    let rest = u32::try_from(values.len()).ok()?.checked_sub(1)?;
    let squares: f64 = values.iter().map(|value| (value - mean).powi(2)).sum();
    (rest > 0).then(|| (squares / f64::from(rest)).sqrt())
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
        near(quantile(&values, 0.5), 3.0);
        near(quantile(&values, 0.9), 6.8);
        near(quantile(&values, 1.0), 8.0);
        near(quantile(&[5.0], 0.9), 5.0);
        assert!(quantile(&[], 0.5).is_none());
    }

    /// By hand: mean 4 of 2, 4, 6; squares 4 + 0 + 4, divided by 2 is 4, its root 2.
    #[test]
    fn the_deviation_is_that_of_a_sample() {
        near(mean(&[2.0, 4.0, 6.0]), 4.0);
        near(standard_deviation(&[2.0, 4.0, 6.0]), 2.0);
        assert!(standard_deviation(&[2.0]).is_none());
    }
}
