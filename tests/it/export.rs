//! Exports for analysis, from outside: who may, what is recorded, what appears, what stays out.

use std::path::Path;

use serde_json::Value;
use weegboek::exchange::ocel::{self, Check};
use weegboek::exchange::xes;

use crate::cli_support::Place;

const WHO: [&str; 6] = ["--analyst", "--actor", "OZ-01", "--role", "OZ", "--purpose"];
const PURPOSE: &str = "Nagaan of uitvoer klopt";

fn arguments<'a>(kind: &'a str, out: &'a str, more: &[&'a str]) -> Vec<&'a str> {
    let mut all = vec!["export", kind, "--out", out];
    all.extend(WHO);
    all.push(PURPOSE);
    all.extend(more);
    all
}

fn place(folder: &Place, name: &str) -> String {
    folder.path().join(name).display().to_string()
}

fn made(folder: &Place, kind: &str, name: &str, more: &[&str]) -> (Value, String) {
    let out = place(folder, name);
    let mut all = arguments(kind, &out, more);
    all.push("--json");
    (folder.run(&all).json(), out)
}

fn events(folder: &Place) -> usize {
    let text = folder.run(&["export", "jsonl"]).ok();
    let made = |line: &&str| line.contains("\"event\":\"export_made\"");
    text.lines().filter(made).count()
}

/// Names that stand in the demonstration only as dossier numbers, persons or words.
fn tells_nobody(text: &str) {
    for telling in ["ZAAK-", "TB-0", "TM-0", "ED-0"] {
        assert!(!text.contains(telling), "{telling}");
    }
}

#[test]
fn an_export_is_recorded_before_it_appears_and_never_over_something() {
    let folder = Place::demo();
    let out = place(&folder, "log.xes");
    let refused = [
        "export",
        "xes",
        "--out",
        &out,
        "--purpose",
        PURPOSE,
        "--actor",
        "OZ-01",
    ];
    let not_analyst = [&refused[..], &["--role", "OZ", "--json"]].concat();
    folder.run(&not_analyst).error(3);
    // A counsellor may not take data out, whatever they say about themselves.
    let counsellor = [&refused[..], &["--role", "TB", "--analyst", "--json"]].concat();
    folder.run(&counsellor).error(3);
    assert!(!Path::new(&out).exists());
    assert_eq!(events(&folder), 0);
    folder.run(&arguments("xes", &out, &[])).ok();
    assert_eq!(events(&folder), 1);
    let before = std::fs::read(&out).unwrap();
    let again = arguments("xes", &out, &["--json"]);
    folder.run(&again).error(4);
    assert_eq!(std::fs::read(&out).unwrap(), before);
    assert_eq!(events(&folder), 1);
    let readme = std::fs::read_to_string(format!("{out}.README.md")).unwrap();
    assert!(readme.contains("Microdata") && readme.contains(PURPOSE));
    let left = std::fs::read_dir(folder.path()).unwrap();
    let half = left.filter(|entry| {
        let name = entry.as_ref().unwrap().file_name();
        name.to_string_lossy().ends_with(".half")
    });
    assert_eq!(half.count(), 0);
}

/// The demonstration has twelve cases; how many events they have is what `dossier list` says.
/// The place that was asked for is named, not what it is called until it is whole.
#[test]
fn a_place_that_cannot_be_written_is_named_as_it_was_given() {
    let folder = Place::demo();
    for kind in ["xes", "ocel-sqlite", "csv"] {
        let out = place(&folder, "nowhere/log");
        let ran = folder.run(&arguments(kind, &out, &["--json"]));
        let what = ran.error(6)["what"].to_string();
        assert!(what.contains("nowhere") && !what.contains("half"), "{what}");
    }
    assert_eq!(events(&folder), 0);
}

