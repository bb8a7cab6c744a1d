//! Attribute sampling: how many records a check needs, and what a finding says about all of them.
//!
//! A sample of `n` with at most `k` deviations supports *not more than a share `p`* when the chance
//! of so few deviations, were the share `p`, is at most one minus the confidence. With a known
//! population the chance is hypergeometric, else binomial; the Poisson form is the older textbook's.

use statrs::distribution::{ChiSquared, ContinuousCDF as _, DiscreteCDF as _, Hypergeometric};
use statrs::function::beta::beta_reg;

use super::beta_quantile;

/// The largest sample that is looked for.
pub const SAMPLE_MAX: u64 = 100_000;

/// How many deviations the planner expects to find.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Foreseen {
    /// This many, whatever the size of the sample.
    Count(u64),
    /// This share of the sample, rounded up to a whole deviation.
    Rate(f64),
}

impl Foreseen {
    /// Deviations in a sample of this size. Rounded before it is raised, because 0.035 × 400 is
    /// just above 14 in binary and would become 15.
    fn of(self, size: u64) -> u64 {
        match self {
            Self::Count(count) => count,
            Self::Rate(rate) => {
                let expected = (rate * size as f64 * 1e9).round() / 1e9;
                (0..=size)
                    .find(|whole| *whole as f64 >= expected)
                    .unwrap_or(size)
            }
        }
    }
}

/// Why there is no sample of the wanted strength.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NoSample {
    /// A share or confidence is not between 0 and 1.
    #[error("a share or confidence does not lie between 0 and 1")]
    NotAChance,
    /// As many deviations are expected as are tolerated.
    #[error("as many deviations are expected as are tolerated")]
    ExpectsTooMuch,
    /// No sample up to the largest one is strong enough.
    #[error("no sample of at most {SAMPLE_MAX} records is strong enough")]
    TooLarge,
}

fn is_chance(value: f64) -> bool {
    value > 0.0 && value < 1.0
}

/// The chance of at most `found` deviations in `size` records when the share is `rate`.
#[must_use]
pub fn at_most(found: u64, size: u64, rate: f64) -> f64 {
    if found >= size {
        return 1.0;
    }
    beta_reg((size - found) as f64, found as f64 + 1.0, 1.0 - rate)
}

/// The same, drawn without putting back from `population` records with `deviating` deviations.
fn at_most_of(found: u64, size: u64, population: u64, deviating: u64) -> f64 {
    Hypergeometric::new(population, deviating, size).map_or(1.0, |chance| chance.cdf(found))
}

/// The smallest sample that supports *not more than `tolerable`* at this confidence when as many
/// deviations are found as were foreseen. With a population, its tolerable number is rounded to
/// whole records. Source: AICPA Audit Guide 2017, appendix A; Touw & Hoogduin 2011.
///
/// # Errors
/// [`NoSample`].
pub fn sample_size(
    confidence: f64,
    tolerable: f64,
    foreseen: Foreseen,
    population: Option<u64>,
) -> Result<u64, NoSample> {
    if !is_chance(confidence) || !is_chance(tolerable) {
        return Err(NoSample::NotAChance);
    }
    if let Foreseen::Rate(rate) = foreseen {
        if !(0.0..1.0).contains(&rate) {
            return Err(NoSample::NotAChance);
        }
        if rate >= tolerable {
            return Err(NoSample::ExpectsTooMuch);
        }
    }
    let risk = 1.0 - confidence;
    let most = population.map_or(SAMPLE_MAX, |all| all.min(SAMPLE_MAX));
    let deviating = population.map(|all| {
        let wanted = (tolerable * all as f64).round();
        (0..=all)
            .find(|whole| *whole as f64 >= wanted)
            .unwrap_or(all)
    });
    let enough = |size: &u64| {
        let found = foreseen.of(*size);
        let chance = match (population, deviating) {
            (Some(all), Some(deviating)) => at_most_of(found, *size, all, deviating),
            _ => at_most(found, *size, tolerable),
        };
        found < *size && chance <= risk + 1e-12
    };
    // Without a rate the chance only falls; with one it jumps, so every size is tried.
    (1..=most).find(enough).ok_or(NoSample::TooLarge)
}

