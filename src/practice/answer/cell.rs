//! Contributions of one group, gathered into a cell.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use super::clients::Clients;
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

impl Given {
    /// Adds another part of the same client.
    pub(super) fn add(&mut self, other: &Self) {
        self.numerator += other.numerator;
        self.denominator += other.denominator;
        self.value += other.value;
        self.missing += other.missing;
    }
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
    pub clients: Clients,
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
            clients: Clients::default(),
            organisation: Given::default(),
            persons: BTreeMap::new(),
            values: Vec::new(),
        }
    }

    fn take(&mut self, kind: Kind, one: &Contribution) {
        let given = match one.client {
            Some(client) => self.clients.last_or_new(client),
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
        self.clients.settle();
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

/// Takes contributions one by one, so that a million of them need not be kept.
pub struct Gatherer<'a> {
    measures: &'a [Measure],
    by: Vec<usize>,
    under_way: Vec<UnderWay>,
    groups: Groups,
}

type Groups = Vec<Option<Arc<str>>>;

/// The cells of one measure, and where each group has its own.
struct UnderWay {
    cells: Vec<Cell>,
    places: HashMap<Groups, usize>,
    total: Cell,
    /// The cell of the row before: rows often come group by group.
    last: usize,
}

impl<'a> Gatherer<'a> {
    /// Nothing gathered yet; `by` are places in the question's list of groups.
    #[must_use]
    pub fn new(measures: &'a [Measure], by: &[usize]) -> Self {
        let under_way = measures.iter().map(|_| UnderWay {
            cells: Vec::new(),
            places: HashMap::new(),
            total: Cell::new(Vec::new(), true),
            last: 0,
        });
        Self {
            measures,
            by: by.to_vec(),
            under_way: under_way.collect(),
            groups: Vec::with_capacity(by.len()),
        }
    }

    /// Takes one; a measure that there is not is passed over.
    pub fn take(&mut self, row: &Contribution) {
        let (Some(measure), Some(own)) = (
            self.measures.get(row.measure),
            self.under_way.get_mut(row.measure),
        ) else {
            return;
        };
        own.total.take(measure.kind, row);
        if self.by.is_empty() {
            return;
        }
        let group = |place: &usize| row.groups.get(*place).and_then(Option::as_ref);
        let is_last = own.cells.get(own.last).is_some_and(|cell| {
            cell.groups
                .iter()
                .map(Option::as_ref)
                .eq(self.by.iter().map(group))
        });
        if !is_last {
            self.groups.clear();
            self.groups
                .extend(self.by.iter().map(group).map(Option::<&Arc<str>>::cloned));
            own.last = match own.places.get(self.groups.as_slice()) {
                Some(place) => *place,
                None => {
                    own.places.insert(self.groups.clone(), own.cells.len());
                    own.cells.push(Cell::new(self.groups.clone(), false));
                    own.cells.len() - 1
                }
            };
        }
        if let Some(cell) = own.cells.get_mut(own.last) {
            cell.take(measure.kind, row);
        }
    }

    /// What they came to.
    #[must_use]
    pub fn gathered(self) -> Vec<Gathered> {
        let all = self.measures.iter().zip(self.under_way);
        let gathered = all.map(|(measure, own)| {
            let UnderWay {
                mut cells,
                mut total,
                ..
            } = own;
            let key = |cell: &Cell| -> Vec<(bool, Option<Arc<str>>)> {
                let groups = cell.groups.iter();
                groups.map(|one| (one.is_none(), one.clone())).collect()
            };
            cells.sort_by_cached_key(key);
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
}

/// Gathers contributions over the chosen groups; `by` are places in the question's list.
#[must_use]
pub fn gather(measures: &[Measure], by: &[usize], rows: &[Contribution]) -> Vec<Gathered> {
    let mut gatherer = Gatherer::new(measures, by);
    for row in rows {
        gatherer.take(row);
    }
    gatherer.gathered()
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
