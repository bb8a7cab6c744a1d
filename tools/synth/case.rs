//! One dossier while it is made: who is in it, which day it is, what stands open.

use serde_json::{Map, Value, json};
use weegboek::base::{Day, EventId};
use weegboek::exchange::Line;

use super::plan::{Lateness, Options};
use super::rng::Rng;
use super::words;

/// Fictional municipalities, each with its teams.
pub(crate) const MUNICIPALITIES: [(&str, &[&str]); 6] = [
    ("Rietdam", &["Noord", "Zuid", "West"]),
    ("Zandhaven", &["Kade", "Duin"]),
    ("Kruisveld", &["Werkplein"]),
    ("Meerbrug", &["Centrum", "Oever", "Polder", "Sluis"]),
    ("Lindewaard", &["Laan", "Plein"]),
    ("Heuveloord", &["Boven", "Beneden", "Brink"]),
];

/// 2018-03-01, the first day on which a dossier may open.
const FIRST_DAY: i64 = 17_591;
/// 2025-11-28, the last day on which anything happens.
const LAST_DAY: i64 = 20_420;

/// One dossier while it is made.
#[derive(Debug)]
pub(crate) struct Case {
    pub(crate) rng: Rng,
    pub(crate) number: String,
    pub(crate) lines: Vec<Line>,
    pub(crate) client: String,
    /// Who has the lead.
    pub(crate) lead: String,
    /// Another counsellor of the team, who has taken no decision here.
    pub(crate) colleague: String,
    pub(crate) manager: String,
    /// The future perspective, once it was voiced.
    pub(crate) perspective: Option<String>,
    /// The goal that was set last.
    pub(crate) goal: Option<String>,
    /// Entries with a text that may be corrected: id and field.
    pub(crate) correctable: Vec<(String, &'static str)>,
    /// Decisions, in order.
    pub(crate) decisions: Vec<String>,
    pub(crate) self_efficacy: i64,
    place: u64,
    municipality: &'static str,
    team: &'static str,
    len: u64,
    day: i64,
    recorded: (i64, i64),
    lateness: Lateness,
}

impl Case {
    pub(crate) fn new(options: &Options, index: u64, len: u64) -> Self {
        let mut rng = Rng::new(options.seed, 2, index);
        let place = rng.below(MUNICIPALITIES.len() as u64);
        let (municipality, teams) =
            MUNICIPALITIES[usize::try_from(place).unwrap_or(0) % MUNICIPALITIES.len()];
        let team_place = rng.below(teams.len() as u64);
        let team = teams[usize::try_from(team_place).unwrap_or(0) % teams.len()];
        let base = place * 100 + team_place * 20 + 100;
        let first = rng.below(16);
        let span = i64::try_from(len).unwrap_or(0) * 9;
        let latest = (LAST_DAY - span).max(FIRST_DAY);
        let day = rng.between(FIRST_DAY, latest);
        Self {
            number: format!("S{}-{index:08}", options.seed),
            lines: Vec::new(),
            client: format!("CL-{index}"),
            lead: format!("TB-{}", base + first),
            colleague: format!("TB-{}", base + (first + 1 + rng.below(14)) % 16),
            manager: format!("TM-{}", base / 20),
            perspective: None,
            goal: None,
            correctable: Vec::new(),
            decisions: Vec::new(),
            self_efficacy: rng.between(1, 3),
            rng,
            place,
            municipality,
            team,
            len,
            day,
            recorded: (day, 9 * 60),
            lateness: options.lateness,
        }
    }

    /// Whether it has all its events.
    pub(crate) fn full(&self) -> bool {
        self.left() == 0
    }

    /// How many events it still gets.
    pub(crate) fn left(&self) -> u64 {
        self.len - self.lines.len() as u64
    }

    /// Days go by.
    pub(crate) fn days(&mut self, low: i64, high: i64) {
        self.day = (self.day + self.rng.between(low, high)).min(LAST_DAY);
    }

    /// The day it is, or so many days later.
    pub(crate) fn on(&self, later: i64) -> String {
        day(self.day + later)
    }

