//! Change and duration of many clients together, never of one: every group passes the norm for
//! the smallest group before anything of it leaves this file.
//!
//! There are no totals over groups, so that no group follows from the others.

use std::collections::BTreeMap;

use super::change::periods;
use super::change_small::{Cell, Unit, cell, duration, figures, withheld};
use super::error::Error;
use super::history::AsKnown;
use super::list::Listed;
use super::opening::Book;
use crate::base::{Day, EventId};
use crate::domain::codes::{CatalogueKind, MeasureMoment};
use crate::domain::{Dossier, Event};
use crate::practice::change::overlap::nap;
use crate::practice::change::pooled::{Together, Weighted};
use crate::practice::change::series::{Point, Series, series};
use crate::practice::change::{Phases, Wanted};
pub use crate::practice::survival::{Curve, Span, Step as CurveStep};

/// Days in one step of a released curve: with exact days, a step could be one person.
pub const GRID_DAYS: i32 = 28;

/// How changes are grouped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PooledBy {
    /// By the lever of the instrument.
    Lever,
    /// By the instrument.
    Instrument,
}

/// How trajectories are grouped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DurationBy {
    /// All together.
    All,
    /// By municipality.
    Municipality,
    /// By team.
    Team,
    /// By time on benefit at the start.
    BenefitBand,
}

/// Which clients, and for whom the figures are.
#[derive(Debug, Clone, Default)]
pub struct GroupsAsked {
    /// Only trajectories of this team. The figures are then the team's own and pass its norm; all
    /// others pass the norm for policy.
    pub team: Option<String>,
    /// Only this measure.
    pub measure: Option<String>,
    /// In which direction a change is wanted.
    pub wanted: Wanted,
    /// The day of the report; today when left out.
    pub on: Option<Day>,
}

/// The norm that groups passed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SmallestGroup {
    /// Its key in the catalogue of norms.
    pub key: &'static str,
    /// Clients that a group needs.
    pub clients: usize,
}

/// Why something of a group is not shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Withheld {
    /// It has fewer clients than the norm.
    TooFew,
    /// Another group would follow from it.
    Protects,
}

impl Withheld {
    /// The key of the reason, for texts and programs.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::TooFew => "too-few",
            Self::Protects => "protects",
        }
    }
}

/// Changes of one group, on one measure.
#[derive(Debug, Clone, PartialEq)]
pub struct PooledRow {
    /// The lever or instrument; `None` when no instrument belongs to it.
    pub group: Option<String>,
    /// Key of the measure.
    pub what: String,
    /// Its scale.
    pub scale: String,
    /// What may be shown, or why not.
    pub shown: Result<PooledFigures, Withheld>,
}

/// The figures of a group that is large enough.
#[derive(Debug, Clone, PartialEq)]
pub struct PooledFigures {
    /// Clients.
    pub clients: usize,
    /// Series: one per client and instrument.
    pub n: usize,
    /// Series without a baseline, or with one on another scale.
    pub without_baseline: usize,
    /// Mean and spread of the changes; `None` when too few clients have a baseline.
    pub change: Option<Together>,
    /// Mean tau of series with three measurements on both sides; `None` when too few clients do.
    pub tau: Option<Weighted>,
}

/// Changes of all groups.
#[derive(Debug, Clone, PartialEq)]
pub struct Pooled {
    /// The day of the report.
    pub on: Day,
    /// The norm.
    pub norm: SmallestGroup,
    /// The groups, by name and measure.
    pub rows: Vec<PooledRow>,
}

/// How long trajectories of one group last.
#[derive(Debug, Clone, PartialEq)]
pub struct DurationRow {
    /// Its key; `None` for all, or when it is not known.
    pub group: Option<String>,
    /// What may be shown, or why not.
    pub shown: Result<DurationFigures, Withheld>,
}

/// The figures of a group that is large enough; lengths are days.
#[derive(Debug, Clone, PartialEq)]
pub struct DurationFigures {
    /// Trajectories.
    pub n: usize,
    /// Trajectories that still run.
    pub open: usize,
    /// Median of the closed ones alone, which is too short; `None` when too few are closed.
    pub median_of_closed: Option<f64>,
    /// Median of all; `None` when the part shown does not reach it.
    pub median: Option<f64>,
    /// Its interval, as far as it was seen.
    pub median_interval: (Option<f64>, Option<f64>),
    /// The curve, as far as enough trajectories still run.
    pub curve: Curve,
    /// Up to which length it is shown.
    pub until: f64,
}

