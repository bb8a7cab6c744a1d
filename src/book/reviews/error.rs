//! Why something in a review cannot be done, apart from the rules for an entry.

use std::path::PathBuf;

use crate::book::error::Kind;
use crate::proof::{BadKey, BadNote};

/// Why something in a review cannot be done.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ReviewError {
    /// No question with figures has this name.
    #[error("{given} is no question with figures")]
    NotAFigure {
        /// What was given.
        given: String,
    },
    /// A rule has too few exceptions that are not in a bundle.
    #[error("{given}: fewer than two exceptions are not in a bundle yet")]
    NothingToBundle {
        /// The rule or habit.
        given: String,
    },
    /// A key cannot be read.
    #[error("{given}: {why}")]
    Key {
        /// The key or the file it stands in.
        given: String,
        /// Why.
        why: BadKey,
    },
    /// Others can read the signing key.
    #[error("{path}: others can read this key", path = path.display())]
    KeyExposed {
        /// The file.
        path: PathBuf,
    },
    /// A contribution is not accepted.
    #[error("{file}: {why}")]
    Contribution {
        /// The file.
        file: String,
        /// Why.
        why: BadContribution,
    },
}

/// Why a contribution is not accepted.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadContribution {
    /// The signed note around it is not in order.
    #[error("{0}")]
    Note(BadNote),
    /// It is not a contribution of this format.
    #[error("it is no contribution of a known format")]
    Form,
    /// The key is of another municipality than the one it names.
    #[error("it says {named}, and is signed by {signed}")]
    Signer {
        /// The municipality in the text.
        named: String,
        /// The name of the key.
        signed: String,
    },
    /// Two files are of the same municipality and period.
    #[error("{municipality} is there twice")]
    Twice {
        /// The municipality.
        municipality: String,
    },
    /// It was made under a norm for small groups that this book does not accept.
    #[error("it was made with the norm {norm}; at least {least} is needed")]
    Norm {
        /// Its norm.
        norm: u32,
        /// The least that is accepted.
        least: u32,
    },
    /// It is about another theme or period than the first.
    #[error("it is about another theme or period than the first file")]
    Other,
}

impl ReviewError {
    /// What kind of trouble it is.
    #[must_use]
    pub fn kind(&self) -> Kind {
        match self {
            Self::NotAFigure { .. } | Self::NothingToBundle { .. } | Self::Key { .. } => {
                Kind::Usage
            }
            Self::KeyExposed { .. } => Kind::Refused,
            Self::Contribution { why, .. } => match why {
                BadContribution::Note(BadNote::Signature) | BadContribution::Form => Kind::Damage,
                BadContribution::Note(_) | BadContribution::Other => Kind::Usage,
                _ => Kind::Refused,
            },
        }
    }
}
