//! The list of segments of one log, open for reading.

use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock, PoisonError, RwLock};

use super::bytes::index;
use super::error::{Damage, Error};
use super::segment::{
    Bad, FOOTER_LEN, FORMAT, Footer, HEADER_LEN, Header, LogId, file_name, first_of,
};
use crate::base::Position;
use crate::host::{Disk, File, Mode};

/// Name of the folder of the segments, within that of the log.
pub const DIR_NAME: &str = "segments";
const NOTHING_LOST: &str = "the events in it may be whole, but cannot be trusted";

/// One open segment file.
#[derive(Debug)]
pub(super) struct Segment {
    pub(super) ordinal: u32,
    pub(super) first: u64,
    pub(super) path: PathBuf,
    pub(super) file: Box<dyn File>,
    /// Set once, when the segment is sealed.
    pub(super) footer: OnceLock<Footer>,
}

impl Segment {
    pub(super) fn damage(&self, offset: u64, position: u64, what: impl Into<String>) -> Damage {
        Damage {
            file: self.path.clone(),
            offset,
            position: Position(position),
            what: what.into(),
            consequence: "the events from here on cannot be read",
        }
    }
}

/// All segments of a log, in order.
#[derive(Debug)]
pub(super) struct Segments {
    pub(super) log: LogId,
    pub(super) dir: PathBuf,
    list: RwLock<Vec<Arc<Segment>>>,
}

impl Segments {
    /// Opens every segment in `dir/segments`, checks headers, and the footers of all but the last.
    ///
    /// # Errors
    /// [`Error::NotALog`] when there is none, [`Error::Damage`] when one is missing or strange.
    pub(super) fn open(disk: &dyn Disk, dir: &Path) -> Result<Self, Error> {
        let names = first_positions(disk, dir)?;
        let Some(&first) = names.first() else {
            return Err(Error::NotALog {
                dir: dir.to_owned(),
                why: format!("there are no segments in its folder {DIR_NAME}"),
            });
        };
        let head = open_file(disk, dir, 0, first)?;
        let log = read_header(&head)?.log;
        let all = Self {
            log,
            dir: dir.to_owned(),
            list: RwLock::default(),
        };
        if first != 0 {
            return Err(head
                .damage(0, 0, "the segments before this one are missing")
                .into());
        }
        all.add(&names, disk)?;
        Ok(all)
    }

    /// Opens the segments among `names` that are not open yet, after checking that the one before
    /// is sealed and ends where the next begins.
    fn add(&self, names: &[u64], disk: &dyn Disk) -> Result<(), Error> {
        let known = self.len();
        for (place, &first) in names.iter().enumerate().skip(known) {
            let ordinal = u32::try_from(place).unwrap_or(u32::MAX);
            if let Some(before) = self.last() {
                let footer = match before.footer.get() {
                    Some(footer) => *footer,
                    None => read_footer(&before, self.log)?,
                };
                if footer.next != first {
                    return Err(before
                        .damage(footer.data_len, footer.next, "the next segment is missing")
                        .into());
                }
                let _set_before = before.footer.set(footer);
            }
            let segment = open_file(disk, &self.dir, ordinal, first)?;
            let header = read_header(&segment)?;
            if header.log != self.log {
                return Err(segment
                    .damage(12, first, "this segment is of another log")
                    .into());
            }
            if header.first != first {
                return Err(segment
                    .damage(28, first, "this segment has another's name")
                    .into());
            }
            self.push(Arc::new(segment));
        }
        Ok(())
    }

    /// Opens segments that came since, when another process writes the log.
    pub(super) fn refresh(&self, disk: &dyn Disk) -> Result<(), Error> {
        self.add(&first_positions(disk, &self.dir)?, disk)
    }

    pub(super) fn push(&self, segment: Arc<Segment>) {
        self.list
            .write()
            .unwrap_or_else(PoisonError::into_inner)
            .push(segment);
    }

    pub(super) fn len(&self) -> usize {
        self.list
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .len()
    }

    pub(super) fn get(&self, ordinal: usize) -> Option<Arc<Segment>> {
        self.list
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .get(ordinal)
            .cloned()
    }

    pub(super) fn last(&self) -> Option<Arc<Segment>> {
        self.list
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .last()
            .cloned()
    }

    /// The segment in which a position stands, or would stand.
    pub(super) fn containing(&self, position: u64) -> Option<Arc<Segment>> {
        let list = self.list.read().unwrap_or_else(PoisonError::into_inner);
        let after = list.partition_point(|segment| segment.first <= position);
        list.get(after.checked_sub(1)?).cloned()
    }
}

/// First positions of the segments that are there, in order.
pub(super) fn first_positions(disk: &dyn Disk, dir: &Path) -> Result<Vec<u64>, Error> {
    match disk.list(&dir.join(DIR_NAME)) {
        Ok(names) => Ok(names.iter().filter_map(|name| first_of(name)).collect()),
        Err(why) if why.is_not_found() => Err(Error::NotALog {
            dir: dir.to_owned(),
            why: format!("it has no folder {DIR_NAME}"),
        }),
        Err(why) => Err(why.into()),
    }
}

pub(super) fn open_file(
    disk: &dyn Disk,
    dir: &Path,
    ordinal: u32,
    first: u64,
) -> Result<Segment, Error> {
    let path = dir.join(DIR_NAME).join(file_name(first));
    let file = disk.open(&path, Mode::Read)?;
    Ok(Segment {
        ordinal,
        first,
        path,
        file,
        footer: OnceLock::new(),
    })
}

pub(super) fn read_header(segment: &Segment) -> Result<Header, Error> {
    let mut bytes = [0; HEADER_LEN];
    let len = segment.file.read_at(&mut bytes, 0)?;
    Header::parse(&bytes[..len.min(HEADER_LEN)]).map_err(|bad| explain(segment, bad, 0))
}

/// Reads the footer that must end a sealed segment, and checks what can be checked without
/// reading the whole file.
pub(super) fn read_footer(segment: &Segment, log: LogId) -> Result<Footer, Error> {
    let len = segment.file.len()?;
    let at = len.saturating_sub(FOOTER_LEN as u64);
    let mut bytes = [0; FOOTER_LEN];
    let read = segment.file.read_at(&mut bytes, at)?;
    let footer =
        Footer::parse(&bytes[..read.min(FOOTER_LEN)]).map_err(|bad| explain(segment, bad, at))?;
    if footer.log != log || footer.first != segment.first || index(footer.data_len) != index(at) {
        return Err(Damage {
            consequence: NOTHING_LOST,
            ..segment.damage(at, segment.first, "the footer belongs to another segment")
        }
        .into());
    }
    Ok(footer)
}

fn explain(segment: &Segment, bad: Bad, offset: u64) -> Error {
    match bad {
        Bad::Damaged(what) => Damage {
            consequence: NOTHING_LOST,
            ..segment.damage(
                offset,
                segment.first,
                format!("{what} is not what was written"),
            )
        }
        .into(),
        Bad::Version(found) => Error::Unsupported {
            what: "a segment",
            found,
            supported: FORMAT,
        },
    }
}
