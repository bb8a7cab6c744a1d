//! The demonstration: the twelve worked cases, recorded through the ordinary command path at
//! their own moments.

use std::path::Path;

use super::error::Error;
use super::opening::{Book, Init};
use super::record::Recording;
use crate::base::Timestamp;
use crate::domain::Refusal;
use crate::exchange::Line;

/// The teaching cases, one exchange file each.
pub const CASES: [(&str, &str); 12] = [
    ("ZAAK-001", include_str!("teaching/zaak-001.jsonl")),
    ("ZAAK-002", include_str!("teaching/zaak-002.jsonl")),
    ("ZAAK-003", include_str!("teaching/zaak-003.jsonl")),
    ("ZAAK-004", include_str!("teaching/zaak-004.jsonl")),
    ("ZAAK-005", include_str!("teaching/zaak-005.jsonl")),
    ("ZAAK-006", include_str!("teaching/zaak-006.jsonl")),
    ("ZAAK-007", include_str!("teaching/zaak-007.jsonl")),
    ("ZAAK-008", include_str!("teaching/zaak-008.jsonl")),
    ("ZAAK-009", include_str!("teaching/zaak-009.jsonl")),
    ("ZAAK-010", include_str!("teaching/zaak-010.jsonl")),
    ("ZAAK-011", include_str!("teaching/zaak-011.jsonl")),
    ("ZAAK-012", include_str!("teaching/zaak-012.jsonl")),
];

/// Attempts of the worked cases that must be refused.
const REFUSED: &str = include_str!("teaching/refused.jsonl");

/// Moment at which the demonstration's book is made: before the first worked case.
const MADE_AT: Timestamp = Timestamp(1_704_186_000_000_000);

/// An attempt that was refused, as the case wants it.
#[derive(Debug, Clone)]
pub struct Attempt {
    /// Id of the attempt.
    pub id: String,
    /// Its dossier.
    pub dossier: String,
    /// Name of the event type.
    pub event: String,
    /// Why it was refused.
    pub refusals: Vec<Refusal>,
}

/// What a demonstration recorded.
#[derive(Debug, Clone)]
pub struct Report {
    /// Events that were recorded.
    pub events: u64,
    /// Attempts that were refused.
    pub attempts: Vec<Attempt>,
}

impl Book {
    /// Makes a book with the twelve worked cases in an empty folder.
    ///
    /// The attempts that must be refused are tried at their own moments too; each yields no event.
    ///
    /// # Errors
    /// As [`Book::init`] and [`Book::record`]; [`Error::Refused`] when a case that must be
    /// recorded is not.
    pub fn demo(dir: &Path) -> Result<(Self, Report), Error> {
        let init = Init {
            municipality: "Rietdam".to_owned(),
            key_file: None,
            at: Some(MADE_AT),
        };
        let book = Self::init(dir, &init)?;
        book.adopt_norms_of_practice(init.at)?;
        let mut lines = Vec::new();
        for (_, text) in CASES {
            for line in text.lines().filter(|line| !line.trim().is_empty()) {
                lines.push((Line::parse(line)?, false));
            }
        }
        for line in REFUSED.lines().filter(|line| !line.trim().is_empty()) {
            lines.push((Line::parse(line)?, true));
        }
        let mut timed: Vec<(Timestamp, Line, bool)> = Vec::with_capacity(lines.len());
        for (line, must_be_refused) in lines {
            let at = super::form::moment(&line)?.unwrap_or_else(|| book.now());
            timed.push((at, line, must_be_refused));
        }
        // An attempt comes just before what was recorded at the same moment in its stead.
        timed.sort_by_key(|(at, _, must_be_refused)| (*at, !*must_be_refused));
        let mut report = Report {
            events: 0,
            attempts: Vec::new(),
        };
        for (at, line, must_be_refused) in &timed {
            let recording = Recording {
                expected: None,
                at: Some(*at),
            };
            match book.record(line, &recording) {
                Ok(_) => report.events += 1,
                Err(Error::Refused(refusals)) if *must_be_refused => {
                    report.attempts.push(Attempt {
                        id: line.id.clone().unwrap_or_default(),
                        dossier: line.dossier.clone().unwrap_or_default(),
                        event: line.event.clone(),
                        refusals,
                    });
                }
                Err(other) => return Err(other),
            }
        }
        Ok((book, report))
    }
}
