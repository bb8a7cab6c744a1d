//! Finding events: by position, id, stream, type and category, through tail and index together.

use std::sync::Arc;

use super::address::Address;
use super::engine::{Direction, StreamHead};
use super::error::Error;
use super::index::{List, VERSIONS, View};
use super::record::{HEAD_LEN, OwnedRecord, RECORD_LEN_MAX};
use super::segment::HEADER_LEN;
use super::segments::Segment;
use super::shared::{Durable, Shared};
use super::tail::Tail;
use super::walk::{Fault, Stop, Walk};
use crate::base::{Category, EventId, Position, StreamId, Version};

/// A position and where its record stands.
pub(super) type Item = (u64, Address);

/// Positions handed out at once.
const BATCH: usize = 512;

/// Bytes read for one record before its length is known.
const GUESS_LEN: usize = 4096;

impl Shared {
    pub(super) fn address_of(&self, position: u64) -> Result<Option<Address>, Error> {
        let (tail, view) = self.view()?;
        if let Some(address) = tail.address(position) {
            return Ok(Some(address));
        }
        view.map_or(Ok(None), |view| view.address(position))
    }

    pub(super) fn position_of(&self, event_id: EventId) -> Result<Option<u64>, Error> {
        let (tail, view) = self.view()?;
        if let Some(position) = tail.position_of(event_id) {
            return Ok(Some(position));
        }
        let found = view.map_or(Ok(None), |view| view.position_of(event_id))?;
        // Another process may have indexed more than this reader has seen of the log.
        Ok(found.filter(|position| *position < self.durable().next))
    }

    /// The record at a durable position. What the index says is believed only when the record
    /// that stands there says so too; otherwise the segment itself is searched.
    pub(super) fn record(&self, position: Position) -> Result<Option<OwnedRecord>, Error> {
        if position.0 >= self.durable().next {
            return Ok(None);
        }
        if let Ok(Some(address)) = self.address_of(position.0)
            && let Some(record) = self.read_at(address)?
            && record.as_record().entry.position == position
        {
            return Ok(Some(record));
        }
        self.locate(position.0).map(Some)
    }

    /// Finds a record without the index; whoever comes here was misled by it, or by the log.
    pub(super) fn locate(&self, position: u64) -> Result<OwnedRecord, Error> {
        let (mut walk, segment) = self.walk_segment_of(position, &self.durable())?;
        loop {
            match walk.next() {
                Ok(Some((record, _))) if record.entry.position.0 == position => {
                    self.suspect_index();
                    return Ok(record.to_owned());
                }
                Ok(Some(_)) => {}
                Ok(None) => {
                    let fault = Fault {
                        offset: HEADER_LEN as u64,
                        position,
                        what: "a position is missing",
                    };
                    return Err(Stop::Fault(fault).into_error(&segment));
                }
                Err(stop) => return Err(stop.into_error(&segment)),
            }
        }
    }

    /// A walk from the beginning of the segment in which a position stands.
    pub(super) fn walk_segment_of(
        &self,
        position: u64,
        durable: &Durable,
    ) -> Result<(Walk, Arc<Segment>), Error> {
        let Some(segment) = self.segments.containing(position) else {
            return Err(Error::NotALog {
                dir: self.dir.clone(),
                why: "it has no segments".to_owned(),
            });
        };
        let end = self.end_of(&segment, durable);
        let start = HEADER_LEN as u64;
        let walk = Walk::at_frame(
            Arc::clone(&segment),
            self.log,
            start,
            segment.first,
            end,
            Vec::new(),
        );
        Ok((walk, segment))
    }

