//! Reading one record after another: a walk through everything, or a way along the index.

use std::sync::Arc;

use super::address::Address;
use super::engine::{Direction, Query, Records, Select};
use super::entry::Entry;
use super::error::Error;
use super::index::List;
use super::lookup::Item;
use super::record::{HEAD_LEN, RECORD_LEN_MAX, Record};
use super::segment::HEADER_LEN;
use super::segments::Segment;
use super::shared::{Durable, Shared};
use super::walk::{Stop, Walk};

/// Records at most so many bytes apart are fetched in one read.
const GAP_LEN: u64 = 16 * 1024;
/// Bytes fetched in one read, unless one record is longer.
const FETCH_LEN: u64 = 512 * 1024;
/// Bytes fetched behind the beginning of the last record of a read, whose length is unknown.
const LAST_LEN: u64 = 1024;

/// Begins a reading of what is durable now.
pub(super) fn read(shared: &Arc<Shared>, query: &Query) -> Result<Box<dyn Records>, Error> {
    let durable = shared.durable();
    if query.select == Select::All && query.direction == Direction::Forward {
        let mut forward = Forward::new(shared, durable, query.start.unwrap_or(0));
        forward.left = query.limit;
        return Ok(Box::new(forward));
    }
    let last = durable.next.checked_sub(1);
    let start = match (query.select, query.direction) {
        (Select::Stream(stream), Direction::Backward) => {
            let last = shared.stream_head(stream)?.map(|head| head.version.0);
            last.map(|last| query.start.unwrap_or(last).min(last))
        }
        (_, Direction::Backward) => last.map(|last| query.start.unwrap_or(last).min(last)),
        (_, Direction::Forward) => Some(query.start.unwrap_or(0)),
    };
    Ok(Box::new(Along {
        shared: Arc::clone(shared),
        select: query.select,
        direction: query.direction,
        until: durable.next,
        start,
        left: query.limit,
        items: Vec::new(),
        at: 0,
        fetch: Fetch::default(),
    }))
}

/// Everything, oldest first, segment after segment.
pub(super) struct Forward {
    shared: Arc<Shared>,
    durable: Durable,
    next: u64,
    left: u64,
    walk: Option<Walk>,
    buffer: Vec<u8>,
}

impl Forward {
    pub(super) fn new(shared: &Arc<Shared>, durable: Durable, next: u64) -> Self {
        Self {
            shared: Arc::clone(shared),
            durable,
            next,
            left: u64::MAX,
            walk: None,
            buffer: Vec::new(),
        }
    }

    /// Goes to the next record; `false` at the end.
    pub(super) fn advance(&mut self) -> Result<bool, Error> {
        if self.left == 0 || self.next >= self.durable.next {
            return Ok(false);
        }
        loop {
            let fresh = self.walk.is_none();
            if fresh {
                self.walk = Some(self.begin()?);
            }
            let Some(walk) = &mut self.walk else {
                return Ok(false);
            };
            match walk.advance() {
                Ok(true) => {
                    self.next += 1;
                    self.left -= 1;
                    return Ok(true);
                }
                Ok(false) => {
                    let walk = self.walk.take();
                    self.buffer = walk.map(Walk::into_buffer).unwrap_or_default();
                    let last = self.shared.segments.containing(self.next);
                    if fresh || last.is_none_or(|segment| segment.first != self.next) {
                        return Err(self.shared.misled());
                    }
                }
                // The index may have pointed to the wrong place: only the segment knows.
                Err(Stop::Fault(_)) if fresh => {
                    self.walk = Some(self.begin_slowly()?);
                    self.shared.suspect_index();
                }
                Err(stop) => {
                    let segment = Arc::clone(walk.segment());
                    return Err(stop.into_error(&segment));
                }
            }
        }
    }

    pub(super) fn current(&self) -> Option<(Record<'_>, Address)> {
        self.walk.as_ref().and_then(Walk::current)
    }

    /// Goes on where an earlier reading of everything durable ended.
    pub(super) fn resume(shared: &Arc<Shared>, old: &Durable, durable: Durable) -> Self {
        let mut forward = Self::new(shared, durable, old.next);
        forward.walk = shared
            .segments
            .get(super::bytes::index(u64::from(old.ordinal)))
            .map(|segment| {
                let end = shared.end_of(&segment, &durable);
                Walk::at_frame(segment, shared.log, old.offset, old.next, end, Vec::new())
            });
        forward
    }

