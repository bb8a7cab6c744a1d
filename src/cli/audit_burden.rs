//! `audit burden`: what recording and auditing cost in minutes, never per person.

use clap::{ArgMatches, Command};
use serde_json::{Value, json};

use super::arguments::{option, verb};
use super::audit::text;
use super::context::Context;
use super::dossier::day_parser;
use super::failure::Failure;
use super::page::Tone;
use crate::base::Day;
use crate::book::audits::{Burden, BurdenKind, BurdenRow, grouping};
use crate::book::{Access, Error};
use crate::text::Texts;

const PATH: &str = "audit burden";

/// The arguments.
pub(super) fn command(texts: &Texts) -> Command {
    let day = |name| option(texts, PATH, name, "day").value_parser(day_parser(texts));
    verb(texts, PATH)
        .arg(day("from"))
        .arg(day("until"))
        .arg(option(texts, PATH, "by", "group"))
        .arg(option(texts, PATH, "municipality", "municipality"))
        .arg(option(texts, PATH, "team", "team"))
}

/// Shows it.
pub(super) fn run(context: &Context, matches: &ArgMatches) -> Result<(), Failure> {
    let kinds = [BurdenKind::Work, BurdenKind::Event, BurdenKind::Role];
    let by = match text(matches, "by") {
        None => None,
        Some(given) => {
            let there = ["work", "event", "role", "werk", "gebeurtenis", "rol"];
            let found = grouping(given, &there).map_err(Error::Audit)?;
            let place = there.iter().position(|one| *one == found).unwrap_or(0) % kinds.len();
            Some(kinds[place])
        }
    };
    let period = ["from", "until"].map(|name| matches.get_one::<Day>(name).copied());
    let book = context.open(Access::Read)?;
    let found = book.burden(
        (period[0], period[1]),
        text(matches, "municipality"),
        text(matches, "team"),
    )?;
    let shown = |kind: &BurdenKind| by.is_none_or(|by| by == *kind);
    if context.json {
        let rows = found.rows.iter().filter(|(kind, _)| shown(kind));
        let rows: serde_json::Map<String, Value> = rows
            .map(|(kind, rows)| {
                let rows: Vec<Value> = rows.iter().map(as_json).collect();
                (kind.code().to_owned(), Value::from(rows))
            })
            .collect();
        return context.show_json(&json!({
            "from": found.from.map(|day| day.to_string()),
            "until": found.until.map(|day| day.to_string()),
            "least_people": found.norm,
            "total": found.total.as_ref().map(as_json),
            "rows": rows,
        }));
    }
    show(context, &found, &shown)
}

fn show(
    context: &Context,
    found: &Burden,
    shown: &dyn Fn(&BurdenKind) -> bool,
) -> Result<(), Failure> {
    let texts = &context.texts;
    let mut page = context.page();
    page.title(&texts.get("audit-burden-title"));
    let Some(total) = &found.total else {
        let values = [("least", found.norm.into())];
        page.line(0, Tone::Plain, &texts.with("audit-burden-few", &values));
        return context.show(&page);
    };
    let head: Vec<String> = ["what", "minutes", "timed", "missing", "each"]
        .iter()
        .map(|key| texts.get(&format!("audit-burden-{key}")).into_owned())
        .collect();
    for (kind, rows) in found.rows.iter().filter(|(kind, _)| shown(kind)) {
        page.heading(&texts.get(&format!("audit-burden-by-{}", kind.code())));
        let mut lines: Vec<Vec<String>> = rows.iter().map(|row| line(texts, *kind, row)).collect();
        let mut last = line(texts, *kind, total);
        if let Some(name) = last.first_mut() {
            *name = texts.get("audit-burden-total").into_owned();
        }
        lines.push(last);
        page.table(&head, &lines, &[1, 2, 3, 4]);
    }
    page.gap();
    let values = [("least", found.norm.into())];
    page.line(0, Tone::Soft, &texts.with("audit-burden-about", &values));
    context.show(&page)
}

fn line(texts: &Texts, kind: BurdenKind, row: &BurdenRow) -> Vec<String> {
    let name = match (&row.key, kind) {
        (None, _) => texts.get("audit-burden-others").into_owned(),
        (Some(key), BurdenKind::Event) => texts.event(key).into_owned(),
        (Some(key), BurdenKind::Role) => texts.code("role", key).into_owned(),
        (Some(key), BurdenKind::Work) => texts.get(&format!("audit-work-{key}")).into_owned(),
    };
    let whole = |number: u64| texts.number(i64::try_from(number).unwrap_or(i64::MAX));
    let each = match row.timed {
        0 => "–".to_owned(),
        timed => {
            let mean = row.minutes as f64 / timed as f64;
            texts.decimal((mean * 10.0).round() / 10.0, 1)
        }
    };
    vec![
        name,
        whole(row.minutes),
        whole(row.timed),
        whole(row.entries - row.timed),
        each,
    ]
}

fn as_json(row: &BurdenRow) -> Value {
    json!({ "key": row.key, "minutes": row.minutes, "entries": row.entries,
        "with_minutes": row.timed, "without_minutes": row.entries - row.timed })
}
