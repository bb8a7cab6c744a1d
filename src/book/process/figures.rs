//! From analyses to tables, every number with the clients behind it.

use super::answer::Cell;
use super::sets;
use super::sheet::{Draft, Gate, Sheet, Slot};
use super::{Analysis, NamedRule};
use crate::practice::disclosure::Rules;
use crate::practice::process::variants::{self, Coarse};
use crate::practice::process::{EventLog, declare, duration, graph, handover, rework, statistics};

/// Columns of a summary.
const SUMMARY: [&str; 5] = ["n", "median", "p90", "mean", "sd"];

pub(super) fn text(cell: Cell) -> Slot {
    Slot::Plain(cell)
}

pub(super) fn activity(name: &str) -> Slot {
    text(Cell::Activity(name.to_owned()))
}

/// The key of an analysis.
pub(super) fn name(analysis: &Analysis) -> &'static str {
    match analysis {
        Analysis::Statistics => "stats",
        Analysis::Graph => "graph",
        Analysis::Variants(_) => "variants",
        Analysis::Durations => "durations",
        Analysis::Waiting(_) => "waiting",
        Analysis::Rework => "rework",
        Analysis::Handover => "handover",
        Analysis::Rules { .. } => "rules",
    }
}

/// The sheet of one analysis.
pub(super) fn of(log: &EventLog, analysis: &Analysis, rules: &Rules) -> Sheet {
    let mut sheet = Sheet::new(name(analysis), log, rules);
    let to = &mut sheet;
    match analysis {
        Analysis::Statistics => statistics_of(to, log),
        Analysis::Graph => {
            let mut through = Through::default();
            edges(to, log, &mut through);
            ends(to, log, &mut through);
            through.add_up(to);
        }
        Analysis::Variants(coarse) => {
            variants_of(to, log, *coarse);
            if *coarse == Coarse::Sets {
                to.answer.notes.push("sets");
            }
        }
        Analysis::Durations => {
            durations(to, log);
            if log.cases().any(|case| case.is_open()) {
                to.answer.notes.push("open-cases");
            }
        }
        Analysis::Waiting(None) => waiting(to, log),
        Analysis::Waiting(Some((from, until))) => waiting_between(to, log, from, until),
        Analysis::Rework => rework_of(to, log),
        Analysis::Handover => {
            handovers(to, log);
            if log.teams().is_empty() {
                to.answer.notes.push("no-teams");
            }
        }
        Analysis::Rules { rules, list } => {
            rules_of(to, log, rules, *list);
            to.answer.notes.push("rules");
        }
    }
    sheet
}

/// Events, by the activity that they are; also their number in all.
pub(super) fn events(sheet: &mut Sheet, log: &EventLog) -> Gate {
    sheet.slice(&["process", "events"], || {
        sets::counted(log, &|case| Some(case.len() as u64))
    })
}

fn statistics_of(sheet: &mut Sheet, log: &EventLog) {
    let found = statistics::of(log);
    let mut numbers = Draft::new("numbers", &["what", "count"]);
    let (cases, all) = sheet.cases();
    let open = sheet.part(all, || sets::cases(log, &|case| case.is_open()));
    let events = events(sheet, log);
    let untimed = sheet.slice(&["process", "without-time"], || {
        sets::counted(log, &|case| {
            let unknown = case.len() - case.times().count();
            (unknown > 0).then_some(unknown as u64)
        })
    });
    let same = sheet.slice(&["process", "same-time"], || {
        sets::counted(log, &|case| {
            let same = (1..case.len()).filter(|at| {
                let before = case.time(at - 1);
                before.is_some() && before == case.time(*at)
            });
            let count = same.count() as u64;
            (count > 0).then_some(count)
        })
    });
    let empty = match all {
        Gate::Open => Gate::Open,
        // Dossiers without an event in the log are nobody's business here.
        _ => Gate::Shut,
    };
    for (what, count, gate) in [
        ("cases", cases, all),
        ("open-cases", found.open_cases, open),
        ("empty-cases", found.empty_cases, empty),
        ("events", found.events, events),
        ("activities", found.activities.len() as u64, all),
        ("variants", found.variants, all),
        ("without-time", found.without_time, untimed),
        ("same-time", found.same_time, same),
    ] {
        let slots = vec![text(Cell::Key("number", what)), Slot::Count(count, gate)];
        numbers.row(&[], slots);
    }
    for (what, moment) in [("first", found.first), ("last", found.last)] {
        // The first and the last day are those of one client.
        let day = moment.map(|at| at.day().to_string());
        let day = Slot::Exact(day.map_or(Cell::Nothing, Cell::Text));
        numbers.row(&[], vec![text(Cell::Key("number", what)), day]);
    }
    let columns = ["activity", "events", "share", "cases", "starts", "ends"];
    let mut activities = Draft::new("activities", &columns);
    let own = Behind::of(sheet, log);
    for one in &found.activities {
        let [has, starts, ends] = own.gates(sheet, log, &one.activity);
        activities.row(
            &[has],
            vec![
                activity(&one.activity),
                Slot::Count(one.events, has),
                Slot::Share([(one.events, has), (found.events, events)]),
                Slot::Count(one.cases, has),
                Slot::Count(one.starts, starts),
                Slot::Count(one.ends, ends),
            ],
        );
    }
    sheet.tables = vec![numbers, activities];
}

