//! What was rated, found, answered and done in the cases of a round, as far as it is opened.

use std::collections::{BTreeMap, HashMap};

use super::frame::team_of;
use super::round::{InRound, Round};
use crate::base::{Day, EventId};
use crate::book::error::Error;
use crate::book::masking::{masked_event, shields};
use crate::book::opening::Book;
use crate::domain::codes::{ActionOutcome, FindingKind};
use crate::domain::events::audit::{FindingAnswered, FindingRecorded, ReviewHeld};
use crate::domain::events::rounds::{ActionAgreed, ActionChecked};
use crate::domain::{Dossier, Event, Recorded};
use crate::store::Opening;

/// Numbers of steps, with the names of their event types.
pub(super) type Steps = HashMap<EventId, (usize, &'static str)>;

/// One rating of a case.
#[derive(Debug, Clone)]
pub struct Rated {
    /// Its event.
    pub id: EventId,
    /// Who rated.
    pub by: String,
    /// On which day.
    pub on: Day,
    /// The rating.
    pub review: ReviewHeld,
}

/// A finding with everything that followed.
#[derive(Debug, Clone)]
pub struct FindingFile {
    /// Its event.
    pub id: EventId,
    /// Its step in the story.
    pub step: usize,
    /// Who found it.
    pub by: String,
    /// On which day.
    pub on: Day,
    /// The finding.
    pub finding: FindingRecorded,
    /// The step that it is about.
    pub about: Option<usize>,
    /// Who took the decision that it is about; nobody when it is about something else.
    pub takers: Vec<String>,
    /// The answer.
    pub answer: Option<(Day, FindingAnswered)>,
    /// What was agreed about it.
    pub actions: Vec<Agreed>,
}

/// An action with its checks.
#[derive(Debug, Clone)]
pub struct Agreed {
    /// Its event.
    pub id: EventId,
    /// Its step in the story.
    pub step: usize,
    /// The action.
    pub action: ActionAgreed,
    /// The checks, in order.
    pub checks: Vec<(Day, ActionChecked)>,
}

/// Where an action stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ActionState {
    /// Not done or not checked; due on this day.
    Open(Day),
    /// Done, and somebody else saw it.
    Done,
    /// Not done, and no new date was set.
    NotDone,
}

impl Agreed {
    /// Where it stands, by the last check.
    #[must_use]
    pub fn state(&self) -> ActionState {
        match self.checks.last() {
            None => ActionState::Open(self.action.by_when),
            Some((_, check)) => match (check.outcome, check.again_by) {
                (ActionOutcome::Done, _) => ActionState::Done,
                (_, Some(day)) => ActionState::Open(day),
                (_, None) => ActionState::NotDone,
            },
        }
    }

    /// Whether a check asked to look at the case again in a next round.
    #[must_use]
    pub fn audit_again(&self) -> bool {
        self.checks
            .iter()
            .any(|(_, check)| check.audit_again == Some(true))
    }
}

/// One case of a round with all that was said about it there.
#[derive(Debug, Clone)]
pub struct CaseFile {
    /// The case.
    pub case: InRound,
    /// Its municipality.
    pub municipality: String,
    /// Its team.
    pub team: Option<String>,
    /// Whether its ratings are opened.
    pub opened: bool,
    /// Ratings, in the order of recording, blind ones included: never to be shown before
    /// [`CaseFile::shows`] says so.
    pub(super) ratings: Vec<Rated>,
    /// Findings, likewise.
    pub(super) findings: Vec<FindingFile>,
    /// Names of steps: number and label key.
    pub(super) steps: Steps,
}

impl CaseFile {
    /// Whether something recorded by `by` may be shown to `who`: what is not blind to everybody,
    /// blind things to their writer until they are opened.
    fn shows(&self, blind: Option<bool>, by: &str, who: Option<&str>) -> bool {
        self.opened || blind != Some(true) || who == Some(by)
    }

