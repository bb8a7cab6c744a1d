//! Whether a log's references hold, and its events seen from one type of object.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::model::{Event, Log, Object};

/// How many references of a kind are shown as an example.
const EXAMPLES_MAX: usize = 5;

/// How much a log holds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Events.
    pub events: u64,
    /// Objects.
    pub objects: u64,
    /// Declared types of events.
    pub event_types: u64,
    /// Declared types of objects.
    pub object_types: u64,
    /// Relations from events to objects.
    pub event_relations: u64,
    /// Relations from objects to objects.
    pub object_relations: u64,
}

/// References to objects that are not there.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Dangling {
    /// How many.
    pub count: u64,
    /// The first of them: from, to, qualifier.
    pub examples: Vec<(String, String, String)>,
}

impl Dangling {
    fn note(&mut self, from: &str, to: &str, qualifier: &str) {
        self.count += 1;
        if self.examples.len() < EXAMPLES_MAX {
            let example = (from.to_owned(), to.to_owned(), qualifier.to_owned());
            self.examples.push(example);
        }
    }
}

/// What a look at the references of a log found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Check {
    /// How much the log holds.
    pub counts: Counts,
    /// Events that name objects which are not there.
    pub from_events: Dangling,
    /// Objects that name objects which are not there.
    pub from_objects: Dangling,
    /// Rows of a database that are of no object or event: from the table, to the id.
    pub strays: Dangling,
    /// Events and objects whose type is not declared.
    pub undeclared_types: BTreeMap<String, u64>,
    /// Times that had no offset and were taken as UTC.
    pub assumed_utc: u64,
}

impl Check {
    /// Looks at every reference of a log.
    #[must_use]
    pub fn of(log: &Log) -> Self {
        let mut found = Self::default();
        let ids: HashSet<&str> = log.objects.iter().map(|one| one.id.as_str()).collect();
        let names = |types: &[super::model::Type]| -> HashSet<String> {
            types.iter().map(|one| one.name.clone()).collect()
        };
        let (objects, events) = (names(&log.types.objects), names(&log.types.events));
        let size = |len: usize| u64::try_from(len).unwrap_or(u64::MAX);
        found.counts.events = size(log.events.len());
        found.counts.objects = size(log.objects.len());
        found.counts.event_types = size(log.types.events.len());
        found.counts.object_types = size(log.types.objects.len());
        for object in &log.objects {
            found.counts.object_relations += size(object.relations.len());
            for relation in &object.relations {
                if !ids.contains(relation.object.as_str()) {
                    let (to, qualifier) = (&relation.object, &relation.qualifier);
                    found.from_objects.note(&object.id, to, qualifier);
                }
            }
            if !objects.contains(&object.of_type) {
                *found
                    .undeclared_types
                    .entry(object.of_type.clone())
                    .or_default() += 1;
            }
            let assumed = object.changes.iter().filter(|one| one.from.assumed_utc);
            found.assumed_utc += size(assumed.count());
        }
        for event in &log.events {
            found.counts.event_relations += size(event.relations.len());
            for relation in &event.relations {
                if !ids.contains(relation.object.as_str()) {
                    let (to, qualifier) = (&relation.object, &relation.qualifier);
                    found.from_events.note(&event.id, to, qualifier);
                }
            }
            if !events.contains(&event.of_type) {
                *found
                    .undeclared_types
                    .entry(event.of_type.clone())
                    .or_default() += 1;
            }
            found.assumed_utc += u64::from(event.time.assumed_utc);
        }
        for stray in &log.strays {
            found.strays.note(&stray.table, &stray.id, "");
        }
        found
    }

    /// Whether every reference holds and every type is declared.
    #[must_use]
    pub fn is_clean(&self) -> bool {
        self.from_events.count == 0
            && self.from_objects.count == 0
            && self.strays.count == 0
            && self.undeclared_types.is_empty()
    }
}

/// A log seen from one type of object: each object with its events, by time and then in the order
/// of the source. An event of several objects stands with each of them.
#[derive(Debug, Clone, Default)]
pub struct Flat<'l> {
    /// The objects of the type, in the order of the source, with their events.
    pub cases: Vec<(&'l Object, Vec<&'l Event>)>,
    /// Events that belong to no object of the type, and are in no case.
    pub events_without: u64,
    /// Events that belong to several objects of the type.
    pub events_shared: u64,
    /// How often events stand in a case beyond their first (convergence).
    pub repeats: u64,
    /// Objects of the type without any event.
    pub cases_without_events: u64,
}

/// Sees a log from one type of object.
#[must_use]
pub fn flatten<'l>(log: &'l Log, object_type: &str) -> Flat<'l> {
    let mut flat = Flat::default();
    let mut places_of: HashMap<&str, usize> = HashMap::new();
    for object in log.objects.iter().filter(|one| one.of_type == object_type) {
        places_of.insert(&object.id, flat.cases.len());
        flat.cases.push((object, Vec::new()));
    }
    for event in &log.events {
        let mut mine: Vec<usize> = event
            .relations
            .iter()
            .filter_map(|relation| places_of.get(relation.object.as_str()).copied())
            .collect();
        mine.sort_unstable();
        mine.dedup();
        match mine.len() {
            0 => flat.events_without += 1,
            1 => {}
            several => {
                flat.events_shared += 1;
                flat.repeats += u64::try_from(several - 1).unwrap_or(u64::MAX);
            }
        }
        for place in mine {
            if let Some((_, events)) = flat.cases.get_mut(place) {
                events.push(event);
            }
        }
    }
    for (_, events) in &mut flat.cases {
        // Stable: events of one moment keep the order of the source.
        events.sort_by_key(|event| event.time.at);
        flat.cases_without_events += u64::from(events.is_empty());
    }
    flat
}
