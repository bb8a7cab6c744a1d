//! Every decision about the client: what, why, who led, what the client said, what it should
//! bring, and how to disagree (Q50).

use serde_json::Value;

use super::teller::{Teller, capital, place};
use crate::book::fields::{CatalogueKind, has_legal_effect};
use crate::book::history::Step;
use crate::domain::{Event, EventType};
use crate::print::Document;

/// Six weeks to object (Awb art. 6:7), from the day after the letter (art. 6:8).
const DAYS_TO_OBJECT: i32 = 42;

/// The decisions and reconsiderations, each with its number.
pub(super) fn numbered<'a>(teller: &Teller<'a>) -> Vec<(String, &'a Step)> {
    let mut all: Vec<(String, &Step)> = Vec::new();
    let mut taken = 0;
    for step in &teller.story.steps {
        match step.recorded.event.event_type() {
            EventType::DecisionTaken => {
                taken += 1;
                let number = [("number", taken.into())];
                all.push((teller.with("decision", &number), step));
            }
            EventType::DecisionReconsidered => {
                let of = first_of(teller, step).and_then(|first| {
                    let same = |one: &&(String, &Step)| one.1.recorded.id == first.recorded.id;
                    all.iter().find(same).map(|one| one.0.clone())
                });
                let of = of.unwrap_or_else(|| teller.say("a-decision"));
                let name = teller.with("decision-again", &[("decision", of.into())]);
                all.push((name, step));
            }
            _ => {}
        }
    }
    all
}

/// The decision that a reconsideration is about.
fn first_of<'a>(teller: &Teller<'a>, step: &Step) -> Option<&'a Step> {
    let contest = referred(teller, step, "contest")?;
    referred(teller, contest, "decision")
}

/// The step that a field of another step refers to.
fn referred<'a>(teller: &Teller<'a>, step: &Step, path: &str) -> Option<&'a Step> {
    let id = place(&step.data, path).as_str()?;
    let mut steps = teller.story.steps.iter();
    steps.find(|one| one.recorded.id.to_string() == id)
}

/// Tells them.
pub(super) fn tell(teller: &Teller<'_>, out: &mut Document) {
    out.heading(1, teller.say("decisions"));
    let all = numbered(teller);
    if all.is_empty() {
        out.paragraph(teller.say("decisions-none"));
        return;
    }
    out.paragraph(teller.say("decisions-text"));
    for (name, step) in all {
        one(teller, &name, step, out);
    }
}

fn one(teller: &Teller<'_>, name: &str, step: &Step, out: &mut Document) {
    let form = &step.data;
    out.heading(2, format!("{name}, {}", teller.day_of(step)));
    let subject = teller.at(form, "subject");
    if !subject.is_empty() {
        out.runs(vec![crate::print::strong(subject)]);
    }
    out.facts(known(teller, step));
    section(teller, out, "why", &teller.at(form, "why"));
    let apology = teller.at(form, "apology");
    if !apology.is_empty() {
        out.heading(3, teller.say("apology"));
        out.paragraph(apology);
    }
    client(teller, step, out);
    options(teller, step, out);
    triangle(teller, step, out);
    expected(teller, step, out);
    alternatives(teller, form, out);
    rules(teller, step, out);
    principles(teller, step, out);
    disagree(teller, step, out);
}

fn section(teller: &Teller<'_>, out: &mut Document, key: &str, text: &str) {
    if !text.is_empty() {
        out.heading(3, teller.say(key));
        out.paragraph(text);
    }
}

/// What kind of decision, from when to when, and who led it.
fn known(teller: &Teller<'_>, step: &Step) -> Vec<(String, String)> {
    let form = &step.data;
    let mut facts = vec![
        (
            teller.say("outcome"),
            teller.code("reconsidered", form, "outcome"),
        ),
        (teller.say("kind"), kind(teller, form)),
        (teller.say("from"), teller.day(form, "in_force_from")),
        (teller.say("until"), teller.day(form, "until")),
        (teller.say("review-on"), teller.day(form, "review_on")),
    ];
    let role = place(form, "led_by.role").as_str().or_else(|| {
        let common = place(&step.common, "role").as_str();
        common.filter(|_| place(form, "led_by").is_null())
    });
    if let Some(role) = role {
        let by_lead = match &step.recorded.event {
            Event::DecisionTaken(taken) => teller.story.dossier.led_by_lead(taken),
            _ => None,
        };
        let key = match by_lead {
            Some(true) => "led-by-lead",
            Some(false) => "led-by-other",
            None => "led-by",
        };
        let who = [("who", teller.role(role).into())];
        facts.push((teller.say("led"), teller.with(key, &who)));
    }
    let with: Vec<String> = place(form, "with")
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .map(|role| teller.role(role))
        .collect();
    facts.push((teller.say("present"), teller.texts.list(&with)));
    facts.retain(|(_, value)| !value.is_empty());
    facts
}

