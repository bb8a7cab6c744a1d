//! Changes of several persons together: their mean and spread, and the mean of their taus.

use crate::practice::quantile::{mean, standard_deviation};

/// Mean and spread of changes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Together {
    /// Changes.
    pub n: usize,
    /// Their mean.
    pub mean: f64,
    /// Their standard deviation; `None` of one change.
    pub spread: Option<f64>,
}

/// Mean and spread of changes; `None` of nothing.
#[must_use]
pub fn together(changes: &[f64]) -> Option<Together> {
    let changes = changes.iter().copied();
    Some(Together {
        n: changes.len(),
        mean: mean(changes.clone())?,
        spread: standard_deviation(changes),
    })
}

/// A mean in which a more certain figure weighs more.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Weighted {
    /// Figures that took part.
    pub n: usize,
    /// The mean.
    pub mean: f64,
    /// Its standard error.
    pub error: f64,
}

/// The mean of figures with their standard errors, weighed by the inverse of the variance.
/// Figures without a positive error do not take part; `None` when none is left.
#[must_use]
pub fn weighted(figures: &[(f64, f64)]) -> Option<Weighted> {
    let usable = figures
        .iter()
        .filter(|(value, error)| value.is_finite() && error.is_finite() && *error > 0.0);
    let (mut n, mut weights, mut sum) = (0, 0.0, 0.0);
    for (value, error) in usable {
        let weight = 1.0 / (error * error);
        n += 1;
        weights += weight;
        sum += weight * value;
    }
    (n > 0).then(|| Weighted {
        n,
        mean: sum / weights,
        error: (1.0_f64 / weights).sqrt(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::practice::change::published::near;

    /// Changes 2, 0 and 2 have mean 4/3 and spread √(4/3).
    #[test]
    fn mean_and_spread_by_hand() {
        let found = together(&[2.0, 0.0, 2.0]).unwrap();
        near(found.mean, 4.0 / 3.0);
        near(found.spread.unwrap(), (4.0_f64 / 3.0).sqrt());
        assert_eq!(together(&[1.0]).unwrap().spread, None);
        assert!(together(&[]).is_none());
    }

    /// 0.8 with error 0.1 weighs 100, 0.5 with error 0.2 weighs 25: (80 + 12.5)/125 = 0.74, with
    /// error 1/√125.
    #[test]
    fn a_certain_figure_weighs_more() {
        let found = weighted(&[(0.8, 0.1), (0.5, 0.2), (0.9, 0.0)]).unwrap();
        assert_eq!(found.n, 2);
        near(found.mean, 0.74);
        near(found.error, 1.0 / 125.0_f64.sqrt());
        assert!(weighted(&[(0.9, 0.0)]).is_none());
    }
}
