//! The command line: one file per noun, each with its arguments and what it does.
//!
//! Owns arguments, printing, colours, progress bars and exit codes. Never decides anything about a
//! dossier: it speaks to `book` and takes every word from `text`. Invariants:
//!
//! * T1: what was asked for goes to standard output, everything said about it to standard error.
//! * T2: exit codes are those of [`Failure`]; a broken pipe is no failure.
//! * T3: colours and progress bars appear on a terminal only, and never with `NO_COLOR`.

mod arguments;
mod context;
mod draft;
mod errors;
mod failure;
mod flags;
mod guided;
mod init;
mod interview;
mod page;
mod record;
mod refusals;
mod replay;
mod run;
mod usage;

pub use context::Context;
pub use failure::Failure;
pub use run::run;
