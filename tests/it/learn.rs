//! Learning by replay from the command line: the walk-through of `docs/leren.md`, and what is
//! refused.

use serde_json::Value;

use crate::cli_support::Place;

const DOC: &str = include_str!("../../docs/leren.md");

/// The words of a command line, quotes taken off.
fn words(line: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word = String::new();
    let mut quoted = false;
    for letter in line.chars() {
        match letter {
            '"' => quoted = !quoted,
            ' ' if !quoted => {
                if !word.is_empty() {
                    words.push(std::mem::take(&mut word));
                }
            }
            letter => word.push(letter),
        }
    }
    assert!(!quoted, "{line}");
    words.push(word);
    words
}

/// The demonstration, in the folder that the page names.
fn demo() -> Place {
    let place = Place::empty();
    place.run(&["demo"]).ok();
    place
}

/// Runs a command of the page; `case` is the name that CASUS stands for.
fn run(place: &Place, line: &str, case: &str) -> String {
    let line = line.trim().replace("CASUS", case);
    let words = words(&line);
    let args: Vec<&str> = words.iter().skip(1).map(String::as_str).collect();
    place.run(&args).ok()
}

fn commands() -> Vec<&'static str> {
    DOC.lines()
        .filter(|line| line.starts_with("    weegboek "))
        .collect()
}

fn name_of(place: &Place, dossier: &str) -> String {
    let preview = place.run(&[
        "--book",
        "weegboek-demo",
        "replay",
        "learn",
        "set",
        "preview",
        "--round",
        "leren-2026",
        "--dossier",
        dossier,
        "--json",
    ]);
    preview.json()["case"].as_str().unwrap().to_owned()
}

#[test]
fn the_page_on_learning_works_from_top_to_bottom() {
    let place = demo();
    let all = commands();
    assert!(all.len() >= 18, "{}", all.len());
    let mut case = "CASUS".to_owned();
    let mut shown = Vec::new();
    for line in all {
        if line.contains("CASUS") && case == "CASUS" {
            case = name_of(&place, "ZAAK-003");
        }
        shown.push((line, run(&place, line, &case)));
    }
    let of = |part: &str| -> &str {
        let found = shown.iter().find(|(line, _)| line.contains(part));
        found.map(|(_, out)| out.as_str()).unwrap()
    };
    assert!(of("set choose").contains("ZAAK-003"));
    let scene = of("learn show");
    assert!(scene.contains("Nu is het aan u"), "{scene}");
    assert!(
        !scene.contains("wasserij") && !scene.contains("ZAAK"),
        "{scene}"
    );
    // What was decided, and what came of it, is not in the scene.
    assert!(
        !scene.contains("ritme") && !scene.contains("Besluit betwist"),
        "{scene}"
    );
    let decided = of("--until besluit");
    assert!(
        decided.contains("Uw antwoord naast het besluit"),
        "{decided}"
    );
    assert!(!decided.contains("Wat daarna gebeurde"), "{decided}");
    let others = of("--until anderen");
    assert!(others.contains("Eerst rust"), "{others}");
    assert!(
        !others.contains("ED-02") && !others.contains("LE-07"),
        "{others}"
    );
    let guide = of("--form incidentmethode");
    assert!(guide.contains("Zelf opschrijven"), "{guide}");
    assert!(
        !guide.contains("wasserij") && !guide.contains("bang was"),
        "{guide}"
    );
    assert!(
        std::fs::read(place.path().join("spreiding.pdf"))
            .unwrap()
            .starts_with(b"%PDF")
    );
    assert!(
        std::fs::read(place.path().join("balint.pdf"))
            .unwrap()
            .starts_with(b"%PDF")
    );
    // The answer and the insight are events of the dossier.
    let story = place.run(&[
        "--book",
        "weegboek-demo",
        "dossier",
        "story",
        "ZAAK-003",
        "--json",
    ]);
    let story = story.json();
    let names: Vec<&str> = story["steps"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|step| step["event"].as_str())
        .collect();
    assert!(names.contains(&"replay_completed"), "{names:?}");
}

/// The round of the page, filled, with the name of ZAAK-003 in it.
fn filled() -> (Place, String) {
    let place = demo();
    for line in commands()
        .iter()
        .take_while(|line| !line.contains("learn start"))
    {
        run(&place, line, "CASUS");
    }
    let case = name_of(&place, "ZAAK-003");
    (place, case)
}

fn refused(place: &Place, code: i32, args: &[&str]) -> Value {
    let head = ["--book", "weegboek-demo", "--json", "replay", "learn"];
    let args: Vec<&str> = head.iter().chain(args).copied().collect();
    place.run(&args).error(code)
}

const ANSWER: [&str; 14] = [
    "--choice",
    "wachten",
    "--why",
    "Eerst vragen wat zij zelf wil, dan kiezen.",
    "--law",
    "ja",
    "--means",
    "ja",
    "--self-direction",
    "ja",
    "--expect",
    "Zij kiest.",
    "--sure",
    "4",
];

