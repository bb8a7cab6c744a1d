//! `signals`: the work list of a day, the signals of one dossier, what a signal means.

use clap::{Arg, ArgMatches, Command};
use serde_json::{Value, json};

use super::arguments::{noun, option, switch, verb};
use super::context::Context;
use super::dossier::{day_parser, moment_parser, number};
use super::failure::Failure;
use super::page::{Page, Tone};
use super::signals_explain::{self, About};
use crate::base::{Day, Timestamp};
use crate::book::Access;
use crate::book::worklist::{Filter, Item, SignalKind, State, WorkList};
use crate::text::Texts;

const LIST: &str = "signals list";
const SHOW: &str = "signals show";

/// The arguments.
pub(super) fn command(texts: &Texts) -> Command {
    let [on, known_at] = when(texts, LIST);
    let list = verb(texts, LIST)
        .arg(on)
        .arg(known_at)
        .args(narrowed(texts, LIST))
        .arg(option(texts, LIST, "kind", "signal"))
        .arg(switch(texts, LIST, "answered"))
        .arg(switch(texts, LIST, "all"));
    let show = verb(texts, SHOW)
        .arg(number(texts, SHOW))
        .args(when(texts, SHOW));
    noun(texts, "signals")
        .subcommand(list)
        .subcommand(show)
        .subcommand(signals_explain::command(texts))
}

/// Options that choose the day and what was known.
pub(super) fn when(texts: &Texts, path: &str) -> [Arg; 2] {
    [
        option(texts, path, "on", "day").value_parser(day_parser(texts)),
        option(texts, path, "known-at", "moment").value_parser(moment_parser(texts)),
    ]
}

/// Options that choose dossiers.
pub(super) fn narrowed(texts: &Texts, path: &str) -> [Arg; 3] {
    [
        option(texts, path, "municipality", "municipality"),
        option(texts, path, "team", "team"),
        option(texts, path, "dossier", "number"),
    ]
}

/// What was chosen; names that a command does not have are left out.
pub(super) fn filter(matches: &ArgMatches) -> Filter {
    let text = |name: &str| {
        let found = matches.try_get_one::<String>(name).ok().flatten();
        found.map(|text| text.trim().to_owned())
    };
    Filter {
        on: matches.get_one::<Day>("on").copied(),
        known_at: matches.get_one::<Timestamp>("known-at").copied(),
        municipality: text("municipality"),
        team: text("team"),
        dossier: text("dossier"),
        ..Filter::default()
    }
}

/// Hands over to the verb.
pub(super) fn run(context: &Context, matches: &ArgMatches) -> Result<(), Failure> {
    match matches.subcommand() {
        Some(("list", matches)) => list(context, matches),
        Some(("show", matches)) => show(context, matches),
        Some(("explain", matches)) => signals_explain::run(context, matches),
        _ => Ok(()),
    }
}

fn list(context: &Context, matches: &ArgMatches) -> Result<(), Failure> {
    let kind = matches.get_one::<String>("kind");
    let kind = kind.map(|name| signals_explain::named(name)).transpose()?;
    let book = context.open(Access::Read)?;
    let (all, answered) = (matches.get_flag("all"), matches.get_flag("answered"));
    let states: Option<&[State]> = match (all, answered) {
        (true, _) => None,
        (false, true) => Some(&[State::Open, State::Answered]),
        (false, false) => Some(&[State::Open]),
    };
    let list = book.work_list(&Filter {
        kind,
        states,
        ..filter(matches)
    })?;
    let about = About::new(&context.texts, book.catalogues()?, list.on);
    if context.json {
        return context.show_json(&as_json(&list, &about));
    }
    let mut page = context.page();
    let day = context.texts.day(list.on);
    page.title(
        &context
            .texts
            .with("cli-signals-title", &[("day", day.into())]),
    );
    for group in list
        .items
        .chunk_by(|one, other| one.signal.kind == other.signal.kind)
    {
        if let Some(first) = group.first() {
            page.heading(&about.name(first.signal.kind));
            about.origin(&mut page, first.signal.kind);
            table(&mut page, &about, group, list.on, all || answered);
        }
    }
    foot(&mut page, &context.texts, &list);
    context.show(&page)
}

