//! The commands about the log, the key, import and export, and how trouble is told.

use super::cli_support::Place;
use weegboek::book::{Access, Book};

#[test]
fn the_log_is_shown_and_checked() {
    let place = Place::demo();
    let info = place.run(&["log", "info", "--json"]).json();
    assert_eq!(info["events"], 164);
    let out = place
        .run(&[
            "log",
            "read",
            "--type",
            "decision_taken",
            "--json",
            "--limit",
            "3",
            "--backward",
        ])
        .ok();
    let positions: Vec<u64> = out
        .lines()
        .map(|line| {
            serde_json::from_str::<serde_json::Value>(line).unwrap()["position"]
                .as_u64()
                .unwrap()
        })
        .collect();
    assert!(
        positions.len() == 3 && positions.is_sorted_by(|one, other| one > other),
        "{positions:?}"
    );
    let one = place
        .run(&["log", "read", "--stream", "ZAAK-001", "--facts"])
        .ok();
    assert_eq!(one.lines().count(), 13);
    assert!(
        one.contains("\"closed\":\"not_opened\"") && !one.contains("brommer"),
        "facts hold no words"
    );
    let live = place
        .run(&["log", "read", "--follow", "--limit", "160"])
        .ok();
    assert_eq!(live.lines().count(), 160);
    assert!(place.run(&["log", "check"]).ok().contains("Het log klopt"));
}

#[test]
fn without_the_key_the_log_is_listed_and_says_why_it_stays_closed() {
    let place = Place::demo();
    let key = place.book().join("key/kek");
    std::fs::rename(&key, place.path().join("elders")).unwrap();
    let read = place.run(&["log", "read", "--limit", "1"]);
    assert!(
        read.out.contains("dicht: de sleutel ontbreekt"),
        "{}",
        read.out
    );
    assert!(read.err.contains("kek"), "{}", read.err);
    assert!(place.run(&["log", "check"]).ok().contains("Het log klopt"));
    let told = place.run(&["--json", "dossier", "list"]).error(6);
    assert!(
        told["next"].as_str().unwrap().contains("sleutelbestand"),
        "{told}"
    );
}

#[test]
fn damage_is_named_and_nothing_is_repaired() {
    let place = Place::demo();
    let folder = place.book().join("log/segments");
    let segment = std::fs::read_dir(folder)
        .unwrap()
        .next()
        .unwrap()
        .unwrap()
        .path();
    let mut bytes = std::fs::read(&segment).unwrap();
    bytes[5_000] ^= 1;
    std::fs::write(&segment, &bytes).unwrap();
    let check = place.run(&["log", "check"]);
    assert_eq!(check.code, 5, "{}", check.err);
    assert!(
        check.out.contains("byte") && check.out.contains("Gevolg:"),
        "{}",
        check.out
    );
    let json = place.run(&["log", "check", "--json"]);
    let told: serde_json::Value = serde_json::from_str(&json.out).unwrap();
    assert!(told["damages"][0]["offset"].is_u64(), "{told}");
    assert_eq!(std::fs::read(&segment).unwrap(), bytes);
}

#[test]
fn a_second_writer_is_refused_and_reading_goes_on() {
    let place = Place::demo();
    let writer = Book::open(&place.book(), Access::Write).unwrap();
    let told = place.run(&["--json", "dossier", "open", "A-1"]).error(4);
    let pid = std::process::id().to_string();
    assert!(told["what"].as_str().unwrap().contains(&pid), "{told}");
    assert!(told["kept"].as_str().unwrap().contains("Lezen"), "{told}");
    place.run(&["dossier", "show", "ZAAK-001"]).ok();
    writer.close().unwrap();
}

