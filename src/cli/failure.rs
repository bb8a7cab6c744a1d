//! Why a command failed, and with which exit code.

use crate::book::{self, Kind};

/// Why a command failed.
#[derive(Debug)]
pub enum Failure {
    /// The book said no.
    Book(book::Error),
    /// The book refused a form of this event type; the name makes the labels of its fields exact.
    Form {
        /// Name of the event type.
        event: String,
        /// What the book said.
        error: book::Error,
    },
    /// The call is wrong: key of the sentence in the catalogue of texts, and the value it names.
    Usage {
        /// Key of the sentence.
        key: &'static str,
        /// What was given.
        given: String,
    },
    /// A check found something (exit code 1); it was printed already.
    Found,
    /// It was printed already, and this is the exit code.
    Told(u8),
    /// A file of the reader could not be read or written.
    File {
        /// Which file.
        path: std::path::PathBuf,
        /// What the operating system answered.
        source: std::io::Error,
    },
    /// Standard output or input failed.
    Output(std::io::Error),
}

impl From<book::Error> for Failure {
    fn from(error: book::Error) -> Self {
        Self::Book(error)
    }
}

impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Self {
        Self::Output(error)
    }
}

impl Failure {
    /// What the book says about a form of this event type.
    #[must_use]
    pub fn form(event: &str, error: book::Error) -> Self {
        Self::Form {
            event: event.to_owned(),
            error,
        }
    }

    /// A call that is wrong.
    #[must_use]
    pub fn usage(key: &'static str, given: impl Into<String>) -> Self {
        Self::Usage {
            key,
            given: given.into(),
        }
    }

    /// The exit code: 0 fine, 1 the check found something, 2 usage, 3 refused by a rule,
    /// 4 conflict, 5 damage found, 6 I/O.
    #[must_use]
    pub fn code(&self) -> u8 {
        match self {
            Self::Book(error) | Self::Form { error, .. } => match error.kind() {
                Kind::Usage => 2,
                Kind::Refused => 3,
                Kind::Conflict => 4,
                Kind::Damage => 5,
                Kind::Io => 6,
            },
            Self::Usage { .. } => 2,
            Self::Found => 1,
            Self::Told(code) => *code,
            Self::Output(error) if error.kind() == std::io::ErrorKind::BrokenPipe => 0,
            Self::Output(_) | Self::File { .. } => 6,
        }
    }
}
