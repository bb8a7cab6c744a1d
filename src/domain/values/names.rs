//! Keys, persons, references, and longer texts that count as facts.

use bincode::de::Decoder;
use bincode::enc::Encoder;
use bincode::error::{DecodeError, EncodeError};
use bincode::{Decode, Encode};
use serde_json::Value;

use crate::base::{EventId, KeyId};
use crate::domain::field::{Field, Reading, Shape, TextVisitor};
use crate::domain::refusal::Fault;

/// A short key or name that counts as a fact: a situation key, an instrument, a regulation.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode)]
pub struct Code(pub String);

/// The code of a person, such as `TB-04`: a pseudonym, never a name.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode)]
pub struct Actor(pub String);

/// Reference to an earlier event.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EventRef(pub EventId);

/// Reference to a dossier, by the 128 bits that stand for it in the log.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode)]
pub struct CaseRef(pub [u8; 16]);

/// A longer text that counts as a fact: the wording of a catalogue, a value of an imported log.
/// Never what a person said about a client.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode)]
pub struct Text(pub String);

/// Characters of a short key.
pub const CODE_CHARS_MAX: usize = 120;

impl Field for Code {
    fn read(value: &Value, reading: &mut Reading<'_>) -> Option<Self> {
        let text = match value {
            Value::String(text) => text.trim().to_owned(),
            Value::Number(number) => number.to_string(),
            _ => {
                reading.fault(Fault::NotA("code"));
                return None;
            }
        };
        if text.is_empty() {
            reading.fault(Fault::Missing);
            return None;
        }
        if text.chars().count() > CODE_CHARS_MAX || text.chars().any(char::is_control) {
            reading.fault(Fault::TooLong {
                max: CODE_CHARS_MAX,
            });
            return None;
        }
        Some(Self(text))
    }

    fn write(&self) -> Value {
        Value::String(self.0.clone())
    }

    fn shape() -> Shape {
        Shape::Code
    }

    fn texts(&self, path: &str, visit: &mut TextVisitor<'_>) {
        visit(path, &self.0);
    }

    fn sample(_full: bool, count: &mut u32) -> Self {
        *count += 1;
        Self(format!("sleutel_{count}"))
    }
}

impl Field for Actor {
    fn read(value: &Value, reading: &mut Reading<'_>) -> Option<Self> {
        let text = value.as_str().map(str::trim).unwrap_or_default();
        let fits = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
        if text.is_empty() && value.is_string() {
            reading.fault(Fault::Missing);
            None
        } else if text.is_empty() || text.len() > 40 || !text.chars().all(fits) {
            reading.fault(Fault::NotA("actor"));
            None
        } else {
            Some(Self(text.to_owned()))
        }
    }

    fn write(&self) -> Value {
        Value::String(self.0.clone())
    }

    fn shape() -> Shape {
        Shape::Actor
    }

    fn texts(&self, path: &str, visit: &mut TextVisitor<'_>) {
        visit(path, &self.0);
    }

    fn sample(_full: bool, count: &mut u32) -> Self {
        *count += 1;
        Self(format!("TB-{count:02}"))
    }
}

impl Encode for EventRef {
    fn encode<E: Encoder>(&self, encoder: &mut E) -> Result<(), EncodeError> {
        self.0.0.encode(encoder)
    }
}

impl<Context> Decode<Context> for EventRef {
    fn decode<D: Decoder<Context = Context>>(decoder: &mut D) -> Result<Self, DecodeError> {
        <[u8; 16]>::decode(decoder).map(|bytes| Self(EventId(bytes)))
    }
}

impl Field for EventRef {
    fn read(value: &Value, reading: &mut Reading<'_>) -> Option<Self> {
        let text = match value {
            Value::String(text) => text.trim().to_owned(),
            Value::Number(number) => format!("#{number}"),
            _ => String::new(),
        };
        if text.is_empty() {
            let fault = if value.is_string() {
                Fault::Missing
            } else {
                Fault::NotA("event")
            };
            reading.fault(fault);
            return None;
        }
        let found = reading.names().event(&text).map(Self);
        if found.is_none() {
            reading.fault(Fault::NoSuchEvent);
        }
        found
    }

