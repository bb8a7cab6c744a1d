//! Guided questions, through a pipe.

use std::os::unix::fs::PermissionsExt as _;

use serde_json::Value;
use weegboek::book::{Access, AsKnown, Book};

use super::record_support::{TestBook, code, err, lines, out};

/// Who records, and on which day; in daily use these stand in the environment.
const PERSON: [&str; 14] = [
    "record",
    "decision_taken",
    "--guided",
    "--dossier",
    "ZAAK-010",
    "--actor",
    "TB-23",
    "--role",
    "TB",
    "--team",
    "Duin",
    "--occurred-on",
    "2024-10-14",
    "--id=ZAAK-010/9",
];

/// Lines before the decision of the worked case: fifteen of its events are recorded.
const BEFORE: usize = 15;

/// What a counsellor types for the decision of ZAAK-010, the optional parts included.
fn whole_session(decision: &Value) -> Vec<String> {
    let text = |pointer: &str| {
        decision
            .pointer(pointer)
            .unwrap()
            .as_str()
            .unwrap()
            .to_owned()
    };
    let mut typed = vec![text("/why"), "1".to_owned(), text("/subject")];
    typed.push("instrument".to_owned());
    typed.extend(["1".to_owned(), text("/triangle/wet/reason")]);
    typed.extend(["1".to_owned(), text("/triangle/middelen/reason")]);
    typed.extend(["250", "480", "2600"].map(str::to_owned));
    typed.extend(["1".to_owned(), text("/triangle/zelfregie/reason")]);
    typed.push(text("/triangle/zelfregie/client_says"));
    typed.push("3 5 6 7".to_owned());
    for place in 0..4 {
        typed.push(text(&format!("/principles/{place}/reason")));
    }
    typed.push(String::new());
    for place in [2, 0, 1] {
        typed.push(text(&format!("/alternatives/{place}/why_not")));
        typed.push(text(&format!("/alternatives/{place}/failing_corner")));
    }
    typed.push(String::new());
    typed.extend(["1".to_owned(), text("/client_view/words")]);
    typed.push("20-1-2025".to_owned());
    typed.extend([String::new(), String::new()]);
    typed
}

fn decision() -> Value {
    Value::Object(lines("ZAAK-010").remove(BEFORE).data)
}

fn recorded(book: &TestBook) -> Value {
    let book = Book::open(&book.path(), Access::Read).unwrap();
    let story = book.story("ZAAK-010", AsKnown::default()).unwrap();
    story.steps.last().unwrap().data.clone()
}

#[test]
fn the_decision_of_a_worked_case_is_recorded_by_answering() {
    let book = TestBook::with_case("ZAAK-010", BEFORE);
    let wanted = decision();
    let typed = whole_session(&wanted);
    let output = book.run(&PERSON, &(typed.join("\n") + "\n"));
    assert_eq!(code(&output), 0, "{}{}", out(&output), err(&output));
    let there = recorded(&book);
    for field in [
        "kind",
        "subject",
        "why",
        "review_on",
        "led_by",
        "principles",
    ] {
        assert_eq!(there[field], wanted[field], "{field}");
    }
    assert_eq!(there["options"]["chosen"], 1);
    assert_eq!(
        there["triangle"]["middelen"],
        wanted["triangle"]["middelen"]
    );
    assert_eq!(
        there["triangle"]["zelfregie"],
        wanted["triangle"]["zelfregie"]
    );
    assert_eq!(there["alternatives"].as_array().unwrap().len(), 3);
    assert_eq!(there["client_view"]["position"], "eens");
    assert!(book.drafts().is_empty());

    // Counted: one line per question, the confirmation included; one keystroke per character.
    let (words, choices): (Vec<String>, Vec<String>) = typed
        .iter()
        .cloned()
        .partition(|line| line.chars().count() > 15);
    assert_eq!((words.len(), keystrokes(&words)), (14, 912));
    assert_eq!((choices.len(), keystrokes(&choices)), (18, 85));
}

