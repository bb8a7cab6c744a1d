//! The disk of the machine.

use std::fs;
use std::io;
use std::os::unix::fs::{FileExt as _, MetadataExt as _, OpenOptionsExt as _};
use std::path::{Path, PathBuf};

use super::disk::{Disk, Error, File, Mode, Operation};

/// The disk of the machine.
#[derive(Debug, Clone, Copy, Default)]
pub struct RealDisk;

#[derive(Debug)]
struct RealFile {
    file: fs::File,
    path: PathBuf,
}

fn failed(operation: Operation, path: &Path) -> impl FnOnce(io::Error) -> Error {
    move |source| Error {
        operation,
        path: path.to_owned(),
        source,
    }
}

impl File for RealFile {
    fn read_at(&self, bytes: &mut [u8], offset: u64) -> Result<usize, Error> {
        let mut done = 0;
        while let Some(rest) = bytes.get_mut(done..).filter(|rest| !rest.is_empty()) {
            match self.file.read_at(rest, offset + done as u64) {
                Ok(0) => break,
                Ok(count) => done += count,
                Err(why) if why.kind() == io::ErrorKind::Interrupted => {}
                Err(why) => return Err(failed(Operation::Read, &self.path)(why)),
            }
        }
        Ok(done)
    }

    fn write_at(&self, bytes: &[u8], offset: u64) -> Result<(), Error> {
        self.file
            .write_all_at(bytes, offset)
            .map_err(failed(Operation::Write, &self.path))
    }

    fn sync_data(&self) -> Result<(), Error> {
        self.file
            .sync_data()
            .map_err(failed(Operation::Sync, &self.path))
    }

    fn len(&self) -> Result<u64, Error> {
        self.file
            .metadata()
            .map(|about| about.len())
            .map_err(failed(Operation::Len, &self.path))
    }

    fn permissions(&self) -> Result<u32, Error> {
        self.file
            .metadata()
            .map(|about| about.mode() & 0o777)
            .map_err(failed(Operation::Len, &self.path))
    }

    fn truncate(&self, len: u64) -> Result<(), Error> {
        self.file
            .set_len(len)
            .map_err(failed(Operation::Truncate, &self.path))
    }

    fn try_lock(&self) -> Result<bool, Error> {
        match self.file.try_lock() {
            Ok(()) => Ok(true),
            Err(fs::TryLockError::WouldBlock) => Ok(false),
            Err(fs::TryLockError::Error(why)) => Err(failed(Operation::Lock, &self.path)(why)),
        }
    }
}

impl Disk for RealDisk {
    fn open(&self, path: &Path, mode: Mode) -> Result<Box<dyn File>, Error> {
        let mut options = fs::OpenOptions::new();
        options.read(true).write(mode != Mode::Read);
        match mode {
            Mode::Read | Mode::Write => {}
            Mode::Create => {
                options.create(true).truncate(false);
            }
            Mode::CreateNew => {
                options.create_new(true);
            }
            Mode::CreateSecret => {
                options.create_new(true).mode(0o600);
            }
        }
        let file = options.open(path).map_err(failed(Operation::Open, path))?;
        Ok(Box::new(RealFile {
            file,
            path: path.to_owned(),
        }))
    }

    fn list(&self, dir: &Path) -> Result<Vec<String>, Error> {
        let mut names = Vec::new();
        for item in fs::read_dir(dir).map_err(failed(Operation::List, dir))? {
            let item = item.map_err(failed(Operation::List, dir))?;
            names.extend(item.file_name().into_string());
        }
        names.sort_unstable();
        Ok(names)
    }

    fn create_dir(&self, dir: &Path) -> Result<(), Error> {
        fs::create_dir_all(dir).map_err(failed(Operation::CreateDir, dir))
    }

    fn sync_dir(&self, dir: &Path) -> Result<(), Error> {
        fs::File::open(dir)
            .and_then(|folder| folder.sync_all())
            .map_err(failed(Operation::SyncDir, dir))
    }

    fn rename(&self, from: &Path, to: &Path) -> Result<(), Error> {
        fs::rename(from, to).map_err(failed(Operation::Rename, from))
    }

    fn remove(&self, path: &Path) -> Result<(), Error> {
        fs::remove_file(path).map_err(failed(Operation::Remove, path))
    }

    fn exists(&self, path: &Path) -> Result<bool, Error> {
        path.try_exists().map_err(failed(Operation::Open, path))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_come_back_and_a_lock_has_one_holder() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("file");
        let file = RealDisk.open(&path, Mode::CreateNew).unwrap();
        file.write_at(b"abc", 2).unwrap();
        file.sync_data().unwrap();
        RealDisk.sync_dir(dir.path()).unwrap();
        let mut bytes = [9; 8];
        assert_eq!(file.read_at(&mut bytes, 0).unwrap(), 5);
        assert_eq!(&bytes[..5], b"\0\0abc");
        assert!(file.try_lock().unwrap());
        let other = RealDisk.open(&path, Mode::Write).unwrap();
        assert!(!other.try_lock().unwrap());
        drop(file);
        assert!(other.try_lock().unwrap());
        assert_eq!(RealDisk.read_small(&path, 5).unwrap().len(), 5);
        assert!(RealDisk.read_small(&path, 4).is_err());
        assert_eq!(RealDisk.list(dir.path()).unwrap(), ["file"]);
    }

    #[test]
    fn an_error_names_operation_and_path() {
        let why = RealDisk
            .open(Path::new("/nonexistent/x"), Mode::Read)
            .unwrap_err();
        assert!(why.is_not_found());
        assert!(why.to_string().starts_with("open /nonexistent/x: "));
    }
}
