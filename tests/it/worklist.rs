//! The work list out of the fact tables is the one out of the events, on every day and as known at
//! every moment.

use weegboek::base::{Day, Timestamp};
use weegboek::book::worklist::{Filter, SignalKind, State};
use weegboek::book::{Access, Book, Init, Recording};

use crate::cli_support::Place;
use crate::generate::interleaved;
use crate::signals_support::day;
use crate::support::demo;

/// Both ways of making both lists.
fn compare(book: &Book, filter: &Filter) -> (usize, usize) {
    let slow = Filter {
        from_events: true,
        ..filter.clone()
    };
    let quick = book.work_list(filter).unwrap();
    let sure = book.work_list(&slow).unwrap();
    assert_eq!(quick.items.len(), sure.items.len(), "{filter:?}");
    for (one, other) in quick.items.iter().zip(&sure.items) {
        assert_eq!(one, other, "{filter:?}");
    }
    assert_eq!(quick, sure);
    let terms = book.terms(filter).unwrap();
    assert_eq!(terms, book.terms(&slow).unwrap(), "{filter:?}");
    (quick.items.len(), terms.len())
}

/// What may be asked on a day, as known then, later, and now.
fn asked(on: Day, known_at: Option<Timestamp>) -> Vec<Filter> {
    let plain = Filter {
        on: Some(on),
        known_at,
        ..Filter::default()
    };
    vec![
        plain.clone(),
        Filter {
            states: Some(&[State::Open]),
            unsettled_on: Some(on),
            due_by: on.plus(30),
            ..plain.clone()
        },
        Filter {
            states: Some(&[State::Open, State::Answered]),
            unsettled_on: Some(on),
            ..plain
        },
    ]
}

#[test]
fn the_worked_cases_give_the_same_list_from_tables_and_events() {
    let book = demo();
    let days = ["2024-12-20", "2025-02-10", "2025-09-08", "2026-06-30"].map(day);
    for on in days {
        for known_at in [None, Some(on.end()), Some(day("2025-04-01").end())] {
            for filter in asked(on, known_at) {
                compare(&book, &filter);
            }
        }
    }
    for part in 0..4 {
        let on = Some(day("2025-09-08"));
        let filter = Filter {
            on,
            dossier: (part == 0).then(|| "ZAAK-002".to_owned()),
            team: (part == 1).then(|| "Zuid".to_owned()),
            municipality: (part == 2).then(|| "Kruisveld".to_owned()),
            kind: (part == 3).then_some(SignalKind::LimitPassed),
            ..Filter::default()
        };
        assert!(compare(&book, &filter).0 > 0, "{filter:?}");
    }
}

/// Shielded, answered twice, handed over: what the tables leave to the events.
#[test]
fn answers_and_shieldings_give_the_same_list() {
    let place = Place::demo();
    let lines = [
        r#"{"event":"signal_answered","dossier":"ZAAK-007","occurred_on":"2025-09-10","actor":"TB-32","role":"TB","municipality":"Kruisveld","team":"Werkplein","data":{"signal":"choice_not_preferred","about":"ZAAK-007/6","answer":"deels","reason":"We hebben het samen nog eens bekeken."}}"#,
        r#"{"event":"signal_answered","dossier":"ZAAK-007","occurred_on":"2025-09-20","actor":"TB-32","role":"TB","municipality":"Kruisveld","team":"Werkplein","data":{"signal":"choice_not_preferred","answer":"eens","reason":"We kiezen opnieuw.","action":"Samen kiezen.","by_when":"2025-10-01"}}"#,
        r#"{"event":"entry_shielded","dossier":"ZAAK-004","occurred_on":"2025-09-10","actor":"TM-04","role":"TM","municipality":"Kruisveld","team":"Werkplein","data":{"target":"ZAAK-004/3","fields":["minutes_spent"],"ground":"De cliënt vroeg erom."}}"#,
        r#"{"event":"entry_shielded","dossier":"ZAAK-006","occurred_on":"2025-09-10","actor":"TM-04","role":"TM","municipality":"Kruisveld","team":"Werkplein","data":{"target":"ZAAK-006/3","fields":["author_unit"],"ground":"De cliënt vroeg erom."}}"#,
    ];
    for (at, line) in lines.iter().enumerate() {
        let name = format!("regel{at}.jsonl");
        std::fs::write(place.path().join(&name), line).unwrap();
        let ran = place.run(&["--book", "boek", "import", "dossiers", &name]);
        assert!(ran.code == 0, "{} {}", ran.out, ran.err);
    }
    let book = Book::open(&place.book(), Access::Read).unwrap();
    for on in ["2025-09-09", "2025-09-10", "2025-09-15", "2025-09-20"].map(day) {
        for known_at in [None, Some(on.end())] {
            for filter in asked(on, known_at) {
                compare(&book, &filter);
            }
        }
    }
    let filter = Filter {
        kind: Some(SignalKind::ChoiceNotPreferred),
        ..asked(day("2025-09-15"), None).remove(0)
    };
    let list = book.work_list(&filter).unwrap();
    let item = list.items.iter().find(|item| item.answered.is_some());
    assert_eq!(
        item.unwrap().answered.as_ref().unwrap().position.code(),
        "deels"
    );
}

#[test]
fn a_generated_book_gives_the_same_list_from_tables_and_events() {
    let dir = tempfile::tempdir().unwrap();
    let init = Init {
        municipality: "Rietdam".to_owned(),
        at: Some(day("2018-01-01").at_hour(8)),
        ..Init::default()
    };
    let book = Book::init(&dir.path().join("boek"), &init).unwrap();
    // Each on the day on which it happened, or when the book is further already, then.
    let mut at = day("2018-01-01").at_hour(9);
    let (mut recorded, mut days) = (0, Vec::new());
    for line in interleaved(5, 1_200) {
        let on: Day = line.common["occurred_on"]
            .as_str()
            .unwrap()
            .parse()
            .unwrap();
        at = Timestamp(at.0 + 1).max(on.at_hour(12));
        let recording = Recording {
            at: Some(at),
            ..Recording::default()
        };
        if book.record(&line, &recording).is_ok() {
            recorded += 1;
            days.push(at);
        }
    }
    assert!(recorded > 900, "{recorded}");
    let mut found = 0;
    for part in 1..=4 {
        let moment = days[days.len() * part / 4 - 1];
        for known_at in [None, Some(moment)] {
            for filter in asked(moment.day(), known_at) {
                found += compare(&book, &filter).0;
            }
        }
    }
    assert!(found > 100, "{found}");
}
