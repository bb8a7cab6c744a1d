//! The small values that fields hold: keys, persons, numbers, amounts, days, references.

use bincode::de::Decoder;
use bincode::enc::Encoder;
use bincode::error::{DecodeError, EncodeError};
use bincode::{Decode, Encode};
use serde_json::{Value, json};

use super::field::{Field, Reading, Shape, TextVisitor};
use super::refusal::Fault;
use super::words::Words;
use crate::base::{Day, EventId, KeyId, Timestamp};

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

/// A whole number from `MIN` to `MAX`, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode)]
pub struct Number<const MIN: i64, const MAX: i64>(pub i64);

/// A score from 1 (low) to 5 (high).
pub type Score = Number<1, 5>;

/// A step of the participation ladder (VNG), 1 (isolated) to 6 (paid work).
pub type LadderStep = Number<1, 6>;

/// A count of something: days, minutes, people.
pub type Count = Number<0, 100_000>;

/// A measured value on its own scale.
#[derive(Debug, Clone, Copy, PartialEq, Encode, Decode)]
pub struct Decimal(pub f64);

/// An amount in euro cents.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode)]
pub struct Euro(pub i64);

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

impl<const MIN: i64, const MAX: i64> Field for Number<MIN, MAX> {
    fn read(value: &Value, reading: &mut Reading<'_>) -> Option<Self> {
        let number = match value {
            Value::String(text) => text.trim().parse().ok(),
            other => other.as_i64(),
        };
        match number {
            Some(number) if (MIN..=MAX).contains(&number) => Some(Self(number)),
            Some(_) => {
                reading.fault(Fault::OutOfRange { min: MIN, max: MAX });
                None
            }
            None => {
                reading.fault(Fault::NotA("number"));
                None
            }
        }
    }

    fn write(&self) -> Value {
        json!(self.0)
    }

    fn shape() -> Shape {
        Shape::Number { min: MIN, max: MAX }
    }

    fn sample(_full: bool, count: &mut u32) -> Self {
        *count += 1;
        Self(MIN + i64::from(*count) % (MAX - MIN + 1))
    }
}

impl Field for Decimal {
    fn read(value: &Value, reading: &mut Reading<'_>) -> Option<Self> {
        let number = match value {
            Value::String(text) => text.trim().replace(',', ".").parse().ok(),
            other => other.as_f64(),
        };
        let finite = number.filter(|number: &f64| number.is_finite());
        if finite.is_none() {
            reading.fault(Fault::NotA("decimal"));
        }
        finite.map(Self)
    }

    fn write(&self) -> Value {
        json!(self.0)
    }

    fn shape() -> Shape {
        Shape::Decimal
    }

    fn sample(_full: bool, count: &mut u32) -> Self {
        *count += 1;
        Self(f64::from(*count) / 2.0)
    }
}

impl Euro {
    /// Reads `1150`, `1150.5` or `1150,50`; at most two decimals, no rounding.
    fn parse(text: &str) -> Option<Self> {
        let text = text.trim().replace(',', ".");
        let (whole, cents) = text.split_once('.').unwrap_or((&text, ""));
        let negative = whole.starts_with('-');
        let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        if !digits(cents) || cents.len() > 2 {
            return None;
        }
        let whole: i64 = whole.parse().ok()?;
        let cents: i64 = format!("{cents:0<2}").parse().ok()?;
        let signed = if negative { -cents } else { cents };
        whole.checked_mul(100)?.checked_add(signed).map(Self)
    }
}

impl Field for Euro {
    fn read(value: &Value, reading: &mut Reading<'_>) -> Option<Self> {
        let amount = match value {
            Value::String(text) => Self::parse(text),
            Value::Number(number) => Self::parse(&number.to_string()),
            _ => None,
        };
        if amount.is_none() {
            reading.fault(Fault::NotA("euro"));
        }
        amount
    }