/// The optional parts of the worked case too: the event is the same to the letter, but for the
/// wording of an alternative, which comes from the options that were put forward.
#[test]
fn every_field_of_the_worked_case_can_be_answered() {
    let book = TestBook::with_case("ZAAK-010", BEFORE);
    let wanted = decision();
    let mut typed = whole_session(&wanted);
    typed.truncate(typed.len() - 2);
    typed.extend(
        [
            "1 2 3 4 5 6 7 9 11 12 13 14",
            "geloof_in_eigen_kunnen",
            "3",
            "2",
            "21-4-2025",
            "motivatie",
            "weten",
            "Blonk, oratie Tilburg (2018)",
            "1 2 3",
            "geen",
            "",
            "vaker",
            "1 2",
            "lang_thuis_weinig_contact",
            "21-10-2024",
            "zelf",
            "nee",
            "1 5",
            "1",
            "",
            "beleidsruimte",
            "",
            "re-integratieverordening",
            "",
            "",
        ]
        .map(str::to_owned),
    );
    let output = book.run(&PERSON, &(typed.join("\n") + "\n"));
    assert_eq!(code(&output), 0, "{}{}", out(&output), err(&output));
    let there = recorded(&book);
    for (field, value) in wanted.as_object().unwrap() {
        if !matches!(field.as_str(), "options" | "alternatives" | "expected") {
            assert_eq!(there[field], *value, "{field}");
        }
    }
    assert_eq!(there["options"]["chosen"], 1);
    assert_eq!(there["expected"]["to"], 3.0);
    assert_eq!((typed.len(), keystrokes(&typed)), (55, 1222));
}

fn keystrokes(typed: &[String]) -> usize {
    typed.iter().map(|line| line.chars().count() + 1).sum()
}

#[test]
fn a_short_decision_needs_few_answers() {
    let book = TestBook::with_case("ZAAK-010", BEFORE);
    let typed = [
        "U wilt weer nodig zijn. Daarom kiest u het repaircafé.",
        "1",
        "U gaat werken in het repaircafé.",
        "instr",
        "1",
        "Het mag met een uitkering.",
        "1",
        "Het kost weinig.",
        "250",
        "",
        "",
        "1",
        "U koos zelf.",
        "Dit wil ik.",
        "5",
        "U koos na een week zelf.",
        "",
        "U zit al jaren thuis.",
        "",
        "",
        "",
        "",
        "1",
        "Ik kijk ernaar uit.",
        "",
        "",
        "",
    ];
    let output = book.run(&PERSON, &(typed.join("\n") + "\n"));
    assert_eq!(code(&output), 0, "{}{}", out(&output), err(&output));
    let typed = typed.map(str::to_owned);
    assert_eq!((typed.len(), keystrokes(&typed)), (27, 256));
    assert_eq!(recorded(&book)["review_on"], "2024-12-09");
}

/// Seconds for one key and for making up one's mind before an answer, for an average typist who is
/// no typist by trade: the keystroke-level model (Card, Moran and Newell, CACM 23(7), 1980).
const KEY: f64 = 0.28;
const MIND: f64 = 1.35;

