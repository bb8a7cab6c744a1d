//! How a masked step is told: its day, who recorded it, and each field with its label.

use serde::Serialize;
use serde_json::Value;

use crate::base::Day;
use crate::book::fields::{FieldSpec, Shape, common};
use crate::book::history::Step;
use crate::practice::masking::Forms;
use crate::print::Document;
use crate::text::Texts;

/// Common fields that a step shows beside its content.
const COMMON: [&str; 4] = ["initiated_by", "promises", "keeps", "caused_by"];

/// A step of a shielded case.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ShownStep {
    /// Its number in what is shown, from 1.
    pub number: usize,
    /// Name of its type.
    pub event: &'static str,
    /// Label of its type.
    pub label: String,
    /// The day on which it happened, moved.
    pub on: String,
    /// Who recorded it: a role and a letter.
    pub who: String,
    /// Its content, masked.
    pub data: Value,
    /// Its content as one reads it: labels and values.
    pub rows: Vec<(String, String)>,
}

/// Tells masked steps in one language.
pub(super) struct Teller<'a> {
    pub(super) texts: &'a Texts,
    pub(super) forms: &'a Forms<'a>,
}

impl Teller<'_> {
    /// A step, masked.
    pub(super) fn step(&self, step: &Step) -> ShownStep {
        let event = step.recorded.event.event_type();
        let specs = event.fields();
        let data = self.forms.form(&specs, &step.data);
        let shared: Vec<FieldSpec> = common()
            .into_iter()
            .filter(|spec| COMMON.contains(&spec.name))
            .collect();
        let beside = self.forms.form(&shared, &step.common);
        let mut rows = self.rows(event.name(), &specs, &data);
        rows.extend(self.rows("common", &shared, &beside));
        ShownStep {
            number: step.number,
            event: event.name(),
            label: self.texts.event(event.name()).into_owned(),
            on: self.day(step.recorded.common.occurred_on),
            who: self.who(&step.common),
            data,
            rows,
        }
    }

    /// A day, moved, as one reads it.
    pub(super) fn day(&self, day: Day) -> String {
        match self.forms.day(day) {
            Some(day) => self.texts.day(day),
            None => self.texts.get("mask-date").into_owned(),
        }
    }

    fn who(&self, form: &Value) -> String {
        let at = |field: &str| form.get(field).and_then(Value::as_str);
        match at("actor") {
            Some(actor) => {
                let (number, known) = self.forms.cast.person(actor);
                self.forms.show.person(number, at("role").or(known))
            }
            None => self.texts.get("closed-shielded").into_owned(),
        }
    }

    /// The fields of a masked form as labels and values.
    pub(super) fn rows(
        &self,
        owner: &str,
        specs: &[FieldSpec],
        form: &Value,
    ) -> Vec<(String, String)> {
        let mut rows = Vec::new();
        for spec in specs {
            let Some(value) = form.get(spec.name).filter(|value| !value.is_null()) else {
                continue;
            };
            let label = self.texts.field(owner, spec.name).0.into_owned();
            match &spec.shape {
                Shape::Record { name, fields } if value.is_object() && !closed(value) => {
                    for (inner, said) in self.rows(&snake(name), fields, value) {
                        rows.push((format!("{label} – {inner}"), said));
                    }
                }
                Shape::List(item) if matches!(**item, Shape::Record { .. }) => {
                    let items = value.as_array().into_iter().flatten();
                    for (item_value, number) in items.zip(1_usize..) {
                        let said = self.said(item, item_value);
                        rows.push((format!("{label} {number}"), said));
                    }
                }
                shape => rows.push((label, self.said(shape, value))),
            }
        }
        rows.retain(|(_, said)| !said.is_empty());
        rows
    }

    /// A masked value on one line.
    fn said(&self, shape: &Shape, value: &Value) -> String {
        if closed(value) {
            return self.texts.get("learn-shielded").into_owned();
        }
        match (shape, value) {
            (Shape::Record { name, fields }, Value::Object(_)) => {
                let rows = self.rows(&snake(name), fields, value);
                let rows: Vec<String> = rows
                    .into_iter()
                    .map(|(label, said)| format!("{label}: {said}"))
                    .collect();
                rows.join("; ")
            }
            (Shape::List(item), Value::Array(items)) => {
                let items: Vec<String> = items.iter().map(|one| self.said(item, one)).collect();
                self.texts.list(&items)
            }
            (Shape::Or { absent, .. }, Value::String(text)) if text == absent => {
                self.texts.get(&format!("absent-{absent}")).into_owned()
            }
            (Shape::Or { value: inner, .. }, value) => self.said(inner, value),
            (Shape::Choice { list, .. }, Value::String(code)) => {
                self.texts.code(list, code).into_owned()
            }
            (Shape::Day | Shape::Moment, Value::String(day)) => day
                .parse::<Day>()
                .map_or_else(|_| day.clone(), |day| self.texts.day(day)),
            (Shape::Words, Value::String(text)) => format!("‘{text}’"),
            (_, Value::Bool(yes)) => self.texts.get(&format!("flag-{yes}")).into_owned(),
            (_, Value::String(text)) => text.clone(),
            (_, Value::Number(number)) => {
                let number = number.as_f64().unwrap_or_default();
                let digits = if number.fract() == 0.0 { 0 } else { 2 };
                self.texts.decimal(number, digits)
            }
            (_, Value::Null) => String::new(),
            (_, other) => other.to_string(),
        }
    }
}

/// Puts steps in a document.
pub(super) fn put(document: &mut Document, steps: &[ShownStep]) {
    for step in steps {
        document.heading(3, format!("{}. {} · {}", step.number, step.label, step.on));
        document.remark(step.who.clone());
        document.facts(step.rows.iter().cloned());
    }
}

fn closed(value: &Value) -> bool {
    value.get("closed").is_some()
}

/// The name of a record as the texts write it: `LedBy` is `led_by`.
fn snake(name: &str) -> String {
    let mut snake = String::new();
    for letter in name.chars() {
        if letter.is_uppercase() && !snake.is_empty() {
            snake.push('_');
        }
        snake.extend(letter.to_lowercase());
    }
    snake
}
