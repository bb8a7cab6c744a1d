//! The dossiers of the book as a log: one pass over the facts, a few bytes kept of each event.
//!
//! An activity is a type of event, with its kind behind it where the kind changes what it is:
//! `decision_taken(maatregel)`. Events of a dossier stand in the order of the days on which they
//! happened, those of one day in the order of recording; imported steps stay in the order of
//! their file. Corrections known by then are applied; a shielded field is not known.

use std::collections::HashMap;

use super::{EventLog, moment_of};
use crate::base::{ActorId, Day, EventId, Timestamp};
use crate::book::error::Error;
use crate::book::history::AsKnown;
use crate::book::history::KnownAt;
use crate::book::masking::overlaps;
use crate::book::opening::Book;
use crate::domain::dossier::corrected;
use crate::domain::events::registration::EntryCorrected;
use crate::domain::events::registry::StreamKind;
use crate::domain::{Event, Recorded};
use crate::log::{Query, Select};
use crate::practice::process::{Builder, NewEvent};
use crate::store::{self, NotRead, Opening};
use crate::vault::Closed;

/// Which cases of the book.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Which {
    /// The dossiers that were kept here.
    Dossiers,
    /// Imported trajectories, of every log or of the one with this name.
    Imported(Option<String>),
}

/// What is kept of an event until its dossier is whole.
#[derive(Debug, Clone)]
struct Kept {
    id: EventId,
    activity: u32,
    day: i32,
    time: Option<Timestamp>,
    team: u32,
    actor: ActorId,
}

/// What is kept of a dossier.
#[derive(Debug, Default)]
struct Gathered {
    number: String,
    client: i64,
    municipality: String,
    source: Option<String>,
    closed: bool,
    events: Vec<Kept>,
}

/// Names with a number each; the first is the empty name, which stands for none.
#[derive(Debug)]
struct Names {
    list: Vec<String>,
    numbers: HashMap<String, u32>,
}

impl Names {
    fn new() -> Self {
        let mut names = Self {
            list: Vec::new(),
            numbers: HashMap::new(),
        };
        names.number("");
        names
    }

    fn number(&mut self, name: &str) -> u32 {
        if let Some(number) = self.numbers.get(name) {
            return *number;
        }
        let number = u32::try_from(self.list.len()).unwrap_or_default();
        self.list.push(name.to_owned());
        self.numbers.insert(name.to_owned(), number);
        number
    }

    fn name(&self, number: u32) -> &str {
        self.list.get(number as usize).map_or("", String::as_str)
    }
}

/// A reading of the whole book under way.
struct Gathering {
    names: Names,
    dossiers: HashMap<[u8; 16], Gathered>,
    corrections: HashMap<EventId, Vec<EntryCorrected>>,
    shields: HashMap<EventId, Vec<String>>,
    imported: bool,
}

impl Book {
    /// The cases of the book as a log, as they were known at a moment.
    ///
    /// What lies in a dossier whose key was destroyed is not there. A case is open until its
    /// trajectory is closed; imported trajectories count as closed.
    ///
    /// # Errors
    /// [`Error::Store`] when the book cannot be read, as without its key file.
    pub fn process_log(
        &self,
        which: &Which,
        as_known: AsKnown,
        progress: &mut dyn FnMut(u64),
    ) -> Result<EventLog, Error> {
        Ok(self.process_cases(which, as_known, progress)?.0)
    }

    /// The same, with the moment at which the last known event was recorded.
    pub(super) fn process_cases(
        &self,
        which: &Which,
        as_known: AsKnown,
        progress: &mut dyn FnMut(u64),
    ) -> Result<(EventLog, Option<Timestamp>), Error> {
        let mut last = None;
        let mut gathering = Gathering {
            names: Names::new(),
            dossiers: HashMap::new(),
            corrections: HashMap::new(),
            shields: HashMap::new(),
            imported: matches!(which, Which::Imported(_)),
        };
        let withheld = self.withheld()?;
        let mut reading = self.store.read(&Query::new(Select::All), Opening::Facts)?;
        while let Some(item) = reading.next()? {
            progress(1);
            let mut recorded = match item.content {
                Ok(recorded) => recorded,
                Err(NotRead::Closed(Closed::KeyDestroyed { .. }) | NotRead::Unreadable(_)) => {
                    continue;
                }
                Err(NotRead::Closed(why)) => return Err(store::Error::Closed(why).into()),
            };
            // An answer of a learner is no step of the dossier.
            if withheld.is_hidden(recorded.id)
                || matches!(recorded.event, Event::LearningAnswerLocked(_))
            {
                continue;
            }
            let known = as_known.knows(&recorded, &withheld);
            recorded.recorded_at = withheld.since(&recorded).1;
            if known {
                last = last.max(Some(recorded.recorded_at));
            }
            gathering.take(&recorded, item.entry.actor, known);
        }
        self.correct(&mut gathering)?;
        let today = match as_known.known_at {
            Some(KnownAt::Time(moment)) => moment.day(),
            _ => self.now().day(),
        };
        Ok((gathering.finish(which, today), last))
    }

    /// Reads again what was corrected or shielded, and keeps it as it reads now.
    fn correct(&self, gathering: &mut Gathering) -> Result<(), Error> {
        let mut changed: Vec<EventId> = gathering
            .corrections
            .keys()
            .chain(gathering.shields.keys())
            .copied()
            .collect();
        changed.sort_unstable();
        changed.dedup();
        for id in changed {
            let Some(mut recorded) = self.store.event(id, Opening::Facts)? else {
                continue;
            };
            let corrections = gathering.corrections.get(&id);
            for correction in corrections.into_iter().flatten() {
                let value = correction.value();
                if let Some(now) = corrected(&recorded, &correction.field.0, &value) {
                    recorded = now;
                }
            }
            let shields = gathering.shields.get(&id).cloned().unwrap_or_default();
            gathering.replace(&recorded, &shields);
        }
        Ok(())
    }
}

