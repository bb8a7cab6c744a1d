//! The three formats say the same, hostile input is refused, and references are looked at.

mod hostile;

use std::io::Write as _;
use std::path::PathBuf;

use super::*;
use crate::base::Timestamp;

fn object(id: &str, of_type: &str, relations: &[(&str, &str)]) -> Object {
    Object {
        id: id.to_owned(),
        of_type: of_type.to_owned(),
        changes: Vec::new(),
        relations: all(relations),
    }
}

fn all(relations: &[(&str, &str)]) -> Vec<Relation> {
    let relation = |(object, qualifier): &(&str, &str)| Relation {
        object: (*object).to_owned(),
        qualifier: (*qualifier).to_owned(),
    };
    relations.iter().map(relation).collect()
}

/// Two trajectories and a team; one event of both, one of none, two at the same moment.
fn sample() -> Log {
    let attribute = |name: &str, kind| AttributeType {
        name: name.to_owned(),
        kind,
    };
    let of = |name: &str, attributes| Type {
        name: name.to_owned(),
        attributes,
    };
    let change = |name: &str, at: i64, text: &str| Change {
        name: name.to_owned(),
        from: Moment::at(Timestamp(at)),
        text: text.to_owned(),
    };
    let event = |id: &str, at: i64, text: &str, relations: &[(&str, &str)]| Event {
        id: id.to_owned(),
        of_type: "step <taken>".to_owned(),
        time: Moment::at(Timestamp(at)),
        values: vec![Value {
            name: "days".to_owned(),
            text: text.to_owned(),
        }],
        relations: all(relations),
    };
    let mut first = object("t1", "trajectory", &[("team", "done-by")]);
    first.changes = vec![
        change("ladder", 0, "2"),
        change("ladder", 1_700_000_000_000_000, "3"),
    ];
    Log {
        types: Types {
            objects: vec![
                of("trajectory", vec![attribute("ladder", Kind::Integer)]),
                of("team", Vec::new()),
            ],
            events: vec![of("step <taken>", vec![attribute("days", Kind::Float)])],
        },
        objects: vec![
            first,
            object("t2", "trajectory", &[]),
            object("team", "team", &[]),
        ],
        events: vec![
            event(
                "e1",
                1_700_000_000_500_000,
                "1.5",
                &[("t1", "of"), ("t1", "again")],
            ),
            event(
                "e2",
                1_600_000_000_000_000,
                "-2.25",
                &[("t1", "of"), ("t2", "of")],
            ),
            event("e3", 1_700_000_000_500_000, "0.5", &[("t1", "of")]),
            event(
                "e4",
                1_700_000_000_000_000,
                "4.5",
                &[("team", "of & by \"them\"")],
            ),
        ],
        strays: Vec::new(),
    }
}

fn write(log: &Log, mut writer: Box<dyn Writer + '_>) {
    for object in &log.objects {
        writer.object(object).unwrap();
    }
    for event in &log.events {
        writer.event(event).unwrap();
    }
    writer.finish().unwrap();
}

fn as_json(log: &Log) -> Vec<u8> {
    let mut out = Vec::new();
    write(
        log,
        Box::new(JsonWriter::new(&mut out, &log.types).unwrap()),
    );
    out
}

fn as_xml(log: &Log) -> Vec<u8> {
    let mut out = Vec::new();
    write(log, Box::new(XmlWriter::new(&mut out, &log.types).unwrap()));
    out
}

#[test]
fn a_log_reads_back_from_each_format_as_it_was_written() {
    let log = sample();
    assert_eq!(read(&*as_json(&log), &Limits::default()).unwrap(), log);
    assert_eq!(read(&*as_xml(&log), &Limits::default()).unwrap(), log);
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("log.sqlite");
    write(
        &log,
        Box::new(SqliteWriter::new(&path, &log.types).unwrap()),
    );
    let mut back = read_sqlite(&path, &Limits::default()).unwrap();
    // A table has no order of its own; the relations of one event come by their key.
    back.objects.sort_by(|one, other| one.id.cmp(&other.id));
    back.events.sort_by(|one, other| one.id.cmp(&other.id));
    let mut wanted = log;
    wanted.events[0].relations.sort();
    back.events[0].relations.sort();
    assert_eq!(back, wanted);
}

#[test]
fn an_empty_log_is_a_log() {
    let log = Log::default();
    assert_eq!(read(&*as_json(&log), &Limits::default()).unwrap(), log);
    assert_eq!(read(&*as_xml(&log), &Limits::default()).unwrap(), log);
}

#[test]
fn a_packed_log_is_unpacked() {
    let log = sample();
    let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    packer.write_all(&as_xml(&log)).unwrap();
    let packed = packer.finish().unwrap();
    assert_eq!(read(&*packed, &Limits::default()).unwrap(), log);
}

/// By hand: t1 has e1, e2, e3, of which e2 is the oldest and e1 stands before e3 in the source; t2
/// has e2. So one event is shared, it repeats once, and e4 belongs to no trajectory.
#[test]
fn flattening_repeats_shared_events_and_says_so() {
    let log = sample();
    let flat = flatten(&log, "trajectory");
    let cases: Vec<(&str, Vec<&str>)> = flat
        .cases
        .iter()
        .map(|(case, events)| {
            let ids = events.iter().map(|event| event.id.as_str()).collect();
            (case.id.as_str(), ids)
        })
        .collect();
    assert_eq!(cases, [("t1", vec!["e2", "e1", "e3"]), ("t2", vec!["e2"])]);
    assert_eq!((flat.events_shared, flat.repeats), (1, 1));
    assert_eq!((flat.events_without, flat.cases_without_events), (1, 0));
    assert!(flatten(&log, "team").cases[0].1.len() == 1);
    assert!(flatten(&log, "nobody").cases.is_empty());
}

