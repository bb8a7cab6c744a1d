//! `log`: how the log stands, what it holds, whether it is sound.

use clap::{ArgMatches, Command};

use super::arguments::noun;
use super::context::Context;
use super::failure::Failure;
use super::{log_check, log_info, log_read};
use crate::text::Texts;

/// The arguments.
pub(super) fn command(texts: &Texts) -> Command {
    noun(texts, "log")
        .subcommand(log_info::command(texts))
        .subcommand(log_read::command(texts))
        .subcommand(log_check::command(texts))
}

/// Hands over to the verb.
pub(super) fn run(context: &Context, matches: &ArgMatches) -> Result<(), Failure> {
    match matches.subcommand() {
        Some(("info", matches)) => log_info::run(context, matches),
        Some(("read", matches)) => log_read::run(context, matches),
        Some(("check", matches)) => log_check::run(context, matches),
        _ => Ok(()),
    }
}
