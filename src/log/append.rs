//! What a caller hands in, and what comes back.

use std::collections::HashSet;

use super::entry::{Entry, PartHeader, PartKind};
use super::error::Error;
use super::record::AT_ENTRY;
use crate::base::digest::sha256;
use crate::base::limits::{APPEND_EVENTS_MAX, FRAME_LEN_MAX, PART_LEN_MAX, PARTS_MAX};
use crate::base::{
    ActorId, Digest, EventId, Expected, KeyId, Position, StreamId, Timestamp, Version,
};

/// One sealed part of an event to be recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewPart {
    /// What it holds.
    pub kind: PartKind,
    /// The retention class it is kept under.
    pub class: u16,
    /// The key it is sealed with.
    pub key: KeyId,
    /// Commitment to that key.
    pub commitment: [u8; 32],
    /// Nonce, ciphertext and tag, as the vault made them; the log never looks inside.
    pub ciphertext: Vec<u8>,
}

/// One event to be recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewEvent {
    /// The stream it belongs to.
    pub stream: StreamId,
    /// Its id, unique for ever.
    pub event_id: EventId,
    /// Its type, as a number of the domain's catalogue.
    pub event_type: u16,
    /// Version of the schema its parts are written in.
    pub schema_version: u16,
    /// Pseudonym of who records it.
    pub actor: ActorId,
    /// The moment of recording when a person or an import sets it; `None` reads the clock.
    pub recorded_at: Option<Timestamp>,
    /// Its sealed parts, at most 15.
    pub parts: Vec<NewPart>,
}

/// Events to be recorded together, all or nothing, and what is expected of their streams.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Append {
    /// What each stream must look like; a stream that is not named may be anything. A stream that
    /// is named need not be written.
    pub expected: Vec<(StreamId, Expected)>,
    /// The events, 1 to 65,536, in the order in which they get their positions.
    pub events: Vec<NewEvent>,
}

/// An append that was recorded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Recorded {
    /// Position of its first event; the others follow without gap.
    pub first: Position,
    /// The position after its last event.
    pub next: Position,
    /// The moment of recording of its last event.
    pub recorded_at: Timestamp,
    /// The version of its last event in the stream of that event.
    pub last_version: Version,
}

/// What became of an append that was not refused. Both are durable when the caller learns it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It was recorded now.
    Recorded(Recorded),
    /// All its event ids were recorded before, in the same streams with the same types; nothing
    /// was written. Whether the content is the same too is for whoever can open the parts.
    AlreadyThere {
        /// Where each event stands, in the order of the append.
        positions: Vec<Position>,
    },
}

/// An append with its limits checked, its ciphertexts hashed and its records laid out: all that
/// can be done before its position is known, so that the writer does not have to.
#[derive(Debug)]
pub struct Prepared {
    pub(super) expected: Vec<(StreamId, Expected)>,
    pub(super) events: Vec<PreparedEvent>,
    /// The records, one after another, with holes for what only the writer knows.
    pub(super) bytes: Vec<u8>,
}

#[derive(Debug, Clone, Copy)]
pub(super) struct PreparedEvent {
    pub(super) stream: StreamId,
    pub(super) event_id: EventId,
    pub(super) event_type: u16,
    pub(super) recorded_at: Option<Timestamp>,
    /// Where its record ends in the bytes; it begins where the one before ends.
    pub(super) end: usize,
    pub(super) entry_len: usize,
}

impl Append {
    /// Checks the limits, hashes the ciphertexts and lays out the records.
    ///
    /// # Errors
    /// [`Error::TooLarge`], [`Error::Malformed`] or [`Error::RepeatedId`].
    pub fn prepare(self) -> Result<Prepared, Error> {
        let limit = |what, found: usize, limit: usize| {
            if found > limit {
                return Err(Error::TooLarge {
                    what,
                    found: found as u64,
                    limit: limit as u64,
                });
            }
            Ok(())
        };
        if self.events.is_empty() {
            return Err(Error::Malformed {
                what: "it has no events",
            });
        }
        limit(
            "the number of events in one append",
            self.events.len(),
            APPEND_EVENTS_MAX,
        )?;
        limit(
            "the number of expected streams",
            self.expected.len(),
            APPEND_EVENTS_MAX,
        )?;
        refuse_repeated_ids(&self.events)?;
        let mut bytes = Vec::new();
        let mut events = Vec::with_capacity(self.events.len());
        for event in &self.events {
            limit(
                "the number of parts of an event",
                event.parts.len(),
                PARTS_MAX,
            )?;
            for part in &event.parts {
                limit("the length of a part", part.ciphertext.len(), PART_LEN_MAX)?;
            }
            let entry_len = lay_out(event, &mut bytes)?;
            limit("the length of an append", bytes.len(), FRAME_LEN_MAX)?;
            events.push(PreparedEvent {
                stream: event.stream,
                event_id: event.event_id,
                event_type: event.event_type,
                recorded_at: event.recorded_at,
                end: bytes.len(),
                entry_len,
            });
        }
        Ok(Prepared {
            expected: self.expected,
            events,
            bytes,
        })
    }
}

