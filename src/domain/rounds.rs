//! The rounds of a municipality: what was planned, drawn, opened and closed, folded from the stream
//! of its organisation.

use super::events::rounds::{CasesDrawn, RoundPlanned};
use super::events::{Event, audit};
use super::recorded::Recorded;
use super::values::{Actor, Code};
use crate::base::EventId;

/// A round as far as it is known.
#[derive(Debug, Clone, PartialEq)]
pub struct Round {
    /// The event that planned it.
    pub id: EventId,
    /// Who planned it.
    pub planner: Actor,
    /// The plan.
    pub planned: RoundPlanned,
    /// Its draws, in the order of recording.
    pub draws: Vec<CasesDrawn>,
    /// The event that opened what was written about the round as a whole.
    pub opened: Option<EventId>,
    /// The event that closed it.
    pub closed: Option<EventId>,
}

/// A case of a round.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RoundCase<'a> {
    /// Who rates it.
    pub rater: Option<&'a Actor>,
    /// Who rates it too, blind.
    pub second: Option<&'a Actor>,
    /// Whether a signal pointed at it, so that it counts in no figure of the draw.
    pub targeted: bool,
}

impl RoundCase<'_> {
    /// Whether two persons rate it, each without seeing the other's rating.
    #[must_use]
    pub fn is_double(&self) -> bool {
        self.second.is_some()
    }
}

impl Round {
    /// The case that begins with this event, when it was drawn or pointed at.
    #[must_use]
    pub fn case(&self, first: EventId) -> Option<RoundCase<'_>> {
        let drawn = self.draws.iter().flat_map(|draw| &draw.cases);
        let drawn = drawn
            .filter(|one| one.case.0 == first)
            .map(|one| RoundCase {
                rater: one.rater.as_ref(),
                second: one.second.as_ref(),
                targeted: false,
            })
            .next();
        let targeted = self.draws.iter().flat_map(|draw| &draw.targeted);
        let targeted = targeted
            .filter(|one| one.case.0 == first)
            .map(|one| RoundCase {
                rater: one.rater.as_ref(),
                second: None,
                targeted: true,
            });
        drawn.or_else(|| targeted.into_iter().next())
    }

    /// Who may open: the moderator, or whoever planned the round when there is none.
    #[must_use]
    pub fn opener(&self) -> &Actor {
        self.planned.moderator.as_ref().unwrap_or(&self.planner)
    }

    /// Whether somebody rates a case of this round: whoever the draw names, or else anybody who
    /// rates in the round.
    #[must_use]
    pub fn rates(&self, case: &RoundCase<'_>, actor: &Actor) -> bool {
        match (case.rater, case.second) {
            (None, None) => self.is_rater(actor),
            (rater, second) => rater == Some(actor) || second == Some(actor),
        }
    }

    /// Whether somebody may rate in this round; anybody may when the plan names nobody.
    #[must_use]
    pub fn is_rater(&self, actor: &Actor) -> bool {
        self.planned.raters.is_empty() || self.planned.raters.contains(actor)
    }
}

/// Every round of a municipality.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Rounds {
    rounds: Vec<Round>,
}

impl Rounds {
    /// Folds what an organisation recorded, in the order of the log, corrections applied; other
    /// events change nothing.
    #[must_use]
    pub fn of<'a>(events: impl IntoIterator<Item = &'a Recorded>) -> Self {
        let mut rounds = Self::default();
        for recorded in events {
            rounds.take(recorded);
        }
        rounds
    }

    fn take(&mut self, recorded: &Recorded) {
        match &recorded.event {
            Event::RoundPlanned(planned) if self.get(&planned.round).is_none() => {
                self.rounds.push(Round {
                    id: recorded.id,
                    planner: recorded.common.actor.clone(),
                    planned: planned.clone(),
                    draws: Vec::new(),
                    opened: None,
                    closed: None,
                });
            }
            Event::CasesDrawn(drawn) => self.change(&drawn.round, |round| {
                round.draws.push(drawn.clone());
            }),
            Event::RoundOpened(opened) => self.change(&opened.round, |round| {
                round.opened.get_or_insert(recorded.id);
            }),
            Event::RoundClosed(closed) => self.change(&closed.round, |round| {
                round.closed.get_or_insert(recorded.id);
            }),
            _ => {}
        }
    }

    fn change(&mut self, name: &Code, change: impl FnOnce(&mut Round)) {
        let mut rounds = self.rounds.iter_mut();
        if let Some(round) = rounds.find(|round| round.planned.round == *name) {
            change(round);
        }
    }

    /// The round of this name.
    #[must_use]
    pub fn get(&self, name: &Code) -> Option<&Round> {
        self.rounds.iter().find(|one| one.planned.round == *name)
    }

    /// Every round, in the order of planning.
    #[must_use]
    pub fn all(&self) -> &[Round] {
        &self.rounds
    }
}

impl Event {
    /// The round that an event belongs to.
    #[must_use]
    pub fn round(&self) -> Option<&Code> {
        match self {
            Self::RoundPlanned(planned) => Some(&planned.round),
            Self::CasesDrawn(drawn) => Some(&drawn.round),
            Self::ShieldingConfirmed(confirmed) => Some(&confirmed.round),
            Self::RoundOpened(opened) => Some(&opened.round),
            Self::ViewWritten(view) => Some(&view.round),
            Self::JudgementRecorded(judgement) => Some(&judgement.round),
            Self::RoundClosed(closed) => Some(&closed.round),
            Self::SessionHeld(session) => Some(&session.round),
            Self::LearningAnswerLocked(answer) => answer.round.as_ref(),
            Self::ReviewHeld(audit::ReviewHeld { round, .. })
            | Self::FindingRecorded(audit::FindingRecorded { round, .. })
            | Self::ReplayCompleted(audit::ReplayCompleted { round, .. }) => round.as_ref(),
            _ => None,
        }
    }
}
