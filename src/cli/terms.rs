//! `terms`: promises and other dates that are to be kept, soonest first.

use clap::{ArgMatches, Command, value_parser};
use serde_json::{Value, json};

use super::arguments::{option, switch, verb};
use super::context::Context;
use super::failure::Failure;
use super::page::Tone;
use super::signals::{filter, narrowed, when};
use crate::base::Day;
use crate::book::Access;
use crate::book::worklist::{About, Due, Filter};
use crate::text::Texts;

const PATH: &str = "terms";

/// The arguments.
pub(super) fn command(texts: &Texts) -> Command {
    verb(texts, PATH)
        .args(when(texts, PATH))
        .args(narrowed(texts, PATH))
        .arg(option(texts, PATH, "within", "count").value_parser(value_parser!(u16)))
        .arg(switch(texts, PATH, "all"))
}

/// Shows them.
pub(super) fn run(context: &Context, matches: &ArgMatches) -> Result<(), Failure> {
    let book = context.open(Access::Read)?;
    let asked = filter(matches);
    let today = || asked.known_at.unwrap_or_else(|| book.now()).day();
    let on = asked.on.unwrap_or_else(today);
    let last = matches.get_one::<u16>("within");
    let due = book.terms(&Filter {
        due_by: last.and_then(|days| on.plus(i32::from(*days))),
        unsettled_on: (!matches.get_flag("all")).then_some(on),
        ..asked
    })?;
    if context.json {
        let terms: Vec<Value> = due.iter().map(as_json).collect();
        return context.show_json(&json!({ "on": on.to_string(), "terms": terms }));
    }
    let texts = &context.texts;
    let mut page = context.page();
    page.title(&texts.with("cli-terms-title", &[("day", texts.day(on).into())]));
    page.gap();
    if due.is_empty() {
        page.line(0, Tone::Plain, &texts.get("cli-terms-none"));
        return context.show(&page);
    }
    let heads = ["due", "state", "dossier", "team", "what", "step"];
    let head: Vec<String> = heads
        .iter()
        .map(|key| texts.get(&format!("cli-signals-{key}")).into_owned())
        .collect();
    let dash = || "–".to_owned();
    let rows: Vec<Vec<String>> = due
        .iter()
        .map(|one| {
            vec![
                one.term.due.map_or_else(dash, |day| day.to_string()),
                stand(texts, one, on),
                one.place.dossier.clone().unwrap_or_else(dash),
                one.place.team.clone().unwrap_or_else(dash),
                texts
                    .get(&format!("due-{}", one.term.kind.code()))
                    .into_owned(),
                step(texts, &one.about),
            ]
        })
        .collect();
    page.table(&head, &rows, &[]);
    page.gap();
    let count = texts.with("cli-terms-count", &[("count", due.len().into())]);
    page.line(0, Tone::Soft, &count);
    context.show(&page)
}

fn step(texts: &Texts, about: &About) -> String {
    let label = texts.event(about.event.name());
    let number = about.step.map(|number| format!("{number} "));
    format!("{}{label}", number.unwrap_or_default())
}

/// How far away it is, or when it was done.
fn stand(texts: &Texts, one: &Due, on: Day) -> String {
    if let Some(settled) = one.term.settled.filter(|settled| *settled <= on) {
        let values = [("day", settled.to_string().into())];
        return texts.with("cli-terms-settled", &values).into_owned();
    }
    let Some(due) = one.term.due else {
        return texts.get("cli-terms-undated").into_owned();
    };
    let days = due.days_since(on);
    let key = match days {
        0 => return texts.get("cli-terms-today").into_owned(),
        ..0 => "cli-terms-late",
        _ => "cli-terms-ahead",
    };
    let values = [("days", days.abs().into())];
    texts.with(key, &values).into_owned()
}

fn as_json(one: &Due) -> Value {
    json!({
        "term": one.term.kind.code(),
        "due": one.term.due.map(|day| day.to_string()),
        "settled": one.term.settled.map(|day| day.to_string()),
        "dossier": one.place.dossier,
        "municipality": one.place.municipality,
        "team": one.place.team,
        "about": { "step": one.about.step, "event": one.about.event.name(),
            "id": one.about.id.to_string(), "item": one.term.item },
    })
}
