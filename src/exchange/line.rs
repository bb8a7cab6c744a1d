//! Exchange lines: the book's own format, one JSON object per event (`schemas/exchange-line.json`).
//!
//! The same fields are given to `record`. A line that was exported can be imported again: its id
//! makes that harmless.

use serde_json::{Map, Value};

use super::strict::Strict;

/// Bytes of one line: the longest event with room for its JSON.
pub const LINE_LEN_MAX: usize = 8 * 1024 * 1024;

/// Keys of a line that are no common fields of the event.
const OWN_KEYS: [&str; 8] = [
    "event",
    "id",
    "dossier",
    "recorded_at",
    "schema_version",
    "position",
    "version",
    "data",
];

/// One event as it is exchanged.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Line {
    /// Name of the event type.
    pub event: String,
    /// Its id: a UUID, or any name the sender knows it by.
    pub id: Option<String>,
    /// Number of the dossier, for events of a dossier.
    pub dossier: Option<String>,
    /// Moment of recording at the sender.
    pub recorded_at: Option<String>,
    /// Schema version of the content; today's when left out.
    pub schema_version: Option<u64>,
    /// The common fields (`occurred_on`, `actor`, `role`, `municipality`, …).
    pub common: Map<String, Value>,
    /// The content.
    pub data: Map<String, Value>,
}

/// Why a line cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LineError {
    /// It is no JSON, or a key stands twice.
    #[error("not a JSON object: {0}")]
    NotJson(String),
    /// It has no name of an event type.
    #[error("the key \"event\" is missing")]
    NoEvent,
    /// A key holds another kind of value.
    #[error("the key \"{key}\" must hold {wanted}")]
    WrongKind {
        /// The key.
        key: &'static str,
        /// What it must hold.
        wanted: &'static str,
    },
    /// It is too long.
    #[error("longer than {max} bytes")]
    TooLong {
        /// Bytes allowed.
        max: usize,
    },
}

impl Line {
    /// Reads one line.
    ///
    /// # Errors
    /// [`LineError`]; whether the fields are right is for the domain to say.
    pub fn parse(text: &str) -> Result<Self, LineError> {
        if text.len() > LINE_LEN_MAX {
            return Err(LineError::TooLong { max: LINE_LEN_MAX });
        }
        let Strict(value) = serde_json::from_str(text)
            .map_err(|error: serde_json::Error| LineError::NotJson(error.to_string()))?;
        Self::from_value(value)
    }

    /// Reads a line that is JSON already.
    ///
    /// # Errors
    /// As [`Line::parse`].
    pub fn from_value(value: Value) -> Result<Self, LineError> {
        let Value::Object(mut members) = value else {
            return Err(LineError::NotJson("a list or a bare value".to_owned()));
        };
        let mut text = |key: &'static str| match members.remove(key) {
            None | Some(Value::Null) => Ok(None),
            Some(Value::String(text)) => Ok(Some(text)),
            Some(_) => Err(LineError::WrongKind {
                key,
                wanted: "text",
            }),
        };
        let event = text("event")?.ok_or(LineError::NoEvent)?;
        let (id, dossier, recorded_at) = (text("id")?, text("dossier")?, text("recorded_at")?);
        let schema_version = match members.remove("schema_version") {
            None | Some(Value::Null) => None,
            Some(number) => Some(number.as_u64().ok_or(LineError::WrongKind {
                key: "schema_version",
                wanted: "a whole number",
            })?),
        };
        let data = match members.remove("data") {
            None | Some(Value::Null) => Map::new(),
            Some(Value::Object(data)) => data,
            Some(_) => {
                return Err(LineError::WrongKind {
                    key: "data",
                    wanted: "an object",
                });
            }
        };
        members.retain(|key, _| !OWN_KEYS.contains(&key.as_str()));
        Ok(Self {
            event,
            id,
            dossier,
            recorded_at,
            schema_version,
            common: members,
            data,
        })
    }

    /// The line as one JSON object, keys in their fixed order.
    #[must_use]
    pub fn to_value(&self) -> Value {
        let mut object = Map::new();
        object.insert("event".to_owned(), Value::from(self.event.as_str()));
        for (key, text) in [
            ("id", &self.id),
            ("dossier", &self.dossier),
            ("recorded_at", &self.recorded_at),
        ] {
            if let Some(text) = text {
                object.insert(key.to_owned(), Value::from(text.as_str()));
            }
        }
        if let Some(version) = self.schema_version {
            object.insert("schema_version".to_owned(), Value::from(version));
        }
        object.extend(self.common.clone());
        object.insert("data".to_owned(), Value::Object(self.data.clone()));
        Value::Object(object)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_reads_back_as_it_was_written() {
        let text = r#"{"event":"lead_assigned","id":"Z/1","dossier":"Z","recorded_at":"2025-01-13T09:00:00+01:00","occurred_on":"2025-01-13","actor":"TB-04","data":{"lead":"TB-04"}}"#;
        let line = Line::parse(text).unwrap();
        assert_eq!(line.common.len(), 2);
        assert_eq!(line.to_value().to_string(), text);
    }

    #[test]
    fn what_is_no_line_is_refused_with_the_reason() {
        let check = |text: &str, start: &str| {
            let error = Line::parse(text).unwrap_err().to_string();
            assert!(error.contains(start), "{error}");
        };
        check("[]", "not a JSON object");
        check("{", "not a JSON object");
        check("{}", "\"event\" is missing");
        check(r#"{"event":"a","data":{"x":1,"x":2}}"#, "stands twice");
        check(r#"{"event":1}"#, "must hold text");
        check(&"[".repeat(100_000), "not a JSON object");
    }
}
