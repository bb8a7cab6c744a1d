//! The work list out of the fact tables: what they hold is not worked out again.
//!
//! The tables say which signal or date holds when. Where they say too little for a page (promises
//! without a date, what a shielding closes) the dossier is left to be opened: [`Part::rest`] names
//! it.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::error::Error;
use super::opening::Book;
use super::related::Outline;
use super::worklist::{About, Due, Filter, Item, Place, State, Term, TermKind};
use super::worklist_cells::{at, day, id_at, kind_of, lost, position_of, real, text, whole};
use crate::base::{Day, EventId, Position};
use crate::domain::EventType;
use crate::domain::codes::{Corner, Position3};
use crate::domain::values::Code;
use crate::practice::signals::{self, Answer, Answered, Scope, Signal};
use crate::store::Opening;
use crate::views::Questions;
use crate::views::table::{Cell, Face};

/// Items of one kind of term about one entry have their own hundred.
const ITEMS: i64 = 100;

/// A dossier as the tables know it.
#[derive(Debug, Clone)]
pub(super) struct Home {
    /// Where what is in it belongs.
    pub(super) place: Place,
    /// The bits that its streams share.
    pub(super) id: [u8; 16],
}

/// What the tables could tell, and the dossiers that have to be opened for the rest.
#[derive(Debug)]
pub(super) struct Part<T> {
    /// What is found.
    pub(super) found: Vec<T>,
    /// Dossiers of which nothing is among `found`.
    pub(super) rest: Vec<Home>,
    /// Signals over many dossiers about those dossiers, by the bits that their streams share.
    pub(super) across: HashMap<[u8; 16], Vec<Signal>>,
}

/// The tables while a list is made, as known at one moment.
struct Reading<'b> {
    book: &'b Book,
    questions: Questions,
    /// The dossiers that are asked for, by the position of their first event.
    homes: HashMap<i64, Place>,
    /// Dossiers that have to be opened.
    rest: HashSet<i64>,
    /// What the whole reading is narrowed to, as a condition on a table.
    only: String,
}

/// A signal out of the tables, before the events that it names are looked up.
struct Row {
    dossier: Option<i64>,
    municipality: Option<String>,
    team: Option<String>,
    signal: Signal,
    state: State,
    answered: Option<Answered>,
    /// Where the event stands that it is about.
    about: Option<i64>,
    spot: Option<Spot>,
}

/// Which event something is about: its position, and its number among those of its dossier.
struct Spot {
    dossier: i64,
    position: i64,
    own: i64,
}

impl Book {
    /// The signals that are asked for, those of the dossiers that are left to be opened and follow
    /// from them alone left out; `None` when the tables cannot tell.
    pub(super) fn signals_in_tables(
        &self,
        filter: &Filter,
        on: Day,
    ) -> Result<Option<Part<Item>>, Error> {
        let Some(mut reading) = self.reading(filter)? else {
            return Ok(None);
        };
        let rows = reading.signals(filter, on)?;
        let spots: Vec<_> = rows.iter().filter_map(|row| row.spot.as_ref()).collect();
        let mut abouts = reading.abouts(&spots)?.into_iter();
        let mut found = Vec::with_capacity(rows.len());
        let mut across: HashMap<[u8; 16], Vec<Signal>> = HashMap::new();
        for row in rows {
            let mut signal = row.signal;
            signal.about = match row.about {
                Some(position) => Some(self.entry_at(position)?.event_id),
                None => None,
            };
            let Some(dossier) = row.dossier else {
                found.extend(self.of_no_dossier(filter, &reading, Row { signal, ..row })?);
                continue;
            };
            if reading.rest.contains(&dossier) {
                let id = self.entry_at(dossier)?.stream.id;
                across.entry(id).or_default().push(signal);
                continue;
            }
            let about = row.spot.and_then(|_| abouts.next());
            let Some(place) = reading.named(dossier)? else {
                continue;
            };
            found.push(Item {
                place,
                about,
                signal,
                state: row.state,
                answered: self.answered(row.answered)?,
            });
        }
        let part = reading.part(found)?;
        Ok(Some(Part { across, ..part }))
    }

