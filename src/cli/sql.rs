//! `sql`: free, read-only SQL over the fact tables, for an analyst.

use std::path::PathBuf;
use std::time::Duration;

use clap::{Arg, ArgMatches, Command, value_parser};
use serde_json::{Value, json};

use super::arguments::{option, positional, switch, verb};
use super::context::Context;
use super::errors;
use super::failure::Failure;
use super::page::Tone;
use super::sql_output::{self, Format};
use crate::base::Timestamp;
use crate::book::views::{Answer, Cut, Face, How, Kind, Limits, calendar, tables};
use crate::book::{Access, Book, Error, Taken};
use crate::text::Texts;

const PATH: &str = "sql";

/// Rows that are given when nothing else is asked.
const ROWS: u64 = 10_000;

/// Rows that are given at most: an answer is held until it is recorded that it was taken.
const ROWS_MAX: u64 = 1_000_000;

/// Seconds that a question may take when nothing else is asked.
const SECONDS: u64 = 30;

/// Bytes of a file with a question.
const FILE_MAX: u64 = 256 * 1024;

/// The arguments.
pub(super) fn command(texts: &Texts) -> Command {
    let who = |name: &'static str, value: &'static str, variable: &'static str| {
        option(texts, PATH, name, value)
            .env(variable)
            .hide_env_values(true)
            .required_unless_present("tables")
    };
    verb(texts, PATH)
        .arg(
            positional(texts, PATH, "query", "sql")
                .required_unless_present_any(["file", "tables"])
                .conflicts_with("file"),
        )
        .arg(option(texts, PATH, "file", "file").value_parser(value_parser!(PathBuf)))
        .arg(option(texts, PATH, "purpose", "text").required_unless_present("tables"))
        .arg(who("actor", "person", "WEEGBOEK_ACTOR"))
        .arg(who("role", "role", "WEEGBOEK_ROLE"))
        .arg(known_at(texts))
        .arg(option(texts, PATH, "format", "format").value_parser(Format::NAMES))
        .arg(option(texts, PATH, "limit-rows", "count").value_parser(count(1, ROWS_MAX)))
        .arg(option(texts, PATH, "limit-seconds", "count").value_parser(count(1, 3_600)))
        .arg(switch(texts, PATH, "tables").conflicts_with_all(["file", "purpose"]))
}

fn count(least: u64, most: u64) -> clap::builder::RangedU64ValueParser {
    value_parser!(u64).range(least..=most)
}

fn known_at(texts: &Texts) -> Arg {
    option(texts, PATH, "known-at", "moment").value_parser(value_parser!(Timestamp))
}

/// Answers, or lists the tables.
pub(super) fn run(context: &Context, matches: &ArgMatches) -> Result<(), Failure> {
    let query = matches.get_one::<String>("query");
    if matches.get_flag("tables") {
        return list(context, query.map(String::as_str));
    }
    let given = |name: &str| matches.get_one::<String>(name).cloned().unwrap_or_default();
    let sql = match (query, matches.get_one::<PathBuf>("file")) {
        (Some(query), _) => query.clone(),
        (None, Some(path)) => read(path)?,
        (None, None) => String::new(),
    };
    let format = match matches.get_one::<String>("format") {
        Some(name) => Format::named(name),
        None if context.json => Format::Json,
        None => Format::Table,
    };
    let known_at = matches.get_one::<Timestamp>("known-at").copied();
    let number = |name: &str, usual: u64| matches.get_one::<u64>(name).copied().unwrap_or(usual);
    let limits = Limits {
        rows: Some(number("limit-rows", ROWS)),
        time: Some(Duration::from_secs(number("limit-seconds", SECONDS))),
    };
    let book = context.open(Access::Read)?;
    let answer = answered(context, &book, &sql, known_at, limits)?;
    book.close()?;
    let taken = Taken {
        what: "sql".to_owned(),
        format: format.name().to_owned(),
        purpose: given("purpose"),
        by: (given("actor"), given("role")),
        rows: answer.rows.len() as u64,
        norm: 1,
        controlled: false,
        known_at,
    };
    // Recorded before anything is shown: what cannot be recorded is not given.
    let book = context.open(Access::Write)?;
    let recorded = book.record_taken(&taken);
    let recorded = recorded.map_err(|error| Failure::form("export_made", error))?;
    book.close()?;
    let position = recorded.position.0.to_string();
    let told = [("position", position.into())];
    errors::tell(context, &context.texts.with("cli-sql-microdata", &told));
    sql_output::write(context, format, &answer, known_at)?;
    match answer.cut {
        None => Ok(()),
        Some(cut) => {
            let (key, limit) = match cut {
                Cut::Rows => ("cli-sql-cut-rows", number("limit-rows", ROWS)),
                Cut::Time => ("cli-sql-cut-time", number("limit-seconds", SECONDS)),
            };
            errors::tell(
                context,
                &context.texts.with(key, &[("count", limit.into())]),
            );
            Err(Failure::Found)
        }
    }
}

