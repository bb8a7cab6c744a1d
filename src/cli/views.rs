//! `views`: how the fact tables stand, bringing them up to date, making them anew.

use clap::{ArgMatches, Command};
use serde_json::{Value, json};

use super::arguments::{noun, verb};
use super::context::Context;
use super::failure::Failure;
use super::log_info::number;
use super::page::{Page, Tone};
use super::progress::Progress;
use crate::base::Timestamp;
use crate::book::Access;
use crate::book::views::{How, Refreshed, Standing, Status, Why};
use crate::text::Texts;

/// Columns for the labels.
const LABEL: usize = 28;

/// Unread events told on a page; the others are counted, and are all in the JSON.
const TOLD: usize = 20;

/// The arguments.
pub(super) fn command(texts: &Texts) -> Command {
    noun(texts, "views")
        .subcommand(verb(texts, "views status"))
        .subcommand(verb(texts, "views refresh"))
        .subcommand(verb(texts, "views rebuild"))
}

/// Shows, refreshes or makes anew.
pub(super) fn run(context: &Context, matches: &ArgMatches) -> Result<(), Failure> {
    match matches.subcommand() {
        Some(("status", _)) => status(context),
        Some(("refresh", _)) => refresh(context, false),
        Some(("rebuild", _)) => refresh(context, true),
        _ => Ok(()),
    }
}

fn refresh(context: &Context, anew: bool) -> Result<(), Failure> {
    let book = context.open(Access::Read)?;
    let views = book.views_as_they_are();
    let progress = Progress::start(context, "cli-views-busy");
    let done = if anew {
        views.rebuild()
    } else {
        views.refresh()
    };
    drop(progress);
    let done = done.map_err(crate::book::Error::from)?;
    if context.json {
        return context.show_json(&done_json(&done));
    }
    let mut page = context.page();
    page.line(0, Tone::Plain, &told(&context.texts, &done));
    context.show(&page)
}

/// What a refresh did, in words.
pub(super) fn told(texts: &Texts, done: &Refreshed) -> String {
    let next = done.next.0.to_string();
    match &done.how {
        How::UpToDate => texts.with("cli-views-up-to-date", &[("position", next.into())]),
        How::CaughtUp { events, .. } => texts.with(
            "cli-views-caught-up",
            &[("count", (*events).into()), ("position", next.into())],
        ),
        How::Rebuilt { why, rows } => texts.with(
            "cli-views-rebuilt",
            &[
                ("why", because(texts, why).into()),
                ("count", (*rows).into()),
                ("position", next.into()),
            ],
        ),
    }
    .into_owned()
}

fn because(texts: &Texts, why: &Why) -> String {
    match why {
        Why::Damaged(what) => texts.with("cli-views-why-damaged", &[("why", what.into())]),
        other => texts.get(&format!("cli-views-why-{}", code(other))),
    }
    .into_owned()
}

const fn code(why: &Why) -> &'static str {
    match why {
        Why::Asked => "asked",
        Why::Absent => "absent",
        Why::OtherLog => "other-log",
        Why::OtherVersion => "other-version",
        Why::Damaged(_) => "damaged",
        Why::AheadOfLog => "ahead",
        Why::FarBehind => "far-behind",
        Why::Settings => "settings",
    }
}

fn done_json(done: &Refreshed) -> Value {
    let mut value = json!({ "next": done.next.0 });
    match &done.how {
        How::UpToDate => value["how"] = "up_to_date".into(),
        How::CaughtUp { events, units } => {
            value["how"] = "caught_up".into();
            value["events"] = (*events).into();
            value["units"] = (*units).into();
        }
        How::Rebuilt { why, rows } => {
            value["how"] = "rebuilt".into();
            value["why"] = code(why).into();
            value["rows"] = (*rows).into();
        }
    }
    value
}

fn status(context: &Context) -> Result<(), Failure> {
    let book = context.open(Access::Read)?;
    let views = book.views_as_they_are();
    let status = views.status().map_err(crate::book::Error::from)?;
    let path = views.path().display().to_string();
    if context.json {
        return context.show_json(&status_json(&status, &path));
    }
    let mut page = context.page();
    tell(&mut page, &context.texts, &status, &path);
    context.show(&page)
}

fn tell(page: &mut Page, texts: &Texts, status: &Status, path: &str) {
    let standing = match &status.standing {
        Standing::UpToDate => texts.get("cli-views-stand-up-to-date"),
        Standing::Behind => texts.with("cli-views-stand-behind", &[("count", status.lag().into())]),
        Standing::ToBeMade(why) => texts.with(
            "cli-views-stand-to-be-made",
            &[("why", because(texts, why).into())],
        ),
    };
    page.line(0, Tone::Strong, &standing);
    page.gap();
    let moment =
        |moment: Option<Timestamp>| moment.map_or_else(|| "–".to_owned(), |at| texts.moment(at));
    for (key, value) in [
        ("file", path.to_owned()),
        ("bytes", number(texts, status.bytes)),
        ("events", number(texts, status.next.0)),
        ("head", number(texts, status.head.0)),
        ("known", moment(status.recorded_at)),
        ("head-known", moment(status.head_recorded_at)),
        ("built", moment(status.built_at)),
        ("refreshed", moment(status.refreshed_at)),
        ("version", status.version.to_string()),
        ("parked", number(texts, status.parked.len() as u64)),
    ] {
        page.field(0, LABEL, &texts.get(&format!("cli-views-{key}")), &value);
    }
    for event in status.parked.iter().take(TOLD) {
        let values = [
            ("position", event.position.0.to_string().into()),
            ("type", event.event_type.to_string().into()),
            ("why", event.reason.as_str().into()),
        ];
        page.line(2, Tone::Alert, &texts.with("cli-views-parked-one", &values));
    }
    if !status.parked.is_empty() {
        page.line(2, Tone::Plain, &texts.get("cli-views-parked-next"));
    }
    if status.tables.is_empty() {
        return;
    }
    page.gap();
    let head = ["table", "rows", "versions"]
        .map(|key| texts.get(&format!("cli-views-head-{key}")).into_owned());
    let rows: Vec<Vec<String>> = status
        .tables
        .iter()
        .map(|(name, now, all)| vec![(*name).to_owned(), number(texts, *now), number(texts, *all)])
        .collect();
    page.table(&head, &rows, &[1, 2]);
}

fn status_json(status: &Status, path: &str) -> Value {
    let (standing, why) = match &status.standing {
        Standing::UpToDate => ("up_to_date", None),
        Standing::Behind => ("behind", None),
        Standing::ToBeMade(why) => ("to_be_made", Some(code(why))),
    };
    let moment = |at: Option<Timestamp>| at.map(|at| at.to_string());
    json!({
        "standing": standing,
        "why": why,
        "file": path,
        "bytes": status.bytes,
        "next": status.next.0,
        "head": status.head.0,
        "lag": status.lag(),
        "recorded_at": moment(status.recorded_at),
        "head_recorded_at": moment(status.head_recorded_at),
        "built_at": moment(status.built_at),
        "refreshed_at": moment(status.refreshed_at),
        "version": status.version,
        "tables": status.tables.iter().map(|(name, now, all)| {
            json!({ "name": name, "rows": now, "versions": all })
        }).collect::<Vec<_>>(),
        "parked": status.parked.iter().map(|event| {
            json!({ "position": event.position.0, "stream": event.stream.to_string(),
                "event_type": event.event_type, "reason": event.reason })
        }).collect::<Vec<_>>(),
    })
}
