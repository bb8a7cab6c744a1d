//! From analyses to tables, with what the norm hides left out.

use super::answer::{Answer, Cell, Table};
use super::{Analysis, NamedRule};
use crate::practice::process::hide::{Norm, ShownSummary};
use crate::practice::process::variants::{self, Coarse};
use crate::practice::process::{
    EventLog, Summary, compare, declare, duration, graph, handover, rework, statistics,
};

/// Columns of a summary.
const SUMMARY: [&str; 5] = ["n", "median", "p90", "mean", "sd"];

fn cells(shown: ShownSummary) -> [Cell; 5] {
    [
        shown.n.map_or(Cell::Nothing, Cell::Count),
        Cell::days(shown.median),
        Cell::days(shown.p90),
        Cell::days(shown.mean),
        Cell::days(shown.sd),
    ]
}

/// A summary whose every duration is another case.
fn of_cases(summary: Option<Summary>, norm: Norm) -> [Cell; 5] {
    cells(norm.summary(summary, summary.map_or(0, |found| found.n as u64)))
}

/// The answer to one analysis.
pub(super) fn of(log: &EventLog, analysis: &Analysis, norm: Norm) -> Answer {
    let cases = log.cases().filter(|case| !case.is_empty()).count() as u64;
    let mut answer = Answer {
        analysis: match analysis {
            Analysis::Statistics => "stats",
            Analysis::Graph => "graph",
            Analysis::Variants(_) => "variants",
            Analysis::Durations => "durations",
            Analysis::Waiting(_) => "waiting",
            Analysis::Rework => "rework",
            Analysis::Handover => "handover",
            Analysis::Rules { .. } => "rules",
        },
        cases: norm.count(cases, cases),
        norm: norm.0,
        tables: Vec::new(),
        notes: Vec::new(),
    };
    if norm.hides() {
        answer.notes.push("hidden");
    }
    if cases == 0 {
        answer.notes.push("no-cases");
    }
    match analysis {
        Analysis::Statistics => answer.tables = statistics_of(log, norm),
        Analysis::Graph => answer.tables = vec![edges(log, norm), ends(log, norm)],
        Analysis::Variants(coarse) => {
            answer.tables = vec![variants_of(log, *coarse, norm, cases)];
            if *coarse == Coarse::Sets {
                answer.notes.push("sets");
            }
        }
        Analysis::Durations => {
            answer.tables = vec![durations(log, norm)];
            if log.cases().any(|case| case.is_open()) {
                answer.notes.push("open-cases");
            }
        }
        Analysis::Waiting(None) => answer.tables = vec![waiting(log, norm)],
        Analysis::Waiting(Some((from, to))) => {
            answer.tables = vec![waiting_between(log, from, to, norm)];
        }
        Analysis::Rework => answer.tables = vec![rework_of(log, norm)],
        Analysis::Handover => {
            answer.tables = vec![handovers(log, norm)];
            if log.teams().is_empty() {
                answer.notes.push("no-teams");
            }
        }
        Analysis::Rules { rules, list } => {
            answer.tables = rules_of(log, rules, *list && !norm.hides(), norm);
            answer.notes.push("rules");
        }
    }
    answer
}

fn statistics_of(log: &EventLog, norm: Norm) -> Vec<Table> {
    let found = statistics::of(log);
    let mut numbers = Table::new("numbers", &["what", "count"]);
    let cases = found.cases;
    for (what, count, of_cases) in [
        ("cases", found.cases, cases),
        ("open-cases", found.open_cases, found.open_cases),
        ("empty-cases", found.empty_cases, found.empty_cases),
        ("events", found.events, cases),
        ("activities", found.activities.len() as u64, cases),
        ("variants", found.variants, cases),
        ("without-time", found.without_time, cases),
        ("same-time", found.same_time, cases),
    ] {
        // The number of kinds is no number of people.
        let shown = match what {
            "activities" | "variants" if norm.shows(of_cases) => Some(count),
            _ => norm.count(count, of_cases),
        };
        numbers
            .rows
            .push(vec![Cell::Key("number", what), Cell::count(shown)]);
    }
    for (what, moment) in [("first", found.first), ("last", found.last)] {
        let day = moment
            .filter(|_| norm.shows(cases))
            .map(|at| at.day().to_string());
        let day = day.map_or(Cell::Nothing, Cell::Text);
        numbers.rows.push(vec![Cell::Key("number", what), day]);
    }
    let mut activities = Table::new(
        "activities",
        &["activity", "events", "share", "cases", "starts", "ends"],
    );
    for one in &found.activities {
        if !norm.shows(one.cases) {
            activities.hidden_rows += 1;
            continue;
        }
        let events = norm.count(one.events, one.cases);
        let share = norm.share(events, Some(norm.rounded(found.events)));
        activities.rows.push(vec![
            Cell::Activity(one.activity.clone()),
            Cell::count(events),
            Cell::share(share),
            Cell::count(norm.count(one.cases, one.cases)),
            Cell::count(norm.count(one.starts, one.starts)),
            Cell::count(norm.count(one.ends, one.ends)),
        ]);
    }
    vec![numbers, activities]
}

