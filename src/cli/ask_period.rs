//! Periods as people write them: `2025`, `2025-Q1`, `2025-H2`, `2025-03`, `2025-01..2025-06`.

use crate::base::Day;

/// A period: its first day, the first day after it, and how it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Period {
    /// First day.
    pub(super) from: Day,
    /// First day after it.
    pub(super) until: Day,
    /// As people call it.
    pub(super) label: String,
}

impl Period {
    /// Reads a period.
    pub(super) fn read(text: &str) -> Option<Self> {
        let (first, last) = text.split_once("..").unwrap_or((text, text));
        let (from, _) = part(first.trim())?;
        let (_, until) = part(last.trim())?;
        (from < until).then(|| Self {
            from,
            until,
            label: text.to_owned(),
        })
    }

    /// From one day up to and including another.
    pub(super) fn days(from: Day, last: Day) -> Option<Self> {
        Some(Self {
            from,
            until: last.plus(1)?,
            label: format!("{from}..{last}"),
        })
    }

    /// The year of a day.
    pub(super) fn year_of(day: Day) -> Option<Self> {
        let (year, _, _) = day.year_month_day();
        Self::read(&format!("{year:04}"))
    }
}

/// First day, and first day after it, of a year, half year, quarter, month or day.
fn part(text: &str) -> Option<(Day, Day)> {
    if let Ok(day) = text.parse::<Day>() {
        return Some((day, day.plus(1)?));
    }
    let (year, rest) = match text.split_once('-') {
        Some((year, rest)) => (year, rest),
        None => (text, ""),
    };
    if year.len() != 4 {
        return None;
    }
    let year: i32 = year.parse().ok()?;
    let number = |text: &str, most: i32| {
        let number: i32 = text.parse().ok()?;
        (1..=most).contains(&number).then_some(number)
    };
    let (first, months) = match rest.split_at_checked(1) {
        None if rest.is_empty() => (1, 12),
        Some(("Q" | "q" | "K" | "k", which)) => (3 * number(which, 4)? - 2, 3),
        Some(("H" | "h", which)) => (6 * number(which, 2)? - 5, 6),
        _ if rest.len() == 2 => (number(rest, 12)?, 1),
        _ => return None,
    };
    let after = first + months;
    Some((
        first_of(year, first)?,
        if after > 12 {
            first_of(year + 1, after - 12)?
        } else {
            first_of(year, after)?
        },
    ))
}

fn first_of(year: i32, month: i32) -> Option<Day> {
    format!("{year:04}-{month:02}-01").parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_are_read_as_people_write_them() {
        let check = |text: &str, from: &str, until: &str| {
            let period = Period::read(text).unwrap();
            let found = (period.from.to_string(), period.until.to_string());
            assert_eq!(found, (from.to_owned(), until.to_owned()), "{text}");
        };
        check("2025", "2025-01-01", "2026-01-01");
        check("2025-Q1", "2025-01-01", "2025-04-01");
        check("2025-q4", "2025-10-01", "2026-01-01");
        check("2024-H2", "2024-07-01", "2025-01-01");
        check("2024-02", "2024-02-01", "2024-03-01");
        check("2025-01..2025-06", "2025-01-01", "2025-07-01");
        check("2024..2025-Q1", "2024-01-01", "2025-04-01");
        check("2025-03-10", "2025-03-10", "2025-03-11");
        for wrong in [
            "",
            "25",
            "2025-Q5",
            "2025-13",
            "2025-Q",
            "2025..2024",
            "2025-1",
            "x",
        ] {
            assert!(Period::read(wrong).is_none(), "{wrong}");
        }
    }
}
