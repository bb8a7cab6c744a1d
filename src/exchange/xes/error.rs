//! Why reading stopped, where, and what was read before.

use std::fmt;
use std::io;

/// How far reading had come.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Place {
    /// Line of the XES text, from 1.
    pub line: u64,
    /// Byte of the XES text (unpacked, when it was gzipped), from 0.
    pub offset: u64,
    /// Whole traces given before.
    pub traces: u64,
    /// Events in those traces.
    pub events: u64,
    /// Whether it was within the trace after those.
    pub in_trace: bool,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {} (byte {})", self.line, self.offset)?;
        if self.in_trace {
            write!(f, ", in trace {}", self.traces + 1)?;
        }
        write!(
            f,
            "; {} traces with {} events were read before it",
            self.traces, self.events
        )
    }
}

/// A log could not be read further.
#[derive(Debug, thiserror::Error)]
#[error("{problem}, at {place}")]
pub struct Error {
    /// What is wrong.
    pub problem: Problem,
    /// Where.
    pub place: Place,
}

/// What is wrong with a log.
#[derive(Debug, thiserror::Error)]
pub enum Problem {
    /// The source could not be read, or its gzip packing is damaged.
    #[error("the source cannot be read: {0}")]
    Source(#[from] io::Error),
    /// The text ends before the log does.
    #[error("the text ends before its log does")]
    Truncated,
    /// Not well-formed XML.
    #[error("not well-formed XML: {0}")]
    Syntax(String),
    /// Bytes that are not UTF-8.
    #[error("not UTF-8")]
    NotUtf8,
    /// The text declares another encoding than UTF-8.
    #[error("the text is declared to be {0}, where only UTF-8 is read")]
    Encoding(String),
    /// A document type declaration. Refused: entities could be hidden in it.
    #[error("a document type declaration is not accepted")]
    DocType,
    /// An entity or character reference that XML does not predefine.
    #[error("a reference that is not accepted: {0}")]
    Reference(String),
    /// An element at a place where XES has none of that name.
    #[error("element <{element}> within {parent}, where XES has none")]
    Misplaced {
        /// The element.
        element: String,
        /// What it stands in.
        parent: &'static str,
    },
    /// Text where XES has only elements.
    #[error("text between elements, where XES has none")]
    StrayText,
    /// An element lacks an attribute it must have.
    #[error("element <{element}> has no {attribute:?}")]
    Missing {
        /// The element.
        element: String,
        /// What it lacks.
        attribute: &'static str,
    },
    /// Something is larger than the limits allow.
    #[error("{what} is larger than the limit of {limit}")]
    TooLarge {
        /// What is too large.
        what: &'static str,
        /// The limit, in bytes or levels as its name says.
        limit: u64,
    },
}
