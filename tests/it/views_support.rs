//! Views by a projection that can be worked out by hand, and what stands in their file.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use weegboek::book::Book;
use weegboek::book::fields::Line;
use weegboek::domain::{Catalogues, Recorded};
use weegboek::views::table::{Cell, Column, Face, Kind, Row, Table};
use weegboek::views::{Fold, Limits, Look, Views};

/// One row for each event.
pub(crate) static STEPS: Table = Table {
    name: "steps_taken",
    doc: "one row for each event",
    columns: &[
        Column {
            name: "event_type",
            kind: Kind::Key,
            nullable: false,
            doc: "its type",
        },
        Column {
            name: "by",
            kind: Kind::Person,
            nullable: false,
            doc: "who recorded it",
        },
    ],
    events: &[],
    face: Face::Open,
};

/// One row for each dossier, organisation or settings: how many events it has.
pub(crate) static TALLIES: Table = Table {
    name: "tallies",
    doc: "one row for each part of the book",
    columns: &[Column {
        name: "events",
        kind: Kind::Whole,
        nullable: false,
        doc: "events by then",
    }],
    events: &[],
    face: Face::Open,
};

/// What questions may not see.
pub(crate) static SECRETS: Table = Table {
    name: "secrets",
    doc: "one row for each dossier",
    columns: &[Column {
        name: "bits",
        kind: Kind::Key,
        nullable: false,
        doc: "its pseudonym",
    }],
    events: &[],
    face: Face::Own,
};

/// Counts events; its version is what the test says.
pub(crate) struct Counting(pub(crate) u32);

impl Counting {
    fn rows(events: &[Recorded], dossier: bool, look: &Look<'_>) -> Vec<Row> {
        let mut rows = Vec::new();
        let whole = |position: u64| Cell::Whole(i64::try_from(position).unwrap());
        let first = whole(events[0].position.0);
        let common = |recorded: &Recorded, position: Cell, until: Option<i64>| {
            vec![
                position,
                Cell::Whole(0),
                if dossier { first.clone() } else { Cell::Null },
                Cell::Text(recorded.common.municipality.0.clone().into()),
                Cell::Null,
                Cell::Whole(i64::from(recorded.common.occurred_on.since_epoch())),
                Cell::Whole(recorded.recorded_at.0),
                until.map_or(Cell::Null, Cell::Whole),
            ]
        };
        for (at, recorded) in events.iter().enumerate() {
            let mut step = common(recorded, whole(recorded.position.0), None);
            step.push(Cell::Text(recorded.event.event_type().name().into()));
            step.push(Cell::Whole(look.person(&recorded.common.actor)));
            rows.push(Row {
                table: &STEPS,
                cells: step,
            });
            let next = events.get(at + 1).map(|next| next.recorded_at.0);
            if next == Some(recorded.recorded_at.0) {
                continue;
            }
            let mut tally = common(recorded, first.clone(), next);
            tally.push(whole(at as u64 + 1));
            rows.push(Row {
                table: &TALLIES,
                cells: tally,
            });
        }
        if dossier {
            let mut secret = common(&events[0], first.clone(), None);
            secret.push(Cell::Text(events[0].stream.to_string().into()));
            rows.push(Row {
                table: &SECRETS,
                cells: secret,
            });
        }
        rows
    }
}

impl Fold for Counting {
    fn version(&self) -> u32 {
        self.0
    }

    fn tables(&self) -> &'static [&'static Table] {
        static TABLES: [&Table; 3] = [&STEPS, &TALLIES, &SECRETS];
        &TABLES
    }

    fn dossier(&self, events: Vec<Recorded>, _: &Catalogues, look: &Look<'_>) -> Vec<Row> {
        Self::rows(&events, true, look)
    }

    fn organisation(&self, events: Vec<Recorded>, _: &Catalogues, look: &Look<'_>) -> Vec<Row> {
        Self::rows(&events, false, look)
    }

    fn settings(&self, events: Vec<Recorded>, look: &Look<'_>) -> Vec<Row> {
        Self::rows(&events, false, look)
    }
}

/// The counting views of a book, in a folder of this name beside its own.
pub(crate) fn counting(book: &Book, name: &str) -> Views {
    let dir = book.dir().join(name);
    Views::new(&dir, Arc::clone(book.store()), Arc::new(Counting(1)))
}

/// Every row of every table of a file, all versions, sorted; also the parked events and how far
/// the rows have come.
pub(crate) fn rows(file: &Path) -> Vec<String> {
    let connection = rusqlite::Connection::open(file).unwrap();
    let mut names = connection
        .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
        .unwrap();
    let names: Vec<String> = names
        .query_map([], |row| row.get(0))
        .unwrap()
        .map(Result::unwrap)
        .filter(|name: &String| {
            name.starts_with("all_") || ["parked", "tallies"].contains(&name.as_str())
        })
        .collect();
    let next: i64 = connection
        .query_row("SELECT next FROM view_state", [], |row| row.get(0))
        .unwrap();
    let mut found = vec![format!("up to {next}")];
    for name in names {
        let mut select = connection
            .prepare(&format!("SELECT * FROM {name}"))
            .unwrap();
        let count = select.column_count();
        let mut rows = select.query([]).unwrap();
        while let Some(row) = rows.next().unwrap() {
            let cells: Vec<String> = (0..count)
                .map(|at| format!("{:?}", row.get_ref(at).unwrap()))
                .collect();
            found.push(format!("{name}: {}", cells.join(" ")));
        }
    }
    found.sort();
    found
}

/// The answer of a question as text, row by row.
pub(crate) fn ask(views: &Views, sql: &str) -> Vec<String> {
    let questions = views.connect(None, Face::Open).unwrap();
    let answer = questions.answer(sql, Limits::default()).unwrap();
    assert_eq!(answer.cut, None);
    answer.rows.iter().map(|row| format!("{row:?}")).collect()
}

/// The file is a whole and sound database.
pub(crate) fn sound(file: &Path) {
    let connection = rusqlite::Connection::open(file).unwrap();
    let said: String = connection
        .query_row("PRAGMA integrity_check", [], |row| row.get(0))
        .unwrap();
    assert_eq!(said, "ok");
}

/// Names in a folder.
pub(crate) fn names(dir: &Path) -> Vec<String> {
    let mut names: Vec<String> = std::fs::read_dir(dir)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

/// The file of a folder of views.
pub(crate) fn file(book: &Book, name: &str) -> PathBuf {
    book.dir().join(name).join("facts.sqlite")
}

/// A dossier of a name with so many measurements: its lines.
pub(crate) fn short_dossier(name: &str, measurements: usize) -> Vec<Line> {
    use crate::support::{line, renamed, set, unset};
    let mut opened = renamed(&line("opened"), &format!("{name}/open"));
    opened.dossier = Some(name.to_owned());
    set(&mut opened, "number", name);
    let mut lines = vec![opened];
    for at in 0..measurements {
        let mut measured = renamed(&line("effect"), &format!("{name}/{at}"));
        measured.dossier = Some(name.to_owned());
        unset(&mut measured, "instrument");
        lines.push(measured);
    }
    lines
}
