//! `dossier`: open one, list them, show one, tell its story.

use std::sync::Arc;

use clap::{Arg, ArgMatches, Command, value_parser};

use super::arguments::{noun, option, positional};
use super::context::Context;
use super::failure::Failure;
use super::{dossier_list, dossier_open, dossier_show, story};
use crate::base::{Day, Position, Timestamp};
use crate::book::{AsKnown, KnownAt};
use crate::text::Texts;

/// The arguments.
pub(super) fn command(texts: &Texts) -> Command {
    noun(texts, "dossier")
        .subcommand(dossier_open::command(texts))
        .subcommand(dossier_list::command(texts))
        .subcommand(dossier_show::command(texts))
        .subcommand(story::command(texts))
}

/// Hands over to the verb.
pub(super) fn run(context: &Context, matches: &ArgMatches) -> Result<(), Failure> {
    match matches.subcommand() {
        Some(("open", matches)) => dossier_open::run(context, matches),
        Some(("list", matches)) => dossier_list::run(context, matches),
        Some(("show", matches)) => dossier_show::run(context, matches),
        Some(("story", matches)) => story::run(context, matches),
        _ => Ok(()),
    }
}

/// A day; what is wrong with it is said in the language of the reader.
pub(super) fn day_parser(
    texts: &Texts,
) -> impl Fn(&str) -> Result<Day, String> + Clone + Send + Sync + 'static {
    let wrong: Arc<str> = texts.get("fault-not-a-day").into();
    move |text: &str| text.parse().map_err(|_| wrong.to_string())
}

/// A moment, likewise.
pub(super) fn moment_parser(
    texts: &Texts,
) -> impl Fn(&str) -> Result<Timestamp, String> + Clone + Send + Sync + 'static {
    let wrong: Arc<str> = texts.get("fault-not-a-moment").into();
    move |text: &str| text.parse().map_err(|_| wrong.to_string())
}

/// The number of a dossier.
pub(super) fn number(texts: &Texts, path: &str) -> Arg {
    positional(texts, path, "number", "number").required(true)
}

/// The dossier that was named.
pub(super) fn given_number(matches: &ArgMatches) -> &str {
    let given = matches.get_one::<String>("number");
    given.map_or("", |number| number.trim())
}

/// Options that choose a history.
pub(super) fn as_known_options(texts: &Texts, path: &str) -> [Arg; 3] {
    [
        option(texts, path, "known-at", "moment").value_parser(moment_parser(texts)),
        option(texts, path, "at-position", "position")
            .value_parser(value_parser!(u64))
            .conflicts_with("known-at"),
        option(texts, path, "valid-on", "day").value_parser(day_parser(texts)),
    ]
}

/// The history that was chosen.
pub(super) fn as_known(matches: &ArgMatches) -> AsKnown {
    let time = matches
        .get_one::<Timestamp>("known-at")
        .map(|time| KnownAt::Time(*time));
    // The list has no place in the log to look from.
    let position = matches.try_get_one::<u64>("at-position").ok().flatten();
    let position = position.map(|position| KnownAt::Position(Position(*position)));
    AsKnown {
        known_at: time.or(position),
        valid_on: matches.get_one::<Day>("valid-on").copied(),
    }
}
