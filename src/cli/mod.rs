//! The command line: one file per noun, each with its arguments and what it does.
//!
//! Owns arguments, printing, colours, progress bars and exit codes. Never decides anything about a
//! dossier: it speaks to `book` and takes every word from `text`. Invariants:
//!
//! * T1: what was asked for goes to standard output, everything said about it to standard error.
//! * T2: exit codes are those of [`Failure`]; a broken pipe is no failure.
//! * T3: colours and progress bars appear on a terminal only, and never with `NO_COLOR`.

mod arguments;
mod ask;
mod ask_csv;
mod ask_errors;
mod ask_json;
mod ask_list;
mod ask_page;
mod ask_period;
mod ask_picture;
mod ask_run;
mod ask_show;
mod audit;
mod audit_agreement;
mod audit_burden;
mod audit_case;
mod audit_draw;
mod audit_errors;
mod audit_instrument;
mod audit_list;
mod audit_open;
mod audit_rate;
mod audit_rate_guided;
mod audit_record;
mod audit_report;
mod change;
mod change_groups;
mod change_picture;
mod change_words;
mod completions;
mod context;
mod demo;
mod document;
mod dossier;
mod dossier_list;
mod dossier_open;
mod dossier_show;
mod draft;
mod editions;
mod errors;
mod export;
mod export_analysis;
mod failure;
mod fields;
mod file;
mod flags;
mod glossary;
mod guided;
mod import;
mod import_ocel;
mod import_report;
mod init;
mod interview;
mod learn;
mod learn_answer;
mod learn_play;
mod learn_session;
mod learn_set;
mod lens;
mod log;
mod log_check;
mod log_info;
mod log_read;
mod man;
mod my_story;
mod page;
mod process;
mod process_show;
mod progress;
mod record;
mod refusals;
mod replay;
mod review;
mod review_errors;
mod review_record;
mod review_report;
mod review_set;
mod review_share;
mod run;
mod signals;
mod signals_explain;
mod sql;
mod sql_output;
mod story;
mod terms;
mod usage;
mod views;
mod weighing;

pub use context::Context;
pub use failure::Failure;
pub use run::run;
