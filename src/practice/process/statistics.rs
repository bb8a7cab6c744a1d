//! A log in numbers: cases, events, activities, variants, first and last activities.

use super::log::EventLog;
use super::variants;
use crate::base::Timestamp;

/// How often an activity occurs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActivityCount {
    /// Its name.
    pub activity: String,
    /// Events.
    pub events: u64,
    /// Cases in which it occurs.
    pub cases: u64,
    /// Cases that begin with it.
    pub starts: u64,
    /// Cases that end with it; of an open case, so far.
    pub ends: u64,
}

/// A log in numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statistics {
    /// Cases with at least one event.
    pub cases: u64,
    /// Cases without any event; they count nowhere else.
    pub empty_cases: u64,
    /// Of the cases, those that may still go on.
    pub open_cases: u64,
    /// Events.
    pub events: u64,
    /// Events whose moment is not known.
    pub without_time: u64,
    /// Different sequences of activities.
    pub variants: u64,
    /// Neighbours in a case with the same moment: only the order of the log tells them apart.
    pub same_time: u64,
    /// Earliest moment.
    pub first: Option<Timestamp>,
    /// Latest moment.
    pub last: Option<Timestamp>,
    /// Every activity, the most frequent first.
    pub activities: Vec<ActivityCount>,
}

/// Counts.
#[must_use]
pub fn of(log: &EventLog) -> Statistics {
    let mut activities: Vec<ActivityCount> = log
        .activities()
        .iter()
        .map(|name| ActivityCount {
            activity: name.clone(),
            events: 0,
            cases: 0,
            starts: 0,
            ends: 0,
        })
        .collect();
    let mut seen_in = vec![usize::MAX; activities.len()];
    let (mut cases, mut empty, mut open, mut known, mut same) = (0, 0, 0, 0, 0);
    let mut span: Option<(i64, i64)> = None;
    for case in log.cases() {
        let (Some(first), Some(last)) = (case.activities.first(), case.activities.last()) else {
            empty += 1;
            continue;
        };
        cases += 1;
        open += u64::from(case.is_open());
        activities[*first as usize].starts += 1;
        activities[*last as usize].ends += 1;
        for code in case.activities {
            let code = *code as usize;
            activities[code].events += 1;
            if seen_in[code] != case.place {
                seen_in[code] = case.place;
                activities[code].cases += 1;
            }
        }
        known += case.times().count() as u64;
        for at in 1..case.len() {
            let (before, after) = (case.time(at - 1), case.time(at));
            same += u64::from(before.is_some() && before == after);
        }
        if let Some((low, high)) = case.span() {
            let (first, last) = span.unwrap_or((low, high));
            span = Some((first.min(low), last.max(high)));
        }
    }
    activities.retain(|one| one.events > 0);
    activities.sort_by(|one, other| {
        let by_name = || one.activity.cmp(&other.activity);
        other.events.cmp(&one.events).then_with(by_name)
    });
    let events = log.event_count() as u64;
    Statistics {
        cases,
        empty_cases: empty,
        open_cases: open,
        events,
        without_time: events - known,
        variants: variants::of(log).len() as u64,
        same_time: same,
        first: span.map(|(first, _)| Timestamp(first)),
        last: span.map(|(_, last)| Timestamp(last)),
        activities,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::practice::process::log::by_hand::{DAY, log};

    #[test]
    fn a_small_log_counts_as_one_counts_by_hand() {
        // Two cases a-b-a, one b alone and open, one without events; one moment unknown, and in
        // the first case b and the second a share day 1.
        let of = of(&log("a@0 b@1 a@1 ; a@3 b@? a@5 ; ; b@2 …"));
        assert_eq!((of.cases, of.empty_cases, of.open_cases), (3, 1, 1));
        assert_eq!((of.events, of.without_time, of.same_time), (7, 1, 1));
        assert_eq!(of.variants, 2);
        assert_eq!(of.first, Some(Timestamp(0)));
        assert_eq!(of.last, Some(Timestamp(5 * DAY)));
        let counts: Vec<_> = of
            .activities
            .iter()
            .map(|one| {
                (
                    one.activity.as_str(),
                    one.events,
                    one.cases,
                    one.starts,
                    one.ends,
                )
            })
            .collect();
        assert_eq!(counts, [("a", 4, 2, 2, 2), ("b", 3, 3, 1, 1)]);
    }
}
