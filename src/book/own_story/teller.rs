//! How things are said to a client: by role, by day, in whole sentences.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde_json::Value;

use crate::base::Day;
use crate::book::fields::{Catalogues, FieldSpec, Shape};
use crate::book::history::{Step, Story};
use crate::book::lens::Lens;
use crate::domain::{Event, EventType};
use crate::print::Document;
use crate::text::{Texts, Value as Fill};

/// Fields that tell a computer something, and a client nothing.
const UNTOLD: [&str; 3] = ["number", "minutes_spent", "caused_by"];

/// Says things to the client of one story.
pub(super) struct Teller<'a> {
    /// The texts.
    pub(super) texts: &'a Texts,
    /// The story.
    pub(super) story: &'a Story,
    /// The day on which it is told.
    pub(super) today: Day,
    lens: Lens<'a>,
    /// Every code of a person that occurs, with what that person is called here.
    people: BTreeMap<String, String>,
}

impl<'a> Teller<'a> {
    /// For a story.
    pub(super) fn new(
        texts: &'a Texts,
        catalogues: Arc<Catalogues>,
        story: &'a Story,
        today: Day,
    ) -> Self {
        let mut roles: BTreeMap<String, Option<String>> = BTreeMap::new();
        for step in &story.steps {
            gather(&step.common, &mut roles);
            gather(&step.data, &mut roles);
            for spec in step.recorded.event.event_type().fields() {
                let value = step.data.get(spec.name).unwrap_or(&Value::Null);
                actors(&spec.shape, value, &mut roles);
            }
            for spec in crate::book::fields::common() {
                let value = step.common.get(spec.name).unwrap_or(&Value::Null);
                actors(&spec.shape, value, &mut roles);
            }
        }
        let called = |role: &Option<String>| match role {
            Some(role) => texts.get(&format!("mine-who-{role}")).into_owned(),
            None => texts.get("mine-somebody").into_owned(),
        };
        let people = roles
            .iter()
            .map(|(code, role)| (code.clone(), called(role)))
            .collect();
        Self {
            texts,
            story,
            today,
            lens: Lens::new(texts, catalogues, story, today),
            people,
        }
    }

    /// A text.
    pub(super) fn say(&self, key: &str) -> String {
        self.with(key, &[])
    }

    /// A text with its values.
    pub(super) fn with(&self, key: &str, values: &[(&str, Fill<'_>)]) -> String {
        self.texts.with(&format!("mine-{key}"), values).into_owned()
    }

    /// A text with its values, when there is one.
    pub(super) fn find(&self, key: &str) -> Option<String> {
        let text = self.texts.find(&format!("mine-{key}"), &[]);
        text.map(std::borrow::Cow::into_owned)
    }

    /// What a role is called.
    pub(super) fn role(&self, code: &str) -> String {
        self.say(&format!("who-{code}"))
    }

    /// What a person is called: by role.
    pub(super) fn person(&self, code: &str) -> String {
        let known = self.people.get(code).cloned();
        known.unwrap_or_else(|| self.say("somebody"))
    }

    /// A text of a person in which others are called by their role, and other dossiers by no
    /// number.
    pub(super) fn hidden(&self, text: &str) -> String {
        // A code alone is a value, not the begin of a sentence.
        if let Some(called) = self.people.get(text) {
            return called.clone();
        }
        let mut text = text.to_owned();
        // Longer codes first: TB-1 also stands in TB-11.
        let mut people: Vec<_> = self.people.iter().collect();
        people.sort_by_key(|(code, _)| std::cmp::Reverse(code.len()));
        for (code, called) in people {
            text = replaced(&text, code, called);
        }
        let other = self.say("other-case");
        without_others(&text, &self.story.number, &other)
    }

    /// A form in which persons are called by their role.
    fn opened(&self, form: &Value) -> Value {
        match form {
            Value::String(text) => Value::String(self.hidden(text)),
            Value::Array(items) => items.iter().map(|item| self.opened(item)).collect(),
            Value::Object(fields) => {
                let open = fields.iter();
                Value::Object(
                    open.map(|(key, value)| (key.clone(), self.opened(value)))
                        .collect(),
                )
            }
            other => other.clone(),
        }
    }

    /// The steps of one type.
    pub(super) fn of(&self, wanted: EventType) -> impl DoubleEndedIterator<Item = &'a Step> {
        let steps = self.story.steps.iter();
        steps.filter(move |step| step.recorded.event.event_type() == wanted)
    }

    /// The last step of a type.
    pub(super) fn last(&self, wanted: EventType) -> Option<&'a Step> {
        self.of(wanted).next_back()
    }

