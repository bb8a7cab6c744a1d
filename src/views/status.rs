//! How the views stand beside the log; looks, and changes nothing.

use super::bookmark::{Bookmark, Why};
use super::engine::{Found, Views};
use super::error::Error;
use super::file;
use super::reading::Parked;
use crate::base::{Position, Timestamp};

/// How the views stand beside the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Standing {
    /// They know every event.
    UpToDate,
    /// They miss the last events; the next question takes them in.
    Behind,
    /// They will be made anew by the next question, because of this.
    ToBeMade(Why),
}

/// How the views stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Status {
    /// Beside the log.
    pub standing: Standing,
    /// Every event before this position is in the log.
    pub head: Position,
    /// Every event before this position is in the views.
    pub next: Position,
    /// When the last event of the log was recorded.
    pub head_recorded_at: Option<Timestamp>,
    /// When the last event in the views was recorded.
    pub recorded_at: Option<Timestamp>,
    /// When the file was made.
    pub built_at: Option<Timestamp>,
    /// When it was last brought up to date.
    pub refreshed_at: Option<Timestamp>,
    /// Version of the projection of this release.
    pub version: u32,
    /// Bytes of the file.
    pub bytes: u64,
    /// Every table: its name, rows that hold now, rows of all versions.
    pub tables: Vec<(&'static str, u64, u64)>,
    /// Events that could not be read.
    pub parked: Vec<Parked>,
}

impl Status {
    /// Events of the log that are not in the views.
    #[must_use]
    pub fn lag(&self) -> u64 {
        self.head.0.saturating_sub(self.next.0)
    }
}

impl Views {
    /// How the views stand beside the log, with the rows of every table counted.
    ///
    /// # Errors
    /// [`Error::Store`] when the log cannot be read, [`Error::Engine`] when the file cannot.
    pub fn status(&self) -> Result<Status, Error> {
        let mut status = self.standing()?;
        if !matches!(status.standing, Standing::ToBeMade(_)) {
            self.count(&mut status)
                .map_err(Error::engine("read", &self.path()))?;
        }
        Ok(status)
    }

    /// How the views stand beside the log, without a look at the rows: `tables` and `parked` stay
    /// empty. Counting reads the whole file, which no question should wait for.
    ///
    /// # Errors
    /// As [`Views::status`].
    pub fn standing(&self) -> Result<Status, Error> {
        let checkpoint = self.store.checkpoint()?;
        let head = self.store.head()?;
        let mut status = Status {
            standing: Standing::UpToDate,
            head: checkpoint.next,
            next: Position::START,
            head_recorded_at: head.last_recorded_at,
            recorded_at: None,
            built_at: None,
            refreshed_at: None,
            version: self.fold.version(),
            bytes: std::fs::metadata(self.path()).map_or(0, |about| about.len()),
            tables: Vec::new(),
            parked: Vec::new(),
        };
        let bookmark = match self.found(&checkpoint)? {
            Found::Useless(why) => {
                status.standing = Standing::ToBeMade(why);
                return Ok(status);
            }
            Found::Usable(bookmark) => bookmark,
        };
        if bookmark.next < checkpoint.next {
            status.standing = Standing::Behind;
        }
        let Bookmark {
            next,
            recorded_at,
            built_at,
            refreshed_at,
            ..
        } = bookmark;
        status.next = next;
        status.recorded_at = recorded_at;
        status.built_at = Some(built_at);
        status.refreshed_at = Some(refreshed_at);
        Ok(status)
    }

    fn count(&self, status: &mut Status) -> rusqlite::Result<()> {
        let connection = file::open_to_read(&self.dir)?;
        for table in self.fold.tables() {
            let name = table.name;
            let (now, all): (i64, i64) = connection.query_row(
                &format!(
                    "SELECT COALESCE(SUM(superseded_at IS NULL), 0), COUNT(*) FROM all_{name}"
                ),
                [],
                |row| Ok((row.get(0)?, row.get(1)?)),
            )?;
            let count = |number: i64| u64::try_from(number).unwrap_or(0);
            status.tables.push((name, count(now), count(all)));
        }
        let mut parked = connection
            .prepare("SELECT position, stream, event_type, reason FROM parked ORDER BY position")?;
        let mut rows = parked.query([])?;
        while let Some(row) = rows.next()? {
            let stream: String = row.get(1)?;
            let Ok(stream) = stream.parse() else { continue };
            status.parked.push(Parked {
                position: Position(u64::try_from(row.get::<_, i64>(0)?).unwrap_or(0)),
                stream,
                event_type: row.get(2)?,
                reason: row.get(3)?,
            });
        }
        Ok(())
    }
}
