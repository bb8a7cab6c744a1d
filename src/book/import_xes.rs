//! Importing another system's event log: each trace becomes a trajectory of imported steps.
//!
//! Steps are kept in the order of the file with their attributes as written. They carry no
//! justification, and nothing that shows them may pretend they do.

use std::collections::HashMap;
use std::io::Read;

use super::error::Error;
use super::form::dossier_name;
use super::opening::Book;
use super::settings::BOOK_ACTOR;
use crate::base::limits::APPEND_EVENTS_MAX;
use crate::base::{Day, EventId, Expected, Timestamp};
use crate::domain::codes::{AttributeKind, Role};
use crate::domain::envelope::Common;
use crate::domain::events::imported::{ImportedAttribute, StepImported, TrajectoryImported};
use crate::domain::events::registry::StreamKind;
use crate::domain::values::{Actor, Code, Text};
use crate::domain::{Decided, Event};
pub use crate::exchange::xes::Limits;
use crate::exchange::xes::{self, Attribute, Kind, Reader, Trace};
use crate::store::NewEvent;

/// What is imported.
#[derive(Debug, Clone)]
pub struct Options {
    /// Name of the log; dossiers are numbered `<name>:<name of the trace>`.
    pub source: String,
    /// Municipality; the one of the configuration when left out.
    pub municipality: Option<String>,
    /// Limits on the file.
    pub limits: Limits,
}

/// What an import did.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Report {
    /// Traces in the file.
    pub traces: u64,
    /// Events in the file.
    pub steps: u64,
    /// Different activities in the file.
    pub activities: u64,
    /// Dossiers that were recorded now.
    pub dossiers_added: u64,
    /// Steps that were recorded now.
    pub steps_added: u64,
    /// Traces that were there already, the same.
    pub already_there: u64,
}

impl Book {
    /// Imports an XES log, plain or gzipped. One trace is in memory at a time, and is recorded
    /// whole or not at all; doing it again adds nothing.
    ///
    /// # Errors
    /// [`Error::Xes`] with the place in the file; what was recorded until then stays, and the
    /// import can be repeated. [`Error::Store`] when writing fails, or when the same source and
    /// trace were imported before with other content.
    pub fn import_xes(
        &self,
        input: impl Read,
        options: &Options,
        progress: &mut dyn FnMut(u64),
    ) -> Result<Report, Error> {
        if self.writer.is_none() {
            return Err(Error::ReadOnly);
        }
        let today = self.now().day();
        let mut report = Report::default();
        let mut seen: HashMap<String, u64> = HashMap::new();
        let mut activities: HashMap<String, ()> = HashMap::new();
        for trace in Reader::new(input, options.limits)? {
            let trace = trace?;
            report.traces += 1;
            report.steps += trace.events.len() as u64;
            for event in &trace.events {
                activities
                    .entry(event.name().unwrap_or_default().to_owned())
                    .or_default();
            }
            let number = self.number(options, &trace, report.traces, &mut seen);
            let events = self.trace_events(options, &trace, &number, today)?;
            if self.record_trace(&events)? {
                report.dossiers_added += 1;
                report.steps_added += trace.events.len() as u64;
            } else {
                report.already_there += 1;
            }
            progress(trace.events.len() as u64);
        }
        report.activities = activities.len() as u64;
        Ok(report)
    }

    /// Number of the dossier of a trace. A name that stands twice in one file gets its count, so
    /// that two traces never become one dossier.
    fn number(
        &self,
        options: &Options,
        trace: &Trace,
        place: u64,
        seen: &mut HashMap<String, u64>,
    ) -> String {
        let name = match trace.name() {
            Some(name) if !name.trim().is_empty() => name.trim().to_owned(),
            _ => format!("spoor-{place}"),
        };
        let count = seen.entry(name.clone()).or_default();
        *count += 1;
        if *count == 1 {
            format!("{}:{name}", options.source)
        } else {
            format!("{}:{name}#{count}", options.source)
        }
    }

