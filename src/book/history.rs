//! Reading a dossier back: its story and its state, as known at any moment and valid on any day.

use std::collections::{HashMap, HashSet};

use serde_json::{Value, json};

use super::error::Error;
use super::form::dossier_name;
use super::masking::{at, masked, masked_event, overlaps, shields};
use super::opening::Book;
use super::record::DOSSIER_KINDS;
use crate::base::{Day, EventId, Position, Timestamp};
use crate::domain::events::registry::StreamKind;
use crate::domain::field::Field;
use crate::domain::{Closed, Dossier, Event, EventType, Recorded, Withheld, dossier, withheld};
use crate::log::{Entry, Query};
use crate::store::Opening;

/// Up to where the book is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KnownAt {
    /// What was recorded up to and including this moment.
    Time(Timestamp),
    /// What was recorded before this position.
    Position(Position),
}

/// Which history is asked for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct AsKnown {
    /// What the book knew by then; everything when left out.
    pub known_at: Option<KnownAt>,
    /// Only what had happened by this day; everything when left out.
    pub valid_on: Option<Day>,
}

impl AsKnown {
    /// Whether an event could be seen by then.
    pub(super) fn knows(&self, recorded: &Recorded, withheld: &Withheld) -> bool {
        let (position, recorded_at) = withheld.since(recorded);
        !withheld.is_hidden(recorded.id) && self.knows_entry(position, recorded_at)
    }

    /// Whether an event at this position, recorded at this moment, was known by then.
    pub(super) fn knows_entry(&self, position: Position, recorded_at: Timestamp) -> bool {
        match self.known_at {
            None => true,
            Some(KnownAt::Time(moment)) => recorded_at <= moment,
            Some(KnownAt::Position(before)) => position < before,
        }
    }

    /// Whether something had happened by the day that is asked for, by the day it has now that
    /// corrections are known. A correction or shielding says nothing about a day of its own: it
    /// belongs with the entry it is about.
    fn valid(&self, known: &Dossier, recorded: &Recorded) -> bool {
        let Some(day) = self.valid_on else {
            return true;
        };
        let about = match &recorded.event {
            Event::EntryCorrected(correction) => correction.target.0,
            Event::EntryShielded(shielding) => shielding.target.0,
            _ => recorded.id,
        };
        let on = known
            .entry(about)
            .map_or(recorded.common.occurred_on, |entry| {
                entry.now().common.occurred_on
            });
        on <= day
    }
}

/// A field that was corrected by then.
#[derive(Debug, Clone, PartialEq)]
pub struct Correction {
    /// The field.
    pub field: String,
    /// What stood there before, or the mark of shielding.
    pub before: Value,
    /// The correction.
    pub by: EventId,
    /// Number of the step that corrected it.
    pub step: usize,
}

/// One step of a story.
#[derive(Debug, Clone)]
pub struct Step {
    /// Its number in the story, from 1; the same in every history of this dossier.
    pub number: usize,
    /// The event as it read by then; shielded words say so.
    pub recorded: Recorded,
    /// Its common fields, shielded ones marked `{"closed":"shielded"}`.
    pub common: Value,
    /// Its content, likewise.
    pub data: Value,
    /// Corrections by then.
    pub corrections: Vec<Correction>,
    /// Whether a correction came later (*later verbeterd*).
    pub later_corrected: bool,
    /// Fields that are shielded, whenever that was done.
    pub shielded: Vec<String>,
    /// Whether it is an event of the organisation that belongs here.
    pub of_organisation: bool,
}

/// The story of a dossier.
#[derive(Debug, Clone)]
pub struct Story {
    /// Number of the dossier.
    pub number: String,
    /// What was asked.
    pub as_known: AsKnown,
    /// The steps, in the order of recording.
    pub steps: Vec<Step>,
    /// The dossier that these steps make, shielded words closed.
    pub dossier: Dossier,
    /// How many steps were recorded later, or had not happened yet.
    pub left_out: usize,
    /// Whether it came from another system's log, without justifications.
    pub imported: bool,
}

/// Everything recorded of a dossier, with what reaches back over all of it.
struct Whole {
    events: Vec<Recorded>,
    organisation: HashSet<EventId>,
    shields: HashMap<EventId, Vec<String>>,
    withheld: Withheld,
}

