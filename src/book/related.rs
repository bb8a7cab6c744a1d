//! What the organisation did that belongs in the story of a dossier.

use std::collections::HashSet;

use super::error::Error;
use super::opening::Book;
use super::record::organisation_name;
use crate::base::{Day, EventId, StreamId};
use crate::domain::events::registry::StreamKind;
use crate::domain::{Event, Recorded};
use crate::store::Opening;

impl Book {
    /// Obstacles raised in this dossier, bundles that hold one of its exceptions, the answers to
    /// both, and the policy context of its municipality while it ran: the last one before its
    /// opening, and those until its closing.
    pub(super) fn related(&self, id: [u8; 16], own: &[Recorded]) -> Result<Vec<Recorded>, Error> {
        let Some(first) = own.first() else {
            return Ok(Vec::new());
        };
        let name = organisation_name(&first.common.municipality.0);
        let stream = self
            .store
            .stream(StreamKind::Organisation.category(), &name)?;
        let all = self.store.read_stream(stream, Opening::Words)?;
        let own_ids: HashSet<EventId> = own.iter().map(|recorded| recorded.id).collect();
        let closed = own.iter().find_map(|recorded| match recorded.event {
            Event::TrajectoryClosed(_) => Some(recorded.common.occurred_on),
            _ => None,
        });
        // Nothing closes a trajectory of another system: it lasts as long as its steps.
        let closed = closed.or_else(|| match first.event {
            Event::TrajectoryImported(_) => own.iter().map(|one| one.common.occurred_on).max(),
            _ => None,
        });
        let opened = first.common.occurred_on;
        let before = context_before(&all, opened);
        let mut related: HashSet<EventId> = HashSet::new();
        for recorded in &all {
            let belongs = match &recorded.event {
                Event::OrganisationalObstacleRaised(raised) => {
                    raised.case.is_some_and(|case| case.0 == id)
                }
                Event::ExceptionsBundled(bundle) => bundle
                    .exceptions
                    .iter()
                    .any(|exception| own_ids.contains(&exception.0)),
                Event::OrganisationAnswered(answer) => related.contains(&answer.about.0),
                Event::PolicyContextNoted(context) => {
                    Some(recorded.id) == before
                        || (context.from >= opened && closed.is_none_or(|day| context.from <= day))
                }
                _ => false,
            };
            if belongs {
                related.insert(recorded.id);
            }
        }
        Ok(all
            .into_iter()
            .filter(|recorded| related.contains(&recorded.id))
            .collect())
    }

    /// The stream of one kind of a dossier.
    pub(super) fn dossier_stream(kind: StreamKind, id: [u8; 16]) -> StreamId {
        StreamId {
            category: kind.category(),
            id,
        }
    }
}

/// The policy context that held when a trajectory opened.
fn context_before(all: &[Recorded], opened: Day) -> Option<EventId> {
    let mut latest: Option<(Day, EventId)> = None;
    for recorded in all {
        if let Event::PolicyContextNoted(context) = &recorded.event
            && context.from < opened
            && context.until.is_none_or(|until| until >= opened)
            && latest.is_none_or(|(from, _)| context.from >= from)
        {
            latest = Some((context.from, recorded.id));
        }
    }
    latest.map(|(_, id)| id)
}
