//! Which clients stand behind a figure of a log, and what each of them adds to it.

use std::collections::{BTreeMap, HashMap};

use crate::practice::disclosure::Part;
use crate::practice::process::variants::Coarse;
use crate::practice::process::{Case, EventLog, duration};

/// What every client adds.
pub(super) type Parts = BTreeMap<i64, Part>;

/// By pair of activities: counts, and durations.
pub(super) type Edges = HashMap<(u32, u32), (Parts, Parts)>;

/// Microseconds in a thousandth of a day.
const STEP: i64 = 86_400_000;

fn client(case: &Case<'_>) -> i64 {
    let place = || i64::try_from(case.place).unwrap_or(i64::MAX);
    case.client().unwrap_or_else(place)
}

fn filled(log: &EventLog) -> impl Iterator<Item = Case<'_>> {
    log.cases().filter(|case| !case.is_empty())
}

/// Counts a client once, with so much beside it.
fn once(parts: &mut Parts, client: i64, more: u64) {
    let part = parts.entry(client).or_default();
    part.denominator = 1_000;
    let more = i64::try_from(more).unwrap_or(i64::MAX / 2_000);
    part.numerator = part.numerator.saturating_add(more.saturating_mul(1_000));
}

/// Counts one duration of a client.
fn timed(parts: &mut Parts, client: i64, micros: i64) {
    let part = parts.entry(client).or_default();
    part.denominator += 1_000;
    part.numerator = part.numerator.saturating_add(micros / STEP);
}

/// The cases that are wanted, each once.
pub(super) fn cases(log: &EventLog, wanted: &dyn Fn(&Case<'_>) -> bool) -> Parts {
    counted(log, &|case| wanted(case).then_some(0))
}

/// The cases that something is counted in, with the count where it is not the case itself.
pub(super) fn counted(log: &EventLog, count: &dyn Fn(&Case<'_>) -> Option<u64>) -> Parts {
    let mut parts = Parts::new();
    for case in filled(log) {
        if let Some(count) = count(&case) {
            once(&mut parts, client(&case), count);
        }
    }
    parts
}

/// By activity: who has it, and how often.
pub(super) fn activities(log: &EventLog) -> HashMap<u32, Parts> {
    let mut sets: HashMap<u32, Parts> = HashMap::new();
    for case in filled(log) {
        for code in case.activities {
            once(sets.entry(*code).or_default(), client(&case), 1);
        }
    }
    sets
}

/// By activity: who begins or ends with it.
pub(super) fn ends(log: &EventLog, last: bool) -> HashMap<u32, Parts> {
    let mut sets: HashMap<u32, Parts> = HashMap::new();
    for case in filled(log) {
        let code = if last {
            case.activities.last()
        } else {
            case.activities.first()
        };
        if let Some(code) = code {
            once(sets.entry(*code).or_default(), client(&case), 0);
        }
    }
    sets
}

/// By pair: who has one right after the other and how often, and the durations between them.
pub(super) fn edges(log: &EventLog) -> Edges {
    let mut sets = Edges::new();
    for case in filled(log) {
        for (at, pair) in case.activities.windows(2).enumerate() {
            let [from, to] = pair else { continue };
            let (counts, times) = sets.entry((*from, *to)).or_default();
            once(counts, client(&case), 1);
            if let (Some(before), Some(after)) = (case.time(at), case.time(at + 1)) {
                timed(times, client(&case), after.saturating_sub(before));
            }
        }
    }
    sets
}

/// By variant: who follows it, and how long the closed ones took.
pub(super) fn variants(log: &EventLog, coarse: Coarse) -> HashMap<Vec<u32>, (Parts, Parts)> {
    let mut sets: HashMap<Vec<u32>, (Parts, Parts)> = HashMap::new();
    for case in filled(log) {
        let (all, times) = sets.entry(coarse.of(case.activities)).or_default();
        once(all, client(&case), 0);
        if let Some((low, high)) = case.span().filter(|_| !case.is_open()) {
            timed(times, client(&case), high.saturating_sub(low));
        }
    }
    sets
}

/// How long the closed cases took, or the open ones so far.
pub(super) fn durations(log: &EventLog, closed: bool) -> Parts {
    let mut parts = Parts::new();
    for spell in duration::spells(log) {
        if spell.ended == closed
            && let Some(case) = log.case(spell.case)
        {
            let part = parts.entry(client(&case)).or_default();
            part.denominator += 1_000;
            let days = format!("{:.0}", spell.days * 1_000.0).parse();
            part.numerator += days.unwrap_or(0_i64);
        }
    }
    parts
}

/// From an activity to the first later occurrence of another.
pub(super) fn between(log: &EventLog, from: u32, to: u32) -> Parts {
    let mut parts = Parts::new();
    for case in filled(log) {
        for at in (0..case.len()).filter(|at| case.activities.get(*at) == Some(&from)) {
            let next = (at + 1..case.len()).find(|one| case.activities.get(*one) == Some(&to));
            if let Some((after, before)) = next.and_then(|next| case.time(next).zip(case.time(at)))
            {
                timed(&mut parts, client(&case), after.saturating_sub(before));
            }
        }
    }
    parts
}

/// By activity: who does it more than once, and how often again. Under none: who does anything
/// more than once.
pub(super) fn again(log: &EventLog) -> HashMap<Option<u32>, Parts> {
    let mut sets: HashMap<Option<u32>, Parts> = HashMap::new();
    for case in filled(log) {
        let mut seen: HashMap<u32, u64> = HashMap::new();
        for code in case.activities {
            *seen.entry(*code).or_default() += 1;
        }
        for (code, count) in seen.iter().filter(|(_, count)| **count > 1) {
            let parts = sets.entry(Some(*code)).or_default();
            once(parts, client(&case), count - 1);
            once(sets.entry(None).or_default(), client(&case), 0);
        }
    }
    sets
}

/// Whether a team handed over to another in a case, at some step.
pub(super) fn hands_over(case: &Case<'_>, at: usize) -> Option<(u32, u32)> {
    let teams = case.team(at.checked_sub(1)?).zip(case.team(at));
    teams.filter(|(one, other)| one != other)
}

/// By pair of teams: in whose cases the one handed over to the other, and how often.
pub(super) fn handovers(log: &EventLog) -> HashMap<(String, String), Parts> {
    let mut sets: HashMap<(String, String), Parts> = HashMap::new();
    for case in filled(log) {
        for (from, to) in (1..case.len()).filter_map(|at| hands_over(&case, at)) {
            let names = (log.team_name(from).to_owned(), log.team_name(to).to_owned());
            once(sets.entry(names).or_default(), client(&case), 1);
        }
    }
    sets
}

/// The cases at these places, with a count each.
pub(super) fn at(log: &EventLog, places: impl Iterator<Item = (usize, u64)>) -> Parts {
    let mut parts = Parts::new();
    for (place, count) in places {
        if let Some(case) = log.case(place) {
            once(&mut parts, client(&case), count);
        }
    }
    parts
}
