//! The two parts of an event: facts and words.
//!
//! Facts are `bincode(version of the head: u8, common fields, content)`, or with version 2
//! `bincode(version of the head: u8, common fields, what was noted about the wording, content)`; free
//! texts take no bytes there. Words are `bincode(list of texts)` in the order in which the fields visit them,
//! common fields first. Both use bincode's standard configuration: little-endian, variable-length
//! integers.

use bincode::Decode as _;
use bincode::config::{Configuration, Limit, LittleEndian, Varint};
use bincode::de::{DecoderImpl, read::SliceReader};
use bincode::error::{DecodeError, EncodeError};

use super::old;
use crate::base::limits::PART_LEN_MAX;
use crate::domain::envelope::Common;
use crate::domain::field::Field;
use crate::domain::{Closed, Event, EventType, Noted, Words};

/// Version of the head without a note about the wording.
const HEAD_PLAIN: u8 = 1;
/// Version of the head with one.
const HEAD_NOTED: u8 = 2;

type Config = Configuration<LittleEndian, Varint, Limit<PART_LEN_MAX>>;

const fn config() -> Config {
    bincode::config::standard().with_limit::<PART_LEN_MAX>()
}

/// Why an event cannot be stored or read.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The log holds a type of a newer release.
    #[error("event type {number} is not known to this release")]
    UnknownType {
        /// Number of the type.
        number: u16,
    },
    /// The log holds a version of a newer release.
    #[error("{event_type} has no schema version {found}; this release knows up to {supported}")]
    UnknownVersion {
        /// Name of the type.
        event_type: &'static str,
        /// Version in the log.
        found: u16,
        /// Newest version known.
        supported: u16,
    },
    /// The bytes are not such an event.
    #[error("the {part} of {event_type} cannot be read: {what}")]
    Unreadable {
        /// `facts` or `words`.
        part: &'static str,
        /// Name of the type.
        event_type: &'static str,
        /// What is wrong.
        what: String,
    },
    /// The event does not survive its own encoding; a fault of the program.
    #[error("{event_type} cannot be stored: {what}")]
    NotStorable {
        /// Name of the type.
        event_type: &'static str,
        /// What is wrong.
        what: String,
    },
}

/// The encoded parts of one event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parts {
    /// Codes, numbers, days.
    pub facts: Vec<u8>,
    /// Free texts; `None` when the event has none.
    pub words: Option<Vec<u8>>,
}

/// What the parts of one event mean.
#[derive(Debug, Clone, PartialEq)]
pub struct Decoded {
    /// Common fields.
    pub common: Common,
    /// What was noted about its wording.
    pub noted: Option<Noted>,
    /// Content, upcast to today's version.
    pub event: Event,
}

/// Encodes an event in today's version of its type, and proves that it decodes again.
///
/// # Errors
/// [`Error::NotStorable`] when it holds closed words or is larger than a part may be.
pub fn encode(common: &Common, noted: Option<&Noted>, event: &Event) -> Result<Parts, Error> {
    let event_type = event.event_type();
    let not_storable = |what: String| Error::NotStorable {
        event_type: event_type.name(),
        what,
    };
    let mut texts: Vec<&str> = Vec::new();
    let mut closed = 0;
    let mut collect = |words| collect_open(words, &mut texts, &mut closed);
    common.words(&mut collect);
    event.words(&mut collect);
    if closed > 0 {
        return Err(not_storable(format!("{closed} of its texts are closed")));
    }
    let mut facts = Vec::with_capacity(256);
    encode_facts(common, noted, event, &mut facts)
        .map_err(|error| not_storable(error.to_string()))?;
    let words = if texts.is_empty() {
        None
    } else {
        let bytes = bincode::encode_to_vec(&texts, config())
            .map_err(|error| not_storable(error.to_string()))?;
        Some(bytes)
    };
    let longest = facts.len().max(words.as_ref().map_or(0, Vec::len));
    if longest > PART_LEN_MAX {
        return Err(not_storable(format!(
            "{longest} bytes, at most {PART_LEN_MAX} fit"
        )));
    }
    let parts = Parts { facts, words };
    let back = decode(
        event_type.number(),
        event_type.version(),
        &parts.facts,
        Ok(parts.words.as_deref()),
    )?;
    if (&back.common, back.noted.as_ref(), &back.event) == (common, noted, event) {
        Ok(parts)
    } else {
        Err(not_storable(
            "what was encoded reads back differently".to_owned(),
        ))
    }
}

