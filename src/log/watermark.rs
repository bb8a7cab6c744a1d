//! The watermark: how far the log was on stable storage, kept outside the bytes it judges.
//!
//! The file `watermark` is 1,024 bytes: a slot at 0 and one at 512, written in turn, the rest
//! zeros. A slot is 64 bytes:
//!
//! ```text
//!  off len
//!    0   8  magic "WEEGMARK"
//!    8   4  format version = 1
//!   12  16  log id
//!   28   8  next durable position: every position below it is on stable storage
//!   36   8  first position of the segment in which the durable bytes end
//!   44   8  byte offset in that segment at which they end
//!   52   8  sequence: 1 for the first slot ever written, one more for each; even ones go to 512
//!   60   4  CRC-32C of bytes 0..60
//! ```

use std::path::{Path, PathBuf};

use super::bytes::Cut;
use super::error::Error;
use super::segment::LogId;
use crate::host::{Disk, File, Mode};

pub(super) const FILE_NAME: &str = "watermark";
pub(super) const FILE_LEN: usize = 1024;
const MAGIC: &[u8; 8] = b"WEEGMARK";
const FORMAT: u32 = 1;
const SLOT_LEN: usize = 64;
const SECOND_AT: usize = 512;

/// How far the log is durable.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Mark {
    pub(super) log: LogId,
    pub(super) next: u64,
    pub(super) segment: u64,
    pub(super) offset: u64,
    pub(super) sequence: u64,
}

impl Mark {
    fn encode(&self) -> [u8; SLOT_LEN] {
        let mut bytes = [0; SLOT_LEN];
        bytes[..8].copy_from_slice(MAGIC);
        bytes[8..12].copy_from_slice(&FORMAT.to_be_bytes());
        bytes[12..28].copy_from_slice(&self.log.0);
        bytes[28..36].copy_from_slice(&self.next.to_be_bytes());
        bytes[36..44].copy_from_slice(&self.segment.to_be_bytes());
        bytes[44..52].copy_from_slice(&self.offset.to_be_bytes());
        bytes[52..60].copy_from_slice(&self.sequence.to_be_bytes());
        let crc = crc32c::crc32c(&bytes[..60]);
        bytes[60..].copy_from_slice(&crc.to_be_bytes());
        bytes
    }

    fn parse(bytes: &[u8]) -> Option<Self> {
        let bytes = bytes.first_chunk::<SLOT_LEN>()?;
        let mut cut = Cut(bytes);
        let right = cut.array::<8>().as_ref() == Some(MAGIC) && cut.u32() == Some(FORMAT);
        let mark = Self {
            log: LogId(cut.array()?),
            next: cut.u64()?,
            segment: cut.u64()?,
            offset: cut.u64()?,
            sequence: cut.u64()?,
        };
        (right && cut.u32() == Some(crc32c::crc32c(&bytes[..60]))).then_some(mark)
    }
}

/// What the watermark file says.
#[derive(Debug, Clone, Default)]
pub(super) struct Reading {
    /// The newest readable slot of this log.
    pub(super) mark: Option<Mark>,
    /// Offsets at which something else stands than a slot of this log or zeros.
    pub(super) strange: Vec<u64>,
}

/// Reads the content of a watermark file.
pub(super) fn read_bytes(bytes: &[u8], log: LogId) -> Reading {
    let mut reading = Reading::default();
    for at in [0, SECOND_AT] {
        let slot = bytes
            .get(at..)
            .and_then(|rest| rest.first_chunk::<SLOT_LEN>());
        let parsed = slot.and_then(|slot| Mark::parse(slot));
        match parsed.filter(|mark| mark.log == log && place_of(mark.sequence) == at as u64) {
            Some(mark) => {
                if reading
                    .mark
                    .is_none_or(|best| best.sequence < mark.sequence)
                {
                    reading.mark = Some(mark);
                }
            }
            None if slot.is_some_and(|slot| slot.iter().all(|b| *b == 0)) => {}
            None => reading.strange.push(at as u64),
        }
        let rest = bytes.get(at + SLOT_LEN..(at + SECOND_AT).min(bytes.len()));
        let odd = rest.and_then(|rest| rest.iter().position(|b| *b != 0));
        reading
            .strange
            .extend(odd.map(|odd| (at + SLOT_LEN + odd) as u64));
    }
    if bytes.len() != FILE_LEN {
        reading.strange.push(bytes.len().min(FILE_LEN) as u64);
    }
    reading
}

