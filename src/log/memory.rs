//! The simplest engine that keeps every promise but durability: the model the real one is
//! compared with. Not for use.

use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::time::Duration;

use super::append::{Append, Outcome, Recorded};
use super::engine::{Checkpoint, Direction, Engine, Head, Query, Records, Select, StreamHead};
use super::error::Error;
use super::record::{AT_ENTRY, OwnedRecord, Record};
use super::segment::LogId;
use super::shared::lock;
use crate::base::{Digest, EventId, Position, StreamId, Timestamp, Version};
use crate::host::Clock;

/// A log in memory.
#[derive(Debug)]
pub struct Memory {
    clock: Arc<dyn Clock>,
    records: Mutex<Vec<OwnedRecord>>,
    moved: Condvar,
}

impl Memory {
    /// An empty log that reads this clock.
    #[must_use]
    pub fn new(clock: Arc<dyn Clock>) -> Self {
        Self {
            clock,
            records: Mutex::default(),
            moved: Condvar::new(),
        }
    }
}

fn last_of(records: &[OwnedRecord], stream: StreamId) -> Option<Record<'_>> {
    records
        .iter()
        .rev()
        .map(OwnedRecord::as_record)
        .find(|record| record.entry.stream == stream)
}

fn head_of(records: &[OwnedRecord]) -> Head {
    Head {
        next: Position(records.len() as u64),
        last_recorded_at: records
            .last()
            .map(|last| last.as_record().entry.recorded_at),
    }
}

struct Found(std::vec::IntoIter<OwnedRecord>, Option<OwnedRecord>);

impl Records for Found {
    fn next(&mut self) -> Result<Option<Record<'_>>, Error> {
        self.1 = self.0.next();
        Ok(self.1.as_ref().map(OwnedRecord::as_record))
    }
}

fn already_there(records: &[OwnedRecord], append: &Append) -> Result<Option<Vec<Position>>, Error> {
    let mut positions = Vec::new();
    for event in &append.events {
        let found = records
            .iter()
            .map(OwnedRecord::as_record)
            .find(|r| r.entry.event_id == event.event_id);
        let Some(found) = found else { continue };
        let position = found.entry.position;
        if found.entry.stream != event.stream || found.entry.event_type != event.event_type {
            return Err(Error::IdTaken {
                event_id: event.event_id,
                position,
                why: "it is another event",
            });
        }
        positions.push((event.event_id, position));
    }
    match positions.first() {
        None => Ok(None),
        Some(_) if positions.len() == append.events.len() => {
            Ok(Some(positions.into_iter().map(|p| p.1).collect()))
        }
        Some(&(event_id, position)) => Err(Error::IdTaken {
            event_id,
            position,
            why: "other events are new",
        }),
    }
}

