//! What is kept from everybody until it is opened: blind ratings and findings, and views that were
//! written before anybody spoke; and the answers of learners.
//!
//! Pure: a dossier's own streams tell what is withheld. What is opened takes its place at the
//! moment of opening, so that until then everything reads as if it were not there.

use std::collections::HashMap;

use super::events::{Event, EventType};
use super::recorded::Recorded;
use super::values::Code;
use crate::base::{EventId, Position, Timestamp};

/// Until when an event is kept from everybody but its writer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Until<'a> {
    /// Until its round is opened, in the same dossier or organisation.
    Opened(&'a Code),
    /// Until its writer has finished learning.
    Learned,
}

impl Event {
    /// Whether an event of this content is kept from everybody until something else happens.
    #[must_use]
    pub fn is_private(&self) -> bool {
        self.until().is_some()
    }

    fn until(&self) -> Option<Until<'_>> {
        match self {
            Self::ReviewHeld(held) => {
                let blind = held.blind == Some(true);
                held.round.as_ref().filter(|_| blind).map(Until::Opened)
            }
            Self::FindingRecorded(finding) => {
                let blind = finding.blind == Some(true);
                finding.round.as_ref().filter(|_| blind).map(Until::Opened)
            }
            Self::ViewWritten(view) => Some(Until::Opened(&view.round)),
            Self::LearningAnswerLocked(_) => Some(Until::Learned),
            _ => None,
        }
    }
}

impl EventType {
    /// Whether events of this type can be kept from everybody for a time.
    #[must_use]
    pub const fn may_be_private(self) -> bool {
        matches!(
            self,
            Self::ReviewHeld
                | Self::FindingRecorded
                | Self::ViewWritten
                | Self::LearningAnswerLocked
        )
    }
}

/// What has to happen before an event may be seen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum KeptUntil {
    /// The ratings and views of this round are opened.
    RoundOpened(Code),
    /// Its writer has finished learning.
    Learned,
}

impl From<Until<'_>> for KeptUntil {
    fn from(until: Until<'_>) -> Self {
        match until {
            Until::Opened(round) => Self::RoundOpened(round.clone()),
            Until::Learned => Self::Learned,
        }
    }
}

/// From where on an event may be seen.
type Since = (Position, Timestamp);

/// What is withheld in one dossier, or in what one organisation recorded.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Withheld {
    hidden: HashMap<EventId, KeptUntil>,
    opened: HashMap<EventId, Since>,
}

impl Withheld {
    /// What is withheld, and what was opened when, by events in the order of the log.
    #[must_use]
    pub fn of<'a>(events: impl IntoIterator<Item = &'a Recorded>) -> Self {
        let mut found = Self::default();
        let mut waiting: Vec<(Until<'a>, &'a Recorded)> = Vec::new();
        let mut repairs: HashMap<EventId, Vec<EventId>> = HashMap::new();
        for recorded in events {
            let since = (recorded.position, recorded.recorded_at);
            match &recorded.event {
                Event::RoundOpened(opened) => {
                    waiting.retain(|(until, one)| {
                        let opens = *until == Until::Opened(&opened.round);
                        found.open(opens, one.id, since, &repairs)
                    });
                }
                Event::ReplayCompleted(replay) => {
                    waiting.retain(|(until, one)| {
                        let named = replay.answer.is_some_and(|answer| answer.0 == one.id);
                        found.open(named && *until == Until::Learned, one.id, since, &repairs)
                    });
                }
                // What repairs something hidden is hidden with it.
                Event::EntryCorrected(correction) => {
                    found.along(correction.target.0, recorded.id, &mut repairs);
                }
                Event::EntryShielded(shielding) => {
                    found.along(shielding.target.0, recorded.id, &mut repairs);
                }
                event => {
                    if let Some(until) = event.until() {
                        found.hidden.insert(recorded.id, until.into());
                        waiting.push((until, recorded));
                    }
                }
            }
        }
        found
    }

    /// Opens an event when it is time; gives whether it waits on.
    fn open(
        &mut self,
        now: bool,
        id: EventId,
        since: Since,
        repairs: &HashMap<EventId, Vec<EventId>>,
    ) -> bool {
        if !now {
            return true;
        }
        let mut all = vec![id];
        while let Some(id) = all.pop() {
            if self.hidden.remove(&id).is_some() {
                self.opened.insert(id, since);
            }
            all.extend(repairs.get(&id).into_iter().flatten());
        }
        false
    }

    fn along(
        &mut self,
        target: EventId,
        repair: EventId,
        repairs: &mut HashMap<EventId, Vec<EventId>>,
    ) {
        if let Some(until) = self.hidden.get(&target).cloned() {
            self.hidden.insert(repair, until);
            repairs.entry(target).or_default().push(repair);
        }
    }

    /// Whether nothing was ever withheld.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.hidden.is_empty() && self.opened.is_empty()
    }

    /// Whether an event is kept from everybody now.
    #[must_use]
    pub fn is_hidden(&self, id: EventId) -> bool {
        self.hidden.contains_key(&id)
    }

    /// What has to happen before an event may be seen; `None` when it may be seen.
    #[must_use]
    pub fn until(&self, id: EventId) -> Option<&KeptUntil> {
        self.hidden.get(&id)
    }

    /// From which place of the log and which moment on an event may be seen: its own, or that of
    /// its opening.
    #[must_use]
    pub fn since(&self, recorded: &Recorded) -> Since {
        let opened = self.opened.get(&recorded.id).copied();
        opened.unwrap_or((recorded.position, recorded.recorded_at))
    }

    /// The events that may be seen, each where and when it became visible. What was opened stands
    /// before its opening, with the moment of that opening.
    #[must_use]
    pub fn shown(&self, events: Vec<Recorded>) -> Vec<Recorded> {
        if self.is_empty() {
            return events;
        }
        let mut shown = events;
        shown.retain(|recorded| !self.is_hidden(recorded.id));
        for recorded in &mut shown {
            recorded.recorded_at = self.since(recorded).1;
        }
        shown.sort_by_key(|one| self.place(one));
        shown
    }

    /// The place of an event among those that may be seen; what is opened stands before its
    /// opening.
    #[must_use]
    pub fn place(&self, recorded: &Recorded) -> (Position, bool, Position) {
        let opened = self.opened.contains_key(&recorded.id);
        (self.since(recorded).0, !opened, recorded.position)
    }

    /// Takes in what is withheld elsewhere.
    pub fn absorb(&mut self, other: Self) {
        self.hidden.extend(other.hidden);
        self.opened.extend(other.opened);
    }
}

/// The events that may be seen now, each where and when it became visible; see [`Withheld::shown`].
#[must_use]
pub fn shown(events: Vec<Recorded>) -> Vec<Recorded> {
    Withheld::of(&events).shown(events)
}
