//! Why a command failed, and with which exit code.

use crate::book::{self, Kind};

/// Why a command failed.
#[derive(Debug)]
pub enum Failure {
    /// The book said no.
    Book(book::Error),
    /// A check found something (exit code 1); it was printed already.
    Found,
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
    /// The exit code: 0 fine, 1 the check found something, 2 usage, 3 refused by a rule,
    /// 4 conflict, 5 damage found, 6 I/O.
    #[must_use]
    pub fn code(&self) -> u8 {
        match self {
            Self::Book(error) => match error.kind() {
                Kind::Usage => 2,
                Kind::Refused => 3,
                Kind::Conflict => 4,
                Kind::Damage => 5,
                Kind::Io => 6,
            },
            Self::Found => 1,
            Self::Output(error) if error.kind() == std::io::ErrorKind::BrokenPipe => 0,
            Self::Output(_) => 6,
        }
    }
}
