//! Dates that are to be kept: reviews, limits, promises, goals and the like (Q51).

use super::promises::promised;
use super::seen::{Seen, earlier};
use super::weighing::view_known;
use crate::base::{Day, EventId};
use crate::domain::codes::{ClientPosition, GoalResult, MeasureMoment, ObstacleState};
use crate::domain::{Catalogues, Dossier, Event, Recorded};

/// What a date is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TermKind {
    /// An instrument is discussed; settled by its review or its end.
    InstrumentReview,
    /// An instrument ends; settled by its end. One term: the limit that holds now.
    InstrumentLimit,
    /// A decision is looked at again; settled by a conversation or decision on or after that day,
    /// when it is changed or withdrawn, or by the closing.
    DecisionReview,
    /// Permission against a *nee* ends; settled when the decision ends, is changed or withdrawn.
    OverrideEnd,
    /// A promise is kept.
    Promise,
    /// Practical help is there; settled when the obstacle is solved or manageable.
    Stabilisation,
    /// A pause of demands ends; settled by a conversation or decision on or after that day.
    PauseEnd,
    /// A goal is reached; settled when it is reached or let go, or discussed on or after that day.
    Goal,
    /// What was promised in answer to a finding or signal; settled by a review session on or after
    /// that day, or by a closing after it was promised.
    FindingAction,
    /// Aftercare; settled by a measurement *na* or the client's voice after the closing.
    Aftercare,
    /// The client is asked for their view of a decision.
    ClientQuestion,
}

impl TermKind {
    /// Every kind.
    pub const ALL: [Self; 11] = [
        Self::InstrumentReview,
        Self::InstrumentLimit,
        Self::DecisionReview,
        Self::OverrideEnd,
        Self::Promise,
        Self::Stabilisation,
        Self::PauseEnd,
        Self::Goal,
        Self::FindingAction,
        Self::Aftercare,
        Self::ClientQuestion,
    ];

    /// Its code in tables and in keys of texts.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::InstrumentReview => "instrument_review",
            Self::InstrumentLimit => "instrument_limit",
            Self::DecisionReview => "decision_review",
            Self::OverrideEnd => "override_end",
            Self::Promise => "promise",
            Self::Stabilisation => "stabilisation",
            Self::PauseEnd => "pause_end",
            Self::Goal => "goal",
            Self::FindingAction => "finding_action",
            Self::Aftercare => "aftercare",
            Self::ClientQuestion => "client_question",
        }
    }
}

/// A date that is to be kept.
#[derive(Debug, Clone, PartialEq)]
pub struct Term {
    /// What it is about.
    pub kind: TermKind,
    /// The event that set it.
    pub about: EventId,
    /// Which one of that event, from 0.
    pub item: usize,
    /// The date; a promise may have none.
    pub due: Option<Day>,
    /// When it was settled.
    pub settled: Option<Day>,
}

/// Every term in a dossier, settled or not, in the order of the dates, undated promises last.
#[must_use]
pub fn terms(dossier: &Dossier) -> Vec<Term> {
    let none = Catalogues::default();
    let seen = Seen::new(dossier, &none);
    let mut all = of_instruments(&seen);
    all.extend(of_weighings(&seen));
    all.extend(of_events(&seen));
    all.extend(promised(dossier).into_iter().map(|promise| {
        let item = usize::try_from(promise.number - 1).unwrap_or_default();
        let settled = promise.kept_on;
        Term {
            item,
            ..term(TermKind::Promise, promise.event, promise.due, settled)
        }
    }));
    all.sort_by_key(|term| (term.due.is_none(), term.due, term.kind));
    all
}

fn term(kind: TermKind, about: EventId, due: Option<Day>, settled: Option<Day>) -> Term {
    Term {
        kind,
        about,
        item: 0,
        due,
        settled,
    }
}

/// The first day on which something of this kind happened.
fn first(seen: &Seen<'_>, wanted: &dyn Fn(&Recorded, Day) -> bool) -> Option<Day> {
    let found = seen.events().filter_map(|recorded| {
        let day = recorded.common.occurred_on;
        wanted(recorded, day).then_some(day)
    });
    found.min()
}

fn of_instruments(seen: &Seen<'_>) -> Vec<Term> {
    let mut all = Vec::new();
    for instrument in seen.dossier.instruments() {
        let reviewed = first(seen, &|recorded, _| match &recorded.event {
            Event::InstrumentReviewed(review) => review.instrument.0 == instrument.id,
            _ => false,
        });
        let ended = earlier(instrument.ended_on, seen.closed());
        let review = Some(instrument.started.review_on);
        let settled = earlier(reviewed, ended);
        all.push(term(
            TermKind::InstrumentReview,
            instrument.id,
            review,
            settled,
        ));
        let limit = Some(instrument.limit);
        all.push(term(TermKind::InstrumentLimit, instrument.id, limit, ended));
    }
    all
}

