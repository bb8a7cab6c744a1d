//! The limit: what any log could reach that syncs before it answers.
//!
//! Appends bytes to a file that has its full length already, and shares one write and one
//! fdatasync among whoever waits. No index, no hash, no checksum, no structure.

use std::fs::File;
use std::io;
use std::os::unix::fs::FileExt as _;
use std::path::Path;
use std::sync::{Condvar, Mutex, PoisonError};

/// Length of the file; writing goes round in it.
const FILE_LEN: u64 = 256 * 1024 * 1024;

#[derive(Debug, Default)]
struct Waiting {
    bytes: Vec<u8>,
    /// How many appends were ever handed in, and how many are durable.
    handed_in: u64,
    durable: u64,
    /// Number of the batch that collects now; the one before it may be on its way to the disk.
    batch: usize,
    offset: u64,
    leads: bool,
    failed: bool,
}

/// A bare group-commit loop: the first that finds nobody leading writes for all.
#[derive(Debug)]
pub(crate) struct Limit {
    file: File,
    waiting: Mutex<Waiting>,
    /// Who waits, by batch, so that nobody is woken for another's sake.
    done: [Condvar; 2],
}

impl Limit {
    /// Makes the file, filled and synced.
    pub(crate) fn create(path: &Path) -> io::Result<Self> {
        let file = File::options()
            .create(true)
            .truncate(true)
            .read(true)
            .write(true)
            .open(path)?;
        let block = vec![0; 1024 * 1024];
        for at in 0..FILE_LEN / block.len() as u64 {
            file.write_all_at(&block, at * block.len() as u64)?;
        }
        file.sync_all()?;
        Ok(Self {
            file,
            waiting: Mutex::new(Waiting::default()),
            done: [Condvar::new(), Condvar::new()],
        })
    }

    /// Appends; returns when it is durable.
    pub(crate) fn append(&self, bytes: &[u8]) -> io::Result<()> {
        let mut waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
        waiting.bytes.extend_from_slice(bytes);
        waiting.handed_in += 1;
        let (mine, batch_of_mine) = (waiting.handed_in, waiting.batch % 2);
        while waiting.durable < mine {
            if waiting.failed {
                return Err(io::Error::other("an earlier write failed"));
            }
            if waiting.leads {
                waiting = self.done[batch_of_mine]
                    .wait(waiting)
                    .unwrap_or_else(PoisonError::into_inner);
                continue;
            }
            waiting.leads = true;
            let batch = std::mem::take(&mut waiting.bytes);
            let upto = waiting.handed_in;
            waiting.batch += 1;
            if waiting.offset + batch.len() as u64 > FILE_LEN {
                waiting.offset = 0;
            }
            let offset = waiting.offset;
            waiting.offset += batch.len() as u64;
            drop(waiting);
            let written = self
                .file
                .write_all_at(&batch, offset)
                .and_then(|()| self.file.sync_data());
            waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
            waiting.leads = false;
            waiting.failed = written.is_err();
            waiting.durable = upto;
            self.done[batch_of_mine].notify_all();
            // One of those who came meanwhile leads next; all of them when there is nothing to lead.
            if written.is_ok() {
                self.done[1 - batch_of_mine].notify_one();
            } else {
                self.done[1 - batch_of_mine].notify_all();
            }
            written?;
        }
        Ok(())
    }
}
