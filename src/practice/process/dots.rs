//! The dotted chart: cases below each other in the order of their start, events along the time.

use std::collections::BTreeMap;

use super::log::EventLog;
use crate::base::{Day, Timestamp};

/// Columns of a chart in which no dot is one case.
const COARSE_COLUMNS: usize = 60;

/// How many times the norm a row of such a chart holds.
const COARSE_ROW: usize = 4;

/// One dot: events of one kind that fall on the same place of the grid.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Dot {
    /// Column, from 0.
    pub column: usize,
    /// Row, from 0.
    pub row: usize,
    /// Place of the activity among those that were asked for; `None` for any other.
    pub kind: Option<usize>,
}

/// The chart as a grid.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Chart {
    /// Cases with a known moment.
    pub cases: usize,
    /// Cases in one row: one, or so many as a row must hold at least.
    pub cases_per_row: usize,
    /// Rows.
    pub rows: usize,
    /// Columns.
    pub columns: usize,
    /// Earliest and latest moment, in microseconds.
    pub span: Option<(i64, i64)>,
    /// The dots, each once.
    pub dots: Vec<Dot>,
}

/// Makes a chart of at most so many columns and rows.
///
/// With a norm above one a row is never one case but several times so many, and a dot stands only
/// where at least so many of them have such an event: no line is the life of one person, and no
/// dot a day of it. The time then runs over whole months, and leaves out those at both ends in
/// which fewer cases begin or end.
#[must_use]
pub fn of(log: &EventLog, kinds: &[u32], columns: usize, rows: usize, least: usize) -> Chart {
    if least > 1 {
        return coarse(log, kinds, columns.min(COARSE_COLUMNS), rows, least);
    }
    let mut cases: Vec<(i64, usize)> = log
        .cases()
        .filter_map(|case| Some((case.span()?.0, case.place)))
        .collect();
    cases.sort_unstable();
    let first = cases.first().map(|(start, _)| *start);
    let last = log
        .cases()
        .filter_map(|case| case.span())
        .map(|(_, end)| end)
        .max();
    let (Some(first), Some(last)) = (first, last) else {
        return Chart::default();
    };
    let (columns, rows) = (columns.max(1), rows.max(1));
    let per_row = cases.len().div_ceil(rows).max(1);
    // The last row takes what is left over, so that it is no smaller than the others.
    let rows = (cases.len() / per_row).max(1);
    let mut dots = Vec::new();
    for (place, (_, case)) in cases.iter().enumerate() {
        let Some(case) = log.case(*case) else {
            continue;
        };
        let row = (place / per_row).min(rows - 1);
        for at in 0..case.len() {
            let Some(moment) = case.time(at) else {
                continue;
            };
            let code = case.activities.get(at);
            dots.push(Dot {
                column: column(moment, first, last, columns),
                row,
                kind: kinds.iter().position(|kind| Some(kind) == code),
            });
        }
    }
    dots.sort_unstable();
    dots.dedup();
    Chart {
        cases: cases.len(),
        cases_per_row: per_row,
        rows,
        columns,
        span: Some((first, last)),
        dots,
    }
}

