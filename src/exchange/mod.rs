//! Streaming readers and writers for the book's own exchange lines and for formats that other
//! programs speak.
//!
//! Owns every file format that is not the log's own. Pure over `Read` and `Write`: never opens a
//! file, never prints, never decides what an imported row means. Invariants:
//!
//! * X1: memory is bounded by stated limits, whatever the input claims or hides.
//! * X2: nothing is dropped, repaired or invented in silence; what cannot be read is an error
//!   with its place.
//! * X3: the order of the input is kept.

pub mod line;
mod markup;
pub mod ocel;
mod source;
mod strict;
pub mod table;
pub mod xes;

pub use line::{Line, LineError};
