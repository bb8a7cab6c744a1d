//! The check: reads every byte of a log, needs no keys, changes nothing.

use std::collections::HashMap;
use std::path::Path;
use std::sync::Arc;

use super::address::Address;
use super::engine::StreamHead;
use super::error::{Damage, Error};
use super::frame;
use super::index::{FILE_NAME as INDEX_NAME, Index};
use super::record::Record;
use super::recovery::{self, Ending};
use super::segment::{Footer, HEADER_LEN, LogId};
use super::segments::{self, Segment};
use super::sums::{Keys, Sums};
use super::walk::{Fault, Stop, Walk};
use super::watermark::{self, Mark};
use crate::base::digest::sha256;
use crate::base::{Digest, Position, StreamId, Timestamp, Version};
use crate::host::{Disk, RealDisk};

/// Damages named before the check stops naming them; it goes on counting.
const NAMED_MAX: usize = 1_000;
const LOST: &str = "events that were durable are damaged or gone; put back a copy";
const CHANGED: &str = "what stands here is not what was recorded; put back a copy";
const DERIVED: &str =
    "no event is lost: the file is derived and is rebuilt at the next opening for writing";

/// What a check found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckReport {
    /// Which log.
    pub log: Option<LogId>,
    /// Segment files.
    pub segments: u64,
    /// Frames that were read.
    pub frames: u64,
    /// Events that were read.
    pub events: u64,
    /// Streams they belong to.
    pub streams: u64,
    /// Parts they have.
    pub parts: u64,
    /// Bytes of the segment files.
    pub len: u64,
    /// Bytes of an unfinished write at the end, which the next opening for writing cuts.
    pub torn_len: u64,
    /// When the first event was recorded.
    pub first_recorded_at: Option<Timestamp>,
    /// When the last event was recorded.
    pub last_recorded_at: Option<Timestamp>,
    /// Leaf hash of the last event.
    pub last_leaf: Digest,
    /// Events that the index has; `None` when there is no index, or its writer was killed and
    /// it waits for the next opening for writing.
    pub indexed: Option<u64>,
    /// Everything that is not what was written, up to a thousand.
    pub damages: Vec<Damage>,
    /// How many there are.
    pub damage_count: u64,
}

impl CheckReport {
    /// Whether everything is what was written.
    #[must_use]
    pub const fn is_sound(&self) -> bool {
        self.damage_count == 0
    }
}

/// Checks the log in a folder; see [`check_on`].
///
/// # Errors
/// As [`check_on`].
pub fn check(dir: &Path) -> Result<CheckReport, Error> {
    check_on(dir, &RealDisk)
}

/// Reads every byte of a log: headers, footers, checksums, positions and versions without gaps,
/// the chain of each stream, `recorded_at` never going back, parts equal to their digests, the
/// watermark, and the index against the segments. Damage is reported, not returned as an error.
///
/// While the log is written elsewhere, what is beyond the watermark is not judged.
///
/// # Errors
/// [`Error::NotALog`], [`Error::Unsupported`], [`Error::Io`]: the check could not be made.
pub fn check_on(dir: &Path, disk: &dyn Disk) -> Result<CheckReport, Error> {
    let mut check = Check::new();
    let mut list = open_all(disk, dir)?;
    let Some(last) = list.last().cloned() else {
        return Err(Error::NotALog {
            dir: dir.to_owned(),
            why: "there are no segments in it".to_owned(),
        });
    };
    check.report.segments = list.len() as u64;
    // Any segment that can still say which log it is of will do.
    let log = list
        .iter()
        .find_map(|segment| segments::read_header(segment).ok())
        .map(|h| h.log);
    let Some(log) = log else {
        let head = list.first().unwrap_or(&last);
        return match segments::read_header(head) {
            Err(Error::Damage(damage)) => {
                check.add(damage);
                Ok(check.report)
            }
            Err(other) => Err(other),
            Ok(_) => Ok(check.report),
        };
    };
    check.report.log = Some(log);
    let mark = check.watermark(disk, dir, log)?;
    // Somebody may be writing: the watermark must not be newer than the list it is compared with.
    list = open_all(disk, dir)?;
    let last = list.last().cloned().unwrap_or(last);
    check.report.segments = list.len() as u64;
    for segment in &list {
        check.segment(segment, log, segment.ordinal == last.ordinal, mark)?;
    }
    if let Some(mark) = mark.filter(|mark| mark.next > check.next) {
        let what = format!(
            "the log ends before position {}, which was durable",
            mark.next
        );
        check.add(Damage {
            consequence: LOST,
            ..last.damage(last.file.len()?, check.next, what)
        });
    }
    check.report.streams = check.heads.len() as u64;
    check.report.last_leaf = check.last_leaf;
    if check.report.is_sound() {
        check.index(dir, log, disk)?;
    }
    Ok(check.report)
}

