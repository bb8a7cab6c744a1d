//! How a document reaches its reader: as lines on a terminal, as JSON, or as a PDF file.

use std::io::Write as _;
use std::path::PathBuf;

use super::context::Context;
use super::errors;
use super::failure::Failure;
use crate::book::audits::Document;

/// Shows a document, or writes it to a file and says so.
pub(super) fn show(
    context: &Context,
    document: &Document,
    pdf: Option<&PathBuf>,
) -> Result<(), Failure> {
    if let Some(path) = pdf {
        let failed = |source| Failure::File {
            path: path.clone(),
            source,
        };
        let made = document
            .to_pdf()
            .map_err(|error| failed(std::io::Error::other(error)))?;
        // What is there already is not written over.
        let mut file = std::fs::File::create_new(path).map_err(failed)?;
        file.write_all(&made).map_err(failed)?;
        let values = [("path", path.display().to_string().into())];
        errors::say(&context.texts.with("audit-report-written", &values));
        return Ok(());
    }
    if context.json {
        let value = serde_json::to_value(document).map_err(std::io::Error::from)?;
        return context.show_json(&value);
    }
    let mut out = context.out();
    out.write_all(document.to_text(context.width).as_bytes())?;
    Ok(out.flush()?)
}
