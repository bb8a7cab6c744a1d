//! The event log in memory: activities, teams and actors as codes, the events of a case together.

use std::collections::HashMap;

use crate::base::Timestamp;

/// Stands for a moment that is not known.
const NO_TIME: i64 = i64::MIN;
/// Stands for a team or actor that is not known.
const NOBODY: u32 = u32::MAX;

/// Names with a number each, in the order in which they came.
#[derive(Debug, Clone, Default)]
pub(super) struct Names {
    names: Vec<String>,
    codes: HashMap<String, u32>,
}

impl Names {
    fn code(&mut self, name: &str) -> u32 {
        if let Some(code) = self.codes.get(name) {
            return *code;
        }
        // A log with more names than that does not fit in memory; the last number means none.
        let code = u32::try_from(self.names.len()).unwrap_or(NOBODY);
        self.names.push(name.to_owned());
        self.codes.insert(name.to_owned(), code);
        code
    }

    fn find(&self, name: &str) -> Option<u32> {
        self.codes.get(name).copied()
    }
}

/// One case: where its events stand, and what is known of it as a whole.
#[derive(Debug, Clone, Default)]
struct Head {
    name: String,
    municipality: Option<String>,
    client: Option<i64>,
    first: usize,
    open: bool,
}

/// A log of events, coded, the events of each case together and in the order given.
#[derive(Debug, Clone, Default)]
pub struct EventLog {
    activities: Names,
    teams: Names,
    cases: Vec<Head>,
    activity: Vec<u32>,
    time: Vec<i64>,
    team: Vec<u32>,
    actor: Vec<u32>,
    /// The moment up to which is known what happened; open cases may still go on after it.
    known_until: Option<Timestamp>,
}

/// One event to be added.
#[derive(Debug, Clone, Copy, Default)]
pub struct NewEvent<'a> {
    /// What was done.
    pub activity: &'a str,
    /// When, as far as known.
    pub time: Option<Timestamp>,
    /// By which team, as far as known.
    pub team: Option<&'a str>,
    /// By whom, as a code that only tells persons apart.
    pub actor: Option<&'a str>,
}

/// The events of one case.
#[derive(Debug, Clone, Copy)]
pub struct Case<'a> {
    log: &'a EventLog,
    head: &'a Head,
    /// Place of the case in the log, from 0.
    pub place: usize,
    /// Codes of its activities, in order.
    pub activities: &'a [u32],
    times: &'a [i64],
    teams: &'a [u32],
    actors: &'a [u32],
}

impl<'a> Case<'a> {
    /// Its name or number.
    #[must_use]
    pub fn name(&self) -> &'a str {
        &self.head.name
    }

    /// The municipality, when known.
    #[must_use]
    pub fn municipality(&self) -> Option<&'a str> {
        self.head.municipality.as_deref()
    }

    /// The client it is about, as the views number the dossier; none in a log from a file.
    #[must_use]
    pub fn client(&self) -> Option<i64> {
        self.head.client
    }

    /// Whether it may still go on: what did not happen yet can happen later.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.head.open
    }

    /// How many events it has.
    #[must_use]
    pub fn len(&self) -> usize {
        self.activities.len()
    }

    /// Whether it has no event.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.activities.is_empty()
    }

    /// When an event happened, in microseconds since 1970; `None` when that is not known.
    #[must_use]
    pub fn time(&self, at: usize) -> Option<i64> {
        self.times
            .get(at)
            .copied()
            .filter(|moment| *moment != NO_TIME)
    }

    /// Moments of every event; those that are not known are left out.
    pub fn times(&self) -> impl Iterator<Item = i64> + 'a {
        self.times
            .iter()
            .copied()
            .filter(|moment| *moment != NO_TIME)
    }

    /// Earliest and latest known moment.
    #[must_use]
    pub fn span(&self) -> Option<(i64, i64)> {
        let mut span: Option<(i64, i64)> = None;
        for moment in self.times() {
            let (low, high) = span.unwrap_or((moment, moment));
            span = Some((low.min(moment), high.max(moment)));
        }
        span
    }

    /// Code of the team of an event, when known.
    #[must_use]
    pub fn team(&self, at: usize) -> Option<u32> {
        self.teams.get(at).copied().filter(|code| *code != NOBODY)
    }

    /// The team of the case: that of its last event that names one.
    #[must_use]
    pub fn last_team(&self) -> Option<&'a str> {
        let code = self.teams.iter().rev().find(|code| **code != NOBODY)?;
        Some(self.log.team_name(*code))
    }

    /// Whether two events had the same actor; `None` when one of them is not known.
    #[must_use]
    pub fn same_actor(&self, one: usize, other: usize) -> Option<bool> {
        let actor = |at: usize| self.actors.get(at).copied().filter(|code| *code != NOBODY);
        Some(actor(one)? == actor(other)?)
    }
}

