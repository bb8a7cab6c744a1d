//! Handover of work between teams: the next step of a case is taken by another team.

use std::collections::BTreeMap;

use super::log::EventLog;

/// Work that went from one team to another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Handover {
    /// The team that had it.
    pub from: String,
    /// The team that took the next step.
    pub to: String,
    /// How often.
    pub count: u64,
    /// In how many cases.
    pub cases: u64,
}

/// All handovers of a log.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Handovers {
    /// Between different teams, the most frequent first.
    pub between: Vec<Handover>,
    /// Next steps within one team; no handover.
    pub within: u64,
    /// Next steps of which a team is not known.
    pub unknown: u64,
}

/// Counts them.
#[must_use]
pub fn of(log: &EventLog) -> Handovers {
    // Per pair: how often, in how many cases, and the last case it was seen in.
    let mut pairs: BTreeMap<(u32, u32), (u64, u64, usize)> = BTreeMap::new();
    let mut found = Handovers::default();
    for case in log.cases() {
        for at in 1..case.len() {
            match (case.team(at - 1), case.team(at)) {
                (Some(from), Some(to)) if from == to => found.within += 1,
                (Some(from), Some(to)) => {
                    let pair = pairs.entry((from, to)).or_insert((0, 0, usize::MAX));
                    pair.0 += 1;
                    if pair.2 != case.place {
                        (pair.1, pair.2) = (pair.1 + 1, case.place);
                    }
                }
                _ => found.unknown += 1,
            }
        }
    }
    found.between = pairs
        .into_iter()
        .map(|((from, to), (count, cases, _))| Handover {
            from: log.team_name(from).to_owned(),
            to: log.team_name(to).to_owned(),
            count,
            cases,
        })
        .collect();
    found.between.sort_by(|one, other| {
        let names = |of: &Handover| (of.from.clone(), of.to.clone());
        let by_name = || names(one).cmp(&names(other));
        other.count.cmp(&one.count).then_with(by_name)
    });
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::practice::process::log::by_hand::log;

    #[test]
    fn steps_within_a_team_are_no_handover() {
        let of = of(&log("a/n b/n c/z d/n e/z ; a/n b/z c b/z"));
        // First case: n-n within, n-z, z-n, n-z; second: n-z, then twice unknown.
        assert_eq!((of.within, of.unknown), (1, 2));
        let told: Vec<_> = of
            .between
            .iter()
            .map(|one| (one.from.as_str(), one.to.as_str(), one.count, one.cases))
            .collect();
        assert_eq!(told, [("n", "z", 3, 2), ("z", "n", 1, 1)]);
    }
}