#[test]
fn what_was_exported_can_be_imported_once() {
    let place = Place::demo();
    let out = place.run(&[
        "export",
        "jsonl",
        "--dossier",
        "ZAAK-002",
        "--output",
        "een.jsonl",
    ]);
    assert!(out.err.contains("13 stappen"), "{}", out.err);
    let other = ["--book", "ander"];
    let with = |args: &[&'static str]| [&other[..], args].concat();
    place
        .run(&with(&["init", "--recorded-at", "2024-01-01"]))
        .ok();
    let import = with(&["import", "dossiers", "een.jsonl", "--keep-times", "--json"]);
    let trial = place.run(&[&import[..], &["--dry-run"]].concat()).json();
    assert_eq!(trial["events"], 13, "{trial}");
    let first = place.run(&import).json();
    assert_eq!(
        (first["dossiers"].clone(), first["events"].clone()),
        (1.into(), 13.into()),
        "{first}"
    );
    let again = place.run(&import).json();
    assert_eq!(
        (again["events"].clone(), again["already_there"].clone()),
        (0.into(), 13.into()),
        "{again}"
    );
    let halves = std::fs::read_dir(place.path()).unwrap().filter(|entry| {
        entry
            .as_ref()
            .unwrap()
            .file_name()
            .to_string_lossy()
            .ends_with(".half")
    });
    assert_eq!(halves.count(), 0);
}

#[test]
fn refused_lines_are_told_with_line_rule_and_remedy() {
    let place = Place::empty();
    place.run(&["init", "--municipality", "Rietdam"]).ok();
    let lines = include_str!("../../src/book/teaching/zaak-007.jsonl");
    let refused = include_str!("../../src/book/teaching/refused.jsonl");
    let wrong = refused
        .lines()
        .find(|line| line.contains("ZAAK-007"))
        .unwrap();
    let import = ["import", "dossiers", "-"];
    let told = place.run_with(&import, &format!("{lines}\n{wrong}\n"));
    assert_eq!(told.code, 3, "{}", told.err);
    for wanted in ["regel R03", "ZAAK-007", "Zo kan het wel", "overrides"] {
        assert!(told.out.contains(wanted), "{wanted}: {}", told.out);
    }
    let told = place.run_with(&import, "geen json\n");
    assert_eq!(told.code, 2, "{}", told.out);
    assert!(told.out.contains("Regel 1"), "{}", told.out);
}

#[test]
fn another_systems_log_comes_in_once_and_says_it_has_no_justification() {
    let place = Place::empty();
    place.run(&["init", "--municipality", "Rietdam"]).ok();
    let xes = r#"<log xes.version="1.0"><trace><string key="concept:name" value="c1"/>
        <event><string key="concept:name" value="A"/><date key="time:timestamp" value="2020-01-01T10:00:00Z"/></event>
        </trace></log>"#;
    std::fs::write(place.path().join("sys.xes"), xes).unwrap();
    let first = place.run(&["import", "xes", "sys.xes", "--json"]).json();
    assert_eq!(
        (first["traces"].clone(), first["dossiers_added"].clone()),
        (1.into(), 1.into())
    );
    let again = place.run(&["import", "xes", "sys.xes", "--json"]).json();
    assert_eq!(
        (
            again["dossiers_added"].clone(),
            again["already_there"].clone()
        ),
        (0.into(), 1.into())
    );
    for verb in ["show", "story"] {
        let out = place.run(&["dossier", verb, "sys:c1"]).ok();
        assert!(out.contains("zonder verantwoording"), "{out}");
    }
}

#[test]
fn trouble_has_its_exit_code_and_says_what_to_do() {
    let place = Place::empty();
    let no_book = place.run(&["dossier", "list"]);
    assert_eq!(no_book.code, 2);
    for wanted in [
        "Dit is niet gelukt",
        "Er is niets veranderd.",
        "Wat u kunt doen",
        "init",
    ] {
        assert!(no_book.err.contains(wanted), "{wanted}: {}", no_book.err);
    }
    assert_eq!(place.run(&["dossier", "lst"]).code, 2);
    assert!(place.run(&["dossier", "lst"]).err.contains("Bedoelt u"));
    assert_eq!(place.run(&["--lang", "fr", "dossier", "list"]).code, 2);
    place.run(&["init"]).ok();
    let told = place
        .run(&["--json", "import", "dossiers", "er-niet.jsonl"])
        .error(6);
    assert!(
        told["what"].as_str().unwrap().contains("er-niet.jsonl"),
        "{told}"
    );
    place.run(&["--json", "dossier", "show", "A-1"]).error(2);
}

#[test]
fn help_glossary_completions_and_manual_speak_the_language() {
    let place = Place::empty();
    assert!(place.run(&["--help"]).ok().contains("Gebruik:"));
    assert!(
        place
            .run(&["--lang", "en", "log", "read", "--help"])
            .ok()
            .contains("Usage:")
    );
    assert!(
        place
            .run(&["glossary", "waardendriehoek"])
            .ok()
            .contains("Waardendriehoek")
    );
    assert_eq!(place.run(&["glossary", "xyzzy"]).code, 2);
    assert!(place.run(&["completions", "bash"]).ok().contains("dossier"));
    place.run(&["man", "--output", "man"]).ok();
    let page = std::fs::read_to_string(place.path().join("man/weegboek-dossier-story.1")).unwrap();
    assert!(page.contains(".SH NAAM"), "{page}");
}

#[test]
fn the_editions_of_the_catalogues_are_shown_and_none_is_adopted_twice() {
    let place = Place::demo();
    let shown = place.run(&["editions", "--json"]).json();
    let catalogues = shown["catalogues"].as_array().unwrap();
    assert_eq!(catalogues.len(), 9);
    let of = |name: &str| {
        let mut all = catalogues.iter();
        all.find(|one| one["catalogue"] == name).unwrap()["editions"].clone()
    };
    assert_eq!(of("toetsinstrument")[0]["edition"], "weegboek-1");
    // The demonstration has norms of its own beside the built-in ones.
    assert_eq!(of("normen").as_array().unwrap().len(), 2);
    let again = place.run(&["editions", "--adopt-built-in"]).ok();
    assert!(again.contains("niets veranderd"), "{again}");
    let info = place.run(&["log", "info", "--json"]).json();
    assert_eq!(info["events"], 164);
}
