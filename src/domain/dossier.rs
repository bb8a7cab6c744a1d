//! The dossier: everything that was recorded about one trajectory, folded from its streams.
//!
//! It keeps the entries themselves and derives the rest on demand, so that a correction changes
//! every conclusion at once and nothing can be out of step.

use std::collections::HashMap;

use serde_json::Value;

use super::codes::Role;
use super::events::decision::DecisionTaken;
use super::events::instrument::InstrumentStarted;
use super::events::{Event, EventType};
use super::field::{Field, OwnNames, Reading};
use super::recorded::Recorded;
use super::values::Actor;
use crate::base::{Day, EventId, Timestamp};

/// One entry of a dossier, with what was later said about it.
#[derive(Debug, Clone)]
pub struct Entry {
    /// The event as it was recorded.
    pub recorded: Recorded,
    /// The event with every correction so far; `None` while there is none.
    corrected: Option<Box<Recorded>>,
    /// Corrections of this entry, by their event ids, in order.
    pub corrections: Vec<EventId>,
    /// Fields that were shielded.
    pub shielded: Vec<String>,
}

impl Entry {
    /// The event as it reads now, corrections applied.
    #[must_use]
    pub fn now(&self) -> &Recorded {
        self.corrected.as_deref().unwrap_or(&self.recorded)
    }
}

/// An instrument and how it went so far.
#[derive(Debug, Clone, Copy)]
pub struct InstrumentState<'a> {
    /// Id of the event that started it.
    pub id: EventId,
    /// How it started.
    pub started: &'a InstrumentStarted,
    /// The limit that holds now, after extensions.
    pub limit: Day,
    /// Last day, when it ended.
    pub ended_on: Option<Day>,
}

/// A dossier as far as it is known.
#[derive(Debug, Clone, Default)]
pub struct Dossier {
    entries: Vec<Entry>,
    places: HashMap<EventId, usize>,
}

impl Dossier {
    /// Adds what was recorded. Events must come in the order of their positions.
    #[must_use]
    pub fn evolve(mut self, recorded: Recorded) -> Self {
        match &recorded.event {
            Event::EntryCorrected(correction) => {
                let value = correction.value();
                if let Some(target) = self.entry_mut(correction.target.0) {
                    target.corrections.push(recorded.id);
                    if let Some(changed) = corrected(target.now(), &correction.field.0, &value) {
                        target.corrected = Some(Box::new(changed));
                    }
                }
            }
            Event::EntryShielded(shielding) => {
                let fields: Vec<_> = shielding
                    .fields
                    .iter()
                    .map(|field| field.0.clone())
                    .collect();
                if let Some(target) = self.entry_mut(shielding.target.0) {
                    target.shielded.extend(fields);
                }
            }
            _ => {}
        }
        self.places.insert(recorded.id, self.entries.len());
        self.entries.push(Entry {
            recorded,
            corrected: None,
            corrections: Vec::new(),
            shielded: Vec::new(),
        });
        self
    }

    /// The entries, in the order of recording.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The events as they were recorded, given back.
    pub fn into_recorded(self) -> impl Iterator<Item = Recorded> {
        self.entries.into_iter().map(|entry| entry.recorded)
    }

    /// The entry with this id.
    #[must_use]
    pub fn entry(&self, id: EventId) -> Option<&Entry> {
        self.places
            .get(&id)
            .and_then(|place| self.entries.get(*place))
    }

    fn entry_mut(&mut self, id: EventId) -> Option<&mut Entry> {
        let place = *self.places.get(&id)?;
        self.entries.get_mut(place)
    }

    /// The events as they read now.
    pub fn events(&self) -> impl DoubleEndedIterator<Item = &Recorded> {
        self.entries.iter().map(Entry::now)
    }

    /// Whether nothing was recorded.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The number of the dossier in its municipality.
    #[must_use]
    pub fn number(&self) -> Option<&str> {
        self.events().find_map(|recorded| match &recorded.event {
            Event::TrajectoryOpened(opened) => Some(opened.number.0.as_str()),
            Event::TrajectoryImported(imported) => Some(imported.number.0.as_str()),
            _ => None,
        })
    }

    /// Whether the trajectory was opened here.
    #[must_use]
    pub fn is_opened(&self) -> bool {
        self.has(EventType::TrajectoryOpened)
    }

    /// Whether it came from another system's log and so has no justifications.
    #[must_use]
    pub fn is_imported(&self) -> bool {
        self.has(EventType::TrajectoryImported)
    }

    /// The closing of the trajectory, when it is closed.
    #[must_use]
    pub fn closing(&self) -> Option<&Recorded> {
        self.events()
            .find(|recorded| matches!(recorded.event, Event::TrajectoryClosed(_)))
    }

    fn has(&self, wanted: EventType) -> bool {
        self.events()
            .any(|recorded| recorded.event.event_type() == wanted)
    }

    /// Who has the lead on a day, as far as recorded here; the later entry wins on one day.
    #[must_use]
    pub fn lead_on(&self, day: Day) -> Option<&Actor> {
        let mut lead: Option<(Day, &Actor)> = None;
        for recorded in self.events() {
            let (from, who) = match &recorded.event {
                Event::TrajectoryOpened(opened) => (recorded.common.occurred_on, &opened.lead),
                Event::LeadAssigned(assigned) => {
                    if assigned.until.is_some_and(|until| until < day) {
                        continue;
                    }
                    (assigned.from, &assigned.lead)
                }
                Event::CaseHandedOver(handover) => (recorded.common.occurred_on, &handover.to),
                _ => continue,
            };
            if from <= day && lead.is_none_or(|(since, _)| from >= since) {
                lead = Some((from, who));
            }
        }
        lead.map(|(_, who)| who)
    }