impl Gathering {
    /// Takes one event in; of what was not known by then only shieldings count.
    fn take(&mut self, recorded: &Recorded, actor: ActorId, known: bool) {
        match &recorded.event {
            Event::EntryShielded(shielding) => {
                let fields = shielding.fields.iter().map(|field| field.0.clone());
                let shields = self.shields.entry(shielding.target.0).or_default();
                shields.extend(fields);
                return;
            }
            _ if !known => return,
            Event::EntryCorrected(correction) => {
                let target = correction.target.0;
                let corrections = self.corrections.entry(target).or_default();
                corrections.push(correction.clone());
                return;
            }
            _ => {}
        }
        let kinds = [StreamKind::Case, StreamKind::Audit, StreamKind::Learning];
        let category = recorded.stream.category;
        if !kinds.iter().any(|kind| kind.category() == category) {
            return;
        }
        let gathered = self.dossiers.entry(recorded.stream.id).or_default();
        match &recorded.event {
            Event::TrajectoryImported(imported) => {
                gathered.number.clone_from(&imported.number.0);
                gathered.client = place(recorded);
                gathered.source = Some(imported.source.0.clone());
                gathered
                    .municipality
                    .clone_from(&recorded.common.municipality.0);
                return;
            }
            Event::TrajectoryOpened(opened) => {
                gathered.number.clone_from(&opened.number.0);
                gathered.client = place(recorded);
                gathered
                    .municipality
                    .clone_from(&recorded.common.municipality.0);
            }
            Event::TrajectoryClosed(_) => gathered.closed = true,
            _ => {}
        }
        let kept = kept(&mut self.names, recorded, actor, &[]);
        gathered.events.push(kept);
    }

    /// Puts an event as it reads now in the place of itself.
    fn replace(&mut self, recorded: &Recorded, shields: &[String]) {
        let Some(gathered) = self.dossiers.get_mut(&recorded.stream.id) else {
            return;
        };
        let place = gathered.events.iter_mut().find(|one| one.id == recorded.id);
        if let Some(place) = place {
            *place = kept(&mut self.names, recorded, place.actor, shields);
        }
    }

    fn finish(self, which: &Which, today: Day) -> EventLog {
        let mut builder = Builder::new();
        let mut dossiers: Vec<Gathered> = self.dossiers.into_values().collect();
        dossiers.retain(|one| match which {
            Which::Dossiers => one.source.is_none() && !one.number.is_empty(),
            Which::Imported(None) => one.source.is_some(),
            Which::Imported(wanted) => one.source == *wanted,
        });
        dossiers.sort_by(|one, other| one.number.cmp(&other.number));
        for mut gathered in dossiers {
            builder.case(&gathered.number);
            builder.client(gathered.client);
            builder.municipality(&gathered.municipality);
            if !self.imported {
                if !gathered.closed {
                    builder.open();
                }
                // Stable: what happened on one day stays in the order of recording.
                gathered.events.sort_by_key(|one| one.day);
            }
            for one in &gathered.events {
                let team = self.names.name(one.team);
                let actor = one.actor.to_string();
                builder.event(&NewEvent {
                    activity: self.names.name(one.activity),
                    time: one.time,
                    team: Some(team).filter(|team| !team.is_empty()),
                    actor: Some(&actor),
                });
            }
        }
        // The files of imported steps say themselves how far they go.
        let until = (!self.imported).then(|| moment_of(today));
        builder.finish(until)
    }
}

/// The client of a dossier by its first event, as the views number it.
fn place(first: &Recorded) -> i64 {
    i64::try_from(first.position.0).unwrap_or(i64::MAX)
}

fn kept(names: &mut Names, recorded: &Recorded, actor: ActorId, shields: &[String]) -> Kept {
    let common = &recorded.common;
    let open = |field: &str| !shields.iter().any(|shield| overlaps(shield, field));
    let team = common.team.as_ref().filter(|_| open("team"));
    let day = common.occurred_on;
    let (activity, time) = match &recorded.event {
        Event::StepImported(step) => {
            let activity = if open("activity") {
                &*step.activity.0
            } else {
                ""
            };
            let time = step.happened_at.filter(|_| open("happened_at"));
            (names.number(activity), time)
        }
        event => {
            let name = event.event_type().name();
            let kind = kind_of(event).filter(|(field, _)| open(field));
            let activity = match kind {
                Some((_, kind)) => names.number(&format!("{name}({kind})")),
                None => names.number(name),
            };
            (activity, open("occurred_on").then(|| moment_of(day)))
        }
    };
    Kept {
        id: recorded.id,
        activity,
        day: day.since_epoch(),
        time,
        team: team.map_or(0, |team| names.number(&team.0)),
        actor,
    }
}

/// The field that says of what kind an event is, with the kind.
fn kind_of(event: &Event) -> Option<(&'static str, &str)> {
    match event {
        Event::DecisionTaken(taken) => Some(("kind", taken.kind.code())),
        Event::ConversationHeld(held) => Some(("kind", held.kind.code())),
        Event::EffectMeasured(measured) => Some(("what", &measured.what.0)),
        Event::LifeDomainAssessed(assessed) => Some(("domain", assessed.domain.code())),
        _ => None,
    }
}
