//! Bringing the views up to date: a little at a time, or all of it anew.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use rusqlite::Connection;

use super::across::{Touched, Whole};
use super::bookmark::{Bookmark, RELEASE, Why};
use super::error::Error;
use super::file::{self, Half};
use super::filling::{Filler, Work};
use super::fold::{Fold, Part};
use super::reading::{self, Unit};
use crate::base::Position;
use crate::host::{Clock, SystemClock};
use crate::log::Checkpoint;
use crate::store::Store;

/// How long a refresh waits for another one, and for readers to finish.
const PATIENCE: Duration = Duration::from_secs(60);

/// Events since the bookmark that are always taken in one by one.
const FEW: u64 = 5_000;

/// Beyond those, the views are made anew when more than one event in so many is new.
const SHARE: u64 = 8;

/// Threads that read and project beside the one that writes: the projection takes about as long
/// as putting its rows in.
const THREADS: usize = 2;

/// The units of a refresh from which on threads are worth their start.
const MANY_UNITS: usize = 64;

/// The fact tables of a book, in one file that can be deleted at any time.
#[derive(Clone)]
pub struct Views {
    pub(super) dir: PathBuf,
    pub(super) store: Arc<Store>,
    pub(super) fold: Arc<dyn Fold>,
    pub(super) clock: Arc<dyn Clock>,
    patience: Duration,
}

/// What a refresh did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refreshed {
    /// How it went about it.
    pub how: How,
    /// Every event before this position is in the views now.
    pub next: Position,
}

/// How the views were brought up to date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum How {
    /// They were.
    UpToDate,
    /// What came since was taken in.
    CaughtUp {
        /// Events since the bookmark.
        events: u64,
        /// Dossiers, organisations and settings that they belong to.
        units: u64,
    },
    /// They were made anew.
    Rebuilt {
        /// Why.
        why: Why,
        /// Rows in the new file, all versions counted.
        rows: u64,
    },
}

/// What is there before a refresh.
pub(super) enum Found {
    /// Rows up to a bookmark that fits this log and this projection.
    Usable(Bookmark),
    /// Nothing that can be trusted.
    Useless(Why),
}

impl Views {
    /// The views in a folder, of the events in a store, by a projection. Touches nothing yet.
    #[must_use]
    pub fn new(dir: &Path, store: Arc<Store>, fold: Arc<dyn Fold>) -> Self {
        Self {
            dir: dir.to_owned(),
            store,
            fold,
            clock: Arc::new(SystemClock),
            patience: PATIENCE,
        }
    }

    /// Waits at most so long for another refresh or for readers; a minute when it is not said.
    #[must_use]
    pub fn patient_for(mut self, patience: Duration) -> Self {
        self.patience = patience;
        self
    }

    /// Where the file is or will be.
    #[must_use]
    pub fn path(&self) -> PathBuf {
        self.dir.join(file::NAME)
    }

    /// Brings the views up to date with every event that is durable now.
    ///
    /// What is there is taken further in one transaction. It is made anew when it is absent,
    /// damaged, of another log or another projection, ahead of the log, or so far behind that this
    /// is quicker; readers keep the old file until the new one is whole.
    ///
    /// # Errors
    /// [`Error::Store`] when the log cannot be read or its key is not there, [`Error::Busy`] when
    /// others kept the views too long, [`Error::Io`] and [`Error::Engine`] when writing fails. The
    /// views are then as they were.
    pub fn refresh(&self) -> Result<Refreshed, Error> {
        self.must_open()?;
        let checkpoint = self.store.checkpoint()?;
        if let Found::Usable(bookmark) = self.found(&checkpoint)?
            && bookmark.next == checkpoint.next
        {
            return Ok(Refreshed {
                how: How::UpToDate,
                next: bookmark.next,
            });
        }
        file::prepare(&self.dir)?;
        let _lock = super::lock::Lock::take(&self.dir, self.patience)?;
        // Another one may have done it while this one waited; the log may have grown.
        let checkpoint = self.store.checkpoint()?;
        let bookmark = match self.found(&checkpoint)? {
            Found::Useless(why) => return self.build(&checkpoint, why),
            Found::Usable(bookmark) => bookmark,
        };
        let behind = checkpoint.next.0.saturating_sub(bookmark.next.0);
        if behind == 0 {
            return Ok(Refreshed {
                how: How::UpToDate,
                next: bookmark.next,
            });
        }
        if behind > FEW.max(checkpoint.next.0 / SHARE) {
            return self.build(&checkpoint, Why::FarBehind);
        }
        let units = reading::units(&self.store, bookmark.next, checkpoint.next)?;
        if units.iter().any(|unit| unit.part == Part::Settings) {
            return self.build(&checkpoint, Why::Settings);
        }
        match self.catch_up(&bookmark, &checkpoint, &units) {
            Err(Error::Damaged { what, .. }) => self.build(&checkpoint, Why::Damaged(what)),
            other => other,
        }
    }