    /// Reads one record; `None` when no whole record stands at that address.
    fn read_at(&self, address: Address) -> Result<Option<OwnedRecord>, Error> {
        let Some(segment) = self.segments.get(address.ordinal()) else {
            return Ok(None);
        };
        let mut bytes = vec![0; GUESS_LEN];
        let read = segment.file.read_at(&mut bytes, address.offset())?;
        bytes.truncate(read);
        let Some(len) = bytes.first_chunk::<4>().map(|len| u32::from_be_bytes(*len)) else {
            return Ok(None);
        };
        let whole = usize::try_from(len)
            .unwrap_or(usize::MAX)
            .saturating_add(HEAD_LEN);
        if whole > RECORD_LEN_MAX {
            return Ok(None);
        }
        if whole > bytes.len() {
            bytes.resize(whole, 0);
            if segment.file.read_at(&mut bytes, address.offset())? < whole {
                return Ok(None);
            }
        }
        Ok(bytes
            .get(..whole)
            .and_then(|stored| OwnedRecord::parse(stored).ok()))
    }

    pub(super) fn stream_head(&self, stream: StreamId) -> Result<Option<StreamHead>, Error> {
        let last = {
            let (tail, view) = self.view()?;
            if let Some(head) = tail.stream_head(stream) {
                return Ok(Some(head));
            }
            let Some(view) = view else { return Ok(None) };
            let until = self.durable().next;
            let mut last = view.last_stream_row(stream)?;
            // Another process may have indexed more than this reader has seen of the log.
            while let Some((chunk, row)) = &mut last {
                row.retain(|(position, _)| *position < until);
                if !row.is_empty() {
                    break;
                }
                last = match chunk.checked_sub(1) {
                    Some(before) => Some((before, view.stream_row(stream, before * VERSIONS)?)),
                    None => None,
                };
            }
            last
        };
        let Some((chunk, row)) = last else {
            return Ok(None);
        };
        let Some(&(position, _)) = row.last() else {
            return Ok(None);
        };
        let version = Version(chunk * VERSIONS + row.len() as u64 - 1);
        match self.record(Position(position))? {
            Some(found)
                if found.as_record().entry.stream == stream
                    && found.as_record().entry.version == version =>
            {
                Ok(Some(StreamHead {
                    version,
                    position: Position(position),
                    leaf: found.as_record().leaf_hash(),
                }))
            }
            _ => Err(self.misled()),
        }
    }

    /// The index contradicts the log: it is rebuilt at the next opening.
    pub(super) fn misled(&self) -> Error {
        self.suspect_index();
        Error::Index {
            file: self.dir.join(super::index::FILE_NAME),
            what: "it contradicts the segments".to_owned(),
        }
    }

    /// The next events of a stream, from a version on, in the direction of reading, and whether
    /// more may follow.
    pub(super) fn stream_batch(
        &self,
        stream: StreamId,
        version: u64,
        direction: Direction,
    ) -> Result<(Vec<Item>, bool), Error> {
        let (tail, view) = self.view()?;
        for mem in tail.mems() {
            let Some(run) = mem.streams.get(&stream) else {
                continue;
            };
            let Some(at) = version
                .checked_sub(run.first_version)
                .map(super::bytes::index)
            else {
                continue;
            };
            if at >= run.positions.len() {
                continue;
            }
            let item = |position: &u64| Some((*position, mem.address(*position)?));
            let (before, after) = run.positions.split_at(at);
            let items = match direction {
                Direction::Forward => after.iter().take(BATCH).filter_map(item).collect(),
                Direction::Backward => {
                    let here = after.iter().take(1);
                    here.chain(before.iter().rev())
                        .take(BATCH)
                        .filter_map(item)
                        .collect()
                }
            };
            return Ok((items, true));
        }
        let Some(view) = view else {
            return Ok((Vec::new(), false));
        };
        let at = super::bytes::index(version % VERSIONS);
        let row = view.stream_row(stream, version)?;
        let item = |(position, address): &(u64, u64)| (*position, Address(*address));
        Ok(match direction {
            Direction::Forward => {
                // A row that is not full is the last one, unless the tail goes on with the stream.
                let more = row.len() as u64 == VERSIONS
                    || tail.mems().any(|mem| mem.streams.contains_key(&stream));
                (row.iter().skip(at).map(item).collect(), more)
            }
            Direction::Backward => (row.iter().take(at + 1).rev().map(item).collect(), true),
        })
    }

