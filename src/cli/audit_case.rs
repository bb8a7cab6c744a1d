//! `audit case`: one case of a round as its reader needs it: the steps to judge one by one, what
//! comes before them, the reader's own rating, and the criteria.

use clap::{ArgMatches, Command};
use serde_json::{Value, json};

use super::arguments::{option, switch, verb};
use super::audit::{case, round, text};
use super::context::Context;
use super::failure::Failure;
use super::lens::Lens;
use super::page::{Page, Tone};
use super::story;
use crate::book::audits::{CaseToRead, Criterion, OwnRating};
use crate::book::{Access, Book};
use crate::text::{Lang, Texts};

const PATH: &str = "audit case";

/// The arguments.
pub(super) fn command(texts: &Texts) -> Command {
    verb(texts, PATH)
        .arg(round(texts, PATH))
        .arg(case(texts, PATH))
        .arg(option(texts, PATH, "as", "person").required(true))
        .arg(option(texts, PATH, "municipality", "municipality"))
        .arg(switch(texts, PATH, "context"))
}

/// The case that was named, for whoever reads it.
pub(super) fn read(book: &Book, matches: &ArgMatches) -> Result<CaseToRead, Failure> {
    let code = text(matches, "in-round").unwrap_or_default();
    let number = text(matches, "of-case").unwrap_or_default();
    let who = text(matches, "as").unwrap_or_default();
    let round = book.audit_round(text(matches, "municipality"), code)?;
    Ok(book.case_to_read(&round, number, who)?)
}

/// Shows it.
pub(super) fn run(context: &Context, matches: &ArgMatches) -> Result<(), Failure> {
    let book = context.open(Access::Read)?;
    let case = read(&book, matches)?;
    if context.json {
        return context.show_json(&as_json(&case));
    }
    let texts = &context.texts;
    let mut page = context.page();
    head(&mut page, texts, &case);
    let lens = Lens::new(texts, book.catalogues()?, &case.story, book.now().day());
    if matches.get_flag("context") && !case.context.is_empty() {
        page.title(&texts.get("audit-case-context"));
        for number in &case.context {
            if let Some(step) = case.step(*number) {
                story::tell(&mut page, &lens, &case.story, step);
            }
        }
    }
    page.title(&texts.get("audit-case-judged"));
    for number in &case.judged {
        if let Some(step) = case.step(*number) {
            story::tell(&mut page, &lens, &case.story, step);
        }
    }
    if let Some(instrument) = &case.instrument {
        page.title(&texts.get("audit-case-criteria"));
        for criterion in &instrument.criteria {
            tell_criterion(&mut page, texts, criterion);
        }
    }
    for rating in &case.ratings {
        tell_rating(&mut page, texts, &case, rating);
    }
    context.show(&page)
}

/// What the round asks, and how much of the case is judged.
pub(super) fn head(page: &mut Page, texts: &Texts, case: &CaseToRead) {
    let number = case.case.number.as_str();
    let values = [
        ("round", case.round.code().into()),
        ("number", number.into()),
    ];
    page.title(&texts.with("audit-case-title", &values));
    if let Some(question) = case.round.plan.question.open() {
        page.line(0, Tone::Plain, question);
    }
    let values = [
        ("judged", case.judged.len().into()),
        ("context", case.context.len().into()),
        ("outside", case.outside.into()),
    ];
    page.line(0, Tone::Soft, &texts.with("audit-case-count", &values));
    if let Some(signal) = &case.case.signal {
        let name = texts.get(&format!("signal-{}", signal.replace('-', "_")));
        let values = [("signal", name.into())];
        page.line(0, Tone::Soft, &texts.with("audit-case-pointed", &values));
    }
}

/// The name of a criterion in the language of the reader.
pub(super) fn name(texts: &Texts, criterion: &Criterion) -> String {
    match (texts.lang(), &criterion.entry.name_en) {
        (Lang::English, Some(name)) => name.0.clone(),
        _ => criterion.entry.name.0.clone(),
    }
}

/// A criterion with its anchors in words.
pub(super) fn tell_criterion(page: &mut Page, texts: &Texts, criterion: &Criterion) {
    page.heading(&format!("{}  {}", criterion.key, name(texts, criterion)));
    if let Some(text) = &criterion.entry.text {
        page.line(4, Tone::Plain, &text.0);
    }
    for (score, anchor) in &criterion.anchors {
        let text = anchor.text.as_ref().unwrap_or(&anchor.name);
        page.hanging(4, &format!("{score}  "), Tone::Plain, &text.0);
    }
}

