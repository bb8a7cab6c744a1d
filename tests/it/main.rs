//! Tests of the whole, from outside: one binary, so that it is linked once.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on has failed"
)]

mod demo;
mod facts;
mod generate;
mod golden;
mod kill;
mod log_conformance;
mod log_faults;
mod log_format;
mod log_model;
mod log_recovery;
mod log_support;
mod real;
mod rules;
mod rules_dossier;
mod rules_everywhere;
mod support;
mod teaching;
mod texts;
