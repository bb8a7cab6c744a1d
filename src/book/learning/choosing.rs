//! Decisions one can learn from (Q49): a principle set aside, a contest, a finding. For who makes a
//! set; a learner never sees a number.

use serde::{Serialize, Serializer};

use crate::base::{Day, EventId};
use crate::book::error::Error;
use crate::book::history::AsKnown;
use crate::book::opening::Book;
use crate::domain::codes::Stance;
use crate::domain::{Dossier, Event};

/// A decision one can learn from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ToLearnFrom {
    /// Number of the dossier.
    pub dossier: String,
    /// Day of the decision.
    #[serde(serialize_with = "day")]
    pub taken_on: Day,
    /// Code of its kind.
    pub kind: &'static str,
    /// Why one can learn from it: `opzij`, `betwist` or `bevinding`.
    pub reason: &'static str,
    /// The principle, the corner, or the role that contested.
    pub about: Option<String>,
}

impl Book {
    /// The decisions one can learn from, by day and dossier.
    ///
    /// # Errors
    /// [`Error::Store`].
    pub fn cases_to_learn_from(&self, team: Option<&str>) -> Result<Vec<ToLearnFrom>, Error> {
        let mut found = Vec::new();
        for listed in self.dossiers(AsKnown::default())? {
            if team.is_some() && listed.team.as_deref() != team {
                continue;
            }
            let dossier = self.facts(&listed.number, AsKnown::default())?;
            gather(&listed.number, &dossier, &mut found);
        }
        found.sort_by(|one, other| {
            let key = |one: &ToLearnFrom| (one.taken_on, one.dossier.clone(), one.reason);
            key(one).cmp(&key(other))
        });
        Ok(found)
    }
}

fn gather(number: &str, dossier: &Dossier, found: &mut Vec<ToLearnFrom>) {
    let mut put = |decision: EventId, reason: &'static str, about: Option<String>| {
        if let Some(taken) = dossier.decision(decision) {
            found.push(ToLearnFrom {
                dossier: number.to_owned(),
                taken_on: taken.taken_on,
                kind: taken.kind.code(),
                reason,
                about,
            });
        }
    };
    for recorded in dossier.events() {
        match &recorded.event {
            Event::DecisionTaken(taken) => {
                let aside = taken.principles.iter();
                for one in aside.filter(|one| one.stance == Stance::SetAside) {
                    put(recorded.id, "opzij", Some(one.principle.0.clone()));
                }
            }
            Event::DecisionContested(contest) => {
                let by = contest.by.unwrap_or(recorded.common.role);
                put(contest.decision.0, "betwist", Some(by.code().to_owned()));
            }
            Event::FindingRecorded(finding) => {
                let principle = finding.principle.as_ref().map(|code| code.0.clone());
                let about = principle.or(finding.corner.map(|corner| corner.code().to_owned()));
                put(finding.event.0, "bevinding", about);
            }
            _ => {}
        }
    }
}

fn day<S: Serializer>(day: &Day, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(day)
}