/// Who stands behind the activities, their starts and their ends; only under control.
struct Behind {
    sets: Option<[std::collections::HashMap<u32, sets::Parts>; 3]>,
}

impl Behind {
    fn of(sheet: &mut Sheet, log: &EventLog) -> Self {
        let all = || {
            [
                sets::activities(log),
                sets::ends(log, false),
                sets::ends(log, true),
            ]
        };
        let sets = (!sheet.rules().open()).then(all);
        for what in ["starts", "ends"] {
            // Every case begins once and ends once.
            sheet.slice(&["process", what], || sets::cases(log, &|_| true));
        }
        Self { sets }
    }

    fn gates(&self, sheet: &mut Sheet, log: &EventLog, name: &str) -> [Gate; 3] {
        let Some(sets) = &self.sets else {
            return [Gate::Open; 3];
        };
        let code = log.activity_code(name).unwrap_or(u32::MAX);
        let parts = |which: usize| sets[which].get(&code).cloned().unwrap_or_default();
        [
            sheet.figure(&["process", "activity", name], || parts(0)),
            sheet.slice(&["process", "starts"], || parts(1)),
            sheet.slice(&["process", "ends"], || parts(2)),
        ]
    }
}

pub(super) fn edge_gates(
    sheet: &mut Sheet,
    log: &EventLog,
    edge: (u32, u32),
    sets: Option<&sets::Edges>,
) -> [Gate; 2] {
    let Some(sets) = sets else {
        return [Gate::Open; 2];
    };
    let names = [log.activity_name(edge.0), log.activity_name(edge.1)];
    let (counts, times) = sets.get(&edge).cloned().unwrap_or_default();
    let count = sheet.figure(&["process", "edge", names[0], names[1]], || counts);
    if count == Gate::Shut {
        return [Gate::Shut; 2];
    }
    let time = sheet.figure(&["process", "edge-time", names[0], names[1]], || times);
    [count, time]
}

/// The counts of steps from and to every activity: with those that begin or end a case they make
/// up how often the activity was, which another answer tells.
#[derive(Default)]
struct Through {
    from: std::collections::BTreeMap<String, Vec<usize>>,
    to: std::collections::BTreeMap<String, Vec<usize>>,
}

impl Through {
    fn edge(&mut self, (from, to): (&str, &str), cell: Option<usize>) {
        self.from.entry(from.to_owned()).or_default().extend(cell);
        self.to.entry(to.to_owned()).or_default().extend(cell);
    }

    fn add_up(self, sheet: &mut Sheet) {
        for cells in self.from.into_values().chain(self.to.into_values()) {
            sheet.sum(cells);
        }
    }
}

