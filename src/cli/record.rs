//! `record`: one command for every event type, from flags, from JSON or by guided questions.

use std::io::{IsTerminal as _, Read as _};

use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use serde_json::{Map, Value, json};

use super::arguments::{noun, switch};
use super::context::Context;
use super::failure::Failure;
use super::page::Tone;
use super::{errors, flags, interview, refusals};
use crate::base::Version;
use crate::book::fields::{EventType, Line, Refusal, Rule, StreamKind};
use crate::book::{Access, AsKnown, Book, Error, Receipt, Recording};
use crate::text::{Texts, Value as Fill};

/// Events that only an import records.
const OF_IMPORTS: [EventType; 2] = [EventType::TrajectoryImported, EventType::StepImported];

/// Own arguments; no field has such a name.
const DOSSIER: &str = "@dossier";
const ID: &str = "@id";
const EXPECTED: &str = "@expected-version";
const DRY_RUN: &str = "@dry-run";
const GUIDED: &str = "@guided";
const FORM: &str = "@form";

/// The arguments.
pub(super) fn command(texts: &Texts) -> Command {
    let mut command = noun(texts, "record");
    for event in EventType::ALL {
        if !OF_IMPORTS.contains(event) {
            command = command.subcommand(of_event(*event, texts));
        }
    }
    command
}

fn of_event(event: EventType, texts: &Texts) -> Command {
    let name = event.name();
    let about = format!("{}. {}", texts.event(name), texts.purpose(name));
    let own = |id: &'static str, value: &str| {
        let long = id.trim_start_matches('@');
        Arg::new(id)
            .long(long)
            .value_name(texts.get(&format!("cli-value-{value}")).into_owned())
            .help(texts.get(&format!("cli-help-record-{long}")).into_owned())
    };
    let switch = |id: &'static str| {
        let long = id.trim_start_matches('@');
        Arg::new(id)
            .long(long)
            .action(ArgAction::SetTrue)
            .help(texts.get(&format!("cli-help-record-{long}")).into_owned())
    };
    let command = Command::new(name)
        .about(about)
        .disable_help_flag(true)
        .disable_version_flag(true)
        .next_help_heading(texts.get("cli-heading-options").into_owned())
        .alias(name.replace('_', "-"))
        .after_help(texts.get("cli-help-record-more").into_owned())
        .arg(own(DOSSIER, "number").short('d'))
        .arg(switch(GUIDED).short('g'))
        .arg(switch(DRY_RUN))
        .arg(own(ID, "name"))
        .arg(own(EXPECTED, "count").value_parser(value_parser!(u64)))
        .arg(
            Arg::new(FORM)
                .value_name(texts.get("cli-value-file").into_owned())
                .help(texts.get("cli-help-record-form").into_owned())
                .help_heading(texts.get("cli-heading-arguments").into_owned()),
        );
    flags::add(command, event, texts)
}

/// Records one event.
pub(super) fn run(context: &Context, matches: &ArgMatches) -> Result<(), Failure> {
    let Some((name, matches)) = matches.subcommand() else {
        return Ok(());
    };
    let Some(event) = EventType::from_name(name) else {
        return Err(Error::NoSuchEvent {
            name: name.to_owned(),
        }
        .into());
    };
    let line = given(event, matches)?;
    let recording = Recording {
        expected: matches.get_one::<u64>(EXPECTED).copied().map(Version),
        at: None,
    };
    let how = How {
        guided: matches.get_flag(GUIDED),
        dry_run: matches.get_flag(DRY_RUN),
    };
    finish(context, event, line, &recording, how)
}

/// How a form that was given in part is finished.
#[derive(Debug, Clone, Copy)]
pub(super) struct How {
    /// Ask what is missing, also when nothing must be.
    pub(super) guided: bool,
    /// Say what would be recorded, and record nothing.
    pub(super) dry_run: bool,
}

/// Asks on a terminal what is missing, and records.
pub(super) fn finish(
    context: &Context,
    event: EventType,
    mut line: Line,
    recording: &Recording,
    how: How,
) -> Result<(), Failure> {
    let book = context.open(Access::Read)?;
    let today_counts = !line.common.contains_key("occurred_on");
    let today = book.now().day();
    if today_counts {
        line.common
            .insert("occurred_on".to_owned(), Value::from(today.to_string()));
    }
    let asks = how.guided || (on_terminal(context) && lacks_answers(&book, &line));
    if today_counts && !context.json {
        let day = context.texts.day(today);
        errors::tell(
            context,
            &context.texts.with("record-today", &[("day", day.into())]),
        );
    }
    let mut draft = None;
    if asks {
        let Some((answered, kept)) = interview::hold(context, &book, event, line, recording)?
        else {
            errors::tell(context, &context.texts.get("record-stopped"));
            return Ok(());
        };
        line = answered;
        draft = Some(kept);
    }
    if how.dry_run {
        return dry_run(context, &book, &line, recording);
    }
    // Questions may have taken minutes; only now is the book held for writing.
    book.close()?;
    record(context, &line, recording)?;
    draft.map_or(Ok(()), |draft| draft.remove())
}

