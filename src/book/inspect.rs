//! Looking at the log itself: how large it is, what its entries say, whether it is sound.
//!
//! Works without the key file: entries are open, only what they hold stays closed.

use std::path::{Path, PathBuf};

use super::config::Config;
use super::error::Error;
use super::form::dossier_name;
use super::opening::{Book, Notice};
use crate::base::{Digest, Position, StreamId, Timestamp};
pub use crate::domain::KeptUntil;
use crate::domain::events::registry::StreamKind;
use crate::domain::{Event, EventType, Recorded, Withheld};
use crate::log::{self, Direction, Entry, Filter, INDEX_FILE, Query, SEGMENTS_DIR, Select};
pub use crate::log::{CheckReport, Damage};
pub use crate::store::NotRead;
use crate::store::{self, Item, Opening, Reading, Subscription};

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
    pub fn wants(&self, entry: &Entry) -> bool {
        self.stream.is_none_or(|stream| entry.stream == stream)
            && self
                .event_type
                .is_none_or(|wanted| entry.event_type == wanted.number())
            && self
                .kind
                .is_none_or(|kind| entry.stream.category == kind.category())
    }
}

/// One event of the log as it may be looked at: its open entry, and its content when that opens
/// and is kept from nobody.
#[derive(Debug, Clone)]
pub struct Looked {
    /// The open entry.
    pub entry: Entry,
    /// The event, or why it is not shown.
    pub content: Result<Recorded, NotShown>,
}

/// Why the content of an event is not shown.
#[derive(Debug, Clone)]
pub enum NotShown {
    /// It does not open.
    Closed(NotRead),
    /// It is kept from everybody until this happens.
    Kept(KeptUntil),
}

/// What is kept from everybody, as far as it has been looked up.
struct Veil<'b> {
    book: &'b Book,
    withheld: Withheld,
    /// What stands before this position was looked up.
    until: Position,
}

impl<'b> Veil<'b> {
    fn of(book: &'b Book) -> Self {
        Self {
            book,
            withheld: Withheld::default(),
            until: Position::START,
        }
    }

    /// Takes away the content of what nobody may see yet.
    fn over(&mut self, item: Item) -> Result<Looked, Error> {
        let Item { entry, content } = item;
        let content = match content {
            Ok(recorded) => self.of_event(recorded)?,
            Err(why) => Err(NotShown::Closed(why)),
        };
        Ok(Looked { entry, content })
    }

    fn of_event(&mut self, recorded: Recorded) -> Result<Result<Recorded, NotShown>, Error> {
        let repairs = matches!(
            recorded.event,
            Event::EntryCorrected(_) | Event::EntryShielded(_)
        );
        if !recorded.event.is_private() && !repairs {
            return Ok(Ok(recorded));
        }
        // Looked up only now: few logs hold anything private, and following one goes on for long.
        if recorded.position >= self.until {
            let until = self.book.store.head()?.next;
            self.withheld = self.book.withheld()?;
            self.until = until;
        }
        Ok(match self.withheld.until(recorded.id) {
            Some(until) => Err(NotShown::Kept(until.clone())),
            None => Ok(recorded),
        })
    }
}

/// A reading of the log under way.
pub struct Looking<'b> {
    reading: Reading,
    look: Look,
    veil: Veil<'b>,
}

impl Looking<'_> {
    /// The next event; `None` at the end.
    ///
    /// # Errors
    /// [`Error::Store`] for damage; an event that does not open is no error but says so itself.
    #[expect(
        clippy::should_implement_trait,
        reason = "an Iterator would hide the error in its item"
    )]
    pub fn next(&mut self) -> Result<Option<Looked>, Error> {
        while let Some(item) = self.reading.next()? {
            if self.look.wants(&item.entry) {
                return self.veil.over(item).map(Some);
            }
        }
        Ok(None)
    }
}

/// The log as it is followed: what is there, and then what comes.
pub struct Following<'b> {
    subscription: Subscription,
    veil: Veil<'b>,
}

impl Following<'_> {
    /// The next event; waits for it when there is none yet. What is kept until something else
    /// happens is not given again when that happens.
    ///
    /// # Errors
    /// As [`Looking::next`].
    pub async fn next(&mut self) -> Result<Looked, Error> {
        let item = self.subscription.next().await?;
        self.veil.over(item)
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

    /// Reads events one at a time. Of what is kept from everybody it shows that it is there and
    /// until when, not what it is.
    ///
    /// # Errors
    /// [`Error::Store`] when the reading cannot begin.
    pub fn look(&self, look: &Look) -> Result<Looking<'_>, Error> {
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
            veil: Veil::of(self),
        })
    }

    /// Follows the log from a position on: first what is there, then live.
    #[must_use]
    pub fn follow(&self, look: &Look) -> Following<'_> {
        let filter = Filter {
            streams: look.stream.into_iter().collect(),
            categories: look.kind.map(StreamKind::category).into_iter().collect(),
            types: look.event_type.map(EventType::number).into_iter().collect(),
        };
        let from = Position(look.from.unwrap_or_default());
        Following {
            subscription: self.subscribe(from, filter, look.opening()),
            veil: Veil::of(self),
        }
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
