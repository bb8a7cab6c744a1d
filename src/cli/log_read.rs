//! `log read`: the events of the log, one line each; also live.

use std::io::Write;

use clap::{ArgMatches, Command, value_parser};
use serde_json::{Value, json};

use super::arguments::{option, switch, verb};
use super::context::Context;
use super::failure::Failure;
use super::page::{Page, Tone};
use super::{errors, log_info};
use crate::base::StreamId;
use crate::book::errors::KeyClosed;
use crate::book::fields::{EventType, StreamKind};
use crate::book::inspect::{KeptUntil, Look, Looked, NotRead, NotShown};
use crate::book::{Access, Book, Notice};
use crate::text::Texts;

const PATH: &str = "log read";

/// The arguments.
pub(super) fn command(texts: &Texts) -> Command {
    verb(texts, PATH)
        .arg(option(texts, PATH, "from", "position").value_parser(value_parser!(u64)))
        .arg(option(texts, PATH, "limit", "count").value_parser(value_parser!(u64)))
        .arg(option(texts, PATH, "stream", "stream"))
        .arg(
            option(texts, PATH, "type", "kind").value_parser(
                EventType::ALL
                    .iter()
                    .map(|event| event.name())
                    .collect::<Vec<_>>(),
            ),
        )
        .arg(
            option(texts, PATH, "category", "kind")
                .value_parser(StreamKind::ALL.map(StreamKind::name)),
        )
        .arg(switch(texts, PATH, "backward").conflicts_with("follow"))
        .arg(switch(texts, PATH, "follow"))
        .arg(switch(texts, PATH, "facts").conflicts_with("words"))
        .arg(switch(texts, PATH, "words"))
}

/// How lines are written.
struct Lines<'a> {
    context: &'a Context,
    page: Page,
    content: bool,
}

/// Reads.
pub(super) fn run(context: &Context, matches: &ArgMatches) -> Result<(), Failure> {
    let book = context.open(Access::Read)?;
    for notice in book.notices() {
        // Talk goes to standard error, so that what is read can be piped on.
        if !context.json || matches!(notice, Notice::Locked { .. }) {
            errors::tell(context, &log_info::told(&context.texts, notice));
        }
    }
    let look = look(&book, matches)?;
    let limit = matches.get_one::<u64>("limit").copied().unwrap_or(u64::MAX);
    let lines = Lines {
        context,
        page: context.page(),
        content: look.words || matches.get_flag("facts"),
    };
    if matches.get_flag("follow") {
        return follow(&book, &look, limit, &lines);
    }
    let mut out = context.out();
    let mut looking = book.look(&look)?;
    let mut count = 0;
    while count < limit {
        let Some(item) = looking.next()? else { break };
        lines.write(&mut out, &item)?;
        count += 1;
    }
    out.flush()?;
    if count == 0 && limit > 0 && !context.json {
        errors::tell(context, &context.texts.get("cli-log-read-nothing"));
    }
    Ok(())
}

/// What was asked for.
fn look(book: &Book, matches: &ArgMatches) -> Result<Look, Failure> {
    let stream = match matches.get_one::<String>("stream") {
        None => None,
        Some(text) => match text.parse::<StreamId>() {
            Ok(stream) => Some(stream),
            // Not the name of a stream, so the number of a dossier.
            Err(_) => Some(book.stream_of_dossier(text)?),
        },
    };
    let named = |name: &str| matches.get_one::<String>(name).map(String::as_str);
    Ok(Look {
        from: matches.get_one::<u64>("from").copied(),
        stream,
        event_type: named("type").and_then(EventType::from_name),
        kind: named("category")
            .and_then(|name| StreamKind::ALL.into_iter().find(|kind| kind.name() == name)),
        backward: matches.get_flag("backward"),
        words: matches.get_flag("words"),
    })
}