    fn write(&self) -> Value {
        Value::String(self.0.to_string())
    }

    fn shape() -> Shape {
        Shape::Event
    }

    fn sample(_full: bool, count: &mut u32) -> Self {
        *count += 1;
        Self(EventId::derived(&format!("voorbeeld/{count}")))
    }
}

impl Field for CaseRef {
    fn read(value: &Value, reading: &mut Reading<'_>) -> Option<Self> {
        let text = value.as_str().map(str::trim).unwrap_or_default();
        if text.is_empty() {
            reading.fault(if value.is_string() {
                Fault::Missing
            } else {
                Fault::NotA("case")
            });
            return None;
        }
        let found = reading.names().case(text).map(Self);
        if found.is_none() {
            reading.fault(Fault::NotA("case"));
        }
        found
    }

    fn write(&self) -> Value {
        Value::String(KeyId(self.0).to_string())
    }

    fn shape() -> Shape {
        Shape::Case
    }

    fn sample(_full: bool, count: &mut u32) -> Self {
        *count += 1;
        Self([u8::try_from(*count % 256).unwrap_or(0); 16])
    }
}

/// A fixed number of hexadecimal digits, in small letters: a seed, a digest. Not a text that a
/// person typed, so it is never taken for a citizen number.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode)]
pub struct Hex<const DIGITS: usize>(pub String);

impl<const DIGITS: usize> Field for Hex<DIGITS> {
    fn read(value: &Value, reading: &mut Reading<'_>) -> Option<Self> {
        let text = value.as_str().map(str::trim).unwrap_or_default();
        let digit = |c: char| c.is_ascii_digit() || ('a'..='f').contains(&c);
        if text.len() != DIGITS || !text.chars().all(digit) {
            reading.fault(if value.is_string() && text.is_empty() {
                Fault::Missing
            } else {
                Fault::NotA("hex")
            });
            return None;
        }
        Some(Self(text.to_owned()))
    }

    fn write(&self) -> Value {
        Value::String(self.0.clone())
    }

    fn shape() -> Shape {
        Shape::Text
    }

    fn sample(_full: bool, count: &mut u32) -> Self {
        *count += 1;
        Self(format!("{count:0DIGITS$x}"))
    }
}

/// Characters of a longer fact.
pub const TEXT_CHARS_MAX: usize = 20_000;

impl Field for Text {
    fn read(value: &Value, reading: &mut Reading<'_>) -> Option<Self> {
        let Some(text) = value.as_str() else {
            reading.fault(Fault::NotA("text"));
            return None;
        };
        if text.chars().count() > TEXT_CHARS_MAX {
            reading.fault(Fault::TooLong {
                max: TEXT_CHARS_MAX,
            });
            return None;
        }
        Some(Self(text.to_owned()))
    }

    fn write(&self) -> Value {
        Value::String(self.0.clone())
    }

    fn shape() -> Shape {
        Shape::Text
    }

    fn sample(_full: bool, count: &mut u32) -> Self {
        *count += 1;
        Self(format!("waarde {count}"))
    }
}

/// Any value of a form, kept as JSON text: the new value of a corrected fact.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct Json(pub String);

impl Json {
    /// The value.
    #[must_use]
    pub fn value(&self) -> Value {
        serde_json::from_str(&self.0).unwrap_or(Value::Null)
    }
}

impl Field for Json {
    fn read(value: &Value, reading: &mut Reading<'_>) -> Option<Self> {
        let text = value.to_string();
        if text.len() > TEXT_CHARS_MAX {
            reading.fault(Fault::TooLong {
                max: TEXT_CHARS_MAX,
            });
            return None;
        }
        Some(Self(text))
    }

    fn write(&self) -> Value {
        self.value()
    }

    fn shape() -> Shape {
        Shape::Text
    }

    fn texts(&self, path: &str, visit: &mut TextVisitor<'_>) {
        visit(path, &self.0);
    }

    fn sample(_full: bool, count: &mut u32) -> Self {
        *count += 1;
        Self(format!("\"waarde {count}\""))
    }
}
