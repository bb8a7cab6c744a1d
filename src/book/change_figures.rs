//! From series and trajectories to the figures of a group, and what every client adds to them.
//!
//! What may be shown is decided by disclosure control; here stands how it is shown: counts
//! rounded, a curve in coarse steps that stops when too few still run.

use std::collections::{BTreeMap, BTreeSet};

use super::change_groups::{DurationFigures, GRID_DAYS, PooledFigures};
use super::disclosing::short;
use crate::practice::change::NoChange;
use crate::practice::change::pooled::{Together, Weighted, together, weighted};
use crate::practice::disclosure::{Figure, POPULATION, Part, Rules};
use crate::practice::intervals::Interval;
use crate::practice::survival::{Curve, Span, Step, medians};

/// One series of one client with one instrument.
pub(super) struct Unit {
    /// The client, as the views number the dossier.
    pub(super) client: i64,
    /// Its group.
    pub(super) group: Option<String>,
    /// Its change, or why there is none.
    pub(super) change: Result<f64, NoChange>,
    /// Its tau, with the error if nothing had changed.
    pub(super) tau: Option<(f64, f64)>,
}

/// The trajectory of one client.
pub(super) struct Lasting {
    /// The client, as the views number the dossier.
    pub(super) client: i64,
    /// How long, in days.
    pub(super) span: Span,
}

/// Figures of a group of series, in the order of [`pooled_parts`].
const POOLED: usize = 5;

/// Figures of a group of trajectories.
const LASTING: usize = 2;

fn distinct<'a>(units: impl Iterator<Item = &'a Unit>) -> usize {
    units.map(|unit| unit.client).collect::<BTreeSet<_>>().len()
}

/// Adds up, per client, units and a number beside them.
fn parts(given: impl Iterator<Item = (i64, f64)>) -> BTreeMap<i64, Part> {
    let mut parts: BTreeMap<i64, Part> = BTreeMap::new();
    for (client, number) in given {
        let part = parts.entry(client).or_default();
        part.denominator += 1_000;
        let thousandths = format!("{:.0}", number * 1_000.0).parse();
        part.numerator += thousandths.unwrap_or(i64::MAX / 1_000_000);
    }
    parts
}

/// Every client once.
fn once(clients: impl Iterator<Item = i64>) -> BTreeMap<i64, Part> {
    let one = Part {
        denominator: 1_000,
        ..Part::default()
    };
    clients.map(|client| (client, one)).collect()
}

/// What a group of series tells of its clients: who they are, how many series, how many without
/// a baseline, their changes, their taus. Groups by lever and by instrument share statistics.
fn pooled_parts(units: &[Unit], first: usize, kind: &(String, String)) -> [Figure; POOLED] {
    let statistic = |what: &str| short(&["change pooled", what, &kind.0, &kind.1]);
    let changed = || {
        let units = units.iter();
        units.filter_map(|unit| Some((unit.client, unit.change.ok()?)))
    };
    let taus = units
        .iter()
        .filter_map(|unit| Some((unit.client, unit.tau?.0)));
    let without = units.iter().filter(|unit| unit.change.is_err());
    [
        Figure {
            statistic: POPULATION,
            parts: once(units.iter().map(|unit| unit.client)),
            ..Figure::default()
        },
        Figure {
            statistic: statistic("series"),
            parts: parts(units.iter().map(|unit| (unit.client, 0.0))),
            under: Some(first),
            ..Figure::default()
        },
        Figure {
            statistic: statistic("changes"),
            parts: parts(changed()),
            under: Some(first),
            ..Figure::default()
        },
        Figure {
            statistic: statistic("series"),
            parts: parts(without.map(|unit| (unit.client, 0.0))),
            within: Some(first),
            under: Some(first),
            ..Figure::default()
        },
        Figure {
            statistic: statistic("taus"),
            parts: parts(taus),
            under: Some(first),
            ..Figure::default()
        },
    ]
}

/// The figures of groups of series, the largest group first, and the place of each group's first.
pub(super) fn of_series<'a>(
    groups: impl Iterator<Item = (&'a (String, String), &'a [Unit])>,
) -> (Vec<Figure>, Vec<usize>) {
    let all: Vec<_> = groups.collect();
    ordered(
        &all.iter()
            .map(|(_, units)| distinct(units.iter()))
            .collect::<Vec<_>>(),
        &|place, first| {
            let group = all.get(place);
            group.map_or_else(Vec::new, |(kind, units)| {
                pooled_parts(units, first, kind).to_vec()
            })
        },
        POOLED,
    )
}

