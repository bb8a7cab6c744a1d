//! The signals of one dossier, all of them or one kind, and which kinds an event can change.

use super::kind::{Scope, SignalKind};
use super::seen::Seen;
use super::signal::Signal;
use super::{contact, instrument, organisation, situation, weighing};
use crate::domain::{Catalogues, Dossier, Event, EventType, Recorded};

/// Every signal of a dossier: past, present and coming; in the order of their kinds, then of their
/// days. Signals of [`Scope::Book`] are not among them.
///
/// The dossier must hold its corrections as events, for a correction can end a signal. Editions of
/// the catalogues that were not known yet should not be among `catalogues`.
#[must_use]
pub fn of(dossier: &Dossier, catalogues: &Catalogues) -> Vec<Signal> {
    let seen = Seen::new(dossier, catalogues);
    let kinds = SignalKind::ALL.iter();
    kinds.flat_map(|kind| signals(*kind, &seen)).collect()
}

/// The signals of one kind in a dossier, in the order of their days.
#[must_use]
pub fn of_kind(kind: SignalKind, dossier: &Dossier, catalogues: &Catalogues) -> Vec<Signal> {
    signals(kind, &Seen::new(dossier, catalogues))
}

/// The signals of some kinds in a dossier, kind by kind, each in the order of their days.
#[must_use]
pub fn of_kinds(
    kinds: impl IntoIterator<Item = SignalKind>,
    dossier: &Dossier,
    catalogues: &Catalogues,
) -> Vec<(SignalKind, Vec<Signal>)> {
    let seen = Seen::new(dossier, catalogues);
    let kinds = kinds.into_iter();
    kinds.map(|kind| (kind, signals(kind, &seen))).collect()
}

/// The kinds of one dossier that can change when this event is recorded; `dossier` is the dossier
/// with the event. A correction counts for what it corrects, and for those that look at
/// corrections.
#[must_use]
pub fn affected(recorded: &Recorded, dossier: &Dossier) -> Vec<SignalKind> {
    let own = recorded.event.event_type();
    let target = match &recorded.event {
        Event::EntryCorrected(correction) => dossier.entry(correction.target.0),
        _ => None,
    };
    let target = target.map(|entry| entry.recorded.event.event_type());
    let hears = |kind: &SignalKind, event: EventType| {
        kind.listens().is_empty() || kind.listens().contains(&event)
    };
    let kinds = SignalKind::ALL.iter().copied();
    kinds
        .filter(|kind| kind.scope() == Scope::Dossier)
        .filter(|kind| hears(kind, own) || target.is_some_and(|target| hears(kind, target)))
        .collect()
}

fn signals(kind: SignalKind, seen: &Seen<'_>) -> Vec<Signal> {
    let mut signals = match kind {
        SignalKind::ReviewPassed => instrument::review_passed(seen),
        SignalKind::LimitPassed => instrument::limit_passed(seen),
        SignalKind::Bundled => instrument::bundled(seen),
        SignalKind::InstrumentBeforePerspective => situation::instrument_before_perspective(seen),
        SignalKind::GoalByProfessional => situation::goal_by_professional(seen),
        SignalKind::NoRealOptions => weighing::no_real_options(seen),
        SignalKind::ChoiceNotPreferred => weighing::choice_not_preferred(seen),
        SignalKind::NoTimeToThink => weighing::no_time_to_think(seen),
        SignalKind::DemandDuringUrgency => situation::demand_during_urgency(seen),
        SignalKind::UrgencyWithoutHelp => situation::urgency_without_help(seen),
        SignalKind::LifeDomainsMissing => situation::life_domains_missing(seen),
        SignalKind::Silence => contact::silence(seen),
        SignalKind::NoBaseline => instrument::no_baseline(seen),
        SignalKind::PositionalWording => contact::positional_wording(seen),
        SignalKind::PressingLetter => organisation::pressing_letter(seen),
        SignalKind::VisitNotAligned => organisation::visit_not_aligned(seen),
        SignalKind::VisitWithoutConsent => organisation::visit_without_consent(seen),
        SignalKind::LostPromise => organisation::lost_promise(seen),
        SignalKind::TrustFell => contact::trust_fell(seen),
        SignalKind::NewProblem => contact::new_problem(seen),
        SignalKind::SkillsOnly => instrument::skills_only(seen),
        SignalKind::CornerOverridden => weighing::corner_overridden(seen),
        SignalKind::ForbiddenWithoutSource => weighing::forbidden_without_source(seen),
        SignalKind::ExperienceUnpaid => contact::experience_unpaid(seen),
        SignalKind::LeadUnclear => organisation::lead_unclear(seen),
        SignalKind::EnteredLate => organisation::entered_late(seen),
        SignalKind::YesOutOfDependence => weighing::yes_out_of_dependence(seen),
        SignalKind::NoMeaning => situation::no_meaning(seen),
        SignalKind::ManyHelpersNobodyDaily => situation::many_helpers_nobody_daily(seen),
        SignalKind::ClientViewStillUnknown => weighing::client_view_still_unknown(seen),
        SignalKind::SameJustification
        | SignalKind::ExceptionNotBundled
        | SignalKind::LikeCaseDecidedDifferently
        | SignalKind::VoiceMissing
        | SignalKind::Burden => Vec::new(),
    };
    signals.sort_by_key(|signal| signal.since);
    signals
}
