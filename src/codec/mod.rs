//! Domain events to and from the stored parts: bincode, schema versions, upcasting.
//!
//! Owns the bytes inside the parts. Never does I/O and never decides anything. Invariants:
//!
//! * C1: what was encoded decodes to the same event; the writer checks that before it appends.
//! * C2: every decode is bounded, uses all its input, and never panics on hostile bytes.
//! * C3: any version ever written decodes, by upcasting to today's; golden samples prove it.
//! * C4: a stored type never changes without a new schema version.
//!
//! The layout is documented in `schemas/parts-format.md`.

pub mod golden;
mod old;
mod parts;

pub use parts::{Decoded, Error, Parts, decode, encode};
