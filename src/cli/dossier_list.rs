//! `dossier list`: every dossier in a table.

use clap::{ArgMatches, Command};
use serde_json::{Value, json};

use super::arguments::{option, switch, verb};
use super::context::Context;
use super::dossier::{as_known, as_known_options};
use super::failure::Failure;
use super::page::{Page, Tone};
use crate::book::Access;
use crate::book::list::Listed;
use crate::text::Texts;

const PATH: &str = "dossier list";

/// The arguments.
pub(super) fn command(texts: &Texts) -> Command {
    let [known_at, _, valid_on] = as_known_options(texts, PATH);
    verb(texts, PATH)
        .arg(option(texts, PATH, "team", "team"))
        .arg(switch(texts, PATH, "open").conflicts_with("closed"))
        .arg(switch(texts, PATH, "closed"))
        .arg(known_at)
        .arg(valid_on)
}

/// Lists them.
pub(super) fn run(context: &Context, matches: &ArgMatches) -> Result<(), Failure> {
    let book = context.open(Access::Read)?;
    let mut list = book.dossiers(as_known(matches))?;
    if let Some(team) = matches.get_one::<String>("team") {
        list.retain(|one| one.team.as_ref() == Some(team));
    }
    if matches.get_flag("open") {
        list.retain(|one| one.closed_on.is_none());
    }
    if matches.get_flag("closed") {
        list.retain(|one| one.closed_on.is_some());
    }
    if context.json {
        return context
            .show_json(&json!({ "dossiers": list.iter().map(as_json).collect::<Vec<_>>() }));
    }
    let mut page = context.page();
    if list.is_empty() {
        page.line(0, Tone::Plain, &context.texts.get("cli-list-empty"));
    } else {
        table(&mut page, &context.texts, &list);
    }
    context.show(&page)
}

/// The table of dossiers.
pub(super) fn table(page: &mut Page, texts: &Texts, list: &[Listed]) {
    let heads = [
        "number",
        "municipality",
        "team",
        "lead",
        "opened",
        "closed",
        "steps",
        "last",
    ];
    let head: Vec<String> = heads
        .iter()
        .map(|key| texts.get(&format!("cli-list-{key}")).into_owned())
        .collect();
    let dash = || "–".to_owned();
    let rows: Vec<Vec<String>> = list
        .iter()
        .map(|one| {
            let lead = match (&one.lead, one.imported) {
                (Some(lead), _) => lead.clone(),
                (None, true) => texts.get("cli-list-imported").into_owned(),
                (None, false) => dash(),
            };
            vec![
                one.number.clone(),
                one.municipality.clone(),
                one.team.clone().unwrap_or_else(dash),
                lead,
                one.opened_on.to_string(),
                one.closed_on.map_or_else(dash, |day| day.to_string()),
                texts.number(i64::try_from(one.events).unwrap_or(i64::MAX)),
                one.last_recorded_at.day().to_string(),
            ]
        })
        .collect();
    page.table(&head, &rows, &[6]);
    page.gap();
    let count = texts.with("cli-list-count", &[("count", list.len().into())]);
    page.line(0, Tone::Soft, &count);
}

fn as_json(one: &Listed) -> Value {
    json!({
        "number": one.number,
        "municipality": one.municipality,
        "team": one.team,
        "lead": one.lead,
        "opened_on": one.opened_on.to_string(),
        "closed_on": one.closed_on.map(|day| day.to_string()),
        "steps": one.events,
        "last_recorded_at": one.last_recorded_at.to_string(),
        "imported": one.imported,
    })
}
