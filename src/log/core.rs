//! The writer proper: checks what waits, lays it in a frame, writes, syncs, publishes.
//!
//! At most one thread is here at a time (the lock in [`queue`](super::queue)).

use std::collections::HashMap;
use std::sync::Arc;

use super::active::Active;
use super::address::Address;
use super::append::{Outcome, Prepared, PreparedEvent, Recorded};
use super::bytes::put;
use super::engine::StreamHead;
use super::entry::{AT_POSITION, AT_PREVIOUS, AT_RECORDED_AT, AT_VERSION};
use super::error::Error;
use super::frame::{self, FrameHeader};
use super::record::{AT_ENTRY, HEAD_LEN};
use super::shared::{Durable, Shared};
use super::tail::Indexed;
use super::watermark::Keeper;
use crate::base::digest::leaf_hash;
use crate::base::{Digest, EventId, Position, StreamId, Timestamp, Version};
use crate::host::Clock;

/// Heads of streams that are remembered; beyond that they are forgotten and looked up again.
const HEADS_MAX: usize = 65_536;

/// An append in the queue, and up to where the index was searched for its ids.
#[derive(Debug)]
pub(super) struct Request {
    pub(super) prepared: Prepared,
    /// None of the ids stands below this position.
    pub(super) ids_absent_below: u64,
}

#[derive(Debug)]
pub(super) struct Core {
    pub(super) shared: Arc<Shared>,
    pub(super) clock: Arc<dyn Clock>,
    pub(super) segment_len: u64,
    pub(super) active: Active,
    pub(super) keeper: Keeper,
    next: u64,
    last_recorded_at: Option<Timestamp>,
    last_leaf: Digest,
    heads: HashMap<StreamId, StreamHead>,
    /// Ids of the frame that is being made.
    ids: HashMap<EventId, (u64, StreamId, u16)>,
    frame: Vec<u8>,
    lengths_crc: u32,
    events: Vec<Indexed>,
}

/// What a commit did.
pub(super) struct Committed {
    /// One answer per request, in order. Given only after the sync.
    pub(super) answers: Vec<Result<Outcome, Error>>,
    /// The position after the last durable event, when there are new ones.
    pub(super) published: Option<u64>,
    /// A failure after the events became durable: the answers are true, no more may follow.
    pub(super) failed_after: Option<Error>,
}

impl Core {
    pub(super) fn new(
        shared: Arc<Shared>,
        clock: Arc<dyn Clock>,
        segment_len: u64,
        active: Active,
        keeper: Keeper,
    ) -> Self {
        let durable = shared.durable();
        Self {
            shared,
            clock,
            segment_len,
            active,
            keeper,
            next: durable.next,
            last_recorded_at: durable.last_recorded_at,
            last_leaf: durable.last_leaf,
            heads: HashMap::new(),
            ids: HashMap::new(),
            frame: Vec::new(),
            lengths_crc: 0,
            events: Vec::new(),
        }
    }

    /// Commits the requests as one frame.
    ///
    /// # Errors
    /// When writing or syncing failed: nothing may be answered but that, and nothing may follow.
    pub(super) fn commit(&mut self, requests: &[Request]) -> Result<Committed, Error> {
        if self.heads.len() > HEADS_MAX {
            self.heads.clear();
        }
        self.ids.clear();
        self.events.clear();
        self.lengths_crc = 0;
        self.frame.clear();
        self.frame.resize(frame::HEADER_LEN, 0);
        let answers: Vec<_> = requests.iter().map(|request| self.admit(request)).collect();
        if self.events.is_empty() {
            return Ok(Committed {
                answers,
                published: None,
                failed_after: None,
            });
        }
        self.seal_frame()?;
        if !self.active.has_room(self.frame.len(), self.segment_len) {
            self.roll()?;
        }
        let (ordinal, start) = (self.active.segment.ordinal, self.active.end);
        self.active.write(&self.frame)?;
        for event in &mut self.events {
            event.address = Address::new(ordinal, start + event.address.offset());
        }
        let durable = Durable {
            next: self.next,
            ordinal,
            offset: self.active.end,
            last_recorded_at: self.last_recorded_at,
            last_leaf: self.last_leaf,
        };
        let marked = self
            .keeper
            .set(self.next, self.active.segment.first, self.active.end);
        self.shared.publish(&self.events, durable);
        Ok(Committed {
            answers,
            published: Some(self.next),
            failed_after: marked.err(),
        })
    }