#[test]
fn traces_hold_every_event_of_a_dossier_in_the_order_of_recording() {
    let folder = Place::demo();
    let list = folder.run(&["dossier", "list", "--json"]).json();
    let listed: u64 = list["dossiers"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["steps"].as_u64().unwrap())
        .sum();
    let (made, out) = made(&folder, "xes", "log.xes", &[]);
    assert_eq!(made["dossiers"], 12);
    assert_eq!(made["rows"].as_u64(), Some(listed));
    tells_nobody(&std::fs::read_to_string(&out).unwrap());
    let reader = xes::Reader::new(std::fs::File::open(&out).unwrap(), xes::Limits::default());
    let mut reader = reader.unwrap();
    let traces: Vec<xes::Trace> = reader.by_ref().map(Result::unwrap).collect();
    assert_eq!(traces.len(), 12);
    let header = reader.header();
    for trace in &traces {
        let places = trace.events.iter().map(|event| {
            let place = xes::find(&event.attributes, "log_position").unwrap();
            place.int().unwrap()
        });
        assert!(places.is_sorted_by(|one, other| one < other));
        assert!(trace.events.iter().all(|event| event.timestamp().is_some()));
        for event in &trace.events {
            let mut keys: Vec<&str> = event.attributes.iter().map(|one| &*one.key).collect();
            keys.sort_unstable();
            assert!(keys.windows(2).all(|pair| pair[0] != pair[1]), "{keys:?}");
        }
    }
    // What is declared for all is there in all.
    for global in &header.globals {
        for declared in &global.attributes {
            let there = |all: &[xes::Attribute]| xes::find(all, &declared.key).is_some();
            let kept = traces.iter().all(|trace| match global.scope.as_str() {
                "trace" => there(&trace.attributes),
                _ => trace.events.iter().all(|event| there(&event.attributes)),
            });
            assert!(kept, "{} {}", global.scope, declared.key);
        }
    }
}

#[test]
fn object_centric_logs_are_the_same_in_three_formats_and_refer_to_nothing_that_is_absent() {
    let folder = Place::demo();
    let json = made(&folder, "ocel-json", "log.json", &[]).1;
    let xml = made(&folder, "ocel-xml", "log.xml", &[]).1;
    let (report, database) = made(&folder, "ocel-sqlite", "log.sqlite", &[]);
    tells_nobody(&std::fs::read_to_string(&json).unwrap());
    let limits = ocel::Limits::default();
    let from_json = ocel::read(std::fs::File::open(json).unwrap(), &limits).unwrap();
    let from_xml = ocel::read(std::fs::File::open(xml).unwrap(), &limits).unwrap();
    let from_database = ocel::read_sqlite(Path::new(&database), &limits).unwrap();
    assert_eq!(from_json, from_xml);
    let check = Check::of(&from_json);
    assert!(check.is_clean(), "{check:?}");
    assert_eq!(check.assumed_utc, 0);
    let counts = Check::of(&from_database).counts;
    assert_eq!(counts, check.counts);
    assert_eq!(report["objects"].as_u64(), Some(counts.objects));
    assert_eq!(
        report["event_relations"].as_u64(),
        Some(counts.event_relations)
    );
    assert_eq!(
        report["object_relations"].as_u64(),
        Some(counts.object_relations)
    );
    // Principles and corners are objects that decisions refer to.
    let decisions = from_json
        .objects
        .iter()
        .filter(|one| one.of_type == "decision");
    for decision in decisions {
        let weighs = decision
            .relations
            .iter()
            .filter(|one| one.qualifier == "weighs");
        assert_eq!(weighs.count(), 3, "{}", decision.id);
        let leans = |one: &ocel::Relation| one.object.starts_with("guiding_principle:");
        assert!(decision.relations.iter().any(leans), "{}", decision.id);
        let first = decision.changes.first().unwrap();
        assert_eq!(first.from.text, "1970-01-01T00:00:00Z");
    }
}

#[test]
fn an_export_as_known_earlier_holds_nothing_that_came_later() {
    let folder = Place::demo();
    let all = made(&folder, "xes", "all.xes", &[]).0;
    let (early, out) = made(&folder, "xes", "early.xes", &["--known-at", "2025-02-01"]);
    assert!(early["rows"].as_u64() < all["rows"].as_u64());
    let text = std::fs::read_to_string(out).unwrap();
    // The end of that day in the Netherlands, an hour ahead of UTC in winter.
    let moments = text.lines().filter_map(|line| {
        let rest = line.split_once("time:timestamp\" value=\"")?.1;
        rest.split('"').next()
    });
    let mut later = moments.filter(|moment| *moment > "2025-02-01T23:00:00");
    assert_eq!(later.next(), None);
    let none = made(&folder, "xes", "none.xes", &["--team", "no such team"]).0;
    assert_eq!((&none["rows"], &none["dossiers"]), (&0.into(), &0.into()));
}

