//! Change of one person, measured more than once: what can be said of it, and what cannot.
//!
//! Owns the series of a dossier ([`series()`]) and the figures over two phases of one series. They
//! describe change; none says what caused it. Invariants:
//!
//! * No change without a baseline, and none between values on different scales.
//! * Below three measurements on either side there are values and no index; below five the index
//!   says so. A refused index has a reason, never a number.

pub mod indices;
pub mod kendall;
pub mod overlap;
pub mod pooled;
pub mod randomised;
pub mod reliable;
pub mod series;
pub mod tau;

pub use indices::{Indices, Note, indices};
pub use series::{Change, Moment, NoChange, Origin, Point, Series, series};

/// Fewest measurements on each side of the start for an index.
pub const POINTS_MIN: usize = 3;

/// Fewest measurements on each side for an index without a note (What Works Clearinghouse).
pub const POINTS_GOOD: usize = 5;

/// In which direction a change is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Wanted {
    /// A higher value is better.
    #[default]
    Increase,
    /// A lower value is better.
    Decrease,
}

impl Wanted {
    /// The values turned so that higher is better.
    fn turned(self, values: &[f64]) -> Vec<f64> {
        let sign = match self {
            Self::Increase => 1.0,
            Self::Decrease => -1.0,
        };
        values.iter().map(|value| sign * value).collect()
    }
}

/// Why there is no index.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NoIndex {
    /// There are fewer than three measurements before or after the start.
    #[error("{before} measurements before and {after} after; each side needs {POINTS_MIN}")]
    TooFew {
        /// Measurements before.
        before: usize,
        /// Measurements after.
        after: usize,
    },
    /// A value is no number.
    #[error("a value is no number")]
    NoNumber,
    /// The values stand on different scales.
    #[error("the values stand on different scales")]
    OtherScale,
    /// All values are the same, so nothing can be compared.
    #[error("all values are the same")]
    NoSpread,
    /// The spread or reliability of the questionnaire is missing or cannot be.
    #[error("the questionnaire has no published reliability and spread")]
    NoReliability,
    /// There are more ways to choose the starts than are tried.
    #[error("there are too many possible starts to try them all")]
    TooManyStarts,
    /// The start lies outside the starts that were possible.
    #[error("the start was not among the possible ones")]
    StartNotPossible,
}

impl NoIndex {
    /// The key of the reason, for texts and programs.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::TooFew { .. } => "too-few",
            Self::NoNumber => "no-number",
            Self::OtherScale => "other-scale",
            Self::NoSpread => "no-spread",
            Self::NoReliability => "no-reliability",
            Self::TooManyStarts => "too-many-starts",
            Self::StartNotPossible => "start-not-possible",
        }
    }
}

/// Two phases of a series, turned so that higher is better.
#[derive(Debug, Clone, PartialEq)]
pub struct Phases {
    before: Vec<f64>,
    after: Vec<f64>,
}

impl Phases {
    /// Both phases in order of time.
    ///
    /// # Errors
    /// [`NoIndex::TooFew`], [`NoIndex::NoNumber`].
    pub fn new(before: &[f64], after: &[f64], wanted: Wanted) -> Result<Self, NoIndex> {
        if before.len() < POINTS_MIN || after.len() < POINTS_MIN {
            return Err(NoIndex::TooFew {
                before: before.len(),
                after: after.len(),
            });
        }
        if before.iter().chain(after).any(|value| !value.is_finite()) {
            return Err(NoIndex::NoNumber);
        }
        Ok(Self {
            before: wanted.turned(before),
            after: wanted.turned(after),
        })
    }

    /// Measurements before and after.
    #[must_use]
    pub fn sizes(&self) -> (usize, usize) {
        (self.before.len(), self.after.len())
    }

    /// Pairs of one measurement before and one after.
    fn pairs(&self) -> f64 {
        (self.before.len() * self.after.len()) as f64
    }
}

/// Published series that several tests use.
///
/// Three published examples are not here, because their data come only inside the R package scan
/// and were not found in Debian or in lifelines: the second and third case of
/// `exampleAB` (1,331 combinations, observed 20.5556, p 48/1331), `Grosche2011` (NAP 69.2308,
/// 47.8992 and 44.7917 per cent) and the 50 cases of `exampleAB_50`. The last is of a model of many
/// cases together (a line per phase with a random intercept), which nothing here computes. The
/// first case of `exampleAB` is printed in the manual, and is tested.
#[cfg(test)]
mod published {
    use super::{Phases, Wanted};

    /// Parker, Vannest and Davis 2011, as in the tests of SingleCaseES and scan.
    pub(super) fn parker_davis() -> Phases {
        phases(
            "20 20 26 25 22 23",
            "28 25 24 27 30 30 29",
            Wanted::Increase,
        )
    }

    /// Parker and others 2011, Combining nonoverlap and trend.
    pub(super) fn parker() -> Phases {
        phases("3 3 4 5", "4 5 6 7 7", Wanted::Increase)
    }

    /// The manual of scan.
    pub(super) fn scan_manual() -> Phases {
        phases("12 14 9 10", "10 6 4 5 3 4", Wanted::Decrease)
    }

    /// The tests of SingleCaseES.
    pub(super) fn long_decrease() -> Phases {
        phases(
            "33 25 17 25 19 21 19 14 19 17",
            "14 15 15 9 12 7 10 6 5 2 2 3 5 4",
            Wanted::Decrease,
        )
    }

    /// McKissick and others 2010, period 2.
    pub(super) fn mckissick() -> Phases {
        phases(
            "8.07 21.86 19.6 20.98 17.75",
            "9.96 4.02 10.8 9.57 0.04 5.57 24.52",
            Wanted::Decrease,
        )
    }

    pub(super) fn phases(before: &str, after: &str, wanted: Wanted) -> Phases {
        Phases::new(&numbers(before), &numbers(after), wanted).unwrap()
    }

    pub(super) fn numbers(text: &str) -> Vec<f64> {
        text.split(' ').map(|word| word.parse().unwrap()).collect()
    }

    pub(super) fn near(found: f64, wanted: f64) {
        assert!(
            (found - wanted).abs() < 0.000_001,
            "{found} is not {wanted}"
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn too_few_measurements_are_refused_with_their_numbers() {
        let found = Phases::new(&[1.0, 2.0], &[3.0, 4.0, 5.0], Wanted::Increase);
        assert_eq!(
            found,
            Err(NoIndex::TooFew {
                before: 2,
                after: 3
            })
        );
        let found = Phases::new(&[1.0, 2.0, f64::NAN], &[3.0, 4.0, 5.0], Wanted::Increase);
        assert_eq!(found, Err(NoIndex::NoNumber));
    }
}
