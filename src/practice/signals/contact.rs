//! Signals about contact and wording: silence, positional wording, trust, new problems,
//! experience work (F12, F14, F19, F20, F28).

use super::kind::SignalKind;
use super::seen::{Seen, earlier, left};
use super::signal::Signal;
use crate::base::{Day, EventId};
use crate::domain::codes::Compensation;
use crate::domain::dossier::Entry;
use crate::domain::values::Actor;
use crate::domain::{Event, Recorded};

pub(super) fn silence(seen: &Seen<'_>) -> Vec<Signal> {
    let Some(opening) = seen.opening() else {
        return Vec::new();
    };
    let mut contacts = vec![(opening.common.occurred_on, opening.id)];
    contacts.extend(seen.events().filter_map(|recorded| match &recorded.event {
        Event::ConversationHeld(_) => Some((recorded.common.occurred_on, recorded.id)),
        _ => None,
    }));
    contacts.sort_by_key(|(day, _)| *day);
    let signals = contacts.iter().enumerate().map(|(place, (day, id))| {
        let next = contacts.get(place + 1).map(|(day, _)| *day);
        let (since, norm) = seen.over("stilte_weken", *day, 7)?;
        let signal = Signal::new(SignalKind::Silence, Some(*id), since).with_norm(norm);
        signal.until(earlier(next, seen.closed()))
    });
    left(signals)
}

pub(super) fn positional_wording(seen: &Seen<'_>) -> Vec<Signal> {
    let signals = seen.dossier.entries().iter().map(|entry| {
        let terms = terms(&entry.recorded)?;
        if terms == 0 {
            return None;
        }
        let day = entry.now().common.occurred_on;
        let kind = SignalKind::PositionalWording;
        let signal = Signal::new(kind, Some(entry.recorded.id), day).with_number(terms);
        signal.until(corrected(seen, entry))
    });
    left(signals)
}

/// Positional terms in a professional's text; `None` when it is no such text, or not assessed.
fn terms(recorded: &Recorded) -> Option<u32> {
    let looked_at = matches!(
        recorded.event,
        Event::ConversationHeld(_) | Event::DecisionTaken(_) | Event::DecisionReconsidered(_)
    );
    let noted = recorded.noted.as_ref().filter(|_| looked_at)?;
    u32::try_from(noted.terms.len()).ok()
}

/// Day of the first correction of its words that holds no positional term itself.
fn corrected(seen: &Seen<'_>, entry: &Entry) -> Option<Day> {
    let corrections = entry.corrections.iter().filter_map(|id| {
        let recorded = &seen.dossier.entry(*id)?.recorded;
        let Event::EntryCorrected(correction) = &recorded.event else {
            return None;
        };
        let clean = recorded.noted.as_ref()?.terms.is_empty();
        (clean && correction.new_words.is_some()).then_some(recorded.common.occurred_on)
    });
    corrections.min()
}

pub(super) fn trust_fell(seen: &Seen<'_>) -> Vec<Signal> {
    let mut scores: Vec<(Day, EventId, i32)> = seen
        .events()
        .filter_map(|recorded| {
            let trust = match &recorded.event {
                Event::ConversationHeld(held) => held.trust,
                Event::ClientVoiceRecorded(voice) => voice.trust,
                _ => None,
            };
            let score = i32::try_from(trust?.0).ok()?;
            Some((recorded.common.occurred_on, recorded.id, score))
        })
        .collect();
    // Of one day, in the order of recording.
    scores.sort_by_key(|(day, _, _)| *day);
    let signals = scores.windows(2).enumerate().map(|(place, pair)| {
        let (before, (day, id, now)) = (pair[0].2, pair[1]);
        let norm = seen.norm("vertrouwen_daling", day)?;
        let fall = before - now;
        if f64::from(fall) < norm.1 || fall <= 0 {
            return None;
        }
        let later = scores.iter().skip(place + 2);
        let back = later.map(|(day, _, score)| (*day, *score));
        let back = back
            .filter(|(_, score)| *score >= before)
            .map(|(day, _)| day);
        let signal = Signal::new(SignalKind::TrustFell, Some(id), day);
        signal.with_norm(norm).with_number(fall).until(back.min())
    });
    left(signals)
}

pub(super) fn new_problem(seen: &Seen<'_>) -> Vec<Signal> {
    let signals = seen.events().filter_map(|recorded| match &recorded.event {
        Event::ClientVoiceRecorded(voice) if voice.new_problem_after == Some(true) => {
            let (id, day) = (Some(recorded.id), recorded.common.occurred_on);
            Some(Signal::new(SignalKind::NewProblem, id, day))
        }
        _ => None,
    });
    signals.collect()
}

fn pays(compensation: Option<Compensation>) -> bool {
    compensation.is_some_and(|one| one != Compensation::None)
}

/// Whether a tandem pays this person on a day.
fn tandem_pays(seen: &Seen<'_>, person: &Actor, day: Day) -> bool {
    seen.events().any(|recorded| match &recorded.event {
        Event::TandemFormed(tandem) => {
            tandem.experience_expert == *person
                && pays(tandem.compensation)
                && tandem.from <= day
                && tandem.until.is_none_or(|until| until >= day)
        }
        _ => false,
    })
}

pub(super) fn experience_unpaid(seen: &Seen<'_>) -> Vec<Signal> {
    let signals = seen.events().map(|recorded| {
        let day = recorded.common.occurred_on;
        let asks = match &recorded.event {
            Event::TandemFormed(tandem) => !pays(tandem.compensation),
            Event::ExperiencePerspectiveGiven(given) => {
                let nothing_said = given.compensation.is_none();
                let paid = pays(given.compensation)
                    || (nothing_said && tandem_pays(seen, &recorded.common.actor, day));
                !paid || given.benefit_risk_checked != Some(true)
            }
            _ => false,
        };
        asks.then(|| Signal::new(SignalKind::ExperienceUnpaid, Some(recorded.id), day))
    });
    left(signals)
}
