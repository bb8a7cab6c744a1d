//! Tests of the whole, from outside: one binary, so that it is linked once.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on has failed"
)]

mod ask;
mod ask_attack;
mod ask_mixed;
mod audit_blind;
mod audit_draw;
mod audit_support;
mod audit_walk;
mod change;
mod cli_dossier;
mod cli_log;
mod cli_support;
mod cli_views;
mod demo;
mod dutch_errors;
mod events;
mod exit_codes;
mod export;
mod facts;
mod generate;
mod golden;
mod key;
mod kill;
mod learn;
mod learn_future;
mod learn_shield;
mod log_conformance;
mod log_faults;
mod log_format;
mod log_model;
mod log_recovery;
mod log_support;
mod own_story;
mod process_book;
mod process_real;
mod questions;
mod questions_cases;
mod questions_cases_more;
mod questions_known;
mod questions_lists;
mod questions_support;
mod real;
mod record_flags;
mod record_guided;
mod record_replay;
mod record_support;
mod repeat;
mod repeat_import;
mod review;
mod rounds;
mod rounds_faces;
mod rows;
mod rows_cases;
mod rows_rounds;
mod rows_support;
mod rules;
mod rules_dossier;
mod rules_everywhere;
mod rules_later;
mod signals_book;
mod signals_cases;
mod signals_dossier;
mod signals_known;
mod signals_later;
mod signals_rows;
mod signals_steps;
mod signals_support;
mod stories;
mod stories_figures;
mod stories_known;
mod subscription;
mod support;
mod teaching;
mod texts;
mod views;
mod views_facts;
mod views_kill;
mod views_questions;
mod views_support;
mod worklist;
mod xes_standard;
