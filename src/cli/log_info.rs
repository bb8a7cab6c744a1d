//! `log info`: how the log stands.

use clap::{ArgMatches, Command};
use serde_json::json;

use super::arguments::verb;
use super::context::Context;
use super::failure::Failure;
use super::page::Tone;
use crate::base::Timestamp;
use crate::book::inspect::LogInfo;
use crate::book::{Access, Notice};
use crate::text::Texts;

/// Columns for the labels.
const LABEL: usize = 22;

/// The arguments.
pub(super) fn command(texts: &Texts) -> Command {
    verb(texts, "log info")
}

/// Shows it.
pub(super) fn run(context: &Context, _: &ArgMatches) -> Result<(), Failure> {
    let info = context.open(Access::Read)?.log_info()?;
    if context.json {
        return context.show_json(&as_json(&info));
    }
    let texts = &context.texts;
    let moment =
        |moment: Option<Timestamp>| moment.map_or_else(|| "–".to_owned(), |at| texts.moment(at));
    let rows = [
        ("dir", info.dir.display().to_string()),
        ("log", info.log.clone()),
        ("events", number(texts, info.events)),
        ("segments", number(texts, info.segments)),
        ("bytes", number(texts, info.bytes)),
        ("first", moment(info.first_recorded_at)),
        ("last", moment(info.last_recorded_at)),
        ("leaf", info.last_leaf.to_string()),
        ("keys", number(texts, info.keys)),
        (
            "index",
            match info.index_bytes {
                Some(bytes) => number(texts, bytes),
                None => texts.get("cli-log-no-index").into_owned(),
            },
        ),
    ];
    let mut page = context.page();
    for (key, value) in rows {
        page.field(0, LABEL, &texts.get(&format!("cli-log-{key}")), &value);
    }
    for notice in &info.notices {
        page.gap();
        page.line(0, Tone::Alert, &told(texts, notice));
    }
    context.show(&page)
}

/// A notice in words.
pub(super) fn told(texts: &Texts, notice: &Notice) -> String {
    match notice {
        Notice::TailCut { bytes, position } => texts.with(
            "cli-notice-tail-cut",
            &[
                ("count", (*bytes).into()),
                ("position", position.0.to_string().into()),
            ],
        ),
        Notice::Locked { path } => texts.with(
            "cli-notice-locked",
            &[("path", path.display().to_string().into())],
        ),
    }
    .into_owned()
}

/// A count in the style of the language.
pub(super) fn number(texts: &Texts, count: u64) -> String {
    texts.number(i64::try_from(count).unwrap_or(i64::MAX))
}

fn as_json(info: &LogInfo) -> serde_json::Value {
    json!({
        "log": info.log,
        "dir": info.dir.display().to_string(),
        "events": info.events,
        "segments": info.segments,
        "bytes": info.bytes,
        "first_recorded_at": info.first_recorded_at.map(|at| at.to_string()),
        "last_recorded_at": info.last_recorded_at.map(|at| at.to_string()),
        "last_leaf": info.last_leaf.to_string(),
        "keys": info.keys,
        "locked": info.locked,
        "index_bytes": info.index_bytes,
    })
}
