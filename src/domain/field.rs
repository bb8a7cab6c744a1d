//! What every field of an event can do: be read from a form, be shown, be stored, describe itself.
//!
//! A form is JSON as a person or another system gives it. Reading a form never stops at the first
//! fault: every fault is collected, so that a person sees all of them at once.

use bincode::{Decode, Encode};
use serde_json::Value;

use super::refusal::{Fault, Refusal, Rule};
use super::words::Words;
use crate::base::{EventId, KeyId};

/// Knows what the names in a form stand for.
pub trait Names {
    /// The event that a text names: `#3` (third step of this dossier), an id, or an outside name.
    fn event(&self, text: &str) -> Option<EventId>;

    /// The pseudonym of the dossier with this number.
    fn case(&self, number: &str) -> Option<[u8; 16]>;
}

/// A form being read: where we are in it, and what was wrong so far.
pub struct Reading<'a> {
    path: Vec<String>,
    /// Everything that was wrong, in the order of the form.
    pub refusals: Vec<Refusal>,
    /// The rule that a missing or empty value at this place breaks.
    pub rule: Rule,
    /// Whether the book reads back what it wrote itself, closed words included.
    pub own_writing: bool,
    names: &'a dyn Names,
}

impl<'a> Reading<'a> {
    /// Starts reading a form.
    #[must_use]
    pub fn new(names: &'a dyn Names) -> Self {
        Self {
            path: Vec::new(),
            refusals: Vec::new(),
            rule: Rule::Form,
            own_writing: false,
            names,
        }
    }

    /// Notes a fault at the present place, under the rule that holds here.
    pub fn fault(&mut self, fault: Fault) {
        let rule = if fault == Fault::Missing {
            self.rule
        } else {
            Rule::Form
        };
        self.refusals.push(Refusal {
            rule,
            field: self.path.join("."),
            fault,
        });
    }

    /// Reads something one step deeper; `rule` replaces the rule of the surroundings if it is one.
    pub fn within<T>(
        &mut self,
        step: &str,
        rule: Rule,
        read: impl FnOnce(&mut Self) -> Option<T>,
    ) -> Option<T> {
        let outer = self.rule;
        if rule != Rule::Form {
            self.rule = rule;
        }
        self.path.push(step.to_owned());
        let value = read(self);
        self.path.pop();
        self.rule = outer;
        value
    }

    /// What the names in this form stand for.
    #[must_use]
    pub fn names(&self) -> &'a dyn Names {
        self.names
    }
}

/// Names of what the book wrote itself: ids as they are, nothing else.
#[derive(Debug, Clone, Copy)]
pub struct OwnNames;

impl Names for OwnNames {
    fn event(&self, text: &str) -> Option<EventId> {
        text.parse().ok()
    }

    fn case(&self, number: &str) -> Option<[u8; 16]> {
        number.parse::<KeyId>().ok().map(|id| id.0)
    }
}

/// What kind of value a field holds; drives schemas, command-line flags and guided questions.
#[derive(Debug, Clone, PartialEq)]
pub enum Shape {
    /// Free text, kept in the words part.
    Words,
    /// A short key or name, kept among the facts.
    Code,
    /// Code of a person.
    Actor,
    /// One of a fixed list of codes, named for its labels.
    Choice {
        /// Name of the list in the catalogue of texts.
        list: &'static str,
        /// The codes, in their order.
        codes: Vec<&'static str>,
    },
    /// A whole number within bounds (inclusive).
    Number {
        /// Least value.
        min: i64,
        /// Greatest value.
        max: i64,
    },
    /// A number with decimals.
    Decimal,
    /// An amount in euros, to the cent.
    Euro,
    /// Yes or no.
    Flag,
    /// A civil day.
    Day,
    /// A moment in UTC.
    Moment,
    /// Reference to an earlier event.
    Event,
    /// Reference to a dossier.
    Case,
    /// A longer text that counts as a fact: the wording of a catalogue, an imported value.
    Text,
    /// One of the above, or a fixed word that says there is none.
    Or {
        /// The value when there is one.
        value: Box<Shape>,
        /// The word that says there is none.
        absent: &'static str,
    },
    /// Several of the same.
    List(Box<Shape>),
    /// Fields of its own.
    Record {
        /// Name of the record type.
        name: &'static str,
        /// Its fields.
        fields: Vec<FieldSpec>,
    },
}

/// One field of a record.
#[derive(Debug, Clone, PartialEq)]
pub struct FieldSpec {
    /// Name in code, forms and schemas.
    pub name: &'static str,
    /// Whether it must be given; a list that must be given has at least one item.
    pub required: bool,
    /// The rule that its absence breaks, [`Rule::Form`] when no numbered rule does.
    pub rule: Rule,
    /// What it holds.
    pub shape: Shape,
}

/// Where a text stands, for the scan of R26.
pub type TextVisitor<'a> = dyn FnMut(&str, &str) + 'a;

/// A value that can be a field of an event.
pub trait Field: Sized + Encode + Decode<()> {
    /// Whether the field may be left out.
    const OPTIONAL: bool = false;

