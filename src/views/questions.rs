//! A connection for questions: it can read the open tables and nothing else, within limits.

use std::borrow::Cow;
use std::collections::HashSet;
use std::ops::ControlFlow;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use rusqlite::config::DbConfig;
use rusqlite::hooks::{AuthAction, AuthContext, Authorization};
use rusqlite::limits::Limit;
use rusqlite::types::ValueRef;
use rusqlite::{Connection, ErrorCode, Row};

use super::engine::Views;
use super::error::Error;
use super::file;
use super::table::{Cell, Face, Table};
use super::tables::days;
use crate::base::Timestamp;

/// Bytes that SQLite may use for all connections of this process together: enough to sort a
/// million rows, too little to bring a machine down.
const HEAP_MAX: u64 = 512 * 1024 * 1024;

/// Instructions of SQLite's machine between two looks at the clock.
const LOOK_EVERY: i32 = 4_000;

/// What a question may ask of SQLite; far beyond what a person writes.
const BOUNDS: [(Limit, i32); 10] = [
    (Limit::SQLITE_LIMIT_LENGTH, 16 * 1024 * 1024),
    (Limit::SQLITE_LIMIT_SQL_LENGTH, 256 * 1024),
    (Limit::SQLITE_LIMIT_COLUMN, 500),
    (Limit::SQLITE_LIMIT_EXPR_DEPTH, 200),
    (Limit::SQLITE_LIMIT_COMPOUND_SELECT, 100),
    (Limit::SQLITE_LIMIT_VDBE_OP, 1_000_000),
    (Limit::SQLITE_LIMIT_FUNCTION_ARG, 100),
    (Limit::SQLITE_LIMIT_ATTACHED, 0),
    (Limit::SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 1_000),
    (Limit::SQLITE_LIMIT_WORKER_THREADS, 0),
];

/// Names that SQLite keeps for itself and for what it computes.
const CLOSED_BEGINNINGS: [&str; 6] = ["sqlite_", "pragma_", "dbstat", "json_", "fts", "rtree"];

/// How far an answer may go.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Limits {
    /// At most so many rows.
    pub rows: Option<u64>,
    /// At most so long.
    pub time: Option<Duration>,
}

/// What cut an answer short: what was given until then is not all there is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cut {
    /// The limit of rows.
    Rows,
    /// The limit of time.
    Time,
}

/// An answer: named columns and rows of cells.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Answer {
    /// Names of the columns.
    pub columns: Vec<String>,
    /// The rows.
    pub rows: Vec<Vec<Cell>>,
    /// What cut it short; `None` when it is whole.
    pub cut: Option<Cut>,
}

/// A connection that reads the tables, as known now or at a moment.
///
/// Each question reads the file as it is at that moment; [`Questions::hold`] keeps one moment over
/// several questions.
pub struct Questions {
    connection: Connection,
    path: PathBuf,
    views: Views,
    guard: Arc<Guard>,
}

/// What the hooks of the connection look at.
struct Guard {
    armed: AtomicBool,
    allowed: Mutex<HashSet<String>>,
    /// What stands in the file and may not be read.
    closed: HashSet<String>,
    start: Instant,
    /// Milliseconds after `start` at which a question has to stop; 0 when there is no such time.
    until: AtomicU64,
}

impl Guard {
    fn judge(&self, context: &AuthContext<'_>) -> Authorization {
        if !self.armed.load(Ordering::Relaxed) {
            return Authorization::Allow;
        }
        let allowed = match context.action {
            AuthAction::Select | AuthAction::Recursive => true,
            AuthAction::Read {
                table_name,
                column_name,
            } => self.may_read(&table_name.to_ascii_lowercase(), column_name),
            AuthAction::Function { function_name } => {
                let name = function_name.to_ascii_lowercase();
                !matches!(
                    name.as_str(),
                    "load_extension" | "fts3_tokenizer" | "readfile"
                )
            }
            _ => false,
        };
        if allowed {
            Authorization::Allow
        } else {
            Authorization::Deny
        }
    }

