//! Sealing and opening parts, with unwrapped keys remembered.

use std::collections::HashMap;

use crate::base::KeyId;
use crate::base::limits::PART_LEN_MAX;

use super::cipher::{DataKey, EventKey, NONCE_LEN, OVERHEAD};
use super::disk;
use super::error::{Closed, Error};
use super::format::Purpose;
use super::keeping::Vault;
use super::part::{Part, Sealed};

/// Unwrapped keys a handle remembers: about 15 MB. A log read in order touches the same dossiers
/// again and again; when the memory is full it starts anew, which costs one unwrapping per key.
const REMEMBERED_MAX: usize = 65_536;

/// Seals and opens parts. One per thread: it remembers the keys it unwrapped and wipes them when
/// dropped.
///
/// A key that is destroyed meanwhile stays usable in a handle until [`Handle::forget`].
pub struct Handle {
    vault: Vault,
    keys: HashMap<KeyId, (DataKey, Purpose)>,
}

impl std::fmt::Debug for Handle {
    /// Never shows a key.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Handle({:?})", self.vault)
    }
}

impl Handle {
    pub(super) fn new(vault: Vault) -> Self {
        Self {
            vault,
            keys: HashMap::new(),
        }
    }

    /// The vault behind this handle.
    #[must_use]
    pub fn vault(&self) -> &Vault {
        &self.vault
    }

    /// Wipes every remembered key, so that a destroyed one is gone from here too.
    pub fn forget(&mut self) {
        self.keys = HashMap::new();
    }

    /// Seals a part under its key.
    ///
    /// # Errors
    /// [`Error::KeyNotOfPart`] when the key belongs to another stream or class,
    /// [`Error::TooLong`], [`Error::Closed`] when the key cannot be used, [`Error::Io`] when
    /// there are no random bytes.
    pub fn seal(&mut self, part: &Part, plain: &[u8]) -> Result<Sealed, Error> {
        let nonce = disk::random_bytes()?;
        self.seal_with(part, &nonce, plain)
    }

    /// As [`Handle::seal`], with the nonce given: only so can sealing be checked against vectors.
    pub(super) fn seal_with(
        &mut self,
        part: &Part,
        nonce: &[u8; NONCE_LEN],
        plain: &[u8],
    ) -> Result<Sealed, Error> {
        let too_long = || Error::TooLong {
            len: plain.len(),
            limit: PART_LEN_MAX - OVERHEAD,
        };
        if plain.len() > PART_LEN_MAX - OVERHEAD {
            return Err(too_long());
        }
        let (key, purpose) = self.key(part.key)?;
        if (purpose.stream, purpose.class) != (part.stream, part.class) {
            return Err(Error::KeyNotOfPart {
                key: part.key,
                stream: part.stream,
                class: part.class,
            });
        }
        let (commitment, bytes) = key
            .event_key(part.event, part.kind)
            .seal(part, nonce, plain)
            .ok_or_else(too_long)?;
        Ok(Sealed {
            key: part.key,
            commitment,
            bytes,
        })
    }

    /// Opens a part into `plain`, which is emptied first and stays empty on failure. Keeps its
    /// room, so reading many parts allocates once.
    ///
    /// # Errors
    /// Why the part stays closed.
    pub fn open_into(
        &mut self,
        part: &Part,
        commitment: &[u8; 32],
        sealed: &[u8],
        plain: &mut Vec<u8>,
    ) -> Result<(), Closed> {
        plain.clear();
        self.event_key(part)?
            .open_into(part, commitment, sealed, plain)
    }

    /// Opens a part.
    ///
    /// # Errors
    /// Why the part stays closed.
    pub fn open(
        &mut self,
        part: &Part,
        commitment: &[u8; 32],
        sealed: &[u8],
    ) -> Result<Vec<u8>, Closed> {
        let mut plain = Vec::new();
        self.open_into(part, commitment, sealed, &mut plain)?;
        Ok(plain)
    }

    /// The key of one part alone, to give to somebody who may read that part and nothing else.
    ///
    /// # Errors
    /// Why the part stays closed.
    pub fn event_key(&mut self, part: &Part) -> Result<EventKey, Closed> {
        let (key, _) = self.key(part.key)?;
        Ok(key.event_key(part.event, part.kind))
    }

    fn key(&mut self, id: KeyId) -> Result<&(DataKey, Purpose), Closed> {
        if !self.keys.contains_key(&id) {
            let unwrapped = self.vault.unwrap(id)?;
            if self.keys.len() >= REMEMBERED_MAX {
                self.keys.clear();
            }
            self.keys.insert(id, unwrapped);
        }
        self.keys.get(&id).ok_or(Closed::KeyUnknown(id))
    }
}
