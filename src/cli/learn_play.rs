//! `replay learn start, show, reveal, spread`: reading a shielded case up to a decision, what came
//! after the own answer, and what all learners chose together.

use std::io::{BufRead as _, IsTerminal as _, Write as _};

use clap::{ArgMatches, Command};
use serde_json::{Value, json};

use super::arguments::{option, verb};
use super::context::Context;
use super::failure::Failure;
use super::learn::{case, named, opened, pdf, point, print, round, tell, text, who};
use crate::book::Access;
use crate::book::learning::{Document, LearnError, STAGES, Stage};
use crate::text::Texts;

/// `start`: the goal of the round and how far the learner is.
pub(super) fn start(texts: &Texts) -> Command {
    verb(texts, "replay learn start")
        .args(round(texts))
        .args(who(texts, "LE"))
}

/// `show`: the case up to the decision point.
pub(super) fn show(texts: &Texts) -> Command {
    verb(texts, "replay learn show")
        .args(round(texts))
        .args(who(texts, "LE"))
        .arg(case(texts))
        .arg(point(texts))
        .arg(pdf(texts))
}

/// `reveal`: what was decided, said, chosen by others, and what followed.
pub(super) fn reveal(texts: &Texts) -> Command {
    let path = "replay learn reveal";
    verb(texts, path)
        .args(round(texts))
        .args(who(texts, "LE"))
        .arg(case(texts))
        .arg(point(texts).required(true))
        .arg(option(texts, path, "until", "kind").value_parser(STAGES.map(Stage::code)))
        .arg(pdf(texts))
}

/// `spread`: what learners chose together.
pub(super) fn spread(texts: &Texts) -> Command {
    let path = "replay learn spread";
    verb(texts, path)
        .args(round(texts))
        .arg(option(texts, path, "by", "kind"))
        .arg(pdf(texts))
}

/// Shows the goal and the cases.
pub(super) fn run_start(context: &Context, matches: &ArgMatches) -> Result<(), Failure> {
    let (book, round) = opened(context, matches, Access::Read)?;
    let progress = book.learning_progress(&round, &named(matches).actor)?;
    if context.json {
        let value = json!({
            "round": round.round,
            "question": round.question,
            "goal": round.goal,
            "cases": serde_json::to_value(&progress).map_err(std::io::Error::from)?,
        });
        return context.show_json(&value);
    }
    let texts = &context.texts;
    let mut page = context.page();
    let values = [("round", round.round.as_str().into())];
    page.title(&texts.with("learn-start-title", &values));
    let plain = super::page::Tone::Plain;
    for (key, said) in [
        ("goal", round.goal.as_ref()),
        ("question", Some(&round.question)),
    ] {
        if let Some(said) = said {
            let label = texts.get(&format!("learn-start-{key}"));
            page.line(0, plain, &format!("{label}: {said}"));
        }
    }
    page.gap();
    if progress.is_empty() {
        page.line(0, plain, &texts.get("learn-start-empty"));
        return context.show(&page);
    }
    let head = ["case", "locked", "finished"]
        .map(|column| texts.get(&format!("learn-start-{column}")).into_owned());
    let rows: Vec<Vec<String>> = progress
        .iter()
        .map(|one| {
            vec![
                one.case.clone(),
                one.locked.to_string(),
                one.finished.to_string(),
            ]
        })
        .collect();
    page.table(&head, &rows, &[1, 2]);
    page.gap();
    page.line(0, plain, &texts.get("learn-start-next"));
    context.show(&page)
}

/// Shows the case up to the point.
pub(super) fn run_show(context: &Context, matches: &ArgMatches) -> Result<(), Failure> {
    let (book, round) = opened(context, matches, Access::Read)?;
    let case = text(matches, "case").unwrap_or_default();
    let point = matches.get_one::<usize>("point").copied();
    let who = named(matches);
    let scene = book.learning_scene(&context.texts, &round, &case, point, &who)?;
    tell(context, matches, &scene.document, || {
        serde_json::to_value(&scene)
    })
}

/// Shows the stages, one after another; at a terminal it waits after each.
pub(super) fn run_reveal(context: &Context, matches: &ArgMatches) -> Result<(), Failure> {
    let (book, round) = opened(context, matches, Access::Read)?;
    let case = text(matches, "case").unwrap_or_default();
    let point = matches.get_one::<usize>("point").copied().unwrap_or(0);
    let until = text(matches, "until").and_then(|code| Stage::from_code(&code));
    let until = until.unwrap_or(Stage::WhatFollowed);
    let who = named(matches);
    let revealed = book.reveal(&context.texts, &round, &case, point, until, &who)?;
    let as_json = || {
        serde_json::to_value(&revealed).map(|stages| {
            json!({ "round": round.round, "case": case.to_uppercase(), "point": point, "stages": stages })
        })
    };
    let waits = !context.json
        && text(matches, "until").is_none()
        && matches.get_one::<std::path::PathBuf>("pdf").is_none()
        && std::io::stdin().is_terminal()
        && std::io::stdout().is_terminal();
    if !waits {
        let documents = revealed.iter().map(|stage| &stage.document);
        return match joined(documents) {
            Some(document) => tell(context, matches, &document, as_json),
            None => Ok(()),
        };
    }
    let last = revealed.len();
    for (stage, number) in revealed.iter().zip(1..) {
        print(context, &stage.document)?;
        if number < last && !go_on(context)? {
            break;
        }
    }
    Ok(())
}

/// One document of several: the head of the first, and the text of all.
pub(super) fn joined<'d>(mut all: impl Iterator<Item = &'d Document>) -> Option<Document> {
    let mut whole = all.next()?.clone();
    for next in all {
        whole.blocks.extend(next.blocks.iter().cloned());
    }
    Some(whole)
}

/// Waits for Enter; `false` when the reader stops.
pub(super) fn go_on(context: &Context) -> Result<bool, Failure> {
    let mut out = context.out();
    write!(out, "\n{} ", context.texts.get("learn-go-on"))?;
    out.flush()?;
    let mut typed = String::new();
    let read = std::io::stdin().lock().read_line(&mut typed)?;
    Ok(read > 0 && !matches!(typed.trim(), "q" | "!"))
}

/// Shows the spread of the choices.
pub(super) fn run_spread(context: &Context, matches: &ArgMatches) -> Result<(), Failure> {
    // Whatever else is asked for would tell of persons.
    if text(matches, "by").is_some_and(|by| !matches!(by.as_str(), "situatie" | "situation")) {
        return Err(Failure::Book(LearnError::PerPerson.into()));
    }
    let (book, round) = opened(context, matches, Access::Read)?;
    let (situations, document) = book.learning_spread(&context.texts, &round)?;
    tell(context, matches, &document, || {
        let situations: Value = serde_json::to_value(&situations)?;
        Ok(json!({ "round": round.round, "situations": situations }))
    })
}