/// The same weighing as the worked case, principle by principle and option by option, in the short
/// words of somebody with the client at the table; what stands in the dossier is taken over.
#[test]
fn the_decision_of_a_worked_case_takes_less_than_two_minutes() {
    let book = TestBook::with_case("ZAAK-010", BEFORE);
    let typed = [
        "U wilt weer nodig zijn. In het repaircafé telt wat u kunt.",
        "1",
        "=",
        "i",
        "1: Dat mag van de wet.",
        "1: Het kost minder dan de cursus.",
        "",
        "",
        "2600",
        "1: U kiest zelf wat u repareert.",
        "=",
        "3 5 6 7",
        "U wilt mensen helpen.",
        "U koos zelf.",
        "U repareert graag.",
        "U begint klein.",
        "",
        "=",
        "3",
        "=",
        "2",
        "=",
        "3",
        "",
        "1: Ik kijk ernaar uit.",
        "",
        "",
        "",
    ]
    .map(str::to_owned);
    let output = book.run(&PERSON, &(typed.join("\n") + "\n"));
    assert_eq!(code(&output), 0, "{}{}", out(&output), err(&output));
    let (there, wanted) = (recorded(&book), decision());
    assert_eq!(there["kind"], wanted["kind"]);
    assert_eq!(there["options"]["chosen"], 1);
    assert_eq!(
        there["subject"],
        "Werken in het repaircafé, met begeleiding."
    );
    assert_eq!(there["principles"].as_array().unwrap().len(), 4);
    for field in [
        "cost_eur",
        "alternative_cost_eur",
        "cost_of_doing_nothing_eur",
        "verdict",
    ] {
        let (there, wanted) = (
            &there["triangle"]["middelen"],
            &wanted["triangle"]["middelen"],
        );
        assert_eq!(there[field], wanted[field], "{field}");
    }
    assert_eq!(
        there["triangle"]["zelfregie"]["client_says"],
        "In het repaircafé hoef ik niet te praten over wat ik kan. Ik kan het doen."
    );
    let alternatives = there["alternatives"].as_array().unwrap();
    let corners: Vec<&Value> = alternatives
        .iter()
        .map(|one| &one["failing_corner"])
        .collect();
    assert_eq!(corners, ["zelfregie", "middelen", "zelfregie"]);
    assert_eq!(
        alternatives[0]["why_not"],
        "U blijft alleen met wat u kunt."
    );
    // The session as it reads on the screen is kept beside this test.
    let said = out(&output);
    let shown: Vec<&str> = said.split("> ").collect();
    assert_eq!(shown.len(), typed.len() + 1);
    let screen: String = shown
        .iter()
        .zip(
            typed
                .iter()
                .map(|line| format!("> {line}\n"))
                .chain([String::new()]),
        )
        .map(|(shown, typed)| format!("{shown}{typed}"))
        .collect();
    let seen: Vec<&str> = screen.lines().map(str::trim_end).collect();
    let kept: Vec<&str> = include_str!("record_guided.txt")
        .trim_end()
        .lines()
        .collect();
    assert_eq!(seen.get(..kept.len()), Some(kept.as_slice()), "{screen}");
    let keys = u32::try_from(keystrokes(&typed)).unwrap();
    let minds = u32::try_from(typed.len()).unwrap();
    let seconds = f64::from(keys) * KEY + f64::from(minds) * MIND;
    assert_eq!((minds, keys), (28, 282));
    assert!(seconds < 120.0, "{seconds}");
}

/// Only a person who types it takes over earlier words: Enter never does.
#[test]
fn earlier_words_are_never_taken_over_by_themselves() {
    let book = TestBook::with_case("ZAAK-010", BEFORE);
    let typed = "U wilt weer nodig zijn. In het repaircafé telt wat u kunt.\n1\n\n!\n";
    let output = book.run(&PERSON, typed);
    assert_eq!(code(&output), 0, "{}{}", out(&output), err(&output));
    let said = out(&output);
    assert!(said.contains("= neemt over wat in stap 14 staat"), "{said}");
    assert!(said.contains("Dit veld moet u invullen"), "{said}");
}

#[test]
fn what_cannot_be_read_is_asked_again_with_the_reason() {
    let book = TestBook::with_case("ZAAK-010", BEFORE);
    let typed = [
        "Te kort.",
        "",
        "Bel mij op 0612345678 want dan kunnen wij samen verder gaan.",
        "U wilt weer nodig zijn. Daarom kiest u het repaircafé.",
        "?",
        "<",
        "",
        "U gaat werken in het repaircafé.",
        "zomaar",
        "!",
    ];
    let output = book.run(&PERSON, &(typed.join("\n") + "\n"));
    assert_eq!(code(&output), 0, "{}", err(&output));
    let said = out(&output);
    assert!(said.contains("40"), "{said}");
    assert!(said.contains("Dit veld moet u invullen"), "{said}");
    assert!(said.contains("Dit is geen keuze uit de lijst"), "{said}");
    assert!(
        said.contains("[U wilt weer nodig zijn. Daarom kiest u het repaircafé.] >"),
        "{said}"
    );
    assert!(err(&output).contains("bewaard"), "{}", err(&output));
    assert!(said.matches("\nWelk effect wilt u").count() >= 4, "{said}");
}

