//! The entry: the canonical header of one event, and the leaf of the Merkle tree.
//!
//! ```text
//!  off len
//!    0   1  format version = 1
//!    1   1  flags: bit 0 = recorded_at was set by a person or an import; the others are 0
//!    2   8  position
//!   10   2  category        } the stream
//!   12  16  stream id       }
//!   28   8  version within the stream
//!   36  32  leaf hash of the stream's previous entry; zeros at version 0
//!   68  16  event id
//!   84   2  event type
//!   86   2  schema version
//!   88   8  recorded_at, signed, microseconds since 1970-01-01 UTC
//!   96  16  actor pseudonym
//!  112   1  part count, 0..=15
//!  113  87  per part: kind (1), retention class (2), key id (16), key commitment (32),
//!           SHA-256 of the ciphertext (32), ciphertext length (4)
//! ```
//! All integers are big-endian.

use super::bytes::Cut;
use crate::base::limits::{PART_LEN_MAX, PARTS_MAX};
use crate::base::{
    ActorId, Category, Digest, EventId, KeyId, Position, StreamId, Timestamp, Version,
};

pub(super) const FORMAT: u8 = 1;
pub(super) const FLAG_SET_TIME: u8 = 1;
pub(super) const FIXED_LEN: usize = 113;
pub(super) const PART_LEN: usize = 87;
pub(super) const AT_POSITION: usize = 2;
pub(super) const AT_VERSION: usize = 28;
pub(super) const AT_PREVIOUS: usize = 36;
pub(super) const AT_RECORDED_AT: usize = 88;
pub(super) const ENTRY_LEN_LARGEST: usize = FIXED_LEN + PARTS_MAX * PART_LEN;

const _: () = assert!(ENTRY_LEN_LARGEST <= crate::base::limits::ENTRY_LEN_MAX);

/// What a part holds; the log keeps it and never opens it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PartKind {
    /// Codes, numbers and dates. Stored as 1.
    Facts,
    /// Free text. Stored as 2.
    Words,
}

impl PartKind {
    /// The number that is stored.
    #[must_use]
    pub const fn code(self) -> u8 {
        match self {
            Self::Facts => 1,
            Self::Words => 2,
        }
    }

    const fn from_code(code: u8) -> Option<Self> {
        match code {
            1 => Some(Self::Facts),
            2 => Some(Self::Words),
            _ => None,
        }
    }
}

/// The fixed fields of an entry. Those of its parts are read through
/// [`Record::parts`](super::Record::parts).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Whether `recorded_at` was set by a person or an import instead of read from the clock.
    pub time_was_set: bool,
    /// Place in the whole log.
    pub position: Position,
    /// The stream the event belongs to.
    pub stream: StreamId,
    /// Place in that stream.
    pub version: Version,
    /// Leaf hash of the stream's previous entry; zeros at version 0.
    pub previous: Digest,
    /// The id of the event.
    pub event_id: EventId,
    /// The type of the event, as a number of the domain's catalogue.
    pub event_type: u16,
    /// Version of the schema its parts were written in.
    pub schema_version: u16,
    /// When the log learned it; never decreasing with position.
    pub recorded_at: Timestamp,
    /// Pseudonym of who recorded it.
    pub actor: ActorId,
    /// How many parts the event has, 0 to 15.
    pub part_count: u8,
}

/// The stored description of one part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct PartHeader {
    pub(super) kind: PartKind,
    pub(super) class: u16,
    pub(super) key: KeyId,
    pub(super) commitment: [u8; 32],
    pub(super) digest: Digest,
    pub(super) len: u32,
}

impl Entry {
    /// Appends the fixed fields to `out`.
    pub(super) fn encode(&self, out: &mut Vec<u8>) {
        out.push(FORMAT);
        out.push(if self.time_was_set { FLAG_SET_TIME } else { 0 });
        out.extend_from_slice(&self.position.0.to_be_bytes());
        out.extend_from_slice(&self.stream.category.0.to_be_bytes());
        out.extend_from_slice(&self.stream.id);
        out.extend_from_slice(&self.version.0.to_be_bytes());
        out.extend_from_slice(&self.previous.0);
        out.extend_from_slice(&self.event_id.0);
        out.extend_from_slice(&self.event_type.to_be_bytes());
        out.extend_from_slice(&self.schema_version.to_be_bytes());
        out.extend_from_slice(&self.recorded_at.0.to_be_bytes());
        out.extend_from_slice(&self.actor.0);
        out.push(self.part_count);
    }

