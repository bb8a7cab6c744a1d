//! The engine of the views: whatever happened before, the rows are those of the log.

use std::os::unix::fs::PermissionsExt as _;
use std::sync::Arc;

use proptest::prelude::*;
use weegboek::book::{Access, Book, Recording};
use weegboek::views::table::Face;
use weegboek::views::{Error, How, Standing, Views, Why};

use crate::support::{Scene, init};
use crate::views_support::{Counting, ask, counting, file, names, rows, short_dossier, sound};

fn record(book: &Book, name: &str, measurements: usize) {
    for line in short_dossier(name, measurements) {
        book.record(&line, &Recording::default()).unwrap();
    }
}

/// The first editions are 9 events of the settings; then a dossier of 3 and one of 2.
fn scene() -> Scene {
    let scene = Scene::new();
    record(&scene.book, "A-1", 2);
    record(&scene.book, "A-2", 1);
    scene
}

/// What the views would be if they were made anew now.
fn anew(book: &Book) -> Vec<String> {
    counting(book, "anew").rebuild().unwrap();
    rows(&file(book, "anew"))
}

#[test]
fn views_are_made_once_and_then_taken_further() {
    let scene = scene();
    let views = counting(&scene.book, "views");
    let how = views.refresh().unwrap().how;
    // 14 events; versions of tallies: 9, 3 and 2; secrets: 2. Moments that are equal would make
    // fewer versions, but the clock of the machine tells microseconds apart.
    assert!(
        matches!(how, How::Rebuilt { why: Why::Absent, rows } if (26..=30).contains(&rows)),
        "{how:?}"
    );
    assert_eq!(views.refresh().unwrap().how, How::UpToDate);
    assert_eq!(
        ask(&views, "SELECT COUNT(*) FROM steps_taken"),
        ["[Whole(14)]"]
    );
    record(&scene.book, "A-3", 0);
    let measured = short_dossier("A-1", 3).pop().unwrap();
    scene.book.record(&measured, &Recording::default()).unwrap();
    assert_eq!(
        views.refresh().unwrap().how,
        How::CaughtUp {
            events: 2,
            units: 2
        }
    );
    let tallies = "SELECT events FROM tallies WHERE dossier IS NOT NULL ORDER BY position";
    assert_eq!(
        ask(&views, tallies),
        ["[Whole(4)]", "[Whole(2)]", "[Whole(1)]"]
    );
    assert_eq!(rows(&views.path()), anew(&scene.book));
    sound(&views.path());
}

#[test]
fn nobody_else_may_read_them() {
    let scene = scene();
    let views = counting(&scene.book, "views");
    let folder = views.path().parent().unwrap().to_owned();
    std::fs::create_dir(&folder).unwrap();
    std::fs::set_permissions(&folder, std::fs::Permissions::from_mode(0o755)).unwrap();
    views.refresh().unwrap();
    let mode = |path: &std::path::Path| std::fs::metadata(path).unwrap().permissions().mode();
    assert_eq!(mode(&folder) & 0o777, 0o700);
    assert_eq!(mode(&views.path()) & 0o777, 0o600);
    assert_eq!(names(&folder), ["facts.sqlite", "lock"]);
}

#[test]
fn a_file_that_cannot_be_trusted_is_made_anew_and_says_why() {
    let scene = scene();
    let views = counting(&scene.book, "views");
    let path = views.path();
    views.refresh().unwrap();
    let good = std::fs::read(&path).unwrap();
    let wanted = anew(&scene.book);
    let made = |bytes: &[u8]| {
        std::fs::write(&path, bytes).unwrap();
        let before = views.status().unwrap().standing;
        let how = views.refresh().unwrap().how;
        assert_eq!(rows(&path), wanted);
        match (how, before) {
            (How::Rebuilt { why, .. }, Standing::ToBeMade(before)) => {
                assert_eq!(why, before);
                why
            }
            (other, _) => panic!("{other:?}"),
        }
    };
    for bytes in [
        &b""[..],
        b"not a database at all",
        &good[..good.len() / 2],
        &good[..100],
    ] {
        let why = made(bytes);
        assert!(matches!(why, Why::Damaged(_)), "{why:?}");
    }
    let mut header = good.clone();
    header[..16].fill(0);
    assert!(matches!(made(&header), Why::Damaged(_)));
    // Another log: the file of another book.
    let other = Scene::new();
    let foreign = counting(&other.book, "views");
    foreign.refresh().unwrap();
    let foreign = std::fs::read(foreign.path()).unwrap();
    assert_eq!(made(&foreign), Why::OtherLog);
    // A newer projection made it.
    let newer = Views::new(
        path.parent().unwrap(),
        Arc::clone(scene.book.store()),
        Arc::new(Counting(2)),
    );
    newer.rebuild().unwrap();
    assert_eq!(made(&std::fs::read(&path).unwrap()), Why::OtherVersion);
}

