//! Repairing and shielding what was registered, with history kept (E41, E42).

use serde_json::Value;

use crate::domain::codes::Role;
use crate::domain::field::Field;
use crate::domain::macros::record;
use crate::domain::values::{Code, EventRef, Json};
use crate::domain::words::Words;

record! {
    /// E41, Registratie gecorrigeerd: a fact is repaired, history stays (AVG).
    pub struct EntryCorrected {
        /// The entry.
        target: EventRef [R18],
        /// The field, with dots (`formulated_by`, `alternatives.0.option`).
        field: Code [R18],
        /// The new value of a field of words.
        new_words: Option<Words>,
        /// The new value of any other field.
        new_value: Option<Json>,
        /// Why.
        reason: Words [R18],
        /// Who asked for it.
        asked_by: Role [R18],
        /// Evidence.
        evidence: Option<Words>,
    }

    /// E42, Registratie afgeschermd: the shell and its date stay, the content is shown nowhere.
    pub struct EntryShielded {
        /// The entry.
        target: EventRef [R19],
        /// The fields.
        fields: Vec<Code> [R19],
        /// The ground.
        ground: Words [R19],
        /// Who asked for it.
        requested_by: Option<Role>,
    }
}

impl EntryCorrected {
    /// The new value as it stands in a form, words or fact; null when there is none.
    #[must_use]
    pub fn value(&self) -> Value {
        match (&self.new_words, &self.new_value) {
            (Some(words), _) => words.write(),
            (None, Some(json)) => json.value(),
            (None, None) => Value::Null,
        }
    }
}
