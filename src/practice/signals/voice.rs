//! The voice we miss: bands of time on benefit that say little (F27, Q38).

use std::collections::{BTreeMap, BTreeSet};

use super::across::Held;
use super::kind::SignalKind;
use super::seen::norm;
use super::signal::Signal;
use crate::base::{Day, Timestamp};
use crate::domain::Catalogues;
use crate::domain::codes::BenefitBand;
use crate::domain::values::Code;

/// A trajectory, by the moments at which the book knew of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Trajectory {
    /// Municipality.
    pub municipality: String,
    /// Time on benefit at the opening.
    pub band: Option<BenefitBand>,
    /// When the opening was recorded.
    pub opened_at: Timestamp,
    /// When the closing was recorded.
    pub closed_at: Option<Timestamp>,
}

/// A client's voice (E25), by the moment of its recording.
#[derive(Debug, Clone, PartialEq)]
pub struct Voice {
    /// Municipality.
    pub municipality: String,
    /// Time on benefit of the client at the opening.
    pub band: Option<BenefitBand>,
    /// When it was recorded.
    pub recorded_at: Timestamp,
}

/// First day of the quarter that a day lies in.
fn quarter(day: Day) -> Option<Day> {
    let (year, month, _) = day.year_month_day();
    let first = (month - 1) / 3 * 3 + 1;
    format!("{year:04}-{first:02}-01").parse().ok()
}

/// First day of the quarter after this one, given its first day.
fn next_quarter(first: Day) -> Option<Day> {
    quarter(first.plus(95)?)
}

/// Bands whose share of the voices in a quarter is under the norm times their share of the
/// trajectories open at its end. Each holds over the quarter after it, and is known when the
/// quarter is over; the last one looked at is the one before `until`. `number` is the share of the
/// voices divided by the share of the trajectories.
///
/// Bands with fewer open trajectories than the smallest group are left out, and so are quarters in
/// which nobody said anything: then every voice is missing, and Q38 says so.
#[must_use]
pub fn voices_missing(
    trajectories: &[Trajectory],
    voices: &[Voice],
    catalogues: &Catalogues,
    until: Timestamp,
) -> Vec<Held> {
    let mut held = Vec::new();
    let places: BTreeSet<&str> = trajectories
        .iter()
        .map(|one| one.municipality.as_str())
        .collect();
    for place in places {
        let here = |municipality: &str| municipality == place;
        let own: Vec<_> = trajectories
            .iter()
            .filter(|one| here(&one.municipality))
            .collect();
        let mut said: BTreeMap<Day, Vec<Option<BenefitBand>>> = BTreeMap::new();
        for voice in voices.iter().filter(|one| here(&one.municipality)) {
            if let Some(quarter) = quarter(voice.recorded_at.day()) {
                said.entry(quarter).or_default().push(voice.band);
            }
        }
        for (first, bands) in &said {
            let Some(next) = next_quarter(*first).filter(|next| *next <= until.day()) else {
                continue;
            };
            held.extend(missing(place, &own, bands, next, catalogues));
        }
    }
    held.sort_by_key(|one| one.recorded_from);
    held
}

/// The bands that are missing in the quarter before `next`.
fn missing(
    municipality: &str,
    trajectories: &[&Trajectory],
    said: &[Option<BenefitBand>],
    next: Day,
    catalogues: &Catalogues,
) -> Vec<Held> {
    let found = next.plus(-1).zip(next_quarter(next));
    let norms =
        norm(catalogues, "stem_ondergrens", next).zip(norm(catalogues, "kleinste_groep", next));
    let (Some((last, after)), Some((floor, smallest))) = (found, norms) else {
        return Vec::new();
    };
    let at = last.end();
    let open: Vec<_> = trajectories
        .iter()
        .filter(|one| one.opened_at <= at && one.closed_at.is_none_or(|closed| closed > at))
        .collect();
    let count = |bands: &mut dyn Iterator<Item = Option<BenefitBand>>, band| {
        let count = bands.filter(|one| *one == Some(band)).count();
        u32::try_from(count).map_or(f64::MAX, f64::from)
    };
    let total = |count: usize| u32::try_from(count).map_or(f64::MAX, f64::from);
    let known_voices = total(said.iter().flatten().count());
    let known_open = total(open.iter().filter(|one| one.band.is_some()).count());
    let bands = BenefitBand::ALL.iter().filter_map(|band| {
        let of_band = count(&mut open.iter().map(|one| one.band), *band);
        if of_band < smallest.1 || of_band <= 0.0 || known_voices <= 0.0 {
            return None;
        }
        let share = count(&mut said.iter().copied(), *band) / known_voices;
        let ratio = share / (of_band / known_open);
        if ratio >= floor.1 {
            return None;
        }
        let mut signal = Signal::new(SignalKind::VoiceMissing, None, next)
            .with_norm(floor)
            .with_number(ratio);
        signal.unit = Some(Code(band.code().to_owned()));
        Some(Held {
            signal: signal.until(Some(after))?,
            municipality: municipality.to_owned(),
            team: None,
            recorded_from: Timestamp(at.0 + 1),
            recorded_until: None,
        })
    });
    bands.collect()
}