fn edges(log: &EventLog, norm: Norm) -> Table {
    let columns: Vec<&'static str> = ["from", "to", "count", "cases"]
        .into_iter()
        .chain(SUMMARY)
        .collect();
    let mut table = Table::new("edges", &columns);
    for edge in graph::of(log).edges {
        if !norm.shows(edge.cases) {
            table.hidden_rows += 1;
            continue;
        }
        let mut row = vec![
            Cell::Activity(log.activity_name(edge.from).to_owned()),
            Cell::Activity(log.activity_name(edge.to).to_owned()),
            Cell::count(norm.count(edge.count, edge.cases)),
            Cell::count(norm.count(edge.cases, edge.cases)),
        ];
        row.extend(cells(norm.summary(edge.time, edge.cases)));
        table.rows.push(row);
    }
    table
}

/// Where cases begin and end.
fn ends(log: &EventLog, norm: Norm) -> Table {
    let mut table = Table::new("ends", &["activity", "starts", "ends"]);
    for one in statistics::of(log).activities {
        if one.starts + one.ends == 0 {
            continue;
        }
        if !norm.shows(one.starts) && !norm.shows(one.ends) {
            table.hidden_rows += 1;
            continue;
        }
        table.rows.push(vec![
            Cell::Activity(one.activity),
            Cell::count(norm.count(one.starts, one.starts)),
            Cell::count(norm.count(one.ends, one.ends)),
        ]);
    }
    table
}

fn variants_of(log: &EventLog, coarse: Coarse, norm: Norm, cases: u64) -> Table {
    let mut table = Table::new("variants", &["steps", "cases", "share", "median", "p90"]);
    for one in variants::with_times(log, coarse) {
        if !norm.shows(one.cases) {
            table.hidden_rows += 1;
            continue;
        }
        let names = one.activities.iter();
        let names = names.map(|code| log.activity_name(*code).to_owned());
        let count = norm.count(one.cases, one.cases);
        let timed = one.time.map_or(0, |time| time.n as u64);
        let shown = norm.summary(one.time, timed);
        table.rows.push(vec![
            Cell::Activities(names.collect()),
            Cell::count(count),
            Cell::share(norm.share(count, Some(norm.rounded(cases)))),
            Cell::days(shown.median),
            Cell::days(shown.p90),
        ]);
    }
    table
}

fn durations(log: &EventLog, norm: Norm) -> Table {
    let columns: Vec<&'static str> = std::iter::once("which").chain(SUMMARY).collect();
    let mut table = Table::new("durations", &columns);
    let found = duration::of(log);
    for (which, summary) in [("closed", found.closed), ("open", found.open)] {
        let mut row = vec![Cell::Key("which", which)];
        row.extend(of_cases(summary, norm));
        table.rows.push(row);
    }
    table
}

fn waiting(log: &EventLog, norm: Norm) -> Table {
    let columns: Vec<&'static str> = ["from", "to"]
        .into_iter()
        .chain(SUMMARY)
        .chain(["total"])
        .collect();
    let mut table = Table::new("waiting", &columns);
    let mut edges = graph::of(log).edges;
    // Where most time goes first: the mean times how often.
    let total = |edge: &graph::Edge| {
        edge.time.map_or(0.0, |time| {
            let n = u32::try_from(time.n).unwrap_or(u32::MAX);
            time.mean * f64::from(n)
        })
    };
    edges.sort_by(|one, other| total(other).total_cmp(&total(one)));
    for edge in edges.iter().filter(|edge| edge.time.is_some()) {
        if !norm.shows(edge.cases) {
            table.hidden_rows += 1;
            continue;
        }
        let mut row = vec![
            Cell::Activity(log.activity_name(edge.from).to_owned()),
            Cell::Activity(log.activity_name(edge.to).to_owned()),
        ];
        row.extend(cells(norm.summary(edge.time, edge.cases)));
        // The exact total beside an exact mean would give back the count that was rounded.
        row.push(if norm.hides() {
            Cell::Nothing
        } else {
            Cell::Days(total(edge))
        });
        table.rows.push(row);
    }
    table
}

