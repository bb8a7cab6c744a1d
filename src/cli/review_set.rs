//! `review list`, `preview`, `confirm`, `draw`, `show`, `open`: the rounds, the shielded set of one,
//! and what people wrote, once it may be seen.

use std::path::PathBuf;

use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use serde_json::{Value, json};

use super::arguments::{option, verb};
use super::audit::{line, round, text, whoever};
use super::context::Context;
use super::failure::Failure;
use super::learn::several;
use super::page::{Page, Tone};
use crate::book::audits::Round;
use crate::book::learning::Who;
use crate::book::reviews::{Part, View};
use crate::book::{Access, Book, Error, Recording};
use crate::text::Texts;

fn municipality(texts: &Texts, path: &str) -> Arg {
    option(texts, path, "municipality", "municipality")
}

/// The arguments of `review list`.
pub(super) fn list(texts: &Texts) -> Command {
    let path = "review list";
    verb(texts, path).arg(municipality(texts, path))
}

/// The arguments of `review preview`.
pub(super) fn preview(texts: &Texts) -> Command {
    let path = "review preview";
    verb(texts, path)
        .arg(round(texts, path))
        .arg(option(texts, path, "dossier", "number").required(true))
        .arg(option(texts, path, "mask", "text").action(ArgAction::Append))
        .arg(municipality(texts, path))
        .arg(option(texts, path, "pdf", "file").value_parser(value_parser!(PathBuf)))
}

/// The arguments of `review confirm`.
pub(super) fn confirm(texts: &Texts) -> Command {
    let path = "review confirm";
    verb(texts, path)
        .arg(round(texts, path))
        .arg(option(texts, path, "dossier", "number").required(true))
        .arg(option(texts, path, "mask", "text").action(ArgAction::Append))
        .args(whoever(texts, path))
}

/// The arguments of `review draw`.
pub(super) fn draw(texts: &Texts) -> Command {
    let path = "review draw";
    let dossier = option(texts, path, "dossier", "number").action(ArgAction::Append);
    verb(texts, path)
        .arg(round(texts, path))
        .arg(dossier.required(true))
        .args(whoever(texts, path))
}

/// The arguments of `review show`.
pub(super) fn show(texts: &Texts) -> Command {
    let path = "review show";
    verb(texts, path)
        .arg(round(texts, path))
        .arg(option(texts, path, "case", "name"))
        .arg(option(texts, path, "as", "person"))
        .arg(municipality(texts, path))
        .arg(option(texts, path, "pdf", "file").value_parser(value_parser!(PathBuf)))
}

/// The arguments of `review open`.
pub(super) fn open(texts: &Texts) -> Command {
    let path = "review open";
    verb(texts, path)
        .arg(round(texts, path))
        .arg(option(texts, path, "case", "name"))
        .args(whoever(texts, path))
}

fn named(matches: &ArgMatches) -> Who {
    let text = |name| text(matches, name).unwrap_or_default().to_owned();
    Who {
        actor: text("as"),
        role: text("role"),
    }
}

fn opened(
    context: &Context,
    matches: &ArgMatches,
    access: Access,
) -> Result<(Book, Round), Failure> {
    let book = context.open(access)?;
    let code = text(matches, "in-round").unwrap_or_default();
    let round = book.theme_round(text(matches, "municipality"), code)?;
    Ok((book, round))
}

/// The code of where a round stands.
fn state(round: &Round, opened: bool) -> &'static str {
    match (&round.closed, opened, round.draws.is_empty()) {
        (Some(_), _, _) => "closed",
        (None, true, _) => "opened",
        (None, false, false) => "drawn",
        (None, false, true) => "planned",
    }
}

