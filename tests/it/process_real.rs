//! Process analysis of published logs, against figures that other programs published.
//!
//! The logs are not ours to pass on: they are looked for in the folder `WEEGBOEK_DATA`, or in
//! `../shared/data` beside the project, and these tests say so when they are absent. Expected
//! values are those of a commercial tool's own export (`bpic15_1-cases.csv`,
//! `bpic15_1-activities.csv`), of reports made with it, of bupaR's documentation and of pm4py
//! 2.7.23.11.

use std::collections::HashMap;
use std::fs::File;
use std::io::Write as _;
use std::path::PathBuf;

use weegboek::book::process::{XesOptions, read_xes, rule};
use weegboek::practice::process::{EventLog, declare, duration, graph, handover, statistics};

fn data(name: &str) -> Option<PathBuf> {
    let folder = std::env::var_os("WEEGBOEK_DATA").map_or_else(
        || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/data"),
        PathBuf::from,
    );
    let path = folder.join(name);
    if path.exists() {
        return Some(path);
    }
    // Past the test's own capture, so that it is seen.
    let said = format!("skipped: {} is absent\n", path.display());
    let _written = std::io::stderr().write_all(said.as_bytes());
    None
}

fn read(name: &str) -> Option<EventLog> {
    let file = File::open(data(name)?).unwrap();
    Some(read_xes(file, &XesOptions::default(), &mut |_| {}).unwrap())
}

/// Cases, events, activities, variants, neighbours at one moment.
type Counts = (u64, u64, usize, u64, u64);

fn check(name: &str, counts: Counts, days: [f64; 3]) {
    let Some(log) = read(name) else { return };
    let of = statistics::of(&log);
    let found = (
        of.cases,
        of.events,
        of.activities.len(),
        of.variants,
        of.same_time,
    );
    assert_eq!(found, counts, "{name}");
    let time = duration::throughput(&log).unwrap();
    for (found, wanted) in [time.median, time.p90, time.mean].into_iter().zip(days) {
        // Published with three decimals.
        assert!(
            (found - wanted).abs() < 0.000_51,
            "{name}: {found} is not {wanted}"
        );
    }
    // A file's cases are closed, so the durations of closed cases are the same.
    assert_eq!(duration::of(&log).closed, Some(time));
    // Directly-follows pairs are one less than events in each case.
    let pairs: u64 = graph::counts(&log).iter().map(|(_, _, count)| count).sum();
    assert_eq!(pairs, of.events - of.cases);
}

#[test]
fn counts_and_durations_are_those_that_were_published() {
    check(
        "bpic15_1.xes.gz",
        (1_199, 52_217, 398, 1_170, 23_556),
        [61.374, 196.503, 95.719],
    );
    check(
        "bpic15_2.xes.gz",
        (832, 44_354, 410, 828, 23_161),
        [108.479, 330.367, 160.106],
    );
    check(
        "Sepsis.xes.gz",
        (1_050, 15_214, 16, 846, 4_447),
        [5.343, 92.734, 28.469],
    );
}

/// The fields of a line; those with a comma in them stand between quotes.
fn fields(line: &str) -> Vec<String> {
    let (mut fields, mut quoted) = (vec![String::new()], false);
    for sign in line.trim_end().chars() {
        match sign {
            '"' => quoted = !quoted,
            ',' if !quoted => fields.push(String::new()),
            sign => fields.last_mut().unwrap().push(sign),
        }
    }
    fields
}

#[test]
fn every_case_has_the_length_and_duration_that_another_tool_gives_it() {
    let (Some(log), Some(path)) = (read("bpic15_1.xes.gz"), data("bpic15_1-cases.csv")) else {
        return;
    };
    let text = std::fs::read_to_string(path).unwrap();
    let mut wanted: HashMap<String, (usize, i64)> = HashMap::new();
    let mut variants: HashMap<String, Vec<String>> = HashMap::new();
    for line in text.lines().skip(1) {
        let fields = fields(line);
        let (events, millis) = (fields[1].parse().unwrap(), fields[7].parse().unwrap());
        wanted.insert(fields[0].clone(), (events, millis));
        variants
            .entry(fields[2].clone())
            .or_default()
            .push(fields[0].clone());
    }
    assert_eq!(wanted.len(), log.case_count());
    let mut sequences: HashMap<&str, &[u32]> = HashMap::new();
    for case in log.cases() {
        let (low, high) = case.span().unwrap();
        let found = (case.len(), (high - low) / 1_000);
        assert_eq!(
            wanted.get(case.name()),
            Some(&found),
            "case {}",
            case.name()
        );
        sequences.insert(case.name(), case.activities);
    }
    // Cases of one variant there have one sequence here, and other variants another.
    let mut seen = std::collections::HashSet::new();
    for (variant, cases) in &variants {
        let first = sequences[cases[0].as_str()];
        assert!(
            cases.iter().all(|case| sequences[case.as_str()] == first),
            "{variant}"
        );
        assert!(seen.insert(first), "{variant} is another one too");
    }
    assert_eq!(seen.len(), 1_170);
}

