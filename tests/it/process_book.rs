//! Process analysis of the book's own dossiers and of files, from the command line.

use serde_json::Value;
use weegboek::book::history::AsKnown;
use weegboek::book::process::{self, Analysis, Cell, Which};
use weegboek::book::{Access, Book};

use super::cli_support::Place;
use super::support::adopt_plain_norms;

/// A log of two teams, small enough to count by hand: A→B in case 1 after 1 day, in case 2 after
/// 3 days; case 2 goes back to A.
const XES: &str = r#"<log xes.version="1849.2016">
<trace><string key="concept:name" value="1"/>
<event><string key="concept:name" value="A"/><string key="org:group" value="noord"/>
<date key="time:timestamp" value="2025-01-01T10:00:00Z"/></event>
<event><string key="concept:name" value="B"/><string key="org:group" value="zuid"/>
<date key="time:timestamp" value="2025-01-02T10:00:00Z"/></event></trace>
<trace><string key="concept:name" value="2"/>
<event><string key="concept:name" value="A"/><string key="org:group" value="noord"/>
<date key="time:timestamp" value="2025-02-01T10:00:00Z"/></event>
<event><string key="concept:name" value="B"/><string key="org:group" value="noord"/>
<date key="time:timestamp" value="2025-02-04T10:00:00Z"/></event>
<event><string key="concept:name" value="A"/>
<date key="time:timestamp" value="2025-02-04T10:00:00Z"/></event></trace></log>"#;

fn with_file() -> Place {
    let place = Place::empty();
    std::fs::write(place.path().join("log.xes"), XES).unwrap();
    place
}

fn run(place: &Place, args: &[&str]) -> Value {
    let mut all = vec!["process", args[0], "--file", "log.xes", "--json"];
    all.extend(&args[1..]);
    place.run(&all).json()
}

#[test]
fn a_file_is_analysed_without_a_book() {
    let place = with_file();
    let graph = run(&place, &["graph"]);
    let edges = graph["tables"]["edges"]["rows"].as_array().unwrap();
    assert_eq!(
        (&edges[0]["from"], &edges[0]["to"]),
        (&"A".into(), &"B".into())
    );
    assert_eq!(
        (edges[0]["count"].as_u64(), edges[0]["median"].as_f64()),
        (Some(2), Some(2.0))
    );
    assert_eq!(edges.len(), 2);
    let stats = run(&place, &["stats"]);
    let numbers = stats["tables"]["numbers"]["rows"].as_array().unwrap();
    assert_eq!(numbers[3]["count"], 5);
    let rework = run(&place, &["rework"]);
    assert_eq!(rework["tables"]["rework"]["rows"][1]["cases_again"], 1);
    let handover = run(&place, &["handover"]);
    let rows = handover["tables"]["handover"]["rows"].as_array().unwrap();
    assert_eq!((rows.len(), &rows[0]["to_team"]), (1, &"zuid".into()));
    let waiting = run(&place, &["waiting", "--after", "A", "--before", "B"]);
    assert_eq!(waiting["tables"]["between"]["rows"][0]["mean"], 2.0);
    let narrowed = run(&place, &["durations", "--from", "2025-01-15"]);
    assert_eq!(narrowed["tables"]["durations"]["rows"][0]["n"], 1);
    let variants = run(&place, &["variants", "--alike", "sets"]);
    assert_eq!(variants["tables"]["variants"]["rows"][0]["cases"], 2);
    let compared = run(
        &place,
        &[
            "compare",
            "--one",
            "until=2025-01-14",
            "--other",
            "from=2025-01-15",
        ],
    );
    let pair = &compared["tables"]["pairs"]["rows"][0];
    // A→B is all of the first cohort and half of the second.
    assert_eq!(pair["difference"], -0.5);
    assert!(!place.book().exists());
}

#[test]
fn rules_are_read_checked_and_refused_with_a_reason() {
    let place = with_file();
    let found = run(
        &place,
        &["rules", "--rule", "response(A, B) within 1 days", "--cases"],
    );
    let row = &found["tables"]["rules"]["rows"][0];
    // Case 2: the first A waits three days, the last A is never answered.
    assert_eq!(
        (&row["satisfied"], &row["violated"]),
        (&1.into(), &1.into())
    );
    assert_eq!(
        (&row["activations"], &row["activations_violated"]),
        (&3.into(), &2.into())
    );
    assert_eq!(found["tables"]["violating"]["rows"][0]["case"], "2");
    let args = ["process", "rules", "--file", "log.xes", "--rule"];
    let with = |rule: &str, more: &[&str]| {
        let mut all = args.to_vec();
        all.push(rule);
        all.extend(more);
        place.run(&all)
    };
    assert_eq!(with("init(A)", &["--check"]).code, 0);
    assert_eq!(with("init(B)", &["--check"]).code, 1);
    let told = with("reponse(A, B)", &["--json"]).error(2);
    assert!(told["what"].as_str().unwrap().contains("reponse"), "{told}");
    assert_eq!(
        place.run(&["process", "rules", "--file", "log.xes"]).code,
        2
    );
    assert_eq!(
        place
            .run(&["process", "stats", "--file", "log.xes", "--format", "svg"])
            .code,
        2
    );
    assert_eq!(
        place
            .run(&["process", "stats", "--file", "absent.xes"])
            .code,
        6
    );
    std::fs::write(place.path().join("log.xes"), "<log><trace>").unwrap();
    assert_eq!(
        place.run(&["process", "stats", "--file", "log.xes"]).code,
        6
    );
}

