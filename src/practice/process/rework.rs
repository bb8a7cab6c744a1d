//! Rework: the same activity again in one case, at once (a self-loop) or after something else.

use super::log::EventLog;

/// How often an activity was done again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rework {
    /// The activity.
    pub activity: String,
    /// Cases in which it occurs.
    pub cases: u64,
    /// Cases in which it occurs more than once.
    pub cases_again: u64,
    /// Times that it followed itself directly.
    pub self_loops: u64,
    /// Times that it came back after something else.
    pub repetitions: u64,
}

/// Rework of a log.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reworks {
    /// Cases with at least one event.
    pub cases: u64,
    /// Cases in which some activity occurs more than once.
    pub cases_again: u64,
    /// Every activity that was done again, the most cases first.
    pub activities: Vec<Rework>,
}

/// Counts it.
#[must_use]
pub fn of(log: &EventLog) -> Reworks {
    let mut activities: Vec<Rework> = log
        .activities()
        .iter()
        .map(|name| Rework {
            activity: name.clone(),
            cases: 0,
            cases_again: 0,
            self_loops: 0,
            repetitions: 0,
        })
        .collect();
    // Per activity: the case it was last seen in, and how often there.
    let mut seen: Vec<(usize, u64)> = vec![(usize::MAX, 0); activities.len()];
    let mut all = Reworks::default();
    for case in log.cases().filter(|case| !case.is_empty()) {
        all.cases += 1;
        let mut again = false;
        let mut before = None;
        for code in case.activities {
            let (last, count) = &mut seen[*code as usize];
            let one = &mut activities[*code as usize];
            if *last == case.place {
                *count += 1;
                again = true;
                one.cases_again += u64::from(*count == 2);
                if before == Some(code) {
                    one.self_loops += 1;
                } else {
                    one.repetitions += 1;
                }
            } else {
                (*last, *count) = (case.place, 1);
                one.cases += 1;
            }
            before = Some(code);
        }
        all.cases_again += u64::from(again);
    }
    activities.retain(|one| one.cases_again > 0);
    activities.sort_by(|one, other| {
        let by_name = || one.activity.cmp(&other.activity);
        other.cases_again.cmp(&one.cases_again).then_with(by_name)
    });
    all.activities = activities;
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::practice::process::log::by_hand::log;

    #[test]
    fn what_comes_again_at_once_and_what_comes_back_are_told_apart() {
        let of = of(&log("a a b a ; b b b ; a b ; "));
        assert_eq!((of.cases, of.cases_again), (3, 2));
        let told: Vec<_> = of
            .activities
            .iter()
            .map(|one| {
                let name = one.activity.as_str();
                (
                    name,
                    one.cases,
                    one.cases_again,
                    one.self_loops,
                    one.repetitions,
                )
            })
            .collect();
        assert_eq!(told, [("a", 2, 1, 1, 1), ("b", 3, 1, 2, 0)]);
    }
}
