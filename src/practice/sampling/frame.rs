//! The frame of a draw: the cases that could have been drawn, and those left out with the reason.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::digest::sha256;
use crate::base::{Day, Digest, EventId};

/// A case that a round could look at, by what was known when the frame was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// The first event of the dossier, which names it for ever.
    pub case: EventId,
    /// Where the dossier begins in the log; the order of a systematic draw.
    pub place: u64,
    /// The stratum it belongs to.
    pub stratum: String,
    /// First and last day on which something happened in it.
    pub active: (Day, Day),
    /// Days on which it was looked at before.
    pub seen: Vec<Day>,
    /// Who took, led or permitted a decision in it.
    pub takers: BTreeSet<String>,
    /// Whether a person confirmed that it is shielded well enough; `None` when that is not asked.
    pub confirmed: Option<bool>,
    /// Whether an earlier draw of this round has it.
    pub drawn_before: bool,
    /// Whether it may be seen again soon, because this round repeats the one that saw it.
    pub again: bool,
    /// The documented score of a risk-weighted draw: open questions in it, by kind.
    pub risk: u32,
}

/// Why a case is left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// Nobody of the round may read it: all took a decision in it.
    OwnCase,
    /// It was looked at within the time that a case is left in peace.
    RecentlySeen,
    /// Nothing happened in it in the period that is read.
    OutsidePeriod,
    /// Nobody confirmed that it is shielded well enough.
    NotConfirmed,
    /// An earlier draw of this round has it.
    DrawnBefore,
}

impl Reason {
    /// Every reason.
    pub const ALL: [Self; 5] = [
        Self::OwnCase,
        Self::RecentlySeen,
        Self::OutsidePeriod,
        Self::NotConfirmed,
        Self::DrawnBefore,
    ];

    /// Its code in events and texts.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::OwnCase => "own-case",
            Self::RecentlySeen => "recently-seen",
            Self::OutsidePeriod => "outside-period",
            Self::NotConfirmed => "not-confirmed",
            Self::DrawnBefore => "drawn-before",
        }
    }
}

/// What a round looks at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limits {
    /// First day of the period that is read.
    pub from: Option<Day>,
    /// Last day of it.
    pub until: Option<Day>,
    /// Day of the draw.
    pub on: Day,
    /// For so many days a case that was looked at is left in peace.
    pub rest_days: i32,
    /// Who will read; empty when that is not settled yet.
    pub raters: Vec<String>,
}

/// A case that is left out, with the reason.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LeftOut {
    /// The case.
    pub case: EventId,
    /// Why.
    pub reason: Reason,
}

/// The cases that can be drawn, in the order of the log within each stratum.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Frame {
    cases: Vec<Candidate>,
    left_out: Vec<LeftOut>,
    takers: BTreeMap<EventId, BTreeSet<String>>,
}

impl Frame {
    /// Sorts the candidates into those that can be drawn and those that cannot.
    #[must_use]
    pub fn of(candidates: Vec<Candidate>, limits: &Limits) -> Self {
        let mut frame = Self::default();
        for candidate in candidates {
            let takers = candidate.takers.clone();
            frame.takers.insert(candidate.case, takers);
            match limits.reason(&candidate) {
                Some(reason) => frame.left_out.push(LeftOut {
                    case: candidate.case,
                    reason,
                }),
                None => frame.cases.push(candidate),
            }
        }
        let order = |case: &Candidate| (case.stratum.clone(), case.place, case.case);
        frame.cases.sort_by_key(order);
        frame.left_out.sort_by_key(|left| left.case);
        frame
    }

    /// The cases that can be drawn.
    #[must_use]
    pub fn cases(&self) -> &[Candidate] {
        &self.cases
    }

    /// The cases that are left out, by their ids.
    #[must_use]
    pub fn left_out(&self) -> &[LeftOut] {
        &self.left_out
    }

    /// Whether somebody took no decision in a case, drawn or left out.
    #[must_use]
    pub fn may_read(&self, case: EventId, who: &str) -> bool {
        let takers = self.takers.get(&case);
        takers.is_none_or(|takers| !takers.contains(who))
    }

    /// SHA-256 over `weegboek frame 1` and one line `<case> <score> <stratum>` per case, in the
    /// order of the ids, each ended by a line feed.
    #[must_use]
    pub fn digest(&self) -> Digest {
        let mut cases: Vec<&Candidate> = self.cases.iter().collect();
        cases.sort_by_key(|case| case.case);
        let mut text = "weegboek frame 1\n".to_owned();
        for case in cases {
            text.push_str(&format!("{} {} {}\n", case.case, case.risk, case.stratum));
        }
        sha256(&[text.as_bytes()])
    }
}