    fn seal_frame(&mut self) -> Result<(), Error> {
        const TOO_LONG: Error = Error::Malformed {
            what: "a frame is too long",
        };
        let first = self
            .events
            .first()
            .map_or(self.next, |event| event.position);
        let body_len = self.frame.len() - frame::HEADER_LEN;
        let header = FrameHeader {
            body_len: u32::try_from(body_len).map_err(|_| TOO_LONG)?,
            count: u32::try_from(self.events.len()).map_err(|_| TOO_LONG)?,
            first,
            durable: first,
            lengths_crc: self.lengths_crc,
        };
        if put(&mut self.frame, 0, &header.encode(self.shared.log)) {
            Ok(())
        } else {
            Err(TOO_LONG)
        }
    }

    /// Seals the segment and begins the next one at the first position of the frame.
    fn roll(&mut self) -> Result<(), Error> {
        let durable = self.shared.durable();
        let first = durable.next;
        let last = durable.last_recorded_at.unwrap_or(Timestamp(0));
        self.active
            .seal(self.shared.log, first, last, durable.last_leaf)?;
        self.keeper.sync()?;
        let ordinal = self.active.segment.ordinal + 1;
        let shared = &self.shared;
        self.active = Active::create(
            shared.disk.as_ref(),
            &shared.dir,
            shared.log,
            ordinal,
            first,
        )?;
        shared.segments.push(Arc::clone(&self.active.segment));
        Ok(())
    }

    /// Lays an append into the frame, or says why not; refusing changes nothing.
    fn admit(&mut self, request: &Request) -> Result<Outcome, Error> {
        let prepared = &request.prepared;
        if let Some(positions) = self.already_there(request)? {
            return Ok(Outcome::AlreadyThere { positions });
        }
        for &(stream, expected) in &prepared.expected {
            let actual = self.stream_head(stream)?.map(|head| head.version);
            if !expected.met_by(actual) {
                return Err(Error::Conflict {
                    stream,
                    expected,
                    actual,
                });
            }
        }
        let now = self.clock.now();
        let mut last = self.last_recorded_at.unwrap_or(Timestamp(i64::MIN));
        for event in &prepared.events {
            self.stream_head(event.stream)?;
            let given = event.recorded_at.unwrap_or(now.max(last));
            if given < last {
                return Err(Error::TimeWentBack { given, last });
            }
            last = given;
        }
        let first = self.next;
        let mut start = 0;
        let mut version = Version::START;
        for event in &prepared.events {
            let record = prepared.bytes.get(start..event.end).unwrap_or_default();
            version = self.lay(event, record, now);
            start = event.end;
        }
        Ok(Outcome::Recorded(Recorded {
            first: Position(first),
            next: Position(self.next),
            recorded_at: last,
            last_version: version,
        }))
    }

