//! Writing a file of the reader: whole, or not at all.

use std::io::Write as _;
use std::path::Path;

use super::failure::Failure;

/// Writes a content under another name and gives it its own name when it is whole.
pub(super) fn save(path: &Path, content: &(impl AsRef<[u8]> + ?Sized)) -> Result<(), Failure> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let half = path.with_file_name(format!(".{name}.{}.half", std::process::id()));
    let written = std::fs::File::create_new(&half).and_then(|mut file| {
        file.write_all(content.as_ref())?;
        file.sync_all()?;
        std::fs::rename(&half, path)
    });
    written.map_err(|source| {
        // What is half is of no use; when it cannot go either, its name says what it is.
        drop(std::fs::remove_file(&half));
        Failure::File {
            path: path.to_owned(),
            source,
        }
    })
}