    fn trace_events(
        &self,
        options: &Options,
        trace: &Trace,
        number: &str,
        today: Day,
    ) -> Result<Vec<NewEvent>, Error> {
        let stream = self
            .store
            .stream(StreamKind::Case.category(), &dossier_name(number))?;
        let municipality = options
            .municipality
            .as_ref()
            .unwrap_or(&self.config.municipality);
        let happened: Vec<Option<Timestamp>> =
            trace.events.iter().map(xes::Event::timestamp).collect();
        // A day in the future cannot have happened; the file's own value stays in the attributes.
        let day = |moment: Option<Timestamp>| moment.map_or(today, Timestamp::day).min(today);
        let common = |on: Day| Common {
            occurred_on: on,
            actor: Actor(BOOK_ACTOR.to_owned()),
            role: Role::System,
            municipality: Code(municipality.clone()),
            team: None,
            caused_by: None,
            minutes_spent: None,
            initiated_by: None,
            promises: Vec::new(),
            keeps: Vec::new(),
        };
        let id = |step: usize| EventId::derived(&format!("xes/{number}/{step}"));
        let new = |id, on, event| NewEvent {
            id,
            stream,
            recorded_at: None,
            decided: Decided {
                common: common(on),
                noted: None,
                event,
            },
        };
        let first = happened.iter().copied().flatten().min();
        let mut events = vec![new(
            id(0),
            day(first),
            Event::TrajectoryImported(TrajectoryImported {
                number: Code(number.to_owned()),
                source: Code(options.source.clone()),
                trace: trace.name().map(|name| Text(name.to_owned())),
                attributes: flattened(&trace.attributes),
            }),
        )];
        for (place, (step, at)) in trace.events.iter().zip(happened).enumerate() {
            let text = |value: Option<&str>| value.map(|value| Text(value.to_owned()));
            let imported = StepImported {
                activity: Text(step.name().unwrap_or_default().to_owned()),
                happened_at: at,
                resource: text(step.resource()),
                lifecycle: text(step.transition()),
                attributes: flattened(&step.attributes),
            };
            events.push(new(id(place + 1), day(at), Event::StepImported(imported)));
        }
        Ok(events)
    }

    /// Records a trace; `false` when it was there already.
    fn record_trace(&self, events: &[NewEvent]) -> Result<bool, Error> {
        let Some(first) = events.first() else {
            return Ok(false);
        };
        let there = self.store.stream_head(first.stream)?;
        let mut added = false;
        for part in events.chunks(APPEND_EVENTS_MAX) {
            let expected = match there {
                None if !added => vec![(first.stream, Expected::NoStream)],
                _ => Vec::new(),
            };
            added |= !self.store.append(expected, part)?.was_there;
        }
        Ok(added)
    }
}

/// Attributes in order, nested ones after their parent with its key before theirs. The items of a
/// list come after what is nested in it and have their number before their key: `list/#1/key`.
fn flattened(attributes: &[Attribute]) -> Vec<ImportedAttribute> {
    let mut flat = Vec::new();
    flatten_into(&mut flat, "", attributes);
    flat
}

fn flatten_into(flat: &mut Vec<ImportedAttribute>, parent: &str, attributes: &[Attribute]) {
    for attribute in attributes {
        let key = if parent.is_empty() {
            attribute.key.clone()
        } else {
            format!("{parent}/{}", attribute.key)
        };
        flat.push(ImportedAttribute {
            key: Text(key.clone()),
            kind: kind(attribute.kind),
            value: Text(attribute.text.clone()),
        });
        flatten_into(flat, &key, &attribute.children);
        for (number, item) in (1..).zip(&attribute.items) {
            let parent = format!("{key}/#{number}");
            flatten_into(flat, &parent, std::slice::from_ref(item));
        }
    }
}

fn kind(kind: Kind) -> AttributeKind {
    match kind {
        Kind::String => AttributeKind::String,
        Kind::Date => AttributeKind::Date,
        Kind::Int => AttributeKind::Int,
        Kind::Float => AttributeKind::Float,
        Kind::Boolean => AttributeKind::Boolean,
        Kind::Id => AttributeKind::Id,
        Kind::List => AttributeKind::List,
        Kind::Container => AttributeKind::Container,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nested_attributes_and_the_items_of_lists_are_kept_in_order() {
        let attribute = |kind, key: &str, text: &str| Attribute {
            kind,
            key: key.to_owned(),
            text: text.to_owned(),
            children: Vec::new(),
            items: Vec::new(),
        };
        let mut list = attribute(Kind::List, "phases", "");
        list.children = vec![attribute(Kind::String, "note", "n")];
        let mut second = attribute(Kind::Container, "phase", "");
        second.children = vec![attribute(Kind::Int, "days", "3")];
        list.items = vec![attribute(Kind::String, "phase", "first"), second];
        let flat = flattened(&[list, attribute(Kind::Id, "last", "x")]);
        let found: Vec<_> = flat
            .iter()
            .map(|one| (one.key.0.as_str(), one.value.0.as_str()))
            .collect();
        assert_eq!(
            found,
            [
                ("phases", ""),
                ("phases/note", "n"),
                ("phases/#1/phase", "first"),
                ("phases/#2/phase", ""),
                ("phases/#2/phase/days", "3"),
                ("last", "x"),
            ]
        );
    }
}
