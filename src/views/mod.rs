//! The views: what the events come down to, in tables that questions are asked of.
//!
//! Owns the definitions of the fact tables, the fold that makes rows of a dossier's events, and
//! the file that keeps them with its bookmark. Never opens a word, never changes the book.
//! Invariants:
//!
//! * V1: rows are a pure function of the events up to the bookmark; the file can be deleted.
//! * V2: rows and bookmark change in one transaction: nothing is lost, nothing doubles.
//! * V3: no row is changed by what comes later except for its `superseded_at`; only shielding and
//!   destruction reach back.
//! * V4: an event that cannot be read is parked with a note and never stops the view.

mod across;
mod batch;
mod bookmark;
mod engine;
mod error;
mod facts;
mod file;
mod filling;
mod fold;
mod lock;
pub mod question;
mod questions;
mod reading;
pub mod rows;
mod status;
pub mod table;
pub mod tables;

pub use bookmark::Why;
pub use engine::{How, Refreshed, Views};
pub use error::Error;
pub use facts::Facts;
pub use fold::{Fold, Look};
pub use questions::{Answer, Cut, Limits, Questions};
pub use reading::Parked;
pub use status::{Standing, Status};
