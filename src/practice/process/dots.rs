//! The dotted chart: cases below each other in the order of their start, events along the time.

use super::log::EventLog;

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
/// With a norm above one a row is never one case but at least so many, so that no line is the
/// life of one person.
#[must_use]
pub fn of(log: &EventLog, kinds: &[u32], columns: usize, rows: usize, least: usize) -> Chart {
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
    let least = least.max(1);
    let per_row = cases.len().div_ceil(rows).max(least);
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
        let log = log("a@0 ; a@1 ; a@2 ; a@3 ; a@4");
        let chart = of(&log, &[], 5, 100, 2);
        // Five cases, two to a row: the last row has three.
        assert_eq!((chart.rows, chart.cases_per_row), (2, 2));
        assert_eq!(chart.dots.iter().filter(|dot| dot.row == 1).count(), 3);
        assert_eq!(of(&log, &[], 5, 100, 9).rows, 1);
        assert_eq!(of(&EventLog::default(), &[], 5, 5, 1), Chart::default());
    }
}
