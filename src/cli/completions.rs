//! `completions`: what a shell needs to complete commands and options.

use std::io::Write as _;

use clap::{ArgMatches, Command, value_parser};
use clap_complete::Shell;

use super::arguments::{positional, root, verb};
use super::context::Context;
use super::failure::Failure;
use crate::text::Texts;

/// The arguments.
pub(super) fn command(texts: &Texts) -> Command {
    verb(texts, "completions").arg(
        positional(texts, "completions", "shell", "shell")
            .required(true)
            .value_parser(value_parser!(Shell)),
    )
}

/// Writes it to standard output.
pub(super) fn run(context: &Context, matches: &ArgMatches) -> Result<(), Failure> {
    let Some(shell) = matches.get_one::<Shell>("shell") else {
        return Ok(());
    };
    let mut script = Vec::new();
    clap_complete::generate(*shell, &mut root(&context.texts), "weegboek", &mut script);
    let mut out = context.out();
    out.write_all(&script)?;
    Ok(out.flush()?)
}
