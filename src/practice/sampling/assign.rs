//! Who reads which case, and which cases are read blind by a second person.

use std::collections::BTreeMap;

use super::chance::Seed;
use super::draw::Drawn;
use super::frame::Frame;
use crate::base::EventId;

/// Who reads a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assigned {
    /// The case.
    pub case: EventId,
    /// Who reads it; `None` when the round names no raters.
    pub rater: Option<String>,
    /// Who reads it as well, blind.
    pub second: Option<String>,
}

/// All assignments of a draw.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assignment {
    /// Per drawn case, in the order of the draw.
    pub cases: Vec<Assigned>,
    /// Cases that should have had a second reader and have none, for want of another who may.
    pub without_second: usize,
}

/// Gives every drawn case a reader who took no decision in it, and `double_percent` of them,
/// rounded up, a second one. Cases with the fewest possible readers go first, each to whoever has
/// the fewest so far; chance decides between equals. Nobody learns from it who reads the same case.
#[must_use]
pub fn assign(
    frame: &Frame,
    drawn: &[Drawn],
    raters: &[String],
    double_percent: usize,
    seed: Seed,
) -> Assignment {
    let readers = |case: EventId| -> Vec<&String> {
        let may = |rater: &&String| frame.may_read(case, rater);
        raters.iter().filter(may).collect()
    };
    let name = |purpose: &str, case: EventId| seed.number(purpose, &case.to_string());
    let mut order: Vec<usize> = (0..drawn.len()).collect();
    order.sort_by_key(|at| {
        let case = drawn[*at].case;
        (readers(case).len(), name("turn", case), case)
    });
    let mut double: Vec<usize> = (0..drawn.len())
        .filter(|at| readers(drawn[*at].case).len() > 1)
        .collect();
    double.sort_by_key(|at| (name("second", drawn[*at].case), drawn[*at].case));
    let wanted = (drawn.len() * double_percent.min(100)).div_ceil(100);
    double.truncate(wanted);
    let without_second = match raters.is_empty() {
        true => 0,
        false => wanted - double.len(),
    };
    let mut load: BTreeMap<&String, usize> = BTreeMap::new();
    let mut cases: Vec<Assigned> = drawn
        .iter()
        .map(|drawn| Assigned {
            case: drawn.case,
            rater: None,
            second: None,
        })
        .collect();
    for second in [false, true] {
        for at in order.iter().filter(|at| !second || double.contains(at)) {
            let case = drawn[*at].case;
            let first = cases[*at].rater.clone();
            let others = readers(case).into_iter();
            let others = others.filter(|rater| first.as_ref() != Some(rater));
            let chosen = others.min_by_key(|rater| {
                let had = load.get(rater).copied().unwrap_or_default();
                (had, seed.number("reader", &format!("{case} {rater}")))
            });
            if let Some(chosen) = chosen {
                *load.entry(chosen).or_default() += 1;
                let place = match second {
                    true => &mut cases[*at].second,
                    false => &mut cases[*at].rater,
                };
                *place = Some(chosen.clone());
            }
        }
    }
    Assignment {
        cases,
        without_second,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::practice::sampling::draw::{Method, draw};
    use crate::practice::sampling::frame::tests::{candidate, limits};

    fn raters() -> Vec<String> {
        ["AU-01", "AU-02", "TM-03"].map(str::to_owned).to_vec()
    }

    /// Thirty cases; each rater took decisions in some of them, two of them in five cases.
    fn frame() -> Frame {
        let of = |number: u64| {
            let mut case = candidate(number, "all", 0);
            if number.is_multiple_of(3) {
                case.takers.insert("AU-01".to_owned());
            }
            if number.is_multiple_of(6) {
                case.takers.insert("TM-03".to_owned());
            }
            case
        };
        let mut limits = limits();
        limits.raters = raters();
        Frame::of((0..30).map(of).collect(), &limits)
    }

    #[test]
    fn nobody_reads_their_own_case_and_nobody_reads_one_twice() {
        let frame = frame();
        for seed in 0..300 {
            let (_, drawn) = draw(&frame, Method::Random, 15, Seed(seed));
            let given = assign(&frame, &drawn, &raters(), 20, Seed(seed));
            assert_eq!(given, assign(&frame, &drawn, &raters(), 20, Seed(seed)));
            let mut load: BTreeMap<String, usize> = BTreeMap::new();
            for one in &given.cases {
                let case = frame.cases().iter().find(|case| case.case == one.case);
                let own = &case.unwrap().takers;
                let rater = one.rater.clone().unwrap();
                assert!(!own.contains(&rater) && one.second.as_ref() != Some(&rater));
                assert!(
                    one.second
                        .as_ref()
                        .is_none_or(|second| !own.contains(second))
                );
                *load.entry(rater).or_default() += 1;
            }
            // Three of fifteen, and nobody reads much more than another.
            let double = given.cases.iter().filter(|one| one.second.is_some());
            assert_eq!((double.count(), given.without_second), (3, 0));
            assert!(
                load.values().max().unwrap() - load.values().min().unwrap() <= 3,
                "{load:?}"
            );
        }
    }

    #[test]
    fn without_a_second_reader_it_says_so() {
        let frame = frame();
        let (_, drawn) = draw(&frame, Method::Random, 30, Seed(1));
        let alone = vec!["AU-02".to_owned()];
        let given = assign(&frame, &drawn, &alone, 10, Seed(1));
        assert_eq!(given.without_second, 3);
        assert!(
            given
                .cases
                .iter()
                .all(|one| one.rater.as_deref() == Some("AU-02"))
        );
        let nobody = assign(&frame, &drawn, &[], 10, Seed(1));
        assert_eq!(nobody.without_second, 0);
        assert!(nobody.cases.iter().all(|one| one.rater.is_none()));
    }
}
