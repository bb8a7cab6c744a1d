//! The lines of an import file: read once to learn what stands where, then again dossier by
//! dossier, so that no more than one dossier need be in memory.

use std::collections::HashMap;
use std::io::{BufRead, Read, Seek, SeekFrom};

use super::error::Error;
use super::form::event_id;
use super::import::{RefusedLine, Report, Why};
use super::planning::Numbered;
use crate::base::EventId;
use crate::domain::EventType;
use crate::exchange::line::LINE_LEN_MAX;
use crate::exchange::{Line, LineError};

/// Lines of one import: about 64 bytes each stay in memory.
pub const LINES_MAX: usize = 4_000_000;

/// Where a readable line stands, and what others may refer to.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    pub(super) id: EventId,
    pub(super) number: u64,
    pub(super) group: u32,
    pub(super) event_type: Option<EventType>,
    offset: u64,
    len: u32,
}

/// What was learned of a file: the lines, by dossier.
#[derive(Debug, Default)]
pub(super) struct Lines {
    pub(super) places: Vec<Place>,
    /// Numbers of the dossiers, in the order of their first line; the first stands for none.
    pub(super) groups: Vec<String>,
    /// Places of the lines, ordered by group, in the order of the file within each.
    by_group: Vec<u32>,
    starts: Vec<usize>,
    /// Places, ordered by id.
    by_id: Vec<u32>,
}

impl Lines {
    /// Reads every line once; what cannot be read is in the report.
    pub(super) fn learn(input: &mut dyn BufRead, report: &mut Report) -> Result<Self, Error> {
        let mut lines = Self {
            groups: vec![String::new()],
            ..Self::default()
        };
        let mut groups: HashMap<String, u32> = HashMap::from([(String::new(), 0)]);
        let mut counts: HashMap<u32, u64> = HashMap::new();
        let mut buffer = Vec::new();
        let mut offset = 0;
        loop {
            buffer.clear();
            let got = read_bounded(input, &mut buffer).map_err(failed)?;
            if got == 0 {
                break;
            }
            let at = offset;
            offset += got;
            report.lines += 1;
            let number = report.lines;
            let line = match parse(&buffer) {
                None => continue,
                Some(Ok(line)) => line,
                Some(Err(error)) => {
                    report.refused.push(RefusedLine {
                        line: number,
                        dossier: None,
                        event: None,
                        why: Why::Unreadable(error),
                    });
                    continue;
                }
            };
            if lines.places.len() >= LINES_MAX {
                return Err(Error::TooManyLines { max: LINES_MAX });
            }
            let dossier = line.dossier.as_deref().map_or("", str::trim);
            let group = match groups.get(dossier) {
                Some(group) => *group,
                None => {
                    let group = u32::try_from(lines.groups.len()).unwrap_or(u32::MAX);
                    groups.insert(dossier.to_owned(), group);
                    lines.groups.push(dossier.to_owned());
                    group
                }
            };
            lines.places.push(Place {
                id: id_of(&line, counts.entry(group).or_default()),
                number,
                group,
                event_type: EventType::from_name(&line.event),
                offset: at,
                len: u32::try_from(buffer.len()).unwrap_or(u32::MAX),
            });
        }
        lines.order();
        Ok(lines)
    }

    fn order(&mut self) {
        let count = u32::try_from(self.places.len()).unwrap_or(u32::MAX);
        self.by_group = (0..count).collect();
        self.by_id = (0..count).collect();
        let places = &self.places;
        let place = |at: &u32| places.get(index(*at));
        self.by_group
            .sort_by_key(|at| place(at).map(|place| place.group));
        self.by_id.sort_by_key(|at| place(at).map(|place| place.id));
        self.starts = vec![0; self.groups.len() + 1];
        for place in places {
            if let Some(start) = self.starts.get_mut(index(place.group) + 1) {
                *start += 1;
            }
        }
        for at in 1..self.starts.len() {
            self.starts[at] += self.starts[at - 1];
        }
    }

    /// How many lines a group has.
    pub(super) fn count(&self, group: u32) -> u64 {
        self.of_group(group).len() as u64
    }

    /// Where the lines of a group stand, in the order of the file.
    pub(super) fn of_group(&self, group: u32) -> &[u32] {
        let bounds = self.starts.get(index(group)..index(group) + 2);
        match bounds {
            Some(&[from, to]) => self.by_group.get(from..to).unwrap_or_default(),
            _ => &[],
        }
    }

