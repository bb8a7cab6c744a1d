//! Importing dossiers from exchange lines: whole dossiers or nothing of them.
//!
//! First every line is decided, dossier by dossier, as if it were recorded; then what no rule
//! refused is written. A dossier with one refused line stays out as a whole, and so does what
//! refers to it. Doing it again adds nothing, so an import that stopped half-way is simply
//! repeated.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::io::BufRead;

use super::error::Error;
use super::form::{self, event_id};
use super::opening::Book;
use super::record::DOSSIER_KINDS;
use crate::base::limits::APPEND_EVENTS_MAX;
use crate::base::{EventId, Expected, StreamId, Timestamp};
use crate::domain::{Dossier, EventType, Recorded, Refusal, Situation, decide};
use crate::exchange::line::LINE_LEN_MAX;
use crate::exchange::{Line, LineError};
use crate::store::NewEvent;

/// How dossiers are imported.
#[derive(Debug, Clone, Copy, Default)]
pub struct Options {
    /// Keep the moments of recording of the file; each must not lie before the last one in the
    /// book. Otherwise the moment of import is recorded.
    pub keep_times: bool,
    /// Decide and report, write nothing.
    pub dry_run: bool,
}

/// A line that was refused, or a dossier that stayed out because of one.
#[derive(Debug)]
pub struct RefusedLine {
    /// Number of the line in the file, from 1.
    pub line: u64,
    /// Its dossier.
    pub dossier: Option<String>,
    /// Name of its event type, as far as it could be read.
    pub event: Option<String>,
    /// Why.
    pub why: Why,
}

/// Why a line stayed out.
#[derive(Debug)]
pub enum Why {
    /// It cannot be read.
    Unreadable(LineError),
    /// A rule refuses it.
    Refused(Vec<Refusal>),
    /// It cannot be recorded for another reason.
    Failed(Error),
}

/// What an import did.
#[derive(Debug, Default)]
pub struct Report {
    /// Lines that were read.
    pub lines: u64,
    /// Dossiers that were recorded now, whole.
    pub dossiers: u64,
    /// Events that were recorded now.
    pub events: u64,
    /// Events that were there already.
    pub already_there: u64,
    /// Dossiers that stayed out, with the events they have in the file.
    pub left_out: BTreeMap<String, u64>,
    /// Every line that was refused.
    pub refused: Vec<RefusedLine>,
}

/// A line that was decided and waits to be written.
struct Planned {
    dossier: Option<String>,
    event: NewEvent,
}

impl Book {
    /// Imports exchange lines.
    ///
    /// # Errors
    /// When the file cannot be read or writing fails; refused lines are in the report.
    pub fn import_dossiers(
        &self,
        input: &mut dyn BufRead,
        options: Options,
        progress: &mut dyn FnMut(u64),
    ) -> Result<Report, Error> {
        if self.writer.is_none() {
            return Err(Error::ReadOnly);
        }
        let mut report = Report::default();
        let lines = read_lines(input, &mut report)?;
        let planned = self.plan(lines, options, &mut report);
        if options.dry_run {
            report.events = planned.len() as u64;
            return Ok(report);
        }
        if options.keep_times {
            self.write_in_time_order(planned, &mut report, progress)?;
        } else {
            self.write_by_dossier(planned, &mut report, progress)?;
        }
        Ok(report)
    }

