//! How values of a form are written for a person: labels, days, amounts, names of the catalogues.

use std::collections::HashMap;
use std::sync::Arc;

use serde_json::Value;

use super::fields::{CatalogueKind, Catalogues, Shape};
use super::history::Story;
use crate::base::{Day, EventId, Timestamp};
use crate::text::{Lang, Texts};

/// What is needed to write the values of one dossier.
pub struct Lens<'a> {
    /// The texts.
    pub texts: &'a Texts,
    catalogues: Arc<Catalogues>,
    steps: HashMap<String, (usize, &'static str)>,
    today: Day,
}

impl<'a> Lens<'a> {
    /// A lens for a story.
    #[must_use]
    pub fn new(texts: &'a Texts, catalogues: Arc<Catalogues>, story: &Story, today: Day) -> Self {
        let steps = story.steps.iter().map(|step| {
            let recorded = &step.recorded;
            (
                recorded.id.to_string(),
                (step.number, recorded.event.event_type().name()),
            )
        });
        Self {
            texts,
            catalogues,
            steps: steps.collect(),
            today,
        }
    }

    /// The name of an entry of a catalogue on a day, or its key when there is none.
    #[must_use]
    pub fn named(&self, kind: CatalogueKind, key: &str, day: Option<Day>) -> String {
        let entry = self.catalogues.entry(kind, key, day.unwrap_or(self.today));
        entry.map_or_else(
            || spaced(key),
            |entry| match (self.texts.lang(), &entry.name_en) {
                (Lang::English, Some(name)) => name.0.clone(),
                _ => entry.name.0.clone(),
            },
        )
    }

    /// A reference to a step: `stap 6 (Keuzes voorgelegd)`.
    #[must_use]
    pub fn step(&self, id: &str) -> String {
        match self.steps.get(id) {
            Some((number, event)) => self
                .texts
                .with(
                    "cli-show-step",
                    &[
                        ("number", number.to_string().into()),
                        ("label", self.texts.event(event).into()),
                    ],
                )
                .into_owned(),
            None if id.parse::<EventId>().is_ok() => {
                self.texts.get("cli-show-step-elsewhere").into_owned()
            }
            None => id.to_owned(),
        }
    }

    /// A day in words.
    #[must_use]
    pub fn day(&self, value: &Value) -> String {
        let day = value.as_str().and_then(|text| text.parse::<Day>().ok());
        day.map_or_else(|| self.plain(value), |day| self.texts.day(day))
    }

    /// A person's words in quotes, or why they are not shown.
    #[must_use]
    pub fn quoted(&self, value: &Value) -> String {
        match value {
            Value::String(text) => format!("‘{text}’"),
            other => self.plain(other),
        }
    }

    /// A code of a fixed list.
    #[must_use]
    pub fn code(&self, list: &str, value: &Value) -> String {
        match value {
            Value::String(code) => self.texts.code(list, code).into_owned(),
            other => self.plain(other),
        }
    }

    /// An amount.
    #[must_use]
    pub fn euro(&self, value: &Value) -> String {
        match value {
            Value::Number(_) => {
                cents(value).map_or_else(|| self.plain(value), |cents| self.texts.amount(cents))
            }
            other => self.plain(other),
        }
    }

    /// A value without a shape: a text, a word that says there is none, or why it stays closed.
    #[must_use]
    pub fn plain(&self, value: &Value) -> String {
        if let Some(why) = value.get("closed").and_then(Value::as_str) {
            return self.texts.get(&format!("cli-closed-{why}")).into_owned();
        }
        match value {
            Value::String(text) => {
                let absent = self.texts.find(&format!("absent-{text}"), &[]);
                absent.map_or_else(|| text.clone(), std::borrow::Cow::into_owned)
            }
            Value::Bool(yes) => self.texts.get(&format!("flag-{yes}")).into_owned(),
            Value::Number(number) => self.texts.decimal(number.as_f64().unwrap_or_default(), 0),
            Value::Null => "–".to_owned(),
            Value::Array(items) => {
                let items: Vec<String> = items.iter().map(|item| self.plain(item)).collect();
                self.texts.list(&items)
            }
            Value::Object(_) => value.to_string(),
        }
    }

