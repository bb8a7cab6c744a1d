//! The vault's only door to files and random bytes.

use std::fs;
use std::io::{self, Read as _, Write as _};
use std::os::unix::fs::{FileExt as _, MetadataExt as _, OpenOptionsExt as _};
use std::path::{Path, PathBuf};

use zeroize::Zeroizing;

use super::error::Error;
use crate::host::{Entropy as _, SystemEntropy};

/// Only the owner may read and write.
const OWNER_ONLY: u32 = 0o600;

/// One open file, with its name for the error.
#[derive(Debug)]
pub(super) struct File {
    file: fs::File,
    path: PathBuf,
}

fn failed(operation: &'static str, path: &Path) -> impl FnOnce(io::Error) -> Error {
    move |source| Error::Io {
        operation,
        path: path.to_owned(),
        source,
    }
}

/// Fills `bytes` from the operating system's cryptographic source.
pub(super) fn random(bytes: &mut [u8]) -> Result<(), Error> {
    SystemEntropy.fill(bytes).map_err(|why| Error::Io {
        operation: "draw from",
        path: why.path,
        source: why.source,
    })
}

/// So many random bytes.
pub(super) fn random_bytes<const N: usize>() -> Result<[u8; N], Error> {
    let mut bytes = [0; N];
    random(&mut bytes)?;
    Ok(bytes)
}

/// Whether a file of this name is there.
pub(super) fn exists(path: &Path) -> Result<bool, Error> {
    path.try_exists().map_err(failed("look for", path))
}

/// The whole of a small secret file, wiped from memory after use, and its permission bits.
///
/// Both are of the file that was opened, so that it cannot be exchanged in between.
pub(super) fn read_secret(path: &Path, len_max: u64) -> Result<(u32, Zeroizing<Vec<u8>>), Error> {
    let file = fs::File::open(path).map_err(failed("open", path))?;
    let about = file.metadata().map_err(failed("examine", path))?;
    // Room for all of it at once: growing would leave copies of the secret behind.
    let room = usize::try_from(len_max).unwrap_or(0).saturating_add(1);
    let mut bytes = Zeroizing::new(Vec::with_capacity(room));
    file.take(len_max.saturating_add(1))
        .read_to_end(&mut bytes)
        .map_err(failed("read", path))?;
    Ok((about.mode() & 0o777, bytes))
}

/// Makes a file that only its owner may read; it must not exist yet. Durable on return, name
/// included.
pub(super) fn create_secret(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    let mut file = fs::OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(OWNER_ONLY)
        .open(path)
        .map_err(failed("create", path))?;
    file.write_all(bytes).map_err(failed("write", path))?;
    file.sync_all().map_err(failed("sync", path))?;
    sync_dir_of(path)
}

/// Makes a file that is either absent or whole, whatever happens: written under another name
/// first. Durable on return.
pub(super) fn create_whole(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    let mut name = path.as_os_str().to_owned();
    name.push(".new");
    let draft = PathBuf::from(name);
    // What an earlier attempt left behind was never given its name, so nothing depends on it.
    if exists(&draft)? {
        fs::remove_file(&draft).map_err(failed("remove", &draft))?;
    }
    create_secret(&draft, bytes)?;
    fs::rename(&draft, path).map_err(failed("rename", &draft))?;
    sync_dir_of(path)
}

fn sync_dir_of(path: &Path) -> Result<(), Error> {
    let dir = match path.parent() {
        Some(dir) if !dir.as_os_str().is_empty() => dir,
        _ => Path::new("."),
    };
    fs::File::open(dir)
        .and_then(|dir| dir.sync_all())
        .map_err(failed("sync the folder", dir))
}

impl File {
    /// Opens an existing file, for writing too when asked.
    pub(super) fn open(path: &Path, write: bool) -> Result<Self, Error> {
        let file = fs::OpenOptions::new()
            .read(true)
            .write(write)
            .open(path)
            .map_err(failed("open", path))?;
        Ok(Self {
            file,
            path: path.to_owned(),
        })
    }

    /// Takes the file for this holder alone until it is closed; `false` when another holds it.
    pub(super) fn try_lock(&self) -> Result<bool, Error> {
        match self.file.try_lock() {
            Ok(()) => Ok(true),
            Err(fs::TryLockError::WouldBlock) => Ok(false),
            Err(fs::TryLockError::Error(why)) => Err(failed("lock", &self.path)(why)),
        }
    }

    /// The present length in bytes.
    pub(super) fn len(&self) -> Result<u64, Error> {
        self.file
            .metadata()
            .map(|about| about.len())
            .map_err(failed("measure", &self.path))
    }

    /// Reads at `offset` until `bytes` is full or the file ends; returns how many were read.
    pub(super) fn read_at(&self, bytes: &mut [u8], offset: u64) -> Result<usize, Error> {
        let mut done = 0;
        while let Some(rest) = bytes.get_mut(done..).filter(|rest| !rest.is_empty()) {
            match self.file.read_at(rest, offset + done as u64) {
                Ok(0) => break,
                Ok(count) => done += count,
                Err(why) if why.kind() == io::ErrorKind::Interrupted => {}
                Err(why) => return Err(failed("read", &self.path)(why)),
            }
        }
        Ok(done)
    }

    /// Writes all of `bytes` at `offset`; durable after [`File::sync`].
    pub(super) fn write_at(&self, bytes: &[u8], offset: u64) -> Result<(), Error> {
        self.file
            .write_all_at(bytes, offset)
            .map_err(failed("write", &self.path))
    }

    /// Returns after all bytes written are on stable storage. Never retried: the second answer of
    /// a failing disk may be untrue.
    pub(super) fn sync(&self) -> Result<(), Error> {
        self.file.sync_data().map_err(failed("sync", &self.path))
    }

    /// Cuts the file to `len` bytes.
    pub(super) fn truncate(&self, len: u64) -> Result<(), Error> {
        self.file
            .set_len(len)
            .map_err(failed("truncate", &self.path))
    }
}
