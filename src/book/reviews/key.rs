//! The key with which a book signs what it shares: made once, readable by its owner alone.

use std::path::PathBuf;

use super::error::ReviewError;
use crate::book::error::Error;
use crate::book::opening::Book;
use crate::host::{Disk as _, Mode, RealDisk};
use crate::proof::{BadKey, SigningKey, VerifierKey};

/// Where the key stands in the folder of the book.
const FILE: &str = "key/signer";

/// Bytes of a key file; longer is none.
const LEN_MAX: usize = 1024;

/// Name of the keys of a municipality: its own in small letters, without marks and spaces.
pub(super) fn key_name(municipality: &str) -> String {
    let mut slug = String::new();
    for letter in municipality.trim().to_lowercase().chars() {
        match letter {
            letter if letter.is_alphanumeric() => slug.push(letter),
            _ if slug.ends_with('-') || slug.is_empty() => {}
            _ => slug.push('-'),
        }
    }
    format!("{}/weegboek", slug.trim_end_matches('-'))
}

enum Trouble {
    Host(crate::host::Error),
    Key(BadKey),
}

impl From<BadKey> for Trouble {
    fn from(why: BadKey) -> Self {
        Self::Key(why)
    }
}

fn failed(error: crate::host::Error) -> Error {
    Error::Views(crate::views::Error::Io(error))
}

impl Book {
    /// The key with which others check what this book signs. Made at the first call.
    ///
    /// # Errors
    /// [`ReviewError::Key`], [`ReviewError::KeyExposed`]; [`Error::Views`] when the file cannot be
    /// read or written.
    pub fn verifier_key(&self) -> Result<VerifierKey, Error> {
        Ok(self.signing_key()?.verifier().clone())
    }

    fn signer_file(&self) -> PathBuf {
        self.dir.join(FILE)
    }

    pub(super) fn signing_key(&self) -> Result<SigningKey, Error> {
        let path = self.signer_file();
        if !RealDisk.exists(&path).map_err(failed)? {
            return self.make_key();
        }
        let file = RealDisk.open(&path, Mode::Read).map_err(failed)?;
        if file.permissions().map_err(failed)? & 0o077 != 0 {
            return Err(ReviewError::KeyExposed { path }.into());
        }
        let mut bytes = vec![0; LEN_MAX];
        let read = file.read_at(&mut bytes, 0).map_err(failed)?;
        bytes.truncate(read);
        let bad = |why| ReviewError::Key {
            given: path.display().to_string(),
            why,
        };
        let text = String::from_utf8(bytes).map_err(|_| bad(BadKey::Form))?;
        Ok(SigningKey::parse(&text).map_err(bad)?)
    }

    fn make_key(&self) -> Result<SigningKey, Error> {
        let path = self.signer_file();
        let name = key_name(&self.config.municipality);
        let fill = |bytes: &mut [u8]| {
            let filled = self.entropy.fill(bytes);
            filled.map_err(Trouble::Host)
        };
        let key = SigningKey::fresh(&name, fill).map_err(|trouble| match trouble {
            Trouble::Host(error) => failed(error),
            Trouble::Key(why) => ReviewError::Key {
                given: name.clone(),
                why,
            }
            .into(),
        })?;
        if let Some(dir) = path.parent() {
            crate::book::opening::create_private_dir(dir)?;
        }
        let file = RealDisk.open(&path, Mode::CreateSecret).map_err(failed)?;
        let mut text = key.to_text();
        text.push('\n');
        file.write_at(text.as_bytes(), 0).map_err(failed)?;
        file.sync_data().map_err(failed)?;
        if let Some(dir) = path.parent() {
            RealDisk.sync_dir(dir).map_err(failed)?;
        }
        Ok(key)
    }
}
