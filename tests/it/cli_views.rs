//! The commands about the fact tables, and free SQL.

use weegboek::book::{Access, Book};

use crate::cli_support::{Place, Ran};

const WHO: [&str; 6] = [
    "--purpose",
    "Telling voor het jaarverslag.",
    "--actor",
    "OZ-1",
    "--role",
    "OZ",
];

fn sql(place: &Place, args: &[&str]) -> Ran {
    place.run(&[&["sql"], args, &WHO[..]].concat())
}

#[test]
fn views_are_made_by_the_first_question_and_say_how_they_stand() {
    let place = Place::demo();
    let before = place.run(&["views", "status", "--json"]).json();
    assert_eq!(
        (&before["standing"], &before["why"]),
        (&"to_be_made".into(), &"absent".into())
    );
    let made = place.run(&["views", "refresh", "--json"]).json();
    assert_eq!(
        (&made["how"], &made["why"]),
        (&"rebuilt".into(), &"absent".into())
    );
    let again = place.run(&["views", "refresh"]).ok();
    assert!(again.contains("waren al bij"), "{again}");
    let anew = place.run(&["views", "rebuild"]).ok();
    assert!(anew.contains("u vroeg erom"), "{anew}");
    let after = place.run(&["views", "status", "--json"]).json();
    assert_eq!(
        (&after["standing"], &after["lag"]),
        (&"up_to_date".into(), &0.into())
    );
    assert_eq!(after["next"], after["head"]);
    let tables = after["tables"].as_array().unwrap();
    let trajectories = tables
        .iter()
        .find(|one| one["name"] == "trajectories")
        .unwrap();
    // The demonstration has twelve cases.
    assert_eq!(trajectories["rows"], 12);
    let page = place.run(&["views", "status"]).ok();
    assert!(
        page.contains("De tabellen zijn bij.") && page.contains("decisions"),
        "{page}"
    );
}

#[test]
fn a_question_is_answered_and_recorded_with_its_purpose() {
    let place = Place::demo();
    let head = place.run(&["log", "info", "--json"]).json()["events"]
        .as_u64()
        .unwrap();
    let count = "SELECT COUNT(*) AS n, MAX(kind) AS kind FROM decisions";
    let asked = sql(&place, &[count, "--json"]);
    assert!(asked.err.contains("zonder bescherming"), "{}", asked.err);
    let answer = asked.json();
    assert_eq!(answer["columns"], serde_json::json!(["n", "kind"]));
    assert!(answer["rows"][0][0].as_u64().unwrap() >= 12, "{answer}");
    assert_eq!(
        (&answer["cut"], &answer["protected"]),
        (&serde_json::Value::Null, &false.into())
    );
    let read = place
        .run(&[
            "log",
            "read",
            "--from",
            &head.to_string(),
            "--words",
            "--json",
        ])
        .ok();
    assert!(
        read.contains("export_made") && read.contains("jaarverslag"),
        "{read}"
    );
    // Known then: nothing was recorded in the demonstration before 2020.
    let then = sql(&place, &[count, "--json", "--known-at", "2020-01-01"]).json();
    assert_eq!(then["rows"][0][0], 0);
    std::fs::write(
        place.path().join("vraag.sql"),
        "SELECT 1 AS een, '=2+3' AS som;\n",
    )
    .unwrap();
    let csv = sql(&place, &["--file", "vraag.sql", "--format", "csv"]).ok();
    assert_eq!(csv, "een,som\r\n1,'=2+3\r\n");
    let page = sql(&place, &["SELECT 1 AS een"]).ok();
    assert!(page.contains("1 rij"), "{page}");
}

#[test]
fn who_asks_without_purpose_or_role_gets_nothing() {
    let place = Place::demo();
    let told = place.run(&["sql", "SELECT 1"]);
    assert_eq!(told.code, 2, "{}", told.err);
    assert!(told.err.contains("--purpose"), "{}", told.err);
    let counsellor = [
        "sql",
        "SELECT 1",
        "--purpose",
        "Zomaar eens kijken.",
        "--actor",
        "TB-1",
        "--role",
        "TB",
    ];
    let told = place.run(&counsellor);
    assert_eq!((told.code, told.out.as_str()), (3, ""), "{}", told.err);
    let writer = Book::open(&place.book(), Access::Write).unwrap();
    let told = sql(&place, &["SELECT 1"]);
    assert_eq!((told.code, told.out.as_str()), (4, ""), "{}", told.err);
    writer.close().unwrap();
}

#[test]
fn an_answer_that_is_cut_short_says_so_and_does_not_end_well() {
    let place = Place::demo();
    let cut = sql(
        &place,
        &[
            "SELECT day FROM days",
            "--limit-rows",
            "3",
            "--format",
            "csv",
        ],
    );
    assert_eq!(cut.code, 1, "{}", cut.err);
    assert_eq!(cut.out.lines().count(), 4);
    assert!(cut.err.contains("niet compleet"), "{}", cut.err);
    let endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) \
                   SELECT COUNT(*) FROM n";
    let cut = sql(&place, &[endless, "--limit-seconds", "1", "--json"]);
    assert_eq!(cut.code, 1, "{}", cut.err);
    let answer: serde_json::Value = serde_json::from_str(&cut.out).unwrap();
    assert_eq!(answer["cut"], "time");
}

#[test]
fn what_may_not_be_asked_is_refused_and_what_is_wrong_is_told() {
    let place = Place::demo();
    for query in [
        "SELECT * FROM comparisons",
        "SELECT * FROM all_comparisons",
        "SELECT * FROM case_raters",
        "DELETE FROM all_decisions",
        "ATTACH 'elders.sqlite' AS x",
        "PRAGMA user_version = 7",
        "SELECT sql FROM sqlite_schema",
    ] {
        let told = sql(&place, &[query, "--json"]).error(3);
        assert!(
            told["what"].as_str().unwrap().contains("mag niet"),
            "{query}: {told}"
        );
    }
    for query in [
        "SELEKT 1",
        "SELECT * FROM besluiten",
        "SELECT 1; SELECT 2",
        "",
    ] {
        let told = sql(&place, &[query, "--json"]).error(2);
        assert!(
            told["next"].as_str().unwrap().contains("--tables"),
            "{query}: {told}"
        );
    }
}

#[test]
fn the_tables_are_listed_without_a_book() {
    let place = Place::empty();
    let all = place.run(&["sql", "--tables"]).ok();
    assert!(all.contains("decisions") && all.contains("days"), "{all}");
    assert!(
        !all.contains("comparisons") && !all.contains("case_raters"),
        "{all}"
    );
    let one = place
        .run(&["sql", "--tables", "decisions", "--json"])
        .json();
    let columns = one["tables"][0]["columns"].as_array().unwrap();
    assert_eq!(columns[0]["name"], "position");
    assert!(columns.iter().any(|column| column["name"] == "triangle"));
    let told = place
        .run(&["sql", "--tables", "besluiten", "--json"])
        .error(2);
    assert!(
        told["what"].as_str().unwrap().contains("besluiten"),
        "{told}"
    );
}
