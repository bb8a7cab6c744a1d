//! The append-only file of wrapped keys: making it, reading it on, adding to it.
//!
//! After each sync of new records a mark in the first page is set to the length that is now
//! durable. The mark itself is not synced: it may lag behind, never run ahead. Below it damage is
//! damage; above it an unfinished record is what a crash leaves behind.

use std::path::{Path, PathBuf};

use super::disk;
use super::error::Error;
use super::format::{self, KIND_MAX, MARK_AT, PAGE, Page, RECORD_LEN_MAX, Record, Step};
use crate::host::{self, File, Operation};

/// Bytes read at once; the longest record fits.
const CHUNK: usize = 256 * 1024;
const _: () = assert!(CHUNK >= RECORD_LEN_MAX);

/// A torn tail that was cut off when the vault was opened for writing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cut {
    /// Where the file was cut, in bytes from the start.
    pub at: u64,
    /// How many bytes were cut off.
    pub len: u64,
}

/// The open keys file.
#[derive(Debug)]
pub(super) struct KeysFile {
    file: Box<dyn File>,
    path: PathBuf,
    /// Where the records known so far end.
    end: u64,
    /// Length known to be durable, and the mark that says so.
    durable: u64,
    slot: usize,
    poisoned: bool,
}

impl KeysFile {
    /// Makes a keys file with one first record. It must not exist yet.
    pub(super) fn create(path: &Path, log: &[u8; 16], first: &Record) -> Result<(), Error> {
        if disk::exists(path)? {
            return Err(Error::Io(host::Error {
                operation: Operation::Open,
                path: path.to_owned(),
                source: std::io::ErrorKind::AlreadyExists.into(),
            }));
        }
        let mut record = Vec::new();
        format::write(first, &mut record);
        let durable = (PAGE + record.len()) as u64;
        let mut bytes = format::page(log, durable);
        bytes.extend_from_slice(&record);
        disk::create_whole(path, &bytes)
    }

    /// Opens the keys file of `log`; a writer takes it for itself.
    pub(super) fn open(path: &Path, log: &[u8; 16], write: bool) -> Result<Self, Error> {
        let file = disk::open(path, write)?;
        if write && !file.try_lock()? {
            return Err(Error::Busy {
                path: path.to_owned(),
            });
        }
        let mut keys = Self {
            file,
            path: path.to_owned(),
            end: PAGE as u64,
            durable: 0,
            slot: 0,
            poisoned: false,
        };
        keys.read_page(log)?;
        Ok(keys)
    }

    fn read_page(&mut self, log: &[u8; 16]) -> Result<(), Error> {
        let mut page = [0; PAGE];
        if self.file.read_at(&mut page, 0)? < PAGE {
            return Err(self.damaged(self.file.len()?, "the file ends before its first record"));
        }
        match format::read_page(&page) {
            Page::Version(found) => Err(Error::Unsupported {
                path: self.path.clone(),
                what: "format version",
                found,
                supported: format::VERSION,
            }),
            Page::Broken(at, what) => Err(self.damaged(at as u64, what)),
            Page::Sound { log: own, .. } if own != *log => Err(Error::OtherLog {
                path: self.path.clone(),
            }),
            Page::Sound { durable, slot, .. } => {
                self.durable = durable;
                self.slot = slot;
                Ok(())
            }
        }
    }

    /// Reads the records that were added since the last reading and gives each to `take`.
    ///
    /// Stops without complaint at an unfinished record above the durable mark: to a reader that
    /// is a writer at work.
    pub(super) fn read_on(
        &mut self,
        mut take: impl FnMut(&Record) -> Result<(), &'static str>,
    ) -> Result<(), Error> {
        let mut chunk = vec![0; CHUNK];
        loop {
            let filled = self.file.read_at(&mut chunk, self.end)?;
            let mut rest = chunk.get(..filled).unwrap_or_default();
            let flaw = loop {
                match format::read(rest) {
                    Step::Record(record, len) => {
                        take(&record).map_err(|what| self.damaged(self.end, what))?;
                        self.end += len as u64;
                        rest = rest.get(len..).unwrap_or_default();
                    }
                    Step::Unknown(kind) => {
                        return Err(Error::Unsupported {
                            path: self.path.clone(),
                            what: "record kind",
                            found: kind.into(),
                            supported: KIND_MAX.into(),
                        });
                    }
                    Step::Short => break None,
                    Step::Broken(what) => break Some(what),
                }
            };
            if flaw.is_none() && filled == CHUNK {
                continue;
            }
            if self.end < self.durable {
                let what = flaw.unwrap_or("the file ends within what was once durable");
                return Err(self.damaged(self.end, what));
            }
            return Ok(());
        }
    }

    /// Makes a file just read ready for writing: what was read is made durable and marked, a torn
    /// tail behind it is cut off.
    pub(super) fn settle(&mut self) -> Result<Option<Cut>, Error> {
        let len = self.file.len()?;
        let cut = (len > self.end).then(|| Cut {
            at: self.end,
            len: len - self.end,
        });
        if cut.is_some() {
            self.file.truncate(self.end)?;
        }
        self.file.sync_data()?;
        self.set_mark()?;
        Ok(cut)
    }

    /// Adds records; they are durable on return. After a failure nothing more is accepted.
    pub(super) fn append(&mut self, records: &[u8]) -> Result<(), Error> {
        if self.poisoned {
            return Err(Error::Poisoned);
        }
        // Lifted only when every step succeeded, so that no way out leaves it lifted by mistake.
        self.poisoned = true;
        self.file.write_at(records, self.end)?;
        self.file.sync_data()?;
        self.end += records.len() as u64;
        self.set_mark()?;
        self.poisoned = false;
        Ok(())
    }

    fn set_mark(&mut self) -> Result<(), Error> {
        if self.end > self.durable {
            let slot = 1 - self.slot;
            let at = MARK_AT.get(slot).copied().unwrap_or(MARK_AT[0]);
            self.file.write_at(&format::mark(self.end), at as u64)?;
            self.slot = slot;
            self.durable = self.end;
        }
        Ok(())
    }

    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    pub(super) fn end(&self) -> u64 {
        self.end
    }

    fn damaged(&self, offset: u64, what: &'static str) -> Error {
        Error::Damaged {
            path: self.path.clone(),
            offset,
            what,
        }
    }
}
