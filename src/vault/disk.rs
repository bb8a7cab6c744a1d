//! Secret files, on the disk of the host.

use std::path::{Path, PathBuf};

use zeroize::Zeroizing;

use super::error::Error;
use crate::host::{Disk as _, Entropy as _, File, Mode, RealDisk, SystemEntropy};

/// Fills `bytes` from the operating system's cryptographic source.
pub(super) fn random(bytes: &mut [u8]) -> Result<(), Error> {
    Ok(SystemEntropy.fill(bytes)?)
}

/// So many random bytes.
pub(super) fn random_bytes<const N: usize>() -> Result<[u8; N], Error> {
    let mut bytes = [0; N];
    random(&mut bytes)?;
    Ok(bytes)
}

/// Whether a file of this name is there.
pub(super) fn exists(path: &Path) -> Result<bool, Error> {
    Ok(RealDisk.exists(path)?)
}

/// Opens an existing file, for writing too when asked.
pub(super) fn open(path: &Path, write: bool) -> Result<Box<dyn File>, Error> {
    Ok(RealDisk.open(path, if write { Mode::Write } else { Mode::Read })?)
}

/// The whole of a small secret file, wiped from memory after use, and its permission bits.
///
/// Both are of the file that was opened, so that it cannot be exchanged in between. A longer file
/// gives one byte more than `len_max`.
pub(super) fn read_secret(path: &Path, len_max: usize) -> Result<(u32, Zeroizing<Vec<u8>>), Error> {
    let file = RealDisk.open(path, Mode::Read)?;
    let permissions = file.permissions()?;
    // Room for all of it at once: growing would leave copies of the secret behind.
    let mut bytes = Zeroizing::new(vec![0; len_max.saturating_add(1)]);
    let read = file.read_at(&mut bytes, 0)?;
    bytes.truncate(read);
    Ok((permissions, bytes))
}

/// Makes a file that only its owner may read; it must not exist yet. Durable on return, name
/// included.
pub(super) fn create_secret(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    let file = RealDisk.open(path, Mode::CreateSecret)?;
    file.write_at(bytes, 0)?;
    file.sync_data()?;
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
        RealDisk.remove(&draft)?;
    }
    create_secret(&draft, bytes)?;
    RealDisk.rename(&draft, path)?;
    sync_dir_of(path)
}

fn sync_dir_of(path: &Path) -> Result<(), Error> {
    let dir = match path.parent() {
        Some(dir) if !dir.as_os_str().is_empty() => dir,
        _ => Path::new("."),
    };
    Ok(RealDisk.sync_dir(dir)?)
}