    /// Tables of the list, every column. A name without a column is also what a question calls
    /// its own parts (WITH, a subquery), as long as nothing in the file is called so.
    fn may_read(&self, table: &str, column: &str) -> bool {
        let allowed = self.allowed.lock().unwrap_or_else(PoisonError::into_inner);
        if table.is_empty() || allowed.contains(table) {
            return true;
        }
        column.is_empty()
            && !self.closed.contains(table)
            && !CLOSED_BEGINNINGS
                .iter()
                .any(|begin| table.starts_with(begin))
    }

    fn is_late(&self) -> bool {
        let until = self.until.load(Ordering::Relaxed);
        until > 0 && self.start.elapsed().as_millis() >= u128::from(until)
    }
}

impl Views {
    /// Opens the tables for questions, as known at a moment or now.
    ///
    /// Brings nothing up to date: [`Views::refresh`] does, before.
    ///
    /// # Errors
    /// [`Error::Damaged`] when the file is not what was written, [`Error::Engine`] when it is not
    /// there or cannot be read.
    pub fn connect(&self, known_at: Option<Timestamp>, face: Face) -> Result<Questions, Error> {
        let path = self.path();
        let failed = |error| Error::engine("read", &path)(error);
        let mut connection = file::open_to_read(&self.dir).map_err(failed)?;
        let guard = Arc::new(Guard {
            armed: AtomicBool::new(false),
            allowed: Mutex::new(HashSet::new()),
            closed: closed(self.fold.tables(), face),
            start: Instant::now(),
            until: AtomicU64::new(0),
        });
        restrict(&mut connection, &guard).map_err(failed)?;
        let mut questions = Questions {
            connection,
            path: path.clone(),
            views: self.clone(),
            guard,
        };
        questions
            .show(self.fold.tables(), known_at, face)
            .map_err(failed)?;
        Ok(questions)
    }
}

/// What stands in the file and may not be read with a face.
fn closed(tables: &[&Table], face: Face) -> HashSet<String> {
    let own = tables.iter().filter(|table| !file::seen(table, face));
    own.flat_map(|table| [table.name.to_owned(), format!("all_{}", table.name)])
        .chain(["view_state", "parked", "tallies"].map(str::to_owned))
        .collect()
}

