//! Signals about the picture of somebody's situation: perspective, goals, urgent obstacles, life
//! domains, meaning, helpers (F04, F05, F09–F11, F33, F34).

use std::collections::{BTreeMap, BTreeSet};

use super::kind::SignalKind;
use super::seen::{Seen, earlier, is_work_search, left, whole};
use super::signal::Signal;
use crate::base::{Day, EventId};
use crate::domain::codes::{
    DecisionKind, FormulatedBy, GoalResult, Lever, LifeDomain, ObstacleState, Role,
};
use crate::domain::events::picture::ObstacleStabilised;
use crate::domain::{Event, Recorded};

pub(super) fn instrument_before_perspective(seen: &Seen<'_>) -> Vec<Signal> {
    let started = seen.events().filter_map(|recorded| match &recorded.event {
        Event::InstrumentStarted(started) => Some((started.started_on, recorded.id)),
        _ => None,
    });
    let voiced = seen.events().filter_map(|recorded| match &recorded.event {
        Event::FuturePerspectiveVoiced(_) => Some(recorded.common.occurred_on),
        _ => None,
    });
    // Of instruments that began on one day, the one that was recorded first.
    let first = started.min_by_key(|(day, _)| *day);
    let signal = first.and_then(|(day, id)| {
        let kind = SignalKind::InstrumentBeforePerspective;
        Signal::new(kind, Some(id), day).until(earlier(voiced.min(), seen.closed()))
    });
    signal.into_iter().collect()
}

pub(super) fn goal_by_professional(seen: &Seen<'_>) -> Vec<Signal> {
    let signals = seen.events().map(|recorded| {
        let Event::GoalSet(goal) = &recorded.event else {
            return None;
        };
        if goal.formulated_by != FormulatedBy::Professional {
            return None;
        }
        let changed = seen.events().filter_map(|one| match &one.event {
            Event::GoalReviewed(review)
                if review.goal.0 == recorded.id
                    && matches!(review.result, GoalResult::Adjusted | GoalResult::Dropped) =>
            {
                Some(one.common.occurred_on)
            }
            _ => None,
        });
        let kind = SignalKind::GoalByProfessional;
        Signal::new(kind, Some(recorded.id), recorded.common.occurred_on).until(changed.min())
    });
    left(signals)
}

/// An urgent obstacle, from its report until it was solved or manageable.
struct Urgent {
    id: EventId,
    reported: Day,
    helped: Option<Day>,
    paused: Option<Day>,
    until: Option<Day>,
}

fn settles(stabilised: &ObstacleStabilised) -> bool {
    stabilised.state != ObstacleState::Failed
}

fn urgent_obstacles(seen: &Seen<'_>) -> Vec<Urgent> {
    let of = |id: EventId, wanted: &dyn Fn(&Recorded) -> Option<EventId>| {
        let found = seen.events().filter(|one| wanted(one) == Some(id));
        found.map(|one| one.common.occurred_on).min()
    };
    let reported = seen
        .events()
        .filter(|one| matches!(one.event, Event::UrgentObstacleReported(_)));
    let urgent = reported.map(|recorded| {
        let settled = of(recorded.id, &|one| match &one.event {
            Event::ObstacleStabilised(done) if settles(done) => Some(done.obstacle.0),
            _ => None,
        });
        Urgent {
            id: recorded.id,
            reported: recorded.common.occurred_on,
            helped: of(recorded.id, &|one| match &one.event {
                Event::StabilisationAgreed(agreed) => Some(agreed.obstacle.0),
                _ => None,
            }),
            paused: of(recorded.id, &|one| match &one.event {
                Event::StabilisationAgreed(agreed) => {
                    agreed.demands_paused_until.map(|_| agreed.obstacle.0)
                }
                _ => None,
            }),
            until: earlier(settled, seen.closed()),
        }
    });
    urgent.collect()
}

pub(super) fn demand_during_urgency(seen: &Seen<'_>) -> Vec<Signal> {
    let urgent = urgent_obstacles(seen);
    let kind = SignalKind::DemandDuringUrgency;
    let mut signals = Vec::new();
    for instrument in seen.dossier.instruments() {
        if !is_work_search(&instrument.started.instrument.0) {
            continue;
        }
        let started = instrument.started.started_on;
        let mut times: Vec<(Day, Option<Day>)> = urgent
            .iter()
            .map(|one| {
                let ran_already = started < one.reported;
                let pause = one.paused.filter(|_| ran_already);
                let until = earlier(earlier(one.until, pause), instrument.ended_on);
                (one.reported.max(started), until)
            })
            .filter(|(since, until)| until.is_none_or(|until| until > *since))
            .collect();
        times.sort();
        let mut merged: Vec<(Day, Option<Day>)> = Vec::new();
        for (since, until) in times {
            match merged.last_mut() {
                Some((_, last)) if last.is_none_or(|last| last >= since) => {
                    *last = last.zip(until).map(|(last, until)| last.max(until));
                }
                _ => merged.push((since, until)),
            }
        }
        for (since, until) in merged {
            signals.push(Signal::new(kind, Some(instrument.id), since).until(until));
        }
    }
    for weighing in seen.weighings() {
        let day = weighing.taken_on;
        let open = |one: &Urgent| one.reported <= day && one.until.is_none_or(|until| until > day);
        if weighing.kind == Some(DecisionKind::Measure) && urgent.iter().any(open) {
            signals.push(Signal::new(kind, Some(weighing.id), day).until(weighing.replaced_on));
        }
    }
    left(signals)
}

