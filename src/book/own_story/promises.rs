//! What was promised, by whom and for when, and which days are to come (Q51).

use serde_json::Value;

use super::decisions;
use super::teller::{Teller, place};
use crate::base::Day;
use crate::book::history::Step;
use crate::domain::EventType;
use crate::print::{Column, Document, Table};

/// A row, with the day it is sorted by.
type Row = (Option<Day>, Vec<String>);

/// Tells them: the soonest first, what has no day last.
pub(super) fn tell(teller: &Teller<'_>, out: &mut Document) {
    let mut rows: Vec<Row> = Vec::new();
    promised(teller, &mut rows);
    for (name, step) in decisions::numbered(teller) {
        let what = teller.with("look-again", &[("what", name.into())]);
        let again = about(teller, EventType::DecisionContested, "decision", step)
            .and_then(|contest| about(teller, EventType::DecisionReconsidered, "contest", contest));
        rows.extend(due(teller, step, "review_on", what, again));
    }
    instruments(teller, &mut rows);
    stabilisations(teller, &mut rows);
    goals(teller, &mut rows);
    rows.sort_by_key(|(day, _)| (day.is_none(), *day));
    out.heading(1, teller.say("promised"));
    if rows.is_empty() {
        out.paragraph(teller.say("promised-none"));
        return;
    }
    out.paragraph(teller.say("promised-text"));
    out.table(Table {
        caption: None,
        columns: ["what", "who", "when", "stands"]
            .map(|key| Column::left(teller.say(&format!("promised-{key}"))))
            .into(),
        rows: rows.into_iter().map(|(_, row)| row).collect(),
        notes: Vec::new(),
    });
}

fn day_at(step: &Step, path: &str) -> Option<Day> {
    place(&step.data, path).as_str()?.parse().ok()
}

/// How it stands: done on a day, still to come, or past.
fn stands(teller: &Teller<'_>, day: Option<Day>, done: Option<&Step>) -> String {
    if let Some(done) = done {
        return teller.with("done", &[("day", teller.day_of(done).into())]);
    }
    match day {
        Some(day) if day < teller.today => teller.say("past"),
        Some(_) => teller.say("to-come"),
        None => teller.say("open"),
    }
}

/// A row for a day that a step names.
fn due(
    teller: &Teller<'_>,
    step: &Step,
    path: &str,
    what: String,
    done: Option<&Step>,
) -> Option<Row> {
    let day = day_at(step, path)?;
    let who = place(&step.common, "role").as_str().unwrap_or_default();
    let row = vec![
        what,
        teller.role(who),
        teller.texts.day(day),
        stands(teller, Some(day), done),
    ];
    Some((Some(day), row))
}

fn promised(teller: &Teller<'_>, rows: &mut Vec<Row>) {
    let list = |step: &'_ Step, name: &str| match step.common.get(name) {
        Some(Value::Array(items)) => items.clone(),
        _ => Vec::new(),
    };
    for step in super::told(teller.story) {
        let id = step.recorded.id.to_string();
        for (promise, number) in list(step, "promises").iter().zip(1_u64..) {
            let kept = teller.story.steps.iter().find(|other| {
                list(other, "keeps").iter().any(|kept| {
                    place(kept, "event") == id.as_str() && place(kept, "number") == number
                })
            });
            let day = place(promise, "by_when").as_str();
            let day: Option<Day> = day.and_then(|day| day.parse().ok());
            let by = place(promise, "by").as_str().unwrap_or_default();
            let row = vec![
                teller.at(promise, "what"),
                teller.person(by),
                day.map_or_else(|| teller.say("no-day"), |day| teller.texts.day(day)),
                stands(teller, day, kept),
            ];
            rows.push((day, row));
        }
    }
}

/// The first later step of a type about another.
fn about<'a>(teller: &Teller<'a>, wanted: EventType, field: &str, step: &Step) -> Option<&'a Step> {
    let id = step.recorded.id.to_string();
    let mut steps = teller.of(wanted);
    steps.find(|one| place(&one.data, field).as_str() == Some(&id))
}

fn instruments(teller: &Teller<'_>, rows: &mut Vec<Row>) {
    for step in teller.of(EventType::InstrumentStarted) {
        let name = [("what", teller.field(step, "instrument").into())];
        let ended = about(teller, EventType::InstrumentEnded, "instrument", step);
        let reviewed = about(teller, EventType::InstrumentReviewed, "instrument", step);
        let what = teller.with("review-help", &name);
        rows.extend(due(teller, step, "review_on", what, reviewed.or(ended)));
        let id = step.recorded.id.to_string();
        let extended = teller
            .of(EventType::InstrumentExtended)
            .rfind(|one| place(&one.data, "instrument").as_str() == Some(&id));
        let what = teller.with("limit-help", &name);
        let last = extended.unwrap_or(step);
        rows.extend(due(teller, last, "limit", what, ended));
    }
}

fn stabilisations(teller: &Teller<'_>, rows: &mut Vec<Row>) {
    for step in teller.of(EventType::StabilisationAgreed) {
        let what = teller.field(step, "help");
        let obstacle = place(&step.data, "obstacle").as_str();
        let done = teller
            .of(EventType::ObstacleStabilised)
            .find(|one| place(&one.data, "obstacle").as_str() == obstacle);
        rows.extend(due(teller, step, "by_when", what, done));
    }
}

fn goals(teller: &Teller<'_>, rows: &mut Vec<Row>) {
    for step in teller.of(EventType::GoalSet) {
        let goal = teller.field(step, "goal");
        let what = teller.with("goal-by", &[("goal", goal.into())]);
        let id = step.recorded.id.to_string();
        let reached = teller.of(EventType::GoalReviewed).find(|one| {
            let ended = ["bereikt", "losgelaten"];
            let result = place(&one.data, "result").as_str();
            place(&one.data, "goal").as_str() == Some(&id)
                && result.is_some_and(|result| ended.contains(&result))
        });
        // Whoever wrote it down, the goal is the client's to reach.
        let row = due(teller, step, "by_when", what, reached);
        rows.extend(row.map(|(day, mut cells)| {
            if let Some(who) = cells.get_mut(1) {
                *who = teller.role("CL");
            }
            (day, cells)
        }));
    }
}
