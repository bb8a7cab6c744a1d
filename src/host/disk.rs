//! Files and folders, as the rooms above see them.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

/// What was attempted when the world said no.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Operation {
    /// Opening or creating a file.
    Open,
    /// Reading bytes.
    Read,
    /// Writing bytes.
    Write,
    /// Bringing a file to stable storage.
    Sync,
    /// Bringing a folder's names to stable storage.
    SyncDir,
    /// Asking how long a file is.
    Len,
    /// Changing how long a file is.
    Truncate,
    /// Giving a file another name.
    Rename,
    /// Removing a file.
    Remove,
    /// Listing a folder.
    List,
    /// Making a folder.
    CreateDir,
    /// Locking a file.
    Lock,
    /// Asking for random bytes.
    Entropy,
}

impl fmt::Display for Operation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Open => "open",
            Self::Read => "read",
            Self::Write => "write",
            Self::Sync => "sync",
            Self::SyncDir => "sync the folder",
            Self::Len => "measure",
            Self::Truncate => "truncate",
            Self::Rename => "rename",
            Self::Remove => "remove",
            Self::List => "list",
            Self::CreateDir => "create the folder",
            Self::Lock => "lock",
            Self::Entropy => "draw from",
        })
    }
}

/// The world said no: what was attempted, on what, and why it failed.
#[derive(Debug, thiserror::Error)]
#[error("{operation} {path}: {source}", path = path.display())]
pub struct Error {
    /// What was attempted.
    pub operation: Operation,
    /// The file or folder it was attempted on.
    pub path: PathBuf,
    /// What the operating system answered.
    pub source: io::Error,
}

impl Error {
    /// Whether the file or folder is simply not there.
    #[must_use]
    pub fn is_not_found(&self) -> bool {
        self.source.kind() == io::ErrorKind::NotFound
    }

    /// Whether no room was left.
    #[must_use]
    pub fn is_disk_full(&self) -> bool {
        matches!(
            self.source.kind(),
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded | io::ErrorKind::FileTooLarge
        )
    }
}

/// How a file is opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// For reading; it must exist.
    Read,
    /// For reading and writing; it must exist.
    Write,
    /// For reading and writing; made when it does not exist, kept as it is when it does.
    Create,
    /// For reading and writing; it must not exist yet.
    CreateNew,
    /// As [`Mode::CreateNew`], and nobody but its owner may read or write it.
    CreateSecret,
}

/// One open file. Every method takes its own offset, so that a file can be shared by threads.
pub trait File: Send + Sync + fmt::Debug {
    /// Reads at `offset` until `bytes` is full or the file ends; returns how many bytes were read.
    ///
    /// # Errors
    /// When the operating system says so.
    fn read_at(&self, bytes: &mut [u8], offset: u64) -> Result<usize, Error>;

    /// Writes all of `bytes` at `offset`. Not durable before [`File::sync_data`] returns.
    ///
    /// # Errors
    /// When not every byte could be written; some may have been.
    fn write_at(&self, bytes: &[u8], offset: u64) -> Result<(), Error>;

    /// Returns after every byte written before, and the length, is on stable storage.
    ///
    /// # Errors
    /// When that is not certain. It must never be retried: the second answer may be untrue.
    fn sync_data(&self) -> Result<(), Error>;

    /// The present length in bytes.
    ///
    /// # Errors
    /// When the operating system says so.
    fn len(&self) -> Result<u64, Error>;

    /// The permission bits (`0o600` is: its owner alone), of the file that was opened, so that it
    /// cannot be exchanged in between.
    ///
    /// # Errors
    /// When the operating system says so.
    fn permissions(&self) -> Result<u32, Error>;

    /// Whether the file has no bytes.
    ///
    /// # Errors
    /// When the operating system says so.
    fn is_empty(&self) -> Result<bool, Error> {
        Ok(self.len()? == 0)
    }

    /// Cuts the file, or lengthens it with zeros, to `len` bytes.
    ///
    /// # Errors
    /// When the operating system says so.
    fn truncate(&self, len: u64) -> Result<(), Error>;

    /// Tries to lock the file for this holder alone, until the file is closed; `false` when
    /// somebody else holds it.
    ///
    /// # Errors
    /// When locks do not work here.
    fn try_lock(&self) -> Result<bool, Error>;
}

/// A disk: opens files and keeps their names.
pub trait Disk: Send + Sync + fmt::Debug {
    /// Opens a file.
    ///
    /// # Errors
    /// When it cannot be opened that way.
    fn open(&self, path: &Path, mode: Mode) -> Result<Box<dyn File>, Error>;

    /// Names in a folder, sorted, without `.` and `..`; names that are not UTF-8 are left out.
    ///
    /// # Errors
    /// When the folder cannot be read.
    fn list(&self, dir: &Path) -> Result<Vec<String>, Error>;

    /// Makes a folder and its parents; content when it is already there.
    ///
    /// # Errors
    /// When it cannot be made.
    fn create_dir(&self, dir: &Path) -> Result<(), Error>;

    /// Returns after the names in a folder are on stable storage.
    ///
    /// # Errors
    /// When that is not certain.
    fn sync_dir(&self, dir: &Path) -> Result<(), Error>;

    /// Gives a file another name, replacing what had that name.
    ///
    /// # Errors
    /// When it cannot.
    fn rename(&self, from: &Path, to: &Path) -> Result<(), Error>;

    /// Removes a file.
    ///
    /// # Errors
    /// When it cannot, also because it is not there.
    fn remove(&self, path: &Path) -> Result<(), Error>;

    /// The whole of a small file.
    ///
    /// # Errors
    /// When it cannot be read, or is longer than `len_max` bytes.
    fn read_small(&self, path: &Path, len_max: usize) -> Result<Vec<u8>, Error> {
        let file = self.open(path, Mode::Read)?;
        let len = usize::try_from(file.len()?).unwrap_or(usize::MAX);
        if len > len_max {
            return Err(Error {
                operation: Operation::Read,
                path: path.to_owned(),
                source: io::Error::new(
                    io::ErrorKind::InvalidData,
                    format!("{len} bytes, where at most {len_max} are expected"),
                ),
            });
        }
        let mut bytes = vec![0; len];
        let read = file.read_at(&mut bytes, 0)?;
        bytes.truncate(read);
        Ok(bytes)
    }

    /// Whether a file or folder of this name is there.
    ///
    /// # Errors
    /// When that cannot be told.
    fn exists(&self, path: &Path) -> Result<bool, Error>;
}
