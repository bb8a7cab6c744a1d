//! Why a log could not be read or written.

use std::io;

/// Why a log could not be read or written.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The source could not be read or the output written.
    #[error("{0}")]
    Io(#[from] io::Error),
    /// The JSON is not well formed, or does not have the structure of a log.
    #[error("not an OCEL 2.0 log in JSON: {0}")]
    Json(String),
    /// The XML is not well formed, or does not have the structure of a log.
    #[error("not an OCEL 2.0 log in XML: {what}, at line {line}")]
    Xml {
        /// What is wrong.
        what: String,
        /// Line of the text, from 1.
        line: u64,
    },
    /// The database does not have the structure of a log, or SQLite could not read it.
    #[error("not an OCEL 2.0 log in SQLite: {0}")]
    Sqlite(String),
    /// A time cannot be read.
    #[error("{text:?} of {id:?} is not a time")]
    Time {
        /// The text.
        text: String,
        /// Whose time it is.
        id: String,
    },
    /// Two objects, or two events, have one id.
    #[error("the id {id:?} stands twice")]
    RepeatedId {
        /// The id.
        id: String,
    },
    /// Something is larger than the limits allow.
    #[error("{what} is larger than the limit of {limit}")]
    TooLarge {
        /// What.
        what: &'static str,
        /// The limit.
        limit: u64,
    },
    /// An object was written after an event.
    #[error("all objects are written before the first event")]
    Order,
}

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Self {
        Self::Sqlite(short(&error.to_string()))
    }
}

/// A text of a log as an error shows it: its start, and its end, where a parser names the place.
pub(super) fn short(text: &str) -> String {
    const START: usize = 160;
    const END: usize = 60;
    let count = text.chars().count();
    if count <= START + END {
        return text.to_owned();
    }
    let start: String = text.chars().take(START).collect();
    let end: String = text.chars().skip(count - END).collect();
    format!("{start} … {end}")
}