    /// A signal of a team, a municipality, or about what an organisation did.
    fn of_no_dossier(
        &self,
        filter: &Filter,
        reading: &Reading<'_>,
        row: Row,
    ) -> Result<Option<Item>, Error> {
        let Some(municipality) = row.municipality else {
            return Ok(None);
        };
        let homes = &mut reading.homes.values();
        let own = row.about.is_some();
        // What an organisation did is shown beside its dossiers.
        let beside = homes.any(|home| home.municipality == municipality);
        let place = Place {
            dossier: None,
            municipality,
            team: row.team.filter(|_| !own),
        };
        if !filter.wants(&place) || own && (filter.team.is_some() || !beside) {
            return Ok(None);
        }
        let about = match row.about {
            Some(position) => {
                let entry = self.entry_at(position)?;
                Some(About {
                    step: None,
                    event: EventType::from_number(entry.event_type)
                        .ok_or_else(|| lost(position))?,
                    id: entry.event_id,
                })
            }
            None => None,
        };
        Ok(Some(Item {
            place,
            about,
            signal: row.signal,
            state: row.state,
            answered: self.answered(row.answered)?,
        }))
    }

    /// An answer with the id of its event.
    fn answered(&self, answered: Option<Answered>) -> Result<Option<Answered>, Error> {
        let Some(answered) = answered else {
            return Ok(None);
        };
        let by = self.entry_at(position_of(answered.by))?.event_id;
        Ok(Some(Answered { by, ..answered }))
    }

    /// The terms of the dossiers that are asked for; `None` when the tables cannot tell.
    pub(super) fn terms_in_tables(&self, filter: &Filter) -> Result<Option<Part<Due>>, Error> {
        let Some(mut reading) = self.reading(filter)? else {
            return Ok(None);
        };
        let rows = reading.terms(filter)?;
        let spots: Vec<_> = rows.iter().map(|row| &row.1).collect();
        let abouts = reading.abouts(&spots)?;
        let mut found = Vec::with_capacity(rows.len());
        for ((term, spot), about) in rows.into_iter().zip(abouts) {
            if reading.rest.contains(&spot.dossier) {
                continue;
            }
            let Some(place) = reading.named(spot.dossier)? else {
                continue;
            };
            let about_id = about.id;
            found.push(Due {
                place,
                about,
                term: Term {
                    about: about_id,
                    ..term
                },
            });
        }
        reading.part(found).map(Some)
    }

    /// The tables, brought up to date, with the dossiers that are asked for. `None` when they
    /// cannot be made here, or do not know the dossier: the events themselves decide then.
    fn reading(&self, filter: &Filter) -> Result<Option<Reading<'_>>, Error> {
        let Ok(views) = self.views() else {
            return Ok(None);
        };
        let questions = views.connect(filter.known_at, Face::Own)?;
        let mut reading = Reading {
            book: self,
            questions,
            homes: HashMap::new(),
            rest: HashSet::new(),
            only: String::new(),
        };
        let known = reading.homes(filter)?;
        Ok(known.then_some(reading))
    }
}

