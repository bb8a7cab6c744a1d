//! `review key`, `contribute`, `merge`: what municipalities share, signed.

use std::path::PathBuf;

use clap::{ArgAction, ArgMatches, Command, value_parser};
use serde_json::json;

use super::arguments::{option, positional, verb};
use super::audit::{day, round, text, whoever};
use super::context::Context;
use super::dossier::day_parser;
use super::failure::Failure;
use super::page::Tone;
use crate::book::Access;
use crate::text::Texts;

/// The arguments of `review key`.
pub(super) fn key(texts: &Texts) -> Command {
    verb(texts, "review key")
}

/// The arguments of `review contribute`.
pub(super) fn contribute(texts: &Texts) -> Command {
    let path = "review contribute";
    let file = positional(texts, path, "into", "file").value_parser(value_parser!(PathBuf));
    verb(texts, path)
        .arg(round(texts, path))
        .arg(file.required(true))
        .arg(option(texts, path, "purpose", "text").required(true))
        .args(whoever(texts, path))
}

/// The arguments of `review merge`.
pub(super) fn merge(texts: &Texts) -> Command {
    let path = "review merge";
    let files = positional(texts, path, "files", "file").value_parser(value_parser!(PathBuf));
    verb(texts, path)
        .arg(files.required(true).num_args(1..))
        .arg(option(texts, path, "key", "text").action(ArgAction::Append))
        .arg(option(texts, path, "keys", "dir").value_parser(value_parser!(PathBuf)))
        .arg(option(texts, path, "on", "day").value_parser(day_parser(texts)))
        .arg(option(texts, path, "pdf", "file").value_parser(value_parser!(PathBuf)))
}

/// Shows the key with which others check what this book signs.
pub(super) fn run_key(context: &Context, _: &ArgMatches) -> Result<(), Failure> {
    let book = context.open(Access::Write)?;
    let key = book.verifier_key()?;
    book.close()?;
    if context.json {
        return context.show_json(&json!({ "key": key.to_string(), "name": key.name() }));
    }
    let mut page = context.page();
    page.raw(&key.to_string());
    context.show(&page)
}

/// Writes the signed contribution of a review.
pub(super) fn run_contribute(context: &Context, matches: &ArgMatches) -> Result<(), Failure> {
    let book = context.open(Access::Write)?;
    let code = text(matches, "in-round").unwrap_or_default();
    let review = book.review(text(matches, "municipality"), code)?;
    let out = matches
        .get_one::<PathBuf>("into")
        .cloned()
        .unwrap_or_default();
    let given = |name| text(matches, name).unwrap_or_default().to_owned();
    let by = (given("as"), given("role"));
    let made = book.contribute(&review, &out, &given("purpose"), by);
    let made = made.map_err(|error| Failure::form("export_made", error))?;
    book.close()?;
    if context.json {
        return context.show_json(&json!({ "file": out.display().to_string(),
            "municipality": made.municipality, "told": made.told, "held_back": made.held_back,
            "key": made.key }));
    }
    let texts = &context.texts;
    let values = [
        ("file", out.display().to_string().into()),
        ("told", made.told.into()),
        ("held", made.held_back.into()),
    ];
    let mut page = context.page();
    page.line(0, Tone::Plain, &texts.with("review-contributed", &values));
    page.line(0, Tone::Soft, &texts.get("review-contributed-key"));
    page.raw(&made.key);
    context.show(&page)
}

/// Checks contributions and lays them beside each other.
pub(super) fn run_merge(context: &Context, matches: &ArgMatches) -> Result<(), Failure> {
    let book = context.open(Access::Read)?;
    let mut trusted = Vec::new();
    for key in matches.get_many::<String>("key").into_iter().flatten() {
        trusted.push(book.trusted_key(key)?);
    }
    if let Some(dir) = matches.get_one::<PathBuf>("keys") {
        trusted.extend(book.keys_in(dir)?);
    }
    let files: Vec<PathBuf> = matches
        .get_many::<PathBuf>("files")
        .into_iter()
        .flatten()
        .cloned()
        .collect();
    let on = day(matches, &book);
    let merged = book.merge(&files, &trusted, &context.texts, on)?;
    let pdf = matches.get_one::<PathBuf>("pdf");
    if context.json && pdf.is_none() {
        let document = serde_json::to_value(&merged.document).map_err(std::io::Error::from)?;
        let missing = merged.missing.iter();
        let missing: Vec<_> = missing
            .map(|(municipality, code)| json!({ "municipality": municipality, "code": code }))
            .collect();
        return context.show_json(&json!({ "municipalities": merged.municipalities,
            "missing": missing, "document": document }));
    }
    super::document::show(context, &merged.document, pdf, "audit-report-written")
}
