//! Which figures of a group may be shown: the one place that withholds and coarsens.
//!
//! A group below the norm is not shown, nor is another from which it would follow; a mean needs
//! enough clients of its own; a curve stops when too few still run.

use std::collections::BTreeSet;

use super::change_groups::{DurationFigures, GRID_DAYS, PooledFigures, Withheld};
use crate::practice::change::NoChange;
use crate::practice::change::pooled::{together, weighted};
use crate::practice::survival::{Curve, Span, Step, medians};

/// One series of one client with one instrument.
pub(super) struct Unit {
    /// Number of the client within this reading.
    pub(super) client: usize,
    /// Its group.
    pub(super) group: Option<String>,
    /// Its lever.
    pub(super) lever: Option<String>,
    /// Its change, or why there is none.
    pub(super) change: Result<f64, NoChange>,
    /// Its tau, with the error if nothing had changed.
    pub(super) tau: Option<(f64, f64)>,
}

/// A group before it is shown: of which larger group it is a part, and how many clients it has.
pub(super) struct Cell {
    pub(super) parent: Option<String>,
    pub(super) clients: usize,
}

pub(super) fn cell(units: &[Unit]) -> Cell {
    Cell {
        parent: units.first().and_then(|unit| unit.lever.clone()),
        clients: distinct(units.iter()),
    }
}

fn distinct<'a>(units: impl Iterator<Item = &'a Unit>) -> usize {
    units.map(|unit| unit.client).collect::<BTreeSet<_>>().len()
}

/// The one place that decides which groups are shown. A group below the norm is not. Within one
/// larger group, whose figures may be asked as well, more groups follow it, the smallest first,
/// until those not shown are together large enough.
pub(super) fn withheld(cells: &[Cell], norm: usize) -> Vec<Option<Withheld>> {
    let small = |cell: &Cell| (cell.clients < norm).then_some(Withheld::TooFew);
    let mut found: Vec<Option<Withheld>> = cells.iter().map(small).collect();
    let parents: BTreeSet<&String> = cells
        .iter()
        .filter_map(|cell| cell.parent.as_ref())
        .collect();
    for parent in parents {
        let within: Vec<usize> = (0..cells.len())
            .filter(|place| cells[*place].parent.as_ref() == Some(parent))
            .collect();
        loop {
            let hidden: usize = within
                .iter()
                .filter(|place| found[**place].is_some())
                .map(|place| cells[*place].clients)
                .sum();
            let shown = within.iter().filter(|place| found[**place].is_none());
            let smallest = shown.min_by_key(|place| cells[**place].clients);
            match smallest {
                Some(place) if hidden > 0 && hidden < norm => {
                    found[*place] = Some(Withheld::Protects);
                }
                _ => break,
            }
        }
    }
    found
}

pub(super) fn figures(units: &[Unit], norm: usize) -> PooledFigures {
    let changed: Vec<&Unit> = units.iter().filter(|unit| unit.change.is_ok()).collect();
    let changes: Vec<f64> = changed.iter().filter_map(|unit| unit.change.ok()).collect();
    let enough = distinct(changed.iter().copied()) >= norm;
    let taus: Vec<(f64, f64)> = units.iter().filter_map(|unit| unit.tau).collect();
    let enough_taus = distinct(units.iter().filter(|unit| unit.tau.is_some())) >= norm;
    PooledFigures {
        clients: distinct(units.iter()),
        n: units.len(),
        without_baseline: units.len() - changes.len(),
        change: together(&changes).filter(|_| enough),
        tau: weighted(&taus).filter(|_| enough_taus),
    }
}

/// The curve as far as enough trajectories still run, in steps of [`GRID_DAYS`]; with a norm of
/// one, as it is.
pub(super) fn duration(spans: &[Span], norm: usize) -> DurationFigures {
    let full = Curve::of(spans, 0.95);
    let medians = medians(spans);
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
        n: curve.n,
        open: curve.running,
        median_of_closed: medians.of_ended.filter(|_| closed >= norm).map(grid),
        median: curve.median(),
        median_interval: curve.quantile_interval(0.5),
        curve,
        until,
    }
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

    fn unit(client: usize, change: Result<f64, NoChange>) -> Unit {
        Unit {
            client,
            group: None,
            lever: None,
            change,
            tau: None,
        }
    }

    fn cells(parents: &[(&str, usize)]) -> Vec<Cell> {
        let cell = |(parent, clients): &(&str, usize)| Cell {
            parent: Some((*parent).to_owned()),
            clients: *clients,
        };
        parents.iter().map(cell).collect()
    }

    /// 3 of skill are below 5; without hiding 7 as well they would follow from 3 + 7 + 9 − 7 − 9.
    #[test]
    fn a_small_group_takes_another_with_it() {
        let found = withheld(&cells(&[("a", 3), ("a", 9), ("a", 7), ("b", 6)]), 5);
        let wanted = [Some(Withheld::TooFew), None, Some(Withheld::Protects), None];
        assert_eq!(found, wanted);
        let found = withheld(&cells(&[("a", 3), ("a", 2), ("a", 9)]), 5);
        assert_eq!(found[2], None);
        assert_eq!(withheld(&cells(&[("a", 1)]), 1), [None]);
    }

    /// Two series of one client are one client; a mean needs enough clients with a baseline.
    #[test]
    fn a_mean_needs_enough_clients_with_a_baseline() {
        let units = [
            unit(1, Ok(2.0)),
            unit(1, Ok(1.0)),
            unit(2, Ok(0.0)),
            unit(3, Err(NoChange::NoBaseline)),
        ];
        let found = figures(&units, 2);
        assert_eq!((found.clients, found.n, found.without_baseline), (3, 4, 1));
        assert!((found.change.unwrap().mean - 1.0).abs() < 1e-12);
        assert_eq!(figures(&units, 3).change, None);
    }

    /// Ten trajectories of 10, 20, … 90 days closed and one open at 100: with a norm of 5 the
    /// curve stops when fewer than five still run (after 56 days) and falls at 28 and 56.
    #[test]
    fn a_released_curve_is_coarse_and_stops_in_time() {
        let mut spans: Vec<Span> = (1..=9)
            .map(|one| Span::ended(f64::from(one) * 10.0))
            .collect();
        spans.push(Span::running(100.0));
        let found = duration(&spans, 5);
        let steps: Vec<(f64, usize)> = found
            .curve
            .steps
            .iter()
            .map(|step| (step.length, step.ended))
            .collect();
        assert_eq!(steps, [(28.0, 2), (56.0, 3)]);
        assert!((found.until - 56.0).abs() < 1e-9);
        // Half is reached at 50 days, told as 56; of the nine closed the middle is 50 as well.
        assert_eq!(found.median, Some(56.0));
        assert_eq!((found.median_of_closed, found.open), (Some(56.0), 1));
        assert_eq!(duration(&spans, 1).median, Some(55.0));
    }
}
