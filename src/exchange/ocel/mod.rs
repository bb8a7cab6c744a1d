//! Object-centric event logs (OCEL 2.0, 16 October 2023): reading and writing JSON, XML, SQLite.
//!
//! Owns the structure of the three formats and what a log holds. Never drops a relation because
//! what it names is missing, never follows an entity, never decides what an object means.
//! Invariants:
//!
//! * X7: a log is in memory whole while it is read, and never more of it than [`Limits`] allows;
//!   it is written piece by piece.
//! * X8: relations to what is not there are kept and counted ([`Check`]). In SQLite alone a row can
//!   be of nothing that is there; such a row is a [`Stray`], counted and not kept.
//! * X9: times are written in UTC with a `Z`; a time read without an offset is taken as UTC and
//!   counted.
//!
//! SQLite alone needs a path instead of a stream: its library opens the file itself.

mod budget;
mod check;
mod error;
mod json;
mod json_writer;
mod model;
mod reader;
mod sqlite;
mod sqlite_writer;
mod time;
mod xml;
mod xml_writer;

#[cfg(test)]
mod tests;

pub use check::{Check, Counts, Dangling, Flat, flatten};
pub use error::Error;
pub use json_writer::JsonWriter;
pub use model::{
    AttributeType, Change, Event, Kind, Log, Moment, Object, Relation, Stray, Type, Types, Value,
};
pub use reader::{Format, Limits, read, read_sqlite};
pub use sqlite_writer::SqliteWriter;
pub use xml_writer::XmlWriter;

/// Writes a log piece by piece: all objects first, then all events.
pub trait Writer {
    /// Writes an object with its relations; what it names may come later.
    ///
    /// # Errors
    /// When the output fails, or an event was written before.
    fn object(&mut self, object: &Object) -> Result<(), Error>;

    /// Writes an event with its relations.
    ///
    /// # Errors
    /// When the output fails.
    fn event(&mut self, event: &Event) -> Result<(), Error>;

    /// Writes what closes the log.
    ///
    /// # Errors
    /// When the output fails, or a relation names what was never written (SQLite alone can tell).
    fn finish(self: Box<Self>) -> Result<(), Error>;
}