    fn begin(&mut self) -> Result<Walk, Error> {
        let (shared, next) = (&self.shared, self.next);
        let Some(segment) = shared.segments.containing(next) else {
            return Err(shared.misled());
        };
        let end = shared.end_of(&segment, &self.durable);
        let ordinal = super::bytes::index(u64::from(segment.ordinal));
        let here = |address: &Address| address.ordinal() == ordinal;
        let buffer = std::mem::take(&mut self.buffer);
        if segment.first == next {
            return Ok(Walk::at_frame(
                segment,
                shared.log,
                HEADER_LEN as u64,
                next,
                end,
                buffer,
            ));
        }
        let known = shared.address_of(next).ok().flatten();
        if let Some(address) = known.filter(here) {
            return Ok(Walk::at_record(
                segment,
                shared.log,
                address.offset(),
                next,
                end,
                buffer,
            ));
        }
        // Behind the last event of the index only the one before has a known place.
        let known = shared.address_of(next - 1).ok().flatten();
        if let Some(address) = known.filter(here) {
            let mut walk =
                Walk::at_record(segment, shared.log, address.offset(), next - 1, end, buffer);
            if matches!(walk.advance(), Ok(true)) {
                return Ok(walk);
            }
        }
        self.begin_slowly()
    }

    /// Walks from the beginning of the segment up to the record before the wanted one.
    fn begin_slowly(&self) -> Result<Walk, Error> {
        let (mut walk, segment) = self.shared.walk_segment_of(self.next, &self.durable)?;
        for _ in segment.first..self.next {
            match walk.advance() {
                Ok(true) => {}
                Ok(false) => return Err(self.shared.misled()),
                Err(stop) => return Err(stop.into_error(&segment)),
            }
        }
        Ok(walk)
    }
}

impl Records for Forward {
    fn next(&mut self) -> Result<Option<Record<'_>>, Error> {
        Ok(if self.advance()? {
            self.current().map(|(record, _)| record)
        } else {
            None
        })
    }
}

/// Along the index: a stream, a list, or everything newest first.
struct Along {
    shared: Arc<Shared>,
    select: Select,
    direction: Direction,
    until: u64,
    /// The version or position that comes next; `None` at the end.
    start: Option<u64>,
    left: u64,
    items: Vec<Item>,
    at: usize,
    fetch: Fetch,
}

impl Along {
    /// Gets the next places from the index.
    fn refill(&mut self) -> Result<bool, Error> {
        let Some(start) = self.start else {
            return Ok(false);
        };
        self.at = 0;
        let shared = &self.shared;
        let mut more = true;
        self.items = match self.select {
            Select::All => shared.all_batch_backward(start)?,
            Select::Stream(stream) => {
                let (items, follow) = shared.stream_batch(stream, start, self.direction)?;
                more = follow;
                items
            }
            Select::Category(category) => {
                shared.list_batch(List::Category(category.0), start, self.direction)?
            }
            Select::Type(number) => shared.list_batch(List::Type(number), start, self.direction)?,
        };
        let count = self.items.len() as u64;
        let last = self.items.last().map(|item| item.0);
        self.start = match (self.select, self.direction) {
            (Select::Stream(_), Direction::Forward) => Some(start + count),
            (Select::Stream(_), Direction::Backward) => start.checked_sub(count),
            (_, Direction::Forward) => last.map(|last| last + 1),
            (_, Direction::Backward) => last.and_then(|last| last.checked_sub(1)),
        };
        self.start = self.start.filter(|_| more);
        self.items.retain(|item| item.0 < self.until);
        Ok(!self.items.is_empty())
    }

    fn expects(&self, entry: &Entry, position: u64) -> bool {
        entry.position.0 == position
            && match self.select {
                Select::All => true,
                Select::Stream(stream) => entry.stream == stream,
                Select::Category(category) => entry.stream.category == category,
                Select::Type(number) => entry.event_type == number,
            }
    }
}