/// The kind of decision, with what that is.
fn kind(teller: &Teller<'_>, form: &Value) -> String {
    let Some(code) = place(form, "kind").as_str() else {
        return teller.code("decision_kind", form, "kind");
    };
    teller
        .find(&format!("kind-{code}"))
        .unwrap_or_else(|| teller.code("decision_kind", form, "kind"))
}

/// What the client said about it.
fn client(teller: &Teller<'_>, step: &Step, out: &mut Document) {
    let view = place(&step.data, "client_view");
    if view.is_null() {
        return teller.own_words(step, out);
    }
    out.heading(3, teller.say("you-said"));
    let words = teller.at(view, "words");
    if !words.is_empty() {
        out.quote(words, None);
    }
    if let Some(position) = place(view, "position").as_str() {
        let mut text = teller.say(&format!("position-{position}"));
        let because = teller.at(view, "unknown_because");
        if !because.is_empty() {
            text = format!("{text} {because}");
        }
        let ask_by = teller.day(view, "ask_by");
        if !ask_by.is_empty() {
            let more = teller.with("ask-by", &[("day", ask_by.into())]);
            text = format!("{text} {more}");
        }
        if place(view, "dependence_felt") == "ja" {
            text = format!("{text} {}", teller.say("dependent"));
        }
        out.paragraph(text);
    }
    teller.own_words(step, out);
}

/// What the client could choose from, and what they chose.
fn options(teller: &Teller<'_>, step: &Step, out: &mut Document) {
    let used = place(&step.data, "options");
    let none = teller.at(used, "none_because");
    if !none.is_empty() {
        section(teller, out, "choices", &none);
    }
    let Some(set) = referred(teller, step, "options.set") else {
        return;
    };
    let id = set.recorded.id.to_string();
    let preference = teller
        .of(EventType::ClientPreferenceVoiced)
        .rfind(|one| place(&one.data, "options").as_str() == Some(&id));
    let wanted = preference.and_then(|one| place(&one.data, "preference").as_u64());
    let chosen = place(used, "chosen").as_u64();
    let items = place(&set.data, "options").as_array();
    let items: Vec<String> = items
        .into_iter()
        .flatten()
        .zip(1_u64..)
        .map(|(option, number)| {
            let text = teller.at(option, "option");
            let (yours, ours) = (wanted == Some(number), chosen == Some(number));
            match (yours, ours) {
                (true, true) => format!("{text} {}", teller.say("choice-both")),
                (true, false) => format!("{text} {}", teller.say("choice-yours")),
                (false, true) => format!("{text} {}", teller.say("choice-ours")),
                (false, false) => text,
            }
        })
        .collect();
    out.heading(3, teller.say("choices"));
    let number = [("step", set.number.to_string().into())];
    out.paragraph(teller.with("choices-text", &number));
    out.list(items);
}

/// The three questions of the value triangle.
fn triangle(teller: &Teller<'_>, step: &Step, out: &mut Document) {
    let triangle = place(&step.data, "triangle");
    if triangle.is_null() {
        return;
    }
    out.heading(3, teller.say("triangle"));
    if place(triangle, "wet").is_null() {
        out.paragraph(teller.lens().plain(triangle));
        return;
    }
    // Who was not asked did not say this, whoever wrote it down.
    let asked = place(&step.data, "client_view.position") != "onbekend";
    let says_key = if asked { "you-said-here" } else { "noted-here" };
    let overrides = place(&step.data, "overrides").as_array();
    let mut facts = Vec::new();
    for corner in ["wet", "middelen", "zelfregie"] {
        let verdict = place(triangle, corner);
        let says = match place(verdict, "verdict").as_str() {
            Some(code) => teller.say(&format!("verdict-{code}")),
            None => teller.at(verdict, "verdict"),
        };
        let mut text = format!("{says} {}", teller.at(verdict, "reason"));
        let client = teller.at(verdict, "client_says");
        if !client.is_empty() {
            let more = teller.with(says_key, &[("words", client.into())]);
            text = format!("{text} {more}");
        }
        let here = |given: &&Value| place(given, "corner") == corner;
        for given in overrides.into_iter().flatten().filter(here) {
            let values = [
                ("day", teller.day(given, "until").into()),
                ("reason", teller.at(given, "reason").into()),
            ];
            text = format!("{text} {}", teller.with("override", &values));
        }
        facts.push((teller.say(&format!("corner-{corner}")), text));
    }
    out.facts(facts);
}

/// What it should bring.
fn expected(teller: &Teller<'_>, step: &Step, out: &mut Document) {
    let expected = place(&step.data, "expected");
    if expected.is_null() {
        return;
    }
    let what = capital(&teller.at(expected, "what").replace('_', " "));
    let (from, to) = (teller.at(expected, "from"), teller.at(expected, "to"));
    let day = teller.day(expected, "by_when");
    let key = match (from.is_empty(), day.is_empty()) {
        (false, false) => "expected-from-by",
        (false, true) => "expected-from",
        (true, false) => "expected-by",
        (true, true) => "expected",
    };
    let values = [
        ("what", what.into()),
        ("from", from.into()),
        ("to", to.into()),
        ("day", day.into()),
    ];
    section(teller, out, "bring", &teller.with(key, &values));
}

