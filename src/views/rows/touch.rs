//! Which earlier entries come down to something else because of a new one.
//!
//! Too many only costs time, too few is an error: a test works out every entry after every event
//! and compares.

use super::case::{Case, follows, targets};
use crate::domain::EventType;
use crate::domain::codes::MeasureMoment;
use crate::domain::events::Event;

/// Adds the entries to work out after the entry at `at` was taken in; itself among them.
pub(super) fn touched(case: &Case<'_>, at: usize, team: Option<usize>, out: &mut Vec<usize>) {
    out.push(at);
    let recorded = case.seen(at).recorded;
    for target in targets(&recorded.event).filter_map(|id| case.find(id)) {
        out.push(target);
        match &recorded.event {
            Event::DecisionContested(_) => decision(case, target, out),
            Event::ClientVoiceRecorded(_)
                if matches!(case.event(target), Event::DecisionTaken(_)) =>
            {
                decision(case, target, out);
            }
            Event::DecisionReconsidered(answer) => {
                if let Some(target) = case.reconsidered_decision(answer) {
                    decision(case, target, out);
                }
            }
            Event::ClientPreferenceVoiced(_) => users(case, target, out),
            Event::ObstacleStabilised(_) => {
                let agreed =
                    |later: &usize| matches!(case.event(*later), Event::StabilisationAgreed(_));
                out.extend(case.referring(target).filter(agreed));
            }
            Event::EffectMeasured(_) => {
                let extended =
                    |later: &usize| matches!(case.event(*later), Event::InstrumentExtended(_));
                out.extend(case.referring(target).filter(extended));
            }
            _ => {}
        }
    }
    // What follows from an entry counts for decisions and answers; a promise for its entry.
    for target in follows(recorded).filter_map(|id| case.find(id)) {
        let dated = matches!(
            case.event(target),
            Event::DecisionTaken(_) | Event::FindingAnswered(_) | Event::SignalAnswered(_)
        );
        if dated || !recorded.common.keeps.is_empty() {
            out.push(target);
        }
    }
    by_kind(case, at, out);
    if team != case.team {
        out.push(0);
    }
}

fn by_kind(case: &Case<'_>, at: usize, out: &mut Vec<usize>) {
    let all = |wanted: EventType, out: &mut Vec<usize>| out.extend(case.of_type(wanted));
    match case.event(at) {
        Event::TrajectoryOpened(_) | Event::LeadAssigned(_) => {
            out.push(0);
            all(EventType::DecisionTaken, out);
            all(EventType::ClientVoiceRecorded, out);
        }
        Event::CaseHandedOver(_) => {
            out.push(0);
            all(EventType::DecisionTaken, out);
            out.extend(&case.promising);
        }
        Event::ConversationHeld(held) => {
            all(EventType::ClientVoiceRecorded, out);
            if held.trust.is_some() {
                all(EventType::InvestigationVisitRecorded, out);
            }
        }
        Event::ClientVoiceRecorded(voice) if voice.trust.is_some() => {
            all(EventType::InvestigationVisitRecorded, out);
        }
        Event::EnforcementCoordinated(_) => all(EventType::InvestigationVisitRecorded, out),
        Event::EffectMeasured(measured) => {
            out.push(0);
            if measured.moment == MeasureMoment::After {
                all(EventType::TrajectoryClosed, out);
            }
        }
        Event::TrajectoryClosed(_) => {
            out.push(0);
            for taken in case.of_type(EventType::DecisionTaken) {
                decision(case, *taken, out);
            }
        }
        Event::CasesDrawn(_) | Event::RoundOpened(_) | Event::RoundClosed(_) => {
            all(EventType::RoundPlanned, out);
        }
        Event::FuturePerspectiveVoiced(_)
        | Event::InstrumentStarted(_)
        | Event::BehaviourPictureMade(_) => out.push(0),
        _ => {}
    }
}

/// A decision and everything that was reconsidered about it.
fn decision(case: &Case<'_>, at: usize, out: &mut Vec<usize>) {
    out.push(at);
    out.extend(case.reconsiderations(at).into_iter().map(|(at, ..)| at));
}

/// The decisions that rest on a set of options.
fn users(case: &Case<'_>, set: usize, out: &mut Vec<usize>) {
    for user in case.referring(set) {
        match case.event(user) {
            Event::DecisionTaken(_) => out.push(user),
            Event::DecisionReconsidered(answer) => out.extend(case.reconsidered_decision(answer)),
            _ => {}
        }
    }
}