/// The upper limit of the share, one-sided: Clopper–Pearson, or with a population the largest
/// number of deviations that this sample does not contradict, as a share of the population.
/// `None` when the counts cannot be.
#[must_use]
pub fn upper_limit(found: u64, size: u64, confidence: f64, population: Option<u64>) -> Option<f64> {
    if size == 0 || found > size || !is_chance(confidence) {
        return None;
    }
    let Some(all) = population else {
        let (x, n) = (found as f64, size as f64);
        return Some(match found {
            _ if found == size => 1.0,
            _ => beta_quantile(confidence, x + 1.0, n - x),
        });
    };
    if size > all {
        return None;
    }
    let risk = 1.0 - confidence;
    let possible = |deviating: &u64| at_most_of(found, size, all, *deviating) > risk;
    // What was not looked at may all deviate, so these bounds are the widest there are.
    let most = (found..=all - (size - found)).rev().find(possible)?;
    Some(most as f64 / all as f64)
}

/// The factor of the Poisson tables: the upper limit of the number of deviations when `found`
/// were found.
#[must_use]
pub fn poisson_factor(confidence: f64, found: u64) -> Option<f64> {
    let freedom = 2.0 * (found as f64 + 1.0);
    let chi = ChiSquared::new(freedom).ok()?;
    is_chance(confidence).then(|| chi.inverse_cdf(confidence) / 2.0)
}

/// The Poisson form of the sample: the factor over the tolerable share, rounded up.
///
/// # Errors
/// [`NoSample`].
pub fn poisson_sample_size(confidence: f64, tolerable: f64, found: u64) -> Result<u64, NoSample> {
    let factor = poisson_factor(confidence, found).filter(|_| is_chance(tolerable));
    let size = factor.ok_or(NoSample::NotAChance)? / tolerable;
    let found = (1..=SAMPLE_MAX).find(|whole| *whole as f64 >= size - 1e-9);
    found.ok_or(NoSample::TooLarge)
}

/// The true chance of accepting at one of several looks when the share is `rate`. Each look is a
/// total size so far and the most deviations with which it is accepted; sizes must grow.
///
/// Looking again with the rule of a single look is what makes stop-or-go riskier than it says.
#[must_use]
pub fn stop_or_go_risk(rate: f64, looks: &[(u64, u64)]) -> Option<f64> {
    if !is_chance(rate) || !looks.windows(2).all(|pair| pair[0].0 < pair[1].0) {
        return None;
    }
    // Chance of each number of deviations so far, among those not accepted yet.
    let mut open = vec![1.0];
    let (mut seen, mut accepted) = (0, 0.0);
    for (size, most) in looks {
        for _ in seen..*size {
            let mut next = vec![0.0; open.len() + 1];
            for (count, chance) in open.iter().enumerate() {
                next[count] += chance * (1.0 - rate);
                next[count + 1] += chance * rate;
            }
            open = next;
        }
        seen = *size;
        for (count, chance) in open.iter_mut().enumerate() {
            if count as u64 <= *most {
                accepted += std::mem::take(chance);
            }
        }
    }
    Some(accepted)
}

/// What one stratum was checked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stratum {
    /// Deviations found.
    pub found: u64,
    /// Records looked at.
    pub size: u64,
    /// Records there are.
    pub population: u64,
}

