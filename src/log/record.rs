//! A record: one entry with the ciphertexts of its parts, checked by CRC-32C.
//!
//! ```text
//!  off len
//!    0   4  length of what follows the checksum (L)
//!    4   4  CRC-32C of those L bytes
//!    8   2  entry length (E)
//!   10   E  the entry
//!  10+E  …  the ciphertexts of the parts, in order, their lengths as the entry says
//! ```

use super::entry::{Entry, FIXED_LEN, PART_LEN, PartHeader, PartKind};
use crate::base::digest::leaf_hash;
use crate::base::limits::{PART_LEN_MAX, PARTS_MAX};
use crate::base::{Digest, KeyId};

pub(super) const HEAD_LEN: usize = 8;
pub(super) const AT_ENTRY: usize = 10;

/// No record is longer; a damaged length never makes a reader allocate more.
pub(super) const RECORD_LEN_MAX: usize =
    AT_ENTRY + super::entry::ENTRY_LEN_LARGEST + PARTS_MAX * PART_LEN_MAX;

/// One event as it stands in the log, borrowed from a reader's buffer. Its checksum was verified.
#[derive(Clone, Copy, Debug)]
pub struct Record<'a> {
    /// The fixed fields.
    pub entry: Entry,
    /// The canonical bytes: the Merkle leaf.
    pub entry_bytes: &'a [u8],
    ciphertexts: &'a [u8],
}

/// One sealed part of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part<'a> {
    /// What it holds.
    pub kind: PartKind,
    /// The retention class it is kept under.
    pub class: u16,
    /// The key it is sealed with.
    pub key: KeyId,
    /// Commitment to that key.
    pub commitment: [u8; 32],
    /// SHA-256 of the ciphertext, as the entry says; [`check`](super::check) compares the two.
    pub digest: Digest,
    /// Nonce, ciphertext and tag, as the vault made them.
    pub ciphertext: &'a [u8],
}

/// One event as it stands in the log, with bytes of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnedRecord {
    entry: Entry,
    entry_len: usize,
    bytes: Vec<u8>,
}

impl<'a> Record<'a> {
    /// Reads what stands behind the length of a record; `crc` is the checksum that stood there.
    pub(super) fn parse(crc: u32, content: &'a [u8]) -> Result<Self, &'static str> {
        if crc32c::crc32c(content) != crc {
            return Err("the checksum of a record does not match its bytes");
        }
        let Some((len, rest)) = content.split_first_chunk::<2>() else {
            return Err("a record is cut off");
        };
        let entry_len = usize::from(u16::from_be_bytes(*len));
        let Some((entry_bytes, ciphertexts)) = rest.split_at_checked(entry_len) else {
            return Err("an entry is longer than its record");
        };
        let (entry, sum) = Entry::parse_with_len(entry_bytes)?;
        if sum != ciphertexts.len() {
            return Err("the parts of a record do not fill it");
        }
        Ok(Self {
            entry,
            entry_bytes,
            ciphertexts,
        })
    }

    /// A record whose content was parsed before, from the same bytes.
    pub(super) fn assemble(entry: Entry, content: &'a [u8], entry_len: usize) -> Option<Self> {
        let (entry_bytes, ciphertexts) = content.get(2..)?.split_at_checked(entry_len)?;
        Some(Self {
            entry,
            entry_bytes,
            ciphertexts,
        })
    }

    /// The parts in order.
    pub fn parts(&self) -> impl Iterator<Item = Part<'a>> + use<'a> {
        let headers = self.entry_bytes.get(FIXED_LEN..).unwrap_or_default();
        let mut rest = self.ciphertexts;
        headers.chunks_exact(PART_LEN).filter_map(move |bytes| {
            let header = PartHeader::parse(bytes)?;
            let len = usize::try_from(header.len).ok()?;
            let (ciphertext, after) = rest.split_at_checked(len)?;
            rest = after;
            Some(Part {
                kind: header.kind,
                class: header.class,
                key: header.key,
                commitment: header.commitment,
                digest: header.digest,
                ciphertext,
            })
        })
    }

    /// The Merkle leaf hash of the entry.
    #[must_use]
    pub fn leaf_hash(&self) -> Digest {
        leaf_hash(self.entry_bytes)
    }

    /// Bytes of the whole record in its segment, with length and checksum.
    #[must_use]
    pub fn stored_len(&self) -> usize {
        AT_ENTRY + self.entry_bytes.len() + self.ciphertexts.len()
    }

    /// A copy that outlives the reader's buffer.
    #[must_use]
    pub fn to_owned(&self) -> OwnedRecord {
        OwnedRecord {
            entry: self.entry,
            entry_len: self.entry_bytes.len(),
            bytes: [self.entry_bytes, self.ciphertexts].concat(),
        }
    }
}

impl OwnedRecord {
    /// Reads a record as it stands in a segment: length, checksum, entry and ciphertexts.
    pub(super) fn parse(stored: &[u8]) -> Result<Self, &'static str> {
        let (crc, content) = split(stored).ok_or("a record is cut off")?;
        Record::parse(crc, content).map(|record| record.to_owned())
    }

    /// The record, borrowed.
    #[must_use]
    pub fn as_record(&self) -> Record<'_> {
        let (entry_bytes, ciphertexts) = self
            .bytes
            .split_at_checked(self.entry_len)
            .unwrap_or((&self.bytes, &[]));
        Record {
            entry: self.entry,
            entry_bytes,
            ciphertexts,
        }
    }
}

/// Checksum and content of a stored record that has exactly its own length.
fn split(stored: &[u8]) -> Option<(u32, &[u8])> {
    let (len, rest) = stored.split_first_chunk::<4>()?;
    let (crc, content) = rest.split_first_chunk::<4>()?;
    let len = usize::try_from(u32::from_be_bytes(*len)).ok()?;
    (len == content.len()).then_some((u32::from_be_bytes(*crc), content))
}
