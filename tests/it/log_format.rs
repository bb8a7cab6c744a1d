//! The worked example in `schemas/log-format.md` is what the code writes, byte for byte. The bytes
//! never change: a change of the format is a new format version with an example of its own.

use std::sync::Arc;

use weegboek::base::{ActorId, Category, EventId, KeyId, StreamId, Timestamp};
use weegboek::host::{Entropy, Error, SetClock};
use weegboek::log::{Append, Engine, Log, NewEvent, NewPart, Options, PartKind, check};

use crate::log_support::{options, segments};

/// Gives 00 01 02 …, so that the log id of the example is easy to see.
#[derive(Debug)]
struct Counting;

impl Entropy for Counting {
    fn fill(&self, bytes: &mut [u8]) -> Result<(), Error> {
        for (value, byte) in (0..).zip(bytes) {
            *byte = value;
        }
        Ok(())
    }
}

fn example() -> Vec<NewEvent> {
    let part = |kind, text: &str| NewPart {
        kind,
        class: 7,
        key: KeyId([0xcc; 16]),
        commitment: [0xdd; 32],
        ciphertext: text.as_bytes().to_vec(),
    };
    let event = |id: u8, recorded_at, parts| NewEvent {
        stream: StreamId {
            category: Category(1),
            id: [0xaa; 16],
        },
        event_id: EventId([id; 16]),
        event_type: 16,
        schema_version: 1,
        actor: ActorId([0xbb; 16]),
        recorded_at,
        parts,
    };
    let parts = vec![part(PartKind::Facts, "hello"), part(PartKind::Words, "you")];
    vec![
        event(0x11, None, parts),
        event(0x22, Some(Timestamp(1_700_000_000_000_001)), Vec::new()),
    ]
}

/// The hexadecimal blocks of the document, by name.
fn block(name: &str) -> String {
    let text = std::fs::read_to_string("schemas/log-format.md").unwrap();
    let start = format!("```hex {name}\n");
    let from = text
        .find(&start)
        .unwrap_or_else(|| panic!("no block {name}"))
        + start.len();
    let len = text[from..].find("```").unwrap();
    let lines = text[from..from + len]
        .lines()
        .map(|line| line.split(';').next().unwrap());
    lines
        .flat_map(|line| line.split_whitespace().collect::<Vec<_>>())
        .collect()
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[test]
fn the_example_in_the_document_is_what_is_written() {
    let dir = tempfile::tempdir().unwrap();
    let options = Options {
        entropy: Arc::new(Counting),
        clock: Arc::new(SetClock::new(Timestamp(1_700_000_000_000_000))),
        segment_len: 1_000,
        ..options()
    };
    let log = Log::create(dir.path(), &options).unwrap();
    log.append(Append {
        expected: Vec::new(),
        events: example(),
    })
    .unwrap();
    let segment = std::fs::read(&segments(dir.path())[0]).unwrap();
    let data_len = block("segment").len() / 2;
    assert!(segment[data_len..].iter().all(|byte| *byte == 0));
    let watermark = std::fs::read(dir.path().join("watermark")).unwrap();
    assert_eq!(block("segment"), hex(&segment[..data_len]));
    assert_eq!(block("watermark"), hex(&watermark[512..576]));
    let mut large = example().remove(0);
    large.event_id = EventId([0x33; 16]);
    large.parts[0].ciphertext = vec![0; 600];
    log.append(Append {
        expected: Vec::new(),
        events: vec![large],
    })
    .unwrap();
    log.close().unwrap();
    let sealed = std::fs::read(&segments(dir.path())[0]).unwrap();
    assert_eq!(
        hex(&sealed[..data_len]),
        block("segment"),
        "sealing changes no earlier byte"
    );
    assert_eq!(block("footer"), hex(&sealed[data_len..]));
    assert!(check(dir.path()).unwrap().is_sound());
}
