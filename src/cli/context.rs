//! What every command has at hand: the texts, the place of the book, how output is wanted.

use std::io::{BufWriter, StdoutLock, Write as _};
use std::path::PathBuf;

use serde_json::Value;

use super::failure::Failure;
use super::page::Page;
use crate::book::{Access, Book};
use crate::text::Texts;

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
    /// Columns of a page.
    pub width: usize,
}

impl Context {
    /// Opens the book.
    ///
    /// # Errors
    /// What the book says.
    pub fn open(&self, access: Access) -> Result<Book, Failure> {
        Ok(Book::open(&self.book_dir, access)?)
    }

    /// Standard output, for what is written piece by piece; the writer flushes it.
    #[must_use]
    pub fn out(&self) -> BufWriter<StdoutLock<'static>> {
        BufWriter::new(std::io::stdout().lock())
    }

    /// An empty page for this reader.
    #[must_use]
    pub(super) fn page(&self) -> Page {
        Page::new(self.width, self.colour)
    }

    /// Shows a page.
    ///
    /// # Errors
    /// [`Failure::Output`].
    pub(super) fn show(&self, page: &Page) -> Result<(), Failure> {
        let mut out = self.out();
        out.write_all(page.text().as_bytes())?;
        Ok(out.flush()?)
    }

    /// Shows JSON, indented.
    ///
    /// # Errors
    /// [`Failure::Output`].
    pub(super) fn show_json(&self, value: &Value) -> Result<(), Failure> {
        let mut out = self.out();
        serde_json::to_writer_pretty(&mut out, value).map_err(std::io::Error::from)?;
        writeln!(out)?;
        Ok(out.flush()?)
    }
}
