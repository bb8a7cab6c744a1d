//! As known at any moment, and valid on any day: the story is that of a book that knew no more.

use serde_json::{Value, json};
use weegboek::base::{Position, Timestamp};
use weegboek::book::fields::Line;
use weegboek::book::{AsKnown, Book, Error, Init, KnownAt, Recording, Step, Story, demo as cases};

use crate::stories::{step, story};
use crate::support::{MADE_AT, demo, exported, shown};

const WORDS: [&str; 3] = ["hersenbloeding", "linkerhand", "lassen"];

/// The lines of all cases, in the order of recording.
fn timed() -> Vec<(Timestamp, Line)> {
    let lines = cases::CASES.iter().flat_map(|(_, text)| text.lines());
    let mut timed: Vec<_> = lines
        .map(|line| {
            let line = Line::parse(line).unwrap();
            (line.recorded_at.as_deref().unwrap().parse().unwrap(), line)
        })
        .collect();
    timed.sort_by_key(|(at, _)| *at);
    timed
}

fn known(known_at: KnownAt) -> AsKnown {
    AsKnown {
        known_at: Some(known_at),
        valid_on: None,
    }
}

/// What the story tells, shielded fields of the other story closed in it: shielding reaches back.
fn told(story: &Story, other: &Story) -> Vec<Value> {
    let mut steps = Vec::new();
    for (step, other) in story.steps.iter().zip(&other.steps) {
        let (mut common, mut data) = (step.common.clone(), step.data.clone());
        for field in &other.shielded {
            let pointer = format!("/{}", field.replace('.', "/"));
            for form in [&mut common, &mut data] {
                if let Some(place) = form.pointer_mut(&pointer) {
                    *place = json!({ "closed": "shielded" });
                }
            }
        }
        let corrections: Vec<_> = step
            .corrections
            .iter()
            .map(|it| json!([it.field, it.before, it.step]))
            .collect();
        // A number in another book is the same event; its stream and its pseudonyms are not.
        data.as_object_mut().unwrap().remove("case");
        steps.push(json!([
            step.number,
            step.recorded.id.to_string(),
            step.recorded.recorded_at.to_string(),
            step.of_organisation,
            common,
            data,
            corrections
        ]));
    }
    assert_eq!(story.steps.len(), other.steps.len());
    steps
}

#[test]
fn known_at_any_moment_is_what_a_book_cut_off_then_tells() {
    let whole = demo();
    let dir = tempfile::tempdir().unwrap();
    let init = Init {
        municipality: "Rietdam".to_owned(),
        key_file: None,
        at: Some(MADE_AT),
    };
    let cut = Book::init(&dir.path().join("boek"), &init).unwrap();
    let (mut compared, mut told_of) = (0, std::collections::BTreeSet::new());
    for (at, line) in timed() {
        let recording = Recording {
            at: Some(at),
            expected: None,
        };
        let receipt = cut.record(&line, &recording).unwrap();
        told_of.extend(line.dossier);
        for number in &told_of {
            let short = story(&cut, number);
            let by_time = whole.story(number, known(KnownAt::Time(at))).unwrap();
            // The demonstration recorded one event more at its beginning: its own norms.
            let position = KnownAt::Position(receipt.position.next().next());
            let by_position = whole.story(number, known(position)).unwrap();
            assert_eq!(shown(&by_time.steps), shown(&by_position.steps));
            let expected = told(&short, &by_time);
            assert_eq!(told(&by_time, &by_time), expected, "{number} at {at}");
            compared += 1;
        }
        // A dossier that was not there yet is not there.
        for (number, _) in cases::CASES {
            if !told_of.contains(number) {
                let none = whole.story(number, known(KnownAt::Time(at)));
                assert!(
                    matches!(none, Err(Error::NoSuchDossier { .. })),
                    "{number} at {at}"
                );
            }
        }
        let numbers = |book: &Book, as_known| -> Vec<String> {
            let list = book.dossiers(as_known).unwrap();
            list.into_iter().map(|one| one.number).collect()
        };
        let then = numbers(&whole, known(KnownAt::Time(at)));
        assert_eq!(then, numbers(&cut, AsKnown::default()));
    }
    assert!(compared > 1_000, "{compared}");
}

