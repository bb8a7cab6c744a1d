//! `ask`: the named questions; list them, show one, answer one.

use clap::{ArgMatches, Command};

use super::arguments::noun;
use super::context::Context;
use super::failure::Failure;
use super::{ask_list, ask_run, ask_show};
use crate::text::Texts;

/// The arguments.
pub(super) fn command(texts: &Texts) -> Command {
    noun(texts, "ask")
        .subcommand(ask_list::command(texts))
        .subcommand(ask_show::command(texts))
        .subcommand(ask_run::command(texts))
}

/// Hands over to the verb.
pub(super) fn run(context: &Context, matches: &ArgMatches) -> Result<(), Failure> {
    match matches.subcommand() {
        Some(("list", matches)) => ask_list::run(context, matches),
        Some(("show", matches)) => ask_show::run(context, matches),
        Some(("run", matches)) => ask_run::run(context, matches),
        _ => Ok(()),
    }
}