/// First conversation or decision on or after a day.
fn looked_again(seen: &Seen<'_>, from: Day) -> Option<Day> {
    first(seen, &|recorded, day| {
        let looks = matches!(
            recorded.event,
            Event::ConversationHeld(_) | Event::DecisionTaken(_)
        );
        looks && day >= from
    })
}

fn of_weighings(seen: &Seen<'_>) -> Vec<Term> {
    let mut all = Vec::new();
    for weighing in seen.weighings() {
        let stops = earlier(weighing.replaced_on, seen.closed());
        let review = seen.dossier.decision(weighing.id).map(|one| one.review_on);
        if let Some(review) = review {
            let settled = earlier(looked_again(seen, review), stops);
            let kind = TermKind::DecisionReview;
            all.push(term(kind, weighing.id, Some(review), settled));
        }
        for (item, given) in weighing.overrides.iter().enumerate() {
            let settled = earlier(stops, weighing.last_day);
            let due = Some(given.until);
            all.push(Term {
                item,
                ..term(TermKind::OverrideEnd, weighing.id, due, settled)
            });
        }
        let view = weighing.client_view;
        let view = view.filter(|view| view.position == ClientPosition::Unknown);
        if let Some(ask_by) = view.and_then(|view| view.ask_by) {
            let settled = view_known(seen, weighing);
            let kind = TermKind::ClientQuestion;
            all.push(term(kind, weighing.id, Some(ask_by), settled));
        }
    }
    all
}

fn of_events(seen: &Seen<'_>) -> Vec<Term> {
    let closed = seen.closed();
    let mut all = Vec::new();
    for recorded in seen.events() {
        let id = recorded.id;
        match &recorded.event {
            Event::StabilisationAgreed(agreed) => {
                let settled = first(seen, &|one, _| match &one.event {
                    Event::ObstacleStabilised(done) => {
                        done.obstacle == agreed.obstacle && done.state != ObstacleState::Failed
                    }
                    _ => false,
                });
                let settled = earlier(settled, closed);
                let due = Some(agreed.by_when);
                all.push(term(TermKind::Stabilisation, id, due, settled));
                if let Some(until) = agreed.demands_paused_until {
                    let settled = earlier(looked_again(seen, until), closed);
                    all.push(term(TermKind::PauseEnd, id, Some(until), settled));
                }
            }
            Event::GoalSet(goal) => {
                let settled = first(seen, &|one, day| match &one.event {
                    Event::GoalReviewed(review) => {
                        let done =
                            matches!(review.result, GoalResult::Reached | GoalResult::Dropped);
                        review.goal.0 == id && (done || day >= goal.by_when)
                    }
                    _ => false,
                });
                let settled = earlier(settled, closed);
                all.push(term(TermKind::Goal, id, Some(goal.by_when), settled));
            }
            Event::FindingAnswered(answer) => {
                all.extend(answer.by_when.map(|due| action(seen, id, due)));
            }
            Event::SignalAnswered(answer) => {
                all.extend(answer.by_when.map(|due| action(seen, id, due)));
            }
            Event::TrajectoryClosed(closing) => {
                let on = recorded.common.occurred_on;
                all.extend(closing.aftercare_on.map(|due| {
                    let settled = first(seen, &|one, day| match &one.event {
                        Event::EffectMeasured(measured) => measured.moment == MeasureMoment::After,
                        Event::ClientVoiceRecorded(_) => day > on,
                        _ => false,
                    });
                    term(TermKind::Aftercare, id, Some(due), settled)
                }));
            }
            _ => {}
        }
    }
    all
}

fn action(seen: &Seen<'_>, id: EventId, due: Day) -> Term {
    let reviewed = first(seen, &|one, day| {
        matches!(one.event, Event::ReviewHeld(_)) && day >= due
    });
    // An answer can come after the closing; then only a review settles it.
    let made = seen
        .dossier
        .entry(id)
        .map(|entry| entry.now().common.occurred_on);
    let closed = seen
        .closed()
        .filter(|closed| made.is_some_and(|made| made <= *closed));
    let settled = earlier(reviewed, closed);
    term(TermKind::FindingAction, id, Some(due), settled)
}
