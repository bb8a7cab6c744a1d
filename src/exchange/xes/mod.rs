//! Reading and writing event logs in XES (IEEE 1849-2016 and 2023), plain or gzipped, trace by trace.
//!
//! Owns the XES element structure and the text of its values. Never invents the default values
//! that a log's globals declare, never reorders, never follows an entity or a document type.
//! Invariants:
//!
//! * X4: one trace is in memory at a time, and never more of it than [`Limits`] allows.
//! * X5: every attribute keeps its place, its kind and its text as written (white space inside a
//!   value as XML 1.0 §3.3.3 reads it).
//! * X6: after an error the reader gives nothing more.

pub(in crate::exchange) mod element;
mod error;
mod model;
mod reader;
mod writer;

#[cfg(test)]
mod tests;

pub use error::{Error, Place, Problem};
pub use model::{Attribute, Classifier, Event, Extension, Global, Kind, LogHeader, Trace, find};
pub use reader::{Limits, Reader};
pub use writer::Writer;
