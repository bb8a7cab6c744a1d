//! Doing it again: the same id, the same version, many at once.

use std::collections::BTreeMap;

use weegboek::base::{EventId, Version};
use weegboek::book::fields::{Line, Rule};
use weegboek::book::{Access, AsKnown, Book, Error, Kind, Recording};
use weegboek::{log, store};

use crate::support::{Scene, dossier, gap_free, init, line, renamed, set, unset};

#[test]
fn the_same_id_with_the_same_content_gives_the_same_receipt() {
    let mut scene = Scene::new();
    let mut receipts = Vec::new();
    for line in dossier() {
        receipts.push(scene.records(&line));
    }
    for round in 0..2 {
        let before = scene.everything();
        for (line, first) in dossier().iter().zip(&receipts) {
            let again = scene.book.record(line, &Recording::default()).unwrap();
            assert!(again.was_there);
            let mut expected = first.clone();
            expected.was_there = true;
            assert_eq!(again, expected);
        }
        assert_eq!(scene.everything(), before, "round {round}");
        if round == 0 {
            let Scene { book, dir } = scene;
            let path = dir.path().join("boek");
            book.close().unwrap();
            let book = Book::open(&path, Access::Write).unwrap();
            scene = Scene { book, dir };
        }
    }
    // What holds for others holds for a repetition too: a version that is over is no conflict.
    let stale = Recording {
        expected: Some(Version(0)),
        at: None,
    };
    let again = scene.book.record(&line("decision"), &stale).unwrap();
    assert!(again.was_there);
}

#[test]
fn the_same_id_with_other_content_is_a_conflict() {
    let scene = Scene::after("closed");
    let other = |name: &str, change: &dyn Fn(&mut Line)| {
        let mut line = line(name);
        change(&mut line);
        let before = scene.everything();
        let error = scene.book.record(&line, &Recording::default()).unwrap_err();
        assert_eq!(error.kind(), Kind::Conflict, "{error}");
        assert!(
            matches!(&error, Error::Store(store::Error::SameIdOtherContent { id, .. })
                if *id == EventId::derived(&format!("D-1/{name}"))),
            "{error}"
        );
        assert_eq!(scene.everything(), before);
    };
    other("voice", &|it| set(it, "words", "Iets anders."));
    other("voice", &|it| set(it, "heard", 1));
    other("voice", &|it| set(it, "minutes_spent", 1));
    other("voice", &|it| set(it, "occurred_on", "2025-07-03"));
    other("voice", &|it| unset(it, "about"));
    other("corrected", &|it| set(it, "new_words", "Iets anders."));
    other("corrected", &|it| set(it, "reason", "Iets anders."));
    other("obstacle", &|it| unset(it, "case"));
}

#[test]
fn the_same_id_in_another_dossier_is_a_conflict() {
    let scene = Scene::after("conversation");
    let mut opened = line("opened");
    opened.dossier = Some("D-3".to_owned());
    set(&mut opened, "number", "D-3");
    let error = scene
        .book
        .record(&opened, &Recording::default())
        .unwrap_err();
    assert_eq!(error.kind(), Kind::Conflict, "{error}");
}

/// A correction is kept in one form, whichever of its two fields was filled in.
#[test]
fn a_correction_is_the_same_in_either_form() {
    let scene = Scene::before("corrected");
    let mut by_value = line("corrected");
    let words = by_value.data.remove("new_words").unwrap();
    set(&mut by_value, "new_value", words);
    let first = scene.records(&by_value);
    for form in [&by_value, &line("corrected")] {
        let again = scene.book.record(form, &Recording::default()).unwrap();
        assert_eq!((again.was_there, again.position), (true, first.position));
    }
}

fn voice(number: usize) -> Line {
    let mut line = renamed(&line("voice"), &format!("stem-{number}"));
    unset(&mut line, "about");
    set(&mut line, "words", format!("Dit is stem {number}."));
    line
}

#[test]
fn eight_threads_with_the_same_ids_record_each_once() {
    let scene = Scene::after("opened");
    let before = scene.checkpoint().next;
    let places: Vec<BTreeMap<usize, u64>> = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..8)
            .map(|thread| {
                let book = &scene.book;
                scope.spawn(move || {
                    let mut places = BTreeMap::new();
                    for at in 0..200 {
                        // Half of them go through the row the other way.
                        let number = if thread % 2 == 0 { at } else { 199 - at };
                        let receipt = book.record(&voice(number), &Recording::default());
                        places.insert(number, receipt.unwrap().position.0);
                    }
                    places
                })
            })
            .collect();
        threads.into_iter().map(|it| it.join().unwrap()).collect()
    });
    assert!(places.iter().all(|one| *one == places[0]));
    assert_eq!(scene.checkpoint().next.0, before.0 + 200);
    gap_free(&scene.book);
}

#[test]
fn eight_threads_record_in_one_dossier() {
    let scene = Scene::after("opened");
    std::thread::scope(|scope| {
        for thread in 0..8 {
            let book = &scene.book;
            scope.spawn(move || {
                for at in 0..50 {
                    let line = voice(thread * 50 + at);
                    let receipt = book.record(&line, &Recording::default()).unwrap();
                    assert!(!receipt.was_there);
                }
            });
        }
    });
    gap_free(&scene.book);
    let story = scene.book.story("D-1", AsKnown::default()).unwrap();
    assert_eq!(story.steps.len(), 401);
    let versions = story.steps.iter().map(|step| step.recorded.version.0);
    assert!(versions.eq(0..401));
}

#[test]
fn one_of_many_with_the_same_expected_version_wins() {
    let scene = Scene::after("opened");
    let outcomes: Vec<bool> = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..8)
            .map(|number| {
                let book = &scene.book;
                scope.spawn(move || {
                    let expecting = Recording {
                        expected: Some(Version(0)),
                        at: None,
                    };
                    match book.record(&voice(number), &expecting) {
                        Ok(receipt) => receipt.version == Some(Version(1)),
                        Err(Error::Refused(why)) => {
                            assert_eq!(why[0].rule, Rule::R28);
                            false
                        }
                        Err(other) => panic!("{other}"),
                    }
                })
            })
            .collect();
        threads.into_iter().map(|it| it.join().unwrap()).collect()
    });
    assert_eq!(outcomes.iter().filter(|won| **won).count(), 1);
}

#[test]
fn a_second_writer_is_told_that_the_book_is_taken() {
    let scene = Scene::after("opened");
    let second = Book::open(&scene.path(), Access::Write).err().unwrap();
    assert_eq!(second.kind(), Kind::Conflict, "{second}");
    let locked = matches!(
        &second,
        Error::Store(store::Error::Log(log::Error::Locked { .. }))
    );
    assert!(locked, "{second}");
    let again = Book::init(&scene.path(), &init()).err().unwrap();
    assert!(matches!(again, Error::BookExists { .. }));
    // The first goes on.
    scene.records(&line("lead"));
}
