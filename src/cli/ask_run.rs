//! `ask run`: asks a question, and shows the answer as a page, JSON, CSV or a picture.

use std::path::PathBuf;

use clap::{ArgMatches, Command, value_parser};

use super::arguments::{option, positional, verb};
use super::ask_period::Period;
use super::context::Context;
use super::dossier::{day_parser, moment_parser};
use super::failure::Failure;
use super::{ask_csv, ask_json, ask_page, ask_picture};
use crate::base::{Day, Timestamp};
use crate::book::asking::{Asked, Audience};
use crate::book::{Access, Book};
use crate::text::Texts;

const PATH: &str = "ask run";

/// How an answer is shown.
const FORMATS: [&str; 5] = ["table", "json", "csv", "svg", "plot"];

/// The arguments.
pub(super) fn command(texts: &Texts) -> Command {
    let period_and_days = ["from", "until"];
    verb(texts, PATH)
        .arg(positional(texts, PATH, "name", "question").required(true))
        .arg(option(texts, PATH, "period", "period").conflicts_with_all(period_and_days))
        .arg(option(texts, PATH, "from", "day").value_parser(day_parser(texts)))
        .arg(option(texts, PATH, "until", "day").value_parser(day_parser(texts)))
        .arg(option(texts, PATH, "team", "team"))
        .arg(option(texts, PATH, "municipality", "text"))
        .arg(option(texts, PATH, "kind", "kind"))
        .arg(option(texts, PATH, "by", "groups"))
        .arg(option(texts, PATH, "known-at", "moment").value_parser(moment_parser(texts)))
        .arg(option(texts, PATH, "dossier", "number"))
        .arg(option(texts, PATH, "audience", "audience").value_parser(["team", "policy"]))
        .arg(option(texts, PATH, "format", "format").value_parser(FORMATS))
        .arg(option(texts, PATH, "out", "file").value_parser(value_parser!(PathBuf)))
}

/// Asks.
pub(super) fn run(context: &Context, matches: &ArgMatches) -> Result<(), Failure> {
    let book = context.open(Access::Read)?;
    let asked = asked(&book, matches)?;
    let name = matches
        .get_one::<String>("name")
        .cloned()
        .unwrap_or_default();
    let format = match matches.get_one::<String>("format") {
        Some(format) => format.as_str(),
        None if context.json => "json",
        None => "table",
    };
    let answer = book.ask(&name, &asked)?;
    let text = match format {
        "json" => {
            let value = ask_json::answer(&answer);
            let text = serde_json::to_string_pretty(&value);
            text.map_err(std::io::Error::from)? + "\n"
        }
        "csv" => ask_csv::answer(&answer),
        "svg" => ask_picture::svg(&context.texts, &answer),
        "plot" => {
            let mut page = context.page();
            ask_picture::plot(&mut page, &context.texts, &answer, context.width);
            page.text().to_owned()
        }
        _ => {
            let mut page = context.page();
            ask_page::answer(&mut page, &context.texts, &answer);
            page.text().to_owned()
        }
    };
    deliver(context, matches, &text)
}

/// Writes to a file or to standard output.
fn deliver(context: &Context, matches: &ArgMatches, text: &str) -> Result<(), Failure> {
    use std::io::Write as _;
    let Some(path) = matches.get_one::<PathBuf>("out") else {
        let mut out = context.out();
        out.write_all(text.as_bytes())?;
        return Ok(out.flush()?);
    };
    std::fs::write(path, text).map_err(|source| Failure::File {
        path: path.clone(),
        source,
    })
}

fn asked(book: &Book, matches: &ArgMatches) -> Result<Asked, Failure> {
    let text = |name: &str| matches.get_one::<String>(name).cloned();
    let day = |name: &str| matches.get_one::<Day>(name).copied();
    let known_at = matches.get_one::<Timestamp>("known-at").copied();
    let today = known_at.unwrap_or_else(|| book.now()).day();
    let given = text("period");
    let period = match (&given, day("from"), day("until")) {
        (Some(period), _, _) => Period::read(period),
        (None, None, None) => Period::year_of(today),
        (None, from, until) => {
            let until = until.unwrap_or(today);
            let year = Period::year_of(until).map_or(until, |year| year.from);
            Period::days(from.unwrap_or(year), until)
        }
    };
    let Some(period) = period else {
        let given = given.unwrap_or_default();
        return Err(Failure::usage("ask-not-a-period", given));
    };
    let by = text("by").map(|groups| {
        let groups = groups.split(',').map(str::trim);
        groups
            .filter(|group| !group.is_empty())
            .map(str::to_owned)
            .collect()
    });
    Ok(Asked {
        from: period.from,
        until: period.until,
        period: period.label,
        team: text("team"),
        municipality: text("municipality"),
        kind: text("kind"),
        known_at,
        by,
        dossier: text("dossier"),
        audience: match text("audience").as_deref() {
            Some("team") => Audience::Team,
            _ => Audience::Policy,
        },
    })
}
