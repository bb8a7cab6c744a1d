//! The fact tables as a folder of files, all versions of every row, with what makes them answer
//! questions in another engine.

use std::collections::HashSet;
use std::fs::File;
use std::io::BufWriter;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use super::cases::Selection;
use super::kind::{Format, Made, Order, create, write_whole};
use super::prelude;
use crate::base::Day;
use crate::book::error::Error;
use crate::book::opening::Book;
use crate::exchange::table::{Cell as OutCell, Column as OutColumn, ColumnKind, CsvWriter};
#[cfg(feature = "parquet")]
use crate::exchange::table::{ParquetError, ParquetWriter};
use crate::views::table::{COMMON, Cell, Column, Face, Kind, Table};
use crate::views::tables::{ALL, days};
use crate::views::{Limits, Questions};

/// Tables that hold for the whole book: they are never cut by team or period, nor partitioned.
pub(super) const SETTINGS: [&str; 2] = ["catalogue_entries", "norms"];

/// Where the common columns stand in a row.
mod place {
    pub(super) const DOSSIER: usize = 2;
    pub(super) const MUNICIPALITY: usize = 3;
    pub(super) const OCCURRED_DAY: usize = 5;
    pub(super) const SUPERSEDED_AT: usize = 7;
}

/// Writes every open table, the calendar and the prelude into a new folder.
pub(super) fn write(
    book: &Book,
    order: &Order,
    folder: &Path,
    progress: &mut dyn FnMut(u64),
) -> Result<Made, Error> {
    let views = book.views_as_they_are();
    let before = views.refresh()?.next;
    let questions = views.connect(None, Face::Open)?;
    make_dir(folder)?;
    let mut made = Made {
        before: before.0,
        ..Made::default()
    };
    // One moment of the file for all tables.
    let written =
        questions.hold(|| Ok(write_tables(&questions, order, folder, &mut made, progress)));
    let empty = written??;
    let calendar = OutTable::new(
        order.format,
        folder,
        days::NAME,
        days::COLUMNS.iter(),
        false,
    );
    let mut writer = calendar.part(None)?;
    for row in days::rows() {
        writer.row(&calendar.columns, row)?;
    }
    writer.finish()?;
    let text = prelude::text(order.format, &empty);
    write_whole(&folder.join(prelude::NAME), text.as_bytes())?;
    Ok(made)
}

/// Writes the fact tables; gives the names of those without rows.
fn write_tables(
    questions: &Questions,
    order: &Order,
    folder: &Path,
    made: &mut Made,
    progress: &mut dyn FnMut(u64),
) -> Result<HashSet<&'static str>, Error> {
    let mut empty = HashSet::new();
    let dossiers = chosen(questions, &order.selection)?;
    for table in ALL.iter().filter(|table| table.face == Face::Open) {
        let rows = write_table(questions, order, folder, table, dossiers.as_ref())?;
        made.rows += rows;
        progress(rows);
        if rows == 0 {
            empty.insert(table.name);
        }
    }
    made.dossiers = match &dossiers {
        Some(dossiers) => u64::try_from(dossiers.len()).unwrap_or(u64::MAX),
        None => count(questions, "SELECT count(DISTINCT dossier) FROM all_entries")?,
    };
    Ok(empty)
}

fn count(questions: &Questions, sql: &str) -> Result<u64, Error> {
    let answer = questions.answer(sql, Limits::default())?;
    Ok(match answer.rows.first().and_then(|row| row.first()) {
        Some(Cell::Whole(number)) => u64::try_from(*number).unwrap_or_default(),
        _ => 0,
    })
}

/// The dossiers with an event that the selection holds for; `None` when that is all of them.
fn chosen(questions: &Questions, selection: &Selection) -> Result<Option<HashSet<i64>>, Error> {
    let quoted = |text: &str| format!("'{}'", text.replace('\'', "''"));
    let mut terms = vec!["dossier IS NOT NULL".to_owned()];
    if let Some(day) = selection.from {
        terms.push(format!("occurred_day >= {}", day.since_epoch()));
    }
    if let Some(day) = selection.until {
        terms.push(format!("occurred_day <= {}", day.since_epoch()));
    }
    if let Some(team) = &selection.team {
        terms.push(format!("team = {}", quoted(team)));
    }
    if let Some(municipality) = &selection.municipality {
        terms.push(format!("municipality = {}", quoted(municipality)));
    }
    if terms.len() == 1 {
        return Ok(None);
    }
    if let Some(moment) = selection.known_at {
        let at = moment.0;
        terms.push(format!(
            "recorded_at <= {at} AND (superseded_at IS NULL OR superseded_at > {at})"
        ));
    } else {
        terms.push("superseded_at IS NULL".to_owned());
    }
    let sql = format!(
        "SELECT DISTINCT dossier FROM all_entries WHERE {}",
        terms.join(" AND ")
    );
    let answer = questions.answer(&sql, Limits::default())?;
    let whole = |row: &Vec<Cell>| match row.first() {
        Some(Cell::Whole(number)) => Some(*number),
        _ => None,
    };
    Ok(Some(answer.rows.iter().filter_map(whole).collect()))
}

