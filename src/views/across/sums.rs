//! Sums by team and week, and by band and quarter, out of the rows of a unit.
//!
//! A row that was put right after its period gives a sum of its own, from the moment of that on.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::AnyRow;
use super::cells::{
    MUNICIPALITY, OCCURRED_DAY, POSITION, RECORDED_AT, SUPERSEDED_AT, TEAM, place, text, whole,
};
use crate::base::{Day, Timestamp};
use crate::domain::EventType;
use crate::practice::signals::Counted;
use crate::views::table::Cell;
use crate::views::tables::organisation::ORGANISATION_MINUTES;
use crate::views::tables::trajectory::{ENTRIES, TRAJECTORIES};

/// The moment that stands for a period's own time.
pub(super) const IN_PERIOD: i64 = i64::MIN;

/// What a sum is of: what is counted, first day of the period, from when it is known.
pub(super) type Name = (Counted, i32, i64);

/// Sums by municipality, then by team or band.
pub(super) type ByPlace = HashMap<String, HashMap<String, HashMap<Name, i64>>>;

/// Sums under way.
#[derive(Debug)]
pub(super) struct Sums {
    sums: ByPlace,
    periods: HashMap<(bool, i32), (i32, i64)>,
    columns: Columns,
}

#[derive(Debug, Clone, Copy)]
struct Columns {
    event_type: usize,
    minutes: usize,
    days_late: usize,
    band: usize,
    organisation_minutes: usize,
    known_from: usize,
}

/// An entry that changes where a trajectory is, or a client's voice.
struct Step<'r> {
    position: i64,
    event: EventType,
    municipality: Option<&'r str>,
    team: Option<&'r str>,
    day: Option<i64>,
    from: i64,
    until: Option<i64>,
}

/// The band of time on benefit of the trajectory, as known over a time.
struct Band<'r> {
    band: Option<&'r str>,
    from: i64,
    until: Option<i64>,
}

fn known_at(from: i64, until: Option<i64>, moment: i64) -> bool {
    from <= moment && until.is_none_or(|until| until > moment)
}

/// What a trajectory adds: counted, municipality, team or band, day.
type Added<'r> = BTreeMap<(Counted, &'r str, &'r str, i32), i64>;

impl Sums {
    pub(super) fn new() -> Self {
        Self {
            sums: HashMap::new(),
            periods: HashMap::new(),
            columns: Columns {
                event_type: place(&ENTRIES, "event_type"),
                minutes: place(&ENTRIES, "minutes_spent"),
                days_late: place(&ENTRIES, "days_late"),
                band: place(&TRAJECTORIES, "benefit_band"),
                organisation_minutes: place(&ORGANISATION_MINUTES, "minutes"),
                known_from: place(&ORGANISATION_MINUTES, "known_from"),
            },
        }
    }

    /// Every sum, those that came to nothing too.
    pub(super) fn into_sums(self) -> ByPlace {
        self.sums
    }

