//! Rounds of learning: planned with a goal, filled with shielded cases that a person confirmed.

use serde_json::{Map, Value, json};

use super::error::LearnError;
use crate::base::{EventId, digest};
use crate::book::error::Error;
use crate::book::opening::Book;
use crate::book::record::{Receipt, Recording, organisation_name};
use crate::domain::codes::RoundKind;
use crate::domain::events::registry::StreamKind;
use crate::domain::{Event, EventType};
use crate::exchange::Line;
use crate::practice::masking;
use crate::store::Opening;

/// Who does something: the code of a person and of a role.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Who {
    /// Code of the person.
    pub actor: String,
    /// Code of the role.
    pub role: String,
}

/// A round that is to be planned.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NewRound {
    /// Its name.
    pub round: String,
    /// What the round wants to know.
    pub question: String,
    /// What there is to learn.
    pub goal: String,
    /// Last day, as it stands in forms.
    pub ends_on: Option<String>,
}

/// A round of learning.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LearningRound {
    /// Municipality whose round it is.
    pub municipality: String,
    /// Its name.
    pub round: String,
    /// What the round wants to know.
    pub question: String,
    /// What there is to learn.
    pub goal: Option<String>,
    /// The cases, by their first events; none before the round is filled.
    pub(super) cases: Option<Vec<EventId>>,
    /// Whether people learn from it; a review by theme needs no decision in its cases.
    learns: bool,
    /// Whether it was closed.
    pub closed: bool,
}

/// A case of a round.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct RoundCase {
    /// Number of the dossier; never shown to a learner.
    pub(super) number: String,
    /// Its first event.
    pub(super) first: EventId,
    /// Its name in the round.
    pub(super) name: String,
}

/// A round that was filled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filled {
    /// Proof of the recording.
    pub receipt: Receipt,
    /// The names of the cases in the round, in alphabetical order.
    pub cases: Vec<String>,
}

impl LearningRound {
    /// Names the round among all municipalities, for pseudonyms.
    pub(super) fn full_name(&self) -> String {
        format!("{}\u{1f}{}", self.municipality, self.round)
    }
}

impl Book {
    /// Plans a round of learning.
    ///
    /// # Errors
    /// As [`Book::record`].
    pub fn plan_learning(
        &self,
        new: &NewRound,
        municipality: Option<&str>,
        who: &Who,
    ) -> Result<Receipt, Error> {
        let mut data = json!({
            "round": new.round,
            "kind": RoundKind::Learning.code(),
            "question": new.question,
            "learning_goal": new.goal,
            "moderator": who.actor,
        });
        if let Some(day) = &new.ends_on {
            data["ends_on"] = Value::from(day.as_str());
        }
        let line = self.learning_line(EventType::RoundPlanned, None, municipality, who, data);
        self.record(&line, &Recording::default())
    }

    /// Records that a person read the shielded text of a dossier and found it right.
    ///
    /// # Errors
    /// [`LearnError`] when the round is not open; as [`Book::record`].
    pub fn confirm_shielding(
        &self,
        round: &LearningRound,
        number: &str,
        extra: &[String],
        who: &Who,
    ) -> Result<Receipt, Error> {
        round.is_open()?;
        let data = json!({ "round": round.round, "extra": extra });
        let line = self.learning_line(
            EventType::ShieldingConfirmed,
            Some(number),
            Some(&round.municipality),
            who,
            data,
        );
        self.record(&line, &Recording::default())
    }

    /// Fills a round with dossiers whose shielding a person confirmed.
    ///
    /// # Errors
    /// [`LearnError`] when a dossier was not confirmed or holds no decision, or the round has its
    /// cases; as [`Book::record`].
    pub fn fill_learning(
        &self,
        round: &LearningRound,
        numbers: &[String],
        who: &Who,
    ) -> Result<Filled, Error> {
        round.is_open()?;
        if round.cases.is_some() {
            return Err(LearnError::Filled(round.round.clone()).into());
        }
        let mut cases = Vec::new();
        for number in numbers {
            let number = number.trim();
            if round.learns && self.decisions(number)?.is_empty() {
                return Err(LearnError::NoDecision(number.to_owned()).into());
            }
            if !self.is_confirmed(round, number)? {
                return Err(LearnError::NotConfirmed(number.to_owned()).into());
            }
            let case = self.case_of(round, number)?;
            if !cases.contains(&case) {
                cases.push(case);
            }
        }
        let mut ids: Vec<String> = cases.iter().map(|case| case.first.to_string()).collect();
        ids.sort();
        let frame: Vec<&[u8]> = ids.iter().map(String::as_bytes).collect();
        let digest: String = digest::sha256(&frame)
            .0
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect();
        let drawn: Vec<Value> = ids
            .iter()
            .map(|id| json!({ "case": id, "stratum": "set", "weight": 1 }))
            .collect();
        let data = json!({
            "round": round.round,
            // Chosen by hand: no chance was used.
            "seed": "0000000000000000",
            "method": "met_de_hand",
            "frame_until": self.store.head()?.next.0,
            "frame_digest": digest,
            "frame_size": ids.len(),
            "strata": [{ "key": "set", "size": ids.len(), "drawn": ids.len() }],
            "cases": drawn,
        });
        let municipality = Some(round.municipality.as_str());
        let line = self.learning_line(EventType::CasesDrawn, None, municipality, who, data);
        let receipt = self.record(&line, &Recording::default())?;
        let mut cases: Vec<String> = cases.into_iter().map(|case| case.name).collect();
        cases.sort();
        Ok(Filled { receipt, cases })
    }