    /// Decides every line against what was decided before it, in the order of the file, or of the
    /// moments of recording when these are kept.
    fn plan(
        &self,
        mut lines: Vec<(u64, Line)>,
        options: Options,
        report: &mut Report,
    ) -> Vec<Planned> {
        if options.keep_times {
            lines.sort_by_key(|(number, line)| {
                (
                    form::moment(line)
                        .ok()
                        .flatten()
                        .unwrap_or(Timestamp(i64::MAX)),
                    *number,
                )
            });
        }
        let mut plan = Plan {
            dossiers: HashMap::new(),
            types: HashMap::new(),
            counts: HashMap::new(),
        };
        let mut planned: Vec<(u64, Planned)> = Vec::new();
        let mut out: HashSet<String> = HashSet::new();
        for (number, line) in lines {
            let dossier = line.dossier.clone();
            match self.plan_line(&mut plan, &line, options) {
                Ok(event) => planned.push((number, Planned { dossier, event })),
                Err(why) => {
                    if let Some(dossier) = &dossier {
                        out.insert(dossier.clone());
                    }
                    let why = match why {
                        Error::Refused(refusals) => Why::Refused(refusals),
                        other => Why::Failed(other),
                    };
                    report.refused.push(RefusedLine {
                        line: number,
                        dossier,
                        event: Some(line.event.clone()),
                        why,
                    });
                }
            }
        }
        let mut whole = Vec::new();
        for (_, one) in planned {
            match &one.dossier {
                Some(dossier) if out.contains(dossier) => {
                    *report.left_out.entry(dossier.clone()).or_default() += 1;
                }
                _ => whole.push(one),
            }
        }
        for refused in &report.refused {
            if let Some(dossier) = &refused.dossier {
                *report.left_out.entry(dossier.clone()).or_default() += 1;
            }
        }
        whole
    }

    fn plan_line(&self, plan: &mut Plan, line: &Line, options: Options) -> Result<NewEvent, Error> {
        let at = if options.keep_times {
            form::moment(line)?
        } else {
            None
        };
        let command = self.command(line)?;
        let stream = self.stream_of(line, &command)?;
        let id = plan.id_of(line);
        let state = self.planned_state(plan, line, stream)?;
        let there = state.entry(id).is_some();
        let catalogues = self.catalogues()?;
        let situation = Situation {
            now: at.unwrap_or_else(|| self.now()),
            dossier: &state,
            catalogues: &catalogues,
            known: &|id| {
                plan.types
                    .get(&id)
                    .copied()
                    .or_else(|| self.store.type_of(id).ok().flatten())
            },
        };
        let decided = if there {
            // Recorded before: whether it is the same is compared when it is written.
            crate::domain::Decided {
                common: command.common,
                event: command.event,
            }
        } else {
            let mut decided = decide(&situation, command).map_err(Error::Refused)?;
            decided.pop().ok_or(Error::Contended)?
        };
        plan.types.insert(id, decided.event.event_type());
        if DOSSIER_KINDS
            .iter()
            .any(|kind| kind.category() == stream.category)
            && !there
        {
            let dossier = plan.dossiers.remove(&stream.id).unwrap_or_default();
            let next = dossier.evolve(planned_event(id, stream, at, &decided));
            plan.dossiers.insert(stream.id, next);
        }
        Ok(NewEvent {
            id,
            stream,
            recorded_at: at,
            decided,
        })
    }

    fn planned_state(
        &self,
        plan: &mut Plan,
        line: &Line,
        stream: StreamId,
    ) -> Result<Dossier, Error> {
        let of_dossier = DOSSIER_KINDS
            .iter()
            .any(|kind| kind.category() == stream.category);
        let Some(number) = line.dossier.as_deref().filter(|_| of_dossier) else {
            return Ok(Dossier::default());
        };
        if let Some(dossier) = plan.dossiers.get(&stream.id) {
            return Ok(dossier.clone());
        }
        let dossier = self.known(number.trim())?.dossier.clone();
        plan.dossiers.insert(stream.id, dossier.clone());
        Ok(dossier)
    }

    /// One append per dossier, so that it is there whole or not at all; what belongs to no dossier
    /// comes after them, in the order of the file.
    fn write_by_dossier(
        &self,
        planned: Vec<Planned>,
        report: &mut Report,
        progress: &mut dyn FnMut(u64),
    ) -> Result<(), Error> {
        let mut order: Vec<String> = Vec::new();
        let mut by_dossier: HashMap<String, Vec<NewEvent>> = HashMap::new();
        let mut others = Vec::new();
        for one in planned {
            match one.dossier {
                Some(dossier) => {
                    let events = by_dossier.entry(dossier.clone()).or_default();
                    if events.is_empty() {
                        order.push(dossier);
                    }
                    events.push(one.event);
                }
                None => others.push(one.event),
            }
        }
        for dossier in order {
            let events = by_dossier.remove(&dossier).unwrap_or_default();
            let done = events.len() as u64;
            report.dossiers += u64::from(self.write_whole(&events, report)? > 0);
            progress(done);
        }
        for event in others {
            self.write_whole(std::slice::from_ref(&event), report)?;
            progress(1);
        }
        Ok(())
    }

