//! Shielding: an event with its shielded fields closed.

use serde_json::{Value, json};

use crate::domain::envelope::Common;
use crate::domain::field::{Field, OwnNames, Reading};
pub(super) use crate::domain::shielding::{overlaps, shields};
use crate::domain::words::Words;
use crate::domain::{Closed, Recorded};

/// An event with its shielded fields closed, typed and as forms.
///
/// Words become closed words and optional facts disappear. A fact that must be there keeps its
/// place in the typed event, so callers show the forms, in which it is closed as well.
pub(super) fn masked(recorded: &Recorded, shielded: &[String]) -> (Recorded, Value, Value) {
    let mut common = recorded.common.write();
    let mut data = recorded.event.write();
    if shielded.is_empty() {
        return (recorded.clone(), common, data);
    }
    let mut masked = recorded.clone();
    // What was noted may tell of a word that is shielded.
    masked.noted = None;
    let event_type = recorded.event.event_type();
    for field in shielded {
        let mut typed = (masked.event.write(), masked.common.write());
        if let Some(event) = without(&mut typed.0, field, &|form, reading| {
            event_type.read(form, reading)
        }) {
            masked.event = event;
        }
        if let Some(common) = without(&mut typed.1, field, &Common::read) {
            masked.common = common;
        }
        for form in [&mut data, &mut common] {
            if let Some(place) = at(form, field) {
                *place = closed();
            }
        }
    }
    let stands =
        |form: &mut Value, field: &String| at(form, field).is_some_and(|value| *value != closed());
    let mut typed = [masked.event.write(), masked.common.write()];
    let shows = |field| typed.iter_mut().any(|form| stands(form, field));
    // A fact that must be there was shielded: close every word rather than show one too many.
    if shielded.iter().any(shows) {
        let mut close = |words: &mut Words| *words = Words::Closed(Closed::Shielded);
        masked.event.words_mut(&mut close);
        masked.common.words_mut(&mut close);
    }
    (masked, common, data)
}

/// As [`masked`], the typed event alone.
pub(super) fn masked_event(recorded: &Recorded, shielded: &[String]) -> Recorded {
    if shielded.is_empty() {
        return recorded.clone();
    }
    masked(recorded, shielded).0
}

fn closed() -> Value {
    json!({ "closed": Closed::Shielded.code() })
}

/// What a form reads as with one field closed, or else without it; `None` when neither can be.
fn without<T>(
    form: &mut Value,
    field: &str,
    read: &dyn Fn(&Value, &mut Reading<'_>) -> Option<T>,
) -> Option<T> {
    let read_back = |form: &Value| {
        let mut reading = Reading::new(&OwnNames);
        reading.own_writing = true;
        let value = read(form, &mut reading)?;
        reading.refusals.is_empty().then_some(value)
    };
    *at(form, field)? = closed();
    if let Some(value) = read_back(form) {
        return Some(value);
    }
    let (outer, last) = field.rsplit_once('.').unwrap_or(("", field));
    let members = if outer.is_empty() {
        &mut *form
    } else {
        at(form, outer)?
    };
    // An item of a list stays: without it the others would move up.
    members.as_object_mut()?.remove(last)?;
    read_back(form)
}

/// What stands at a dotted path.
pub(super) fn at<'v>(form: &'v mut Value, path: &str) -> Option<&'v mut Value> {
    path.split('.').try_fold(form, |place, step| match place {
        Value::Object(members) => members.get_mut(step),
        Value::Array(items) => items.get_mut(step.parse::<usize>().ok()?),
        _ => None,
    })
}