fn edges(sheet: &mut Sheet, log: &EventLog, through: &mut Through) {
    let columns: Vec<&'static str> = ["from", "to", "count", "cases"]
        .into_iter()
        .chain(SUMMARY)
        .collect();
    let mut table = Draft::new("edges", &columns);
    let sets = (!sheet.rules().open()).then(|| sets::edges(log));
    for edge in graph::of(log).edges {
        let [count, time] = if table.has_room(sheet.rules()) {
            edge_gates(sheet, log, (edge.from, edge.to), sets.as_ref())
        } else {
            [Gate::Shut; 2]
        };
        let names = (log.activity_name(edge.from), log.activity_name(edge.to));
        through.edge(names, sheet.counted(edge.count, edge.cases, count));
        let mut row = vec![
            activity(names.0),
            activity(names.1),
            Slot::Count(edge.count, count),
            Slot::Count(edge.cases, count),
        ];
        row.extend(sheet.summary(edge.time, time, sheet.clients(time)));
        table.row(&[count], row);
    }
    sheet.tables.push(table);
}

/// Where cases begin and end.
fn ends(sheet: &mut Sheet, log: &EventLog, through: &mut Through) {
    let mut table = Draft::new("ends", &["activity", "starts", "ends"]);
    let own = Behind::of(sheet, log);
    for one in statistics::of(log).activities {
        if one.starts + one.ends == 0 {
            continue;
        }
        let [_, starts, ends] = own.gates(sheet, log, &one.activity);
        for (count, gate, line) in [
            (one.ends, ends, &mut through.from),
            (one.starts, starts, &mut through.to),
        ] {
            if count > 0 {
                let cell = sheet.counted(count, count, gate);
                line.entry(one.activity.clone()).or_default().extend(cell);
            }
        }
        // Left out whole when both are.
        let gate = if starts == Gate::Shut { ends } else { starts };
        let gates = if gate == Gate::Shut {
            vec![gate]
        } else {
            Vec::new()
        };
        let slots = vec![
            activity(&one.activity),
            Slot::Count(one.starts, starts),
            Slot::Count(one.ends, ends),
        ];
        table.row(&gates, slots);
    }
    sheet.tables.push(table);
}

fn variants_of(sheet: &mut Sheet, log: &EventLog, coarse: Coarse) {
    let mut table = Draft::new("variants", &["steps", "cases", "share", "median", "p90"]);
    let kind = format!("variants {coarse:?}");
    let whole = sheet.slice(&["process", &kind], || sets::cases(log, &|_| true));
    let sets = (!sheet.rules().open()).then(|| sets::variants(log, coarse));
    let all = sheet.cases();
    for one in variants::with_times(log, coarse) {
        let mut gates = [Gate::Open; 2];
        if let Some(sets) = &sets {
            gates = [Gate::Shut; 2];
            if table.has_room(sheet.rules()) && whole != Gate::Shut {
                let (cases, times) = sets.get(&one.activities).cloned().unwrap_or_default();
                gates[0] = sheet.slice(&["process", &kind], || cases);
                if gates[0] != Gate::Shut {
                    let name = format!("{kind} {}", names(log, &one.activities).join("\u{0}"));
                    gates[1] = sheet.figure(&["process", "variant-time", &name], || times);
                }
            }
        }
        let [_, median, p90, _, _] = sheet.summary(one.time, gates[1], sheet.clients(gates[1]));
        table.row(
            &[gates[0]],
            vec![
                text(Cell::Activities(names(log, &one.activities))),
                Slot::Count(one.cases, gates[0]),
                Slot::Share([(one.cases, gates[0]), all]),
                median,
                p90,
            ],
        );
    }
    sheet.tables.push(table);
}

fn names(log: &EventLog, codes: &[u32]) -> Vec<String> {
    let names = codes.iter();
    names
        .map(|code| log.activity_name(*code).to_owned())
        .collect()
}

fn durations(sheet: &mut Sheet, log: &EventLog) {
    let columns: Vec<&'static str> = std::iter::once("which").chain(SUMMARY).collect();
    let mut table = Draft::new("durations", &columns);
    let found = duration::of(log);
    for (which, closed, summary) in [("closed", true, found.closed), ("open", false, found.open)] {
        let gate = sheet.slice(&["process", "duration", which], || {
            sets::durations(log, closed)
        });
        let mut row = vec![text(Cell::Key("which", which))];
        row.extend(sheet.summary(summary, gate, sheet.clients(gate)));
        table.row(&[], row);
    }
    sheet.tables.push(table);
}

