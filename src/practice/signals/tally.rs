//! How much there was in a period: what signals about a team or municipality follow from.
//!
//! Numbers add up, so they are kept as sums. A period is known when it is over; what is put right
//! after that is a sum of its own, from the moment at which the book knew it.

use std::collections::BTreeSet;

use crate::base::{Day, Timestamp};

/// What is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Counted {
    /// Minutes of recording, by team and week.
    Minutes,
    /// Trajectories that came to a team less those that left it, by week.
    InTeam,
    /// Client voices, by band of time on benefit and quarter.
    Voices,
    /// Trajectories opened less those closed, by band and quarter.
    InBand,
}

impl Counted {
    /// Every one of them.
    pub const ALL: [Self; 4] = [Self::Minutes, Self::InTeam, Self::Voices, Self::InBand];

    /// First day of the period of this that a day lies in.
    #[must_use]
    pub fn period(self, day: Day) -> Option<Day> {
        match self {
            Self::Minutes | Self::InTeam => monday(day),
            Self::Voices | Self::InBand => quarter(day),
        }
    }

    /// First day of the period after the one that begins on a day.
    #[must_use]
    pub fn next_period(self, first: Day) -> Option<Day> {
        match self {
            Self::Minutes | Self::InTeam => first.plus(7),
            Self::Voices | Self::InBand => quarter(first.plus(95)?),
        }
    }

    /// The last moment of the period that begins on a day.
    #[must_use]
    pub fn period_end(self, first: Day) -> Option<Timestamp> {
        Some(self.next_period(first)?.plus(-1)?.end())
    }
}

/// One sum.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Tally {
    /// What is counted.
    pub counted: Counted,
    /// Municipality.
    pub municipality: String,
    /// Team, or code of the band of time on benefit.
    pub of: String,
    /// First day of the period.
    pub period: Day,
    /// From when the book knew it; `None` when that was in the period itself.
    pub put_right_at: Option<Timestamp>,
    /// The sum.
    pub amount: i64,
}

impl Tally {
    /// What something that was recorded at a moment adds to the period of that moment.
    #[must_use]
    pub fn of(
        counted: Counted,
        (municipality, of): (&str, &str),
        recorded_at: Timestamp,
        amount: i64,
    ) -> Option<Self> {
        Some(Self {
            counted,
            municipality: municipality.to_owned(),
            of: of.to_owned(),
            period: counted.period(recorded_at.day())?,
            put_right_at: None,
            amount,
        })
    }

    /// Whether the book knew it at a moment after the period.
    #[must_use]
    pub fn known_at(&self, moment: Timestamp) -> bool {
        self.put_right_at.is_none_or(|known| known <= moment)
    }
}

/// The moments after which earlier periods add up to something else.
#[must_use]
pub fn put_right(tallies: &[Tally]) -> BTreeSet<Timestamp> {
    tallies.iter().filter_map(|one| one.put_right_at).collect()
}

/// The Monday of the week that a day lies in.
fn monday(day: Day) -> Option<Day> {
    // 1970-01-01 was a Thursday, three days after a Monday.
    day.plus(-(day.since_epoch() + 3).rem_euclid(7))
}

/// First day of the quarter that a day lies in.
fn quarter(day: Day) -> Option<Day> {
    let (year, month, _) = day.year_month_day();
    let first = (month - 1) / 3 * 3 + 1;
    format!("{year:04}-{first:02}-01").parse().ok()
}
