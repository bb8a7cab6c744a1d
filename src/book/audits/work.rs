//! What one person still has to do in the rounds of a municipality. Only the asker's own work: it
//! lists no other person and counts nobody's.

use std::collections::BTreeSet;

use super::results::ActionState;
use crate::base::Day;
use crate::book::error::Error;
use crate::book::opening::Book;
use crate::domain::codes::{FindingKind, RoundKind};
use crate::domain::{Event, EventType};
use crate::log::{Query, Select};
use crate::store::{NotRead, Opening};

/// The work of one person.
#[derive(Debug, Clone, PartialEq)]
pub struct WorkOf {
    /// The day that is looked at.
    pub on: Day,
    /// The tasks, soonest first, those without a date last.
    pub tasks: Vec<Task>,
}

/// One task.
#[derive(Debug, Clone, PartialEq)]
pub struct Task {
    /// What is to be done.
    pub what: What,
    /// By when.
    pub due: Option<Day>,
    /// The round, when it belongs to one.
    pub round: Option<String>,
    /// The case; none when it is about the whole round.
    pub number: Option<String>,
    /// The step that it is about.
    pub step: Option<usize>,
}

/// What is to be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// Draw cases for a planned round.
    Draw,
    /// Read and rate a case.
    Rate,
    /// Open the ratings of a case: everybody rated.
    Open,
    /// Answer a finding about one's own decision.
    Answer(FindingKind),
    /// Agree what is done about a shortcoming that was answered.
    Agree,
    /// Do what was agreed.
    Do,
    /// See whether it was done.
    Check,
    /// Close a round whose cases are all opened.
    Close,
}

impl What {
    /// Its code in texts and output.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Draw => "draw",
            Self::Rate => "rate",
            Self::Open => "open",
            Self::Answer(_) => "answer",
            Self::Agree => "agree",
            Self::Do => "do",
            Self::Check => "check",
            Self::Close => "close",
        }
    }
}

/// For so many days a finding may wait for its answer (question Q03).
const ANSWER_DAYS: i32 = 30;

impl Book {
    /// What a person still has to do.
    ///
    /// # Errors
    /// [`Error::Store`].
    pub fn audit_work(
        &self,
        municipality: Option<&str>,
        who: &str,
        on: Day,
    ) -> Result<WorkOf, Error> {
        let mut tasks = Vec::new();
        let mut moderated: BTreeSet<String> = BTreeSet::new();
        for round in self.rounds_of(municipality)? {
            if round.plan.kind != RoundKind::Audit || round.closed.is_some() {
                continue;
            }
            let code = round.code().to_owned();
            let moderates = round.moderator() == who;
            let task = |what, number: Option<String>| Task {
                what,
                due: round.plan.ends_on,
                round: Some(code.clone()),
                number,
                step: None,
            };
            if round.draws.is_empty() && (moderates || round.planner == who) {
                tasks.push(task(What::Draw, None));
                continue;
            }
            if moderates {
                moderated.insert(code.clone());
            }
            let results = self.results(&round)?;
            for file in &results.cases {
                let number = Some(file.case.number.clone());
                if file.case.is_read_by(who) && !file.is_rated_by(who) {
                    tasks.push(task(What::Rate, number.clone()));
                }
                if moderates && file.is_ready() {
                    tasks.push(task(What::Open, number));
                }
            }
            if moderates && !results.cases.is_empty() && results.cases.iter().all(|one| one.opened)
            {
                tasks.push(task(What::Close, None));
            }
        }
        for (stream, number) in self.dossiers_with_findings()? {
            let (dossier, findings) = self.findings_of(stream)?;
            let opened: BTreeSet<&str> = dossier
                .events()
                .filter_map(|one| match &one.event {
                    Event::RoundOpened(opened) => Some(opened.round.0.as_str()),
                    _ => None,
                })
                .collect();
            for one in &findings {
                let round = one.finding.round.as_ref().map(|round| round.0.clone());
                let is_open = round
                    .as_ref()
                    .is_none_or(|round| opened.contains(round.as_str()));
                // A blind finding is nobody's task before it is opened.
                if one.finding.blind == Some(true) && !is_open {
                    continue;
                }
                let moderates = round
                    .as_ref()
                    .is_some_and(|round| moderated.contains(round));
                let task = |what, due, step| Task {
                    what,
                    due,
                    round: round.clone(),
                    number: Some(number.clone()),
                    step: Some(step),
                };
                let kind = one.finding.kind;
                if one.answer.is_none() && one.takers.iter().any(|taker| taker == who) {
                    tasks.push(task(What::Answer(kind), one.on.plus(ANSWER_DAYS), one.step));
                }
                let wants_action = kind == FindingKind::Shortcoming && one.actions.is_empty();
                if let Some((_, answer)) = one.answer.as_ref().filter(|_| wants_action && moderates)
                {
                    tasks.push(task(What::Agree, answer.by_when, one.step));
                }
                for action in &one.actions {
                    let ActionState::Open(due) = action.state() else {
                        continue;
                    };
                    if action.action.owner.0 == who {
                        tasks.push(task(What::Do, Some(due), action.step));
                    }
                    if action
                        .action
                        .checker
                        .as_ref()
                        .is_some_and(|one| one.0 == who)
                    {
                        tasks.push(task(What::Check, Some(due), action.step));
                    }
                }
            }
        }
        tasks.sort_by(|one, other| rank(one).cmp(&rank(other)));
        Ok(WorkOf { on, tasks })
    }

    /// Every dossier with a finding, and its number.
    fn dossiers_with_findings(&self) -> Result<Vec<([u8; 16], String)>, Error> {
        let query = Query::new(Select::Type(EventType::FindingRecorded.number()));
        let mut reading = self.store.read(&query, Opening::Facts)?;
        let mut streams = BTreeSet::new();
        while let Some(item) = reading.next()? {
            match item.content {
                Ok(recorded) => {
                    streams.insert(recorded.stream.id);
                }
                Err(NotRead::Closed(why)) => return Err(crate::store::Error::Closed(why).into()),
                Err(NotRead::Unreadable(_)) => {}
            }
        }
        let mut found = Vec::new();
        for stream in streams {
            let (dossier, _) = self.audited(stream)?;
            if let Some(number) = dossier.number() {
                found.push((stream, number.to_owned()));
            }
        }
        Ok(found)
    }
}

fn rank(task: &Task) -> impl Ord + '_ {
    (
        task.due.is_none(),
        task.due,
        &task.round,
        &task.number,
        task.step,
        task.what.code(),
    )
}