fn waiting(sheet: &mut Sheet, log: &EventLog) {
    let columns: Vec<&'static str> = ["from", "to"]
        .into_iter()
        .chain(SUMMARY)
        .chain(["total"])
        .collect();
    let mut table = Draft::new("waiting", &columns);
    let mut edges = graph::of(log).edges;
    // Where most time goes first: the mean times how often.
    let total = |edge: &graph::Edge| {
        edge.time.map_or(0.0, |time| {
            let n = u32::try_from(time.n).unwrap_or(u32::MAX);
            time.mean * f64::from(n)
        })
    };
    edges.sort_by(|one, other| total(other).total_cmp(&total(one)));
    let sets = (!sheet.rules().open()).then(|| sets::edges(log));
    let mut through = Through::default();
    for edge in edges.iter().filter(|edge| edge.time.is_some()) {
        let [count, time] = if table.has_room(sheet.rules()) {
            edge_gates(sheet, log, (edge.from, edge.to), sets.as_ref())
        } else {
            [Gate::Shut; 2]
        };
        let names = (log.activity_name(edge.from), log.activity_name(edge.to));
        through.edge(names, sheet.counted(edge.count, edge.cases, count));
        let mut row = vec![activity(names.0), activity(names.1)];
        row.extend(sheet.summary(edge.time, time, sheet.clients(time)));
        // The exact total beside a mean would give back the count that was rounded.
        row.push(Slot::Exact(Cell::Days(total(edge))));
        table.row(&[count, time], row);
    }
    through.add_up(sheet);
    sheet.tables.push(table);
}

fn waiting_between(sheet: &mut Sheet, log: &EventLog, from: &str, to: &str) {
    let columns: Vec<&'static str> = ["from", "to"].into_iter().chain(SUMMARY).collect();
    let mut table = Draft::new("between", &columns);
    let codes = log.activity_code(from).zip(log.activity_code(to));
    let summary = codes
        .and_then(|(from, to)| graph::until_next(log, from, to))
        .map(|(time, _)| time);
    let gate = sheet.slice(&["process", "between", from, to], || {
        codes.map_or_else(sets::Parts::new, |(from, to)| sets::between(log, from, to))
    });
    let mut row = vec![activity(from), activity(to)];
    row.extend(sheet.summary(summary, gate, sheet.clients(gate)));
    table.row(&[], row);
    sheet.tables.push(table);
}

fn rework_of(sheet: &mut Sheet, log: &EventLog) {
    let columns = [
        "activity",
        "cases",
        "cases-again",
        "share",
        "self-loops",
        "repetitions",
    ];
    let mut table = Draft::new("rework", &columns);
    let found = rework::of(log);
    let sets = (!sheet.rules().open()).then(|| (sets::again(log), sets::activities(log)));
    let who = |code: Option<u32>| {
        let set = sets.as_ref().and_then(|(again, _)| again.get(&code));
        set.cloned().unwrap_or_default()
    };
    let all = sheet.cases();
    let again = (found.cases_again, sheet.part(all.1, || who(None)));
    table.row(
        &[],
        vec![
            text(Cell::Key("row", "any")),
            Slot::Count(all.0, all.1),
            Slot::Count(again.0, again.1),
            Slot::Share([again, all]),
            text(Cell::Nothing),
            text(Cell::Nothing),
        ],
    );
    for one in found.activities {
        let code = log.activity_code(&one.activity);
        let has = || {
            let all = sets.as_ref().zip(code);
            let set = all.and_then(|((_, all), code)| all.get(&code));
            set.cloned().unwrap_or_default()
        };
        let name = one.activity.as_str();
        let has = sheet.figure(&["process", "activity", name], has);
        let more = sheet.figure(&["process", "again", name], || who(code));
        let times = sheet.rules().open();
        // How often at once and how often later are two parts of one number.
        let exact = |count: u64| {
            if times {
                Slot::Count(count, Gate::Open)
            } else {
                text(Cell::Hidden)
            }
        };
        table.row(
            &[has, more],
            vec![
                activity(name),
                Slot::Count(one.cases, has),
                Slot::Count(one.cases_again, more),
                Slot::Share([(one.cases_again, more), (one.cases, has)]),
                exact(one.self_loops),
                exact(one.repetitions),
            ],
        );
    }
    sheet.tables.push(table);
}