    /// The ratings that may be shown to this person, or to everybody.
    #[must_use]
    pub fn ratings(&self, who: Option<&str>) -> Vec<&Rated> {
        let shown = |one: &&Rated| self.shows(one.review.blind, &one.by, who);
        self.ratings.iter().filter(shown).collect()
    }

    /// The findings that may be shown to this person, or to everybody.
    #[must_use]
    pub fn findings(&self, who: Option<&str>) -> Vec<&FindingFile> {
        let shown = |one: &&FindingFile| self.shows(one.finding.blind, &one.by, who);
        self.findings.iter().filter(shown).collect()
    }

    /// Whether everybody who reads it has rated.
    #[must_use]
    pub fn is_rated(&self) -> bool {
        let rated = |who: &Option<String>| {
            who.as_ref()
                .is_none_or(|who| self.ratings.iter().any(|one| one.by == *who))
        };
        !self.ratings.is_empty() && rated(&self.case.rater) && rated(&self.case.second)
    }

    /// Whether this person rated it.
    #[must_use]
    pub fn is_rated_by(&self, who: &str) -> bool {
        self.ratings.iter().any(|one| one.by == who)
    }

    /// The number of a step.
    #[must_use]
    pub fn step(&self, id: EventId) -> Option<usize> {
        self.steps.get(&id).map(|(number, _)| *number)
    }

    /// The name of the event type of a step.
    #[must_use]
    pub fn step_event(&self, id: EventId) -> Option<&'static str> {
        self.steps.get(&id).map(|(_, event)| *event)
    }

    /// What counts in figures: the first rating of the case, once everything may be seen.
    #[must_use]
    pub fn counted(&self) -> Option<&Rated> {
        let first = |one: &&Rated| {
            self.case
                .rater
                .as_ref()
                .is_none_or(|rater| one.by == *rater)
        };
        let rating = self.ratings.iter().find(first)?;
        self.shows(rating.review.blind, &rating.by, None)
            .then_some(rating)
    }
}

/// All cases of a round.
#[derive(Debug, Clone)]
pub struct Results {
    /// The round.
    pub round: Round,
    /// Its cases.
    pub cases: Vec<CaseFile>,
}

impl Book {
    /// What was said about every case of a round.
    ///
    /// # Errors
    /// [`Error::Store`].
    pub fn results(&self, round: &Round) -> Result<Results, Error> {
        let cases = self.cases_of(round)?.into_iter();
        let cases: Result<_, Error> = cases.map(|case| self.case_file(round, case)).collect();
        Ok(Results {
            round: round.clone(),
            cases: cases?,
        })
    }

    /// What was said about one case in a round.
    pub(super) fn case_file(&self, round: &Round, case: InRound) -> Result<CaseFile, Error> {
        let (dossier, steps) = self.audited(case.stream)?;
        let mut file = CaseFile {
            municipality: dossier
                .events()
                .next()
                .map(|one| one.common.municipality.0.clone())
                .unwrap_or_default(),
            team: team_of(&dossier),
            opened: false,
            ratings: Vec::new(),
            findings: Vec::new(),
            steps,
            case,
        };
        let of_round =
            |code: &Option<crate::domain::values::Code>| code.as_ref() == Some(&round.plan.round);
        for recorded in dossier.events() {
            match &recorded.event {
                Event::RoundOpened(opened) if opened.round == round.plan.round => {
                    file.opened = true;
                }
                Event::ReviewHeld(review) if of_round(&review.round) => file.ratings.push(Rated {
                    id: recorded.id,
                    by: recorded.common.actor.0.clone(),
                    on: recorded.common.occurred_on,
                    review: review.clone(),
                }),
                Event::FindingRecorded(finding) if of_round(&finding.round) => {
                    file.findings
                        .push(found(&dossier, &file.steps, recorded, finding));
                }
                _ => {}
            }
        }
        follow(&dossier, &file.steps, &mut file.findings);
        Ok(file)
    }

