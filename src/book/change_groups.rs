//! Change and duration of many clients together, never of one: every figure of a group passes
//! disclosure control, beside all that was ever told, before anything of it leaves this file.

use std::collections::BTreeMap;

use super::asking::{Audience, Reason};
use super::change::periods;
use super::change_figures::{Lasting, Unit, duration, figures, of_series, of_trajectories};
use super::disclosing::{Asking, Found, short};
use super::error::Error;
use super::history::{AsKnown, KnownAt};
use super::list::Listed;
use super::opening::Book;
use crate::base::{Day, EventId, Timestamp};
use crate::domain::codes::MeasureMoment;
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
    /// Only trajectories of this municipality.
    pub municipality: Option<String>,
    /// As known at this moment; else as known now.
    pub known_at: Option<Timestamp>,
    /// Only this measure.
    pub measure: Option<String>,
    /// In which direction a change is wanted.
    pub wanted: Wanted,
    /// The day of the report; when left out that of the moment as known, or today.
    pub on: Option<Day>,
}

impl GroupsAsked {
    /// The day of the report.
    fn day(&self, book: &Book) -> Day {
        let moment = || self.known_at.unwrap_or_else(|| book.now());
        self.on.unwrap_or_else(|| moment().day())
    }
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
    /// Beside an earlier answer it would tell of a few clients.
    Earlier,
}