/// How many there are, and what a signal is.
fn foot(page: &mut Page, texts: &Texts, list: &WorkList) {
    page.gap();
    if list.items.is_empty() {
        page.line(0, Tone::Plain, &texts.get("cli-signals-none"));
        return;
    }
    let count = texts.with("cli-signals-count", &[("count", list.items.len().into())]);
    page.line(0, Tone::Soft, &count);
    page.line(0, Tone::Soft, &texts.get("cli-signals-about"));
}

fn table(page: &mut Page, about: &About<'_>, items: &[Item], on: Day, states: bool) {
    let mut heads = vec!["dossier", "team", "step", "since", "days", "more"];
    if states {
        heads.push("state");
    }
    let head: Vec<String> = heads
        .iter()
        .map(|key| about.texts.get(&format!("cli-signals-{key}")).into_owned())
        .collect();
    let dash = || "–".to_owned();
    let rows: Vec<Vec<String>> = items
        .iter()
        .map(|item| {
            let signal = &item.signal;
            let days = match item.state {
                State::Open | State::Answered => about.texts.number(signal.days_on(on).into()),
                State::Past | State::Coming => dash(),
            };
            let mut row = vec![
                item.place.dossier.clone().unwrap_or_else(dash),
                item.place.team.clone().unwrap_or_else(dash),
                item.about
                    .as_ref()
                    .map_or_else(dash, |step| about.step(step)),
                signal.since.to_string(),
                days,
                about.details(signal, on),
            ];
            if states {
                row.push(about.state(item.state));
            }
            row
        })
        .collect();
    page.table(&head, &rows, &[4]);
}

fn show(context: &Context, matches: &ArgMatches) -> Result<(), Failure> {
    let given = matches.get_one::<String>("number");
    let given = given.map(|number| number.trim().to_owned());
    let book = context.open(Access::Read)?;
    let mut list = book.work_list(&Filter {
        dossier: given.clone(),
        ..filter(matches)
    })?;
    list.items.sort_by_key(|item| item.signal.since);
    let about = About::new(&context.texts, book.catalogues()?, list.on);
    if context.json {
        return context.show_json(&as_json(&list, &about));
    }
    let texts = &context.texts;
    let mut page = context.page();
    let values = [
        ("number", given.unwrap_or_default().into()),
        ("day", texts.day(list.on).into()),
    ];
    page.title(&texts.with("cli-signals-title-dossier", &values));
    for item in &list.items {
        let state = about.state(item.state);
        page.heading(&format!("{} ({state})", about.name(item.signal.kind)));
        about.question(&mut page, item.signal.kind);
        for (key, value) in about.item(item) {
            page.field(2, 16, &texts.get(&format!("cli-signals-{key}")), &value);
        }
    }
    foot(&mut page, texts, &list);
    context.show(&page)
}

fn as_json(list: &WorkList, about: &About<'_>) -> Value {
    let items: Vec<Value> = list
        .items
        .iter()
        .map(|item| item_json(item, about, list.on))
        .collect();
    json!({ "on": list.on.to_string(), "signals": items })
}

fn item_json(item: &Item, about: &About<'_>, on: Day) -> Value {
    let signal = &item.signal;
    let kind: SignalKind = signal.kind;
    let holds = matches!(item.state, State::Open | State::Answered);
    json!({
        "signal": kind.slug(),
        "name": about.name(kind),
        "question": about.text(kind, "question"),
        "state": item.state.code(),
        "since": signal.since.to_string(),
        "until": signal.until.map(|day| day.to_string()),
        "days": holds.then(|| signal.days_on(on)),
        "number": signal.number,
        "norm": signal.norm.map(|(key, value)| json!({ "key": key, "value": value })),
        "principle": kind.principle(),
        "corner": signal.corner.map(|corner| corner.code()),
        "theme": kind.theme().code(),
        "source": kind.source(),
        "unit": signal.unit.as_ref().map(|unit| unit.0.clone()),
        "asked": kind.asked().iter().map(|role| role.code()).collect::<Vec<_>>(),
        "dossier": item.place.dossier,
        "municipality": item.place.municipality,
        "team": item.place.team,
        "about": item.about.as_ref().map(|step| json!({
            "step": step.step, "event": step.event.name(), "id": step.id.to_string() })),
        "answered": item.answered.as_ref().map(|answer| json!({
            "on": answer.on.to_string(), "position": answer.position.code(),
            "by": answer.by.to_string() })),
    })
}
