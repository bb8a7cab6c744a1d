//! A signal: which kind, about what, from which day until which day.

use super::kind::SignalKind;
use crate::base::{Day, EventId};
use crate::domain::codes::{Corner, Position3};
use crate::domain::values::Code;

/// A question to a colleague, over an interval of days.
#[derive(Debug, Clone, PartialEq)]
pub struct Signal {
    /// Which kind.
    pub kind: SignalKind,
    /// The event it is about; `None` when it is about the dossier or team as a whole.
    pub about: Option<EventId>,
    /// First day on which it holds; may lie in the future.
    pub since: Day,
    /// First day on which it no longer holds; `None` while nothing ends it.
    pub until: Option<Day>,
    /// Key and value of the norm that was used.
    pub norm: Option<(&'static str, f64)>,
    /// The number that belongs to it, in the unit its kind describes.
    pub number: Option<f64>,
    /// The corner of the value triangle, of its kind or of this override.
    pub corner: Option<Corner>,
    /// The unit or group it names: who wrote the letter, who owns the answer, which band is missed.
    pub unit: Option<Code>,
}

impl Signal {
    /// A signal from a day on that nothing ends.
    pub(super) fn new(kind: SignalKind, about: Option<EventId>, since: Day) -> Self {
        Self {
            kind,
            about,
            since,
            until: None,
            norm: None,
            number: None,
            corner: kind.corner(),
            unit: None,
        }
    }

    /// The same, until a day; `None` when no day is left of it.
    pub(super) fn until(mut self, until: Option<Day>) -> Option<Self> {
        self.until = until;
        until.is_none_or(|until| until > self.since).then_some(self)
    }

    /// The same, with the norm that was used.
    pub(super) fn with_norm(mut self, norm: (&'static str, f64)) -> Self {
        self.norm = Some(norm);
        self
    }

    /// The same, with its number.
    pub(super) fn with_number(mut self, number: impl Into<f64>) -> Self {
        self.number = Some(number.into());
        self
    }

    /// Whether it holds on a day, answered or not.
    #[must_use]
    pub fn holds_on(&self, day: Day) -> bool {
        self.since <= day && self.until.is_none_or(|until| until > day)
    }

    /// For how many days it holds on a day, the first one counted as one. For a passed limit these
    /// are the days over.
    #[must_use]
    pub fn days_on(&self, day: Day) -> i32 {
        day.days_since(self.since) + 1
    }
}

/// What somebody answered to a signal.
#[derive(Debug, Clone, PartialEq)]
pub struct Answered {
    /// Day of the answer.
    pub on: Day,
    /// The event that answers.
    pub by: EventId,
    /// Agree, partly, disagree.
    pub position: Position3,
}

/// Where a signal stands on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// It will hold later, when nothing comes in between.
    Coming,
    /// It holds and nobody answered.
    Open,
    /// It was answered; it stays to be seen.
    Answered,
    /// What it asked for happened.
    Past,
}

impl State {
    /// Its code in output and in keys of texts.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Coming => "coming",
            Self::Open => "open",
            Self::Answered => "answered",
            Self::Past => "past",
        }
    }
}
