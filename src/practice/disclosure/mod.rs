//! Disclosure control: what of an answer may be shown, so that nobody can be told from it.
//!
//! Every face of an answer (table, JSON, CSV, picture) shows what [`control`] released, and
//! nothing else. What it protects against, and what not, stands in
//! `docs/decisions/0005-disclosure.md`. Invariants:
//!
//! * D1: no number rests on one to norm − 1 clients, nor tells of so few in a larger group.
//! * D2: what is held back cannot be computed from what is shown, within an answer or over all
//!   answers that are remembered.
//! * D3: the same question over the same facts gives the same answer, however often it is asked.
//! * D4: what is held back says why.

mod basis;
mod bytes;
mod complementary;
mod control;
mod field;
mod figures;
mod guard;
mod interval;
mod memory;
mod primary;
mod rules;
mod space;

pub use bytes::{BYTES_MAX, Unreadable};
pub use complementary::{Sums, complete};
pub use control::{Controlled, Row, control};
pub use figures::{Counted, Counts, Figure, POPULATION, Released, release};
pub use interval::{Interval, interval};
pub use memory::{CELLS_MAX, Kept, Memory, Part, Remembered};
pub use rules::{Reason, Rules};
pub use space::Space;
