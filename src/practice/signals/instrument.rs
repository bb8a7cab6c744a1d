//! Signals about instruments: review, limit, bundle, levers, baseline (F01–F03, F13, F21).

use std::collections::HashMap;

use super::kind::SignalKind;
use super::seen::{Seen, earlier, left};
use super::signal::Signal;
use crate::base::{Day, EventId};
use crate::domain::codes::{Lever, MeasureMoment, Need};
use crate::domain::{Event, Recorded};

/// Key under which belief in one's own abilities is measured.
const SELF_EFFICACY: &str = "geloof_in_eigen_kunnen";

pub(super) fn review_passed(seen: &Seen<'_>) -> Vec<Signal> {
    let signals = seen.dossier.instruments().into_iter().map(|instrument| {
        let reviewed = seen.events().filter_map(|recorded| match &recorded.event {
            Event::InstrumentReviewed(review) if review.instrument.0 == instrument.id => {
                Some(recorded.common.occurred_on)
            }
            _ => None,
        });
        let ends = earlier(instrument.ended_on, seen.closed());
        let until = earlier(reviewed.min(), ends);
        let since = instrument.started.review_on.plus(1)?;
        Signal::new(SignalKind::ReviewPassed, Some(instrument.id), since).until(until)
    });
    left(signals)
}

/// Each limit that holds for a while makes an interval: from the day after it until the next
/// extension or the end.
pub(super) fn limit_passed(seen: &Seen<'_>) -> Vec<Signal> {
    let mut signals = Vec::new();
    for instrument in seen.dossier.instruments() {
        let mut limits: Vec<(Option<Day>, Day)> = vec![(None, instrument.started.limit)];
        limits.extend(seen.events().filter_map(|recorded| match &recorded.event {
            Event::InstrumentExtended(extended) if extended.instrument.0 == instrument.id => {
                Some((Some(recorded.common.occurred_on), extended.limit))
            }
            _ => None,
        }));
        let ends = earlier(instrument.ended_on, seen.closed());
        for (place, (_, limit)) in limits.iter().enumerate() {
            let extended = limits.get(place + 1).and_then(|(on, _)| *on);
            // The last day on which it ran is a day over too.
            let ends = ends.and_then(|day| day.plus(1));
            let Some(since) = limit.plus(1) else { continue };
            let signal = Signal::new(SignalKind::LimitPassed, Some(instrument.id), since);
            let signal = signal.until(earlier(extended, ends));
            signals.push(signal.map(|signal| match signal.until {
                Some(until) => signal.with_number(until.days_since(since)),
                None => signal,
            }));
        }
    }
    left(signals)
}

pub(super) fn bundled(seen: &Seen<'_>) -> Vec<Signal> {
    let signals = seen.events().filter_map(|recorded| match &recorded.event {
        Event::InstrumentStarted(started)
            if started.bundled == Some(true)
                || started
                    .instrument
                    .0
                    .to_lowercase()
                    .contains("totaaltraject") =>
        {
            let (id, day) = (Some(recorded.id), started.started_on);
            Some(Signal::new(SignalKind::Bundled, id, day))
        }
        _ => None,
    });
    signals.collect()
}

/// What an event says about how things were at the start, by what was measured.
fn zero_values(recorded: &Recorded) -> Vec<&str> {
    match &recorded.event {
        Event::TrajectoryOpened(opened) => opened.ladder.map(|_| "ladder").into_iter().collect(),
        Event::LifeDomainAssessed(assessed) => {
            let scored = assessed.client_score.or(assessed.professional_score);
            scored.map(|_| assessed.domain.code()).into_iter().collect()
        }
        Event::BehaviourPictureMade(picture) => {
            let (willing, able) = (&picture.willing, &picture.able);
            let scores = [
                ("houding", willing.attitude),
                ("sociale_druk", willing.social_pressure),
                (SELF_EFFICACY, willing.self_efficacy),
                ("intentie", willing.intention),
                ("vaardigheid", able.skill),
                ("omgeving", able.environment),
            ];
            let given = scores.into_iter().filter(|(_, score)| score.is_some());
            given.map(|(what, _)| what).collect()
        }
        Event::NeedsVoiced(voiced) => voiced
            .needs
            .iter()
            .map(|one| Need::code(one.need))
            .collect(),
        Event::EffectMeasured(measured) if measured.moment == MeasureMoment::Zero => {
            vec![measured.what.0.as_str()]
        }
        _ => Vec::new(),
    }
}

