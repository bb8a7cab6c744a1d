//! The projection of what an organisation records: obstacles, answers, bundles, policy.

use std::collections::HashMap;

use super::Projection;
use super::case::{position, targets};
use super::ledger::{Head, Ledger, Sheet};
use super::seen::{Seen, code_cell, day_cell, whole, whole_cell};
use crate::base::{EventId, Position};
use crate::domain::codes::{Direction, Initiator, Nature, ObstacleKind, OrganisationVerdict, Role};
use crate::domain::events::Event;
use crate::domain::values::CaseRef;
use crate::domain::{EventType, Recorded};
use crate::views::table::Cell;
use crate::views::tables::organisation::{
    BundleExceptions, Bundles, Obstacles, OrganisationAnswers, PolicyContext,
};

/// Every version of every row of one organisation stream.
///
/// `events` in the order of their positions, facts only. `places` gives the position of any event
/// of the book, `dossiers` the dossier with these 128 bits: the position of its first event.
#[must_use]
pub fn organisation(
    events: &[Recorded],
    places: &dyn Fn(EventId) -> Option<Position>,
    dossiers: &dyn Fn(CaseRef) -> Option<Position>,
) -> Projection {
    let mut stream = Stream {
        events,
        index: HashMap::with_capacity(events.len()),
        answers: HashMap::new(),
        places,
        dossiers,
        last: Position::START,
    };
    let mut ledger = Ledger::default();
    let mut at = 0;
    while let Some(first) = events.get(at) {
        let moment = first.recorded_at;
        let mut touched = Vec::new();
        while let Some(next) = events.get(at).filter(|next| next.recorded_at <= moment) {
            stream.last = next.position;
            stream.index.insert(next.id, at);
            touched.push(at);
            if let Event::OrganisationAnswered(answer) = &next.event {
                let id = answer.about.0;
                stream.answers.entry(id).or_default().push(at);
                touched.extend(targets(&next.event).filter_map(|id| stream.index.get(&id)));
            }
            at += 1;
        }
        touched.sort_unstable();
        touched.dedup();
        for at in touched {
            let mut sheet = Sheet::new(stream.head(at), moment.0);
            stream.rows(at, &mut sheet);
            ledger.put(at, sheet);
        }
    }
    Projection {
        rows: ledger.into_rows(),
    }
}

struct Stream<'a> {
    events: &'a [Recorded],
    index: HashMap<EventId, usize>,
    /// Answers by what they are about.
    answers: HashMap<EventId, Vec<usize>>,
    places: &'a dyn Fn(EventId) -> Option<Position>,
    dossiers: &'a dyn Fn(CaseRef) -> Option<Position>,
    /// The position up to which is known.
    last: Position,
}

impl Stream<'_> {
    fn place(&self, id: EventId) -> Option<i64> {
        let found = (self.places)(id).filter(|position| *position <= self.last)?;
        i64::try_from(found.0).ok()
    }

    fn head(&self, at: usize) -> Head {
        let recorded = &self.events[at];
        let seen = Seen::new(recorded, &[]);
        let common = &recorded.common;
        let case = match &recorded.event {
            Event::OrganisationalObstacleRaised(raised) => raised.case,
            Event::OrganisationAnswered(answer) => {
                self.index
                    .get(&answer.about.0)
                    .and_then(|about| match &self.events[*about].event {
                        Event::OrganisationalObstacleRaised(raised) => raised.case,
                        _ => None,
                    })
            }
            _ => None,
        };
        let dossier = case
            .and_then(|case| (self.dossiers)(case))
            .filter(|position| *position < recorded.position);
        Head {
            position: position(recorded),
            dossier: dossier.and_then(|position| i64::try_from(position.0).ok()),
            municipality: seen.key("municipality", common.municipality.0.as_str()),
            team: seen.key("team", common.team.as_ref().map(|team| team.0.as_str())),
            occurred_day: day_cell(seen.day()),
        }
    }

    /// Answers to an entry so far, in order.
    fn answers(&self, at: usize) -> impl Iterator<Item = &Recorded> {
        self.answers
            .get(&self.events[at].id)
            .into_iter()
            .flatten()
            .map(|answer| &self.events[*answer])
    }

    fn rows(&self, at: usize, sheet: &mut Sheet) {
        let recorded = &self.events[at];
        let seen = Seen::new(recorded, &[]);
        let answered = self.answers(at).next();
        let answered = day_cell(answered.map(|answer| answer.common.occurred_on));
        match &recorded.event {
            Event::OrganisationalObstacleRaised(raised) => {
                let last = self
                    .answers(at)
                    .filter_map(|answer| match &answer.event {
                        Event::OrganisationAnswered(answer) => Some(answer.verdict),
                        _ => None,
                    })
                    .last();
                let claimed = raised.claimed_source.0.as_ref();
                let initiated = recorded.common.initiated_by;
                sheet.add(
                    0,
                    Obstacles {
                        kind: seen.code("kind", ObstacleKind::code(raised.kind)),
                        claimed_source: seen
                            .key("claimed_source", claimed.map(|one| one.0.as_str())),
                        by_role: seen.code("role", Role::code(recorded.common.role)),
                        initiated_by: seen.code("initiated_by", initiated.map(Initiator::code)),
                        answered_day: answered,
                        answer: code_cell(last.map(OrganisationVerdict::code)),
                    },
                );
            }
            Event::OrganisationAnswered(answer) => {
                let about = self.index.get(&answer.about.0);
                let about_type = about.map(|about| self.events[*about].event.event_type());
                let source = answer.source.0.as_ref();
                sheet.add(
                    0,
                    OrganisationAnswers {
                        about: whole_cell(self.place(answer.about.0)),
                        about_type: code_cell(about_type.map(EventType::name)),
                        verdict: seen.code("verdict", OrganisationVerdict::code(answer.verdict)),
                        source: seen.key("source", source.map(|one| one.0.as_str())),
                        owner: seen.key("owner", answer.owner.0.as_str()),
                        valid_from_day: seen.on("valid_from", answer.valid_from),
                    },
                );
            }
            Event::ExceptionsBundled(bundle) => {
                sheet.add(
                    0,
                    Bundles {
                        nature: seen.code("nature", Nature::code(bundle.nature)),
                        addressee: seen.key("addressee", bundle.addressee.0.as_str()),
                        cost: seen.money("cost_sum_eur", bundle.cost_sum_eur),
                        exceptions: Cell::Whole(whole(bundle.exceptions.len())),
                        answered_day: answered,
                    },
                );
                for (item, exception) in bundle.exceptions.iter().enumerate() {
                    sheet.add(
                        item,
                        BundleExceptions {
                            bundle: Cell::Whole(position(recorded)),
                            exception: whole_cell(self.place(exception.0)),
                        },
                    );
                }
            }
            Event::PolicyContextNoted(noted) => sheet.add(
                0,
                PolicyContext {
                    from_day: seen.on("from", noted.from),
                    until_day: seen.on("until", noted.until),
                    direction: seen.code("direction", Direction::code(noted.direction)),
                    topic: seen.key("topic", noted.topic.as_ref().map(|one| one.0.as_str())),
                },
            ),
            _ => {}
        }
    }
}
