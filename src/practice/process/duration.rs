//! How long cases took: the closed ones in numbers, the open ones apart, both as spells.

use super::log::EventLog;
use super::summary::{DAY_MICROS, Summary};

/// How long a case lasted, or has lasted so far.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Spell {
    /// Place of the case in the log.
    pub case: usize,
    /// Days from its first moment to its last, or to the moment up to which is known what
    /// happened.
    pub days: f64,
    /// Whether it ended; otherwise the days are a lower bound (right-censored).
    pub ended: bool,
}

/// Durations of a log.
#[derive(Debug, Clone, PartialEq)]
pub struct Durations {
    /// Of cases that ended.
    pub closed: Option<Summary>,
    /// Of cases that are still open: so long already.
    pub open: Option<Summary>,
    /// Cases of which no moment is known.
    pub unknown: u64,
}

/// From the earliest moment of each case to its latest, in microseconds; by place.
#[must_use]
pub fn spans(log: &EventLog) -> Vec<Option<i64>> {
    let span = |(low, high): (i64, i64)| high.saturating_sub(low);
    log.cases().map(|case| case.span().map(span)).collect()
}

/// What every case took, whether it ended or not: all that throughput is in other tools.
#[must_use]
pub fn throughput(log: &EventLog) -> Option<Summary> {
    let mut known: Vec<i64> = spans(log).into_iter().flatten().collect();
    Summary::of(&mut known)
}

/// Every case with a known moment, as a spell; what survival analysis asks for.
#[must_use]
pub fn spells(log: &EventLog) -> Vec<Spell> {
    micros(log)
        .into_iter()
        .map(|(case, micros, ended)| Spell {
            case,
            #[expect(clippy::cast_precision_loss, reason = "days need no microseconds")]
            days: micros as f64 / DAY_MICROS,
            ended,
        })
        .collect()
}

fn micros(log: &EventLog) -> Vec<(usize, i64, bool)> {
    let until = log.known_until().map(|moment| moment.0);
    let mut all = Vec::with_capacity(log.case_count());
    for case in log.cases() {
        let Some((low, high)) = case.span() else {
            continue;
        };
        let end = match until {
            Some(until) if case.is_open() => until.max(high),
            _ => high,
        };
        all.push((case.place, end.saturating_sub(low), !case.is_open()));
    }
    all
}

/// Closed and open cases apart.
#[must_use]
pub fn of(log: &EventLog) -> Durations {
    let all = micros(log);
    let some = |ended: bool| {
        let of_kind = all.iter().filter(|(_, _, end)| *end == ended);
        let mut days: Vec<i64> = of_kind.map(|(_, micros, _)| *micros).collect();
        Summary::of(&mut days)
    };
    let with_events = log.cases().filter(|case| !case.is_empty()).count();
    Durations {
        closed: some(true),
        open: some(false),
        unknown: (with_events - all.len()) as u64,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::practice::process::log::by_hand::log;

    #[test]
    fn open_cases_stand_apart_and_run_on_to_what_is_known() {
        // Closed: 4 and 10 days. Open since day 2, and day 12 is the last that is known: 10 so far.
        let log = log("a@0 b@4 ; a@2 b@12 ; a@2 b@3 … ; a@? b@?");
        let of = of(&log);
        let closed = of.closed.unwrap();
        assert_eq!((closed.n, of.unknown), (2, 1));
        assert!((closed.median - 7.0).abs() < 1e-9);
        let open = of.open.unwrap();
        assert!((open.median - 10.0).abs() < 1e-9 && open.n == 1);
        let spells = spells(&log);
        let told: Vec<_> = spells.iter().map(|one| (one.case, one.ended)).collect();
        assert_eq!(told, [(0, true), (1, true), (2, false)]);
        // Throughput as other tools have it counts the open case as if it ended on its last event.
        let all = throughput(&log).unwrap();
        assert!((all.median - 4.0).abs() < 1e-9 && all.n == 3);
    }
}