    /// The last day on which something happened, or that was asked for.
    pub(super) fn last_day(&self) -> Day {
        let steps = self.story.steps.iter();
        let days = steps.map(|step| step.recorded.common.occurred_on);
        days.chain(self.story.as_known.valid_on)
            .max()
            .unwrap_or(self.today)
    }

    /// The day of a step.
    pub(super) fn day_of(&self, step: &Step) -> String {
        self.texts.day(step.recorded.common.occurred_on)
    }

    /// The municipality, as the first step has it.
    pub(super) fn municipality(&self) -> String {
        let first = self.story.steps.first();
        let name = first.and_then(|step| step.common.get("municipality"));
        name.map_or_else(String::new, |name| self.lens.plain(name))
    }

    /// The value at a place of a form, for a person; empty when there is none. Words stand
    /// without quotation marks.
    pub(super) fn at(&self, form: &Value, path: &str) -> String {
        match place(form, path) {
            Value::Null => String::new(),
            Value::Array(items) if items.is_empty() => String::new(),
            value => self.lens.plain(&self.opened(value)),
        }
    }

    /// The same of a step, as its field is shaped: days in words, codes by their labels.
    pub(super) fn field(&self, step: &Step, name: &str) -> String {
        let fields = step.recorded.event.event_type().fields();
        let spec = fields.into_iter().find(|spec| spec.name == name);
        match (spec, step.data.get(name)) {
            (Some(spec), Some(value)) if !value.is_null() => {
                if matches!(plain(&spec.shape), Shape::Words) {
                    self.lens.plain(&self.opened(value))
                } else {
                    self.value(&spec, value, step.recorded.common.occurred_on)
                }
            }
            _ => String::new(),
        }
    }

    /// A day that stands in a form; empty when there is none.
    pub(super) fn day(&self, form: &Value, path: &str) -> String {
        match place(form, path) {
            Value::Null => String::new(),
            value => self.lens.day(value),
        }
    }

    /// The label of a code that stands in a form; empty when there is none.
    pub(super) fn code(&self, list: &str, form: &Value, path: &str) -> String {
        match place(form, path) {
            Value::Null => String::new(),
            value => self.lens.code(list, value),
        }
    }

