//! Signals about the weighing: options, preference, time, overrides, sources, dependence and the
//! client's view (F06–F08, F23, F24, F32, F35).

use super::kind::SignalKind;
use super::seen::{Seen, Weighing, earlier, left, whole};
use super::signal::Signal;
use crate::base::EventId;
use crate::domain::codes::{
    ClientPosition, Corner, DecisionKind, OptionKind, OrganisationVerdict, Role, YesNoUnknown,
};
use crate::domain::{Event, Recorded};

pub(super) fn no_real_options(seen: &Seen<'_>) -> Vec<Signal> {
    let signals = seen.weighings().iter().map(|weighing| {
        let least = seen.norm("keuzes_minimum", weighing.taken_on);
        let without = weighing.is_first && !has_options(seen, weighing, least.map(|norm| norm.1));
        let harsh = weighing.kind == Some(DecisionKind::Measure) && !is_softened(weighing);
        if !without && !harsh {
            return None;
        }
        let kind = SignalKind::NoRealOptions;
        let mut signal = Signal::new(kind, Some(weighing.id), weighing.taken_on);
        signal.norm = least.filter(|_| without);
        signal.until(weighing.replaced_on)
    });
    left(signals)
}

/// Whether it rests on options put forward by then: as many as the norm beside doing nothing.
fn has_options(seen: &Seen<'_>, weighing: &Weighing<'_>, least: Option<f64>) -> bool {
    let set = weighing.options.and_then(|used| used.set);
    let Some((recorded, presented)) = set.and_then(|set| seen.options(set.0)) else {
        return false;
    };
    let real = presented.options.iter();
    let real = real.filter(|option| option.kind != Some(OptionKind::DoNothing));
    let enough = least
        .and_then(whole)
        .and_then(|least| usize::try_from(least).ok())
        .is_none_or(|least| real.count() >= least);
    enough && recorded.common.occurred_on <= weighing.taken_on
}

/// Whether both *waarschuwing* and *gesprek* stand among the alternatives.
fn is_softened(weighing: &Weighing<'_>) -> bool {
    [OptionKind::Warning, OptionKind::Talk].iter().all(|kind| {
        let mut alternatives = weighing.alternatives.iter();
        alternatives.any(|one| one.kind == Some(*kind))
    })
}

pub(super) fn choice_not_preferred(seen: &Seen<'_>) -> Vec<Signal> {
    let signals = seen.weighings().iter().map(|weighing| {
        let used = weighing.options?;
        let (set, chosen) = (used.set?, used.chosen?);
        // The last preference on this set that was there when the decision was taken.
        let voiced = seen.events().take(weighing.place).filter_map(|recorded| {
            let Event::ClientPreferenceVoiced(voiced) = &recorded.event else {
                return None;
            };
            let day = recorded.common.occurred_on;
            (voiced.options == set && day <= weighing.taken_on).then_some((day, voiced))
        });
        let (_, voiced) = voiced.max_by_key(|(day, _)| *day)?;
        let preferred = voiced.preference.0?;
        if preferred == chosen {
            return None;
        }
        let kind = SignalKind::ChoiceNotPreferred;
        Signal::new(kind, Some(weighing.id), weighing.taken_on).until(weighing.replaced_on)
    });
    left(signals)
}

pub(super) fn no_time_to_think(seen: &Seen<'_>) -> Vec<Signal> {
    let signals = seen.weighings().iter().map(|weighing| {
        let set = weighing.options.and_then(|used| used.set)?;
        let (recorded, _) = seen.options(set.0)?;
        if recorded.common.occurred_on != weighing.taken_on {
            return None;
        }
        let kind = SignalKind::NoTimeToThink;
        Signal::new(kind, Some(weighing.id), weighing.taken_on).until(weighing.replaced_on)
    });
    left(signals)
}