/// The figures of groups of trajectories: who they are, and who of them still runs.
pub(super) fn of_trajectories(groups: &[&[Lasting]]) -> (Vec<Figure>, Vec<usize>) {
    let sizes: Vec<usize> = groups.iter().map(|group| group.len()).collect();
    ordered(
        &sizes,
        &|place, first| {
            let group = groups.get(place).copied().unwrap_or_default();
            let running = group.iter().filter(|one| !one.span.ended);
            vec![
                Figure {
                    statistic: POPULATION,
                    parts: once(group.iter().map(|one| one.client)),
                    ..Figure::default()
                },
                Figure {
                    statistic: POPULATION,
                    parts: once(running.map(|one| one.client)),
                    within: Some(first),
                    under: Some(first),
                    ..Figure::default()
                },
            ]
        },
        LASTING,
    )
}

fn ordered(
    sizes: &[usize],
    make: &dyn Fn(usize, usize) -> Vec<Figure>,
    each: usize,
) -> (Vec<Figure>, Vec<usize>) {
    let mut order: Vec<usize> = (0..sizes.len()).collect();
    order.sort_by_key(|place| std::cmp::Reverse(sizes.get(*place)));
    let mut firsts = vec![0; sizes.len()];
    let mut figures = Vec::with_capacity(sizes.len() * each);
    for place in order {
        let first = figures.len();
        if let Some(own) = firsts.get_mut(place) {
            *own = first;
        }
        figures.extend(make(place, first));
    }
    (figures, firsts)
}

/// A count as it may be shown.
fn counted(count: usize, rules: &Rules) -> usize {
    if rules.open() {
        return count;
    }
    let base = usize::try_from(rules.rounding.max(1)).unwrap_or(1);
    (count + base / 2) / base * base
}

/// A number as it may be shown: with all its digits it would give back the count under it.
fn short_of(number: f64, rules: &Rules) -> f64 {
    if rules.open() {
        number
    } else {
        (number * 100.0).round() / 100.0
    }
}

/// The figures of a group of which `tells` says which may be shown.
pub(super) fn figures(
    units: &[Unit],
    rules: &Rules,
    tells: &dyn Fn(usize) -> bool,
) -> PooledFigures {
    let changes: Vec<f64> = units.iter().filter_map(|unit| unit.change.ok()).collect();
    let taus: Vec<(f64, f64)> = units.iter().filter_map(|unit| unit.tau).collect();
    let without = units.len() - changes.len();
    PooledFigures {
        clients: counted(distinct(units.iter()), rules),
        n: tells(1).then(|| counted(units.len(), rules)),
        without_baseline: tells(3).then(|| counted(without, rules)),
        change: together(&changes)
            .filter(|_| tells(2))
            .map(|found| Together {
                n: counted(found.n, rules),
                mean: short_of(found.mean, rules),
                spread: found.spread.map(|spread| short_of(spread, rules)),
            }),
        tau: weighted(&taus).filter(|_| tells(4)).map(|found| Weighted {
            n: counted(found.n, rules),
            mean: short_of(found.mean, rules),
            error: short_of(found.error, rules),
        }),
    }
}

/// The curve as far as enough trajectories still run, in steps of [`GRID_DAYS`]; with a norm of
/// one, as it is.
pub(super) fn duration(
    group: &[Lasting],
    rules: &Rules,
    tells: &dyn Fn(usize) -> bool,
) -> DurationFigures {
    let spans: Vec<Span> = group.iter().map(|one| one.span).collect();
    let norm = rules.least();
    let full = Curve::of(&spans, 0.95);
    let medians = medians(&spans);
    let closed = full.n - full.running;
    let (curve, until) = if norm <= 1 {
        let until = full.steps.last().map_or(0.0, |step| step.length);
        (full, until)
    } else {
        coarse(&full, norm)
    };
    let grid = |length: f64| match norm {
        0 | 1 => length,
        _ => (length / f64::from(GRID_DAYS)).ceil() * f64::from(GRID_DAYS),
    };
    DurationFigures {
        n: counted(curve.n, rules),
        open: tells(1).then(|| counted(curve.running, rules)),
        median_of_closed: medians
            .of_ended
            .filter(|_| closed >= norm && tells(1))
            .map(grid),
        median: curve.median(),
        median_interval: curve.quantile_interval(0.5),
        curve: shown(curve, rules),
        until,
    }
}

