//! Two cohorts beside each other: the same figures, and where their graphs differ.
//!
//! Says how they differ, never why: two groups of cases are seldom alike at the start.

use std::collections::BTreeMap;

use super::duration;
use super::graph;
use super::log::EventLog;
use super::rework;
use super::summary::Summary;
use super::variants;
use crate::practice::quantile::to_f64;

/// One cohort in figures.
#[derive(Debug, Clone, PartialEq)]
pub struct Side {
    /// Cases with at least one event.
    pub cases: u64,
    /// Of these, open.
    pub open: u64,
    /// Events.
    pub events: u64,
    /// Different sequences.
    pub variants: u64,
    /// Cases in which some activity occurs more than once.
    pub cases_again: u64,
    /// How long the closed cases took.
    pub closed: Option<Summary>,
    /// Cases in which one team handed over to another.
    pub handed_over: u64,
}

/// A pair of activities in both cohorts.
#[derive(Debug, Clone, PartialEq)]
pub struct Difference {
    /// The first activity.
    pub from: String,
    /// The one right after it.
    pub to: String,
    /// How often in each.
    pub counts: [u64; 2],
    /// In how many cases of each.
    pub cases: [u64; 2],
    /// Share of all pairs of its cohort.
    pub shares: [f64; 2],
}

impl Difference {
    /// The share in the second cohort minus that in the first.
    #[must_use]
    pub fn difference(&self) -> f64 {
        self.shares[1] - self.shares[0]
    }
}

/// Two cohorts beside each other.
#[derive(Debug, Clone, PartialEq)]
pub struct Comparison {
    /// The cohorts, in the order given.
    pub sides: [Side; 2],
    /// Pairs of activities, the largest difference first.
    pub pairs: Vec<Difference>,
}

fn side(log: &EventLog) -> Side {
    let rework = rework::of(log);
    let handed_over = log.cases().filter(|case| {
        (1..case.len()).any(|at| {
            let teams = case.team(at - 1).zip(case.team(at));
            teams.is_some_and(|(one, other)| one != other)
        })
    });
    let open = log
        .cases()
        .filter(|case| case.is_open() && !case.is_empty());
    Side {
        cases: rework.cases,
        open: open.count() as u64,
        events: log.event_count() as u64,
        variants: variants::of(log).len() as u64,
        cases_again: rework.cases_again,
        closed: duration::of(log).closed,
        handed_over: handed_over.count() as u64,
    }
}

/// Compares two logs; activities are the same when their names are.
#[must_use]
pub fn of(one: &EventLog, other: &EventLog) -> Comparison {
    let mut pairs: BTreeMap<(String, String), ([u64; 2], [u64; 2])> = BTreeMap::new();
    let mut totals = [0_u64; 2];
    for (which, log) in [one, other].into_iter().enumerate() {
        for edge in graph::of(log).edges {
            let name = |code| log.activity_name(code).to_owned();
            let pair = pairs.entry((name(edge.from), name(edge.to))).or_default();
            pair.0[which] = edge.count;
            pair.1[which] = edge.cases;
            totals[which] += edge.count;
        }
    }
    let share = |count: u64, total: u64| {
        let number = |count: u64| to_f64(usize::try_from(count).unwrap_or(usize::MAX));
        if total == 0 {
            0.0
        } else {
            number(count) / number(total)
        }
    };
    let mut pairs: Vec<Difference> = pairs
        .into_iter()
        .map(|((from, to), (counts, cases))| Difference {
            from,
            to,
            counts,
            cases,
            shares: [share(counts[0], totals[0]), share(counts[1], totals[1])],
        })
        .collect();
    // Stable, so that equal differences stay in the order of their names.
    pairs.sort_by(|one, other| {
        let size = |of: &Difference| of.difference().abs();
        size(other).total_cmp(&size(one))
    });
    Comparison {
        sides: [side(one), side(other)],
        pairs,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::practice::process::log::by_hand::log;

    #[test]
    fn shares_of_pairs_stand_beside_each_other() {
        // First: a→b twice, b→c once. Second: x first in its codes, a→b once, b→c three times.
        let one = log("a@0 b@1 c@2 ; a@0 b@4");
        let other = log("x ; a b c b c ; b c …");
        let found = of(&one, &other);
        let told: Vec<_> = found
            .pairs
            .iter()
            .map(|pair| {
                (
                    pair.from.as_str(),
                    pair.to.as_str(),
                    pair.counts,
                    pair.cases,
                )
            })
            .collect();
        // Of 3 and of 5 pairs: a→b 2/3 and 1/5, b→c 1/3 and 3/5, c→b 0 and 1/5.
        assert_eq!(
            told,
            [
                ("a", "b", [2, 1], [2, 1]),
                ("b", "c", [1, 3], [1, 2]),
                ("c", "b", [0, 1], [0, 1])
            ]
        );
        assert!((found.pairs[0].difference() - (0.2 - 2.0 / 3.0)).abs() < 1e-9);
        let [first, second] = &found.sides;
        assert_eq!((first.cases, first.variants, first.cases_again), (2, 2, 0));
        assert_eq!((second.cases, second.open, second.cases_again), (3, 1, 1));
        assert!((first.closed.unwrap().median - 3.0).abs() < 1e-9);
    }
}
