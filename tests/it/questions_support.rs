//! Asking the built-in questions without disclosure control, and reading what they tell.

use std::sync::Arc;

use weegboek::base::Timestamp;
use weegboek::practice::answer::{Cell as Group, Contribution, Gathered, Kind, gather};
use weegboek::views::question::{Catalogue, Question, Shape};
use weegboek::views::table::{Cell, Face};
use weegboek::views::{Limits, Questions, Views};

use crate::support::demo;

/// What is asked: days count from 1970-01-01; nothing given means everything.
#[derive(Debug, Clone)]
pub(crate) struct Asked {
    /// First day of the period.
    pub(crate) from: &'static str,
    /// The day after the period.
    pub(crate) until: &'static str,
    /// Reporting date.
    pub(crate) on: &'static str,
    pub(crate) municipality: Option<&'static str>,
    pub(crate) team: Option<&'static str>,
    pub(crate) kind: Option<&'static str>,
    pub(crate) dossier: Option<i64>,
    /// As known at.
    pub(crate) known_at: Option<Timestamp>,
}

impl Default for Asked {
    /// The worked cases end on 2026-02-02.
    fn default() -> Self {
        Self {
            from: "2024-01-01",
            until: "2027-01-01",
            on: "2026-03-01",
            municipality: None,
            team: None,
            kind: None,
            dossier: None,
            known_at: None,
        }
    }
}

/// Days since 1970-01-01.
pub(crate) fn day(date: &str) -> i64 {
    let day: weegboek::base::Day = date.parse().unwrap();
    i64::from(day.since_epoch())
}

/// A moment, such as `2025-07-01T12:00:00+02:00`.
pub(crate) fn moment(text: &str) -> Timestamp {
    text.parse().unwrap()
}

/// The built-in question with this code.
pub(crate) fn question(code: &str) -> Question {
    let catalogue = Catalogue::built_in();
    catalogue.find(code).unwrap().clone()
}

/// Puts what is asked beside the tables.
pub(crate) fn give(questions: &Questions, asked: &Asked) {
    let text =
        |value: Option<&'static str>| value.map_or(Cell::Null, |value| Cell::Text(value.into()));
    let row = [
        ("from_day", Cell::Whole(day(asked.from))),
        ("until_day", Cell::Whole(day(asked.until))),
        ("on_day", Cell::Whole(day(asked.on))),
        ("municipality", text(asked.municipality)),
        ("team", text(asked.team)),
        ("kind", text(asked.kind)),
        ("dossier", asked.dossier.map_or(Cell::Null, Cell::Whole)),
    ];
    questions.give("asked", &row).unwrap();
}

/// The rows of a question's statement.
pub(crate) fn rows(views: &Views, code: &str, asked: &Asked) -> (Vec<String>, Vec<Vec<Cell>>) {
    let questions = views.connect(asked.known_at, Face::Open).unwrap();
    give(&questions, asked);
    let text = question(code).text;
    let answer = questions
        .answer(&text, Limits::default())
        .unwrap_or_else(|error| panic!("{code}: {error}"));
    (answer.columns, answer.rows)
}

fn number(cell: &Cell) -> Option<f64> {
    match cell {
        Cell::Whole(whole) => Some(f64::from(i32::try_from(*whole).unwrap())),
        Cell::Real(real) => Some(*real),
        _ => None,
    }
}

fn whole(cell: &Cell) -> Option<i64> {
    match cell {
        Cell::Whole(whole) => Some(*whole),
        _ => None,
    }
}

fn text(cell: &Cell) -> Option<Arc<str>> {
    match cell {
        Cell::Text(text) => Some(Arc::from(text.as_ref())),
        Cell::Null => None,
        other => panic!("{other:?} is no text"),
    }
}

/// A question, gathered over the named groups.
pub(crate) fn gathered(views: &Views, code: &str, by: &[&str], asked: &Asked) -> Vec<Gathered> {
    let question = question(code);
    assert_eq!(question.shape, Shape::Answer);
    let (columns, rows) = rows(views, code, asked);
    let mut wanted = vec!["measure"];
    wanted.extend(question.groups.iter().map(String::as_str));
    wanted.extend([
        "client",
        "person",
        "numerator",
        "denominator",
        "value",
        "missing",
    ]);
    assert_eq!(columns, wanted, "{code}");
    let place = |name: &str| question.groups.iter().position(|one| one == name).unwrap();
    let by: Vec<usize> = by.iter().map(|name| place(name)).collect();
    let after = 1 + question.groups.len();
    let contributions: Vec<Contribution> = rows
        .iter()
        .map(|row| {
            let name = text(&row[0]).unwrap();
            let measure = question.measures.iter().position(|one| *one.name == *name);
            let part = |at: usize| number(&row[after + at]);
            let one = Contribution {
                measure: measure.unwrap_or_else(|| panic!("{code} has no measure {name}")),
                groups: row[1..after].iter().map(text).collect(),
                client: whole(&row[after]),
                person: whole(&row[after + 1]),
                numerator: part(2).unwrap(),
                denominator: part(3).unwrap(),
                value: part(4),
                missing: part(5).unwrap() > 0.0,
            };
            assert!(!one.missing || one.denominator == 0.0, "{code}: {row:?}");
            let spread = question.measures[one.measure].kind == Kind::Spread;
            assert_eq!(one.person.is_some(), spread, "{code}: {row:?}");
            one
        })
        .collect();
    gather(&question.measures, &by, &contributions)
}

fn told(kind: Kind, group: &Group, total: &Group) -> String {
    let short = |value: Option<f64>| {
        value.map_or("-".to_owned(), |value| {
            let text = format!("{value:.3}");
            text.trim_end_matches('0').trim_end_matches('.').to_owned()
        })
    };
    let (above, below) = (
        short(Some(group.numerator())),
        short(Some(group.denominator())),
    );
    let mut line = match kind {
        Kind::Ratio => format!("{above}/{below}"),
        Kind::Count => above,
        Kind::Median => format!("{} of {below}", short(group.median())),
        Kind::Mean => format!("{} of {below}", short(group.mean())),
        Kind::Sums => format!("{above} beside {below}"),
        Kind::Spread => {
            let (spread, persons) = group.spread(1);
            format!("{} between {persons}", short(spread))
        }
        Kind::Relative => short(group.relative(total)),
    };
    if group.missing() > 0 {
        line.push_str(&format!(", {} unknown", group.missing()));
    }
    line
}

/// What a question tells, one line for each measure and group.
pub(crate) fn lines(gathered: &[Gathered]) -> Vec<String> {
    let mut lines = Vec::new();
    for one in gathered {
        let (name, kind) = (&one.measure.name, one.measure.kind);
        for cell in &one.cells {
            let groups: Vec<&str> = cell
                .groups
                .iter()
                .map(|group| group.as_deref().unwrap_or("?"))
                .collect();
            let told = told(kind, cell, &one.total);
            lines.push(format!("{name} {}: {told}", groups.join(" ")));
        }
        if one.cells.is_empty() {
            lines.push(format!("{name}: {}", told(kind, &one.total, &one.total)));
        }
    }
    lines
}

/// What a question tells of the worked cases.
pub(crate) fn of_cases(code: &str, by: &[&str], asked: &Asked) -> Vec<String> {
    lines(&gathered(&views(), code, by, asked))
}

/// The views of the worked cases.
pub(crate) fn views() -> Views {
    demo().views().unwrap()
}
