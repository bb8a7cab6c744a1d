//! The draw itself: which cases, with which chance.

use std::collections::BTreeMap;

use super::chance::Seed;
use super::frame::{Candidate, Frame};
use crate::base::EventId;

/// How cases are drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// Every case has the same chance.
    Random,
    /// By stratum, each in proportion to its cases and at least one; the same chance within.
    Stratified,
    /// As stratified; within a stratum half of the chance is equal for all and half goes by the
    /// score, so that every case can be drawn and a rate stays estimable.
    RiskWeighted,
    /// Every so many cases in the order of the log, from a start by chance.
    Systematic,
}

/// A drawn case.
#[derive(Debug, Clone, PartialEq)]
pub struct Drawn {
    /// The case.
    pub case: EventId,
    /// Its stratum.
    pub stratum: String,
    /// How many cases of the frame it stands for: one over its chance.
    pub weight: f64,
}

/// How many of a stratum were drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DrawnStratum {
    /// Its key.
    pub key: String,
    /// Cases in the frame.
    pub size: usize,
    /// Cases drawn.
    pub drawn: usize,
}

/// Draws `size` cases, all of them when there are no more. The answer depends on frame, method,
/// size and seed alone.
#[must_use]
pub fn draw(
    frame: &Frame,
    method: Method,
    size: usize,
    seed: Seed,
) -> (Vec<DrawnStratum>, Vec<Drawn>) {
    let mut groups: BTreeMap<&str, Vec<&Candidate>> = BTreeMap::new();
    for case in frame.cases() {
        groups.entry(&case.stratum).or_default().push(case);
    }
    let by_stratum = matches!(method, Method::Stratified | Method::RiskWeighted);
    let all: Vec<&Candidate> = frame.cases().iter().collect();
    let mut drawn: Vec<(&Candidate, f64)> = if by_stratum {
        let sizes: Vec<usize> = groups.values().map(Vec::len).collect();
        let shares = allocate(&sizes, size);
        let mut drawn = Vec::new();
        for ((key, cases), share) in groups.iter().zip(shares) {
            drawn.extend(match method {
                Method::RiskWeighted => by_risk(cases, share, seed, key),
                _ => lowest(cases, share, seed),
            });
        }
        drawn
    } else if method == Method::Systematic {
        systematic(&all, &vec![1; all.len()], size, seed, "")
    } else {
        lowest(&all, size, seed)
    };
    drawn.sort_by_key(|(case, _)| (case.stratum.as_str(), case.place, case.case));
    let strata = groups.iter().map(|(key, cases)| DrawnStratum {
        key: (*key).to_owned(),
        size: cases.len(),
        drawn: drawn
            .iter()
            .filter(|(case, _)| case.stratum == **key)
            .count(),
    });
    let strata = strata.collect();
    let drawn = drawn.into_iter().map(|(case, weight)| Drawn {
        case: case.case,
        stratum: case.stratum.clone(),
        weight,
    });
    (strata, drawn.collect())
}

/// Divides a sample over strata in proportion to their sizes by the largest remainders, at least
/// one each while there are enough, and never more than there are. Of equal remainders the first
/// stratum goes first.
fn allocate(sizes: &[usize], wanted: usize) -> Vec<usize> {
    let all: usize = sizes.iter().sum();
    let wanted = wanted.min(all);
    if all == 0 {
        return vec![0; sizes.len()];
    }
    let mut shares: Vec<usize> = sizes.iter().map(|size| size * wanted / all).collect();
    let mut by_remainder: Vec<usize> = (0..sizes.len()).collect();
    by_remainder.sort_by_key(|at| std::cmp::Reverse(sizes[*at] * wanted % all));
    let missing = wanted - shares.iter().sum::<usize>();
    for at in by_remainder.into_iter().take(missing) {
        shares[at] += 1;
    }
    // A stratum that nothing was drawn from would say nothing; the largest share gives one away.
    while let Some(empty) = (0..sizes.len()).find(|at| shares[*at] == 0 && sizes[*at] > 0) {
        let most = (0..sizes.len()).rev().max_by_key(|at| shares[*at]);
        match most.filter(|at| shares[*at] > 1) {
            Some(most) => {
                shares[most] -= 1;
                shares[empty] += 1;
            }
            None => break,
        }
    }
    shares
}

/// The cases with the lowest numbers: every set of this size is as likely as any other.
fn lowest<'a>(cases: &[&'a Candidate], size: usize, seed: Seed) -> Vec<(&'a Candidate, f64)> {
    let size = size.min(cases.len());
    let mut ordered = by_number(cases, seed);
    ordered.truncate(size);
    let weight = cases.len() as f64 / size.max(1) as f64;
    ordered.into_iter().map(|case| (case, weight)).collect()
}

