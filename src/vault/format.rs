//! The bytes of the keys file: header, marks and records. `schemas/vault-format.md` is the text.
//!
//! | Offset | Bytes | What |
//! |---|---|---|
//! | 0 | 8 | `WEEGKEYS` |
//! | 8 | 2 | format version, 1 |
//! | 10 | 2 | zero |
//! | 12 | 16 | log id |
//! | 28 | 32 | zero |
//! | 60 | 4 | CRC-32C of bytes 0–59 |
//! | 1024, 2048 | 12 | marks: durable length (8), CRC-32C of it (4); the larger sound one counts |
//! | 4096 | … | records: body length (2), kind (1), body, CRC-32C of all before (4) |
//!
//! Numbers are big-endian. All else in the first 4,096 bytes is zero.

use crate::base::{Category, EventId, KeyId, StreamId};

use super::cipher::{NONCE_LEN, WRAPPED_LEN};

const MAGIC: &[u8; 8] = b"WEEGKEYS";
/// The format version this release writes, and the highest it reads.
pub(super) const VERSION: u16 = 1;
/// Bytes before the first record.
pub(super) const PAGE: usize = 4096;
/// Where the two marks stand: in different sectors, so that a torn write spoils one at most.
pub(super) const MARK_AT: [usize; 2] = [1024, 2048];
/// Bytes of a mark.
pub(super) const MARK_LEN: usize = 12;
/// Bytes of a record besides its body.
const FRAME: usize = 7;
/// Bytes of the longest record.
pub(super) const RECORD_LEN_MAX: usize = FRAME + 65_535;
/// The highest kind of record this release reads.
pub(super) const KIND_MAX: u8 = 3;

const KIND_DATA_KEY: u8 = 1;
const KIND_PSEUDONYM_KEY: u8 = 2;
const KIND_DESTROYED: u8 = 3;

const WRAP_LABEL: &[u8; 16] = b"weegboek wrap v1";

/// A secret of 32 bytes, wrapped under one epoch of the key-encryption key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Wrapped {
    pub(super) epoch: u32,
    pub(super) nonce: [u8; NONCE_LEN],
    pub(super) bytes: [u8; WRAPPED_LEN],
}

/// What a data key is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Purpose {
    pub(super) stream: StreamId,
    pub(super) class: u16,
}

/// One record of the keys file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Record {
    DataKey(KeyId, Purpose, Wrapped),
    PseudonymKey(KeyId, Wrapped),
    Destroyed(KeyId, EventId),
}

/// What stands at a place in the records.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// A sound record of so many bytes.
    Record(Record, usize),
    /// A sound record of a kind this release does not know.
    Unknown(u8),
    /// Too few bytes for the record that starts here.
    Short,
    /// Bytes that are no record.
    Broken(&'static str),
}

/// The bytes authenticated with a wrapped key: the log, what the key is for, and the epoch.
pub(super) fn wrap_aad(log: &[u8; 16], id: KeyId, purpose: Option<Purpose>, epoch: u32) -> Vec<u8> {
    let mut aad = Vec::with_capacity(80);
    aad.extend_from_slice(WRAP_LABEL);
    aad.extend_from_slice(log);
    aad.extend_from_slice(&id.0);
    match purpose {
        Some(purpose) => {
            aad.push(KIND_DATA_KEY);
            aad.extend_from_slice(&purpose.stream.category.0.to_be_bytes());
            aad.extend_from_slice(&purpose.stream.id);
            aad.extend_from_slice(&purpose.class.to_be_bytes());
        }
        None => aad.push(KIND_PSEUDONYM_KEY),
    }
    aad.extend_from_slice(&epoch.to_be_bytes());
    aad
}

/// The first page of a keys file whose durable length is `durable`.
pub(super) fn page(log: &[u8; 16], durable: u64) -> Vec<u8> {
    let mut page = vec![0; PAGE];
    page[..8].copy_from_slice(MAGIC);
    page[8..10].copy_from_slice(&VERSION.to_be_bytes());
    page[12..28].copy_from_slice(log);
    let check = crc32c::crc32c(&page[..60]);
    page[60..64].copy_from_slice(&check.to_be_bytes());
    page[MARK_AT[0]..MARK_AT[0] + MARK_LEN].copy_from_slice(&mark(durable));
    page
}

