//! `audit`: a round of the team lead, from plan to report.

use clap::{Arg, ArgMatches, Command};
use serde_json::Value;

use super::arguments::{noun, option, positional};
use super::context::Context;
use super::dossier::day_parser;
use super::failure::Failure;
use super::{
    audit_agreement, audit_burden, audit_case, audit_draw, audit_instrument, audit_list,
    audit_open, audit_rate, audit_record, audit_report,
};
use crate::base::Day;
use crate::book::Book;
use crate::book::fields::Line;
use crate::text::Texts;

/// The arguments.
pub(super) fn command(texts: &Texts) -> Command {
    let [plan, finding, answer, action, check, close] = audit_record::commands(texts);
    noun(texts, "audit")
        .subcommand(plan)
        .subcommand(audit_draw::command(texts))
        .subcommand(audit_list::command(texts))
        .subcommand(audit_case::command(texts))
        .subcommand(audit_rate::command(texts))
        .subcommand(finding)
        .subcommand(audit_open::command(texts))
        .subcommand(answer)
        .subcommand(action)
        .subcommand(check)
        .subcommand(audit_agreement::command(texts))
        .subcommand(audit_report::command(texts))
        .subcommand(close)
        .subcommand(audit_instrument::command(texts))
        .subcommand(audit_burden::command(texts))
}

/// Hands over to the verb.
pub(super) fn run(context: &Context, matches: &ArgMatches) -> Result<(), Failure> {
    match matches.subcommand() {
        Some(("draw", matches)) => audit_draw::run(context, matches),
        Some(("list", matches)) => audit_list::run(context, matches),
        Some(("case", matches)) => audit_case::run(context, matches),
        Some(("rate", matches)) => audit_rate::run(context, matches),
        Some(("open", matches)) => audit_open::run(context, matches),
        Some(("agreement", matches)) => audit_agreement::run(context, matches),
        Some(("report", matches)) => audit_report::run(context, matches),
        Some(("instrument", matches)) => audit_instrument::run(context, matches),
        Some(("burden", matches)) => audit_burden::run(context, matches),
        Some((name, matches)) => audit_record::run(context, name, matches),
        None => Ok(()),
    }
}

/// The name of a round.
pub(super) fn round(texts: &Texts, path: &str) -> Arg {
    positional(texts, path, "in-round", "round").required(true)
}

/// The number of a case.
pub(super) fn case(texts: &Texts, path: &str) -> Arg {
    positional(texts, path, "of-case", "number").required(true)
}

/// Who does it, in which role, for which municipality, on which day.
pub(super) fn whoever(texts: &Texts, path: &str) -> [Arg; 4] {
    [
        option(texts, path, "as", "person").required(true),
        option(texts, path, "role", "role").default_value("AU"),
        option(texts, path, "municipality", "municipality"),
        option(texts, path, "on", "day").value_parser(day_parser(texts)),
    ]
}

/// A text that was given.
pub(super) fn text<'m>(matches: &'m ArgMatches, name: &str) -> Option<&'m str> {
    let found = matches.try_get_one::<String>(name).ok().flatten();
    found.map(|text| text.trim())
}

/// A day that was given, or today.
pub(super) fn day(matches: &ArgMatches, book: &Book) -> Day {
    let given = matches.try_get_one::<Day>("on").ok().flatten();
    given.copied().unwrap_or_else(|| book.now().day())
}

/// An empty form of an event by whoever does it.
pub(super) fn line(matches: &ArgMatches, book: &Book, event: &str) -> Line {
    let mut line = Line {
        event: event.to_owned(),
        ..Line::default()
    };
    let on = day(matches, book).to_string();
    for (key, value) in [
        ("occurred_on", Some(on.as_str())),
        ("actor", text(matches, "as")),
        ("role", text(matches, "role")),
        ("municipality", text(matches, "municipality")),
    ] {
        if let Some(value) = value {
            line.common.insert(key.to_owned(), Value::from(value));
        }
    }
    line
}