/// Reads the watermark of a log; nothing when there is none.
pub(super) fn read(disk: &dyn Disk, dir: &Path, log: LogId) -> Result<Option<Reading>, Error> {
    let path = dir.join(FILE_NAME);
    match disk.open(&path, Mode::Read) {
        Err(why) if why.is_not_found() => Ok(None),
        Err(why) => Err(why.into()),
        Ok(file) => read_file(file.as_ref(), log).map(Some),
    }
}

pub(super) fn read_file(file: &dyn File, log: LogId) -> Result<Reading, Error> {
    let mut bytes = [0; FILE_LEN + 1];
    let len = file.read_at(&mut bytes, 0)?;
    Ok(read_bytes(bytes.get(..len).unwrap_or(&bytes), log))
}

const fn place_of(sequence: u64) -> u64 {
    if sequence.is_multiple_of(2) {
        SECOND_AT as u64
    } else {
        0
    }
}

/// Keeps the watermark of the log that is being written.
#[derive(Debug)]
pub(super) struct Keeper {
    file: Box<dyn File>,
    last: Mark,
    synced: bool,
}

impl Keeper {
    /// Opens the file, makes it as long as it must be, and writes `next` as the durable place.
    pub(super) fn open(disk: &dyn Disk, dir: &Path, mark: Mark) -> Result<Self, Error> {
        let path: PathBuf = dir.join(FILE_NAME);
        let file = disk.open(&path, Mode::Create)?;
        let clean = read_file(file.as_ref(), mark.log)?;
        if !clean.strange.is_empty() || clean.mark.is_none() {
            file.write_at(&[0; FILE_LEN], 0)?;
            file.truncate(FILE_LEN as u64)?;
        }
        let last = Mark {
            sequence: clean.mark.map_or(0, |mark| mark.sequence),
            ..mark
        };
        let mut keeper = Self {
            file,
            last,
            synced: false,
        };
        keeper.set(mark.next, mark.segment, mark.offset)?;
        keeper.sync()?;
        disk.sync_dir(dir)?;
        Ok(keeper)
    }

    /// Writes a new durable place; not itself synced.
    pub(super) fn set(&mut self, next: u64, segment: u64, offset: u64) -> Result<(), Error> {
        let sequence = self.last.sequence + 1;
        let mark = Mark {
            next,
            segment,
            offset,
            sequence,
            ..self.last
        };
        self.file.write_at(&mark.encode(), place_of(sequence))?;
        self.last = mark;
        self.synced = false;
        Ok(())
    }

    /// Brings the last written place to stable storage, unless it is there already.
    pub(super) fn sync(&mut self) -> Result<(), Error> {
        if !self.synced {
            self.file.sync_data()?;
            self.synced = true;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::host::RealDisk;

    #[test]
    fn slots_alternate_and_every_bit_counts() {
        let dir = tempfile::tempdir().unwrap();
        let disk: Arc<dyn Disk> = Arc::new(RealDisk);
        let log = LogId([3; 16]);
        let mark = Mark {
            log,
            next: 1,
            segment: 0,
            offset: 40,
            sequence: 0,
        };
        let mut keeper = Keeper::open(disk.as_ref(), dir.path(), mark).unwrap();
        keeper.set(2, 0, 90).unwrap();
        let bytes = disk
            .read_small(&dir.path().join(FILE_NAME), FILE_LEN)
            .unwrap();
        let reading = read_bytes(&bytes, log);
        assert!(reading.strange.is_empty());
        assert_eq!(reading.mark.map(|m| (m.next, m.sequence)), Some((2, 2)));
        for bit in 0..FILE_LEN * 8 {
            let mut other = bytes.clone();
            other[bit / 8] ^= 1 << (bit % 8);
            let reading = read_bytes(&other, log);
            assert!(!reading.strange.is_empty(), "bit {bit}");
            assert!(reading.mark.is_some());
        }
        assert!(read_bytes(&bytes, LogId([4; 16])).mark.is_none());
    }
}
