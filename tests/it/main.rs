//! Tests of the whole, from outside: one binary, so that it is linked once.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on has failed"
)]

mod demo;
mod log_conformance;
mod log_support;
mod record_flags;
mod record_guided;
mod record_replay;
mod record_support;
mod teaching;
mod texts;
