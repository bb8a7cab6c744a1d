//! Signals about what the organisation does in a dossier: letters, visits, handovers, lead, late
//! entries (F15–F18, F29, F30).

use super::kind::SignalKind;
use super::promises::promised;
use super::seen::{Seen, earlier, left};
use super::signal::Signal;
use crate::base::{Day, EventId};
use crate::domain::Event;
use crate::domain::codes::{HandoverManner, YesNoUnknown};
use crate::domain::values::Actor;

pub(super) fn pressing_letter(seen: &Seen<'_>) -> Vec<Signal> {
    let signals = seen.events().map(|recorded| {
        let Event::LetterSent(letter) = &recorded.event else {
            return None;
        };
        let day = recorded.common.occurred_on;
        let norm = seen.norm("brief_dagen", day);
        let days = i32::try_from(letter.days_given.0).ok()?;
        let hurried = norm.is_some_and(|norm| f64::from(days) <= norm.1);
        let unchecked = letter.consequence_named && letter.five_second_check_by.is_none();
        let untold = letter.counsellor_informed != YesNoUnknown::Yes;
        if !(hurried || unchecked || untold) {
            return None;
        }
        let kind = SignalKind::PressingLetter;
        let mut signal = Signal::new(kind, Some(recorded.id), day).with_number(days);
        signal.norm = norm;
        signal.unit = Some(letter.author_unit.clone());
        Some(signal)
    });
    left(signals)
}

pub(super) fn visit_not_aligned(seen: &Seen<'_>) -> Vec<Signal> {
    let signals = seen.events().map(|recorded| {
        let Event::InvestigationVisitRecorded(visit) = &recorded.event else {
            return None;
        };
        let day = visit.visited_on;
        let aligned = seen.events().any(|one| match &one.event {
            Event::EnforcementCoordinated(talk) => talk.on <= day,
            _ => false,
        });
        let told = visit.lead_informed == YesNoUnknown::Yes;
        let signal = Signal::new(SignalKind::VisitNotAligned, Some(recorded.id), day);
        (!aligned && !told).then_some(signal)
    });
    left(signals)
}

pub(super) fn visit_without_consent(seen: &Seen<'_>) -> Vec<Signal> {
    let signals = seen.events().map(|recorded| {
        let Event::InvestigationVisitRecorded(visit) = &recorded.event else {
            return None;
        };
        let fine = [visit.ground_recorded, visit.consent]
            .iter()
            .all(|said| *said == YesNoUnknown::Yes);
        let kind = SignalKind::VisitWithoutConsent;
        let signal = Signal::new(kind, Some(recorded.id), visit.visited_on);
        (!fine).then_some(signal)
    });
    left(signals)
}

pub(super) fn lost_promise(seen: &Seen<'_>) -> Vec<Signal> {
    let kind = SignalKind::LostPromise;
    let cold = seen.events().map(|recorded| match &recorded.event {
        Event::CaseHandedOver(handover) if handover.manner == HandoverManner::Cold => {
            let (id, day) = (Some(recorded.id), recorded.common.occurred_on);
            Some(Signal::new(kind, id, day))
        }
        _ => None,
    });
    let open = promised(seen.dossier).into_iter().map(|promise| {
        let (_, day) = promise.handover?;
        let (since, norm) = seen.over("belofte_dagen", day, 1)?;
        let signal = Signal::new(kind, Some(promise.event), since).with_norm(norm);
        signal.until(promise.kept_on)
    });
    left(cold.chain(open))
}

/// A change of lead: from which day, by which event, to whom.
struct Change<'a> {
    from: Day,
    id: EventId,
    to: &'a Actor,
    assigned: bool,
    until: Option<Day>,
}

pub(super) fn lead_unclear(seen: &Seen<'_>) -> Vec<Signal> {
    let kind = SignalKind::LeadUnclear;
    let mut changes: Vec<Change<'_>> = Vec::new();
    for recorded in seen.events() {
        let on = recorded.common.occurred_on;
        let (from, to, until) = match &recorded.event {
            Event::TrajectoryOpened(opened) => (on, &opened.lead, None),
            Event::LeadAssigned(assigned) => (assigned.from, &assigned.lead, assigned.until),
            Event::CaseHandedOver(handover) => (on, &handover.to, None),
            _ => continue,
        };
        changes.push(Change {
            from,
            id: recorded.id,
            to,
            // The opening names a lead because there must be one; an assignment corrects it.
            assigned: !matches!(recorded.event, Event::TrajectoryOpened(_)),
            until,
        });
    }
    let two = changes.iter().enumerate().map(|(place, one)| {
        let mut before = changes.iter().take(place);
        let other = |other: &Change<'_>| {
            other.assigned
                && one.assigned
                && other.from == one.from
                && other.to != one.to
                && other.until.is_none_or(|until| until >= one.from)
        };
        if !before.any(other) {
            return None;
        }
        let later = changes.iter().map(|change| change.from);
        let next = later.filter(|from| *from > one.from).min();
        Signal::new(kind, Some(one.id), one.from).until(earlier(next, seen.closed()))
    });
    let by_another = seen.events().map(|recorded| {
        let Event::DecisionTaken(taken) = &recorded.event else {
            return None;
        };
        let signal = Signal::new(kind, Some(recorded.id), taken.taken_on);
        (seen.dossier.led_by_lead(taken) != Some(true)).then_some(signal)
    });
    left(two.chain(by_another))
}

pub(super) fn entered_late(seen: &Seen<'_>) -> Vec<Signal> {
    let signals = seen.events().map(|recorded| {
        // What was private has the moment at which others could see it, not that of its entry.
        let imported = recorded.event.is_private()
            || matches!(
                recorded.event,
                Event::TrajectoryImported(_) | Event::StepImported(_)
            );
        let entered = recorded.recorded_at.day();
        let days = entered.days_since(recorded.common.occurred_on);
        let norm = seen.norm("laat_dagen", entered)?;
        if imported || f64::from(days) <= norm.1 {
            return None;
        }
        let signal = Signal::new(SignalKind::EnteredLate, Some(recorded.id), entered);
        Some(signal.with_norm(norm).with_number(days))
    });
    left(signals)
}