/// How long trajectories last.
#[derive(Debug, Clone, PartialEq)]
pub struct Durations {
    /// The day of the report.
    pub on: Day,
    /// The norm.
    pub norm: SmallestGroup,
    /// Trajectories read in from elsewhere; their ends are not known, so they are left out.
    pub imported: usize,
    /// The groups, by name.
    pub rows: Vec<DurationRow>,
}

/// The measure and scale of a row.
type Kind = (String, String);

impl Book {
    /// Changes of all clients together, from the baseline to the last measurement during or at
    /// the end of an instrument (Q13).
    ///
    /// # Errors
    /// [`Error::Store`] when the book cannot be read.
    pub fn change_pooled(&self, by: PooledBy, asked: &GroupsAsked) -> Result<Pooled, Error> {
        let on = asked.on.unwrap_or_else(|| self.now().day());
        let norm = self.smallest_group(asked, on)?;
        let mut units: BTreeMap<Kind, Vec<Unit>> = BTreeMap::new();
        for (client, listed) in self.begun(asked, on)?.iter().enumerate() {
            let dossier = self.facts(&listed.number, up_to(on))?;
            collect(&dossier, client, by, asked, &mut units);
        }
        let mut rows = Vec::new();
        for ((what, scale), units) in units {
            let mut groups: BTreeMap<Option<String>, Vec<Unit>> = BTreeMap::new();
            for unit in units {
                groups.entry(unit.group.clone()).or_default().push(unit);
            }
            let groups: Vec<_> = groups.into_iter().collect();
            let cells: Vec<Cell> = groups.iter().map(|(_, units)| cell(units)).collect();
            for ((group, units), withheld) in groups.iter().zip(withheld(&cells, norm.clients)) {
                rows.push(PooledRow {
                    group: group.clone(),
                    what: what.clone(),
                    scale: scale.clone(),
                    shown: withheld.map_or_else(|| Ok(figures(units, norm.clients)), Err),
                });
            }
        }
        let order = |row: &PooledRow| (row.group.is_none(), row.group.clone(), row.what.clone());
        rows.sort_by_key(order);
        Ok(Pooled { on, norm, rows })
    }

    /// How long trajectories last, those that still run counted as far as they got.
    ///
    /// # Errors
    /// [`Error::Store`] when the book cannot be read.
    pub fn change_duration(&self, by: DurationBy, asked: &GroupsAsked) -> Result<Durations, Error> {
        let on = asked.on.unwrap_or_else(|| self.now().day());
        let norm = self.smallest_group(asked, on)?;
        let (mut imported, mut groups) = (0, BTreeMap::<Option<String>, Vec<Span>>::new());
        for listed in self.begun(asked, on)? {
            if listed.imported {
                imported += 1;
                continue;
            }
            let group = match by {
                DurationBy::All => None,
                DurationBy::Municipality => Some(listed.municipality.clone()),
                DurationBy::Team => listed.team.as_ref().map(|team| {
                    // Teams of two municipalities may share a name.
                    format!("{} {team}", listed.municipality)
                }),
                DurationBy::BenefitBand => band(&self.facts(&listed.number, up_to(on))?),
            };
            let closed = listed.closed_on.filter(|day| *day <= on);
            let days = closed.unwrap_or(on).days_since(listed.opened_on);
            let length = f64::from(days.max(0));
            let span = Span {
                length,
                ended: closed.is_some(),
            };
            groups.entry(group).or_default().push(span);
        }
        let cells: Vec<Cell> = groups
            .values()
            .map(|spans| Cell {
                parent: None,
                clients: spans.len(),
            })
            .collect();
        let withheld = withheld(&cells, norm.clients);
        let rows = groups
            .into_iter()
            .zip(withheld)
            .map(|((group, spans), withheld)| {
                let shown = withheld.map_or_else(|| Ok(duration(&spans, norm.clients)), Err);
                DurationRow { group, shown }
            });
        Ok(Durations {
            on,
            norm,
            imported,
            rows: rows.collect(),
        })
    }

