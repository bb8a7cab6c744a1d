//! The cryptography of a part: key derivation, commitment, authenticated encryption, wrapping.
//!
//! HKDF (RFC 5869) is written out over HMAC because every output here is one block of 32 bytes:
//! extract is one HMAC, expand is one HMAC with a final byte 1, and neither can fail.

use aes_gcm::aead::AeadInOut as _;
use aes_gcm::{Aes256Gcm, KeyInit as _};
use ctutils::CtEq as _;
use hmac::{Hmac, Mac as _};
use zeroize::{Zeroize as _, Zeroizing};

use super::error::Closed;
use super::part::Part;
use crate::base::EventId;
use crate::base::digest::Sha256;

/// Bytes of a nonce (NIST SP 800-38D §5.2.1.1, the size that needs no extra hashing).
pub(super) const NONCE_LEN: usize = 12;
/// Bytes of an authentication tag.
pub(super) const TAG_LEN: usize = 16;
/// Bytes a sealed part is longer than what was sealed.
pub(super) const OVERHEAD: usize = NONCE_LEN + TAG_LEN;
/// Bytes of a wrapped key, without its nonce.
pub(super) const WRAPPED_LEN: usize = 32 + TAG_LEN;

/// Names the use of a data key. A new cipher or derivation gets a new number here.
const EVENT_KEY_INFO: &[u8] = b"weegboek event key v1";
const ENCRYPT_INFO: &[u8] = b"encrypt";
const COMMIT_INFO: &[u8] = b"commit";

/// Thirty-two secret bytes, wiped when dropped.
pub(super) type Secret = Zeroizing<[u8; 32]>;

/// An HMAC with its key already absorbed: every use of the key costs two blocks less.
type Keyed = Hmac<Sha256>;

/// Absorbs a key of 32 bytes.
fn keyed(key: &[u8; 32]) -> Keyed {
    // HMAC pads a short key with zeros to the block (RFC 2104 §2), so a padded one is the same.
    let mut block = Zeroizing::new([0; 64]);
    block[..32].copy_from_slice(key);
    Keyed::new((&*block).into())
}

/// HMAC-SHA256 of the given pieces, one after another.
fn mac(keyed: &Keyed, pieces: &[&[u8]]) -> Secret {
    let mut mac = keyed.clone();
    for piece in pieces {
        mac.update(piece);
    }
    Zeroizing::new(mac.finalize().into_bytes().into())
}

/// HMAC-SHA256 under a key of 32 bytes.
pub(super) fn hmac(key: &[u8; 32], pieces: &[&[u8]]) -> [u8; 32] {
    *mac(&keyed(key), pieces)
}

/// HKDF-Expand to 32 bytes (RFC 5869 §2.3: T(1) = HMAC(key, info ‖ 0x01)).
fn expand(key: &Keyed, info: &[&[u8]]) -> Secret {
    let mut mac = key.clone();
    for piece in info {
        mac.update(piece);
    }
    mac.update(&[1]);
    Zeroizing::new(mac.finalize().into_bytes().into())
}

/// A data key, ready to derive event keys from.
#[derive(Clone)]
pub(super) struct DataKey(Keyed);

impl DataKey {
    /// HKDF-Extract with no salt (RFC 5869 §2.2).
    pub(super) fn new(secret: &[u8; 32]) -> Self {
        Self(keyed(&mac(&keyed(&[0; 32]), &[secret])))
    }

    /// The one-use key of one part of one event.
    pub(super) fn event_key(&self, event: EventId, kind: u8) -> EventKey {
        EventKey(expand(&self.0, &[EVENT_KEY_INFO, &event.0, &[kind]]))
    }
}

/// The one-use key of one part of one event.
///
/// Given with the entry and its proof, it lets a reader open this part and no other, and check
/// by the commitment that it is the very key that sealed it. Wiped when dropped.
#[derive(Clone)]
pub struct EventKey(Secret);

impl std::fmt::Debug for EventKey {
    /// Never shows the key.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("EventKey(…)")
    }
}

