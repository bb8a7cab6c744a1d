//! Why something in a round cannot be done, apart from the rules for an entry.

use crate::book::error::Kind;

/// Why something in a round cannot be done.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AuditError {
    /// No round has this name.
    #[error("there is no round {given:?}; there are {there}")]
    NoSuchRound {
        /// What was asked for.
        given: String,
        /// The rounds there are.
        there: String,
    },
    /// The case is not in the round.
    #[error("{number} is not in round {round}")]
    NotInRound {
        /// The case.
        number: String,
        /// The round.
        round: String,
    },
    /// The step is not what was asked for.
    #[error("{number} has no such step {step}")]
    NoSuchStep {
        /// The case.
        number: String,
        /// The step.
        step: String,
    },
    /// No edition of the instrument has this name.
    #[error("there is no edition {given:?} of the audit instrument")]
    NoInstrument {
        /// What was asked for.
        given: String,
    },
    /// No case can be drawn.
    #[error("no case can be drawn: {left_out} are left out")]
    NothingToDraw {
        /// How many cases are left out.
        left_out: usize,
    },
    /// What the sample must show cannot be shown by any sample.
    #[error("no sample can show this")]
    NoSample,
    /// A seed is not 16 hexadecimal digits.
    #[error("{given:?} is no seed")]
    NotASeed {
        /// What was given.
        given: String,
    },
    /// The round has no draw to repeat.
    #[error("round {round} has no draw")]
    NoDraw {
        /// The round.
        round: String,
    },
    /// Figures of one person were asked for.
    #[error("no figures per person ({given})")]
    Persons {
        /// What was asked for.
        given: String,
    },
    /// There is no such grouping.
    #[error("no grouping {given:?}; there are {there}")]
    NoSuchGroup {
        /// What was asked for.
        given: String,
        /// What there is.
        there: String,
    },
    /// Too few cases were rated twice.
    #[error("{found} cases were rated twice and opened; {least} are needed")]
    TooFewDouble {
        /// Cases rated twice and opened.
        found: usize,
        /// Cases needed.
        least: usize,
    },
}

impl AuditError {
    /// What kind of trouble it is.
    #[must_use]
    pub fn kind(&self) -> Kind {
        match self {
            Self::Persons { .. } | Self::TooFewDouble { .. } | Self::NothingToDraw { .. } => {
                Kind::Refused
            }
            _ => Kind::Usage,
        }
    }
}
