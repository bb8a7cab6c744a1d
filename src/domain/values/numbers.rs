//! Numbers, amounts, answers of yes or no, days and moments.

use bincode::de::Decoder;
use bincode::enc::Encoder;
use bincode::error::{DecodeError, EncodeError};
use bincode::{Decode, Encode};
use serde_json::{Value, json};

use crate::base::{Day, Timestamp};
use crate::domain::field::{Field, Reading, Shape};
use crate::domain::refusal::Fault;

/// A whole number from `MIN` to `MAX`, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode)]
pub struct Number<const MIN: i64, const MAX: i64>(pub i64);

/// A score from 1 (low) to 5 (high).
pub type Score = Number<1, 5>;

/// A step of the participation ladder (VNG), 1 (isolated) to 6 (paid work).
pub type LadderStep = Number<1, 6>;

/// A count of something: days, minutes, people.
pub type Count = Number<0, 100_000>;

/// A share in whole percents.
pub type Percent = Number<0, 100>;

/// A count of what a program counts: the rows of an export.
pub type Total = Number<0, 1_000_000_000_000>;

/// A measured value on its own scale.
#[derive(Debug, Clone, Copy, PartialEq, Encode, Decode)]
pub struct Decimal(pub f64);

/// An amount in euro cents.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode)]
pub struct Euro(pub i64);

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
