//! What is written about the client, step by step, and by whom (Q52).

use serde_json::Value;

use super::teller::{Teller, place};
use super::{decisions, told};
use crate::book::fields::common;
use crate::book::history::Step;
use crate::domain::EventType;
use crate::print::Document;

/// Common fields that stand in the head of a step, or in another part of the story.
const ASIDE: [&str; 7] = [
    "occurred_on",
    "actor",
    "role",
    "municipality",
    "team",
    "promises",
    "keeps",
];

/// Tells them.
pub(super) fn tell(teller: &Teller<'_>, out: &mut Document) {
    out.heading(1, teller.say("steps"));
    let all = told(teller.story).count() == teller.story.steps.len();
    let gap = if all {
        String::new()
    } else {
        format!(" {}", teller.say("steps-gap"))
    };
    out.paragraph(format!("{}{gap}", teller.say("steps-text")));
    let decisions = decisions::numbered(teller);
    for step in told(teller.story) {
        let event = step.recorded.event.event_type();
        let what = teller
            .find(&format!("event-{}", event.name()))
            .unwrap_or_else(|| teller.texts.event(event.name()).into_owned());
        let values = [
            ("number", step.number.to_string().into()),
            ("day", teller.day_of(step).into()),
            ("what", what.into()),
        ];
        out.heading(2, teller.with("step", &values));
        out.remark(written(teller, step));
        let name = decisions.iter().find(|(_, one)| one.number == step.number);
        if let Some((name, _)) = name {
            // Words of the client about a decision stand there too.
            out.paragraph(teller.with("read-at", &[("decision", name.as_str().into())]));
            marks(teller, step, out);
        } else {
            content(teller, step, out);
            marks(teller, step, out);
            teller.own_words(step, out);
        }
    }
}

/// By whom it was written, and when.
fn written(teller: &Teller<'_>, step: &Step) -> String {
    let role = place(&step.common, "role").as_str();
    let who = role.map_or_else(|| teller.say("somebody"), |role| teller.role(role));
    let recorded = step.recorded.recorded_at.day();
    let late = recorded.days_since(step.recorded.common.occurred_on) > 0;
    let key = match (role, late && !teller.story.imported) {
        (Some("CL"), false) => "written-you",
        (Some("CL"), true) => "written-you-late",
        (_, false) => "written",
        (_, true) => "written-late",
    };
    let values = [
        ("who", who.into()),
        ("day", teller.texts.day(recorded).into()),
    ];
    let mut text = teller.with(key, &values);
    if step.of_organisation {
        text = format!("{text} {}", teller.say("of-organisation"));
    }
    text
}

fn content(teller: &Teller<'_>, step: &Step, out: &mut Document) {
    let event = step.recorded.event.event_type();
    let day = step.recorded.common.occurred_on;
    let skip: &[&str] = match event {
        EventType::ClientVoiceRecorded => {
            teller.voice(step, out);
            &["words", "voiced_by"]
        }
        EventType::ClientPreferenceVoiced => {
            chosen(teller, step, out);
            &["options", "preference", "also_fine"]
        }
        // What another person earns, or risks with a benefit, is theirs.
        EventType::ExperiencePerspectiveGiven | EventType::TandemFormed => {
            &["compensation", "benefit_risk_checked"]
        }
        EventType::EntryCorrected => &["field"],
        EventType::EntryShielded => &["fields"],
        EventType::ExceptionsBundled => {
            // The rest is about other people's dossiers.
            out.paragraph(teller.say("bundled"));
            return;
        }
        _ => &[],
    };
    let mut rows = teller.rows(event.name(), &event.fields(), &step.data, skip, day);
    if let Some(fields) = named_fields(teller, step) {
        rows.push((teller.say("about-fields"), fields));
    }
    rows.extend(teller.rows("common", &common(), &step.common, &ASIDE, day));
    for promise in place(&step.common, "promises")
        .as_array()
        .into_iter()
        .flatten()
    {
        rows.push((teller.say("promise"), teller.at(promise, "what")));
    }
    out.facts(rows);
}

/// What the client chose, by its words instead of its number.
fn chosen(teller: &Teller<'_>, step: &Step, out: &mut Document) {
    let set = place(&step.data, "options").as_str();
    let mut steps = teller.story.steps.iter();
    let set = steps.find(|one| Some(one.recorded.id.to_string().as_str()) == set);
    let options = set.and_then(|set| place(&set.data, "options").as_array());
    let named = |number: &Value| {
        let number = usize::try_from(number.as_u64()?).ok()?.checked_sub(1)?;
        let option = options?.get(number)?;
        Some(format!("‘{}’", teller.at(option, "option")))
    };
    let preference = place(&step.data, "preference");
    let choice = named(preference).unwrap_or_else(|| teller.lens().plain(preference));
    let fine = place(&step.data, "also_fine").as_array();
    let fine: Vec<String> = fine.into_iter().flatten().filter_map(named).collect();
    let mut facts = vec![(teller.say("choice"), choice)];
    if !fine.is_empty() {
        facts.push((teller.say("also-fine"), teller.texts.list(&fine)));
    }
    out.facts(facts);
}

/// The fields that a correction or shielding is about, by their labels.
fn named_fields(teller: &Teller<'_>, step: &Step) -> Option<String> {
    let target = place(&step.data, "target").as_str()?;
    let event = teller.lens().event_of(target).unwrap_or("common");
    let mut paths: Vec<&str> = Vec::new();
    paths.extend(place(&step.data, "field").as_str());
    let many = place(&step.data, "fields").as_array().into_iter().flatten();
    paths.extend(many.filter_map(Value::as_str));
    let mut labels: Vec<String> = Vec::new();
    for path in paths {
        let first = path.split('.').next().unwrap_or_default();
        let label = teller.texts.field(event, first).0.into_owned();
        if !labels.contains(&label) {
            labels.push(label);
        }
    }
    (!labels.is_empty()).then(|| teller.texts.list(&labels))
}

/// What was corrected, and what is shielded.
fn marks(teller: &Teller<'_>, step: &Step, out: &mut Document) {
    let event = step.recorded.event.event_type().name();
    for one in &step.corrections {
        let first = one.field.split('.').next().unwrap_or_default();
        let values = [
            ("step", one.step.to_string().into()),
            (
                "field",
                teller.texts.field(event, first).0.into_owned().into(),
            ),
            ("before", teller.at(&one.before, "").into()),
        ];
        out.paragraph(teller.with("corrected", &values));
    }
    if step.later_corrected {
        out.paragraph(teller.say("later-corrected"));
    }
    if !step.shielded.is_empty() {
        out.paragraph(teller.say("shielded"));
    }
}