    /// Makes the views anew, whatever is there.
    ///
    /// # Errors
    /// As [`Views::refresh`].
    pub fn rebuild(&self) -> Result<Refreshed, Error> {
        self.must_open()?;
        file::prepare(&self.dir)?;
        let _lock = super::lock::Lock::take(&self.dir, self.patience)?;
        let checkpoint = self.store.checkpoint()?;
        self.build(&checkpoint, Why::Asked)
    }

    /// Without the key nothing opens, and views of nothing would pass for views of the book.
    fn must_open(&self) -> Result<(), Error> {
        self.store.actor("")?;
        Ok(())
    }

    /// What is there, judged beside the log.
    pub(super) fn found(&self, checkpoint: &Checkpoint) -> Result<Found, Error> {
        let path = self.path();
        if !path.exists() {
            return Ok(Found::Useless(Why::Absent));
        }
        if file::is_suspect(&self.dir)? {
            let what = "a question found damage in it".to_owned();
            return Ok(Found::Useless(Why::Damaged(what)));
        }
        let read = self.read_bookmark();
        let bookmark = match read {
            Ok(Some(bookmark)) => bookmark,
            Ok(None) => return Ok(Found::Useless(Why::Damaged("no bookmark".to_owned()))),
            Err(error) => match Error::engine("read", &path)(error) {
                busy @ Error::Busy { .. } => return Err(busy),
                other => return Ok(Found::Useless(Why::Damaged(other.to_string()))),
            },
        };
        let objection = bookmark.objection(&self.store, checkpoint, self.fold.as_ref())?;
        Ok(match objection {
            Some(why) => Found::Useless(why),
            None => Found::Usable(bookmark),
        })
    }

    fn read_bookmark(&self) -> rusqlite::Result<Option<Bookmark>> {
        let read = file::open_to_read(&self.dir).and_then(|connection| {
            connection.busy_timeout(self.patience)?;
            believed(&connection)
        });
        match read {
            // A refresh was killed; whoever may write can put back what it left.
            Err(error) if needs_writer(&error) => {
                believed(&file::open_to_write(&self.dir, self.patience)?)
            }
            other => other,
        }
    }

