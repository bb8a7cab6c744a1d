//! The connection for questions: it reads the open tables, and nothing else, within limits.

use std::time::Duration;

use weegboek::base::Timestamp;
use weegboek::book::Recording;
use weegboek::views::table::{Cell, Face};
use weegboek::views::{Cut, Error, Limits, Questions, Views};

use crate::support::Scene;
use crate::views_support::{counting, rows, short_dossier};

fn scene() -> (Scene, Views) {
    let scene = Scene::new();
    for line in short_dossier("A-1", 3) {
        scene.book.record(&line, &Recording::default()).unwrap();
    }
    let views = counting(&scene.book, "views");
    views.refresh().unwrap();
    (scene, views)
}

fn first(questions: &Questions, sql: &str) -> Cell {
    let answer = questions.answer(sql, Limits::default()).unwrap();
    answer.rows[0][0].clone()
}

#[test]
fn only_the_open_tables_are_read_and_nothing_is_written() {
    let (_scene, views) = scene();
    let before = rows(&views.path());
    let questions = views.connect(None, Face::Open).unwrap();
    for refused in [
        "SELECT * FROM secrets",
        "SELECT COUNT(*) FROM secrets",
        "SELECT COUNT(*) FROM all_secrets",
        "SELECT 1 WHERE EXISTS (SELECT 1 FROM secrets)",
        "SELECT (SELECT bits FROM main.all_secrets LIMIT 1)",
        "WITH x AS (SELECT bits FROM secrets) SELECT COUNT(*) FROM x",
        "SELECT log FROM view_state",
        "SELECT COUNT(*) FROM view_state",
        "SELECT COUNT(*) FROM parked",
        "SELECT name FROM sqlite_schema",
        "SELECT COUNT(*) FROM sqlite_master",
        "SELECT * FROM pragma_table_info('all_secrets')",
        "SELECT COUNT(*) FROM pragma_table_list",
        "SELECT COUNT(*) FROM dbstat",
        "INSERT INTO all_tallies SELECT * FROM all_tallies",
        "UPDATE all_tallies SET events = 0",
        "DELETE FROM all_tallies",
        "DROP TABLE all_tallies",
        "CREATE TABLE x(a)",
        "CREATE TEMP TABLE x(a)",
        "CREATE TEMP VIEW x AS SELECT 1",
        "CREATE VIRTUAL TABLE temp.x USING fts5(a)",
        "ATTACH '/tmp/elsewhere.sqlite' AS x",
        "ATTACH ':memory:' AS x",
        "VACUUM INTO '/tmp/elsewhere.sqlite'",
        "PRAGMA user_version = 9",
        "PRAGMA query_only = OFF",
        "PRAGMA hard_heap_limit = 0",
        "BEGIN IMMEDIATE",
        "SELECT load_extension('x')",
    ] {
        let answer = questions.answer(refused, Limits::default());
        assert!(
            matches!(answer, Err(Error::Question { .. })),
            "{refused}: {answer:?}"
        );
    }
    assert_eq!(rows(&views.path()), before);
    assert!(!std::path::Path::new("/tmp/elsewhere.sqlite").exists());
    // What is allowed still works on the same connection, in every shape a question takes.
    for (asked, wanted) in [
        ("SELECT COUNT(*) FROM tallies WHERE dossier IS NOT NULL", 1),
        (
            "SELECT COUNT(*) FROM all_tallies WHERE dossier IS NOT NULL",
            4,
        ),
        (
            "WITH x AS (SELECT events FROM tallies) SELECT COUNT(*) FROM x",
            2,
        ),
        (
            "SELECT COUNT(*) FROM (SELECT 1 AS a UNION ALL SELECT 2) AS y",
            2,
        ),
        (
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5) SELECT COUNT(*) FROM n",
            5,
        ),
        ("SELECT COUNT(*) FROM days WHERE year = '2024'", 366),
        (
            "SELECT MAX(w) FROM (SELECT ROW_NUMBER() OVER (ORDER BY position) AS w FROM tallies)",
            2,
        ),
    ] {
        assert_eq!(first(&questions, asked), Cell::Whole(wanted), "{asked}");
    }
    // The book's own pages see more.
    let own = views.connect(None, Face::Own).unwrap();
    assert_eq!(first(&own, "SELECT COUNT(*) FROM secrets"), Cell::Whole(1));
}

