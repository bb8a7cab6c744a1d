//! Burden: minutes of recording per open trajectory in a week (F31, Q08).

use std::collections::BTreeMap;

use super::across::Held;
use super::kind::SignalKind;
use super::seen::norm;
use super::signal::Signal;
use super::tally::{Counted, Tally};
use crate::base::{Day, Timestamp};
use crate::domain::Catalogues;

/// A trajectory that came to a team, or left it: by opening, handover or closing.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// Municipality.
    pub municipality: String,
    /// Team.
    pub team: String,
    /// When it was recorded.
    pub recorded_at: Timestamp,
    /// Whether it came; else it left.
    pub came: bool,
}

/// Minutes somebody of a team spent on recording one event; who it was is not here.
#[derive(Debug, Clone, PartialEq)]
pub struct Minutes {
    /// Municipality.
    pub municipality: String,
    /// Team.
    pub team: String,
    /// When it was recorded.
    pub recorded_at: Timestamp,
    /// Minutes.
    pub minutes: i64,
}

/// Weeks in which a team recorded for more minutes per open trajectory than the norm. Each holds
/// over the week after it, and is known when the week is over; the last one looked at is the one
/// before `until`. Trajectories are those open at the end of the week. `number` is the minutes per
/// open trajectory.
#[must_use]
pub fn burden(
    changes: &[Change],
    minutes: &[Minutes],
    catalogues: &Catalogues,
    until: Timestamp,
) -> Vec<Held> {
    let came = |one: &Change| {
        let of = (one.municipality.as_str(), one.team.as_str());
        let step = if one.came { 1 } else { -1 };
        Tally::of(Counted::InTeam, of, one.recorded_at, step)
    };
    let spent = |one: &Minutes| {
        let of = (one.municipality.as_str(), one.team.as_str());
        Tally::of(Counted::Minutes, of, one.recorded_at, one.minutes)
    };
    let mut tallies: Vec<Tally> = changes.iter().filter_map(came).collect();
    tallies.extend(minutes.iter().filter_map(spent));
    let held = burden_of(&tallies, catalogues).into_iter();
    held.filter(|one| one.known_at(until)).collect()
}

/// Minutes and trajectories that came, by week.
type Weeks = BTreeMap<Day, (i64, i64)>;

/// As [`burden`], from sums that are known together; weeks that are not over are among them, as
/// known from their end on.
#[must_use]
pub fn burden_of(tallies: &[Tally], catalogues: &Catalogues) -> Vec<Held> {
    let mut teams: BTreeMap<(&str, &str), Weeks> = BTreeMap::new();
    for one in tallies {
        let (spent, came) = match one.counted {
            Counted::Minutes => (one.amount, 0),
            Counted::InTeam => (0, one.amount),
            Counted::Voices | Counted::InBand => continue,
        };
        let place = (one.municipality.as_str(), one.of.as_str());
        let week = teams.entry(place).or_default().entry(one.period);
        let week = week.or_default();
        *week = (week.0 + spent, week.1 + came);
    }
    let mut held = Vec::new();
    for ((municipality, team), weeks) in teams {
        let mut open = 0;
        for (week, (spent, came)) in weeks {
            open += came;
            let found = too_much(week, spent, open, catalogues);
            held.extend(found.map(|(signal, from)| Held {
                signal,
                municipality: municipality.to_owned(),
                team: Some(team.to_owned()),
                recorded_from: from,
                recorded_until: None,
            }));
        }
    }
    held.sort_by_key(|one| one.recorded_from);
    held
}

/// The signal after a week with so many minutes and open trajectories, and from when it is known.
fn too_much(
    week: Day,
    spent: i64,
    open: i64,
    catalogues: &Catalogues,
) -> Option<(Signal, Timestamp)> {
    let next = Counted::Minutes.next_period(week)?;
    let end = Counted::Minutes.period_end(week)?;
    let open = i32::try_from(open).ok().filter(|open| *open > 0)?;
    let spent = i32::try_from(spent).unwrap_or(i32::MAX);
    let each = f64::from(spent) / f64::from(open);
    let norm = norm(catalogues, "registratielast_minuten", next)?;
    if each <= norm.1 {
        return None;
    }
    let signal = Signal::new(SignalKind::Burden, None, next)
        .with_norm(norm)
        .with_number(each);
    let signal = signal.until(Counted::Minutes.next_period(next))?;
    Some((signal, Timestamp(end.0 + 1)))
}
