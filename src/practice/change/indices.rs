//! All figures over two phases at once, with the notes that belong to them.

use super::overlap::{self, Nap};
use super::randomised::{Case, Randomised, randomised};
use super::tau::{self, TauU, Trend};
use super::{NoIndex, POINTS_GOOD, POINTS_MIN, Phases, Wanted};

/// What a reader of the figures must know.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Note {
    /// A side has fewer than five measurements.
    FewPoints,
    /// The figure without the trend lies beyond 1, a known defect of that variant.
    BeyondOne,
    /// The start was not drawn at random, so the permutations only describe.
    StartNotDrawn,
    /// Measurements of one person resemble each other, so the errors are too small.
    ErrorsTooSmall,
    /// Who starts at a low point rises by chance too.
    LowStart,
}

impl Note {
    /// The key of the note, for texts and programs.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::FewPoints => "few-points",
            Self::BeyondOne => "beyond-one",
            Self::StartNotDrawn => "start-not-drawn",
            Self::ErrorsTooSmall => "errors-too-small",
            Self::LowStart => "low-start",
        }
    }
}

/// The figures over two phases of one series.
#[derive(Debug, Clone, PartialEq)]
pub struct Indices {
    /// Measurements before and after the start.
    pub sizes: (usize, usize),
    /// Nonoverlap of all pairs.
    pub nap: Nap,
    /// Tau between the phases.
    pub tau: f64,
    /// Tau-U over m × n.
    pub tau_u: f64,
    /// Tau-U over all pairs that take part, and tau-b.
    pub tau_u_complete: TauU,
    /// Tau after taking the line before away.
    pub tau_bc: f64,
    /// Share beyond the best before.
    pub pnd: f64,
    /// Share beyond the median before.
    pub pem: f64,
    /// Share of all that does not overlap.
    pub pand: f64,
    /// Improvement rate difference; equals phi.
    pub ird: f64,
    /// The real start among the possible ones.
    pub randomised: Result<Randomised, NoIndex>,
    /// What must be said with them.
    pub notes: Vec<Note>,
}

/// The figures over the measurements before and from the start on, in order of time.
///
/// # Errors
/// [`NoIndex::TooFew`] below three and three; [`NoIndex::NoNumber`]; [`NoIndex::NoSpread`] when
/// every value is the same.
pub fn indices(before: &[f64], after: &[f64], wanted: Wanted) -> Result<Indices, NoIndex> {
    let phases = Phases::new(before, after, wanted)?;
    let values: Vec<f64> = phases.before.iter().chain(&phases.after).copied().collect();
    if values
        .iter()
        .all(|value| value.total_cmp(&values[0]).is_eq())
    {
        return Err(NoIndex::NoSpread);
    }
    let tau_u = tau::tau_u(&phases);
    let mut notes = Vec::new();
    let (m, n) = phases.sizes();
    if m.min(n) < POINTS_GOOD {
        notes.push(Note::FewPoints);
    }
    if tau_u.abs() > 1.0 {
        notes.push(Note::BeyondOne);
    }
    notes.extend([Note::StartNotDrawn, Note::ErrorsTooSmall, Note::LowStart]);
    Ok(Indices {
        sizes: (m, n),
        nap: overlap::nap(&phases, 0.95),
        tau: tau::tau(&phases),
        tau_u,
        tau_u_complete: tau::tau_u_of(&phases, Trend::LessBefore)?,
        tau_bc: tau::tau_bc(&phases),
        pnd: overlap::pnd(&phases),
        pem: overlap::pem(&phases),
        pand: overlap::pand(&phases),
        ird: overlap::ird(&phases),
        randomised: randomised(&[Case { values, before: m }], POINTS_MIN),
        notes,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::practice::change::published::{near, numbers};

    #[test]
    fn the_figures_of_a_published_series_come_together() {
        let found = indices(
            &numbers("20 20 26 25 22 23"),
            &numbers("28 25 24 27 30 30 29"),
            Wanted::Increase,
        );
        let found = found.unwrap();
        near(found.nap.value, 38.5 / 42.0);
        near(found.tau_u, 0.738_095);
        near(found.ird, 0.690_476);
        assert!(!found.notes.contains(&Note::FewPoints));
        assert_eq!(found.randomised.unwrap().possible, 8);
    }

    #[test]
    fn few_points_are_noted_and_fewer_refused() {
        let found = indices(&numbers("1 2 2"), &numbers("3 4 4"), Wanted::Increase).unwrap();
        assert!(found.notes.contains(&Note::FewPoints));
        let found = indices(&numbers("2 2"), &numbers("4"), Wanted::Increase);
        assert_eq!(
            found,
            Err(NoIndex::TooFew {
                before: 2,
                after: 1
            })
        );
        let found = indices(&[2.0; 3], &[2.0; 4], Wanted::Increase);
        assert_eq!(found, Err(NoIndex::NoSpread));
    }
}