    /// Whether the field is a list.
    const LIST: bool = false;

    /// Reads a value from a form, noting every fault in `reading`.
    fn read(value: &Value, reading: &mut Reading<'_>) -> Option<Self>;

    /// The value of a field that was left out; only called when [`Field::OPTIONAL`] holds.
    fn absent() -> Option<Self> {
        None
    }

    /// The value as a form; [`Value::Null`] when there is none.
    fn write(&self) -> Value;

    /// What the field holds.
    fn shape() -> Shape;

    /// Visits the free texts in their fixed order.
    fn words<'w>(&'w self, _visit: &mut dyn FnMut(&'w Words)) {}

    /// Visits the free texts in the same order, to fill or close them.
    fn words_mut(&mut self, _visit: &mut dyn FnMut(&mut Words)) {}

    /// Visits every text a person typed, with its place (`alternatives.0.option`).
    fn texts(&self, _path: &str, _visit: &mut TextVisitor<'_>) {}

    /// A value for golden samples: `full` fills the optional fields too.
    fn sample(full: bool, count: &mut u32) -> Self;
}

/// Reads one member of a form's object.
pub fn member<T: Field>(
    object: &serde_json::Map<String, Value>,
    name: &'static str,
    rule: Option<Rule>,
    reading: &mut Reading<'_>,
) -> Option<T> {
    reading.within(name, rule.unwrap_or(Rule::Form), |reading| {
        let given = object.get(name).filter(|value| !value.is_null());
        let read = match given {
            Some(value) => T::read(value, reading)?,
            None if T::OPTIONAL => T::absent()?,
            None => {
                reading.fault(Fault::Missing);
                return None;
            }
        };
        let must_hold_one = T::LIST && rule.is_some();
        if must_hold_one && read.write().as_array().is_none_or(Vec::is_empty) {
            reading.fault(Fault::Missing);
            return None;
        }
        Some(read)
    })
}

/// Notes every member of the object that the record does not have.
pub fn no_strangers(
    object: &serde_json::Map<String, Value>,
    known: &[&str],
    reading: &mut Reading<'_>,
) {
    for name in object.keys().filter(|name| !known.contains(&name.as_str())) {
        reading.within(name, Rule::Form, |reading| {
            reading.fault(Fault::Unknown);
            None::<()>
        });
    }
}

impl<T: Field> Field for Option<T> {
    const OPTIONAL: bool = true;

    fn read(value: &Value, reading: &mut Reading<'_>) -> Option<Self> {
        if value.as_str().is_some_and(|text| text.trim().is_empty()) {
            return Some(None);
        }
        T::read(value, reading).map(Some)
    }

    fn absent() -> Option<Self> {
        Some(None)
    }

    fn write(&self) -> Value {
        self.as_ref().map_or(Value::Null, Field::write)
    }

    fn shape() -> Shape {
        T::shape()
    }

    fn words<'w>(&'w self, visit: &mut dyn FnMut(&'w Words)) {
        if let Some(inner) = self {
            inner.words(visit);
        }
    }

    fn words_mut(&mut self, visit: &mut dyn FnMut(&mut Words)) {
        if let Some(inner) = self {
            inner.words_mut(visit);
        }
    }

    fn texts(&self, path: &str, visit: &mut TextVisitor<'_>) {
        if let Some(inner) = self {
            inner.texts(path, visit);
        }
    }

    fn sample(full: bool, count: &mut u32) -> Self {
        full.then(|| T::sample(full, count))
    }
}

impl<T: Field + 'static> Field for Vec<T> {
    const OPTIONAL: bool = true;
    const LIST: bool = true;

    fn read(value: &Value, reading: &mut Reading<'_>) -> Option<Self> {
        let Some(items) = value.as_array() else {
            reading.fault(Fault::NotA("list"));
            return None;
        };
        let read: Vec<_> = items
            .iter()
            .enumerate()
            .map(|(index, item)| {
                reading.within(&index.to_string(), Rule::Form, |reading| {
                    T::read(item, reading)
                })
            })
            .collect();
        read.into_iter().collect()
    }

    fn absent() -> Option<Self> {
        Some(Self::new())
    }

    fn write(&self) -> Value {
        self.iter().map(Field::write).collect()
    }

    fn shape() -> Shape {
        Shape::List(Box::new(T::shape()))
    }

    fn words<'w>(&'w self, visit: &mut dyn FnMut(&'w Words)) {
        for item in self {
            item.words(visit);
        }
    }

    fn words_mut(&mut self, visit: &mut dyn FnMut(&mut Words)) {
        for item in self {
            item.words_mut(visit);
        }
    }

    fn texts(&self, path: &str, visit: &mut TextVisitor<'_>) {
        for (index, item) in self.iter().enumerate() {
            item.texts(&format!("{path}.{index}"), visit);
        }
    }

    fn sample(full: bool, count: &mut u32) -> Self {
        let len = if full { 2 } else { 1 };
        (0..len).map(|_| T::sample(full, count)).collect()
    }
}