    /// The next events of a category or type, from a position on, in the direction of reading.
    pub(super) fn list_batch(
        &self,
        list: List,
        position: u64,
        direction: Direction,
    ) -> Result<Vec<Item>, Error> {
        let (tail, view) = self.view()?;
        let positions = match direction {
            Direction::Forward => {
                let found = indexed(view.as_ref(), list, position, tail.first(), direction)?;
                if found.is_empty() {
                    in_tail(&tail, list, position, direction)
                } else {
                    found
                }
            }
            Direction::Backward => {
                let found = in_tail(&tail, list, position, direction);
                if found.is_empty() {
                    indexed(view.as_ref(), list, position, tail.first(), direction)?
                } else {
                    found
                }
            }
        };
        let mut row: (u64, Vec<Address>) = (0, Vec::new());
        let mut items = Vec::with_capacity(positions.len());
        for position in positions {
            let address = match tail.address(position) {
                Some(address) => Some(address),
                None => {
                    let start = position - position % 256;
                    if let Some(view) = &view
                        && (row.1.is_empty() || row.0 != start)
                    {
                        row = (start, view.addresses_from(start)?);
                    }
                    row.1.get(super::bytes::index(position - start)).copied()
                }
            };
            items.push((position, address.ok_or_else(|| self.misled())?));
        }
        Ok(items)
    }

    /// The events up to a position, newest first.
    pub(super) fn all_batch_backward(&self, position: u64) -> Result<Vec<Item>, Error> {
        let (tail, view) = self.view()?;
        let mut items = Vec::new();
        if position >= tail.first() {
            let from = tail.first().max(position.saturating_sub(BATCH as u64 - 1));
            items.extend(
                (from..=position)
                    .rev()
                    .filter_map(|p| Some((p, tail.address(p)?))),
            );
        } else if let Some(view) = view {
            let start = position - position % 256;
            let row = view.addresses_from(start)?;
            items.extend((start..=position).zip(row));
            items.reverse();
        }
        if items.first().map(|item| item.0) == Some(position) {
            Ok(items)
        } else {
            Err(self.misled())
        }
    }
}

/// Positions of a list that only the index has.
fn indexed(
    view: Option<&View>,
    list: List,
    position: u64,
    tail_first: u64,
    direction: Direction,
) -> Result<Vec<u64>, Error> {
    let (Some(view), Some(last)) = (view, tail_first.checked_sub(1)) else {
        return Ok(Vec::new());
    };
    let forward = direction == Direction::Forward;
    let position = if forward {
        position
    } else {
        position.min(last)
    };
    let row = view.postings(list, position, forward)?;
    Ok(if forward {
        row.into_iter()
            .filter(|p| *p >= position && *p <= last)
            .collect()
    } else {
        row.into_iter().rev().filter(|p| *p <= position).collect()
    })
}

/// Positions of a list that are in memory.
fn in_tail(tail: &Tail, list: List, position: u64, direction: Direction) -> Vec<u64> {
    let of = |mem: &super::tail::Mem| -> Vec<u64> {
        let all = match list {
            List::Type(number) => mem.types.get(&number),
            List::Category(number) => mem.categories.get(&Category(number)),
        };
        let all = all.map(Vec::as_slice).unwrap_or_default();
        match direction {
            Direction::Forward => {
                let at = all.partition_point(|p| *p < position);
                all.iter().skip(at).take(BATCH).copied().collect()
            }
            Direction::Backward => {
                let at = all.partition_point(|p| *p <= position);
                all.iter().take(at).rev().take(BATCH).copied().collect()
            }
        }
    };
    let found = match direction {
        Direction::Forward => tail.mems().map(of).find(|found| !found.is_empty()),
        Direction::Backward => tail.mems().rev().map(of).find(|found| !found.is_empty()),
    };
    found.unwrap_or_default()
}
