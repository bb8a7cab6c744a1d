//! What was taken out of the book, for what, recorded in the book itself.

use serde_json::{Value, json};

use super::error::Error;
use super::opening::Book;
use super::record::{Receipt, Recording};
use crate::base::Timestamp;
use crate::exchange::Line;

/// What somebody took out of the book: an export, or the answer of free SQL.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Taken {
    /// What was taken out, such as `sql`.
    pub what: String,
    /// In which format.
    pub format: String,
    /// For what, in words.
    pub purpose: String,
    /// Who took it: the code of a person, and the code of a role.
    pub by: (String, String),
    /// Rows that were taken.
    pub rows: u64,
    /// Smallest group that may show; 1 when it holds single persons.
    pub norm: u64,
    /// Whether small groups were left out.
    pub controlled: bool,
    /// As known at which moment.
    pub known_at: Option<Timestamp>,
}

impl Book {
    /// Records that something was taken out. Done before it is given, so that nothing leaves the
    /// book without it.
    ///
    /// # Errors
    /// [`Error::Refused`] when the role may not take it or the purpose says too little;
    /// [`Error::ReadOnly`], [`Error::Store`] when it cannot be recorded.
    pub fn record_taken(&self, taken: &Taken) -> Result<Receipt, Error> {
        let mut line = Line {
            event: "export_made".to_owned(),
            ..Line::default()
        };
        let today = self.now().day().to_string();
        let (actor, role) = &taken.by;
        for (key, value) in [("occurred_on", &today), ("actor", actor), ("role", role)] {
            line.common
                .insert(key.to_owned(), Value::from(value.as_str()));
        }
        let data = json!({
            "what": taken.what, "format": taken.format, "purpose": taken.purpose,
            "rows": taken.rows, "norm": taken.norm, "controlled": taken.controlled,
        });
        if let Value::Object(data) = data {
            line.data = data;
        }
        if let Some(at) = taken.known_at {
            line.data
                .insert("known_at".to_owned(), Value::from(at.to_string()));
        }
        self.record(&line, &Recording::default())
    }
}
