//! The bookmark: which log the rows are of, how far, and by which projection.

use rusqlite::{Connection, OptionalExtension as _};

use super::fold::Fold;
use super::table::{COMMON, Table};
use crate::base::digest::{Digest, sha256};
use crate::base::{Position, Timestamp};
use crate::log::Checkpoint;
use crate::store::{self, Store};

/// Layout of the file itself: indexes, helper tables. The rows have a version of their own.
const LAYOUT: &str = "4";

/// The release that made the file; what it could not read, another one may.
pub(super) const RELEASE: &str = env!("CARGO_PKG_VERSION");

/// The definition of the table it is kept in; it has one row.
pub(super) const TABLE: &str = "CREATE TABLE view_state(
    log TEXT NOT NULL, next INTEGER NOT NULL, leaf TEXT NOT NULL, recorded_at INTEGER,
    built_at INTEGER NOT NULL, refreshed_at INTEGER NOT NULL,
    version INTEGER NOT NULL, layout TEXT NOT NULL, release TEXT NOT NULL)";

/// How far the rows have come, and by what they were made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Bookmark {
    /// The log.
    pub(super) log: String,
    /// Every event before this position is in the rows.
    pub(super) next: Position,
    /// Leaf hash of the last of those events.
    pub(super) leaf: String,
    /// When the last of those events was recorded.
    pub(super) recorded_at: Option<Timestamp>,
    /// When the file was made.
    pub(super) built_at: Timestamp,
    /// When it was last brought up to date.
    pub(super) refreshed_at: Timestamp,
    /// Version of the projection.
    pub(super) version: u32,
    /// Fingerprint of the definitions of its tables.
    pub(super) layout: String,
    /// The release that made it.
    pub(super) release: String,
}

/// Why the file cannot be brought up to date, so that it is made anew.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    /// Somebody asked for it.
    Asked,
    /// There was no file.
    Absent,
    /// It is of another log.
    OtherLog,
    /// It was made by another projection, or another release that could not read all events.
    OtherVersion,
    /// It is no longer what was written.
    Damaged(String),
    /// It knows events that the log does not have.
    AheadOfLog,
    /// So much was recorded since that making it anew is quicker.
    FarBehind,
    /// A catalogue changed: every row may depend on it.
    Settings,
}

impl Bookmark {
    /// A bookmark at the end of a log.
    pub(super) fn at(
        store: &Store,
        checkpoint: &Checkpoint,
        fold: &dyn Fold,
        now: Timestamp,
    ) -> Result<Self, store::Error> {
        let last = match checkpoint.next.0.checked_sub(1) {
            Some(last) => store.engine().record(Position(last))?,
            None => None,
        };
        Ok(Self {
            log: checkpoint.log.to_string(),
            next: checkpoint.next,
            leaf: checkpoint.last_leaf.to_string(),
            recorded_at: last.map(|record| record.as_record().entry.recorded_at),
            built_at: now,
            refreshed_at: now,
            version: fold.version(),
            layout: layout(fold.tables()),
            release: RELEASE.to_owned(),
        })
    }

    /// Reads it; `None` when there is none.
    pub(super) fn read(connection: &Connection) -> rusqlite::Result<Option<Self>> {
        let mut statement = connection.prepare(
            "SELECT log, next, leaf, recorded_at, built_at, refreshed_at, version, layout, release
             FROM view_state",
        )?;
        statement
            .query_row([], |row| {
                let next: i64 = row.get(1)?;
                Ok(Self {
                    log: row.get(0)?,
                    next: Position(u64::try_from(next).unwrap_or(u64::MAX)),
                    leaf: row.get(2)?,
                    recorded_at: row.get::<_, Option<i64>>(3)?.map(Timestamp),
                    built_at: Timestamp(row.get(4)?),
                    refreshed_at: Timestamp(row.get(5)?),
                    version: row.get(6)?,
                    layout: row.get(7)?,
                    release: row.get(8)?,
                })
            })
            .optional()
    }

    /// Writes it, in place of what was there.
    pub(super) fn write(&self, connection: &Connection) -> rusqlite::Result<()> {
        connection.execute("DELETE FROM view_state", [])?;
        connection.execute(
            "INSERT INTO view_state VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
            rusqlite::params![
                self.log,
                i64::try_from(self.next.0).unwrap_or(i64::MAX),
                self.leaf,
                self.recorded_at.map(|at| at.0),
                self.built_at.0,
                self.refreshed_at.0,
                self.version,
                self.layout,
                self.release,
            ],
        )?;
        Ok(())
    }

    /// Why rows with this bookmark cannot be trusted beside this log and projection; `None` when
    /// they can.
    pub(super) fn objection(
        &self,
        store: &Store,
        checkpoint: &Checkpoint,
        fold: &dyn Fold,
    ) -> Result<Option<Why>, store::Error> {
        if self.log != checkpoint.log.to_string() {
            return Ok(Some(Why::OtherLog));
        }
        if self.version != fold.version() || self.layout != layout(fold.tables()) {
            return Ok(Some(Why::OtherVersion));
        }
        if self.next > checkpoint.next {
            return Ok(Some(Why::AheadOfLog));
        }
        let leaf = leaf_before(store, self.next, checkpoint)?;
        Ok((leaf.to_string() != self.leaf).then_some(Why::AheadOfLog))
    }
}

/// The leaf hash of the event before a position; a log that was put back from a copy and went on
/// has another one there.
fn leaf_before(
    store: &Store,
    next: Position,
    checkpoint: &Checkpoint,
) -> Result<Digest, store::Error> {
    if next == checkpoint.next {
        return Ok(checkpoint.last_leaf);
    }
    let Some(last) = next.0.checked_sub(1) else {
        return Ok(Digest::ZERO);
    };
    let record = store.engine().record(Position(last))?;
    Ok(record.map_or(Digest::ZERO, |record| record.as_record().leaf_hash()))
}

/// A fingerprint of every table and column, so that a changed definition is never filled by halves.
pub(super) fn layout(tables: &[&Table]) -> String {
    let mut text = format!("{LAYOUT}\n");
    for table in tables {
        text.push_str(table.name);
        for column in COMMON.iter().chain(table.columns) {
            text.push_str(&format!(" {}:{:?}", column.name, column.kind));
        }
        text.push_str(&format!(" {:?}\n", table.face));
    }
    sha256(&[text.as_bytes()]).to_string()
}