    /// Adds what the rows of one unit come to, so many times: once, or once less.
    pub(super) fn take<'r>(&mut self, rows: impl Iterator<Item = AnyRow<'r>>, times: i64) {
        let mut steps = Vec::new();
        let mut bands = Vec::new();
        // Entries of which the day is shielded; their first moment tells when they were recorded.
        let mut dayless = Vec::new();
        for (table, row) in rows {
            if std::ptr::eq(table, &ENTRIES) {
                let day = whole(row, OCCURRED_DAY).zip(whole(row, self.columns.days_late));
                match day {
                    Some((day, late)) => self.entry(row, day + late, times, &mut steps),
                    None => dayless.push(row),
                }
            } else if std::ptr::eq(table, &TRAJECTORIES) {
                if let Some(from) = whole(row, RECORDED_AT) {
                    let band = text(row, self.columns.band);
                    let until = whole(row, SUPERSEDED_AT);
                    bands.push(Band { band, from, until });
                }
            } else if std::ptr::eq(table, &ORGANISATION_MINUTES) {
                let known = whole(row, self.columns.known_from);
                if let Some(known) = known {
                    let day = Timestamp(known).day().since_epoch();
                    self.minutes(row, self.columns.organisation_minutes, day.into(), times);
                }
            }
        }
        let mut firsts: HashMap<i64, i64> = HashMap::new();
        for row in &dayless {
            if let Some((position, from)) = whole(row, POSITION).zip(whole(row, RECORDED_AT)) {
                let first = firsts.entry(position).or_insert(from);
                *first = from.min(*first);
            }
        }
        for row in dayless {
            let first = whole(row, POSITION).and_then(|position| firsts.get(&position));
            if let Some(first) = first {
                let day = Timestamp(*first).day().since_epoch();
                self.entry(row, day.into(), times, &mut steps);
            }
        }
        steps.sort_by_key(|step| (step.position, step.from));
        bands.sort_by_key(|band| band.from);
        self.course(&steps, &bands, times);
    }

    fn entry<'r>(&mut self, row: &'r [Cell], day: i64, times: i64, steps: &mut Vec<Step<'r>>) {
        self.minutes(row, self.columns.minutes, day, times);
        let event = match text(row, self.columns.event_type) {
            Some("trajectory_opened") => EventType::TrajectoryOpened,
            Some("case_handed_over") => EventType::CaseHandedOver,
            Some("trajectory_closed") => EventType::TrajectoryClosed,
            Some("client_voice_recorded") => EventType::ClientVoiceRecorded,
            _ => return,
        };
        let Some((position, from)) = whole(row, POSITION).zip(whole(row, RECORDED_AT)) else {
            return;
        };
        steps.push(Step {
            position,
            event,
            municipality: text(row, MUNICIPALITY),
            team: text(row, TEAM),
            day: Some(day),
            from,
            until: whole(row, SUPERSEDED_AT),
        });
    }

    /// Minutes of one row: they count from when it is known, and no more when it is put right.
    fn minutes(&mut self, row: &[Cell], at: usize, day: i64, times: i64) {
        let (Some(minutes), Some(municipality), Some(team), Some(from)) = (
            whole(row, at),
            text(row, MUNICIPALITY),
            text(row, TEAM),
            whole(row, RECORDED_AT),
        ) else {
            return;
        };
        let place = (municipality, team);
        let Ok(day) = i32::try_from(day) else { return };
        self.add(Counted::Minutes, place, day, from, minutes * times);
        if let Some(until) = whole(row, SUPERSEDED_AT) {
            self.add(Counted::Minutes, place, day, until, -minutes * times);
        }
    }

    /// Adds to the period that a day lies in what is known from a moment on.
    fn add(
        &mut self,
        counted: Counted,
        (municipality, of): (&str, &str),
        day: i32,
        known: i64,
        amount: i64,
    ) {
        let weekly = matches!(counted, Counted::Minutes | Counted::InTeam);
        let period = match self.periods.get(&(weekly, day)) {
            Some(period) => *period,
            None => {
                let Some(period) = period(counted, day) else {
                    return;
                };
                self.periods.insert((weekly, day), period);
                period
            }
        };
        let known = if known <= period.1 { IN_PERIOD } else { known };
        let name = (counted, period.0, known);
        if !self.sums.contains_key(municipality) {
            self.sums.insert(municipality.to_owned(), HashMap::new());
        }
        let Some(places) = self.sums.get_mut(municipality) else {
            return;
        };
        match places.get_mut(of) {
            Some(sums) => *sums.entry(name).or_default() += amount,
            None => {
                places.insert(of.to_owned(), HashMap::from([(name, amount)]));
            }
        }
    }

    /// Adds where the trajectory was and what its client said, and what corrections changed in it.
    fn course(&mut self, steps: &[Step<'_>], bands: &[Band<'_>], times: i64) {
        let mut turns = BTreeSet::new();
        let mut last = None;
        for step in steps {
            if last == Some(step.position) {
                turns.insert(step.from);
            }
            last = Some(step.position);
            turns.extend(step.until);
        }
        for pair in bands.windows(2) {
            if let [before, after] = pair
                && before.band != after.band
            {
                turns.insert(after.from);
            }
        }
        let mut before = Added::new();
        let mut begin = None;
        for end in turns.into_iter().map(Some).chain([None]) {
            let moment = end.map_or(i64::MAX, |end| end - 1);
            let now = added(steps, bands, moment);
            let names: BTreeSet<_> = before.keys().chain(now.keys()).copied().collect();
            for name in names {
                let of = |all: &Added<'_>| all.get(&name).copied().unwrap_or_default();
                let more = of(&now) - of(&before);
                if more != 0 {
                    let (counted, municipality, of, day) = name;
                    let known = begin.unwrap_or(IN_PERIOD);
                    self.add(counted, (municipality, of), day, known, more * times);
                }
            }
            before = now;
            begin = end;
        }
    }
}

/// First day of the period that a day lies in, and the last moment of the period.
fn period(counted: Counted, day: i32) -> Option<(i32, i64)> {
    let first = counted.period(Day::from_epoch(day)?)?;
    Some((first.since_epoch(), counted.period_end(first)?.0))
}

/// What a trajectory adds as known at a moment; as the signals count it.
fn added<'r>(steps: &[Step<'r>], bands: &[Band<'r>], moment: i64) -> Added<'r> {
    let band = bands
        .iter()
        .find(|band| known_at(band.from, band.until, moment));
    let band = band.and_then(|band| band.band);
    let mut all = Added::new();
    let mut add = |counted, municipality: Option<&'r str>, of: Option<&'r str>, day, amount| {
        if let (Some(municipality), Some(of), Some(day)) = (municipality, of, day) {
            *all.entry((counted, municipality, of, day)).or_default() += amount;
        }
    };
    let mut team: Option<&str> = None;
    let mut opened: Option<Option<&str>> = None;
    let mut closed = None;
    let known = |step: &&Step<'_>| known_at(step.from, step.until, moment);
    for step in steps.iter().filter(known) {
        let day = step.day.and_then(|day| i32::try_from(day).ok());
        let here = step.municipality;
        match step.event {
            EventType::ClientVoiceRecorded => {
                add(
                    Counted::Voices,
                    here,
                    band.filter(|_| opened.is_some()),
                    day,
                    1,
                );
            }
            EventType::TrajectoryClosed => {
                closed = opened.map(|_| day);
                add(Counted::InTeam, here, team.take(), day, -1);
            }
            _ => {
                if step.event == EventType::TrajectoryOpened {
                    opened = Some(here);
                    add(Counted::InBand, here, band, day, 1);
                }
                if step.team.is_some() && step.team != team {
                    add(Counted::InTeam, here, team, day, -1);
                    team = step.team;
                    add(Counted::InTeam, here, team, day, 1);
                }
            }
        }
    }
    if let (Some(municipality), Some(day)) = (opened, closed) {
        add(Counted::InBand, municipality, band, day, -1);
    }
    all.retain(|_, amount| *amount != 0);
    all
}