#[test]
fn views_ahead_of_a_log_that_was_put_back_are_made_anew() {
    let scene = scene();
    let dir = scene.path();
    let copy = scene.dir.path().join("copy");
    let Scene { book, dir: _keep } = scene;
    book.close().unwrap();
    copy_dir(&dir, &copy);
    let book = Book::open(&dir, Access::Write).unwrap();
    record(&book, "A-3", 1);
    counting(&book, "views").refresh().unwrap();
    book.close().unwrap();
    std::fs::rename(dir.join("views"), copy.join("views")).unwrap();
    // The copy is shorter, then as long but with other events.
    let book = Book::open(&copy, Access::Write).unwrap();
    let views = counting(&book, "views");
    let bytes = std::fs::read(views.path()).unwrap();
    for more in ["", "B-1"] {
        if !more.is_empty() {
            record(&book, more, 3);
            std::fs::write(views.path(), &bytes).unwrap();
        }
        let how = views.refresh().unwrap().how;
        assert!(
            matches!(
                how,
                How::Rebuilt {
                    why: Why::AheadOfLog,
                    ..
                }
            ),
            "{how:?}"
        );
        assert_eq!(rows(&views.path()), anew(&book));
    }
}

fn copy_dir(from: &std::path::Path, to: &std::path::Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy_dir(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).unwrap();
        }
    }
}

#[test]
fn damage_that_a_question_finds_is_mended_by_the_next_refresh() {
    let scene = scene();
    for name in 0..40 {
        record(&scene.book, &format!("C-{name}"), 3);
    }
    let views = counting(&scene.book, "views");
    views.refresh().unwrap();
    let mut bytes = std::fs::read(views.path()).unwrap();
    // The page of the steps: all pages but the first become nonsense.
    let len = bytes.len();
    bytes[8_192 * 4..len - 8_192].fill(0xa5);
    std::fs::write(views.path(), &bytes).unwrap();
    let questions = views.connect(None, Face::Open).unwrap();
    let limits = weegboek::views::Limits::default();
    let found = questions.answer(
        "SELECT event_type, COUNT(*) FROM steps_taken GROUP BY 1",
        limits,
    );
    assert!(matches!(found, Err(Error::Damaged { .. })), "{found:?}");
    let how = views.refresh().unwrap().how;
    assert!(
        matches!(
            how,
            How::Rebuilt {
                why: Why::Damaged(_),
                ..
            }
        ),
        "{how:?}"
    );
    assert_eq!(rows(&views.path()), anew(&scene.book));
    assert_eq!(views.refresh().unwrap().how, How::UpToDate);
}

#[test]
fn a_new_edition_projects_everything_again() {
    let scene = scene();
    let views = counting(&scene.book, "views");
    views.refresh().unwrap();
    let mut edition: serde_json::Value =
        serde_json::from_str(include_str!("../../src/domain/editions/normen.json")).unwrap();
    edition["valid_from"] = "2025-01-01".into();
    edition["edition"] = "tweede".into();
    let mut line = weegboek::exchange::Line {
        event: "catalogue_adopted".to_owned(),
        ..Default::default()
    };
    line.data = edition.as_object().unwrap().clone();
    for (key, value) in [
        ("occurred_on", "2025-01-01"),
        ("actor", "B1"),
        ("role", "BH"),
    ] {
        line.common.insert(key.to_owned(), value.into());
    }
    scene.book.record(&line, &Recording::default()).unwrap();
    let how = views.refresh().unwrap().how;
    assert!(
        matches!(
            how,
            How::Rebuilt {
                why: Why::Settings,
                ..
            }
        ),
        "{how:?}"
    );
    assert_eq!(rows(&views.path()), anew(&scene.book));
}

