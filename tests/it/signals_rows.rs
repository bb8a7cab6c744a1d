//! Signals over many dossiers as rows: each worked out by hand, as known before and after something
//! was put right, answered; and the same rows however often they were brought up to date.

use serde_json::{Value, json};
use tempfile::TempDir;
use weegboek::base::{Day, Timestamp};
use weegboek::book::worklist::{Filter, State};
use weegboek::book::{Book, Error, Init, Recording};
use weegboek::exchange::Line;
use weegboek::views::table::{Cell, Face};
use weegboek::views::{How, Limits, Views, Why};

use crate::signals_support::day;
use crate::support::{line, renamed, set, unset};
use crate::views_support::rows;
use crate::worklist::compare;

/// A book under way; everything is recorded at noon of the day on which it happens,
/// or when the book is further already, then.
pub(crate) struct World {
    dir: TempDir,
    pub(crate) book: Book,
    count: i64,
    last: Timestamp,
}

/// What changes in a line; null takes a field away.
pub(crate) type Changes<'a> = &'a [(&'a str, Value)];

impl World {
    pub(crate) fn new() -> Self {
        let dir = tempfile::tempdir().unwrap();
        let init = Init {
            municipality: "Proefstad".to_owned(),
            at: Some(day("2024-12-02").at_hour(9)),
            ..Init::default()
        };
        let book = Book::init(&dir.path().join("boek"), &init).unwrap();
        Self {
            dir,
            book,
            count: 0,
            last: Timestamp(0),
        }
    }

    pub(crate) fn record(&mut self, line: &Line, on: &str) -> Result<(), Error> {
        self.count += 1;
        // Later than what came before, also when it happened earlier.
        self.last = Timestamp(self.last.0 + 1).max(day(on).at_hour(12));
        let recording = Recording {
            at: Some(self.last),
            ..Recording::default()
        };
        self.book.record(line, &recording).map(|_| ())
    }

    /// Records a line of the dossier with every event under the id `dossier/name`.
    fn put(&mut self, base: &str, id: &str, on: &str, changes: Changes<'_>) {
        let made = made(base, id, on, changes);
        let done = self.record(&made, on);
        done.unwrap_or_else(|error| panic!("{id}: {error:?}"));
    }

    fn open(&mut self, dossier: &str, on: &str, changes: Changes<'_>) {
        self.put("opened", &format!("{dossier}/opened"), on, changes);
    }

    fn correct(&mut self, target: &str, on: &str, field: &str, value: Value) {
        let id = format!("{target}/corrected{}", self.count);
        self.put("corrected", &id, on, &corrected(target, field, value));
    }

    /// The rows of one signal as known at the end of a day, or now.
    fn told(&self, signal: &str, known_at: Option<&str>) -> Vec<String> {
        let views = self.book.views().unwrap();
        let at = known_at.map(|on| day(on).end());
        let questions = views.connect(at, Face::Open).unwrap();
        let sql = format!(
            "SELECT s.since_day, s.until_day, s.number, s.unit, s.team, s.answered_day,
                    s.about IS NULL AND s.dossier IS NULL AND s.position = 0
             FROM signals s WHERE signal = '{signal}' ORDER BY s.position, s.since_day, s.unit"
        );
        let answer = questions.answer(&sql, Limits::default()).unwrap();
        let shown = |cell: &Cell, is_day: bool| match cell {
            Cell::Whole(number) if is_day => {
                let number = i32::try_from(*number).unwrap();
                Day::from_epoch(number).unwrap().to_string()
            }
            Cell::Real(number) => format!(" {number}"),
            Cell::Text(text) => format!(" {text}"),
            _ => String::new(),
        };
        let written = answer.rows.iter().map(|row| {
            let answered = shown(&row[5], true);
            format!(
                "{}..{}{}{}{}{}{}",
                shown(&row[0], true),
                shown(&row[1], true),
                shown(&row[2], false),
                shown(&row[3], false),
                shown(&row[4], false),
                if answered.is_empty() {
                    ""
                } else {
                    " answered "
                },
                answered
            )
        });
        written.collect()
    }

    /// What was taken further is what is made anew, and the work list out of it is the one out of
    /// the dossiers, as known on every one of these days and now.
    pub(crate) fn holds(&self, days: &[&str]) {
        let views = self.book.views().unwrap();
        let fold = std::sync::Arc::new(weegboek::views::Facts);
        let store = std::sync::Arc::clone(self.book.store());
        let anew = Views::new(&self.dir.path().join("anew"), store, fold);
        anew.rebuild().unwrap();
        assert_eq!(rows(&views.path()), rows(&anew.path()));
        for on in days {
            for known_at in [Some(day(on).end()), None] {
                let filter = Filter {
                    on: Some(day(on)),
                    known_at,
                    ..Filter::default()
                };
                compare(&self.book, &filter);
            }
        }
    }
}

pub(crate) fn corrected(target: &str, field: &str, value: Value) -> Vec<(&'static str, Value)> {
    let words = field == "why";
    let (given, other) = match words {
        true => ("new_words", "new_value"),
        false => ("new_value", "new_words"),
    };
    vec![
        (other, Value::Null),
        (given, value),
        ("target", json!(target)),
        ("field", json!(field)),
        ("evidence", Value::Null),
    ]
}

pub(crate) fn made(base: &str, id: &str, on: &str, changes: Changes<'_>) -> Line {
    let mut made = renamed(&line(base), id);
    let dossier = id.split('/').next().unwrap();
    if made.dossier.is_some() {
        made.dossier = Some(dossier.to_owned());
    }
    set(&mut made, "occurred_on", on);
    set(&mut made, "team", "Noord");
    let own: Vec<(&str, Value)> = match base {
        "opened" => vec![
            ("number", json!(dossier)),
            ("promises", Value::Null),
            ("minutes_spent", Value::Null),
        ],
        "decision" => vec![
            ("taken_on", json!(on)),
            ("in_force_from", json!(on)),
            ("options", json!({ "none_because": "Er was haast." })),
        ],
        "contest" => vec![("decision", json!(format!("{dossier}/decision")))],
        "reconsidered" => vec![
            ("contest", json!(format!("{dossier}/contest"))),
            ("options", json!({ "none_because": "Er was haast." })),
        ],
        "exception" => vec![("decision", json!(format!("{dossier}/decision")))],
        "voice" => vec![("about", Value::Null)],
        "signal" => vec![("by_when", Value::Null), ("about", Value::Null)],
        _ => Vec::new(),
    };
    for (field, value) in own.iter().chain(changes) {
        let there = made.data.contains_key(*field) || made.common.contains_key(*field);
        match value {
            Value::Null if there => unset(&mut made, field),
            Value::Null => {}
            value => set(&mut made, field, value.clone()),
        }
    }
    made
}

pub(crate) fn why(number: usize) -> Value {
    json!(format!(
        "U wilt weer iets voor anderen doen. Daarom kiezen we plek nummer {number} voor u."
    ))
}

/// Three decisions with one justification, on 10, 11 and 12 February: the norm is three.
#[test]
fn f22_same_justification() {
    let mut world = World::new();
    for (dossier, on) in [
        ("A", "2025-02-10"),
        ("B", "2025-02-11"),
        ("C", "2025-02-12"),
    ] {
        world.open(dossier, "2025-02-03", &[]);
        let key = json!(format!("plek_{dossier}"));
        let id = format!("{dossier}/decision");
        world.put(
            "decision",
            &id,
            on,
            &[("why", why(1)), ("situation_key", key)],
        );
        world.holds(&[]);
    }
    let name = "same_justification";
    let three = |since: &str| vec![format!("{since}.. 3 Noord"); 3];
    assert!(world.told(name, Some("2025-02-11")).is_empty());
    assert_eq!(world.told(name, Some("2025-02-12")), three("2025-02-12"));
    // The text of B is put right; what was known on the 19th stays.
    world.correct("B/decision", "2025-02-20", "why", why(2));
    assert_eq!(world.told(name, Some("2025-02-19")), three("2025-02-12"));
    assert_eq!(world.told(name, None), three("2025-02-12")[..2]);
    // Answered in the dossier of A.
    let said = [("signal", json!(name)), ("about", json!("A/decision"))];
    world.put("signal", "A/said", "2025-02-24", &said);
    let answered = "2025-02-12.. 3 Noord answered 2025-02-24";
    assert_eq!(world.told(name, None), [answered, "2025-02-12.. 3 Noord"]);
    assert_eq!(
        world.told(name, Some("2025-02-23")),
        three("2025-02-12")[..2]
    );
    // C was taken a day earlier than was written: then there were three on the 11th.
    world.correct("C/decision", "2025-03-03", "taken_on", json!("2025-02-11"));
    let answered = "2025-02-11.. 3 Noord answered 2025-02-24";
    assert_eq!(world.told(name, None), [answered, "2025-02-11.. 3 Noord"]);
    assert_eq!(world.told(name, Some("2025-02-12")), three("2025-02-12"));
    // A is decided anew.
    world.put("contest", "A/contest", "2025-03-04", &[]);
    let anew = [("why", why(3))];
    world.put("reconsidered", "A/anew", "2025-03-05", &anew);
    let ended = "2025-02-11..2025-03-05 3 Noord answered 2025-02-24";
    assert_eq!(world.told(name, None), [ended, "2025-02-11.. 3 Noord"]);
    world.holds(&[
        "2025-02-12",
        "2025-02-19",
        "2025-02-24",
        "2025-03-02",
        "2025-03-05",
    ]);
}

/// Three exceptions to one rule; the norm is three. Two of them are bundled.
#[test]
fn f25_exceptions_not_bundled() {
    let mut world = World::new();
    let name = "exception_not_bundled";
    let rule = [("norm", json!("vervoer"))];
    for (dossier, on) in [
        ("A", "2025-02-10"),
        ("B", "2025-02-11"),
        ("C", "2025-02-12"),
    ] {
        world.open(dossier, "2025-02-03", &[]);
        world.put(
            "decision",
            &format!("{dossier}/decision"),
            "2025-02-04",
            &[],
        );
        assert!(world.told(name, None).is_empty());
        world.put("exception", &format!("{dossier}/exception"), on, &rule);
    }
    let open = "2025-02-12.. 3 Noord";
    assert_eq!(world.told(name, None), [open]);
    assert!(world.told(name, Some("2025-02-11")).is_empty());
    let said = [("signal", json!(name)), ("about", json!("C/exception"))];
    world.put("signal", "C/said", "2025-02-17", &said);
    assert_eq!(
        world.told(name, None),
        ["2025-02-12.. 3 Noord answered 2025-02-17"]
    );
    let two = [("exceptions", json!(["A/exception", "B/exception"]))];
    world.put("bundled", "O/bundled", "2025-03-03", &two);
    let ended = "2025-02-12..2025-03-03 3 Noord answered 2025-02-17";
    assert_eq!(world.told(name, None), [ended]);
    assert_eq!(world.told(name, Some("2025-02-16")), [open]);
    // The exception of B was to another rule: there never were three.
    world.correct("B/exception", "2025-03-10", "norm", json!("leren"));
    assert!(world.told(name, None).is_empty());
    assert_eq!(world.told(name, Some("2025-03-09")), [ended]);
    world.holds(&[
        "2025-02-12",
        "2025-02-16",
        "2025-02-17",
        "2025-03-05",
        "2025-03-10",
    ]);
}

/// Team Noord decides *maatwerk*, then team Zuid *traject* about the same situation.
#[test]
fn f26_like_case_decided_differently() {
    let mut world = World::new();
    let name = "like_case_decided_differently";
    let of = |team: &str, kind: &str| [("team", json!(team)), ("kind", json!(kind))];
    world.open("A", "2025-02-03", &[]);
    world.open("B", "2025-02-03", &[("team", json!("Zuid"))]);
    world.put(
        "decision",
        "A/decision",
        "2025-02-10",
        &of("Noord", "maatwerk"),
    );
    assert!(world.told(name, None).is_empty());
    world.put(
        "decision",
        "B/decision",
        "2025-02-11",
        &of("Zuid", "traject"),
    );
    assert_eq!(world.told(name, None), ["2025-02-11.. Zuid"]);
    assert!(world.told(name, Some("2025-02-10")).is_empty());
    let said = [("signal", json!(name)), ("about", json!("B/decision"))];
    world.put("signal", "B/said", "2025-02-17", &said);
    assert_eq!(
        world.told(name, None),
        ["2025-02-11.. Zuid answered 2025-02-17"]
    );
    // It was another situation after all.
    world.correct(
        "A/decision",
        "2025-03-03",
        "situation_key",
        json!("iets_anders"),
    );
    assert!(world.told(name, None).is_empty());
    assert_eq!(world.told(name, Some("2025-02-16")), ["2025-02-11.. Zuid"]);
    // And it was that one; then B is changed into the kind of A.
    world.correct(
        "A/decision",
        "2025-03-04",
        "situation_key",
        json!("zoekt_plek"),
    );
    assert_eq!(
        world.told(name, None),
        ["2025-02-11.. Zuid answered 2025-02-17"]
    );
    let team = [("team", json!("Zuid"))];
    world.put("contest", "B/contest", "2025-03-05", &team);
    let same = [("kind", json!("maatwerk")), ("team", json!("Zuid"))];
    world.put("reconsidered", "B/anew", "2025-03-06", &same);
    assert_eq!(
        world.told(name, None),
        ["2025-02-11..2025-03-06 Zuid answered 2025-02-17"]
    );
    assert!(world.told(name, Some("2025-03-03")).is_empty());
    world.holds(&[
        "2025-02-11",
        "2025-02-17",
        "2025-03-03",
        "2025-03-04",
        "2025-03-06",
    ]);
}

/// Five trajectories of each of two bands, five voices of the one and none of the other: a share
/// of 0 among the voices of the first quarter, and a group that is not too small.
#[test]
fn f27_voice_missing() {
    let mut world = World::new();
    for at in 0..10 {
        let band = ["tot_1_jaar", "langer_dan_5_jaar"][at % 2];
        let dossier = format!("V{at}");
        world.open(&dossier, "2025-01-13", &[("benefit_band", json!(band))]);
        if at % 2 == 1 {
            world.put("voice", &format!("{dossier}/voice"), "2025-02-03", &[]);
        }
    }
    let name = "voice_missing";
    let missing = ["2025-04-01..2025-07-01 0 tot_1_jaar"];
    // The quarter is known when it is over, although nothing is recorded on that day.
    assert!(world.told(name, Some("2025-03-31")).is_empty());
    assert_eq!(world.told(name, Some("2025-04-01")), missing);
    assert_eq!(world.told(name, None), missing);
    world.holds(&["2025-03-31", "2025-04-01"]);
    let said = [("signal", json!(name)), ("role", json!("TM"))];
    let mut answer = made("signal", "O/said", "2025-04-07", &said);
    answer.dossier = None;
    world.record(&answer, "2025-04-07").unwrap();
    let answered = ["2025-04-01..2025-07-01 0 tot_1_jaar answered 2025-04-07"];
    assert_eq!(world.told(name, None), answered);
    assert_eq!(world.told(name, Some("2025-04-06")), missing);
    // One of the five was in the other band: a group of four is left out.
    world.correct(
        "V0/opened",
        "2025-05-05",
        "benefit_band",
        json!("langer_dan_5_jaar"),
    );
    assert!(world.told(name, None).is_empty());
    assert_eq!(world.told(name, Some("2025-05-04")), answered);
    world.holds(&["2025-03-31", "2025-04-01", "2025-04-07", "2025-05-05"]);
}

/// 31 minutes for one trajectory in the week of 13 January; the norm is 30.
#[test]
fn f31_burden() {
    let mut world = World::new();
    let minutes = [("minutes_spent", json!(31))];
    world.open("A", "2025-01-13", &minutes);
    let name = "burden";
    let over = ["2025-01-20..2025-01-27 31 Noord"];
    assert!(world.told(name, Some("2025-01-19")).is_empty());
    assert_eq!(world.told(name, Some("2025-01-20")), over);
    world.holds(&["2025-01-19", "2025-01-20", "2025-01-27"]);
    let filter = |team: &str| Filter {
        on: Some(day("2025-01-21")),
        team: Some(team.to_owned()),
        states: Some(&[State::Open]),
        ..Filter::default()
    };
    assert_eq!(compare(&world.book, &filter("Noord")).0, 1);
    assert_eq!(compare(&world.book, &filter("Zuid")).0, 0);
    let mut answer = made("signal", "O/said", "2025-01-21", &[("signal", json!(name))]);
    answer.dossier = None;
    world.record(&answer, "2025-01-21").unwrap();
    let answered = ["2025-01-20..2025-01-27 31 Noord answered 2025-01-21"];
    assert_eq!(world.told(name, None), answered);
    assert_eq!(world.told(name, Some("2025-01-20")), over);
    // They were 29 minutes.
    world.correct("A/opened", "2025-01-22", "minutes_spent", json!(29));
    assert!(world.told(name, None).is_empty());
    assert_eq!(world.told(name, Some("2025-01-21")), answered);
    // What the organisation recorded takes the team's time too.
    let raised = [
        ("minutes_spent", json!(40)),
        ("case", Value::Null),
        ("initiated_by", Value::Null),
    ];
    world.put("obstacle", "O/raised", "2025-01-28", &raised);
    assert_eq!(
        world.told(name, Some("2025-02-03")),
        ["2025-02-03..2025-02-10 40 Noord"]
    );
    world.holds(&["2025-01-20", "2025-01-21", "2025-01-22", "2025-02-03"]);
}

/// A week that is not over is no row that a question sees, however the file is opened.
#[test]
fn a_week_that_is_not_over_is_not_told_yet() {
    let dir = tempfile::tempdir().unwrap();
    let book = Book::init(&dir.path().join("boek"), &crate::support::init()).unwrap();
    let today = book.now().day();
    let minutes = [("minutes_spent", json!(300))];
    let opened = made("opened", "A/opened", &today.to_string(), &minutes);
    book.record(&opened, &Recording::default()).unwrap();
    let views = book.views().unwrap();
    let count = |from: &str| {
        let connection = rusqlite::Connection::open(views.path()).unwrap();
        let sql = format!("SELECT count(*) FROM {from} WHERE signal = 'burden'");
        let count: i64 = connection.query_row(&sql, [], |row| row.get(0)).unwrap();
        count
    };
    assert_eq!((count("all_signals"), count("signals")), (1, 0));
    let questions = views.connect(None, Face::Open).unwrap();
    let sql = "SELECT * FROM signals WHERE signal = 'burden'";
    assert!(
        questions
            .answer(sql, Limits::default())
            .unwrap()
            .rows
            .is_empty()
    );
    let later = today.plus(8).unwrap().end();
    let questions = views.connect(Some(later), Face::Open).unwrap();
    assert_eq!(
        questions.answer(sql, Limits::default()).unwrap().rows.len(),
        1
    );
}

fn norms(world: &mut World, key: &str, number: f64, valid_from: &str, on: &str) {
    let data = json!({ "catalogue": "normen", "edition": format!("vanaf {on}"),
        "valid_from": valid_from,
        "entries": [{ "key": key, "name": "Een andere norm", "number": number }] });
    let text = json!({ "event": "catalogue_adopted", "occurred_on": on, "actor": "BH-01",
        "role": "BH", "municipality": "Proefstad", "data": data });
    let line = Line::parse(&text.to_string()).unwrap();
    world.record(&line, on).unwrap();
    let how = world.book.views_as_they_are().refresh().unwrap().how;
    assert!(
        matches!(
            how,
            How::Rebuilt {
                why: Why::Settings | Why::Absent,
                ..
            }
        ),
        "{how:?}"
    );
}

/// Two exceptions in February and a norm of three. In March a norm of two is adopted for February
/// on: from that day the book knows it, though nothing happened in the dossiers; and so with the
/// silence in them. A norm for April changes nothing that was before.
#[test]
fn a_norm_that_is_adopted_later_reaches_dossiers_without_a_next_event() {
    let mut world = World::new();
    for (dossier, on) in [("A", "2025-02-10"), ("B", "2025-02-11")] {
        world.open(dossier, "2025-02-03", &[]);
        world.put(
            "decision",
            &format!("{dossier}/decision"),
            "2025-02-04",
            &[],
        );
        let rule = [("norm", json!("vervoer"))];
        world.put("exception", &format!("{dossier}/exception"), on, &rule);
    }
    world.book.views().unwrap();
    let days = ["2025-03-09", "2025-03-10", "2025-03-24", "2025-04-28"];
    norms(
        &mut world,
        "uitzondering_aantal",
        2.0,
        "2025-02-01",
        "2025-03-10",
    );
    let name = "exception_not_bundled";
    assert_eq!(world.told(name, None), ["2025-02-11.. 2 Noord"]);
    assert!(world.told(name, Some("2025-03-09")).is_empty());
    world.holds(&days);
    // Of eight weeks of silence four are left, for days from 1 February on.
    let silent = |world: &World, at| world.told("silence", at).len();
    assert_eq!(silent(&world, Some("2025-03-09")), 2);
    assert_eq!(silent(&world, Some("2025-03-10")), 0);
    norms(&mut world, "stilte_weken", 4.0, "2025-02-01", "2025-03-24");
    assert_eq!(world.told("silence", None), vec!["2025-03-04.. Noord"; 2]);
    assert_eq!(silent(&world, Some("2025-03-23")), 0);
    assert_eq!(
        world.told("silence", Some("2025-03-09")),
        vec!["2025-04-01.. Noord"; 2]
    );
    // From April on: one week, for what is said then.
    norms(&mut world, "stilte_weken", 1.0, "2025-04-01", "2025-03-25");
    assert_eq!(world.told("silence", None), vec!["2025-03-04.. Noord"; 2]);
    let talk = [("caused_by", Value::Null), ("keeps", Value::Null)];
    world.put("conversation", "A/talk", "2025-04-07", &talk);
    let told = world.told("silence", None);
    assert_eq!(told[0], "2025-03-04..2025-04-07 Noord");
    assert!(told.contains(&"2025-04-15.. Noord".to_owned()), "{told:?}");
    world.holds(&days);
}