pub(super) fn no_baseline(seen: &Seen<'_>) -> Vec<Signal> {
    let mut zero: HashMap<&str, Day> = HashMap::new();
    let mut expected: HashMap<EventId, &str> = HashMap::new();
    for recorded in seen.events() {
        let on = recorded.common.occurred_on;
        for what in zero_values(recorded) {
            let first = zero.entry(what).or_insert(on);
            *first = on.min(*first);
        }
        if let Event::InstrumentStarted(started) = &recorded.event {
            expected.insert(recorded.id, started.expected.what.0.as_str());
        }
    }
    let lacks = |what: &str, by: Day| zero.get(what).is_none_or(|day| *day > by);
    let signals = seen.events().filter_map(|recorded| {
        let on = recorded.common.occurred_on;
        let (what, day) = match &recorded.event {
            // A measurement long after the closing has the whole trajectory as its background.
            Event::EffectMeasured(measured) if measured.moment != MeasureMoment::Zero => {
                (measured.what.0.as_str(), on)
            }
            Event::InstrumentEnded(ended) => (*expected.get(&ended.instrument.0)?, ended.ended_on),
            _ => return None,
        };
        let signal = Signal::new(SignalKind::NoBaseline, Some(recorded.id), day);
        lacks(what, day).then_some(signal)
    });
    signals.collect()
}

/// What happened to the levers and to the score on a day.
enum Turn {
    Skill(EventId),
    OtherLever,
    Score(f64),
}

pub(super) fn skills_only(seen: &Seen<'_>) -> Vec<Signal> {
    let mut turns: Vec<(Day, Turn)> = Vec::new();
    for recorded in seen.events() {
        let on = recorded.common.occurred_on;
        match &recorded.event {
            Event::InstrumentStarted(started) => turns.push((
                started.started_on,
                match started.lever {
                    Lever::Skill => Turn::Skill(recorded.id),
                    _ => Turn::OtherLever,
                },
            )),
            Event::BehaviourPictureMade(picture) => {
                let score = picture.willing.self_efficacy;
                let score = score.and_then(|score| i32::try_from(score.0).ok());
                turns.extend(score.map(|score| (on, Turn::Score(f64::from(score)))));
            }
            Event::EffectMeasured(measured) if measured.what.0 == SELF_EFFICACY => {
                turns.push((on, Turn::Score(measured.value.0)));
            }
            _ => {}
        }
    }
    turns.sort_by_key(|(day, _)| *day);
    let kind = SignalKind::SkillsOnly;
    let mut signals = Vec::new();
    let mut first = None;
    let mut low = None;
    let mut open: Option<Signal> = None;
    for (day, turn) in turns {
        match turn {
            Turn::Skill(id) => {
                first.get_or_insert(id);
            }
            Turn::OtherLever => {
                signals.push(open.take().and_then(|signal| signal.until(Some(day))));
                break;
            }
            Turn::Score(score) => {
                let norm = seen.norm("laag_geloof_score", day);
                low = norm
                    .filter(|norm| score <= norm.1)
                    .map(|norm| (norm, score));
            }
        }
        match (first, low, open.is_some()) {
            (Some(id), Some((norm, score)), false) => {
                let signal = Signal::new(kind, Some(id), day);
                open = Some(signal.with_norm(norm).with_number(score));
            }
            (_, None, true) => {
                signals.push(open.take().and_then(|signal| signal.until(Some(day))));
            }
            _ => {}
        }
    }
    signals.push(open.and_then(|signal| signal.until(seen.closed())));
    left(signals)
}