#[test]
fn references_to_what_is_not_there_are_counted_and_kept() {
    let mut log = sample();
    log.events[0]
        .relations
        .extend(all(&[("gone", "of"), ("gone2", "of")]));
    log.objects[1].relations = all(&[("gone", "part-of")]);
    log.objects[2].of_type = "crew".to_owned();
    let back = read(&*as_json(&log), &Limits::default()).unwrap();
    let check = Check::of(&back);
    assert_eq!(check.from_events.count, 2);
    assert_eq!(
        check.from_events.examples[0],
        ("e1".to_owned(), "gone".to_owned(), "of".to_owned())
    );
    assert_eq!(check.from_objects.count, 1);
    assert_eq!(check.undeclared_types.get("crew"), Some(&1));
    assert_eq!(check.counts.event_relations, 8);
    assert!(!check.is_clean() && Check::of(&sample()).is_clean());
}

#[test]
fn sqlite_does_not_finish_with_a_reference_to_nothing() {
    let mut log = sample();
    log.events[0].relations.extend(all(&[("gone", "of")]));
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("log.sqlite");
    let mut writer = Box::new(SqliteWriter::new(&path, &log.types).unwrap());
    for event in &log.events {
        writer.event(event).unwrap();
    }
    let error = writer.finish().unwrap_err().to_string();
    assert!(error.contains("names what was not written"), "{error}");
}

#[test]
fn hostile_text_is_refused_with_a_reason() {
    let check = |text: &str, wanted: &str| {
        let limits = Limits {
            total_len_max: 100_000,
            text_len_max: 1_000,
            ..Limits::default()
        };
        let error = read(text.as_bytes(), &limits).unwrap_err().to_string();
        assert!(error.contains(wanted), "{text:.80}: {error}");
    };
    check("", "JSON");
    check("[]", "JSON");
    check("{\"objectTypes\":1}", "JSON");
    check(&"[".repeat(50_000), "JSON");
    check(&" ".repeat(200_000), "limit of 100000");
    check(
        &format!("{{\"objectTypes\":[\"{}", "x".repeat(200_000)),
        "limit of 100000",
    );
    check(
        "<!DOCTYPE log [<!ENTITY a \"aaaa\">]><log/>",
        "document type",
    );
    check(
        "<log><objects><object id=\"&a;\" type=\"x\"/></objects></log>",
        "XML",
    );
    check(
        "<log><events><event id=\"1\" type=\"x\" time=\"never\"/></events></log>",
        "not a time",
    );
    check(
        "<log><object id=\"1\" type=\"x\"/></log>",
        "where there can be none",
    );
    check(
        "<log><objects><object type=\"x\"/></objects></log>",
        "without \"id\"",
    );
    check(&"<log>".repeat(2), "where there can be none");
    check("<log>", "ends before");
    check("<log>words</log>", "text between");
    check(
        &format!("<log><a b=\"{}\"/></log>", "x".repeat(5_000)),
        "limit of 1000",
    );
    let twice = "{\"objectTypes\":[],\"eventTypes\":[],\"events\":[],\"objects\":[{\"id\":\"a\",\"type\":\"x\"},{\"id\":\"a\",\"type\":\"y\"}]}";
    check(twice, "stands twice");
    check(
        &twice.replace("\"objects\"", "\"events\":[],\"objects\""),
        "duplicate field",
    );
}

#[test]
fn a_database_of_something_else_is_refused() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("a.sqlite");
    let check = |wanted: &str| {
        let error = read_sqlite(&path, &Limits::default())
            .unwrap_err()
            .to_string();
        assert!(error.contains(wanted), "{error}");
    };
    std::fs::write(&path, b"SQLite format 3\0 and then nothing of the kind").unwrap();
    check("not a database");
    std::fs::remove_file(&path).unwrap();
    let connection = rusqlite::Connection::open(&path).unwrap();
    connection.execute_batch("CREATE TABLE thing (a)").unwrap();
    check("there is no table");
    // A view that would give rows without end is no table.
    connection
        .execute_batch(
            "CREATE VIEW object AS WITH RECURSIVE n(ocel_id) AS (SELECT 1 UNION ALL \
             SELECT ocel_id + 1 FROM n) SELECT ocel_id, 'x' AS ocel_type FROM n",
        )
        .unwrap();
    check("there is no table");
}

/// The standard's own example in its three formats. Counts by `SELECT count(*)` on the SQLite file:
/// 13 events, 9 objects, 20 relations of events, 7 of objects; 8 and 4 types.
#[test]
fn the_official_example_has_the_same_counts_in_three_formats() {
    let folder = std::env::var_os("WEEGBOEK_DATA").map_or_else(
        || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/data"),
        PathBuf::from,
    );
    for file in ["jsonocel", "xmlocel", "sqlite"] {
        let path = folder.join(format!("ocel20_example.{file}"));
        if !path.exists() {
            eprintln!("skipped: {} is absent", path.display());
            continue;
        }
        let log = match file {
            "sqlite" => read_sqlite(&path, &Limits::default()).unwrap(),
            _ => read(std::fs::File::open(&path).unwrap(), &Limits::default()).unwrap(),
        };
        let check = Check::of(&log);
        let wanted = Counts {
            events: 13,
            objects: 9,
            event_types: 8,
            object_types: 4,
            event_relations: 20,
            object_relations: 7,
        };
        assert_eq!(check.counts, wanted, "{file}");
        assert!(check.is_clean(), "{file}: {check:?}");
    }
}
