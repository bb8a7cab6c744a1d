//! What the twelve cases must show (domain.md §6, *Verwacht*), through the work list and the
//! commands.

use serde_json::Value;
use weegboek::base::Timestamp;
use weegboek::book::worklist::{Filter, Item, SignalKind, State, WorkList};

use crate::cli_support::Place;
use crate::signals_support::day;
use crate::support::demo;

fn moment(text: &str) -> Timestamp {
    text.parse().unwrap()
}

fn list(dossier: &str, on: &str) -> WorkList {
    demo()
        .work_list(&Filter {
            on: Some(day(on)),
            dossier: Some(dossier.to_owned()),
            ..Filter::default()
        })
        .unwrap()
}

/// Days, number and step of the signals of a kind in a dossier, past ones too.
fn found(dossier: &str, kind: SignalKind) -> Vec<String> {
    let list = list(dossier, "2026-06-30");
    let of_kind = list.items.iter().filter(|item| item.signal.kind == kind);
    of_kind.map(written).collect()
}

fn written(item: &Item) -> String {
    let until = item.signal.until.map(|day| day.to_string());
    let number = item.signal.number.map(|number| format!(" {number}"));
    let event = item.about.as_ref().map(|about| about.event.name());
    format!(
        "{}..{}{} {}",
        item.signal.since,
        until.unwrap_or_default(),
        number.unwrap_or_default(),
        event.unwrap_or("whole")
    )
}

const NOTHING: [&str; 0] = [];

/// F01 since 15 April, F02 since 20 May with 113 days at the end, F21, and F04 for there is no E04.
#[test]
fn case_002_shows_the_passed_limit() {
    let case = "ZAAK-002";
    let review = ["2025-04-15..2025-09-09 instrument_started"];
    assert_eq!(found(case, SignalKind::ReviewPassed), review);
    let limit = ["2025-05-20..2025-09-10 113 instrument_started"];
    assert_eq!(found(case, SignalKind::LimitPassed), limit);
    let skills = ["2025-02-24.. 2 instrument_started"];
    assert_eq!(found(case, SignalKind::SkillsOnly), skills);
    let before = ["2025-02-24.. instrument_started"];
    assert_eq!(found(case, SignalKind::InstrumentBeforePerspective), before);
    // 106 days over on the day of the finding, counted from the limit.
    let on = list(case, "2025-09-02");
    let limit = on
        .items
        .iter()
        .find(|item| item.signal.kind == SignalKind::LimitPassed)
        .unwrap();
    assert_eq!(limit.signal.days_on(on.on), 106);
}

/// F06, F23 and F32 at step 3, all ended by the changed decision of 14 April.
#[test]
fn case_003_shows_the_contested_decision() {
    let expected = ["2025-03-17..2025-04-14 decision_taken"];
    for kind in [
        SignalKind::NoRealOptions,
        SignalKind::CornerOverridden,
        SignalKind::YesOutOfDependence,
    ] {
        assert_eq!(found("ZAAK-003", kind), expected, "{}", kind.slug());
    }
}

/// A cold handover; the shoes came 21 days after it, within thirty; no baseline at step 10.
#[test]
fn case_004_shows_the_cold_handover() {
    let expected = ["2025-01-06.. case_handed_over"];
    assert_eq!(found("ZAAK-004", SignalKind::LostPromise), expected);
    let expected = ["2025-01-20.. client_voice_recorded"];
    assert_eq!(found("ZAAK-004", SignalKind::NewProblem), expected);
    let expected = ["2025-09-01.. effect_measured"];
    assert_eq!(found("ZAAK-004", SignalKind::NoBaseline), expected);
}

/// F16, F17, and F19: from 4 to 1.
#[test]
fn case_005_shows_the_visit() {
    let visit = ["2025-03-18.. investigation_visit_recorded"];
    assert_eq!(found("ZAAK-005", SignalKind::VisitNotAligned), visit);
    assert_eq!(found("ZAAK-005", SignalKind::VisitWithoutConsent), visit);
    let trust = ["2025-03-19.. 3 client_voice_recorded"];
    assert_eq!(found("ZAAK-005", SignalKind::TrustFell), trust);
}

/// F15 at step 3, for the unit that wrote it; F06 at step 7; help came the day after the report.
#[test]
fn case_006_shows_the_letter() {
    let letter = ["2025-01-09.. 2 letter_sent"];
    assert_eq!(found("ZAAK-006", SignalKind::PressingLetter), letter);
    let whole = list("ZAAK-006", "2025-02-01");
    let mut items = whole.items.iter();
    let letter = items.find(|item| item.signal.kind == SignalKind::PressingLetter);
    let unit = letter.unwrap().signal.unit.as_ref().unwrap();
    assert_eq!(unit.0, "afdeling Inkomen");
    let decision = ["2025-01-13.. decision_taken"];
    assert_eq!(found("ZAAK-006", SignalKind::NoRealOptions), decision);
    for kind in [
        SignalKind::DemandDuringUrgency,
        SignalKind::UrgencyWithoutHelp,
    ] {
        assert_eq!(found("ZAAK-006", kind), NOTHING);
    }
}

