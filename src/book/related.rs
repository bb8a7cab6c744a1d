//! What the organisation did that belongs in the story of a dossier.
//!
//! Where such events stand is kept in memory and read on from where it stopped, so that a story
//! costs the same however much a municipality has recorded.

use std::collections::{BTreeSet, HashMap};
use std::sync::PoisonError;

use super::error::Error;
use super::opening::Book;
use super::record::organisation_name;
use crate::base::{Day, EventId, Position, StreamId};
use crate::domain::events::registry::StreamKind;
use crate::domain::{Event, Recorded};
use crate::log::Query;
use crate::store::{self, NotRead, Opening};

/// Where the events of one organisation stand, by what they are about.
#[derive(Debug, Default)]
pub(super) struct Organisation {
    /// The version that is read next.
    next: u64,
    obstacles: HashMap<[u8; 16], Vec<(Position, EventId)>>,
    bundles: HashMap<EventId, Vec<(Position, EventId)>>,
    answers: HashMap<EventId, Vec<Position>>,
    contexts: Vec<Context>,
    /// Corrections and shieldings, by what they are about.
    repairs: HashMap<EventId, Vec<(Position, EventId)>>,
    /// Which event stands where.
    ids: HashMap<Position, EventId>,
}

/// What says of a dossier which events of its organisation belong in its story.
#[derive(Debug)]
pub(super) struct Outline {
    /// The bits that its streams share.
    pub(super) id: [u8; 16],
    /// Day on which it was opened.
    pub(super) opened: Day,
    /// Day on which it was closed; of an imported one, that of its last step.
    pub(super) closed: Option<Day>,
    /// The exceptions that were made in it.
    pub(super) exceptions: Vec<EventId>,
}

impl Outline {
    fn new(id: [u8; 16], first: &Recorded, own: &[Recorded]) -> Self {
        let closed = own.iter().find_map(|recorded| match recorded.event {
            Event::TrajectoryClosed(_) => Some(recorded.common.occurred_on),
            _ => None,
        });
        // Nothing closes a trajectory of another system: it lasts as long as its steps.
        let closed = closed.or_else(|| match first.event {
            Event::TrajectoryImported(_) => own.iter().map(|one| one.common.occurred_on).max(),
            _ => None,
        });
        let made = |one: &&Recorded| matches!(one.event, Event::ExceptionMade(_));
        Self {
            id,
            opened: first.common.occurred_on,
            closed,
            exceptions: own.iter().filter(made).map(|one| one.id).collect(),
        }
    }
}

#[derive(Debug)]
struct Context {
    position: Position,
    from: Day,
    until: Option<Day>,
}

impl Organisation {
    fn take(&mut self, recorded: &Recorded) {
        let (position, id) = (recorded.position, recorded.id);
        self.next = recorded.version.0 + 1;
        self.ids.insert(position, id);
        match &recorded.event {
            Event::EntryCorrected(correction) => self.repaired(correction.target.0, position, id),
            Event::EntryShielded(shielding) => self.repaired(shielding.target.0, position, id),
            Event::OrganisationalObstacleRaised(raised) => {
                if let Some(case) = raised.case {
                    self.obstacles
                        .entry(case.0)
                        .or_default()
                        .push((position, id));
                }
            }
            Event::ExceptionsBundled(bundle) => {
                for exception in &bundle.exceptions {
                    let bundles = self.bundles.entry(exception.0).or_default();
                    bundles.push((position, id));
                }
            }
            Event::OrganisationAnswered(answer) => {
                let answers = self.answers.entry(answer.about.0).or_default();
                answers.push(position);
            }
            Event::PolicyContextNoted(context) => self.contexts.push(Context {
                position,
                from: context.from,
                until: context.until,
            }),
            _ => {}
        }
    }

    /// Positions of what was known of a dossier before a position, and of every repair of it. What
    /// came later is not even looked at: it could displace what was known, or end the dossier.
    fn known_before(&self, own: &Outline, before: Position) -> BTreeSet<Position> {
        let known = |(position, _): &&(Position, EventId)| *position < before;
        let mut about: Vec<(Position, EventId)> = Vec::new();
        let raised = self.obstacles.get(&own.id).into_iter().flatten();
        about.extend(raised.filter(known));
        for exception in &own.exceptions {
            let bundles = self.bundles.get(exception).into_iter().flatten();
            about.extend(bundles.filter(known));
        }
        let mut found = BTreeSet::new();
        for (position, id) in about {
            found.insert(position);
            let answers = self.answers.get(&id).into_iter().flatten();
            found.extend(answers.filter(|position| **position < before));
        }
        let contexts: Vec<&Context> = self
            .contexts
            .iter()
            .filter(|context| context.position < before)
            .collect();
        let held = contexts.iter().filter(|context| {
            context.from < own.opened && context.until.is_none_or(|until| until >= own.opened)
        });
        let held = held.max_by_key(|context| (context.from, context.position));
        found.extend(held.map(|context| context.position));
        let during = contexts.iter().filter(|context| {
            context.from >= own.opened && own.closed.is_none_or(|day| context.from <= day)
        });
        found.extend(during.map(|context| context.position));
        self.with_repairs(found)
    }

    fn repaired(&mut self, target: EventId, position: Position, id: EventId) {
        let repairs = self.repairs.entry(target).or_default();
        repairs.push((position, id));
    }