/// Lists the reviews of a municipality.
pub(super) fn run_list(context: &Context, matches: &ArgMatches) -> Result<(), Failure> {
    let book = context.open(Access::Read)?;
    let municipality = text(matches, "municipality");
    let mut rows = Vec::new();
    let mut items = Vec::new();
    let texts = &context.texts;
    for round in book.rounds_of(municipality)? {
        let Some(theme) = round.plan.theme else {
            continue;
        };
        let review = book.review(municipality, round.code())?;
        let state = state(&round, review.whole.opened);
        let ends = round.plan.ends_on.map(|day| day.to_string());
        items.push(
            json!({ "round": round.code(), "theme": theme.code(), "state": state,
            "question": round.plan.question.open(), "cases": review.cases.len(), "ends_on": ends }),
        );
        rows.push(vec![
            round.code().to_owned(),
            texts.code("theme", theme.code()).into_owned(),
            texts.get(&format!("review-state-{state}")).into_owned(),
            ends.unwrap_or_else(|| "–".to_owned()),
        ]);
    }
    if context.json {
        return context.show_json(&json!({ "reviews": items }));
    }
    let mut page = context.page();
    if rows.is_empty() {
        page.line(0, Tone::Plain, &texts.get("review-list-none"));
        return context.show(&page);
    }
    let head = ["round", "theme", "state", "ends"]
        .map(|key| texts.get(&format!("review-list-{key}")).into_owned());
    page.table(&head, &rows, &[]);
    context.show(&page)
}

/// Shows how a dossier would read in the set.
pub(super) fn run_preview(context: &Context, matches: &ArgMatches) -> Result<(), Failure> {
    let (book, round) = opened(context, matches, Access::Read)?;
    let set = book.set_of(&round)?;
    let number = text(matches, "dossier").unwrap_or_default();
    let scene = book.shielded_preview(&context.texts, &set, number, &several(matches, "mask"))?;
    super::document::show(
        context,
        &scene.document,
        matches.get_one("pdf"),
        "audit-report-written",
    )
}

/// Records that a person read the shielded text.
pub(super) fn run_confirm(context: &Context, matches: &ArgMatches) -> Result<(), Failure> {
    let (book, round) = opened(context, matches, Access::Write)?;
    let set = book.set_of(&round)?;
    let number = text(matches, "dossier").unwrap_or_default();
    let mask = several(matches, "mask");
    let confirmed = book.confirm_shielding(&set, number, &mask, &named(matches));
    confirmed.map_err(|error| form("shielding_confirmed", error))?;
    book.close()?;
    if context.json {
        return context.show_json(&json!({ "round": round.code(), "confirmed": true }));
    }
    let values = [("number", number.into()), ("round", round.code().into())];
    say(context, "review-confirmed", &values)
}

/// Puts confirmed dossiers into the set.
pub(super) fn run_draw(context: &Context, matches: &ArgMatches) -> Result<(), Failure> {
    let (book, round) = opened(context, matches, Access::Write)?;
    let set = book.set_of(&round)?;
    let filled = book.fill_learning(&set, &several(matches, "dossier"), &named(matches));
    let filled = filled.map_err(|error| form("cases_drawn", error))?;
    book.close()?;
    if context.json {
        return context.show_json(&json!({ "round": round.code(), "cases": filled.cases }));
    }
    let values = [
        ("round", round.code().into()),
        ("cases", context.texts.list(&filled.cases).into()),
    ];
    say(context, "review-drawn", &values)
}

fn form(event: &str, error: Error) -> Failure {
    Failure::form(event, error)
}