/// The share of all records by weighing each stratum by its population; `None` when a stratum
/// was not looked at.
#[must_use]
pub fn stratified_rate(strata: &[Stratum]) -> Option<f64> {
    let all: u64 = strata.iter().map(|stratum| stratum.population).sum();
    let looked_at = |stratum: &Stratum| stratum.size > 0 && stratum.found <= stratum.size;
    if all == 0 || !strata.iter().all(looked_at) {
        return None;
    }
    let weighed = strata
        .iter()
        .map(|stratum| stratum.found as f64 / stratum.size as f64 * stratum.population as f64);
    Some(weighed.sum::<f64>() / all as f64)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sizes(confidence: f64, tolerable: &[f64], foreseen: Foreseen) -> Vec<u64> {
        let size = |rate: &f64| sample_size(confidence, *rate, foreseen, None).unwrap();
        tolerable.iter().map(size).collect()
    }

    const TOLERABLE: [f64; 11] = [
        0.02, 0.03, 0.04, 0.05, 0.06, 0.07, 0.08, 0.09, 0.1, 0.15, 0.2,
    ];

    /// AICPA Audit Guide Audit Sampling 2017, tables A-1 (5 % risk) and A-2 (10 % risk).
    #[test]
    fn sample_sizes_are_those_of_the_american_guide() {
        let none = Foreseen::Rate(0.0);
        assert_eq!(
            sizes(0.95, &TOLERABLE, none),
            [149, 99, 74, 59, 49, 42, 36, 32, 29, 19, 14]
        );
        assert_eq!(
            sizes(0.90, &TOLERABLE, none),
            [114, 76, 57, 45, 38, 32, 28, 25, 22, 15, 11]
        );
        let at_five = |rate| sample_size(0.95, 0.05, Foreseen::Rate(rate), None).unwrap();
        for rate in [0.0025, 0.005, 0.0075, 0.01] {
            assert_eq!(at_five(rate), 93, "{rate}");
        }
        let rates = [0.0125, 0.0175, 0.02, 0.025, 0.03, 0.035, 0.04];
        assert_eq!(rates.map(at_five), [124, 153, 181, 234, 361, 624, 1348]);
        // The guide prints 112 in these two places; exact arithmetic says 113.
        for rate in [0.0325, 0.035] {
            let size = sample_size(0.90, 0.07, Foreseen::Rate(rate), None);
            assert_eq!(size, Ok(113), "{rate}");
        }
    }

    /// 0.035 × 400 is 14.000000000000002 in binary and must still be 14 deviations.
    #[test]
    fn a_whole_number_of_deviations_stays_whole() {
        assert_eq!(Foreseen::Rate(0.035).of(400), 14);
        assert_eq!(Foreseen::Rate(0.01).of(93), 1);
        assert_eq!(Foreseen::Rate(0.0).of(59), 0);
    }

    /// Table A-3 of the same guide: per cent, rounded up to one decimal.
    #[test]
    fn upper_limits_are_those_of_the_american_guide() {
        let raised = |found, size| {
            let percent = upper_limit(found, size, 0.95, None).unwrap() * 100.0;
            (percent * 10.0 - 1e-9).ceil() / 10.0
        };
        for (size, wanted) in [
            (60, [4.9, 7.7, 10.2, 12.5]),
            (100, [3.0, 4.7, 6.2, 7.6]),
            (150, [2.0, 3.2, 4.2, 5.1]),
            (200, [1.5, 2.4, 3.2, 3.9]),
        ] {
            let found = [0, 1, 2, 3].map(|found| raised(found, size));
            assert_eq!(format!("{found:?}"), format!("{wanted:?}"), "{size}");
        }
        // The textbook example: 3 and 6 of 150 give 5.1 % and 7.8 %, rounded up as well.
        assert_eq!(
            format!("{:?}", (raised(3, 150), raised(6, 150))),
            "(5.1, 7.8)"
        );
    }

    /// Touw & Hoogduin 2011, Statistiek voor audit en controlling, pages 125 and 126.
    #[test]
    fn sample_sizes_and_limits_are_those_of_the_dutch_textbook() {
        let of = |rate| [0, 1, 2, 3].map(|k| sizes(0.95, &[rate], Foreseen::Count(k))[0]);
        assert_eq!(of(0.01), [299, 473, 628, 773]);
        assert_eq!(of(0.05), [59, 93, 124, 153]);
        assert_eq!(of(0.10), [29, 46, 61, 76]);
        assert_eq!(of(0.15), [19, 30, 40, 50]);
        assert_eq!(of(0.20), [14, 22, 30, 37]);
        let finite = |k| sample_size(0.90, 0.05, Foreseen::Count(k), Some(1200)).unwrap();
        assert_eq!((finite(0), finite(2)), (45, 102));
        let limits = [0, 1, 2, 3].map(|x| upper_limit(x, 102, 0.90, Some(1200)).unwrap());
        for (found, wanted) in limits.iter().zip([0.0208, 0.0358, 0.0492, 0.0625]) {
            assert!((found - wanted).abs() < 0.000_05, "{found} {wanted}");
        }
    }

    /// The Dutch SRA sampling model (Poisson), 95 %, materiality 5 to 25 %; and the printed factors.
    #[test]
    fn the_poisson_form_gives_the_printed_factors() {
        let sizes =
            [0.05, 0.10, 0.15, 0.20, 0.25].map(|rate| poisson_sample_size(0.95, rate, 0).unwrap());
        assert_eq!(sizes, [60, 30, 20, 15, 12]);
        let printed = [2.9957, 4.7439, 6.2958, 7.7537, 9.1535, 10.5130];
        for (found, wanted) in (0..).zip(printed) {
            assert!((poisson_factor(0.95, found).unwrap() - wanted).abs() < 0.000_05);
        }
        for (found, wanted) in (0..).zip([23_026.0, 38_897.0, 53_223.0, 66_808.0]) {
            assert!((poisson_factor(0.90, found).unwrap() * 1e4 - wanted).abs() < 0.5);
        }
    }

    /// Exact figures for a true rate of 5 % when the single-look rule is used at every look.
    #[test]
    fn looking_again_raises_the_risk() {
        let looks = [(59, 0), (93, 1), (124, 2), (153, 3)];
        for (count, wanted) in [(1, 0.0485), (2, 0.0748), (3, 0.0926), (4, 0.1062)] {
            let risk = stop_or_go_risk(0.05, &looks[..count]).unwrap();
            assert!((risk - wanted).abs() < 0.000_05, "{risk} {wanted}");
        }
        assert!(stop_or_go_risk(0.05, &[(93, 1), (59, 0)]).is_none());
    }

    /// Derks et al. 2022: 2, 1, 0 of 6, 7, 7 in strata of 8, 11, 11. Pooled as one sample it is
    /// 3 of 20; weighed, (2/6×8 + 1/7×11)/30 = 0.141270.
    #[test]
    fn strata_are_weighed_by_what_they_hold() {
        let stratum = |found, size, population| Stratum {
            found,
            size,
            population,
        };
        let strata = [stratum(2, 6, 8), stratum(1, 7, 11), stratum(0, 7, 11)];
        assert!((stratified_rate(&strata).unwrap() - 0.141_270).abs() < 1e-6);
        let pooled = upper_limit(3, 20, 0.95, None).unwrap();
        assert!((beta_reg(4.0, 17.0, pooled) - 0.95).abs() < 1e-9);
    }

    #[test]
    fn what_cannot_be_is_refused() {
        let rate = Foreseen::Rate;
        assert_eq!(
            sample_size(0.95, 0.05, rate(0.05), None),
            Err(NoSample::ExpectsTooMuch)
        );
        assert_eq!(
            sample_size(1.0, 0.05, rate(0.0), None),
            Err(NoSample::NotAChance)
        );
        assert_eq!(sample_size(0.95, 0.05, rate(0.0), Some(20)), Ok(19));
        assert_eq!(
            sample_size(0.95, 0.05, Foreseen::Count(1), Some(20)),
            Err(NoSample::TooLarge)
        );
        assert!(upper_limit(5, 4, 0.95, None).is_none());
        assert!(upper_limit(0, 30, 0.95, Some(20)).is_none());
        assert_eq!(upper_limit(4, 4, 0.95, None), Some(1.0));
    }
}