fn open_all(disk: &dyn Disk, dir: &Path) -> Result<Vec<Arc<Segment>>, Error> {
    let firsts = segments::first_positions(disk, dir)?;
    let open = |(ordinal, first): (usize, &u64)| {
        let ordinal = u32::try_from(ordinal).unwrap_or(u32::MAX);
        segments::open_file(disk, dir, ordinal, *first).map(Arc::new)
    };
    firsts.iter().enumerate().map(open).collect()
}

struct Check {
    report: CheckReport,
    next: u64,
    last_leaf: Digest,
    heads: HashMap<StreamId, StreamHead>,
    addresses: Vec<Address>,
    keys: Vec<Keys>,
}

impl Check {
    fn new() -> Self {
        Self {
            report: CheckReport {
                log: None,
                segments: 0,
                frames: 0,
                events: 0,
                streams: 0,
                parts: 0,
                len: 0,
                torn_len: 0,
                first_recorded_at: None,
                last_recorded_at: None,
                last_leaf: Digest::ZERO,
                indexed: None,
                damages: Vec::new(),
                damage_count: 0,
            },
            next: 0,
            last_leaf: Digest::ZERO,
            heads: HashMap::new(),
            addresses: Vec::new(),
            keys: Vec::new(),
        }
    }

    fn add(&mut self, damage: Damage) {
        self.report.damage_count += 1;
        if self.report.damages.len() < NAMED_MAX {
            self.report.damages.push(damage);
        }
    }

    /// Takes damage as found and everything else as a failure of the check.
    fn take(&mut self, error: Error) -> Result<(), Error> {
        match error {
            Error::Damage(damage) => {
                self.add(damage);
                Ok(())
            }
            other => Err(other),
        }
    }

    fn watermark(
        &mut self,
        disk: &dyn Disk,
        dir: &Path,
        log: LogId,
    ) -> Result<Option<Mark>, Error> {
        let Some(reading) = watermark::read(disk, dir, log)? else {
            return Ok(None);
        };
        for offset in &reading.strange {
            self.add(Damage {
                file: dir.join(watermark::FILE_NAME),
                offset: *offset,
                position: Position(reading.mark.map_or(0, |mark| mark.next)),
                what: "the watermark is not what was written".to_owned(),
                consequence: "no event is lost by this; the file is written anew at the next opening for writing",
            });
        }
        Ok(reading.mark)
    }

    fn segment(
        &mut self,
        segment: &Arc<Segment>,
        log: LogId,
        is_last: bool,
        mark: Option<Mark>,
    ) -> Result<(), Error> {
        let len = segment.file.len()?;
        self.report.len += len;
        match segments::read_header(segment) {
            Ok(header) if header.log != log || header.first != segment.first => {
                self.add(segment.damage(
                    12,
                    segment.first,
                    "the header belongs to another segment",
                ));
            }
            Ok(_) => {}
            Err(error) => self.take(error)?,
        }
        if segment.first != self.next {
            let what = format!("position {} must come here", self.next);
            self.add(Damage {
                consequence: LOST,
                ..segment.damage(28, self.next, what)
            });
            self.next = segment.first;
        }
        let end = if is_last {
            self.end_of_last(segment, log, mark, len)?
        } else {
            self.end_of_sealed(segment, log)?
        };
        let frames = self.records(segment, log, end)?;
        self.report.frames += frames;
        if let Some(footer) = segment.footer.get() {
            self.footer(segment, footer, frames)?;
        }
        Ok(())
    }

