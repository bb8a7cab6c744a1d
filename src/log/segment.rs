//! Segments: their names, headers and footers.
//!
//! ```text
//! header (40 bytes)                     footer (108 bytes, sealed segments only, ends the file)
//!  off len                               off len
//!    0   8  magic "WEEGBOEK"               0   8  magic "WEEGSEAL"
//!    8   4  format version = 1             8   4  format version = 1
//!   12  16  log id                        12  16  log id
//!   28   8  first position                28   8  first position
//!   36   4  CRC-32C of bytes 0..36        36   8  next position (first of the next segment)
//!                                         44   8  data length: where the footer begins
//!                                         52   8  number of frames
//!                                         60   8  recorded_at of the last event, signed
//!                                         68  32  leaf hash of the last event
//!                                        100   4  CRC-32C of bytes 0..data length of the file
//!                                        104   4  CRC-32C of bytes 0..104 of the footer
//! ```

use std::fmt;

use super::bytes::Cut;
use crate::base::{Digest, Timestamp};

pub(super) const MAGIC: &[u8; 8] = b"WEEGBOEK";
pub(super) const SEAL_MAGIC: &[u8; 8] = b"WEEGSEAL";
pub(super) const FORMAT: u32 = 1;
pub(super) const HEADER_LEN: usize = 40;
pub(super) const FOOTER_LEN: usize = 108;

/// Names one log for ever: sixteen random bytes, made when the log is made.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LogId(pub [u8; 16]);

impl fmt::Display for LogId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for LogId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "LogId({self})")
    }
}

/// The file name of the segment that begins at `first`.
pub(super) fn file_name(first: u64) -> String {
    format!("{first:020}.seg")
}

/// The first position in a segment's file name; `None` when it is no segment's name.
pub(super) fn first_of(name: &str) -> Option<u64> {
    let digits = name.strip_suffix(".seg")?;
    let right = digits.len() == 20 && digits.bytes().all(|b| b.is_ascii_digit());
    right.then(|| digits.parse().ok()).flatten()
}

/// The header of a segment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Header {
    pub(super) log: LogId,
    pub(super) first: u64,
}

/// The footer of a sealed segment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Footer {
    pub(super) log: LogId,
    pub(super) first: u64,
    pub(super) next: u64,
    pub(super) data_len: u64,
    pub(super) frames: u64,
    pub(super) last_recorded_at: Timestamp,
    pub(super) last_leaf: Digest,
    pub(super) content_crc: u32,
}

/// Why the beginning or the end of a segment cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Bad {
    /// It says something else than was written.
    Damaged(&'static str),
    /// A later release wrote it.
    Version(u32),
}

impl Header {
    pub(super) fn encode(&self) -> [u8; HEADER_LEN] {
        let mut bytes = [0; HEADER_LEN];
        bytes[..8].copy_from_slice(MAGIC);
        bytes[8..12].copy_from_slice(&FORMAT.to_be_bytes());
        bytes[12..28].copy_from_slice(&self.log.0);
        bytes[28..36].copy_from_slice(&self.first.to_be_bytes());
        let crc = crc32c::crc32c(&bytes[..36]);
        bytes[36..].copy_from_slice(&crc.to_be_bytes());
        bytes
    }

    pub(super) fn parse(bytes: &[u8]) -> Result<Self, Bad> {
        const SHORT: Bad = Bad::Damaged("the segment header is cut off");
        let bytes = bytes.first_chunk::<HEADER_LEN>().ok_or(SHORT)?;
        let mut cut = open(bytes, MAGIC, "the segment header")?;
        Ok(Self {
            log: LogId(cut.array().ok_or(SHORT)?),
            first: cut.u64().ok_or(SHORT)?,
        })
    }
}

