//! Why learning by replay does not go on.

use crate::book::error::Kind;

/// Why learning by replay does not go on; each has a sentence and a way out in the texts.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LearnError {
    /// No round has this name.
    #[error("there is no round {0}")]
    NoSuchRound(String),
    /// The round is there, but it is no round of learning.
    #[error("round {0} is no round of learning")]
    OtherKind(String),
    /// The round was closed.
    #[error("round {0} is closed")]
    Closed(String),
    /// The round has its cases already.
    #[error("round {0} has its cases already")]
    Filled(String),
    /// No case in the round has this name.
    #[error("there is no case {0} in this round")]
    NoSuchCase(String),
    /// Nobody confirmed that the shielded text of this dossier is right.
    #[error("nobody confirmed the shielding of {0}")]
    NotConfirmed(String),
    /// There is no decision in the dossier.
    #[error("there is no decision in {0}")]
    NoDecision(String),
    /// Every decision point of the case was answered.
    #[error("every decision point was answered")]
    NoMorePoints,
    /// There is no such point, or an earlier one was not answered; which of the two is not told.
    #[error("decision point {0} is not open")]
    NotOpen(usize),
    /// The learner did not lock an answer at this point.
    #[error("no answer is locked at decision point {0}")]
    NotLocked(usize),
    /// The learner locked an answer at this point before.
    #[error("an answer is locked at decision point {0} already")]
    Locked(usize),
    /// The learner finished this point before.
    #[error("decision point {0} is finished")]
    Finished(usize),
    /// Somebody asked for figures of one person.
    #[error("learning is never told per person")]
    PerPerson,
}

impl LearnError {
    /// The key of its sentences.
    #[must_use]
    pub fn key(&self) -> &'static str {
        match self {
            Self::NoSuchRound(_) => "learn-no-round",
            Self::OtherKind(_) => "learn-other-kind",
            Self::Closed(_) => "learn-closed",
            Self::Filled(_) => "learn-filled",
            Self::NoSuchCase(_) => "learn-no-case",
            Self::NotConfirmed(_) => "learn-not-confirmed",
            Self::NoDecision(_) => "learn-no-decision",
            Self::NoMorePoints => "learn-no-more",
            Self::NotOpen(_) => "learn-not-open",
            Self::NotLocked(_) => "learn-not-locked",
            Self::Locked(_) => "learn-locked",
            Self::Finished(_) => "learn-finished",
            Self::PerPerson => "learn-per-person",
        }
    }

    /// What it is about.
    #[must_use]
    pub fn given(&self) -> String {
        match self {
            Self::NoSuchRound(text)
            | Self::OtherKind(text)
            | Self::Closed(text)
            | Self::Filled(text)
            | Self::NoSuchCase(text)
            | Self::NotConfirmed(text)
            | Self::NoDecision(text) => text.clone(),
            Self::NotOpen(point)
            | Self::NotLocked(point)
            | Self::Locked(point)
            | Self::Finished(point) => point.to_string(),
            Self::NoMorePoints | Self::PerPerson => String::new(),
        }
    }

    /// What kind of trouble it is.
    #[must_use]
    pub fn kind(&self) -> Kind {
        match self {
            Self::NoSuchRound(_)
            | Self::OtherKind(_)
            | Self::NoSuchCase(_)
            | Self::NoDecision(_)
            | Self::NoMorePoints => Kind::Usage,
            _ => Kind::Refused,
        }
    }
}