fn handovers(sheet: &mut Sheet, log: &EventLog) {
    let mut table = Draft::new("handover", &["from-team", "to-team", "count", "cases"]);
    let sets = (!sheet.rules().open()).then(|| sets::handovers(log));
    for one in handover::of(log).between {
        let gate = sheet.slice(&["process", "handover", &one.from, &one.to], || {
            let key = (one.from.clone(), one.to.clone());
            let set = sets.as_ref().and_then(|sets| sets.get(&key));
            set.cloned().unwrap_or_default()
        });
        table.row(
            &[gate],
            vec![
                text(Cell::Text(one.from)),
                text(Cell::Text(one.to)),
                Slot::Count(one.count, gate),
                Slot::Count(one.cases, gate),
            ],
        );
    }
    sheet.tables.push(table);
}

fn rules_of(sheet: &mut Sheet, log: &EventLog, rules: &[NamedRule], list: bool) {
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
    let mut table = Draft::new("rules", &columns);
    let mut violating = Draft::new("violating", &["rule", "case"]);
    let mut absent = Draft::new("absent", &["rule", "activity"]);
    let (_, all) = sheet.cases();
    for one in rules {
        let found = declare::check(&one.rule, log);
        let name = || match one.key {
            Some(key) => Cell::Key("rule", key),
            None => Cell::Text(one.rule.to_string()),
        };
        let rule = one.rule.to_string();
        // Parts of one whole, which is told: all cases.
        let whole = sheet.slice(&["process", "rule", &rule], || sets::cases(log, &|_| true));
        let whole = if whole == Gate::Shut { all } else { whole };
        let those = |wanted: &dyn Fn(usize) -> bool, count: &dyn Fn(&declare::OfCase) -> u64| {
            let cases = found.by_case.iter().filter(|case| wanted(case.part));
            sets::at(log, cases.map(|case| (case.place, count(case))))
        };
        let mut part = |wanted: &dyn Fn(usize) -> bool| {
            sheet.slice_within(&["process", "rule", &rule], whole, || those(wanted, &|_| 0))
        };
        let gates = [0, 1, 2, 3, 4].map(|which| part(&|part| part == which));
        let asked = sheet.slice(&["process", "rule", &rule], || {
            those(&|part| part != 4, &|_| 0)
        });
        let parts = [
            found.cases.satisfied,
            found.cases.violated,
            found.cases.pending,
            found.cases.unknown,
            found.vacuous,
        ];
        let mut row = vec![
            text(
                one.principle
                    .map_or(Cell::Nothing, |key| Cell::Text(key.to_owned())),
            ),
            text(name()),
            Slot::Count(found.cases.total(), asked),
        ];
        row.extend((0..5).map(|which| Slot::Count(parts[which], gates[which])));
        // Activations tell about the cases that have them.
        let mut activations = |gate: Gate, what: &str, parts: sets::Parts| {
            if gate == Gate::Shut {
                return Gate::Shut;
            }
            sheet.figure(&["process", "activations", what, &rule], || parts)
        };
        let every = activations(
            asked,
            "all",
            those(&|part| part != 4, &|one| one.activations),
        );
        let wrong = activations(
            gates[1],
            "violated",
            those(&|part| part == 1, &|one| one.violated),
        );
        row.push(Slot::Count(found.activations.total(), every));
        row.push(Slot::Count(found.activations.violated, wrong));
        table.row(&[], row);
        for missing in &found.absent {
            absent.row(&[], vec![text(name()), activity(missing)]);
        }
        if list && sheet.rules().open() {
            for place in &found.violating {
                let case = log.case(*place).map_or("", |case| case.name());
                violating.row(&[], vec![text(name()), text(Cell::Text(case.to_owned()))]);
            }
        }
    }
    sheet.tables = vec![table];
    let more = [violating, absent].into_iter();
    sheet.tables.extend(more.filter(|table| !table.is_empty()));
}
