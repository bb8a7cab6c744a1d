//! `record` from flags and from JSON.

use super::record_support::{TestBook, code, err, json, lines, out};

const PERSON: [&str; 8] = [
    "--dossier",
    "ZAAK-010",
    "--actor",
    "TB-23",
    "--role",
    "TB",
    "--team",
    "Duin",
];

fn args<'a>(event: &'a str, more: &[&'a str]) -> Vec<&'a str> {
    let mut args = vec!["record", event];
    args.extend(PERSON);
    args.extend(more);
    args
}

#[test]
fn flags_make_a_form_and_the_receipt_is_one_clear_sentence() {
    let book = TestBook::with_case("ZAAK-010", 3);
    let output = book.run(
        &args(
            "goal_set",
            &[
                "--goal",
                "Tien dingen repareren.",
                "--formulated-by",
                "client",
                "--near_step",
                "Een radio.",
                "--by-when",
                "2099-01-01",
                "--client_words",
                "Dat wil ik.",
                "--client_confirms",
                "ja",
            ],
        ),
        "",
    );
    assert_eq!(code(&output), 0, "{}", err(&output));
    let said = out(&output);
    assert!(
        said.contains("is vastgelegd in ZAAK-010 als stap 4"),
        "{said}"
    );
    assert!(err(&output).contains("Vandaag telt"), "{}", err(&output));
}

#[test]
fn records_in_lists_are_json_or_keys_with_values() {
    let book = TestBook::with_case("ZAAK-010", 3);
    let topic = [
        "--topic",
        "Wat nu?",
        "--options",
        "option=Repaircafé;pros=Mensen\\; en rust;cons=Geen geld;cost_eur=250",
        "--options",
        r#"{"option":"Cursus","pros":"Papier","cons":"Weinig nieuws"}"#,
        "--options",
        "option=Niets doen;kind=niets_doen;pros=Rust;cons=Alleen",
        "--json",
        "--dry-run",
    ];
    let shown = json(&book.run(&args("options_presented", &topic), ""));
    let options = shown["data"]["options"].as_array().unwrap();
    assert_eq!(options[0]["pros"], "Mensen; en rust");
    assert_eq!(options[0]["cost_eur"], 250);
    assert_eq!(options[1]["option"], "Cursus");
    assert_eq!(options[2]["kind"], "niets_doen");
    let output = book.run(&args("options_presented", &["--options", "zomaar wat"]), "");
    assert_eq!(code(&output), 2, "{}", err(&output));
    assert!(err(&output).contains("naam=waarde"), "{}", err(&output));
}

#[test]
fn a_dry_run_shows_what_would_be_recorded_and_writes_nothing() {
    let book = TestBook::with_case("ZAAK-010", 16);
    let before = book.events();
    let line = lines("ZAAK-010").remove(15);
    let input = line.to_value().to_string();
    let output = book.run(&["record", "decision_taken", "--dry-run", "-"], &input);
    assert_eq!(code(&output), 0, "{}", err(&output));
    let said = out(&output);
    assert!(
        said.contains("Dit zou worden vastgelegd: Besluit genomen"),
        "{said}"
    );
    assert!(said.contains("Er is niets veranderd."), "{said}");
    assert_eq!(book.events(), before);
}

#[test]
fn a_whole_line_comes_from_standard_input_and_its_id_makes_repeating_harmless() {
    let book = TestBook::with_case("ZAAK-010", 15);
    let line = lines("ZAAK-010").remove(15);
    let input = line.to_value().to_string();
    let first = json(&book.run(&["record", "decision_taken", "--json", "-"], &input));
    assert_eq!(first["was_there"], false);
    let second = json(&book.run(&["record", "decision-taken", "--json", "-"], &input));
    assert_eq!(second["was_there"], true);
    assert_eq!(second["id"], first["id"]);
    assert_eq!(second["position"], first["position"]);
    let changed = book.run(
        &["record", "decision_taken", "--kind", "wachten", "-"],
        &input,
    );
    assert_eq!(code(&changed), 4, "{}", err(&changed));
}

#[test]
fn only_the_content_as_json_takes_the_rest_from_flags_and_flags_go_first() {
    let book = TestBook::with_case("ZAAK-010", 15);
    let line = lines("ZAAK-010").remove(15);
    let data = serde_json::Value::Object(line.data).to_string();
    let shown = json(&book.run(
        &args(
            "decision_taken",
            &[
                "--json",
                "--dry-run",
                "--triangle.wet.verdict",
                "onduidelijk",
                "--options.set",
                "#14",
                "-",
            ],
        ),
        &data,
    ));
    assert_eq!(shown["data"]["triangle"]["wet"]["verdict"], "onduidelijk");
    assert_eq!(shown["data"]["triangle"]["middelen"]["verdict"], "ja");
    assert_eq!(shown["common"]["actor"], "TB-23");
    assert_eq!(shown["dossier"], "ZAAK-010");
    let other = book.run(
        &["record", "goal_set", "-"],
        r#"{"event":"lead_assigned","data":{}}"#,
    );
    assert_eq!(code(&other), 2);
    assert!(
        err(&other).contains("voor een andere stap"),
        "{}",
        err(&other)
    );
}

#[test]
fn every_refusal_is_told_at_once() {
    let book = TestBook::with_case("ZAAK-010", 3);
    let output = book.run(
        &args("decision_taken", &["--why", "Kort.", "--kind", "zomaar"]),
        "",
    );
    assert_eq!(code(&output), 3, "{}", err(&output));
    for rule in ["R01", "R02", "R05", "R06", "R07"] {
        assert!(err(&output).contains(rule), "{rule}: {}", err(&output));
    }
}

#[test]
fn a_stale_version_is_refused_with_its_rule() {
    let book = TestBook::with_case("ZAAK-010", 3);
    let words = [
        "--words",
        "Het gaat goed.",
        "--voiced_by",
        "zelf",
        "--expected-version",
    ];
    let with = |version: &'static str| {
        let mut all = words.to_vec();
        all.push(version);
        book.run(&args("client_voice_recorded", &all), "")
    };
    let stale = with("1");
    assert_eq!(code(&stale), 3, "{}", err(&stale));
    assert!(err(&stale).contains("R28"), "{}", err(&stale));
    assert_eq!(code(&with("2")), 0);
    let again = with("2");
    assert_eq!(code(&again), 3, "{}", err(&again));
}

#[test]
fn the_help_of_an_event_shows_its_fields_with_their_codes() {
    let book = TestBook::with_case("ZAAK-010", 0);
    let output = book.run(&["record", "decision_taken", "--help"], "");
    assert_eq!(code(&output), 0, "{}", err(&output));
    let said = out(&output);
    for part in [
        "--triangle.wet.verdict",
        "Mag het van de wet?",
        "moet, R02",
        "toekenning",
        "--alternatives",
    ] {
        assert!(said.contains(part), "{part}: {said}");
    }
    assert!(!said.contains('«'), "{said}");
    let all = out(&book.run(&["record", "--help"], ""));
    assert!(
        all.contains("goal_set") && !all.contains("step_imported"),
        "{all}"
    );
}
