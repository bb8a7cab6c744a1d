//! The one segment that is being written.

use std::path::Path;
use std::sync::Arc;

use super::error::Error;
use super::recovery::Scan;
use super::segment::{FOOTER_LEN, Footer, HEADER_LEN, Header, LogId, file_name};
use super::segments::{DIR_NAME, Segment, open_file};
use crate::base::{Digest, Timestamp};
use crate::host::{Disk, File, Mode};

/// Zeros are written ahead so that an append's sync does not change the size of the file: little
/// at first, so that a small log stays small, then more.
const AHEAD_LEN_FIRST: u64 = 256 * 1024;
const AHEAD_LEN_LARGEST: u64 = 4 * 1024 * 1024;
static ZEROS: [u8; 64 * 1024] = [0; 64 * 1024];

#[derive(Debug)]
pub(super) struct Active {
    pub(super) segment: Arc<Segment>,
    file: Box<dyn File>,
    /// Where the next frame goes.
    pub(super) end: u64,
    /// Where the zeros that were written ahead end.
    filled: u64,
    ahead: u64,
    frames: u64,
    /// Checksum of the content so far; unknown after opening until it is needed.
    crc: Option<u32>,
}

impl Active {
    /// Makes the segment that begins at `first`: whole under another name, then renamed, so that
    /// no half segment is ever seen.
    pub(super) fn create(
        disk: &dyn Disk,
        dir: &Path,
        log: LogId,
        ordinal: u32,
        first: u64,
    ) -> Result<Self, Error> {
        let folder = dir.join(DIR_NAME);
        let path = folder.join(file_name(first));
        let draft = folder.join(format!("{}.new", file_name(first)));
        if disk.exists(&draft)? {
            disk.remove(&draft)?;
        }
        let file = disk.open(&draft, Mode::CreateNew)?;
        let header = Header { log, first }.encode();
        file.write_at(&header, 0)?;
        write_zeros(file.as_ref(), HEADER_LEN as u64, AHEAD_LEN_FIRST)?;
        file.sync_data()?;
        drop(file);
        disk.rename(&draft, &path)?;
        disk.sync_dir(&folder)?;
        Ok(Self {
            segment: Arc::new(open_file(disk, dir, ordinal, first)?),
            file: disk.open(&path, Mode::Write)?,
            end: HEADER_LEN as u64,
            filled: AHEAD_LEN_FIRST,
            ahead: AHEAD_LEN_FIRST,
            frames: 0,
            crc: Some(crc32c::crc32c(&header)),
        })
    }

    /// Takes up a segment again after a scan; cuts what was judged a torn tail, and writes the
    /// last frame once more: after a failed sync the memory of the machine may show bytes that
    /// the disk never got, and only a new write followed by a sync settles that.
    pub(super) fn resume(
        disk: &dyn Disk,
        segment: Arc<Segment>,
        scan: &Scan,
    ) -> Result<Self, Error> {
        let file = disk.open(&segment.path, Mode::Write)?;
        let mut filled = file.len()?;
        if !matches!(scan.ending, super::recovery::Ending::Clean) {
            file.truncate(scan.end)?;
            filled = scan.end;
        }
        let (from, _) = scan.last_frame;
        let mut last = vec![0; super::bytes::index(scan.end - from)];
        let read = file.read_at(&mut last, from)?;
        file.write_at(last.get(..read).unwrap_or_default(), from)?;
        file.sync_data()?;
        Ok(Self {
            segment,
            file,
            end: scan.end,
            filled,
            ahead: AHEAD_LEN_FIRST,
            frames: scan.frames,
            crc: None,
        })
    }

    /// Whether the segment has room, or is empty so that the frame must go here.
    pub(super) fn has_room(&self, len: usize, segment_len: u64) -> bool {
        self.end == HEADER_LEN as u64 || self.end + len as u64 <= segment_len
    }

    /// Writes a frame behind the others and brings it to stable storage.
    pub(super) fn write(&mut self, frame: &[u8]) -> Result<(), Error> {
        let end = self.end + frame.len() as u64;
        self.file.write_at(frame, self.end)?;
        if end > self.filled {
            self.ahead = (self.ahead * 2).min(AHEAD_LEN_LARGEST);
            write_zeros(self.file.as_ref(), end, end + self.ahead)?;
            self.filled = end + self.ahead;
        }
        self.file.sync_data()?;
        self.end = end;
        self.frames += 1;
        self.crc = self.crc.map(|crc| crc32c::crc32c_append(crc, frame));
        Ok(())
    }

    /// Ends the segment for ever: footer, exact length, stable storage.
    pub(super) fn seal(
        &mut self,
        log: LogId,
        next: u64,
        last_recorded_at: Timestamp,
        last_leaf: Digest,
    ) -> Result<(), Error> {
        let content_crc = match self.crc {
            Some(crc) => crc,
            None => crc_of(self.file.as_ref(), self.end)?,
        };
        let footer = Footer {
            log,
            first: self.segment.first,
            next,
            data_len: self.end,
            frames: self.frames,
            last_recorded_at,
            last_leaf,
            content_crc,
        };
        self.file.write_at(&footer.encode(), self.end)?;
        self.file.truncate(self.end + FOOTER_LEN as u64)?;
        self.file.sync_data()?;
        let _set_before = self.segment.footer.set(footer);
        Ok(())
    }
}

/// Finishes a segment whose footer was written but whose length was not yet cut.
pub(super) fn finish_seal(disk: &dyn Disk, segment: &Segment, footer: Footer) -> Result<(), Error> {
    let file = disk.open(&segment.path, Mode::Write)?;
    file.write_at(&footer.encode(), footer.data_len)?;
    file.truncate(footer.data_len + FOOTER_LEN as u64)?;
    file.sync_data()?;
    let _set_before = segment.footer.set(footer);
    Ok(())
}

fn write_zeros(file: &dyn File, from: u64, to: u64) -> Result<(), Error> {
    let mut at = from;
    while at < to {
        let len = super::bytes::index(to - at).min(ZEROS.len());
        file.write_at(ZEROS.get(..len).unwrap_or(&ZEROS), at)?;
        at += len as u64;
    }
    Ok(())
}

/// CRC-32C of the first `len` bytes of a file.
pub(super) fn crc_of(file: &dyn File, len: u64) -> Result<u32, Error> {
    let mut block = vec![0; 1024 * 1024];
    let (mut at, mut crc) = (0, 0);
    while at < len {
        let want = super::bytes::index(len - at).min(block.len());
        let read = file.read_at(block.get_mut(..want).unwrap_or_default(), at)?;
        if read == 0 {
            break;
        }
        crc = crc32c::crc32c_append(crc, block.get(..read).unwrap_or_default());
        at += read as u64;
    }
    Ok(crc)
}