fn by_number<'a>(cases: &[&'a Candidate], seed: Seed) -> Vec<&'a Candidate> {
    let mut ordered = cases.to_vec();
    ordered.sort_by_key(|case| (seed.number("case", &case.case.to_string()), case.case));
    ordered
}

/// By score with an equal base: the measure of a case is the sum of all scores plus the number of
/// cases times its own score, so that half of the whole is shared equally. A case whose chance
/// would be above one is drawn for certain. Drawn systematically from the cases in an order by
/// chance (Hartley and Rao 1962), which keeps every chance exact.
fn by_risk<'a>(
    cases: &[&'a Candidate],
    size: usize,
    seed: Seed,
    key: &str,
) -> Vec<(&'a Candidate, f64)> {
    let mut left = by_number(cases, seed);
    let mut size = size.min(left.len());
    let mut taken = Vec::new();
    let total: u128 = left.iter().map(|case| u128::from(case.risk)).sum();
    let count = left.len() as u128;
    let measure = |case: &Candidate| match total {
        0 => 1,
        _ => total + count * u128::from(case.risk),
    };
    loop {
        let sum: u128 = left.iter().map(|case| measure(case)).sum();
        let certain = |case: &&Candidate| size as u128 * measure(case) >= sum;
        let (sure, others): (Vec<_>, Vec<_>) = left.iter().copied().partition(certain);
        if size == 0 || sure.is_empty() {
            break;
        }
        size -= sure.len().min(size);
        taken.extend(sure.into_iter().map(|case| (case, 1.0)));
        left = others;
    }
    let measures: Vec<u128> = left.iter().map(|case| measure(case)).collect();
    taken.extend(systematic(&left, &measures, size, seed, key));
    taken
}

