//! From answers to a form.

use serde_json::{Map, Value, json};

use super::Script;
use super::answer::Answers;
use super::ask::Question;
use super::possibilities::{OWN_MAX, latest_options, others};
use crate::book::fields::{EventType, Line, common};
use crate::cli::flags;

/// Puts the answers to the questions that are asked in the form.
pub(super) fn plain(line: &mut Line, questions: &[Question], answers: &Answers) {
    let mut data = Value::Object(std::mem::take(&mut line.data));
    let mut shared = Value::Object(std::mem::take(&mut line.common));
    let of_common: Vec<&str> = common().iter().map(|spec| spec.name).collect();
    let own = EventType::from_name(&line.event).map_or_else(Vec::new, EventType::fields);
    for question in questions
        .iter()
        .filter(|question| !question.key.starts_with('~'))
    {
        let Some(answer) = answers.get(&question.key) else {
            continue;
        };
        let first = question.key.split('.').next().unwrap_or_default();
        let is_own = own.iter().any(|spec| spec.name == first);
        if !is_own && of_common.contains(&first) {
            flags::put(&mut shared, &question.key, answer.clone());
        } else {
            flags::put(&mut data, &question.key, answer.clone());
        }
    }
    line.data = members(data);
    line.common = members(shared);
}

fn members(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(members) => members,
        _ => Map::new(),
    }
}

/// Puts together what the conversation asked in its own way.
pub(super) fn weighing(
    script: &Script<'_>,
    line: &mut Line,
    questions: &[Question],
    answers: &Answers,
) {
    let asked = |key: &str| questions.iter().any(|question| question.key == key);
    let text = |key: &str| answers.text(key).filter(|_| asked(key));
    if let (Some(chosen), Some((step, _))) = (text("~chosen"), latest_options(script)) {
        let mut used = Map::new();
        used.insert("set".to_owned(), Value::from(format!("#{step}")));
        if chosen != "0" {
            used.insert("chosen".to_owned(), Value::from(chosen));
        }
        line.data.insert("options".to_owned(), Value::Object(used));
    }
    if asked("~applied") {
        let applied = answers.several("~applied");
        let aside = answers.several("~aside");
        let aside = aside.into_iter().filter(|key| !applied.contains(key));
        let stances = applied
            .iter()
            .map(|key| (*key, "toegepast"))
            .chain(aside.map(|key| (key, "bewust_opzij")));
        let stances = stances.map(|(key, stance)| {
            let mut one = json!({ "principle": key, "stance": stance });
            fill(&mut one, "reason", text(&format!("~why.{key}")));
            fill(&mut one, "weightier_value", text(&format!("~weighs.{key}")));
            one
        });
        insert_list(line, "principles", stances.collect());
    }
    let mut overrides = Vec::new();
    for corner in ["wet", "middelen", "zelfregie"] {
        if let Some(by) = text(&format!("~over.{corner}.by")) {
            let mut one = json!({ "corner": corner, "by": by });
            fill(&mut one, "reason", text(&format!("~over.{corner}.reason")));
            fill(&mut one, "until", text(&format!("~over.{corner}.until")));
            overrides.push(one);
        }
    }
    insert_list(line, "overrides", overrides);
    let kind = line
        .data
        .get("kind")
        .and_then(Value::as_str)
        .map(str::to_owned);
    let mut alternatives = Vec::new();
    for other in others(script, answers, kind.as_deref()) {
        if let Some(why_not) = text(&format!("~alt.{}.why_not", other.key)) {
            let mut one = json!({ "option": other.label, "kind": other.kind, "why_not": why_not });
            fill(
                &mut one,
                "failing_corner",
                text(&format!("~alt.{}.corner", other.key)),
            );
            alternatives.push(one);
        }
    }
    for number in 0..OWN_MAX {
        let at = |field: &str| format!("~alt.own{number}.{field}");
        let Some(option) = text(&at("option")) else {
            break;
        };
        let mut one = json!({ "option": option });
        fill(&mut one, "why_not", text(&at("why_not")));
        fill(&mut one, "failing_corner", text(&at("corner")));
        alternatives.push(one);
    }
    insert_list(line, "alternatives", alternatives);
    let recorder = line.common.get("role").cloned();
    let leads = line.common.get("actor").and_then(Value::as_str);
    if script.event == EventType::DecisionTaken
        && !line.data.contains_key("led_by")
        && leads.is_some()
        && leads == script.facts.lead()
    {
        let led_by = json!({ "actor": leads });
        line.data.insert("led_by".to_owned(), led_by);
    }
    if let Some(Value::Object(led_by)) = line.data.get_mut("led_by")
        && led_by.get("actor") == line.common.get("actor")
        && let Some(role) = recorder
    {
        led_by.entry("role").or_insert(role);
    }
}

fn fill(record: &mut Value, field: &str, value: Option<&str>) {
    if let Some(value) = value {
        record[field] = Value::from(value);
    }
}

fn insert_list(line: &mut Line, field: &str, items: Vec<Value>) {
    if !items.is_empty() {
        line.data.insert(field.to_owned(), Value::Array(items));
    }
}