    /// A dossier as it reads now, with the number and label of every step.
    pub(super) fn audited(&self, stream: [u8; 16]) -> Result<(Dossier, Steps), Error> {
        let events = self.own_events(stream, Opening::Words, &|_| true)?;
        let mut positions = self.related_positions(stream, &events)?;
        positions.extend(events.iter().map(|recorded| recorded.position));
        let numbers: BTreeMap<_, usize> = positions.into_iter().zip(1..).collect();
        let steps = events.iter().filter_map(|recorded| {
            let number = numbers.get(&recorded.position)?;
            Some((recorded.id, (*number, recorded.event.event_type().name())))
        });
        let steps = steps.collect();
        let shields = shields(&events);
        let shown = events.iter().map(|recorded| {
            let fields = shields.get(&recorded.id).map_or(&[][..], Vec::as_slice);
            masked_event(recorded, fields)
        });
        Ok((shown.fold(Dossier::default(), Dossier::evolve), steps))
    }

    /// Every finding of a dossier, of any round and of none.
    pub(super) fn findings_of(
        &self,
        stream: [u8; 16],
    ) -> Result<(Dossier, Vec<FindingFile>), Error> {
        let (dossier, steps) = self.audited(stream)?;
        let mut findings = Vec::new();
        for recorded in dossier.events() {
            if let Event::FindingRecorded(finding) = &recorded.event {
                findings.push(found(&dossier, &steps, recorded, finding));
            }
        }
        follow(&dossier, &steps, &mut findings);
        Ok((dossier, findings))
    }
}

fn found(
    dossier: &Dossier,
    steps: &Steps,
    recorded: &Recorded,
    finding: &FindingRecorded,
) -> FindingFile {
    let number = |id: EventId| steps.get(&id).map(|(number, _)| *number);
    let about = dossier
        .entry(finding.event.0)
        .map(|entry| &entry.now().event);
    let of_decision = matches!(
        about,
        Some(Event::DecisionTaken(_) | Event::DecisionReconsidered(_))
    );
    let takers = match of_decision {
        true => dossier.takers(finding.event.0),
        false => Vec::new(),
    };
    FindingFile {
        id: recorded.id,
        step: number(recorded.id).unwrap_or_default(),
        by: recorded.common.actor.0.clone(),
        on: recorded.common.occurred_on,
        finding: finding.clone(),
        about: number(finding.event.0),
        takers: takers.into_iter().map(|one| one.0.clone()).collect(),
        answer: None,
        actions: Vec::new(),
    }
}

/// Adds answers, actions and checks to the findings they belong to.
fn follow(dossier: &Dossier, steps: &Steps, findings: &mut [FindingFile]) {
    for recorded in dossier.events() {
        let on = recorded.common.occurred_on;
        match &recorded.event {
            Event::FindingAnswered(answer) => {
                if let Some(finding) = findings.iter_mut().find(|one| one.id == answer.finding.0) {
                    finding.answer.get_or_insert((on, answer.clone()));
                }
            }
            Event::ActionAgreed(action) => {
                if let Some(finding) = findings.iter_mut().find(|one| one.id == action.finding.0) {
                    let step = steps.get(&recorded.id).map(|(number, _)| *number);
                    finding.actions.push(Agreed {
                        id: recorded.id,
                        step: step.unwrap_or_default(),
                        action: action.clone(),
                        checks: Vec::new(),
                    });
                }
            }
            Event::ActionChecked(check) => {
                let all = findings.iter_mut().flat_map(|one| &mut one.actions);
                if let Some(action) = all.into_iter().find(|one| one.id == check.action.0) {
                    action.checks.push((on, check.clone()));
                }
            }
            _ => {}
        }
    }
}

/// The order in which a report tells findings: strengths first.
pub(super) fn rank(kind: FindingKind) -> usize {
    match kind {
        FindingKind::Strength => 0,
        FindingKind::Question => 1,
        FindingKind::Shortcoming => 2,
    }
}
