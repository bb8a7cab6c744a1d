//! The events of the book, E01 to E43, and the few that the book itself needs.
//!
//! Each file holds one theme; `registry` lists them all with number, stream and who may record.

pub mod audit;
pub mod choice;
pub mod decision;
pub mod imported;
pub mod instrument;
pub mod learning;
pub mod organisation;
pub mod picture;
pub mod registration;
pub mod registry;
pub mod rounds;
pub mod settings;
pub mod trajectory;
pub mod voice;

pub use registry::{Event, EventType};
