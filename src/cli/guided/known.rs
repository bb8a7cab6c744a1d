//! What is known while questions are put in order: answers, flags, lists and catalogues.

use serde_json::Value;

use super::ask::Choice;
use super::fields::Asking;
use crate::base::Day;
use crate::book::fields::EventType;

impl Asking<'_> {
    /// What was said about a field, as a flag or as an answer.
    pub(super) fn said(&self, path: &str) -> Option<&str> {
        let given = &self.script.given;
        let flag = given.data.get(path).or_else(|| given.common.get(path));
        flag.and_then(Value::as_str)
            .or_else(|| self.answers.text(path))
    }

    /// The day of the event.
    pub(super) fn day(&self) -> Day {
        let said = self.said("occurred_on").and_then(|day| day.parse().ok());
        said.unwrap_or(self.script.facts.today)
    }

    /// Whether the person who records has the lead in this dossier.
    pub(super) fn led_by_recorder(&self) -> bool {
        let recorder = self.said("actor");
        recorder.is_some() && recorder == self.script.facts.lead()
    }

    /// Yes and no.
    pub(super) fn yes_no_choices(&self) -> Vec<Choice> {
        [("ja", "cli-yes"), ("nee", "cli-no")]
            .map(|(value, key)| Choice {
                value: value.to_owned(),
                label: self.script.texts.get(key).into_owned(),
            })
            .into()
    }

    /// The codes of a list with their labels.
    pub(super) fn choices(&self, list: &str, codes: &[&str]) -> Vec<Choice> {
        let label = |code: &&str| Choice {
            value: (*code).to_owned(),
            label: self.script.texts.code(list, code).into_owned(),
        };
        codes.iter().map(label).collect()
    }

    /// The entries that a field names by their keys, when there is a catalogue of them.
    pub(super) fn catalogue(&self, field: &str) -> Option<Vec<Choice>> {
        let facts = &self.script.facts;
        match field {
            "regulation" | "sources" => Some(facts.law.clone()),
            "instrument" if self.script.event == EventType::InstrumentStarted => {
                Some(facts.instruments.clone())
            }
            "principle" => Some(facts.principles.clone()),
            _ => None,
        }
    }

    /// Whether a flag or the JSON gave this field already.
    pub(super) fn is_given(&self, path: &str) -> bool {
        let mut steps = path.split('.');
        let first = steps.next().unwrap_or_default();
        let given = &self.script.given;
        let start = given.data.get(first).or_else(|| given.common.get(first));
        let found = steps.try_fold(start, |place, step| match place? {
            Value::Object(members) => Some(members.get(step)),
            Value::Array(items) => Some(items.get(step.parse::<usize>().ok()?)),
            _ => None,
        });
        found.flatten().is_some_and(|value| !value.is_null())
    }
}
