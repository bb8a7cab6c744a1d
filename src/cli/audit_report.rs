//! `audit report`: what a round found, for the team or for management, to read, print or process.

use std::path::PathBuf;

use clap::{ArgMatches, Command, value_parser};

use super::arguments::{option, switch, verb};
use super::audit::{day, round, text};
use super::context::Context;
use super::dossier::day_parser;
use super::failure::Failure;
use crate::book::audits::{Audience, AuditError, grouping};
use crate::book::{Access, Error};
use crate::text::Texts;

const PATH: &str = "audit report";

/// The arguments.
pub(super) fn command(texts: &Texts) -> Command {
    verb(texts, PATH)
        .arg(round(texts, PATH))
        .arg(switch(texts, PATH, "full").conflicts_with("management"))
        .arg(switch(texts, PATH, "management"))
        .arg(option(texts, PATH, "pdf", "file").value_parser(value_parser!(PathBuf)))
        .arg(option(texts, PATH, "by", "group"))
        .arg(option(texts, PATH, "municipality", "municipality"))
        .arg(option(texts, PATH, "on", "day").value_parser(day_parser(texts)))
}

/// Shows it.
pub(super) fn run(context: &Context, matches: &ArgMatches) -> Result<(), Failure> {
    whole(matches, "by")?;
    let book = context.open(Access::Read)?;
    let code = text(matches, "in-round").unwrap_or_default();
    let round = book.audit_round(text(matches, "municipality"), code)?;
    let audience = match (matches.get_flag("full"), matches.get_flag("management")) {
        (true, _) => Audience::Full,
        (_, true) => Audience::Management,
        _ => Audience::Page,
    };
    let on = day(matches, &book);
    let document = book.audit_report(&round, audience, &context.texts, on)?;
    let saved = matches.get_one::<PathBuf>("pdf");
    super::document::show(context, &document, saved, "audit-report-written")
}

/// A report is of the whole round; another grouping is refused, and one by person with the reason.
pub(super) fn whole(matches: &ArgMatches, option: &str) -> Result<(), Failure> {
    let refused: Result<&str, AuditError> = match text(matches, option) {
        Some(given) => grouping(given, &["ronde", "round"]),
        None => Ok("round"),
    };
    refused.map_err(Error::Audit)?;
    Ok(())
}
