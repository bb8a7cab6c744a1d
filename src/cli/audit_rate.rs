//! `audit rate`: rates one case: of each step whether it was the right one, of each criterion how
//! far it was met; by questions on a terminal, or from flags.

use clap::{ArgAction, ArgMatches, Command, value_parser};
use serde_json::{Value, json};

use super::arguments::{option, switch, verb};
use super::audit::{case, line, round, text, whoever};
use super::audit_case::read;
use super::audit_rate_guided::{Talk, hold};
use super::context::Context;
use super::draft::Draft;
use super::failure::Failure;
use super::lens::Lens;
use super::record::on_terminal;
use super::{errors, record};
use crate::book::audits::{CaseToRead, Rating, StepVerdict};
use crate::book::fields::{Line, Refusal, Rule};
use crate::book::{Access, Book, Error, Recording};
use crate::text::Texts;

const PATH: &str = "audit rate";

/// Name of the event.
pub(super) const EVENT: &str = "review_held";

/// The arguments.
pub(super) fn command(texts: &Texts) -> Command {
    let many = |name, value| option(texts, PATH, name, value).action(ArgAction::Append);
    verb(texts, PATH)
        .arg(round(texts, PATH))
        .arg(case(texts, PATH))
        .args(whoever(texts, PATH))
        .arg(many("step", "verdict"))
        .arg(option(texts, PATH, "rest", "verdict"))
        .arg(many("score", "score"))
        .arg(option(texts, PATH, "given", "score"))
        .arg(option(texts, PATH, "reason", "text"))
        .arg(option(texts, PATH, "minutes", "count").value_parser(value_parser!(u32)))
        .arg(switch(texts, "record", "guided").short('g'))
        .arg(switch(texts, "record", "dry-run"))
}

/// Rates.
pub(super) fn run(context: &Context, matches: &ArgMatches) -> Result<(), Failure> {
    let book = context.open(Access::Read)?;
    let case = read(&book, matches)?;
    let mut line = line(matches, &book, EVENT);
    line.dossier = Some(case.case.number.clone());
    let who = text(matches, "as").unwrap_or_default();
    line.data
        .insert("round".to_owned(), Value::from(case.round.code()));
    line.data.insert("reviewers".to_owned(), json!([who]));
    if let Some(minutes) = matches.get_one::<u32>("minutes") {
        line.common
            .insert("minutes_spent".to_owned(), Value::from(*minutes));
    }
    let given = |name: &str| matches.get_many::<String>(name).into_iter().flatten();
    let nothing = given("step").next().is_none()
        && text(matches, "rest").is_none()
        && given("score").next().is_none();
    if matches.get_flag("guided") || (nothing && on_terminal(context)) {
        return guided(context, book, &case, line);
    }
    let steps = steps(matches, &case)?;
    line.data.insert("steps".to_owned(), Value::Array(steps));
    let scores = given("score")
        .map(|one| score(one))
        .collect::<Result<Vec<_>, _>>()?;
    line.data
        .insert("criteria".to_owned(), Value::Array(scores));
    for (name, field) in [("given", "given"), ("reason", "override_reason")] {
        if let Some(value) = text(matches, name) {
            line.data.insert(field.to_owned(), Value::from(value));
        }
    }
    if matches.get_flag("dry-run") {
        return dry_run(context, &book, &line);
    }
    book.close()?;
    record::record(context, &line, &Recording::default())
}

/// Asks, and keeps what was answered after every answer.
fn guided(context: &Context, book: Book, case: &CaseToRead, line: Line) -> Result<(), Failure> {
    let texts = &context.texts;
    // What no answer can mend is told before the first question.
    let faults = book
        .faults_so_far(&line)
        .map_err(|error| Failure::form(EVENT, error))?;
    let faults: Vec<Refusal> = faults
        .into_iter()
        .filter(|one| one.rule != Rule::Form)
        .collect();
    if !faults.is_empty() {
        return Err(Failure::form(EVENT, Error::Refused(faults)));
    }
    let lens = Lens::new(texts, book.catalogues()?, &case.story, book.now().day());
    let who = line
        .common
        .get("actor")
        .and_then(Value::as_str)
        .unwrap_or_default();
    // One draft for each reader: the other one reads the same case.
    let draft = Draft::of(&book, Some(&case.case.number), &format!("{EVENT}-{who}"))?;
    let talk = Talk {
        context,
        book: &book,
        case,
        lens: &lens,
        draft: &draft,
    };
    let Some(line) = hold(&talk, line)? else {
        errors::say(&texts.get("record-stopped"));
        return Ok(());
    };
    book.close()?;
    record::record(context, &line, &Recording::default())?;
    draft.remove()
}