    /// Every instrument, in the order of its start.
    #[must_use]
    pub fn instruments(&self) -> Vec<InstrumentState<'_>> {
        let mut all: Vec<InstrumentState<'_>> = Vec::new();
        for recorded in self.events() {
            let at = |id: EventId| all.iter().position(|one| one.id == id);
            match &recorded.event {
                Event::InstrumentStarted(started) => all.push(InstrumentState {
                    id: recorded.id,
                    started,
                    limit: started.limit,
                    ended_on: None,
                }),
                Event::InstrumentExtended(extended) => {
                    if let Some(place) = at(extended.instrument.0) {
                        all[place].limit = extended.limit;
                    }
                }
                Event::InstrumentEnded(ended) => {
                    if let Some(place) = at(ended.instrument.0) {
                        all[place].ended_on = Some(ended.ended_on);
                    }
                }
                _ => {}
            }
        }
        all
    }

    /// The persons behind a decision or reconsideration: who recorded it, who led it, and who gave
    /// permission against a *nee*.
    #[must_use]
    pub fn takers(&self, decision: EventId) -> Vec<&Actor> {
        let Some(recorded) = self.entry(decision).map(Entry::now) else {
            return Vec::new();
        };
        let mut takers = vec![&recorded.common.actor];
        let overrides = match &recorded.event {
            Event::DecisionTaken(taken) => {
                takers.push(&taken.led_by.actor);
                &taken.overrides
            }
            Event::DecisionReconsidered(answer) => &answer.overrides,
            _ => return Vec::new(),
        };
        takers.extend(overrides.iter().map(|given| &given.by));
        takers
    }

    /// The decision that a contest is about.
    #[must_use]
    pub fn contested(&self, contest: EventId) -> Option<EventId> {
        match &self.entry(contest)?.now().event {
            Event::DecisionContested(contested) => Some(contested.decision.0),
            _ => None,
        }
    }

    /// Whether a contest was answered.
    #[must_use]
    pub fn is_answered(&self, id: EventId) -> bool {
        self.events().any(|recorded| match &recorded.event {
            Event::DecisionReconsidered(answer) => answer.contest.0 == id,
            Event::FindingAnswered(answer) => answer.finding.0 == id,
            _ => false,
        })
    }

    /// The decision with this id.
    #[must_use]
    pub fn decision(&self, id: EventId) -> Option<&DecisionTaken> {
        match &self.entry(id)?.now().event {
            Event::DecisionTaken(taken) => Some(taken),
            _ => None,
        }
    }

    /// Whether the person who led a decision had the lead on its day; derived, never stored.
    #[must_use]
    pub fn led_by_lead(&self, decision: &DecisionTaken) -> Option<bool> {
        self.lead_on(decision.taken_on)
            .map(|lead| *lead == decision.led_by.actor)
    }

    /// The last moment of recording.
    #[must_use]
    pub fn last_recorded_at(&self) -> Option<Timestamp> {
        self.entries.last().map(|entry| entry.recorded.recorded_at)
    }

    /// Whether somebody with this role recorded anything here.
    #[must_use]
    pub fn has_role(&self, role: Role) -> bool {
        self.events().any(|recorded| recorded.common.role == role)
    }
}

/// The event with one field replaced; `None` when the field is not there or the value does not
/// fit. A field of the content comes before a common field of the same name.
#[must_use]
pub fn corrected(recorded: &Recorded, field: &str, value: &Value) -> Option<Recorded> {
    let mut reading = Reading::new(&OwnNames);
    reading.own_writing = true;
    let mut changed = recorded.clone();
    let event_type = recorded.event.event_type();
    let first = field.split('.').next().unwrap_or_default();
    if event_type.fields().iter().any(|spec| spec.name == first) {
        let mut form = recorded.event.write();
        replace(&mut form, field, value)?;
        changed.event = event_type.read(&form, &mut reading)?;
    } else {
        if !matches!(
            first,
            "occurred_on"
                | "team"
                | "minutes_spent"
                | "initiated_by"
                | "promises"
                | "keeps"
                | "caused_by"
        ) {
            return None;
        }
        let mut form = recorded.common.write();
        replace(&mut form, field, value)?;
        changed.common = Field::read(&form, &mut reading)?;
    }
    reading.refusals.is_empty().then_some(changed)
}

/// Puts a value at a dotted path; a member of a record may be new, an item of a list must exist.
fn replace(form: &mut Value, field: &str, value: &Value) -> Option<()> {
    let mut place = form;
    let steps: Vec<&str> = field.split('.').collect();
    let (last, outer) = steps.split_last()?;
    for step in outer {
        place = match place {
            Value::Object(members) => members.get_mut(*step)?,
            Value::Array(items) => items.get_mut(step.parse::<usize>().ok()?)?,
            _ => return None,
        };
    }
    match place {
        Value::Object(members) => {
            members.insert((*last).to_owned(), value.clone());
        }
        Value::Array(items) => *items.get_mut(last.parse::<usize>().ok()?)? = value.clone(),
        _ => return None,
    }
    Some(())
}
