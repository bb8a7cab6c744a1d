//! `mijn-verhaal`: what a client reads of their own dossier, and their own words beside it.

use std::io::{BufRead as _, IsTerminal as _, Write as _};
use std::path::PathBuf;

use clap::{Arg, ArgMatches, Command, value_parser};
use serde_json::{Value, json};

use super::arguments::{option, verb};
use super::context::Context;
use super::document;
use super::dossier::{as_known, as_known_options, number};
use super::failure::Failure;
use super::page::Tone;
use crate::book::fields::{EventType, Line, Role};
use crate::book::{Access, AsKnown, Book, Recording, Story};
use crate::text::Texts;

const PATH: &str = "mijn-verhaal";
const SAY: &str = "mijn-verhaal zeg";
const EVENT: EventType = EventType::ClientVoiceRecorded;

/// Options that are common fields, with the name of their value.
const COMMON: [(&str, &str, &str); 5] = [
    ("actor", "actor", "person"),
    ("role", "role", "role"),
    ("team", "team", "team"),
    ("municipality", "municipality", "name"),
    ("occurred-on", "occurred_on", "day"),
];

/// The arguments.
pub(super) fn command(texts: &Texts) -> Command {
    verb(texts, PATH)
        .alias("my-story")
        .arg(number(texts, PATH))
        .args(as_known_options(texts, PATH))
        .arg(option(texts, PATH, "pdf", "file").value_parser(value_parser!(PathBuf)))
        .subcommand(say(texts))
}

fn say(texts: &Texts) -> Command {
    let mut command = verb(texts, SAY)
        .alias("say")
        .arg(
            option(texts, SAY, "bij", "count")
                .alias("about")
                .value_parser(value_parser!(usize)),
        )
        .arg(option(texts, SAY, "woorden", "text").alias("words"))
        .arg(option(texts, SAY, "voiced-by", "kind"));
    for (name, field, value) in COMMON {
        let (label, help) = texts.field("common", field);
        let arg: Arg = option(texts, SAY, name, value);
        command = command.arg(arg.help(format!("{label}: {help}")));
    }
    command
}

/// Shows it, writes it down, or adds words to it.
pub(super) fn run(context: &Context, matches: &ArgMatches) -> Result<(), Failure> {
    let given = matches.get_one::<String>("number");
    let number = given.map_or("", |number| number.trim());
    if let Some(("zeg", said)) = matches.subcommand() {
        return add(context, number, said);
    }
    let book = context.open(Access::Read)?;
    let document = book.own_story(number, as_known(matches), &context.texts)?;
    let saved = matches.get_one::<PathBuf>("pdf");
    document::show(context, &document, saved, "cli-mine-saved")
}

/// Records words of the client.
fn add(context: &Context, number: &str, said: &ArgMatches) -> Result<(), Failure> {
    let book = context.open(Access::Read)?;
    let story = book.story(number, AsKnown::default())?;
    let asks = !context.json && std::io::stdin().is_terminal() && std::io::stdout().is_terminal();
    let mut about = said.get_one::<usize>("bij").copied();
    let mut words = said.get_one::<String>("woorden").cloned();
    if words.is_none() && asks {
        if about.is_none() {
            about = asked_step(context)?;
        }
        words = asked_words(context)?;
    }
    let line = line(&book, &story, number, about, words, said)?;
    // Questions may have taken minutes; only now is the book held for writing.
    book.close()?;
    let book = context.open(Access::Write)?;
    let receipt = book
        .record(&line, &Recording::default())
        .map_err(|error| Failure::form(EVENT.name(), error))?;
    book.close()?;
    if context.json {
        return context.show_json(&json!({
            "dossier": number,
            "event": EVENT.name(),
            "about": about,
            "id": receipt.id.to_string(),
            "position": receipt.position.0,
            "recorded_at": receipt.recorded_at.map(|moment| moment.to_string()),
        }));
    }
    let mut page = context.page();
    let done = match about {
        Some(step) => {
            let values = [("step", step.to_string().into())];
            context.texts.with("cli-mine-said", &values)
        }
        None => context.texts.get("cli-mine-said-alone"),
    };
    page.line(0, Tone::Strong, &done);
    context.show(&page)
}

/// The event, from what was given and what the dossier tells.
fn line(
    book: &Book,
    story: &Story,
    number: &str,
    about: Option<usize>,
    words: Option<String>,
    said: &ArgMatches,
) -> Result<Line, Failure> {
    let mut line = Line {
        event: EVENT.name().to_owned(),
        dossier: Some(number.to_owned()),
        ..Line::default()
    };
    if let Some(step) = about {
        let found = story.steps.iter().find(|one| one.number == step);
        let found = found.ok_or_else(|| Failure::usage("cli-story-no-step", step.to_string()))?;
        let id = Value::from(found.recorded.id.to_string());
        line.data.insert("about".to_owned(), id);
    }
    line.data
        .extend(words.map(|words| ("words".to_owned(), words.into())));
    let voiced_by = said.get_one::<String>("voiced-by");
    let voiced_by = voiced_by.map_or("zelf", String::as_str);
    line.data.insert("voiced_by".to_owned(), voiced_by.into());
    for (name, field, _) in COMMON {
        if let Some(value) = said.get_one::<String>(name) {
            line.common.insert(field.to_owned(), value.as_str().into());
        }
    }
    let today = Value::from(book.now().day().to_string());
    line.common.entry("occurred_on").or_insert(today);
    // The client speaks, unless somebody else is named: with the code that the dossier knows.
    let client = Value::from(Role::Client.code());
    let role = line.common.entry("role").or_insert(client);
    if role == Role::Client.code() {
        let of_client = |common: &&Value| {
            common.get("role").and_then(Value::as_str) == Some(Role::Client.code())
        };
        let mut steps = story.steps.iter().rev().map(|step| &step.common);
        let actor = steps.find(of_client).and_then(|common| common.get("actor"));
        let actor = actor.cloned().filter(Value::is_string);
        if let Some(actor) = actor.or_else(|| among_participants(story)) {
            line.common.entry("actor").or_insert(actor);
        }
    }
    Ok(line)
}

/// The code of the client among those who took part in a conversation.
fn among_participants(story: &Story) -> Option<Value> {
    let lists = story
        .steps
        .iter()
        .filter_map(|step| step.data.get("participants")?.as_array());
    let mut clients = lists
        .flatten()
        .filter(|one| one.get("role").and_then(Value::as_str) == Some(Role::Client.code()));
    clients.find_map(|one| one.get("actor").filter(|actor| actor.is_string()).cloned())
}

fn asked_step(context: &Context) -> Result<Option<usize>, Failure> {
    prompt(context, "cli-mine-ask-step")?;
    let mut typed = String::new();
    std::io::stdin().lock().read_line(&mut typed)?;
    match typed.trim() {
        "" => Ok(None),
        text => {
            let step = text.parse().ok();
            let wrong = || Failure::usage("cli-story-no-step", text);
            step.ok_or_else(wrong).map(Some)
        }
    }
}

fn asked_words(context: &Context) -> Result<Option<String>, Failure> {
    prompt(context, "cli-mine-ask-words")?;
    let mut lines = Vec::new();
    for line in std::io::stdin().lock().lines() {
        let line = line?;
        if line.trim().is_empty() {
            break;
        }
        lines.push(line.trim().to_owned());
    }
    Ok((!lines.is_empty()).then(|| lines.join("\n")))
}

fn prompt(context: &Context, key: &str) -> Result<(), Failure> {
    let mut out = std::io::stdout().lock();
    write!(out, "{}\n> ", context.texts.get(key))?;
    Ok(out.flush()?)
}
