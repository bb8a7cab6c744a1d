//! `log check`: reads every byte of the log and says whether it is what was written.

use clap::{ArgMatches, Command};
use serde_json::{Value, json};

use super::arguments::verb;
use super::context::Context;
use super::errors::damage_json;
use super::failure::Failure;
use super::log_info::number;
use super::page::{Page, Tone};
use crate::book::inspect::{CheckReport, Damage, check};
use crate::text::Texts;

/// Columns for the labels.
const LABEL: usize = 22;

/// Damages told on a page; the others are counted, and are all in the JSON.
const TOLD: usize = 20;

/// The arguments.
pub(super) fn command(texts: &Texts) -> Command {
    verb(texts, "log check")
}

/// Checks it.
pub(super) fn run(context: &Context, _: &ArgMatches) -> Result<(), Failure> {
    let report = check(&context.book_dir)?;
    if context.json {
        context.show_json(&as_json(&report))?;
    } else {
        let mut page = context.page();
        tell(&mut page, &context.texts, &report);
        context.show(&page)?;
    }
    if report.is_sound() {
        Ok(())
    } else {
        Err(Failure::Told(5))
    }
}

fn tell(page: &mut Page, texts: &Texts, report: &CheckReport) {
    if report.is_sound() {
        page.line(0, Tone::Strong, &texts.get("cli-check-sound"));
    } else {
        let count = [("count", report.damage_count.into())];
        page.line(0, Tone::Strong, &texts.with("cli-check-damaged", &count));
    }
    page.gap();
    let moment = |at: Option<crate::base::Timestamp>| {
        at.map_or_else(|| "–".to_owned(), |at| texts.moment(at))
    };
    for (key, value) in [
        (
            "log",
            report
                .log
                .map_or_else(|| "–".to_owned(), |log| log.to_string()),
        ),
        ("events", number(texts, report.events)),
        ("streams", number(texts, report.streams)),
        ("parts", number(texts, report.parts)),
        ("segments", number(texts, report.segments)),
        ("bytes", number(texts, report.len)),
        ("first", moment(report.first_recorded_at)),
        ("last", moment(report.last_recorded_at)),
        ("leaf", report.last_leaf.to_string()),
        (
            "indexed",
            report
                .indexed
                .map_or_else(|| "–".to_owned(), |count| number(texts, count)),
        ),
    ] {
        page.field(0, LABEL, &texts.get(&format!("cli-log-{key}")), &value);
    }
    page.gap();
    page.line(0, Tone::Plain, &texts.get("cli-check-how"));
    if report.torn_len > 0 {
        let values = [("count", report.torn_len.into())];
        page.line(0, Tone::Alert, &texts.with("cli-check-torn", &values));
    }
    for damage in report.damages.iter().take(TOLD) {
        page.gap();
        let values = [
            ("file", damage.file.display().to_string().into()),
            ("offset", damage.offset.to_string().into()),
            ("position", damage.position.0.to_string().into()),
            ("what", damage.what.as_str().into()),
        ];
        page.line(0, Tone::Alert, &texts.with("cli-check-place", &values));
        page.line(2, Tone::Plain, &texts.with("cli-check-what", &values));
        let consequence = consequence(texts, damage);
        page.line(
            2,
            Tone::Plain,
            &texts.with("cli-check-consequence", &[("text", consequence.into())]),
        );
    }
    let more = report.damage_count.saturating_sub(TOLD as u64);
    if more > 0 {
        page.line(
            0,
            Tone::Plain,
            &texts.with("cli-check-more", &[("count", more.into())]),
        );
    }
    if !report.is_sound() {
        page.gap();
        page.line(0, Tone::Plain, &texts.get("cli-check-next"));
    }
}

/// What damage means for the events, in the language of the reader.
fn consequence(texts: &Texts, damage: &Damage) -> String {
    let text = damage.consequence;
    let key = if text.starts_with("no event is lost") && text.contains("derived") {
        "cli-damage-derived"
    } else if text.starts_with("no event is lost") {
        "cli-damage-nothing-lost"
    } else if text.contains("were durable") {
        "cli-damage-lost"
    } else if text.starts_with("what stands here") {
        "cli-damage-changed"
    } else if text.contains("cannot be read") {
        "cli-damage-unreadable"
    } else {
        return text.to_owned();
    };
    texts.get(key).into_owned()
}

fn as_json(report: &CheckReport) -> Value {
    json!({
        "sound": report.is_sound(),
        "log": report.log.map(|log| log.to_string()),
        "segments": report.segments,
        "frames": report.frames,
        "events": report.events,
        "streams": report.streams,
        "parts": report.parts,
        "bytes": report.len,
        "torn_bytes": report.torn_len,
        "first_recorded_at": report.first_recorded_at.map(|at| at.to_string()),
        "last_recorded_at": report.last_recorded_at.map(|at| at.to_string()),
        "last_leaf": report.last_leaf.to_string(),
        "indexed": report.indexed,
        "damage_count": report.damage_count,
        "damages": report.damages.iter().map(damage_json).collect::<Vec<_>>(),
    })
}
