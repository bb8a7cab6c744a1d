//! The directly-follows graph: which activity came right after which, how often, how long after.

use std::collections::HashMap;

use super::log::EventLog;
use super::summary::Summary;

/// Pairs that are counted in a table; logs with more activities use a map.
const TABLE_LEN_MAX: usize = 1 << 22;

/// One activity right after another.
#[derive(Debug, Clone, PartialEq)]
pub struct Edge {
    /// Code of the first.
    pub from: u32,
    /// Code of the one right after it.
    pub to: u32,
    /// How often.
    pub count: u64,
    /// In how many cases.
    pub cases: u64,
    /// Time from the first to the second, where both moments are known.
    pub time: Option<Summary>,
}

/// The graph, with its edges the most frequent first.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Graph {
    /// Every pair that occurs.
    pub edges: Vec<Edge>,
}

/// Numbers for the pairs that occur, in the order in which they are met.
enum Pairs {
    /// By place in a square of all activities; the largest number means not met yet.
    Table(usize, Vec<u32>),
    Map(HashMap<(u32, u32), u32>),
}

impl Pairs {
    fn new(activities: usize) -> Self {
        match activities.checked_mul(activities) {
            Some(len) if len <= TABLE_LEN_MAX => Self::Table(activities, vec![u32::MAX; len]),
            _ => Self::Map(HashMap::new()),
        }
    }

    /// The number of a pair; `next` when it is new.
    fn number(&mut self, from: u32, to: u32, next: u32) -> u32 {
        match self {
            Self::Table(width, places) => {
                let place = &mut places[from as usize * *width + to as usize];
                if *place == u32::MAX {
                    *place = next;
                }
                *place
            }
            Self::Map(places) => *places.entry((from, to)).or_insert(next),
        }
    }
}

/// How often each pair occurs: one pass, and nothing else. Pairs in the order of their codes.
#[must_use]
pub fn counts(log: &EventLog) -> Vec<(u32, u32, u64)> {
    let width = log.activities().len();
    let mut found = match width.checked_mul(width) {
        Some(len) if len <= TABLE_LEN_MAX => in_table(log, width, len),
        _ => in_map(log),
    };
    found.sort_unstable();
    found
}

fn in_table(log: &EventLog, width: usize, len: usize) -> Vec<(u32, u32, u64)> {
    let mut table = vec![0_u64; len];
    for case in log.cases() {
        let mut row = None;
        for code in case.activities {
            let code = *code as usize;
            if let Some(row) = row {
                table[row + code] += 1;
            }
            row = Some(code * width);
        }
    }
    let mut found = Vec::new();
    for (place, count) in table.iter().enumerate().filter(|(_, count)| **count > 0) {
        let code = |of: usize| u32::try_from(of).unwrap_or(u32::MAX);
        found.push((code(place / width), code(place % width), *count));
    }
    found
}

fn in_map(log: &EventLog) -> Vec<(u32, u32, u64)> {
    let mut map: HashMap<(u32, u32), u64> = HashMap::new();
    for case in log.cases() {
        for pair in case.activities.windows(2) {
            *map.entry((pair[0], pair[1])).or_default() += 1;
        }
    }
    let counted = map.into_iter();
    counted
        .map(|((from, to), count)| (from, to, count))
        .collect()
}