impl Book {
    /// The story of a dossier.
    ///
    /// # Errors
    /// [`Error::NoSuchDossier`] when nothing was recorded under this number by then;
    /// [`Error::Store`] when it cannot be read or does not open.
    pub fn story(&self, number: &str, as_known: AsKnown) -> Result<Story, Error> {
        let whole = self.whole(number, false)?;
        let known = whole
            .events
            .iter()
            .filter(|recorded| as_known.knows(recorded, &whole.withheld));
        let all_known = match as_known.valid_on {
            Some(_) => known.cloned().fold(Dossier::default(), Dossier::evolve),
            None => Dossier::default(),
        };
        let mut dossier = Dossier::default();
        let mut shown = Vec::new();
        let mut later = HashSet::new();
        for (place, recorded) in whole.events.iter().enumerate() {
            if !as_known.knows(recorded, &whole.withheld) {
                if let Event::EntryCorrected(correction) = &recorded.event {
                    later.insert(correction.target.0);
                }
            } else if as_known.valid(&all_known, recorded) {
                dossier = dossier.evolve(recorded.clone());
                shown.push(place + 1);
            }
        }
        // What the organisation did makes no dossier of one that was not there yet.
        let entries = dossier.entries().iter();
        let mut own = entries.filter(|entry| !whole.organisation.contains(&entry.recorded.id));
        if own.next().is_none() {
            return Err(Error::NoSuchDossier {
                number: number.to_owned(),
            });
        }
        let numbers: HashMap<EventId, usize> = whole
            .events
            .iter()
            .zip(1..)
            .map(|(recorded, number)| (recorded.id, number))
            .collect();
        let steps: Vec<Step> = dossier
            .entries()
            .iter()
            .zip(&shown)
            .map(|(entry, number)| {
                let id = entry.recorded.id;
                let shielded = whole.shields.get(&id).cloned().unwrap_or_default();
                let (recorded, common, data) = masked(entry.now(), &shielded);
                Step {
                    number: *number,
                    recorded,
                    common,
                    data,
                    corrections: corrections(&dossier, entry, &shielded, &numbers),
                    later_corrected: later.contains(&id),
                    shielded,
                    of_organisation: whole.organisation.contains(&id),
                }
            })
            .collect();
        let left_out = whole.events.len() - steps.len();
        let dossier = state_shown(&steps);
        let imported = dossier.is_imported();
        Ok(Story {
            number: number.to_owned(),
            as_known,
            steps,
            dossier,
            left_out,
            imported,
        })
    }

    /// The state of a dossier by its facts alone, every text closed: what a program needs, at a
    /// fraction of the cost of its story. What the organisation did is not in it.
    ///
    /// # Errors
    /// As [`Book::story`].
    pub fn facts(&self, number: &str, as_known: AsKnown) -> Result<Dossier, Error> {
        let id = self
            .store
            .stream(StreamKind::Case.category(), &dossier_name(number))?
            .id;
        // Shielding reaches back, so it is taken from everything that was ever recorded.
        let shielding = EventType::EntryShielded.number();
        let wanted = |entry: &Entry| {
            as_known.knows_entry(entry.position, entry.recorded_at) || entry.event_type == shielding
        };
        let events = self.own_events(id, Opening::Facts, &wanted)?;
        let shields = shields(&events);
        let mut known = events;
        known.retain(|one| as_known.knows_entry(one.position, one.recorded_at));
        let mut known = withheld::shown(known);
        if as_known.valid_on.is_some() {
            let all = known.iter().cloned();
            let all_known = all.fold(Dossier::default(), Dossier::evolve);
            known.retain(|recorded| as_known.valid(&all_known, recorded));
        }
        if known.is_empty() {
            return Err(Error::NoSuchDossier {
                number: number.to_owned(),
            });
        }
        let dossier = known.into_iter().fold(Dossier::default(), Dossier::evolve);
        let as_recorded = |entry: &dossier::Entry| entry.corrections.is_empty();
        if shields.is_empty() && dossier.entries().iter().all(as_recorded) {
            return Ok(dossier);
        }
        // Folded from what is shown, as in a story.
        let shown = dossier.entries().iter().filter_map(|entry| {
            let shielded = shields
                .get(&entry.recorded.id)
                .map_or(&[][..], Vec::as_slice);
            let correction = matches!(entry.recorded.event, Event::EntryCorrected(_));
            (!correction).then(|| masked_event(entry.now(), shielded))
        });
        Ok(shown.fold(Dossier::default(), Dossier::evolve))
    }

    /// What was recorded in the three streams of a dossier, in the order of the log.
    pub(super) fn own_events(
        &self,
        id: [u8; 16],
        opening: Opening,
        wanted: &dyn Fn(&Entry) -> bool,
    ) -> Result<Vec<Recorded>, Error> {
        let mut events = Vec::new();
        for kind in DOSSIER_KINDS {
            let stream = Self::dossier_stream(kind, id);
            let part = self.store.read_stream_where(stream, opening, wanted)?;
            if events.is_empty() {
                events = part;
            } else {
                events.extend(part);
            }
        }
        events.sort_by_key(|recorded| recorded.position);
        Ok(events)
    }

