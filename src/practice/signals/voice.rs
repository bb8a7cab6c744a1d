//! The voice we miss: bands of time on benefit that say little (F27, Q38).

use std::collections::BTreeMap;

use super::across::Held;
use super::kind::SignalKind;
use super::seen::norm;
use super::signal::Signal;
use super::tally::{Counted, Tally};
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
    let mut tallies: Vec<Tally> = Vec::new();
    for one in trajectories {
        let Some(band) = one.band else { continue };
        let of = (one.municipality.as_str(), band.code());
        tallies.extend(Tally::of(Counted::InBand, of, one.opened_at, 1));
        let closed = one.closed_at;
        tallies.extend(closed.and_then(|closed| Tally::of(Counted::InBand, of, closed, -1)));
    }
    for voice in voices {
        let Some(band) = voice.band else { continue };
        let of = (voice.municipality.as_str(), band.code());
        tallies.extend(Tally::of(Counted::Voices, of, voice.recorded_at, 1));
    }
    let held = voices_missing_of(&tallies, catalogues).into_iter();
    held.filter(|one| one.known_at(until)).collect()
}

/// Voices and open trajectories of each band.
type Bands<'a> = BTreeMap<&'a str, (i64, i64)>;

/// As [`voices_missing`], from sums that are known together; quarters that are not over are among
/// them, as known from their end on.
#[must_use]
pub fn voices_missing_of(tallies: &[Tally], catalogues: &Catalogues) -> Vec<Held> {
    let mut places: BTreeMap<&str, BTreeMap<Day, Bands<'_>>> = BTreeMap::new();
    for one in tallies {
        let (said, came) = match one.counted {
            Counted::Voices => (one.amount, 0),
            Counted::InBand => (0, one.amount),
            Counted::Minutes | Counted::InTeam => continue,
        };
        let quarters = places.entry(one.municipality.as_str()).or_default();
        let bands = quarters.entry(one.period).or_default();
        let band = bands.entry(one.of.as_str()).or_default();
        *band = (band.0 + said, band.1 + came);
    }
    let mut held = Vec::new();
    for (municipality, quarters) in places {
        let mut open: BTreeMap<&str, i64> = BTreeMap::new();
        for (quarter, bands) in quarters {
            for (band, (_, opened)) in &bands {
                *open.entry(band).or_default() += opened;
            }
            for (signal, from) in missing(quarter, &bands, &open, catalogues) {
                held.push(Held {
                    signal,
                    municipality: municipality.to_owned(),
                    team: None,
                    recorded_from: from,
                    recorded_until: None,
                });
            }
        }
    }
    held.sort_by_key(|one| one.recorded_from);
    held
}

fn real(count: i64) -> f64 {
    i32::try_from(count).map_or(f64::MAX, f64::from)
}

/// The bands that are missing in a quarter, and from when that is known.
fn missing(
    quarter: Day,
    bands: &Bands<'_>,
    open: &BTreeMap<&str, i64>,
    catalogues: &Catalogues,
) -> Vec<(Signal, Timestamp)> {
    let next = Counted::Voices.next_period(quarter);
    let end = Counted::Voices.period_end(quarter);
    let Some((next, end)) = next.zip(end) else {
        return Vec::new();
    };
    let norms =
        norm(catalogues, "stem_ondergrens", next).zip(norm(catalogues, "kleinste_groep", next));
    let Some((floor, smallest)) = norms else {
        return Vec::new();
    };
    let voices = real(bands.values().map(|(voices, _)| voices).sum());
    let all_open = real(open.values().sum());
    let found = BenefitBand::ALL.iter().filter_map(|band| {
        let of_band = open.get(band.code()).copied().map_or(0.0, real);
        if of_band < smallest.1 || of_band <= 0.0 || voices <= 0.0 {
            return None;
        }
        let said = bands.get(band.code()).map_or(0.0, |(said, _)| real(*said));
        let ratio = (said / voices) / (of_band / all_open);
        if ratio >= floor.1 {
            return None;
        }
        let mut signal = Signal::new(SignalKind::VoiceMissing, None, next)
            .with_norm(floor)
            .with_number(ratio);
        signal.unit = Some(Code(band.code().to_owned()));
        let signal = signal.until(Counted::Voices.next_period(next))?;
        Some((signal, Timestamp(end.0 + 1)))
    });
    found.collect()
}
