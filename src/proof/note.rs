//! A note: a text with signatures under it, as C2SP signed-note 1.0.0 has it.

use std::fmt;

use base64ct::{Base64, Encoding as _};

use super::key::{SigningKey, VerifierKey, is_name};

/// Signatures that are read at most; the specification asks for 16 at least.
const SIGNATURES_MAX: usize = 100;

/// What a signature line begins with: an em dash and a space.
const DASH: &str = "\u{2014} ";

/// Why a note is not accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BadNote {
    /// It is not a text, an empty line, and signature lines.
    #[error("this is not a signed note")]
    Form,
    /// A signature of a trusted key is not over this text.
    #[error("a signature does not belong to this text: one of the two was changed")]
    Signature,
    /// No trusted key signed it.
    #[error("no trusted key signed this")]
    Untrusted,
}

/// One signature line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signature {
    /// The name of the key.
    pub name: String,
    /// The id of the key.
    pub key: u32,
    bytes: Vec<u8>,
}

/// A text with its signatures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    text: String,
    signatures: Vec<Signature>,
}

impl Note {
    /// Signs a text. It ends with a newline; one is put behind it where it does not.
    ///
    /// # Errors
    /// [`BadNote::Form`] when the text is empty or holds a control character.
    pub fn sign(text: &str, keys: &[&SigningKey]) -> Result<Self, BadNote> {
        let mut text = text.to_owned();
        if !text.ends_with('\n') {
            text.push('\n');
        }
        if text == "\n" || !is_plain(&text) || keys.is_empty() || keys.len() > SIGNATURES_MAX {
            return Err(BadNote::Form);
        }
        let signature = |key: &&SigningKey| Signature {
            name: key.verifier().name().to_owned(),
            key: key.verifier().id(),
            bytes: key.sign(&text).to_vec(),
        };
        let signatures = keys.iter().map(signature).collect();
        Ok(Self { text, signatures })
    }

    /// Reads a note; says nothing of its signatures yet.
    ///
    /// # Errors
    /// [`BadNote::Form`].
    pub fn parse(note: &str) -> Result<Self, BadNote> {
        if !is_plain(note) {
            return Err(BadNote::Form);
        }
        // The text may hold empty lines itself: the last one ends it.
        let end = note.rfind("\n\n").ok_or(BadNote::Form)?;
        let (text, lines) = note.split_at(end + 1);
        let lines = lines.strip_prefix('\n').ok_or(BadNote::Form)?;
        let lines = lines.strip_suffix('\n').ok_or(BadNote::Form)?;
        let signatures: Vec<Signature> = lines
            .split('\n')
            .take(SIGNATURES_MAX + 1)
            .map(signature)
            .collect::<Option<_>>()
            .ok_or(BadNote::Form)?;
        if signatures.len() > SIGNATURES_MAX {
            return Err(BadNote::Form);
        }
        Ok(Self {
            text: text.to_owned(),
            signatures,
        })
    }

    /// The text that is signed, its last newline included. Whoever relies on it calls
    /// [`Note::verify`] first.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The signatures, checked or not.
    #[must_use]
    pub fn signatures(&self) -> &[Signature] {
        &self.signatures
    }

    /// The trusted keys that signed it; at least one.
    ///
    /// # Errors
    /// [`BadNote::Signature`] when one of a trusted key is bad, [`BadNote::Untrusted`] when there
    /// is none of a trusted key.
    pub fn verify<'k>(&self, trusted: &'k [VerifierKey]) -> Result<Vec<&'k VerifierKey>, BadNote> {
        let mut good: Vec<&VerifierKey> = Vec::new();
        for signature in &self.signatures {
            let is = |key: &&VerifierKey| key.name() == signature.name && key.id() == signature.key;
            for key in trusted.iter().filter(is) {
                if !key.accepts(&self.text, &signature.bytes) {
                    return Err(BadNote::Signature);
                }
                if !good.contains(&key) {
                    good.push(key);
                }
            }
        }
        if good.is_empty() {
            return Err(BadNote::Untrusted);
        }
        Ok(good)
    }
}

impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}", self.text)?;
        for Signature { name, key, bytes } in &self.signatures {
            let mut signed = key.to_be_bytes().to_vec();
            signed.extend_from_slice(bytes);
            writeln!(f, "{DASH}{name} {}", Base64::encode_string(&signed))?;
        }
        Ok(())
    }
}

/// Whether there is no control character but the newline in it.
fn is_plain(text: &str) -> bool {
    !text.bytes().any(|byte| byte < 0x20 && byte != b'\n')
}

fn signature(line: &str) -> Option<Signature> {
    let (name, encoded) = line.strip_prefix(DASH)?.split_once(' ')?;
    let signed = Base64::decode_vec(encoded).ok()?;
    let (id, bytes) = signed.split_first_chunk()?;
    (is_name(name) && !bytes.is_empty()).then(|| Signature {
        name: name.to_owned(),
        key: u32::from_be_bytes(*id),
        bytes: bytes.to_vec(),
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use zeroize::Zeroizing;

    use super::*;
    use crate::proof::BadKey;

    /// The verifier key that the specification prints.
    const SPEC_KEY: &str = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";

    /// RFC 8032 §7.1, test 1: seed and public key.
    const SEED: [u8; 32] = [
        0x9d, 0x61, 0xb1, 0x9d, 0xef, 0xfd, 0x5a, 0x60, 0xba, 0x84, 0x4a, 0xf4, 0x92, 0xec, 0x2c,
        0xc4, 0x44, 0x49, 0xc5, 0x69, 0x7b, 0x32, 0x69, 0x19, 0x70, 0x3b, 0xac, 0x03, 0x1c, 0xae,
        0x7f, 0x60,
    ];
    const PUBLIC: [u8; 4] = [0xd7, 0x5a, 0x98, 0x01];

    fn key(name: &str, last: u8) -> SigningKey {
        let mut seed = SEED;
        seed[31] ^= last;
        SigningKey::new(name, &Zeroizing::new(seed)).unwrap()
    }

    #[test]
    fn the_key_of_the_specification_reads_and_writes() {
        let key: VerifierKey = SPEC_KEY.parse().unwrap();
        assert_eq!((key.name(), key.id()), ("example.com/foo", 0x530d_903a));
        assert_eq!(key.to_string(), SPEC_KEY);
    }

    #[test]
    fn the_public_key_is_that_of_the_rfc() {
        let text = key("rietdam.nl/weegboek", 0).verifier().to_string();
        let encoded = text.splitn(3, '+').last().unwrap();
        let bytes = Base64::decode_vec(encoded).unwrap();
        assert_eq!((bytes[0], &bytes[1..5]), (1, &PUBLIC[..]));
    }

    #[test]
    fn changed_keys_are_refused() {
        let check = |text: &str, why: BadKey| {
            assert_eq!(text.parse::<VerifierKey>().unwrap_err(), why, "{text}");
        };
        check("", BadKey::Form);
        check("name", BadKey::Form);
        check(&SPEC_KEY.replace("530d", "530e"), BadKey::Id);
        check(&SPEC_KEY.replace("foo", "bar"), BadKey::Id);
        check(&SPEC_KEY.replace("530d", "530D"), BadKey::Form);
        check(&SPEC_KEY.replace("+Aeky", "+Beky"), BadKey::Kind);
        check(&SPEC_KEY.replace("com/", "com /"), BadKey::Name);
        let text = key("zandhaven", 0).to_text();
        assert_eq!(SigningKey::parse(&text).unwrap().to_text(), text);
        let changed = text.replace("zandhaven", "zandhaver");
        assert_eq!(SigningKey::parse(&changed).unwrap_err(), BadKey::Id);
        assert_eq!(SigningKey::parse(SPEC_KEY).unwrap_err(), BadKey::Form);
        let told = format!("{:?}", key("zandhaven", 0));
        assert!(!told.contains("PRIVATE"), "{told}");
    }

    #[test]
    fn a_note_is_read_and_accepted_by_whoever_trusts_its_key() {
        let (a, b, c) = (key("a", 0), key("b", 1), key("c", 2));
        let note = Note::sign("One.\n\nTwo.\n", &[&a, &b]).unwrap();
        let read = Note::parse(&note.to_string()).unwrap();
        assert_eq!(read, note);
        assert_eq!(read.text(), "One.\n\nTwo.\n");
        let trusted = [b.verifier().clone(), c.verifier().clone()];
        assert_eq!(read.verify(&trusted), Ok(vec![b.verifier()]));
        let stranger = [c.verifier().clone()];
        assert_eq!(read.verify(&stranger), Err(BadNote::Untrusted));
        assert_eq!(read.verify(&[]), Err(BadNote::Untrusted));
    }

    #[test]
    fn a_bad_signature_refuses_the_note_though_another_is_good() {
        let (a, b) = (key("a", 0), key("b", 1));
        let of = |text: &str| Note::sign(text, &[&a, &b]).unwrap();
        let (mut note, other) = (of("Ten clients.\n"), of("Two clients.\n"));
        note.signatures[0] = other.signatures[0].clone();
        let trusted = [a.verifier().clone(), b.verifier().clone()];
        assert_eq!(note.verify(&trusted), Err(BadNote::Signature));
        // Whoever does not know that key sees a line that says nothing.
        assert!(note.verify(&trusted[1..]).is_ok());
    }

    #[test]
    fn what_is_no_note_is_refused() {
        let good = Note::sign("Text.\n", &[&key("a", 0)]).unwrap().to_string();
        for bad in [
            "",
            "\n\n",
            "Text.\n",
            "Text.\n\n",
            &good.replace("Text", "Te\txt"),
            &good.replace("\u{2014} ", "- "),
            &good.replace("\u{2014} a", "\u{2014} a+b"),
            good.trim_end(),
            &format!("{good}\u{2014} a AAAA\n"),
        ] {
            assert_eq!(Note::parse(bad), Err(BadNote::Form), "{bad:?}");
        }
        assert_eq!(Note::sign("", &[&key("a", 0)]), Err(BadNote::Form));
        assert_eq!(Note::sign("Text.\n", &[]), Err(BadNote::Form));
        let line = good.lines().last().unwrap();
        let many = format!("{good}{}", format!("{line}\n").repeat(SIGNATURES_MAX));
        assert_eq!(Note::parse(&many), Err(BadNote::Form));
    }

    proptest! {
        /// Whatever comes in, it is refused or it is what was signed.
        #[test]
        fn no_change_of_a_note_is_accepted(place in 0_usize..400, byte in 0x20_u8..0x7f) {
            let signer = key("zandhaven", 0);
            let note = Note::sign("12 of 40.\nnorm 10\n", &[&signer]).unwrap();
            let mut bytes = note.to_string().into_bytes();
            let place = place % bytes.len();
            bytes[place] = byte;
            if let Ok(text) = String::from_utf8(bytes)
                && let Ok(read) = Note::parse(&text)
                && read.verify(std::slice::from_ref(signer.verifier())).is_ok()
            {
                prop_assert_eq!(read, note);
            }
        }

        #[test]
        fn any_text_is_read_or_refused(text in "\\PC*(\n\\PC*)*") {
            if let Ok(note) = Note::parse(&text) {
                prop_assert_eq!(Note::parse(&note.to_string()).unwrap(), note);
            }
            drop(text.parse::<VerifierKey>());
            prop_assert!(SigningKey::parse(&text).is_err() || text.contains("PRIVATE"));
        }
    }
}
