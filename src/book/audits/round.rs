//! A round as it stands: its plan, its draws, who reads what, whether it is closed.

use super::error::AuditError;
use crate::base::{Day, EventId, Position};
use crate::book::error::Error;
use crate::book::masking::{masked_event, shields};
use crate::book::opening::Book;
use crate::domain::codes::RoundKind;
use crate::domain::events::rounds::{CasesDrawn, RoundClosed, RoundPlanned};
use crate::domain::{Dossier, Event};
use crate::store::Opening;

/// A round.
#[derive(Debug, Clone)]
pub struct Round {
    /// The municipality that holds it.
    pub municipality: String,
    /// Day of the plan.
    pub planned_on: Day,
    /// Who planned it.
    pub planner: String,
    /// The plan.
    pub plan: RoundPlanned,
    /// The draws, in order.
    pub draws: Vec<Draw>,
    /// Its end, when it is closed.
    pub closed: Option<(Day, RoundClosed)>,
}

/// One draw of a round.
#[derive(Debug, Clone)]
pub struct Draw {
    /// Id of the event.
    pub id: EventId,
    /// Its place in the log.
    pub position: Position,
    /// Day of the draw.
    pub on: Day,
    /// What was drawn.
    pub drawn: CasesDrawn,
}

/// A case of a round.
#[derive(Debug, Clone, PartialEq)]
pub struct InRound {
    /// Its first event.
    pub case: EventId,
    /// Its number.
    pub number: String,
    /// Where it begins in the log.
    pub place: Position,
    /// The stream id that its streams share.
    pub(super) stream: [u8; 16],
    /// Which draw it belongs to, from 0.
    pub draw: usize,
    /// Its stratum; none when a signal pointed at it.
    pub stratum: Option<String>,
    /// How many cases of the frame it stands for; none when it was chosen and not drawn.
    pub weight: Option<f64>,
    /// The signal that pointed at it.
    pub signal: Option<String>,
    /// Who reads it.
    pub rater: Option<String>,
    /// Who reads it too, blind.
    pub second: Option<String>,
}

impl InRound {
    /// Whether this person reads it.
    #[must_use]
    pub fn is_read_by(&self, who: &str) -> bool {
        [&self.rater, &self.second]
            .into_iter()
            .flatten()
            .any(|one| one == who)
    }

    /// How many ratings it is to get.
    #[must_use]
    pub fn wanted(&self) -> usize {
        1 + usize::from(self.second.is_some())
    }
}

impl Round {
    /// Its name.
    #[must_use]
    pub fn code(&self) -> &str {
        &self.plan.round.0
    }

    /// Who opens: the moderator, or whoever planned when there is none.
    #[must_use]
    pub fn moderator(&self) -> &str {
        self.plan
            .moderator
            .as_ref()
            .map_or(&self.planner, |one| &one.0)
    }

    /// Who rates, by the plan.
    #[must_use]
    pub fn raters(&self) -> Vec<String> {
        self.plan.raters.iter().map(|one| one.0.clone()).collect()
    }
}

impl Book {
    /// Every round that a municipality planned, in the order of planning; that of the book when
    /// none is named.
    ///
    /// # Errors
    /// [`Error::Store`].
    pub fn rounds_of(&self, municipality: Option<&str>) -> Result<Vec<Round>, Error> {
        let municipality = municipality.unwrap_or(&self.config().municipality);
        let stream = self.organisation_stream(municipality)?;
        let mut rounds: Vec<Round> = Vec::new();
        let events = self.store.read_stream(stream, Opening::Words)?;
        let shields = shields(&events);
        let shown = events.iter().map(|recorded| {
            let fields = shields.get(&recorded.id).map_or(&[][..], Vec::as_slice);
            masked_event(recorded, fields)
        });
        let dossier = shown.fold(Dossier::default(), Dossier::evolve);
        for recorded in dossier.events().cloned() {
            let (on, actor) = (recorded.common.occurred_on, recorded.common.actor.0.clone());
            let find = |rounds: &mut Vec<Round>, code: &str| {
                rounds.iter().position(|one| one.code() == code)
            };
            match recorded.event {
                Event::RoundPlanned(plan) => rounds.push(Round {
                    municipality: municipality.to_owned(),
                    planned_on: on,
                    planner: actor,
                    plan,
                    draws: Vec::new(),
                    closed: None,
                }),
                Event::CasesDrawn(drawn) => {
                    if let Some(at) = find(&mut rounds, &drawn.round.0) {
                        rounds[at].draws.push(Draw {
                            id: recorded.id,
                            position: recorded.position,
                            on,
                            drawn,
                        });
                    }
                }
                Event::RoundClosed(closed) => {
                    if let Some(at) = find(&mut rounds, &closed.round.0) {
                        rounds[at].closed = Some((on, closed));
                    }
                }
                _ => {}
            }
        }
        Ok(rounds)
    }

