//! What proves to an outsider that a text is ours and unchanged: signed notes (C2SP signed-note
//! 1.0.0) with Ed25519.
//!
//! Owns signing keys, verifier keys and the form of a note. Pure: it opens no file, asks no clock
//! and makes no random number. Nothing in the construction is ours. Invariants:
//!
//! * P1: what is signed is exactly the text that a reader of the note sees.
//! * P2: a note is accepted only with a good signature of a key that the caller trusts; one bad
//!   signature of a trusted key refuses the whole note, whatever else stands under it.
//! * P3: no input makes it panic.
//! * P4: a signing key leaves only as the text that goes into its own file, and is wiped from
//!   memory afterwards.

mod key;
mod note;

pub use key::{BadKey, SigningKey, VerifierKey};
pub use note::{BadNote, Note, Signature};
