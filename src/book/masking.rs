//! What is shielded and what was corrected: how an entry is shown.

use std::collections::HashMap;

use serde_json::{Value, json};

use super::history::Correction;
use crate::base::EventId;
use crate::domain::field::{Field, OwnNames, Reading};
use crate::domain::words::Words;
use crate::domain::{Closed, Dossier, Event, Recorded, dossier};

/// Which fields are shielded, by entry. Shielding a field reaches the corrections of it too.
pub(super) fn shields(events: &[Recorded]) -> HashMap<EventId, Vec<String>> {
    let mut shields: HashMap<EventId, Vec<String>> = HashMap::new();
    for recorded in events {
        if let Event::EntryShielded(shielding) = &recorded.event {
            let fields = shielding.fields.iter().map(|field| field.0.clone());
            shields
                .entry(shielding.target.0)
                .or_default()
                .extend(fields);
        }
    }
    let mut of_corrections = Vec::new();
    for recorded in events {
        if let Event::EntryCorrected(correction) = &recorded.event
            && let Some(fields) = shields.get(&correction.target.0)
            && fields
                .iter()
                .any(|field| overlaps(field, &correction.field.0))
        {
            of_corrections.push(recorded.id);
        }
    }
    for id in of_corrections {
        let fields = ["new_words", "new_value"].map(str::to_owned);
        shields.entry(id).or_default().extend(fields);
    }
    shields
}

/// Whether one path is the other, or lies within it.
fn overlaps(one: &str, other: &str) -> bool {
    let within = |inner: &str, outer: &str| {
        inner
            .strip_prefix(outer)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
    };
    within(one, other) || within(other, one)
}

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
    let closed = json!({ "closed": Closed::Shielded.code() });
    let mut masked = recorded.clone();
    for field in shielded {
        for form in [&mut data, &mut common] {
            if let Some(place) = at(form, field) {
                *place = closed.clone();
            }
        }
    }
    let mut close_words = recorded.event.clone();
    let mut reading = Reading::new(&OwnNames);
    reading.own_writing = true;
    masked.event = match recorded.event.event_type().read(&data, &mut reading) {
        Some(event) if reading.refusals.is_empty() => event,
        _ => {
            // A fact was shielded: close every word of the event rather than show one too many.
            close_words.words_mut(&mut |words| *words = Words::Closed(Closed::Shielded));
            close_words
        }
    };
    (masked, common, data)
}

/// As [`masked`], the typed event alone.
pub(super) fn masked_event(recorded: &Recorded, shielded: &[String]) -> Recorded {
    if shielded.is_empty() {
        return recorded.clone();
    }
    masked(recorded, shielded).0
}

fn at<'v>(form: &'v mut Value, path: &str) -> Option<&'v mut Value> {
    path.split('.').try_fold(form, |place, step| match place {
        Value::Object(members) => members.get_mut(step),
        Value::Array(items) => items.get_mut(step.parse::<usize>().ok()?),
        _ => None,
    })
}

/// What was corrected in an entry by then, with what stood there before.
pub(super) fn corrections(
    dossier: &Dossier,
    entry: &dossier::Entry,
    shielded: &[String],
    numbers: &HashMap<EventId, usize>,
) -> Vec<Correction> {
    if entry.corrections.is_empty() {
        return Vec::new();
    }
    let mut form = entry.recorded.event.write();
    if let (Value::Object(form), Value::Object(common)) = (&mut form, entry.recorded.common.write())
    {
        for (key, value) in common {
            form.entry(key).or_insert(value);
        }
    }
    let mut found = Vec::new();
    for by in &entry.corrections {
        let Some(Event::EntryCorrected(correction)) =
            dossier.entry(*by).map(|entry| &entry.recorded.event)
        else {
            continue;
        };
        let field = correction.field.0.clone();
        let hidden = shielded.iter().any(|shield| overlaps(shield, &field));
        let place = at(&mut form, &field);
        let before = match place {
            _ if hidden => json!({ "closed": Closed::Shielded.code() }),
            Some(place) => {
                let new = correction.new_words.as_ref().map_or_else(
                    || {
                        correction
                            .new_value
                            .as_ref()
                            .map_or(Value::Null, |json| json.value())
                    },
                    Field::write,
                );
                std::mem::replace(place, new)
            }
            None => Value::Null,
        };
        let step = numbers.get(by).copied().unwrap_or_default();
        found.push(Correction {
            field,
            before,
            by: *by,
            step,
        });
    }
    found
}