/// A mark that says how many bytes are known to be on stable storage.
pub(super) fn mark(durable: u64) -> [u8; MARK_LEN] {
    let mut mark = [0; MARK_LEN];
    let length = durable.to_be_bytes();
    mark[..8].copy_from_slice(&length);
    mark[8..].copy_from_slice(&crc32c::crc32c(&length).to_be_bytes());
    mark
}

/// What the first page says, or where and why it says nothing.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Page {
    /// A sound page.
    Sound {
        log: [u8; 16],
        /// Length known to be durable.
        durable: u64,
        /// Which mark said so; the next one is written over the other.
        slot: usize,
    },
    /// Another format version.
    Version(u16),
    /// Damage, at so many bytes from the start.
    Broken(usize, &'static str),
}

/// Reads the first page.
pub(super) fn read_page(page: &[u8; PAGE]) -> Page {
    if page[..8] != MAGIC[..] {
        return Page::Broken(0, "it does not start as a keys file does");
    }
    let check = crc32c::crc32c(&page[..60]).to_be_bytes();
    if page[60..64] != check {
        return Page::Broken(60, "the header does not match its checksum");
    }
    let version = u16::from_be_bytes([page[8], page[9]]);
    if version != VERSION {
        return Page::Version(version);
    }
    let in_mark = |at: usize| {
        MARK_AT
            .iter()
            .any(|mark| (*mark..mark + MARK_LEN).contains(&at))
    };
    if let Some(at) = (64..PAGE).find(|at| page[*at] != 0 && !in_mark(*at)) {
        return Page::Broken(at, "a byte that must be zero is not");
    }
    let sound = |slot: usize| {
        let bytes = page.get(MARK_AT[slot]..)?.first_chunk::<MARK_LEN>()?;
        let durable = u64::from_be_bytes(*bytes.first_chunk()?);
        (mark(durable) == *bytes).then_some((durable, slot))
    };
    let Some((durable, slot)) = sound(0).max(sound(1)) else {
        return Page::Broken(MARK_AT[0], "neither durable mark is sound");
    };
    let mut log = [0; 16];
    log.copy_from_slice(&page[12..28]);
    Page::Sound { log, durable, slot }
}

/// Appends a record to `out`.
pub(super) fn write(record: &Record, out: &mut Vec<u8>) {
    let start = out.len();
    let (kind, len) = match record {
        Record::DataKey(..) => (KIND_DATA_KEY, 36 + WRAPPED_PART),
        Record::PseudonymKey(..) => (KIND_PSEUDONYM_KEY, 16 + WRAPPED_PART),
        Record::Destroyed(..) => (KIND_DESTROYED, 32),
    };
    out.extend_from_slice(&len.to_be_bytes());
    out.push(kind);
    match record {
        Record::DataKey(id, purpose, wrapped) => {
            out.extend_from_slice(&id.0);
            out.extend_from_slice(&purpose.stream.category.0.to_be_bytes());
            out.extend_from_slice(&purpose.stream.id);
            out.extend_from_slice(&purpose.class.to_be_bytes());
            write_wrapped(wrapped, out);
        }
        Record::PseudonymKey(id, wrapped) => {
            out.extend_from_slice(&id.0);
            write_wrapped(wrapped, out);
        }
        Record::Destroyed(id, event) => {
            out.extend_from_slice(&id.0);
            out.extend_from_slice(&event.0);
        }
    }
    let check = crc32c::crc32c(&out[start..]);
    out.extend_from_slice(&check.to_be_bytes());
}

/// Bytes of epoch, nonce and wrapped secret together.
const WRAPPED_PART: u16 = 64;
const _: () = assert!(4 + NONCE_LEN + WRAPPED_LEN == WRAPPED_PART as usize);

fn write_wrapped(wrapped: &Wrapped, out: &mut Vec<u8>) {
    out.extend_from_slice(&wrapped.epoch.to_be_bytes());
    out.extend_from_slice(&wrapped.nonce);
    out.extend_from_slice(&wrapped.bytes);
}