pub(super) fn on_terminal(context: &Context) -> bool {
    !context.json && std::io::stdin().is_terminal() && std::io::stdout().is_terminal()
}

/// Whether something that must be given was not.
fn lacks_answers(book: &Book, line: &Line) -> bool {
    match book.consider(line, &Recording::default()) {
        Err(Error::Refused(refusals)) => refusals.iter().any(flags::is_missing),
        Err(Error::DossierNeeded { .. }) => true,
        _ => false,
    }
}

/// The flags of an event for a command that records it as a step of something greater: what the
/// place says already (`told`) is not asked twice.
pub(super) fn as_step<'t>(
    command: Command,
    event: EventType,
    texts: &Texts,
    told: impl IntoIterator<Item = &'t str>,
) -> Command {
    let command = command
        .arg(switch(texts, "record", "guided").short('g'))
        .arg(switch(texts, "record", "dry-run"));
    let mut command = flags::add(command, event, texts);
    for field in told {
        command = command.mut_arg(field, |arg| arg.hide(true));
    }
    command
        .mut_arg("actor", |arg| arg.visible_alias("as"))
        .mut_arg("occurred_on", |arg| arg.visible_alias("on"))
}

/// The form that the flags alone make.
pub(super) fn from_flags(event: EventType, matches: &ArgMatches) -> Result<Line, Failure> {
    let name = event.name();
    let refused = |refusals| Failure::form(name, Error::Refused(refusals));
    let flags::Given { common, data } = flags::read(event, matches).map_err(refused)?;
    Ok(Line {
        event: name.to_owned(),
        common,
        data,
        ..Line::default()
    })
}

/// The form as it was given: JSON first, flags over it.
fn given(event: EventType, matches: &ArgMatches) -> Result<Line, Failure> {
    let name = event.name();
    let mut line = match matches.get_one::<String>(FORM) {
        Some(path) => form(name, path)?,
        None => Line {
            event: name.to_owned(),
            ..Line::default()
        },
    };
    let flagged = from_flags(event, matches)?;
    lay_over(&mut line.common, flagged.common);
    lay_over(&mut line.data, flagged.data);
    let text = |id| matches.get_one::<String>(id).cloned();
    line.dossier = text(DOSSIER).or(line.dossier);
    line.id = text(ID).or(line.id);
    Ok(line)
}

/// Reads a form: a whole exchange line, or only the content of the event.
fn form(event: &str, path: &str) -> Result<Line, Failure> {
    let read = if path == "-" {
        let mut text = String::new();
        std::io::stdin().read_to_string(&mut text).map(|_| text)
    } else {
        std::fs::read_to_string(path)
    };
    let text = read.map_err(|source| Failure::File {
        path: path.into(),
        source,
    })?;
    let plain: Option<Map<String, Value>> = serde_json::from_str(&text).ok();
    let is_line = plain.is_none_or(|members| {
        members.contains_key("event") || members.get("data").is_some_and(Value::is_object)
    });
    let wrapped = if is_line {
        text
    } else {
        format!("{{\"event\":\"{event}\",\"data\":{text}}}")
    };
    let mut line = match Line::parse(&wrapped) {
        Err(_) if is_line && !wrapped.contains("\"event\"") => {
            let rest = wrapped.trim_start().strip_prefix('{').unwrap_or_default();
            Line::parse(&format!("{{\"event\":\"{event}\",{rest}"))
        }
        other => other,
    }
    .map_err(Error::Line)?;
    if line.event != event {
        let refusal = Refusal::because_of(Rule::Form, "event", "other-event", &line.event);
        return Err(Failure::form(event, Error::Refused(vec![refusal])));
    }
    // When it was recorded elsewhere is not when it is recorded here.
    line.recorded_at = None;
    Ok(line)
}

/// Puts what was given over what was there; records are joined, lists are replaced.
pub(super) fn lay_over(below: &mut Map<String, Value>, above: Map<String, Value>) {
    for (key, value) in above {
        match (below.get_mut(&key), value) {
            (Some(Value::Object(there)), Value::Object(new)) => lay_over(there, new),
            (_, value) => {
                below.insert(key, value);
            }
        }
    }
}

