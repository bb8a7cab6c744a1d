//! `audit list`: what you still have to do in rounds, and nobody else's work.

use clap::{ArgMatches, Command};
use serde_json::{Value, json};

use super::arguments::{option, verb};
use super::audit::{day, text};
use super::context::Context;
use super::dossier::day_parser;
use super::failure::Failure;
use super::page::Tone;
use crate::book::Access;
use crate::book::audits::{Task, What, WorkOf};
use crate::text::Texts;

const PATH: &str = "audit list";

/// The arguments.
pub(super) fn command(texts: &Texts) -> Command {
    verb(texts, PATH)
        .arg(option(texts, PATH, "as", "person").required(true))
        .arg(option(texts, PATH, "municipality", "municipality"))
        .arg(option(texts, PATH, "on", "day").value_parser(day_parser(texts)))
}

/// Shows it.
pub(super) fn run(context: &Context, matches: &ArgMatches) -> Result<(), Failure> {
    let book = context.open(Access::Read)?;
    let who = text(matches, "as").unwrap_or_default();
    let on = day(matches, &book);
    let work = book.audit_work(text(matches, "municipality"), who, on)?;
    if context.json {
        let tasks: Vec<Value> = work.tasks.iter().map(as_json).collect();
        return context.show_json(&json!({ "on": on.to_string(), "as": who, "tasks": tasks }));
    }
    show(context, who, &work)
}

fn show(context: &Context, who: &str, work: &WorkOf) -> Result<(), Failure> {
    let texts = &context.texts;
    let mut page = context.page();
    let values = [("who", who.into()), ("day", texts.day(work.on).into())];
    page.title(&texts.with("audit-list-title", &values));
    page.gap();
    if work.tasks.is_empty() {
        page.line(0, Tone::Plain, &texts.get("audit-list-none"));
        return context.show(&page);
    }
    let head: Vec<String> = ["due", "what", "round", "case", "step"]
        .iter()
        .map(|key| texts.get(&format!("audit-list-{key}")).into_owned())
        .collect();
    let dash = || "–".to_owned();
    let rows: Vec<Vec<String>> = work
        .tasks
        .iter()
        .map(|task| {
            let due = task.due.map_or_else(dash, |due| match due < work.on {
                true => {
                    let values = [("day", due.to_string().into())];
                    texts.with("audit-list-late", &values).into_owned()
                }
                false => due.to_string(),
            });
            vec![
                due,
                what(texts, task.what),
                task.round.clone().unwrap_or_else(dash),
                task.number.clone().unwrap_or_else(dash),
                task.step.map_or_else(dash, |step| step.to_string()),
            ]
        })
        .collect();
    page.table(&head, &rows, &[4]);
    context.show(&page)
}

fn what(texts: &Texts, what: What) -> String {
    let text = texts.get(&format!("audit-task-{}", what.code()));
    match what {
        What::Answer(kind) => format!("{text}: {}", texts.code("finding_kind", kind.code())),
        _ => text.into_owned(),
    }
}

fn as_json(task: &Task) -> Value {
    json!({
        "task": task.what.code(),
        "due": task.due.map(|day| day.to_string()),
        "round": task.round,
        "dossier": task.number,
        "step": task.step,
    })
}
