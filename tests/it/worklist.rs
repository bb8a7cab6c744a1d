//! The work list out of the fact tables is the one out of the events, on every day and as known at
//! every moment.

use weegboek::base::{Day, Timestamp};
use weegboek::book::worklist::{Filter, SignalKind, State};
use weegboek::book::{Access, AsKnown, Book, Error, Init, Recording};
use weegboek::domain::EventType;
use weegboek::exchange::Line;

use crate::cli_support::Place;
use crate::generate::interleaved;
use crate::signals_support::day;
use crate::support::{demo, line, set, unset};

/// Both ways of making both lists.
pub(crate) fn compare(book: &Book, filter: &Filter) -> (usize, usize) {
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
    for case in 1..=12 {
        let filter = Filter {
            on: Some(day("2025-06-30")),
            dossier: Some(format!("ZAAK-{case:03}")),
            ..Filter::default()
        };
        compare(&book, &filter);
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
    // One dossier at a time, also those that are compared with others.
    for listed in book.dossiers(AsKnown::default()).unwrap().iter().take(12) {
        let filter = Filter {
            dossier: Some(listed.number.clone()),
            ..Filter::default()
        };
        compare(&book, &filter);
    }
}

/// A burden of 31 minutes a week for one trajectory, above the norm of 30: nobody's dossier, so it
/// is answered with the organisation, and by that team alone.
#[test]
fn what_is_of_no_dossier_is_answered_with_the_organisation() {
    let place = Place::empty();
    let init = Init {
        municipality: "Proefstad".to_owned(),
        at: Some(day("2024-12-02").at_hour(9)),
        ..Init::default()
    };
    let book = Book::init(&place.book(), &init).unwrap();
    let mut opened = line("opened");
    for (field, value) in [("municipality", "Proefstad"), ("team", "Noord")] {
        set(&mut opened, field, value);
    }
    set(&mut opened, "occurred_on", "2025-01-13");
    set(&mut opened, "minutes_spent", 31);
    let at = |on: &str| Recording {
        at: Some(day(on).at_hour(12)),
        ..Recording::default()
    };
    book.record(&opened, &at("2025-01-13")).unwrap();
    let list = |on: &str| {
        let filter = Filter {
            on: Some(day(on)),
            known_at: Some(day(on).end()),
            kind: Some(SignalKind::Burden),
            ..Filter::default()
        };
        assert_eq!(compare(&book, &filter).0, 1);
        book.work_list(&filter).unwrap().items.remove(0)
    };
    // The week of Monday 13 January is looked at from 20 January until 27 January.
    assert_eq!(list("2025-01-21").state, State::Open);
    let answer = |team: &str, signal: &str, dossier: Option<&str>| {
        let mut answer = line("signal");
        answer.id = Some(format!("antwoord/{team}/{signal}"));
        answer.dossier = dossier.map(str::to_owned);
        unset(&mut answer, "about");
        unset(&mut answer, "by_when");
        let fields = [
            ("occurred_on", "2025-01-22"),
            ("municipality", "Proefstad"),
            ("team", team),
            ("signal", signal),
            ("answer", "eens"),
        ];
        for (field, value) in fields {
            set(&mut answer, field, value);
        }
        answer
    };
    let refused = |line: &Line| match book.record(line, &at("2025-01-22")) {
        Err(Error::Refused(refusals)) => format!("{refusals:?}"),
        other => panic!("{other:?}"),
    };
    let of_dossier = refused(&answer("Noord", "silence", None));
    assert!(of_dossier.contains("signal-of-a-dossier"), "{of_dossier}");
    let number = opened.dossier.as_deref();
    let of_none = refused(&answer("Noord", "burden", number));
    assert!(of_none.contains("signal-of-no-dossier"), "{of_none}");
    let elsewhere = answer("Zuid", "burden", None);
    let receipt = book.record(&elsewhere, &at("2025-01-22")).unwrap();
    assert_eq!(receipt.stream.category.0, 2);
    assert_eq!(list("2025-01-22").state, State::Open);
    let own = answer("Noord", "burden", None);
    book.record(&own, &at("2025-01-23")).unwrap();
    let item = list("2025-01-23");
    assert_eq!(item.state, State::Answered);
    assert_eq!(item.answered.unwrap().position.code(), "eens");
    // On the day before it was still open; from the 27th on it is past.
    assert_eq!(list("2025-01-27").state, State::Past);
}

/// Who is asked may answer.
#[test]
fn everybody_who_is_asked_may_answer() {
    for kind in SignalKind::ALL {
        for role in kind.asked() {
            let may = EventType::SignalAnswered.roles();
            assert!(may.contains(role), "{} asks {}", kind.slug(), role.code());
        }
    }
}