pub(super) fn corner_overridden(seen: &Seen<'_>) -> Vec<Signal> {
    let mut signals = Vec::new();
    for weighing in seen.weighings() {
        let stands_until = earlier(
            weighing.replaced_on,
            earlier(weighing.last_day.and_then(|day| day.plus(1)), seen.closed()),
        );
        for given in weighing.overrides {
            let over = given.until.plus(1);
            let about = |since| {
                let mut signal =
                    Signal::new(SignalKind::CornerOverridden, Some(weighing.id), since);
                signal.corner = Some(given.corner);
                signal
            };
            let during = about(weighing.taken_on);
            signals.push(during.until(earlier(over, stands_until)));
            signals.push(over.and_then(|over| about(over).until(stands_until)));
        }
    }
    left(signals)
}

pub(super) fn forbidden_without_source(seen: &Seen<'_>) -> Vec<Signal> {
    let kind = SignalKind::ForbiddenWithoutSource;
    let weighed = seen.weighings().iter().map(|weighing| {
        let sources = &weighing.triangle.wet.sources;
        let mut alternatives = weighing.alternatives.iter();
        let fails = alternatives.any(|one| one.failing_corner == Some(Corner::Law));
        let nothing_named = sources.is_empty() && weighing.legal.is_empty();
        let unfounded =
            (weighing.law_is_doubted() && sources.is_empty()) || (fails && nothing_named);
        let signal = Signal::new(kind, Some(weighing.id), weighing.taken_on);
        unfounded.then_some(signal)?.until(weighing.replaced_on)
    });
    let answered = seen.events().map(|recorded| {
        let Event::OrganisationAnswered(answer) = &recorded.event else {
            return None;
        };
        let forbids = answer.verdict == OrganisationVerdict::Forbidden;
        let mut signal = Signal::new(kind, Some(recorded.id), recorded.common.occurred_on);
        signal.unit = Some(answer.owner.clone());
        (forbids && answer.source.0.is_none()).then_some(signal)
    });
    left(weighed.chain(answered))
}

pub(super) fn yes_out_of_dependence(seen: &Seen<'_>) -> Vec<Signal> {
    let kind = SignalKind::YesOutOfDependence;
    let felt = Some(YesNoUnknown::Yes);
    let at_decisions = seen.weighings().iter().map(|weighing| {
        let view = weighing.client_view?;
        let signal = Signal::new(kind, Some(weighing.id), weighing.taken_on);
        (view.dependence_felt == felt)
            .then_some(signal)?
            .until(weighing.replaced_on)
    });
    let said = seen.events().map(|recorded| {
        let feels = match &recorded.event {
            Event::ClientPreferenceVoiced(voiced) => voiced.dependence_felt == felt,
            Event::ClientVoiceRecorded(voice) => voice.dependence_felt == felt,
            _ => false,
        };
        feels.then(|| Signal::new(kind, Some(recorded.id), recorded.common.occurred_on))
    });
    left(at_decisions.chain(said))
}

/// Whether the client said something about this justification: a contest by the client or their
/// supporter, or the client's voice.
fn speaks_of(recorded: &Recorded, id: EventId) -> bool {
    let of_client = |role: Role| matches!(role, Role::Client | Role::ClientSupporter);
    match &recorded.event {
        Event::DecisionContested(contest) => {
            let by = contest.by.unwrap_or(recorded.common.role);
            contest.decision.0 == id && of_client(by)
        }
        Event::ClientVoiceRecorded(voice) => voice.about.is_some_and(|about| about.0 == id),
        _ => false,
    }
}

/// First day on which the client said something about this justification, or it was replaced.
pub(super) fn view_known(seen: &Seen<'_>, weighing: &Weighing<'_>) -> Option<crate::base::Day> {
    let spoke = seen.events().filter(|one| speaks_of(one, weighing.id));
    let spoke = spoke.map(|recorded| recorded.common.occurred_on).min();
    earlier(spoke, weighing.replaced_on)
}

pub(super) fn client_view_still_unknown(seen: &Seen<'_>) -> Vec<Signal> {
    let signals = seen.weighings().iter().map(|weighing| {
        let view = weighing.client_view?;
        if view.position != ClientPosition::Unknown {
            return None;
        }
        let since = view.ask_by?.plus(1)?;
        let kind = SignalKind::ClientViewStillUnknown;
        Signal::new(kind, Some(weighing.id), since).until(view_known(seen, weighing))
    });
    left(signals)
}
