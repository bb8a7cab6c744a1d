//! The views killed at any moment: the old file or the new one, never half, and nothing doubled.

use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use weegboek::base::{EventId, Expected};
use weegboek::book::{Access, Book, Recording};
use weegboek::log::{Append, NewEvent};
use weegboek::views::{How, Views, Why};

use crate::generate::interleaved;
use crate::support::{Scene, init};
use crate::views_support::{counting, file, names, rows, short_dossier, sound};

fn child(dir: &std::path::Path, verb: &str) -> Command {
    let mut command = Command::new(assert_cmd::cargo::cargo_bin("weegboek"));
    command
        .arg("--book")
        .arg(dir)
        .args(["views", verb])
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    command
}

/// What the views would be if they were made anew now, in a place of their own.
fn anew(book: &Book, place: &std::path::Path) -> Vec<String> {
    let fold = std::sync::Arc::new(weegboek::views::Facts);
    let views = Views::new(place, std::sync::Arc::clone(book.store()), fold);
    views.rebuild().unwrap();
    rows(&views.path())
}

/// A repeatable row of numbers without a pattern (a linear congruence, its high bits).
fn chance(state: &mut u64) -> u64 {
    *state = state
        .wrapping_mul(6_364_136_223_846_793_005)
        .wrapping_add(1_442_695_040_888_963_407);
    *state >> 33
}

#[test]
fn killed_at_any_moment_the_views_are_the_old_ones_or_the_new_ones() {
    let kills: u64 = std::env::var("WEEGBOEK_KILLS").map_or(16, |kills| kills.parse().unwrap());
    let place = tempfile::tempdir().unwrap();
    let dir = place.path().join("boek");
    let mut book = Book::init(&dir, &init()).unwrap();
    let mut lines = interleaved(3, 1_000).into_iter();
    let mut state = 11;
    let own = dir.join("views/facts.sqlite");
    let mut before: Option<Vec<String>> = None;
    let (mut old, mut new, mut journals) = (0, 0, 0);
    for round in 0..kills {
        for line in lines.by_ref().take(6) {
            book.record(&line, &Recording::default()).unwrap();
        }
        let wanted = anew(&book, &place.path().join("anew"));
        book.close().unwrap();
        let verb = if round % 2 == 0 { "refresh" } else { "rebuild" };
        // How long it takes to start, so that the kill falls somewhere in the work.
        let start = Instant::now();
        child(&dir, "status").status().unwrap();
        let least = start.elapsed();
        let span = if verb == "refresh" { 150_000 } else { 600_000 };
        let mut killed = child(&dir, verb).spawn().unwrap();
        let delay = least / 2 + Duration::from_micros(chance(&mut state) % span);
        std::thread::sleep(delay);
        killed.kill().unwrap();
        killed.wait().unwrap();
        if dir.join("views/facts.sqlite-journal").exists() {
            journals += 1;
        }
        book = Book::open(&dir, Access::Write).unwrap();
        // Every third time somebody looks first; otherwise the refresh finds what the kill left.
        if own.exists() && round % 3 == 0 {
            sound(&own);
            let there = rows(&own);
            let is_new = there == wanted;
            assert!(
                is_new || Some(&there) == before.as_ref(),
                "round {round}: half of the views are there"
            );
            if is_new { new += 1 } else { old += 1 }
        }
        let views = book.views_as_they_are();
        let how = views.refresh().unwrap().how;
        assert!(
            !matches!(
                how,
                How::Rebuilt {
                    why: Why::Damaged(_),
                    ..
                }
            ),
            "round {round}: {how:?}"
        );
        assert_eq!(rows(&own), wanted, "round {round}");
        sound(&own);
        before = Some(wanted);
    }
    use std::io::Write as _;
    writeln!(
        std::io::stderr(),
        "{kills} kills: {old} old, {new} new when looked at first, {journals} journals left"
    )
    .unwrap();
}

#[test]
fn two_processes_refresh_at_once() {
    let place = tempfile::tempdir().unwrap();
    let dir = place.path().join("boek");
    let book = Book::init(&dir, &init()).unwrap();
    let mut lines = interleaved(4, 1_000).into_iter();
    for _ in 0..4 {
        for line in lines.by_ref().take(10) {
            book.record(&line, &Recording::default()).unwrap();
        }
        let verbs = ["refresh", "rebuild", "refresh"];
        let children: Vec<_> = verbs
            .iter()
            .map(|verb| child(&dir, verb).spawn().unwrap())
            .collect();
        for mut child in children {
            assert!(child.wait().unwrap().success());
        }
        let wanted = anew(&book, &place.path().join("anew"));
        assert_eq!(rows(&dir.join("views/facts.sqlite")), wanted);
    }
    assert_eq!(names(&dir.join("views")), ["facts.sqlite", "lock"]);
}

#[test]
fn an_event_that_cannot_be_read_is_parked_and_the_rest_goes_on() {
    let scene = Scene::new();
    let book = &scene.book;
    for line in short_dossier("A-1", 2) {
        book.record(&line, &Recording::default()).unwrap();
    }
    let views = counting(book, "views");
    views.refresh().unwrap();
    // An event of a later release, without parts that this one knows.
    let items = crate::support::items(book, weegboek::store::Opening::Facts);
    let entry = items.last().unwrap().entry;
    let strange = NewEvent {
        stream: entry.stream,
        event_id: EventId::derived("strange"),
        event_type: 999,
        schema_version: 1,
        actor: entry.actor,
        recorded_at: None,
        parts: Vec::new(),
    };
    let append = Append {
        expected: vec![(entry.stream, Expected::Any)],
        events: vec![strange],
    };
    book.store().engine().append(append).unwrap();
    for line in short_dossier("A-2", 1) {
        book.record(&line, &Recording::default()).unwrap();
    }
    let how = views.refresh().unwrap().how;
    assert!(matches!(how, How::CaughtUp { events: 3, .. }), "{how:?}");
    let parked = views.status().unwrap().parked;
    assert_eq!(parked.len(), 1, "{parked:?}");
    assert_eq!((parked[0].position.0, parked[0].event_type), (12, 999));
    assert!(parked[0].reason.contains("no facts"), "{parked:?}");
    counting(book, "anew").rebuild().unwrap();
    assert_eq!(rows(&views.path()), rows(&file(book, "anew")));
    // A later release may know how to read it: it tries again.
    let connection = rusqlite::Connection::open(views.path()).unwrap();
    connection
        .execute("UPDATE view_state SET release = '0.0.1'", [])
        .unwrap();
    drop(connection);
    let how = views.refresh().unwrap().how;
    assert!(
        matches!(
            how,
            How::Rebuilt {
                why: Why::OtherVersion,
                ..
            }
        ),
        "{how:?}"
    );
    assert_eq!(rows(&views.path()), rows(&file(book, "anew")));
}
