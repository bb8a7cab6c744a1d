//! Exports for analysis: event logs and fact tables, for an analyst.
//!
//! Facts only, never words: codes, numbers and days. A dossier is the position of its first event,
//! a person is not there at all in the event logs. Such an export still holds single persons, so
//! it is made by an analyst, says so, and is recorded with its purpose before it appears.

mod cases;
mod facts;
mod kind;
mod objects;
mod prelude;
mod readme;
mod tables;
mod traces;

pub use cases::Selection;
pub(super) use kind::write_whole;
pub use kind::{Format, Made, Order};