/// F07, and no F02; F13 stays away because there was a zero measurement.
#[test]
fn case_007_shows_another_choice() {
    let expected = ["2025-04-29.. decision_taken"];
    assert_eq!(found("ZAAK-007", SignalKind::ChoiceNotPreferred), expected);
    assert_eq!(found("ZAAK-007", SignalKind::LimitPassed), NOTHING);
    assert_eq!(found("ZAAK-007", SignalKind::NoBaseline), NOTHING);
    assert_eq!(found("ZAAK-007", SignalKind::ReviewPassed), NOTHING);
}

/// F26 between the teams until the measure became a warning; F06 for a measure without warning
/// and talk; the client contested before the day on which they would be asked, so no F35.
#[test]
fn case_009_shows_like_cases() {
    let expected = ["2025-06-18..2025-07-08 decision_taken"];
    for kind in [
        SignalKind::LikeCaseDecidedDifferently,
        SignalKind::NoRealOptions,
        SignalKind::CornerOverridden,
    ] {
        assert_eq!(found("ZAAK-009", kind), expected, "{}", kind.slug());
    }
    assert_eq!(
        found("ZAAK-009", SignalKind::ClientViewStillUnknown),
        NOTHING
    );
    assert_eq!(
        found("ZAAK-008", SignalKind::LikeCaseDecidedDifferently),
        NOTHING
    );
}

/// A complete weighing, nothing to ask about it; being still in place needs no baseline.
#[test]
fn cases_001_and_010_show_how_it_can_be() {
    for case in ["ZAAK-001", "ZAAK-010"] {
        for kind in [
            SignalKind::NoRealOptions,
            SignalKind::ChoiceNotPreferred,
            SignalKind::NoTimeToThink,
            SignalKind::NoBaseline,
            SignalKind::CornerOverridden,
            SignalKind::GoalByProfessional,
            SignalKind::LeadUnclear,
            SignalKind::LimitPassed,
            SignalKind::ReviewPassed,
            SignalKind::NoMeaning,
        ] {
            assert_eq!(found(case, kind), NOTHING, "{case} {}", kind.slug());
        }
    }
}

/// F14 at step 2, solved by step 6.
#[test]
fn case_012_shows_the_corrected_wording() {
    let expected = ["2025-01-22..2025-02-12 1 conversation_held"];
    assert_eq!(found("ZAAK-012", SignalKind::PositionalWording), expected);
}

/// What is on the list follows from what was known.
#[test]
fn the_list_is_as_known_at_a_moment() {
    let filter = |known_at: &str| Filter {
        on: Some(day("2025-02-20")),
        known_at: Some(moment(known_at)),
        kind: Some(SignalKind::PositionalWording),
        ..Filter::default()
    };
    let book = demo();
    let before = book.work_list(&filter("2025-02-10")).unwrap();
    assert_eq!(before.items.len(), 1);
    assert_eq!(before.items[0].state, State::Open);
    let after = book.work_list(&filter("2025-02-20")).unwrap();
    assert_eq!(after.items[0].state, State::Past);
    let earlier = book.work_list(&filter("2025-01-20")).unwrap();
    assert!(earlier.items.is_empty());
}

