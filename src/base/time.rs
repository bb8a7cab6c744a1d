//! The two clocks: moments of recording (UTC) and days on which something happened (Dutch civil).

use std::fmt;
use std::str::FromStr;

use jiff::civil;
use jiff::tz::TimeZone;

/// Why a text is not a day or a moment.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{text:?} is not {wanted}")]
pub struct NotATime {
    /// The text that was given.
    pub text: String,
    /// What was expected instead.
    pub wanted: &'static str,
}

/// A moment: microseconds since 1970-01-01T00:00:00 UTC, between the years 0 and 9999.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Timestamp(pub i64);

impl Timestamp {
    /// The Dutch civil day on which this moment falls.
    #[must_use]
    pub fn day(self) -> Day {
        jiff::Timestamp::from_microsecond(self.0)
            .map(|moment| Day(moment.to_zoned(netherlands()).date()))
            .unwrap_or(Day(civil::Date::ZERO))
    }

    /// Hour and minute on the clock in the Netherlands at this moment.
    #[must_use]
    pub fn hour_minute(self) -> (i8, i8) {
        jiff::Timestamp::from_microsecond(self.0)
            .map(|moment| moment.to_zoned(netherlands()))
            .map(|local| (local.hour(), local.minute()))
            .unwrap_or((0, 0))
    }
}

impl fmt::Display for Timestamp {
    /// RFC 3339 in UTC with microseconds, or the bare number when it lies outside the calendar.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match jiff::Timestamp::from_microsecond(self.0) {
            Ok(moment) => write!(f, "{moment:.6}"),
            Err(_) => write!(f, "{} µs", self.0),
        }
    }
}

impl FromStr for Timestamp {
    type Err = NotATime;

    /// Reads RFC 3339 with an offset; a bare day means its last microsecond in the Netherlands,
    /// so that "as known at 2025-03-10" includes what was recorded on that day.
    fn from_str(text: &str) -> Result<Self, NotATime> {
        if let Ok(day) = text.parse::<Day>() {
            return Ok(day.end());
        }
        text.parse::<jiff::Timestamp>()
            .map(|moment| Self(moment.as_microsecond()))
            .map_err(|_| NotATime {
                text: text.to_owned(),
                wanted: "a day (2025-03-10) or a moment with its offset (2025-03-10T14:00:00Z)",
            })
    }
}

/// A civil day in the Netherlands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(civil::Date);

impl Day {
    /// Days since 1970-01-01, negative before it.
    #[must_use]
    pub fn since_epoch(self) -> i32 {
        (self.0 - civil::date(1970, 1, 1)).get_days()
    }

    /// The day so many days after 1970-01-01; `None` outside the years -9999 to 9999.
    #[must_use]
    pub fn from_epoch(days: i32) -> Option<Self> {
        let span = jiff::Span::new().try_days(days).ok()?;
        civil::date(1970, 1, 1).checked_add(span).ok().map(Self)
    }

    /// The day `days` later (or earlier, when negative).
    #[must_use]
    pub fn plus(self, days: i32) -> Option<Self> {
        Self::from_epoch(self.since_epoch().checked_add(days)?)
    }

    /// Whole days from `earlier` to this day.
    #[must_use]
    pub fn days_since(self, earlier: Self) -> i32 {
        self.since_epoch() - earlier.since_epoch()
    }

    /// The moment at a given hour of this day in the Netherlands.
    #[must_use]
    pub fn at_hour(self, hour: i8) -> Timestamp {
        moment(self.0.at(hour.clamp(0, 23), 0, 0, 0))
    }

    /// The last microsecond of this day in the Netherlands.
    #[must_use]
    pub fn end(self) -> Timestamp {
        moment(self.0.at(23, 59, 59, 999_999_000))
    }

    /// The year, for choosing the wording of a date.
    #[must_use]
    pub fn year_month_day(self) -> (i16, i8, i8) {
        (self.0.year(), self.0.month(), self.0.day())
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl FromStr for Day {
    type Err = NotATime;
    fn from_str(text: &str) -> Result<Self, NotATime> {
        let strict = text.len() == 10 && text.as_bytes().get(4) == Some(&b'-');
        let parsed = if strict { text.parse().ok() } else { None };
        parsed.map(Self).ok_or_else(|| NotATime {
            text: text.to_owned(),
            wanted: "a day such as 2025-03-10",
        })
    }
}

fn netherlands() -> TimeZone {
    TimeZone::get("Europe/Amsterdam").unwrap_or(TimeZone::UTC)
}

fn moment(local: civil::DateTime) -> Timestamp {
    netherlands()
        .to_ambiguous_timestamp(local)
        .compatible()
        .map(|moment| Timestamp(moment.as_microsecond()))
        .unwrap_or(Timestamp(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_count_from_1970_and_back() {
        let day: Day = "2024-02-29".parse().unwrap();
        assert_eq!(Day::from_epoch(day.since_epoch()), Some(day));
        assert_eq!(day.plus(1).unwrap().to_string(), "2024-03-01");
        assert_eq!(Day::from_epoch(0).unwrap().to_string(), "1970-01-01");
        assert!(Day::from_epoch(i32::MAX).is_none());
        assert!("2024-2-9".parse::<Day>().is_err());
    }

    /// At 23:30 UTC in July it is already the next day in the Netherlands.
    #[test]
    fn a_moment_falls_on_its_dutch_day() {
        let moment: Timestamp = "2025-07-01T23:30:00Z".parse().unwrap();
        assert_eq!(moment.day().to_string(), "2025-07-02");
        assert_eq!(moment.to_string(), "2025-07-01T23:30:00.000000Z");
        assert_eq!(moment.hour_minute(), (1, 30));
        let day: Day = "2025-07-02".parse().unwrap();
        assert!(day.end() >= moment && day.end().day() == day);
        assert_eq!(day.at_hour(12).to_string(), "2025-07-02T10:00:00.000000Z");
    }
}
