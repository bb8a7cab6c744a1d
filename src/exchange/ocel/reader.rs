//! Reading a log of any of the three formats, within limits.

use std::collections::HashSet;
use std::io::{BufRead as _, Read};
use std::path::Path;

use super::budget::Budget;
use super::error::{Error, short};
use super::model::{Log, Relation};
use super::{json, sqlite, xml};
use crate::base::limits::{OCEL_ITEMS_MAX, OCEL_LEN_MAX, OCEL_TEXT_LEN_MAX};
use crate::exchange::source::{Source, Stop};

/// How a SQLite database starts.
const SQLITE: &[u8] = b"SQLite format 3\0";

/// How much a log may ask of the reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of text in all, unpacked; memory takes several times as much.
    pub total_len_max: u64,
    /// Bytes of one value, name or id.
    pub text_len_max: usize,
    /// Levels of nested elements.
    pub depth_max: usize,
    /// Types, objects, events, values and relations together.
    pub items_max: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            total_len_max: OCEL_LEN_MAX,
            text_len_max: OCEL_TEXT_LEN_MAX,
            depth_max: 64,
            items_max: OCEL_ITEMS_MAX,
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
    let mut budget = Budget::new(limits);
    for of_type in log.types.objects.iter().chain(&log.types.events) {
        budget.items(1 + of_type.attributes.len())?;
        budget.longest(&of_type.name)?;
        for one in &of_type.attributes {
            budget.longest(&one.name)?;
            budget.longest(one.kind.name())?;
        }
    }
    let mut objects = HashSet::new();
    for one in &log.objects {
        budget.items(1 + one.changes.len() + one.relations.len())?;
        let changes = one.changes.iter().map(|one| (&one.name, &one.text));
        fits(&budget, (&one.id, &one.of_type), changes, &one.relations)?;
        fresh(&mut objects, &one.id)?;
    }
    let mut events = HashSet::new();
    for one in &log.events {
        budget.items(1 + one.values.len() + one.relations.len())?;
        let values = one.values.iter().map(|one| (&one.name, &one.text));
        fits(&budget, (&one.id, &one.of_type), values, &one.relations)?;
        fresh(&mut events, &one.id)?;
    }
    Ok(log)
}

fn fresh<'l>(ids: &mut HashSet<&'l str>, id: &'l str) -> Result<(), Error> {
    if ids.insert(id) {
        return Ok(());
    }
    Err(Error::RepeatedId { id: short(id) })
}

/// Whether no text of an object or event is too long.
fn fits<'l>(
    budget: &Budget,
    of: (&'l String, &'l String),
    values: impl Iterator<Item = (&'l String, &'l String)>,
    relations: &'l [Relation],
) -> Result<(), Error> {
    let relations = relations.iter().map(|one| (&one.object, &one.qualifier));
    for (name, text) in std::iter::once(of).chain(values).chain(relations) {
        budget.longest(name)?;
        budget.longest(text)?;
    }
    Ok(())
}
