//! `dossier story`: every step of a dossier, in order, with who, when and why.

use clap::{ArgMatches, Command, value_parser};
use serde_json::{Value, json};

use super::arguments::{option, verb};
use super::context::Context;
use super::dossier::{as_known, as_known_options, given_number, number};
use super::failure::Failure;
use super::fields::Sheet;
use super::lens::Lens;
use super::page::{Page, Tone};
use crate::book::fields::{Event, EventType, common};
use crate::book::{Access, KnownAt, Step, Story};
use crate::text::Texts;

const PATH: &str = "dossier story";

/// Common fields that stand in the head of a step.
const IN_HEAD: [&str; 5] = ["occurred_on", "actor", "role", "municipality", "team"];

/// Common fields that say how a step was recorded, not what happened.
const ASIDE: [&str; 1] = ["minutes_spent"];

/// The arguments.
pub(super) fn command(texts: &Texts) -> Command {
    verb(texts, PATH)
        .arg(number(texts, PATH))
        .args(as_known_options(texts, PATH))
        .arg(
            option(texts, PATH, "step", "count")
                .value_parser(value_parser!(usize))
                .conflicts_with("weighing"),
        )
        .arg(option(texts, PATH, "weighing", "count").value_parser(value_parser!(usize)))
}

/// Tells it.
pub(super) fn run(context: &Context, matches: &ArgMatches) -> Result<(), Failure> {
    let book = context.open(Access::Read)?;
    let story = book.story(given_number(matches), as_known(matches))?;
    let chosen = chosen(matches, &story)?;
    if context.json {
        return context.show_json(&as_json(&story, &chosen));
    }
    let lens = Lens::new(&context.texts, book.catalogues()?, &story, book.now().day());
    let mut page = context.page();
    head(&mut page, &context.texts, &story);
    for step in chosen {
        tell(&mut page, &lens, &story, step);
    }
    context.show(&page)
}

/// The steps that were asked for.
fn chosen<'s>(matches: &ArgMatches, story: &'s Story) -> Result<Vec<&'s Step>, Failure> {
    if let Some(number) = matches.get_one::<usize>("step") {
        let step = story.steps.iter().find(|step| step.number == *number);
        let step = step.ok_or_else(|| Failure::usage("cli-story-no-step", number.to_string()))?;
        return Ok(vec![step]);
    }
    if let Some(number) = matches.get_one::<usize>("weighing") {
        let mut weighings = story.steps.iter().filter(|step| is_weighing(step));
        let step = number
            .checked_sub(1)
            .and_then(|before| weighings.nth(before));
        let step =
            step.ok_or_else(|| Failure::usage("cli-story-no-weighing", number.to_string()))?;
        return Ok(vec![step]);
    }
    Ok(story.steps.iter().collect())
}

/// Whether a step weighs: a decision, or the reconsideration of one.
pub(super) fn is_weighing(step: &Step) -> bool {
    let event = step.recorded.event.event_type();
    matches!(
        event,
        EventType::DecisionTaken | EventType::DecisionReconsidered
    )
}

/// The head of the page: which dossier, how much of it, and from which moment it is seen.
pub(super) fn head(page: &mut Page, texts: &Texts, story: &Story) {
    let number = story.number.as_str();
    page.title(&texts.with("cli-show-title", &[("number", number.into())]));
    if story.imported {
        page.line(0, Tone::Alert, &texts.get("cli-show-imported"));
    }
    match story.as_known.known_at {
        Some(KnownAt::Time(moment)) => {
            let moment = texts.moment(moment);
            page.line(
                0,
                Tone::Alert,
                &texts.with("cli-show-known-at", &[("moment", moment.into())]),
            );
        }
        Some(KnownAt::Position(position)) => {
            let values = [("position", position.0.to_string().into())];
            page.line(0, Tone::Alert, &texts.with("cli-show-at-position", &values));
        }
        None => {}
    }
    if let Some(day) = story.as_known.valid_on {
        let day = texts.day(day);
        page.line(
            0,
            Tone::Alert,
            &texts.with("cli-show-valid-on", &[("day", day.into())]),
        );
    }
    let count = texts.with("cli-show-count", &[("count", story.steps.len().into())]);
    page.line(0, Tone::Soft, &count);
    if story.left_out > 0 {
        let left = texts.with("cli-show-left-out", &[("count", story.left_out.into())]);
        page.line(0, Tone::Soft, &left);
    }
}