    /// The first line with this id.
    pub(super) fn find(&self, id: EventId) -> Option<&Place> {
        let place = |at: &u32| self.places.get(index(*at));
        let first = self
            .by_id
            .partition_point(|at| place(at).is_some_and(|place| place.id < id));
        self.by_id
            .get(first)
            .and_then(place)
            .filter(|place| place.id == id)
    }

    /// Reads lines again, those that stand together in one go.
    pub(super) fn read(
        &self,
        input: &mut dyn ReadSeek,
        which: &[u32],
    ) -> Result<Vec<Numbered>, Error> {
        let mut read = Vec::with_capacity(which.len());
        let mut buffer = Vec::new();
        let mut places = which.iter().filter_map(|at| self.places.get(index(*at)));
        let mut next = places.next();
        while let Some(first) = next {
            let mut together = vec![first];
            let mut end = first.offset + u64::from(first.len);
            next = places.next();
            while let Some(place) =
                next.filter(|place| place.offset == end && end - first.offset < LINE_LEN_MAX as u64)
            {
                end = place.offset + u64::from(place.len);
                together.push(place);
                next = places.next();
            }
            buffer.resize(usize::try_from(end - first.offset).unwrap_or(0), 0);
            input
                .seek(SeekFrom::Start(first.offset))
                .and_then(|_| input.read_exact(&mut buffer))
                .map_err(failed)?;
            for place in together {
                let from = usize::try_from(place.offset - first.offset).unwrap_or(0);
                let bytes = buffer
                    .get(from..from + index(place.len))
                    .unwrap_or_default();
                let Some(Ok(line)) = parse(bytes) else {
                    return Err(failed(std::io::Error::other(
                        "the file changed while it was read",
                    )));
                };
                read.push(Numbered {
                    number: place.number,
                    id: place.id,
                    line,
                });
            }
        }
        Ok(read)
    }
}

/// What can be read twice.
pub trait ReadSeek: BufRead + Seek {}

impl<T: BufRead + Seek> ReadSeek for T {}

/// The id of a line; one without an id gets one from its dossier, its place and its content, so
/// that the same file gives the same ids again.
pub(super) fn id_of(line: &Line, count: &mut u64) -> EventId {
    if let Some(name) = &line.id {
        return event_id(name);
    }
    *count += 1;
    let owner = line.dossier.as_deref().unwrap_or_default();
    EventId::derived(&format!("import/{owner}/{count}/{}", line.to_value()))
}

/// `None` for an empty line.
fn parse(bytes: &[u8]) -> Option<Result<Line, LineError>> {
    match std::str::from_utf8(bytes) {
        Ok(text) if text.trim().is_empty() => None,
        Ok(text) => Some(Line::parse(text.trim())),
        Err(error) => Some(Err(LineError::NotJson(error.to_string()))),
    }
}

fn index(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}

pub(super) fn failed(source: std::io::Error) -> Error {
    Error::Io {
        operation: "read",
        path: "import".into(),
        source,
    }
}

/// Reads up to and including the next line end, keeping no more than a line may have.
fn read_bounded(input: &mut dyn BufRead, buffer: &mut Vec<u8>) -> std::io::Result<u64> {
    let mut total = 0;
    loop {
        let available = input.fill_buf()?;
        if available.is_empty() {
            return Ok(total);
        }
        let end = available.iter().position(|byte| *byte == b'\n');
        let used = end.map_or(available.len(), |end| end + 1);
        let room = (LINE_LEN_MAX + 2).saturating_sub(buffer.len());
        buffer.extend_from_slice(&available[..used.min(room)]);
        input.consume(used);
        total += used as u64;
        if end.is_some() {
            return Ok(total);
        }
    }
}

/// Reads all of a stream that cannot be read twice, as far as it may be.
pub(super) fn keep(input: &mut dyn BufRead, max: u64) -> Result<Vec<u8>, Error> {
    let mut bytes = Vec::new();
    input
        .take(max + 1)
        .read_to_end(&mut bytes)
        .map_err(failed)?;
    if bytes.len() as u64 > max {
        return Err(Error::TooLongForPipe { max });
    }
    Ok(bytes)
}
