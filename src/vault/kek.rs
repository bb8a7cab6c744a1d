//! The key-encryption key and the small text file it lives in.
//!
//! ```text
//! weegboek key file 1
//! epoch 1
//! key <64 hexadecimal digits>
//! check <8 hexadecimal digits: CRC-32C of the three lines above>
//! ```
//!
//! Text, so that it can be printed and laid in a safe; checked, so that a typing error is found.

use std::fmt::Write as _;
use std::path::Path;

use zeroize::Zeroizing;

use super::cipher::Secret;
use super::disk;
use super::error::Error;

const TITLE: &str = "weegboek key file 1";

/// A key file is shorter than this; anything longer is something else.
const FILE_LEN_MAX: usize = 512;

/// The key-encryption key: whoever holds it and the keys file can open everything.
///
/// Wiped from memory when dropped.
#[derive(Clone)]
pub struct Kek {
    epoch: u32,
    key: Secret,
}

impl std::fmt::Debug for Kek {
    /// Never shows the key.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Kek(epoch {})", self.epoch)
    }
}

impl Kek {
    /// Draws a new key and writes it to a file that only its owner can read. The file must not
    /// exist yet; it is durable on return.
    ///
    /// # Errors
    /// When the file exists or cannot be written.
    pub fn create(path: &Path, epoch: u32) -> Result<Self, Error> {
        let mut key = Zeroizing::new([0; 32]);
        disk::random(&mut *key)?;
        let kek = Self { epoch, key };
        disk::create_secret(path, kek.text().as_bytes())?;
        Ok(kek)
    }

    /// Reads the key.
    ///
    /// # Errors
    /// [`Error::KeyFileAbsent`], [`Error::KeyFileExposed`] when group or others can reach it,
    /// [`Error::KeyFileDamaged`], [`Error::Io`].
    pub fn read(path: &Path) -> Result<Self, Error> {
        if !disk::exists(path)? {
            return Err(Error::KeyFileAbsent {
                path: path.to_owned(),
            });
        }
        let (mode, bytes) = disk::read_secret(path, FILE_LEN_MAX)?;
        if mode & 0o077 != 0 {
            return Err(Error::KeyFileExposed {
                path: path.to_owned(),
                mode,
            });
        }
        Self::parse(&bytes).map_err(|what| Error::KeyFileDamaged {
            path: path.to_owned(),
            what,
        })
    }

    /// Which one of the successive key-encryption keys this is.
    #[must_use]
    pub fn epoch(&self) -> u32 {
        self.epoch
    }

    pub(super) fn key(&self) -> &[u8; 32] {
        &self.key
    }

    /// A key that is known, for vectors.
    #[cfg(test)]
    pub(super) fn known(epoch: u32, key: [u8; 32]) -> Self {
        Self {
            epoch,
            key: Zeroizing::new(key),
        }
    }

    pub(super) fn text(&self) -> Zeroizing<String> {
        // Longer than the text can become, so that it is never copied while growing.
        let mut text = Zeroizing::new(String::with_capacity(256));
        text.push_str(TITLE);
        // Writing to a string cannot fail.
        let _ = write!(text, "\nepoch {}\nkey ", self.epoch);
        for byte in self.key.iter() {
            let _ = write!(text, "{byte:02x}");
        }
        text.push('\n');
        let check = crc32c::crc32c(text.as_bytes());
        let _ = writeln!(text, "check {check:08x}");
        text
    }

    fn parse(bytes: &[u8]) -> Result<Self, &'static str> {
        let text = std::str::from_utf8(bytes).map_err(|_| "it is not text")?;
        let (body, check) = text
            .split_once("check ")
            .ok_or("its last line is missing")?;
        let check =
            u32::from_str_radix(check.trim_end(), 16).map_err(|_| "its check is unreadable")?;
        let mut lines = body.lines();
        if lines.next() != Some(TITLE) {
            return Err("its first line is not that of a key file this release knows");
        }
        if crc32c::crc32c(body.as_bytes()) != check {
            return Err("its check does not match; a character was changed");
        }
        let epoch = lines
            .next()
            .and_then(|line| line.strip_prefix("epoch "))
            .and_then(|epoch| epoch.parse().ok())
            .ok_or("its epoch is unreadable")?;
        let digits = lines
            .next()
            .and_then(|line| line.strip_prefix("key "))
            .map(str::as_bytes)
            .filter(|digits| digits.len() == 64)
            .ok_or("its key is not 64 hexadecimal digits")?;
        let mut key = Zeroizing::new([0; 32]);
        for (byte, pair) in key.iter_mut().zip(digits.chunks_exact(2)) {
            let digit = |at: usize| char::from(*pair.get(at)?).to_digit(16);
            *byte = digit(0)
                .zip(digit(1))
                .and_then(|(high, low)| u8::try_from(high * 16 + low).ok())
                .ok_or("its key is not 64 hexadecimal digits")?;
        }
        Ok(Self { epoch, key })
    }
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt as _;

    use super::*;

    #[test]
    fn a_key_file_reads_back_and_only_its_owner_can_reach_it() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("key");
        let made = Kek::create(&path, 3).unwrap();
        let read = Kek::read(&path).unwrap();
        assert_eq!((read.epoch(), read.key()), (3, made.key()));
        let mode = std::fs::metadata(&path).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
        assert!(matches!(Kek::create(&path, 4), Err(Error::Io { .. })));
        assert_eq!(Kek::read(&path).unwrap().epoch(), 3);
    }

    #[test]
    fn an_exposed_key_file_is_refused_with_its_remedy() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("key");
        Kek::create(&path, 1).unwrap();
        for mode in [0o640, 0o604, 0o620, 0o601] {
            std::fs::set_permissions(&path, std::fs::Permissions::from_mode(mode)).unwrap();
            let error = Kek::read(&path).unwrap_err();
            assert!(error.to_string().contains("chmod 600"), "{error}");
        }
        std::fs::remove_file(&path).unwrap();
        assert!(matches!(Kek::read(&path), Err(Error::KeyFileAbsent { .. })));
    }

    #[test]
    fn every_changed_character_of_a_key_file_is_found() {
        let kek = Kek {
            epoch: 12,
            key: Zeroizing::new([0x5a; 32]),
        };
        let text = kek.text();
        assert_eq!(Kek::parse(text.as_bytes()).unwrap().key(), kek.key());
        // The last character is the newline, which carries nothing.
        for at in 0..text.len() - 1 {
            for bit in 0..8 {
                let mut bytes = text.as_bytes().to_vec();
                bytes[at] ^= 1 << bit;
                let same = Kek::parse(&bytes).is_ok_and(|read| read.key() != kek.key());
                assert!(!same, "byte {at}, bit {bit}");
            }
            assert!(Kek::parse(&text.as_bytes()[..at.saturating_sub(8)]).is_err());
        }
    }
}