/// Every so much of the summed measures, from a start by chance: case `i` is drawn with chance
/// `size × measure / sum`, exactly.
fn systematic<'a>(
    cases: &[&'a Candidate],
    measures: &[u128],
    size: usize,
    seed: Seed,
    key: &str,
) -> Vec<(&'a Candidate, f64)> {
    let size = size.min(cases.len()) as u128;
    let sum: u128 = measures.iter().sum();
    let mut point = seed.below("start", key, sum);
    let mut reached = 0;
    let mut drawn = Vec::new();
    for (case, measure) in cases.iter().zip(measures) {
        reached += measure * size;
        if point < reached {
            drawn.push((*case, sum as f64 / (size * measure) as f64));
            point += sum;
        }
    }
    drawn
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::practice::sampling::frame::tests::{candidate, limits};
    use statrs::distribution::{ChiSquared, ContinuousCDF as _};

    const METHODS: [Method; 4] = [
        Method::Random,
        Method::Stratified,
        Method::RiskWeighted,
        Method::Systematic,
    ];

    /// Forty cases: 24 in one stratum, 12 in another, 4 in a third; scores from 0 to 4.
    fn frame() -> Frame {
        let of = |number: u64| {
            let stratum = match number {
                0..24 => "noord",
                24..36 => "west",
                _ => "zuid",
            };
            candidate(number, stratum, (number % 5) as u32)
        };
        Frame::of((0..40).map(of).collect(), &limits())
    }

    fn ids(drawn: &[Drawn]) -> Vec<EventId> {
        drawn.iter().map(|drawn| drawn.case).collect()
    }

    #[test]
    fn the_draw_repeats_and_another_seed_draws_otherwise() {
        for method in METHODS {
            let once = draw(&frame(), method, 10, Seed(7));
            assert_eq!(once, draw(&frame(), method, 10, Seed(7)), "{method:?}");
            let others = (8..40).filter(|seed| draw(&frame(), method, 10, Seed(*seed)) != once);
            assert!(others.count() > 20, "{method:?}");
        }
    }

    /// A draw that is fixed for ever. The numbers come from a program in another language, written
    /// from the descriptions in this room.
    #[test]
    fn the_draw_is_the_one_that_was_drawn_before() {
        let places = |method| {
            let (_, drawn) = draw(&frame(), method, 8, Seed(0x2025));
            let frame = frame();
            let place = |one: &Drawn| {
                let found = frame.cases().iter().find(|case| case.case == one.case);
                found.unwrap().place
            };
            drawn.iter().map(place).collect::<Vec<_>>()
        };
        assert_eq!(places(Method::Random), FIXED_RANDOM);
        assert_eq!(places(Method::Stratified), FIXED_STRATIFIED);
        assert_eq!(places(Method::RiskWeighted), FIXED_RISK);
        assert_eq!(places(Method::Systematic), FIXED_SYSTEMATIC);
    }

    const FIXED_RANDOM: [u64; 8] = [0, 6, 11, 12, 21, 22, 36, 39];
    const FIXED_STRATIFIED: [u64; 8] = [0, 6, 11, 21, 22, 27, 32, 39];
    const FIXED_RISK: [u64; 8] = [2, 3, 9, 19, 22, 26, 31, 38];
    const FIXED_SYSTEMATIC: [u64; 8] = [0, 5, 10, 15, 20, 25, 30, 35];

    /// Proportional to 24, 12 and 4 of 40: 6, 3, 1 of ten; the weight is what a case stands for.
    #[test]
    fn strata_get_their_share_and_weights_add_up_to_the_frame() {
        for size in [1, 2, 3, 7, 10, 33, 40, 90] {
            for method in METHODS {
                for seed in 0..40 {
                    let (strata, drawn) = draw(&frame(), method, size, Seed(seed));
                    assert_eq!(drawn.len(), size.min(40), "{method:?} {size} {seed}");
                    let mut once = ids(&drawn);
                    once.sort();
                    once.dedup();
                    assert_eq!(once.len(), drawn.len());
                    let of = |key: &str| strata.iter().find(|one| one.key == key).unwrap();
                    if matches!(method, Method::Stratified | Method::RiskWeighted) {
                        if size == 10 {
                            let drawn = ["noord", "west", "zuid"].map(|key| of(key).drawn);
                            assert_eq!(drawn, [6, 3, 1]);
                        }
                        assert!(size < 3 || strata.iter().all(|one| one.drawn > 0));
                    }
                    if method != Method::RiskWeighted && size >= 3 {
                        let sum: f64 = drawn.iter().map(|one| one.weight).sum();
                        assert!((sum - 40.0).abs() < 1e-9, "{method:?} {sum}");
                    }
                }
            }
        }
        assert_eq!(allocate(&[5, 5], 1), [1, 0]);
        assert_eq!(allocate(&[100, 1, 1], 10), [8, 1, 1]);
        assert_eq!(allocate(&[0, 2], 5), [0, 2]);
    }

    /// Every case is drawn as often as its weight says: a chi-square over 2,000 fixed seeds.
    #[test]
    fn every_case_has_the_chance_that_its_weight_says() {
        let frame = frame();
        let rounds = 2_000_u64;
        for method in METHODS {
            let mut seen: BTreeMap<EventId, (u64, f64)> = BTreeMap::new();
            for seed in 0..rounds {
                for one in draw(&frame, method, 10, Seed(seed)).1 {
                    let entry = seen.entry(one.case).or_default();
                    *entry = (entry.0 + 1, one.weight);
                }
            }
            // All forty can be drawn, also those with a score of 0.
            assert_eq!(seen.len(), 40, "{method:?}");
            let part = |(count, weight): &(u64, f64)| {
                let chance = 1.0 / weight;
                let expected = rounds as f64 * chance;
                (*count as f64 - expected).powi(2) / (expected * (1.0 - chance))
            };
            let chi: f64 = seen.values().map(part).sum();
            let p = 1.0 - ChiSquared::new(40.0).unwrap().cdf(chi);
            assert!(p > 0.001, "{method:?}: {chi} {p}");
        }
    }

    /// Half of the chance is equal for all: a case with score 0 keeps half of an equal share, and
    /// the chance of the others grows with their score.
    #[test]
    fn risk_adds_to_an_equal_base() {
        let cases = (0..20).map(|number| candidate(number, "all", u32::from(number == 3) * 3));
        let frame = Frame::of(cases.collect(), &limits());
        // Two of twenty: base 0.05 each; the one with a score gets 1 of the other half as well.
        let mut weights = BTreeMap::new();
        for seed in 0..200 {
            for one in draw(&frame, Method::RiskWeighted, 2, Seed(seed)).1 {
                weights.insert(one.case, one.weight);
            }
        }
        for (case, weight) in weights {
            let risky = case == EventId::derived("case 3");
            // The risky one is certain (1.05 > 1), which leaves one of nineteen for the others.
            let wanted = if risky { 1.0 } else { 19.0 };
            assert!((weight - wanted).abs() < 1e-9, "{weight}");
        }
    }

    #[test]
    fn nothing_to_draw_from_draws_nothing() {
        let empty = Frame::of(Vec::new(), &limits());
        for method in METHODS {
            assert_eq!(draw(&empty, method, 5, Seed(1)), (vec![], vec![]));
            assert!(draw(&frame(), method, 0, Seed(1)).1.is_empty());
        }
    }
}
