//! The small values that fields hold: keys, persons, numbers, amounts, days, references.

mod names;
mod numbers;
mod stated;

pub use names::{Actor, CODE_CHARS_MAX, CaseRef, Code, EventRef, Hex, Json, TEXT_CHARS_MAX, Text};
pub use numbers::{Count, Decimal, Euro, LadderStep, Number, Percent, Score, Total};
pub use stated::{Absent, NoneGiven, NotAsked, NotKnown, NotMeasured, Stated};
