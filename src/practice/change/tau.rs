//! Tau and the members of its family, each under its own name.
//!
//! They share one idea (how many pairs rise) and differ in what they divide by, and in whether a
//! trend before the start is taken away. A report must name the one it used.

use super::kendall::{Kendall, above, kendall, trend};
use super::{NoIndex, Phases};
use crate::practice::quantile::median;

/// S between the phases: pairs that rise minus pairs that fall.
#[must_use]
pub fn between(phases: &Phases) -> f64 {
    let signs = phases
        .before
        .iter()
        .flat_map(|one| phases.after.iter().map(|other| above(*other, *one)));
    signs.fold(0.0, |all, sign| all + sign)
}

/// Tau between the phases, without any trend taken away: twice NAP minus 1.
#[must_use]
pub fn tau(phases: &Phases) -> f64 {
    between(phases) / phases.pairs()
}

/// What a tau takes into account.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trend {
    /// The phases only.
    Phases,
    /// The phases, less the trend before.
    LessBefore,
    /// The phases and the trend after, less the trend before.
    AfterLessBefore,
}

/// The variants of one member of the family.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TauU {
    /// S.
    pub s: f64,
    /// S over all pairs that take part (scan's *complete*).
    pub complete: f64,
    /// S over the pairs corrected for ties, as scan prints it; `None` when all is one tie.
    pub tau_b: Option<f64>,
    /// S in standard errors; `None` without a variance.
    pub z: Option<f64>,
}

/// Tau-U over the pairs between the phases, as Parker and others (2011) define it: S between the
/// phases less the trend before, over m × n. It can lie beyond 1.
#[must_use]
pub fn tau_u(phases: &Phases) -> f64 {
    (between(phases) - trend(&phases.before)) / phases.pairs()
}

/// The same comparison with the other denominators in use.
///
/// # Errors
/// [`NoIndex`] when the values cannot be ranked.
pub fn tau_u_of(phases: &Phases, what: Trend) -> Result<TauU, NoIndex> {
    let found = compared(phases, what)?;
    let s = found.s;
    let size = phases.before.len();
    let pairs = match what {
        Trend::Phases => phases.pairs(),
        Trend::LessBefore => phases.pairs() + (size * (size - 1) / 2) as f64,
        Trend::AfterLessBefore => found.pairs,
    };
    let tau_b = match what {
        // Between the phases a tie counts for half a pair.
        Trend::Phases => {
            let ties = phases.before.iter().flat_map(|one| {
                phases
                    .after
                    .iter()
                    .filter(|other| above(**other, *one).abs() < 0.5)
            });
            let under = pairs - ties.count() as f64 / 2.0;
            (under > 0.0).then(|| s / under)
        }
        _ => found.tau_b(),
    };
    Ok(TauU {
        s,
        complete: s / pairs,
        tau_b,
        z: found.z(),
    })
}

/// Ranks the whole series against an order of time in which only the wanted pairs count.
fn compared(phases: &Phases, what: Trend) -> Result<Kendall, NoIndex> {
    let (m, n) = (phases.before.len(), phases.after.len());
    let before = (0..m).map(|place| match what {
        Trend::Phases => 0.0,
        _ => (m - place) as f64,
    });
    let after = (0..n).map(|place| match what {
        Trend::AfterLessBefore => (m + 1 + place) as f64,
        _ => (m + 1) as f64,
    });
    let time: Vec<f64> = before.chain(after).collect();
    let values: Vec<f64> = phases.before.iter().chain(&phases.after).copied().collect();
    kendall(&time, &values)
}

/// The slope of Theil and Sen: the middle of the slopes of all pairs, time counted in
/// measurements. `None` of fewer than two.
#[must_use]
pub fn theil_sen(values: &[f64]) -> Option<f64> {
    let mut slopes = Vec::new();
    for (place, value) in values.iter().enumerate() {
        for (further, next) in values[place + 1..].iter().enumerate() {
            slopes.push((next - value) / (further + 1) as f64);
        }
    }
    median(&slopes)
}

