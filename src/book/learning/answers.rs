//! The learner's own answer, locked before anything is revealed; and what was learned, at the end.

use serde::Serialize;
use serde_json::{Map, Value, json};

use super::error::LearnError;
use super::rounds::{LearningRound, RoundCase, Who};
use super::scene::Point;
use crate::base::EventId;
use crate::book::error::Error;
use crate::book::form::dossier_name;
use crate::book::opening::Book;
use crate::book::record::{Receipt, Recording};
use crate::domain::events::learning::LearningAnswerLocked;
use crate::domain::events::registry::StreamKind;
use crate::domain::{Event, EventType, Recorded, Refusal, Rule};
use crate::store::Opening;
use crate::text::Texts;

/// An answer that is to be locked: the fields of the event, without round, stop and panel.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Attempt {
    /// The fields.
    pub data: Map<String, Value>,
    /// Whether it is that of a panel, to compare with.
    pub panel: bool,
}

/// What somebody learned at a decision point.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Finish {
    /// One insight.
    pub insight: String,
    /// One intention.
    pub intention: Option<String>,
    /// The decision and its outcome, looked at apart: a code of `hindsight`.
    pub hindsight: Option<String>,
    /// Which stage changed the learner's mind: a code of `stage`.
    pub changed_by: Option<String>,
    /// Minutes it took.
    pub minutes: Option<u64>,
}

/// How far a learner is in a case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Progress {
    /// The name of the case in the round.
    pub case: String,
    /// Decision points with a locked answer.
    pub locked: usize,
    /// Decision points that were finished.
    pub finished: usize,
}

impl Book {
    /// Locks an answer at the first open point of a case; gives the number of that point.
    ///
    /// # Errors
    /// [`LearnError`] when there is no open point or the round is closed; as [`Book::record`].
    pub fn lock_answer(
        &self,
        texts: &Texts,
        round: &LearningRound,
        case: &str,
        point: Option<usize>,
        attempt: &Attempt,
        who: &Who,
    ) -> Result<(usize, Receipt), Error> {
        round.is_open()?;
        let case = self.case_named(round, case)?;
        let locked = self.locked_points(round, &case, &who.actor)?;
        if let Some(point) = point.filter(|point| (1..=locked).contains(point)) {
            return Err(LearnError::Locked(point).into());
        }
        let point = self.open_point(round, &case, point, &who.actor)?;
        let mut data = attempt.data.clone();
        self.settle_ranking(texts, round, &case, &point, &mut data)?;
        data.insert("round".to_owned(), Value::from(round.round.as_str()));
        data.insert("stop".to_owned(), Value::from(point.decision.to_string()));
        if attempt.panel {
            data.insert("panel".to_owned(), Value::from(true));
        }
        let line = self.learning_line(
            EventType::LearningAnswerLocked,
            Some(&case.number),
            Some(&round.municipality),
            who,
            Value::Object(data),
        );
        let receipt = self.record(&line, &Recording::default())?;
        Ok((point.number, receipt))
    }

    /// A number in the ranking means an option that the learner saw. When the decision rests on
    /// other options, or on none, the option goes in by its words: a refusal would tell what was
    /// decided.
    fn settle_ranking(
        &self,
        texts: &Texts,
        round: &LearningRound,
        case: &RoundCase,
        point: &Point,
        data: &mut Map<String, Value>,
    ) -> Result<(), Error> {
        let Some(ranking) = data.get_mut("ranking").and_then(Value::as_array_mut) else {
            return Ok(());
        };
        let veil = self.veil(round, case, &[])?;
        let before = Some(point.before);
        let scene = self.scene_at(texts, round, case, &veil, point.number, before)?;
        let presented = EventType::OptionsPresented;
        let story = self.knowable(&case.number, before)?;
        let seen = story
            .steps
            .iter()
            .rev()
            .find(|step| step.recorded.event.event_type() == presented);
        let taken = self.store.event(point.decision, Opening::Facts)?;
        let used = taken.and_then(|taken| match taken.event {
            Event::DecisionTaken(taken) => taken.options.set,
            _ => None,
        });
        let same = used.is_some() && used.map(|set| set.0) == seen.map(|step| step.recorded.id);
        for (place, item) in ranking.iter_mut().enumerate() {
            let Some(number) = item.get("option").and_then(Value::as_u64) else {
                continue;
            };
            let option = usize::try_from(number)
                .ok()
                .and_then(|number| scene.options.get(number.checked_sub(1)?));
            let Some(option) = option else {
                let field = format!("ranking.{place}.option");
                let key = "option-number-unknown";
                let refusal = Refusal::because_of(Rule::Form, &field, key, number);
                return Err(Error::Refused(vec![refusal]));
            };
            if !same {
                let words = option
                    .split_once(": ")
                    .map_or(option.as_str(), |(_, words)| words);
                *item = json!({ "own": words });
            }
        }
        Ok(())
    }