impl Withheld {
    /// The key of the reason, for texts and programs.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::TooFew => "too-few",
            Self::Protects => "protects",
            Self::Earlier => "earlier",
        }
    }

    fn of(reason: &Reason, label: &str) -> Self {
        match reason {
            Reason::Small | Reason::Class => Self::TooFew,
            other => match other.earlier() {
                Some(earlier) if earlier != label => Self::Earlier,
                _ => Self::Protects,
            },
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
    /// Series: one per client and instrument; `None` when that may not be told.
    pub n: Option<usize>,
    /// Series without a baseline, or with one on another scale; `None` when that may not be told.
    pub without_baseline: Option<usize>,
    /// Mean and spread of the changes; `None` when that may not be told, as when too few clients
    /// have a baseline.
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
    /// As known at this earlier moment: what was recorded since would tell of a few clients.
    pub as_known: Option<Timestamp>,
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
    /// Trajectories that still run; `None` when that may not be told.
    pub open: Option<usize>,
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
    /// As known at this earlier moment: what was recorded since would tell of a few clients.
    pub as_known: Option<Timestamp>,
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
    /// [`Error::Store`] when the book cannot be read, [`Error::Ask`] when the memory of given
    /// answers cannot be used.
    pub fn change_pooled(&self, by: PooledBy, asked: &GroupsAsked) -> Result<Pooled, Error> {
        let name = match by {
            PooledBy::Lever => "lever",
            PooledBy::Instrument => "instrument",
        };
        let asking = self.group_asking("change pooled", name, asked)?;
        let told = self.disclose(&asking, &mut |then| {
            let as_known = self.group_moment(asked, then);
            let list = self.begun(asked, as_known)?;
            let mut units: BTreeMap<Kind, Vec<Unit>> = BTreeMap::new();
            for listed in &list {
                let dossier = self.facts(&listed.number, as_known)?;
                collect(&dossier, client(listed), by, asked, &mut units);
            }
            let mut groups: BTreeMap<(Option<String>, Kind), Vec<Unit>> = BTreeMap::new();
            for (kind, units) in units {
                for unit in units {
                    let group = (unit.group.clone(), kind.clone());
                    groups.entry(group).or_default().push(unit);
                }
            }
            let groups: Vec<_> = groups.into_iter().collect();
            let parts = groups.iter();
            let parts = parts.map(|((_, kind), units)| (kind, units.as_slice()));
            let (figures, firsts) = of_series(parts);
            Ok(self.group_found((groups, firsts), figures, &list, as_known))
        })?;
        let (groups, firsts) = told.content;
        let mut rows = Vec::new();
        for (((group, (what, scale)), units), first) in groups.into_iter().zip(firsts) {
            let tells = |place: usize| told.released.tells(first + place);
            let shown = match told.released.hidden.get(first) {
                Some(Some(reason)) => Err(Withheld::of(reason, &asking.label)),
                _ => Ok(figures(&units, &asking.rules, &tells)),
            };
            rows.push(PooledRow {
                group,
                what,
                scale,
                shown,
            });
        }
        let order = |row: &PooledRow| (row.group.is_none(), row.group.clone(), row.what.clone());
        rows.sort_by_key(order);
        Ok(Pooled {
            on: told.on_day,
            norm: smallest(asked, &asking),
            as_known: told.as_known,
            rows,
        })
    }

    /// How long trajectories last, those that still run counted as far as they got.
    ///
    /// # Errors
    /// As [`Book::change_pooled`].
    pub fn change_duration(&self, by: DurationBy, asked: &GroupsAsked) -> Result<Durations, Error> {
        let name = match by {
            DurationBy::All => "all",
            DurationBy::Municipality => "municipality",
            DurationBy::Team => "team",
            DurationBy::BenefitBand => "benefit-band",
        };
        let asking = self.group_asking("change duration", name, asked)?;
        let told = self.disclose(&asking, &mut |then| {
            let as_known = self.group_moment(asked, then);
            let on = as_known.valid_on.unwrap_or_else(|| self.now().day());
            let list = self.begun(asked, as_known)?;
            let (mut imported, mut groups) = (0, BTreeMap::<Option<String>, Vec<Lasting>>::new());
            for listed in &list {
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
                    DurationBy::BenefitBand => band(&self.facts(&listed.number, as_known)?),
                };
                let closed = listed.closed_on.filter(|day| *day <= on);
                let days = closed.unwrap_or(on).days_since(listed.opened_on);
                let span = Span {
                    length: f64::from(days.max(0)),
                    ended: closed.is_some(),
                };
                let client = client(listed);
                let one = Lasting { client, span };
                groups.entry(group).or_default().push(one);
            }
            let parts: Vec<&[Lasting]> = groups.values().map(Vec::as_slice).collect();
            let (figures, firsts) = of_trajectories(&parts);
            let content = (imported, groups, firsts);
            Ok(self.group_found(content, figures, &list, as_known))
        })?;
        let (imported, groups, firsts) = told.content;
        let rows = groups.into_iter().zip(firsts).map(|((group, all), first)| {
            let tells = |place: usize| told.released.tells(first + place);
            let shown = match told.released.hidden.get(first) {
                Some(Some(reason)) => Err(Withheld::of(reason, &asking.label)),
                _ => Ok(duration(&all, &asking.rules, &tells)),
            };
            DurationRow { group, shown }
        });
        Ok(Durations {
            on: told.on_day,
            norm: smallest(asked, &asking),
            as_known: told.as_known,
            imported,
            rows: rows.collect(),
        })
    }

    /// What is asked, under the rules of the day of the report.
    fn group_asking(&self, what: &str, by: &str, asked: &GroupsAsked) -> Result<Asking, Error> {
        let on = asked.day(self);
        let audience = match asked.team {
            Some(_) => Audience::Team,
            None => Audience::Policy,
        };
        let rules = self.disclosure_rules(audience, on)?;
        let text = |value: &Option<String>| value.clone().unwrap_or_default();
        let wanted = format!("{:?}", asked.wanted);
        let day = asked.on.map(|day| day.to_string());
        let known_at = asked.known_at.map(|moment| moment.to_string());
        let series = short(&[
            what,
            by,
            &text(&asked.team),
            &text(&asked.municipality),
            &text(&asked.measure),
            &wanted,
            &text(&day),
            &text(&known_at),
            &rules.norm.to_string(),
        ]);
        let mut label = format!("{what} --by {by}");
        let chosen = [&asked.team, &asked.municipality, &asked.measure, &day];
        for more in chosen.into_iter().flatten() {
            label = format!("{label} {more}");
        }
        Ok(Asking {
            rules,
            series,
            label: label.into(),
            may_be_earlier: asked.known_at.is_none(),
        })
    }

    /// The history that is read: up to the day of the report, or that of an earlier answer.
    fn group_moment(&self, asked: &GroupsAsked, then: Option<(Timestamp, Day)>) -> AsKnown {
        let moment = then.map(|(moment, _)| moment).or(asked.known_at);
        AsKnown {
            known_at: moment.map(KnownAt::Time),
            valid_on: Some(then.map_or_else(|| asked.day(self), |(_, day)| day)),
        }
    }

    fn group_found<T>(
        &self,
        content: T,
        figures: Vec<crate::practice::disclosure::Figure>,
        list: &[Listed],
        as_known: AsKnown,
    ) -> Found<T> {
        let last = list.iter().map(|one| one.last_recorded_at).max();
        Found {
            content,
            figures,
            counts: Vec::new(),
            known_at: last.unwrap_or_else(|| self.now()),
            on_day: as_known.valid_on.unwrap_or_else(|| self.now().day()),
        }
    }

    /// The trajectories that had begun by then.
    fn begun(&self, asked: &GroupsAsked, as_known: AsKnown) -> Result<Vec<Listed>, Error> {
        let mut list = self.dossiers(as_known)?;
        let is_of = |one: &Listed| {
            let municipality = asked.municipality.as_ref();
            municipality.is_none_or(|name| one.municipality == *name)
        };
        list.retain(|one| (asked.team.is_none() || one.team == asked.team) && is_of(one));
        Ok(list)
    }
}

/// The norm of the day of the report: that of a team's own view, or that for policy.
fn smallest(asked: &GroupsAsked, asking: &Asking) -> SmallestGroup {
    SmallestGroup {
        key: match asked.team {
            Some(_) => "kleinste_groep",
            None => "kleinste_groep_beleid",
        },
        clients: asking.rules.least(),
    }
}

/// A client, as the views number the dossier.
fn client(listed: &Listed) -> i64 {
    i64::try_from(listed.first.0).unwrap_or(i64::MAX)
}

/// The series of one dossier, as far as they belong to a measurement (E24).
fn collect(
    dossier: &Dossier,
    client: i64,
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
            let group = match by {
                PooledBy::Lever => period.map(|period| period.lever.code().to_owned()),
                PooledBy::Instrument => period.map(|period| period.instrument.clone()),
            };
            let kind = (series.what.clone(), point.scale.clone());
            units.entry(kind).or_default().push(Unit {
                client,
                group,
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
