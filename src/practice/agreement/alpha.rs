//! Krippendorff's alpha: any number of judges, any scale, judgements may be missing.

use super::NoAgreement;
use super::seeded::Seeded;
use crate::practice::intervals::Interval;

/// What the difference between two judgements means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scale {
    /// Names only.
    Nominal,
    /// An order without distances.
    Ordinal,
    /// Distances.
    Interval,
}

/// Alpha with what it is made of.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Alpha {
    /// 1 is full agreement, 0 what chance gives.
    pub value: f64,
    /// Things judged by at least two.
    pub n: usize,
    /// Judgements that could be paired.
    pub pairable: usize,
}

/// The judgements of the things judged by at least two, and the values that occur, in order.
fn paired(rows: &[Vec<Option<f64>>]) -> (Vec<Vec<f64>>, Vec<f64>) {
    let units: Vec<Vec<f64>> = rows
        .iter()
        .map(|row| {
            row.iter()
                .flatten()
                .copied()
                .filter(|value| value.is_finite())
                .collect()
        })
        .filter(|given: &Vec<f64>| given.len() >= 2)
        .collect();
    let mut values: Vec<f64> = units.iter().flatten().copied().collect();
    values.sort_by(f64::total_cmp);
    values.dedup_by(|one, other| one.total_cmp(other).is_eq());
    (units, values)
}

/// Alpha of ratings: one row per thing, one cell per judge. Source: Krippendorff 2011, Computing
/// Krippendorff's Alpha-Reliability.
///
/// # Errors
/// [`NoAgreement::NothingInCommon`], [`NoAgreement::NoVariation`].
pub fn krippendorff(rows: &[Vec<Option<f64>>], scale: Scale) -> Result<Alpha, NoAgreement> {
    let (units, values) = paired(rows);
    let places = places(&units, &values);
    let all: Vec<&Vec<usize>> = places.iter().collect();
    alpha(&all, &values, scale)
}

/// The interval that the middle share of `draws` samples of the things, drawn with putting back,
/// gives. The same seed gives the same interval. Draws without variation are left out.
///
/// # Errors
/// As [`krippendorff`].
pub fn krippendorff_interval(
    rows: &[Vec<Option<f64>>],
    scale: Scale,
    confidence: f64,
    draws: usize,
    seed: u64,
) -> Result<Interval, NoAgreement> {
    let (units, values) = paired(rows);
    if units.is_empty() {
        return Err(NoAgreement::NothingInCommon);
    }
    let places = places(&units, &values);
    let mut numbers = Seeded::new(seed);
    let mut found: Vec<f64> = (0..draws)
        .filter_map(|_| {
            let drawn: Vec<&Vec<usize>> = (0..places.len())
                .map(|_| &places[numbers.below(places.len())])
                .collect();
            alpha(&drawn, &values, scale).ok().map(|alpha| alpha.value)
        })
        .collect();
    found.sort_by(f64::total_cmp);
    let tail = (1.0 - confidence.clamp(0.0, 1.0)) / 2.0;
    let (Some(low), Some(high)) = (at_share(&found, tail), at_share(&found, 1.0 - tail)) else {
        return Err(NoAgreement::NoVariation);
    };
    Ok(Interval { low, high })
}

/// The value at a share of a sorted list: the first one with at least that share up to it.
fn at_share(sorted: &[f64], share: f64) -> Option<f64> {
    let wanted = share * sorted.len() as f64;
    let place = (1..=sorted.len()).find(|count| *count as f64 >= wanted - 1e-9)?;
    sorted.get(place - 1).copied()
}

fn places(units: &[Vec<f64>], values: &[f64]) -> Vec<Vec<usize>> {
    let place = |value: &f64| {
        let found = values.binary_search_by(|one| one.total_cmp(value));
        found.unwrap_or_else(|next| next)
    };
    units
        .iter()
        .map(|unit| unit.iter().map(place).collect())
        .collect()
}