fn tell_rating(page: &mut Page, texts: &Texts, case: &CaseToRead, rating: &OwnRating) {
    let key = if rating.own {
        "audit-case-own"
    } else {
        "audit-case-other"
    };
    page.title(&texts.get(key));
    let review = &rating.rated.review;
    for step in &review.steps {
        let number = case
            .story
            .steps
            .iter()
            .find(|one| one.recorded.id == step.step.0);
        let number = number.map(|one| one.number.to_string()).unwrap_or_default();
        let verdict = texts.code("step_verdict", step.verdict.code());
        let reason = step.reason.open().unwrap_or_default();
        page.hanging(
            2,
            &format!("{number:>3}  "),
            Tone::Plain,
            &format!("{verdict}: {reason}"),
        );
    }
    for one in &review.criteria {
        let score = texts.code("rating", one.score.code());
        let reason = one
            .reason
            .as_ref()
            .and_then(|words| words.open())
            .unwrap_or_default();
        let found = case
            .instrument
            .as_ref()
            .and_then(|all| all.criterion(&one.criterion.0));
        let name = found.map_or_else(|| one.criterion.0.clone(), |found| name(texts, found));
        page.field(2, 32, &name, &format!("{score} {reason}"));
    }
    for (key, given) in [("computed", review.computed), ("given", review.given)] {
        if let Some(given) = given {
            let score = texts.code("rating", given.code());
            page.field(2, 32, &texts.get(&format!("audit-case-{key}")), &score);
        }
    }
}

fn as_json(case: &CaseToRead) -> Value {
    let steps = case.judged.iter().chain(&case.context);
    let steps: Vec<Value> = steps
        .filter_map(|number| case.step(*number))
        .map(|step| {
            json!({
                "step": step.number,
                "judged": case.judged.contains(&step.number),
                "event": step.recorded.event.event_type().name(),
                "id": step.recorded.id.to_string(),
                "common": step.common,
                "data": step.data,
            })
        })
        .collect();
    let criteria = case.instrument.iter().flat_map(|one| &one.criteria);
    json!({
        "round": case.round.code(),
        "question": case.round.plan.question.open(),
        "dossier": case.case.number,
        "signal": case.case.signal,
        "opened": case.opened,
        "outside": case.outside,
        "steps": steps,
        "criteria": criteria.map(criterion_json).collect::<Vec<_>>(),
        "ratings": case.ratings.iter().map(rating_json).collect::<Vec<_>>(),
        "findings": case.findings.iter().map(|one| json!({
            "step": one.step, "about": one.about, "kind": one.finding.kind.code(),
            "text": one.finding.text.open(), "answered": one.answer.is_some() })).collect::<Vec<_>>(),
    })
}

/// A criterion for a program.
pub(super) fn criterion_json(criterion: &Criterion) -> Value {
    let text = |text: &Option<_>| -> Option<String> {
        let text: &Option<crate::book::audits::Text> = text;
        text.as_ref().map(|text| text.0.clone())
    };
    json!({
        "key": criterion.key,
        "name": criterion.entry.name.0,
        "name_en": text(&criterion.entry.name_en),
        "text": text(&criterion.entry.text),
        "source": text(&criterion.entry.source),
        "anchors": criterion.anchors.iter().map(|(score, anchor)| json!({
            "score": score, "text": text(&anchor.text) })).collect::<Vec<_>>(),
    })
}

fn rating_json(rating: &OwnRating) -> Value {
    use crate::book::fields::Field as _;
    json!({
        "own": rating.own,
        "on": rating.rated.on.to_string(),
        "steps": rating.rated.review.steps.iter().map(|one| json!({
            "id": one.step.0.to_string(), "verdict": one.verdict.code(), "reason": one.reason.open()
        })).collect::<Vec<_>>(),
        "criteria": rating.rated.review.criteria.iter().map(|one| one.write()).collect::<Vec<_>>(),
        "computed": rating.rated.review.computed.map(|one| one.code()),
        "given": rating.rated.review.given.map(|one| one.code()),
    })
}
