//! Reading: records of the log, opened and decoded.

use super::Store;
use super::error::Error;
use crate::base::{EventId, Position, StreamId};
use crate::codec;
use crate::domain::{Closed, Recorded};
use crate::log::{Entry, Filter, PartKind, Query, Record, Records};
use crate::vault::{self, Handle, Part};

/// How far an event is opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Opening {
    /// Codes, numbers and days; every text stays closed.
    Facts,
    /// Facts and words, for a person who may read them.
    Words,
}

/// Why the content of an event is not shown.
#[derive(Debug, Clone, thiserror::Error)]
pub enum NotRead {
    /// Its facts stay closed.
    #[error(transparent)]
    Closed(#[from] vault::Closed),
    /// It cannot be decoded, or is of a newer release.
    #[error("{0}")]
    Unreadable(String),
}

impl NotRead {
    /// Whether it was destroyed, as the law or the retention period asks: it is gone for good.
    #[must_use]
    pub fn is_destroyed(&self) -> bool {
        matches!(self, Self::Closed(vault::Closed::KeyDestroyed { .. }))
    }
}

/// One event of the log: its open entry, and its content as far as it opens.
#[derive(Debug, Clone)]
pub struct Item {
    /// The open entry.
    pub entry: Entry,
    /// The event, or why it stays closed.
    pub content: Result<Recorded, NotRead>,
}

impl Store {
    /// Reads events one at a time.
    ///
    /// # Errors
    /// [`Error::Log`] when the reading cannot begin.
    pub fn read(&self, query: &Query, opening: Opening) -> Result<Reading, Error> {
        Ok(Reading {
            records: self.engine.read(query)?,
            handle: self.vault.handle(),
            opening,
            buffer: Vec::new(),
        })
    }

    /// Reads events one at a time; those that do not pass the filter are not opened.
    pub(super) fn read_filtered<'f>(
        &self,
        query: &Query,
        opening: Opening,
        filter: &'f Filter,
    ) -> Result<Filtered<'f>, Error> {
        Ok(Filtered {
            reading: self.read(query, opening)?,
            filter,
        })
    }

    /// Every event of a stream, opened.
    ///
    /// # Errors
    /// [`Error::Log`]; [`Error::Closed`] and [`Error::Codec`] when one of them does not open.
    pub fn read_stream(&self, stream: StreamId, opening: Opening) -> Result<Vec<Recorded>, Error> {
        self.read_stream_where(stream, opening, &|_| true)
    }

    /// The events of a stream whose open entry is wanted; the others stay closed.
    ///
    /// # Errors
    /// As [`Store::read_stream`].
    pub fn read_stream_where(
        &self,
        stream: StreamId,
        opening: Opening,
        wanted: &dyn Fn(&Entry) -> bool,
    ) -> Result<Vec<Recorded>, Error> {
        self.with_handle(|handle| {
            let mut records = self.engine.read(&Query::stream(stream))?;
            let mut events = Vec::new();
            let mut buffer = Vec::new();
            while let Some(record) = records.next()? {
                if wanted(&record.entry) {
                    events.push(open(&record, handle, opening, &mut buffer)?);
                }
            }
            Ok(events)
        })
    }

    /// The event with this id, opened; `None` when there is no such event.
    ///
    /// # Errors
    /// As [`Store::read_stream`].
    pub fn event(&self, id: EventId, opening: Opening) -> Result<Option<Recorded>, Error> {
        match self.engine.position_of(id)? {
            Some(position) => self.event_at(position, opening),
            None => Ok(None),
        }
    }

    /// The event at a position, opened; `None` at or beyond the head.
    ///
    /// # Errors
    /// As [`Store::read_stream`].
    pub fn event_at(
        &self,
        position: Position,
        opening: Opening,
    ) -> Result<Option<Recorded>, Error> {
        let Some(record) = self.engine.record(position)? else {
            return Ok(None);
        };
        self.with_handle(|handle| {
            open(&record.as_record(), handle, opening, &mut Vec::new()).map(Some)
        })
    }
}