impl Engine for Memory {
    fn append(&self, append: Append) -> Result<Outcome, Error> {
        let prepared = append.clone().prepare()?;
        let mut records = lock(&self.records);
        if let Some(positions) = already_there(&records, &append)? {
            return Ok(Outcome::AlreadyThere { positions });
        }
        for &(stream, expected) in &append.expected {
            let actual = last_of(&records, stream).map(|record| record.entry.version);
            if !expected.met_by(actual) {
                return Err(Error::Conflict {
                    stream,
                    expected,
                    actual,
                });
            }
        }
        let now = self.clock.now();
        let mut more = records.clone();
        let mut start = 0;
        for event in &prepared.events {
            let last = head_of(&more)
                .last_recorded_at
                .unwrap_or(Timestamp(i64::MIN));
            let given = event.recorded_at.unwrap_or(now.max(last));
            if given < last {
                return Err(Error::TimeWentBack { given, last });
            }
            let stored = prepared
                .bytes
                .get(start + AT_ENTRY..event.end)
                .unwrap_or_default();
            let (entry, rest) = stored.split_at_checked(event.entry_len).unwrap_or_default();
            let mut filled =
                super::entry::Entry::parse(entry).map_err(|what| Error::Malformed { what })?;
            let before = last_of(&more, event.stream);
            filled.position = Position(more.len() as u64);
            filled.version = before.map_or(Version::START, |record| record.entry.version.next());
            filled.previous = before.map_or(Digest::ZERO, |record| record.leaf_hash());
            filled.recorded_at = given;
            let mut content = u16::try_from(event.entry_len)
                .unwrap_or(0)
                .to_be_bytes()
                .to_vec();
            filled.encode(&mut content);
            content.extend_from_slice(entry.get(super::entry::FIXED_LEN..).unwrap_or_default());
            content.extend_from_slice(rest);
            let record = Record::parse(crc32c::crc32c(&content), &content)
                .map_err(|what| Error::Malformed { what })?;
            more.push(record.to_owned());
            start = event.end;
        }
        let first = Position(records.len() as u64);
        *records = more;
        let last = records.last().map(|last| last.as_record().entry);
        self.moved.notify_all();
        Ok(Outcome::Recorded(Recorded {
            first,
            next: Position(records.len() as u64),
            recorded_at: last.map_or(now, |entry| entry.recorded_at),
            last_version: last.map_or(Version::START, |entry| entry.version),
        }))
    }

    fn read(&self, query: &Query) -> Result<Box<dyn Records>, Error> {
        let records = lock(&self.records);
        let mut found: Vec<_> = records
            .iter()
            .filter(|record| {
                let entry = record.as_record().entry;
                let (selected, place) = match query.select {
                    Select::All => (true, entry.position.0),
                    Select::Stream(stream) => (entry.stream == stream, entry.version.0),
                    Select::Category(category) => {
                        (entry.stream.category == category, entry.position.0)
                    }
                    Select::Type(number) => (entry.event_type == number, entry.position.0),
                };
                let within = query.start.is_none_or(|start| match query.direction {
                    Direction::Forward => place >= start,
                    Direction::Backward => place <= start,
                });
                selected && within
            })
            .cloned()
            .collect();
        if query.direction == Direction::Backward {
            found.reverse();
        }
        found.truncate(usize::try_from(query.limit).unwrap_or(usize::MAX));
        Ok(Box::new(Found(found.into_iter(), None)))
    }

    fn record(&self, position: Position) -> Result<Option<OwnedRecord>, Error> {
        Ok(usize::try_from(position.0)
            .ok()
            .and_then(|at| lock(&self.records).get(at).cloned()))
    }

    fn position_of(&self, event_id: EventId) -> Result<Option<Position>, Error> {
        let records = lock(&self.records);
        let found = records
            .iter()
            .map(|r| r.as_record().entry)
            .find(|entry| entry.event_id == event_id);
        Ok(found.map(|entry| entry.position))
    }

    fn head(&self) -> Result<Head, Error> {
        Ok(head_of(&lock(&self.records)))
    }

    fn stream_head(&self, stream: StreamId) -> Result<Option<StreamHead>, Error> {
        Ok(
            last_of(&lock(&self.records), stream).map(|record| StreamHead {
                version: record.entry.version,
                position: record.entry.position,
                leaf: record.leaf_hash(),
            }),
        )
    }

    fn wait_past(&self, position: Position, timeout: Duration) -> Result<Head, Error> {
        let (records, _) = self
            .moved
            .wait_timeout_while(lock(&self.records), timeout, |r| {
                r.len() as u64 <= position.0
            })
            .unwrap_or_else(PoisonError::into_inner);
        Ok(head_of(&records))
    }

    fn checkpoint(&self) -> Result<Checkpoint, Error> {
        let records = lock(&self.records);
        Ok(Checkpoint {
            log: LogId([0; 16]),
            next: Position(records.len() as u64),
            last_leaf: records
                .last()
                .map_or(Digest::ZERO, |last| last.as_record().leaf_hash()),
        })
    }
}
