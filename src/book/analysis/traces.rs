//! Dossiers as traces of an XES log.

use std::io::Write;

use super::cases::{Case, Shown};
use super::facts::{self, Kind as FactKind};
use crate::base::Timestamp;
use crate::book::error::Error;
use crate::domain::EventType;
use crate::exchange::xes::{
    Attribute, Classifier, Event, Extension, Global, Kind, LogHeader, Trace, Writer,
};

/// Starts a log. A global is declared only for what every trace or event has.
pub(super) fn start<W: Write>(out: W, about: &[(&str, String)]) -> Result<Writer<W>, Error> {
    let extension = |name: &str, prefix: &str, file: &str| Extension {
        name: name.to_owned(),
        prefix: prefix.to_owned(),
        uri: format!("http://www.xes-standard.org/{file}.xesext"),
    };
    let global = |scope: &str, attributes| Global {
        scope: scope.to_owned(),
        attributes,
    };
    let text = |key: &str, text: &str| Attribute::new(Kind::String, key, text);
    let own = |(key, value): &(&str, String)| text(&format!("meta_{key}"), value);
    let header = LogHeader {
        declared: [
            ("xes.version", "1849.2016"),
            // No optional feature is used: no attribute has attributes of its own.
            ("xes.features", ""),
            ("xmlns", "http://www.xes-standard.org/"),
        ]
        .map(|(key, text)| (key.to_owned(), text.to_owned()))
        .to_vec(),
        extensions: vec![
            extension("Concept", "concept", "concept"),
            extension("Time", "time", "time"),
            extension("Organizational", "org", "org"),
            extension("Lifecycle", "lifecycle", "lifecycle"),
        ],
        globals: vec![
            global("trace", vec![text("concept:name", "")]),
            global(
                "event",
                vec![
                    text("concept:name", ""),
                    Attribute::new(
                        Kind::Date,
                        "time:timestamp",
                        "1970-01-01T00:00:00.000+00:00",
                    ),
                    Attribute::new(Kind::Int, "log_position", "0"),
                ],
            ),
        ],
        classifiers: vec![Classifier {
            name: "Activity".to_owned(),
            scope: Some("event".to_owned()),
            keys: "concept:name".to_owned(),
        }],
        attributes: about.iter().map(own).collect(),
        attributes_left_out: 0,
    };
    Writer::new(out, &header).map_err(failed)
}

pub(super) fn failed(source: std::io::Error) -> Error {
    Error::Io {
        operation: "write",
        path: "export".into(),
        source,
    }
}

/// A dossier as a trace, its events in the order of recording.
pub(super) fn trace(case: &Case) -> Trace {
    let text = |key: &str, text: &str| Attribute::new(Kind::String, key, text);
    let mut attributes = vec![text("concept:name", &case.position.0.to_string())];
    let first = case.events.first();
    if let Some(municipality) = first.and_then(|one| one.common_text("municipality")) {
        attributes.push(text("municipality", municipality));
    }
    let imported = case.is_imported().to_string();
    attributes.push(Attribute::new(Kind::Boolean, "imported", imported));
    Trace {
        attributes,
        events: case.events.iter().map(event).collect(),
    }
}

/// When a step of another system's log happened; anything else is placed when it was recorded,
/// which alone is a moment.
pub(super) fn moment(shown: &Shown) -> Timestamp {
    let happened = shown.text("happened_at").and_then(|text| text.parse().ok());
    let step = shown.event_type() == EventType::StepImported;
    happened
        .filter(|_| step)
        .unwrap_or(shown.recorded.recorded_at)
}

/// What is typed as a longer text and yet is what the log of another system is about.
pub(super) fn of_step<'s>(shown: &'s Shown, field: &str) -> Option<&'s str> {
    let step = shown.event_type() == EventType::StepImported;
    let text = shown.text(field).filter(|text| !text.trim().is_empty());
    text.filter(|_| step)
}

fn event(shown: &Shown) -> Event {
    let event_type = shown.event_type();
    let text = |key: &str, text: &str| Attribute::new(Kind::String, key, text);
    let name = of_step(shown, "activity").unwrap_or(event_type.name());
    let mut attributes = vec![
        text("concept:name", name),
        Attribute::new(Kind::Date, "time:timestamp", date(moment(shown))),
        Attribute::new(
            Kind::Int,
            "log_position",
            shown.recorded.position.0.to_string(),
        ),
    ];
    if let Some(transition) = of_step(shown, "lifecycle") {
        attributes.push(text("lifecycle:transition", transition));
    }
    for (key, field) in [
        ("org:group", "team"),
        ("org:role", "role"),
        ("occurred_on", "occurred_on"),
        ("initiated_by", "initiated_by"),
    ] {
        if let Some(value) = shown.common_text(field) {
            attributes.push(text(key, value));
        }
    }
    let fields = event_type.fields();
    let own = facts::of(&fields, &shown.data).into_iter().filter(|fact| {
        // Written above under the name that XES has for it.
        !(event_type == EventType::StepImported && fact.name == "happened_at")
    });
    for fact in own {
        // A field that has the name of a common one says something of the common one again.
        if attributes.iter().any(|one| one.key == fact.name) {
            continue;
        }
        let kind = match fact.kind {
            FactKind::Text => Kind::String,
            FactKind::Whole => Kind::Int,
            FactKind::Real => Kind::Float,
            FactKind::Flag => Kind::Boolean,
            FactKind::Moment => Kind::Date,
        };
        attributes.push(Attribute::new(kind, fact.name, fact.text));
    }
    for stance in shown
        .data
        .get("principles")
        .into_iter()
        .flat_map(|list| list.as_array())
        .flatten()
    {
        let code = |field: &str| stance.get(field).and_then(|value| value.as_str());
        if let (Some(principle), Some(taken)) = (code("principle"), code("stance")) {
            attributes.push(text(&format!("principle_{principle}"), taken));
        }
    }
    Event { attributes }
}

/// A moment with its offset, which XES wants to see.
fn date(moment: Timestamp) -> String {
    let text = moment.to_string();
    match text.strip_suffix('Z') {
        Some(utc) => format!("{utc}+00:00"),
        None => text,
    }
}
