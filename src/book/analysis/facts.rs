//! The facts of an event as named values: one list of names for each event type, none of them a
//! person's words, and the values that one event has.

use serde_json::Value;

use crate::domain::field::{FieldSpec, Shape};

/// What kind of value a fact is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A code, a day or a list of codes.
    Text,
    /// A whole number.
    Whole,
    /// A number.
    Real,
    /// Yes or no.
    Flag,
    /// A moment in UTC.
    Moment,
}

/// One fact of an event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Fact {
    pub(super) name: String,
    pub(super) kind: Kind,
    pub(super) text: String,
}

/// Open codes that name something of a catalogue, a scale, a regulation or a signal. All others
/// stay in the book: a person types them, and may well type more than a code.
const NAMING: [&str; 14] = [
    "article",
    "author_unit",
    "field",
    "instrument",
    "local_rule",
    "norm",
    "principle",
    "provider",
    "regulation",
    "scale",
    "signal",
    "situation_key",
    "weightier_value",
    "what",
];

/// Whether a field may be a fact outside the book.
fn is_fact(field: &FieldSpec) -> bool {
    fn open(shape: &Shape) -> bool {
        match shape {
            Shape::Code => true,
            Shape::List(inner) => open(inner),
            Shape::Or { value, .. } => open(value),
            _ => false,
        }
    }
    !open(&field.shape) || NAMING.contains(&field.name)
}

/// Every fact an event with these fields can have.
pub(super) fn names(fields: &[FieldSpec]) -> Vec<(String, Kind)> {
    let mut found = Vec::new();
    each("", fields, &mut |name, shape| {
        declare(name, shape, &mut found);
    });
    found
}

fn declare(name: String, shape: &Shape, found: &mut Vec<(String, Kind)>) {
    match shape {
        Shape::List(inner) => match **inner {
            Shape::Choice { .. } | Shape::Code => found.push((name, Kind::Text)),
            _ => found.push((format!("{name}_count"), Kind::Whole)),
        },
        Shape::Or { value, .. } => {
            found.push((format!("{name}_absent"), Kind::Text));
            declare(name, value, found);
        }
        shape => found.extend(kind_of(shape).map(|kind| (name, kind))),
    }
}

/// The facts of an event whose content reads like this. What is shielded is not there.
pub(super) fn of(fields: &[FieldSpec], data: &Value) -> Vec<Fact> {
    let mut found = Vec::new();
    each_value("", fields, data, &mut |name, shape, value| {
        found.extend(one(name, shape, value));
    });
    found
}

fn one(name: String, shape: &Shape, value: &Value) -> Option<Fact> {
    let fact = |name, kind, text| Some(Fact { name, kind, text });
    match shape {
        Shape::List(inner) => {
            let items = value.as_array()?;
            if matches!(**inner, Shape::Choice { .. } | Shape::Code) {
                let texts: Vec<String> = items.iter().filter_map(text_of).collect();
                return (!texts.is_empty())
                    .then(|| fact(name, Kind::Text, texts.join(" ")))
                    .flatten();
            }
            fact(
                format!("{name}_count"),
                Kind::Whole,
                items.len().to_string(),
            )
        }
        Shape::Or {
            value: inner,
            absent,
        } => {
            if value.as_str() == Some(*absent) {
                return fact(format!("{name}_absent"), Kind::Text, (*absent).to_owned());
            }
            one(name, inner, value)
        }
        shape => fact(name, kind_of(shape)?, text_of(value)?),
    }
}

/// The kind of a bare value; `None` for words, persons, references and what holds others.
fn kind_of(shape: &Shape) -> Option<Kind> {
    Some(match shape {
        Shape::Code | Shape::Choice { .. } | Shape::Day => Kind::Text,
        Shape::Number { .. } => Kind::Whole,
        Shape::Decimal | Shape::Euro => Kind::Real,
        Shape::Flag => Kind::Flag,
        Shape::Moment => Kind::Moment,
        _ => return None,
    })
}

/// A bare value as text; `None` for what is closed or not given.
fn text_of(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(flag) => Some(flag.to_string()),
        _ => None,
    }
}

fn joined(path: &str, name: &str) -> String {
    if path.is_empty() {
        name.to_owned()
    } else {
        format!("{path}_{name}")
    }
}

/// Visits the fields, those of records within them too.
fn each(path: &str, fields: &[FieldSpec], visit: &mut dyn FnMut(String, &Shape)) {
    for field in fields {
        if !is_fact(field) {
            continue;
        }
        let name = joined(path, field.name);
        match &field.shape {
            Shape::Record { fields, .. } => each(&name, fields, visit),
            shape => visit(name, shape),
        }
    }
}

fn each_value(
    path: &str,
    fields: &[FieldSpec],
    data: &Value,
    visit: &mut dyn FnMut(String, &Shape, &Value),
) {
    for field in fields {
        if !is_fact(field) {
            continue;
        }
        let Some(value) = data.get(field.name) else {
            continue;
        };
        let name = joined(path, field.name);
        match &field.shape {
            Shape::Record { fields, .. } => each_value(&name, fields, value, visit),
            shape => visit(name, shape, value),
        }
    }
}

/// Visits every reference to an event in a form, lists and records within it too.
pub(super) fn references(
    fields: &[FieldSpec],
    data: &Value,
    visit: &mut dyn FnMut(&'static str, &str),
) {
    for field in fields {
        if let Some(value) = data.get(field.name) {
            within(field.name, &field.shape, value, visit);
        }
    }
}

fn within(
    name: &'static str,
    shape: &Shape,
    value: &Value,
    visit: &mut dyn FnMut(&'static str, &str),
) {
    match shape {
        Shape::Event => {
            if let Some(id) = value.as_str() {
                visit(name, id);
            }
        }
        Shape::Or { value: inner, .. } => within(name, inner, value, visit),
        Shape::List(inner) => {
            for item in value.as_array().into_iter().flatten() {
                within(name, inner, item, visit);
            }
        }
        Shape::Record { fields, .. } => references(fields, value, visit),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;
    use crate::domain::EventType;

    /// A full sample holds every field: what it gives is declared, and no word or person is in it.
    #[test]
    fn every_fact_is_declared_and_none_is_a_text() {
        for event_type in EventType::ALL {
            let fields = event_type.fields();
            let declared: HashSet<String> =
                names(&fields).into_iter().map(|(name, _)| name).collect();
            let mut count = 0;
            let event = event_type.sample(true, &mut count);
            let mut words = Vec::new();
            event.words(&mut |text| words.push(text.clone()));
            for fact in of(&fields, &event.write()) {
                assert!(declared.contains(&fact.name), "{event_type:?} {fact:?}");
                let is_word = words.iter().any(|word| {
                    matches!(word, crate::domain::words::Words::Open(text) if *text == fact.text)
                });
                assert!(!is_word, "{event_type:?} {fact:?}");
            }
        }
        let decision = EventType::DecisionTaken.fields();
        let names: Vec<String> = names(&decision).into_iter().map(|(name, _)| name).collect();
        for wanted in [
            "kind",
            "triangle_wet_verdict",
            "principles_count",
            "expected_to",
        ] {
            assert!(names.iter().any(|name| name == wanted), "{wanted}");
        }
        let opened = EventType::TrajectoryOpened.fields();
        assert!(
            !super::names(&opened)
                .iter()
                .any(|(name, _)| name == "number")
        );
    }
}
