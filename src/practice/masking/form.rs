//! Masking a form: what stands in each field of an event, without anybody in it.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::Kind;
use super::dictionary::Dictionary;
use super::numbers::{AmountClass, amount_class};
use super::shift::shifted;
use super::words::{Masker, OwnNames};
use crate::base::Day;
use crate::domain::field::{FieldSpec, Shape};

/// Whole numbers up to this one say how often or how many, and tell of nobody.
const SMALL: f64 = 12.0;

/// Fields that say of whom, where or by whom something was recorded, and nothing else.
const DROPPED: [&str; 11] = [
    "field",
    "fields",
    "new_value",
    "municipality",
    "team",
    "minutes_spent",
    "minutes",
    "trace",
    "resource",
    "happened_at",
    "provider",
];

/// Fields with the name of an organisation, a team or a table.
const PLACES: [&str; 9] = [
    "municipality",
    "team",
    "provider",
    "author_unit",
    "owner",
    "addressee",
    "table",
    "local_rule",
    "resource",
];

/// The people of a case, each by the number of first appearance, with a role when one was told.
#[derive(Debug, Clone, Default)]
pub struct Cast {
    people: Vec<String>,
    roles: BTreeMap<String, String>,
}

impl Cast {
    /// The number of a person, from 1, and the code of the role.
    #[must_use]
    pub fn person(&self, actor: &str) -> (usize, Option<&str>) {
        let place = self.people.iter().position(|known| known == actor);
        let role = self.roles.get(actor).map(String::as_str);
        (place.map_or(0, |place| place + 1), role)
    }

    fn seen(&mut self, actor: &str, role: Option<&str>) {
        if !self.people.iter().any(|known| known == actor) {
            self.people.push(actor.to_owned());
        }
        if let Some(role) = role {
            let known = self.roles.entry(actor.to_owned());
            known.or_insert_with(|| role.to_owned());
        }
    }
}

/// How what is masked is written; whoever calls knows the language.
pub trait Show {
    /// A masked word.
    fn kind(&self, kind: Kind) -> String;

    /// A person, by number of appearance.
    fn person(&self, number: usize, role: Option<&str>) -> String;

    /// A reference to an event.
    fn step(&self, id: &str) -> String;

    /// A reference to a dossier.
    fn case(&self) -> String;

    /// A class of amounts.
    fn amount(&self, class: AmountClass) -> String;

    /// The name of a key that stands in the book's own catalogues, which name nobody; `None` for
    /// any other key.
    fn named(&self, field: &str, key: &str) -> Option<String>;
}

/// Masks the forms of one case in one round.
pub struct Forms<'a> {
    /// Masks the texts.
    pub masker: &'a Masker<'a>,
    /// Writes what is masked.
    pub show: &'a dyn Show,
    /// Who is in the case.
    pub cast: &'a Cast,
    /// By how many weeks the days are moved.
    pub weeks: i32,
}

impl Forms<'_> {
    /// A form in the same shape, masked. Texts, codes of persons, references, amounts and numbers
    /// become texts; days stay days, moved; codes of fixed lists stay.
    #[must_use]
    pub fn form(&self, specs: &[FieldSpec], form: &Value) -> Value {
        let mut masked = Map::new();
        for spec in specs {
            let Some(value) = form.get(spec.name) else {
                continue;
            };
            // The number of a dossier is a code; other numbers are numbers.
            let of_dossier = spec.name == "number" && spec.shape == Shape::Code;
            if of_dossier || DROPPED.contains(&spec.name) {
                continue;
            }
            masked.insert(
                spec.name.to_owned(),
                self.value(spec.name, &spec.shape, value),
            );
        }
        Value::Object(masked)
    }

    /// A day, moved.
    #[must_use]
    pub fn day(&self, day: Day) -> Option<Day> {
        shifted(day, self.weeks)
    }

    /// A text, masked.
    #[must_use]
    pub fn text(&self, text: &str) -> String {
        self.masker.text(text, &|kind| self.show.kind(kind))
    }

    fn value(&self, field: &str, shape: &Shape, value: &Value) -> Value {
        if value.get("closed").is_some() {
            return value.clone();
        }
        let text = value.as_str();
        match shape {
            Shape::Or {
                value: inner,
                absent,
            } => {
                if text == Some(absent) {
                    return value.clone();
                }
                self.value(field, inner, value)
            }
            Shape::List(item) => {
                let items = value.as_array().into_iter().flatten();
                items.map(|one| self.value(field, item, one)).collect()
            }
            Shape::Record { fields, .. } => self.form(fields, value),
            Shape::Choice { .. } | Shape::Flag => value.clone(),
            Shape::Day | Shape::Moment => {
                let day = text.and_then(|text| text.get(..10)?.parse::<Day>().ok());
                let moved = day.and_then(|day| self.day(day));
                moved.map_or_else(
                    || Value::from(self.show.kind(Kind::Date)),
                    |day| Value::from(day.to_string()),
                )
            }
            Shape::Number { .. } | Shape::Decimal => {
                let number = value.as_f64().unwrap_or(f64::MAX);
                if number.fract() == 0.0 && number.abs() <= SMALL {
                    value.clone()
                } else {
                    Value::from(self.show.kind(Kind::Number))
                }
            }
            Shape::Euro => Value::from(self.show.amount(amount_class(cents(value)))),
            Shape::Event => Value::from(self.show.step(text.unwrap_or_default())),
            Shape::Case => Value::from(self.show.case()),
            Shape::Actor => {
                let (number, role) = self.cast.person(text.unwrap_or_default());
                Value::from(self.show.person(number, role))
            }
            Shape::Code => Value::from(self.code(field, text.unwrap_or_default())),
            Shape::Words | Shape::Text => Value::from(self.text(text.unwrap_or_default())),
        }
    }

    fn code(&self, field: &str, key: &str) -> String {
        if let Some(name) = self.show.named(field, key) {
            return name;
        }
        if field == "article" && is_article(key) {
            return key.to_owned();
        }
        self.masker.key(key, &|kind| self.show.kind(kind))
    }
}

