//! What is known in the open about a sealed part, and the canonical bytes that bind it there.

use crate::base::{EventId, KeyId, StreamId};

/// Starts the bytes that are authenticated with a part.
const LABEL: &[u8; 16] = b"weegboek part v1";

/// Length of the authenticated bytes of a part.
pub(super) const AAD_LEN: usize = 73;

/// The place a part is sealed for. Every field stands in the open entry and is authenticated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Part {
    /// The event the part belongs to.
    pub event: EventId,
    /// The stream of that event.
    pub stream: StreamId,
    /// The type of that event, as the entry numbers it.
    pub event_type: u16,
    /// Version of the schema the part was encoded with.
    pub schema_version: u16,
    /// Which kind of part: facts, words, or one for another person concerned.
    pub kind: u8,
    /// Retention class.
    pub class: u16,
    /// The data key it is sealed under.
    pub key: KeyId,
}

/// A part after sealing: what goes into the entry and what goes beside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sealed {
    /// The data key it was sealed under.
    pub key: KeyId,
    /// Key commitment for the entry.
    pub commitment: [u8; 32],
    /// Nonce ‖ ciphertext ‖ tag.
    pub bytes: Vec<u8>,
}

impl Part {
    /// The authenticated bytes: every field at a fixed place, numbers big-endian.
    pub(super) fn aad(&self) -> [u8; AAD_LEN] {
        let mut bytes = [0; AAD_LEN];
        let mut rest = &mut bytes[..];
        for field in [
            &LABEL[..],
            &self.event.0,
            &self.stream.category.0.to_be_bytes(),
            &self.stream.id,
            &self.event_type.to_be_bytes(),
            &self.schema_version.to_be_bytes(),
            &[self.kind],
            &self.class.to_be_bytes(),
            &self.key.0,
        ] {
            let (place, after) = rest.split_at_mut(field.len());
            place.copy_from_slice(field);
            rest = after;
        }
        debug_assert!(rest.is_empty());
        bytes
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Category;

    /// Each field has its own bytes, so no two places share their authenticated bytes.
    #[test]
    fn every_field_stands_at_its_own_place() {
        let part = Part {
            event: EventId([1; 16]),
            stream: StreamId {
                category: Category(0x0203),
                id: [4; 16],
            },
            event_type: 0x0506,
            schema_version: 0x0708,
            kind: 9,
            class: 0x0a0b,
            key: KeyId([12; 16]),
        };
        let mut expected = b"weegboek part v1".to_vec();
        expected.extend([1; 16]);
        expected.extend([2, 3]);
        expected.extend([4; 16]);
        expected.extend([5, 6, 7, 8, 9, 10, 11]);
        expected.extend([12; 16]);
        assert_eq!(part.aad()[..], expected);
    }
}
