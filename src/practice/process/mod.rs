//! Process analysis: what happened after what, how often, how long it took, by which rules.
//!
//! Owns the coded event log in memory and every analysis over it. A case is one dossier, one
//! imported trajectory or one trace of a file; its events keep the order in which they were given.
//! Equal moments are never put in another order by name. Actors are codes without a name: they
//! serve the conditions *same* and *other actor*, and no analysis can show who they are.

pub mod compare;
pub mod declare;
pub mod dots;
pub mod duration;
pub mod filter;
pub mod graph;
pub mod handover;
pub mod log;
pub mod principles;
pub mod rework;
pub mod rule;
pub mod statistics;
pub mod summary;
pub mod variants;

pub use log::{Builder, Case, EventLog, NewEvent};
pub use summary::Summary;
