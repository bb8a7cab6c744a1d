//! The vault itself: opening it, making keys, giving out pseudonyms.

use std::collections::HashMap;
use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock};

use zeroize::Zeroizing;

use crate::base::{ActorId, Category, KeyId, StreamId};

use super::cipher::{self, DataKey, Secret};
use super::disk;
use super::error::{Closed, Error};
use super::format::{self, Purpose, Record, Wrapped};
use super::handle::Handle;
use super::kek::Kek;
use super::keys_file::{Cut, KeysFile};
use super::pseudonym::Pseudonyms;
use super::ring::{Held, Ring};

/// Whether a vault may make keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// Makes keys; one process at a time.
    Write,
    /// Opens parts and looks keys up; any number of processes, also beside a writer.
    Read,
}

/// The keys of one log. Clones share the same vault and may go to other threads.
#[derive(Clone)]
pub struct Vault(Arc<Inner>);

struct Inner {
    log: [u8; 16],
    access: Access,
    cut: Option<Cut>,
    unlocked: Option<Unlocked>,
    /// Held while the file is read on or written; taken before `ring`, never after it.
    file: Mutex<Option<KeysFile>>,
    ring: RwLock<Ring>,
}

struct Unlocked {
    kek: Kek,
    pseudonyms: Pseudonyms,
}

impl std::fmt::Debug for Vault {
    /// Never shows a key.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let state = match self.0.unlocked {
            Some(_) => "unlocked",
            None => "locked",
        };
        write!(
            f,
            "Vault({:?}, {state}, {} keys)",
            self.0.access,
            self.len()
        )
    }
}