impl Limits {
    /// Why a case is left out; the first reason that holds, in this order.
    fn reason(&self, case: &Candidate) -> Option<Reason> {
        let (first, last) = case.active;
        if case.drawn_before {
            return Some(Reason::DrawnBefore);
        }
        if self.from.is_some_and(|from| last < from)
            || self.until.is_some_and(|until| first > until)
        {
            return Some(Reason::OutsidePeriod);
        }
        let lately = |day: &Day| {
            let ago = self.on.days_since(*day);
            (0..self.rest_days).contains(&ago)
        };
        if !case.again && case.seen.iter().any(lately) {
            return Some(Reason::RecentlySeen);
        }
        if case.confirmed == Some(false) {
            return Some(Reason::NotConfirmed);
        }
        let may = |rater: &String| !case.takers.contains(rater);
        let nobody = !self.raters.is_empty() && !self.raters.iter().any(may);
        nobody.then_some(Reason::OwnCase)
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    pub(in crate::practice::sampling) fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    pub(in crate::practice::sampling) fn candidate(
        number: u64,
        stratum: &str,
        risk: u32,
    ) -> Candidate {
        Candidate {
            case: EventId::derived(&format!("case {number}")),
            place: number,
            stratum: stratum.to_owned(),
            active: (day("2025-01-01"), day("2025-06-30")),
            seen: Vec::new(),
            takers: BTreeSet::new(),
            confirmed: None,
            drawn_before: false,
            again: false,
            risk,
        }
    }

    pub(in crate::practice::sampling) fn limits() -> Limits {
        Limits {
            from: Some(day("2025-01-01")),
            until: Some(day("2025-12-31")),
            on: day("2026-01-15"),
            rest_days: 365,
            raters: vec!["TM-01".to_owned(), "AU-02".to_owned()],
        }
    }

    fn reason(change: impl FnOnce(&mut Candidate)) -> Option<Reason> {
        let mut case = candidate(1, "all", 0);
        change(&mut case);
        let frame = Frame::of(vec![case], &limits());
        assert_eq!(frame.cases().len() + frame.left_out().len(), 1);
        frame.left_out().first().map(|left| left.reason)
    }

    #[test]
    fn every_case_is_in_the_frame_or_left_out_with_a_reason() {
        assert_eq!(reason(|_| {}), None);
        let own = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
        // One of the two raters took a decision: the other can still read it.
        assert_eq!(reason(|case| case.takers = own(&["TM-01"])), None);
        assert_eq!(
            reason(|case| case.takers = own(&["TM-01", "AU-02"])),
            Some(Reason::OwnCase)
        );
        // Seen 365 days before is long enough ago, 364 is not.
        assert_eq!(reason(|case| case.seen = vec![day("2025-01-15")]), None);
        let lately = |case: &mut Candidate| case.seen = vec![day("2025-01-16")];
        assert_eq!(reason(lately), Some(Reason::RecentlySeen));
        let again = |case: &mut Candidate| {
            lately(case);
            case.again = true;
        };
        assert_eq!(reason(again), None);
        let before = |case: &mut Candidate| case.active = (day("2024-01-01"), day("2024-12-31"));
        assert_eq!(reason(before), Some(Reason::OutsidePeriod));
        let after = |case: &mut Candidate| case.active = (day("2026-01-01"), day("2026-01-02"));
        assert_eq!(reason(after), Some(Reason::OutsidePeriod));
        assert_eq!(reason(|case| case.confirmed = Some(true)), None);
        assert_eq!(
            reason(|case| case.confirmed = Some(false)),
            Some(Reason::NotConfirmed)
        );
        assert_eq!(
            reason(|case| case.drawn_before = true),
            Some(Reason::DrawnBefore)
        );
    }

    #[test]
    fn the_digest_is_that_of_the_cases_and_not_of_their_order() {
        let cases: Vec<_> = (0..9).map(|number| candidate(number, "all", 0)).collect();
        let frame = Frame::of(cases.clone(), &limits());
        let mut turned = cases.clone();
        turned.reverse();
        assert_eq!(Frame::of(turned, &limits()), frame);
        let fewer = Frame::of(cases[1..].to_vec(), &limits());
        assert_ne!(fewer.digest(), frame.digest());
        let mut other = cases;
        other[0].risk = 1;
        assert_ne!(Frame::of(other, &limits()).digest(), frame.digest());
    }
}
