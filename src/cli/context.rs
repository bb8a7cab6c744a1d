//! What every command has at hand: the texts, the place of the book, how output is wanted.

use std::path::PathBuf;

use crate::book::{Access, Book};
use crate::text::Texts;

use super::failure::Failure;

/// What every command has at hand.
pub struct Context {
    /// The texts in the reader's language.
    pub texts: Texts,
    /// The folder of the book (`--book`, `WEEGBOEK_BOOK`, or `boek`).
    pub book_dir: PathBuf,
    /// Whether output is JSON.
    pub json: bool,
    /// Whether standard output is a terminal that wants colours.
    pub colour: bool,
    /// Whether standard error is a terminal that wants progress bars.
    pub progress: bool,
}

impl Context {
    /// Opens the book.
    ///
    /// # Errors
    /// What the book says.
    pub fn open(&self, access: Access) -> Result<Book, Failure> {
        Ok(Book::open(&self.book_dir, access)?)
    }
}
