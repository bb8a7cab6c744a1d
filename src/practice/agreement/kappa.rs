//! Percentage agreement, Cohen's and Fleiss's kappa, and Gwet's first coefficient.

use super::NoAgreement;

/// What a disagreement weighs between ordered categories.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weights {
    /// Every disagreement weighs the same (plain kappa).
    Plain,
    /// By the distance between the categories.
    Linear,
    /// By the square of that distance.
    Quadratic,
}

impl Weights {
    /// The weight of a disagreement, from 0 (the same) to 1 (the furthest apart).
    fn apart(self, one: usize, other: usize, categories: usize) -> f64 {
        let far = one.abs_diff(other) as f64 / (categories.max(2) - 1) as f64;
        match self {
            Self::Plain => f64::from(u8::from(one != other)),
            Self::Linear => far,
            Self::Quadratic => far * far,
        }
    }
}

/// An agreement figure with what it is made of.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Kappa {
    /// The figure: 1 is full agreement, 0 what chance gives, below 0 less than that.
    pub value: f64,
    /// Agreement that was seen.
    pub observed: f64,
    /// Agreement that chance would give.
    pub by_chance: f64,
    /// Things that count.
    pub n: usize,
}

fn kappa(observed: f64, by_chance: f64, n: usize) -> Result<Kappa, NoAgreement> {
    if 1.0 - by_chance < 1e-12 {
        return Err(NoAgreement::NoVariation);
    }
    Ok(Kappa {
        value: (observed - by_chance) / (1.0 - by_chance),
        observed,
        by_chance,
        n,
    })
}

/// The share of pairs of judges that said the same, over things judged by at least two.
///
/// # Errors
/// [`NoAgreement::NothingInCommon`].
pub fn percent<T: PartialEq>(rows: &[Vec<Option<T>>]) -> Result<f64, NoAgreement> {
    let (mut same, mut all) = (0_usize, 0_usize);
    for row in rows {
        let given: Vec<&T> = row.iter().flatten().collect();
        for (place, one) in given.iter().enumerate() {
            all += given.len() - place - 1;
            same += given[place + 1..]
                .iter()
                .filter(|other| *other == one)
                .count();
        }
    }
    if all == 0 {
        return Err(NoAgreement::NothingInCommon);
    }
    Ok(same as f64 / all as f64)
}

/// The judgements of two judges, as shares.
struct Joint {
    /// Of each pair of categories.
    shares: Vec<Vec<f64>>,
    /// Of each category by the first judge.
    rows: Vec<f64>,
    /// Of each category by the second.
    columns: Vec<f64>,
    n: usize,
}

/// The joint shares of two judges, with the shares of each alone.
fn joint(table: &[Vec<u64>]) -> Result<Joint, NoAgreement> {
    if table.iter().any(|row| row.len() != table.len()) {
        return Err(NoAgreement::NotATable);
    }
    let n: u64 = table.iter().flatten().sum();
    if n == 0 {
        return Err(NoAgreement::NothingInCommon);
    }
    let share = |count: &u64| *count as f64 / n as f64;
    let shares: Vec<Vec<f64>> = table
        .iter()
        .map(|row| row.iter().map(share).collect())
        .collect();
    let column = |place: usize| shares.iter().map(|row| row[place]).sum();
    Ok(Joint {
        rows: shares.iter().map(|row| row.iter().sum()).collect(),
        columns: (0..table.len()).map(column).collect(),
        shares,
        n: usize::try_from(n).unwrap_or(usize::MAX),
    })
}

/// Cohen's kappa of two judges from their square table of counts, categories in order when the
/// weights ask for one. Source: Cohen 1960, 1968.
///
/// # Errors
/// [`NoAgreement`].
pub fn cohen(table: &[Vec<u64>], weights: Weights) -> Result<Kappa, NoAgreement> {
    let Joint {
        shares,
        rows,
        columns,
        n,
    } = joint(table)?;
    let (mut seen, mut chance) = (0.0, 0.0);
    for (one, row) in shares.iter().enumerate() {
        for (other, share) in row.iter().enumerate() {
            let apart = weights.apart(one, other, table.len());
            seen += apart * share;
            chance += apart * rows[one] * columns[other];
        }
    }
    kappa(1.0 - seen, 1.0 - chance, n)
}