/// One step.
pub(super) fn tell(page: &mut Page, lens: &Lens<'_>, story: &Story, step: &Step) {
    let texts = lens.texts;
    let event = step.recorded.event.event_type();
    let at = |field: &str| step.common.get(field).unwrap_or(&Value::Null);
    page.gap();
    let label = texts.event(event.name());
    let number = format!("{:>3}", step.number);
    let head = page.toned(Tone::Strong, &format!("{number}  {label}"));
    page.raw(&format!("{head} · {}", lens.day(at("occurred_on"))));
    let mut who = format!(
        "{} {}",
        lens.code("role", at("role")),
        lens.plain(at("actor"))
    );
    if let Some(team) = step.common.get("team") {
        who = format!(
            "{who} · {} {}",
            texts.field("common", "team").0,
            lens.plain(team)
        );
    }
    page.line(5, Tone::Soft, &who);
    // What came from another system was always recorded later; the head of the page says so.
    marks(page, texts, step, story.imported && !step.of_organisation);
    let day = Some(step.recorded.common.occurred_on);
    let mut sheet = Sheet { lens, page, day };
    if is_weighing(step) {
        let led_by_lead = match &step.recorded.event {
            Event::DecisionTaken(taken) => story.dossier.led_by_lead(taken),
            _ => None,
        };
        sheet.weighing(5, event, &step.data, led_by_lead);
        sheet.corrections(5, event.name(), &event.fields(), &step.corrections);
    } else {
        let names_fields = matches!(event, EventType::EntryCorrected | EventType::EntryShielded);
        let readable = names_fields.then(|| super::lens::readable(lens, &step.data));
        let data = readable.as_ref().unwrap_or(&step.data);
        let fields = event.fields();
        sheet.form(5, event.name(), &fields, data, &[], &step.corrections);
    }
    let skip: Vec<&str> = IN_HEAD.iter().chain(&ASIDE).copied().collect();
    sheet.form(
        5,
        "common",
        &common(),
        &step.common,
        &skip,
        &step.corrections,
    );
}

/// What a reader must know about the recording of a step.
fn marks(page: &mut Page, texts: &Texts, step: &Step, imported: bool) {
    let recorded = &step.recorded;
    let late = recorded
        .recorded_at
        .day()
        .days_since(recorded.common.occurred_on);
    if late > 0 && !imported {
        let values = [
            ("moment", texts.moment(recorded.recorded_at).into()),
            ("count", late.into()),
        ];
        page.hanging(5, "◦ ", Tone::Alert, &texts.with("cli-mark-late", &values));
    }
    if step.of_organisation {
        page.hanging(5, "◦ ", Tone::Alert, &texts.get("cli-mark-organisation"));
    }
    if step.later_corrected {
        page.hanging(5, "◦ ", Tone::Alert, &texts.get("cli-mark-later"));
    }
    if !step.shielded.is_empty() {
        page.hanging(5, "◦ ", Tone::Alert, &texts.get("cli-mark-shielded"));
    }
}

/// The story for a program.
fn as_json(story: &Story, chosen: &[&Step]) -> Value {
    let steps: Vec<Value> = chosen.iter().map(|step| step_json(step)).collect();
    json!({
        "dossier": story.number,
        "imported": story.imported,
        "left_out": story.left_out,
        "steps": steps,
    })
}

fn step_json(step: &Step) -> Value {
    let recorded = &step.recorded;
    let corrections: Vec<Value> = step
        .corrections
        .iter()
        .map(|one| json!({ "field": one.field, "before": one.before, "by": one.by.to_string(), "step": one.step }))
        .collect();
    json!({
        "number": step.number,
        "event": recorded.event.event_type().name(),
        "id": recorded.id.to_string(),
        "position": recorded.position.0,
        "version": recorded.version.0,
        "recorded_at": recorded.recorded_at.to_string(),
        "time_was_set": recorded.clock_was_set,
        "common": step.common,
        "data": step.data,
        "corrections": corrections,
        "later_corrected": step.later_corrected,
        "shielded": step.shielded,
        "of_organisation": step.of_organisation,
    })
}
