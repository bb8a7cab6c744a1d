//! The rows of the fact tables: as known at every moment, and after every kind of change.

use std::io::Cursor;

use weegboek::book::{Book, Init, import};
use weegboek::domain::{Event, Recorded};
use weegboek::views::rows::{self, Projection};
use weegboek::views::table::{Cell, Row};

use crate::generate::synth::{self, Lateness, Options, Plan};
use crate::rows_support::{Facts, key, known_at};

/// Dossiers that a municipality could have recorded, with corrections, contests and handovers.
fn made(seed: u64, lateness: Lateness) -> Facts {
    let options = Options {
        seed,
        events: 2_500,
        dossiers: u64::MAX,
        lateness,
    };
    let mut text = String::new();
    for block in Plan::new(options) {
        for line in synth::block(&options, &block).iter().flat_map(|w| &w.lines) {
            text.push_str(&line.to_value().to_string());
            text.push('\n');
        }
    }
    let dir = tempfile::tempdir().unwrap();
    let init = Init {
        municipality: "Rietdam".to_owned(),
        ..Init::default()
    };
    let book = Book::init(&dir.path().join("boek"), &init).unwrap();
    let mut input = Cursor::new(text.as_bytes());
    let report = book
        .import_file(&mut input, import::Options::default(), &mut |_| ())
        .unwrap();
    assert_eq!(report.events, 2_500);
    Facts::of(&book)
}

fn demo() -> Facts {
    let dir = tempfile::tempdir().unwrap();
    let (book, _) = Book::demo(&dir.path().join("boek")).unwrap();
    Facts::of(&book)
}

fn is_shielded(events: &[Recorded]) -> bool {
    events
        .iter()
        .any(|one| matches!(one.event, Event::EntryShielded(_)))
}

fn sorted(rows: impl IntoIterator<Item = Row>) -> Vec<Row> {
    let mut rows: Vec<Row> = rows.into_iter().collect();
    rows.sort_by_key(key);
    rows
}

/// Moments at which a dossier learned something new.
fn moments(events: &[Recorded]) -> Vec<i64> {
    let mut moments: Vec<i64> = events.iter().map(|one| one.recorded_at.0).collect();
    moments.dedup();
    moments
}

/// Rows of every prefix are the rows of the whole, as known at the prefix's last moment; and a
/// fold that works out everything after every event finds nothing else.
pub(crate) fn holds_at_every_moment(facts: &Facts, events: &[Recorded], fold: Fold<'_>) {
    let whole = fold(facts, events.to_vec(), false);
    let thorough = fold(facts, events.to_vec(), true);
    same(&sorted(whole.rows.clone()), &sorted(thorough.rows));
    for row in &whole.rows {
        assert_eq!(row.cells.len(), 8 + row.table.columns.len());
        assert_ne!(row.cells[6], row.cells[7], "{row:?}");
    }
    if is_shielded(events) {
        return;
    }
    for moment in moments(events) {
        let prefix: Vec<Recorded> = events
            .iter()
            .filter(|one| one.recorded_at.0 <= moment)
            .cloned()
            .collect();
        let then = fold(facts, prefix, false);
        let then = then
            .rows
            .into_iter()
            .filter(|row| row.cells[7] == Cell::Null);
        same(&sorted(then), &sorted(known_at(&whole.rows, moment)));
    }
}

/// Holds rows to other rows; names the first that differs.
fn same(one: &[Row], other: &[Row]) {
    let short = |row: &Row| (row.table.name, row.cells.clone());
    for (one, other) in one.iter().zip(other) {
        assert_eq!(short(one), short(other));
    }
    assert_eq!(one.len(), other.len());
}

pub(crate) type Fold<'a> = &'a dyn Fn(&Facts, Vec<Recorded>, bool) -> Projection;

#[test]
fn every_prefix_is_the_whole_as_known_then() {
    let dossier: Fold<'_> = &|facts, events, thorough| facts.dossier(events, thorough);
    let organisation: Fold<'_> = &|facts, events, _| facts.organisation(events);
    let settings: Fold<'_> = &|_, events, _| rows::settings(&events);
    for facts in [
        demo(),
        made(7, Lateness::Usual),
        made(8, Lateness::Late),
        made(9, Lateness::Late),
    ] {
        assert!(!facts.dossiers.is_empty());
        for events in &facts.dossiers {
            holds_at_every_moment(&facts, events, dossier);
        }
        for events in &facts.organisations {
            holds_at_every_moment(&facts, events, organisation);
        }
        holds_at_every_moment(&facts, &facts.settings, settings);
    }
}

/// Every event once more in shuffled days: what is recorded late still gives the same rows,
/// however they are folded.
#[test]
fn days_out_of_order_change_nothing_in_how_rows_follow() {
    let facts = made(11, Lateness::Late);
    let dossier: Fold<'_> = &|facts, events, thorough| facts.dossier(events, thorough);
    for (turn, events) in facts.dossiers.iter().enumerate() {
        let mut events = events.clone();
        let days: Vec<_> = events.iter().map(|one| one.common.occurred_on).collect();
        let len = days.len();
        for (at, one) in events.iter_mut().enumerate() {
            one.common.occurred_on = days[(at * 7 + turn) % len];
        }
        holds_at_every_moment(&facts, &events, dossier);
    }
}