fn waiting_between(log: &EventLog, from: &str, to: &str, norm: Norm) -> Table {
    let columns: Vec<&'static str> = ["from", "to"].into_iter().chain(SUMMARY).collect();
    let mut table = Table::new("between", &columns);
    let codes = log.activity_code(from).zip(log.activity_code(to));
    let (summary, cases) = codes.map_or((None, 0), |(from, to)| {
        graph::until_next(log, from, to).map_or((None, 0), |(time, cases)| (Some(time), cases))
    });
    let mut row = vec![
        Cell::Activity(from.to_owned()),
        Cell::Activity(to.to_owned()),
    ];
    row.extend(cells(norm.summary(summary, cases)));
    table.rows.push(row);
    table
}

fn rework_of(log: &EventLog, norm: Norm) -> Table {
    let columns = [
        "activity",
        "cases",
        "cases-again",
        "share",
        "self-loops",
        "repetitions",
    ];
    let mut table = Table::new("rework", &columns);
    let found = rework::of(log);
    let all = norm.count(found.cases, found.cases);
    let again = norm.count(found.cases_again, found.cases_again);
    table.rows.push(vec![
        Cell::Key("row", "any"),
        Cell::count(all),
        Cell::count(again),
        Cell::share(norm.share(again, all)),
        Cell::Nothing,
        Cell::Nothing,
    ]);
    for one in found.activities {
        if !norm.shows(one.cases_again) {
            table.hidden_rows += 1;
            continue;
        }
        let all = norm.count(one.cases, one.cases);
        let again = norm.count(one.cases_again, one.cases_again);
        table.rows.push(vec![
            Cell::Activity(one.activity),
            Cell::count(all),
            Cell::count(again),
            Cell::share(norm.share(again, all)),
            Cell::count(norm.count(one.self_loops, one.cases_again)),
            Cell::count(norm.count(one.repetitions, one.cases_again)),
        ]);
    }
    table
}

fn handovers(log: &EventLog, norm: Norm) -> Table {
    let mut table = Table::new("handover", &["from-team", "to-team", "count", "cases"]);
    for one in handover::of(log).between {
        if !norm.shows(one.cases) {
            table.hidden_rows += 1;
            continue;
        }
        table.rows.push(vec![
            Cell::Text(one.from),
            Cell::Text(one.to),
            Cell::count(norm.count(one.count, one.cases)),
            Cell::count(norm.count(one.cases, one.cases)),
        ]);
    }
    table
}

fn rules_of(log: &EventLog, rules: &[NamedRule], list: bool, norm: Norm) -> Vec<Table> {
    let columns = [
        "principle",
        "rule",
        "asked",
        "satisfied",
        "violated",
        "pending",
        "unknown",
        "vacuous",
        "activations",
        "activations-violated",
    ];
    let mut table = Table::new("rules", &columns);
    let mut violating = Table::new("violating", &["rule", "case"]);
    let mut absent = Table::new("absent", &["rule", "activity"]);
    for one in rules {
        let found = declare::check(&one.rule, log);
        let name = || match one.key {
            Some(key) => Cell::Key("rule", key),
            None => Cell::Text(one.rule.to_string()),
        };
        let parts = [
            found.cases.satisfied,
            found.cases.violated,
            found.cases.pending,
            found.cases.unknown,
            found.vacuous,
        ];
        let shown = parted(parts, norm);
        let asked = found.cases.total();
        let mut row = vec![
            one.principle
                .map_or(Cell::Nothing, |key| Cell::Text(key.to_owned())),
            name(),
            Cell::count(norm.count(asked, asked)),
        ];
        row.extend(shown.map(Cell::count));
        // Activations tell about the cases that have them.
        let of_violated = norm.count(found.activations.violated, found.cases.violated);
        row.push(Cell::count(norm.count(found.activations.total(), asked)));
        row.push(Cell::count(of_violated.filter(|_| shown[1].is_some())));
        table.rows.push(row);
        for activity in &found.absent {
            absent
                .rows
                .push(vec![name(), Cell::Activity(activity.clone())]);
        }
        if list {
            for place in &found.violating {
                let case = log.case(*place).map_or("", |case| case.name());
                violating
                    .rows
                    .push(vec![name(), Cell::Text(case.to_owned())]);
            }
        }
    }
    let mut tables = vec![table];
    tables.extend(
        [violating, absent]
            .into_iter()
            .filter(|table| !table.rows.is_empty()),
    );
    tables
}

