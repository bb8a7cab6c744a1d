//! What of one cell cannot be shown whatever the other cells are.

use super::rules::{Reason, Rules};
use crate::practice::answer::{Cell, Given, Kind};

/// What is held back of a cell.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct State {
    /// Everything.
    pub(super) whole: Option<Reason>,
    /// How many units there are; share, median and mean are still told.
    pub(super) units: Option<Reason>,
    /// The numerator and what follows from it.
    pub(super) numerator: Option<Reason>,
    /// How many were not known.
    pub(super) missing: bool,
}

impl State {
    /// Whether the number of units is told.
    pub(super) fn tells_units(&self) -> bool {
        self.whole.is_none() && self.units.is_none()
    }

    /// Whether the numerator is told.
    pub(super) fn tells_numerator(&self) -> bool {
        self.tells_units() && self.numerator.is_none()
    }

    /// Whether it is told how many were not known.
    pub(super) fn tells_missing(&self) -> bool {
        self.whole.is_none() && !self.missing
    }
}

/// Whether a client counts in a cell of this kind.
pub(super) fn counts(kind: Kind, given: &Given) -> bool {
    let is = |number: f64| number.abs() > 0.0;
    match kind {
        Kind::Count => is(given.numerator),
        Kind::Sums | Kind::Relative => is(given.numerator) || is(given.denominator),
        _ => is(given.denominator),
    }
}

/// Whether every numerator is a part of its denominator.
pub(super) fn is_part(kind: Kind, cell: &Cell) -> bool {
    let within = |given: &Given| given.numerator >= 0.0 && given.numerator <= given.denominator;
    matches!(kind, Kind::Ratio | Kind::Spread) && cell.clients.values().all(within)
}

/// Judges one cell by itself.
pub(super) fn judge(kind: Kind, cell: &Cell, rules: &Rules) -> State {
    let mut state = State::default();
    if rules.open() {
        return state;
    }
    let few = |count: usize| count < rules.least();
    let some_but_few = |count: usize| count > 0 && few(count);
    let number = |test: &dyn Fn(&Given) -> bool| {
        let given = cell.clients.values();
        given.filter(|given| test(given)).count()
    };
    let clients = number(&|given| counts(kind, given));
    let unknown = number(&|given| given.missing > 0);
    state.missing = some_but_few(unknown);
    if some_but_few(clients) || (clients == 0 && some_but_few(unknown)) {
        state.whole = Some(Reason::Small);
        return state;
    }
    if clients == 0 {
        return state;
    }
    match kind {
        Kind::Ratio => {
            let with = number(&|given| given.numerator > 0.0);
            let without = number(&|given| given.numerator < given.denominator);
            let high = rules.sensitive && cell.ratio().is_some_and(|share| share >= 0.9);
            if few(with) || (is_part(kind, cell) && few(without)) || high {
                state.numerator = Some(Reason::Class);
            }
        }
        Kind::Relative if few(number(&|given| given.numerator > 0.0)) => {
            state.numerator = Some(Reason::Class);
        }
        Kind::Sums if dominated(cell, rules) => state.whole = Some(Reason::Dominance),
        Kind::Median if clients < rules.median_from() => state.whole = Some(Reason::Small),
        Kind::Spread if cell.spread(rules.least()).1 < rules.persons_from() => {
            state.whole = Some(Reason::FewPersons);
        }
        _ => {}
    }
    state
}

/// Whether one client makes up too much of one of the sums.
fn dominated(cell: &Cell, rules: &Rules) -> bool {
    let share = |of: &dyn Fn(&Given) -> f64| {
        let all: f64 = cell.clients.values().map(|given| of(given).abs()).sum();
        let most = cell.clients.values().map(|given| of(given).abs());
        let most = most.max_by(f64::total_cmp).unwrap_or(0.0);
        if all > 0.0 { most / all } else { 0.0 }
    };
    share(&|given| given.numerator) > rules.dominance
        || share(&|given| given.denominator) > rules.dominance
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::practice::answer::{Contribution, Measure, gather};

    fn cell(kind: Kind, parts: &[(f64, f64)]) -> Cell {
        let measure = Measure {
            name: "m".to_owned(),
            kind,
            title_nl: String::new(),
            title_en: String::new(),
        };
        let rows: Vec<Contribution> = parts
            .iter()
            .zip(0..)
            .map(|((numerator, denominator), client)| Contribution {
                measure: 0,
                groups: Vec::new(),
                client: Some(client),
                person: None,
                numerator: *numerator,
                denominator: *denominator,
                value: kind.of_values().then_some(*numerator),
                missing: false,
            })
            .collect();
        gather(&[measure], &[], &rows).remove(0).total
    }

    fn parts(with: usize, without: usize) -> Vec<(f64, f64)> {
        let yes = std::iter::repeat_n((1.0, 1.0), with);
        yes.chain(std::iter::repeat_n((0.0, 1.0), without))
            .collect()
    }

    fn ratio(with: usize, without: usize, norm: u32) -> State {
        judge(
            Kind::Ratio,
            &cell(Kind::Ratio, &parts(with, without)),
            &Rules::of(norm),
        )
    }

    #[test]
    fn a_cell_under_the_norm_is_held_back_and_one_at_the_norm_is_not() {
        assert_eq!(ratio(4, 5, 10).whole, Some(Reason::Small));
        assert_eq!(ratio(10, 10, 10), State::default());
        assert_eq!(ratio(5, 5, 5), State::default());
        assert_eq!(ratio(1, 0, 1), State::default());
    }

    #[test]
    fn nobody_a_few_all_but_a_few_and_everybody_look_the_same() {
        for (with, without) in [(0, 40), (1, 40), (9, 40), (40, 9), (40, 1), (40, 0)] {
            let state = ratio(with, without, 10);
            assert_eq!(state.numerator, Some(Reason::Class), "{with} {without}");
            assert!(state.tells_units());
        }
    }

    /// 90 of 100 with ten others is told; not when the numerator is delicate.
    #[test]
    fn a_delicate_numerator_is_held_back_from_ninety_percent_on() {
        assert_eq!(ratio(90, 10, 10), State::default());
        let rules = Rules {
            sensitive: true,
            ..Rules::of(10)
        };
        let state = judge(Kind::Ratio, &cell(Kind::Ratio, &parts(90, 10)), &rules);
        assert_eq!(state.numerator, Some(Reason::Class));
    }

    /// One client with 400 of 1,200 is a third; with 350 of 1,250 it is 28 %.
    #[test]
    fn a_sum_that_one_client_dominates_is_held_back() {
        let sum = |largest: f64, others: f64| {
            let mut parts = vec![(largest, 1.0)];
            parts.extend(std::iter::repeat_n((others, 1.0), 10));
            judge(Kind::Sums, &cell(Kind::Sums, &parts), &Rules::of(10)).whole
        };
        assert_eq!(sum(400.0, 80.0), Some(Reason::Dominance));
        assert_eq!(sum(350.0, 90.0), None);
    }

    #[test]
    fn a_median_stands_on_the_norm() {
        let of = |count: usize, norm| {
            let parts: Vec<_> = std::iter::repeat_n((3.0, 0.0), count).collect();
            judge(Kind::Median, &cell(Kind::Median, &parts), &Rules::of(norm)).whole
        };
        assert_eq!(of(9, 10), Some(Reason::Small));
        assert_eq!(of(10, 10), None);
        assert_eq!(of(5, 5), None);
    }
}
