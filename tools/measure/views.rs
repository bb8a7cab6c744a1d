//! The fact tables: making them anew, and taking in what came since.

use std::path::Path;

use weegboek::book::views::How;
use weegboek::book::{Access, Book, Recording};

use super::Failure;
use super::load::{as_f64, long_dossiers};
use super::process::{resident, size_of, timed};
use super::table::Table;

/// Turns of making anew; the quickest counts.
const TURNS: usize = 2;

/// Measures the views of a book, in a process of its own.
pub(crate) fn run(dir: &Path, table: &mut Table) -> Result<(), Failure> {
    table.part("Fact tables");
    let book = Book::open(dir, Access::Write)?;
    let views = book.views_as_they_are();
    let events = as_f64(book.store().head()?.next.0);
    let mut best: Option<(f64, f64)> = None;
    let mut rows = 0;
    for _ in 0..TURNS {
        let (done, spent) = timed(|| views.rebuild());
        if let How::Rebuilt { rows: made, .. } = done?.how {
            rows = made;
        }
        if best.is_none_or(|(wall, _)| spent.wall < wall) {
            best = Some((spent.wall, spent.cpu));
        }
    }
    let (wall, cpu) = best.unwrap_or_default();
    let note = format!("{cpu:.1} s of CPU, {rows} rows; goal 5 s for 1 million events");
    table.add("made anew", wall, "s", note);
    let note = "of the log, all tables with their indexes";
    table.add("events", events / wall, "events/s", note);
    table.add("memory", resident("VmHWM"), "MiB", "greatest; goal 300 MiB");
    let bytes = as_f64(size_of(&views.path())? / 1024) / 1024.0;
    table.add("file", bytes, "MiB", "");
    // Numbers that no earlier run gave.
    let mut next = book.store().head()?.next.0;
    let first = format!("V-{next}");
    for (count, note) in [(1_u64, ""), (1_000, "in as many dossiers")] {
        record(&book, count, &mut next)?;
        let (done, spent) = timed(|| views.refresh());
        let done = done?;
        if !matches!(done.how, How::CaughtUp { .. }) {
            return Err(format!("not taken further but {:?}", done.how).into());
        }
        let note = format!("{:.0} ms of CPU; {note}", spent.cpu * 1e3);
        table.add(
            format!("taken further by {count}"),
            spent.wall * 1e3,
            "ms",
            note.trim_end_matches([';', ' ']).to_owned(),
        );
    }
    super::questions::run(&book, &first, table)?;
    book.close()?;
    Ok(())
}

/// Opens so many dossiers, each with one event.
fn record(book: &Book, count: u64, next: &mut u64) -> Result<(), Failure> {
    let lines = long_dossiers();
    let line = lines.first().and_then(|lines| lines.first());
    let mut line = line.ok_or("there are no dossiers")?.clone();
    line.id = None;
    for _ in 0..count {
        let number = format!("V-{next}");
        *next += 1;
        line.data
            .insert("number".to_owned(), number.as_str().into());
        line.dossier = Some(number);
        book.record(&line, &Recording::default())?;
    }
    Ok(())
}
