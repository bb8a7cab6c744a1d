//! Importing dossiers from exchange lines: whole dossiers or nothing of them.
//!
//! A file is read twice: once to learn where the lines of each dossier stand, then dossier by
//! dossier. Each is decided as if it were recorded line by line, and written whole when no rule
//! refuses any of its lines. Dossiers that refer to others of the file, and lines that belong to no
//! dossier, are decided last and together; what refers to something that stays out stays out too.
//! Doing it again adds nothing, so an import that stopped half-way is simply repeated.

use std::collections::BTreeMap;
use std::io::{BufRead, Cursor};

use super::error::Error;
use super::importing::{Fate, Found, count};
pub use super::lines::{LINES_MAX, ReadSeek};
use super::lines::{Lines, id_of, keep};
use super::opening::Book;
use super::planning::{Numbered, Plan};
use super::record::DOSSIER_KINDS;
use crate::domain::Refusal;
use crate::exchange::{Line, LineError};

/// Bytes of an import that cannot be read twice (a pipe) and so is kept in memory.
pub const PIPE_LEN_MAX: u64 = 256 * 1024 * 1024;

/// Lines of an import that keeps its moments: all of them are in memory, to be put in order.
pub const TIMED_LINES_MAX: usize = 250_000;

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

impl Book {
    /// Imports exchange lines from something that cannot be read twice, such as a pipe; they are
    /// kept in memory, at most [`PIPE_LEN_MAX`] bytes of them.
    ///
    /// # Errors
    /// [`Error::TooLongForPipe`]; otherwise as [`Book::import_file`].
    pub fn import_dossiers(
        &self,
        input: &mut dyn BufRead,
        options: Options,
        progress: &mut dyn FnMut(u64),
    ) -> Result<Report, Error> {
        let bytes = keep(input, PIPE_LEN_MAX)?;
        self.import_file(&mut Cursor::new(bytes), options, progress)
    }

    /// Imports exchange lines from a file. Memory grows by about 64 bytes a line, at most
    /// [`LINES_MAX`] lines; dossiers that refer to others of the file are held in memory as well.
    ///
    /// # Errors
    /// When the file cannot be read or writing fails; [`Error::TooManyLines`]. Refused lines are
    /// in the report.
    pub fn import_file(
        &self,
        input: &mut dyn ReadSeek,
        options: Options,
        progress: &mut dyn FnMut(u64),
    ) -> Result<Report, Error> {
        if self.writer.is_none() {
            return Err(Error::ReadOnly);
        }
        let mut report = Report::default();
        let mut reader: &mut dyn ReadSeek = input;
        let lines = Lines::learn(&mut reader, &mut report)?;
        if options.keep_times && lines.places.len() > TIMED_LINES_MAX {
            return Err(Error::TooManyLines {
                max: TIMED_LINES_MAX,
            });
        }
        let mut found = Found::new(&lines, options.keep_times);
        if !options.keep_times {
            self.each_alone(input, &mut found, options, &mut report, progress)?;
        }
        let held = self.held_together(input, &mut found, options, &mut report)?;
        if options.dry_run {
            count(&held, &mut report);
        } else if options.keep_times {
            self.write_in_time_order(held, &mut report, progress)?;
        } else {
            self.write_held(held, &lines, &mut report, progress)?;
        }
        for (group, name) in (0_u32..).zip(&lines.groups) {
            if found.fate(group) == Fate::Out {
                report.left_out.insert(name.clone(), lines.count(group));
            }
        }
        report.refused.sort_by_key(|refused| refused.line);
        Ok(report)
    }

    /// Records whole dossiers that are in memory, in one append: all of them or none. For
    /// programs that make dossiers; any number of threads may do so at once, each its own.
    ///
    /// # Errors
    /// [`Error::Store`] when writing fails. When the report has refused lines nothing was written.
    pub fn import_whole(&self, dossiers: &[Vec<Line>]) -> Result<Report, Error> {
        if self.writer.is_none() {
            return Err(Error::ReadOnly);
        }
        let mut report = Report::default();
        let mut plan = Plan::new(self, false)?;
        let mut planned = Vec::new();
        for dossier in dossiers {
            let (mut count, mut added) = (0, false);
            for line in dossier {
                report.lines += 1;
                let numbered = Numbered {
                    number: report.lines,
                    id: id_of(line, &mut count),
                    line: line.clone(),
                };
                match plan.decide(&numbered, &|_| None) {
                    Ok(one) => {
                        added |=
                            !one.there && one.event.stream.category == DOSSIER_KINDS[0].category();
                        planned.push(one);
                    }
                    Err(refused) => report.refused.push(*refused),
                }
            }
            report.dossiers += u64::from(added);
        }
        if report.refused.is_empty() {
            self.write(planned, &mut report)?;
        } else {
            report.dossiers = 0;
        }
        Ok(report)
    }
}