    /// A round of learning.
    ///
    /// # Errors
    /// [`LearnError::NoSuchRound`], [`LearnError::OtherKind`]; [`Error::Store`].
    pub fn learning_round(
        &self,
        municipality: Option<&str>,
        round: &str,
    ) -> Result<LearningRound, Error> {
        self.shielded_round(municipality, round, RoundKind::Learning)
    }

    /// A round of a kind whose cases are shielded: learning, or a review by theme.
    ///
    /// # Errors
    /// As [`Book::learning_round`].
    pub fn shielded_round(
        &self,
        municipality: Option<&str>,
        round: &str,
        kind: RoundKind,
    ) -> Result<LearningRound, Error> {
        let municipality = municipality.unwrap_or(&self.config.municipality);
        let category = StreamKind::Organisation.category();
        let stream = self
            .store
            .stream(category, &organisation_name(municipality))?;
        let mut found: Option<LearningRound> = None;
        for recorded in self.store.read_stream(stream, Opening::Words)? {
            match recorded.event {
                Event::RoundPlanned(planned) if planned.round.0 == round => {
                    if planned.kind != kind {
                        return Err(LearnError::OtherKind(round.to_owned()).into());
                    }
                    found = Some(LearningRound {
                        municipality: municipality.to_owned(),
                        round: round.to_owned(),
                        question: planned.question.open().unwrap_or_default().to_owned(),
                        goal: planned
                            .learning_goal
                            .and_then(|goal| goal.open().map(str::to_owned)),
                        cases: None,
                        learns: kind == RoundKind::Learning,
                        closed: false,
                    });
                }
                Event::CasesDrawn(drawn) if drawn.round.0 == round => {
                    if let Some(found) = &mut found {
                        let cases = drawn.cases.iter().map(|case| case.case.0);
                        found.cases = Some(cases.collect());
                    }
                }
                Event::RoundClosed(closed) if closed.round.0 == round => {
                    if let Some(found) = &mut found {
                        found.closed = true;
                    }
                }
                _ => {}
            }
        }
        found.ok_or_else(|| LearnError::NoSuchRound(round.to_owned()).into())
    }

    /// The names of the cases of a round, in alphabetical order: an order that tells nothing.
    ///
    /// # Errors
    /// [`Error::Store`].
    pub fn learning_cases(&self, round: &LearningRound) -> Result<Vec<String>, Error> {
        let mut names = Vec::new();
        for first in round.cases.iter().flatten() {
            names.push(self.case_name(round, *first)?);
        }
        names.sort();
        Ok(names)
    }

    /// The number of the dossier behind the name of a case; for the book alone.
    pub(in crate::book) fn behind(
        &self,
        round: &LearningRound,
        name: &str,
    ) -> Result<(String, EventId), Error> {
        let case = self.case_named(round, name)?;
        Ok((case.number, case.first))
    }

    /// The case of a round with this name.
    pub(super) fn case_named(&self, round: &LearningRound, name: &str) -> Result<RoundCase, Error> {
        let wanted = name.trim().to_uppercase();
        for first in round.cases.iter().flatten() {
            let name = self.case_name(round, *first)?;
            if name == wanted
                && let Some(opened) = self.store.event(*first, Opening::Facts)?
                && let Some(number) = self.dossier_number(opened.position)?
            {
                return Ok(RoundCase {
                    number,
                    first: *first,
                    name,
                });
            }
        }
        Err(LearnError::NoSuchCase(wanted).into())
    }

    /// A dossier as a case of a round, whether it is in its set or not.
    pub(super) fn case_of(&self, round: &LearningRound, number: &str) -> Result<RoundCase, Error> {
        let place = self.dossier_place(number)?;
        let first = self.store.event_at(place, Opening::Facts)?;
        let first = first
            .ok_or_else(|| Error::NoSuchDossier {
                number: number.to_owned(),
            })?
            .id;
        Ok(RoundCase {
            number: number.to_owned(),
            first,
            name: self.case_name(round, first)?,
        })
    }

    fn case_name(&self, round: &LearningRound, first: EventId) -> Result<String, Error> {
        let key = self
            .store
            .round_id(&round.full_name(), &format!("case {first}"))?;
        Ok(masking::pseudonym(&key))
    }

    fn is_confirmed(&self, round: &LearningRound, number: &str) -> Result<bool, Error> {
        let confirmed = self.confirmations(number)?;
        Ok(confirmed.iter().any(|(name, _)| *name == round.full_name()))
    }

    /// A line that somebody records for a round.
    pub(super) fn learning_line(
        &self,
        event: EventType,
        dossier: Option<&str>,
        municipality: Option<&str>,
        who: &Who,
        data: Value,
    ) -> Line {
        let mut common = Map::new();
        let today = self.now().day().to_string();
        let mut put = |key: &str, value: &str| common.insert(key.to_owned(), Value::from(value));
        put("occurred_on", &today);
        put("actor", &who.actor);
        put("role", &who.role);
        if let Some(municipality) = municipality {
            put("municipality", municipality);
        }
        let data = match data {
            Value::Object(data) => data,
            _ => Map::new(),
        };
        Line {
            event: event.name().to_owned(),
            dossier: dossier.map(str::to_owned),
            common,
            data,
            ..Line::default()
        }
    }
}

impl LearningRound {
    /// Refuses when the round was closed.
    pub(super) fn is_open(&self) -> Result<(), Error> {
        if self.closed {
            return Err(LearnError::Closed(self.round.clone()).into());
        }
        Ok(())
    }
}