    /// Writes events together; those that are there already are left as they are.
    ///
    /// A dossier that was changed by somebody else meanwhile stays out and is reported.
    fn write_whole(&self, events: &[NewEvent], report: &mut Report) -> Result<u64, Error> {
        let mut fresh = Vec::new();
        for event in events {
            if self.store.type_of(event.id)?.is_some() {
                // Compares the content, and fails when the id stands for something else.
                self.store.append(Vec::new(), std::slice::from_ref(event))?;
                report.already_there += 1;
            } else {
                fresh.push(event.clone());
            }
        }
        for part in fresh.chunks(APPEND_EVENTS_MAX) {
            let expected = self.expected(part)?;
            self.store.append(expected, part)?;
        }
        for event in &fresh {
            self.forget(event.stream.id);
        }
        report.events += fresh.len() as u64;
        Ok(fresh.len() as u64)
    }

    fn expected(&self, events: &[NewEvent]) -> Result<Vec<(StreamId, Expected)>, Error> {
        let mut expected: Vec<(StreamId, Expected)> = Vec::new();
        for event in events {
            if expected.iter().any(|(stream, _)| *stream == event.stream) {
                continue;
            }
            let head = self.store.stream_head(event.stream)?;
            let wanted = head.map_or(Expected::NoStream, |head| Expected::At(head.version));
            expected.push((event.stream, wanted));
        }
        Ok(expected)
    }

    /// One append per event, in the order of the moments that are kept.
    fn write_in_time_order(
        &self,
        planned: Vec<Planned>,
        report: &mut Report,
        progress: &mut dyn FnMut(u64),
    ) -> Result<(), Error> {
        let mut dossiers = HashSet::new();
        for one in planned {
            let written = self.write_whole(std::slice::from_ref(&one.event), report)?;
            if written > 0
                && let Some(dossier) = one.dossier
            {
                dossiers.insert(dossier);
            }
            progress(1);
        }
        report.dossiers = dossiers.len() as u64;
        Ok(())
    }
}

/// What the lines decided so far add up to.
struct Plan {
    dossiers: HashMap<[u8; 16], Dossier>,
    types: HashMap<EventId, EventType>,
    counts: HashMap<String, u64>,
}

impl Plan {
    /// The id of a line; one without an id gets one from its dossier, its place and its content,
    /// so that the same file gives the same ids again.
    fn id_of(&mut self, line: &Line) -> EventId {
        if let Some(name) = &line.id {
            return event_id(name);
        }
        let owner = line.dossier.clone().unwrap_or_default();
        let count = self.counts.entry(owner.clone()).or_default();
        *count += 1;
        EventId::derived(&format!("import/{owner}/{count}/{}", line.to_value()))
    }
}

fn planned_event(
    id: EventId,
    stream: StreamId,
    at: Option<Timestamp>,
    decided: &crate::domain::Decided,
) -> Recorded {
    Recorded {
        id,
        position: crate::base::Position(u64::MAX),
        stream,
        version: crate::base::Version(u64::MAX),
        schema_version: decided.event.event_type().version(),
        recorded_at: at.unwrap_or(Timestamp(0)),
        clock_was_set: at.is_some(),
        common: decided.common.clone(),
        event: decided.event.clone(),
    }
}

/// Reads every line; what cannot be read is in the report.
fn read_lines(input: &mut dyn BufRead, report: &mut Report) -> Result<Vec<(u64, Line)>, Error> {
    let mut lines = Vec::new();
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        let got = read_bounded(input, &mut buffer).map_err(|source| Error::Io {
            operation: "read",
            path: "import".into(),
            source,
        })?;
        if got == 0 {
            return Ok(lines);
        }
        report.lines += 1;
        let number = report.lines;
        let parsed = match std::str::from_utf8(&buffer) {
            Ok(text) if text.trim().is_empty() => continue,
            Ok(text) => Line::parse(text.trim()),
            Err(error) => Err(LineError::NotJson(error.to_string())),
        };
        match parsed {
            Ok(line) => lines.push((number, line)),
            Err(error) => report.refused.push(RefusedLine {
                line: number,
                dossier: None,
                event: None,
                why: Why::Unreadable(error),
            }),
        }
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
