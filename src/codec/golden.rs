//! Golden samples: what each version of each type looks like in bytes.
//!
//! A sample is written once, when its version is new, and never again. The test that reads them
//! all back is what makes a release able to read every log of every release before it.

use bincode::Encode;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::old::{ConversationHeldV1, FindingRecordedV1, ReplayCompletedV1, ReviewHeldV1};
use super::parts::{self, Error};
use crate::domain::envelope::Common;
use crate::domain::field::{Field, Shape};
use crate::domain::{Event, EventType, Words};

/// The golden file of one version of one type.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Golden {
    /// Name of the type.
    pub event: String,
    /// Schema version.
    pub schema_version: u16,
    /// The stored fields, in order, in a short notation; a change of it needs a new version.
    pub layout: String,
    /// Samples: every optional field filled, and none.
    pub samples: Vec<Sample>,
}

/// One sample.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sample {
    /// Bytes of the facts part, in hexadecimal.
    pub facts: String,
    /// Bytes of the words part, in hexadecimal; empty when there is none.
    pub words: String,
    /// The common fields that these bytes mean today.
    pub common: Value,
    /// The content that these bytes mean today, upcast.
    pub data: Value,
}

/// Every version of every type that this release can write a sample of.
#[must_use]
pub fn versions() -> Vec<(EventType, u16)> {
    let current = EventType::ALL.iter().map(|one| (*one, one.version()));
    let earlier = [
        EventType::ConversationHeld,
        EventType::ReviewHeld,
        EventType::FindingRecorded,
        EventType::ReplayCompleted,
    ];
    earlier
        .into_iter()
        .map(|event_type| (event_type, 1))
        .chain(current)
        .collect()
}

/// Name of the golden file of one version.
#[must_use]
pub fn file_name(event_type: EventType, version: u16) -> String {
    format!("{}.v{version}.json", event_type.name())
}

/// Makes the golden file of one version.
///
/// # Errors
/// When a sample cannot be encoded, or the version is none of [`versions`].
pub fn make(event_type: EventType, version: u16) -> Result<Golden, Error> {
    let layout = match (event_type, version) {
        (EventType::ConversationHeld, 1) => layout(&ConversationHeldV1::shape()),
        (EventType::ReviewHeld, 1) => layout(&ReviewHeldV1::shape()),
        (EventType::FindingRecorded, 1) => layout(&FindingRecordedV1::shape()),
        (EventType::ReplayCompleted, 1) => layout(&ReplayCompletedV1::shape()),
        _ => layout(&Shape::Record {
            name: event_type.name(),
            fields: event_type.fields(),
        }),
    };
    let samples = [true, false].map(|full| sample(event_type, version, full));
    let samples = samples.into_iter().collect::<Result<_, _>>()?;
    Ok(Golden {
        event: event_type.name().to_owned(),
        schema_version: version,
        layout,
        samples,
    })
}

fn sample(event_type: EventType, version: u16, full: bool) -> Result<Sample, Error> {
    let mut count = 0;
    let common = Common::sample(full, &mut count);
    let (facts, words) = match (event_type, version) {
        (EventType::ConversationHeld, 1) => {
            raw(&common, &ConversationHeldV1::sample(full, &mut count))
        }
        (EventType::ReviewHeld, 1) => raw(&common, &ReviewHeldV1::sample(full, &mut count)),
        (EventType::FindingRecorded, 1) => {
            raw(&common, &FindingRecordedV1::sample(full, &mut count))
        }
        (EventType::ReplayCompleted, 1) => {
            raw(&common, &ReplayCompletedV1::sample(full, &mut count))
        }
        _ => {
            let event = event_type.sample(full, &mut count);
            let parts = parts::encode(&common, None, &event)?;
            (parts.facts, parts.words.unwrap_or_default())
        }
    };
    let opened = if words.is_empty() {
        None
    } else {
        Some(words.as_slice())
    };
    let parts::Decoded { common, event, .. } =
        parts::decode(event_type.number(), version, &facts, Ok(opened))?;
    Ok(Sample {
        facts: hex(&facts),
        words: hex(&words),
        common: common.write(),
        data: event.write(),
    })
}

