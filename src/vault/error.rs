//! Why the vault could not do something, and why a part stays closed.

use std::path::PathBuf;

use crate::base::{EventId, KeyId, StreamId};
use crate::host;

/// Why the vault could not do what it was asked.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The operating system said no.
    #[error(transparent)]
    Io(#[from] host::Error),
    /// There is no key-encryption key at the configured place.
    #[error("there is no key file at {path}", path = path.display())]
    KeyFileAbsent {
        /// Where it was looked for.
        path: PathBuf,
    },
    /// Others than the owner could read the key-encryption key.
    #[error("key file {path} has mode {mode:03o}: others than its owner can reach it; run `chmod 600 {path}`", path = path.display())]
    KeyFileExposed {
        /// The key file.
        path: PathBuf,
        /// Its permission bits.
        mode: u32,
    },
    /// The key file cannot be understood.
    #[error("key file {path} is damaged: {what}", path = path.display())]
    KeyFileDamaged {
        /// The key file.
        path: PathBuf,
        /// What is wrong with it.
        what: &'static str,
    },
    /// The key file is sound, but the vault was made with another one.
    #[error("the key file does not belong to {path}: its key (epoch {epoch}) does not open the vault", path = path.display())]
    OtherKeyFile {
        /// The keys file.
        path: PathBuf,
        /// Epoch of the key-encryption key that was tried.
        epoch: u32,
    },
    /// The keys file belongs to another log.
    #[error("{path} belongs to another log", path = path.display())]
    OtherLog {
        /// The keys file.
        path: PathBuf,
    },
    /// The keys file was written by a later release.
    #[error("{path} holds {what} {found}, where this release knows none above {supported}", path = path.display())]
    Unsupported {
        /// The keys file.
        path: PathBuf,
        /// What was found: a format version or a kind of record.
        what: &'static str,
        /// The number found.
        found: u16,
        /// The highest number this release knows.
        supported: u16,
    },
    /// The keys file is damaged where it was once whole; nothing was repaired.
    #[error("{path} is damaged at offset {offset}: {what}", path = path.display())]
    Damaged {
        /// The keys file.
        path: PathBuf,
        /// Where the damage was found, in bytes from the start.
        offset: u64,
        /// What is wrong there.
        what: &'static str,
    },
    /// Another process writes to this vault.
    #[error("{path} is held by another writer", path = path.display())]
    Busy {
        /// The keys file.
        path: PathBuf,
    },
    /// A key was asked of a vault that is open for reading only.
    #[error("the vault is open for reading only")]
    ReadOnly,
    /// An earlier write or sync failed; what reached the disk is not known.
    #[error("an earlier write to the keys file failed; open the vault again to make keys")]
    Poisoned,
    /// A part was to be sealed under a key of another stream or class.
    #[error("key {key} is not the key of stream {stream}, class {class}")]
    KeyNotOfPart {
        /// The key that was named.
        key: KeyId,
        /// Stream of the part.
        stream: StreamId,
        /// Retention class of the part.
        class: u16,
    },
    /// A part is longer than one may be.
    #[error("a part of {len} bytes is longer than the {limit} that fit")]
    TooLong {
        /// Bytes in the part.
        len: usize,
        /// The most that fit.
        limit: usize,
    },
    /// The key that is needed cannot be used.
    #[error(transparent)]
    Closed(#[from] Closed),
}

/// Why a part stays closed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Closed {
    /// The vault was opened without its key-encryption key.
    #[error("the vault is locked: it was opened without its key file")]
    NoKeyFile,
    /// The vault has no such key.
    #[error("key {0} is not in the vault")]
    KeyUnknown(KeyId),
    /// The key was destroyed, by order of a recorded event.
    #[error("key {key} was destroyed by event {event}")]
    KeyDestroyed {
        /// The key that is gone.
        key: KeyId,
        /// The event that ordered it.
        event: EventId,
    },
    /// The key is wrapped under another epoch of the key-encryption key.
    #[error("key {key} is wrapped under epoch {epoch} of the key file, which is not at hand")]
    OtherEpoch {
        /// The key that cannot be unwrapped.
        key: KeyId,
        /// The epoch that is needed.
        epoch: u32,
    },
    /// The wrapped key does not open: it was changed, or moved from another record.
    #[error("key {0} is damaged in the vault")]
    KeyDamaged(KeyId),
    /// The keys file could not be read again to look for a new key.
    #[error("key {key} was looked for, but the keys file could not be read: {why}")]
    KeysUnreadable {
        /// The key that was looked for.
        key: KeyId,
        /// Why reading failed.
        why: String,
    },
    /// The key at hand is not the key the entry promised.
    #[error("the key does not match the commitment in the entry")]
    CommitmentMismatch,
    /// The bytes are not what was sealed, or were sealed for another place.
    #[error("the sealed bytes were changed or belong elsewhere")]
    Damaged,
}
