//! Contributions of one group, gathered into a cell.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::measure::{Contribution, Kind, Measure};
use crate::practice::quantile::{MEDIAN, P90, mean, quantile, standard_deviation};

/// What one client adds to a cell.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Given {
    /// Σ numerator.
    pub numerator: f64,
    /// Σ denominator; for a measure of values the number of values.
    pub denominator: f64,
    /// Σ value.
    pub value: f64,
    /// Units that were not known.
    pub missing: u64,
}

/// Numerator and denominator of one professional.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Sum {
    /// Σ numerator.
    pub numerator: f64,
    /// Σ denominator.
    pub denominator: f64,
    /// Distinct clients.
    pub clients: Vec<i64>,
}

/// One group of one measure, before anything is held back. Never shown to a person as it is.
#[derive(Debug, Clone, PartialEq)]
pub struct Cell {
    /// The values of the chosen groups; empty for the total.
    pub groups: Vec<Option<Arc<str>>>,
    /// Whether it is the total over all groups.
    pub total: bool,
    /// What every client adds.
    pub clients: BTreeMap<i64, Given>,
    /// What the organisation adds, which concerns no client.
    pub organisation: Given,
    /// Every professional's part, for a spread.
    pub persons: BTreeMap<i64, Sum>,
    /// Every value, ascending.
    pub values: Vec<f64>,
}

impl Cell {
    fn new(groups: Vec<Option<Arc<str>>>, total: bool) -> Self {
        Self {
            groups,
            total,
            clients: BTreeMap::new(),
            organisation: Given::default(),
            persons: BTreeMap::new(),
            values: Vec::new(),
        }
    }

    fn take(&mut self, kind: Kind, one: &Contribution) {
        let given = match one.client {
            Some(client) => self.clients.entry(client).or_default(),
            None => &mut self.organisation,
        };
        if one.missing {
            given.missing += 1;
            return;
        }
        if kind.of_values() {
            let Some(value) = one.value.filter(|value| value.is_finite()) else {
                given.missing += 1;
                return;
            };
            given.denominator += 1.0;
            given.value += value;
            self.values.push(value);
            return;
        }
        given.numerator += one.numerator;
        given.denominator += one.denominator;
        if let Some(person) = one.person.filter(|_| kind == Kind::Spread) {
            let sum = self.persons.entry(person).or_default();
            sum.numerator += one.numerator;
            sum.denominator += one.denominator;
            sum.clients.extend(one.client);
        }
    }

    fn settle(&mut self) {
        self.values.sort_by(f64::total_cmp);
        for sum in self.persons.values_mut() {
            sum.clients.sort_unstable();
            sum.clients.dedup();
        }
    }

    fn all(&self) -> impl Iterator<Item = &Given> {
        self.clients.values().chain([&self.organisation])
    }

    /// Σ numerator.
    #[must_use]
    pub fn numerator(&self) -> f64 {
        self.all().map(|given| given.numerator).sum()
    }

    /// Σ denominator; for a measure of values the number of values.
    #[must_use]
    pub fn denominator(&self) -> f64 {
        self.all().map(|given| given.denominator).sum()
    }

    /// Units that were not known.
    #[must_use]
    pub fn missing(&self) -> u64 {
        self.all().map(|given| given.missing).sum()
    }

    /// Numerator over denominator.
    #[must_use]
    pub fn ratio(&self) -> Option<f64> {
        let denominator = self.denominator();
        (denominator > 0.0).then(|| self.numerator() / denominator)
    }

    /// The median of the values.
    #[must_use]
    pub fn median(&self) -> Option<f64> {
        quantile(&self.values, MEDIAN)
    }

    /// The 90th percentile of the values.
    #[must_use]
    pub fn p90(&self) -> Option<f64> {
        quantile(&self.values, P90)
    }

    /// The mean of the values.
    #[must_use]
    pub fn mean(&self) -> Option<f64> {
        mean(self.values.iter().copied())
    }

    /// The standard deviation of the values.
    #[must_use]
    pub fn deviation(&self) -> Option<f64> {
        standard_deviation(self.values.iter().copied())
    }

    /// Highest minus lowest share of the professionals who have at least `least` clients here,
    /// and how many professionals those are.
    #[must_use]
    pub fn spread(&self, least: usize) -> (Option<f64>, usize) {
        let enough = self.persons.values();
        let enough = enough.filter(|sum| sum.clients.len() >= least && sum.denominator > 0.0);
        let shares: Vec<f64> = enough.map(|sum| sum.numerator / sum.denominator).collect();
        let high = shares.iter().copied().max_by(f64::total_cmp);
        let low = shares.iter().copied().min_by(f64::total_cmp);
        let spread = high.zip(low).filter(|_| shares.len() > 1);
        (spread.map(|(high, low)| high - low), shares.len())
    }

