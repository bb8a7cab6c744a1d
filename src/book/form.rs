//! From a form to a command: names become ids, and what follows from elsewhere is filled in.

use std::cell::OnceCell;

use serde_json::{Map, Value};

use super::error::Error;
use super::opening::Book;
use crate::base::{EventId, Timestamp};
use crate::domain::envelope::Common;
use crate::domain::events::registry::StreamKind;
use crate::domain::field::{Field, Names, Reading};
use crate::domain::{Command, Event, EventType, Refusal, Rule};
use crate::exchange::Line;

/// Name of the stream of a dossier, before it becomes a pseudonym.
pub(super) fn dossier_name(number: &str) -> String {
    format!("dossier/{number}")
}

/// What the names in a form of one dossier stand for.
struct FormNames<'a> {
    book: &'a Book,
    dossier: Option<&'a str>,
    steps: OnceCell<Vec<EventId>>,
}

impl Names for FormNames<'_> {
    fn event(&self, text: &str) -> Option<EventId> {
        if let Some(step) = text.strip_prefix('#') {
            let number: usize = step.parse().ok()?;
            let steps = self.steps.get_or_init(|| {
                let ids = self.dossier.map(|number| self.book.step_ids(number));
                ids.and_then(Result::ok).unwrap_or_default()
            });
            return steps.get(number.checked_sub(1)?).copied();
        }
        Some(event_id(text))
    }

    fn case(&self, number: &str) -> Option<[u8; 16]> {
        let name = dossier_name(number);
        self.book
            .store
            .stream(StreamKind::Case.category(), &name)
            .ok()
            .map(|stream| stream.id)
    }
}

/// The id that a text names: a UUID stands for itself, any other name has one derived from it.
pub(super) fn event_id(text: &str) -> EventId {
    text.parse().unwrap_or_else(|_| EventId::derived(text))
}

impl Book {
    /// Reads a form.
    ///
    /// # Errors
    /// [`Error::NoSuchEvent`], and [`Error::Refused`] with everything that is wrong in the form.
    pub(super) fn command(&self, line: &Line) -> Result<Command, Error> {
        let event_type = EventType::from_name(&line.event).ok_or_else(|| Error::NoSuchEvent {
            name: line.event.clone(),
        })?;
        let names = FormNames {
            book: self,
            dossier: line.dossier.as_deref(),
            steps: OnceCell::new(),
        };
        let mut reading = Reading::new(&names);
        let common = self.common(line);
        let data = Value::Object(filled_in(event_type, line, &common));
        let common = Common::read(&Value::Object(common), &mut reading);
        let event = event_type.read(&data, &mut reading);
        if let Some(event) = &event {
            same_number(line, event, &mut reading.refusals);
        }
        match (common, event) {
            (Some(common), Some(event)) if reading.refusals.is_empty() => {
                Ok(Command { common, event })
            }
            _ => Err(Error::Refused(reading.refusals)),
        }
    }

    fn common(&self, line: &Line) -> Map<String, Value> {
        let mut common = line.common.clone();
        let unset = common.get("municipality").is_none_or(Value::is_null);
        if unset && !self.config.municipality.is_empty() {
            common.insert(
                "municipality".to_owned(),
                Value::from(self.config.municipality.as_str()),
            );
        }
        common
    }
}

/// The number that a dossier is opened with is the one it is filed under.
fn same_number(line: &Line, event: &Event, refusals: &mut Vec<Refusal>) {
    let number = match event {
        Event::TrajectoryOpened(opened) => &opened.number.0,
        Event::TrajectoryImported(imported) => &imported.number.0,
        _ => return,
    };
    let filed = line.dossier.as_deref().map(str::trim);
    if filed.is_some_and(|filed| filed != number) {
        refusals.push(Refusal::because(
            Rule::Form,
            "number",
            "number-not-of-dossier",
        ));
    }
}

/// Fields whose value follows from the rest of the form, when they are left out: the number of a
/// dossier that is opened, and days that are the day itself unless somebody says otherwise.
fn filled_in(
    event_type: EventType,
    line: &Line,
    common: &Map<String, Value>,
) -> Map<String, Value> {
    let mut data = line.data.clone();
    let mut fill = |field: &str, value: Option<&Value>| {
        if let Some(value) = value
            && data.get(field).is_none_or(Value::is_null)
        {
            data.insert(field.to_owned(), value.clone());
        }
    };
    let day = common.get("occurred_on");
    match event_type {
        EventType::TrajectoryOpened | EventType::TrajectoryImported => {
            fill("number", line.dossier.as_deref().map(Value::from).as_ref());
        }
        EventType::DecisionTaken => {
            fill("taken_on", day);
            fill("in_force_from", day);
        }
        EventType::InstrumentStarted => fill("started_on", day),
        EventType::InstrumentEnded => fill("ended_on", day),
        EventType::InvestigationVisitRecorded => fill("visited_on", day),
        _ => {}
    }
    data
}

/// The moment of recording that a line carries.
///
/// # Errors
/// [`Error::Time`] when it is none.
pub(super) fn moment(line: &Line) -> Result<Option<Timestamp>, Error> {
    Ok(line.recorded_at.as_deref().map(str::parse).transpose()?)
}
