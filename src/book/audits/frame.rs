//! The candidates for a draw, from what stood before one position of the log.

use std::collections::{BTreeSet, HashMap};

use super::round::Round;
use crate::base::{Day, EventId, Position};
use crate::book::error::Error;
use crate::book::opening::Book;
use crate::book::record::SETTINGS_NAME;
use crate::domain::codes::{CatalogueKind, RoundKind};
use crate::domain::events::registry::StreamKind;
use crate::domain::{Catalogues, Dossier, Event, EventType, Recorded};
use crate::log::{Entry, Query, Select};
use crate::practice::sampling::{Candidate, Frame, Limits};
use crate::practice::signals::{self, State};
use crate::store::{NotRead, Opening};

/// A case that was looked at is left in peace for so many days, unless a norm says otherwise.
const REST_DAYS: i32 = 365;

/// Key of that norm.
const REST_NORM: &str = "toets_rust_dagen";

/// What makes a stratum.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StrataBy {
    /// The municipality; the frame is then that of the whole book.
    Municipality,
    /// The team.
    Team,
    /// The kind of the last decision.
    Decision,
    /// The regulation that the last decision rests on.
    Law,
}

impl StrataBy {
    /// Every way.
    pub const ALL: [Self; 4] = [Self::Municipality, Self::Team, Self::Decision, Self::Law];

    /// Its name, which begins the key of a stratum.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Municipality => "gemeente",
            Self::Team => "team",
            Self::Decision => "besluit",
            Self::Law => "wet",
        }
    }

    /// The way with this name.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }

    /// The way by which the strata with these keys were made.
    pub(super) fn of_keys<'k>(mut keys: impl Iterator<Item = &'k str>) -> Option<Self> {
        keys.find_map(|key| Self::from_code(key.split_once(':')?.0))
    }
}

/// Key of the one stratum of a draw without strata.
const ALL: &str = "alle";

/// Key of a stratum whose name is not known.
const UNKNOWN: &str = "onbekend";

/// A case as it was known, for a draw.
pub(super) struct Known {
    pub(super) number: String,
    pub(super) candidate: Candidate,
    /// Signals that were open on the day of the draw, oldest first.
    pub(super) signals: Vec<&'static str>,
}

/// What a draw looks at.
pub(super) struct Look<'r> {
    pub(super) round: &'r Round,
    /// Draws of the round that came before.
    pub(super) before: usize,
    pub(super) until: Position,
    pub(super) on: Day,
    pub(super) strata: Option<StrataBy>,
}

impl Book {
    /// The candidates and what limits them, as known before a position.
    pub(super) fn candidates(&self, look: &Look<'_>) -> Result<(Vec<Known>, Limits), Error> {
        let catalogues = self.catalogues_before(look.until)?;
        let drawn: BTreeSet<EventId> = look.round.draws[..look.before.min(look.round.draws.len())]
            .iter()
            .flat_map(|draw| draw.drawn.cases.iter().map(|one| one.case.0))
            .collect();
        let again = self.cases_looked_at_before(look.round)?;
        let mut known = Vec::new();
        for opening in self.openings_before(look.until)? {
            let wanted = |entry: &Entry| entry.position < look.until;
            let events = self.own_events(opening.stream.id, Opening::Facts, &wanted)?;
            let Some(mut one) = self.known_case(look, events, &catalogues) else {
                continue;
            };
            one.candidate.drawn_before = drawn.contains(&one.candidate.case);
            one.candidate.again = again.contains(&one.candidate.case);
            known.push(one);
        }
        let norm = catalogues.entry(CatalogueKind::Norms, REST_NORM, look.on);
        let rest = norm.and_then(|norm| norm.number).map(|days| days.0.ceil());
        let rest = rest.and_then(|days| format!("{days:.0}").parse().ok());
        let limits = Limits {
            from: look.round.plan.read_from,
            until: look.round.plan.read_until,
            on: look.on,
            rest_days: rest.unwrap_or(REST_DAYS),
            raters: look.round.raters(),
        };
        Ok((known, limits))
    }

    /// The frame as it was before a position.
    pub(super) fn frame(&self, look: &Look<'_>) -> Result<(Frame, Vec<Known>), Error> {
        let (known, limits) = self.candidates(look)?;
        let candidates = known.iter().map(|one| one.candidate.clone()).collect();
        Ok((Frame::of(candidates, &limits), known))
    }

