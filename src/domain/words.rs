//! Free text: what a person wrote or said, kept apart from the facts.

use std::fmt;

use bincode::de::Decoder;
use bincode::enc::Encoder;
use bincode::error::{DecodeError, EncodeError};
use bincode::{Decode, Encode};
use serde_json::{Value, json};

use super::field::{Field, Reading, Shape, TextVisitor};
use super::refusal::Fault;

/// Why a text stays closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Closed {
    /// Nobody asked to open the words.
    NotOpened,
    /// The key file is not there, so nothing can be opened.
    NoKey,
    /// The key of this dossier and retention class was destroyed.
    Destroyed,
    /// The text was shielded (E42).
    Shielded,
}

impl Closed {
    /// Its code in JSON output.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::NotOpened => "not_opened",
            Self::NoKey => "no_key",
            Self::Destroyed => "destroyed",
            Self::Shielded => "shielded",
        }
    }

    fn from_code(code: &str) -> Option<Self> {
        [
            Self::NotOpened,
            Self::NoKey,
            Self::Destroyed,
            Self::Shielded,
        ]
        .into_iter()
        .find(|why| why.code() == code)
    }
}

/// A free text, or the reason why it is not shown.
///
/// In the stored facts it takes no bytes: the text itself goes to the words part, in the order in
/// which [`Field::words`] visits it.
#[derive(Clone, PartialEq, Eq)]
pub enum Words {
    /// The text.
    Open(String),
    /// The text exists and stays closed.
    Closed(Closed),
}

impl Words {
    /// The text, when it is open.
    #[must_use]
    pub fn open(&self) -> Option<&str> {
        match self {
            Self::Open(text) => Some(text),
            Self::Closed(_) => None,
        }
    }
}

impl fmt::Debug for Words {
    /// Never prints the text: a debug line may end in a log file.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Open(text) => write!(f, "Words({} characters)", text.chars().count()),
            Self::Closed(why) => write!(f, "Words({})", why.code()),
        }
    }
}

impl From<&str> for Words {
    fn from(text: &str) -> Self {
        Self::Open(text.to_owned())
    }
}

impl Encode for Words {
    fn encode<E: Encoder>(&self, _encoder: &mut E) -> Result<(), EncodeError> {
        Ok(())
    }
}

impl<Context> Decode<Context> for Words {
    fn decode<D: Decoder<Context = Context>>(_decoder: &mut D) -> Result<Self, DecodeError> {
        Ok(Self::Closed(Closed::NotOpened))
    }
}

/// Characters of one text: a long conversation report, not a book.
pub const WORDS_CHARS_MAX: usize = 20_000;

impl Field for Words {
    fn read(value: &Value, reading: &mut Reading<'_>) -> Option<Self> {
        let Some(text) = value.as_str() else {
            let closed = value
                .get("closed")
                .and_then(Value::as_str)
                .and_then(Closed::from_code);
            if reading.own_writing && closed.is_some() {
                return closed.map(Self::Closed);
            }
            reading.fault(Fault::NotA("words"));
            return None;
        };
        let text = text.trim();
        if text.is_empty() {
            reading.fault(Fault::Missing);
            return None;
        }
        if text.chars().count() > WORDS_CHARS_MAX {
            reading.fault(Fault::TooLong {
                max: WORDS_CHARS_MAX,
            });
            return None;
        }
        Some(Self::Open(text.to_owned()))
    }

    fn write(&self) -> Value {
        match self {
            Self::Open(text) => Value::String(text.clone()),
            Self::Closed(why) => json!({ "closed": why.code() }),
        }
    }

    fn shape() -> Shape {
        Shape::Words
    }

    fn words<'w>(&'w self, visit: &mut dyn FnMut(&'w Words)) {
        visit(self);
    }

    fn words_mut(&mut self, visit: &mut dyn FnMut(&mut Words)) {
        visit(self);
    }

    fn texts(&self, path: &str, visit: &mut TextVisitor<'_>) {
        if let Self::Open(text) = self {
            visit(path, text);
        }
    }

    fn sample(_full: bool, count: &mut u32) -> Self {
        *count += 1;
        Self::Open(format!(
            "Voorbeeldzin nummer {count}: wat er is gezegd en waarom dat telt."
        ))
    }
}
