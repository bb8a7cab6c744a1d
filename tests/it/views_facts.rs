//! The real fact tables in their file: taken further is made anew, and known then is known then.

use proptest::prelude::*;
use weegboek::base::{Position, Timestamp};
use weegboek::book::views::tables;
use weegboek::book::{Access, Book, Recording};
use weegboek::store::Opening;
use weegboek::views::table::{Face, Table};
use weegboek::views::{Limits, Views};

use crate::generate::interleaved;
use crate::support::{demo, init, items};
use crate::views_support::rows;

/// The views of a book in a folder of this name, of its own.
fn facts(book: &Book, dir: &std::path::Path) -> Views {
    let fold = std::sync::Arc::new(weegboek::views::Facts);
    Views::new(dir, std::sync::Arc::clone(book.store()), fold)
}

/// Every row of a table as known then, sorted.
fn known(views: &Views, table: &Table, at: Option<Timestamp>) -> Vec<String> {
    let questions = views.connect(at, Face::Own).unwrap();
    let sql = format!("SELECT * FROM {}", table.name);
    let answer = questions.answer(&sql, Limits::default()).unwrap();
    let mut rows: Vec<String> = answer.rows.iter().map(|row| format!("{row:?}")).collect();
    rows.sort();
    rows
}

/// The twelve cases are known by hand: how many there are, and that every table can be read.
#[test]
fn the_worked_cases_stand_in_their_tables() {
    let book = demo();
    let place = tempfile::tempdir().unwrap();
    let views = facts(&book, &place.path().join("views"));
    views.refresh().unwrap();
    let status = views.status().unwrap();
    assert_eq!(status.lag(), 0);
    assert!(status.parked.is_empty(), "{:?}", status.parked);
    let count = |name: &str| {
        let of = status.tables.iter().find(|(table, _, _)| *table == name);
        of.map_or(0, |(_, now, _)| *now)
    };
    assert_eq!(count("trajectories"), 12);
    // One row for each event of a dossier.
    let all = items(&book, Opening::Facts);
    let of_dossiers = all.iter().filter(|item| {
        let category = item.entry.stream.category.0;
        [1, 3, 4].contains(&category)
    });
    assert_eq!(count("entries"), of_dossiers.count() as u64);
    for (table, columns) in tables() {
        let questions = views.connect(None, Face::Own).unwrap();
        let sql = format!("SELECT * FROM {}", table.name);
        let answer = questions.answer(&sql, Limits::default()).unwrap();
        let names: Vec<&str> = columns.iter().map(|column| column.name).collect();
        assert_eq!(answer.columns, names, "{}", table.name);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3, ..ProptestConfig::default() })]

    /// Refreshed at random moments: the same rows as made anew. And what is asked as known at a
    /// moment is what a log that ends there knows, in every table.
    #[test]
    fn taken_further_is_made_anew_and_known_then_is_what_was_there(
        seed in 1_u64..1_000, steps in proptest::collection::vec(1_usize..60, 3..6),
    ) {
        let place = tempfile::tempdir().unwrap();
        let book = Book::init(&place.path().join("boek"), &init()).unwrap();
        let lines = interleaved(seed, 220);
        let views = facts(&book, &place.path().join("views"));
        let anew = facts(&book, &place.path().join("anew"));
        let mut cuts: Vec<(Timestamp, Vec<Vec<String>>)> = Vec::new();
        let mut lines = lines.into_iter();
        for step in steps {
            for line in lines.by_ref().take(step) {
                book.record(&line, &Recording::default()).unwrap();
            }
            views.refresh().unwrap();
            anew.rebuild().unwrap();
            prop_assert_eq!(rows(&views.path()), rows(&anew.path()));
            let head = book.store().head().unwrap();
            let last = book.store().engine().record(Position(head.next.0 - 1)).unwrap().unwrap();
            let at = last.as_record().entry.recorded_at;
            cuts.push((at, tables().map(|(table, _)| known(&anew, table, None)).collect()));
        }
        for (at, wanted) in cuts {
            for ((table, _), wanted) in tables().zip(wanted) {
                prop_assert_eq!(known(&views, table, Some(at)), wanted, "{}", table.name);
            }
        }
    }
}

/// A book that is open for reading only brings its views up to date too.
#[test]
fn a_reader_brings_the_views_up_to_date() {
    let place = tempfile::tempdir().unwrap();
    let dir = place.path().join("boek");
    let (book, _) = Book::demo(&dir).unwrap();
    book.close().unwrap();
    let book = Book::open(&dir, Access::Read).unwrap();
    let views = book.views().unwrap();
    assert_eq!(views.status().unwrap().lag(), 0);
    assert!(dir.join("views/facts.sqlite").exists());
}