impl Footer {
    pub(super) fn encode(&self) -> [u8; FOOTER_LEN] {
        let mut bytes = [0; FOOTER_LEN];
        bytes[..8].copy_from_slice(SEAL_MAGIC);
        bytes[8..12].copy_from_slice(&FORMAT.to_be_bytes());
        bytes[12..28].copy_from_slice(&self.log.0);
        bytes[28..36].copy_from_slice(&self.first.to_be_bytes());
        bytes[36..44].copy_from_slice(&self.next.to_be_bytes());
        bytes[44..52].copy_from_slice(&self.data_len.to_be_bytes());
        bytes[52..60].copy_from_slice(&self.frames.to_be_bytes());
        bytes[60..68].copy_from_slice(&self.last_recorded_at.0.to_be_bytes());
        bytes[68..100].copy_from_slice(&self.last_leaf.0);
        bytes[100..104].copy_from_slice(&self.content_crc.to_be_bytes());
        let crc = crc32c::crc32c(&bytes[..104]);
        bytes[104..].copy_from_slice(&crc.to_be_bytes());
        bytes
    }

    pub(super) fn parse(bytes: &[u8]) -> Result<Self, Bad> {
        const SHORT: Bad = Bad::Damaged("the segment footer is cut off");
        let bytes = bytes.first_chunk::<FOOTER_LEN>().ok_or(SHORT)?;
        let mut cut = open(bytes, SEAL_MAGIC, "the segment footer")?;
        Ok(Self {
            log: LogId(cut.array().ok_or(SHORT)?),
            first: cut.u64().ok_or(SHORT)?,
            next: cut.u64().ok_or(SHORT)?,
            data_len: cut.u64().ok_or(SHORT)?,
            frames: cut.u64().ok_or(SHORT)?,
            last_recorded_at: Timestamp(cut.i64().ok_or(SHORT)?),
            last_leaf: Digest(cut.array().ok_or(SHORT)?),
            content_crc: cut.u32().ok_or(SHORT)?,
        })
    }
}

/// Checks magic, checksum (the last four bytes) and format version; gives what follows them.
fn open<'a>(bytes: &'a [u8], magic: &[u8; 8], what: &'static str) -> Result<Cut<'a>, Bad> {
    let damaged = || Bad::Damaged(what);
    let (content, crc) = bytes.split_last_chunk::<4>().ok_or_else(damaged)?;
    let mut cut = Cut(content);
    if cut.array::<8>().as_ref() != Some(magic) {
        return Err(damaged());
    }
    if crc32c::crc32c(content) != u32::from_be_bytes(*crc) {
        return Err(damaged());
    }
    match cut.u32() {
        Some(FORMAT) => Ok(cut),
        Some(other) => Err(Bad::Version(other)),
        None => Err(damaged()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn header_and_footer_round_trip_and_every_bit_counts() {
        let header = Header {
            log: LogId([1; 16]),
            first: 500,
        };
        let footer = Footer {
            log: LogId([1; 16]),
            first: 500,
            next: 700,
            data_len: 9_000,
            frames: 12,
            last_recorded_at: Timestamp(-5),
            last_leaf: Digest([4; 32]),
            content_crc: 17,
        };
        assert_eq!(Header::parse(&header.encode()), Ok(header));
        assert_eq!(Footer::parse(&footer.encode()), Ok(footer));
        for bit in 0..FOOTER_LEN * 8 {
            let mut other = footer.encode();
            other[bit / 8] ^= 1 << (bit % 8);
            assert!(Footer::parse(&other).is_err(), "bit {bit}");
        }
        for bit in 0..HEADER_LEN * 8 {
            let mut other = header.encode();
            other[bit / 8] ^= 1 << (bit % 8);
            assert!(Header::parse(&other).is_err(), "bit {bit}");
        }
    }

    #[test]
    fn only_twenty_digits_name_a_segment() {
        assert_eq!(first_of(&file_name(42)), Some(42));
        assert_eq!(first_of("42.seg"), None);
        assert_eq!(first_of("00000000000000000042.seg.new"), None);
        assert_eq!(first_of("+0000000000000000042.seg"), None);
    }
}
