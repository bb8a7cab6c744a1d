//! What recording and auditing cost: minutes that were noted, by what was recorded and by role.
//!
//! Never per person: a row that rests on fewer people than the norm of the team's own view is
//! added to the row of all others, and when those are too few as well, nothing is told.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::Day;
use crate::book::asking::Audience;
use crate::book::error::Error;
use crate::book::opening::Book;
use crate::domain::codes::Role;
use crate::domain::events::registry::StreamKind;
use crate::domain::{EventType, Recorded};
use crate::log::{Query, Select};
use crate::store::{NotRead, Opening};

/// Fewest people behind a row, whatever the norm says: of two, each could compute the other.
const PEOPLE_LEAST: usize = 3;

/// What minutes are counted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Recording, auditing or learning.
    Work,
    /// The event type.
    Event,
    /// The role of whoever recorded.
    Role,
}

impl Kind {
    /// Its code in texts and output.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Work => "work",
            Self::Event => "event",
            Self::Role => "role",
        }
    }
}

/// Minutes of one group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BurdenRow {
    /// Its code; none for all that are too small to stand alone.
    pub key: Option<String>,
    /// Entries in it.
    pub entries: u64,
    /// Entries that say how many minutes they took.
    pub timed: u64,
    /// Those minutes together.
    pub minutes: u64,
}

/// The burden over a period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Burden {
    /// First and last day that are counted.
    pub from: Option<Day>,
    /// Last day.
    pub until: Option<Day>,
    /// Fewest people that a row rests on.
    pub norm: usize,
    /// Everything together; `None` when too few people recorded.
    pub total: Option<BurdenRow>,
    /// The rows of each grouping.
    pub rows: BTreeMap<Kind, Vec<BurdenRow>>,
}

#[derive(Default)]
struct Sum {
    entries: u64,
    timed: u64,
    minutes: u64,
    people: BTreeSet<String>,
}

impl Sum {
    fn take(&mut self, recorded: &Recorded) {
        self.entries += 1;
        if let Some(minutes) = recorded.common.minutes_spent {
            self.timed += 1;
            self.minutes += u64::try_from(minutes.0).unwrap_or_default();
        }
        self.people.insert(recorded.common.actor.0.clone());
    }

    fn add(&mut self, other: Self) {
        self.entries += other.entries;
        self.timed += other.timed;
        self.minutes += other.minutes;
        self.people.extend(other.people);
    }

    fn row(&self, key: Option<String>) -> BurdenRow {
        BurdenRow {
            key,
            entries: self.entries,
            timed: self.timed,
            minutes: self.minutes,
        }
    }
}

/// What kind of work an event is; none for what nobody spends time on for a client.
fn work(event: EventType) -> Option<&'static str> {
    Some(match event {
        EventType::RoundPlanned
        | EventType::CasesDrawn
        | EventType::ShieldingConfirmed
        | EventType::RoundOpened
        | EventType::ReviewHeld
        | EventType::FindingRecorded
        | EventType::FindingAnswered
        | EventType::ActionAgreed
        | EventType::ActionChecked
        | EventType::ViewWritten
        | EventType::JudgementRecorded
        | EventType::RoundClosed => "auditing",
        EventType::LearningAnswerLocked | EventType::ReplayCompleted | EventType::SessionHeld => {
            "learning"
        }
        EventType::CatalogueAdopted
        | EventType::ExportMade
        | EventType::TrajectoryImported
        | EventType::StepImported => return None,
        _ => "recording",
    })
}