fn alpha(units: &[&Vec<usize>], values: &[f64], scale: Scale) -> Result<Alpha, NoAgreement> {
    let kinds = values.len();
    let mut together = vec![vec![0.0; kinds]; kinds];
    let mut pairable = 0;
    for unit in units {
        pairable += unit.len();
        let share = 1.0 / (unit.len() - 1) as f64;
        for (place, one) in unit.iter().enumerate() {
            for (other_place, other) in unit.iter().enumerate() {
                if place != other_place {
                    together[*one][*other] += share;
                }
            }
        }
    }
    if pairable == 0 {
        return Err(NoAgreement::NothingInCommon);
    }
    let totals: Vec<f64> = together.iter().map(|row| row.iter().sum()).collect();
    let (mut seen, mut chance) = (0.0, 0.0);
    for one in 0..kinds {
        for other in 0..kinds {
            let apart = apart(scale, one, other, values, &totals);
            seen += together[one][other] * apart;
            chance += totals[one] * totals[other] * apart;
        }
    }
    if chance <= 0.0 {
        return Err(NoAgreement::NoVariation);
    }
    Ok(Alpha {
        value: 1.0 - (pairable as f64 - 1.0) * seen / chance,
        n: units.len(),
        pairable,
    })
}

/// The squared difference between two values on a scale.
fn apart(scale: Scale, one: usize, other: usize, values: &[f64], totals: &[f64]) -> f64 {
    if one == other {
        return 0.0;
    }
    match scale {
        Scale::Nominal => 1.0,
        Scale::Ordinal => {
            let (low, high) = (one.min(other), one.max(other));
            let between: f64 = totals[low..=high].iter().sum();
            (between - f64::midpoint(totals[low], totals[high])).powi(2)
        }
        Scale::Interval => (values[one] - values[other]).powi(2),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Krippendorff 2011, section C: four observers, twelve things, missing judgements.
    fn published() -> Vec<Vec<Option<f64>>> {
        let observers = [
            "1 2 3 3 2 1 4 1 2 . . .",
            "1 2 3 3 2 2 4 1 2 5 . 3",
            ". 3 3 3 2 3 4 2 2 5 1 .",
            "1 2 3 3 2 4 4 1 2 5 1 .",
        ];
        let cells: Vec<Vec<Option<f64>>> = observers
            .iter()
            .map(|row| row.split(' ').map(|cell| cell.parse().ok()).collect())
            .collect();
        (0..12)
            .map(|thing| cells.iter().map(|row| row[thing]).collect())
            .collect()
    }

    #[test]
    fn alpha_is_what_krippendorff_printed() {
        for (scale, wanted) in [
            (Scale::Nominal, 0.743),
            (Scale::Ordinal, 0.815),
            (Scale::Interval, 0.849),
        ] {
            let found = krippendorff(&published(), scale).unwrap();
            assert!((found.value - wanted).abs() < 0.0005, "{scale:?} {found:?}");
            assert_eq!((found.n, found.pairable), (11, 40));
        }
    }

    #[test]
    fn the_interval_is_the_same_for_the_same_seed() {
        let interval =
            |seed| krippendorff_interval(&published(), Scale::Nominal, 0.95, 400, seed).unwrap();
        let found = interval(7);
        assert_eq!(found, interval(7));
        assert_ne!(found, interval(8));
        assert!(
            found.low < 0.743 && 0.743 < found.high && found.high <= 1.0,
            "{found:?}"
        );
    }

    #[test]
    fn without_variation_or_pairs_there_is_no_alpha() {
        let row = |values: &[f64]| values.iter().map(|value| Some(*value)).collect::<Vec<_>>();
        let same = vec![row(&[2.0, 2.0]), row(&[2.0, 2.0])];
        assert_eq!(
            krippendorff(&same, Scale::Nominal),
            Err(NoAgreement::NoVariation)
        );
        let alone = vec![row(&[2.0]), vec![]];
        assert_eq!(
            krippendorff(&alone, Scale::Interval),
            Err(NoAgreement::NothingInCommon)
        );
        let full = vec![row(&[1.0, 1.0]), row(&[2.0, 2.0])];
        assert!((krippendorff(&full, Scale::Ordinal).unwrap().value - 1.0).abs() < 1e-12);
    }
}