/// A reading under way.
pub struct Reading {
    records: Box<dyn Records>,
    handle: Handle,
    opening: Opening,
    buffer: Vec<u8>,
}

impl Reading {
    /// The next event; `None` at the end of the reading.
    ///
    /// # Errors
    /// [`Error::Log`] for damage; an event that does not open is no error but says so itself.
    #[expect(
        clippy::should_implement_trait,
        reason = "an Iterator would hide the error in its item"
    )]
    pub fn next(&mut self) -> Result<Option<Item>, Error> {
        let Some(record) = self.records.next()? else {
            return Ok(None);
        };
        Ok(Some(item(
            &record,
            &mut self.handle,
            self.opening,
            &mut self.buffer,
        )))
    }
}

/// A reading that passes over what the filter leaves out.
pub(super) struct Filtered<'f> {
    reading: Reading,
    filter: &'f Filter,
}

impl Filtered<'_> {
    /// The next position, with its event when it passes; `None` at the end.
    pub(super) fn next(&mut self) -> Result<Option<(Position, Option<Item>)>, Error> {
        let Reading {
            records,
            handle,
            opening,
            buffer,
        } = &mut self.reading;
        let Some(record) = records.next()? else {
            return Ok(None);
        };
        let item = self
            .filter
            .passes(&record)
            .then(|| item(&record, handle, *opening, buffer));
        Ok(Some((record.entry.position, item)))
    }
}

fn item(record: &Record<'_>, handle: &mut Handle, opening: Opening, buffer: &mut Vec<u8>) -> Item {
    let content = match open(record, handle, opening, buffer) {
        Ok(recorded) => Ok(recorded),
        Err(Error::Closed(why)) => Err(NotRead::Closed(why)),
        Err(other) => Err(NotRead::Unreadable(other.to_string())),
    };
    Item {
        entry: record.entry,
        content,
    }
}

/// Opens and decodes one record.
fn open(
    record: &Record<'_>,
    handle: &mut Handle,
    opening: Opening,
    buffer: &mut Vec<u8>,
) -> Result<Recorded, Error> {
    let entry = &record.entry;
    let mut facts = None;
    let mut words = None;
    for part in record.parts() {
        match part.kind {
            PartKind::Facts => facts = Some(part),
            PartKind::Words => words = Some(part),
        }
    }
    let place = |part: &crate::log::Part<'_>| Part {
        event: entry.event_id,
        stream: entry.stream,
        event_type: entry.event_type,
        schema_version: entry.schema_version,
        kind: part.kind.code(),
        class: part.class,
        key: part.key,
    };
    let facts = facts.ok_or(Error::NoFacts {
        position: entry.position,
    })?;
    handle.open_into(&place(&facts), &facts.commitment, facts.ciphertext, buffer)?;
    let opened = match (opening, words) {
        (Opening::Facts, _) => Err(Closed::NotOpened),
        (Opening::Words, None) => Ok(None),
        (Opening::Words, Some(part)) => {
            match handle.open(&place(&part), &part.commitment, part.ciphertext) {
                Ok(bytes) => Ok(Some(bytes)),
                Err(vault::Closed::KeyDestroyed { .. }) => Err(Closed::Destroyed),
                Err(vault::Closed::NoKeyFile) => Err(Closed::NoKey),
                Err(other) => return Err(other.into()),
            }
        }
    };
    let words = opened.as_ref().map(Option::as_deref).map_err(|why| *why);
    let decoded = codec::decode(entry.event_type, entry.schema_version, buffer, words)?;
    Ok(Recorded {
        id: entry.event_id,
        position: entry.position,
        stream: entry.stream,
        version: entry.version,
        schema_version: entry.schema_version,
        recorded_at: entry.recorded_at,
        clock_was_set: entry.time_was_set,
        common: decoded.common,
        noted: decoded.noted,
        event: decoded.event,
    })
}
