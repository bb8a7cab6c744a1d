//! Draws repeat from what is recorded, and nobody is asked to read their own case.

use serde_json::Value;
use weegboek::base::Timestamp;
use weegboek::book::{Access, Book, Recording};
use weegboek::exchange::Line;

use crate::audit_support::{Audited, ON, RATERS};

fn again(audited: &Audited) -> Value {
    audited
        .audit(&["draw", "toets", "--again", "--json"])
        .json()["draws"]
        .clone()
}

fn numbers(draw: &Value) -> Vec<String> {
    let all = draw["numbers"].as_array().unwrap().iter();
    all.map(|one| one.as_str().unwrap().to_owned()).collect()
}

/// Records a line of the worked cases under another id and with other words.
fn record(audited: &Audited, json: &str) {
    let book = Book::open(&audited.place.book(), Access::Write).unwrap();
    book.record(&Line::parse(json).unwrap(), &Recording::default())
        .unwrap();
    book.close().unwrap();
}

const LATER: [&str; 4] = [
    r#"{"event":"trajectory_opened","dossier":"ZAAK-900","occurred_on":"2026-02-20","actor":"TB-04","role":"TB","team":"Noord","data":{"question":"Ik wil werken.","purpose":"We zoeken samen naar werk dat past.","lead":"TB-04"}}"#,
    r#"{"event":"conversation_held","dossier":"ZAAK-008","occurred_on":"2026-02-21","actor":"TB-04","role":"TB","data":{"kind":"voortgang","participants":[{"role":"TB"},{"role":"CL"}],"client_words":"geen"}}"#,
    r##"{"event":"entry_corrected","dossier":"ZAAK-009","occurred_on":"2026-02-22","actor":"TB-09","role":"TB","data":{"target":"#2","field":"team","new_value":"Noord","reason":"Verkeerd team.","asked_by":"TB"}}"##,
    r#"{"event":"signal_answered","dossier":"ZAAK-006","occurred_on":"2026-02-23","actor":"TB-07","role":"TB","data":{"signal":"no_real_options","about":"ZAAK-006/7","answer":"eens","reason":"Er was geen tijd."}}"#,
];

#[test]
fn a_draw_repeats_after_later_events_in_another_place_and_by_every_method() {
    for (method, strata) in [
        ("aselect", "team"),
        ("gelaagd", "gemeente"),
        ("naar_risico", "team"),
        ("systematisch", "besluit"),
    ] {
        let audited = Audited::planned(&RATERS, "40", &[]);
        let how = [
            "--method", method, "--strata", strata, "--size", "4", "--json",
        ];
        let drawn = audited.draw(&how).json();
        for line in LATER {
            let book = Book::open(&audited.place.book(), Access::Write).unwrap();
            let outcome = book.record(&Line::parse(line).unwrap(), &Recording::default());
            assert!(outcome.is_ok(), "{line}: {outcome:?}");
            book.close().unwrap();
        }
        let repeated = again(&audited);
        assert_eq!(repeated[0]["same"], true, "{method}: {repeated}");
        assert_eq!(numbers(&repeated[0]), numbers(&drawn), "{method}");
        assert_eq!(repeated[0]["digest"], drawn["draw"]["frame_digest"]);
        // Elsewhere, from a book that was made anew, the same seed draws the same.
        let seed = drawn["draw"]["seed"].as_str().unwrap();
        let elsewhere = Audited::planned(&RATERS, "40", &[]);
        let other = elsewhere
            .draw(&[&how[..], &["--seed", seed]].concat())
            .json();
        assert_eq!(other["numbers"], drawn["numbers"], "{method}");
        assert_eq!(other["draw"]["frame_digest"], drawn["draw"]["frame_digest"]);
        assert_eq!(other["draw"]["cases"], drawn["draw"]["cases"]);
        let copied = elsewhere.draw(&["--again"]);
        assert!(copied.ok().contains("precies hetzelfde"));
    }
}