/// The whole graph, with cases and times.
///
/// Times of all pairs stand in one list, those of a pair together, so that memory is that of the
/// list: eight bytes for each event.
#[must_use]
pub fn of(log: &EventLog) -> Graph {
    let mut pairs = Pairs::new(log.activities().len());
    let mut edges: Vec<Edge> = Vec::new();
    let mut last_case: Vec<usize> = Vec::new();
    let mut timed: Vec<usize> = Vec::new();
    let mut each = |edges: &mut Vec<Edge>, timed: &mut Vec<usize>, from, to| -> usize {
        let next = u32::try_from(edges.len()).unwrap_or(u32::MAX);
        let number = pairs.number(from, to, next);
        if number == next {
            edges.push(Edge {
                from,
                to,
                count: 0,
                cases: 0,
                time: None,
            });
            timed.push(0);
        }
        number as usize
    };
    for case in log.cases() {
        for at in 1..case.len() {
            let number = each(
                &mut edges,
                &mut timed,
                case.activities[at - 1],
                case.activities[at],
            );
            let edge = &mut edges[number];
            edge.count += 1;
            if last_case.len() <= number {
                last_case.resize(number + 1, usize::MAX);
            }
            if last_case[number] != case.place {
                last_case[number] = case.place;
                edge.cases += 1;
            }
            let known = case.time(at - 1).is_some() && case.time(at).is_some();
            timed[number] += usize::from(known);
        }
    }
    // Where the times of each pair begin, and how many are in place already.
    let mut starts = Vec::with_capacity(timed.len());
    let mut sum = 0;
    for count in &timed {
        starts.push(sum);
        sum += count;
    }
    let mut times = vec![0_i64; sum];
    let mut filled = starts.clone();
    for case in log.cases() {
        for at in 1..case.len() {
            if let (Some(before), Some(after)) = (case.time(at - 1), case.time(at)) {
                let (from, to) = (case.activities[at - 1], case.activities[at]);
                let number = each(&mut edges, &mut timed, from, to);
                times[filled[number]] = after.saturating_sub(before);
                filled[number] += 1;
            }
        }
    }
    for (number, edge) in edges.iter_mut().enumerate() {
        let range = starts[number]..filled[number];
        edge.time = times.get_mut(range).and_then(Summary::of);
    }
    edges.sort_by_key(|edge| (std::cmp::Reverse(edge.count), edge.from, edge.to));
    Graph { edges }
}

/// The time from an activity to the first later occurrence of another, whatever lies between,
/// and the number of cases in which both are known.
#[must_use]
pub fn until_next(log: &EventLog, from: u32, to: u32) -> Option<(Summary, u64)> {
    let mut times = Vec::new();
    let mut cases = 0;
    for case in log.cases() {
        let before_it = times.len();
        for at in 0..case.len() {
            if case.activities[at] != from {
                continue;
            }
            let next = (at + 1..case.len()).find(|later| case.activities[*later] == to);
            if let Some((after, before)) = next.and_then(|next| case.time(next).zip(case.time(at)))
            {
                times.push(after.saturating_sub(before));
            }
        }
        cases += u64::from(times.len() > before_it);
    }
    Some((Summary::of(&mut times)?, cases))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::practice::process::log::by_hand::log;

    #[test]
    fn edges_have_counts_cases_and_times() {
        // a→b: 2, 4 and, in the second case, 1 day; b→a: 1 day; b→b: unknown.
        let log = log("a@0 b@2 a@3 b@7 ; a@0 b@1 b@?");
        let graph = of(&log);
        let told: Vec<_> = graph
            .edges
            .iter()
            .map(|edge| {
                let names = (log.activity_name(edge.from), log.activity_name(edge.to));
                (names, edge.count, edge.cases, edge.time.map(|time| time.n))
            })
            .collect();
        assert_eq!(
            told,
            [
                (("a", "b"), 3, 2, Some(3)),
                (("b", "a"), 1, 1, Some(1)),
                (("b", "b"), 1, 1, None)
            ]
        );
        let time = graph.edges[0].time.unwrap();
        assert!((time.median - 2.0).abs() < 1e-9);
        assert!((time.mean - 7.0 / 3.0).abs() < 1e-9);
        assert_eq!(counts(&log), [(0, 1, 3), (1, 0, 1), (1, 1, 1)]);
        assert_eq!(in_map(&log).len(), 3);
    }

    #[test]
    fn waiting_looks_over_what_lies_between() {
        let log = log("a@0 x@1 b@4 b@9 ; a@0 x@1 ; a@2 a@3 b@5");
        let (a, b) = (
            log.activity_code("a").unwrap(),
            log.activity_code("b").unwrap(),
        );
        // 4 days, none, then 3 and 2 days.
        let (time, cases) = until_next(&log, a, b).unwrap();
        assert!((time.median - 3.0).abs() < 1e-9);
        assert_eq!((time.n, cases), (3, 2));
    }
}
