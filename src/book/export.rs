//! Exporting the book as exchange lines.

use std::collections::HashMap;
use std::io::Write;

use serde_json::Value;

use super::error::Error;
use super::masking::{masked, shields};
use super::opening::Book;
use crate::base::EventId;
use crate::domain::events::registry::StreamKind;
use crate::domain::{Event, EventType, Recorded};
use crate::exchange::Line;
use crate::log::{Query, Select};
use crate::store::{NotRead, Opening};

/// What is exported.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// Only this dossier.
    pub dossier: Option<String>,
}

/// What an export wrote.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Report {
    /// Events that were written.
    pub events: u64,
    /// Events that stay closed and were left out.
    pub closed: u64,
}

impl Book {
    /// Writes exchange lines, in the order of the log, or of the story for one dossier. What is
    /// shielded is written as closed.
    ///
    /// # Errors
    /// [`Error::Io`] when the output fails; [`Error::Store`], [`Error::NoSuchDossier`].
    pub fn export(
        &self,
        options: &Options,
        output: &mut dyn Write,
        progress: &mut dyn FnMut(u64),
    ) -> Result<Report, Error> {
        match &options.dossier {
            Some(number) => self.export_dossier(number, output),
            None => self.export_all(output, progress),
        }
    }

    fn export_dossier(&self, number: &str, output: &mut dyn Write) -> Result<Report, Error> {
        let mut report = Report::default();
        let numbers = self.numbers()?;
        for step in self.story_as_recorded(number)? {
            let dossier = (!step.2).then_some(number);
            write_line(output, &step.0, dossier, &step.1, &numbers)?;
            report.events += 1;
        }
        Ok(report)
    }

    fn export_all(
        &self,
        output: &mut dyn Write,
        progress: &mut dyn FnMut(u64),
    ) -> Result<Report, Error> {
        let mut report = Report::default();
        let shields = self.all_shields()?;
        let numbers = self.numbers()?;
        let withheld = self.withheld()?;
        let mut reading = self.store.read(&Query::new(Select::All), Opening::Words)?;
        while let Some(item) = reading.next()? {
            progress(1);
            let recorded = match item.content {
                Ok(recorded) => recorded,
                Err(NotRead::Closed(_) | NotRead::Unreadable(_)) => {
                    report.closed += 1;
                    continue;
                }
            };
            if withheld.is_hidden(recorded.id) {
                continue;
            }
            let shielded = shields.get(&recorded.id).map_or(&[][..], Vec::as_slice);
            let dossier = numbers.get(&recorded.stream.id).map(String::as_str);
            write_line(output, &recorded, dossier, shielded, &numbers)?;
            report.events += 1;
        }
        Ok(report)
    }

    /// Numbers of all dossiers, by what stands for them in the log.
    fn numbers(&self) -> Result<HashMap<[u8; 16], String>, Error> {
        let mut numbers = HashMap::new();
        for event_type in [EventType::TrajectoryOpened, EventType::TrajectoryImported] {
            let query = Query::new(Select::Type(event_type.number()));
            let mut reading = self.store.read(&query, Opening::Facts)?;
            while let Some(item) = reading.next()? {
                let number = match item.content.map(|recorded| recorded.event) {
                    Ok(Event::TrajectoryOpened(opened)) => opened.number.0,
                    Ok(Event::TrajectoryImported(imported)) => imported.number.0,
                    _ => continue,
                };
                numbers.insert(item.entry.stream.id, number);
            }
        }
        Ok(numbers)
    }

    /// Shielded fields anywhere in the book. Corrections are read too: shielding reaches them.
    fn all_shields(&self) -> Result<HashMap<EventId, Vec<String>>, Error> {
        let mut events: Vec<Recorded> = Vec::new();
        for event_type in [EventType::EntryShielded, EventType::EntryCorrected] {
            let query = Query::new(Select::Type(event_type.number()));
            let mut reading = self.store.read(&query, Opening::Facts)?;
            while let Some(item) = reading.next()? {
                events.extend(item.content.ok());
            }
        }
        Ok(shields(&events))
    }
}

/// Writes one event as an exchange line.
fn write_line(
    output: &mut dyn Write,
    recorded: &Recorded,
    dossier: Option<&str>,
    shielded: &[String],
    numbers: &HashMap<[u8; 16], String>,
) -> Result<(), Error> {
    let mut line = as_line(recorded, dossier, shielded);
    // Another book has another pseudonym for the same dossier, so its number is written.
    if let Event::OrganisationalObstacleRaised(raised) = &recorded.event
        && let Some(number) = raised.case.and_then(|case| numbers.get(&case.0))
        && let Some(case @ Value::String(_)) = line.data.get_mut("case")
    {
        *case = Value::from(number.as_str());
    }
    let mut value = line.to_value();
    if let Value::Object(members) = &mut value {
        members.insert("position".to_owned(), Value::from(recorded.position.0));
        members.insert("version".to_owned(), Value::from(recorded.version.0));
    }
    writeln!(output, "{value}").map_err(|source| Error::Io {
        operation: "write",
        path: "export".into(),
        source,
    })
}

/// An event as an exchange line.
pub(super) fn as_line(recorded: &Recorded, dossier: Option<&str>, shielded: &[String]) -> Line {
    let (_, common, data) = masked(recorded, shielded);
    let object = |value: Value| match value {
        Value::Object(members) => members,
        _ => serde_json::Map::new(),
    };
    let event_type = recorded.event.event_type();
    let of_dossier = !matches!(
        event_type.stream_kind(),
        StreamKind::Organisation | StreamKind::Settings
    );
    Line {
        event: event_type.name().to_owned(),
        id: Some(recorded.id.to_string()),
        dossier: dossier.filter(|_| of_dossier).map(str::to_owned),
        recorded_at: Some(recorded.recorded_at.to_string()),
        schema_version: Some(u64::from(event_type.version())),
        common: object(common),
        data: object(data),
    }
}
