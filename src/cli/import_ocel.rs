//! `import ocel`: trajectories from an object-centric log, seen from one type of object.

use std::path::Path;

use clap::{ArgMatches, Command};
use serde_json::{Value as Json, json};

use super::arguments::{option, verb};
use super::context::Context;
use super::failure::Failure;
use super::import::{file, given, opened};
use super::import_report::count;
use super::page::{Page, Tone};
use super::progress::Progress;
use crate::book::Access;
use crate::book::import_ocel::{Dangling, Input, Limits, Options, Report};
use crate::text::Texts;

const PATH: &str = "import ocel";

/// How a SQLite database starts.
const SQLITE: &[u8; 16] = b"SQLite format 3\0";

/// The arguments.
pub(super) fn command(texts: &Texts) -> Command {
    verb(texts, PATH)
        .arg(file(texts, PATH))
        .arg(option(texts, PATH, "object-type", "kind").required(true))
        .arg(option(texts, PATH, "name", "name"))
        .arg(option(texts, PATH, "municipality", "name"))
}

/// Imports, and says what of the log is not as it should be.
pub(super) fn run(context: &Context, matches: &ArgMatches) -> Result<(), Failure> {
    let path = given(matches);
    let mut input = opened(path)?;
    let named = |name: &str| matches.get_one::<String>(name).cloned();
    let options = Options {
        object_type: named("object-type").unwrap_or_default(),
        source: named("name").unwrap_or_else(|| name_of(path)),
        municipality: named("municipality"),
        limits: Limits::default(),
    };
    let database = input.fill_buf()?.starts_with(SQLITE);
    let input = match (database, path == Path::new("-")) {
        (true, false) => Input::Database(path),
        _ => Input::Text(&mut input),
    };
    let book = context.open(Access::Write)?;
    let progress = Progress::start(context, "cli-xes-busy");
    let report = book.import_ocel(input, &options, &mut |count| progress.more(count))?;
    drop(progress);
    book.close()?;
    if context.json {
        context.show_json(&as_json(&options, &report))?;
    } else {
        let mut page = context.page();
        tell(&mut page, &context.texts, &options, &report);
        context.show(&page)?;
    }
    if report.check.is_clean() {
        Ok(())
    } else {
        Err(Failure::Found)
    }
}

fn tell(page: &mut Page, texts: &Texts, options: &Options, report: &Report) {
    let (recorded, check) = (&report.recorded, &report.check);
    let values = [
        ("source", options.source.as_str().into()),
        ("type", options.object_type.as_str().into()),
        ("events", count(texts, "events", check.counts.events).into()),
        (
            "objects",
            count(texts, "objects", check.counts.objects).into(),
        ),
        (
            "new",
            count(texts, "traces", recorded.dossiers_added).into(),
        ),
        ("added", count(texts, "steps", recorded.steps_added).into()),
        (
            "there",
            count(texts, "traces", recorded.already_there).into(),
        ),
        (
            "shared",
            count(texts, "events", report.events_shared).into(),
        ),
        ("repeats", report.repeats.into()),
        (
            "without",
            count(texts, "events", report.events_without).into(),
        ),
        ("empty", count(texts, "traces", report.empty).into()),
    ];
    page.line(0, Tone::Strong, &texts.with("cli-ocel-read", &values));
    page.line(0, Tone::Plain, &texts.with("cli-xes-new", &values));
    page.line(0, Tone::Plain, &texts.get("cli-xes-bare"));
    for (there, key) in [
        (report.events_shared, "cli-ocel-shared"),
        (report.events_without, "cli-ocel-without"),
        (report.empty, "cli-ocel-empty"),
    ] {
        if there > 0 {
            page.line(0, Tone::Plain, &texts.with(key, &values));
        }
    }
    if check.assumed_utc > 0 {
        let count = [("count", check.assumed_utc.into())];
        page.line(0, Tone::Plain, &texts.with("cli-ocel-utc", &count));
    }
    for (dangling, key) in [
        (&check.from_events, "cli-ocel-dangling-events"),
        (&check.from_objects, "cli-ocel-dangling-objects"),
    ] {
        if dangling.count == 0 {
            continue;
        }
        page.line(
            0,
            Tone::Alert,
            &texts.with(key, &[("count", dangling.count.into())]),
        );
        for (from, to, qualifier) in &dangling.examples {
            let values = [
                ("from", from.as_str().into()),
                ("to", to.as_str().into()),
                ("qualifier", qualifier.as_str().into()),
            ];
            let line = texts.with("cli-ocel-dangling-example", &values);
            page.hanging(2, "• ", Tone::Plain, &line);
        }
    }
    if check.strays.count > 0 {
        let count = [("count", check.strays.count.into())];
        page.line(0, Tone::Alert, &texts.with("cli-ocel-strays", &count));
        for (table, id, _) in &check.strays.examples {
            let values = [("table", table.as_str().into()), ("id", id.as_str().into())];
            let line = texts.with("cli-ocel-stray-example", &values);
            page.hanging(2, "• ", Tone::Plain, &line);
        }
    }
    for (of_type, count) in &check.undeclared_types {
        let values = [
            ("type", of_type.as_str().into()),
            ("count", (*count).into()),
        ];
        page.line(0, Tone::Alert, &texts.with("cli-ocel-undeclared", &values));
    }
}

fn as_json(options: &Options, report: &Report) -> Json {
    let dangling = |one: &Dangling| {
        let example = |(from, to, qualifier): &(String, String, String)| json!({ "from": from, "to": to, "qualifier": qualifier });
        let examples: Vec<Json> = one.examples.iter().map(example).collect();
        json!({ "count": one.count, "examples": examples })
    };
    let (recorded, check) = (&report.recorded, &report.check);
    let stray = |(table, id, _): &(String, String, String)| json!({ "table": table, "id": id });
    let strays: Vec<Json> = check.strays.examples.iter().map(stray).collect();
    json!({
        "source": options.source,
        "object_type": options.object_type,
        "events": check.counts.events,
        "objects": check.counts.objects,
        "event_types": check.counts.event_types,
        "object_types": check.counts.object_types,
        "event_relations": check.counts.event_relations,
        "object_relations": check.counts.object_relations,
        "traces": recorded.traces,
        "steps": recorded.steps,
        "dossiers_added": recorded.dossiers_added,
        "steps_added": recorded.steps_added,
        "already_there": recorded.already_there,
        "events_shared": report.events_shared,
        "repeats": report.repeats,
        "events_without": report.events_without,
        "empty": report.empty,
        "assumed_utc": check.assumed_utc,
        "dangling_from_events": dangling(&check.from_events),
        "dangling_from_objects": dangling(&check.from_objects),
        "strays": { "count": check.strays.count, "examples": strays },
        "undeclared_types": check.undeclared_types,
    })
}

/// The name of a log, from its file: `sales.json.gz` becomes `sales`.
fn name_of(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let name = name.strip_suffix(".gz").unwrap_or(&name);
    name.rsplit_once('.')
        .map_or(name, |(stem, _)| stem)
        .to_owned()
}
