//! Keys of signed notes, in the text forms that other tools read too.

use std::fmt;
use std::str::FromStr;

use base64ct::{Base64, Encoding as _};
use ed25519_dalek::{PUBLIC_KEY_LENGTH, SECRET_KEY_LENGTH, Signer as _};
use zeroize::Zeroizing;

use crate::base::digest::sha256;

/// The kind of key in its texts: Ed25519 over the text of the note.
const ED25519: u8 = 0x01;

/// What the text of a signing key begins with.
const PRIVATE: &str = "PRIVATE+KEY+";

/// Why a text is no key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BadKey {
    /// It is not `name+id+base64`.
    #[error("a key reads name+id+base64")]
    Form,
    /// Its name is empty, or holds a plus sign, white space or a control character.
    #[error("the name of a key has no space and no plus sign")]
    Name,
    /// Its id is not that of this name and key: a digit was lost or changed.
    #[error("the id in the key does not belong to the rest of it")]
    Id,
    /// It is of a kind that is not understood here, or no point of the curve.
    #[error("the key is not a usable Ed25519 key")]
    Kind,
}

/// A key that signs. Its secret is wiped when it is dropped.
pub struct SigningKey {
    verifier: VerifierKey,
    secret: ed25519_dalek::SigningKey,
}

/// A key that checks signatures: public, to be handed to whoever wants to check.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VerifierKey {
    name: String,
    id: u32,
    public: ed25519_dalek::VerifyingKey,
}

impl SigningKey {
    /// The key of a name and 32 secret random bytes.
    ///
    /// # Errors
    /// [`BadKey::Name`].
    pub fn new(name: &str, seed: &Zeroizing<[u8; SECRET_KEY_LENGTH]>) -> Result<Self, BadKey> {
        let secret = ed25519_dalek::SigningKey::from_bytes(seed);
        let verifier = VerifierKey::of(name, secret.verifying_key())?;
        Ok(Self { verifier, secret })
    }

    /// A new key of a name; `fill` puts secret random bytes into the seed.
    ///
    /// # Errors
    /// What `fill` says; [`BadKey::Name`].
    pub fn fresh<E: From<BadKey>>(
        name: &str,
        fill: impl FnOnce(&mut [u8]) -> Result<(), E>,
    ) -> Result<Self, E> {
        let mut seed = Zeroizing::new([0; SECRET_KEY_LENGTH]);
        fill(&mut seed[..])?;
        Ok(Self::new(name, &seed)?)
    }

    /// Reads the text of [`SigningKey::to_text`].
    ///
    /// # Errors
    /// Why it is no key; never with anything of the text in it.
    pub fn parse(text: &str) -> Result<Self, BadKey> {
        let (name, id, bytes) = parts(text.trim().strip_prefix(PRIVATE).ok_or(BadKey::Form)?)?;
        let bytes = Zeroizing::new(bytes);
        let seed: [u8; SECRET_KEY_LENGTH] = of_kind(&bytes)?;
        let key = Self::new(name, &Zeroizing::new(seed))?;
        if key.verifier.id == id {
            Ok(key)
        } else {
            Err(BadKey::Id)
        }
    }

    /// The key as it stands in its file: `PRIVATE+KEY+name+id+base64`.
    #[must_use]
    pub fn to_text(&self) -> Zeroizing<String> {
        let mut bytes = Zeroizing::new(vec![ED25519]);
        bytes.extend_from_slice(self.secret.as_bytes());
        let encoded = Zeroizing::new(Base64::encode_string(&bytes));
        let VerifierKey { name, id, .. } = &self.verifier;
        Zeroizing::new(format!("{PRIVATE}{name}+{id:08x}+{}", *encoded))
    }

    /// The key with which others check.
    #[must_use]
    pub const fn verifier(&self) -> &VerifierKey {
        &self.verifier
    }

    pub(super) fn sign(&self, text: &str) -> [u8; ed25519_dalek::SIGNATURE_LENGTH] {
        self.secret.sign(text.as_bytes()).to_bytes()
    }
}

impl fmt::Debug for SigningKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SigningKey({})", self.verifier)
    }
}

impl VerifierKey {
    fn of(name: &str, public: ed25519_dalek::VerifyingKey) -> Result<Self, BadKey> {
        if !is_name(name) {
            return Err(BadKey::Name);
        }
        let digest = sha256(&[name.as_bytes(), b"\n", &[ED25519], public.as_bytes()]);
        let [a, b, c, d, ..] = digest.0;
        Ok(Self {
            name: name.to_owned(),
            id: u32::from_be_bytes([a, b, c, d]),
            public,
        })
    }

    /// Whose key it is.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The first four bytes of the hash of name and key.
    #[must_use]
    pub const fn id(&self) -> u32 {
        self.id
    }

    /// Whether a signature over a text is of this key. Strict: one text, one key, one signature.
    pub(super) fn accepts(&self, text: &str, signature: &[u8]) -> bool {
        ed25519_dalek::Signature::from_slice(signature).is_ok_and(|signature| {
            self.public
                .verify_strict(text.as_bytes(), &signature)
                .is_ok()
        })
    }
}

impl FromStr for VerifierKey {
    type Err = BadKey;

    fn from_str(text: &str) -> Result<Self, BadKey> {
        let (name, id, bytes) = parts(text.trim())?;
        let public: [u8; PUBLIC_KEY_LENGTH] = of_kind(&bytes)?;
        let public = ed25519_dalek::VerifyingKey::from_bytes(&public).map_err(|_| BadKey::Kind)?;
        let key = Self::of(name, public)?;
        if key.id == id {
            Ok(key)
        } else {
            Err(BadKey::Id)
        }
    }
}

impl fmt::Display for VerifierKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut bytes = vec![ED25519];
        bytes.extend_from_slice(self.public.as_bytes());
        let encoded = Base64::encode_string(&bytes);
        write!(f, "{}+{:08x}+{encoded}", self.name, self.id)
    }
}

/// Whether a name may stand in a signature line.
pub(super) fn is_name(name: &str) -> bool {
    let barred = |c: char| c == '+' || c.is_whitespace() || c.is_control();
    !name.is_empty() && !name.contains(barred)
}

fn parts(text: &str) -> Result<(&str, u32, Vec<u8>), BadKey> {
    // Base64 may hold plus signs, so the first two count.
    let mut parts = text.splitn(3, '+');
    let (Some(name), Some(id), Some(encoded)) = (parts.next(), parts.next(), parts.next()) else {
        return Err(BadKey::Form);
    };
    let lower = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
    if id.len() != 8 || !id.bytes().all(lower) {
        return Err(BadKey::Form);
    }
    let id = u32::from_str_radix(id, 16).map_err(|_| BadKey::Form)?;
    let bytes = Base64::decode_vec(encoded).map_err(|_| BadKey::Form)?;
    if !is_name(name) {
        return Err(BadKey::Name);
    }
    Ok((name, id, bytes))
}

fn of_kind<const N: usize>(bytes: &[u8]) -> Result<[u8; N], BadKey> {
    match bytes.split_first() {
        Some((&ED25519, key)) => key.try_into().map_err(|_| BadKey::Kind),
        _ => Err(BadKey::Kind),
    }
}