impl EventKey {
    /// Takes a key that was given for selective disclosure.
    #[must_use]
    pub fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(Zeroizing::new(bytes))
    }

    /// The key itself, to give to somebody who may read this one part.
    #[must_use]
    pub fn bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// The encryption key and the commitment.
    fn derive(&self) -> (Secret, Secret) {
        let key = keyed(&self.0);
        (expand(&key, &[ENCRYPT_INFO]), expand(&key, &[COMMIT_INFO]))
    }

    /// Seals `plain` under a given nonce; `None` when it is too long for the cipher.
    pub(super) fn seal(
        &self,
        part: &Part,
        nonce: &[u8; NONCE_LEN],
        plain: &[u8],
    ) -> Option<([u8; 32], Vec<u8>)> {
        let (key, commitment) = self.derive();
        let mut bytes = Vec::with_capacity(plain.len() + OVERHEAD);
        bytes.extend_from_slice(nonce);
        bytes.extend_from_slice(plain);
        let tag = Aes256Gcm::new((&*key).into())
            .encrypt_inout_detached(nonce.into(), &part.aad(), (&mut bytes[NONCE_LEN..]).into())
            .ok()?;
        bytes.extend_from_slice(&tag);
        Some((*commitment, bytes))
    }

    /// Opens a sealed part into `plain`, which is emptied first and stays empty on failure.
    ///
    /// # Errors
    /// [`Closed::CommitmentMismatch`] before anything is decrypted, [`Closed::Damaged`] when the
    /// bytes are not those that were sealed for this place.
    pub fn open_into(
        &self,
        part: &Part,
        commitment: &[u8; 32],
        sealed: &[u8],
        plain: &mut Vec<u8>,
    ) -> Result<(), Closed> {
        plain.clear();
        let (key, expected) = self.derive();
        if !expected.ct_eq(commitment).to_bool() {
            return Err(Closed::CommitmentMismatch);
        }
        let (nonce, rest) = sealed
            .split_first_chunk::<NONCE_LEN>()
            .ok_or(Closed::Damaged)?;
        let (cipher, tag) = rest.split_last_chunk::<TAG_LEN>().ok_or(Closed::Damaged)?;
        plain.extend_from_slice(cipher);
        let opened = Aes256Gcm::new((&*key).into()).decrypt_inout_detached(
            nonce.into(),
            &part.aad(),
            plain.as_mut_slice().into(),
            tag.into(),
        );
        if opened.is_err() {
            plain.zeroize();
            return Err(Closed::Damaged);
        }
        Ok(())
    }
}

/// Wraps a secret under the key-encryption key; `None` when the cipher refuses.
pub(super) fn wrap(
    kek: &[u8; 32],
    nonce: &[u8; NONCE_LEN],
    aad: &[u8],
    secret: &[u8; 32],
) -> Option<[u8; WRAPPED_LEN]> {
    let mut wrapped = [0; WRAPPED_LEN];
    let (body, place) = wrapped.split_at_mut(32);
    body.copy_from_slice(secret);
    let tag = Aes256Gcm::new(kek.into())
        .encrypt_inout_detached(nonce.into(), aad, body.into())
        .ok()?;
    place.copy_from_slice(&tag);
    Some(wrapped)
}

/// Unwraps a secret; `None` when it was not wrapped under this key for this place.
pub(super) fn unwrap(
    kek: &[u8; 32],
    nonce: &[u8; NONCE_LEN],
    aad: &[u8],
    wrapped: &[u8; WRAPPED_LEN],
) -> Option<Secret> {
    let (body, tag) = wrapped.split_last_chunk::<TAG_LEN>()?;
    let mut secret = Zeroizing::new([0; 32]);
    secret.copy_from_slice(body);
    Aes256Gcm::new(kek.into())
        .decrypt_inout_detached(nonce.into(), aad, secret.as_mut_slice().into(), tag.into())
        .ok()?;
    Some(secret)
}