#[test]
fn pictures_are_svg_and_tables_are_csv() {
    let place = with_file();
    let graph = place
        .run(&["process", "graph", "--file", "log.xes", "--format", "svg"])
        .ok();
    assert!(
        graph.starts_with("<svg") && graph.contains("2 · 2,0 d"),
        "{graph}"
    );
    let dots = place
        .run(&["process", "dots", "--file", "log.xes", "--activity", "B"])
        .ok();
    // Two rows with B in each, and B in the legend.
    assert_eq!(dots.matches("class=\"mark\"").count(), 3);
    let csv = place
        .run(&["process", "graph", "--file", "log.xes", "--format", "csv"])
        .ok();
    assert!(
        csv.starts_with("from,to,count,cases,n,median,p90,mean,sd\r\nA,B,2,2,2,2,"),
        "{csv}"
    );
}

#[test]
fn overviews_of_few_dossiers_stay_closed() {
    let place = Place::demo();
    adopt_plain_norms(&place.book());
    // Twelve cases, and the norm for policy is ten.
    let found = place.run(&["process", "graph", "--json"]).json();
    assert_eq!((&found["norm"], &found["cases"]), (&10.into(), &10.into()));
    for row in found["tables"]["edges"]["rows"].as_array().unwrap() {
        assert!(row["cases"].as_u64().unwrap() >= 10);
        assert_eq!(row["count"].as_u64().unwrap() % 5, 0);
    }
    assert!(found["tables"]["edges"]["hidden_rows"].as_u64().unwrap() > 10);
    // Of one team there are fewer than five: nothing is shown.
    let teams = place.run(&["dossier", "list", "--json"]).json();
    let mut counts = std::collections::BTreeMap::new();
    for dossier in teams["dossiers"].as_array().unwrap() {
        *counts
            .entry(dossier["team"].as_str().unwrap_or_default().to_owned())
            .or_insert(0) += 1;
    }
    let small = counts
        .iter()
        .find(|(name, count)| !name.is_empty() && **count < 5);
    if let Some((team, _)) = small {
        let found = place
            .run(&["process", "stats", "--team", team, "--json"])
            .json();
        assert_eq!((&found["norm"], &found["cases"]), (&5.into(), &Value::Null));
        assert!(
            found["tables"]["activities"]["rows"]
                .as_array()
                .unwrap()
                .is_empty()
        );
    }
    assert_eq!(place.run(&["process", "rules", "--cases"]).code, 2);
    place.run(&["process", "rules"]).ok();
    let dots = place.run(&["process", "dots"]).ok();
    assert!(dots.contains("10 zaken of meer"), "{dots}");
}

#[test]
fn dossiers_become_cases_in_the_order_in_which_things_happened() {
    let place = Place::demo();
    let book = Book::open(&place.book(), Access::Read).unwrap();
    let log = book
        .process_log(&Which::Dossiers, AsKnown::default(), &mut |_| {})
        .unwrap();
    let listed = book.dossiers(AsKnown::default()).unwrap();
    assert_eq!(log.case_count(), listed.len());
    for (case, listed) in log.cases().zip(&listed) {
        assert_eq!(
            (case.name(), case.is_open()),
            (listed.number.as_str(), listed.closed_on.is_none())
        );
        let times: Vec<i64> = case.times().collect();
        assert!(times.is_sorted(), "{}", case.name());
    }
    assert!(
        log.activities()
            .iter()
            .any(|name| name.starts_with("decision_taken("))
    );
    let plain = process::by_type(&log);
    assert!(plain.activities().iter().all(|name| !name.contains('(')));
    assert_eq!(plain.event_count(), log.event_count());
    // With a norm of one, every built-in rule says something of each of the cases.
    let rules = book.process_rules(book.now().day()).unwrap();
    let analysis = Analysis::Rules { rules, list: true };
    let answer = process::analyse(&log, &analysis);
    for row in &answer.tables[0].rows {
        let sum: u64 = row[3..8]
            .iter()
            .map(|cell| match cell {
                Cell::Count(count) => *count,
                other => panic!("{other:?}"),
            })
            .sum();
        assert_eq!(sum, listed.len() as u64);
    }
}

#[test]
fn an_imported_log_is_analysed_as_its_file_is() {
    let place = Place::demo();
    std::fs::write(place.path().join("log.xes"), XES).unwrap();
    place.run(&["import", "xes", "log.xes"]).ok();
    let book = Book::open(&place.book(), Access::Read).unwrap();
    let which = Which::Imported(Some("log".to_owned()));
    let log = book
        .process_log(&which, AsKnown::default(), &mut |_| {})
        .unwrap();
    assert_eq!((log.case_count(), log.event_count()), (2, 5));
    assert_eq!(log.activities(), ["A", "B"]);
    let spans = weegboek::practice::process::duration::spans(&log);
    assert_eq!(spans, [Some(86_400_000_000), Some(3 * 86_400_000_000)]);
    let absent = Which::Imported(Some("other".to_owned()));
    let log = book
        .process_log(&absent, AsKnown::default(), &mut |_| {})
        .unwrap();
    assert_eq!(log.case_count(), 0);
}