impl EventLog {
    /// How many cases there are, those without events included.
    #[must_use]
    pub fn case_count(&self) -> usize {
        self.cases.len()
    }

    /// How many events there are.
    #[must_use]
    pub fn event_count(&self) -> usize {
        self.activity.len()
    }

    /// Names of the activities; the place is the code.
    #[must_use]
    pub fn activities(&self) -> &[String] {
        &self.activities.names
    }

    /// Name of an activity.
    #[must_use]
    pub fn activity_name(&self, code: u32) -> &str {
        self.activities
            .names
            .get(code as usize)
            .map_or("", String::as_str)
    }

    /// Code of an activity.
    #[must_use]
    pub fn activity_code(&self, name: &str) -> Option<u32> {
        self.activities.find(name)
    }

    /// Names of the teams; the place is the code.
    #[must_use]
    pub fn teams(&self) -> &[String] {
        &self.teams.names
    }

    /// Name of a team.
    #[must_use]
    pub fn team_name(&self, code: u32) -> &str {
        self.teams
            .names
            .get(code as usize)
            .map_or("", String::as_str)
    }

    /// The moment up to which is known what happened.
    #[must_use]
    pub fn known_until(&self) -> Option<Timestamp> {
        self.known_until
    }

    /// The case at a place.
    #[must_use]
    pub fn case(&self, place: usize) -> Option<Case<'_>> {
        let head = self.cases.get(place)?;
        let end = self
            .cases
            .get(place + 1)
            .map_or(self.activity.len(), |next| next.first);
        let range = head.first..end;
        Some(Case {
            log: self,
            head,
            place,
            activities: self.activity.get(range.clone())?,
            times: self.time.get(range.clone())?,
            teams: self.team.get(range.clone())?,
            actors: self.actor.get(range)?,
        })
    }

    /// Every case, in the order of the log.
    pub fn cases(&self) -> impl Iterator<Item = Case<'_>> {
        (0..self.cases.len()).filter_map(|place| self.case(place))
    }

    /// The cases that are wanted, with the same names and codes.
    #[must_use]
    pub fn only(&self, wanted: &dyn Fn(&Case<'_>) -> bool) -> Self {
        let mut kept = Self {
            activities: self.activities.clone(),
            teams: self.teams.clone(),
            known_until: self.known_until,
            ..Self::default()
        };
        for case in self.cases().filter(|case| wanted(case)) {
            kept.cases.push(Head {
                first: kept.activity.len(),
                ..case.head.clone()
            });
            kept.activity.extend_from_slice(case.activities);
            kept.time.extend_from_slice(case.times);
            kept.team.extend_from_slice(case.teams);
            kept.actor.extend_from_slice(case.actors);
        }
        kept
    }

    /// The same log with every activity under another name; `None` leaves an event out.
    #[must_use]
    pub fn renamed(&self, name: &dyn Fn(&str) -> Option<String>) -> Self {
        let mut activities = Names::default();
        let codes: Vec<Option<u32>> = self
            .activities()
            .iter()
            .map(|old| name(old).map(|new| activities.code(&new)))
            .collect();
        let mut made = Self {
            activities,
            teams: self.teams.clone(),
            known_until: self.known_until,
            ..Self::default()
        };
        for case in self.cases() {
            made.cases.push(Head {
                first: made.activity.len(),
                ..case.head.clone()
            });
            for (at, code) in case.activities.iter().enumerate() {
                if let Some(Some(code)) = codes.get(*code as usize) {
                    made.activity.push(*code);
                    made.time.push(case.times[at]);
                    made.team.push(case.teams[at]);
                    made.actor.push(case.actors[at]);
                }
            }
        }
        made
    }
}

/// Makes a log, case by case.
#[derive(Debug, Clone, Default)]
pub struct Builder {
    log: EventLog,
    actors: Names,
}

impl Builder {
    /// An empty log.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Begins a case; the events that follow are its events, in the order of adding.
    pub fn case(&mut self, name: &str) {
        self.log.cases.push(Head {
            name: name.to_owned(),
            municipality: None,
            client: None,
            first: self.log.activity.len(),
            open: false,
        });
    }

    /// The client whose case was begun last.
    pub fn client(&mut self, client: i64) {
        if let Some(head) = self.log.cases.last_mut() {
            head.client = Some(client);
        }
    }

    /// The case that was begun last may still go on.
    pub fn open(&mut self) {
        if let Some(head) = self.log.cases.last_mut() {
            head.open = true;
        }
    }

