//! A frame: what one group commit wrote. All of it counts, or none.
//!
//! ```text
//!  off len
//!    0   4  magic "WBfr"
//!    4   1  format version = 1
//!    5   3  zero
//!    8   4  body length: bytes of the records that follow the header
//!   12   4  record count, at least 1
//!   16   8  position of the first record
//!   24   8  durable watermark: every position below it was on stable storage before this frame
//!           was written
//!   32   4  CRC-32C of the record lengths: of the first four bytes of each record, in order
//!   36   4  CRC-32C of the log id followed by bytes 0..36 of this header
//!   40   …  the records
//! ```
//!
//! The log id inside the checksum keeps a frame of another log from being taken for one of this.

use super::bytes::Cut;
use super::segment::LogId;
use crate::base::limits::FRAME_LEN_MAX;

pub(super) const MAGIC: &[u8; 4] = b"WBfr";
pub(super) const FORMAT: u8 = 1;
pub(super) const HEADER_LEN: usize = 40;

/// The header of a frame.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct FrameHeader {
    pub(super) body_len: u32,
    pub(super) count: u32,
    pub(super) first: u64,
    pub(super) durable: u64,
    pub(super) lengths_crc: u32,
}

impl FrameHeader {
    pub(super) fn encode(&self, log: LogId) -> [u8; HEADER_LEN] {
        let mut bytes = [0; HEADER_LEN];
        let mut at = 0;
        for field in [
            MAGIC.as_slice(),
            &[FORMAT, 0, 0, 0],
            &self.body_len.to_be_bytes(),
            &self.count.to_be_bytes(),
            &self.first.to_be_bytes(),
            &self.durable.to_be_bytes(),
            &self.lengths_crc.to_be_bytes(),
        ] {
            bytes[at..at + field.len()].copy_from_slice(field);
            at += field.len();
        }
        let crc = crc32c::crc32c_append(crc32c::crc32c(&log.0), &bytes[..36]);
        bytes[36..].copy_from_slice(&crc.to_be_bytes());
        bytes
    }

    /// Reads a header, strictly.
    pub(super) fn parse(bytes: &[u8], log: LogId) -> Result<Self, &'static str> {
        const SHORT: &str = "a frame header is cut off";
        let bytes = bytes.first_chunk::<HEADER_LEN>().ok_or(SHORT)?;
        if bytes[..4] != *MAGIC {
            return Err("no frame begins here");
        }
        let mut cut = Cut(&bytes[4..]);
        let format = cut.array::<4>().ok_or(SHORT)?;
        let header = Self {
            body_len: cut.u32().ok_or(SHORT)?,
            count: cut.u32().ok_or(SHORT)?,
            first: cut.u64().ok_or(SHORT)?,
            durable: cut.u64().ok_or(SHORT)?,
            lengths_crc: cut.u32().ok_or(SHORT)?,
        };
        let crc = crc32c::crc32c_append(crc32c::crc32c(&log.0), &bytes[..36]);
        if cut.u32() != Some(crc) {
            return Err("the checksum of a frame header does not match its bytes");
        }
        if format != [FORMAT, 0, 0, 0] {
            return Err("a frame has an unknown format version");
        }
        if header.count == 0 || header.durable > header.first {
            return Err("a frame header contradicts itself");
        }
        if header.body_len() > FRAME_LEN_MAX {
            return Err("a frame is longer than the limit");
        }
        Ok(header)
    }

    pub(super) fn body_len(&self) -> usize {
        usize::try_from(self.body_len).unwrap_or(usize::MAX)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_frame_header_round_trips_and_every_bit_counts() {
        let log = LogId([9; 16]);
        let header = FrameHeader {
            body_len: 321,
            count: 2,
            first: 10,
            durable: 10,
            lengths_crc: 77,
        };
        let bytes = header.encode(log);
        assert_eq!(FrameHeader::parse(&bytes, log), Ok(header));
        assert!(FrameHeader::parse(&bytes, LogId([8; 16])).is_err());
        for bit in 0..HEADER_LEN * 8 {
            let mut other = bytes;
            other[bit / 8] ^= 1 << (bit % 8);
            assert!(FrameHeader::parse(&other, log).is_err(), "bit {bit}");
        }
    }
}
