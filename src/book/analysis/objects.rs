//! Dossiers as objects and events of an object-centric log (OCEL 2.0).
//!
//! Objects are the trajectory and its client, decisions, instruments and goals, and what all
//! dossiers share: teams, guiding principles and the corners of the triangle. Principles are
//! objects, so that any tool can ask which decisions lean on one of them.

use std::collections::{BTreeMap, HashMap};

use serde_json::Value as Json;

use super::cases::{Case, Shown};
use super::facts::{self, Kind as FactKind};
use super::traces;
use crate::domain::EventType;
use crate::domain::events::registry::StreamKind;
use crate::exchange::ocel::{
    AttributeType, Change, Event, Kind, Moment, Object, Relation, Type, Types, Value,
};

const TRAJECTORY: &str = "trajectory";
const CLIENT: &str = "client";
const TEAM: &str = "team";
const DECISION: &str = "decision";
const INSTRUMENT: &str = "instrument";
const GOAL: &str = "goal";
const PRINCIPLE: &str = "guiding_principle";
const CORNER: &str = "triangle_corner";

/// The types of objects with their attributes.
const OBJECT_TYPES: [(&str, &[&str]); 8] = [
    (
        TRAJECTORY,
        &[
            "municipality",
            "imported",
            "benefit_band",
            "ladder",
            "status",
        ],
    ),
    (CLIENT, &[]),
    (TEAM, &[]),
    (
        DECISION,
        &[
            "kind",
            "situation_key",
            "in_force_from",
            "review_on",
            "until",
            "status",
            "triangle_wet_verdict",
            "triangle_middelen_verdict",
            "triangle_zelfregie_verdict",
        ],
    ),
    (
        INSTRUMENT,
        &[
            "instrument",
            "lever",
            "started_on",
            "limit",
            "review_on",
            "verdict",
            "ended_on",
            "reason",
        ],
    ),
    (GOAL, &["formulated_by", "by_when", "result"]),
    (PRINCIPLE, &[]),
    (CORNER, &[]),
];

/// Common fields that an event carries as attributes.
const COMMON: [&str; 4] = ["occurred_on", "role", "municipality", "initiated_by"];

/// The types of objects and events, whether or not there are any of them.
pub(super) fn types() -> Types {
    let text = |name: &str| AttributeType {
        name: name.to_owned(),
        kind: Kind::String,
    };
    let objects = OBJECT_TYPES.iter().map(|(name, attributes)| Type {
        name: (*name).to_owned(),
        attributes: attributes.iter().map(|name| text(name)).collect(),
    });
    let of_dossier = |one: &&EventType| {
        !matches!(
            one.stream_kind(),
            StreamKind::Organisation | StreamKind::Settings
        )
    };
    let events = EventType::ALL.iter().filter(of_dossier).map(|event_type| {
        let mut attributes = vec![AttributeType {
            name: "log_position".to_owned(),
            kind: Kind::Integer,
        }];
        attributes.extend(COMMON.iter().map(|name| text(name)));
        if *event_type == EventType::StepImported {
            attributes.extend(["activity", "lifecycle"].map(text));
        }
        for (name, kind) in facts::names(&event_type.fields()) {
            if attributes.iter().all(|one| one.name != name) {
                let kind = match kind {
                    FactKind::Text => Kind::String,
                    FactKind::Whole => Kind::Integer,
                    FactKind::Real => Kind::Float,
                    FactKind::Flag => Kind::Boolean,
                    FactKind::Moment => Kind::Time,
                };
                attributes.push(AttributeType { name, kind });
            }
        }
        Type {
            name: event_type.name().to_owned(),
            attributes,
        }
    });
    Types {
        objects: objects.collect(),
        events: events.collect(),
    }
}

/// Objects that no single dossier has: by id, with their type.
pub(super) type Shared = BTreeMap<String, &'static str>;

