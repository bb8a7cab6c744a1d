//! The memory of given answers on disk: one file beside the views, for its owner alone.
//!
//! It is read and written under a lock, and written before an answer is shown. When it cannot be
//! read nothing is answered: an answer that forgets the earlier ones could tell of one person.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use super::AskError;
use crate::book::error::Error;
use crate::host::{Disk as _, Error as HostError, File, Mode, RealDisk};
use crate::practice::disclosure::{BYTES_MAX, Memory};

const FILE: &str = "answers";
const NEXT: &str = "answers.new";
const LOCK: &str = "answers.lock";

/// How long somebody else may take.
const PATIENCE: Duration = Duration::from_secs(30);

/// The memory, held by this process alone until it is let go.
pub(in crate::book) struct Answers {
    dir: PathBuf,
    /// What was told before.
    pub(in crate::book) memory: Memory,
    /// Kept for the lock it holds.
    _lock: Box<dyn File>,
}

impl Answers {
    /// Reads the memory in the folder of the views; an empty one when no answer was given yet.
    pub(in crate::book) fn open(dir: &Path) -> Result<Self, Error> {
        let lock = locked(&dir.join(LOCK))?;
        let path = dir.join(FILE);
        let memory = match RealDisk.read_small(&path, BYTES_MAX) {
            Ok(bytes) => Memory::from_bytes(&bytes)
                .map_err(|_| AskError::MemoryDamaged { path: path.clone() })?,
            Err(error) if error.is_not_found() => Memory::default(),
            Err(error) => return Err(told(error)),
        };
        Ok(Self {
            dir: dir.to_owned(),
            memory,
            _lock: lock,
        })
    }

    /// Writes the memory; after this an answer may be shown.
    pub(in crate::book) fn save(&self) -> Result<(), Error> {
        let (path, next) = (self.dir.join(FILE), self.dir.join(NEXT));
        let bytes = self.memory.to_bytes();
        if bytes.len() > BYTES_MAX {
            return Err(AskError::MemoryFull { path }.into());
        }
        let write = || -> Result<(), HostError> {
            if RealDisk.exists(&next)? {
                RealDisk.remove(&next)?;
            }
            let file = RealDisk.open(&next, Mode::CreateSecret)?;
            file.write_at(&bytes, 0)?;
            file.sync_data()?;
            drop(file);
            RealDisk.rename(&next, &path)?;
            RealDisk.sync_dir(&self.dir)
        };
        write().map_err(told)
    }
}

fn told(error: HostError) -> Error {
    Error::Views(crate::views::Error::Io(error))
}

fn locked(path: &Path) -> Result<Box<dyn File>, Error> {
    let start = Instant::now();
    let file = RealDisk.open(path, Mode::Create).map_err(told)?;
    while !file.try_lock().map_err(told)? {
        if start.elapsed() > PATIENCE {
            let path = path.to_owned();
            return Err(AskError::MemoryBusy { path }.into());
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    Ok(file)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::fs::PermissionsExt as _;

    #[test]
    fn a_damaged_memory_is_refused_and_a_good_one_is_private() {
        let dir = tempfile::tempdir().unwrap();
        let answers = Answers::open(dir.path()).unwrap();
        answers.save().unwrap();
        drop(answers);
        let path = dir.path().join(FILE);
        let mode = std::fs::metadata(&path).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
        assert!(Answers::open(dir.path()).is_ok());
        std::fs::write(&path, b"weegboek answers 1\n").unwrap();
        assert!(matches!(
            Answers::open(dir.path()).err(),
            Some(Error::Ask(AskError::MemoryDamaged { .. }))
        ));
    }
}
