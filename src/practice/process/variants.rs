//! Variants: the different sequences of activities, exact or coarse.
//!
//! Casework is nearly unique case by case, so a coarse look comes first: repeats taken together,
//! activities grouped into phases, or only which activities occur.

use std::collections::HashMap;

use super::duration::spans;
use super::log::EventLog;
use super::summary::Summary;

/// How alike two cases must be to be one variant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Coarse {
    /// The same activities in the same order.
    Exact,
    /// A repeated activity counts once for each time that something else came in between.
    Repeats,
    /// The same activities, in whatever order and number.
    Sets,
}

impl Coarse {
    /// What of a sequence counts.
    #[must_use]
    pub fn of(self, activities: &[u32]) -> Vec<u32> {
        let mut sequence = activities.to_vec();
        match self {
            Self::Exact => {}
            Self::Repeats => sequence.dedup(),
            Self::Sets => {
                sequence.sort_unstable();
                sequence.dedup();
            }
        }
        sequence
    }
}

/// One variant.
#[derive(Debug, Clone, PartialEq)]
pub struct Variant {
    /// Its activities, as codes of the log it was made of.
    pub activities: Vec<u32>,
    /// How many cases follow it.
    pub cases: u64,
    /// The first case that does.
    pub first: usize,
    /// How long its cases took.
    pub time: Option<Summary>,
}

/// Exact variants with the places of their cases, cheap: the first case of each and how many.
///
/// The most frequent first; of two equally frequent ones the one that came first.
#[must_use]
pub fn of(log: &EventLog) -> Vec<(usize, u64)> {
    let mut places: HashMap<&[u32], usize> = HashMap::new();
    let mut found: Vec<(usize, u64)> = Vec::new();
    for case in log.cases().filter(|case| !case.is_empty()) {
        let next = found.len();
        let place = *places.entry(case.activities).or_insert(next);
        match found.get_mut(place) {
            Some((_, count)) => *count += 1,
            None => found.push((case.place, 1)),
        }
    }
    found.sort_by_key(|(first, count)| (std::cmp::Reverse(*count), *first));
    found
}

/// Variants with what their cases took, exact or coarse; the most frequent first.
#[must_use]
pub fn with_times(log: &EventLog, coarse: Coarse) -> Vec<Variant> {
    let mut places: HashMap<Vec<u32>, usize> = HashMap::new();
    let mut found: Vec<(Variant, Vec<i64>)> = Vec::new();
    let spans = spans(log);
    for case in log.cases().filter(|case| !case.is_empty()) {
        let sequence = coarse.of(case.activities);
        let place = match places.get(&sequence) {
            Some(place) => *place,
            None => {
                places.insert(sequence.clone(), found.len());
                let variant = Variant {
                    activities: sequence,
                    cases: 0,
                    first: case.place,
                    time: None,
                };
                found.push((variant, Vec::new()));
                found.len() - 1
            }
        };
        if let Some((variant, times)) = found.get_mut(place) {
            variant.cases += 1;
            // An open case did not take its time yet.
            if !case.is_open() {
                times.extend(spans.get(case.place).copied().flatten());
            }
        }
    }
    let mut variants: Vec<Variant> = found
        .into_iter()
        .map(|(mut variant, mut times)| {
            variant.time = Summary::of(&mut times);
            variant
        })
        .collect();
    variants.sort_by_key(|one| (std::cmp::Reverse(one.cases), one.first));
    variants
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::practice::process::log::by_hand::log;

    #[test]
    fn variants_are_exact_or_coarse_as_asked() {
        // a-b, a-a-b, b-a, a-b again: 3 exact variants, 2 without repeats, 1 set.
        let log = log("a@0 b@2 ; a a b ; b a ; a@1 b@5");
        assert_eq!(of(&log), [(0, 2), (1, 1), (2, 1)]);
        let counts = |coarse| {
            let all = with_times(&log, coarse);
            all.iter().map(|one| one.cases).collect::<Vec<_>>()
        };
        assert_eq!(counts(Coarse::Exact), [2, 1, 1]);
        assert_eq!(counts(Coarse::Repeats), [3, 1]);
        assert_eq!(counts(Coarse::Sets), [4]);
        // The two cases a-b took 2 and 4 days.
        let first = with_times(&log, Coarse::Exact).remove(0);
        let time = first.time.unwrap();
        assert!((time.median - 3.0).abs() < 1e-9 && time.n == 2);
    }

    #[test]
    fn a_variant_of_open_cases_has_no_duration_yet() {
        let log = log("a b …");
        assert_eq!(with_times(&log, Coarse::Exact)[0].time, None);
    }
}