fn say(
    context: &Context,
    key: &str,
    values: &[(&str, crate::text::Value<'_>)],
) -> Result<(), Failure> {
    let mut page = context.page();
    page.line(0, Tone::Plain, &context.texts.with(key, values));
    context.show(&page)
}

/// Shows a round, or a case of its set.
pub(super) fn run_show(context: &Context, matches: &ArgMatches) -> Result<(), Failure> {
    let (book, round) = opened(context, matches, Access::Read)?;
    let case = text(matches, "case");
    if let Some(case) = case {
        let scene = book.shielded_case(&context.texts, &book.set_of(&round)?, case)?;
        return super::document::show(
            context,
            &scene.document,
            matches.get_one("pdf"),
            "audit-report-written",
        );
    }
    let review = book.review(text(matches, "municipality"), round.code())?;
    let mut own: Vec<(Option<String>, Vec<View>)> = Vec::new();
    if let Some(who) = text(matches, "as") {
        let parts = std::iter::once(&review.whole).chain(&review.cases);
        for part in parts {
            let views = book.own_views(&round, part.case.as_deref(), who)?;
            own.push((part.case.clone(), views));
        }
    }
    if context.json {
        let own: Vec<Value> = own
            .iter()
            .filter(|(_, views)| !views.is_empty())
            .map(|(case, views)| json!({ "case": case, "views": views }))
            .collect();
        return context.show_json(&json!({
            "round": round.code(),
            "theme": round.plan.theme.map(|theme| theme.code()),
            "state": state(&round, review.whole.opened),
            "indicators": round.plan.indicators.iter().map(|one| &one.0).collect::<Vec<_>>(),
            "whole": review.whole,
            "cases": review.cases,
            "own": own,
        }));
    }
    let texts = &context.texts;
    let mut page = context.page();
    page.title(&texts.with("review-show-title", &[("round", round.code().into())]));
    if let Some(question) = round.plan.question.open() {
        page.line(0, Tone::Strong, question);
    }
    let names: Vec<String> = review
        .cases
        .iter()
        .filter_map(|one| one.case.clone())
        .collect();
    let mut field = |key: &str, value: &str| {
        page.field(2, 16, &texts.get(&format!("review-{key}")), value);
    };
    if let Some(theme) = round.plan.theme {
        field("theme", &texts.code("theme", theme.code()));
    }
    let state = state(&round, review.whole.opened);
    field("state", &texts.get(&format!("review-state-{state}")));
    field("cases", &names.join(", "));
    for (case, views) in &own {
        tell(&mut page, texts, "review-show-own", case.as_deref(), views);
    }
    for part in std::iter::once(&review.whole).chain(&review.cases) {
        tell_part(&mut page, texts, part);
    }
    context.show(&page)
}

fn tell_part(page: &mut Page, texts: &Texts, part: &Part) {
    tell(
        page,
        texts,
        "review-show-views",
        part.case.as_deref(),
        &part.views,
    );
    for judged in &part.judgements {
        let text = judged.text.as_deref().unwrap_or("–");
        let about = judged.about.as_deref().unwrap_or("–");
        let values = [("about", about.into()), ("text", text.into())];
        page.line(2, Tone::Strong, &texts.with("review-show-judged", &values));
        for (seat, text) in &judged.differences {
            let values = [
                ("seat", texts.code("role", seat).into()),
                ("text", text.as_deref().unwrap_or("–").into()),
            ];
            page.line(4, Tone::Plain, &texts.with("review-difference", &values));
        }
    }
}

fn tell(page: &mut Page, texts: &Texts, key: &str, case: Option<&str>, views: &[View]) {
    if views.is_empty() {
        return;
    }
    let whole = texts.get("review-about-all");
    let case = case.map_or_else(|| whole.into_owned(), str::to_owned);
    page.heading(&texts.with(key, &[("case", case.into())]));
    for view in views {
        let position = view.position.map(|code| texts.code("position", code));
        let values = [
            ("seat", texts.code("role", &view.seat).into()),
            ("about", view.about.as_deref().unwrap_or("–").into()),
            ("position", position.unwrap_or_default().into()),
            ("text", view.text.as_deref().unwrap_or("–").into()),
        ];
        page.line(2, Tone::Plain, &texts.with("review-show-view", &values));
    }
}

/// Opens what everybody wrote: about the whole and every case, or about one case.
pub(super) fn run_open(context: &Context, matches: &ArgMatches) -> Result<(), Failure> {
    let (book, round) = opened(context, matches, Access::Write)?;
    let review = book.review(text(matches, "municipality"), round.code())?;
    let wanted = text(matches, "case").map(str::to_uppercase);
    let parts: Vec<&Part> = match &wanted {
        Some(name) => {
            // An unknown name is refused here, with the way to find the right one.
            book.dossier_behind(&round, name)?;
            let named = |one: &&Part| one.case.as_ref() == Some(name);
            review.cases.iter().filter(named).collect()
        }
        None => {
            let cases = review.cases.iter().filter(|one| !one.opened);
            std::iter::once(&review.whole).chain(cases).collect()
        }
    };
    for part in &parts {
        let mut line = line(matches, &book, "round_opened");
        let case = part.case.as_deref();
        line.dossier = case
            .map(|case| book.dossier_behind(&round, case))
            .transpose()?;
        line.data
            .insert("round".to_owned(), Value::from(round.code()));
        let recorded = book.record(&line, &Recording::default());
        recorded.map_err(|error| form("round_opened", error))?;
    }
    book.close()?;
    let names: Vec<String> = parts.iter().filter_map(|one| one.case.clone()).collect();
    if context.json {
        let whole = parts.iter().any(|one| one.case.is_none());
        return context
            .show_json(&json!({ "round": round.code(), "whole": whole, "cases": names }));
    }
    let values = [
        ("round", round.code().into()),
        ("count", names.len().into()),
    ];
    say(context, "review-opened", &values)
}
