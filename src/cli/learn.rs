//! `replay learn`: learning from shielded cases, alone or with a group.

use std::io::Write as _;
use std::path::PathBuf;

use clap::{Arg, ArgMatches, Command, value_parser};
use serde_json::Value;

use super::arguments::{noun, option};
use super::context::Context;
use super::errors;
use super::failure::Failure;
use super::{learn_answer, learn_play, learn_session, learn_set};
use crate::book::learning::{Document, LearningRound, Who};
use crate::book::{Access, Book};
use crate::text::Texts;

/// The path under which the help of shared options stands.
const PATH: &str = "replay learn";

/// The arguments.
pub(super) fn command(texts: &Texts) -> Command {
    noun(texts, PATH)
        .subcommand(learn_set::command(texts))
        .subcommand(learn_play::start(texts))
        .subcommand(learn_play::show(texts))
        .subcommand(learn_answer::answer(texts))
        .subcommand(learn_play::reveal(texts))
        .subcommand(learn_answer::finish(texts))
        .subcommand(learn_answer::panel(texts))
        .subcommand(learn_session::command(texts))
        .subcommand(learn_play::spread(texts))
}

/// Hands over to the verb.
pub(super) fn run(context: &Context, matches: &ArgMatches) -> Result<(), Failure> {
    match matches.subcommand() {
        Some(("set", matches)) => learn_set::run(context, matches),
        Some(("start", matches)) => learn_play::run_start(context, matches),
        Some(("show", matches)) => learn_play::run_show(context, matches),
        Some(("answer", matches)) => learn_answer::run(context, matches, false),
        Some(("panel", matches)) => learn_answer::run(context, matches, true),
        Some(("reveal", matches)) => learn_play::run_reveal(context, matches),
        Some(("finish", matches)) => learn_answer::run_finish(context, matches),
        Some(("session", matches)) => learn_session::run(context, matches),
        Some(("spread", matches)) => learn_play::run_spread(context, matches),
        _ => Ok(()),
    }
}

/// The round.
pub(super) fn round(texts: &Texts) -> [Arg; 2] {
    [
        option(texts, PATH, "round", "name").required(true),
        option(texts, PATH, "municipality", "name"),
    ]
}

/// The case in the round.
pub(super) fn case(texts: &Texts) -> Arg {
    option(texts, PATH, "case", "name").required(true)
}

/// The decision point.
pub(super) fn point(texts: &Texts) -> Arg {
    option(texts, PATH, "point", "count").value_parser(value_parser!(usize))
}

/// Who does it; `role` is the role that is usual for it.
pub(super) fn who(texts: &Texts, role: &'static str) -> [Arg; 2] {
    [
        option(texts, PATH, "as", "person")
            .required(true)
            .env("WEEGBOEK_ACTOR")
            .hide_env_values(true),
        option(texts, PATH, "role", "role").default_value(role),
    ]
}

/// A file for a PDF.
pub(super) fn pdf(texts: &Texts) -> Arg {
    option(texts, PATH, "pdf", "file").value_parser(value_parser!(PathBuf))
}

/// A text that was given, without spaces around it.
pub(super) fn text(matches: &ArgMatches, name: &str) -> Option<String> {
    let given = matches.try_get_one::<String>(name).ok().flatten();
    given
        .map(|text| text.trim().to_owned())
        .filter(|text| !text.is_empty())
}

/// Texts that were given.
pub(super) fn several(matches: &ArgMatches, name: &str) -> Vec<String> {
    let given = matches.try_get_many::<String>(name).ok().flatten();
    let given = given.into_iter().flatten();
    given.map(|text| text.trim().to_owned()).collect()
}

/// Who was named.
pub(super) fn named(matches: &ArgMatches) -> Who {
    Who {
        actor: text(matches, "as").unwrap_or_default(),
        role: text(matches, "role").unwrap_or_default(),
    }
}

/// The book and the round that was named.
pub(super) fn opened(
    context: &Context,
    matches: &ArgMatches,
    access: Access,
) -> Result<(Book, LearningRound), Failure> {
    let book = context.open(access)?;
    let name = text(matches, "round").unwrap_or_default();
    let round = book.learning_round(text(matches, "municipality").as_deref(), &name)?;
    Ok((book, round))
}

/// Shows a document: as lines, as a PDF file, or `json` for a program.
pub(super) fn tell(
    context: &Context,
    matches: &ArgMatches,
    document: &Document,
    json: impl FnOnce() -> serde_json::Result<Value>,
) -> Result<(), Failure> {
    if let Ok(Some(path)) = matches.try_get_one::<PathBuf>("pdf") {
        let failed = |source| Failure::File {
            path: path.clone(),
            source,
        };
        let made = document
            .to_pdf()
            .map_err(|error| failed(std::io::Error::other(error)))?;
        // What is there already is not written over.
        let mut file = std::fs::File::create_new(path).map_err(failed)?;
        file.write_all(&made).map_err(failed)?;
        let values = [("path", path.display().to_string().into())];
        errors::say(&context.texts.with("learn-written", &values));
    }
    if context.json {
        let value = json().map_err(std::io::Error::from)?;
        return context.show_json(&value);
    }
    if matches
        .try_get_one::<PathBuf>("pdf")
        .ok()
        .flatten()
        .is_some()
    {
        return Ok(());
    }
    print(context, document)
}

/// Shows a document as lines.
pub(super) fn print(context: &Context, document: &Document) -> Result<(), Failure> {
    let mut out = context.out();
    out.write_all(document.to_text(context.width).as_bytes())?;
    Ok(out.flush()?)
}

/// Says one sentence on standard output.
pub(super) fn say(
    context: &Context,
    key: &str,
    values: &[(&str, crate::text::Value<'_>)],
) -> Result<(), Failure> {
    let mut page = context.page();
    page.line(
        0,
        super::page::Tone::Plain,
        &context.texts.with(key, values),
    );
    context.show(&page)
}
