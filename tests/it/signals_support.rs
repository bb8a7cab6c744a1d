//! Small dossiers for the tests of signals: lines of the dossier with every event, with other days
//! and a few other fields, folded without a book.

use std::fs;
use std::path::Path;

use serde_json::{Map, Value, json};
use weegboek::base::{Day, EventId, Position, StreamId, Timestamp, Version};
use weegboek::domain::envelope::Common;
use weegboek::domain::field::{Field, Names, Reading};
use weegboek::domain::{Catalogues, Dossier, EventType, Noted, Recorded};
use weegboek::practice::signals::{self, SignalKind};

use crate::support::{line, set, unset};

/// Every name stands for an event.
struct Outside;

impl Names for Outside {
    fn event(&self, text: &str) -> Option<EventId> {
        Some(id(text))
    }

    fn case(&self, number: &str) -> Option<[u8; 16]> {
        Some(EventId::derived(number).0)
    }
}

/// The id of a name; what is an id already stays so.
pub(crate) fn id(name: &str) -> EventId {
    name.parse().unwrap_or_else(|_| EventId::derived(name))
}

pub(crate) fn day(text: &str) -> Day {
    text.parse().unwrap()
}

/// An event of its type at a place, recorded at noon of a day.
fn recorded(
    event: &str,
    name: &str,
    common: Map<String, Value>,
    data: Map<String, Value>,
    place: usize,
    at: Timestamp,
) -> Recorded {
    let mut reading = Reading::new(&Outside);
    let event = EventType::from_name(event)
        .unwrap()
        .read(&Value::Object(data), &mut reading);
    let common = Common::read(&Value::Object(common), &mut reading);
    assert!(
        reading.refusals.is_empty(),
        "{name}: {:?}",
        reading.refusals
    );
    let event = event.unwrap();
    let catalogues = catalogues();
    Recorded {
        id: id(name),
        position: Position(place as u64),
        stream: StreamId {
            category: event.event_type().stream_kind().category(),
            id: [1; 16],
        },
        version: Version(place as u64),
        schema_version: 1,
        recorded_at: Timestamp(at.0 + i64::try_from(place).unwrap()),
        clock_was_set: true,
        common: common.unwrap(),
        noted: Noted::of(&event, &catalogues, at.day()),
        event,
    }
}

fn edition(text: &str, at: Timestamp) -> Recorded {
    let Ok(Value::Object(form)) = serde_json::from_str(text) else {
        panic!("no catalogue");
    };
    let mut reading = Reading::new(&Outside);
    let event = EventType::CatalogueAdopted.read(&Value::Object(form), &mut reading);
    let common = json!({ "occurred_on": "2018-01-01", "actor": "BH-01", "role": "BH",
        "municipality": "Proefstad" });
    let Value::Object(common) = common else {
        panic!("no record");
    };
    Recorded {
        id: EventId::derived(&format!("edition/{}", at.0)),
        position: Position(0),
        stream: StreamId {
            category: EventType::CatalogueAdopted.stream_kind().category(),
            id: [5; 16],
        },
        version: Version(0),
        schema_version: 1,
        recorded_at: at,
        clock_was_set: true,
        common: Common::read(&Value::Object(common), &mut Reading::new(&Outside)).unwrap(),
        noted: None,
        event: event.unwrap(),
    }
}

/// The built-in norms and words.
pub(crate) fn catalogues() -> Catalogues {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/domain/editions");
    ["normen.json", "woorden.json"]
        .iter()
        .map(|file| fs::read_to_string(folder.join(file)).unwrap())
        .fold(Catalogues::default(), |catalogues, text| {
            catalogues.evolve(&edition(&text, day("2018-01-01").at_hour(12)))
        })
}

/// The same with one norm changed from a day on.
pub(crate) fn with_norm(key: &str, number: f64, valid_from: &str) -> Catalogues {
    let text = json!({ "catalogue": "normen", "edition": "anders", "valid_from": valid_from,
        "entries": [{ "key": key, "name": "Een andere norm", "number": number }] });
    let adopted = edition(&text.to_string(), day(valid_from).at_hour(9));
    catalogues().evolve(&adopted)
}

/// A dossier under way.
#[derive(Default)]
pub(crate) struct Case {
    pub(crate) events: Vec<Recorded>,
}

/// Fields that hold the day on which something happened.
const OWN_DAYS: [&str; 7] = [
    "taken_on",
    "in_force_from",
    "started_on",
    "ended_on",
    "visited_on",
    "from",
    "on",
];

impl Case {
    /// One that is opened on a day.
    pub(crate) fn opened(on: &str) -> Self {
        Self::default().with("opened", on, &[("promises", Value::Null)])
    }

    /// With a line of the dossier with every event, on another day and with other fields; null
    /// takes a field away. `name/other` is the line `name` under another name. `recorded` among
    /// the fields is the day of recording.
    pub(crate) fn with(mut self, name: &str, on: &str, changes: &[(&str, Value)]) -> Self {
        let base = name.split('/').next().unwrap();
        let mut line = line(base);
        let of_event = EventType::from_name(&line.event).unwrap().fields();
        set(&mut line, "occurred_on", on);
        for field in OWN_DAYS {
            let is_day = |spec: &&weegboek::domain::field::FieldSpec| spec.name == field;
            if of_event.iter().any(|spec| is_day(&spec)) && line.data[field].to_string().len() == 12
            {
                set(&mut line, field, on);
            }
        }
        let mut at = on;
        for (field, value) in changes {
            match (*field, value) {
                ("recorded", value) => at = value.as_str().unwrap(),
                (_, Value::Null) => unset(&mut line, field),
                _ => set(&mut line, field, value.clone()),
            }
        }
        let name = format!("D-1/{name}");
        let place = self.events.len();
        let moment = day(at).at_hour(12);
        self.events.push(recorded(
            &line.event,
            &name,
            line.common,
            line.data,
            place,
            moment,
        ));
        self
    }

    /// The dossier.
    pub(crate) fn dossier(&self) -> Dossier {
        let events = self.events.iter().cloned();
        events.fold(Dossier::default(), Dossier::evolve)
    }

    /// The signals of a kind: the name of what each is about, its days and its number.
    pub(crate) fn signals(&self, kind: SignalKind) -> Vec<String> {
        self.signals_by(kind, &catalogues())
    }

    pub(crate) fn signals_by(&self, kind: SignalKind, catalogues: &Catalogues) -> Vec<String> {
        let found = signals::of_kind(kind, &self.dossier(), catalogues);
        let written = found.iter().map(|signal| {
            let until = signal.until.map(|day| day.to_string());
            let number = signal.number.map(|number| format!(" {number}"));
            format!(
                "{}..{}{}",
                signal.since,
                until.unwrap_or_default(),
                number.unwrap_or_default()
            )
        });
        written.collect()
    }
}
