//! Weegboek keeps the book in which a weighing is written down: an event-sourced case-audit
//! engine for re-integration work. ARCHITECTURE.md maps the rooms below and who may lean on whom.

pub mod base;
pub mod book;
pub mod cli;
pub mod codec;
pub mod domain;
pub mod exchange;
pub mod host;
pub mod log;
pub mod plot;
pub mod practice;
pub mod print;
pub mod proof;
pub mod store;
pub mod text;
pub mod vault;
pub mod views;
