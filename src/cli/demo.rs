//! `demo`: a book to look around in, with the twelve worked cases.

use std::path::{Path, PathBuf};

use clap::{ArgMatches, Command, value_parser};
use serde_json::json;

use super::arguments::{option, verb};
use super::context::Context;
use super::dossier_list;
use super::failure::Failure;
use super::lens::Lens;
use super::page::{Page, Tone};
use super::{refusals, story};
use crate::book::demo::Report;
use crate::book::{AsKnown, Book};
use crate::text::Texts;

/// Folder of the first demonstration.
const DIR: &str = "weegboek-demo";

/// The case whose story is told.
const TOLD: &str = "ZAAK-001";

/// The arguments.
pub(super) fn command(texts: &Texts) -> Command {
    verb(texts, "demo")
        .arg(option(texts, "demo", "dir", "dir").value_parser(value_parser!(PathBuf)))
}

/// Makes the book and shows what it holds.
pub(super) fn run(context: &Context, matches: &ArgMatches) -> Result<(), Failure> {
    let dir = match matches.get_one::<PathBuf>("dir") {
        Some(dir) => dir.clone(),
        None => fresh(),
    };
    let (book, report) = Book::demo(&dir)?;
    if context.json {
        let attempts: Vec<_> = report
            .attempts
            .iter()
            .map(|attempt| {
                json!({ "id": attempt.id, "dossier": attempt.dossier, "event": attempt.event,
                    "refusals": refusals::json(&context.texts, Some(&attempt.event), &attempt.refusals) })
            })
            .collect();
        let value = json!({ "book": dir.display().to_string(), "events": report.events, "refused": attempts });
        book.close()?;
        return context.show_json(&value);
    }
    let mut page = context.page();
    show(context, &mut page, &book, &dir, &report)?;
    book.close()?;
    context.show(&page)
}

/// A folder that is not there yet, so that doing it again works and spoils nothing.
fn fresh() -> PathBuf {
    let first = PathBuf::from(DIR);
    if !first.exists() {
        return first;
    }
    (2_u32..)
        .map(|number| PathBuf::from(format!("{DIR}-{number}")))
        .find(|dir| !dir.exists())
        .unwrap_or(first)
}

fn show(
    context: &Context,
    page: &mut Page,
    book: &Book,
    dir: &Path,
    report: &Report,
) -> Result<(), Failure> {
    let texts = &context.texts;
    let shown = dir.display().to_string();
    let values = [
        ("dir", shown.as_str().into()),
        ("events", report.events.into()),
        ("count", report.attempts.len().into()),
    ];
    page.title(&texts.get("cli-demo-title"));
    page.line(0, Tone::Plain, &texts.with("cli-demo-made", &values));
    page.line(0, Tone::Plain, &texts.get("cli-demo-fiction"));

    page.title(&texts.get("cli-demo-list"));
    let list = book.dossiers(AsKnown::default())?;
    dossier_list::table(page, texts, &list);

    page.title(&texts.with("cli-demo-refused", &values));
    page.line(0, Tone::Plain, &texts.get("cli-demo-refused-why"));
    for attempt in &report.attempts {
        page.gap();
        let label = texts.event(&attempt.event);
        let values = [
            ("dossier", attempt.dossier.as_str().into()),
            ("label", label.into()),
        ];
        page.line(0, Tone::Soft, &texts.with("cli-demo-attempt", &values));
        refusals::tell(page, texts, Some(&attempt.event), &attempt.refusals);
    }

    let told = book.story(TOLD, AsKnown::default())?;
    let lens = Lens::new(texts, book.catalogues()?, &told, book.now().day());
    page.title(&texts.with("cli-demo-story", &[("number", TOLD.into())]));
    page.line(0, Tone::Plain, &texts.get("cli-demo-story-why"));
    for step in &told.steps {
        story::tell(page, &lens, &told, step);
    }

    page.title(&texts.get("cli-demo-next"));
    let program = program();
    for (key, command) in [
        ("state", format!("dossier show {TOLD}")),
        (
            "then",
            format!("dossier story {TOLD} --known-at 2025-02-10"),
        ),
        ("weighing", "dossier story ZAAK-003 --weighing 1".to_owned()),
        ("log", "log read --backward --limit 5".to_owned()),
        ("check", "log check".to_owned()),
    ] {
        page.line(0, Tone::Plain, &texts.get(&format!("cli-demo-next-{key}")));
        let line = page.toned(
            Tone::Strong,
            &format!("    {program} --book {shown} {command}"),
        );
        page.raw(&line);
    }
    Ok(())
}

/// How this program was called, so that the lines shown can be typed as they are.
fn program() -> String {
    let called = std::env::args().next().unwrap_or_default();
    let found = Path::new(&called).components().count() > 1;
    if found { called } else { "weegboek".to_owned() }
}
