//! Walking through a segment, record by record, every checksum verified.

use std::sync::Arc;

use super::address::Address;
use super::entry::Entry;
use super::error::Error;
use super::frame::{self, FrameHeader};
use super::record::{HEAD_LEN, RECORD_LEN_MAX, Record};
use super::segment::LogId;
use super::segments::Segment;

/// Bytes read from the disk at once: large enough that the call costs nothing per record.
const BLOCK_LEN: usize = 1024 * 1024;

// A record's length can never be taken for the beginning of a frame: that lets a walk begin at
// any record without knowing the frame around it.
const _: () = assert!(RECORD_LEN_MAX < 0x5742_6672);

/// Where and why a walk could not go on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Fault {
    pub(super) offset: u64,
    pub(super) position: u64,
    pub(super) what: &'static str,
}

#[derive(Debug)]
pub(super) enum Stop {
    Fault(Fault),
    Io(Error),
}

impl Stop {
    pub(super) fn into_error(self, segment: &Segment) -> Error {
        match self {
            Self::Io(error) => error,
            Self::Fault(fault) => segment
                .damage(fault.offset, fault.position, fault.what)
                .into(),
        }
    }
}

#[derive(Debug, Clone, Copy)]
struct Frame {
    /// File offset at which its records end.
    end: u64,
    left: u32,
    lengths_crc: u32,
    seen_crc: u32,
}

/// A walk through one segment up to an end.
#[derive(Debug)]
pub(super) struct Walk {
    segment: Arc<Segment>,
    log: LogId,
    buffer: Vec<u8>,
    /// File offset of the buffer's first byte.
    base: u64,
    /// Bytes of the buffer that were read from the file.
    filled: usize,
    /// Place in the buffer of what comes next.
    at: usize,
    end: u64,
    next: u64,
    frame: Option<Frame>,
    /// Whether the walk began inside a frame and has not met a frame header yet.
    unframed: bool,
    /// Where the present frame, or else the next one, begins, and the position there.
    frame_start: (u64, u64),
    durable: u64,
    frames: u64,
    current: Option<Current>,
}

/// The record that was read last: its fields, and where its bytes stand in the buffer.
#[derive(Debug, Clone, Copy)]
struct Current {
    entry: Entry,
    at: usize,
    entry_len: usize,
    end: usize,
    offset: u64,
}

impl Walk {
    /// Begins at a frame: `offset` is where its header stands, `next` the position there.
    pub(super) fn at_frame(
        segment: Arc<Segment>,
        log: LogId,
        offset: u64,
        next: u64,
        end: u64,
        buffer: Vec<u8>,
    ) -> Self {
        Self {
            segment,
            log,
            buffer,
            base: offset,
            filled: 0,
            at: 0,
            end,
            next,
            frame: None,
            unframed: false,
            frame_start: (offset, next),
            durable: 0,
            frames: 0,
            current: None,
        }
    }

    /// Begins at a record.
    pub(super) fn at_record(
        segment: Arc<Segment>,
        log: LogId,
        offset: u64,
        next: u64,
        end: u64,
        buffer: Vec<u8>,
    ) -> Self {
        Self {
            unframed: true,
            ..Self::at_frame(segment, log, offset, next, end, buffer)
        }
    }

    /// Gives the buffer back, for the next walk.
    pub(super) fn into_buffer(self) -> Vec<u8> {
        self.buffer
    }

    pub(super) fn segment(&self) -> &Arc<Segment> {
        &self.segment
    }

    /// Offset and position at which the last whole frame ends. After a fault: where the bad one
    /// begins.
    pub(super) fn frame_start(&self) -> (u64, u64) {
        self.frame_start
    }

    /// The durable watermark that the newest frame header carries.
    pub(super) fn durable(&self) -> u64 {
        self.durable
    }

    /// Frames whose header was read.
    pub(super) fn frames(&self) -> u64 {
        self.frames
    }

    fn offset(&self) -> u64 {
        self.base + self.at as u64
    }

    fn fault(&self, what: &'static str) -> Stop {
        Stop::Fault(Fault {
            offset: self.offset(),
            position: self.next,
            what,
        })
    }

    /// The next record and where it stands; `None` at the end, which must be the end of a frame.
    pub(super) fn next(&mut self) -> Result<Option<(Record<'_>, Address)>, Stop> {
        Ok(if self.advance()? {
            self.current()
        } else {
            None
        })
    }

    /// The record that was read last.
    pub(super) fn current(&self) -> Option<(Record<'_>, Address)> {
        let current = self.current.as_ref()?;
        let content = self.buffer.get(current.at..current.end)?;
        let record = Record::assemble(current.entry, content, current.entry_len)?;
        Some((record, Address::new(self.segment.ordinal, current.offset)))
    }