#[test]
fn without_the_key_nothing_is_made_and_what_is_there_stays() {
    let scene = scene();
    let dir = scene.path();
    let Scene { book, dir: _keep } = scene;
    counting(&book, "views").refresh().unwrap();
    record(&book, "A-3", 0);
    book.close().unwrap();
    std::fs::remove_file(dir.join("key/kek")).unwrap();
    let book = Book::open(&dir, Access::Read).unwrap();
    let views = counting(&book, "views");
    let before = std::fs::read(views.path()).unwrap();
    assert!(matches!(views.refresh(), Err(Error::Store(_))));
    assert!(matches!(views.rebuild(), Err(Error::Store(_))));
    assert_eq!(std::fs::read(views.path()).unwrap(), before);
    let status = views.status().unwrap();
    assert_eq!(
        (status.standing.clone(), status.lag()),
        (Standing::Behind, 1)
    );
}

#[test]
fn a_refresh_waits_for_another_one_and_then_says_who() {
    let scene = scene();
    let views = counting(&scene.book, "views");
    views.refresh().unwrap();
    record(&scene.book, "A-3", 0);
    let lock = std::fs::File::open(views.path().with_file_name("lock")).unwrap();
    lock.lock().unwrap();
    let hasty = views
        .clone()
        .patient_for(std::time::Duration::from_millis(50));
    let refused = hasty.refresh().unwrap_err();
    assert!(matches!(refused, Error::Busy { .. }), "{refused}");
    std::thread::scope(|scope| {
        let waiting = scope.spawn(|| views.refresh().unwrap().how);
        std::thread::sleep(std::time::Duration::from_millis(50));
        drop(lock);
        let how = waiting.join().unwrap();
        assert!(matches!(how, How::CaughtUp { events: 1, .. }), "{how:?}");
    });
}

#[test]
fn many_who_refresh_at_once_take_every_event_in_once() {
    let scene = scene();
    let reader = Book::open(&scene.path(), Access::Read).unwrap();
    std::thread::scope(|scope| {
        for turn in 0..3 {
            let (book, reader) = (&scene.book, &reader);
            scope.spawn(move || {
                for count in 0..8 {
                    record(book, &format!("T{turn}-{count}"), count % 3);
                    let side = if turn == 0 { reader } else { book };
                    counting(side, "views").refresh().unwrap();
                }
            });
        }
    });
    let views = counting(&scene.book, "views");
    views.refresh().unwrap();
    assert_eq!(rows(&views.path()), anew(&scene.book));
    sound(&views.path());
}

#[derive(Debug, Clone)]
enum Step {
    Record { dossier: u8, together: u8 },
    Refresh,
    Rebuild,
    Lose,
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let step = prop_oneof![
        6 => (0_u8..5, 1_u8..4).prop_map(|(dossier, together)| Step::Record { dossier, together }),
        4 => Just(Step::Refresh),
        1 => Just(Step::Rebuild),
        1 => Just(Step::Lose),
    ];
    proptest::collection::vec(step, 1..16)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 10, ..ProptestConfig::default() })]

    /// Taken further or made anew, at every moment: the same rows.
    #[test]
    fn views_taken_further_are_views_made_anew(steps in steps()) {
        let dir = tempfile::tempdir().unwrap();
        let book = Book::init(&dir.path().join("boek"), &init()).unwrap();
        let views = counting(&book, "views");
        let mut counts = [0_usize; 5];
        for step in steps {
            match step {
                Step::Record { dossier, together } => {
                    let at = usize::from(dossier);
                    let until = counts[at] + usize::from(together);
                    for line in short_dossier(&format!("P-{dossier}"), until).into_iter()
                        .skip(counts[at]).take(usize::from(together))
                    {
                        book.record(&line, &Recording::default()).unwrap();
                    }
                    counts[at] = until;
                }
                Step::Refresh => {
                    views.refresh().unwrap();
                    prop_assert_eq!(rows(&views.path()), anew(&book));
                }
                Step::Rebuild => {
                    views.rebuild().unwrap();
                }
                Step::Lose => {
                    let _absent = std::fs::remove_file(views.path());
                }
            }
        }
        views.refresh().unwrap();
        prop_assert_eq!(rows(&views.path()), anew(&book));
    }
}