    fn end_of_sealed(&mut self, segment: &Segment, log: LogId) -> Result<u64, Error> {
        match segments::read_footer(segment, log) {
            Ok(footer) => {
                let _set_before = segment.footer.set(footer);
                Ok(footer.data_len)
            }
            Err(error) => {
                self.take(error)?;
                segment.file.len().map_err(Error::from)
            }
        }
    }

    fn end_of_last(
        &mut self,
        segment: &Arc<Segment>,
        log: LogId,
        mark: Option<Mark>,
        len: u64,
    ) -> Result<u64, Error> {
        match recovery::scan(segment, log, mark) {
            Ok(scan) => {
                match scan.ending {
                    Ending::Torn { len } => self.report.torn_len = len,
                    Ending::Sealed(footer) => {
                        let _set_before = segment.footer.set(footer);
                    }
                    Ending::Clean => {}
                }
                Ok(scan.end)
            }
            Err(Error::Damage(damage)) => {
                self.add(damage);
                Ok(mark
                    .filter(|mark| mark.segment == segment.first)
                    .map_or(len, |mark| mark.offset.min(len)))
            }
            Err(other) => Err(other),
        }
    }

    /// Reads all records; after damage goes on at the next frame that is whole.
    fn records(&mut self, segment: &Arc<Segment>, log: LogId, end: u64) -> Result<u64, Error> {
        let mut frames = 0;
        let mut from = (HEADER_LEN as u64, self.next);
        loop {
            let mut walk =
                Walk::at_frame(Arc::clone(segment), log, from.0, from.1, end, Vec::new());
            let fault = loop {
                match walk.next() {
                    Ok(Some((record, address))) => self.record(segment, &record, address),
                    Ok(None) => break None,
                    Err(Stop::Fault(fault)) => break Some(fault),
                    Err(Stop::Io(error)) => return Err(error),
                }
            };
            frames += walk.frames();
            let Some(fault) = fault else {
                return Ok(frames);
            };
            let known = self
                .report
                .damages
                .iter()
                .any(|d| d.file == segment.path && d.offset == fault.offset);
            if !known {
                self.add(segment.damage(fault.offset, fault.position, fault.what));
            }
            match next_frame(segment, log, &fault, end)? {
                Some(found) => {
                    self.next = found.1;
                    // Versions cannot be followed across the gap.
                    self.heads.clear();
                    from = found;
                }
                None => return Ok(frames),
            }
        }
    }

    fn record(&mut self, segment: &Segment, record: &Record<'_>, address: Address) {
        let entry = record.entry;
        let position = entry.position.0;
        let mut wrong = |what: &str| {
            self.report.damage_count += 1;
            if self.report.damages.len() < NAMED_MAX {
                let damage = segment.damage(address.offset(), position, what);
                self.report.damages.push(Damage {
                    consequence: CHANGED,
                    ..damage
                });
            }
        };
        let head = self.heads.get(&entry.stream);
        match head {
            Some(head) if entry.version != head.version.next() => {
                wrong("a version of its stream is missing");
            }
            Some(head) if entry.previous != head.leaf => {
                wrong("it does not follow the stream's previous entry");
            }
            None if entry.version != Version::START && position == self.report.events => {
                wrong("a version of its stream is missing");
            }
            _ => {}
        }
        if self
            .report
            .last_recorded_at
            .is_some_and(|last| entry.recorded_at < last)
        {
            wrong("it was recorded before the event before it");
        }
        let mut parts = 0;
        for part in record.parts() {
            parts += 1;
            if sha256(&[part.ciphertext]) != part.digest {
                wrong("a part is not what its digest says");
            }
        }
        self.last_leaf = record.leaf_hash();
        let head = StreamHead {
            version: entry.version,
            position: entry.position,
            leaf: self.last_leaf,
        };
        self.heads.insert(entry.stream, head);
        self.addresses.push(address);
        self.keys.push(Keys::of(&entry));
        self.report.parts += parts;
        self.report.events += 1;
        self.report
            .first_recorded_at
            .get_or_insert(entry.recorded_at);
        self.report.last_recorded_at = Some(entry.recorded_at);
        self.next = position + 1;
    }