/// The curve as it may be shown: counts rounded, shares in steps of five percent, so that a step
/// does not tell how many ended in it.
fn shown(mut curve: Curve, rules: &Rules) -> Curve {
    if rules.open() {
        return curve;
    }
    let steps_of_five = |share: f64| (share * 20.0).round() / 20.0;
    for step in &mut curve.steps {
        step.at_risk = counted(step.at_risk, rules);
        (step.ended, step.censored, step.error) = (0, 0, 0.0);
        step.share = steps_of_five(step.share);
        step.interval = step.interval.map(|interval| Interval {
            low: steps_of_five(interval.low),
            high: steps_of_five(interval.high),
        });
    }
    curve.n = counted(curve.n, rules);
    curve.running = 0;
    curve
}

fn coarse(full: &Curve, norm: usize) -> (Curve, f64) {
    let mut steps: Vec<Step> = Vec::new();
    let (mut until, mut seen) = (0.0, 0);
    let grid = f64::from(GRID_DAYS);
    for number in 1_u16.. {
        let length = grid * f64::from(number);
        if full.at_risk(length) < norm {
            break;
        }
        until = length;
        let upto = full
            .steps
            .iter()
            .take_while(|step| step.length <= length)
            .count();
        let within = &full.steps[seen..upto];
        seen = upto;
        let Some(last) = within.last() else { continue };
        steps.push(Step {
            length,
            at_risk: within.first().map_or(0, |step| step.at_risk),
            ended: within.iter().map(|step| step.ended).sum(),
            censored: within.iter().map(|step| step.censored).sum(),
            ..*last
        });
    }
    let curve = Curve {
        steps,
        n: full.n,
        running: full.running,
    };
    (curve, until)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unit(client: i64, change: Result<f64, NoChange>) -> Unit {
        Unit {
            client,
            group: None,
            change,
            tau: None,
        }
    }

    /// Two series of one client are one client: three clients, four series, one without baseline.
    #[test]
    fn series_of_one_client_are_one_client() {
        let units = [
            unit(1, Ok(2.0)),
            unit(1, Ok(1.0)),
            unit(2, Ok(0.0)),
            unit(3, Err(NoChange::NoBaseline)),
        ];
        let found = figures(&units, &Rules::of(1), &|_| true);
        let counts = (found.clients, found.n, found.without_baseline);
        assert_eq!(counts, (3, Some(4), Some(1)));
        assert!((found.change.unwrap().mean - 1.0).abs() < 1e-12);
        let some = figures(&units, &Rules::of(5), &|place| place == 1);
        assert_eq!((some.change, some.without_baseline), (None, None));
        // Four is told as five.
        assert_eq!(some.n, Some(5));
        let kind = ("m".to_owned(), "1-5".to_owned());
        let (all, firsts) = of_series([(&kind, &units[..])].into_iter());
        let clients: Vec<usize> = all.iter().map(|figure| figure.parts.len()).collect();
        assert_eq!((clients, firsts), (vec![3, 3, 2, 1, 0], vec![0]));
        // Two changes of 2 and 1.
        assert_eq!(all[2].parts[&1].numerator, 3_000);
    }

    /// Ten trajectories of 10, 20, … 90 days closed and one open at 100: with a norm of 5 the
    /// curve stops when fewer than five still run (after 56 days) and falls at 28 and 56: to 8/10,
    /// and, five of ten ended, to 5/10.
    #[test]
    fn a_released_curve_is_coarse_and_stops_in_time() {
        let spans = (1..=9).map(|one| Span::ended(f64::from(one) * 10.0));
        let spans = spans.chain([Span::running(100.0)]).zip(0..);
        let group: Vec<Lasting> = spans
            .map(|(span, client)| Lasting { client, span })
            .collect();
        let found = duration(&group, &Rules::of(5), &|place| place == 0);
        let steps: Vec<(f64, f64, usize)> = found
            .curve
            .steps
            .iter()
            .map(|step| (step.length, step.share, step.ended))
            .collect();
        assert_eq!(steps, [(28.0, 0.8, 0), (56.0, 0.5, 0)]);
        assert!((found.until - 56.0).abs() < 1e-9);
        // Half is reached at 50 days, told as 56. That one runs is not told, and so nor is what
        // the nine closed have.
        assert_eq!(found.median, Some(56.0));
        assert_eq!((found.median_of_closed, found.open), (None, None));
        let all = duration(&group, &Rules::of(5), &|_| true);
        assert_eq!(all.median_of_closed, Some(56.0));
        assert_eq!(
            duration(&group, &Rules::of(1), &|_| true).median,
            Some(55.0)
        );
    }
}