fn write_table(
    questions: &Questions,
    order: &Order,
    folder: &Path,
    table: &Table,
    dossiers: Option<&HashSet<i64>>,
) -> Result<u64, Error> {
    let columns = COMMON.iter().chain(table.columns);
    let names: Vec<&str> = columns.clone().map(|column| column.name).collect();
    let partitioned = order.format == Format::Parquet && !SETTINGS.contains(&table.name);
    let out = OutTable::new(order.format, folder, table.name, columns, partitioned);
    let known_at = order.selection.known_at.map(|moment| moment.0);
    let known = known_at.map_or(String::new(), |at| format!("WHERE recorded_at <= {at}"));
    let sql = format!(
        "SELECT {} FROM all_{} {known} ORDER BY municipality, occurred_day, position, item, recorded_at",
        names.join(", "),
        table.name,
    );
    let mut rows = 0;
    let mut failed = None;
    let mut open: Option<(Part, Writer)> = None;
    questions.each(&sql, Limits::default(), &mut |_| {}, &mut |row| {
        let mut row = row.to_vec();
        if !is_chosen(table, &row, &order.selection, dossiers) {
            return ControlFlow::Continue(());
        }
        if let (Some(at), Some(Cell::Whole(until))) = (known_at, row.get(place::SUPERSEDED_AT))
            && *until > at
        {
            // Then nobody knew better yet.
            row[place::SUPERSEDED_AT] = Cell::Null;
        }
        match out.put(&mut open, row) {
            Ok(()) => {
                rows += 1;
                ControlFlow::Continue(())
            }
            Err(error) => {
                failed = Some(error);
                ControlFlow::Break(())
            }
        }
    })?;
    if let Some(error) = failed {
        return Err(error);
    }
    match open {
        Some((_, writer)) => writer.finish()?,
        // A table without rows still says what its columns are.
        None if !partitioned => out.part(None)?.finish()?,
        None => {}
    }
    Ok(rows)
}

/// Whether a row belongs to what was asked for.
fn is_chosen(
    table: &Table,
    row: &[Cell],
    selection: &Selection,
    dossiers: Option<&HashSet<i64>>,
) -> bool {
    match (row.get(place::DOSSIER), dossiers) {
        (_, None) => true,
        (Some(Cell::Whole(dossier)), Some(chosen)) => chosen.contains(dossier),
        _ if SETTINGS.contains(&table.name) => true,
        _ => match (&selection.municipality, row.get(place::MUNICIPALITY)) {
            (Some(wanted), Some(Cell::Text(given))) => wanted == given,
            _ => true,
        },
    }
}

/// A partition: municipality and month.
type Part = (String, String);

/// One table in the folder.
struct OutTable {
    format: Format,
    folder: PathBuf,
    name: &'static str,
    columns: Vec<OutColumn>,
    partitioned: bool,
}

impl OutTable {
    fn new(
        format: Format,
        folder: &Path,
        name: &'static str,
        columns: impl Iterator<Item = &'static Column>,
        partitioned: bool,
    ) -> Self {
        Self {
            format,
            folder: folder.to_owned(),
            name,
            columns: columns
                .filter(|one| !(partitioned && one.name == "municipality"))
                .map(out_column)
                .collect(),
            partitioned,
        }
    }

    /// Writes a row to the file of its partition, which is the open one or a new one.
    fn put(&self, open: &mut Option<(Part, Writer)>, mut row: Vec<Cell>) -> Result<(), Error> {
        let part = if self.partitioned {
            let municipality = match row.get(place::MUNICIPALITY) {
                Some(Cell::Text(name)) => name.to_string(),
                _ => String::new(),
            };
            let month = match row.get(place::OCCURRED_DAY) {
                Some(Cell::Whole(day)) => month(*day),
                _ => String::new(),
            };
            row.remove(place::MUNICIPALITY);
            (municipality, month)
        } else {
            Part::default()
        };
        if open.as_ref().is_none_or(|(there, _)| *there != part) {
            if let Some((_, writer)) = open.take() {
                writer.finish()?;
            }
            let writer = self.part(self.partitioned.then_some(&part))?;
            *open = Some((part, writer));
        }
        match open {
            Some((_, writer)) => writer.row(&self.columns, row),
            None => Ok(()),
        }
    }