#[test]
fn a_stopped_session_goes_on_from_its_draft() {
    let book = TestBook::with_case("ZAAK-010", BEFORE);
    let typed = whole_session(&decision());
    let before = book.events();
    let output = book.run(&PERSON, &(typed[..9].join("\n") + "\n!\n"));
    assert_eq!(code(&output), 0, "{}", err(&output));
    assert_eq!(book.events(), before);
    let drafts = book.drafts();
    assert_eq!(drafts.len(), 1);
    assert!(!drafts[0].to_string_lossy().contains("ZAAK"));
    let mode = std::fs::metadata(&drafts[0]).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
    let rest = format!("ja\n{}\n", typed[9..].join("\n"));
    let output = book.run(&PERSON, &rest);
    assert_eq!(code(&output), 0, "{}{}", out(&output), err(&output));
    assert!(
        out(&output).contains("een concept met 9 antwoorden"),
        "{}",
        out(&output)
    );
    assert_eq!(recorded(&book)["why"], decision()["why"]);
    assert!(book.drafts().is_empty());
}

#[test]
fn a_no_asks_at_once_for_the_permission_of_another() {
    let book = TestBook::with_case("ZAAK-010", BEFORE);
    let typed = [
        "U wilt weer nodig zijn. Daarom kiest u het repaircafé.",
        "1",
        "U gaat werken in het repaircafé.",
        "instrument",
        "nee",
        "De regel zegt nee.",
        "",
        "TB-23",
        "TM-02",
        "Het helpt.",
        "+12w",
        "!",
    ];
    let output = book.run(&PERSON, &(typed.join("\n") + "\n"));
    let said = out(&output);
    let permission = said.find("toestemming van").unwrap();
    let means = said
        .find("Gaan we handig om met publieke middelen?")
        .unwrap();
    assert!(permission < means, "{said}");
    assert_eq!(said.matches("toestemming van").count(), 2, "{said}");
}

#[test]
fn any_other_event_is_asked_in_the_order_of_its_fields() {
    let book = TestBook::with_case("ZAAK-010", 3);
    let args = [
        "record",
        "options_presented",
        "-g",
        "-d",
        "ZAAK-010",
        "--actor",
        "TB-23",
        "--role",
        "TB",
    ];
    let typed = [
        "Wat nu?",
        "Repaircafé",
        "Mensen",
        "Geen geld",
        "",
        "250",
        "Cursus",
        "Papier",
        "Weinig nieuws",
        "",
        "",
        "Niets doen",
        "Rust",
        "Alleen",
        "niets",
        "",
        "",
        "",
        "",
    ];
    let output = book.run(&args, &(typed.join("\n") + "\n"));
    assert_eq!(code(&output), 0, "{}{}", out(&output), err(&output));
    let there = recorded(&book);
    assert_eq!(there["options"].as_array().unwrap().len(), 3, "{there}");
    assert_eq!(there["options"][2]["kind"], "niets_doen");
}

/// Whatever the event, the same few answers to everything end in a draft, a record or a refusal, and
/// every word that is shown stands in the catalogue of texts.
#[test]
fn every_event_can_be_asked() {
    let book = TestBook::with_case("ZAAK-010", BEFORE);
    for event in weegboek::domain::EventType::ALL {
        if event.name().ends_with("_imported") {
            continue;
        }
        let args = [
            "record",
            event.name(),
            "--guided",
            "--dry-run",
            "--dossier=ZAAK-010",
            "--actor=TB-23",
        ];
        let output = book.run(&args, &"?\n1\nja\n\n".repeat(20));
        let said = out(&output) + &err(&output);
        assert!(
            matches!(code(&output), 0 | 2 | 3),
            "{}: {said}",
            event.name()
        );
        assert!(!said.contains('«'), "{}: {said}", event.name());
    }
}