/// A draw that does not follow from its seed is found.
#[test]
fn a_draw_that_was_made_up_does_not_repeat() {
    let audited = Audited::planned(&RATERS, "0", &[]);
    let dry = audited
        .draw(&["--size", "2", "--dry-run", "--json", "--seed", "1"])
        .json();
    assert_eq!(dry["dry_run"], true);
    assert_eq!(audited.audit(&["draw", "toets", "--again"]).code, 2);
    let mut data = dry["draw"].clone();
    let cases = data["cases"].as_array_mut().unwrap();
    cases.reverse();
    cases[0]["weight"] = Value::from(1.5);
    let line = serde_json::json!({ "event": "cases_drawn", "occurred_on": ON, "actor": "TM-10",
        "role": "TM", "data": data });
    record(&audited, &line.to_string());
    let ran = audited.audit(&["draw", "toets", "--again", "--json"]);
    assert_eq!(ran.code, 1, "{}", ran.out);
    let told: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(told["draws"][0]["same"], false);
}

#[test]
fn what_is_left_out_is_named_and_a_second_draw_tells_its_risk() {
    let audited = Audited::planned(&["TB-04", "AU-01"], "0", &["--read-from", "2025-03-01"]);
    let drawn = audited
        .draw(&["--strata", "gemeente", "--size", "3", "--json"])
        .json();
    assert_eq!(drawn["left_out"]["recently-seen"], 2);
    // ZAAK-001 and ZAAK-008 are those of TB-04: the other one reads them.
    let cases = drawn["draw"]["cases"].as_array().unwrap();
    for (case, number) in cases.iter().zip(drawn["numbers"].as_array().unwrap()) {
        if ["ZAAK-001", "ZAAK-008"].contains(&number.as_str().unwrap()) {
            assert_eq!(case["rater"], "AU-01");
        }
    }
    assert!(drawn["risk_of_looking_again"].is_null());
    let more = audited
        .draw(&["--strata", "gemeente", "--size", "50", "--json"])
        .json();
    assert_eq!(more["left_out"]["drawn-before"], 3);
    let first = numbers(&drawn);
    assert!(numbers(&more).iter().all(|one| !first.contains(one)));
    assert!(
        again(&audited)
            .as_array()
            .unwrap()
            .iter()
            .all(|one| one["same"] == true)
    );

    let own = Audited::planned(&["TB-04"], "0", &[]);
    let drawn = own.draw(&["--json"]).json();
    assert_eq!(drawn["left_out"]["own-case"], 2, "{drawn}");
    let refused = own.draw(&["--case", "ZAAK-001", "--json"]);
    refused.error(2);
}

/// Targeted cases come beside the draw and never to their own taker.
#[test]
fn signals_point_at_cases_beside_the_draw() {
    let audited = Audited::planned(&["TB-09", "AU-01"], "0", &[]);
    let drawn = audited
        .draw(&[
            "--size",
            "1",
            "--strata",
            "gemeente",
            "--targeted",
            "20",
            "--seed",
            "7",
            "--json",
        ])
        .json();
    let pointed = drawn["draw"]["targeted"].as_array().unwrap();
    assert!(pointed.len() > 5, "{drawn}");
    let numbers = drawn["targeted"].as_array().unwrap();
    for (one, number) in pointed.iter().zip(numbers) {
        if ["ZAAK-002", "ZAAK-009"].contains(&number["number"].as_str().unwrap()) {
            assert_eq!(one["rater"], "AU-01", "{drawn}");
        }
    }
    assert!(
        numbers.iter().any(|one| one["number"] == "ZAAK-002"),
        "seen lately, pointed at"
    );
}

#[test]
fn the_moment_of_the_draw_is_a_place_in_the_log() {
    let audited = Audited::planned(&RATERS, "0", &[]);
    let drawn = audited.draw(&["--size", "2", "--json"]).json();
    let until = drawn["draw"]["frame_until"].as_u64().unwrap();
    let book = Book::open(&audited.place.book(), Access::Read).unwrap();
    let round = book.audit_round(None, "toets").unwrap();
    assert_eq!(
        round.draws[0].position.0, until,
        "the draw itself is the first not read"
    );
    assert!(book.now() > Timestamp(0));
}
