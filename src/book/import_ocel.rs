//! Importing an object-centric log: seen from one type of object, each object becomes a
//! trajectory of imported steps.
//!
//! An event of several objects stands with each of them; how often is in the report, as is every
//! reference to an object that is not there.

use std::collections::{BTreeSet, HashMap};
use std::io::Read;
use std::path::Path;

use super::error::Error;
use super::import_xes;
use super::opening::Book;
use crate::exchange::ocel::{self, Event, Log, Moment, Object, Relation, Type};
pub use crate::exchange::ocel::{Check, Counts, Dangling, Limits};
use crate::exchange::xes::{self, Attribute, Kind, Trace};

/// Where the log is.
pub enum Input<'i> {
    /// JSON or XML, plain or gzipped.
    Text(&'i mut dyn Read),
    /// A SQLite database.
    Database(&'i Path),
}

/// What is imported.
#[derive(Debug, Clone)]
pub struct Options {
    /// Type of the objects that become trajectories.
    pub object_type: String,
    /// Name of the log; dossiers are numbered `<name>:<id of the object>`.
    pub source: String,
    /// Municipality; the one of the configuration when left out.
    pub municipality: Option<String>,
    /// Limits on the file.
    pub limits: Limits,
}

/// What an import did.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Report {
    /// What was recorded.
    pub recorded: import_xes::Report,
    /// What the log holds, and which of its references lead nowhere.
    pub check: Check,
    /// Events that belong to several objects of the type.
    pub events_shared: u64,
    /// How often events stand in a trajectory beyond their first.
    pub repeats: u64,
    /// Events that belong to no object of the type, and are in no trajectory.
    pub events_without: u64,
    /// Trajectories without a step.
    pub empty: u64,
}

impl Book {
    /// Imports an object-centric log (OCEL 2.0). It is read whole first, and only then recorded,
    /// each trajectory whole or not at all; doing it again adds nothing.
    ///
    /// # Errors
    /// [`Error::Ocel`] when it cannot be read, [`Error::NoSuchObjectType`]; nothing was recorded
    /// then. [`Error::Store`] when writing fails; what was recorded until then stays.
    pub fn import_ocel(
        &self,
        input: Input<'_>,
        options: &Options,
        progress: &mut dyn FnMut(u64),
    ) -> Result<Report, Error> {
        let log = match input {
            Input::Text(text) => ocel::read(text, &options.limits)?,
            Input::Database(path) => ocel::read_sqlite(path, &options.limits)?,
        };
        let flat = ocel::flatten(&log, &options.object_type);
        if flat.cases.is_empty() {
            return Err(no_such_type(&log, &options.object_type));
        }
        let kinds = Kinds::of(&log);
        let traces = flat.cases.iter();
        let traces = traces.map(|(object, events)| Ok(trace(&kinds, object, events)));
        let of_traces = import_xes::Options {
            source: options.source.clone(),
            municipality: options.municipality.clone(),
            limits: xes::Limits::default(),
        };
        Ok(Report {
            recorded: self.import_traces(traces, &of_traces, progress)?,
            check: Check::of(&log),
            events_shared: flat.events_shared,
            repeats: flat.repeats,
            events_without: flat.events_without,
            empty: flat.cases_without_events,
        })
    }
}

fn no_such_type(log: &Log, given: &str) -> Error {
    /// Types that are named; a person chooses from these.
    const NAMED_MAX: usize = 20;
    let types: BTreeSet<&str> = log.objects.iter().map(|one| one.of_type.as_str()).collect();
    let named: Vec<&str> = types.into_iter().take(NAMED_MAX).collect();
    Error::NoSuchObjectType {
        given: given.to_owned(),
        there: named.join(", "),
    }
}

/// The declared kinds of attributes, by type and name.
struct Kinds<'l>(HashMap<(&'l str, &'l str), Kind>);

impl<'l> Kinds<'l> {
    fn of(log: &'l Log) -> Self {
        let all = log.types.objects.iter().chain(&log.types.events);
        let each = |one: &'l Type| {
            let attributes = one.attributes.iter();
            attributes.map(|attribute| {
                let kind = match attribute.kind {
                    ocel::Kind::Integer => Kind::Int,
                    ocel::Kind::Float => Kind::Float,
                    ocel::Kind::Boolean => Kind::Boolean,
                    ocel::Kind::Time => Kind::Date,
                    ocel::Kind::String | ocel::Kind::Other(_) => Kind::String,
                };
                ((one.name.as_str(), attribute.name.as_str()), kind)
            })
        };
        Self(all.flat_map(each).collect())
    }

    fn attribute(&self, of_type: &str, name: &str, key: String, text: &str) -> Attribute {
        let kind = self.0.get(&(of_type, name)).copied();
        Attribute::new(kind.unwrap_or(Kind::String), key, text)
    }
}

fn trace(kinds: &Kinds<'_>, object: &Object, events: &[&Event]) -> Trace {
    let mut attributes = vec![
        Attribute::new(Kind::String, "concept:name", &*object.id),
        Attribute::new(Kind::String, "ocel:type", &*object.of_type),
    ];
    for change in &object.changes {
        let key = if change.from.at.0 == 0 {
            change.name.clone()
        } else {
            format!("{}@{}", change.name, Moment::at(change.from.at).text)
        };
        attributes.push(kinds.attribute(&object.of_type, &change.name, key, &change.text));
    }
    attributes.extend(object.relations.iter().map(relation));
    Trace {
        attributes,
        events: events.iter().map(|event| step(kinds, event)).collect(),
    }
}

fn relation(one: &Relation) -> Attribute {
    let key = format!("ocel:relation:{}", one.qualifier);
    Attribute::new(Kind::String, key, &*one.object)
}

fn step(kinds: &Kinds<'_>, event: &Event) -> xes::Event {
    let mut attributes = vec![
        Attribute::new(Kind::String, "concept:name", &*event.of_type),
        Attribute::new(Kind::Date, "time:timestamp", Moment::at(event.time.at).text),
        Attribute::new(Kind::String, "ocel:id", &*event.id),
    ];
    if event.time.assumed_utc {
        // As written, because it did not say of which place it is the time.
        attributes.push(Attribute::new(Kind::String, "ocel:time", &*event.time.text));
    }
    for value in &event.values {
        let key = value.name.clone();
        attributes.push(kinds.attribute(&event.of_type, &value.name, key, &value.text));
    }
    attributes.extend(event.relations.iter().map(relation));
    xes::Event { attributes }
}