impl Reading<'_> {
    fn rows(&self, sql: &str) -> Result<Vec<Vec<Cell>>, Error> {
        let answer = self
            .questions
            .answer(sql, crate::views::Limits::default())?;
        Ok(answer.rows)
    }

    /// Finds the dossiers that are asked for; `false` when the one that is asked for is not among
    /// those the tables can name.
    fn homes(&mut self, filter: &Filter) -> Result<bool, Error> {
        if let Some(number) = &filter.dossier {
            let place = self.book.dossier_place(number)?;
            self.only = format!("AND dossier = {}", place.0);
        }
        let only = &self.only;
        let opened = format!(
            "SELECT t.dossier, e.municipality, e.team
             FROM (SELECT dossier FROM trajectories WHERE 1 {only}) t
             JOIN entries e ON e.position = t.dossier"
        );
        for row in self.rows(&opened)? {
            let Some(dossier) = whole(&row, 0) else {
                continue;
            };
            let municipality = match text(&row, 1) {
                Some(municipality) => municipality,
                // Shielded; the list of dossiers shows it nevertheless.
                None => self.book.municipality_of(dossier)?,
            };
            let place = Place {
                dossier: filter.dossier.clone(),
                municipality,
                team: text(&row, 2),
            };
            self.homes.insert(dossier, place);
        }
        if filter.dossier.is_some() && self.homes.is_empty() {
            return Ok(false);
        }
        let only = self.only.clone();
        // The team of the opening, or that of the last handover.
        let moves = format!("SELECT dossier, team FROM handovers WHERE 1 {only} ORDER BY position");
        for row in self.rows(&moves)? {
            if let Some(place) = whole(&row, 0).and_then(|at| self.homes.get_mut(&at)) {
                place.team = text(&row, 1);
            }
        }
        self.homes.retain(|_, place| filter.wants(place));
        // A shielding closes facts before they are looked at, at every moment; the steps of an
        // imported trajectory say how long it lasts.
        self.leave(&format!(
            "SELECT dossier FROM all_shieldings WHERE dossier IS NOT NULL {only}"
        ))?;
        self.leave(&format!(
            "SELECT dossier FROM trajectories WHERE imported = 1 {only}"
        ))?;
        Ok(true)
    }

    /// Leaves the dossiers that a question gives to be opened.
    fn leave(&mut self, sql: &str) -> Result<(), Error> {
        for row in self.rows(sql)? {
            self.rest.extend(whole(&row, 0));
        }
        Ok(())
    }

    /// The rows of signals that are asked for, with the state of each; of dossiers that are left to
    /// be opened only what follows from many.
    fn signals(&self, filter: &Filter, on: Day) -> Result<Vec<Row>, Error> {
        let mut only = self.only.clone();
        if let Some(kind) = filter.kind {
            only.push_str(&format!(" AND signal = '{}'", kind.slug()));
        }
        let answers = self.answers(&only)?;
        let none = Vec::new();
        if !filter.wants_state(State::Past) && !filter.wants_state(State::Coming) {
            let on = on.since_epoch();
            only.push_str(&format!(
                " AND since_day <= {on} AND (until_day IS NULL OR until_day > {on})"
            ));
        }
        // The number of a step is its place among all events of the dossier, whenever recorded.
        let sql = format!(
            "SELECT s.dossier, s.about, s.signal, s.since_day, s.until_day, s.norm, s.norm_number,
                    s.number, s.corner, s.unit, s.municipality, s.team,
                    (SELECT COUNT(DISTINCT e.position) FROM all_entries e
                     WHERE e.dossier = s.dossier AND e.position <= s.about)
             FROM (SELECT * FROM signals WHERE 1 {only}) s
             ORDER BY s.position, s.item"
        );
        let mut found = Vec::new();
        for row in self.rows(&sql)? {
            let dossier = whole(&row, 0);
            let Some((kind, since)) = kind_of(&row).zip(day(&row, 3)) else {
                continue;
            };
            if dossier.is_some_and(|dossier| !self.homes.contains_key(&dossier)) {
                continue;
            }
            let opened = dossier.is_some_and(|dossier| self.rest.contains(&dossier));
            if opened && kind.scope() == Scope::Dossier {
                continue;
            }
            let about = whole(&row, 1);
            let signal = Signal {
                kind,
                about: about.map(id_at),
                since,
                until: day(&row, 4),
                norm: kind.norm().zip(real(&row, 6)),
                number: real(&row, 7),
                corner: text(&row, 8).and_then(|code| Corner::from_code(&code)),
                unit: text(&row, 9).map(Code),
            };
            let team = text(&row, 11);
            let of_team = team
                .as_ref()
                .filter(|_| dossier.is_none() && about.is_none());
            let given = answers
                .get(&asked_at(dossier, &row, 10))
                .unwrap_or(&none)
                .iter();
            let given: Vec<Answer> = given.filter(|one| one.is_for(of_team)).cloned().collect();
            let (state, answered) = signals::state(&signal, &given, on);
            let answered = answered.cloned();
            // One that is opened says itself who answered it.
            if !opened && !filter.wants_state(state) {
                continue;
            }
            let spot = dossier.zip(about).zip(whole(&row, 12));
            let spot = spot.filter(|_| !opened);
            found.push(Row {
                dossier,
                municipality: text(&row, 10),
                team,
                signal,
                state,
                answered,
                about,
                spot: spot.map(|((dossier, position), own)| Spot {
                    dossier,
                    position,
                    own,
                }),
            });
        }
        Ok(found)
    }

    /// The answers to signals, by where they were asked, in the order of recording; events by their
    /// position.
    fn answers(&self, only: &str) -> Result<HashMap<Asked, Vec<Answer>>, Error> {
        let sql = format!(
            "SELECT dossier, position, signal, about, occurred_day, answer, team, municipality
             FROM signal_answers WHERE 1 {only} ORDER BY position"
        );
        let mut all: HashMap<Asked, Vec<Answer>> = HashMap::new();
        for row in self.rows(&sql)? {
            let position = text(&row, 5).and_then(|code| Position3::from_code(&code));
            let (Some(by), Some(kind), Some(on), Some(position)) =
                (whole(&row, 1), kind_of(&row), day(&row, 4), position)
            else {
                continue;
            };
            all.entry(asked_at(whole(&row, 0), &row, 7))
                .or_default()
                .push(Answer {
                    kind,
                    about: whole(&row, 3).map(id_at),
                    team: text(&row, 6),
                    answered: Answered {
                        on,
                        by: id_at(by),
                        position,
                    },
                });
        }
        Ok(all)
    }

    /// The rows of terms that are asked for.
    fn terms(&mut self, filter: &Filter) -> Result<Vec<(Term, Spot)>, Error> {
        let mut only = self.only.clone();
        if filter.due_by.is_none() {
            // A promise without a date has no row.
            self.leave(&format!(
                "SELECT dossier FROM promises WHERE due_day IS NULL {only}
                 UNION SELECT dossier FROM handovers WHERE open_commitments > 0 {only}"
            ))?;
        }
        if let Some(last) = filter.due_by {
            only.push_str(&format!(" AND due_day <= {}", last.since_epoch()));
        }
        if let Some(on) = filter.unsettled_on {
            let on = on.since_epoch();
            only.push_str(&format!(" AND (settled_day IS NULL OR settled_day > {on})"));
        }
        let sql = format!(
            "SELECT t.dossier, t.position, t.item, t.term, t.due_day, t.settled_day,
                    (SELECT COUNT(DISTINCT e.position) FROM all_entries e
                     WHERE e.dossier = t.dossier AND e.position <= t.position)
             FROM (SELECT * FROM terms WHERE dossier IS NOT NULL {only}) t
             ORDER BY t.position, t.item"
        );
        let mut found = Vec::new();
        for row in self.rows(&sql)? {
            let (Some(dossier), Some(position), Some(item), Some(own)) = (
                whole(&row, 0),
                whole(&row, 1),
                whole(&row, 2),
                whole(&row, 6),
            ) else {
                continue;
            };
            let kind = text(&row, 3).and_then(|code| {
                let mut kinds = TermKind::ALL.into_iter();
                kinds.find(|kind| kind.code() == code)
            });
            let Some(kind) = kind.filter(|_| self.homes.contains_key(&dossier)) else {
                continue;
            };
            if self.rest.contains(&dossier) {
                continue;
            }
            let term = Term {
                kind,
                about: EventId([0; 16]),
                item: usize::try_from(item % ITEMS).unwrap_or_default(),
                due: day(&row, 4),
                settled: day(&row, 5),
            };
            let spot = Spot {
                dossier,
                position,
                own,
            };
            found.push((term, spot));
        }
        Ok(found)
    }

    /// The steps at these places: id and type from the log, and the number in the story, in which
    /// what the organisation did counts too.
    fn abouts(&self, spots: &[&Spot]) -> Result<Vec<About>, Error> {
        let beside = self.beside(spots)?;
        let mut abouts = Vec::with_capacity(spots.len());
        for spot in spots {
            let entry = self.book.entry_at(spot.position)?;
            let event =
                EventType::from_number(entry.event_type).ok_or_else(|| lost(spot.position))?;
            let related = beside.get(&spot.dossier);
            let related = related.map_or(0, |positions| positions.range(..entry.position).count());
            let own = usize::try_from(spot.own).unwrap_or_default();
            abouts.push(About {
                step: Some(own + related),
                event,
                id: entry.event_id,
            });
        }
        Ok(abouts)
    }

    /// Where the events of the organisation stand that belong in the stories of these dossiers.
    fn beside(&self, spots: &[&Spot]) -> Result<HashMap<i64, BTreeSet<Position>>, Error> {
        let only = &self.only;
        let mut opened = HashMap::new();
        let mut closed = HashMap::new();
        let mut exceptions: HashMap<i64, Vec<EventId>> = HashMap::new();
        let openings = format!(
            "SELECT e.dossier, e.occurred_day FROM (SELECT dossier FROM trajectories WHERE 1 {only}) t
             JOIN all_entries e ON e.position = t.dossier ORDER BY e.recorded_at"
        );
        // As first written: a correction does not move what stands beside it.
        let first = |table: &str| {
            format!(
                "SELECT dossier, occurred_day, position FROM all_{table} WHERE 1 {only}
                 ORDER BY position, recorded_at"
            )
        };
        for row in self.rows(&openings)? {
            if let Some((dossier, day)) = whole(&row, 0).zip(day(&row, 1)) {
                opened.entry(dossier).or_insert(day);
            }
        }
        for row in self.rows(&first("closings"))? {
            if let Some((dossier, day)) = whole(&row, 0).zip(day(&row, 1)) {
                closed.entry(dossier).or_insert(day);
            }
        }
        for row in self.rows(&first("exceptions"))? {
            if let Some((dossier, position)) = whole(&row, 0).zip(whole(&row, 2)) {
                let id = self.book.entry_at(position)?.event_id;
                exceptions.entry(dossier).or_default().push(id);
            }
        }
        let mut beside = HashMap::new();
        let dossiers: HashSet<i64> = spots.iter().map(|spot| spot.dossier).collect();
        for dossier in dossiers {
            let (Some(place), Some(opened)) = (self.homes.get(&dossier), opened.get(&dossier))
            else {
                continue;
            };
            let outline = Outline {
                id: self.book.entry_at(dossier)?.stream.id,
                opened: *opened,
                closed: closed.get(&dossier).copied(),
                exceptions: exceptions.remove(&dossier).unwrap_or_default(),
            };
            let positions = self.book.positions_beside(&place.municipality, &outline)?;
            beside.insert(dossier, positions);
        }
        Ok(beside)
    }

    /// Where a dossier belongs, with its number, which stands in no table.
    fn named(&mut self, dossier: i64) -> Result<Option<Place>, Error> {
        let Some(place) = self.homes.get_mut(&dossier) else {
            return Ok(None);
        };
        if place.dossier.is_none() {
            place.dossier = self.book.dossier_number(at(dossier)?)?;
        }
        Ok(Some(place.clone()))
    }

    /// What was found, with the dossiers that are left to be opened.
    fn part<T>(mut self, found: Vec<T>) -> Result<Part<T>, Error> {
        let mut rest = Vec::new();
        for dossier in std::mem::take(&mut self.rest) {
            if let Some(place) = self.named(dossier)? {
                let id = self.book.entry_at(dossier)?.stream.id;
                rest.push(Home { place, id });
            }
        }
        Ok(Part {
            found,
            rest,
            across: HashMap::new(),
        })
    }
}

impl Book {
    /// The municipality that opened the dossier that begins at a position.
    fn municipality_of(&self, dossier: i64) -> Result<String, Error> {
        let first = self.store.event_at(at(dossier)?, Opening::Facts)?;
        let first = first.ok_or_else(|| lost(dossier))?;
        Ok(first.common.municipality.0)
    }

    /// The open entry at a position that the tables name.
    fn entry_at(&self, position: i64) -> Result<crate::log::Entry, Error> {
        let record = self.store.engine().record(at(position)?);
        let record = record.map_err(crate::store::Error::from)?;
        let record = record.ok_or_else(|| lost(position))?;
        Ok(record.as_record().entry)
    }
}

/// Where a signal is asked: a dossier, or the organisation of a municipality.
type Asked = (Option<i64>, Option<String>);

fn asked_at(dossier: Option<i64>, row: &[Cell], municipality: usize) -> Asked {
    let of_organisation = || text(row, municipality);
    (dossier, dossier.map_or_else(of_organisation, |_| None))
}
