//! What an import of dossiers did, and why lines stayed out.

use std::collections::BTreeMap;

use serde_json::{Value as Json, json};

use super::page::{Page, Tone};
use super::{errors, refusals};
use crate::book::fields::Rule;
use crate::book::import::{RefusedLine, Report, Why};
use crate::book::{Error, Kind};
use crate::text::Texts;

/// So many of something, in words.
pub(super) fn count(texts: &Texts, what: &str, count: u64) -> String {
    let key = format!("cli-count-{what}");
    texts.with(&key, &[("count", count.into())]).into_owned()
}

/// The exit code: 3 when a rule refused anything, else 2 when anything could not be read.
pub(super) fn code(report: &Report) -> u8 {
    let codes = report.refused.iter().map(|refused| match &refused.why {
        Why::Unreadable(_) => 2,
        Why::Refused(refusals) if refusals.iter().all(|one| one.rule == Rule::Form) => 2,
        Why::Refused(_) => 3,
        Why::Failed(error) => match error.kind() {
            Kind::Usage => 2,
            Kind::Refused => 3,
            Kind::Conflict => 4,
            Kind::Damage => 5,
            Kind::Io => 6,
        },
    });
    let codes: Vec<u8> = codes.collect();
    if codes.contains(&3) {
        3
    } else {
        codes.into_iter().max().unwrap_or(0)
    }
}

/// Tells it on a page.
pub(super) fn tell(page: &mut Page, texts: &Texts, report: &Report, dry_run: bool) {
    let values = [
        ("lines", count(texts, "lines", report.lines).into()),
        ("dossiers", count(texts, "dossiers", report.dossiers).into()),
        ("events", count(texts, "steps", report.events).into()),
        ("there", count(texts, "steps", report.already_there).into()),
    ];
    let key = if dry_run {
        "cli-import-would"
    } else {
        "cli-import-done"
    };
    page.line(0, Tone::Strong, &texts.with(key, &values));
    if report.already_there > 0 {
        page.line(0, Tone::Plain, &texts.with("cli-import-there", &values));
    }
    if report.refused.is_empty() {
        return;
    }
    page.gap();
    let count = [("count", report.refused.len().into())];
    page.line(0, Tone::Alert, &texts.with("cli-import-refused", &count));
    let unopened = unopened(report);
    let follows = |refused: &&RefusedLine| {
        refused.dossier.as_ref().is_some_and(|dossier| {
            unopened
                .get(dossier)
                .is_some_and(|first| *first < refused.line)
        })
    };
    for refused in report.refused.iter().filter(|one| !follows(one)) {
        page.gap();
        page.line(0, Tone::Strong, &place(texts, refused));
        match &refused.why {
            Why::Refused(all) => refusals::tell(page, texts, refused.event.as_deref(), all),
            other => page.line(2, Tone::Plain, &why(texts, other)),
        }
    }
    let following = report.refused.iter().filter(follows).count();
    if following > 0 {
        page.gap();
        let values = [("count", following.into())];
        page.line(0, Tone::Plain, &texts.with("cli-import-following", &values));
    }
    if !report.left_out.is_empty() {
        page.heading(&texts.get("cli-import-left-out"));
        for (dossier, count) in &report.left_out {
            let values = [
                ("dossier", dossier.as_str().into()),
                ("count", (*count).into()),
            ];
            page.hanging(
                2,
                "• ",
                Tone::Plain,
                &texts.with("cli-import-left", &values),
            );
        }
    }
    page.gap();
    let key = if dry_run {
        "cli-import-next-dry"
    } else {
        "cli-import-next"
    };
    page.line(0, Tone::Plain, &texts.get(key));
}

/// Dossiers whose opening was refused, with its line: what comes after it in the file is refused
/// for that reason alone or for reasons that cannot be judged, and would hide the cause.
fn unopened(report: &Report) -> BTreeMap<String, u64> {
    let openings = report
        .refused
        .iter()
        .filter(|refused| refused.event.as_deref() == Some("trajectory_opened"));
    openings
        .filter_map(|refused| Some((refused.dossier.clone()?, refused.line)))
        .collect()
}

fn place(texts: &Texts, refused: &RefusedLine) -> String {
    let mut place = texts
        .with(
            "cli-import-line",
            &[("number", refused.line.to_string().into())],
        )
        .into_owned();
    if let Some(dossier) = &refused.dossier {
        place = format!("{place} · {dossier}");
    }
    if let Some(label) = refused
        .event
        .as_deref()
        .and_then(|event| texts.find(&format!("event-{event}"), &[]))
    {
        place = format!("{place} · {label}");
    }
    place
}

fn why(texts: &Texts, why: &Why) -> String {
    match why {
        Why::Unreadable(error) => errors::line(texts, error),
        Why::Failed(error) => errors::what(texts, error),
        Why::Refused(refused) => Error::Refused(refused.clone()).to_string(),
    }
}

/// The same for a program.
pub(super) fn json(texts: &Texts, report: &Report, dry_run: bool) -> Json {
    let refused = report.refused.iter().map(|refused| {
        let mut line =
            json!({ "line": refused.line, "dossier": refused.dossier, "event": refused.event });
        match &refused.why {
            Why::Refused(all) => {
                line["refusals"] = refusals::json(texts, refused.event.as_deref(), all);
            }
            other => line["why"] = Json::from(why(texts, other)),
        }
        line
    });
    json!({
        "dry_run": dry_run,
        "lines": report.lines,
        "dossiers": report.dossiers,
        "events": report.events,
        "already_there": report.already_there,
        "refused": refused.collect::<Vec<_>>(),
        "left_out": report.left_out,
    })
}