    fn known_case(
        &self,
        look: &Look<'_>,
        events: Vec<Recorded>,
        catalogues: &Catalogues,
    ) -> Option<Known> {
        let case_stream = StreamKind::Case.category();
        let dossier = events.into_iter().fold(Dossier::default(), Dossier::evolve);
        let own = || {
            dossier
                .events()
                .filter(|one| one.stream.category == case_stream)
        };
        let first = own().next()?;
        let days = || own().map(|one| one.common.occurred_on);
        let number = dossier.number()?.to_owned();
        let municipality = first.common.municipality.0.clone();
        if look.strata != Some(StrataBy::Municipality) && municipality != look.round.municipality {
            return None;
        }
        let team = team_of(&dossier);
        if look.round.plan.team.is_some()
            && look.round.plan.team.as_ref().map(|one| &one.0) != team.as_ref()
        {
            return None;
        }
        let name = match look.strata {
            None => None,
            Some(StrataBy::Municipality) => Some(municipality),
            Some(StrataBy::Team) => team,
            Some(StrataBy::Decision) => {
                last_decision(&dossier).map(|one| one.kind.code().to_owned())
            }
            Some(StrataBy::Law) => last_decision(&dossier)
                .and_then(|one| one.legal.first())
                .map(|basis| basis.regulation.0.clone()),
        };
        let stratum = match look.strata {
            None => ALL.to_owned(),
            Some(by) => format!("{}:{}", by.code(), name.as_deref().unwrap_or(UNKNOWN)),
        };
        let mut takers = BTreeSet::new();
        let mut seen = Vec::new();
        for recorded in dossier.events() {
            match &recorded.event {
                Event::DecisionTaken(_) | Event::DecisionReconsidered(_) => {
                    takers.extend(
                        dossier
                            .takers(recorded.id)
                            .into_iter()
                            .map(|one| one.0.clone()),
                    );
                }
                Event::ReviewHeld(_) => seen.push(recorded.common.occurred_on),
                _ => {}
            }
        }
        let confirmed = |one: &Recorded| matches!(&one.event, Event::ShieldingConfirmed(given) if given.round == look.round.plan.round);
        let answers = signals::answers(&dossier);
        let mut open: Vec<(Day, &'static str)> = signals::of(&dossier, catalogues)
            .iter()
            .filter(|one| signals::state(one, &answers, look.on).0 == State::Open)
            .map(|one| (one.since, one.kind.slug()))
            .collect();
        open.sort_unstable();
        let mut names: Vec<&'static str> = Vec::new();
        for (_, name) in open {
            if !names.contains(&name) {
                names.push(name);
            }
        }
        Some(Known {
            number,
            candidate: Candidate {
                case: first.id,
                place: first.position.0,
                stratum,
                active: (days().min()?, days().max()?),
                seen,
                takers,
                confirmed: (look.round.plan.kind != RoundKind::Audit)
                    .then(|| dossier.events().any(confirmed)),
                drawn_before: false,
                again: false,
                risk: u32::try_from(names.len()).unwrap_or(u32::MAX),
            },
            signals: names,
        })
    }

    /// The events that opened a trajectory here, before a position; imported ones have no
    /// justifications to look at.
    fn openings_before(&self, until: Position) -> Result<Vec<Recorded>, Error> {
        let query = Query::new(Select::Type(EventType::TrajectoryOpened.number()));
        let mut reading = self.store.read(&query, Opening::Facts)?;
        let mut found = Vec::new();
        while let Some(item) = reading.next()? {
            if item.entry.position >= until {
                break;
            }
            match item.content {
                Ok(recorded) => found.push(recorded),
                Err(NotRead::Closed(why)) => return Err(crate::store::Error::Closed(why).into()),
                Err(NotRead::Unreadable(_)) => {}
            }
        }
        Ok(found)
    }

    fn catalogues_before(&self, until: Position) -> Result<Catalogues, Error> {
        let stream = self
            .store
            .stream(StreamKind::Settings.category(), SETTINGS_NAME)?;
        let events = self
            .store
            .read_stream_where(stream, Opening::Facts, &|entry| entry.position < until)?;
        Ok(events
            .iter()
            .fold(Catalogues::default(), Catalogues::evolve))
    }

    /// The cases of the round that this one looks at again.
    fn cases_looked_at_before(&self, round: &Round) -> Result<BTreeSet<EventId>, Error> {
        let Some(earlier) = &round.plan.repeats else {
            return Ok(BTreeSet::new());
        };
        let rounds = self.rounds_of(Some(&round.municipality))?;
        let found = rounds.iter().filter(|one| one.plan.round == *earlier);
        let drawn = found.flat_map(|one| &one.draws).flat_map(|one| {
            let cases = one.drawn.cases.iter().map(|one| one.case.0);
            cases.chain(one.drawn.targeted.iter().map(|one| one.case.0))
        });
        Ok(drawn.collect())
    }
}

fn last_decision(dossier: &Dossier) -> Option<&crate::domain::events::decision::DecisionTaken> {
    dossier.events().rev().find_map(|one| match &one.event {
        Event::DecisionTaken(taken) => Some(taken),
        _ => None,
    })
}

/// The team of a dossier: that of its opening, or of the last handover.
pub(super) fn team_of(dossier: &Dossier) -> Option<String> {
    let mut teams = dossier.events().filter(|one| {
        matches!(
            one.event,
            Event::TrajectoryOpened(_) | Event::CaseHandedOver(_) | Event::TrajectoryImported(_)
        )
    });
    let last = teams.next_back()?;
    last.common.team.as_ref().map(|team| team.0.clone())
}

/// The numbers of cases, by their ids.
pub(super) fn numbers(known: &[Known]) -> HashMap<EventId, &str> {
    known
        .iter()
        .map(|one| (one.candidate.case, one.number.as_str()))
        .collect()
}