    /// The municipality of the case that was begun last.
    pub fn municipality(&mut self, name: &str) {
        if let Some(head) = self.log.cases.last_mut() {
            head.municipality = Some(name.to_owned());
        }
    }

    /// Adds an event to the case that was begun last; without a case, one without a name begins.
    pub fn event(&mut self, event: &NewEvent<'_>) {
        if self.log.cases.is_empty() {
            self.case("");
        }
        let log = &mut self.log;
        log.activity.push(log.activities.code(event.activity));
        log.time.push(event.time.map_or(NO_TIME, |moment| moment.0));
        let team = event.team.map_or(NOBODY, |name| log.teams.code(name));
        log.team.push(team);
        let actor = event.actor.map_or(NOBODY, |code| self.actors.code(code));
        log.actor.push(actor);
    }

    /// The log, with the moment up to which is known what happened: the one given, else the
    /// latest moment in it. The codes of actors are forgotten.
    #[must_use]
    pub fn finish(mut self, known_until: Option<Timestamp>) -> EventLog {
        let latest = || {
            let times = self.log.time.iter().copied();
            let known = times.filter(|moment| *moment != NO_TIME);
            known.max().map(Timestamp)
        };
        self.log.known_until = known_until.or_else(latest);
        self.log
    }
}

/// Small logs written out by hand, for tests.
#[cfg(test)]
pub(super) mod by_hand {
    use super::{Builder, EventLog, NewEvent};
    use crate::base::Timestamp;

    /// Days in microseconds.
    pub(crate) const DAY: i64 = 86_400_000_000;

    /// Reads a log: cases apart with `;`, events apart with spaces, each `activity[@day][/team[/actor]]`.
    /// A case that ends with `…` is open. Without a day, events follow each other day by day.
    pub(crate) fn log(text: &str) -> EventLog {
        let mut builder = Builder::new();
        for (number, case) in text.split(';').enumerate() {
            builder.case(&format!("{}", number + 1));
            for (at, word) in case.split_whitespace().enumerate() {
                if word == "…" {
                    builder.open();
                    continue;
                }
                let mut parts = word.split('/');
                let first = parts.next().unwrap_or_default();
                let (activity, day) = first.split_once('@').unwrap_or((first, ""));
                let day: Option<f64> = match day {
                    "?" => None,
                    "" => Some(f64::from(u32::try_from(at).unwrap_or_default())),
                    day => day.parse().ok(),
                };
                let known = |part: &&str| !part.is_empty();
                let event = NewEvent {
                    activity,
                    #[expect(clippy::cast_possible_truncation, reason = "small days in tests")]
                    time: day.map(|day| Timestamp((day * DAY as f64) as i64)),
                    team: parts.next().filter(known),
                    actor: parts.next().filter(known),
                };
                builder.event(&event);
            }
        }
        builder.finish(None)
    }
}

#[cfg(test)]
mod tests {
    use super::by_hand::{DAY, log};
    use super::*;

    #[test]
    fn events_of_a_case_stay_together_and_in_the_order_given() {
        // Three events at one moment: their order is that of the text, not of their names.
        let log = log("c@1 b@1 a@1 ; ; a@2/noord/x b@?/zuid/x …");
        assert_eq!((log.case_count(), log.event_count()), (3, 5));
        assert_eq!(log.activities(), ["c", "b", "a"]);
        let case = log.case(0).unwrap();
        assert_eq!(case.activities, [0, 1, 2]);
        assert_eq!(case.span(), Some((DAY, DAY)));
        assert!(log.case(1).unwrap().is_empty() && log.case(3).is_none());
        let last = log.case(2).unwrap();
        assert!(last.is_open() && !case.is_open());
        assert_eq!((last.time(0), last.time(1)), (Some(2 * DAY), None));
        assert_eq!(last.same_actor(0, 1), Some(true));
        assert_eq!(case.same_actor(0, 1), None);
        assert_eq!(last.last_team(), Some("zuid"));
        assert_eq!(log.known_until(), Some(Timestamp(2 * DAY)));
    }

    #[test]
    fn a_log_can_be_narrowed_and_renamed() {
        let log = log("a b ; b c ; c");
        let some = log.only(&|case| case.activities.contains(&1));
        assert_eq!((some.case_count(), some.event_count()), (2, 4));
        assert_eq!(some.case(1).unwrap().name(), "2");
        // `b` is left out, `a` and `c` become one.
        let other = log.renamed(&|name| (name != "b").then(|| "x".to_owned()));
        assert_eq!(other.activities(), ["x"]);
        let lengths: Vec<usize> = other.cases().map(|case| case.len()).collect();
        assert_eq!(lengths, [1, 1, 1]);
    }
}