#[test]
fn the_commands_list_show_and_explain() {
    let place = Place::demo();
    let run = |args: &[&str]| place.run(args);
    let on = ["--on", "2025-09-08", "--known-at", "2025-09-08"];
    let mut args = vec![
        "--book", "boek", "--json", "signals", "list", "--team", "Zuid",
    ];
    args.extend(on);
    let list = run(&args).json();
    let signals = list["signals"].as_array().unwrap();
    let limit = signals
        .iter()
        .find(|one| one["signal"] == "limit_passed")
        .unwrap();
    assert_eq!(limit["dossier"], "ZAAK-002");
    assert_eq!(limit["about"]["step"], 4);
    assert_eq!(limit["principle"], "P10");
    assert_eq!(limit["days"], 112);
    assert_eq!(limit["until"], Value::Null);
    assert!(
        signals
            .iter()
            .all(|one| one["team"] == "Zuid" && one["state"] == "open")
    );
    // Nobody's code is on the list, in either form.
    args.retain(|arg| *arg != "--json");
    let page = run(&args).ok();
    assert!(page.contains("112 dagen over de grens"), "{page}");
    for text in [page, list.to_string()] {
        assert!(!text.contains("TB-09") && !text.contains("TM-"), "{text}");
    }
    let page = run(&["--book", "boek", "signals", "show", "ZAAK-002"]).ok();
    assert!(
        page.contains("113 dagen over de grens") && page.contains("voorbij"),
        "{page}"
    );
    let page = run(&["--book", "boek", "signals", "explain", "F12"]).ok();
    assert!(
        page.contains("Het is lang stil") && page.contains("klantmanager"),
        "{page}"
    );
    let all = run(&["--book", "boek", "--json", "signals", "explain"]).json();
    assert_eq!(all["signals"].as_array().unwrap().len(), 35);
    assert!(
        !run(&["--book", "boek", "signals", "explain"])
            .ok()
            .contains('«')
    );
    run(&["--book", "boek", "--json", "signals", "explain", "nergens"]).error(2);
    run(&["--book", "boek", "--json", "signals", "show", "ZAAK-999"]).error(2);
}

#[test]
fn an_answer_takes_a_signal_off_the_open_list() {
    let place = Place::demo();
    let line = r#"{"event":"signal_answered","dossier":"ZAAK-007","occurred_on":"2025-09-10","actor":"TB-32","role":"TB","municipality":"Kruisveld","team":"Werkplein","data":{"signal":"choice_not_preferred","about":"ZAAK-007/6","answer":"deels","reason":"We hebben het samen nog eens bekeken."}}"#;
    std::fs::write(place.path().join("antwoord.jsonl"), line).unwrap();
    place
        .run(&["--book", "boek", "import", "dossiers", "antwoord.jsonl"])
        .ok();
    let list = |extra: &str| {
        let mut args = vec!["--book", "boek", "--json", "signals", "list", "--kind"];
        args.push("choice_not_preferred");
        args.extend(extra.split_whitespace());
        place.run(&args).json()["signals"].clone()
    };
    assert_eq!(list("").as_array().unwrap().len(), 0);
    let answered = list("--answered");
    assert_eq!(answered[0]["state"], "answered");
    assert_eq!(answered[0]["answered"]["position"], "deels");
    assert_eq!(list("--on 2025-09-09").as_array().unwrap().len(), 1);
}

#[test]
fn terms_come_soonest_first() {
    let place = Place::demo();
    let args = [
        "--book",
        "boek",
        "--json",
        "terms",
        "--on",
        "2024-12-20",
        "--known-at",
    ];
    let args = [&args[..], &["2024-12-20"]].concat();
    let terms = place.run(&args).json();
    let terms = terms["terms"].as_array().unwrap();
    let due: Vec<_> = terms
        .iter()
        .map(|term| term["due"].as_str().unwrap())
        .collect();
    assert!(due.is_sorted(), "{due:?}");
    let promise = terms.iter().find(|term| term["term"] == "promise").unwrap();
    assert_eq!(
        (&promise["dossier"], &promise["due"]),
        (&"ZAAK-004".into(), &"2024-12-15".into())
    );
    assert_eq!(promise["settled"], Value::Null);
    let page = place
        .run(&["--book", "boek", "terms", "--dossier", "ZAAK-004", "--all"])
        .ok();
    assert!(
        page.contains("belofte") && page.contains("gedaan op 2025-01-27"),
        "{page}"
    );
    assert!(!page.contains("TB-"), "{page}");
}

/// A signal about an entry of which a fact is shielded would tell that fact: it is on no list.
#[test]
fn what_is_shielded_raises_no_signal() {
    let place = Place::demo();
    let args = ["--book", "boek", "--json", "signals", "show", "ZAAK-007"];
    let chosen = |place: &Place| {
        let shown = place.run(&args).json();
        let signals = shown["signals"].as_array().unwrap().clone();
        let about = |one: &Value| one["signal"] == "choice_not_preferred";
        signals.into_iter().filter(about).count()
    };
    assert_eq!(chosen(&place), 1);
    let line = r#"{"event":"entry_shielded","dossier":"ZAAK-007","occurred_on":"2025-09-10","actor":"TM-04","role":"TM","municipality":"Kruisveld","team":"Werkplein","data":{"target":"ZAAK-007/6","fields":["options.chosen"],"ground":"De cliënt vroeg erom."}}"#;
    std::fs::write(place.path().join("afscherming.jsonl"), line).unwrap();
    let import = ["--book", "boek", "import", "dossiers", "afscherming.jsonl"];
    place.run(&import).ok();
    assert_eq!(chosen(&place), 0);
}
