//! Drafts of guided questions: kept after every answer, so that stopping loses nothing.
//!
//! A draft holds words of a client, so only its owner can read it, its name does not tell the
//! number of the dossier, and it disappears once its form is recorded.

use std::fs;
use std::io::{self, Write as _};
use std::os::unix::fs::{DirBuilderExt as _, OpenOptionsExt as _};
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::failure::Failure;
use super::guided::Answers;
use crate::book::Book;
use crate::book::fields::Line;

/// Folder of the drafts within the book.
const FOLDER: &str = "drafts";

/// The place of one draft: one dossier, one event type.
pub(super) struct Draft {
    path: PathBuf,
}

/// What a draft holds.
pub(super) struct Kept {
    /// What was given as flags or JSON when it began.
    pub(super) given: Line,
    /// The answers so far.
    pub(super) answers: Answers,
}

impl Draft {
    /// The place of the draft of an event in a dossier, or in none.
    pub(super) fn of(book: &Book, dossier: Option<&str>, event: &str) -> Result<Self, Failure> {
        let alias = book.alias(dossier.unwrap_or_default())?;
        let name = format!("{alias}-{event}.json");
        Ok(Self {
            path: book.dir().join(FOLDER).join(name),
        })
    }

    /// The draft, when there is one.
    pub(super) fn load(&self) -> Result<Option<Kept>, Failure> {
        let text = match fs::read_to_string(&self.path) {
            Ok(text) => text,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(source) => return Err(self.failure(source)),
        };
        let draft: Value =
            serde_json::from_str(&text).map_err(|error| self.failure(error.into()))?;
        let given = Line::from_value(draft["given"].clone());
        let unreadable = |error| self.failure(io::Error::new(io::ErrorKind::InvalidData, error));
        Ok(Some(Kept {
            given: given.map_err(unreadable)?,
            answers: Answers::read(&draft["answers"]),
        }))
    }

    /// Keeps the answers so far.
    pub(super) fn save(&self, given: &Line, answers: &Answers) -> io::Result<()> {
        let folder = self.path.parent().unwrap_or(Path::new("."));
        fs::DirBuilder::new()
            .recursive(true)
            .mode(0o700)
            .create(folder)?;
        let draft = json!({ "given": given.to_value(), "answers": answers.write() });
        let beside = self.path.with_extension("new");
        let mut file = fs::OpenOptions::new()
            .write(true)
            .create(true)
            .truncate(true)
            .mode(0o600)
            .open(&beside)?;
        file.write_all(draft.to_string().as_bytes())?;
        file.sync_all()?;
        fs::rename(&beside, &self.path)
    }

    /// Removes it; there may be none.
    pub(super) fn remove(&self) -> Result<(), Failure> {
        match fs::remove_file(&self.path) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(self.failure(error)),
            _ => Ok(()),
        }
    }

    fn failure(&self, source: io::Error) -> Failure {
        Failure::File {
            path: self.path.clone(),
            source,
        }
    }
}
