//! Where a dossier stands: who has the lead, and which steps are still open.

use super::history::{Step, Story};
use crate::base::EventId;
use crate::domain::Event;
use crate::domain::codes::{GoalResult, Reconsidered};

/// Where a dossier stands after the steps of a story. Steps are named by their numbers, so that a
/// standing cannot tell what is shielded.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Standing {
    /// Who has the lead; `None` when nobody has, or when it is shielded.
    pub lead: Option<String>,
    /// Instruments that were started and did not end.
    pub instruments: Vec<usize>,
    /// Goals that were set and neither reached nor let go.
    pub goals: Vec<usize>,
    /// Decisions that hold: not past their last day, not withdrawn and not changed by another.
    pub decisions: Vec<usize>,
}

impl Story {
    /// Where the dossier stands after its last step here.
    #[must_use]
    pub fn standing(&self) -> Standing {
        let Some(day) = self
            .steps
            .iter()
            .map(|step| step.recorded.common.occurred_on)
            .max()
        else {
            return Standing::default();
        };
        let number = |id: EventId| {
            let found = self.steps.iter().find(|step| step.recorded.id == id);
            found.map(|step| step.number)
        };
        let instruments = self.dossier.instruments().into_iter();
        let open = instruments.filter(|instrument| instrument.ended_on.is_none());
        let lead_is_shielded = self.steps.iter().any(|step| {
            step.shielded
                .iter()
                .any(|field| field == "lead" || field == "to")
        });
        let lead = self.dossier.lead_on(day).filter(|_| !lead_is_shielded);
        let mut standing = Standing {
            lead: lead.map(|lead| lead.0.clone()),
            instruments: open
                .filter_map(|instrument| number(instrument.id))
                .collect(),
            ..Standing::default()
        };
        for step in &self.steps {
            standing.take_in(self, step, day);
        }
        standing
    }
}

impl Standing {
    fn take_in(&mut self, story: &Story, step: &Step, day: crate::base::Day) {
        let number = |id: EventId| {
            let found = story.steps.iter().find(|step| step.recorded.id == id);
            found.map(|step| step.number)
        };
        match &step.recorded.event {
            Event::GoalSet(_) => self.goals.push(step.number),
            Event::GoalReviewed(review)
                if matches!(review.result, GoalResult::Reached | GoalResult::Dropped) =>
            {
                let goal = number(review.goal.0);
                self.goals.retain(|one| Some(*one) != goal);
            }
            Event::DecisionTaken(taken) if taken.until.is_none_or(|until| until >= day) => {
                self.decisions.push(step.number);
            }
            Event::DecisionReconsidered(answer) if answer.outcome != Reconsidered::Stays => {
                let decision = story.dossier.contested(answer.contest.0).and_then(number);
                self.decisions.retain(|one| Some(*one) != decision);
                if answer.outcome == Reconsidered::Changed {
                    self.decisions.push(step.number);
                }
            }
            Event::TrajectoryClosed(_) => {
                self.goals.clear();
                self.decisions.clear();
            }
            _ => {}
        }
    }
}