/// The verdicts on steps: those that were named, and one for all the others when that was given.
fn steps(matches: &ArgMatches, case: &CaseToRead) -> Result<Vec<Value>, Failure> {
    let mut found: Vec<(usize, Value)> = Vec::new();
    for given in matches.get_many::<String>("step").into_iter().flatten() {
        let wrong = || Failure::usage("audit-rate-step-wrong", given);
        let (number, verdict) = given.split_once('=').ok_or_else(wrong)?;
        let number: usize = number
            .trim()
            .trim_start_matches('#')
            .parse()
            .map_err(|_| wrong())?;
        found.push((number, step(number, verdict)?));
    }
    if let Some(given) = text(matches, "rest") {
        for number in &case.judged {
            if !found.iter().any(|(known, _)| known == number) {
                found.push((*number, step(*number, given)?));
            }
        }
    }
    found.sort_by_key(|(number, _)| *number);
    Ok(found.into_iter().map(|(_, step)| step).collect())
}

/// `ja: de reden`.
fn step(number: usize, given: &str) -> Result<Value, Failure> {
    let (verdict, reason) = given.split_once(':').unwrap_or((given, ""));
    let verdict = StepVerdict::from_code(verdict.trim())
        .ok_or_else(|| Failure::usage("audit-rate-step-wrong", given))?;
    Ok(step_form(number, verdict, reason))
}

/// One verdict as it stands in the form.
pub(super) fn step_form(number: usize, verdict: StepVerdict, reason: &str) -> Value {
    json!({ "step": format!("#{number}"), "verdict": verdict.code(), "reason": reason.trim() })
}

/// `c1=3` or `c1=3: de reden`.
fn score(given: &str) -> Result<Value, Failure> {
    let wrong = || Failure::usage("audit-rate-score-wrong", given);
    let (key, score) = given.split_once('=').ok_or_else(wrong)?;
    let (score, reason) = score.split_once(':').unwrap_or((score, ""));
    let score = Rating::from_code(score.trim()).ok_or_else(wrong)?;
    Ok(score_form(key.trim(), score, reason))
}

/// One score as it stands in the form.
pub(super) fn score_form(key: &str, score: Rating, reason: &str) -> Value {
    let mut form = json!({ "criterion": key, "score": score.code() });
    if !reason.trim().is_empty() {
        form["reason"] = Value::from(reason.trim());
    }
    form
}

/// What the criteria come down to, by the rule of the book.
pub(super) fn computed(book: &Book, line: &Line) -> Option<Rating> {
    let mut line = line.clone();
    for field in ["given", "override_reason"] {
        line.data.remove(field);
    }
    let considered = book.consider(&line, &Recording::default()).ok()?;
    Rating::from_code(considered.data.get("computed")?.as_str()?)
}

fn dry_run(context: &Context, book: &Book, line: &Line) -> Result<(), Failure> {
    let refused = |error| Failure::form(EVENT, error);
    let considered = book
        .consider(line, &Recording::default())
        .map_err(refused)?;
    if context.json {
        return context.show_json(&json!({ "dry_run": true, "common": considered.common,
            "data": considered.data }));
    }
    let texts = &context.texts;
    let computed = considered.data.get("computed").and_then(Value::as_str);
    let computed = computed.map_or_else(|| "–".into(), |code| texts.code("rating", code));
    let mut page = context.page();
    let label = texts.get("audit-case-computed");
    page.field(0, 24, &label, &computed);
    page.line(0, super::page::Tone::Soft, &texts.get("cli-kept"));
    context.show(&page)
}