fn collect_open<'w>(words: &'w Words, texts: &mut Vec<&'w str>, closed: &mut usize) {
    match words.open() {
        Some(text) => texts.push(text),
        None => *closed += 1,
    }
}

fn encode_facts(
    common: &Common,
    noted: Option<&Noted>,
    event: &Event,
    out: &mut Vec<u8>,
) -> Result<(), EncodeError> {
    let head = if noted.is_some() {
        HEAD_NOTED
    } else {
        HEAD_PLAIN
    };
    bincode::encode_into_std_write(head, out, config())?;
    bincode::encode_into_std_write(common, out, config())?;
    if let Some(noted) = noted {
        bincode::encode_into_std_write(noted, out, config())?;
    }
    bincode::encode_into_std_write(event, out, config()).map(|_| ())
}

/// Decodes an event of any version ever written, upcast to today's.
///
/// `words` is the opened words part (`None` inside when the event has none), or the reason why it
/// stays closed; then every text of the event says so.
///
/// # Errors
/// [`Error::UnknownType`] and [`Error::UnknownVersion`] for a newer release's events,
/// [`Error::Unreadable`] for bytes that are no such event.
pub fn decode(
    type_number: u16,
    version: u16,
    facts: &[u8],
    words: Result<Option<&[u8]>, Closed>,
) -> Result<Decoded, Error> {
    let event_type = EventType::from_number(type_number).ok_or(Error::UnknownType {
        number: type_number,
    })?;
    let name = event_type.name();
    if version == 0 || version > event_type.version() {
        let supported = event_type.version();
        return Err(Error::UnknownVersion {
            event_type: name,
            found: version,
            supported,
        });
    }
    let unreadable = |part, what: String| Error::Unreadable {
        part,
        event_type: name,
        what,
    };
    let (mut common, noted, mut event) = decode_facts(event_type, version, facts)
        .map_err(|error| unreadable("facts", error.to_string()))?;
    match words {
        Ok(bytes) => {
            let texts = bytes.map_or(Ok(Vec::new()), decode_words);
            let texts = texts.map_err(|error| unreadable("words", error.to_string()))?;
            fill(&mut common, &mut event, texts).map_err(|what| unreadable("words", what))?;
        }
        Err(Closed::NotOpened) => {}
        Err(why) => {
            let mut close = |words: &mut Words| *words = Words::Closed(why);
            common.words_mut(&mut close);
            event.words_mut(&mut close);
        }
    }
    Ok(Decoded {
        common,
        noted,
        event,
    })
}

fn decode_facts(
    event_type: EventType,
    version: u16,
    facts: &[u8],
) -> Result<(Common, Option<Noted>, Event), DecodeError> {
    let mut decoder = DecoderImpl::new(SliceReader::new(facts), config(), ());
    let head = u8::decode(&mut decoder)?;
    if head != HEAD_PLAIN && head != HEAD_NOTED {
        return Err(DecodeError::Other("a head of a newer release"));
    }
    let common = Common::decode(&mut decoder)?;
    let noted = if head == HEAD_NOTED {
        Some(Noted::decode(&mut decoder)?)
    } else {
        None
    };
    let event = if version == event_type.version() {
        event_type.decode(&mut decoder)?
    } else {
        old::decode(event_type, version, &mut decoder)?
    };
    // A reader that stops early would let two different byte strings mean the same event.
    match u8::decode(&mut decoder) {
        Err(DecodeError::UnexpectedEnd { .. }) => Ok((common, noted, event)),
        _ => Err(DecodeError::Other("bytes after the end")),
    }
}

fn decode_words(bytes: &[u8]) -> Result<Vec<String>, DecodeError> {
    let (texts, used): (Vec<String>, usize) = bincode::decode_from_slice(bytes, config())?;
    if used == bytes.len() {
        Ok(texts)
    } else {
        Err(DecodeError::Other("bytes after the end"))
    }
}