#[test]
fn nothing_is_revealed_before_the_own_answer_is_locked() {
    let (place, case) = filled();
    let at = [
        "--round",
        "leren-2026",
        "--as",
        "LE-01",
        "--case",
        case.as_str(),
    ];
    let with = |verb: &'static str, more: &[&'static str]| -> Vec<String> {
        let all = [verb].into_iter().chain(at).chain(more.iter().copied());
        all.map(str::to_owned).collect()
    };
    let refuse = |code: i32, args: Vec<String>| {
        let args: Vec<&str> = args.iter().map(String::as_str).collect();
        refused(&place, code, &args)
    };
    let error = refuse(3, with("reveal", &["--point", "1"]));
    assert!(
        error["what"]
            .as_str()
            .unwrap()
            .contains("nog geen antwoord")
    );
    // A point that is not there and one that is not open yet are refused in the same words.
    let second = refuse(3, with("show", &["--point", "2"]));
    let ninth = refuse(3, with("show", &["--point", "9"]));
    let plain = |error: &Value| error["what"].as_str().unwrap().replace(['2', '9'], "n");
    assert_eq!(plain(&second), plain(&ninth));
    refuse(
        3,
        with("finish", &["--point", "1", "--insight", "Nog niets."]),
    );
    let head = ["--book", "weegboek-demo", "--json", "replay", "learn"];
    let lock: Vec<String> = with("answer", &ANSWER);
    let lock: Vec<&str> = head
        .iter()
        .copied()
        .chain(lock.iter().map(String::as_str))
        .collect();
    assert_eq!(place.run(&lock).json()["point"], 1);
    let error = refuse(3, {
        let mut again = with("answer", &ANSWER);
        again.extend(["--point".to_owned(), "1".to_owned()]);
        again
    });
    assert!(error["what"].as_str().unwrap().contains("staat al vast"));
    // Stages come with all those before them, and stop before the next decision.
    let reveal = |until: &'static str| {
        let all = with("reveal", &["--point", "1", "--until", until]);
        let all: Vec<&str> = head
            .iter()
            .copied()
            .chain(all.iter().map(String::as_str))
            .collect();
        place.run(&all).json()["stages"].as_array().unwrap().len()
    };
    assert_eq!(
        [reveal("besluit"), reveal("client"), reveal("wat_volgde")],
        [1, 2, 4]
    );
}

#[test]
fn an_unconfirmed_case_enters_no_set_and_nobody_is_told_apart() {
    let place = demo();
    let plan = commands()[0];
    run(&place, plan, "CASUS");
    let fill = [
        "set",
        "fill",
        "--round",
        "leren-2026",
        "--as",
        "MC-01",
        "--role",
        "MC",
        "--dossier",
        "ZAAK-003",
    ];
    let error = refused(&place, 3, &fill);
    assert!(
        error["what"].as_str().unwrap().contains("bevestigde"),
        "{error}"
    );
    for by in ["persoon", "actor", "learner", "lerende", "LE-07"] {
        let error = refused(&place, 3, &["spread", "--round", "leren-2026", "--by", by]);
        assert!(
            error["what"].as_str().unwrap().contains("per persoon"),
            "{error}"
        );
    }
    refused(
        &place,
        2,
        &["start", "--round", "bestaat-niet", "--as", "LE-01"],
    );
}

#[test]
fn the_questions_of_an_answer_can_be_asked_one_by_one() {
    let (place, case) = filled();
    let input = "Geen keuzes.\n-\n1; Eerst meelopen\nwachten\nEerst vragen wat zij zelf wil.\nP5=toegepast=zij kiest\n\n1\n1\n3\nZij kiest zelf.\n4\n";
    let ran = place.run_with(
        &[
            "--book",
            "weegboek-demo",
            "replay",
            "learn",
            "answer",
            "--guided",
            "--round",
            "leren-2026",
            "--as",
            "LE-02",
            "--case",
            &case,
        ],
        input,
    );
    // There are no options at this point, so 1 names none.
    assert_eq!(ran.code, 2, "{}{}", ran.out, ran.err);
    let ran = place.run_with(
        &[
            "--book",
            "weegboek-demo",
            "replay",
            "learn",
            "answer",
            "--guided",
            "--round",
            "leren-2026",
            "--as",
            "LE-02",
            "--case",
            &case,
        ],
        &input.replace("1; Eerst meelopen", "Eerst meelopen; Niets doen"),
    );
    assert!(ran.ok().contains("staat vast"));
}

#[test]
fn too_few_answers_are_not_shown() {
    let (place, case) = filled();
    // The demonstration's own norm is one person; here it is what a municipality has.
    let norms = r#"{"event":"catalogue_adopted","occurred_on":"2026-11-01","actor":"BH-01","role":"BH","municipality":"Rietdam","data":{"catalogue":"normen","edition":"vijf","valid_from":"2020-01-01","entries":[{"key":"kleinste_groep","name":"Kleinste groep","number":5,"unit":"zaken"}]}}"#;
    std::fs::write(place.path().join("normen.json"), norms).unwrap();
    place
        .run(&[
            "--book",
            "weegboek-demo",
            "record",
            "catalogue_adopted",
            "normen.json",
        ])
        .ok();
    let head = ["--book", "weegboek-demo", "replay", "learn"];
    let lock = |who: &str| {
        let at = [
            "answer",
            "--round",
            "leren-2026",
            "--as",
            who,
            "--case",
            &case,
        ];
        let all: Vec<&str> = head.iter().copied().chain(at).chain(ANSWER).collect();
        place.run(&all).ok();
    };
    let others = |who: &str| {
        let at = [
            "reveal",
            "--round",
            "leren-2026",
            "--as",
            who,
            "--case",
            &case,
            "--point",
            "1",
            "--until",
            "anderen",
        ];
        let all: Vec<&str> = head.iter().copied().chain(at).collect();
        place.run(&all).ok()
    };
    for learner in ["LE-01", "LE-02", "LE-03", "LE-04", "LE-05"] {
        lock(learner);
    }
    assert!(others("LE-01").contains("te weinig mensen"));
    let spread = ["spread", "--round", "leren-2026", "--json"];
    let all: Vec<&str> = head.iter().copied().chain(spread).collect();
    assert_eq!(place.run(&all).json()["situations"][0]["people"], 5);
    lock("LE-06");
    let shown = others("LE-01");
    assert!(shown.contains("5 mensen"), "{shown}");
    assert!(!shown.contains("LE-0"), "{shown}");
}