#[test]
fn every_activity_occurs_as_often_as_another_tool_says() {
    let (Some(log), Some(path)) = (read("bpic15_1.xes.gz"), data("bpic15_1-activities.csv")) else {
        return;
    };
    let of = statistics::of(&log);
    let found: HashMap<String, u64> = of
        .activities
        .iter()
        // The other tool puts the life cycle behind the name; all of it is complete here.
        .map(|one| (format!("{}-complete", one.activity), one.events))
        .collect();
    let text = std::fs::read_to_string(path).unwrap();
    let mut rows = 0;
    for line in text.lines().skip(1).filter(|line| !line.trim().is_empty()) {
        let fields = fields(line);
        let count: u64 = fields[1].replace(',', "").parse().unwrap();
        assert_eq!(found.get(&fields[0]), Some(&count), "{}", fields[0]);
        rows += 1;
    }
    assert_eq!(rows, 398);
}

#[test]
fn rules_on_the_sepsis_log_are_violated_as_often_as_published() {
    let Some(log) = read("Sepsis.xes.gz") else {
        return;
    };
    for (text, violating) in [
        ("response(ER Registration, ER Triage)", 6),
        ("precedence(ER Triage, ER Sepsis Triage)", 17),
        ("response(IV Antibiotics, Admission NC)", 132),
        ("precedence(IV Antibiotics, Admission NC)", 113),
        ("chain-response(ER Registration, ER Triage)", 79),
        ("alternate-response(CRP, LacticAcid)", 860),
        ("response(Release A, Return ER)", 394),
        ("absence(2, Admission NC)", 313),
        ("coexistence(CRP, LacticAcid)", 147),
    ] {
        let found = declare::check(&rule(text).unwrap().rule, &log);
        assert_eq!(found.cases.violated, violating, "{text}");
        assert_eq!(found.cases.total() + found.vacuous, 1_050, "{text}");
    }
    // bupaR: starts("ER Registration") × and("CRP", "LacticAcid"), where `and` also holds when
    // neither occurs: both false 10, only the second 45, only the first 137, both 858.
    let violating = |text: &str| {
        let found = declare::check(&rule(text).unwrap().rule, &log);
        found
            .violating
            .into_iter()
            .collect::<std::collections::HashSet<_>>()
    };
    let (starts, both) = (
        violating("init(ER Registration)"),
        violating("coexistence(CRP, LacticAcid)"),
    );
    let neither = starts.intersection(&both).count();
    let counts = (neither, starts.len() - neither, both.len() - neither);
    assert_eq!(counts, (10, 45, 137));
    assert_eq!(1_050 - starts.union(&both).count(), 858);
}

#[test]
fn teams_come_from_the_attribute_that_is_asked_for() {
    let Some(log) = read("Sepsis.xes.gz") else {
        return;
    };
    let of = handover::of(&log);
    let between: u64 = of.between.iter().map(|one| one.count).sum();
    // Every pair is within a team, between teams, or of an unknown team.
    assert_eq!(between + of.within + of.unknown, 15_214 - 1_050);
    assert!(of.within > 0 && between > 0);
    assert!(of.between.iter().all(|one| one.from != one.to));
    let options = XesOptions {
        team: "no such key".to_owned(),
        ..XesOptions::default()
    };
    let file = File::open(data("Sepsis.xes.gz").unwrap()).unwrap();
    let log = read_xes(file, &options, &mut |_| {}).unwrap();
    assert!(log.teams().is_empty());
}
