//! The log-rank test: whether groups last equally long.

use statrs::distribution::{ChiSquared, ContinuousCDF as _};

use super::Span;

/// What one group gave.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Group {
    /// Things in it.
    pub n: usize,
    /// How many ended.
    pub ended: usize,
    /// How many would have ended if all groups lasted equally long.
    pub expected: f64,
}

/// The log-rank test of two or more groups.
#[derive(Debug, Clone, PartialEq)]
pub struct LogRank {
    /// The groups, in the order given.
    pub groups: Vec<Group>,
    /// The statistic.
    pub chi_square: f64,
    /// Its degrees of freedom.
    pub freedom: usize,
    /// The chance of a statistic at least as large when all groups last equally long.
    pub p: f64,
}

/// The test of these groups; `None` with fewer than two groups, or when nothing tells them apart.
/// Source: Mantel 1966; Peto & Peto 1972.
#[must_use]
pub fn log_rank(groups: &[Vec<Span>]) -> Option<LogRank> {
    let freedom = groups.len().checked_sub(1).filter(|freedom| *freedom > 0)?;
    let mut lengths: Vec<f64> = groups
        .iter()
        .flatten()
        .filter(|span| span.ended && span.counts())
        .map(|span| span.length)
        .collect();
    lengths.sort_by(f64::total_cmp);
    lengths.dedup_by(|one, other| one.total_cmp(other).is_eq());
    let mut found: Vec<Group> = groups
        .iter()
        .map(|spans| Group {
            n: spans.iter().filter(|span| span.counts()).count(),
            ended: spans
                .iter()
                .filter(|span| span.counts() && span.ended)
                .count(),
            expected: 0.0,
        })
        .collect();
    // Covariances of all groups but the last; one group follows from the others.
    let mut spread = vec![vec![0.0; freedom]; freedom];
    for length in lengths {
        let at_risk = |spans: &Vec<Span>| {
            let there = |span: &&Span| span.counts() && span.length >= length;
            spans.iter().filter(there).count() as f64
        };
        let ends = |span: &&Span| span.ended && span.length.total_cmp(&length).is_eq();
        let ended = groups.iter().flatten().filter(ends).count() as f64;
        let risks: Vec<f64> = groups.iter().map(at_risk).collect();
        let all: f64 = risks.iter().sum();
        for (group, risk) in found.iter_mut().zip(&risks) {
            group.expected += ended * risk / all;
        }
        if all > 1.0 {
            let factor = ended * (all - ended) / (all - 1.0);
            for one in 0..freedom {
                for other in 0..freedom {
                    let same = f64::from(u8::from(one == other));
                    spread[one][other] += factor * risks[one] / all * (same - risks[other] / all);
                }
            }
        }
    }
    let apart: Vec<f64> = found[..freedom]
        .iter()
        .map(|group| group.ended as f64 - group.expected)
        .collect();
    let solved = solve(spread, apart.clone())?;
    let chi_square: f64 = apart
        .iter()
        .zip(&solved)
        .map(|(one, other)| one * other)
        .sum();
    let p = ChiSquared::new(freedom as f64).ok()?.sf(chi_square);
    Some(LogRank {
        groups: found,
        chi_square,
        freedom,
        p,
    })
}

/// Solves a small system by elimination; `None` when it has no single answer.
fn solve(mut rows: Vec<Vec<f64>>, mut right: Vec<f64>) -> Option<Vec<f64>> {
    let size = right.len();
    for column in 0..size {
        let largest = (column..size).max_by(|one, other| {
            rows[*one][column]
                .abs()
                .total_cmp(&rows[*other][column].abs())
        })?;
        if rows[largest][column].abs() < 1e-12 {
            return None;
        }
        rows.swap(column, largest);
        right.swap(column, largest);
        for row in column + 1..size {
            let factor = rows[row][column] / rows[column][column];
            let above = rows[column].clone();
            for (cell, part) in rows[row].iter_mut().zip(above).skip(column) {
                *cell -= factor * part;
            }
            right[row] -= factor * right[column];
        }
    }
    for column in (0..size).rev() {
        let known: f64 = (column + 1..size)
            .map(|place| rows[column][place] * right[place])
            .sum();
        right[column] = (right[column] - known) / rows[column][column];
    }
    Some(right)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::practice::survival::freireich;

    /// The published test: 9 ended against 19.25 expected, 21 against 10.75, statistic 16.79.
    #[test]
    fn the_children_of_freireich_differ() {
        let found = log_rank(&freireich()).unwrap();
        assert!((found.chi_square - 16.79).abs() < 0.005, "{found:?}");
        assert!((found.groups[0].expected - 19.25).abs() < 0.005);
        assert!((found.groups[1].expected - 10.75).abs() < 0.005);
        assert_eq!(
            (found.groups[0].ended, found.groups[1].ended, found.freedom),
            (9, 21, 1)
        );
        assert!(found.p < 0.0001 && found.p > 0.00001, "{}", found.p);
    }

    /// Splitting a group at random places does not change what is expected in all, and the order
    /// of the groups does not matter.
    #[test]
    fn three_groups_in_any_order_give_one_statistic() {
        let [treated, placebo] = freireich();
        let (some, rest) = placebo.split_at(10);
        let groups = [treated, some.to_vec(), rest.to_vec()];
        let found = log_rank(&groups).unwrap();
        let turned = log_rank(&[groups[2].clone(), groups[0].clone(), groups[1].clone()]).unwrap();
        assert!((found.chi_square - turned.chi_square).abs() < 1e-9);
        assert_eq!(found.freedom, 2);
        let (ended, expected) = found
            .groups
            .iter()
            .fold((0, 0.0), |(ended, expected), group| {
                (ended + group.ended, expected + group.expected)
            });
        assert!((f64::from(u32::try_from(ended).unwrap()) - expected).abs() < 1e-9);
    }

    #[test]
    fn one_group_or_nothing_ended_gives_no_test() {
        let [treated, _] = freireich();
        assert!(log_rank(&[treated]).is_none());
        assert!(log_rank(&[vec![Span::running(3.0)], vec![Span::running(4.0)]]).is_none());
    }
}
