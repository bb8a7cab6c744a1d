//! The book: one function for each thing a person does. The only orchestrator.
//!
//! Owns opening and making a book, recording, histories, import, export and the demonstration.
//! Never prints, never parses a command line, never knows a language (`schema`, `lens` and
//! what makes a document, such as `own_story`, write words for people). Invariants:
//!
//! * K1: everything that changes goes through [`Book::record`] or an import that decides by the
//!   same rules; a refused command writes nothing.
//! * K2: a history *as known at* a moment shows what was known then; shielding reaches back, a
//!   correction does not but is marked.
//! * K3: a moment of recording is set only by a demonstration, a test or an import, and the entry
//!   says so.
//! * K4: schemas follow from the domain and the texts, never from a hand.

pub mod analysis;
pub mod asking;
pub mod audits;
pub mod change;
mod change_figures;
pub mod change_groups;
pub mod config;
pub mod consider;
pub mod demo;
mod disclosing;
mod error;
pub mod errors;
pub mod export;
pub mod fields;
mod form;
pub mod history;
pub mod import;
pub mod import_ocel;
pub mod import_xes;
mod importing;
pub mod inspect;
pub mod learning;
pub mod lens;
mod lines;
pub mod list;
mod masking;
mod opening;
mod own_story;
mod planning;
mod private;
pub mod process;
pub mod record;
mod related;
pub mod reviews;
mod rounds;
pub mod schema;
pub mod settings;
mod standing;
pub mod state;
mod taken;
pub mod views;
pub mod worklist;
mod worklist_cells;
mod worklist_view;

pub use crate::print::{Document, PdfError};
pub use config::Config;
pub use error::{Error, Kind};
pub use history::{AsKnown, KnownAt, Step, Story};
pub use opening::{Access, Book, Init, Notice};
pub use record::{Receipt, Recording};
pub use standing::Standing;
pub use taken::Taken;