fn alternatives(teller: &Teller<'_>, form: &Value, out: &mut Document) {
    let others = place(form, "alternatives").as_array();
    let items: Vec<String> = others
        .into_iter()
        .flatten()
        .map(|one| {
            let (option, why) = (teller.at(one, "option"), teller.at(one, "why_not"));
            teller.with(
                "not-chosen",
                &[("option", option.into()), ("why", why.into())],
            )
        })
        .collect();
    if !items.is_empty() {
        out.heading(3, teller.say("alternatives"));
        out.list(items);
    }
}

/// The laws and rules it rests on.
fn rules(teller: &Teller<'_>, step: &Step, out: &mut Document) {
    let day = step.recorded.common.occurred_on;
    let legal = place(&step.data, "legal").as_array();
    let items: Vec<String> = legal
        .into_iter()
        .flatten()
        .map(|one| {
            let mut text = match place(one, "regulation").as_str() {
                Some(key) => {
                    let kind = CatalogueKind::LegalSources;
                    teller.lens().named(kind, key, Some(day))
                }
                None => teller.at(one, "regulation"),
            };
            for (key, field) in [("article", "article"), ("local-rule", "local_rule")] {
                let value = teller.at(one, field).replace('_', " ");
                if !value.is_empty() {
                    text = format!("{text}, {}", teller.with(key, &[("name", value.into())]));
                }
            }
            let room = place(one, "room_used").as_str();
            let room = room.and_then(|code| teller.find(&format!("room-{code}")));
            room.map_or(format!("{text}."), |room| format!("{text}. {room}"))
        })
        .collect();
    if !items.is_empty() {
        out.heading(3, teller.say("rules"));
        out.list(items);
    }
}

/// The principles that counted, and those set aside on purpose.
fn principles(teller: &Teller<'_>, step: &Step, out: &mut Document) {
    let day = step.recorded.common.occurred_on;
    let stances = place(&step.data, "principles").as_array();
    let items: Vec<String> = stances
        .into_iter()
        .flatten()
        .map(|one| {
            let name = match place(one, "principle").as_str() {
                Some(key) => {
                    let kind = CatalogueKind::Principles;
                    teller.lens().named(kind, key, Some(day))
                }
                None => teller.at(one, "principle"),
            };
            let aside = place(one, "stance") == "bewust_opzij";
            let key = if aside {
                "principle-aside"
            } else {
                "principle"
            };
            let value = teller.at(one, "weightier_value").replace('_', " ");
            let values = [
                ("name", name.into()),
                ("reason", teller.at(one, "reason").into()),
                ("value", value.into()),
            ];
            teller.with(key, &values)
        })
        .collect();
    if !items.is_empty() {
        out.heading(3, teller.say("principles"));
        out.list(items);
    }
}

/// Who disagreed, and how to disagree.
fn disagree(teller: &Teller<'_>, step: &Step, out: &mut Document) {
    let id = step.recorded.id.to_string();
    let contests: Vec<&Step> = teller
        .of(EventType::DecisionContested)
        .filter(|one| place(&one.data, "decision").as_str() == Some(&id))
        .collect();
    for contest in &contests {
        let role = place(&contest.data, "by").as_str();
        let role = role.or_else(|| place(&contest.common, "role").as_str());
        let key = match role {
            Some("CL") => "contested-you",
            _ => "contested-other",
        };
        let who = teller.role(role.unwrap_or("CL"));
        let values = [("who", who.into()), ("day", teller.day_of(contest).into())];
        out.heading(3, teller.with(key, &values));
        out.quote(teller.at(&contest.data, "ground"), None);
        let wished = teller.at(&contest.data, "wished");
        if !wished.is_empty() {
            out.paragraph(teller.with("wished", &[("words", wished.into())]));
        }
        let contest_id = contest.recorded.id.to_string();
        let answer = teller
            .of(EventType::DecisionReconsidered)
            .find(|one| place(&one.data, "contest").as_str() == Some(&contest_id));
        out.paragraph(match answer {
            Some(answer) => {
                let day = teller.day_of(answer);
                teller.with("contest-answered", &[("day", day.into())])
            }
            None => teller.say("contest-open"),
        });
    }
    out.heading(3, teller.say("disagree"));
    let kind = place(&step.data, "kind").as_str().unwrap_or_default();
    let day = step.recorded.common.occurred_on;
    let last = day.plus(DAYS_TO_OBJECT).unwrap_or(day);
    let values = [
        ("place", teller.municipality().into()),
        ("day", teller.texts.day(day).into()),
        ("last", teller.texts.day(last).into()),
    ];
    let again = step.recorded.event.event_type() == EventType::DecisionReconsidered;
    let key = match (has_legal_effect(kind), again) {
        (true, false) => "object",
        (_, true) => "object-again",
        (false, false) => "object-other",
    };
    out.paragraph(teller.with(key, &values));
}