    /// The round with this name.
    ///
    /// # Errors
    /// [`AuditError::NoSuchRound`]; [`Error::Store`].
    pub fn round(&self, municipality: Option<&str>, code: &str) -> Result<Round, Error> {
        let rounds = self.rounds_of(municipality)?;
        let names: Vec<String> = rounds.iter().map(|one| one.code().to_owned()).collect();
        let found = rounds.into_iter().find(|one| one.code() == code.trim());
        found.ok_or_else(|| {
            let there = names.join(", ");
            AuditError::NoSuchRound {
                given: code.to_owned(),
                there: if there.is_empty() {
                    "–".to_owned()
                } else {
                    there
                },
            }
            .into()
        })
    }

    /// The round with this name, when it is an audit.
    ///
    /// # Errors
    /// As [`Book::round`].
    pub fn audit_round(&self, municipality: Option<&str>, code: &str) -> Result<Round, Error> {
        let round = self.round(municipality, code)?;
        if round.plan.kind == RoundKind::Audit {
            return Ok(round);
        }
        let rounds = self.rounds_of(municipality)?.into_iter();
        let audits = rounds.filter(|one| one.plan.kind == RoundKind::Audit);
        let there: Vec<String> = audits.map(|one| one.code().to_owned()).collect();
        Err(AuditError::NoSuchRound {
            given: code.to_owned(),
            there: there.join(", "),
        }
        .into())
    }

    /// The cases of a round, drawn and pointed at, in the order of the draws. A case that can no
    /// longer be read is not among them.
    ///
    /// # Errors
    /// [`Error::Store`].
    pub fn cases_of(&self, round: &Round) -> Result<Vec<InRound>, Error> {
        let mut cases = Vec::new();
        for (draw, one) in round.draws.iter().enumerate() {
            let actor =
                |one: &Option<crate::domain::values::Actor>| one.as_ref().map(|one| one.0.clone());
            for drawn in &one.drawn.cases {
                cases.extend(self.in_round(drawn.case.0, |found| {
                    InRound {
                        draw,
                        stratum: Some(drawn.stratum.0.clone()),
                        weight: (one.drawn.method != crate::domain::codes::DrawMethod::ByHand)
                            .then_some(drawn.weight.0),
                        rater: actor(&drawn.rater),
                        second: actor(&drawn.second),
                        ..found
                    }
                })?);
            }
            for pointed in &one.drawn.targeted {
                cases.extend(self.in_round(pointed.case.0, |found| InRound {
                    draw,
                    signal: Some(pointed.signal.0.clone()),
                    rater: actor(&pointed.rater),
                    ..found
                })?);
            }
        }
        Ok(cases)
    }

    /// The case of a round with this number.
    ///
    /// # Errors
    /// [`AuditError::NotInRound`]; [`Error::Store`].
    pub fn case_in(&self, round: &Round, number: &str) -> Result<InRound, Error> {
        let found = self
            .cases_of(round)?
            .into_iter()
            .find(|one| one.number == number.trim());
        found.ok_or_else(|| {
            AuditError::NotInRound {
                number: number.to_owned(),
                round: round.code().to_owned(),
            }
            .into()
        })
    }

    fn in_round(
        &self,
        case: EventId,
        fill: impl FnOnce(InRound) -> InRound,
    ) -> Result<Option<InRound>, Error> {
        let Some(first) = self.store.event(case, Opening::Facts)? else {
            return Ok(None);
        };
        let number = match &first.event {
            Event::TrajectoryOpened(opened) => opened.number.0.clone(),
            Event::TrajectoryImported(imported) => imported.number.0.clone(),
            _ => return Ok(None),
        };
        Ok(Some(fill(InRound {
            case,
            number,
            place: first.position,
            stream: first.stream.id,
            draw: 0,
            stratum: None,
            weight: None,
            signal: None,
            rater: None,
            second: None,
        })))
    }
}
