//! What the last segment holds after whatever happened: a torn tail is told from damage by the
//! watermark file and by later frames, never by the bad bytes themselves.

use std::sync::Arc;

use super::bytes::index;
use super::error::{Damage, Error};
use super::frame::{self, FrameHeader};
use super::segment::{FOOTER_LEN, Footer, HEADER_LEN, LogId};
use super::segments::Segment;
use super::walk::{Fault, Stop, Walk};
use super::watermark::Mark;
use crate::base::{Digest, Timestamp};

/// How a segment that is not known to be sealed ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ending {
    /// Only zeros follow the last frame.
    Clean,
    /// The last write was not finished: this many bytes follow, up to the last that is not zero.
    Torn { len: u64 },
    /// A whole footer follows; the segment was sealed just before the end.
    Sealed(Footer),
}

/// The last event of a segment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Last {
    pub(super) recorded_at: Timestamp,
    pub(super) leaf: Digest,
}

/// What a scan of the last segment found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Scan {
    /// Where the last whole frame ends.
    pub(super) end: u64,
    /// The position there.
    pub(super) next: u64,
    pub(super) frames: u64,
    pub(super) last: Option<Last>,
    /// Where the last whole frame begins, and its first position: the only one that no later
    /// frame proves durable.
    pub(super) last_frame: (u64, u64),
    pub(super) ending: Ending,
}

const LOST: &str = "events from this position on were durable and are damaged or gone; nothing was \
                    changed, put back a copy";

/// Reads the whole of the last segment and judges how it ends.
///
/// # Errors
/// [`Error::Damage`] when something is wrong at or below the watermark, [`Error::Io`].
pub(super) fn scan(segment: &Arc<Segment>, log: LogId, mark: Option<Mark>) -> Result<Scan, Error> {
    let file_len = segment.file.len()?;
    let start = HEADER_LEN as u64;
    let mut walk = Walk::at_frame(
        Arc::clone(segment),
        log,
        start,
        segment.first,
        file_len,
        Vec::new(),
    );
    let mut last_frame = (start, segment.first);
    let mut whole = (start, segment.first);
    let fault = loop {
        let step = walk.next().map(|found| found.is_some());
        if walk.frame_start() != whole {
            last_frame = whole;
            whole = walk.frame_start();
        }
        match step {
            Ok(true) => {}
            Ok(false) => break None,
            Err(Stop::Fault(fault)) => break Some(fault),
            Err(Stop::Io(error)) => return Err(error),
        }
    };
    let (end, next) = whole;
    let frames = walk.frames() - u64::from(fault.is_some_and(|f| f.offset != end));
    let buffer = walk.into_buffer();
    let last = read_last(segment, log, last_frame, end, buffer)?;
    let ending = judge(segment, log, mark, (end, next), fault, file_len)?;
    Ok(Scan {
        end,
        next,
        frames,
        last,
        last_frame,
        ending,
    })
}

fn read_last(
    segment: &Arc<Segment>,
    log: LogId,
    from: (u64, u64),
    end: u64,
    buffer: Vec<u8>,
) -> Result<Option<Last>, Error> {
    let mut walk = Walk::at_frame(Arc::clone(segment), log, from.0, from.1, end, buffer);
    let mut last = None;
    loop {
        match walk.next() {
            Ok(Some((record, _))) => {
                last = Some(Last {
                    recorded_at: record.entry.recorded_at,
                    leaf: record.leaf_hash(),
                });
            }
            Ok(None) => return Ok(last),
            Err(stop) => return Err(stop.into_error(segment)),
        }
    }
}

/// Tells a torn tail from damage.
fn judge(
    segment: &Segment,
    log: LogId,
    mark: Option<Mark>,
    (end, next): (u64, u64),
    fault: Option<Fault>,
    file_len: u64,
) -> Result<Ending, Error> {
    let damaged = |why: &str| -> Error {
        let (offset, position, what) = fault
            .map_or((end, next, "the segment ends too early"), |f| {
                (f.offset, f.position, f.what)
            });
        Damage {
            consequence: LOST,
            ..segment.damage(offset, position, format!("{what}; {why}"))
        }
        .into()
    };
    if let Some(mark) = mark.filter(|mark| mark.next > next) {
        return Err(damaged(&format!(
            "the watermark says that all positions below {} were durable",
            mark.next
        )));
    }
    let mut rest = vec![0; index(file_len.saturating_sub(end))];
    let read = segment.file.read_at(&mut rest, end)?;
    rest.truncate(read);
    let Some(last_odd) = rest.iter().rposition(|byte| *byte != 0) else {
        return Ok(Ending::Clean);
    };
    if let Some(footer) = footer_at(&rest, segment, log, end, next)
        && last_odd < FOOTER_LEN
    {
        return Ok(Ending::Sealed(footer));
    }
    for at in memchr_all(&rest, frame::MAGIC) {
        let header = FrameHeader::parse(rest.get(at..).unwrap_or_default(), log);
        if let Ok(header) = header
            && header.durable > next
        {
            return Err(damaged(&format!(
                "a later frame at byte {} says that all positions below {} were durable",
                end + at as u64,
                header.durable
            )));
        }
    }
    Ok(Ending::Torn {
        len: last_odd as u64 + 1,
    })
}

fn footer_at(rest: &[u8], segment: &Segment, log: LogId, end: u64, next: u64) -> Option<Footer> {
    let footer = Footer::parse(rest).ok()?;
    let ours = footer.log == log && footer.first == segment.first;
    (ours && footer.next == next && footer.data_len == end).then_some(footer)
}

/// Every place at which the four bytes stand.
pub(super) fn memchr_all<'a>(
    bytes: &'a [u8],
    magic: &'a [u8; 4],
) -> impl Iterator<Item = usize> + 'a {
    bytes
        .windows(4)
        .enumerate()
        .filter(move |(_, window)| window == magic)
        .map(|(at, _)| at)
}
