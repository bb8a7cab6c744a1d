//! How values of a form are written on a page: as the book writes them everywhere.

use serde_json::Value;

pub(super) use crate::book::lens::{Lens, spaced};

/// A form in which the names of fields of other steps have become their labels.
pub(super) fn readable(lens: &Lens<'_>, form: &Value) -> Value {
    let target = form.get("target").and_then(Value::as_str);
    let event = target.and_then(|id| lens.event_of(id));
    let label = |value: &Value| match value {
        Value::String(path) => Value::from(super::refusals::label(lens.texts, event, path)),
        other => other.clone(),
    };
    let mut readable = form.clone();
    for name in ["field", "fields"] {
        if let Some(place) = readable.get_mut(name) {
            *place = match &*place {
                Value::Array(items) => Value::Array(items.iter().map(label).collect()),
                one => label(one),
            };
        }
    }
    readable
}