    /// The lens of the story.
    pub(super) fn lens(&self) -> &Lens<'a> {
        &self.lens
    }

    /// The rows of a form: labels and values, in the order of the form.
    pub(super) fn rows(
        &self,
        owner: &str,
        specs: &[FieldSpec],
        form: &Value,
        skip: &[&str],
        day: Day,
    ) -> Vec<(String, String)> {
        let shown = |spec: &&FieldSpec| {
            let aside = skip.contains(&spec.name) || UNTOLD.contains(&spec.name);
            // Beside a role, the code of the person says nothing more.
            let doubled = spec.name == "actor" && form.get("role").is_some();
            !aside && !doubled
        };
        let mut rows = Vec::new();
        for spec in specs.iter().filter(shown) {
            let value = form.get(spec.name).unwrap_or(&Value::Null);
            if value.is_null() || value.as_array().is_some_and(Vec::is_empty) {
                continue;
            }
            let label = self.texts.field(owner, spec.name).0.into_owned();
            rows.push((label, self.value(spec, value, day)));
        }
        rows
    }

    /// A value, records within it on lines of their own.
    fn value(&self, spec: &FieldSpec, value: &Value, day: Day) -> String {
        let open = value.get("closed").is_none();
        match (plain(&spec.shape), value) {
            (Shape::Record { name, fields }, Value::Object(_)) if open => {
                let rows = self.rows(name, fields, value, &[], day);
                lines(&rows).join("\n")
            }
            (Shape::List(each), Value::Array(items)) => match plain(each) {
                Shape::Record { name, fields } => {
                    let one = |form: &Value| {
                        let rows = self.rows(name, fields, form, &[], day);
                        item(&rows)
                    };
                    items.iter().map(one).collect::<Vec<_>>().join("\n")
                }
                _ => self.seen(spec, value, day),
            },
            _ => self.seen(spec, value, day),
        }
    }

    fn seen(&self, spec: &FieldSpec, value: &Value, day: Day) -> String {
        let shape = &spec.shape;
        self.lens
            .value(spec.name, shape, &self.opened(value), Some(day))
    }

    /// The client's own words about a step.
    pub(super) fn own_words(&self, about: &Step, out: &mut Document) {
        let id = about.recorded.id.to_string();
        for step in self.of(EventType::ClientVoiceRecorded) {
            if step.data.get("about").and_then(Value::as_str) == Some(&id) {
                self.voice(step, out);
            }
        }
    }

    /// Words of the client as their own.
    pub(super) fn voice(&self, step: &Step, out: &mut Document) {
        let by = match step.data.get("voiced_by").and_then(Value::as_str) {
            Some(code @ ("met_hulp" | "namens")) => format!("by-{code}"),
            _ => "by-you".to_owned(),
        };
        let values = [
            ("day", self.day_of(step).into()),
            ("step", step.number.to_string().into()),
        ];
        out.quote(self.field(step, "words"), Some(self.with(&by, &values)));
    }

    /// What colleagues found when they looked back, in one sentence; none for other steps.
    pub(super) fn looked_back(&self, step: &Step) -> Option<String> {
        let on = |key: &str| {
            let day = self.day_of(step);
            Some(self.with(key, &[("day", day.into())]))
        };
        match &step.recorded.event {
            Event::ReviewHeld(_) => {
                let steps = step.data.get("steps").and_then(Value::as_array)?;
                let right = |one: &&Value| {
                    let verdict = one.get("verdict").and_then(Value::as_str);
                    verdict.is_some_and(|verdict| verdict == "ja")
                };
                let values = [
                    ("day", self.day_of(step).into()),
                    ("right", steps.iter().filter(right).count().into()),
                    ("count", steps.len().into()),
                ];
                Some(self.with("back-review", &values))
            }
            Event::FindingRecorded(_) => {
                let kind = step.data.get("kind").and_then(Value::as_str)?;
                let key = format!("back-finding-{kind}");
                let known = self.find(&key).is_some();
                on(if known { &key } else { "back-finding" })
            }
            Event::FindingAnswered(_) => on("back-answer"),
            Event::ReplayCompleted(_) => on("back-replay"),
            Event::SignalAnswered(_) => on("back-signal"),
            Event::ActionAgreed(_) => on("back-action"),
            Event::ActionChecked(_) => on("back-checked"),
            _ => None,
        }
    }
}

/// One record of a list: its first value after a dash, the others below it.
fn item(rows: &[(String, String)]) -> String {
    let first = rows.first().map_or("", |(_, value)| value.as_str());
    let others = lines(rows.get(1..).unwrap_or_default()).into_iter();
    // No-break spaces, so that what belongs to the first line stands in a little.
    let others = others.map(|line| format!("\u{a0}\u{a0}\u{a0}{line}"));
    let all = std::iter::once(format!("– {first}")).chain(others);
    all.collect::<Vec<_>>().join("\n")
}

/// Labels with their values, each on a line.
fn lines(rows: &[(String, String)]) -> Vec<String> {
    let line = |(label, value): &(String, String)| {
        let colon = if label.ends_with('?') { "" } else { ":" };
        format!("{label}{colon} {value}")
    };
    rows.iter().map(line).collect()
}

/// The value at a place of a form.
pub(super) fn place<'v>(form: &'v Value, path: &str) -> &'v Value {
    path.split('.')
        .filter(|name| !name.is_empty())
        .try_fold(form, |at, name| at.get(name))
        .unwrap_or(&Value::Null)
}

/// The shape behind a word that says there is none.
fn plain(shape: &Shape) -> &Shape {
    match shape {
        Shape::Or { value, .. } => value,
        other => other,
    }
}

/// Codes of persons that stand beside their role.
fn gather(form: &Value, roles: &mut BTreeMap<String, Option<String>>) {
    match form {
        Value::Object(fields) => {
            let text = |name: &str| fields.get(name).and_then(Value::as_str);
            if let (Some(actor), Some(role)) = (text("actor"), text("role")) {
                let known = roles.entry(actor.to_owned()).or_default();
                known.get_or_insert_with(|| role.to_owned());
            }
            for value in fields.values() {
                gather(value, roles);
            }
        }
        Value::Array(items) => items.iter().for_each(|item| gather(item, roles)),
        _ => {}
    }
}

