//! The JSON Schemas of events and exchange lines, made from the domain and the texts, and the
//! document of the fact tables, made from their definitions.
//!
//! Owns what stands in `schemas/events/`, `schemas/exchange-line.json`, `schemas/event-types.md`
//! and `schemas/facts.md`. Never reads or writes a file; `tools/schemas` does. Invariants:
//!
//! * SC1: a schema follows from the domain and the texts alone, never from a hand.
//! * SC2: what a person reads in it is Dutch, with the English title beside it (`x-title-en`).
//! * SC3: the schema of a committed version may change its words and grow its lists of codes at
//!   the end, nothing else: old data must stay readable, so another structure asks for another
//!   version.

pub mod change;
mod facts;
pub mod line;
pub mod make;

pub use change::{Step, step};
pub use make::{SchemaFile, Schemas, event_paths};
