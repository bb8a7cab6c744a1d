//! `review indicators`, `obstacles`, `evidence`, `report`: documents to read, print or process.

use std::path::PathBuf;

use clap::{Arg, ArgMatches, Command, value_parser};

use super::arguments::{option, verb};
use super::audit::{day, round, text};
use super::audit_report::whole;
use super::context::Context;
use super::document;
use super::dossier::day_parser;
use super::failure::Failure;
use crate::book::Access;
use crate::text::Texts;

fn shared(texts: &Texts, path: &str) -> [Arg; 4] {
    [
        option(texts, path, "municipality", "municipality"),
        option(texts, path, "on", "day").value_parser(day_parser(texts)),
        option(texts, path, "pdf", "file").value_parser(value_parser!(PathBuf)),
        option(texts, path, "by", "group"),
    ]
}

/// The arguments of `review indicators`.
pub(super) fn indicators(texts: &Texts) -> Command {
    let path = "review indicators";
    verb(texts, path)
        .arg(round(texts, path))
        .args(shared(texts, path))
}

/// The arguments of `review report`.
pub(super) fn report(texts: &Texts) -> Command {
    let path = "review report";
    verb(texts, path)
        .arg(round(texts, path))
        .args(shared(texts, path))
}

/// The arguments of `review obstacles`.
pub(super) fn obstacles(texts: &Texts) -> Command {
    let path = "review obstacles";
    verb(texts, path).args(shared(texts, path))
}

/// The arguments of `review evidence`.
pub(super) fn evidence(texts: &Texts) -> Command {
    let path = "review evidence";
    let year =
        option(texts, path, "year", "count").value_parser(value_parser!(i16).range(1900..3000));
    verb(texts, path)
        .arg(year.required(true))
        .args(shared(texts, path))
}

/// Shows the indicators of a review.
pub(super) fn run_indicators(context: &Context, matches: &ArgMatches) -> Result<(), Failure> {
    whole(matches, "by")?;
    let book = context.open(Access::Read)?;
    let code = text(matches, "in-round").unwrap_or_default();
    let review = book.review(text(matches, "municipality"), code)?;
    let made = book.indicator_report(&review, &context.texts, day(matches, &book))?;
    document::show(
        context,
        &made,
        matches.get_one("pdf"),
        "audit-report-written",
    )
}

/// Shows the report of a review.
pub(super) fn run_report(context: &Context, matches: &ArgMatches) -> Result<(), Failure> {
    whole(matches, "by")?;
    let book = context.open(Access::Read)?;
    let code = text(matches, "in-round").unwrap_or_default();
    let review = book.review(text(matches, "municipality"), code)?;
    let made = book.review_report(&review, &context.texts, day(matches, &book))?;
    document::show(
        context,
        &made,
        matches.get_one("pdf"),
        "audit-report-written",
    )
}

/// Shows obstacles and bundles with their answers.
pub(super) fn run_obstacles(context: &Context, matches: &ArgMatches) -> Result<(), Failure> {
    whole(matches, "by")?;
    let book = context.open(Access::Read)?;
    let own = book.config().municipality.clone();
    let municipality = text(matches, "municipality").unwrap_or(&own);
    let overview = book.obstacles(Some(municipality), day(matches, &book))?;
    let pdf = matches.get_one::<PathBuf>("pdf");
    if context.json && pdf.is_none() {
        let value = serde_json::to_value(&overview).map_err(std::io::Error::from)?;
        return context.show_json(&value);
    }
    let made = book.obstacle_report(&overview, municipality, &context.texts);
    document::show(context, &made, pdf, "audit-report-written")
}

/// Shows the yearly account of client participation.
pub(super) fn run_evidence(context: &Context, matches: &ArgMatches) -> Result<(), Failure> {
    whole(matches, "by")?;
    let book = context.open(Access::Read)?;
    let year = matches.get_one::<i16>("year").copied().unwrap_or_default();
    let on = day(matches, &book);
    let made = book.participation(text(matches, "municipality"), year, &context.texts, on)?;
    match made {
        Some(made) => document::show(
            context,
            &made,
            matches.get_one("pdf"),
            "audit-report-written",
        ),
        None => Err(Failure::usage("ask-not-a-period", year.to_string())),
    }
}