    fn write(&self) -> Value {
        if self.0 % 100 == 0 {
            return json!(self.0 / 100);
        }
        let sign = if self.0 < 0 { "-" } else { "" };
        let text = format!("{sign}{}.{:02}", (self.0 / 100).abs(), (self.0 % 100).abs());
        text.parse::<serde_json::Number>()
            .map_or(Value::String(text), Value::Number)
    }

    fn shape() -> Shape {
        Shape::Euro
    }

    fn sample(_full: bool, count: &mut u32) -> Self {
        *count += 1;
        Self(i64::from(*count) * 1_050)
    }
}

impl Field for bool {
    fn read(value: &Value, reading: &mut Reading<'_>) -> Option<Self> {
        let flag = match value {
            Value::Bool(flag) => Some(*flag),
            Value::String(text) => match text.trim() {
                "ja" | "yes" | "true" => Some(true),
                "nee" | "no" | "false" => Some(false),
                _ => None,
            },
            _ => None,
        };
        if flag.is_none() {
            reading.fault(Fault::NotA("flag"));
        }
        flag
    }

    fn write(&self) -> Value {
        Value::Bool(*self)
    }

    fn shape() -> Shape {
        Shape::Flag
    }

    fn sample(_full: bool, count: &mut u32) -> Self {
        *count += 1;
        count.is_multiple_of(2)
    }
}

impl Encode for Day {
    fn encode<E: Encoder>(&self, encoder: &mut E) -> Result<(), EncodeError> {
        self.since_epoch().encode(encoder)
    }
}

impl<Context> Decode<Context> for Day {
    fn decode<D: Decoder<Context = Context>>(decoder: &mut D) -> Result<Self, DecodeError> {
        Self::from_epoch(i32::decode(decoder)?)
            .ok_or(DecodeError::Other("a day outside the calendar"))
    }
}

impl Field for Day {
    fn read(value: &Value, reading: &mut Reading<'_>) -> Option<Self> {
        let day = value.as_str().and_then(|text| text.trim().parse().ok());
        if day.is_none() {
            reading.fault(Fault::NotA("day"));
        }
        day
    }

    fn write(&self) -> Value {
        Value::String(self.to_string())
    }

    fn shape() -> Shape {
        Shape::Day
    }

    fn sample(_full: bool, count: &mut u32) -> Self {
        *count += 1;
        Self::from_epoch(20_000 + i32::try_from(*count).unwrap_or(0))
            .unwrap_or_else(|| Timestamp(0).day())
    }
}

impl Encode for Timestamp {
    fn encode<E: Encoder>(&self, encoder: &mut E) -> Result<(), EncodeError> {
        self.0.encode(encoder)
    }
}

impl<Context> Decode<Context> for Timestamp {
    fn decode<D: Decoder<Context = Context>>(decoder: &mut D) -> Result<Self, DecodeError> {
        i64::decode(decoder).map(Self)
    }
}

impl Field for Timestamp {
    fn read(value: &Value, reading: &mut Reading<'_>) -> Option<Self> {
        let moment = value.as_str().and_then(|text| text.trim().parse().ok());
        if moment.is_none() {
            reading.fault(Fault::NotA("moment"));
        }
        moment
    }

    fn write(&self) -> Value {
        Value::String(self.to_string())
    }

    fn shape() -> Shape {
        Shape::Moment
    }

    fn sample(_full: bool, count: &mut u32) -> Self {
        *count += 1;
        Self(1_700_000_000_000_000 + i64::from(*count))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_read_to_the_cent_and_never_rounded() {
        let check = |text: &str, cents: Option<i64>| {
            assert_eq!(Euro::parse(text).map(|euro| euro.0), cents, "{text}");
        };
        check("1150", Some(115_000));
        check("1150,5", Some(115_050));
        check("-0.05", Some(-5));
        check("1150.005", None);
        check("1.150,00", None);
        check("veel", None);
        assert_eq!(Euro(115_050).write().to_string(), "1150.5");
        assert_eq!(Euro(-5).write().to_string(), "-0.05");
    }
}