/// A dossier as objects of its own and events; what it shares with others is noted in `shared`.
pub(super) fn of_case(case: &Case, shared: &mut Shared) -> (Vec<Object>, Vec<Event>) {
    let number = case.position.0;
    let mut making = Making {
        trajectory: format!("{TRAJECTORY}:{number}"),
        client: format!("{CLIENT}:{number}"),
        objects: Vec::new(),
        about: HashMap::new(),
        shared,
    };
    let (trajectory, client) = (making.trajectory.clone(), making.client.clone());
    making.make(&client, CLIENT, &[]);
    making.make(&trajectory, TRAJECTORY, &[(&client, "of-client")]);
    making.set(
        &trajectory,
        "imported",
        &case.is_imported().to_string(),
        None,
    );
    let events = case
        .events
        .iter()
        .map(|shown| making.event(shown))
        .collect();
    (making.objects, events)
}

/// The objects of a dossier while its events are gone through.
struct Making<'s> {
    trajectory: String,
    client: String,
    objects: Vec<Object>,
    /// The objects that each event is about, for later events that name it.
    about: HashMap<String, Vec<String>>,
    shared: &'s mut Shared,
}

impl Making<'_> {
    fn make(&mut self, id: &str, of_type: &str, relations: &[(&str, &str)]) {
        let relation = |(object, qualifier): &(&str, &str)| Relation {
            object: (*object).to_owned(),
            qualifier: (*qualifier).to_owned(),
        };
        self.objects.push(Object {
            id: id.to_owned(),
            of_type: of_type.to_owned(),
            changes: Vec::new(),
            relations: relations.iter().map(relation).collect(),
        });
    }

    /// Notes the value of an object: its first one, or from the moment of an event.
    fn set(&mut self, id: &str, name: &str, text: &str, by: Option<&Shown>) {
        let from = by.map_or_else(Moment::origin, |shown| {
            Moment::at(shown.recorded.recorded_at)
        });
        if let Some(object) = self.objects.iter_mut().find(|one| one.id == id) {
            object.changes.push(Change {
                name: name.to_owned(),
                from,
                text: text.to_owned(),
            });
        }
    }

    /// Notes the facts of an event that are attributes of this type of object.
    fn set_facts(&mut self, id: &str, of_type: &str, shown: &Shown, by: Option<&Shown>) {
        let wanted = OBJECT_TYPES.iter().find(|(name, _)| *name == of_type);
        let wanted = wanted.map_or(&[][..], |(_, attributes)| *attributes);
        for fact in facts::of(&shown.event_type().fields(), &shown.data) {
            if wanted.contains(&fact.name.as_str()) {
                self.set(id, &fact.name, &fact.text, by);
            }
        }
    }

    fn share(&mut self, of_type: &'static str, key: &str) -> String {
        let id = format!("{of_type}:{key}");
        self.shared.insert(id.clone(), of_type);
        id
    }

    /// The object that an event makes, with its first values.
    fn made(&mut self, shown: &Shown) -> Option<(String, &'static str)> {
        let (of_type, verb) = match shown.event_type() {
            EventType::DecisionTaken => (DECISION, "decides"),
            EventType::InstrumentStarted => (INSTRUMENT, "starts"),
            EventType::GoalSet => (GOAL, "sets"),
            _ => return None,
        };
        let id = format!("{of_type}:{}", shown.recorded.position.0);
        let trajectory = self.trajectory.clone();
        self.make(&id, of_type, &[(&trajectory, "part-of")]);
        self.set_facts(&id, of_type, shown, None);
        if of_type == DECISION {
            self.set(&id, "status", "genomen", None);
        }
        Some((id, verb))
    }

    fn event(&mut self, shown: &Shown) -> Event {
        let event_type = shown.event_type();
        // One relation to each object, the most telling one: readers that keep one would otherwise
        // choose for themselves.
        let mut relations: Vec<Relation> = Vec::new();
        let mut relate = |object: &str, qualifier: &str| {
            if relations.iter().all(|one| one.object != object) {
                relations.push(Relation {
                    object: object.to_owned(),
                    qualifier: qualifier.to_owned(),
                });
            }
        };
        let in_trajectory = match event_type {
            EventType::TrajectoryOpened | EventType::TrajectoryImported => "opens",
            EventType::TrajectoryClosed => "closes",
            _ => "in-trajectory",
        };
        relate(&self.trajectory, in_trajectory);
        relate(&self.client, "about-client");
        if let Some(team) = shown.common_text("team") {
            relate(&self.share(TEAM, team), "recorded-by");
        }
        let made = self.made(shown);
        if let Some((id, verb)) = &made {
            relate(id, verb);
        }
        let named = self.named(shown);
        for (field, object) in &named {
            relate(object, verb(event_type, field));
        }
        if let (Some((id, _)), EventType::InstrumentStarted) = (&made, event_type) {
            let decisions: Vec<String> = named.iter().map(|(_, object)| object.clone()).collect();
            self.lean(id, &decisions, "follows-from");
        }
        let decision = match (&made, event_type) {
            (Some((id, _)), EventType::DecisionTaken) => Some(id.clone()),
            (_, EventType::DecisionReconsidered) => named.first().map(|(_, id)| id.clone()),
            _ => None,
        };
        for (of_type, key, qualifier) in weighed(shown) {
            let object = self.share(of_type, &key);
            relate(&object, qualifier);
            if let Some(decision) = &decision {
                self.lean(decision, std::slice::from_ref(&object), qualifier);
            }
        }
        self.change(shown, &named);
        let mut about: Vec<String> = named.into_iter().map(|(_, object)| object).collect();
        about.extend(made.map(|(id, _)| id));
        about.dedup();
        self.about.insert(shown.recorded.id.to_string(), about);
        Event {
            id: format!("event:{}", shown.recorded.position.0),
            of_type: event_type.name().to_owned(),
            time: Moment::at(traces::moment(shown)),
            values: values(shown),
            relations,
        }
    }

    /// The objects that an event names by naming earlier events, with the field that names them.
    fn named(&self, shown: &Shown) -> Vec<(&'static str, String)> {
        let mut found = Vec::new();
        let fields = shown.event_type().fields();
        facts::references(&fields, &shown.data, &mut |field, id| {
            for object in self.about.get(id).into_iter().flatten() {
                if !found.contains(&(field, object.clone())) {
                    found.push((field, object.clone()));
                }
            }
        });
        found
    }

    /// Relations from one object to others, each once.
    fn lean(&mut self, id: &str, objects: &[String], qualifier: &str) {
        let Some(own) = self.objects.iter_mut().find(|one| one.id == id) else {
            return;
        };
        for object in objects {
            let relation = Relation {
                object: object.clone(),
                qualifier: qualifier.to_owned(),
            };
            if !own.relations.contains(&relation) {
                own.relations.push(relation);
            }
        }
    }

    /// What an event changes in objects that were there.
    fn change(&mut self, shown: &Shown, named: &[(&'static str, String)]) {
        let trajectory = self.trajectory.clone();
        let changes = match shown.event_type() {
            EventType::TrajectoryOpened | EventType::TrajectoryImported => {
                self.set_facts(&trajectory, TRAJECTORY, shown, None);
                let municipality = shown.common_text("municipality").map(str::to_owned);
                if let Some(municipality) = municipality {
                    self.set(&trajectory, "municipality", &municipality, None);
                }
                self.set(&trajectory, "status", "lopend", None);
                return;
            }
            EventType::TrajectoryClosed => {
                self.set_facts(&trajectory, TRAJECTORY, shown, Some(shown));
                self.set(&trajectory, "status", "afgesloten", Some(shown));
                return;
            }
            EventType::GoalReviewed => GOAL,
            EventType::InstrumentReviewed
            | EventType::InstrumentExtended
            | EventType::InstrumentEnded => INSTRUMENT,
            EventType::DecisionReconsidered => DECISION,
            _ => return,
        };
        let prefix = format!("{changes}:");
        let Some((_, id)) = named.iter().find(|(_, id)| id.starts_with(&prefix)) else {
            return;
        };
        self.set_facts(id, changes, shown, Some(shown));
        if let (DECISION, Some(outcome)) = (changes, shown.text("outcome")) {
            self.set(id, "status", outcome, Some(shown));
        }
    }
}

/// What an event does with an object that a field of it names.
fn verb(event_type: EventType, field: &'static str) -> &'static str {
    match (event_type, field) {
        (EventType::DecisionContested, _) => "contests",
        (EventType::DecisionReconsidered, "contest") => "reconsiders",
        (EventType::ExceptionMade, "decision") => "makes-exception-in",
        (EventType::InstrumentStarted | EventType::InstrumentExtended, "decision") => "carries-out",
        (EventType::InstrumentReviewed | EventType::GoalReviewed, "instrument" | "goal") => {
            "reviews"
        }
        (EventType::InstrumentExtended, "instrument") => "extends",
        (EventType::InstrumentEnded, "instrument") => "ends",
        (EventType::EffectMeasured, "instrument") => "measures",
        (EventType::ReviewHeld | EventType::FindingRecorded, _) => "reviewed-by",
        (EventType::FindingAnswered, _) => "answers",
        (EventType::ReplayCompleted, _) => "replays",
        (EventType::EntryCorrected, _) => "corrects",
        (EventType::EntryShielded, _) => "shields",
        _ => "about",
    }
}

/// The principles and corners that an event weighs, with how.
fn weighed(shown: &Shown) -> Vec<(&'static str, String, &'static str)> {
    let mut found = Vec::new();
    let code = |form: &Json, field: &str| form.get(field).and_then(Json::as_str).map(str::to_owned);
    let items = |field: &str| {
        let list = shown.data.get(field).and_then(Json::as_array);
        list.cloned().unwrap_or_default()
    };
    for stance in items("principles") {
        if let Some(principle) = code(&stance, "principle") {
            let qualifier = match code(&stance, "stance").as_deref() {
                Some("toegepast") => "justified-by",
                Some(_) => "sets-aside",
                None => "names",
            };
            found.push((PRINCIPLE, principle, qualifier));
        }
    }
    if let Some(Json::Object(triangle)) = shown.data.get("triangle") {
        found.extend(
            triangle
                .keys()
                .map(|corner| (CORNER, corner.clone(), "weighs")),
        );
    }
    for (list, field, qualifier) in [
        ("overrides", "corner", "overrides"),
        ("alternatives", "failing_corner", "fails-on"),
    ] {
        let corners = items(list).into_iter().filter_map(|one| code(&one, field));
        found.extend(corners.map(|corner| (CORNER, corner, qualifier)));
    }
    if shown.event_type() == EventType::FindingRecorded {
        let (principle, corner) = (shown.text("principle"), shown.text("corner"));
        found.extend(principle.map(|key| (PRINCIPLE, key.to_owned(), "finding-on")));
        found.extend(corner.map(|key| (CORNER, key.to_owned(), "finding-on")));
    }
    found
}

fn values(shown: &Shown) -> Vec<Value> {
    let value = |name: &str, text: &str| Value {
        name: name.to_owned(),
        text: text.to_owned(),
    };
    let mut values = vec![value(
        "log_position",
        &shown.recorded.position.0.to_string(),
    )];
    for field in COMMON {
        values.extend(shown.common_text(field).map(|text| value(field, text)));
    }
    for field in ["activity", "lifecycle"] {
        values.extend(traces::of_step(shown, field).map(|text| value(field, text)));
    }
    for fact in facts::of(&shown.event_type().fields(), &shown.data) {
        // A field of the event that has the name of a common one says something else.
        if values.iter().all(|one| one.name != fact.name) {
            values.push(value(&fact.name, &fact.text));
        }
    }
    values
}

/// Objects that dossiers share, without values.
pub(super) fn shared(shared: &Shared) -> impl Iterator<Item = Object> + '_ {
    shared.iter().map(|(id, of_type)| Object {
        id: id.clone(),
        of_type: (*of_type).to_owned(),
        changes: Vec::new(),
        relations: Vec::new(),
    })
}