/// The parts of a version that only samples still write.
fn raw<T: Field + Encode>(common: &Common, content: &T) -> (Vec<u8>, Vec<u8>) {
    let mut texts: Vec<String> = Vec::new();
    let mut collect = |words: &Words| texts.extend(words.open().map(str::to_owned));
    common.words(&mut collect);
    content.words(&mut collect);
    let config = bincode::config::standard();
    let encode = |value: Result<Vec<u8>, _>| value.unwrap_or_default();
    let mut facts = encode(bincode::encode_to_vec(1u8, config));
    facts.extend(encode(bincode::encode_to_vec(common, config)));
    facts.extend(encode(bincode::encode_to_vec(content, config)));
    (facts, encode(bincode::encode_to_vec(&texts, config)))
}

/// Reads a golden file back: every sample must mean today what it says it means.
///
/// # Errors
/// The first difference, in words.
pub fn check(golden: &Golden) -> Result<(), String> {
    let name = format!("{} version {}", golden.event, golden.schema_version);
    let event_type =
        EventType::from_name(&golden.event).ok_or_else(|| format!("{name}: no such type"))?;
    for sample in &golden.samples {
        let facts = unhex(&sample.facts).ok_or_else(|| format!("{name}: facts are not hex"))?;
        let words = unhex(&sample.words).ok_or_else(|| format!("{name}: words are not hex"))?;
        let opened = if words.is_empty() {
            None
        } else {
            Some(words.as_slice())
        };
        let parts::Decoded { common, event, .. } = parts::decode(
            event_type.number(),
            golden.schema_version,
            &facts,
            Ok(opened),
        )
        .map_err(|error| format!("{name}: {error}"))?;
        if common.write() != sample.common || event.write() != sample.data {
            return Err(format!("{name}: the bytes now mean something else"));
        }
        if golden.schema_version == event_type.version() {
            reencodes(&common, &event, &facts, &words).map_err(|what| format!("{name}: {what}"))?;
        }
    }
    let now = make(event_type, golden.schema_version).map_err(|error| error.to_string())?;
    if now.layout == golden.layout {
        Ok(())
    } else {
        Err(format!(
            "{name}: its stored fields changed; give it a new schema version"
        ))
    }
}

fn reencodes(common: &Common, event: &Event, facts: &[u8], words: &[u8]) -> Result<(), String> {
    let parts = parts::encode(common, None, event).map_err(|error| error.to_string())?;
    if parts.facts == facts && parts.words.unwrap_or_default() == words {
        Ok(())
    } else {
        Err("it is written in other bytes now; give it a new schema version".to_owned())
    }
}

/// The stored shape of a field in a short notation. Codes count in number and order; that a list
/// of codes grew at its end is allowed, so only what stood there when the sample was made counts.
fn layout(shape: &Shape) -> String {
    match shape {
        Shape::Choice { list, .. } => format!("choice({list})"),
        Shape::Number { min, max } => format!("number({min}..{max})"),
        Shape::Or { value, absent } => format!("or({},{absent})", layout(value)),
        Shape::List(item) => format!("list({})", layout(item)),
        Shape::Record { fields, .. } => {
            let fields: Vec<_> = fields
                .iter()
                .map(|field| {
                    let mark = if field.required { "" } else { "?" };
                    format!("{}{mark}:{}", field.name, layout(&field.shape))
                })
                .collect();
            format!("{{{}}}", fields.join(" "))
        }
        other => format!("{other:?}").to_lowercase(),
    }
}

fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes
        .iter()
        .fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
            let _ = write!(text, "{byte:02x}");
            text
        })
}

fn unhex(text: &str) -> Option<Vec<u8>> {
    if !text.len().is_multiple_of(2) || !text.is_ascii() {
        return None;
    }
    (0..text.len())
        .step_by(2)
        .map(|at| u8::from_str_radix(text.get(at..at + 2)?, 16).ok())
        .collect()
}