#[test]
fn later_corrected_is_marked_until_the_correction_is_known() {
    let book = demo();
    for (number, target, by) in [("ZAAK-004", "2", "6"), ("ZAAK-012", "2", "6")] {
        let now = story(&book, number);
        let corrected = step(&now, by).recorded.position.0;
        for place in step(&now, target).recorded.position.0..book.store().head().unwrap().next.0 {
            let then = book
                .story(number, known(KnownAt::Position(Position(place + 1))))
                .unwrap();
            let marked = step(&then, target).later_corrected;
            assert_eq!(marked, place < corrected, "{number} at {place}");
        }
    }
}

#[test]
fn shielded_words_are_absent_from_everything_at_every_position() {
    let book = demo();
    let clean = |text: &str, place: &str| {
        for word in WORDS {
            assert!(!text.contains(word), "{place} holds {word}");
        }
    };
    let head = book.store().head().unwrap().next.0;
    for position in 0..=head {
        let as_known = known(KnownAt::Position(Position(position)));
        let Ok(story) = book.story("ZAAK-012", as_known) else {
            continue;
        };
        clean(&format!("{story:?}"), "the debug form");
        for step in &story.steps {
            clean(&step.data.to_string(), "the content");
            clean(&step.common.to_string(), "the common fields");
            let mut open = String::new();
            step.recorded
                .event
                .words(&mut |it| open += it.open().unwrap_or_default());
            clean(&open, "the typed event");
        }
        for entry in story.dossier.entries() {
            clean(&entry.recorded.event.write().to_string(), "the dossier");
            clean(&entry.now().event.write().to_string(), "the dossier now");
        }
        clean(
            &format!("{:?}", book.dossiers(as_known).unwrap()),
            "the list",
        );
        // The empty place stays visible.
        let closed = json!({ "closed": "shielded" });
        assert_eq!(step(&story, "1").data["question"], closed);
        assert_eq!(step(&story, "1").shielded, ["question"]);
    }
    clean(&exported(&book, None), "the export");
    clean(
        &exported(&book, Some("ZAAK-012")),
        "the export of the dossier",
    );
    let now = story(&book, "ZAAK-012");
    let closed = json!({ "closed": "shielded" });
    assert_eq!(
        step(&now, "3").data["perspectives"][0]["perspective"],
        closed
    );
    assert_ne!(
        step(&now, "3").data["perspectives"][1]["perspective"],
        closed
    );
}

#[test]
fn valid_on_a_day_tells_what_had_happened_by_then() {
    let book = demo();
    for (number, _) in cases::CASES {
        let all = story(&book, number);
        // A correction or shielding goes with the entry it is about.
        let day_of = |it: &Step| {
            let target = it.data.get("target").and_then(Value::as_str);
            let about = all
                .steps
                .iter()
                .find(|one| target == Some(&one.recorded.id.to_string()));
            about.unwrap_or(it).recorded.common.occurred_on
        };
        let days: Vec<_> = all.steps.iter().map(day_of).collect();
        for day in &days {
            let as_known = AsKnown {
                known_at: None,
                valid_on: Some(*day),
            };
            let opened = day_of(all.steps.iter().find(|it| !it.of_organisation).unwrap());
            if *day < opened {
                let none = book.story(number, as_known);
                assert!(matches!(none, Err(Error::NoSuchDossier { .. })));
                continue;
            }
            let then = book.story(number, as_known).unwrap();
            let expected: Vec<_> = all
                .steps
                .iter()
                .filter(|it| day_of(it) <= *day)
                .map(|it| it.number)
                .collect();
            let got: Vec<_> = then.steps.iter().map(|it| it.number).collect();
            assert_eq!(got, expected, "{number} on {day}");
            assert_eq!(then.left_out, all.steps.len() - got.len());
        }
    }
}
