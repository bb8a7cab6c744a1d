//! What the same series would have shown with another start.
//!
//! The figure of the real start is compared with those of every start that was possible. It is a
//! test only when the start was drawn at random; in case work it seldom is, so call it a
//! description of permutations.

use super::NoIndex;

/// The most combinations of starts that are tried.
pub const COMBINATIONS_MAX: usize = 1_000_000;

/// One series with its start: the number of measurements before it.
#[derive(Debug, Clone, PartialEq)]
pub struct Case {
    /// All measurements, in order of time.
    pub values: Vec<f64>,
    /// Measurements before the start.
    pub before: usize,
}

/// How often another start gives at least the figure that was seen.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Randomised {
    /// The figure of the real starts: the mean after minus the mean before, averaged over cases.
    pub observed: f64,
    /// Combinations of starts that were possible.
    pub possible: usize,
    /// Combinations that give at least as much, the real one among them.
    pub as_large: usize,
    /// Their share.
    pub p: f64,
    /// The smallest share that could have come out.
    pub smallest_p: f64,
}

/// Compares the real starts with every combination that leaves at least `limit` measurements on
/// both sides of every case. Higher is counted as better; turn the values for a decrease.
///
/// # Errors
/// [`NoIndex`].
pub fn randomised(cases: &[Case], limit: usize) -> Result<Randomised, NoIndex> {
    let mut figures = Vec::with_capacity(cases.len());
    let (mut observed, mut possible) = (0.0, 1_usize);
    for case in cases {
        let size = case.values.len();
        if case.values.iter().any(|value| !value.is_finite()) {
            return Err(NoIndex::NoNumber);
        }
        let too_few = NoIndex::TooFew {
            before: case.before,
            after: size.saturating_sub(case.before),
        };
        if limit == 0 || size < 2 * limit {
            return Err(too_few);
        }
        if case.before < limit || case.before > size - limit {
            return Err(NoIndex::StartNotPossible);
        }
        let of: Vec<f64> = (limit..=size - limit)
            .map(|start| step(&case.values, start))
            .collect();
        observed += step(&case.values, case.before);
        possible = possible.saturating_mul(of.len());
        figures.push(of);
    }
    if cases.is_empty() {
        return Err(NoIndex::TooFew {
            before: 0,
            after: 0,
        });
    }
    if possible > COMBINATIONS_MAX {
        return Err(NoIndex::TooManyStarts);
    }
    let mut sums = vec![0.0];
    for of in &figures {
        sums = sums
            .iter()
            .flat_map(|sum| of.iter().map(move |one| sum + one))
            .collect();
    }
    let margin = observed.abs().max(1.0) * 1e-9;
    let as_large = sums.iter().filter(|sum| **sum >= observed - margin).count();
    Ok(Randomised {
        observed: observed / cases.len() as f64,
        possible,
        as_large,
        p: as_large as f64 / possible as f64,
        smallest_p: 1.0 / possible as f64,
    })
}

/// The mean from a start on, minus the mean before it.
fn step(values: &[f64], start: usize) -> f64 {
    let mean = |part: &[f64]| part.iter().sum::<f64>() / part.len() as f64;
    mean(&values[start..]) - mean(&values[..start])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::practice::change::published::{near, numbers};

    /// The first case of the example of scan: eleven possible starts, so p cannot be below 1/11.
    #[test]
    fn one_case_of_scan() {
        let values = numbers("54 53 56 58 52 61 62 71 66 64 78 70 74 82 77 86 68 80 86 87");
        let found = randomised(&[Case { values, before: 5 }], 5).unwrap();
        assert!((found.observed - 19.5333).abs() < 0.000_05);
        assert_eq!((found.possible, found.as_large), (11, 1));
        near(found.p, 1.0 / 11.0);
        near(found.smallest_p, 1.0 / 11.0);
    }

    /// By hand, two cases of 1 1 5 5 and at least one on each side. Starts 1, 2, 3 give 8/3, 4
    /// and 8/3. With starts 2 and 1: 20/3 of nine sums 16/3 (4×), 20/3 (4×), 8 (1×): five.
    #[test]
    fn two_cases_by_hand() {
        let case = |before| Case {
            values: vec![1.0, 1.0, 5.0, 5.0],
            before,
        };
        let found = randomised(&[case(2), case(1)], 1).unwrap();
        assert_eq!((found.possible, found.as_large), (9, 5));
        near(found.observed, 10.0 / 3.0);
        near(found.smallest_p, 1.0 / 9.0);
    }

    #[test]
    fn impossible_starts_are_refused() {
        let case = |before| Case {
            values: vec![1.0; 6],
            before,
        };
        assert_eq!(randomised(&[case(2)], 3), Err(NoIndex::StartNotPossible));
        assert_eq!(
            randomised(&[case(2)], 4),
            Err(NoIndex::TooFew {
                before: 2,
                after: 4
            })
        );
        let many = vec![case(3); 21];
        assert_eq!(randomised(&many, 2), Err(NoIndex::TooManyStarts));
        assert!(randomised(&[], 2).is_err());
    }
}