impl Records for Along {
    fn next(&mut self) -> Result<Option<Record<'_>>, Error> {
        if self.left == 0 || (self.at == self.items.len() && !self.refill()?) {
            return Ok(None);
        }
        let upcoming = self.items.get(self.at..).unwrap_or_default();
        let Some(&(position, _)) = upcoming.first() else {
            return Ok(None);
        };
        let found = self.fetch.find(&self.shared, upcoming)?;
        let fine = found.is_some_and(|(entry, ..)| self.expects(&entry, position));
        let Some((entry, content, entry_len)) = found.filter(|_| fine) else {
            // Either the log is damaged here, which this names, or the index is wrong.
            self.shared.locate(position)?;
            return Err(self.shared.misled());
        };
        self.at += 1;
        self.left -= 1;
        let content = self
            .fetch
            .bytes
            .get(content.0..content.1)
            .unwrap_or_default();
        Ok(Record::assemble(entry, content, entry_len))
    }
}

/// Bytes of one segment, fetched for several records at once.
#[derive(Default)]
struct Fetch {
    segment: Option<Arc<Segment>>,
    base: u64,
    bytes: Vec<u8>,
}

type Found = (Entry, (usize, usize), usize);

impl Fetch {
    /// Where the first of the upcoming records stands in the bytes; `None` when no whole record
    /// stands at its address.
    fn find(&mut self, shared: &Shared, upcoming: &[Item]) -> Result<Option<Found>, Error> {
        let Some(&(_, address)) = upcoming.first() else {
            return Ok(None);
        };
        let here = self
            .segment
            .as_ref()
            .is_some_and(|s| super::bytes::index(u64::from(s.ordinal)) == address.ordinal());
        if !here || self.slice(address, HEAD_LEN).is_none() {
            let Some(segment) = shared.segments.get(address.ordinal()) else {
                return Ok(None);
            };
            self.segment = Some(segment);
            let (from, to) = span(upcoming);
            self.load(from, to)?;
        }
        let Some(&[a, b, c, d, e, f, g, h]) =
            self.slice(address, HEAD_LEN).and_then(|s| s.first_chunk())
        else {
            return Ok(None);
        };
        let len = usize::try_from(u32::from_be_bytes([a, b, c, d])).unwrap_or(usize::MAX);
        if len > RECORD_LEN_MAX {
            return Ok(None);
        }
        if self.slice(address, HEAD_LEN + len).is_none() {
            self.load(address.offset(), address.offset() + (HEAD_LEN + len) as u64)?;
        }
        let Some(stored) = self.slice(address, HEAD_LEN + len) else {
            return Ok(None);
        };
        let content = stored.get(HEAD_LEN..).unwrap_or_default();
        let Ok(record) = Record::parse(u32::from_be_bytes([e, f, g, h]), content) else {
            return Ok(None);
        };
        let start = super::bytes::index(address.offset() - self.base) + HEAD_LEN;
        Ok(Some((
            record.entry,
            (start, start + len),
            record.entry_bytes.len(),
        )))
    }

    fn slice(&self, address: Address, len: usize) -> Option<&[u8]> {
        let start = usize::try_from(address.offset().checked_sub(self.base)?).ok()?;
        self.bytes.get(start..start.checked_add(len)?)
    }

    fn load(&mut self, from: u64, to: u64) -> Result<(), Error> {
        let Some(segment) = &self.segment else {
            return Ok(());
        };
        self.base = from;
        self.bytes.resize(super::bytes::index(to - from), 0);
        let read = segment.file.read_at(&mut self.bytes, from)?;
        self.bytes.truncate(read);
        Ok(())
    }
}

/// The bytes to fetch for the first of the upcoming records and the neighbours read after it.
fn span(upcoming: &[Item]) -> (u64, u64) {
    let Some(&(_, first)) = upcoming.first() else {
        return (0, 0);
    };
    let (mut from, mut to) = (first.offset(), first.offset());
    for (_, address) in upcoming {
        let offset = address.offset();
        let near = offset <= to + GAP_LEN && offset + GAP_LEN >= from;
        let (low, high) = (from.min(offset), to.max(offset));
        if address.ordinal() != first.ordinal() || !near || high - low > FETCH_LEN {
            break;
        }
        (from, to) = (low, high);
    }
    (from, to + LAST_LEN)
}
