//! What was answered to signals, and where a signal stands on a day.

use super::kind::SignalKind;
use super::signal::{Answered, Signal, State};
use crate::base::{Day, EventId};
use crate::domain::{Dossier, Event};

/// An answer as it was recorded.
#[derive(Debug, Clone, PartialEq)]
pub struct Answer {
    /// The kind of signal.
    pub kind: SignalKind,
    /// The event the signal is about; `None` when the answer is about the whole dossier.
    pub about: Option<EventId>,
    /// The team of who answered, when it was said.
    pub team: Option<String>,
    /// What was answered.
    pub answered: Answered,
}

/// The answers in a dossier, in the order of recording.
#[must_use]
pub fn answers(dossier: &Dossier) -> Vec<Answer> {
    let answers = dossier.events().filter_map(|recorded| {
        let Event::SignalAnswered(answer) = &recorded.event else {
            return None;
        };
        Some(Answer {
            kind: SignalKind::from_slug(&answer.signal.0)?,
            about: answer.about.map(|about| about.0),
            team: recorded.common.team.as_ref().map(|team| team.0.clone()),
            answered: Answered {
                on: recorded.common.occurred_on,
                by: recorded.id,
                position: answer.answer,
            },
        })
    });
    answers.collect()
}

impl Answer {
    /// Whether who answered may answer for a team: for a signal about one team only that team, or
    /// who names none.
    #[must_use]
    pub fn is_for(&self, team: Option<&String>) -> bool {
        team.is_none() || self.team.is_none() || self.team.as_ref() == team
    }

    /// Whether it answers this signal: of its kind, begun by then, and about the same event. An
    /// answer about the whole dossier answers every one of its kind. What begins later is asked
    /// anew.
    #[must_use]
    pub fn is_to(&self, signal: &Signal) -> bool {
        self.kind == signal.kind
            && self.about.is_none_or(|about| signal.about == Some(about))
            && signal.since <= self.answered.on
    }
}

/// Where a signal stands on a day, and its last answer by then.
#[must_use]
pub fn state<'a>(
    signal: &Signal,
    answers: &'a [Answer],
    day: Day,
) -> (State, Option<&'a Answered>) {
    let answer = answers
        .iter()
        .filter(|answer| answer.answered.on <= day && answer.is_to(signal))
        .map(|answer| &answer.answered)
        .next_back();
    let state = if day < signal.since {
        State::Coming
    } else if !signal.holds_on(day) {
        State::Past
    } else if answer.is_some() {
        State::Answered
    } else {
        State::Open
    };
    (state, answer)
}