/// A lock is only ever held by code that cannot panic, so a poisoned one holds sound data.
fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Vault {
    /// Makes the keys file of a new log, with a fresh pseudonym key in it, and opens it for
    /// writing. The file must not exist yet; it is durable on return.
    ///
    /// # Errors
    /// When the file exists or cannot be written.
    pub fn create(path: &Path, log: [u8; 16], kek: Kek) -> Result<Self, Error> {
        let mut secret = Zeroizing::new([0; 32]);
        disk::random(&mut *secret)?;
        let id = KeyId(disk::random_bytes()?);
        let wrapped = wrap(&kek, &log, id, None, &secret)?;
        KeysFile::create(path, &log, &Record::PseudonymKey(id, wrapped))?;
        Self::open(path, log, kek, Access::Write)
    }

    /// Opens the keys file of a log. A writer cuts a torn tail off; [`Vault::cut`] says so.
    ///
    /// # Errors
    /// [`Error::Busy`] when another process writes, [`Error::OtherKeyFile`] when the key file
    /// belongs to another vault, [`Error::OtherLog`], [`Error::Unsupported`],
    /// [`Error::Damaged`], [`Error::Io`].
    pub fn open(path: &Path, log: [u8; 16], kek: Kek, access: Access) -> Result<Self, Error> {
        let mut file = KeysFile::open(path, &log, access == Access::Write)?;
        let mut ring = Ring::default();
        file.read_on(|record| ring.take(record))?;
        let (id, wrapped) = ring.pseudonym().ok_or_else(|| Error::Damaged {
            path: path.to_owned(),
            offset: format::PAGE as u64,
            what: "there is no pseudonym key",
        })?;
        let pseudonyms =
            unwrap(&kek, &log, id, None, &wrapped).map_err(|_| Error::OtherKeyFile {
                path: path.to_owned(),
                epoch: kek.epoch(),
            })?;
        // Only now: a file that does not belong here is left exactly as it was found.
        let cut = match access {
            Access::Write => file.settle()?,
            Access::Read => None,
        };
        let unlocked = Unlocked {
            kek,
            pseudonyms: Pseudonyms(pseudonyms),
        };
        Ok(Self::new(
            log,
            access,
            cut,
            Some(unlocked),
            Some(file),
            ring,
        ))
    }

    /// Opens a vault whose key file is not at hand, for reading. Nothing opens, and every attempt
    /// says why; which keys were destroyed is still known when the keys file is there.
    ///
    /// # Errors
    /// When there is a keys file and it cannot be read.
    pub fn locked(path: &Path, log: [u8; 16]) -> Result<Self, Error> {
        let mut ring = Ring::default();
        let mut file = None;
        if disk::exists(path)? {
            let mut keys = KeysFile::open(path, &log, false)?;
            keys.read_on(|record| ring.take(record))?;
            file = Some(keys);
        }
        Ok(Self::new(log, Access::Read, None, None, file, ring))
    }

    fn new(
        log: [u8; 16],
        access: Access,
        cut: Option<Cut>,
        unlocked: Option<Unlocked>,
        file: Option<KeysFile>,
        ring: Ring,
    ) -> Self {
        Self(Arc::new(Inner {
            log,
            access,
            cut,
            unlocked,
            file: Mutex::new(file),
            ring: RwLock::new(ring),
        }))
    }

    /// The torn tail that was cut off when the vault was opened for writing.
    #[must_use]
    pub fn cut(&self) -> Option<Cut> {
        self.0.cut
    }

    /// Whether the vault was opened without its key file.
    #[must_use]
    pub fn is_locked(&self) -> bool {
        self.0.unlocked.is_none()
    }

    /// How many data keys were ever made.
    #[must_use]
    pub fn len(&self) -> usize {
        self.ring(Ring::len)
    }

    /// Whether no data key was ever made.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// A handle that seals and opens parts and remembers unwrapped keys; one per thread.
    #[must_use]
    pub fn handle(&self) -> Handle {
        Handle::new(self.clone())
    }

    /// The key of a stream and retention class, if there is one.
    #[must_use]
    pub fn key_of(&self, stream: StreamId, class: u16) -> Option<KeyId> {
        self.ring(|ring| ring.key_for(&Purpose { stream, class }))
    }

    /// The key of a stream and retention class, made when there is none. Durable on return.
    ///
    /// # Errors
    /// As [`Vault::ensure_keys`].
    pub fn ensure_key(&self, stream: StreamId, class: u16) -> Result<KeyId, Error> {
        if let (Some(key), Access::Write) = (self.key_of(stream, class), self.0.access) {
            return Ok(key);
        }
        let keys = self.ensure_keys(&[(stream, class)])?;
        keys.first().copied().ok_or(Error::ReadOnly)
    }

    /// The keys of many streams and classes, in the order asked; those that are missing are made
    /// together with one sync. Durable on return.
    ///
    /// # Errors
    /// [`Error::ReadOnly`], [`Error::Poisoned`] after an earlier failure, [`Error::Io`].
    pub fn ensure_keys(&self, wanted: &[(StreamId, u16)]) -> Result<Vec<KeyId>, Error> {
        let unlocked = self.unlocked()?;
        if self.0.access != Access::Write {
            return Err(Error::ReadOnly);
        }
        // Held throughout, so that two threads cannot make two keys for one purpose.
        let mut file = locked(&self.0.file);
        let file = file.as_mut().ok_or(Error::ReadOnly)?;
        let mut made: HashMap<Purpose, KeyId> = HashMap::new();
        let mut records = Vec::new();
        let mut bytes = Vec::new();
        let mut keys = Vec::with_capacity(wanted.len());
        for &(stream, class) in wanted {
            let purpose = Purpose { stream, class };
            let known = self
                .ring(|ring| ring.key_for(&purpose))
                .or_else(|| made.get(&purpose).copied());
            if let Some(id) = known {
                keys.push(id);
                continue;
            }
            let id = KeyId(disk::random_bytes()?);
            let mut secret = Zeroizing::new([0; 32]);
            disk::random(&mut *secret)?;
            let wrapped = wrap(&unlocked.kek, &self.0.log, id, Some(purpose), &secret)?;
            let record = Record::DataKey(id, purpose, wrapped);
            format::write(&record, &mut bytes);
            records.push(record);
            made.insert(purpose, id);
            keys.push(id);
        }
        if !records.is_empty() {
            let offset = file.end();
            file.append(&bytes)?;
            self.take_all(&records, file.path(), offset)?;
        }
        Ok(keys)
    }

    fn take_all(&self, records: &[Record], path: &Path, offset: u64) -> Result<(), Error> {
        let mut ring = self.0.ring.write().unwrap_or_else(PoisonError::into_inner);
        for record in records {
            ring.take(record).map_err(|what| Error::Damaged {
                path: path.to_owned(),
                offset,
                what,
            })?;
        }
        Ok(())
    }

    /// Reads the keys that a writer in another process made since; for readers.
    ///
    /// # Errors
    /// [`Error::Damaged`], [`Error::Unsupported`], [`Error::Io`].
    pub fn refresh(&self) -> Result<(), Error> {
        // A writer knows every key there is: it made them.
        if self.0.access == Access::Write {
            return Ok(());
        }
        let mut file = locked(&self.0.file);
        let Some(file) = file.as_mut() else {
            return Ok(());
        };
        let mut ring = self.0.ring.write().unwrap_or_else(PoisonError::into_inner);
        file.read_on(|record| ring.take(record))
    }

    /// The pseudonym of a name, as a stream of the given category. The same name has the same
    /// 128 bits in every category.
    ///
    /// # Errors
    /// [`Closed::NoKeyFile`].
    pub fn stream_id(&self, category: Category, name: &str) -> Result<StreamId, Closed> {
        self.unlocked()
            .map(|unlocked| unlocked.pseudonyms.stream(category, name))
    }

    /// The pseudonym of a person who records, from the code the organisation knows them by.
    ///
    /// # Errors
    /// [`Closed::NoKeyFile`].
    pub fn actor_id(&self, code: &str) -> Result<ActorId, Closed> {
        self.unlocked()
            .map(|unlocked| unlocked.pseudonyms.actor(code))
    }

    /// The pseudonym of something within a round; the name must name the round too.
    ///
    /// # Errors
    /// [`Closed::NoKeyFile`].
    pub fn round_id(&self, name: &str) -> Result<[u8; 16], Closed> {
        self.unlocked()
            .map(|unlocked| unlocked.pseudonyms.round(name))
    }

    /// Unwraps a data key, looking once for keys made since; also says what it is for.
    pub(super) fn unwrap(&self, id: KeyId) -> Result<(DataKey, Purpose), Closed> {
        let mut found = self.held(id);
        if matches!(found, Err(Closed::KeyUnknown(_))) && !self.is_locked() {
            self.refresh().map_err(|why| Closed::KeysUnreadable {
                key: id,
                why: why.to_string(),
            })?;
            found = self.held(id);
        }
        // A destroyed key is gone whoever asks; any other is closed for want of the key file.
        if let Err(closed @ Closed::KeyDestroyed { .. }) = found {
            return Err(closed);
        }
        let unlocked = self.unlocked()?;
        let Held { purpose, wrapped } = found?;
        let secret = unwrap(&unlocked.kek, &self.0.log, id, Some(purpose), &wrapped)?;
        Ok((DataKey::new(&secret), purpose))
    }

    fn held(&self, id: KeyId) -> Result<Held, Closed> {
        self.ring(|ring| ring.held(id).copied())
    }

    fn ring<T>(&self, look: impl FnOnce(&Ring) -> T) -> T {
        look(&self.0.ring.read().unwrap_or_else(PoisonError::into_inner))
    }

    fn unlocked(&self) -> Result<&Unlocked, Closed> {
        self.0.unlocked.as_ref().ok_or(Closed::NoKeyFile)
    }
}

fn wrap(
    kek: &Kek,
    log: &[u8; 16],
    id: KeyId,
    purpose: Option<Purpose>,
    secret: &[u8; 32],
) -> Result<Wrapped, Error> {
    let nonce = disk::random_bytes()?;
    let aad = format::wrap_aad(log, id, purpose, kek.epoch());
    let bytes = cipher::wrap(kek.key(), &nonce, &aad, secret).ok_or(Closed::KeyDamaged(id))?;
    Ok(Wrapped {
        epoch: kek.epoch(),
        nonce,
        bytes,
    })
}

fn unwrap(
    kek: &Kek,
    log: &[u8; 16],
    id: KeyId,
    purpose: Option<Purpose>,
    wrapped: &Wrapped,
) -> Result<Secret, Closed> {
    if wrapped.epoch != kek.epoch() {
        return Err(Closed::OtherEpoch {
            key: id,
            epoch: wrapped.epoch,
        });
    }
    let aad = format::wrap_aad(log, id, purpose, wrapped.epoch);
    cipher::unwrap(kek.key(), &wrapped.nonce, &aad, &wrapped.bytes).ok_or(Closed::KeyDamaged(id))
}