/// Reads what stands at the start of `bytes`.
pub(super) fn read(bytes: &[u8]) -> Step {
    let Some(head) = bytes.first_chunk::<3>() else {
        return Step::Short;
    };
    let end = 3 + usize::from(u16::from_be_bytes([head[0], head[1]]));
    let Some(check) = bytes.get(end..end + 4) else {
        return Step::Short;
    };
    if crc32c::crc32c(&bytes[..end]).to_be_bytes() != check {
        return Step::Broken("the record does not match its checksum");
    }
    let mut body = Fields(&bytes[3..end]);
    let record = match head[2] {
        KIND_DATA_KEY => body.data_key(),
        KIND_PSEUDONYM_KEY => body
            .array()
            .map(KeyId)
            .zip(body.wrapped())
            .map(|(id, wrapped)| Record::PseudonymKey(id, wrapped)),
        KIND_DESTROYED => body
            .array()
            .map(KeyId)
            .zip(body.array().map(EventId))
            .map(|(id, event)| Record::Destroyed(id, event)),
        kind => return Step::Unknown(kind),
    };
    match record {
        Some(record) if body.0.is_empty() => Step::Record(record, end + 4),
        _ => Step::Broken("the record has not the length of its kind"),
    }
}

/// The fields of a body, taken one after another.
struct Fields<'a>(&'a [u8]);

impl Fields<'_> {
    fn array<const N: usize>(&mut self) -> Option<[u8; N]> {
        let (field, rest) = self.0.split_first_chunk()?;
        self.0 = rest;
        Some(*field)
    }

    fn number(&mut self) -> Option<u16> {
        self.array().map(u16::from_be_bytes)
    }

    fn wrapped(&mut self) -> Option<Wrapped> {
        Some(Wrapped {
            epoch: u32::from_be_bytes(self.array()?),
            nonce: self.array()?,
            bytes: self.array()?,
        })
    }

    fn data_key(&mut self) -> Option<Record> {
        let id = KeyId(self.array()?);
        let stream = StreamId {
            category: Category(self.number()?),
            id: self.array()?,
        };
        let class = self.number()?;
        Some(Record::DataKey(
            id,
            Purpose { stream, class },
            self.wrapped()?,
        ))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn records() -> [Record; 3] {
        let wrapped = Wrapped {
            epoch: 7,
            nonce: [1; 12],
            bytes: [2; 48],
        };
        let stream = StreamId {
            category: Category(3),
            id: [4; 16],
        };
        let id = KeyId([5; 16]);
        [
            Record::DataKey(id, Purpose { stream, class: 6 }, wrapped),
            Record::PseudonymKey(id, wrapped),
            Record::Destroyed(id, EventId([8; 16])),
        ]
    }

    #[test]
    fn records_read_back_and_every_changed_bit_is_found() {
        for record in records() {
            let mut bytes = Vec::new();
            write(&record, &mut bytes);
            assert_eq!(read(&bytes), Step::Record(record, bytes.len()));
            for at in 0..bytes.len() {
                assert_eq!(read(&bytes[..at]), Step::Short);
                for bit in 0..8 {
                    let mut changed = bytes.clone();
                    changed[at] ^= 1 << bit;
                    assert!(matches!(read(&changed), Step::Short | Step::Broken(_)));
                }
            }
        }
    }

    #[test]
    fn every_changed_bit_of_the_first_page_is_found_or_harmless() {
        let sound: [u8; PAGE] = page(&[9; 16], 5_000).try_into().unwrap();
        let expected = read_page(&sound);
        assert_eq!(
            expected,
            Page::Sound {
                log: [9; 16],
                durable: 5_000,
                slot: 0
            }
        );
        for at in 0..PAGE {
            let mut changed = sound;
            changed[at] ^= 0x10;
            let read = read_page(&changed);
            // The mark that was never written may hold anything: it is not sound, so not used.
            let unused = (MARK_AT[1]..MARK_AT[1] + MARK_LEN).contains(&at);
            assert_eq!(read == expected, unused, "byte {at}: {read:?}");
        }
    }

    proptest! {
        #[test]
        fn any_bytes_are_read_without_panic(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
            let _ = read(&bytes);
        }
    }
}