/// The answer; damage in the views is mended once, and said.
fn answered(
    context: &Context,
    book: &Book,
    sql: &str,
    known_at: Option<Timestamp>,
    limits: Limits,
) -> Result<Answer, Failure> {
    let ask = || -> Result<Answer, Error> {
        let views = book.views_as_they_are();
        let done = views.refresh()?;
        if matches!(done.how, How::Rebuilt { .. }) && !context.json {
            errors::tell(context, &super::views::told(&context.texts, &done));
        }
        Ok(views.connect(known_at, Face::Open)?.answer(sql, limits)?)
    };
    match ask() {
        Err(Error::Views(crate::book::errors::ViewsError::Damaged { .. })) => Ok(ask()?),
        other => Ok(other?),
    }
}

fn read(path: &std::path::Path) -> Result<String, Failure> {
    use std::io::Read as _;
    let failed = |source| Failure::File {
        path: path.to_owned(),
        source,
    };
    let mut text = String::new();
    let file = std::fs::File::open(path).map_err(failed)?;
    file.take(FILE_MAX)
        .read_to_string(&mut text)
        .map_err(failed)?;
    Ok(text)
}

/// Lists the tables, or the columns of one.
fn list(context: &Context, name: Option<&str>) -> Result<(), Failure> {
    let (calendar, days) = calendar();
    let mut all: Vec<(&str, &str, Vec<_>)> = tables()
        .filter(|(table, _)| table.face == Face::Open)
        .map(|(table, columns)| (table.name, table.doc, columns))
        .collect();
    all.push((calendar, "one row for each day", days.iter().collect()));
    if let Some(name) = name {
        all.retain(|(one, _, _)| *one == name);
        if all.is_empty() {
            return Err(Failure::usage("cli-sql-no-such-table", name));
        }
    }
    if context.json {
        let tables: Vec<Value> = all
            .iter()
            .map(|(name, doc, columns)| {
                json!({ "name": name, "doc": doc, "columns": columns.iter().map(|column| json!({
                    "name": column.name, "kind": kind(column.kind), "nullable": column.nullable,
                    "doc": column.doc })).collect::<Vec<_>>() })
            })
            .collect();
        return context.show_json(&json!({ "tables": tables }));
    }
    let texts = &context.texts;
    let mut page = context.page();
    if name.is_some() {
        for (name, _, columns) in &all {
            page.line(0, Tone::Strong, name);
            page.line(0, Tone::Plain, &about(texts, name));
            page.gap();
            for column in columns {
                let what = format!("{} ({})", column.doc, kind(column.kind));
                page.field(0, 28, column.name, &what);
            }
        }
    } else {
        for (name, _, _) in &all {
            page.field(0, 28, name, &about(texts, name));
        }
        page.gap();
        page.line(0, Tone::Soft, &context.texts.get("cli-sql-tables-more"));
    }
    context.show(&page)
}

/// What a table holds, in the language of the reader.
fn about(texts: &Texts, table: &str) -> String {
    let key = format!("table-{}", table.replace('_', "-"));
    texts.get(&key).into_owned()
}

fn kind(kind: Kind) -> String {
    match kind {
        Kind::Code(list) => format!("code: {list}"),
        other => format!("{other:?}").to_lowercase(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Lang;

    #[test]
    fn every_table_that_is_listed_is_told_of_in_both_languages() {
        let open = tables().filter(|(table, _)| table.face == Face::Open);
        let names: Vec<&str> = open
            .map(|(table, _)| table.name)
            .chain([calendar().0])
            .collect();
        assert!(names.len() > 50);
        for lang in [Lang::Dutch, Lang::English] {
            let texts = Texts::new(lang);
            for name in &names {
                let key = format!("table-{}", name.replace('_', "-"));
                assert!(texts.find(&key, &[]).is_some(), "{key}");
            }
        }
    }
}
