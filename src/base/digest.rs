//! SHA-256 digests and the Merkle leaf hash of RFC 6962 §2.1.

use std::fmt;

use sha2::Digest as _;

/// The hash function itself, for constructions on top of it (HMAC, HKDF).
pub use sha2::Sha256;

/// A SHA-256 digest.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Digest(pub [u8; 32]);

impl Digest {
    /// Thirty-two zero bytes: "there is nothing before this".
    pub const ZERO: Self = Self([0; 32]);
}

impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Digest({self})")
    }
}

/// SHA-256 of the given pieces, one after another.
#[must_use]
pub fn sha256(pieces: &[&[u8]]) -> Digest {
    let mut hasher = Sha256::new();
    for piece in pieces {
        hasher.update(piece);
    }
    Digest(hasher.finalize().into())
}

/// The Merkle leaf hash of an entry: SHA-256(0x00 ‖ entry) (RFC 6962 §2.1).
#[must_use]
pub fn leaf_hash(entry: &[u8]) -> Digest {
    sha256(&[&[0], entry])
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Constants of the public RFC 6962 test vectors.
    #[test]
    fn leaf_hashes_equal_the_public_vectors() {
        let check = |entry: &[u8], start: &str, end: &str| {
            let hash = leaf_hash(entry).to_string();
            assert!(hash.starts_with(start) && hash.ends_with(end), "{hash}");
        };
        check(b"", "6e340b9c", "a01d");
        check(b"L123456", "395aa064", "4d56");
        assert!(sha256(&[]).to_string().starts_with("e3b0c442"));
    }
}
