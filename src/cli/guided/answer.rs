//! The answers so far, in the order in which they were given.

use serde_json::{Value, json};

/// Answers by the key of their question. A skipped question has the answer `null`.
#[derive(Debug, Clone, Default, PartialEq)]
pub(in crate::cli) struct Answers {
    given: Vec<(String, Value)>,
    before: Vec<(String, Value)>,
}

impl Answers {
    /// The answer to a question, when it was answered and not skipped.
    pub(super) fn get(&self, key: &str) -> Option<&Value> {
        self.raw(key).filter(|value| !value.is_null())
    }

    /// The answer as text.
    pub(super) fn text(&self, key: &str) -> Option<&str> {
        self.get(key).and_then(Value::as_str)
    }

    /// The chosen ones of a question where several may be chosen.
    pub(super) fn several(&self, key: &str) -> Vec<&str> {
        let chosen = self.get(key).and_then(Value::as_array);
        chosen.map_or_else(Vec::new, |items| {
            items.iter().filter_map(Value::as_str).collect()
        })
    }

    /// Whether the question was answered or skipped.
    pub(super) fn has(&self, key: &str) -> bool {
        self.raw(key).is_some()
    }

    fn raw(&self, key: &str) -> Option<&Value> {
        let found = self.given.iter().find(|(known, _)| known == key);
        found.map(|(_, value)| value)
    }

    /// What was answered before somebody went back.
    pub(super) fn earlier(&self, key: &str) -> Option<&Value> {
        let found = self.before.iter().rev().find(|(known, _)| known == key);
        found
            .map(|(_, value)| value)
            .filter(|value| !value.is_null())
    }

    /// Answers a question.
    pub(super) fn set(&mut self, key: &str, value: Value) {
        self.given.retain(|(known, _)| known != key);
        self.given.push((key.to_owned(), value));
    }

    /// Forgets an answer that belongs to no question.
    pub(super) fn forget(&mut self, key: &str) {
        self.given.retain(|(known, _)| known != key);
    }

    /// Takes an answer back; it stays as the proposal for the next time.
    pub(super) fn take_back(&mut self, key: &str) {
        if let Some(place) = self.given.iter().position(|(known, _)| known == key) {
            let taken = self.given.remove(place);
            self.before.retain(|(known, _)| known != key);
            self.before.push(taken);
        }
    }

    /// The keys, in the order of answering.
    pub(super) fn keys(&self) -> impl DoubleEndedIterator<Item = &str> {
        self.given.iter().map(|(key, _)| key.as_str())
    }

    /// How many there are.
    pub(in crate::cli) fn count(&self) -> usize {
        self.given.len()
    }

    /// The answers as they stand in a draft.
    pub(in crate::cli) fn write(&self) -> Value {
        let pairs = self.given.iter().map(|(key, value)| json!([key, value]));
        Value::Array(pairs.collect())
    }

    /// The answers of a draft; what cannot be read is asked again.
    pub(in crate::cli) fn read(draft: &Value) -> Self {
        let mut answers = Self::default();
        for pair in draft.as_array().into_iter().flatten() {
            if let Some([Value::String(key), value]) = pair.as_array().map(Vec::as_slice) {
                answers.set(key, value.clone());
            }
        }
        answers
    }
}
