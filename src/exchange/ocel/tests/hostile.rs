//! Any bytes, in any of the formats: never a panic, never without end, never more in memory than
//! the limits say; and a reference to nothing is reported, whatever the log.

use std::time::{Duration, Instant};

use proptest::prelude::*;

use super::{as_json, as_xml, sample, write};
use crate::exchange::ocel::{Check, Error, Limits, Log, SqliteWriter, Writer, read, read_sqlite};

/// Limits that a hostile file of some kilobytes can reach.
fn tight() -> Limits {
    Limits {
        total_len_max: 256 * 1024,
        text_len_max: 4 * 1024,
        depth_max: 16,
        items_max: 1_000,
    }
}

/// What a log keeps: its things, and the bytes of their texts.
fn kept(log: &Log) -> (usize, usize) {
    let types = log.types.objects.iter().chain(&log.types.events);
    let mut items: usize = types.map(|one| 1 + one.attributes.len()).sum();
    let mut bytes = 0;
    for one in &log.objects {
        items += 1 + one.changes.len() + one.relations.len();
        bytes += one.id.len() + one.of_type.len();
        bytes += one.changes.iter().map(|one| one.text.len()).sum::<usize>();
    }
    for one in &log.events {
        items += 1 + one.values.len() + one.relations.len();
        bytes += one.id.len() + one.of_type.len() + one.time.text.len();
        bytes += one.values.iter().map(|one| one.text.len()).sum::<usize>();
    }
    (items, bytes)
}

/// Whatever came of reading: it came soon, and it is within the limits.
fn within_limits(started: Instant, found: Result<Log, Error>) {
    assert!(started.elapsed() < Duration::from_secs(20));
    match found {
        Ok(log) => {
            let (items, bytes) = kept(&log);
            assert!(items <= 1_000 && bytes <= 256 * 1024, "{items} {bytes}");
            let check = Check::of(&log);
            assert!(check.counts.event_relations >= check.from_events.count);
        }
        Err(error) => {
            let said = error.to_string();
            assert!(!said.is_empty() && said.len() < 2_000, "{said}");
        }
    }
}

fn text_within_limits(bytes: &[u8]) {
    within_limits(Instant::now(), read(bytes, &tight()));
}

fn as_sqlite(log: &Log) -> Vec<u8> {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("log.sqlite");
    let writer = SqliteWriter::new(&path, &log.types).unwrap();
    write(log, Box::new(writer) as Box<dyn Writer>);
    std::fs::read(&path).unwrap()
}

fn database_within_limits(bytes: &[u8]) {
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), bytes).unwrap();
    within_limits(Instant::now(), read_sqlite(file.path(), &tight()));
}

/// A database of the sample in which this was done as well.
fn after(statements: &str) -> Result<Log, Error> {
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), as_sqlite(&sample())).unwrap();
    let connection = rusqlite::Connection::open(file.path()).unwrap();
    connection
        .pragma_update(None, "foreign_keys", false)
        .unwrap();
    connection.execute_batch(statements).unwrap();
    drop(connection);
    read_sqlite(file.path(), &tight())
}

proptest! {
    #[test]
    fn any_bytes_are_read_without_panic(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        text_within_limits(&bytes);
        for start in [&b"<log><objects>"[..], b"{\"objectTypes\":[", b"\x1f\x8b", b"\xef\xbb\xbf"] {
            text_within_limits(&[start, &bytes].concat());
        }
        database_within_limits(&[&b"SQLite format 3\0"[..], &bytes].concat());
    }

    #[test]
    fn any_changed_bytes_are_read_without_panic(
        changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..4),
    ) {
        for bytes in [as_json(&sample()), as_xml(&sample())] {
            let mut bytes = bytes;
            for (at, byte) in &changes {
                let at = at.index(bytes.len());
                bytes[at] = *byte;
            }
            text_within_limits(&bytes);
        }
    }

    /// Pieces of the formats in any order, which come further than bytes by chance.
    #[test]
    fn any_pieces_are_read_without_panic(
        pieces in proptest::collection::vec(proptest::sample::select(PIECES), 0..40),
    ) {
        let text = pieces.concat();
        text_within_limits(text.as_bytes());
        text_within_limits(format!("<log>{text}").as_bytes());
    }

    /// Any of the objects may be missing: every relation to it is kept and counted.
    #[test]
    fn every_reference_to_nothing_is_reported(
        gone in proptest::collection::vec(any::<bool>(), 3),
        extra in proptest::collection::vec((0..4_usize, 0..6_usize), 0..8),
    ) {
        let mut log = sample();
        for (event, target) in extra {
            let names = ["t1", "t2", "team", "nobody", "", "T1"];
            log.events[event].relations.extend(super::all(&[(names[target], "more")]));
        }
        let mut keep = gone.iter();
        log.objects.retain(|_| !*keep.next().unwrap());
        let there = |id: &str| log.objects.iter().any(|one| one.id == id);
        let of_events = log.events.iter().flat_map(|one| &one.relations);
        let wanted = of_events.filter(|one| !there(&one.object)).count();
        let of_objects = log.objects.iter().flat_map(|one| &one.relations);
        let between = of_objects.filter(|one| !there(&one.object)).count();
        for bytes in [as_json(&log), as_xml(&log)] {
            let back = read(&*bytes, &Limits::default()).unwrap();
            let check = Check::of(&back);
            prop_assert_eq!(check.from_events.count, wanted as u64);
            prop_assert_eq!(check.from_objects.count, between as u64);
            prop_assert_eq!(&back, &log);
        }
    }
}

