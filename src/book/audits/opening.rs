//! Opening the ratings of a round, case by case, when everybody who reads a case has rated it.

use super::results::CaseFile;
use super::round::Round;
use crate::book::error::Error;
use crate::book::opening::Book;

/// Which cases can be opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Openable {
    /// Cases that everybody rated and that are still closed.
    pub ready: Vec<String>,
    /// Cases that wait for a rating.
    pub waiting: Vec<String>,
    /// Cases that were opened before.
    pub opened: Vec<String>,
}

impl Book {
    /// Which cases of a round can be opened now.
    ///
    /// # Errors
    /// [`Error::Store`].
    pub fn openable(&self, round: &Round) -> Result<Openable, Error> {
        let mut found = Openable {
            ready: Vec::new(),
            waiting: Vec::new(),
            opened: Vec::new(),
        };
        for file in self.results(round)?.cases {
            let number = file.case.number.clone();
            match (file.opened, file.is_rated()) {
                (true, _) => found.opened.push(number),
                (false, true) => found.ready.push(number),
                (false, false) => found.waiting.push(number),
            }
        }
        Ok(found)
    }
}

impl CaseFile {
    /// Whether the moderator can open it.
    #[must_use]
    pub fn is_ready(&self) -> bool {
        !self.opened && self.is_rated()
    }
}