/// Goes on until it is stopped, or nobody reads any more.
fn follow(book: &Book, look: &Look, limit: u64, lines: &Lines<'_>) -> Result<(), Failure> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_time()
        .build()?;
    let mut subscription = book.follow(look);
    runtime.block_on(async {
        let mut out = std::io::stdout();
        let mut count = 0;
        while count < limit {
            let item = subscription.next().await?;
            lines.write(&mut out, &item)?;
            out.flush()?;
            count += 1;
        }
        Ok(())
    })
}

impl Lines<'_> {
    fn write(&self, out: &mut dyn Write, item: &Looked) -> Result<(), Failure> {
        if self.context.json {
            writeln!(out, "{}", self.json(item))?;
        } else {
            writeln!(out, "{}", self.line(item))?;
        }
        Ok(())
    }

    fn line(&self, item: &Looked) -> String {
        let texts = &self.context.texts;
        let entry = &item.entry;
        let (hour, minute) = entry.recorded_at.hour_minute();
        let stream = entry.stream.to_string();
        // Category and the first eight digits: enough to see which lines belong together.
        let stream: String = stream.chars().take(10).collect();
        let place = format!(
            "{:>7}  {} {hour:02}:{minute:02}  {stream:<10} {:>4}",
            entry.position.0,
            entry.recorded_at.day(),
            entry.version.0,
        );
        let label = match EventType::from_number(entry.event_type) {
            Some(event) => texts.event(event.name()),
            None => texts.get("cli-log-newer"),
        };
        let said = match &item.content {
            Ok(recorded) => {
                let common = &recorded.common;
                let role = texts.code("role", common.role.code());
                let mut said = format!("{role} {}", common.actor.0);
                if self.content {
                    said = format!("{said}  {}", recorded.event.write());
                }
                said
            }
            Err(why) => closed(texts, why),
        };
        let place = self.page.toned(Tone::Soft, &place);
        let said: String = said.chars().filter(|letter| !letter.is_control()).collect();
        format!("{place}  {label} · {said}")
    }

    fn json(&self, item: &Looked) -> Value {
        let entry = &item.entry;
        let mut value = json!({
            "position": entry.position.0,
            "stream": entry.stream.to_string(),
            "version": entry.version.0,
            "id": entry.event_id.to_string(),
            "type": EventType::from_number(entry.event_type).map(EventType::name),
            "type_number": entry.event_type,
            "schema_version": entry.schema_version,
            "recorded_at": entry.recorded_at.to_string(),
            "time_was_set": entry.time_was_set,
            "actor_pseudonym": entry.actor.to_string(),
        });
        match &item.content {
            Ok(recorded) if self.content => {
                value["common"] = crate::book::fields::Field::write(&recorded.common);
                value["data"] = recorded.event.write();
            }
            Ok(_) => {}
            Err(NotShown::Closed(why)) => value["closed"] = Value::from(code(why)),
            Err(NotShown::Kept(until)) => {
                value["closed"] = Value::from("kept");
                value["kept_until"] = match until {
                    KeptUntil::RoundOpened(round) => json!({ "round_opened": round.0 }),
                    KeptUntil::Learned => Value::from("learned"),
                };
            }
        }
        value
    }
}

/// Why the content is not shown.
fn closed(texts: &Texts, why: &NotShown) -> String {
    match why {
        NotShown::Closed(why) => texts.get(&format!("cli-closed-{}", code(why))).into_owned(),
        NotShown::Kept(KeptUntil::RoundOpened(round)) => {
            let round = [("round", round.0.as_str().into())];
            texts.with("cli-kept-round", &round).into_owned()
        }
        NotShown::Kept(KeptUntil::Learned) => texts.get("cli-kept-learned").into_owned(),
    }
}

/// The same for a program.
fn code(why: &NotRead) -> &'static str {
    match why {
        NotRead::Closed(KeyClosed::NoKeyFile) => "no_key",
        NotRead::Closed(KeyClosed::KeyDestroyed { .. }) => "destroyed",
        NotRead::Closed(_) => "damaged",
        NotRead::Unreadable(_) => "unreadable",
    }
}