impl Book {
    /// Minutes spent over a period, of one municipality or team or of all.
    ///
    /// # Errors
    /// [`Error::Store`].
    pub fn burden(
        &self,
        (from, until): (Option<Day>, Option<Day>),
        municipality: Option<&str>,
        team: Option<&str>,
    ) -> Result<Burden, Error> {
        let on = until.unwrap_or_else(|| self.now().day());
        let norm = self
            .disclosure_rules(Audience::Team, on)?
            .least()
            .max(PEOPLE_LEAST);
        let mut total = Sum::default();
        let mut sums: BTreeMap<Kind, BTreeMap<String, Sum>> = BTreeMap::new();
        let settings = StreamKind::Settings.category();
        let mut waiting = Waiting::default();
        let mut reading = self.store.read(&Query::new(Select::All), Opening::Facts)?;
        while let Some(item) = reading.next()? {
            let recorded = match item.content {
                Ok(recorded) => recorded,
                Err(NotRead::Closed(why)) => return Err(crate::store::Error::Closed(why).into()),
                Err(NotRead::Unreadable(_)) => continue,
            };
            for recorded in waiting.release(recorded) {
                let common = &recorded.common;
                let day = common.occurred_on;
                let event = recorded.event.event_type();
                let counts = recorded.stream.category != settings
                    && common.role != Role::System
                    && from.is_none_or(|from| from <= day)
                    && until.is_none_or(|until| day <= until)
                    && municipality.is_none_or(|wanted| common.municipality.0 == wanted)
                    && team.is_none_or(|wanted| {
                        common.team.as_ref().is_some_and(|one| one.0 == wanted)
                    });
                let Some(work) = work(event).filter(|_| counts) else {
                    continue;
                };
                total.take(&recorded);
                for (kind, key) in [
                    (Kind::Work, work),
                    (Kind::Event, event.name()),
                    (Kind::Role, common.role.code()),
                ] {
                    let group = sums.entry(kind).or_default();
                    group.entry(key.to_owned()).or_default().take(&recorded);
                }
            }
        }
        let enough = total.people.len() >= norm;
        let rows = sums.into_iter().map(|(kind, groups)| {
            let rows = if enough {
                guarded(groups, norm)
            } else {
                Vec::new()
            };
            (kind, rows)
        });
        Ok(Burden {
            from,
            until,
            norm,
            rows: rows.collect(),
            total: enough.then(|| total.row(None)),
        })
    }
}

/// What is kept from everybody until it is opened counts only from then on: not even its number is
/// told before. A learner's locked answer counts with the replay that ends it.
#[derive(Default)]
struct Waiting(BTreeMap<([u8; 16], String), Vec<Recorded>>);

impl Waiting {
    /// What may be counted now that this was recorded.
    fn release(&mut self, recorded: Recorded) -> Vec<Recorded> {
        let round = recorded.event.round().map(|round| round.0.clone());
        let place = (recorded.stream.id, round.unwrap_or_default());
        if recorded.event.is_private() {
            self.0.entry(place).or_default().push(recorded);
            return Vec::new();
        }
        let mut released = match recorded.event.event_type() {
            EventType::RoundOpened => self.0.remove(&place).unwrap_or_default(),
            _ => Vec::new(),
        };
        released.push(recorded);
        released
    }
}

/// Rows of enough people; the others together in one row, which takes in the smallest row that
/// could stand alone when it would rest on too few itself.
fn guarded(groups: BTreeMap<String, Sum>, norm: usize) -> Vec<BurdenRow> {
    let (mut alone, small): (Vec<_>, Vec<_>) = groups
        .into_iter()
        .partition(|(_, sum)| sum.people.len() >= norm);
    alone.sort_by_key(|(key, sum)| (std::cmp::Reverse(sum.people.len()), key.clone()));
    let mut rest = Sum::default();
    let any = !small.is_empty();
    for (_, sum) in small {
        rest.add(sum);
    }
    while any && rest.people.len() < norm {
        let Some((_, sum)) = alone.pop() else { break };
        rest.add(sum);
    }
    let mut rows: Vec<BurdenRow> = alone
        .iter()
        .map(|(key, sum)| sum.row(Some(key.clone())))
        .collect();
    rows.sort_by_key(|row| (std::cmp::Reverse(row.minutes), row.key.clone()));
    if any && rest.people.len() >= norm {
        rows.push(rest.row(None));
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sum(people: &[&str], minutes: u64) -> Sum {
        Sum {
            entries: 1,
            timed: 1,
            minutes,
            people: people.iter().map(|one| (*one).to_owned()).collect(),
        }
    }

    fn rows(groups: &[(&str, &[&str], u64)], norm: usize) -> Vec<(Option<String>, u64)> {
        let groups = groups.iter();
        let groups =
            groups.map(|(key, people, minutes)| ((*key).to_owned(), sum(people, *minutes)));
        let rows = guarded(groups.collect(), norm).into_iter();
        rows.map(|row| (row.key, row.minutes)).collect()
    }

    #[test]
    fn no_row_rests_on_fewer_people_than_the_norm_and_none_follows_from_the_others() {
        let many: &[&str] = &["A", "B", "C"];
        let key = |name: &str| Some(name.to_owned());
        assert_eq!(
            rows(&[("TB", many, 9), ("TM", &["D", "E"], 5)], 2),
            [(key("TB"), 9), (key("TM"), 5)]
        );
        // One manager: with the total known, a lone row of counsellors would tell the manager's.
        assert_eq!(rows(&[("TB", many, 9), ("TM", &["D"], 5)], 2), [(None, 14)]);
        assert_eq!(
            rows(&[("TB", many, 9), ("TM", &["D"], 5), ("AU", &["E"], 1)], 2),
            [(key("TB"), 9), (None, 6)]
        );
        assert_eq!(rows(&[("TM", &["D"], 5)], 2), []);
    }
}
