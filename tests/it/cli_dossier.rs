//! The commands about dossiers, run as a person runs them.

use super::cli_support::Place;

#[test]
fn init_says_where_the_key_is_and_does_not_do_it_twice() {
    let place = Place::empty();
    let out = place
        .run(&[
            "init",
            "--municipality",
            "Rietdam",
            "--key-file",
            "apart/sleutel",
        ])
        .ok();
    assert!(out.contains("apart/sleutel"), "{out}");
    assert!(place.path().join("apart/sleutel").exists());
    let again = place.run(&["init"]);
    assert_eq!(again.code, 4, "{}", again.err);
    assert!(
        again.err.contains("Er is niets veranderd."),
        "{}",
        again.err
    );
}

#[test]
fn the_demonstration_reads_well_and_can_be_done_twice() {
    let place = Place::empty();
    let out = place.run(&["demo"]).ok();
    for wanted in [
        "ZAAK-012",
        "regel R24",
        "regel R03",
        "Zo kan het wel",
        "Waardendriehoek",
        "log check",
    ] {
        assert!(out.contains(wanted), "{wanted}");
    }
    assert!(!out.contains('\u{1b}'), "no colours when nobody looks");
    assert!(!out.contains('«'), "a text is missing");
    let widest = out.lines().map(|line| line.chars().count()).max();
    assert!(widest <= Some(110), "{widest:?}");
    let again = place.run(&["demo"]).ok();
    assert!(again.contains("weegboek-demo-2"), "{again}");
    // What it says can be tried, must work.
    for line in out
        .lines()
        .filter(|line| line.starts_with("    ") && line.contains(" --book "))
    {
        let (_, args) = line.split_once(" --book ").unwrap();
        let args: Vec<&str> = ["--book"].into_iter().chain(args.split(' ')).collect();
        place.run(&args).ok();
    }
}

#[test]
fn the_list_shows_what_was_known_then() {
    let place = Place::demo();
    assert!(place.run(&["dossier", "list"]).ok().contains("12 dossiers"));
    let then = place
        .run(&["dossier", "list", "--known-at", "2025-02-10", "--json"])
        .json();
    let first = &then["dossiers"]
        .as_array()
        .unwrap()
        .iter()
        .find(|one| one["number"] == "ZAAK-001")
        .unwrap();
    assert_eq!(
        (first["steps"].clone(), first["closed_on"].clone()),
        (6.into(), serde_json::Value::Null)
    );
    assert!(first["last_recorded_at"].as_str().unwrap() < "2025-02-11");
    let closed = place
        .run(&["dossier", "list", "--closed", "--team", "Noord", "--json"])
        .json();
    assert_eq!(closed["dossiers"].as_array().unwrap().len(), 1);
}

#[test]
fn the_state_says_what_was_decided_and_what_was_not_discussed() {
    let place = Place::demo();
    let out = place.run(&["dossier", "show", "ZAAK-003"]).ok();
    assert!(out.contains("wet/middelen/zelfregie: ja/ja/nee"), "{out}");
    assert!(
        out.contains("Betwist in stap 4, heroverwogen in stap 8"),
        "{out}"
    );
    assert!(out.contains("niet besproken"), "{out}");
    let json = place.run(&["dossier", "show", "ZAAK-001", "--json"]).json();
    assert_eq!(
        json["decisions"][0]["profile"],
        serde_json::json!(["ja", "ja", "ja"])
    );
    assert_eq!(json["decisions"][0]["led_by_lead"], true);
}

#[test]
fn the_story_marks_corrections_and_closes_what_is_shielded() {
    let place = Place::demo();
    let out = place.run(&["dossier", "story", "ZAAK-012"]).ok();
    assert!(
        out.contains("Verbeterd in stap 6. Hier stond: ‘Cliënt is niet gemotiveerd.’"),
        "{out}"
    );
    assert!(
        out.contains("Vraag van de cliënt        afgeschermd"),
        "{out}"
    );
    assert!(!out.contains('«'), "{out}");
    let then = place
        .run(&["dossier", "story", "ZAAK-012", "--known-at", "2025-01-31"])
        .ok();
    assert!(
        then.contains("Later verbeterd") && then.contains("‘Cliënt is niet gemotiveerd.’"),
        "{then}"
    );
    let json = place
        .run(&["dossier", "story", "ZAAK-001", "--weighing", "1", "--json"])
        .json();
    assert_eq!(json["steps"][0]["event"], "decision_taken");
    assert_eq!(
        place
            .run(&["dossier", "story", "ZAAK-001", "--weighing", "9"])
            .code,
        2
    );
}

#[test]
fn every_story_and_state_has_all_its_texts_in_both_languages() {
    let place = Place::demo();
    for number in 1..=12 {
        let number = format!("ZAAK-{number:03}");
        for verb in ["show", "story"] {
            for lang in ["nl", "en"] {
                let out = place.run(&["--lang", lang, "dossier", verb, &number]).ok();
                assert!(!out.contains('«'), "{number} {verb} {lang}: {out}");
            }
        }
    }
}

#[test]
fn opening_a_dossier_is_refused_until_it_is_whole() {
    let place = Place::empty();
    place.run(&["init", "--municipality", "Rietdam"]).ok();
    let refused = place.run(&["--json", "dossier", "open", "A-1"]);
    let told = refused.error(2);
    assert!(
        told["refusals"]
            .as_array()
            .unwrap()
            .iter()
            .any(|one| one["field"] == "question")
    );
    let open = [
        "dossier",
        "open",
        "A-1",
        "--question",
        "Ik zoek werk.",
        "--purpose",
        "Samen zoeken naar werk.",
        "--actor",
        "TB-01",
        "--role",
        "TB",
    ];
    let mut wrong = open.to_vec();
    wrong[10] = "LE";
    let told = place.run(&[&["--json"], &wrong[..]].concat()).error(3);
    assert_eq!(told["refusals"][0]["rule"], "R27");
    assert!(!told["refusals"][0]["remedy"].as_str().unwrap().is_empty());
    place.run(&open).ok();
    let list = place.run(&["dossier", "list", "--json"]).json();
    assert_eq!(list["dossiers"][0]["lead"], "TB-01");
}
