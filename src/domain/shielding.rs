//! Shielding (E42): which fields are closed, and what lies within them.

use std::collections::HashMap;

use super::events::Event;
use super::recorded::Recorded;
use crate::base::EventId;

/// Which fields are shielded, by entry. Shielding a field reaches the corrections of it too.
#[must_use]
pub fn shields(events: &[Recorded]) -> HashMap<EventId, Vec<String>> {
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
    if shields.is_empty() {
        return shields;
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

/// Whether a path is another one, or lies within it.
#[must_use]
pub fn within(inner: &str, outer: &str) -> bool {
    inner
        .strip_prefix(outer)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}

/// Whether one path is the other, or lies within it.
#[must_use]
pub fn overlaps(one: &str, other: &str) -> bool {
    within(one, other) || within(other, one)
}
