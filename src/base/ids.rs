//! Identifiers: 128-bit values that say nothing about the person they stand for.

use std::fmt;
use std::str::FromStr;

use super::digest::sha256;

/// Why a text is not an identifier.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{text:?} is not {wanted}")]
pub struct NotAnId {
    /// The text that was given.
    pub text: String,
    /// What was expected instead.
    pub wanted: &'static str,
}

macro_rules! id128 {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub [u8; 16]);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!(stringify!($name), "({})"), self)
            }
        }

        impl FromStr for $name {
            type Err = NotAnId;
            fn from_str(text: &str) -> Result<Self, NotAnId> {
                parse_hex(text).map(Self).ok_or_else(|| NotAnId {
                    text: text.to_owned(),
                    wanted: "32 hexadecimal digits",
                })
            }
        }
    };
}

id128! {
    /// Pseudonym of the person who recorded an event, as it stands in the open part of the log.
    ActorId
}
id128! {
    /// Names one data key in the vault.
    KeyId
}

/// Identifies one event for ever; a UUID (version 7 when made here, version 8 when derived).
///
/// Recording the same id with the same content twice is one recording.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EventId(pub [u8; 16]);

impl EventId {
    /// Makes a UUIDv7 from a moment (microseconds since 1970, UTC) and ten random bytes.
    #[must_use]
    pub fn new_v7(at_micros: i64, random: [u8; 10]) -> Self {
        let millis = u64::try_from(at_micros.max(0) / 1_000).unwrap_or(0);
        Self(
            *uuid::Builder::from_unix_timestamp_millis(millis, &random)
                .as_uuid()
                .as_bytes(),
        )
    }

    /// Derives the UUIDv8 of an outside name: the first 16 bytes of
    /// SHA-256(`weegboek event` ‖ 0 ‖ name), version and variant bits set.
    ///
    /// The same name gives the same id on every machine, so importing twice adds nothing.
    #[must_use]
    pub fn derived(name: &str) -> Self {
        let digest = sha256(&[b"weegboek event\0", name.as_bytes()]);
        let mut bytes = [0; 16];
        bytes.copy_from_slice(&digest.0[..16]);
        Self(*uuid::Builder::from_custom_bytes(bytes).as_uuid().as_bytes())
    }
}

impl fmt::Display for EventId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        uuid::Uuid::from_bytes(self.0).as_hyphenated().fmt(f)
    }
}

impl fmt::Debug for EventId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "EventId({self})")
    }
}

impl FromStr for EventId {
    type Err = NotAnId;
    fn from_str(text: &str) -> Result<Self, NotAnId> {
        uuid::Uuid::try_parse(text)
            .map(|uuid| Self(*uuid.as_bytes()))
            .map_err(|_| NotAnId {
                text: text.to_owned(),
                wanted: "a UUID",
            })
    }
}

/// The kind of stream, as a number; the log orders and finds by it without knowing its meaning.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Category(pub u16);

/// Names a stream: its category and 128 bits that are a pseudonym, never a person's number.
///
/// Written `<category>-<32 hexadecimal digits>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StreamId {
    /// The kind of stream.
    pub category: Category,
    /// Which one of that kind.
    pub id: [u8; 16],
}

impl fmt::Display for StreamId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-", self.category.0)?;
        self.id.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl FromStr for StreamId {
    type Err = NotAnId;
    fn from_str(text: &str) -> Result<Self, NotAnId> {
        let parsed = text.split_once('-').and_then(|(category, id)| {
            Some(Self {
                category: Category(category.parse().ok()?),
                id: parse_hex(id)?,
            })
        });
        parsed.ok_or_else(|| NotAnId {
            text: text.to_owned(),
            wanted: "a stream such as 1-0123456789abcdef0123456789abcdef",
        })
    }
}

fn parse_hex(text: &str) -> Option<[u8; 16]> {
    let digits = text.as_bytes();
    if digits.len() != 32 || !digits.iter().all(u8::is_ascii_hexdigit) {
        return None;
    }
    let mut bytes = [0; 16];
    for (byte, pair) in bytes.iter_mut().zip(text.as_bytes().chunks(2)) {
        *byte = u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok()?;
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_round_trip_through_text() {
        let id = EventId::new_v7(1_700_000_000_000_000, [7; 10]);
        assert_eq!(id.to_string().parse::<EventId>().unwrap(), id);
        assert_eq!(id.to_string().as_bytes()[14], b'7');
        let stream = StreamId {
            category: Category(3),
            id: [0xab; 16],
        };
        assert_eq!(stream.to_string().parse::<StreamId>().unwrap(), stream);
        assert!("3-xyz".parse::<StreamId>().is_err());
        assert!(KeyId::from_str("00").is_err());
    }

    #[test]
    fn a_derived_id_depends_on_the_whole_name() {
        assert_eq!(
            EventId::derived("ZAAK-001/1"),
            EventId::derived("ZAAK-001/1")
        );
        assert_ne!(
            EventId::derived("ZAAK-001/1"),
            EventId::derived("ZAAK-001/11")
        );
        assert_eq!(EventId::derived("x").to_string().as_bytes()[14], b'8');
    }
}