    /// The share of this group in the numerator of `total`, divided by its share in the
    /// denominator.
    #[must_use]
    pub fn relative(&self, total: &Self) -> Option<f64> {
        let part = |own: f64, whole: f64| (whole > 0.0).then(|| own / whole);
        let above = part(self.numerator(), total.numerator())?;
        let below = part(self.denominator(), total.denominator())?;
        (below > 0.0).then(|| above / below)
    }
}

/// One measure of a question, gathered.
#[derive(Debug, Clone, PartialEq)]
pub struct Gathered {
    /// The measure.
    pub measure: Measure,
    /// One cell for each group, in the order of their values; unknown comes last.
    pub cells: Vec<Cell>,
    /// Everything together.
    pub total: Cell,
}

/// Gathers contributions over the chosen groups; `by` are places in the question's list.
#[must_use]
pub fn gather(measures: &[Measure], by: &[usize], rows: &[Contribution]) -> Vec<Gathered> {
    type Key = Vec<(bool, Option<Arc<str>>)>;
    let mut all: Vec<(BTreeMap<Key, Cell>, Cell)> = measures
        .iter()
        .map(|_| (BTreeMap::new(), Cell::new(Vec::new(), true)))
        .collect();
    for row in rows {
        let (Some(measure), Some((cells, total))) =
            (measures.get(row.measure), all.get_mut(row.measure))
        else {
            continue;
        };
        let groups: Vec<_> = by
            .iter()
            .map(|place| row.groups.get(*place).cloned().flatten())
            .collect();
        let key: Key = groups
            .iter()
            .map(|one| (one.is_none(), one.clone()))
            .collect();
        total.take(measure.kind, row);
        if !by.is_empty() {
            let cell = cells.entry(key).or_insert_with(|| Cell::new(groups, false));
            cell.take(measure.kind, row);
        }
    }
    let gathered = measures
        .iter()
        .zip(all)
        .map(|(measure, (cells, mut total))| {
            let mut cells: Vec<Cell> = cells.into_values().collect();
            cells.iter_mut().for_each(Cell::settle);
            total.settle();
            Gathered {
                measure: measure.clone(),
                cells,
                total,
            }
        });
    gathered.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn measure(kind: Kind) -> Measure {
        Measure {
            name: "m".to_owned(),
            kind,
            title_nl: String::new(),
            title_en: String::new(),
        }
    }

    fn row(team: Option<&str>, client: i64, numerator: f64, denominator: f64) -> Contribution {
        Contribution {
            measure: 0,
            groups: vec![team.map(Arc::from)],
            client: Some(client),
            person: None,
            numerator,
            denominator,
            value: None,
            missing: false,
        }
    }

    fn same(found: Option<f64>, wanted: f64) {
        assert!((found.unwrap() - wanted).abs() < 1e-12, "{found:?}");
    }

    /// By hand: team A 3 of 4 over two clients, unknown team 1 of 1; together 4 of 5.
    #[test]
    fn contributions_are_gathered_per_group_and_unknown_comes_last() {
        let rows = [
            row(None, 3, 1.0, 1.0),
            row(Some("a"), 1, 2.0, 2.0),
            row(Some("a"), 2, 1.0, 2.0),
            Contribution {
                missing: true,
                ..row(Some("a"), 9, 0.0, 0.0)
            },
        ];
        let answer = gather(&[measure(Kind::Ratio)], &[0], &rows);
        let cells = &answer[0].cells;
        assert_eq!(cells.len(), 2);
        assert_eq!(cells[0].groups, [Some(Arc::from("a"))]);
        same(cells[0].ratio(), 0.75);
        assert_eq!(cells[0].missing(), 1);
        assert_eq!(cells[1].groups, [None]);
        same(answer[0].total.ratio(), 0.8);
        // Team A: 3/4 of the numerator, 4/5 of the denominator.
        same(cells[0].relative(&answer[0].total), 0.9375);
    }

    #[test]
    fn a_value_that_is_not_there_is_missing_and_not_zero() {
        let value = |client, value| Contribution {
            value,
            ..row(None, client, 0.0, 0.0)
        };
        let rows = [value(1, Some(10.0)), value(2, None), value(3, Some(20.0))];
        let answer = gather(&[measure(Kind::Median)], &[], &rows);
        same(answer[0].total.median(), 15.0);
        assert_eq!(answer[0].total.missing(), 1);
        assert!(answer[0].cells.is_empty());
    }

    /// By hand: one professional 2 of 2, another 1 of 4, a third has one client only.
    #[test]
    fn a_spread_leaves_out_who_has_too_few_clients() {
        let of = |person, client, numerator| Contribution {
            person: Some(person),
            ..row(None, client, numerator, 1.0)
        };
        let rows = [
            of(1, 1, 1.0),
            of(1, 2, 1.0),
            of(2, 3, 1.0),
            of(2, 4, 0.0),
            of(2, 5, 0.0),
            of(2, 6, 0.0),
            of(3, 7, 0.0),
        ];
        let answer = gather(&[measure(Kind::Spread)], &[], &rows);
        let (spread, persons) = answer[0].total.spread(2);
        same(spread, 0.75);
        assert_eq!(persons, 2);
    }
}
