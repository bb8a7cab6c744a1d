//! How a document reaches its reader: as lines on a terminal, as JSON, or as a PDF file.

use std::io::Write as _;
use std::path::PathBuf;

use super::context::Context;
use super::failure::Failure;
use super::{errors, file};
use crate::book::Document;

/// Shows a document; when it was written to a file that is said, with the text of this key, and
/// nothing but JSON is shown besides.
pub(super) fn show(
    context: &Context,
    document: &Document,
    pdf: Option<&PathBuf>,
    saved: &str,
) -> Result<(), Failure> {
    if let Some(path) = pdf {
        let made = document.to_pdf().map_err(|why| Failure::File {
            path: path.clone(),
            source: std::io::Error::other(why),
        })?;
        file::save(path, &made)?;
        let values = [("path", path.display().to_string().into())];
        errors::say(&context.texts.with(saved, &values));
    }
    if context.json {
        let value = serde_json::to_value(document).map_err(std::io::Error::from)?;
        return context.show_json(&value);
    }
    if pdf.is_none() {
        let mut out = context.out();
        out.write_all(document.to_text(context.width).as_bytes())?;
        out.flush()?;
    }
    Ok(())
}
