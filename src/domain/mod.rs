//! The domain: what may be recorded, what is refused, and what a dossier is.
//!
//! Owns the events E01–E43 of domain.md, the commands, the rules R01–R28, the dated catalogues
//! and the dossier. Never does I/O, never reads a clock, never waits. Invariants:
//!
//! * D1: `decide` and `evolve` are pure: the same state and command give the same answer.
//! * D2: an event holds facts (codes, numbers, days) and words; words never stand among the facts.
//! * D3: nothing is invented: a field that was not given is absent, an absence that matters is
//!   stated (`geen`, `onbekend`, `niet_gemeten`).
//! * D4: a refusal names its rule and its field; a refused command yields no event.

pub mod catalogue;
pub mod codes;
pub mod decide;
pub mod dossier;
pub mod envelope;
pub mod events;
pub mod field;
pub(crate) mod macros;
pub mod noted;
pub mod rating;
pub mod recorded;
pub mod refusal;
pub mod retention;
pub mod rounds;
mod rules;
pub mod shielding;
pub mod values;
pub mod withheld;
pub mod words;

pub use catalogue::Catalogues;
pub use decide::{Command, Situation, decide};
pub use dossier::Dossier;
pub use events::{Event, EventType};
pub use noted::Noted;
pub use rating::{Instrument, computed_rating};
pub use recorded::{Decided, Recorded};
pub use refusal::{Fault, Refusal, Rule};
pub use rounds::{Round, RoundCase, Rounds};
pub use withheld::{KeptUntil, Withheld};
pub use words::{Closed, Words};