    /// Reads the next record; `false` at the end.
    pub(super) fn advance(&mut self) -> Result<bool, Stop> {
        self.current = None;
        if !self.begin_record()? {
            return Ok(false);
        }
        let offset = self.offset();
        self.need(HEAD_LEN)?;
        let head = self
            .buffer
            .get(self.at..)
            .and_then(|rest| rest.first_chunk::<HEAD_LEN>());
        let Some(&[a, b, c, d, e, f, g, h]) = head else {
            return Err(self.fault("a record is cut off"));
        };
        let (len, crc) = (
            u32::from_be_bytes([a, b, c, d]),
            u32::from_be_bytes([e, f, g, h]),
        );
        let content_len = usize::try_from(len).unwrap_or(usize::MAX);
        let limit = self.frame.map_or(self.end, |frame| frame.end);
        if content_len > RECORD_LEN_MAX || offset + HEAD_LEN as u64 + u64::from(len) > limit {
            return Err(self.fault("a record is longer than what it stands in"));
        }
        self.need(HEAD_LEN + content_len)?;
        let start = self.at + HEAD_LEN;
        let content = self
            .buffer
            .get(start..start + content_len)
            .unwrap_or_default();
        let record = match Record::parse(crc, content) {
            Ok(record) if record.entry.position.0 == self.next => record,
            Ok(_) => return Err(self.fault("a record has another position than its place")),
            Err(what) => return Err(self.fault(what)),
        };
        self.current = Some(Current {
            entry: record.entry,
            at: start,
            entry_len: record.entry_bytes.len(),
            end: start + content_len,
            offset,
        });
        let after = self.base + (start + content_len) as u64;
        if let Some(frame) = &mut self.frame {
            frame.seen_crc = crc32c::crc32c_append(frame.seen_crc, &len.to_be_bytes());
            frame.left -= 1;
            if frame.left == 0 {
                if after != frame.end || frame.seen_crc != frame.lengths_crc {
                    return Err(Stop::Fault(Fault {
                        offset,
                        position: self.next,
                        what: "a frame's records do not fill it",
                    }));
                }
                self.frame = None;
                self.frame_start = (after, self.next + 1);
            }
        }
        self.at = start + content_len;
        self.next += 1;
        Ok(true)
    }

    /// Goes past a frame header, if one comes next; `false` at the end of the walk.
    fn begin_record(&mut self) -> Result<bool, Stop> {
        if self.frame.is_some() {
            return Ok(true);
        }
        if self.offset() >= self.end {
            return Ok(false);
        }
        if self.unframed {
            self.need(4)?;
            if self.buffer.get(self.at..self.at + 4) != Some(frame::MAGIC.as_slice()) {
                return Ok(true);
            }
            self.unframed = false;
            self.frame_start = (self.offset(), self.next);
        }
        self.need(frame::HEADER_LEN)?;
        let bytes = self.buffer.get(self.at..).unwrap_or_default();
        let header = FrameHeader::parse(bytes, self.log).map_err(|what| self.fault(what))?;
        if header.first != self.next {
            return Err(self.fault("a frame has another position than its place"));
        }
        let end = self.offset() + (frame::HEADER_LEN + header.body_len()) as u64;
        if end > self.end {
            return Err(self.fault("a frame is cut off"));
        }
        self.at += frame::HEADER_LEN;
        self.durable = header.durable;
        self.frames += 1;
        self.frame = Some(Frame {
            end,
            left: header.count,
            lengths_crc: header.lengths_crc,
            seen_crc: 0,
        });
        Ok(true)
    }

    /// Makes sure that so many bytes stand in the buffer from the present place on.
    fn need(&mut self, len: usize) -> Result<(), Stop> {
        if self.filled - self.at >= len {
            return Ok(());
        }
        if self.offset() + len as u64 > self.end {
            return Err(self.fault("the segment ends too early"));
        }
        self.buffer.copy_within(self.at..self.filled, 0);
        self.base += self.at as u64;
        self.filled -= self.at;
        self.at = 0;
        let left = self.end - self.base;
        let wanted = usize::try_from(left.min(BLOCK_LEN.max(len) as u64)).unwrap_or(len);
        if self.buffer.len() < wanted {
            self.buffer.resize(wanted, 0);
        }
        let offset = self.base + self.filled as u64;
        let place = self.buffer.get_mut(self.filled..wanted).unwrap_or_default();
        let read = self
            .segment
            .file
            .read_at(place, offset)
            .map_err(|why| Stop::Io(why.into()))?;
        self.filled += read;
        if self.filled < len {
            return Err(self.fault("the segment ends too early"));
        }
        Ok(())
    }
}