    /// Fills in what only the writer knows, and adds the record to the frame.
    fn lay(&mut self, event: &PreparedEvent, record: &[u8], now: Timestamp) -> Version {
        let head = self.heads.get(&event.stream).copied();
        let version = head.map_or(Version::START, |head| head.version.next());
        let previous = head.map_or(Digest::ZERO, |head| head.leaf);
        let last = self.last_recorded_at.unwrap_or(Timestamp(i64::MIN));
        let recorded_at = event.recorded_at.unwrap_or(now.max(last));
        let position = self.next;
        let at = self.frame.len();
        self.frame.extend_from_slice(record);
        let stored = self.frame.get_mut(at..).unwrap_or_default();
        let holes: [(usize, &[u8]); 4] = [
            (AT_POSITION, &position.to_be_bytes()),
            (AT_VERSION, &version.0.to_be_bytes()),
            (AT_PREVIOUS, &previous.0),
            (AT_RECORDED_AT, &recorded_at.0.to_be_bytes()),
        ];
        let filled = holes
            .iter()
            .all(|(hole, value)| put(stored, AT_ENTRY + hole, value));
        debug_assert!(filled, "a prepared record has room for its entry");
        let entry = stored
            .get(AT_ENTRY..AT_ENTRY + event.entry_len)
            .unwrap_or_default();
        let leaf = leaf_hash(entry);
        let crc = crc32c::crc32c(stored.get(HEAD_LEN..).unwrap_or_default());
        let summed = put(stored, 4, &crc.to_be_bytes());
        debug_assert!(summed, "a prepared record has room for its checksum");
        self.lengths_crc =
            crc32c::crc32c_append(self.lengths_crc, stored.get(..4).unwrap_or_default());
        self.heads.insert(
            event.stream,
            StreamHead {
                version,
                position: Position(position),
                leaf,
            },
        );
        self.ids
            .insert(event.event_id, (position, event.stream, event.event_type));
        self.events.push(Indexed {
            position,
            // Within the frame; the segment is known only when it is written.
            address: Address::new(0, at as u64),
            stream: event.stream,
            version,
            event_id: event.event_id,
            event_type: event.event_type,
            leaf,
        });
        self.next += 1;
        self.last_recorded_at = Some(recorded_at);
        self.last_leaf = leaf;
        version
    }

    /// The head of a stream, with the events of the present frame.
    fn stream_head(&mut self, stream: StreamId) -> Result<Option<StreamHead>, Error> {
        if let Some(head) = self.heads.get(&stream) {
            return Ok(Some(*head));
        }
        let found = self.shared.stream_head(stream)?;
        if let Some(head) = found {
            self.heads.insert(stream, head);
        }
        Ok(found)
    }

    /// Where the events of an append stand when they were recorded before; `None` when none was.
    fn already_there(&self, request: &Request) -> Result<Option<Vec<Position>>, Error> {
        let events = &request.prepared.events;
        let mut positions = Vec::new();
        let mut absent = None;
        for event in events {
            match self.find(event.event_id, request.ids_absent_below)? {
                None => absent = Some(event.event_id),
                Some((position, stream, event_type)) => {
                    let why = if stream != event.stream {
                        Some("an event of another stream has it")
                    } else if event_type != event.event_type {
                        Some("an event of another type has it")
                    } else {
                        None
                    };
                    if let Some(why) = why {
                        let event_id = event.event_id;
                        return Err(Error::IdTaken {
                            event_id,
                            position: Position(position),
                            why,
                        });
                    }
                    positions.push((event.event_id, Position(position)));
                }
            }
        }
        match (positions.first(), absent) {
            (None, _) => Ok(None),
            (Some(_), None) => Ok(Some(
                positions
                    .into_iter()
                    .map(|(_, position)| position)
                    .collect(),
            )),
            (Some(&(event_id, position)), Some(_)) => Err(Error::IdTaken {
                event_id,
                position,
                why: "other events of this append are new",
            }),
        }
    }

    fn find(
        &self,
        event_id: EventId,
        absent_below: u64,
    ) -> Result<Option<(u64, StreamId, u16)>, Error> {
        if let Some(found) = self.ids.get(&event_id) {
            return Ok(Some(*found));
        }
        let in_memory = {
            let tail = self.shared.tail();
            let found = tail.position_of(event_id);
            if found.is_none() && tail.first() <= absent_below {
                return Ok(None);
            }
            found
        };
        let position = match in_memory {
            Some(position) => Some(position),
            None => self.shared.position_of(event_id)?,
        };
        let Some(position) = position else {
            return Ok(None);
        };
        match self.shared.record(Position(position))? {
            Some(found) if found.as_record().entry.event_id == event_id => {
                let entry = found.as_record().entry;
                Ok(Some((position, entry.stream, entry.event_type)))
            }
            _ => Err(self.shared.misled()),
        }
    }
}
