//! The SQLite file: where it lies, who may read it, its tables, views and indexes.

use std::fs;
use std::os::unix::fs::{DirBuilderExt as _, PermissionsExt as _};
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::{Connection, OpenFlags};

use super::bookmark;
use super::error::Error;
use super::table::{COMMON, Cell, Column, Face, Kind, Table};
use super::tables::days;
use crate::host::{self, Disk as _, Mode, Operation, RealDisk};

/// Name of the file that is read.
pub(super) const NAME: &str = "facts.sqlite";

/// Name of the file that is being made; it gets the other name when it is whole.
const HALF: &str = "facts.sqlite.new";

/// A mark beside the file: somebody found damage in it, so the next refresh makes it anew.
const SUSPECT: &str = "suspect";

/// The column after those of a table: the dossier or other part of the book that a row is
/// projected with, as the position of its first event. No face shows it.
pub(super) const UNIT: &str = "projected_with";

/// Columns that a table can have: which of them change from row to row is told by bits.
pub(super) const MASK_COLUMNS_MAX: usize = 64;

/// The table whose rows may be known from a moment that has yet to come: a week or quarter that is
/// not over.
pub(super) const AHEAD: &str = "signals";

/// Bytes of a page of the file: rows are small and many, and read in order of dossier.
const PAGE_LEN: u32 = 8_192;

/// The columns of a table, the common ones first.
pub(super) fn columns(table: &Table) -> impl Iterator<Item = &'static Column> {
    COMMON.iter().chain(table.columns)
}

/// The folder of the views, made when it is not there; nobody but its owner can enter it.
pub(super) fn prepare(dir: &Path) -> Result<(), Error> {
    let failed = |source| {
        Error::Io(host::Error {
            operation: Operation::CreateDir,
            path: dir.to_owned(),
            source,
        })
    };
    fs::DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(dir)
        .map_err(failed)?;
    let mode = fs::metadata(dir).map_err(failed)?.permissions().mode();
    if mode & 0o077 != 0 {
        fs::set_permissions(dir, fs::Permissions::from_mode(0o700)).map_err(failed)?;
    }
    Ok(())
}

/// Opens the file to read it.
pub(super) fn open_to_read(dir: &Path) -> rusqlite::Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    Connection::open_with_flags(dir.join(NAME), flags)
}

/// Opens the file to bring it up to date; waits so long for readers.
pub(super) fn open_to_write(dir: &Path, wait: Duration) -> rusqlite::Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(dir.join(NAME), flags)?;
    connection.busy_timeout(wait)?;
    // What changes stays in memory until the end, so that readers are kept waiting only then.
    connection.execute_batch(
        "PRAGMA synchronous=FULL; PRAGMA cache_spill=OFF; PRAGMA cache_size=-65536;
         PRAGMA temp_store=MEMORY; PRAGMA trusted_schema=OFF;",
    )?;
    Ok(connection)
}

/// A file under way, which nobody reads yet.
pub(super) struct Half {
    dir: PathBuf,
    pub(super) connection: Connection,
    /// Removes the file when it is given up.
    rest: Rest,
}

struct Rest(Option<PathBuf>);

impl Drop for Rest {
    fn drop(&mut self) {
        if let Some(path) = self.0.take() {
            // What is half is of no use; the next one begins with removing it anyway.
            drop(RealDisk.remove(&path));
        }
    }
}

impl Half {
    /// Begins a new file; what was left of an earlier one is removed.
    pub(super) fn begin(dir: &Path) -> Result<Self, Error> {
        let path = dir.join(HALF);
        if RealDisk.exists(&path)? {
            RealDisk.remove(&path)?;
        }
        drop(RealDisk.open(&path, Mode::CreateSecret)?);
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let open = || -> rusqlite::Result<Connection> {
            let connection = Connection::open_with_flags(&path, flags)?;
            // Nobody sees this file before it is whole: no journal, no syncing in between.
            connection.execute_batch(&format!(
                "PRAGMA page_size={PAGE_LEN}; PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;
                 PRAGMA locking_mode=EXCLUSIVE; PRAGMA cache_size=-32768;
                 PRAGMA temp_store=FILE; PRAGMA threads=2;"
            ))?;
            Ok(connection)
        };
        let connection = open().map_err(Error::engine("create", &path))?;
        Ok(Self {
            dir: dir.to_owned(),
            connection,
            rest: Rest(Some(path)),
        })
    }

    /// Where it lies.
    pub(super) fn path(&self) -> PathBuf {
        self.dir.join(HALF)
    }

    /// Brings it to stable storage and gives it its name. Readers of the old file keep that.
    pub(super) fn finish(self) -> Result<(), Error> {
        let path = self.path();
        let Self {
            dir,
            connection,
            mut rest,
        } = self;
        let closed = connection.close().map_err(|(_, error)| error);
        closed.map_err(Error::engine("close", &path))?;
        RealDisk.open(&path, Mode::Write)?.sync_data()?;
        discard_journal(&dir)?;
        RealDisk.rename(&path, &dir.join(NAME))?;
        rest.0 = None;
        RealDisk.sync_dir(&dir)?;
        clear_suspicion(&dir)
    }
}

/// A refresh that was killed leaves a journal that belongs to the old file. It must never meet the
/// new one: it is applied to the old file first, and when that fails the old file goes before it.
fn discard_journal(dir: &Path) -> Result<(), Error> {
    let journal = dir.join(format!("{NAME}-journal"));
    if !RealDisk.exists(&journal)? {
        return Ok(());
    }
    if let Ok(old) = open_to_write(dir, Duration::from_secs(5)) {
        // Taking the lock plays the journal back and removes it.
        drop(old.execute_batch("BEGIN IMMEDIATE; ROLLBACK"));
    }
    if RealDisk.exists(&journal)? {
        let file = dir.join(NAME);
        if RealDisk.exists(&file)? {
            RealDisk.remove(&file)?;
        }
        RealDisk.remove(&journal)?;
    }
    Ok(())
}