/// Tau of what is left when the Theil–Sen line through the measurements before is taken away
/// from all (Tarlow 2017).
#[must_use]
pub fn tau_bc(phases: &Phases) -> f64 {
    let slope = theil_sen(&phases.before).unwrap_or_default();
    let all: Vec<f64> = phases.before.iter().chain(&phases.after).copied().collect();
    let size = all
        .iter()
        .fold(0.0_f64, |most, value| most.max(value.abs()));
    // What is left of a straight line is rounding; it must stay a tie.
    let grain = (size + slope.abs() * all.len() as f64).max(1.0) * 1e-12;
    let left: Vec<f64> = all
        .iter()
        .enumerate()
        .map(|(place, value)| ((value - slope * place as f64) / grain).round() * grain)
        .collect();
    let (before, after) = left.split_at(phases.before.len());
    tau(&Phases {
        before: before.to_vec(),
        after: after.to_vec(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::practice::change::Wanted;
    use crate::practice::change::published::{long_decrease, near, parker, parker_davis, phases};

    #[test]
    fn published_taus() {
        near(tau(&parker_davis()), 35.0 / 42.0);
        near(tau_u(&parker_davis()), 0.738_095);
        near(tau(&parker()), 16.0 / 20.0);
        near(tau_u(&parker()), 11.0 / 20.0);
        near(tau_u(&long_decrease()), 0.792_857);
    }

    /// Example 3 (scan, Parker2011): the three comparisons with all their denominators.
    #[test]
    fn the_variants_of_scan() {
        let series = phases("2 3 5 3", "4 5 5 7 6", Wanted::Increase);
        near(between(&series), 16.0);
        near(trend(&[2.0, 3.0, 5.0, 3.0]), 3.0);
        near(trend(&[4.0, 5.0, 5.0, 7.0, 6.0]), 7.0);
        near(tau_u(&series), 0.65);
        let check = |what, s: f64, complete: f64, tau_b: f64, z: f64| {
            let found = tau_u_of(&series, what).unwrap();
            near(found.s, s);
            near(found.complete, complete);
            near(found.tau_b.unwrap(), tau_b);
            assert!((found.z.unwrap() - z).abs() < 0.000_05, "{found:?}");
        };
        check(Trend::Phases, 16.0, 0.8, 0.842_105, 2.0017);
        check(Trend::LessBefore, 13.0, 0.5, 0.450_694, 1.5336);
        check(Trend::AfterLessBefore, 20.0, 20.0 / 36.0, 0.589_256, 2.1401);
    }

    /// Example 4 (Tarlow 2017): a series that only goes on rising has no change of its own.
    #[test]
    fn a_trend_that_goes_on_is_no_change() {
        let series = phases("1 2 3 4 5", "6 7 8 9 10", Wanted::Increase);
        near(tau(&series), 1.0);
        near(tau_u(&series), 0.6);
        near(tau_bc(&series), 0.0);
        // The same line with a slope that binary cannot write.
        let thirds: Vec<f64> = (0..10).map(|place| f64::from(place) / 3.0).collect();
        let series = Phases::new(&thirds[..5], &thirds[5..], Wanted::Increase).unwrap();
        near(tau_bc(&series), 0.0);
    }

    /// A fall before and a rise after: (9 + 3) / 9. The known defect of this variant.
    #[test]
    fn tau_u_can_lie_beyond_one() {
        near(
            tau_u(&phases("3 2 1", "4 5 6", Wanted::Increase)),
            12.0 / 9.0,
        );
    }

    /// Slopes of 0 2 1: 2, 0.5 and −1, so the middle is 0.5.
    #[test]
    fn the_middle_slope() {
        near(theil_sen(&[0.0, 2.0, 1.0]).unwrap(), 0.5);
        assert_eq!(theil_sen(&[1.0]), None);
    }
}
