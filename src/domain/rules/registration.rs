//! Corrections, shielding and closing (R18, R19, R22).

use serde_json::Value;

use crate::domain::decide::Situation;
use crate::domain::dossier::{self, Dossier, Entry};
use crate::domain::events::registration::{EntryCorrected, EntryShielded};
use crate::domain::events::trajectory::TrajectoryClosed;
use crate::domain::events::{Event, EventType};
use crate::domain::field::{Field, FieldSpec, Shape};
use crate::domain::refusal::{Refusal, Rule};
use crate::domain::values::Json;
use crate::domain::words::Words;

/// Puts the new value of a correction where it belongs: words among the words, facts among the
/// facts, whichever of the two fields a person filled in.
pub(crate) fn settled(situation: &Situation<'_>, event: Event) -> Event {
    let Event::EntryCorrected(mut correction) = event else {
        return event;
    };
    let target = situation.dossier.entry(correction.target.0);
    let shape = target.and_then(|entry| shape_at(&entry.recorded, &correction.field.0));
    match (shape, &correction.new_words, &correction.new_value) {
        (Some(Shape::Words), None, Some(json)) => {
            if let Value::String(text) = json.value() {
                correction.new_words = Some(Words::Open(text));
                correction.new_value = None;
            }
        }
        (Some(shape), Some(Words::Open(text)), None) if shape != Shape::Words => {
            correction.new_value = Some(Json(Value::String(text.clone()).to_string()));
            correction.new_words = None;
        }
        _ => {}
    }
    Event::EntryCorrected(correction)
}

/// What a dotted path of an event holds.
fn shape_at(recorded: &crate::domain::recorded::Recorded, field: &str) -> Option<Shape> {
    let mut fields: Vec<FieldSpec> = recorded.event.event_type().fields();
    if let Shape::Record { fields: common, .. } = crate::domain::envelope::Common::shape() {
        fields.extend(common);
    }
    let mut shape = Shape::Record { name: "", fields };
    for step in field.split('.') {
        if let Shape::Or { value, .. } = shape {
            shape = *value;
        }
        shape = match shape {
            Shape::Record { fields, .. } => {
                fields.into_iter().find(|spec| spec.name == step)?.shape
            }
            Shape::List(item) => {
                step.parse::<usize>().ok()?;
                *item
            }
            _ => return None,
        };
    }
    if let Shape::Or { value, .. } = &shape
        && **value == Shape::Words
    {
        return Some(Shape::Words);
    }
    Some(shape)
}

/// R18: history stays; a correction names what, where, why and for whom.
pub(crate) fn corrected(
    dossier: &Dossier,
    correction: &EntryCorrected,
    refusals: &mut Vec<Refusal>,
) {
    let refuse = |field: &str, key| Refusal::because(Rule::R18, field, key);
    let Some(entry) = correctable(dossier, correction.target.0, Rule::R18, refusals) else {
        return;
    };
    let field = correction.field.0.as_str();
    if shape_at(&entry.recorded, field).is_none() {
        refusals.push(Refusal::because_of(
            Rule::R18,
            "field",
            "field-not-in-target",
            field,
        ));
        return;
    }
    if is_kept(&entry.recorded.event, field) {
        refusals.push(Refusal::because_of(Rule::R18, "field", "field-kept", field));
        return;
    }
    let value = match (&correction.new_words, &correction.new_value) {
        (Some(words), None) => words.write(),
        (None, Some(json)) => json.value(),
        _ => {
            refusals.push(refuse("new_value", "correction-without-value"));
            return;
        }
    };
    if dossier::corrected(entry.now(), field, &value).is_none() {
        refusals.push(refuse("new_value", "value-does-not-fit"));
    }
}

/// Whether a field stays as it was for ever: to which round something belongs and whether it was
/// blind decide who may see it, and a first rating is kept. Its words can be repaired.
fn is_kept(event: &Event, field: &str) -> bool {
    let first = field.split('.').next().unwrap_or_default();
    let rated = matches!(event, Event::ReviewHeld(held) if held.round.is_some());
    match first {
        "round" => event.round().is_some(),
        "blind" | "computed" => true,
        "given" => rated,
        "criteria" => rated && !field.ends_with(".reason"),
        _ => false,
    }
}

/// R19: shielding closes fields that exist; the shell and its date stay.
pub(crate) fn shielded(dossier: &Dossier, shielding: &EntryShielded, refusals: &mut Vec<Refusal>) {
    let Some(entry) = correctable(dossier, shielding.target.0, Rule::R19, refusals) else {
        return;
    };
    for (place, field) in shielding.fields.iter().enumerate() {
        if shape_at(&entry.recorded, &field.0).is_none() {
            let at = format!("fields.{place}");
            refusals.push(Refusal::because_of(
                Rule::R19,
                &at,
                "field-not-in-target",
                &field.0,
            ));
        }
    }
}

/// The entry that a correction or shielding is about; the two themselves are never its target.
fn correctable<'a>(
    dossier: &'a Dossier,
    id: crate::base::EventId,
    rule: Rule,
    refusals: &mut Vec<Refusal>,
) -> Option<&'a Entry> {
    let Some(entry) = dossier.entry(id) else {
        refusals.push(Refusal::because(rule, "target", "target-not-in-dossier"));
        return None;
    };
    let kind = entry.recorded.event.event_type();
    if matches!(kind, EventType::EntryShielded)
        || (kind == EventType::EntryCorrected && rule == Rule::R18)
    {
        refusals.push(Refusal::because(
            rule,
            "target",
            "correction-of-correction-kind",
        ));
        return None;
    }
    Some(entry)
}

/// R22: a trajectory closes without open instruments and with the client's account.
pub(crate) fn closing(dossier: &Dossier, closing: &TrajectoryClosed, refusals: &mut Vec<Refusal>) {
    for instrument in dossier
        .instruments()
        .iter()
        .filter(|one| one.ended_on.is_none())
    {
        let key = &instrument.started.instrument.0;
        refusals.push(Refusal::because_of(
            Rule::R22,
            "instrument",
            "instrument-still-open",
            key,
        ));
    }
    if closing.client_account.is_none() && closing.no_account_reason.is_none() {
        let key = "account-or-reason-missing";
        refusals.push(Refusal::because(Rule::R22, "client_account", key));
    }
    if let Some(measurement) = closing.last_measurement.0 {
        super::in_dossier(dossier, "last_measurement", measurement.0, refusals);
    }
}
