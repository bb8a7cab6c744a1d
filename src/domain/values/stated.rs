//! A value, or the explicit statement that there is none.

use bincode::de::Decoder;
use bincode::enc::Encoder;
use bincode::error::{DecodeError, EncodeError};
use bincode::{Decode, Encode};
use serde_json::Value;

use crate::domain::field::{Field, Reading, Shape, TextVisitor};
use crate::domain::words::Words;

/// The word that says "there is none" in place of a value.
pub trait Absent {
    /// The word, as it stands in a form.
    const WORD: &'static str;
}

macro_rules! absent {
    ($($(#[$doc:meta])* $name:ident = $word:literal;)*) => {
        $(
            $(#[$doc])*
            #[derive(Debug, Clone, Copy, PartialEq, Eq)]
            pub struct $name;
            impl Absent for $name {
                const WORD: &'static str = $word;
            }
        )*
    };
}

absent! {
    /// There is none.
    NoneGiven = "geen";
    /// It is not known.
    NotKnown = "onbekend";
    /// It was not measured.
    NotMeasured = "niet_gemeten";
    /// It was not asked.
    NotAsked = "niet_gevraagd";
}

/// A value, or the explicit statement that there is none; silence is not an answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Stated<T, A = NoneGiven>(pub Option<T>, std::marker::PhantomData<A>);

impl<T, A> Stated<T, A> {
    /// A stated value or a stated absence.
    #[must_use]
    pub fn new(value: Option<T>) -> Self {
        Self(value, std::marker::PhantomData)
    }
}

impl<T: Encode, A> Encode for Stated<T, A> {
    fn encode<E: Encoder>(&self, encoder: &mut E) -> Result<(), EncodeError> {
        self.0.encode(encoder)
    }
}

impl<Context, T: Decode<Context>, A> Decode<Context> for Stated<T, A> {
    fn decode<D: Decoder<Context = Context>>(decoder: &mut D) -> Result<Self, DecodeError> {
        Option::<T>::decode(decoder).map(Self::new)
    }
}

impl<T: Field, A: Absent> Field for Stated<T, A> {
    fn read(value: &Value, reading: &mut Reading<'_>) -> Option<Self> {
        if value.as_str().is_some_and(|text| text.trim() == A::WORD) {
            return Some(Self::new(None));
        }
        T::read(value, reading).map(|value| Self::new(Some(value)))
    }

    fn write(&self) -> Value {
        self.0
            .as_ref()
            .map_or_else(|| Value::from(A::WORD), Field::write)
    }

    fn shape() -> Shape {
        Shape::Or {
            value: Box::new(T::shape()),
            absent: A::WORD,
        }
    }

    fn words<'w>(&'w self, visit: &mut dyn FnMut(&'w Words)) {
        self.0.words(visit);
    }

    fn words_mut(&mut self, visit: &mut dyn FnMut(&mut Words)) {
        self.0.words_mut(visit);
    }

    fn texts(&self, path: &str, visit: &mut TextVisitor<'_>) {
        self.0.texts(path, visit);
    }

    fn sample(full: bool, count: &mut u32) -> Self {
        Self::new(full.then(|| T::sample(full, count)))
    }
}