pub(super) fn record(context: &Context, line: &Line, recording: &Recording) -> Result<(), Failure> {
    let book = context.open(Access::Write)?;
    let refused = |error| Failure::form(&line.event, error);
    let receipt = book.record(line, recording).map_err(refused)?;
    let step = step(&book, line, &receipt);
    book.close()?;
    if context.json {
        return context.show_json(&json!({
            "event": receipt.event.name(),
            "dossier": line.dossier,
            "step": step,
            "id": receipt.id.to_string(),
            "position": receipt.position.0,
            "version": receipt.version.map(|version| version.0),
            "recorded_at": receipt.recorded_at.map(|moment| moment.to_string()),
            "was_there": receipt.was_there,
        }));
    }
    let texts = &context.texts;
    let place = match (&line.dossier, step) {
        (Some(dossier), Some(step)) => texts.with(
            "record-in-dossier",
            &[("dossier", dossier.into()), ("step", step.into())],
        ),
        // It is kept from the story until it is opened.
        (Some(dossier), None) if !is_of_organisation(line, &receipt) => {
            texts.with("record-in-dossier-closed", &[("dossier", dossier.into())])
        }
        _ => texts.get("record-in-organisation"),
    };
    let key = if receipt.was_there {
        "record-was-there"
    } else {
        "record-done"
    };
    let version = receipt.version.map(|version| version.0).unwrap_or_default();
    let values: [(&str, Fill<'_>); 5] = [
        ("event", texts.event(receipt.event.name()).into()),
        ("place", place.into()),
        ("version", version.into()),
        ("position", receipt.position.0.into()),
        ("id", receipt.id.to_string().into()),
    ];
    let mut page = context.page();
    page.line(0, Tone::Plain, &texts.with(key, &values));
    context.show(&page)
}

fn is_of_organisation(line: &Line, receipt: &Receipt) -> bool {
    let kind = receipt.event.stream_kind();
    line.dossier.is_none() || matches!(kind, StreamKind::Organisation | StreamKind::Settings)
}

/// The number of a step in the story of its dossier. It was recorded, so trouble with reading it
/// back only leaves the number out.
fn step(book: &Book, line: &Line, receipt: &Receipt) -> Option<usize> {
    let kind = receipt.event.stream_kind();
    let number = line
        .dossier
        .as_deref()
        .filter(|_| !matches!(kind, StreamKind::Organisation | StreamKind::Settings))?;
    let story = book.story(number.trim(), AsKnown::default()).ok()?;
    let found = story
        .steps
        .iter()
        .find(|step| step.recorded.id == receipt.id);
    found.map(|step| step.number)
}

/// Says what would be recorded.
fn dry_run(
    context: &Context,
    book: &Book,
    line: &Line,
    recording: &Recording,
) -> Result<(), Failure> {
    let refused = |error| Failure::form(&line.event, error);
    let considered = book.consider(line, recording).map_err(refused)?;
    if context.json {
        return context.show_json(&json!({
            "dry_run": true,
            "event": line.event,
            "dossier": line.dossier,
            "version": considered.version.0,
            "position": considered.position.0,
            "common": considered.common,
            "data": considered.data,
        }));
    }
    let texts = &context.texts;
    let mut page = context.page();
    let values: [(&str, Fill<'_>); 2] = [
        ("event", texts.event(&line.event).into()),
        ("version", considered.version.0.into()),
    ];
    page.line(0, Tone::Strong, &texts.with("record-dry-run", &values));
    for form in [&considered.common, &considered.data] {
        for (path, shown) in leaves(form) {
            let label = refusals::label(texts, Some(&line.event), &path);
            page.hanging(2, "", Tone::Plain, &format!("{label}: {shown}"));
        }
    }
    page.line(0, Tone::Plain, &texts.get("cli-kept"));
    context.show(&page)
}

/// Every value of a form with its place.
fn leaves(form: &Value) -> Vec<(String, String)> {
    fn walk(path: &str, value: &Value, into: &mut Vec<(String, String)>) {
        let at = |step: &str| match path {
            "" => step.to_owned(),
            path => format!("{path}.{step}"),
        };
        match value {
            Value::Object(members) => {
                for (key, value) in members {
                    walk(&at(key), value, into);
                }
            }
            Value::Array(items) => {
                for (number, value) in items.iter().enumerate() {
                    walk(&at(&number.to_string()), value, into);
                }
            }
            Value::String(text) => into.push((path.to_owned(), text.clone())),
            other => into.push((path.to_owned(), other.to_string())),
        }
    }
    let mut found = Vec::new();
    walk("", form, &mut found);
    found
}