    /// The trajectories that had begun by then.
    fn begun(&self, asked: &GroupsAsked, on: Day) -> Result<Vec<Listed>, Error> {
        let mut list = self.dossiers(up_to(on))?;
        list.retain(|one| asked.team.is_none() || one.team == asked.team);
        Ok(list)
    }

    /// The norm of the day of the report: that of a team's own view, or that for policy.
    fn smallest_group(&self, asked: &GroupsAsked, on: Day) -> Result<SmallestGroup, Error> {
        let (key, usual) = match asked.team {
            Some(_) => ("kleinste_groep", 5),
            None => ("kleinste_groep_beleid", 10),
        };
        let catalogues = self.catalogues()?;
        let entry = catalogues.entry(CatalogueKind::Norms, key, on);
        let number = entry.and_then(|entry| entry.number).map(|number| number.0);
        let whole = number.and_then(|number| (1..=10_000).find(|one| f64::from(*one) >= number));
        let clients = whole.and_then(|whole| usize::try_from(whole).ok());
        Ok(SmallestGroup {
            key,
            clients: clients.unwrap_or(usual),
        })
    }
}

/// Only what had happened by a day.
fn up_to(on: Day) -> AsKnown {
    AsKnown {
        known_at: None,
        valid_on: Some(on),
    }
}

/// The series of one dossier, as far as they belong to a measurement (E24).
fn collect(
    dossier: &Dossier,
    client: usize,
    by: PooledBy,
    asked: &GroupsAsked,
    units: &mut BTreeMap<Kind, Vec<Unit>>,
) {
    let hidden = |id: EventId, field: &str| {
        let shields = dossier.entry(id).map_or(&[][..], |entry| &entry.shielded);
        shields
            .iter()
            .any(|shield| super::masking::overlaps(shield, field))
    };
    let periods = periods(dossier, &hidden);
    for series in series(dossier, &hidden) {
        if asked
            .measure
            .as_ref()
            .is_some_and(|key| *key != series.what)
        {
            continue;
        }
        // The last measurement of each instrument, and of those without one.
        let mut last: BTreeMap<Option<EventId>, &Point> = BTreeMap::new();
        for point in series.points.iter().filter(|point| counts(point)) {
            let during = || {
                let aimed = periods.iter().rev().find(|period| {
                    period.expected == series.what
                        && !point.is_before(period.started)
                        && period.ended.is_none_or(|ended| point.day <= ended)
                });
                aimed.map(|period| period.id)
            };
            last.insert(point.instrument.or_else(during), point);
        }
        for (instrument, point) in last {
            let period = periods.iter().find(|period| Some(period.id) == instrument);
            let lever = period.map(|period| period.lever.code().to_owned());
            let group = match by {
                PooledBy::Lever => lever.clone(),
                PooledBy::Instrument => period.map(|period| period.instrument.clone()),
            };
            let kind = (series.what.clone(), point.scale.clone());
            units.entry(kind).or_default().push(Unit {
                client,
                group,
                lever,
                change: series
                    .change_to(point, instrument)
                    .map(|change| change.amount()),
                tau: period.and_then(|period| tau(&series, period.started, asked.wanted)),
            });
        }
    }
}

/// Measurements that show a change: those during an instrument or at its end.
fn counts(point: &Point) -> bool {
    point.origin == crate::practice::change::Origin::Measured
        && matches!(point.moment, MeasureMoment::Between | MeasureMoment::End)
}

/// Tau over before and from the start on, where there are enough measurements, with its error if
/// nothing had changed: the error at the value itself is smallest at complete separation and would
/// weigh the extremes most.
fn tau(series: &Series, started: Day, wanted: Wanted) -> Option<(f64, f64)> {
    let (before, after) = series.around(started).ok()?;
    let phases = Phases::new(&before, &after, wanted).ok()?;
    let found = nap(&phases, 0.95);
    Some((2.0 * found.value - 1.0, 2.0 * found.error_null))
}

fn band(dossier: &Dossier) -> Option<String> {
    dossier
        .entries()
        .iter()
        .find_map(|entry| match &entry.now().event {
            Event::TrajectoryOpened(opened) => {
                let hidden = entry.shielded.iter().any(|shield| shield == "benefit_band");
                let band = opened.benefit_band.filter(|_| !hidden);
                band.map(|band| band.code().to_owned())
            }
            _ => None,
        })
}