/// Codes of persons, wherever a form asks for one.
fn actors(shape: &Shape, value: &Value, roles: &mut BTreeMap<String, Option<String>>) {
    match (plain(shape), value) {
        (Shape::Actor, Value::String(code)) => {
            roles.entry(code.clone()).or_default();
        }
        (Shape::List(item), Value::Array(items)) => {
            for one in items {
                actors(item, one, roles);
            }
        }
        (Shape::Record { fields, .. }, Value::Object(_)) => {
            for spec in fields {
                let value = value.get(spec.name).unwrap_or(&Value::Null);
                actors(&spec.shape, value, roles);
            }
        }
        _ => {}
    }
}

/// The text with numbers of other dossiers replaced: whatever is written as the own number is,
/// with other digits. Numbers that could be something else, such as a year, are left alone.
fn without_others(text: &str, own: &str, other: &str) -> String {
    let own: Vec<char> = own.chars().collect();
    let telling = own.iter().any(|letter| !letter.is_ascii_digit());
    if own.len() < 5 || !telling || !own.iter().any(char::is_ascii_digit) {
        return text.to_owned();
    }
    let alike = |one: char, two: char| one == two || one.is_ascii_digit() && two.is_ascii_digit();
    let letters: Vec<char> = text.chars().collect();
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    while let Some(letter) = letters.get(at) {
        let end = at + own.len();
        let found = letters.get(at..end).filter(|part| {
            let free = |letter: Option<&char>| !letter.is_some_and(|one| one.is_alphanumeric());
            free(at.checked_sub(1).and_then(|before| letters.get(before)))
                && free(letters.get(end))
                && part.iter().zip(&own).all(|(one, two)| alike(*one, *two))
                && *part != own.as_slice()
        });
        if found.is_some() {
            out.push_str(other);
            at = end;
        } else {
            out.push(*letter);
            at += 1;
        }
    }
    out
}

/// The text with a code replaced where it stands as a word of its own.
fn replaced(text: &str, code: &str, called: &str) -> String {
    if code.is_empty() {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(code) {
        let (before, after) = (&rest[..at], &rest[at + code.len()..]);
        let within = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
        let word = !within(before.chars().next_back()) && !within(after.chars().next());
        out.push_str(before);
        if !word {
            out.push_str(code);
        } else if begins(&out) {
            out.push_str(&capital(called));
        } else {
            out.push_str(called);
        }
        rest = after;
    }
    out.push_str(rest);
    out
}

/// Whether a sentence begins after this text.
fn begins(text: &str) -> bool {
    let last = text.trim_end().chars().next_back();
    last.is_none_or(|last| matches!(last, '.' | '!' | '?'))
}

/// The text with a capital in front.
pub(super) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(char::to_uppercase);
    first.into_iter().flatten().chain(letters).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_replaced_as_whole_words() {
        let check =
            |text, wanted: &str| assert_eq!(replaced(text, "TB-1", "de klantmanager"), wanted);
        check(
            "TB-1 belde. TB-1 kwam.",
            "De klantmanager belde. De klantmanager kwam.",
        );
        check(
            "ervaring van TB-1 en TB-11",
            "ervaring van de klantmanager en TB-11",
        );
        check("ATB-1", "ATB-1");
    }

    #[test]
    fn numbers_of_other_dossiers_are_replaced() {
        let check = |text, own, wanted: &str| {
            assert_eq!(without_others(text, own, "een andere zaak"), wanted);
        };
        check(
            "ZAAK-008 en ZAAK-009.",
            "ZAAK-009",
            "een andere zaak en ZAAK-009.",
        );
        check(
            "zie 2025-015, sinds 2025",
            "2025-014",
            "zie een andere zaak, sinds 2025",
        );
        check(
            "op 2025-06-30, schaal 1-5",
            "2025-014",
            "op 2025-06-30, schaal 1-5",
        );
        check("sinds 2024 en 12345", "2025", "sinds 2024 en 12345");
    }
}