    /// Reads a whole entry, strictly: every byte must be accounted for.
    ///
    /// # Errors
    /// What is wrong with the bytes. Never panics, whatever they are.
    pub fn parse(bytes: &[u8]) -> Result<Self, &'static str> {
        Self::parse_with_len(bytes).map(|(entry, _)| entry)
    }

    /// Reads a whole entry; also gives the summed length of the ciphertexts it describes.
    pub(super) fn parse_with_len(bytes: &[u8]) -> Result<(Self, usize), &'static str> {
        let entry = Self::parse_fixed(bytes)?;
        let parts = bytes.get(FIXED_LEN..).unwrap_or_default();
        if parts.len() != usize::from(entry.part_count) * PART_LEN {
            return Err("the entry's length does not fit its number of parts");
        }
        let mut sum = 0;
        for part in parts.chunks_exact(PART_LEN) {
            let code = part.first().copied().unwrap_or(0);
            if PartKind::from_code(code).is_none() {
                return Err("a part of the entry has an unknown kind");
            }
            let len = part
                .last_chunk::<4>()
                .map_or(u32::MAX, |b| u32::from_be_bytes(*b));
            let len = usize::try_from(len).unwrap_or(usize::MAX);
            if len > PART_LEN_MAX {
                return Err("a part of the entry is longer than the limit");
            }
            sum += len;
        }
        Ok((entry, sum))
    }

    fn parse_fixed(bytes: &[u8]) -> Result<Self, &'static str> {
        const SHORT: &str = "the entry is cut off";
        let Some(fixed) = bytes.first_chunk::<FIXED_LEN>() else {
            return Err(SHORT);
        };
        let mut cut = Cut(fixed);
        if cut.u8() != Some(FORMAT) {
            return Err("the entry has an unknown format version");
        }
        let flags = cut.u8().ok_or(SHORT)?;
        if flags & !FLAG_SET_TIME != 0 {
            return Err("the entry has unknown flags");
        }
        let entry = Self {
            time_was_set: flags & FLAG_SET_TIME != 0,
            position: Position(cut.u64().ok_or(SHORT)?),
            stream: StreamId {
                category: Category(cut.u16().ok_or(SHORT)?),
                id: cut.array().ok_or(SHORT)?,
            },
            version: Version(cut.u64().ok_or(SHORT)?),
            previous: Digest(cut.array().ok_or(SHORT)?),
            event_id: EventId(cut.array().ok_or(SHORT)?),
            event_type: cut.u16().ok_or(SHORT)?,
            schema_version: cut.u16().ok_or(SHORT)?,
            recorded_at: Timestamp(cut.i64().ok_or(SHORT)?),
            actor: ActorId(cut.array().ok_or(SHORT)?),
            part_count: cut.u8().ok_or(SHORT)?,
        };
        if usize::from(entry.part_count) > PARTS_MAX {
            return Err("the entry has more parts than the limit");
        }
        if entry.version == Version::START && entry.previous != Digest::ZERO {
            return Err("the first entry of a stream names a previous one");
        }
        Ok(entry)
    }
}

impl PartHeader {
    pub(super) fn encode(&self, out: &mut Vec<u8>) {
        out.push(self.kind.code());
        out.extend_from_slice(&self.class.to_be_bytes());
        out.extend_from_slice(&self.key.0);
        out.extend_from_slice(&self.commitment);
        out.extend_from_slice(&self.digest.0);
        out.extend_from_slice(&self.len.to_be_bytes());
    }

    pub(super) fn parse(bytes: &[u8]) -> Option<Self> {
        let mut cut = Cut(bytes);
        Some(Self {
            kind: PartKind::from_code(cut.u8()?)?,
            class: cut.u16()?,
            key: KeyId(cut.array()?),
            commitment: cut.array()?,
            digest: Digest(cut.array()?),
            len: cut.u32()?,
        })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn sample() -> Entry {
        Entry {
            time_was_set: true,
            position: Position(7),
            stream: StreamId {
                category: Category(3),
                id: [0xab; 16],
            },
            version: Version(2),
            previous: Digest([5; 32]),
            event_id: EventId([6; 16]),
            event_type: 16,
            schema_version: 1,
            recorded_at: Timestamp(-1),
            actor: ActorId([8; 16]),
            part_count: 0,
        }
    }

    #[test]
    fn an_entry_round_trips_and_every_strictness_holds() {
        let mut bytes = Vec::new();
        sample().encode(&mut bytes);
        assert_eq!(bytes.len(), FIXED_LEN);
        assert_eq!(Entry::parse(&bytes), Ok(sample()));
        let changed = |at: usize, value: u8| {
            let mut other = bytes.clone();
            other[at] = value;
            Entry::parse(&other)
        };
        assert!(changed(0, 2).is_err());
        assert!(changed(1, 2).is_err());
        assert!(changed(112, 1).is_err());
        assert!(changed(112, 16).is_err());
        assert!(Entry::parse(&bytes[..112]).is_err());
        bytes.push(0);
        assert!(Entry::parse(&bytes).is_err());
    }

    proptest! {
        #[test]
        fn any_bytes_are_refused_or_read(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
            let _ = Entry::parse(&bytes);
            let mut likely = bytes;
            if likely.len() > 112 {
                likely[0] = FORMAT;
                likely[1] &= 1;
                let count = (likely.len() - FIXED_LEN) / PART_LEN;
                likely[112] = u8::try_from(count).unwrap();
                let _ = Entry::parse(&likely);
            }
        }
    }
}
