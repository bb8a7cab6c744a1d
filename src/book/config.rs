//! The configuration of a book: `weegboek.toml` in its folder.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::error::Error;

/// Name of the configuration file.
pub const FILE_NAME: &str = "weegboek.toml";

/// Where the parts of a book are, and whose it is. Paths are relative to the book's folder.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Config {
    /// The municipality that is filled in when a form leaves it out.
    pub municipality: String,
    /// Folder of the log: segments, and what is derived from them.
    #[serde(default = "default_log")]
    pub log_dir: PathBuf,
    /// File with the wrapped data keys.
    #[serde(default = "default_keys")]
    pub keys_file: PathBuf,
    /// File with the key-encryption key; may lie on another disk, and should.
    #[serde(default = "default_key")]
    pub key_file: PathBuf,
}

fn default_log() -> PathBuf {
    "log".into()
}

fn default_keys() -> PathBuf {
    "vault/keys".into()
}

fn default_key() -> PathBuf {
    "key/kek".into()
}

impl Config {
    /// The configuration of a new book.
    #[must_use]
    pub fn new(municipality: &str, key_file: Option<PathBuf>) -> Self {
        Self {
            municipality: municipality.to_owned(),
            log_dir: default_log(),
            keys_file: default_keys(),
            key_file: key_file.unwrap_or_else(default_key),
        }
    }

    /// Reads the configuration of the book in a folder.
    ///
    /// # Errors
    /// [`Error::NoBook`] when there is none, [`Error::Config`] when it cannot be understood.
    pub fn read(dir: &Path) -> Result<Self, Error> {
        let path = dir.join(FILE_NAME);
        let text = std::fs::read_to_string(&path).map_err(|source| match source.kind() {
            std::io::ErrorKind::NotFound => Error::NoBook {
                dir: dir.to_owned(),
            },
            _ => Error::io("read", &path, source),
        })?;
        toml::from_str(&text).map_err(|error| Error::Config {
            path,
            what: error.message().to_owned(),
        })
    }

    /// Writes the configuration; the file must not be there yet.
    ///
    /// # Errors
    /// [`Error::BookExists`] or [`Error::Io`].
    pub fn write(&self, dir: &Path) -> Result<(), Error> {
        use std::io::Write as _;
        let path = dir.join(FILE_NAME);
        let text = toml::to_string(self).map_err(|error| Error::Config {
            path: path.clone(),
            what: error.to_string(),
        })?;
        let mut file = std::fs::File::create_new(&path).map_err(|source| match source.kind() {
            std::io::ErrorKind::AlreadyExists => Error::BookExists {
                dir: dir.to_owned(),
            },
            _ => Error::io("create", &path, source),
        })?;
        file.write_all(text.as_bytes())
            .map_err(|source| Error::io("write", &path, source))?;
        file.sync_all()
            .map_err(|source| Error::io("sync", &path, source))
    }
}
