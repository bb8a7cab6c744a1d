//! Pseudonyms: the 128 bits that stand in the open log for a person's or a case's own name.

use crate::base::{ActorId, Category, StreamId};

use super::cipher::{self, Secret};

/// The secret that pseudonyms are derived from.
pub(super) struct Pseudonyms(pub(super) Secret);

impl Pseudonyms {
    /// HMAC-SHA256(key, "stream" ‖ name), first 16 bytes; the category stands beside it, so one
    /// name has one pseudonym in every category.
    pub(super) fn stream(&self, category: Category, name: &str) -> StreamId {
        StreamId {
            category,
            id: self.derive(b"stream", name),
        }
    }

    /// HMAC-SHA256(key, "actor" ‖ code), first 16 bytes.
    pub(super) fn actor(&self, code: &str) -> ActorId {
        ActorId(self.derive(b"actor", code))
    }

    /// HMAC-SHA256(key, "round" ‖ name), first 16 bytes: a value that holds within one round, so
    /// that what two rounds show cannot be joined by it.
    pub(super) fn round(&self, name: &str) -> [u8; 16] {
        self.derive(b"round", name)
    }

    fn derive(&self, what: &[u8], name: &str) -> [u8; 16] {
        let full = cipher::hmac(&self.0, &[what, name.as_bytes()]);
        let mut id = [0; 16];
        id.copy_from_slice(&full[..16]);
        id
    }
}
