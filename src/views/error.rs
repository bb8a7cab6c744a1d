//! Why the views could not do what they were asked.

use std::path::{Path, PathBuf};

use crate::{host, store};

/// Why the views could not do what they were asked. The book itself is never touched.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The log could not be read or opened.
    #[error(transparent)]
    Store(#[from] store::Error),
    /// The operating system said no.
    #[error(transparent)]
    Io(#[from] host::Error),
    /// Somebody else kept the views busy too long.
    #[error("the views in {dir} are in use: {who}", dir = dir.display())]
    Busy {
        /// The folder of the views.
        dir: PathBuf,
        /// Who has them, as far as is known.
        who: String,
    },
    /// The file of the views is not what was written; the next refresh makes it anew.
    #[error("{path} is damaged: {what}", path = path.display())]
    Damaged {
        /// The file.
        path: PathBuf,
        /// What SQLite said.
        what: String,
    },
    /// The database engine failed.
    #[error("{doing} {path}: {what}", path = path.display())]
    Engine {
        /// What was attempted.
        doing: &'static str,
        /// On which file.
        path: PathBuf,
        /// What SQLite said.
        what: String,
    },
    /// A question cannot be understood, or asks for what may not be seen.
    #[error("{what}")]
    Question {
        /// What SQLite said.
        what: String,
        /// Whether it was refused because it may only read the open tables.
        refused: bool,
    },
    /// A question needs more memory than a question may use.
    #[error("the question needs more memory than is allowed")]
    TooLarge,
    /// A thread of the projection stopped before its work was done.
    #[error("a thread of the projection stopped")]
    Stopped,
}

impl Error {
    /// What SQLite said while something was done to the file of the views.
    pub(super) fn engine(
        doing: &'static str,
        path: &Path,
    ) -> impl FnOnce(rusqlite::Error) -> Self + use<> {
        let path = path.to_owned();
        move |error| {
            let what = error.to_string();
            match error.sqlite_error_code() {
                Some(rusqlite::ErrorCode::DatabaseCorrupt | rusqlite::ErrorCode::NotADatabase) => {
                    Self::Damaged { path, what }
                }
                Some(rusqlite::ErrorCode::DatabaseBusy | rusqlite::ErrorCode::DatabaseLocked) => {
                    Self::Busy {
                        dir: path.parent().unwrap_or(&path).to_owned(),
                        who: "somebody reads them".to_owned(),
                    }
                }
                _ => Self::Engine { doing, path, what },
            }
        }
    }
}
