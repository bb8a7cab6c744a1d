//! Considering a form without recording it: what would come of it, and what is wrong so far.

use serde_json::{Map, Value};

use super::error::Error;
use super::form;
use super::opening::Book;
use super::record::{Recording, stale};
use crate::base::{Position, Version};
use crate::domain::codes::CatalogueKind;
use crate::domain::envelope::Common;
use crate::domain::events::settings::CatalogueEntry;
use crate::domain::field::Field;
use crate::domain::{Event, EventType, Fault, Refusal, Rule};
use crate::exchange::Line;

/// What would be recorded.
#[derive(Debug, Clone)]
pub struct Considered {
    /// Type of the event.
    pub event: EventType,
    /// The common fields, as they would be kept.
    pub common: Value,
    /// The content, as it would be kept.
    pub data: Value,
    /// The version that it would get in its stream.
    pub version: Version,
    /// The position that it would get if nothing came first.
    pub position: Position,
}

impl Book {
    /// Decides on a form and says what would be recorded; writes nothing.
    ///
    /// # Errors
    /// As [`Book::record`].
    pub fn consider(&self, line: &Line, recording: &Recording) -> Result<Considered, Error> {
        let command = self.command(line)?;
        let stream = self.stream_of(line, &command)?;
        let known = self.known_for(line, &command)?;
        let mut decided = self.decide(&known, command, recording)?;
        let last = self.last_version(stream, &known)?;
        if recording
            .expected
            .is_some_and(|expected| Some(expected) != last)
        {
            return Err(stale(last));
        }
        let decided = decided.pop().ok_or(Error::Contended)?;
        Ok(Considered {
            event: decided.event.event_type(),
            common: decided.common.write(),
            data: decided.event.write(),
            version: last.map_or(Version::START, Version::next),
            position: self.store.head()?.next,
        })
    }

    /// What is wrong with the answers that a form holds so far. What is still missing is no fault
    /// yet, and rules about several fields wait for the whole form.
    ///
    /// # Errors
    /// [`Error::NoSuchEvent`], [`Error::Store`].
    pub fn faults_so_far(&self, line: &Line) -> Result<Vec<Refusal>, Error> {
        let faults = match self.command(line) {
            Err(Error::Refused(refusals)) => refusals,
            Err(other) => return Err(other),
            Ok(_) => Vec::new(),
        };
        let known_dossier = line.dossier.is_some();
        let given = |refusal: &Refusal| {
            answer(line, &refusal.field).is_some() || (known_dossier && refusal.field == "dossier")
        };
        let mut faults: Vec<Refusal> = faults.into_iter().filter(given).collect();
        if faults.is_empty() && known_dossier {
            faults = self.broken_so_far(line)?;
            faults.retain(|refusal| given(refusal) && is_about_one_field(refusal));
            // Whether a measurement may follow the closing depends on its moment (R23).
            if line.event == EventType::EffectMeasured.name() {
                faults.retain(|refusal| refusal.rule != Rule::R23);
            }
        }
        Ok(faults)
    }

    /// The rules that the answers so far break, the rest of the form being that of a sample.
    fn broken_so_far(&self, line: &Line) -> Result<Vec<Refusal>, Error> {
        let Some(event_type) = EventType::from_name(&line.event) else {
            return Ok(Vec::new());
        };
        let mut count = 0;
        let sample: Event = event_type.sample(false, &mut count);
        let mut whole = line.clone();
        let mut common = Common::sample(false, &mut count).write();
        lay_over(&mut common, Value::Object(line.common.clone()));
        let mut data = sample.write();
        lay_over(&mut data, Value::Object(line.data.clone()));
        (whole.common, whole.data) = (object(common), object(data));
        let recording = Recording::default();
        let outcome = self.command(&whole).and_then(|command| {
            let known = self.known_for(&whole, &command)?;
            self.decide(&known, command, &recording)
        });
        match outcome {
            Err(Error::Refused(refusals)) => Ok(refusals),
            Err(other) => Err(other),
            Ok(_) => Ok(Vec::new()),
        }
    }

    /// The entries of a catalogue on a day.
    ///
    /// # Errors
    /// [`Error::Store`].
    pub fn catalogue(
        &self,
        kind: CatalogueKind,
        day: crate::base::Day,
    ) -> Result<Vec<CatalogueEntry>, Error> {
        let catalogues = self.catalogues()?;
        Ok(catalogues
            .on(kind, day)
            .map(|edition| edition.entries.clone())
            .unwrap_or_default())
    }

    /// A name for what is kept about a dossier outside the log, which does not tell its number.
    ///
    /// # Errors
    /// [`Error::Store`].
    pub fn alias(&self, dossier: &str) -> Result<String, Error> {
        let kind = crate::domain::events::registry::StreamKind::Case;
        let stream = self
            .store
            .stream(kind.category(), &form::dossier_name(dossier.trim()))?;
        Ok(crate::base::KeyId(stream.id).to_string())
    }
}

/// A refusal that one answer can cause and mend, whatever the other answers are.
fn is_about_one_field(refusal: &Refusal) -> bool {
    let by_rule = matches!(refusal.rule, Rule::R23 | Rule::R25 | Rule::R26 | Rule::R27);
    let by_fault = match &refusal.fault {
        Fault::TooShort { .. } | Fault::NoSuchEvent => true,
        Fault::Because(key) | Fault::BecauseOf(key, _) => matches!(
            *key,
            "not-an-option-set"
                | "principle-not-in-catalogue"
                | "override-by-taker"
                | "reconsideration-by-taker"
                | "not-a-contest"
                | "contest-not-open"
                | "dossier-not-opened"
                | "dossier-already-open"
                | "imported-dossier"
        ),
        _ => false,
    };
    by_rule || by_fault
}

/// The answer at a place of a form.
fn answer<'l>(line: &'l Line, path: &str) -> Option<&'l Value> {
    let (first, rest) = path
        .split_once('.')
        .map_or((path, None), |(first, rest)| (first, Some(rest)));
    let found = line.data.get(first).or_else(|| line.common.get(first))?;
    rest.map_or(Some(found), |rest| at_path(found, rest))
        .filter(|value| !value.is_null())
}

fn at_path<'v>(form: &'v Value, path: &str) -> Option<&'v Value> {
    path.split('.').try_fold(form, |place, step| match place {
        Value::Object(members) => members.get(step),
        Value::Array(items) => items.get(step.parse::<usize>().ok()?),
        _ => None,
    })
}

fn lay_over(below: &mut Value, above: Value) {
    match (below, above) {
        (Value::Object(below), Value::Object(above)) => {
            for (key, value) in above {
                lay_over(below.entry(key).or_insert(Value::Null), value);
            }
        }
        (Value::Array(below), Value::Array(above)) if above.iter().all(Value::is_object) => {
            let sample = below.first().cloned().unwrap_or(Value::Null);
            let laid = above.into_iter().map(|item| {
                let mut whole = sample.clone();
                lay_over(&mut whole, item);
                whole
            });
            *below = laid.collect();
        }
        (_, Value::Null) => {}
        (below, above) => *below = above,
    }
}

fn object(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(members) => members,
        _ => Map::new(),
    }
}
