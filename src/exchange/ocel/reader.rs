//! Reading a log of any of the three formats, within limits.

use std::collections::HashSet;
use std::io::{BufRead as _, Read};
use std::path::Path;

use super::error::Error;
use super::model::Log;
use super::{json, sqlite, xml};
use crate::exchange::source::{Source, Stop};

/// How a SQLite database starts.
const SQLITE: &[u8] = b"SQLite format 3\0";

/// How much a log may ask of the reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of text in all, unpacked. What is kept in memory is at most about eight times it.
    pub total_len_max: u64,
    /// Bytes of one value, name or id.
    pub text_len_max: usize,
    /// Levels of nested elements.
    pub depth_max: usize,
    /// Objects, events, values and relations together.
    pub items_max: u64,
}

impl Default for Limits {
    /// 1 GiB of text, 1 MiB a value, 64 levels, 32 million items: several times what any published
    /// object-centric log holds.
    fn default() -> Self {
        Self {
            total_len_max: 1 << 30,
            text_len_max: 1 << 20,
            depth_max: 64,
            items_max: 32_000_000,
        }
    }
}

/// The three formats of the standard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// JSON.
    Json,
    /// XML.
    Xml,
    /// A SQLite database.
    Sqlite,
}

impl Format {
    /// The format a file starts like; for text that may be packed, JSON or XML is told later.
    #[must_use]
    pub fn of(start: &[u8]) -> Self {
        let text = start.trim_ascii_start();
        if start.starts_with(SQLITE) {
            Self::Sqlite
        } else if text.starts_with(b"<") || text.starts_with(b"\xef\xbb\xbf<") {
            Self::Xml
        } else {
            Self::Json
        }
    }
}

/// Reads a log in JSON or XML, plain or gzipped; the text tells which.
///
/// # Errors
/// When it is no log, or larger than the limits.
pub fn read(input: impl Read, limits: &Limits) -> Result<Log, Error> {
    let mut source = Source::new(input, limits.total_len_max)?;
    source.grant(usize::MAX);
    let start = match first_bytes(&mut source) {
        Err(_) if source.stop().is_some() => return Err(too_long(limits)),
        start => start?,
    };
    let log = match Format::of(&start) {
        Format::Xml => xml::read(source, limits)?,
        Format::Json => {
            let read = json::read(&mut source);
            match source.stop() {
                Some(Stop::Total | Stop::Piece) => return Err(too_long(limits)),
                None => read?,
            }
        }
        Format::Sqlite => return Err(Error::Sqlite("a database is read from a file".to_owned())),
    };
    checked(log, limits)
}

/// Reads a log from a SQLite database, which is opened for reading only.
///
/// # Errors
/// When it is no log, or larger than the limits.
pub fn read_sqlite(path: &Path, limits: &Limits) -> Result<Log, Error> {
    checked(sqlite::read(path, limits)?, limits)
}

pub(super) fn too_long(limits: &Limits) -> Error {
    Error::TooLarge {
        what: "the whole text (bytes)",
        limit: limits.total_len_max,
    }
}

/// Skips white space and a byte order mark, and looks at what comes then.
fn first_bytes(source: &mut Source<'_>) -> Result<Vec<u8>, Error> {
    loop {
        let bytes = source.fill_buf()?;
        let blank = bytes
            .iter()
            .take_while(|byte| byte.is_ascii_whitespace() || b"\xef\xbb\xbf".contains(byte))
            .count();
        if blank < bytes.len() || bytes.is_empty() {
            let rest = bytes.get(blank..).unwrap_or_default();
            let start = rest.get(..rest.len().min(SQLITE.len())).unwrap_or_default();
            let start = start.to_vec();
            source.consume(blank);
            return Ok(start);
        }
        let all = bytes.len();
        source.consume(all);
    }
}

/// What holds for a log of every format.
fn checked(log: Log, limits: &Limits) -> Result<Log, Error> {
    let mut items = 0_u64;
    let mut count =
        |len: usize| items = items.saturating_add(u64::try_from(len).unwrap_or(u64::MAX));
    let mut objects = HashSet::new();
    for object in &log.objects {
        count(1 + object.changes.len() + object.relations.len());
        if !objects.insert(object.id.as_str()) {
            return Err(Error::RepeatedId {
                id: object.id.clone(),
            });
        }
    }
    let mut events = HashSet::new();
    for event in &log.events {
        count(1 + event.values.len() + event.relations.len());
        if !events.insert(event.id.as_str()) {
            return Err(Error::RepeatedId {
                id: event.id.clone(),
            });
        }
    }
    if items > limits.items_max {
        return Err(Error::TooLarge {
            what: "the number of objects, events, values and relations",
            limit: limits.items_max,
        });
    }
    Ok(log)
}
