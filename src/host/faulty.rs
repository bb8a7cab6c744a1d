//! A disk that fails on command, for tests of every room that writes.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::disk::{Disk, Error, File, Mode, Operation};

/// What goes wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// The device answers with an input/output error; nothing is written.
    Broken,
    /// No room is left; nothing is written.
    Full,
    /// Only so many bytes are written before the device answers with an error.
    Short(usize),
}

/// When and how the disk fails.
#[derive(Debug, Clone, Copy)]
pub struct Plan {
    /// The operation that fails.
    pub operation: Operation,
    /// How many of these operations still succeed first.
    pub after: u64,
    /// What goes wrong.
    pub fault: Fault,
    /// Whether it goes on failing, or fails once and heals.
    pub lasting: bool,
}

#[derive(Debug, Default)]
struct State {
    plan: Option<Plan>,
    failures: u64,
    counts: Vec<(Operation, u64)>,
}

#[derive(Debug, Clone, Default)]
struct Switch(Arc<Mutex<State>>);

/// Passes every call on to another disk until the plan says that it fails.
#[derive(Debug, Clone)]
pub struct FaultyDisk {
    inner: Arc<dyn Disk>,
    switch: Switch,
}

impl FaultyDisk {
    /// Wraps a disk; no plan yet.
    #[must_use]
    pub fn new(inner: Arc<dyn Disk>) -> Self {
        Self {
            inner,
            switch: Switch::default(),
        }
    }

    /// Sets the plan, counting from this moment; forgets the one before.
    pub fn fail(&self, plan: Plan) {
        self.switch.lock().plan = Some(plan);
    }

    /// Forgets the plan: everything succeeds again.
    pub fn heal(&self) {
        self.switch.lock().plan = None;
    }

    /// How many calls have failed on command.
    #[must_use]
    pub fn failures(&self) -> u64 {
        self.switch.lock().failures
    }

    /// How many calls of this kind were made.
    #[must_use]
    pub fn count(&self, operation: Operation) -> u64 {
        let state = self.switch.lock();
        let found = state.counts.iter().find(|(kind, _)| *kind == operation);
        found.map_or(0, |(_, count)| *count)
    }
}

impl Switch {
    fn lock(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Counts a call and says whether it must fail.
    fn strike(&self, operation: Operation) -> Option<Fault> {
        let mut state = self.lock();
        match state.counts.iter_mut().find(|(kind, _)| *kind == operation) {
            Some((_, count)) => *count += 1,
            None => state.counts.push((operation, 1)),
        }
        let plan = state.plan.as_mut().filter(|p| p.operation == operation)?;
        if plan.after > 0 {
            plan.after -= 1;
            return None;
        }
        let fault = plan.fault;
        if !plan.lasting {
            state.plan = None;
        }
        state.failures += 1;
        Some(fault)
    }

    fn check(&self, operation: Operation, path: &Path) -> Result<(), Error> {
        self.strike(operation)
            .map_or(Ok(()), |fault| Err(error(operation, path, fault)))
    }
}

fn error(operation: Operation, path: &Path, fault: Fault) -> Error {
    let kind = match fault {
        Fault::Full => io::ErrorKind::StorageFull,
        Fault::Broken | Fault::Short(_) => io::ErrorKind::Other,
    };
    Error {
        operation,
        path: path.to_owned(),
        source: io::Error::new(kind, "failed on command"),
    }
}

#[derive(Debug)]
struct FaultyFile {
    inner: Box<dyn File>,
    path: PathBuf,
    switch: Switch,
}

impl File for FaultyFile {
    fn read_at(&self, bytes: &mut [u8], offset: u64) -> Result<usize, Error> {
        self.switch.check(Operation::Read, &self.path)?;
        self.inner.read_at(bytes, offset)
    }

    fn write_at(&self, bytes: &[u8], offset: u64) -> Result<(), Error> {
        match self.switch.strike(Operation::Write) {
            None => self.inner.write_at(bytes, offset),
            Some(fault) => {
                if let Fault::Short(len) = fault {
                    let some = bytes.get(..len).unwrap_or(bytes);
                    self.inner.write_at(some, offset)?;
                }
                Err(error(Operation::Write, &self.path, fault))
            }
        }
    }

    fn sync_data(&self) -> Result<(), Error> {
        self.switch.check(Operation::Sync, &self.path)?;
        self.inner.sync_data()
    }

    fn len(&self) -> Result<u64, Error> {
        self.switch.check(Operation::Len, &self.path)?;
        self.inner.len()
    }

    fn permissions(&self) -> Result<u32, Error> {
        self.switch.check(Operation::Len, &self.path)?;
        self.inner.permissions()
    }

    fn truncate(&self, len: u64) -> Result<(), Error> {
        self.switch.check(Operation::Truncate, &self.path)?;
        self.inner.truncate(len)
    }

    fn try_lock(&self) -> Result<bool, Error> {
        self.switch.check(Operation::Lock, &self.path)?;
        self.inner.try_lock()
    }
}

impl Disk for FaultyDisk {
    fn open(&self, path: &Path, mode: Mode) -> Result<Box<dyn File>, Error> {
        self.switch.check(Operation::Open, path)?;
        Ok(Box::new(FaultyFile {
            inner: self.inner.open(path, mode)?,
            path: path.to_owned(),
            switch: self.switch.clone(),
        }))
    }

    fn list(&self, dir: &Path) -> Result<Vec<String>, Error> {
        self.switch.check(Operation::List, dir)?;
        self.inner.list(dir)
    }

    fn create_dir(&self, dir: &Path) -> Result<(), Error> {
        self.switch.check(Operation::CreateDir, dir)?;
        self.inner.create_dir(dir)
    }

    fn sync_dir(&self, dir: &Path) -> Result<(), Error> {
        self.switch.check(Operation::SyncDir, dir)?;
        self.inner.sync_dir(dir)
    }

    fn rename(&self, from: &Path, to: &Path) -> Result<(), Error> {
        self.switch.check(Operation::Rename, from)?;
        self.inner.rename(from, to)
    }

    fn remove(&self, path: &Path) -> Result<(), Error> {
        self.switch.check(Operation::Remove, path)?;
        self.inner.remove(path)
    }

    fn exists(&self, path: &Path) -> Result<bool, Error> {
        self.inner.exists(path)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::host::RealDisk;

    #[test]
    fn the_planned_call_fails_and_the_next_succeeds() {
        let dir = tempfile::tempdir().unwrap();
        let disk = FaultyDisk::new(Arc::new(RealDisk));
        let file = disk.open(&dir.path().join("f"), Mode::CreateNew).unwrap();
        disk.fail(Plan {
            operation: Operation::Write,
            after: 1,
            fault: Fault::Short(2),
            lasting: false,
        });
        file.write_at(b"aaaa", 0).unwrap();
        assert!(file.write_at(b"bbbb", 4).is_err());
        assert_eq!(file.len().unwrap(), 6);
        file.write_at(b"cccc", 4).unwrap();
        assert_eq!((disk.failures(), disk.count(Operation::Write)), (1, 3));
    }
}
