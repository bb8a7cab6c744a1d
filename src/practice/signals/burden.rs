//! Burden: minutes of recording per open trajectory in a week (F31, Q08).

use std::collections::BTreeMap;

use super::across::Held;
use super::kind::SignalKind;
use super::seen::norm;
use super::signal::Signal;
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

/// The Monday of the week that a day lies in.
fn monday(day: Day) -> Option<Day> {
    // 1970-01-01 was a Thursday, three days after a Monday.
    day.plus(-(day.since_epoch() + 3).rem_euclid(7))
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
    let mut weeks: BTreeMap<(&str, &str, Day), i64> = BTreeMap::new();
    for one in minutes {
        if let Some(week) = monday(one.recorded_at.day()) {
            let place = (one.municipality.as_str(), one.team.as_str(), week);
            *weeks.entry(place).or_default() += one.minutes;
        }
    }
    let mut moves: BTreeMap<(&str, &str), Vec<(Timestamp, i64)>> = BTreeMap::new();
    for one in changes {
        let place = (one.municipality.as_str(), one.team.as_str());
        let step = if one.came { 1 } else { -1 };
        moves
            .entry(place)
            .or_default()
            .push((one.recorded_at, step));
    }
    for steps in moves.values_mut() {
        steps.sort_by_key(|(moment, _)| *moment);
        let mut open = 0;
        for (_, step) in steps {
            open += *step;
            *step = open;
        }
    }
    let mut held = Vec::new();
    for ((municipality, team, week), spent) in weeks {
        let Some((next, after)) = week.plus(7).zip(week.plus(14)) else {
            continue;
        };
        let Some(at) = week.plus(6).map(Day::end).filter(|_| next <= until.day()) else {
            continue;
        };
        let steps = moves
            .get(&(municipality, team))
            .map_or(&[][..], Vec::as_slice);
        let before = steps.partition_point(|(moment, _)| *moment <= at);
        let open = before.checked_sub(1).and_then(|last| steps.get(last));
        let open = open.and_then(|(_, open)| i32::try_from(*open).ok());
        let spent = i32::try_from(spent).unwrap_or(i32::MAX);
        let Some(open) = open.filter(|open| *open > 0) else {
            continue;
        };
        let each = f64::from(spent) / f64::from(open);
        let Some(norm) = norm(catalogues, "registratielast_minuten", next) else {
            continue;
        };
        let signal = Signal::new(SignalKind::Burden, None, next)
            .with_norm(norm)
            .with_number(each);
        if let Some(signal) = signal.until(Some(after)).filter(|_| each > norm.1) {
            held.push(Held {
                signal,
                municipality: municipality.to_owned(),
                team: Some(team.to_owned()),
                recorded_from: Timestamp(at.0 + 1),
                recorded_until: None,
            });
        }
    }
    held.sort_by_key(|one| one.recorded_from);
    held
}
