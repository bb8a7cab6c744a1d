//! A log in a file, read without writing a book.

use std::io::Read;

use super::EventLog;
use crate::book::error::Error;
use crate::exchange::xes::Limits;
use crate::exchange::xes::{self, Event, Reader};
use crate::practice::process::{Builder, NewEvent};

/// How a file is read.
#[derive(Debug, Clone)]
pub struct Options {
    /// Whether the transition of the life cycle belongs to the name of an activity: `A+start`.
    pub lifecycle: bool,
    /// The attribute of an event that names its team.
    pub team: String,
    /// Limits on the file.
    pub limits: Limits,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            lifecycle: false,
            team: "org:group".to_owned(),
            limits: Limits::default(),
        }
    }
}

/// Reads an XES log, plain or gzipped; one trace is in memory besides the log that is made.
///
/// Every case counts as closed: a file says nothing about what comes after it.
///
/// # Errors
/// [`Error::Xes`] with the place in the file.
pub fn read_xes(
    input: impl Read,
    options: &Options,
    progress: &mut dyn FnMut(u64),
) -> Result<EventLog, Error> {
    let mut builder = Builder::new();
    let mut name = String::new();
    let keys = [
        "concept:name",
        "time:timestamp",
        "org:resource",
        "lifecycle:transition",
        &options.team,
    ];
    for trace in Reader::keeping(input, options.limits, &keys)? {
        let trace = trace?;
        builder.case(trace.name().unwrap_or_default());
        for event in &trace.events {
            let activity = named(event, options.lifecycle, &mut name);
            let team = xes::find(&event.attributes, &options.team);
            builder.event(&NewEvent {
                activity,
                time: event.timestamp(),
                team: team.map(|team| team.text.as_str()),
                actor: event.resource(),
            });
        }
        progress(trace.events.len() as u64);
    }
    Ok(builder.finish(None))
}

fn named<'a>(event: &'a Event, lifecycle: bool, name: &'a mut String) -> &'a str {
    let plain = event.name().unwrap_or_default();
    match event.transition() {
        Some(transition) if lifecycle => {
            name.clear();
            name.push_str(plain);
            name.push('+');
            name.push_str(transition);
            name
        }
        _ => plain,
    }
}