/// Leaves the mark that the file is damaged.
pub(super) fn suspect(dir: &Path) -> Result<(), Error> {
    RealDisk.open(&dir.join(SUSPECT), Mode::Create)?;
    Ok(())
}

/// Whether somebody found damage in the file.
pub(super) fn is_suspect(dir: &Path) -> Result<bool, Error> {
    Ok(RealDisk.exists(&dir.join(SUSPECT))?)
}

fn clear_suspicion(dir: &Path) -> Result<(), Error> {
    if is_suspect(dir)? {
        RealDisk.remove(&dir.join(SUSPECT))?;
    }
    Ok(())
}

/// Makes every table and view of an empty file, and fills the calendar.
///
/// The index by unit is made with the table: it holds the few rows whose unit is no dossier, and
/// making it afterwards reads every row for them.
pub(super) fn create_tables(connection: &Connection, tables: &[&Table]) -> rusqlite::Result<()> {
    let mut text = format!("BEGIN; {};", bookmark::TABLE);
    text.push_str(
        "CREATE TABLE parked(position INTEGER NOT NULL, stream TEXT NOT NULL,
         event_type INTEGER NOT NULL, reason TEXT NOT NULL, unit INTEGER NOT NULL);",
    );
    for table in tables {
        let name = table.name;
        let physical: Vec<String> = columns(table)
            .map(|column| format!("{} {}", column.name, affinity(column.kind)))
            .collect();
        let physical = physical.join(", ");
        let shown: Vec<&str> = columns(table).map(|column| column.name).collect();
        let shown = shown.join(", ");
        let ahead = match name {
            AHEAD => " AND recorded_at <= (SELECT recorded_at FROM view_state)",
            _ => "",
        };
        text.push_str(&format!(
            "CREATE TABLE all_{name}({physical}, {UNIT} INTEGER NOT NULL);
             CREATE INDEX {name}_by_unit ON all_{name}({UNIT}) WHERE {UNIT} IS NOT dossier;
             CREATE VIEW {name} AS SELECT {shown} FROM all_{name}
             WHERE superseded_at IS NULL{ahead};"
        ));
    }
    let calendar: Vec<String> = days::COLUMNS
        .iter()
        .map(|column| match column.kind {
            Kind::Day => format!("{} INTEGER PRIMARY KEY", column.name),
            kind => format!("{} {} NOT NULL", column.name, affinity(kind)),
        })
        .collect();
    text.push_str(&format!(
        "CREATE TABLE {}({});",
        days::NAME,
        calendar.join(", ")
    ));
    connection.execute_batch(&text)?;
    let places: Vec<String> = (1..=days::COLUMNS.len())
        .map(|at| format!("?{at}"))
        .collect();
    let mut insert = connection.prepare(&format!(
        "INSERT INTO {} VALUES ({})",
        days::NAME,
        places.join(", ")
    ))?;
    for row in days::rows() {
        bind(&mut insert, &row)?;
        insert.raw_execute()?;
    }
    drop(insert);
    connection.execute_batch("COMMIT")
}

/// Tables of which an event has many rows, or that nothing refers to by the event: nobody looks a
/// row of them up by its position.
const NEVER_BY_POSITION: &[&str] = &[
    "signals",
    "terms",
    "measurements",
    "life_domains",
    "option_set_options",
    "review_steps",
    "needs",
    "closing_places",
];

/// Makes the other indexes, once the rows are in: by dossier, for replacing and for questions that
/// join, and by the event or decision that other tables refer to.
pub(super) fn create_indexes(connection: &Connection, tables: &[&Table]) -> rusqlite::Result<()> {
    for table in tables {
        let name = table.name;
        connection.execute_batch(&format!(
            "CREATE INDEX {name}_by_dossier ON all_{name}(dossier);"
        ))?;
        // Rows of a part of a decision stand at its position too; questions ask by its own column.
        let of_decision = name.starts_with("decision_");
        let column = if of_decision { "decision" } else { "position" };
        if !NEVER_BY_POSITION.contains(&name) {
            connection.execute_batch(&format!(
                "CREATE INDEX {name}_by_{column} ON all_{name}({column});"
            ))?;
        }
    }
    connection.execute_batch("PRAGMA analysis_limit=1000; ANALYZE;")
}

/// Binds a row's cells to a statement, from the first parameter on.
pub(super) fn bind(statement: &mut rusqlite::Statement<'_>, row: &[Cell]) -> rusqlite::Result<()> {
    for (at, cell) in row.iter().enumerate() {
        match cell {
            Cell::Null => statement.raw_bind_parameter(at + 1, rusqlite::types::Null)?,
            Cell::Whole(number) => statement.raw_bind_parameter(at + 1, number)?,
            Cell::Real(number) => statement.raw_bind_parameter(at + 1, number)?,
            Cell::Text(text) => statement.raw_bind_parameter(at + 1, text.as_ref())?,
        }
    }
    Ok(())
}

/// Whether a table may be seen with this face.
pub(super) fn seen(table: &Table, face: Face) -> bool {
    face == Face::Own || table.face == Face::Open
}

const fn affinity(kind: Kind) -> &'static str {
    match kind {
        Kind::Real => "REAL",
        Kind::Code(_) | Kind::Key => "TEXT",
        Kind::Whole
        | Kind::Day
        | Kind::Moment
        | Kind::Flag
        | Kind::Money
        | Kind::Position
        | Kind::Dossier
        | Kind::Person => "INTEGER",
    }
}