/// Parts of one whole: when one part is hidden and no other, the smallest other part is hidden
/// with it, so that subtracting gives nothing back.
fn parted<const N: usize>(parts: [u64; N], norm: Norm) -> [Option<u64>; N] {
    let mut shown = parts.map(|part| norm.count(part, part));
    if shown.iter().filter(|part| part.is_none()).count() == 1 {
        let others = parts.iter().enumerate();
        let smallest = others
            .filter(|(place, part)| **part > 0 && shown[*place].is_some())
            .min_by_key(|(_, part)| **part);
        if let Some((place, _)) = smallest {
            shown[place] = None;
        }
    }
    shown
}

/// Two cohorts beside each other.
pub(super) fn comparison(one: &EventLog, other: &EventLog, norm: Norm) -> Answer {
    let found = compare::of(one, other);
    let [first, second] = &found.sides;
    let mut sides = Table::new("sides", &["what", "one", "other"]);
    type Count = fn(&compare::Side) -> (u64, u64);
    let counts: [(&str, Count); 6] = [
        ("cases", |side| (side.cases, side.cases)),
        ("open-cases", |side| (side.open, side.open)),
        ("events", |side| (side.events, side.cases)),
        ("variants", |side| (side.variants, side.cases)),
        ("cases-again", |side| (side.cases_again, side.cases_again)),
        ("handed-over", |side| (side.handed_over, side.handed_over)),
    ];
    for (what, count) in counts {
        let cell = |side| {
            let (count, cases) = count(side);
            Cell::count(norm.count(count, cases))
        };
        sides
            .rows
            .push(vec![Cell::Key("number", what), cell(first), cell(second)]);
    }
    let durations = [first, second].map(|side| of_cases(side.closed, norm));
    let labels = [
        "closed-n",
        "closed-median",
        "closed-p90",
        "closed-mean",
        "closed-sd",
    ];
    for (place, what) in labels.into_iter().enumerate() {
        let [one, other] = [0, 1].map(|side: usize| durations[side][place].clone());
        sides.rows.push(vec![Cell::Key("number", what), one, other]);
    }
    let columns = [
        "from",
        "to",
        "one",
        "one-share",
        "other",
        "other-share",
        "difference",
    ];
    let mut pairs = Table::new("pairs", &columns);
    let totals = [0, 1].map(|which: usize| {
        let counts = found.pairs.iter().map(|pair| pair.counts[which]);
        norm.rounded(counts.sum())
    });
    for pair in &found.pairs {
        let shows = |which: usize| pair.cases[which] == 0 || norm.shows(pair.cases[which]);
        if !(shows(0) && shows(1) && norm.shows(first.cases) && norm.shows(second.cases)) {
            pairs.hidden_rows += 1;
            continue;
        }
        let counts = [0, 1].map(|which| norm.count(pair.counts[which], pair.cases[which]));
        // Of counts as shown, so that a share gives no rounded count back.
        let shares = [0, 1].map(|which| norm.share(counts[which], Some(totals[which])));
        let side = |which: usize| [Cell::count(counts[which]), Cell::share(shares[which])];
        let difference = shares[0].zip(shares[1]).map(|(one, other)| other - one);
        let mut row = vec![
            Cell::Activity(pair.from.clone()),
            Cell::Activity(pair.to.clone()),
        ];
        row.extend(side(0));
        row.extend(side(1));
        row.push(Cell::share(difference));
        pairs.rows.push(row);
    }
    let cases = first.cases + second.cases;
    let mut notes = vec!["compare"];
    if norm.hides() {
        notes.push("hidden");
    }
    Answer {
        analysis: "compare",
        cases: norm.count(cases, first.cases.min(second.cases)),
        norm: norm.0,
        tables: vec![sides, pairs],
        notes,
    }
}