#[test]
fn tables_come_with_their_columns_their_prelude_and_their_readme() {
    let folder = Place::demo();
    let (report, out) = made(&folder, "csv", "tables", &[]);
    let out = Path::new(&out);
    for name in [
        "README.md",
        "prelude.sql",
        "decisions.csv",
        "days.csv",
        "norms.csv",
    ] {
        assert!(out.join(name).exists(), "{name}");
    }
    // What would tell whose dossier it is stays in the book.
    assert!(!out.join("justifications.csv").exists());
    let text = std::fs::read_to_string(out.join("decisions.csv")).unwrap();
    let head =
        "position,item,dossier,municipality,team,occurred_day,recorded_at,superseded_at,kind";
    assert!(text.starts_with(head), "{text:.120}");
    let mut rows = 0;
    for entry in std::fs::read_dir(out).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let text = std::fs::read_to_string(&path).unwrap();
        if name.ends_with(".csv") {
            tells_nobody(&text);
            if name != "days.csv" {
                rows += text.lines().count() - 1;
            }
        }
    }
    assert_eq!(report["rows"].as_u64(), u64::try_from(rows).ok());
    let prelude = std::fs::read_to_string(out.join("prelude.sql")).unwrap();
    assert!(prelude.contains("VIEW decisions AS") && prelude.contains("TABLE asked"));
}

#[test]
fn parquet_is_there_or_is_said_not_to_be() {
    let folder = Place::demo();
    let out = place(&folder, "parquet");
    let mut all = arguments("parquet", &out, &[]);
    all.push("--json");
    if !cfg!(feature = "parquet") {
        folder.run(&all).error(2);
        assert!(!Path::new(&out).exists());
        return;
    }
    folder.run(&all).json();
    let by_month = Path::new(&out).join("decisions");
    let municipality = std::fs::read_dir(by_month)
        .unwrap()
        .next()
        .unwrap()
        .unwrap();
    let name = municipality.file_name().to_string_lossy().into_owned();
    assert!(name.starts_with("municipality="), "{name}");
    let month = std::fs::read_dir(municipality.path())
        .unwrap()
        .next()
        .unwrap()
        .unwrap();
    assert!(month.file_name().to_string_lossy().starts_with("month=20"));
    assert!(month.path().join("part-0.parquet").exists());
}

/// By hand: two orders share one event, one event has no order, and one names an order that is
/// not there. So three steps in two trajectories, one of them a repeat.
#[test]
fn an_object_centric_log_becomes_trajectories_and_its_faults_are_said() {
    let folder = Place::demo();
    let event = |id: &str, objects: &[&str]| {
        let relations: Vec<String> = objects
            .iter()
            .map(|object| format!("{{\"objectId\":\"{object}\",\"qualifier\":\"of\"}}"))
            .collect();
        format!(
            "{{\"id\":\"{id}\",\"type\":\"pack\",\"time\":\"2024-03-01T10:00:00Z\",\
             \"attributes\":[],\"relationships\":[{}]}}",
            relations.join(",")
        )
    };
    let events = [
        event("e1", &["a", "b"]),
        event("e2", &["a", "gone"]),
        event("e3", &["p"]),
    ];
    let object = |id: &str, of: &str| format!("{{\"id\":\"{id}\",\"type\":\"{of}\"}}");
    let text = format!(
        "{{\"objectTypes\":[{{\"name\":\"order\",\"attributes\":[]}},{{\"name\":\"place\",\"attributes\":[]}}],\
         \"eventTypes\":[{{\"name\":\"pack\",\"attributes\":[]}}],\"objects\":[{},{},{}],\"events\":[{}]}}",
        object("a", "order"),
        object("b", "order"),
        object("p", "place"),
        events.join(","),
    );
    let path = place(&folder, "orders.json");
    std::fs::write(&path, text).unwrap();
    let wrong = ["import", "ocel", &path, "--object-type", "parcel", "--json"];
    folder.run(&wrong).error(2);
    let right = ["import", "ocel", &path, "--object-type", "order", "--json"];
    let ran = folder.run(&right);
    let report: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(ran.code, 1);
    for (key, wanted) in [
        ("traces", 2),
        ("steps", 3),
        ("events_shared", 1),
        ("repeats", 1),
        ("events_without", 1),
        ("dossiers_added", 2),
    ] {
        assert_eq!(report[key], wanted, "{key}: {report}");
    }
    assert_eq!(report["dangling_from_events"]["count"], 1);
    assert_eq!(report["dangling_from_events"]["examples"][0]["to"], "gone");
    // The second time nothing is new.
    let again: Value = serde_json::from_str(&folder.run(&right).out).unwrap();
    assert_eq!(
        (&again["dossiers_added"], &again["already_there"]),
        (&0.into(), &2.into())
    );
}