    /// Takes in what came since the bookmark: rows and bookmark in one transaction.
    fn catch_up(
        &self,
        bookmark: &Bookmark,
        checkpoint: &Checkpoint,
        units: &[Unit],
    ) -> Result<Refreshed, Error> {
        let path = self.path();
        let failed = |error| Error::engine("bring up to date", &path)(error);
        let settings = reading::settings(&self.store)?;
        let catalogues = reading::catalogues(&self.store, &settings, checkpoint.next)?;
        let mut connection = file::open_to_write(&self.dir, self.patience).map_err(failed)?;
        let transaction = connection
            .transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)
            .map_err(failed)?;
        // The lock is ours, so this is the bookmark that was judged; a file that was put in its
        // place by hand meanwhile is not.
        if Bookmark::read(&transaction).map_err(failed)?.as_ref() != Some(bookmark) {
            drop(transaction);
            return self.build(checkpoint, Why::Damaged("it changed meanwhile".to_owned()));
        }
        {
            let tables = self.fold.tables();
            let mut filler = Filler::new(&transaction, tables, true).map_err(failed)?;
            let work = Work {
                store: &self.store,
                fold: self.fold.as_ref(),
                catalogues: &catalogues,
                units,
                head: checkpoint.next,
                threads: if units.len() < MANY_UNITS { 1 } else { THREADS },
            };
            let touched = self.fold.compares().then(|| Touched::new(&transaction));
            let mut touched = touched.transpose().map_err(failed)?;
            work.run(&mut |batch| {
                if let Some(touched) = &mut touched {
                    let mut units = batch.compared.iter();
                    units
                        .try_for_each(|unit| touched.take(unit))
                        .map_err(failed)?;
                }
                filler.put(batch).map_err(failed)
            })?;
            if let Some(touched) = touched {
                let done = touched.fill(&transaction, &mut filler, &catalogues);
                done.map_err(failed)?;
            }
        }
        let now = self.clock.now();
        let mut moved = Bookmark::at(&self.store, checkpoint, self.fold.as_ref(), now)?;
        moved.built_at = bookmark.built_at;
        moved.release.clone_from(&bookmark.release);
        moved.write(&transaction).map_err(failed)?;
        transaction.commit().map_err(failed)?;
        Ok(Refreshed {
            how: How::CaughtUp {
                events: checkpoint.next.0 - bookmark.next.0,
                units: units.len() as u64,
            },
            next: checkpoint.next,
        })
    }

    /// Makes a new file and puts it in place of what is there.
    fn build(&self, checkpoint: &Checkpoint, why: Why) -> Result<Refreshed, Error> {
        let head = checkpoint.next;
        let units = reading::units(&self.store, Position::START, head)?;
        let catalogues = reading::catalogues(&self.store, &units, head)?;
        let half = Half::begin(&self.dir)?;
        let path = half.path();
        let failed = |error| Error::engine("make", &path)(error);
        let tables = self.fold.tables();
        file::create_tables(&half.connection, tables).map_err(failed)?;
        if self.fold.compares() {
            super::across::create_tables(&half.connection).map_err(failed)?;
        }
        let rows = {
            half.connection.execute_batch("BEGIN").map_err(failed)?;
            let mut filler = Filler::new(&half.connection, tables, false).map_err(failed)?;
            let work = Work {
                store: &self.store,
                fold: self.fold.as_ref(),
                catalogues: &catalogues,
                units: &units,
                head,
                threads: THREADS,
            };
            let mut whole = self.fold.compares().then(Whole::new);
            work.run(&mut |batch| {
                if let Some(whole) = &mut whole {
                    batch.compared.iter().for_each(|unit| whole.take(unit));
                }
                filler.put(batch).map_err(failed)
            })?;
            if let Some(whole) = whole {
                let done = whole.fill(&half.connection, &mut filler, &catalogues);
                done.map_err(failed)?;
            }
            filler.count
        };
        let now = self.clock.now();
        let bookmark = Bookmark::at(&self.store, checkpoint, self.fold.as_ref(), now)?;
        bookmark.write(&half.connection).map_err(failed)?;
        let version = format!("PRAGMA user_version={}; COMMIT;", self.fold.version());
        half.connection.execute_batch(&version).map_err(failed)?;
        if self.fold.compares() {
            super::across::create_indexes(&half.connection).map_err(failed)?;
        }
        file::create_indexes(&half.connection, tables).map_err(failed)?;
        half.finish()?;
        Ok(Refreshed {
            how: How::Rebuilt { why, rows },
            next: head,
        })
    }
}

/// The bookmark of a file; what one release could not read, another one tries again.
fn believed(connection: &Connection) -> rusqlite::Result<Option<Bookmark>> {
    let parked: i64 = connection.query_row("SELECT count(*) FROM parked", [], |row| row.get(0))?;
    let mut bookmark = Bookmark::read(connection)?;
    if let Some(bookmark) = &mut bookmark
        && parked > 0
        && bookmark.release != RELEASE
    {
        bookmark.layout = String::new();
    }
    Ok(bookmark)
}

/// Whether a file cannot be read because somebody who may write has to mend it first.
fn needs_writer(error: &rusqlite::Error) -> bool {
    matches!(
        error.sqlite_error_code(),
        Some(rusqlite::ErrorCode::ReadOnly | rusqlite::ErrorCode::CannotOpen)
    )
}