/// Whether a key is the number of an article of a law, such as `18`, `9a` or `3:46`.
fn is_article(key: &str) -> bool {
    let fits = |letter: char| letter.is_ascii_digit() || matches!(letter, ':' | '.' | 'a'..='k');
    key.chars().count() <= 6
        && key.starts_with(|letter: char| letter.is_ascii_digit())
        && key.chars().all(fits)
        && !key
            .bytes()
            .collect::<Vec<_>>()
            .windows(4)
            .any(|four| four.iter().all(u8::is_ascii_digit))
}

/// Cents of an amount in a form, which is a number of euros.
fn cents(value: &Value) -> i64 {
    let text = value.to_string();
    let (euros, rest) = text.split_once('.').unwrap_or((&text, ""));
    let sign = if euros.starts_with('-') { -1 } else { 1 };
    let whole: i64 = euros
        .trim_start_matches('-')
        .parse()
        .unwrap_or(i64::MAX / 200);
    let part: i64 = format!("{rest:0<2}")
        .get(..2)
        .map_or(0, |part| part.parse().unwrap_or(0));
    sign * (whole.saturating_mul(100).saturating_add(part))
}

/// Gathers the people and the names of a case from one of its forms.
pub(super) struct Gathering<'a> {
    pub(super) cast: &'a mut Cast,
    pub(super) own: &'a mut OwnNames,
    pub(super) texts: &'a mut Vec<String>,
    pub(super) dictionary: &'a Dictionary,
}

impl Gathering<'_> {
    fn form(&mut self, specs: &[FieldSpec], form: &Value) {
        // Who stands beside a role has that role.
        let beside = |name: &str| form.get(name).and_then(Value::as_str);
        if let (Some(actor), Some(role)) = (beside("actor"), beside("role")) {
            self.cast.seen(actor, Some(role));
        }
        for spec in specs {
            if let Some(value) = form.get(spec.name) {
                self.value(spec.name, &spec.shape, value);
            }
        }
    }

    fn value(&mut self, field: &str, shape: &Shape, value: &Value) {
        match shape {
            Shape::Or {
                value: inner,
                absent,
            } if value.as_str() != Some(absent) => self.value(field, inner, value),
            Shape::List(item) => {
                for one in value.as_array().into_iter().flatten() {
                    self.value(field, item, one);
                }
            }
            Shape::Record { fields, .. } => self.form(fields, value),
            Shape::Actor => {
                if let Some(actor) = value.as_str() {
                    self.cast.seen(actor, None);
                    self.own.add(actor, Kind::Name, self.dictionary);
                }
            }
            Shape::Code => {
                if let Some(key) = value.as_str() {
                    if PLACES.contains(&field) {
                        self.own.add(key, Kind::Place, self.dictionary);
                    } else if field == "number" {
                        self.own.add(key, Kind::Number, self.dictionary);
                    }
                }
            }
            Shape::Words | Shape::Text => {
                if let Some(text) = value.as_str() {
                    self.texts.push(text.to_owned());
                }
            }
            _ => {}
        }
    }
}

/// What a case says about itself, gathered from its forms in the order of recording.
#[derive(Debug, Clone, Default)]
pub struct Gathered {
    /// Its people.
    pub cast: Cast,
    /// Its names.
    pub own: OwnNames,
    /// Its texts.
    pub texts: Vec<String>,
}

impl Gathered {
    /// Takes in a form.
    pub fn form(&mut self, specs: &[FieldSpec], form: &Value, dictionary: &Dictionary) {
        let mut gathering = Gathering {
            cast: &mut self.cast,
            own: &mut self.own,
            texts: &mut self.texts,
            dictionary,
        };
        gathering.form(specs, form);
    }
}
