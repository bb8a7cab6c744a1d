//! One case of a round, as its reader needs it: the steps to judge, what came before, the criteria.

use super::instrument::Instrument;
use super::results::{FindingFile, Rated};
use super::round::{InRound, Round};
use crate::base::EventId;
use crate::book::error::Error;
use crate::book::history::{AsKnown, Step, Story};
use crate::book::opening::Book;
use crate::domain::events::registry::StreamKind;
use crate::domain::{Event, EventType};

/// A case to read.
#[derive(Debug, Clone)]
pub struct CaseToRead {
    /// The round.
    pub round: Round,
    /// The case.
    pub case: InRound,
    /// Its story, looking back at it left out.
    pub story: Story,
    /// Numbers of the steps that are judged.
    pub judged: Vec<usize>,
    /// Numbers of the steps that are read as context.
    pub context: Vec<usize>,
    /// How many steps lie outside the period that is read.
    pub outside: usize,
    /// The criteria.
    pub instrument: Option<Instrument>,
    /// Whether the ratings are opened.
    pub opened: bool,
    /// The ratings that this reader may see: their own, and those of others once opened.
    pub ratings: Vec<OwnRating>,
    /// The findings that this reader may see.
    pub findings: Vec<FindingFile>,
}

/// A rating as a reader sees it: theirs or not, never whose.
#[derive(Debug, Clone)]
pub struct OwnRating {
    /// Whether it is the reader's own.
    pub own: bool,
    /// The rating.
    pub rated: Rated,
}

/// Entries that are no step of the work: they repair or close an earlier one.
const REPAIRS: [EventType; 2] = [EventType::EntryCorrected, EventType::EntryShielded];

impl Book {
    /// A case of a round, for one reader.
    ///
    /// # Errors
    /// [`super::AuditError::NotInRound`], [`super::AuditError::NoInstrument`];
    /// [`Error::Store`].
    pub fn case_to_read(
        &self,
        round: &Round,
        number: &str,
        who: &str,
    ) -> Result<CaseToRead, Error> {
        let case = self.case_in(round, number)?;
        let mut story = self.story(&case.number, AsKnown::default())?;
        let looking_back = |step: &Step| {
            let category = step.recorded.stream.category;
            category == StreamKind::Audit.category() || category == StreamKind::Learning.category()
        };
        story.steps.retain(|step| !looking_back(step));
        let plan = &round.plan;
        let (mut judged, mut context, mut outside) = (Vec::new(), Vec::new(), 0);
        for step in &story.steps {
            let day = step.recorded.common.occurred_on;
            let within = |from: Option<_>, until: Option<_>| {
                from.is_none_or(|from| from <= day) && until.is_none_or(|until| day <= until)
            };
            let is_work =
                !step.of_organisation && !REPAIRS.contains(&step.recorded.event.event_type());
            if !within(plan.read_from, plan.read_until) {
                outside += 1;
            } else if is_work && within(plan.judged_from, plan.judged_until) {
                judged.push(step.number);
            } else {
                context.push(step.number);
            }
        }
        let instrument = self.instrument_of(round)?;
        let file = self.case_file(round, case.clone())?;
        let ratings = file.ratings(Some(who)).into_iter();
        let ratings = ratings
            .filter(|one| file.opened || one.by == who)
            .map(|one| OwnRating {
                own: one.by == who,
                rated: one.clone(),
            })
            .collect();
        let findings = file.findings(Some(who)).into_iter().cloned().collect();
        Ok(CaseToRead {
            round: round.clone(),
            case,
            story,
            judged,
            context,
            outside,
            instrument,
            opened: file.opened,
            ratings,
            findings,
        })
    }

    /// The id of a step of a dossier.
    ///
    /// # Errors
    /// [`super::AuditError::NoSuchStep`]; [`Error::Store`].
    pub fn step_id(&self, number: &str, step: usize) -> Result<EventId, Error> {
        let ids = self.step_ids(number)?;
        let found = step.checked_sub(1).and_then(|at| ids.get(at)).copied();
        found.ok_or_else(|| {
            super::AuditError::NoSuchStep {
                number: number.to_owned(),
                step: step.to_string(),
            }
            .into()
        })
    }
}

impl CaseToRead {
    /// The step with this number.
    #[must_use]
    pub fn step(&self, number: usize) -> Option<&Step> {
        self.story.steps.iter().find(|step| step.number == number)
    }

    /// Whether a step is a decision.
    #[must_use]
    pub fn is_decision(&self, number: usize) -> bool {
        let step = self.step(number);
        step.is_some_and(|step| {
            matches!(
                step.recorded.event,
                Event::DecisionTaken(_) | Event::DecisionReconsidered(_)
            )
        })
    }
}