/// Makes a connection one that only reads, whatever it is asked.
fn restrict(connection: &mut Connection, guard: &Arc<Guard>) -> rusqlite::Result<()> {
    connection.busy_timeout(Duration::from_secs(30))?;
    connection.execute_batch(&format!(
        "PRAGMA query_only=ON; PRAGMA trusted_schema=OFF; PRAGMA cache_size=-32768;
         PRAGMA temp_store=FILE; PRAGMA soft_heap_limit={HEAP_MAX};
         PRAGMA hard_heap_limit={HEAP_MAX};"
    ))?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, false)?;
    for (limit, value) in BOUNDS {
        connection.set_limit(limit, value)?;
    }
    let judge = Arc::clone(guard);
    connection.authorizer(Some(move |context: AuthContext<'_>| judge.judge(&context)))?;
    let clock = Arc::clone(guard);
    connection.progress_handler(LOOK_EVERY, Some(move || clock.is_late()))
}

impl Questions {
    /// Puts the tables of a face under their names, as known at a moment.
    fn show(
        &mut self,
        tables: &[&Table],
        known_at: Option<Timestamp>,
        face: Face,
    ) -> rusqlite::Result<()> {
        let mut allowed = HashSet::from([days::NAME.to_owned()]);
        let mut text = String::from("PRAGMA query_only=OFF;");
        for table in tables.iter().filter(|table| file::seen(table, face)) {
            let name = table.name;
            allowed.insert(name.to_owned());
            allowed.insert(format!("all_{name}"));
            let now = || {
                let last = "SELECT recorded_at FROM view_state";
                let last: Option<i64> = self.connection.query_row(last, [], |row| row.get(0))?;
                Ok::<_, rusqlite::Error>(last.map(Timestamp).max(Some(self.views.clock.now())))
            };
            let moment = match known_at {
                None if name == file::AHEAD => now()?,
                known_at => known_at,
            };
            if let Some(Timestamp(at)) = moment {
                let columns: Vec<&str> = file::columns(table)
                    .map(|column| match column.name {
                        // Then nobody knew better yet.
                        "superseded_at" => "NULL AS superseded_at",
                        name => name,
                    })
                    .collect();
                text.push_str(&format!(
                    "CREATE TEMP VIEW {name} AS SELECT {} FROM main.all_{name}
                     WHERE recorded_at <= {at} AND (superseded_at IS NULL OR superseded_at > {at});",
                    columns.join(", ")
                ));
            }
        }
        text.push_str("PRAGMA query_only=ON;");
        self.connection.execute_batch(&text)?;
        // Reads the head of the file, so that damage is found here and not in an answer.
        self.connection
            .query_row("SELECT count(*) FROM view_state", [], |_| Ok(()))?;
        *self
            .guard
            .allowed
            .lock()
            .unwrap_or_else(PoisonError::into_inner) = allowed;
        self.guard.armed.store(true, Ordering::Relaxed);
        Ok(())
    }

    /// Gives questions a table of their own with one row, such as what was asked.
    ///
    /// # Errors
    /// [`Error::Question`] when the name cannot be used.
    pub fn give(&self, name: &str, cells: &[(&str, Cell)]) -> Result<(), Error> {
        let columns: Vec<String> = cells.iter().map(|(name, _)| quoted(name)).collect();
        let places: Vec<String> = (1..=cells.len()).map(|at| format!("?{at}")).collect();
        let row: Vec<Cell> = cells.iter().map(|(_, cell)| cell.clone()).collect();
        self.guard.armed.store(false, Ordering::Relaxed);
        let table = quoted(name);
        let made = || -> rusqlite::Result<()> {
            self.connection.execute_batch(&format!(
                "PRAGMA query_only=OFF; DROP TABLE IF EXISTS temp.{table};
                 CREATE TEMP TABLE {table}({});",
                columns.join(", ")
            ))?;
            let text = format!("INSERT INTO temp.{table} VALUES ({})", places.join(", "));
            let mut insert = self.connection.prepare(&text)?;
            file::bind(&mut insert, &row)?;
            insert.raw_execute()?;
            drop(insert);
            self.connection.execute_batch("PRAGMA query_only=ON;")
        };
        let made = made();
        self.guard.armed.store(true, Ordering::Relaxed);
        made.map_err(|error| self.failed(error))?;
        self.guard
            .allowed
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .insert(name.to_ascii_lowercase());
        Ok(())
    }

    /// Answers several questions from the same moment of the file: until it is let go, nobody can
    /// bring the views up to date.
    ///
    /// # Errors
    /// What the work says; [`Error::Engine`] when the file cannot be read.
    pub fn hold<T>(&self, work: impl FnOnce() -> Result<T, Error>) -> Result<T, Error> {
        let say = |text: &str| {
            self.guard.armed.store(false, Ordering::Relaxed);
            let said = self.connection.execute_batch(text);
            self.guard.armed.store(true, Ordering::Relaxed);
            said.map_err(|error| self.failed(error))
        };
        say("BEGIN")?;
        let done = work();
        say("ROLLBACK")?;
        done
    }

    /// Answers one question whole, in memory.
    ///
    /// # Errors
    /// As [`Questions::each`].
    pub fn answer(&self, sql: &str, limits: Limits) -> Result<Answer, Error> {
        let mut answer = Answer::default();
        let mut rows = Vec::new();
        answer.cut = self.each(
            sql,
            limits,
            &mut |columns| answer.columns = columns.to_vec(),
            &mut |row| {
                rows.push(row.to_vec());
                ControlFlow::Continue(())
            },
        )?;
        answer.rows = rows;
        Ok(answer)
    }

    /// Answers one question row by row: first the names of the columns, then each row, until
    /// `take` says stop. Gives what cut the answer short.
    ///
    /// # Errors
    /// [`Error::Question`] when it is not one statement that only reads what may be read,
    /// [`Error::TooLarge`], [`Error::Damaged`] (the next refresh then makes the views anew),
    /// [`Error::Engine`].
    pub fn each(
        &self,
        sql: &str,
        limits: Limits,
        head: &mut dyn FnMut(&[String]),
        take: &mut dyn FnMut(&[Cell]) -> ControlFlow<()>,
    ) -> Result<Option<Cut>, Error> {
        let until = limits.time.map_or(0, |time| {
            let late = self.guard.start.elapsed().saturating_add(time).as_millis();
            u64::try_from(late).unwrap_or(u64::MAX).max(1)
        });
        self.guard.until.store(until, Ordering::Relaxed);
        let result = self.run(sql, limits, head, take);
        self.guard.until.store(0, Ordering::Relaxed);
        match result {
            Err(error) if error.sqlite_error_code() == Some(ErrorCode::OperationInterrupted) => {
                Ok(Some(Cut::Time))
            }
            Err(error) => Err(self.failed(error)),
            Ok(cut) => Ok(cut),
        }
    }

    fn run(
        &self,
        sql: &str,
        limits: Limits,
        head: &mut dyn FnMut(&[String]),
        take: &mut dyn FnMut(&[Cell]) -> ControlFlow<()>,
    ) -> rusqlite::Result<Option<Cut>> {
        let mut statement = self.connection.prepare(sql)?;
        if statement.column_count() == 0 || !statement.readonly() {
            return Err(rusqlite::Error::InvalidQuery);
        }
        let names: Vec<String> = statement.column_names().map(str::to_owned).collect();
        head(&names);
        let mut rows = statement.raw_query();
        let (mut cells, mut count) = (Vec::with_capacity(names.len()), 0_u64);
        while let Some(row) = rows.next()? {
            if limits.rows.is_some_and(|most| count >= most) {
                return Ok(Some(Cut::Rows));
            }
            cells_of(row, names.len(), &mut cells)?;
            count += 1;
            if take(&cells).is_break() {
                break;
            }
        }
        Ok(None)
    }

    /// What SQLite said about a question; damage leaves a mark for the next refresh.
    fn failed(&self, error: rusqlite::Error) -> Error {
        let what = match &error {
            rusqlite::Error::SqlInputError { msg, .. } => msg.clone(),
            rusqlite::Error::InvalidQuery => "it is not one statement that reads".to_owned(),
            rusqlite::Error::MultipleStatement => "it is more than one statement".to_owned(),
            rusqlite::Error::SqliteFailure(_, Some(message)) => message.clone(),
            other => other.to_string(),
        };
        match error.sqlite_error_code() {
            Some(ErrorCode::OutOfMemory) => Error::TooLarge,
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => {
                // When even the mark cannot be left, the person still hears of the damage.
                drop(file::suspect(&self.views.dir));
                Error::engine("read", &self.path)(error)
            }
            Some(
                ErrorCode::DatabaseBusy
                | ErrorCode::DatabaseLocked
                | ErrorCode::SystemIoFailure
                | ErrorCode::CannotOpen
                | ErrorCode::DiskFull
                | ErrorCode::FileLockingProtocolFailed,
            ) => Error::engine("read", &self.path)(error),
            Some(ErrorCode::AuthorizationForStatementDenied | ErrorCode::ReadOnly) => {
                Error::Question {
                    what,
                    refused: true,
                }
            }
            _ => Error::Question {
                what,
                refused: false,
            },
        }
    }
}

/// The cells of a row, in the room of those of the row before: most rows hold texts, and a million
/// of them need no new memory each.
fn cells_of(row: &Row<'_>, count: usize, cells: &mut Vec<Cell>) -> rusqlite::Result<()> {
    cells.resize(count, Cell::Null);
    for (at, cell) in cells.iter_mut().enumerate() {
        match row.get_ref(at)? {
            ValueRef::Null => *cell = Cell::Null,
            ValueRef::Integer(number) => *cell = Cell::Whole(number),
            ValueRef::Real(number) => *cell = Cell::Real(number),
            ValueRef::Text(text) => {
                let text = std::str::from_utf8(text)
                    .map_or_else(|_| String::from_utf8_lossy(text), Cow::Borrowed);
                match cell {
                    Cell::Text(Cow::Owned(room)) => {
                        room.clear();
                        room.push_str(&text);
                    }
                    other => *other = Cell::Text(text.into_owned().into()),
                }
            }
            // No table holds bytes; a question can make them.
            ValueRef::Blob(bytes) => {
                let text: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
                *cell = Cell::Text(Cow::Owned(text));
            }
        }
    }
    Ok(())
}

fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}
