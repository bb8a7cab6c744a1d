//! What a fact table is: its columns, and a row with the time in which it held.

use std::borrow::Cow;

/// One value of a row.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Not there: not given, not asked, or shielded.
    Null,
    /// A whole number; also days since 1970-01-01, microseconds UTC, cents, flags 0 and 1.
    Whole(i64),
    /// A number with a fraction.
    Real(f64),
    /// A code. Never a person's text.
    Text(Cow<'static, str>),
}

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A count or score.
    Whole,
    /// A number with a fraction.
    Real,
    /// A code of a fixed list, by the name of that list.
    Code(&'static str),
    /// A key of a catalogue or another open code.
    Key,
    /// A day, counted from 1970-01-01; join `days` for its date, month and quarter.
    Day,
    /// A moment in microseconds since 1970-01-01T00:00:00Z.
    Moment,
    /// 0 or 1.
    Flag,
    /// An amount in cents of a euro.
    Money,
    /// The position of an event in the log; joins to `position` of the table it belongs to.
    Position,
    /// A dossier: the position of its first event.
    Dossier,
    /// A professional's pseudonym, a number. No answer may be grouped by it.
    Person,
}

/// A column of a fact table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Column {
    /// Its name.
    pub name: &'static str,
    /// What it holds.
    pub kind: Kind,
    /// Whether it may be empty by nature. Shielding may empty every cell except position, item,
    /// dossier and the two moments, so a store of rows must take an empty cell anywhere else.
    pub nullable: bool,
    /// What it means.
    pub doc: &'static str,
}

/// Who may see a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Face {
    /// Questions, free SQL, and exports for an analyst.
    Open,
    /// The book's own pages only: it would tell whose dossier it is.
    Own,
}

/// A fact table. Every table begins with the columns of [`COMMON`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Table {
    /// Its name, plural; all versions of its rows stand in `all_<name>`.
    pub name: &'static str,
    /// One row for each what.
    pub doc: &'static str,
    /// Its own columns, after the common ones.
    pub columns: &'static [Column],
    /// Names of the event types it is made from.
    pub events: &'static [&'static str],
    /// Who may see it.
    pub face: Face,
}

/// The columns every fact table begins with.
pub const COMMON: &[Column] = &[
    column(
        "position",
        Kind::Position,
        false,
        "position in the log of the event the row is about",
    ),
    column(
        "item",
        Kind::Whole,
        false,
        "which row of that event, from 0",
    ),
    column(
        "dossier",
        Kind::Dossier,
        true,
        "the dossier; empty for what belongs to no dossier",
    ),
    column(
        "municipality",
        Kind::Key,
        false,
        "municipality that recorded it",
    ),
    column("team", Kind::Key, true, "team that recorded it"),
    column(
        "occurred_day",
        Kind::Day,
        false,
        "day on which it happened, said by a person",
    ),
    column(
        "recorded_at",
        Kind::Moment,
        false,
        "from when the book knew this row",
    ),
    column(
        "superseded_at",
        Kind::Moment,
        true,
        "from when the book knew better; empty while it holds",
    ),
];

const fn column(name: &'static str, kind: Kind, nullable: bool, doc: &'static str) -> Column {
    Column {
        name,
        kind,
        nullable,
        doc,
    }
}

/// A row of a fact table, with the time in which the book took it to be so.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// The table.
    pub table: &'static Table,
    /// Every cell, the common ones first, in the order of the columns.
    pub cells: Vec<Cell>,
}
