//! The calendar as a table: a day as a number beside its date, week, month, quarter and year.
//!
//! It has no common columns and belongs to no event; a question joins it instead of computing with
//! dates, because every database does that in another way.

use crate::base::Day;
use crate::views::table::{Cell, Column, Kind};

/// Name of the table.
pub const NAME: &str = "days";

/// Its columns.
pub const COLUMNS: &[Column] = &[
    column("day", Kind::Day, "days since 1970-01-01"),
    column("on_date", Kind::Key, "the date, such as 2025-03-10"),
    column("week", Kind::Key, "ISO week, such as 2025-W11"),
    column("month", Kind::Key, "month, such as 2025-03"),
    column("quarter", Kind::Key, "quarter, such as 2025-Q1"),
    column("half_year", Kind::Key, "half year, such as 2025-H1"),
    column("year", Kind::Key, "year, such as 2025"),
];

const fn column(name: &'static str, kind: Kind, doc: &'static str) -> Column {
    Column {
        name,
        kind,
        nullable: false,
        doc,
    }
}

/// 1900-01-01 and the day after 2100-12-31, in days since 1970-01-01.
const SPAN: (i32, i32) = (-25_567, 47_847);

/// Its rows, in order: every day of the years 1900 to 2100.
pub fn rows() -> impl Iterator<Item = Vec<Cell>> {
    (SPAN.0..SPAN.1).filter_map(Day::from_epoch).map(row)
}

fn row(day: Day) -> Vec<Cell> {
    let (year, month, _) = day.year_month_day();
    let text = |text: String| Cell::Text(text.into());
    vec![
        Cell::Whole(i64::from(day.since_epoch())),
        text(day.to_string()),
        text(week(day)),
        text(format!("{year:04}-{month:02}")),
        text(format!("{year:04}-Q{}", (month + 2) / 3)),
        text(format!("{year:04}-H{}", (month + 5) / 6)),
        text(format!("{year:04}")),
    ]
}

/// The ISO 8601 week: it belongs to the year in which its Thursday falls.
fn week(day: Day) -> String {
    // 1970-01-01 was a Thursday, so Monday counts 0 after adding 3.
    let weekday = (day.since_epoch() + 3).rem_euclid(7);
    let thursday = day.plus(3 - weekday).unwrap_or(day);
    let (year, _, _) = thursday.year_month_day();
    let first = format!("{year:04}-01-01").parse().unwrap_or(thursday);
    format!("{year:04}-W{:02}", thursday.days_since(first) / 7 + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(date: &str) -> Vec<String> {
        row(date.parse().unwrap())
            .into_iter()
            .skip(1)
            .map(|cell| match cell {
                Cell::Text(text) => text.into_owned(),
                other => format!("{other:?}"),
            })
            .collect()
    }

    /// Weeks by ISO 8601: 2021-01-03 was the Sunday of week 53 of 2020, 2024-12-30 the Monday of
    /// week 1 of 2025.
    #[test]
    fn a_day_lies_in_its_week_month_quarter_and_half_year() {
        assert_eq!(
            of("2021-01-03"),
            [
                "2021-01-03",
                "2020-W53",
                "2021-01",
                "2021-Q1",
                "2021-H1",
                "2021"
            ]
        );
        assert_eq!(of("2024-12-30")[1], "2025-W01");
        assert_eq!(of("2025-07-01")[3..5], ["2025-Q3", "2025-H2"]);
        assert_eq!(of("2025-06-30")[3..5], ["2025-Q2", "2025-H1"]);
    }

    #[test]
    fn two_centuries_and_no_day_missing() {
        let all: Vec<_> = rows().collect();
        assert_eq!(all.len(), 73_414);
        assert_eq!(all[0][1], Cell::Text("1900-01-01".into()));
        assert_eq!(all[73_413][1], Cell::Text("2100-12-31".into()));
        assert!(all.iter().all(|row| row.len() == COLUMNS.len()));
    }
}
