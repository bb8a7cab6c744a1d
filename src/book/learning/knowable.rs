//! What could be known of a dossier at a place in the log: its story up to there, made from nothing
//! that came later.
//!
//! The ordinary story numbers its steps in the whole dossier, marks what was corrected later, and
//! asks of the whole dossier what the organisation did beside it. Here each of these is made anew
//! from the part that was known.

use std::collections::HashSet;

use crate::base::{EventId, Position};
use crate::book::error::Error;
use crate::book::form::dossier_name;
use crate::book::history::{AsKnown, Step, Story, state_shown};
use crate::book::masking::{masked, shields};
use crate::book::opening::Book;
use crate::domain::events::registry::StreamKind;
use crate::domain::{Dossier, Event, Recorded};
use crate::store::Opening;

impl Book {
    /// The story of a dossier before a position of the log; all of it when left out. Shieldings
    /// reach back, whenever they were recorded. What was looked back at and learned stays out,
    /// except findings that everybody could read.
    ///
    /// # Errors
    /// [`Error::NoSuchDossier`] when nothing was recorded by then; [`Error::Store`].
    pub(super) fn knowable(&self, number: &str, before: Option<Position>) -> Result<Story, Error> {
        let category = StreamKind::Case.category();
        let id = self.store.stream(category, &dossier_name(number))?.id;
        let all = self.own_events(id, Opening::Words, &|_| true)?;
        let end = Position(u64::MAX);
        let before = before.unwrap_or(end);
        let shielding = |recorded: &Recorded| matches!(recorded.event, Event::EntryShielded(_));
        let (mut shieldings, all): (Vec<_>, Vec<_>) = all.into_iter().partition(shielding);
        let mut events: Vec<Recorded> = all
            .into_iter()
            .filter(|recorded| recorded.position < before && was_readable(recorded))
            .collect();
        let related = self.related_before(id, &events, before)?;
        let (of_organisation, related): (Vec<_>, Vec<_>) = related.into_iter().partition(shielding);
        shieldings.extend(of_organisation);
        let beside: Vec<EventId> = related.iter().map(|recorded| recorded.id).collect();
        events.extend(related);
        events.sort_by_key(|recorded| recorded.position);
        // What repairs something that is not shown is not shown either.
        let mut there: HashSet<EventId> = HashSet::new();
        events.retain(|recorded| {
            let repairs = match &recorded.event {
                Event::EntryCorrected(correction) => there.contains(&correction.target.0),
                _ => true,
            };
            if repairs {
                there.insert(recorded.id);
            }
            repairs
        });
        if events.is_empty() {
            return Err(Error::NoSuchDossier {
                number: number.to_owned(),
            });
        }
        let shields = shields(&shieldings);
        let known = events.into_iter().fold(Dossier::default(), Dossier::evolve);
        let steps: Vec<Step> = known
            .entries()
            .iter()
            .zip(1..)
            .map(|(entry, number)| {
                let id = entry.recorded.id;
                let shielded = shields.get(&id).cloned().unwrap_or_default();
                let (recorded, common, data) = masked(entry.now(), &shielded);
                Step {
                    number,
                    recorded,
                    common,
                    data,
                    corrections: Vec::new(),
                    later_corrected: false,
                    shielded,
                    of_organisation: beside.contains(&id),
                }
            })
            .collect();
        let dossier = state_shown(&steps);
        let imported = dossier.is_imported();
        Ok(Story {
            number: number.to_owned(),
            as_known: AsKnown::default(),
            steps,
            dossier,
            left_out: 0,
            imported,
        })
    }

    /// The decisions of a dossier in the order of recording: id and place.
    pub(super) fn decisions(&self, number: &str) -> Result<Vec<(EventId, Position)>, Error> {
        let category = StreamKind::Case.category();
        let stream = self.store.stream(category, &dossier_name(number))?;
        let events = self.store.read_stream(stream, Opening::Facts)?;
        let taken = events
            .iter()
            .filter(|recorded| matches!(recorded.event, Event::DecisionTaken(_)));
        Ok(taken
            .map(|recorded| (recorded.id, recorded.position))
            .collect())
    }
}

/// Whether everybody who worked on the case could read an event when it was recorded. Whatever was
/// rated blind, written in private or learned is left out, opened or not.
fn was_readable(recorded: &Recorded) -> bool {
    match &recorded.event {
        Event::FindingRecorded(finding) => finding.blind != Some(true),
        Event::FindingAnswered(_) => true,
        other => matches!(other.event_type().stream_kind(), StreamKind::Case),
    }
}