proptest! {
    // Each case writes a file.
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_changed_bytes_of_a_database_are_read_without_panic(
        changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..12),
    ) {
        let whole = as_sqlite(&sample());
        prop_assert!(whole.len() < 256 * 1024);
        // Anywhere, and in the heads of pages, where the tree of a table is.
        for page in [0, 512, 1024, 4096] {
            let mut bytes = whole.clone();
            for (at, byte) in &changes {
                let at = match page {
                    0 => at.index(bytes.len()),
                    page => (at.index(bytes.len()) / page * page + at.index(12)).min(bytes.len() - 1),
                };
                bytes[at] = *byte;
            }
            database_within_limits(&bytes);
        }
        let cut = changes[0].0.index(whole.len());
        database_within_limits(&whole[..cut]);
    }
}

const PIECES: &[&str] = &[
    "<objects>",
    "</objects>",
    "<events>",
    "</events>",
    "<object id=\"a\" type=\"t\">",
    "<object id=\"b\" type=\"t\"/>",
    "</object>",
    "<attributes>",
    "</attributes>",
    "<attribute name=\"n\" time=\"0\">",
    "</attribute>",
    "<event id=\"e\" type=\"t\" time=\"0\">",
    "</event>",
    "<relationship object-id=\"z\" qualifier=\"q\"/>",
    "<object-types>",
    "</object-types>",
    "<object-type name=\"t\">",
    "</object-type>",
    "</log>",
    "1",
    " ",
    "<![CDATA[x]]>",
    "&amp;",
    "&#0;",
    "<!-- -->",
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "\"objects\":[",
    "\"events\":[",
    "\"objectTypes\":[]",
    "\"eventTypes\":[]",
    "\"id\":\"a\"",
    "\"type\":\"t\"",
    "\"time\":\"0\"",
    "\"relationships\":[{\"objectId\":1}]",
    "null",
    "1e999",
    "\"attributes\":[{\"name\":\"n\",\"time\":0,\"value\":[[[]]]}]",
];

fn refused(found: Result<Log, Error>, wanted: &str) {
    let error = found.unwrap_err().to_string();
    assert!(error.contains(wanted), "{error}");
}

/// A few bytes that would become many: each is refused before it is in memory.
#[test]
fn a_small_database_does_not_become_large() {
    refused(
        after("ALTER TABLE object ADD big AS (hex(zeroblob(1000)))"),
        "generated column",
    );
    // One table named a thousand times.
    refused(
        after(
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000) \
             INSERT INTO object_map_type SELECT 'again ' || i, \
             (SELECT ocel_type_map FROM object_map_type LIMIT 1) FROM n",
        ),
        "limit of",
    );
    // One default of many rows.
    let long = "x".repeat(4_000);
    refused(
        after(&format!(
            "DROP TABLE object; CREATE TABLE object (ocel_id); \
             WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100) \
             INSERT INTO object SELECT 'n' || i FROM n; \
             ALTER TABLE object ADD ocel_type TEXT DEFAULT '{long}'",
        )),
        "limit of 262144",
    );
    // A virtual table, however its making is written.
    refused(
        after("DROP TABLE object; CREATE VIRTUAL TABLE object USING fts5(ocel_id, ocel_type)"),
        "there is no table",
    );
}

/// By hand: of t1 the two values, the relation to the team and the five relations of events are
/// there; its row in `object` is not.
#[test]
fn rows_of_a_database_that_belong_to_nothing_are_reported() {
    let log = after("DELETE FROM object WHERE ocel_id = 't1'").unwrap();
    let check = Check::of(&log);
    assert_eq!(check.strays.count, 3, "{:?}", check.strays);
    assert_eq!(check.from_events.count, 4);
    assert!(!check.is_clean());
    let log = after("DELETE FROM event WHERE ocel_id = 'e2'").unwrap();
    assert_eq!((log.events.len(), Check::of(&log).strays.count), (3, 3));
}

/// An error shows the start and the end of a long text, not all of it.
#[test]
fn an_error_of_a_long_text_is_short() {
    let long = "x".repeat(3_000);
    for text in [
        format!("{{\"objectTypes\":\"{long}\"}}"),
        format!("<log><{long}/></log>"),
        format!("<log><events><event id=\"{long}\" type=\"t\" time=\"{long}\"/></events></log>"),
    ] {
        let error = read(text.as_bytes(), &tight()).unwrap_err().to_string();
        assert!(error.len() < 700, "{error}");
    }
    let long = "x".repeat(5_000);
    let value = format!(
        "{{\"objectTypes\":[],\"eventTypes\":[],\"events\":[],\"objects\":[{{\"id\":\"{long}\",\"type\":\"\"}}]}}"
    );
    refused(read(value.as_bytes(), &tight()), "limit of 4096");
    let many = "{\"objectId\":0},".repeat(1_000);
    let items = format!(
        "{{\"objectTypes\":[],\"eventTypes\":[],\"events\":[],\"objects\":[{{\"id\":1,\"type\":\"\",\"relationships\":[{many}{{\"objectId\":0}}]}}]}}"
    );
    refused(read(items.as_bytes(), &tight()), "limit of 1000");
}
