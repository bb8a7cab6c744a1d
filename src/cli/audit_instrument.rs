//! `audit instrument`: the criteria with which cases are rated, and how to change them.

use std::path::PathBuf;

use clap::{ArgMatches, Command, value_parser};
use serde_json::{Value, json};

use super::arguments::{option, switch, verb};
use super::audit::{day, line, text};
use super::audit_case::{criterion_json, tell_criterion};
use super::context::Context;
use super::dossier::day_parser;
use super::failure::Failure;
use super::page::Tone;
use super::record;
use crate::book::audits::{AuditError, Instrument};
use crate::book::{Access, Error, Recording};
use crate::text::Texts;

const PATH: &str = "audit instrument";

/// The arguments.
pub(super) fn command(texts: &Texts) -> Command {
    verb(texts, PATH)
        .arg(option(texts, PATH, "edition", "name"))
        .arg(option(texts, PATH, "on", "day").value_parser(day_parser(texts)))
        .arg(switch(texts, PATH, "form"))
        .arg(
            option(texts, PATH, "adopt", "file")
                .value_parser(value_parser!(PathBuf))
                .requires("as"),
        )
        .arg(option(texts, PATH, "as", "person"))
        .arg(option(texts, PATH, "role", "role").default_value("BH"))
        .arg(option(texts, PATH, "municipality", "municipality"))
}

/// Shows an edition, writes it as a form to change, or adopts a changed one.
pub(super) fn run(context: &Context, matches: &ArgMatches) -> Result<(), Failure> {
    if let Some(path) = matches.get_one::<PathBuf>("adopt") {
        return adopt(context, matches, path);
    }
    let book = context.open(Access::Read)?;
    let editions = book.instruments()?;
    let found = match text(matches, "edition") {
        Some(given) => editions.iter().rfind(|one| one.edition == given).cloned(),
        None => book.instrument_on(day(matches, &book))?,
    };
    let given = || text(matches, "edition").unwrap_or("–").to_owned();
    let found = found.ok_or_else(|| Error::Audit(AuditError::NoInstrument { given: given() }))?;
    if matches.get_flag("form") {
        return context.show_json(&form(&found));
    }
    if context.json {
        return context.show_json(&json!({
            "edition": found.edition,
            "valid_from": found.valid_from.to_string(),
            "source": found.source,
            "editions": editions.iter().map(|one| &one.edition).collect::<Vec<_>>(),
            "criteria": found.criteria.iter().map(criterion_json).collect::<Vec<_>>(),
        }));
    }
    let texts = &context.texts;
    let mut page = context.page();
    let values = [
        ("edition", found.edition.as_str().into()),
        ("day", texts.day(found.valid_from).into()),
    ];
    page.title(&texts.with("audit-instrument-title", &values));
    if let Some(source) = &found.source {
        page.line(0, Tone::Soft, source);
    }
    for criterion in &found.criteria {
        tell_criterion(&mut page, texts, criterion);
    }
    page.gap();
    page.line(0, Tone::Soft, &texts.get("audit-instrument-change"));
    context.show(&page)
}

/// An edition as the form with which a changed one is adopted.
fn form(found: &Instrument) -> Value {
    use crate::book::fields::Field as _;
    let entries = found.criteria.iter().flat_map(|criterion| {
        let anchors = criterion.anchors.iter().map(|(_, anchor)| anchor.write());
        std::iter::once(criterion.entry.write()).chain(anchors)
    });
    json!({
        "catalogue": "toetsinstrument",
        "edition": found.edition,
        "valid_from": found.valid_from.to_string(),
        "source": found.source,
        "entries": entries.collect::<Vec<_>>(),
    })
}

fn adopt(context: &Context, matches: &ArgMatches, path: &PathBuf) -> Result<(), Failure> {
    let failed = |source| Failure::File {
        path: path.clone(),
        source,
    };
    let text = std::fs::read_to_string(path).map_err(failed)?;
    let read = serde_json::from_str(&text);
    let data: Value = read.map_err(|error| failed(std::io::Error::from(error)))?;
    let book = context.open(Access::Read)?;
    let mut line = line(matches, &book, "catalogue_adopted");
    book.close()?;
    if let Value::Object(data) = data {
        line.data = data;
    }
    line.data
        .entry("catalogue")
        .or_insert_with(|| Value::from("toetsinstrument"));
    record::record(context, &line, &Recording::default())
}
