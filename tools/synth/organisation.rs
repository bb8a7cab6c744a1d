//! What the organisation does about the dossiers of a block: obstacles and answers, a bundle of
//! exceptions, the policy of the day.

use serde_json::{Map, Value, json};
use weegboek::base::EventId;
use weegboek::exchange::Line;

use super::Whole;
use super::case::day;
use super::plan::{Block, Options};
use super::rng::Rng;
use super::words;

/// 2025-12-01: after everything that happens in dossiers.
const FIRST_DAY: i64 = 20_423;

/// A block has a line about policy once in so many blocks.
const POLICY_EVERY: u64 = 64;

struct Maker<'a> {
    rng: Rng,
    lines: Vec<Line>,
    wanted: u64,
    minute: i64,
    made: &'a [Whole],
}

/// The lines of the organisation after a block.
pub(crate) fn run(options: &Options, block: &Block, made: &[Whole]) -> Vec<Line> {
    let mut maker = Maker {
        rng: Rng::new(options.seed, 3, block.first),
        lines: Vec::new(),
        wanted: block.organisation,
        minute: i64::try_from(block.first / 256).unwrap_or(0) * 20,
        made,
    };
    if (block.first / block.lens.len().max(1) as u64).is_multiple_of(POLICY_EVERY) {
        maker.policy();
    }
    maker.bundle();
    while !maker.full() {
        maker.obstacle();
    }
    maker.lines
}

impl Maker<'_> {
    fn full(&self) -> bool {
        self.lines.len() as u64 >= self.wanted
    }

    fn any(&mut self) -> Option<&Line> {
        let place = usize::try_from(self.rng.below(self.made.len() as u64)).ok()?;
        self.made.get(place)?.lines.first()
    }

    fn policy(&mut self) {
        let Some(municipality) = self.any().map(municipality_of) else {
            return;
        };
        let data = json!({
            "from": day(17_700 + i64::try_from(self.rng.below(2400)).unwrap_or(0)),
            "direction": self.rng.pick(&["strenger", "soepeler", "anders"]),
            "source": "Brief van het college aan de raad.",
            "topic": "kleine drempels",
        });
        self.record("policy_context_noted", "BE", &municipality, data);
    }

    /// Two exceptions of one municipality, bundled, and the answer to it.
    fn bundle(&mut self) {
        let exceptions: Vec<(Value, &str)> = self
            .made
            .iter()
            .flat_map(|whole| &whole.lines)
            .filter(|line| line.event == "exception_made")
            .filter_map(|line| Some((municipality_of(line), line.id.as_deref()?)))
            .collect();
        let Some((municipality, first)) = exceptions.first().cloned() else {
            return;
        };
        let Some((_, second)) = exceptions
            .iter()
            .skip(1)
            .find(|(where_, _)| *where_ == municipality)
        else {
            return;
        };
        let data = json!({
            "exceptions": [first, second],
            "pattern": "Een kleine drempel houdt mensen tegen.",
            "nature": self.rng.pick(&["structureel", "incidenteel"]),
            "proposal": "Een klein budget per team.",
            "addressee": "directie",
        });
        let bundle = self.record("exceptions_bundled", "MC", &municipality, data);
        self.answer(&bundle, &municipality);
    }

    fn obstacle(&mut self) {
        let about = self
            .any()
            .map(|line| (municipality_of(line), line.dossier.clone()));
        let Some((municipality, Some(dossier))) = about else {
            self.wanted = 0;
            return;
        };
        let kinds = [
            "regel",
            "gewoonte",
            "gevoel_dat_het_niet_mag",
            "taal",
            "systeem",
            "budget",
            "afstemming",
        ];
        let data = json!({
            "kind": self.rng.pick(&kinds),
            "what": words::text(&mut self.rng, &words::HINDRANCE[..1]),
            "effect": words::text(&mut self.rng, &words::HINDRANCE[1..]),
            "claimed_source": "geen",
            "case": dossier,
        });
        let obstacle = self.record("organisational_obstacle_raised", "TB", &municipality, data);
        if self.rng.chance(700) {
            self.answer(&obstacle, &municipality);
        }
    }

    fn answer(&mut self, about: &str, municipality: &Value) {
        let data = json!({
            "about": about,
            "verdict": self.rng.pick(&["mag_wel", "mag_wel", "aangepast", "mag_niet", "afgewezen"]),
            "source": self.rng.pick(&["beleidsregels", "verordening", "geen"]),
            "owner": "directie",
            "answer": self.rng.pick(&words::ANSWER),
        });
        self.record("organisation_answered", "BE", municipality, data);
    }

    fn record(&mut self, event: &str, role: &str, municipality: &Value, data: Value) -> String {
        if self.full() {
            return String::new();
        }
        self.minute += 1;
        let (on, minute) = (FIRST_DAY + self.minute / 600, 480 + self.minute % 600);
        let mut random = [0; 10];
        let (first, second) = (self.rng.next().to_be_bytes(), self.rng.next().to_be_bytes());
        random.copy_from_slice(&[&first[..], &second[..2]].concat());
        let id = EventId::new_v7((on * 1440 + minute) * 60_000_000, random).to_string();
        let mut common = Map::new();
        for (key, value) in [
            ("occurred_on", json!(day(FIRST_DAY))),
            ("actor", json!(format!("{role}-1"))),
            ("role", json!(role)),
            ("municipality", municipality.clone()),
        ] {
            common.insert(key.to_owned(), value);
        }
        self.lines.push(Line {
            event: event.to_owned(),
            id: Some(id.clone()),
            dossier: None,
            recorded_at: Some(format!(
                "{}T{:02}:{:02}:00Z",
                day(on),
                minute / 60,
                minute % 60
            )),
            schema_version: None,
            common,
            data: match data {
                Value::Object(members) => members,
                _ => Map::new(),
            },
        });
        id
    }
}

fn municipality_of(line: &Line) -> Value {
    line.common
        .get("municipality")
        .cloned()
        .unwrap_or(Value::Null)
}
