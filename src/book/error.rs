//! Why the book could not do what it was asked, sorted by what a person can do about it.

use std::path::{Path, PathBuf};

use crate::domain::codes::CatalogueKind;
use crate::domain::{Refusal, Rule};
use crate::exchange::LineError;
use crate::{log, store, vault};

/// What kind of trouble it is; decides the exit code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The call or the form is wrong.
    Usage,
    /// A rule of the domain refused it.
    Refused,
    /// Something else came first, or another holds what is needed.
    Conflict,
    /// Damage was found.
    Damage,
    /// The disk, the operating system or a file said no.
    Io,
}

/// Why the book could not do what it was asked. Nothing was written, unless it says otherwise.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// One or more rules refuse it.
    #[error("refused: {}", summary(.0))]
    Refused(Vec<Refusal>),
    /// There is no book in the folder.
    #[error("there is no book in {dir}", dir = dir.display())]
    NoBook {
        /// The folder.
        dir: PathBuf,
    },
    /// There is a book in the folder already.
    #[error("there is a book in {dir} already", dir = dir.display())]
    BookExists {
        /// The folder.
        dir: PathBuf,
    },
    /// The configuration cannot be understood.
    #[error("{path}: {what}", path = path.display())]
    Config {
        /// The file.
        path: PathBuf,
        /// What is wrong.
        what: String,
    },
    /// No dossier has this number.
    #[error("there is no dossier {number}")]
    NoSuchDossier {
        /// The number.
        number: String,
    },
    /// No event type has this name.
    #[error("there is no event {name}")]
    NoSuchEvent {
        /// The name.
        name: String,
    },
    /// The form names no dossier where one is needed.
    #[error("{event} needs a dossier")]
    DossierNeeded {
        /// Name of the event type.
        event: &'static str,
    },
    /// An exchange line cannot be read.
    #[error(transparent)]
    Line(#[from] LineError),
    /// A moment or day in a form cannot be read.
    #[error(transparent)]
    Time(#[from] crate::base::time::NotATime),
    /// The store failed.
    #[error(transparent)]
    Store(#[from] store::Error),
    /// The book has no edition of this catalogue: it was made before that came with the program.
    #[error("there is no edition of the catalogue {catalogue}", catalogue = catalogue.code())]
    NoEdition {
        /// The catalogue.
        catalogue: CatalogueKind,
    },
    /// Something came in between too often; try again.
    #[error("other entries kept coming first; try again")]
    Contended,
    /// The book is open for reading only.
    #[error("the book is open for reading only")]
    ReadOnly,
    /// A file has more lines than one import takes.
    #[error("more than {max} lines in one import; split the file by dossier")]
    TooManyLines {
        /// Lines allowed.
        max: usize,
    },
    /// A pipe gave more than is kept in memory.
    #[error("more than {max} bytes from a pipe; give a file instead")]
    TooLongForPipe {
        /// Bytes allowed.
        max: u64,
    },
    /// The operating system said no.
    #[error("{operation} {path}: {source}", path = path.display())]
    Io {
        /// What was attempted.
        operation: &'static str,
        /// On what.
        path: PathBuf,
        /// What it answered.
        source: std::io::Error,
    },
    /// The views failed; nothing in the book is touched by that.
    #[error(transparent)]
    Views(#[from] crate::views::Error),
    /// A question was not answered.
    #[error(transparent)]
    Ask(#[from] super::asking::AskError),
    /// An export with single persons in it, asked for by nobody who may.
    #[error("this holds single persons, and is for an analyst only")]
    AnalystOnly,
    /// Something is there already.
    #[error("{path} is there already", path = path.display())]
    OutputExists {
        /// What is there.
        path: PathBuf,
    },
    /// This program was built without it.
    #[error("this program was built without {what}")]
    NotBuiltIn {
        /// The name of the feature.
        what: &'static str,
    },
    /// A log has no objects of this type.
    #[error("there are no objects of type {given:?}; there are {there}")]
    NoSuchObjectType {
        /// The type that was asked for.
        given: String,
        /// The types with objects, for a person to choose from.
        there: String,
    },
    /// An object-centric log cannot be read or written.
    #[error(transparent)]
    Ocel(#[from] crate::exchange::ocel::Error),
    /// Something in a round cannot be done.
    #[error(transparent)]
    Audit(#[from] super::audits::AuditError),
    /// Something in a review by theme cannot be done.
    #[error(transparent)]
    Review(#[from] super::reviews::ReviewError),
    /// Learning by replay does not go on.
    #[error(transparent)]
    Learn(#[from] super::learning::LearnError),
    /// A file of another system's log cannot be read.
    #[error(transparent)]
    Xes(#[from] crate::exchange::xes::Error),
}

impl Error {
    pub(super) fn io(operation: &'static str, path: &Path, source: std::io::Error) -> Self {
        Self::Io {
            operation,
            path: path.to_owned(),
            source,
        }
    }

    /// What kind of trouble it is.
    #[must_use]
    pub fn kind(&self) -> Kind {
        match self {
            Self::Refused(refusals) => {
                if refusals.iter().all(|refusal| refusal.rule == Rule::Form) {
                    Kind::Usage
                } else {
                    Kind::Refused
                }
            }
            Self::NoBook { .. }
            | Self::Config { .. }
            | Self::NoSuchDossier { .. }
            | Self::NoSuchEvent { .. }
            | Self::DossierNeeded { .. }
            | Self::Line(_)
            | Self::Time(_)
            | Self::TooManyLines { .. }
            | Self::TooLongForPipe { .. }
            | Self::NotBuiltIn { .. }
            | Self::NoSuchObjectType { .. }
            | Self::NoEdition { .. }
            | Self::ReadOnly => Kind::Usage,
            Self::AnalystOnly => Kind::Refused,
            Self::BookExists { .. } | Self::OutputExists { .. } | Self::Contended => Kind::Conflict,
            Self::Store(error) => store_kind(error),
            Self::Views(error) => views_kind(error),
            Self::Ask(error) => error.kind(),
            Self::Audit(error) => error.kind(),
            Self::Review(error) => error.kind(),
            Self::Learn(error) => error.kind(),
            Self::Io { .. } | Self::Ocel(_) | Self::Xes(_) => Kind::Io,
        }
    }
}

fn views_kind(error: &crate::views::Error) -> Kind {
    use crate::views::Error as Views;
    match error {
        Views::Store(error) => store_kind(error),
        Views::Busy { .. } => Kind::Conflict,
        Views::Damaged { .. } => Kind::Damage,
        Views::Question { refused: true, .. } => Kind::Refused,
        Views::Question { .. } | Views::TooLarge => Kind::Usage,
        Views::Io(_) | Views::Engine { .. } | Views::Stopped => Kind::Io,
    }
}

fn store_kind(error: &store::Error) -> Kind {
    match error {
        store::Error::SameIdOtherContent { .. } => Kind::Conflict,
        store::Error::Log(error) => log_kind(error),
        store::Error::Codec(_) | store::Error::NoFacts { .. } => Kind::Damage,
        store::Error::Vault(error) => match error {
            vault::Error::Damaged { .. } | vault::Error::KeyFileDamaged { .. } => Kind::Damage,
            vault::Error::Busy { .. } => Kind::Conflict,
            _ => Kind::Io,
        },
        store::Error::Closed(
            vault::Closed::Damaged
            | vault::Closed::CommitmentMismatch
            | vault::Closed::KeyDamaged(_),
        ) => Kind::Damage,
        store::Error::Closed(_) => Kind::Io,
    }
}

fn log_kind(error: &log::Error) -> Kind {
    match error {
        error if error.is_damage() => Kind::Damage,
        log::Error::Conflict { .. }
        | log::Error::IdTaken { .. }
        | log::Error::RepeatedId { .. }
        | log::Error::TimeWentBack { .. }
        | log::Error::Locked { .. } => Kind::Conflict,
        log::Error::TooLarge { .. } | log::Error::Malformed { .. } => Kind::Usage,
        _ => Kind::Io,
    }
}

fn summary(refusals: &[Refusal]) -> String {
    let list: Vec<_> = refusals
        .iter()
        .map(|refusal| {
            format!(
                "{} at {:?}: {:?}",
                refusal.rule, refusal.field, refusal.fault
            )
        })
        .collect();
    list.join("; ")
}