impl Prepared {
    /// Bytes its records take in the log.
    #[must_use]
    pub fn stored_len(&self) -> usize {
        self.bytes.len()
    }
}

fn refuse_repeated_ids(events: &[NewEvent]) -> Result<(), Error> {
    if events.len() < 2 {
        return Ok(());
    }
    let mut seen = HashSet::with_capacity(events.len());
    match events.iter().find(|event| !seen.insert(event.event_id)) {
        Some(event) => Err(Error::RepeatedId {
            event_id: event.event_id,
        }),
        None => Ok(()),
    }
}

/// Appends one record with zeros where the writer fills in; gives the entry's length.
fn lay_out(event: &NewEvent, bytes: &mut Vec<u8>) -> Result<usize, Error> {
    const TOO_LONG: Error = Error::Malformed {
        what: "a length does not fit",
    };
    let start = bytes.len();
    bytes.extend_from_slice(&[0; AT_ENTRY]);
    Entry {
        time_was_set: event.recorded_at.is_some(),
        position: Position::START,
        stream: event.stream,
        version: Version::START,
        previous: Digest::ZERO,
        event_id: event.event_id,
        event_type: event.event_type,
        schema_version: event.schema_version,
        recorded_at: event.recorded_at.unwrap_or(Timestamp(0)),
        actor: event.actor,
        part_count: u8::try_from(event.parts.len()).map_err(|_| TOO_LONG)?,
    }
    .encode(bytes);
    for part in &event.parts {
        PartHeader {
            kind: part.kind,
            class: part.class,
            key: part.key,
            commitment: part.commitment,
            digest: sha256(&[&part.ciphertext]),
            len: u32::try_from(part.ciphertext.len()).map_err(|_| TOO_LONG)?,
        }
        .encode(bytes);
    }
    let entry_len = bytes.len() - start - AT_ENTRY;
    for part in &event.parts {
        bytes.extend_from_slice(&part.ciphertext);
    }
    let content_len = u32::try_from(bytes.len() - start - 8).map_err(|_| TOO_LONG)?;
    let stored_entry_len = u16::try_from(entry_len).map_err(|_| TOO_LONG)?;
    let filled = super::bytes::put(bytes, start, &content_len.to_be_bytes())
        && super::bytes::put(bytes, start + 8, &stored_entry_len.to_be_bytes());
    if filled { Ok(entry_len) } else { Err(TOO_LONG) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Category;

    fn event(id: u8) -> NewEvent {
        NewEvent {
            stream: StreamId {
                category: Category(1),
                id: [1; 16],
            },
            event_id: EventId([id; 16]),
            event_type: 1,
            schema_version: 1,
            actor: ActorId([0; 16]),
            recorded_at: None,
            parts: Vec::new(),
        }
    }

    fn prepare(events: Vec<NewEvent>) -> Result<Prepared, Error> {
        Append {
            expected: Vec::new(),
            events,
        }
        .prepare()
    }

    #[test]
    fn limits_hold_one_below_at_and_above() {
        assert!(matches!(prepare(Vec::new()), Err(Error::Malformed { .. })));
        assert!(matches!(
            prepare(vec![event(1), event(1)]),
            Err(Error::RepeatedId { .. })
        ));
        let part = |len| NewPart {
            kind: PartKind::Words,
            class: 0,
            key: KeyId([0; 16]),
            commitment: [0; 32],
            ciphertext: vec![0; len],
        };
        for (parts, len, fine) in [
            (15, 0, true),
            (16, 0, false),
            (1, PART_LEN_MAX - 1, true),
            (1, PART_LEN_MAX, true),
            (1, PART_LEN_MAX + 1, false),
        ] {
            let mut one = event(1);
            one.parts = vec![part(len); parts];
            assert_eq!(prepare(vec![one]).is_ok(), fine, "{parts} parts of {len}");
        }
    }
}