fn fill(common: &mut Common, event: &mut Event, texts: Vec<String>) -> Result<(), String> {
    let given = texts.len();
    let mut texts = texts.into_iter();
    let mut wanted = 0;
    let mut put = |words: &mut Words| {
        wanted += 1;
        if let Some(text) = texts.next() {
            *words = Words::Open(text);
        }
    };
    common.words_mut(&mut put);
    event.words_mut(&mut put);
    if wanted == given {
        Ok(())
    } else {
        Err(format!("{given} texts where {wanted} belong"))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::domain::values::Code;

    fn samples() -> Vec<(Common, Event)> {
        let mut all = Vec::new();
        for event_type in EventType::ALL {
            for full in [true, false] {
                let mut count = 0;
                let common = Common::sample(full, &mut count);
                all.push((common, event_type.sample(full, &mut count)));
            }
        }
        all
    }

    #[test]
    fn every_event_type_survives_its_encoding() {
        for (common, event) in samples() {
            let parts = encode(&common, None, &event).unwrap();
            let number = event.event_type().number();
            let version = event.event_type().version();
            let back = decode(number, version, &parts.facts, Ok(parts.words.as_deref())).unwrap();
            assert_eq!((back.common, back.noted, back.event), (common, None, event));
        }
    }

    #[test]
    fn facts_hold_no_words_and_closed_words_say_why() {
        for (common, event) in samples() {
            let parts = encode(&common, None, &event).unwrap();
            let text = String::from_utf8_lossy(&parts.facts).into_owned();
            assert!(!text.contains("Voorbeeldzin"), "{event:?}");
            let (number, version) = (event.event_type().number(), event.event_type().version());
            let closed = decode(number, version, &parts.facts, Err(Closed::NoKey)).unwrap();
            let closed = closed.event;
            closed.words(&mut |words| assert_eq!(words, &Words::Closed(Closed::NoKey)));
            assert!(
                encode(&common, None, &closed).is_err() || parts.words.is_none() || {
                    let mut none = true;
                    event.words(&mut |_| none = false);
                    none
                }
            );
        }
    }

    #[test]
    fn bytes_after_the_end_and_newer_versions_are_refused() {
        let (common, event) = samples().remove(0);
        let mut parts = encode(&common, None, &event).unwrap();
        let number = event.event_type().number();
        let words = parts.words.clone();
        assert!(matches!(
            decode(number, 99, &parts.facts, Ok(words.as_deref())),
            Err(Error::UnknownVersion { found: 99, .. })
        ));
        assert!(matches!(
            decode(9_999, 1, &parts.facts, Ok(None)),
            Err(Error::UnknownType { .. })
        ));
        parts.facts.push(0);
        assert!(decode(number, 1, &parts.facts, Ok(words.as_deref())).is_err());
    }

    /// The head with a note, byte by byte, so that no later release reads it otherwise: version 2,
    /// the common fields of the bare sample, one term of three letters, a mark, the content.
    #[test]
    fn a_note_about_wording_has_its_fixed_place() {
        let mut count = 0;
        let common = Common::sample(false, &mut count);
        let event = EventType::ConversationHeld.sample(false, &mut count);
        let noted = Noted {
            terms: vec![Code("lui".to_owned())],
            fingerprint: Some(300),
        };
        let without = encode(&common, None, &event).unwrap();
        let with = encode(&common, Some(&noted), &event).unwrap();
        assert_eq!(with.words, without.words);
        let head = bincode::encode_to_vec(&common, config()).unwrap().len() + 1;
        let note = [1, 3, b'l', b'u', b'i', 1, 251, 44, 1];
        let mut expected = vec![HEAD_NOTED];
        expected.extend(&without.facts[1..head]);
        expected.extend(note);
        expected.extend(&without.facts[head..]);
        assert_eq!(with.facts, expected);
        let words = with.words.as_deref();
        let back = decode(3, 2, &with.facts, Ok(words)).unwrap();
        assert_eq!(back.noted, Some(noted));
    }

    proptest! {
        #[test]
        fn hostile_bytes_never_panic(
            number in prop_oneof![1u16..44, 101u16..117],
            facts in proptest::collection::vec(any::<u8>(), 0..200),
            words in proptest::collection::vec(any::<u8>(), 0..200),
        ) {
            let _ = decode(number, 1, &facts, Ok(Some(&words)));
        }
    }
}