    /// Records what was learned at a point (E40).
    ///
    /// # Errors
    /// [`LearnError::NotLocked`] without a locked answer, [`LearnError::Finished`] when it was done
    /// before; as [`Book::record`].
    pub fn finish_learning(
        &self,
        texts: &Texts,
        round: &LearningRound,
        case: &str,
        point: usize,
        finish: &Finish,
        who: &Who,
    ) -> Result<Receipt, Error> {
        round.is_open()?;
        let case = self.case_named(round, case)?;
        let (stop, answer, locked) = self.locked_answer(round, &case, point, &who.actor)?;
        if self.finished(round, &case, &who.actor)?.contains(&stop) {
            return Err(LearnError::Finished(point).into());
        }
        let choice = texts.code("decision_kind", locked.choice_kind.code());
        let mut data = json!({
            "round": round.round,
            "learner": who.actor,
            "stop": stop.to_string(),
            "answer": answer.to_string(),
            "own_choice": choice,
            "own_reasons": locked.reasons.open().unwrap_or("–"),
            "insight": finish.insight,
            "choice_kind": locked.choice_kind.code(),
        });
        let texts = [
            ("intention", &finish.intention),
            ("hindsight", &finish.hindsight),
            ("changed_by", &finish.changed_by),
        ];
        for (field, value) in texts {
            if let Some(value) = value {
                data[field] = Value::from(value.as_str());
            }
        }
        if let Some(minutes) = finish.minutes {
            data["minutes"] = Value::from(minutes);
        }
        let line = self.learning_line(
            EventType::ReplayCompleted,
            Some(&case.number),
            Some(&round.municipality),
            who,
            data,
        );
        self.record(&line, &Recording::default())
    }

    /// How far a learner is in each case of a round, in the alphabetical order of their names.
    ///
    /// # Errors
    /// [`Error::Store`].
    pub fn learning_progress(
        &self,
        round: &LearningRound,
        learner: &str,
    ) -> Result<Vec<Progress>, Error> {
        let mut all = Vec::new();
        for name in self.learning_cases(round)? {
            let case = self.case_named(round, &name)?;
            all.push(Progress {
                locked: self.locked_points(round, &case, learner)?,
                finished: self.finished(round, &case, learner)?.len(),
                case: name,
            });
        }
        Ok(all)
    }

    /// How many decision points of a case a learner locked, without a gap.
    pub(super) fn locked_points(
        &self,
        round: &LearningRound,
        case: &RoundCase,
        learner: &str,
    ) -> Result<usize, Error> {
        let stops: Vec<EventId> = self
            .answers(round, case)?
            .into_iter()
            .filter(|(recorded, _)| recorded.common.actor.0 == learner)
            .map(|(_, answer)| answer.stop.0)
            .collect();
        let decisions = self.decisions(&case.number)?;
        let locked = decisions.iter().take_while(|(id, _)| stops.contains(id));
        Ok(locked.count())
    }

    /// The decision at a point, with the learner's locked answer and its id.
    pub(super) fn locked_answer(
        &self,
        round: &LearningRound,
        case: &RoundCase,
        point: usize,
        learner: &str,
    ) -> Result<(EventId, EventId, LearningAnswerLocked), Error> {
        let not_locked = || Error::from(LearnError::NotLocked(point));
        let stop = self.point(case, point).map_err(|_| not_locked())?.decision;
        let found = self
            .answers(round, case)?
            .into_iter()
            .find(|(recorded, answer)| recorded.common.actor.0 == learner && answer.stop.0 == stop);
        let (recorded, answer) = found.ok_or_else(not_locked)?;
        Ok((stop, recorded.id, answer))
    }

    /// Every locked answer of a round in a case, in the order of recording.
    pub(super) fn answers(
        &self,
        round: &LearningRound,
        case: &RoundCase,
    ) -> Result<Vec<(Recorded, LearningAnswerLocked)>, Error> {
        let mut found = Vec::new();
        for recorded in self.learning_events(case)? {
            if let Event::LearningAnswerLocked(answer) = &recorded.event
                && of_round(&recorded, answer.round.as_ref().map(|code| &code.0), round)
            {
                let answer = answer.clone();
                found.push((recorded, answer));
            }
        }
        Ok(found)
    }

    /// The decisions at which a learner finished in a round.
    pub(super) fn finished(
        &self,
        round: &LearningRound,
        case: &RoundCase,
        learner: &str,
    ) -> Result<Vec<EventId>, Error> {
        let events = self.learning_events(case)?;
        Ok(events
            .iter()
            .filter_map(|recorded| match &recorded.event {
                Event::ReplayCompleted(done)
                    if done.learner.0 == learner
                        && of_round(recorded, done.round.as_ref().map(|code| &code.0), round) =>
                {
                    Some(done.stop.0)
                }
                _ => None,
            })
            .collect())
    }

    /// What was learned from a dossier, in the order of recording.
    pub(super) fn learning_events(&self, case: &RoundCase) -> Result<Vec<Recorded>, Error> {
        let category = StreamKind::Case.category();
        let name = dossier_name(&case.number);
        let id = self.store.stream(category, &name)?.id;
        let stream = Self::dossier_stream(StreamKind::Learning, id);
        Ok(self.store.read_stream(stream, Opening::Words)?)
    }
}

/// Whether an event belongs to a round: a name is used once in a municipality.
fn of_round(recorded: &Recorded, code: Option<&String>, round: &LearningRound) -> bool {
    code == Some(&round.round) && recorded.common.municipality.0 == round.municipality
}
