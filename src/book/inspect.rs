//! Looking at the log itself: how large it is, what its entries say, whether it is sound.
//!
//! Works without the key file: entries are open, only what they hold stays closed.

use std::path::{Path, PathBuf};

use super::config::Config;
use super::error::Error;
use super::form::dossier_name;
use super::opening::{Book, Notice};
use crate::base::{Digest, Position, StreamId, Timestamp};
use crate::domain::EventType;
use crate::domain::events::registry::StreamKind;
use crate::log::{self, Direction, Filter, INDEX_FILE, Query, SEGMENTS_DIR, Select};
pub use crate::log::{CheckReport, Damage};
use crate::store::{self, Opening, Reading, Subscription};
pub use crate::store::{Item, NotRead};

/// How the log stands.
#[derive(Debug, Clone, PartialEq)]
pub struct LogInfo {
    /// Its id, in hexadecimal digits.
    pub log: String,
    /// Folder of the log.
    pub dir: PathBuf,
    /// Events in it.
    pub events: u64,
    /// Segment files.
    pub segments: u64,
    /// Bytes of the segment files.
    pub bytes: u64,
    /// When the first event was recorded.
    pub first_recorded_at: Option<Timestamp>,
    /// When the last event was recorded.
    pub last_recorded_at: Option<Timestamp>,
    /// Leaf hash of the last event: what a checkpoint is made from.
    pub last_leaf: Digest,
    /// Data keys in the vault.
    pub keys: u64,
    /// Whether the key file is missing, so that everything stays closed.
    pub locked: bool,
    /// Bytes of the derived index; `None` when there is none.
    pub index_bytes: Option<u64>,
    /// What a person should know about the opening.
    pub notices: Vec<Notice>,
}

/// Which events are looked at.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Look {
    /// The first position, or the first version when one stream is read.
    pub from: Option<u64>,
    /// Only this stream.
    pub stream: Option<StreamId>,
    /// Only this type.
    pub event_type: Option<EventType>,
    /// Only this kind of stream.
    pub kind: Option<StreamKind>,
    /// Newest first.
    pub backward: bool,
    /// Open words too.
    pub words: bool,
}

impl Look {
    fn opening(&self) -> Opening {
        if self.words {
            Opening::Words
        } else {
            Opening::Facts
        }
    }

    /// Whether an event is one of those looked at.
    #[must_use]
    pub fn wants(&self, item: &Item) -> bool {
        let entry = &item.entry;
        self.stream.is_none_or(|stream| entry.stream == stream)
            && self
                .event_type
                .is_none_or(|wanted| entry.event_type == wanted.number())
            && self
                .kind
                .is_none_or(|kind| entry.stream.category == kind.category())
    }
}

/// A reading of the log under way.
pub struct Looking {
    reading: Reading,
    look: Look,
}

impl Looking {
    /// The next event; `None` at the end.
    ///
    /// # Errors
    /// [`Error::Store`] for damage; an event that does not open is no error but says so itself.
    #[expect(
        clippy::should_implement_trait,
        reason = "an Iterator would hide the error in its item"
    )]
    pub fn next(&mut self) -> Result<Option<Item>, Error> {
        while let Some(item) = self.reading.next()? {
            if self.look.wants(&item) {
                return Ok(Some(item));
            }
        }
        Ok(None)
    }
}

impl Book {
    /// How the log stands.
    ///
    /// # Errors
    /// [`Error::Store`] and [`Error::Io`].
    pub fn log_info(&self) -> Result<LogInfo, Error> {
        let engine = self.store.engine();
        let failed = store::Error::from;
        let checkpoint = engine.checkpoint().map_err(failed)?;
        let head = engine.head().map_err(failed)?;
        let first = engine.record(Position::START).map_err(failed)?;
        let dir = self.dir.join(&self.config.log_dir);
        let (segments, bytes) = segment_files(&dir.join(SEGMENTS_DIR))?;
        let vault = self.store.vault();
        Ok(LogInfo {
            log: checkpoint.log.to_string(),
            events: checkpoint.next.0,
            segments,
            bytes,
            first_recorded_at: first.map(|record| record.as_record().entry.recorded_at),
            last_recorded_at: head.last_recorded_at,
            last_leaf: checkpoint.last_leaf,
            keys: vault.len() as u64,
            locked: vault.is_locked(),
            index_bytes: std::fs::metadata(dir.join(INDEX_FILE))
                .ok()
                .map(|file| file.len()),
            dir,
            notices: self.notices().to_vec(),
        })
    }

    /// Reads events one at a time.
    ///
    /// # Errors
    /// [`Error::Store`] when the reading cannot begin.
    pub fn look(&self, look: &Look) -> Result<Looking, Error> {
        let select = match (look.stream, look.event_type, look.kind) {
            (Some(stream), _, _) => Select::Stream(stream),
            (None, Some(event_type), _) => Select::Type(event_type.number()),
            (None, None, Some(kind)) => Select::Category(kind.category()),
            (None, None, None) => Select::All,
        };
        let mut query = Query::new(select);
        query.start = look.from;
        if look.backward {
            query.direction = Direction::Backward;
        }
        Ok(Looking {
            reading: self.store.read(&query, look.opening())?,
            look: look.clone(),
        })
    }

    /// Follows the log from a position on: first what is there, then live.
    #[must_use]
    pub fn follow(&self, look: &Look) -> Subscription {
        let filter = Filter {
            streams: look.stream.into_iter().collect(),
            categories: look.kind.map(StreamKind::category).into_iter().collect(),
            types: look.event_type.map(EventType::number).into_iter().collect(),
        };
        self.subscribe(
            Position(look.from.unwrap_or_default()),
            filter,
            look.opening(),
        )
    }

    /// The stream of a dossier.
    ///
    /// # Errors
    /// [`Error::Store`] without the key file: streams have pseudonyms.
    pub fn stream_of_dossier(&self, number: &str) -> Result<StreamId, Error> {
        Ok(self
            .store
            .stream(StreamKind::Case.category(), &dossier_name(number))?)
    }
}

/// Reads every byte of the log of a book and says what is not as it was written.
///
/// # Errors
/// [`Error::NoBook`], [`Error::Config`], and [`Error::Store`] when the check cannot be made.
pub fn check(dir: &Path) -> Result<CheckReport, Error> {
    let config = Config::read(dir)?;
    Ok(log::check(&dir.join(&config.log_dir)).map_err(store::Error::from)?)
}

/// How many segment files there are, and their bytes.
fn segment_files(dir: &Path) -> Result<(u64, u64), Error> {
    let entries = std::fs::read_dir(dir).map_err(|source| Error::io("list", dir, source))?;
    let (mut count, mut bytes) = (0, 0);
    for entry in entries {
        let entry = entry.map_err(|source| Error::io("list", dir, source))?;
        if entry
            .path()
            .extension()
            .is_some_and(|ending| ending == "seg")
        {
            let file = entry
                .metadata()
                .map_err(|source| Error::io("read", &entry.path(), source))?;
            count += 1;
            bytes += file.len();
        }
    }
    Ok((count, bytes))
}