    /// The value of a field that is no record, on one line or several.
    #[must_use]
    pub fn value(&self, field: &str, shape: &Shape, value: &Value, day: Option<Day>) -> String {
        if value.get("closed").is_some() {
            return self.plain(value);
        }
        match shape {
            Shape::Words => self.quoted(value),
            Shape::Text => self.plain(value),
            Shape::Choice { list, .. } => self.code(list, value),
            Shape::Day => self.day(value),
            Shape::Moment => self.moment(value),
            Shape::Euro => self.euro(value),
            Shape::Event => value
                .as_str()
                .map_or_else(|| self.plain(value), |id| self.step(id)),
            Shape::Case => self.texts.get("cli-show-this-dossier").into_owned(),
            Shape::Code => match (kind_of(field), value.as_str()) {
                (Some(kind), Some(key)) => self.named(kind, key, day),
                (None, Some(key)) => spaced(key),
                _ => self.plain(value),
            },
            Shape::Or {
                value: inner,
                absent,
            } => {
                if value.as_str() == Some(absent) {
                    self.texts.get(&format!("absent-{absent}")).into_owned()
                } else {
                    self.value(field, inner, value, day)
                }
            }
            Shape::List(item) => {
                let Value::Array(items) = value else {
                    return self.plain(value);
                };
                if item.as_ref() == &Shape::Event {
                    return self.references(items);
                }
                let items: Vec<String> = items
                    .iter()
                    .map(|one| self.value(field, item, one, day))
                    .collect();
                match item.as_ref() {
                    Shape::Words | Shape::Text => items.join("\n"),
                    _ => self.texts.list(&items),
                }
            }
            Shape::Actor | Shape::Number { .. } | Shape::Decimal | Shape::Flag => self.plain(value),
            Shape::Record { .. } => self.plain(value),
        }
    }

    /// References to steps; those that do not stand in this story are counted.
    fn references(&self, items: &[Value]) -> String {
        let here = |id: &str| self.steps.contains_key(id);
        let mut all: Vec<String> = items
            .iter()
            .filter_map(Value::as_str)
            .filter(|id| here(id))
            .map(|id| self.step(id))
            .collect();
        let elsewhere = items.len() - all.len();
        if elsewhere > 0 {
            let count = self
                .texts
                .with("cli-show-elsewhere", &[("count", elsewhere.into())]);
            all.push(count.into_owned());
        }
        self.texts.list(&all)
    }

    /// Name of the event of a step of this story.
    #[must_use]
    pub fn event_of(&self, id: &str) -> Option<&'static str> {
        self.steps.get(id).map(|(_, event)| *event)
    }

    fn moment(&self, value: &Value) -> String {
        let moment = value
            .as_str()
            .and_then(|text| text.parse::<Timestamp>().ok());
        moment.map_or_else(|| self.plain(value), |moment| self.texts.moment(moment))
    }
}

/// Which catalogue a key of this field belongs to.
fn kind_of(field: &str) -> Option<CatalogueKind> {
    match field {
        "principle" | "principles" => Some(CatalogueKind::Principles),
        "instrument" => Some(CatalogueKind::Instruments),
        "regulation" | "sources" => Some(CatalogueKind::LegalSources),
        _ => None,
    }
}

/// A key as one would say it: `vervoer_naar_leerplek` becomes `vervoer naar leerplek`.
#[must_use]
pub fn spaced(key: &str) -> String {
    key.replace('_', " ")
}

/// Cents of an amount in a form, which is a number of euros.
fn cents(value: &Value) -> Option<i64> {
    let text = value.to_string();
    let (euros, rest) = text.split_once('.').unwrap_or((&text, ""));
    let rest = format!("{rest:0<2}");
    let sign = if euros.starts_with('-') { -1 } else { 1 };
    let whole: i64 = euros.trim_start_matches('-').parse().ok()?;
    let part: i64 = rest.get(..2)?.parse().ok()?;
    Some(sign * (whole.checked_mul(100)? + part))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_in_forms_become_cents() {
        let check = |text: &str, wanted| {
            assert_eq!(cents(&serde_json::from_str(text).unwrap()), Some(wanted));
        };
        check("1150", 115_000);
        check("1150.5", 115_050);
        check("0.07", 7);
        check("-2.30", -230);
    }
}
