//! Which cases an analysis is about.

use super::log::{Case, EventLog};
use crate::base::{Day, Timestamp};

/// A choice of cases; what is left out chooses nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// Cases of this team: the team of the last event that names one.
    pub team: Option<String>,
    /// Cases of this municipality.
    pub municipality: Option<String>,
    /// Cases whose first moment lies on or after this day.
    pub from: Option<Day>,
    /// Cases whose first moment lies on or before this day.
    pub until: Option<Day>,
    /// Cases in which this activity occurs.
    pub with: Option<String>,
}

/// Why a text is no choice of cases.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} chooses no cases: team=…, municipality=…, from=DAY, until=DAY, with=ACTIVITY")]
pub struct NotAFilter(pub String);

impl std::str::FromStr for Filter {
    type Err = NotAFilter;

    /// `team=noord,from=2025-01-01`.
    fn from_str(text: &str) -> Result<Self, NotAFilter> {
        let mut filter = Self::default();
        for part in text.split(',') {
            let wrong = || NotAFilter(part.trim().to_owned());
            let (key, value) = part.split_once('=').ok_or_else(wrong)?;
            let (key, value) = (key.trim(), value.trim());
            let text = Some(value.to_owned()).filter(|value| !value.is_empty());
            let text = text.ok_or_else(wrong)?;
            let day = || text.parse().map_err(|_| wrong());
            match key {
                "from" => filter.from = Some(day()?),
                "until" => filter.until = Some(day()?),
                "team" => filter.team = Some(text),
                "municipality" => filter.municipality = Some(text),
                "with" => filter.with = Some(text),
                _ => return Err(wrong()),
            }
        }
        Ok(filter)
    }
}

impl Filter {
    /// Whether it leaves every case in.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// The cases it chooses.
    #[must_use]
    pub fn of(&self, log: &EventLog) -> EventLog {
        let with = self.with.as_ref().map(|name| log.activity_code(name));
        log.only(&|case| self.wants(case, with))
    }

    fn wants(&self, case: &Case<'_>, with: Option<Option<u32>>) -> bool {
        let is = |wanted: &Option<String>, found: Option<&str>| {
            wanted.is_none() || wanted.as_deref() == found
        };
        let occurs = match with {
            None => true,
            Some(code) => code.is_some_and(|code| case.activities.contains(&code)),
        };
        let in_period = if self.from.is_none() && self.until.is_none() {
            true
        } else {
            let first = case.span().map(|(low, _)| Timestamp(low).day());
            first.is_some_and(|first| {
                self.from.is_none_or(|from| from <= first)
                    && self.until.is_none_or(|until| first <= until)
            })
        };
        occurs
            && in_period
            && is(&self.team, case.last_team())
            && is(&self.municipality, case.municipality())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::practice::process::log::by_hand::log;

    #[test]
    fn cases_are_chosen_by_team_period_and_activity() {
        // Days count from 1970-01-01.
        let log = log("a@0/n b@3/z ; a@5/n ; b@9/n …");
        let names = |text: &str| {
            let filter: Filter = text.parse().unwrap();
            let chosen = filter.of(&log);
            chosen
                .cases()
                .map(|case| case.name().to_owned())
                .collect::<Vec<_>>()
        };
        assert_eq!(names("team=n"), ["2", "3"]);
        assert_eq!(names("from=1970-01-06"), ["2", "3"]);
        // The last day counts: the second case begins on 6 January.
        assert_eq!(names("until=1970-01-05, with=a"), ["1"]);
        assert_eq!(names("until=1970-01-06, with=a"), ["1", "2"]);
        assert!(names("with=q").is_empty() && names("municipality=x").is_empty());
        for text in ["", "team", "team=", "colour=red", "from=soon"] {
            assert!(text.parse::<Filter>().is_err(), "{text}");
        }
    }
}
