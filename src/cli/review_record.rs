//! What is written in a review with a form of its own: the plan, a view, a judgement, a bundle, an
//! answer and the closing. The same forms as `record`, with what the place says filled in.

use clap::{ArgMatches, Command};
use serde_json::{Value, json};

use super::arguments::{option, positional, verb};
use super::audit::{round, text};
use super::context::Context;
use super::failure::Failure;
use super::page::Tone;
use super::record::{How, as_step, finish, from_flags};
use crate::book::fields::{EventType, Line};
use crate::book::reviews::Theme;
use crate::book::{Access, Recording};
use crate::text::Texts;

/// One form.
struct Form {
    name: &'static str,
    path: &'static str,
    event: EventType,
    /// Whether it is about a round.
    of_round: bool,
    /// Whether it can be about a case of the set.
    of_case: bool,
}

const FORMS: [Form; 6] = [
    Form {
        name: "plan",
        path: "review plan",
        event: EventType::RoundPlanned,
        of_round: true,
        of_case: false,
    },
    Form {
        name: "write",
        path: "review write",
        event: EventType::ViewWritten,
        of_round: true,
        of_case: true,
    },
    Form {
        name: "judge",
        path: "review judge",
        event: EventType::JudgementRecorded,
        of_round: true,
        of_case: true,
    },
    Form {
        name: "bundle",
        path: "review bundle",
        event: EventType::ExceptionsBundled,
        of_round: false,
        of_case: false,
    },
    Form {
        name: "answer",
        path: "review answer",
        event: EventType::OrganisationAnswered,
        of_round: false,
        of_case: false,
    },
    Form {
        name: "close",
        path: "review close",
        event: EventType::RoundClosed,
        of_round: true,
        of_case: false,
    },
];

/// The commands, in the order of [`FORMS`].
pub(super) fn commands(texts: &Texts) -> [Command; 6] {
    FORMS.map(|form| {
        let mut command = verb(texts, form.path);
        if form.of_round {
            command = command.arg(round(texts, form.path));
        }
        if form.of_case {
            command = command.arg(option(texts, form.path, "case", "name"));
        }
        match form.event {
            EventType::OrganisationAnswered => {
                let about = positional(texts, form.path, "answered", "text");
                command = command.arg(about.required(true));
            }
            EventType::ExceptionsBundled => {
                let rule = option(texts, form.path, "rule", "text");
                command = command.arg(rule.conflicts_with("exceptions"));
            }
            _ => {}
        }
        let told: &[&str] = match form.event {
            EventType::RoundPlanned => &["round", "kind"],
            EventType::OrganisationAnswered => &["about"],
            EventType::ExceptionsBundled => &[],
            _ => &["round"],
        };
        as_step(command, form.event, texts, told.iter().copied())
    })
}

/// Records one of them.
pub(super) fn run(context: &Context, name: &str, matches: &ArgMatches) -> Result<(), Failure> {
    let Some(form) = FORMS.iter().find(|form| form.name == name) else {
        return Ok(());
    };
    let mut line = from_flags(form.event, matches)?;
    let code = text(matches, "in-round").unwrap_or_default();
    if form.of_round {
        line.data.insert("round".to_owned(), Value::from(code));
    }
    match form.event {
        EventType::RoundPlanned => plan(context, &mut line)?,
        EventType::OrganisationAnswered => {
            let about = text(matches, "answered").unwrap_or_default();
            line.data.insert("about".to_owned(), Value::from(about));
        }
        EventType::ExceptionsBundled => bundle(context, matches, &mut line)?,
        _ => about(context, &line)?,
    }
    let how = How {
        guided: matches.get_flag("guided"),
        dry_run: matches.get_flag("dry-run"),
    };
    match text(matches, "case").filter(|_| form.of_case) {
        Some(case) => of_case(context, code, case, line, how.dry_run),
        None => {
            if form.of_round && form.event != EventType::RoundPlanned {
                let book = context.open(Access::Read)?;
                book.theme_round(municipality(&line), code)?;
            }
            finish(context, form.event, line, &Recording::default(), how)
        }
    }
}

fn municipality(line: &Line) -> Option<&str> {
    line.common.get("municipality").and_then(Value::as_str)
}

/// The plan of a review, with the indicators of its theme when none are named.
fn plan(context: &Context, line: &mut Line) -> Result<(), Failure> {
    line.data
        .insert("kind".to_owned(), Value::from("thematoets"));
    let book = context.open(Access::Read)?;
    let theme = line.data.get("theme").and_then(Value::as_str);
    let named = line.data.get("indicators").and_then(Value::as_array);
    let indicators = match (named, theme.and_then(Theme::from_code)) {
        (Some(named), _) => {
            let names = named.iter().filter_map(Value::as_str);
            let found = names.map(|name| book.indicator_named(name));
            found.collect::<Result<Vec<_>, _>>()?
        }
        (None, Some(theme)) => book.indicators_of(theme)?,
        (None, None) => return Ok(()),
    };
    let names: Vec<Value> = indicators
        .into_iter()
        .map(|one| Value::from(one.name))
        .collect();
    line.data
        .insert("indicators".to_owned(), Value::from(names));
    Ok(())
}

/// What a view or judgement is about must be a question, so that it is found again beside it.
fn about(context: &Context, line: &Line) -> Result<(), Failure> {
    if let Some(about) = line.data.get("about").and_then(Value::as_str) {
        context.open(Access::Read)?.indicator_named(about)?;
    }
    Ok(())
}

/// The exceptions to a rule that are in no bundle yet, when a rule was named.
fn bundle(context: &Context, matches: &ArgMatches, line: &mut Line) -> Result<(), Failure> {
    let Some(rule) = text(matches, "rule") else {
        return Ok(());
    };
    let book = context.open(Access::Read)?;
    let on = line.common.get("occurred_on").and_then(Value::as_str);
    let on = on.and_then(|day| day.parse().ok());
    let on = on.unwrap_or_else(|| book.now().day());
    let found = book.exceptions_to(municipality(line), rule, on)?;
    line.data
        .insert("exceptions".to_owned(), Value::from(found));
    Ok(())
}

/// Records something about a case of the set. Its number is not said: whoever reviews it knows it by
/// the name that it has in the round.
fn of_case(
    context: &Context,
    code: &str,
    case: &str,
    mut line: Line,
    dry_run: bool,
) -> Result<(), Failure> {
    let access = if dry_run { Access::Read } else { Access::Write };
    let book = context.open(access)?;
    let round = book.theme_round(municipality(&line), code)?;
    line.dossier = Some(book.dossier_behind(&round, case)?);
    let today = book.now().day().to_string();
    line.common
        .entry("occurred_on".to_owned())
        .or_insert_with(|| Value::from(today));
    let refused = |error| Failure::form(&line.event, error);
    if dry_run {
        book.consider(&line, &Recording::default())
            .map_err(refused)?;
    } else {
        book.record(&line, &Recording::default()).map_err(refused)?;
    }
    book.close()?;
    let case = case.trim().to_uppercase();
    if context.json {
        return context.show_json(&json!({
            "dry_run": dry_run, "event": line.event, "round": code, "case": case }));
    }
    let texts = &context.texts;
    let values = [
        ("event", texts.event(&line.event).into()),
        ("case", case.into()),
    ];
    let key = match (dry_run, line.event == EventType::ViewWritten.name()) {
        (true, _) => "review-would-record",
        (false, true) => "review-recorded-alone",
        (false, false) => "review-recorded",
    };
    let mut page = context.page();
    page.line(0, Tone::Plain, &texts.with(key, &values));
    context.show(&page)
}
