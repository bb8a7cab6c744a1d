//! `audit open`: the moderator opens ratings, case by case, once everybody has rated.

use clap::{ArgMatches, Command};
use serde_json::{Value, json};

use super::arguments::{positional, verb};
use super::audit::{line, round, text, whoever};
use super::context::Context;
use super::failure::Failure;
use super::page::Tone;
use crate::book::{Access, Recording};
use crate::text::Texts;

const PATH: &str = "audit open";

/// The arguments.
pub(super) fn command(texts: &Texts) -> Command {
    verb(texts, PATH)
        .arg(round(texts, PATH))
        .arg(positional(texts, PATH, "of-case", "number"))
        .args(whoever(texts, PATH))
}

/// Opens one case, or every case that is ready.
pub(super) fn run(context: &Context, matches: &ArgMatches) -> Result<(), Failure> {
    let book = context.open(Access::Write)?;
    let code = text(matches, "in-round").unwrap_or_default();
    let round = book.audit_round(text(matches, "municipality"), code)?;
    let mut found = book.openable(&round)?;
    if let Some(number) = text(matches, "of-case") {
        book.case_in(&round, number)?;
        found.ready = vec![number.to_owned()];
    }
    for number in &found.ready {
        let mut line = line(matches, &book, "round_opened");
        line.dossier = Some(number.clone());
        line.data.insert("round".to_owned(), Value::from(code));
        let refused = |error| Failure::form("round_opened", error);
        book.record(&line, &Recording::default()).map_err(refused)?;
    }
    let after = book.openable(&round)?;
    book.close()?;
    if context.json {
        return context.show_json(&json!({ "round": code, "opened_now": found.ready,
            "waiting": after.waiting, "opened": after.opened }));
    }
    let texts = &context.texts;
    let mut page = context.page();
    for (key, numbers) in [
        ("audit-open-now", &found.ready),
        ("audit-open-waiting", &after.waiting),
    ] {
        let values = [
            ("count", numbers.len().into()),
            ("cases", texts.list(numbers).into()),
        ];
        page.line(0, Tone::Plain, &texts.with(key, &values));
    }
    context.show(&page)
}