    /// Corrections and shieldings of what was found, and shieldings of those corrections.
    fn with_repairs(&self, mut found: BTreeSet<Position>) -> BTreeSet<Position> {
        let ids = found.iter().filter_map(|position| self.ids.get(position));
        let mut targets: Vec<EventId> = ids.copied().collect();
        while let Some(target) = targets.pop() {
            for (position, id) in self.repairs.get(&target).into_iter().flatten() {
                if found.insert(*position) {
                    targets.push(*id);
                }
            }
        }
        found
    }

    /// Positions of what belongs to a dossier, in order.
    fn of(&self, own: &Outline) -> BTreeSet<Position> {
        let mut found = BTreeSet::new();
        if self.next == 0 {
            return found;
        }
        let mut about: Vec<(Position, EventId)> =
            self.obstacles.get(&own.id).cloned().unwrap_or_default();
        for exception in &own.exceptions {
            about.extend(self.bundles.get(exception).into_iter().flatten());
        }
        for (position, id) in about {
            found.insert(position);
            found.extend(self.answers.get(&id).into_iter().flatten());
        }
        found.extend(self.before(own.opened));
        let during = |context: &&Context| {
            context.from >= own.opened && own.closed.is_none_or(|day| context.from <= day)
        };
        let during = self.contexts.iter().filter(during);
        found.extend(during.map(|context| context.position));
        self.with_repairs(found)
    }

    /// The policy context that held when a trajectory opened.
    fn before(&self, opened: Day) -> Option<Position> {
        let held = self.contexts.iter().filter(|context| {
            context.from < opened && context.until.is_none_or(|until| until >= opened)
        });
        held.max_by_key(|context| (context.from, context.position))
            .map(|context| context.position)
    }
}

impl Book {
    /// Obstacles raised in this dossier, bundles that hold one of its exceptions, the answers to
    /// both, what was corrected or shielded in them, and the policy context of its municipality while it ran: the last one before its
    /// opening, and those until its closing.
    pub(super) fn related(&self, id: [u8; 16], own: &[Recorded]) -> Result<Vec<Recorded>, Error> {
        let positions = self.related_positions(id, own)?;
        let mut related = Vec::with_capacity(positions.len());
        for position in positions {
            related.extend(self.store.event_at(position, Opening::Words)?);
        }
        Ok(related)
    }

    /// Where those events stand, without opening them.
    pub(super) fn related_positions(
        &self,
        id: [u8; 16],
        own: &[Recorded],
    ) -> Result<BTreeSet<Position>, Error> {
        let Some(first) = own.first() else {
            return Ok(BTreeSet::new());
        };
        self.positions_beside(&first.common.municipality.0, &Outline::new(id, first, own))
    }

    /// What the organisation did that was known of a dossier before a position, given what the
    /// dossier itself held by then; and every later shielding of that, which reaches back.
    pub(super) fn related_before(
        &self,
        id: [u8; 16],
        own: &[Recorded],
        before: Position,
    ) -> Result<Vec<Recorded>, Error> {
        let Some(first) = own.first() else {
            return Ok(Vec::new());
        };
        let name = organisation_name(&first.common.municipality.0);
        let stream = self
            .store
            .stream(StreamKind::Organisation.category(), &name)?;
        let positions = {
            let mut all = self
                .organisations
                .lock()
                .unwrap_or_else(PoisonError::into_inner);
            let organisation = all.entry(stream.id).or_default();
            self.read_on(stream, organisation)?;
            organisation.known_before(&Outline::new(id, first, own), before)
        };
        let mut related = Vec::with_capacity(positions.len());
        for position in positions {
            let event = self.store.event_at(position, Opening::Words)?;
            related.extend(event.filter(|event| {
                position < before || matches!(event.event, Event::EntryShielded(_))
            }));
        }
        Ok(related)
    }

    /// As [`Book::related_positions`], of a dossier of which only the outline is known.
    pub(super) fn positions_beside(
        &self,
        municipality: &str,
        own: &Outline,
    ) -> Result<BTreeSet<Position>, Error> {
        let name = organisation_name(municipality);
        let stream = self
            .store
            .stream(StreamKind::Organisation.category(), &name)?;
        let mut all = self
            .organisations
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        let organisation = all.entry(stream.id).or_default();
        self.read_on(stream, organisation)?;
        Ok(organisation.of(own))
    }

    /// Takes in what the organisation recorded since; only facts, for they say what it is about.
    fn read_on(&self, stream: StreamId, organisation: &mut Organisation) -> Result<(), Error> {
        let head = self.store.stream_head(stream)?;
        if head.is_none_or(|head| head.version.0 < organisation.next) {
            return Ok(());
        }
        let query = Query::stream(stream).from(organisation.next);
        let mut reading = self.store.read(&query, Opening::Facts)?;
        while let Some(item) = reading.next()? {
            match item.content {
                Ok(recorded) => organisation.take(&recorded),
                Err(NotRead::Closed(why)) => return Err(store::Error::Closed(why).into()),
                Err(NotRead::Unreadable(_)) => organisation.next = item.entry.version.0 + 1,
            }
        }
        Ok(())
    }

    /// The stream of one kind of a dossier.
    pub(super) fn dossier_stream(kind: StreamKind, id: [u8; 16]) -> StreamId {
        StreamId {
            category: kind.category(),
            id,
        }
    }
}
