//! What may be shown of small groups: the rule of the smallest cell, on distinct cases.
//!
//! A figure about fewer cases than the norm is hidden; a p90 needs twice as many, so that enough
//! cases lie beyond it. With a norm above one every count is rounded to five, always in the same
//! way, so that a hidden cell cannot be had by subtracting the others from a total.

use super::summary::Summary;

/// Counts are rounded to a multiple of this.
const STEP: u64 = 5;

/// How many distinct cases a figure must stand on; one hides nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Norm(pub u64);

/// What may be shown of durations.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct ShownSummary {
    /// How many durations.
    pub n: Option<u64>,
    /// In days.
    pub median: Option<f64>,
    /// In days.
    pub p90: Option<f64>,
    /// In days.
    pub mean: Option<f64>,
    /// In days.
    pub sd: Option<f64>,
}

impl Norm {
    /// Whether it hides anything.
    #[must_use]
    pub fn hides(self) -> bool {
        self.0 > 1
    }

    /// Whether a figure about so many cases may be shown.
    #[must_use]
    pub fn shows(self, cases: u64) -> bool {
        cases >= self.0
    }

    /// A count that stands on so many distinct cases; `None` when it is hidden. That nothing
    /// happened is hidden nowhere: zero stays zero.
    #[must_use]
    pub fn count(self, count: u64, cases: u64) -> Option<u64> {
        if count == 0 {
            return Some(0);
        }
        self.shows(cases).then(|| self.rounded(count))
    }

    /// A count as it may be shown.
    #[must_use]
    pub fn rounded(self, count: u64) -> u64 {
        if self.hides() {
            (count + STEP / 2) / STEP * STEP
        } else {
            count
        }
    }

    /// A share of counts that may both be shown, made of them as shown.
    #[must_use]
    pub fn share(self, part: Option<u64>, whole: Option<u64>) -> Option<f64> {
        #[expect(clippy::cast_precision_loss, reason = "counts are far below 2^53")]
        match (part, whole) {
            (Some(part), Some(whole)) if whole > 0 => Some(part as f64 / whole as f64),
            _ => None,
        }
    }

    /// Durations that stand on so many distinct cases.
    #[must_use]
    pub fn summary(self, summary: Option<Summary>, cases: u64) -> ShownSummary {
        let Some(summary) = summary.filter(|_| self.shows(cases)) else {
            return ShownSummary::default();
        };
        ShownSummary {
            n: Some(self.rounded(summary.n as u64)),
            median: Some(summary.median),
            p90: Some(summary.p90).filter(|_| cases >= self.0.saturating_mul(2) || self.0 <= 1),
            mean: Some(summary.mean),
            sd: summary.sd,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_groups_are_hidden_and_counts_rounded() {
        let norm = Norm(5);
        assert_eq!(norm.count(9, 4), None);
        assert_eq!(norm.count(0, 0), Some(0));
        assert_eq!((norm.count(7, 7), norm.count(8, 8)), (Some(5), Some(10)));
        assert_eq!(Norm(1).count(7, 1), Some(7));
        assert_eq!(norm.share(Some(5), Some(20)), Some(0.25));
        assert_eq!(norm.share(None, Some(20)), None);
    }

    #[test]
    fn a_p90_needs_twice_as_many() {
        let summary = Summary {
            n: 12,
            median: 3.0,
            p90: 9.0,
            mean: 4.0,
            sd: Some(1.0),
        };
        let shown = Norm(5).summary(Some(summary), 9);
        assert_eq!(
            (shown.n, shown.median, shown.p90),
            (Some(10), Some(3.0), None)
        );
        assert_eq!(Norm(5).summary(Some(summary), 10).p90, Some(9.0));
        assert_eq!(Norm(5).summary(Some(summary), 4), ShownSummary::default());
        assert_eq!(Norm(1).summary(Some(summary), 1).p90, Some(9.0));
    }
}
