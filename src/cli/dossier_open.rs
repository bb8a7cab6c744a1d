//! `dossier open`: the shortest way to record that a trajectory was opened.

use clap::{ArgMatches, Command};
use serde_json::{Value, json};

use super::arguments::{option, verb};
use super::context::Context;
use super::dossier::number;
use super::failure::Failure;
use super::page::Tone;
use crate::book::fields::Line;
use crate::book::{Access, Recording};
use crate::text::Texts;

const PATH: &str = "dossier open";
const EVENT: &str = "trajectory_opened";

/// Options that are common fields, with the name of their value.
const COMMON: [(&str, &str, &str); 5] = [
    ("actor", "actor", "person"),
    ("role", "role", "role"),
    ("team", "team", "team"),
    ("municipality", "municipality", "name"),
    ("occurred-on", "occurred_on", "day"),
];

/// Options that are fields of the event.
const DATA: [(&str, &str); 3] = [
    ("question", "text"),
    ("purpose", "text"),
    ("lead", "person"),
];

/// The arguments.
pub(super) fn command(texts: &Texts) -> Command {
    let mut command = verb(texts, PATH).arg(number(texts, PATH));
    for (name, value) in DATA {
        let (label, help) = texts.field(EVENT, name);
        command = command.arg(option(texts, PATH, name, value).help(format!("{label}: {help}")));
    }
    for (name, field, value) in COMMON {
        let (label, help) = texts.field("common", field);
        command = command.arg(option(texts, PATH, name, value).help(format!("{label}: {help}")));
    }
    command
}

/// Records it.
pub(super) fn run(context: &Context, matches: &ArgMatches) -> Result<(), Failure> {
    let book = context.open(Access::Write)?;
    let given = |name: &str| {
        matches
            .get_one::<String>(name)
            .map(|text| Value::from(text.as_str()))
    };
    let number = matches
        .get_one::<String>("number")
        .cloned()
        .unwrap_or_default();
    let mut line = Line {
        event: EVENT.to_owned(),
        dossier: Some(number.clone()),
        ..Line::default()
    };
    for (name, _) in DATA {
        line.data
            .extend(given(name).map(|value| (name.to_owned(), value)));
    }
    for (name, field, _) in COMMON {
        line.common
            .extend(given(name).map(|value| (field.to_owned(), value)));
    }
    let today = Value::from(book.now().day().to_string());
    line.common.entry("occurred_on").or_insert(today);
    // Whoever opens a dossier has the lead, unless somebody else is named.
    if let Some(actor) = line.common.get("actor").cloned() {
        line.data.entry("lead").or_insert(actor);
    }
    let receipt = book
        .record(&line, &Recording::default())
        .map_err(|error| Failure::form(EVENT, error))?;
    book.close()?;
    if context.json {
        return context.show_json(&json!({
            "dossier": number,
            "event": EVENT,
            "id": receipt.id.to_string(),
            "position": receipt.position.0,
            "version": receipt.version.map(|version| version.0),
            "recorded_at": receipt.recorded_at.map(|moment| moment.to_string()),
            "was_there": receipt.was_there,
        }));
    }
    let mut page = context.page();
    let values = [
        ("number", number.as_str().into()),
        ("position", receipt.position.0.to_string().into()),
        ("book", context.book_dir.display().to_string().into()),
    ];
    page.line(
        0,
        Tone::Strong,
        &context.texts.with("cli-open-done", &values),
    );
    page.line(
        0,
        Tone::Plain,
        &context.texts.with("cli-open-next", &values),
    );
    context.show(&page)
}
