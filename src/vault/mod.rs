//! Keys per dossier and retention class, and the sealing and opening of parts under them.
//!
//! Owns the key-encryption key, the file of wrapped data keys, the pseudonyms and the cipher.
//! `schemas/vault-format.md` documents every byte; `docs/decisions/0002-cipher.md` says why this
//! cipher. Never knows what a part means, never writes to the log, never lets a key leave in the
//! clear except the one-use key of a single part, on request. Invariants:
//!
//! * V1: a data key is on stable storage before its id is given out.
//! * V2: a key that encrypts a part is used for that part alone: it is derived from the data key,
//!   the event id and the kind of part.
//! * V3: a part is decrypted only after its key commitment was found equal.
//! * V4: a part opens only in the place it was sealed for: event, stream, type, schema version,
//!   kind, class and key are authenticated with it.
//! * V5: damage below the durable mark of the keys file is named and never repaired; above it an
//!   unfinished record is a torn tail, cut by the writer and reported.
//! * V6: after one failed write or sync no key is made until the vault is opened again.
//! * V7: the same name gives the same pseudonym in every category, on every machine that holds
//!   the keys, and nothing without them.
//! * V8: files and random bytes are reached through `disk` and nowhere else.

mod cipher;
mod disk;
mod error;
mod format;
mod handle;
mod keeping;
mod kek;
mod keys_file;
mod part;
mod pseudonym;
mod ring;

#[cfg(test)]
mod tests;

pub use cipher::EventKey;
pub use error::{Closed, Error};
pub use handle::Handle;
pub use keeping::{Access, Vault};
pub use kek::Kek;
pub use keys_file::Cut;
pub use part::{Part, Sealed};