/// As [`of`] with a norm above one.
fn coarse(log: &EventLog, kinds: &[u32], columns: usize, rows: usize, least: usize) -> Chart {
    let spans = log
        .cases()
        .filter_map(|case| Some((case.span()?, case.place)));
    let mut cases: Vec<(i64, usize)> = spans.map(|((start, _), place)| (start, place)).collect();
    cases.sort_unstable();
    let mut ends: Vec<i64> = log
        .cases()
        .filter_map(|case| Some(case.span()?.1))
        .collect();
    ends.sort_unstable();
    let first = cases.get(least - 1).map(|(start, _)| *start);
    let last = ends.len().checked_sub(least).and_then(|at| ends.get(at));
    let (Some(first), Some(last)) = (first, last) else {
        return Chart::default();
    };
    let (first, last) = (month(first, 0), month(*last, 1));
    let (columns, rows) = (columns.max(1), rows.max(1));
    let enough = least.saturating_mul(COARSE_ROW);
    let per_row = cases.len().div_ceil(rows).max(enough).min(cases.len());
    let rows = (cases.len() / per_row).max(1);
    // Of one row only, its number of cases is that of all of them: it is told no closer.
    let told_per_row = if rows > 1 { per_row } else { least };
    let mut counts: BTreeMap<Dot, usize> = BTreeMap::new();
    for (place, (_, case)) in cases.iter().enumerate() {
        let Some(case) = log.case(*case) else {
            continue;
        };
        let row = (place / per_row).min(rows - 1);
        let moments = (0..case.len()).filter_map(|at| Some((at, case.time(at)?)));
        let within = moments.filter(|(_, moment)| (first..last).contains(moment));
        let mut own: Vec<Dot> = within
            .map(|(at, moment)| Dot {
                column: column(moment, first, last, columns),
                row,
                kind: kinds
                    .iter()
                    .position(|kind| Some(kind) == case.activities.get(at)),
            })
            .collect();
        own.sort_unstable();
        own.dedup();
        for dot in own {
            *counts.entry(dot).or_default() += 1;
        }
    }
    let told = counts.into_iter().filter(|(_, cases)| *cases >= least);
    Chart {
        cases: cases.len(),
        cases_per_row: told_per_row,
        rows,
        columns,
        span: (first < last).then_some((first, last)),
        dots: told.map(|(dot, _)| dot).collect(),
    }
}

/// The moment at which the month of a moment begins, or one so many months later.
fn month(moment: i64, later: i32) -> i64 {
    let begin = |day: Day| {
        day.plus(1 - i32::from(day.year_month_day().2))
            .unwrap_or(day)
    };
    let mut day = begin(Timestamp(moment).day());
    for _ in 0..later {
        day = begin(day.plus(31).unwrap_or(day));
    }
    i64::from(day.since_epoch()) * 86_400_000_000
}

fn column(moment: i64, first: i64, last: i64, columns: usize) -> usize {
    let whole = i128::from(last) - i128::from(first);
    if whole == 0 {
        return 0;
    }
    let part = i128::from(moment) - i128::from(first);
    let column = part * i128::try_from(columns).unwrap_or(1) / whole;
    usize::try_from(column).unwrap_or_default().min(columns - 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::practice::process::log::by_hand::log;

    #[test]
    fn cases_stand_in_the_order_of_their_start() {
        // Ten columns over ten days: day 10 falls in the last. Case 2 starts first; a twice on
        // one place is one dot.
        let log = log("a@5 b@10 ; a@0 a@0 c@? b@2 ; q@?");
        let kinds = [log.activity_code("b").unwrap()];
        let chart = of(&log, &kinds, 10, 100, 1);
        assert_eq!((chart.cases, chart.rows, chart.cases_per_row), (2, 2, 1));
        let dot = |column, row, kind| Dot { column, row, kind };
        let mut wanted = [
            dot(0, 0, None),
            dot(2, 0, Some(0)),
            dot(5, 1, None),
            dot(9, 1, Some(0)),
        ];
        wanted.sort_unstable();
        assert_eq!(chart.dots, wanted);
    }

    #[test]
    fn with_a_norm_no_row_is_one_case() {
        // Days 0 to 4 of January 1970, and day 40: with a norm of 2 the time runs from January
        // up to March, and only the cell of January has two cases or more.
        let log = log("a@0 b@40 ; a@1 ; a@2 ; a@3 ; a@4 a@5");
        let chart = of(&log, &[], 2, 100, 2);
        assert_eq!((chart.rows, chart.cases_per_row), (1, 2));
        assert_eq!(chart.span, Some((0, 31 * 86_400_000_000)));
        let dot = |column| Dot {
            column,
            row: 0,
            kind: None,
        };
        assert_eq!(chart.dots, [dot(0)]);
        // Of b there is one case only.
        let b = log.activity_code("b").unwrap();
        assert_eq!(of(&log, &[b], 1, 100, 2).dots, [dot(0)]);
        assert_eq!(of(&log, &[], 5, 100, 9), Chart::default());
        assert_eq!(of(&EventLog::default(), &[], 5, 5, 1), Chart::default());
    }
}