/// Gwet's AC1 of two judges; it stays near the observed agreement when almost everything is in
/// one category, where kappa does not. Source: Gwet 2008.
///
/// # Errors
/// [`NoAgreement`].
pub fn gwet(table: &[Vec<u64>]) -> Result<Kappa, NoAgreement> {
    let Joint {
        shares,
        rows,
        columns,
        n,
    } = joint(table)?;
    if table.len() < 2 {
        return Err(NoAgreement::NoVariation);
    }
    let observed: f64 = (0..table.len()).map(|place| shares[place][place]).sum();
    let spread = rows.iter().zip(&columns).map(|(row, column)| {
        let mean = f64::midpoint(*row, *column);
        mean * (1.0 - mean)
    });
    let by_chance = spread.sum::<f64>() / (table.len() - 1) as f64;
    kappa(observed, by_chance, n)
}

/// Fleiss's kappa: per thing, how many judges chose each category. Every thing must have been
/// judged by the same number of judges. Source: Fleiss 1971.
///
/// # Errors
/// [`NoAgreement`].
pub fn fleiss(counts: &[Vec<u64>]) -> Result<Kappa, NoAgreement> {
    let categories = counts.first().map_or(0, Vec::len);
    let judges: u64 = counts.first().map_or(0, |row| row.iter().sum());
    if judges < 2 {
        return Err(NoAgreement::NothingInCommon);
    }
    let fits = |row: &Vec<u64>| row.len() == categories && row.iter().sum::<u64>() == judges;
    if !counts.iter().all(fits) {
        return Err(NoAgreement::NotATable);
    }
    let (n, per_thing) = (counts.len() as f64, judges as f64);
    let agreeing = |row: &Vec<u64>| {
        let squares: f64 = row.iter().map(|count| (*count as f64).powi(2)).sum();
        (squares - per_thing) / (per_thing * (per_thing - 1.0))
    };
    let observed = counts.iter().map(agreeing).sum::<f64>() / n;
    let share = |category: usize| {
        let all: u64 = counts.iter().map(|row| row[category]).sum();
        all as f64 / (n * per_thing)
    };
    let by_chance: f64 = (0..categories)
        .map(|category| share(category).powi(2))
        .sum();
    kappa(observed, by_chance, counts.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(found: f64, wanted: f64, within: f64) {
        assert!((found - wanted).abs() < within, "{found} is not {wanted}");
    }

    fn table(rows: &[&[u64]]) -> Vec<Vec<u64>> {
        rows.iter().map(|row| row.to_vec()).collect()
    }

    /// Cohen 1960, table 2 (200 things, three categories): agreement 0.70, by chance 0.41, kappa
    /// 0.492. Weighted by hand: linear 1 − 0.200/0.380 = 0.473684, quadratic 1 − 0.150/0.275 =
    /// 0.454545 (one step apart: 40 of 200 and chance 0.42; two apart: 20 of 200 and chance 0.17).
    #[test]
    fn cohens_own_example() {
        let table = table(&[&[88, 14, 18], &[10, 40, 10], &[2, 6, 12]]);
        let plain = cohen(&table, Weights::Plain).unwrap();
        near(plain.observed, 0.70, 1e-12);
        near(plain.by_chance, 0.41, 1e-12);
        near(plain.value, 0.492, 0.0005);
        near(
            cohen(&table, Weights::Linear).unwrap().value,
            0.473_684,
            1e-6,
        );
        near(
            cohen(&table, Weights::Quadratic).unwrap().value,
            0.454_545,
            1e-6,
        );
    }

    /// 118, 5, 2 and 0 of 125: nearly everything in one category. By hand: agreement 0.944; kappa
    /// (0.944 − 0.94528)/(1 − 0.94528) = −0.02339; AC1 with mean share 0.972: (0.944 −
    /// 0.054432)/0.945568 = 0.940777.
    #[test]
    fn gwet_stays_where_kappa_falls() {
        let skewed = table(&[&[118, 5], &[2, 0]]);
        near(
            cohen(&skewed, Weights::Plain).unwrap().value,
            -0.023_39,
            0.000_01,
        );
        near(gwet(&skewed).unwrap().value, 0.940_777, 1e-6);
        // And on Cohen's table: mean shares 0.55, 0.30, 0.15 give chance 0.2925.
        let cohens = table(&[&[88, 14, 18], &[10, 40, 10], &[2, 6, 12]]);
        near(gwet(&cohens).unwrap().value, 0.575_972, 1e-6);
    }

    /// Fleiss 1971, table 1: 30 patients, 6 psychiatrists, 5 diagnoses; he prints 0.430.
    #[test]
    fn fleiss_own_example() {
        let text = "00060 03003 01401 00006 03030 20400 00402 20310 20040 00006 \
                    10050 11040 03300 10050 02031 00501 30012 51000 02040 10203 \
                    00006 01050 02013 20040 10041 05010 40002 02040 10500 00006";
        let digit = |letter: char| u64::from(letter.to_digit(10).unwrap());
        let counts: Vec<Vec<u64>> = text
            .split_whitespace()
            .map(|row| row.chars().map(digit).collect())
            .collect();
        near(fleiss(&counts).unwrap().value, 0.430, 0.0005);
    }

    /// The teaching example of ten things and fourteen judges that many textbooks use: 0.210.
    #[test]
    fn fleiss_of_fourteen_judges() {
        let counts = table(&[
            &[0, 0, 0, 0, 14],
            &[0, 2, 6, 4, 2],
            &[0, 0, 3, 5, 6],
            &[0, 3, 9, 2, 0],
            &[2, 2, 8, 1, 1],
            &[7, 7, 0, 0, 0],
            &[3, 2, 6, 3, 0],
            &[2, 5, 3, 2, 2],
            &[6, 5, 2, 1, 0],
            &[0, 2, 2, 3, 7],
        ]);
        let found = fleiss(&counts).unwrap();
        near(found.value, 0.210, 0.0005);
        near(found.observed, 0.378, 0.0005);
        near(found.by_chance, 0.213, 0.0005);
    }

    #[test]
    fn what_cannot_be_counted_is_refused() {
        assert_eq!(
            cohen(&table(&[&[9, 0], &[0, 0]]), Weights::Plain),
            Err(NoAgreement::NoVariation)
        );
        assert_eq!(
            cohen(&table(&[&[1, 2]]), Weights::Plain),
            Err(NoAgreement::NotATable)
        );
        assert_eq!(
            fleiss(&table(&[&[1, 0]])),
            Err(NoAgreement::NothingInCommon)
        );
        assert_eq!(
            fleiss(&table(&[&[2, 0], &[1, 0]])),
            Err(NoAgreement::NotATable)
        );
        assert_eq!(
            gwet(&table(&[&[0, 0], &[0, 0]])),
            Err(NoAgreement::NothingInCommon)
        );
    }

    /// Three judges: ja ja nee has one pair of three the same, ja – nee has none of one.
    #[test]
    fn percentage_counts_pairs() {
        let rows = vec![
            vec![Some("ja"), Some("ja"), Some("nee")],
            vec![Some("ja"), None, Some("nee")],
            vec![Some("ja"), None, None],
        ];
        near(percent(&rows).unwrap(), 0.25, 1e-12);
        assert_eq!(percent(&rows[2..]), Err(NoAgreement::NothingInCommon));
    }
}