    /// Where a dossier begins: the position of its first event, by which the views know it.
    ///
    /// # Errors
    /// [`Error::NoSuchDossier`]; [`Error::Store`].
    pub(super) fn dossier_place(&self, number: &str) -> Result<Position, Error> {
        let name = dossier_name(number);
        let stream = self.store.stream(StreamKind::Case.category(), &name)?;
        let mut first = self
            .store
            .read(&Query::stream(stream).limit(1), Opening::Facts)?;
        let first = first.next()?;
        let first = first.ok_or_else(|| Error::NoSuchDossier {
            number: number.to_owned(),
        })?;
        Ok(first.entry.position)
    }

    /// The number of the dossier that begins at a position; `None` when none begins there.
    ///
    /// # Errors
    /// [`Error::Store`].
    pub(super) fn dossier_number(&self, place: Position) -> Result<Option<String>, Error> {
        let first = self.store.event_at(place, Opening::Facts)?;
        Ok(first.and_then(|first| match first.event {
            Event::TrajectoryOpened(opened) => Some(opened.number.0),
            Event::TrajectoryImported(imported) => Some(imported.number.0),
            _ => None,
        }))
    }

    /// Ids of the steps of a dossier, in the order of the story.
    pub(super) fn step_ids(&self, number: &str) -> Result<Vec<EventId>, Error> {
        Ok(self
            .whole(number, false)?
            .events
            .iter()
            .map(|recorded| recorded.id)
            .collect())
    }

    /// Every event of a dossier as it was recorded, with its shielded fields and whether it is an
    /// event of the organisation.
    pub(super) fn story_as_recorded(
        &self,
        number: &str,
    ) -> Result<Vec<(Recorded, Vec<String>, bool)>, Error> {
        let Whole {
            events,
            organisation,
            shields,
            ..
        } = self.whole(number, true)?;
        let with_marks = events.into_iter().map(|recorded| {
            let shielded = shields.get(&recorded.id).cloned().unwrap_or_default();
            let of_organisation = organisation.contains(&recorded.id);
            (recorded, shielded, of_organisation)
        });
        Ok(with_marks.collect())
    }

    /// Everything that may be seen of a dossier; the answers of learners are told in no story,
    /// and go along with what learned from them when `answers` are wanted.
    fn whole(&self, number: &str, answers: bool) -> Result<Whole, Error> {
        let id = self
            .store
            .stream(StreamKind::Case.category(), &dossier_name(number))?
            .id;
        let mut events = self.own_events(id, Opening::Words, &|_| true)?;
        let withheld = Withheld::of(&events);
        if !answers {
            events.retain(|one| !matches!(one.event, Event::LearningAnswerLocked(_)));
        }
        let related = self.related(id, &events)?;
        let organisation = related.iter().map(|recorded| recorded.id).collect();
        events.extend(related);
        events.sort_by_key(|recorded| recorded.position);
        let events = withheld.shown(events);
        if events.is_empty() {
            return Err(Error::NoSuchDossier {
                number: number.to_owned(),
            });
        }
        let shields = shields(&events);
        Ok(Whole {
            events,
            organisation,
            shields,
            withheld,
        })
    }
}

/// The state folded from what is shown, so that it cannot tell what is shielded.
pub(super) fn state_shown(steps: &[Step]) -> Dossier {
    steps
        .iter()
        .filter(|step| !matches!(step.recorded.event, Event::EntryCorrected(_)))
        .fold(Dossier::default(), |dossier, step| {
            dossier.evolve(step.recorded.clone())
        })
}

/// What was corrected in an entry by then, with what stood there before.
fn corrections(
    dossier: &Dossier,
    entry: &dossier::Entry,
    shielded: &[String],
    numbers: &HashMap<EventId, usize>,
) -> Vec<Correction> {
    if entry.corrections.is_empty() {
        return Vec::new();
    }
    let mut form = entry.recorded.event.write();
    if let (Value::Object(form), Value::Object(common)) = (&mut form, entry.recorded.common.write())
    {
        for (key, value) in common {
            form.entry(key).or_insert(value);
        }
    }
    let mut found = Vec::new();
    for by in &entry.corrections {
        let Some(Event::EntryCorrected(correction)) =
            dossier.entry(*by).map(|entry| &entry.recorded.event)
        else {
            continue;
        };
        let field = correction.field.0.clone();
        let hidden = shielded.iter().any(|shield| overlaps(shield, &field));
        let place = at(&mut form, &field);
        let before = match place {
            _ if hidden => json!({ "closed": Closed::Shielded.code() }),
            Some(place) => std::mem::replace(place, correction.value()),
            None => Value::Null,
        };
        let step = numbers.get(by).copied().unwrap_or_default();
        found.push(Correction {
            field,
            before,
            by: *by,
            step,
        });
    }
    found
}
