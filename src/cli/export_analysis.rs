//! `export xes`, `export parquet` and the other exports for an analyst: one set of arguments.

use std::path::PathBuf;

use clap::{ArgMatches, Command, value_parser};
use serde_json::{Map, Value, json};

use super::arguments::{option, switch, verb};
use super::context::Context;
use super::errors;
use super::failure::Failure;
use super::import_report::count;
use super::page::Tone;
use super::progress::Progress;
use crate::base::{Day, Timestamp};
use crate::book::analysis::{Format, Order, Selection};
use crate::book::{Access, Error};
use crate::text::Texts;

/// Where the help of the shared arguments stands.
const PATH: &str = "export";

/// Paths of the commands, beside their formats.
const PATHS: [(&str, Format); 6] = [
    ("export xes", Format::Xes),
    ("export ocel-json", Format::OcelJson),
    ("export ocel-xml", Format::OcelXml),
    ("export ocel-sqlite", Format::OcelSqlite),
    ("export csv", Format::Csv),
    ("export parquet", Format::Parquet),
];

/// Adds a command for each format.
pub(super) fn add(command: Command, texts: &Texts) -> Command {
    PATHS.iter().fold(command, |command, (path, _)| {
        command.subcommand(of_format(texts, path))
    })
}

fn of_format(texts: &Texts, path: &'static str) -> Command {
    let day = |name| option(texts, PATH, name, "day").value_parser(value_parser!(Day));
    let who = |name: &'static str, value: &'static str, variable: &'static str| {
        let arg = option(texts, PATH, name, value).required(true);
        arg.env(variable).hide_env_values(true)
    };
    verb(texts, path)
        .arg(
            option(texts, PATH, "out", "file")
                .required(true)
                .value_parser(value_parser!(PathBuf)),
        )
        .arg(option(texts, PATH, "purpose", "text").required(true))
        .arg(switch(texts, PATH, "analyst"))
        .arg(day("from"))
        .arg(day("until"))
        .arg(option(texts, PATH, "team", "team"))
        .arg(option(texts, PATH, "municipality", "name"))
        .arg(option(texts, "", "known-at", "moment").value_parser(value_parser!(Timestamp)))
        .arg(who("actor", "person", "WEEGBOEK_ACTOR"))
        .arg(who("role", "role", "WEEGBOEK_ROLE"))
}

/// Exports in one of the formats; `None` when the name is of another command.
pub(super) fn run(
    context: &Context,
    name: &str,
    matches: &ArgMatches,
) -> Option<Result<(), Failure>> {
    let format = Format::ALL.iter().find(|format| format.name() == name)?;
    Some(export(context, *format, matches))
}

fn export(context: &Context, format: Format, matches: &ArgMatches) -> Result<(), Failure> {
    let named = |name: &str| matches.get_one::<String>(name).cloned();
    let day = |name: &str| matches.get_one::<Day>(name).copied();
    let book = context.open(Access::Write)?;
    let mut common = Map::new();
    common.insert(
        "occurred_on".to_owned(),
        Value::from(book.now().day().to_string()),
    );
    for name in ["actor", "role"] {
        common.insert(name.to_owned(), Value::from(named(name)));
    }
    let order = Order {
        format,
        out: matches
            .get_one::<PathBuf>("out")
            .cloned()
            .unwrap_or_default(),
        purpose: named("purpose").unwrap_or_default(),
        selection: Selection {
            from: day("from"),
            until: day("until"),
            team: named("team"),
            municipality: named("municipality"),
            known_at: matches.get_one::<Timestamp>("known-at").copied(),
        },
        analyst: matches.get_flag("analyst"),
        common,
    };
    let progress = Progress::start(context, "cli-export-busy");
    let made = book.export_for_analysis(&order, &mut |count| progress.more(count));
    drop(progress);
    let made = made.map_err(|error| match error {
        refused @ Error::Refused(_) => Failure::form("export_made", refused),
        other => Failure::Book(other),
    })?;
    book.close()?;
    let texts = &context.texts;
    let position = [("position", made.recorded.to_string().into())];
    errors::tell(context, &texts.with("cli-export-microdata", &position));
    if context.json {
        return context.show_json(&json!({
            "format": format.name(),
            "out": order.out.display().to_string(),
            "readme": made.readme.display().to_string(),
            "rows": made.rows,
            "dossiers": made.dossiers,
            "objects": made.objects,
            "event_relations": made.event_relations,
            "object_relations": made.object_relations,
            "closed": made.closed,
            "before": made.before,
            "recorded": made.recorded,
            "controlled": false,
        }));
    }
    let what = if format.is_folder() { "rows" } else { "events" };
    let values = [
        ("what", count(texts, what, made.rows).into()),
        ("dossiers", count(texts, "dossiers", made.dossiers).into()),
        ("path", order.out.display().to_string().into()),
        ("readme", made.readme.display().to_string().into()),
        ("count", made.closed.into()),
    ];
    let mut page = context.page();
    page.line(
        0,
        Tone::Strong,
        &texts.with("cli-export-analysis-done", &values),
    );
    page.line(
        0,
        Tone::Plain,
        &texts.with("cli-export-analysis-readme", &values),
    );
    if made.closed > 0 {
        page.line(0, Tone::Plain, &texts.with("cli-export-closed", &values));
    }
    context.show(&page)
}
