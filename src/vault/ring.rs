//! The keys in memory: still wrapped, found by id and by what they are for.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use crate::base::{EventId, KeyId};

use super::error::Closed;
use super::format::{Purpose, Record, Wrapped};

/// A data key as it stands in memory.
#[derive(Debug, Clone, Copy)]
pub(super) struct Held {
    pub(super) purpose: Purpose,
    pub(super) wrapped: Wrapped,
}

/// All keys of a vault. A million keys take about 250 MB, so keys are kept once and found by
/// their place in a list.
#[derive(Debug, Default)]
pub(super) struct Ring {
    held: Vec<Held>,
    by_id: HashMap<KeyId, u32>,
    by_purpose: HashMap<Purpose, KeyId>,
    destroyed: HashMap<KeyId, EventId>,
    pseudonym: Option<(KeyId, Wrapped)>,
}

impl Ring {
    /// Takes in one record; says what is wrong when it contradicts an earlier one.
    pub(super) fn take(&mut self, record: &Record) -> Result<(), &'static str> {
        match *record {
            Record::DataKey(id, purpose, wrapped) => {
                let place = u32::try_from(self.held.len()).map_err(|_| "too many keys")?;
                match self.by_id.entry(id) {
                    Entry::Occupied(_) => return Err("a key id occurs twice"),
                    Entry::Vacant(free) => free.insert(place),
                };
                self.held.push(Held { purpose, wrapped });
                // A later key for the same purpose follows one that was destroyed.
                self.by_purpose.insert(purpose, id);
            }
            Record::PseudonymKey(id, wrapped) => {
                if self.pseudonym.is_some() {
                    return Err("a second pseudonym key");
                }
                self.pseudonym = Some((id, wrapped));
            }
            Record::Destroyed(id, event) => {
                let held = self
                    .by_id
                    .get(&id)
                    .and_then(|place| self.held.get_mut(usize::try_from(*place).ok()?))
                    .ok_or("a key was destroyed that never was")?;
                held.wrapped.bytes = [0; 48];
                if self.by_purpose.get(&held.purpose) == Some(&id) {
                    self.by_purpose.remove(&held.purpose);
                }
                self.destroyed.insert(id, event);
            }
        }
        Ok(())
    }

    /// The live key for a purpose.
    pub(super) fn key_for(&self, purpose: &Purpose) -> Option<KeyId> {
        self.by_purpose.get(purpose).copied()
    }

    /// The key of this id, or why there is none.
    pub(super) fn held(&self, id: KeyId) -> Result<&Held, Closed> {
        if let Some(event) = self.destroyed.get(&id) {
            return Err(Closed::KeyDestroyed {
                key: id,
                event: *event,
            });
        }
        self.by_id
            .get(&id)
            .and_then(|place| self.held.get(usize::try_from(*place).ok()?))
            .ok_or(Closed::KeyUnknown(id))
    }

    /// The wrapped pseudonym key.
    pub(super) fn pseudonym(&self) -> Option<(KeyId, Wrapped)> {
        self.pseudonym
    }

    /// How many data keys were ever made.
    pub(super) fn len(&self) -> usize {
        self.held.len()
    }
}