#[test]
fn an_answer_stops_at_its_limits_and_says_which() {
    let (_scene, views) = scene();
    let questions = views.connect(None, Face::Open).unwrap();
    let three = Limits {
        rows: Some(3),
        ..Limits::default()
    };
    let answer = questions.answer("SELECT day FROM days", three).unwrap();
    assert_eq!((answer.rows.len(), answer.cut), (3, Some(Cut::Rows)));
    let answer = questions
        .answer("SELECT day FROM days LIMIT 3", three)
        .unwrap();
    assert_eq!((answer.rows.len(), answer.cut), (3, None));
    let soon = Limits {
        time: Some(Duration::from_millis(200)),
        ..Limits::default()
    };
    let endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) \
                   SELECT MAX(i) FROM n";
    let answer = questions.answer(endless, soon).unwrap();
    assert_eq!(answer.cut, Some(Cut::Time));
    // The clock of one question does not run on into the next.
    std::thread::sleep(Duration::from_millis(250));
    assert_eq!(
        first(&questions, "SELECT COUNT(*) FROM days"),
        Cell::Whole(73_414)
    );
    let huge = questions.answer("SELECT length(zeroblob(1000000000))", Limits::default());
    assert!(huge.is_err(), "{huge:?}");
}

#[test]
fn a_table_of_one_row_is_given_to_a_question() {
    let (_scene, views) = scene();
    let questions = views.connect(None, Face::Open).unwrap();
    for events in [4, 40] {
        let cells = [("events", Cell::Whole(events)), ("team", Cell::Null)];
        questions.give("asked", &cells).unwrap();
        let counted = first(
            &questions,
            "SELECT COUNT(*) FROM tallies CROSS JOIN asked
             WHERE tallies.events = asked.events AND asked.team IS NULL",
        );
        assert_eq!(counted, Cell::Whole(i64::from(events == 4)));
    }
    assert!(
        questions
            .answer("DELETE FROM asked", Limits::default())
            .is_err()
    );
}

#[test]
fn as_known_at_a_moment_is_what_was_known_then() {
    let (scene, views) = scene();
    let events = crate::support::items(&scene.book, weegboek::store::Opening::Facts);
    let dossier: Vec<Timestamp> = events[events.len() - 4..]
        .iter()
        .map(|item| item.entry.recorded_at)
        .collect();
    let count = "SELECT SUM(events) FROM tallies WHERE dossier IS NOT NULL";
    for (at, moment) in dossier.iter().enumerate() {
        let known = |at: Timestamp| {
            let questions = views.connect(Some(at), Face::Open).unwrap();
            first(&questions, count)
        };
        let wanted = i64::try_from(at).unwrap();
        assert_eq!(known(*moment), Cell::Whole(wanted + 1));
        let before = match wanted {
            0 => Cell::Null,
            events => Cell::Whole(events),
        };
        assert_eq!(known(Timestamp(moment.0 - 1)), before);
    }
    let questions = views.connect(Some(dossier[1]), Face::Open).unwrap();
    let superseded = "SELECT COUNT(superseded_at) FROM tallies";
    assert_eq!(first(&questions, superseded), Cell::Whole(0));
}

#[test]
fn readers_keep_the_file_they_opened_while_another_takes_its_place() {
    let (scene, views) = scene();
    let questions = views.connect(None, Face::Open).unwrap();
    let count = "SELECT COUNT(*) FROM steps_taken";
    let before = first(&questions, count);
    for line in short_dossier("A-2", 1) {
        scene.book.record(&line, &Recording::default()).unwrap();
    }
    views.rebuild().unwrap();
    assert_eq!(first(&questions, count), before);
    let after = views.connect(None, Face::Open).unwrap();
    assert_ne!(first(&after, count), before);
}