    fn footer(&mut self, segment: &Segment, footer: &Footer, frames: u64) -> Result<(), Error> {
        let crc = super::active::crc_of(segment.file.as_ref(), footer.data_len)?;
        let right = footer.next == self.next
            && footer.frames == frames
            && footer.last_leaf == self.last_leaf
            && Some(footer.last_recorded_at) == self.report.last_recorded_at
            && footer.content_crc == crc;
        if !right {
            let what = "the footer does not agree with the segment";
            self.add(Damage {
                consequence: CHANGED,
                ..segment.damage(footer.data_len, self.next, what)
            });
        }
        Ok(())
    }

    /// Compares what the index says with the segments, event by event.
    fn index(&mut self, dir: &Path, log: LogId, disk: &dyn Disk) -> Result<(), Error> {
        if !disk.exists(&dir.join(INDEX_NAME))? {
            return Ok(());
        }
        let compared = Index::open_read_only(dir)
            .and_then(|index| index.map_or(Ok(None), |index| self.compare(&index, log)));
        let what = match compared {
            Ok(None) => return Ok(()),
            Ok(Some(what)) => what,
            Err(Error::Index { what, .. }) => what,
            Err(other) => return Err(other),
        };
        self.add(Damage {
            file: dir.join(INDEX_NAME),
            offset: 0,
            position: Position(0),
            what,
            consequence: DERIVED,
        });
        Ok(())
    }

    fn compare(&mut self, index: &Index, log: LogId) -> Result<Option<String>, Error> {
        let view = index.begin()?;
        let Some(bookmark) = view.bookmark()? else {
            return Ok(None);
        };
        if bookmark.log != log || bookmark.next > self.next {
            return Ok(Some(
                "it belongs to another log, or to a later state of this one".to_owned(),
            ));
        }
        let known = usize::try_from(bookmark.next).unwrap_or(usize::MAX);
        let mut from = 0;
        while from < known {
            let row = view.addresses_from(from as u64)?;
            let wanted = self
                .addresses
                .get(from..(from + row.len()).min(known))
                .unwrap_or_default();
            if row.is_empty() || row.get(..wanted.len()) != Some(wanted) {
                return Ok(Some(format!(
                    "it is wrong about the events from position {from} on"
                )));
            }
            from += row.len();
        }
        for (stream, head) in self
            .heads
            .iter()
            .filter(|(_, head)| head.position.0 < bookmark.next)
        {
            let row = view.stream_row(*stream, head.version.0)?;
            let at = super::bytes::index(head.version.0 % super::index::VERSIONS);
            if row.get(at).map(|pair| pair.0) != Some(head.position.0) {
                return Ok(Some(format!("it is wrong about stream {stream}")));
            }
        }
        let mut wanted = Sums::default();
        for (at, keys) in self.keys.iter().enumerate().take(known) {
            wanted.add_all(keys, at as u64);
        }
        if view.sums()? != wanted {
            return Ok(Some(
                "it is wrong about ids, types, categories or streams".to_owned(),
            ));
        }
        self.report.indexed = Some(bookmark.next);
        Ok(None)
    }
}

/// The first whole frame header behind a fault, and the position it begins with.
fn next_frame(
    segment: &Segment,
    log: LogId,
    fault: &Fault,
    end: u64,
) -> Result<Option<(u64, u64)>, Error> {
    let from = fault.offset + 1;
    let mut rest = vec![0; super::bytes::index(end.saturating_sub(from))];
    let read = segment.file.read_at(&mut rest, from)?;
    rest.truncate(read);
    for at in recovery::memchr_all(&rest, frame::MAGIC) {
        let header = frame::FrameHeader::parse(rest.get(at..).unwrap_or_default(), log);
        if let Ok(header) = header
            && header.first >= fault.position
        {
            return Ok(Some((from + at as u64, header.first)));
        }
    }
    Ok(None)
}