    /// A score near a value.
    pub(crate) fn score(&mut self, low: i64, high: i64) -> i64 {
        self.rng.between(low, high).clamp(1, 5)
    }

    /// A text out of the stock.
    pub(crate) fn text(&mut self, lists: &[&[&str]]) -> String {
        words::text(&mut self.rng, lists)
    }

    /// An actor of a role that works for the whole municipality.
    pub(crate) fn other(&mut self, role: &str) -> String {
        let number = self.place * 10 + self.rng.below(8);
        format!("{role}-{number}")
    }

    /// Records as the counsellor who has the lead.
    pub(crate) fn lead(&mut self, event: &str, data: Value) -> String {
        let lead = self.lead.clone();
        self.record(event, "TB", &lead, data)
    }

    /// Records as the client.
    pub(crate) fn client(&mut self, event: &str, data: Value) -> String {
        let client = self.client.clone();
        self.record(event, "CL", &client, data)
    }

    /// Records an event and gives its id; a full dossier takes nothing more.
    pub(crate) fn record(&mut self, event: &str, role: &str, actor: &str, data: Value) -> String {
        if self.full() {
            return String::new();
        }
        let recorded_at = self.moment();
        let id = self.id();
        let mut common = Map::new();
        let mut set = |key: &str, value: Value| {
            common.insert(key.to_owned(), value);
        };
        set("occurred_on", json!(day(self.day)));
        set("actor", json!(actor));
        set("role", json!(role));
        set("municipality", json!(self.municipality));
        set("team", json!(self.team));
        if self.rng.chance(800) {
            set("minutes_spent", json!(self.rng.between(2, 25)));
        }
        if self.rng.chance(250) {
            let who = ["client", "professional", "samen"];
            set("initiated_by", json!(self.rng.pick(&who)));
        }
        if event == "conversation_held" && self.rng.chance(120) {
            let what = self.rng.pick(&words::HELP);
            let by_when = day(self.day + 21);
            set(
                "promises",
                json!([{ "what": what, "by": self.lead, "by_when": by_when }]),
            );
        }
        self.lines.push(Line {
            event: event.to_owned(),
            id: Some(id.clone()),
            dossier: Some(self.number.clone()),
            recorded_at: Some(recorded_at),
            schema_version: None,
            common,
            data: match data {
                Value::Object(members) => members,
                _ => Map::new(),
            },
        });
        id
    }

    /// The moment of recording: in office hours, never before the one before.
    fn moment(&mut self) -> String {
        let late = match self.lateness {
            Lateness::None => 0,
            Lateness::Usual => match self.rng.below(100) {
                0..78 => 0,
                78..92 => self.rng.between(1, 3),
                92..98 => self.rng.between(4, 13),
                _ => self.rng.between(14, 40),
            },
            Lateness::Late => match self.rng.below(100) {
                0..30 => 0,
                30..50 => self.rng.between(1, 6),
                _ => self.rng.between(7, 60),
            },
        };
        let mut on = (self.day + late).min(LAST_DAY + 60);
        let mut minute = self.rng.between(7 * 60 + 30, 15 * 60);
        if (on, minute) <= self.recorded {
            (on, minute) = (self.recorded.0, self.recorded.1 + self.rng.between(1, 9));
            if minute > 22 * 60 {
                (on, minute) = (on + 1, 8 * 60);
            }
        }
        self.recorded = (on, minute);
        format!("{}T{:02}:{:02}:00Z", day(on), minute / 60, minute % 60)
    }

    fn id(&mut self) -> String {
        let mut random = [0; 10];
        let (first, second) = (self.rng.next().to_be_bytes(), self.rng.next().to_be_bytes());
        random.copy_from_slice(&[&first[..], &second[..2]].concat());
        let micros = (self.recorded.0 * 1440 + self.recorded.1) * 60_000_000;
        EventId::new_v7(micros, random).to_string()
    }
}

/// A day as it is written.
pub(crate) fn day(days: i64) -> String {
    i32::try_from(days)
        .ok()
        .and_then(Day::from_epoch)
        .map_or_else(String::new, |day| day.to_string())
}