pub(super) fn urgency_without_help(seen: &Seen<'_>) -> Vec<Signal> {
    let signals = urgent_obstacles(seen).into_iter().map(|urgent| {
        let (since, norm) = seen.over("stabilisatie_dagen", urgent.reported, 1)?;
        let kind = SignalKind::UrgencyWithoutHelp;
        let signal = Signal::new(kind, Some(urgent.id), since).with_norm(norm);
        signal.until(earlier(urgent.helped, urgent.until))
    });
    left(signals)
}

pub(super) fn life_domains_missing(seen: &Seen<'_>) -> Vec<Signal> {
    let signal = seen.opening().and_then(|opening| {
        let opened = opening.common.occurred_on;
        let (since, norm) = seen.over("leefgebieden_dagen", opened, 1)?;
        let wanted = seen.norm("leefgebieden_aantal", opened)?;
        let wanted = usize::try_from(whole(wanted.1)?).ok()?;
        let mut first: BTreeMap<LifeDomain, Day> = BTreeMap::new();
        for recorded in seen.events() {
            if let Event::LifeDomainAssessed(assessed) = &recorded.event {
                let on = recorded.common.occurred_on;
                let day = first.entry(assessed.domain).or_insert(on);
                *day = on.min(*day);
            }
        }
        let mut days: Vec<Day> = first.into_values().collect();
        days.sort();
        let complete = wanted
            .checked_sub(1)
            .and_then(|last| days.get(last))
            .copied();
        let missing = u32::try_from(wanted.saturating_sub(days.len())).ok()?;
        let signal = Signal::new(SignalKind::LifeDomainsMissing, None, since);
        let signal = signal.with_norm(norm).with_number(missing);
        signal.until(earlier(complete, seen.closed()))
    });
    signal.into_iter().collect()
}

pub(super) fn no_meaning(seen: &Seen<'_>) -> Vec<Signal> {
    let signal = seen.opening().and_then(|opening| {
        let opened = opening.common.occurred_on;
        let (since, norm) = seen.over("leefgebieden_dagen", opened, 1)?;
        let said = seen.events().filter_map(|recorded| match &recorded.event {
            Event::FuturePerspectiveVoiced(voiced) if voiced.meaning.is_some() => {
                Some(recorded.common.occurred_on)
            }
            _ => None,
        });
        let signal = Signal::new(SignalKind::NoMeaning, None, since).with_norm(norm);
        signal.until(earlier(said.min(), seen.closed()))
    });
    signal.into_iter().collect()
}

/// The organisation that an event shows to be involved, and from which day.
fn organisation(recorded: &Recorded) -> Option<(Day, String)> {
    let on = recorded.common.occurred_on;
    match &recorded.event {
        Event::InstrumentStarted(started) => {
            let provider = started.provider.as_ref()?;
            Some((started.started_on, provider.0.to_lowercase()))
        }
        Event::LetterSent(letter) => Some((on, letter.author_unit.0.to_lowercase())),
        Event::EnforcementCoordinated(_) | Event::InvestigationVisitRecorded(_) => {
            Some((on, "handhaving".to_owned()))
        }
        _ => None,
    }
}

fn helps_daily(recorded: &Recorded) -> bool {
    match &recorded.event {
        Event::StabilisationAgreed(_) | Event::TandemFormed(_) => true,
        Event::InstrumentStarted(started) => started.lever == Lever::Obstacle,
        Event::ConversationHeld(held) => held
            .participants
            .iter()
            .any(|one| one.role == Role::NeighbourhoodWorker),
        _ => false,
    }
}

pub(super) fn many_helpers_nobody_daily(seen: &Seen<'_>) -> Vec<Signal> {
    let mut involved: Vec<(Day, String, EventId)> = seen
        .events()
        .filter_map(|recorded| {
            let (day, name) = organisation(recorded)?;
            Some((day, name, recorded.id))
        })
        .collect();
    involved.sort_by_key(|(day, _, _)| *day);
    let helped = seen.events().filter(|recorded| helps_daily(recorded));
    let helped = helped.map(|recorded| recorded.common.occurred_on).min();
    let mut names = BTreeSet::new();
    let mut found: Option<Signal> = None;
    for (day, name, id) in involved {
        if !names.insert(name) {
            continue;
        }
        let count = u32::try_from(names.len()).unwrap_or(u32::MAX);
        if let Some(signal) = &mut found {
            signal.number = Some(f64::from(count));
            continue;
        }
        let norm = seen.norm("organisaties_aantal", day);
        found = norm.filter(|norm| f64::from(count) >= norm.1).map(|norm| {
            let signal = Signal::new(SignalKind::ManyHelpersNobodyDaily, Some(id), day);
            signal.with_norm(norm).with_number(count)
        });
    }
    let signal = found.and_then(|signal| signal.until(earlier(helped, seen.closed())));
    signal.into_iter().collect()
}