    fn part(&self, part: Option<&Part>) -> Result<Writer, Error> {
        let path = match (self.format, part) {
            (Format::Csv, _) => self.folder.join(format!("{}.csv", self.name)),
            (_, None) => self.folder.join(self.name).join("part-0.parquet"),
            (_, Some((municipality, month))) => self
                .folder
                .join(self.name)
                .join(format!("municipality={}", in_path(municipality)))
                .join(format!("month={month}"))
                .join("part-0.parquet"),
        };
        if let Some(parent) = path.parent() {
            make_dir(parent)?;
        }
        Writer::new(self.format, path, &self.columns)
    }
}

/// One file of a table.
struct Writer {
    path: PathBuf,
    sink: Sink,
}

enum Sink {
    Csv(CsvWriter<BufWriter<File>>),
    #[cfg(feature = "parquet")]
    Parquet(Box<ParquetWriter<BufWriter<File>>>),
}

impl Writer {
    fn new(format: Format, path: PathBuf, columns: &[OutColumn]) -> Result<Self, Error> {
        let file = BufWriter::new(create(&path)?);
        let sink = match format {
            #[cfg(feature = "parquet")]
            Format::Parquet => {
                let writer = ParquetWriter::new(file, columns);
                Sink::Parquet(Box::new(writer.map_err(|error| not_written(&path, error))?))
            }
            _ => {
                let writer = CsvWriter::new(file, columns);
                Sink::Csv(writer.map_err(|source| Error::io("write", &path, source))?)
            }
        };
        Ok(Self { path, sink })
    }

    fn row(&mut self, columns: &[OutColumn], row: Vec<Cell>) -> Result<(), Error> {
        let cells = row
            .into_iter()
            .zip(columns)
            .map(|(cell, column)| out_cell(cell, column));
        let cells: Vec<OutCell> = cells.collect();
        match &mut self.sink {
            Sink::Csv(writer) => writer
                .row(&cells)
                .map_err(|source| Error::io("write", &self.path, source)),
            #[cfg(feature = "parquet")]
            Sink::Parquet(writer) => writer
                .row(cells)
                .map_err(|error| not_written(&self.path, error)),
        }
    }

    fn finish(self) -> Result<(), Error> {
        let failed = |source| Error::io("write", &self.path, source);
        match self.sink {
            Sink::Csv(writer) => writer.finish().map_err(failed),
            #[cfg(feature = "parquet")]
            Sink::Parquet(writer) => {
                let mut file = writer
                    .finish()
                    .map_err(|error| not_written(&self.path, error))?;
                std::io::Write::flush(&mut file).map_err(failed)
            }
        }
    }
}

#[cfg(feature = "parquet")]
fn not_written(path: &Path, error: ParquetError) -> Error {
    Error::io("write", path, std::io::Error::other(error))
}

pub(super) fn out_column(column: &Column) -> OutColumn {
    OutColumn {
        name: column.name.to_owned(),
        kind: match column.kind {
            Kind::Real => ColumnKind::Real,
            Kind::Code(_) | Kind::Key => ColumnKind::Text,
            _ => ColumnKind::Whole,
        },
        nullable: column.nullable,
    }
}

fn out_cell(cell: Cell, column: &OutColumn) -> OutCell {
    match cell {
        Cell::Null => OutCell::Null,
        // SQLite keeps a real without a fraction as a whole number.
        Cell::Whole(number) if column.kind == ColumnKind::Real => number
            .to_string()
            .parse()
            .map_or(OutCell::Null, OutCell::Real),
        Cell::Whole(number) => OutCell::Whole(number),
        Cell::Real(number) => OutCell::Real(number),
        Cell::Text(text) => OutCell::Text(text),
    }
}

/// The month of a day, such as `2025-03`.
fn month(day: i64) -> String {
    let day = i32::try_from(day).ok().and_then(Day::from_epoch);
    day.map_or(String::new(), |day| {
        let (year, month, _) = day.year_month_day();
        format!("{year:04}-{month:02}")
    })
}

/// A text as part of a path: everything but plain letters, digits, `-`, `_` and `.` as `%XX`.
fn in_path(text: &str) -> String {
    let one = |byte: u8| match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' => char::from(byte).to_string(),
        byte => format!("%{byte:02X}"),
    };
    text.bytes().map(one).collect()
}

fn make_dir(path: &Path) -> Result<(), Error> {
    use std::os::unix::fs::DirBuilderExt as _;
    std::fs::DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(path)
        .map_err(|source| Error::io("create", path, source))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn partitions_have_names_that_paths_can_hold() {
        assert_eq!(in_path("amersfoort"), "amersfoort");
        assert_eq!(
            in_path("'s-Gravenhage/../x"),
            "%27s-Gravenhage%2F%2E%2E%2Fx"
        );
        assert_eq!(month(0), "1970-01");
        assert_eq!(month(20_157), "2025-03");
    }
}
