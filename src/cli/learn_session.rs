//! `replay learn session`: a group learns from a case. Who guides gets the steps with their minutes
//! and the role cards; the decision stays away until its step; nobody's name is kept.

use std::io::{IsTerminal as _, Write as _};
use std::time::Instant;

use clap::{ArgAction, ArgMatches, Command, value_parser};
use serde_json::json;

use super::arguments::{option, verb};
use super::context::Context;
use super::failure::Failure;
use super::learn::{named, opened, pdf, point, print, round, say, several, tell, text, who};
use super::learn_answer::Asker;
use super::learn_play::{go_on, joined};
use crate::book::Access;
use crate::book::learning::{Guide, Held, LearningRound, Moment, SessionForm, Stage};
use crate::text::Texts;

/// The arguments.
pub(super) fn command(texts: &Texts) -> Command {
    let path = "replay learn session";
    let own = |name: &'static str, value: &'static str| option(texts, path, name, value);
    let forms: Vec<&str> = SessionForm::ALL.iter().map(|form| form.code()).collect();
    verb(texts, path)
        .args(round(texts))
        .args(who(texts, "TB"))
        .arg(option(texts, "replay learn", "case", "name"))
        .arg(point(texts).default_value("1"))
        .arg(own("form", "kind").value_parser(forms).required(true))
        .arg(own("present", "text").action(ArgAction::Append))
        .arg(own("minutes", "count").value_parser(value_parser!(u64)))
        .arg(own("insight", "text"))
        .arg(own("follow-up", "text"))
        .arg(own("next-on", "day"))
        .arg(pdf(texts))
}

/// Guides a session, or records one that was held.
pub(super) fn run(context: &Context, matches: &ArgMatches) -> Result<(), Failure> {
    let code = text(matches, "form").unwrap_or_default();
    let form = SessionForm::from_code(&code).unwrap_or(SessionForm::Free);
    if text(matches, "insight").is_some() {
        return record(context, matches, &held(matches, form)?);
    }
    let (book, round) = opened(context, matches, Access::Read)?;
    let guide = Guide::new(&context.texts, form, book.now().day());
    let at_terminal = !context.json
        && matches.get_one::<std::path::PathBuf>("pdf").is_none()
        && std::io::stdin().is_terminal()
        && std::io::stdout().is_terminal();
    if !at_terminal {
        return on_paper(context, matches, &book, &round, &guide);
    }
    drop(book);
    let minutes = by_hand(context, matches, &guide)?;
    let mut asker = Asker::new(context);
    let Some(insight) = asker.said("session-insight")? else {
        return say(context, "learn-stopped", &[]);
    };
    let mut held = held(matches, form)?;
    held.insight = insight;
    held.follow_up = asker.said("session-follow-up")?;
    held.minutes = held.minutes.or(Some(minutes));
    if held.present.is_empty()
        && let Some(said) = asker.said("session-present")?
    {
        held.present = present(said.split([',', ';']).map(str::trim))?;
    }
    record(context, matches, &held)
}

/// The guide with the case up to the decision, to print: never with the decision.
fn on_paper(
    context: &Context,
    matches: &ArgMatches,
    book: &crate::book::Book,
    round: &LearningRound,
    guide: &Guide,
) -> Result<(), Failure> {
    let mut documents = vec![guide.document.clone()];
    let mut scene = None;
    if let Some(case) = text(matches, "case") {
        let point = matches.get_one::<usize>("point").copied().unwrap_or(1);
        let shown = book.guided_scene(&context.texts, round, &case, point)?;
        documents.push(shown.document.clone());
        scene = Some(shown);
    }
    let Some(document) = joined(documents.iter()) else {
        return Ok(());
    };
    tell(context, matches, &document, || {
        let scene = serde_json::to_value(&scene)?;
        let guide = serde_json::to_value(guide)?;
        Ok(json!({ "round": round.round, "guide": guide, "scene": scene }))
    })
}

/// Walks through the steps at a terminal; gives the minutes it took.
fn by_hand(context: &Context, matches: &ArgMatches, guide: &Guide) -> Result<u64, Failure> {
    let (book, round) = opened(context, matches, Access::Read)?;
    let texts = &context.texts;
    let begun = Instant::now();
    let mut page = context.page();
    page.title(&guide.document.title);
    for (name, card) in &guide.roles {
        page.field(0, 22, name, card);
    }
    context.show(&page)?;
    let case = text(matches, "case");
    let point = matches.get_one::<usize>("point").copied().unwrap_or(1);
    for step in &guide.steps {
        let since = Instant::now();
        let mut page = context.page();
        let values = [
            ("number", step.number.to_string().into()),
            ("title", step.title.as_str().into()),
            ("minutes", step.minutes.into()),
        ];
        page.raw("");
        page.title(&texts.with("learn-step-head", &values));
        page.line(0, super::page::Tone::Plain, &step.text);
        context.show(&page)?;
        if let Some(case) = &case {
            match step.moment {
                Moment::Work => {}
                Moment::Case => {
                    let scene = book.guided_scene(texts, &round, case, point)?;
                    print(context, &scene.document)?;
                }
                Moment::Reveal => {
                    let until = Stage::WhatFollowed;
                    let stages = book.guided_reveal(texts, &round, case, point, until)?;
                    if let Some(all) = joined(stages.iter().map(|stage| &stage.document)) {
                        print(context, &all)?;
                    }
                }
            }
        }
        if !go_on(context)? {
            break;
        }
        let took = since.elapsed().as_secs().div_ceil(60);
        let values = [("took", took.into()), ("minutes", step.minutes.into())];
        let mut out = context.out();
        writeln!(out, "{}", texts.with("learn-step-took", &values))?;
        out.flush()?;
    }
    Ok(begun.elapsed().as_secs().div_ceil(60))
}

fn held(matches: &ArgMatches, form: SessionForm) -> Result<Held, Failure> {
    let said = several(matches, "present");
    Ok(Held {
        form: form.code().to_owned(),
        present: present(said.iter().map(String::as_str))?,
        minutes: matches.get_one::<u64>("minutes").copied(),
        insight: text(matches, "insight").unwrap_or_default(),
        follow_up: text(matches, "follow-up"),
        next_on: text(matches, "next-on"),
    })
}

/// `TB=3`: three counsellors.
fn present<'t>(said: impl Iterator<Item = &'t str>) -> Result<Vec<(String, u64)>, Failure> {
    let mut all = Vec::new();
    for one in said.filter(|one| !one.is_empty()) {
        let read = one.split_once('=').and_then(|(role, count)| {
            let count = count.trim().parse().ok()?;
            Some((role.trim().to_owned(), count))
        });
        all.push(read.ok_or_else(|| Failure::usage("learn-no-present", one))?);
    }
    Ok(all)
}

fn record(context: &Context, matches: &ArgMatches, held: &Held) -> Result<(), Failure> {
    let (book, round) = opened(context, matches, Access::Write)?;
    let recorded = book.record_session(&round, held, &named(matches));
    recorded.map_err(|error| Failure::form("session_held", error))?;
    book.close()?;
    if context.json {
        return context.show_json(&json!({ "round": round.round, "held": true }));
    }
    let round = round.round.as_str();
    say(context, "learn-session-held", &[("round", round.into())])
}
