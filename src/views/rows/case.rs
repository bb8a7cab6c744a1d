//! What is known of one dossier or organisation at one moment, with the ways from an entry to what refers to it.
//!
//! Everything here follows from the entries taken in so far, in their order, as they read after
//! the corrections known so far.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};

use super::context::Context;
use super::ledger::Head;
use super::measured::{LADDER, Measured, SELF_EFFICACY};
use super::seen::{Seen, day_cell, whole};
use crate::base::{Day, EventId};
use crate::domain::codes::{MeasureMoment, Reconsidered};
use crate::domain::events::Event;
use crate::domain::events::decision::DecisionReconsidered;
use crate::domain::shielding::shields;
use crate::domain::values::Actor;
use crate::domain::{EventType, Recorded};

/// Types of which the entries are listed.
const LISTED: &[EventType] = &[
    EventType::ConversationHeld,
    EventType::FuturePerspectiveVoiced,
    EventType::OptionsPresented,
    EventType::DecisionTaken,
    EventType::InstrumentStarted,
    EventType::EffectMeasured,
    EventType::ClientVoiceRecorded,
    EventType::EnforcementCoordinated,
    EventType::InvestigationVisitRecorded,
    EventType::CaseHandedOver,
    EventType::TrajectoryClosed,
    EventType::RoundPlanned,
    EventType::CasesDrawn,
    EventType::RoundOpened,
    EventType::RoundClosed,
];

/// One dossier or organisation as far as it was taken in.
pub(super) struct Case<'a> {
    pub(super) context: &'a Context<'a>,
    events: Vec<Recorded>,
    shielded: HashMap<EventId, Vec<String>>,
    index: BTreeMap<EventId, usize>,
    refs: Vec<Vec<usize>>,
    loose: Vec<Vec<usize>>,
    by_type: [Vec<usize>; LISTED.len()],
    corrections: BTreeMap<usize, Vec<usize>>,
    /// Entries that hold a promise.
    pub(super) promising: Vec<usize>,
    /// Entries that assign the lead.
    pub(super) leads: Vec<usize>,
    /// Entries that tell the client's trust.
    pub(super) trusts: Vec<usize>,
    /// What each entry measured.
    pub(super) measured: BTreeMap<usize, Vec<Measured>>,
    baselines: BTreeMap<Cow<'static, str>, (f64, Option<Day>)>,
    /// The last step of the participation ladder by the day on which it was told.
    pub(super) ladder: Option<(Day, f64)>,
    /// The latest team that an entry names.
    pub(super) team: Option<usize>,
}

impl<'a> Case<'a> {
    pub(super) fn new(context: &'a Context<'a>, events: Vec<Recorded>) -> Self {
        let shielded = shields(&events);
        Self {
            context,
            refs: Vec::with_capacity(events.len()),
            loose: Vec::with_capacity(events.len()),
            index: BTreeMap::new(),
            events,
            shielded,
            by_type: Default::default(),
            corrections: BTreeMap::new(),
            promising: Vec::new(),
            leads: Vec::new(),
            trusts: Vec::new(),
            measured: BTreeMap::new(),
            baselines: BTreeMap::new(),
            ladder: None,
            team: None,
        }
    }

    /// Entries, those not yet taken in included.
    pub(super) fn events(&self) -> &[Recorded] {
        &self.events
    }

    /// Entries taken in.
    pub(super) fn known(&self) -> usize {
        self.refs.len()
    }

    /// An entry, as far as it is not shielded.
    pub(super) fn seen(&self, at: usize) -> Seen<'_> {
        let recorded = &self.events[at];
        let shielded = if self.shielded.is_empty() {
            &[]
        } else {
            self.shielded
                .get(&recorded.id)
                .map_or(&[][..], Vec::as_slice)
        };
        Seen::new(recorded, shielded)
    }

    /// What an entry recorded.
    pub(super) fn event(&self, at: usize) -> &Event {
        &self.events[at].event
    }

    /// The entry with this id, when it was taken in.
    pub(super) fn find(&self, id: EventId) -> Option<usize> {
        self.index.get(&id).copied()
    }

    /// Position of an event of the whole book, when it comes before the last entry taken in.
    pub(super) fn place(&self, id: EventId) -> Option<i64> {
        if let Some(at) = self.find(id) {
            return Some(position(&self.events[at]));
        }
        let last = self.events[self.known().checked_sub(1)?].position;
        let found = (self.context.places)(id).filter(|position| *position < last)?;
        i64::try_from(found.0).ok()
    }

    /// Later entries that refer to this one, in order.
    pub(super) fn referring(&self, at: usize) -> impl DoubleEndedIterator<Item = usize> {
        self.refs[at].iter().copied()
    }

    /// The first zero value of self-efficacy.
    pub(super) fn self_efficacy(&self) -> Option<f64> {
        self.baselines.get(SELF_EFFICACY).map(|(value, _)| *value)
    }

    /// Later entries that were caused by this one, or keep a promise of it, in order.
    pub(super) fn following(&self, at: usize) -> impl Iterator<Item = usize> {
        self.loose[at].iter().copied()
    }

    /// Entries of one of the listed types taken in, in order.
    pub(super) fn of_type(&self, wanted: EventType) -> &[usize] {
        let place = LISTED.iter().position(|listed| *listed == wanted);
        let list = place.and_then(|place| self.by_type.get(place));
        list.map_or(&[], Vec::as_slice)
    }

    /// The common cells of what an entry comes down to.
    pub(super) fn head(&self, at: usize) -> Head {
        let seen = self.seen(at);
        let common = &seen.recorded.common;
        Head {
            position: position(seen.recorded),
            dossier: self.dossier(at),
            municipality: seen.key("municipality", common.municipality.0.as_str()),
            team: seen.key("team", common.team.as_ref().map(|team| team.0.as_str())),
            occurred_day: day_cell(seen.day()),
        }
    }

    /// The dossier an entry belongs to; one of an organisation only when it is about a dossier.
    fn dossier(&self, at: usize) -> Option<i64> {
        let Some(dossiers) = self.context.dossiers else {
            return self.events.first().map(position);
        };
        let obstacle = match self.event(at) {
            Event::OrganisationAnswered(answer) => self.find(answer.about.0)?,
            _ => at,
        };
        let Event::OrganisationalObstacleRaised(raised) = self.event(obstacle) else {
            return None;
        };
        let case = self.seen(obstacle).maybe("case", raised.case)?;
        let found = dossiers(case).filter(|found| *found < self.events[at].position)?;
        i64::try_from(found.0).ok()
    }

    /// Corrections of an entry, in order.
    pub(super) fn corrections(&self, at: usize) -> impl DoubleEndedIterator<Item = usize> {
        self.corrections.get(&at).into_iter().flatten().copied()
    }

    /// Takes in the next entry.
    pub(super) fn take(&mut self) {
        let at = self.known();
        self.index.insert(self.events[at].id, at);
        self.refs.push(Vec::new());
        self.loose.push(Vec::new());
        let add = |list: &mut Vec<Vec<usize>>, target: Option<&usize>| {
            if let Some(target) = target
                && list[*target].last() != Some(&at)
            {
                list[*target].push(at);
            }
        };
        for id in targets(&self.events[at].event) {
            add(&mut self.refs, self.index.get(&id));
        }
        for id in follows(&self.events[at]) {
            add(&mut self.loose, self.index.get(&id));
        }
        let kind = self.events[at].event.event_type();
        let place = LISTED.iter().position(|listed| *listed == kind);
        if let Some(list) = place.and_then(|place| self.by_type.get_mut(place)) {
            list.push(at);
        }
        if let Event::EntryCorrected(correction) = self.event(at)
            && let Some(target) = self.find(correction.target.0)
        {
            self.corrections.entry(target).or_default().push(at);
        }
        let common = &self.events[at].common;
        let (promises, team) = (!common.promises.is_empty(), common.team.is_some());
        if promises {
            self.promising.push(at);
        }
        if team && !self.seen(at).hides("team") {
            self.team = Some(at);
        }
        let (leads, trusts) = match self.event(at) {
            Event::TrajectoryOpened(_) | Event::LeadAssigned(_) | Event::CaseHandedOver(_) => {
                (true, false)
            }
            Event::ConversationHeld(held) => (false, held.trust.is_some()),
            Event::ClientVoiceRecorded(voice) => (false, voice.trust.is_some()),
            _ => (false, false),
        };
        if leads {
            self.leads.push(at);
        }
        if trusts {
            self.trusts.push(at);
        }
        let mut measured = Measured::of(&self.seen(at));
        for one in &mut measured {
            one.baseline = self.baselines.get(&*one.what).copied();
            one.settle();
        }
        let day = self.seen(at).day();
        for one in &measured {
            if one.moment == Some(MeasureMoment::Zero) && !self.baselines.contains_key(&*one.what) {
                self.baselines.insert(one.what.clone(), (one.value, day));
            }
            if one.what == LADDER
                && let Some(day) = day
                && self.ladder.is_none_or(|(last, _)| day >= last)
            {
                self.ladder = Some((day, one.value));
            }
        }
        if !measured.is_empty() {
            self.measured.insert(at, measured);
        }
    }

    /// Applies a correction to the entry it is about; tells whether it changed one.
    pub(super) fn correct(&mut self, by: usize) -> bool {
        let Event::EntryCorrected(correction) = self.event(by) else {
            return false;
        };
        let Some(target) = self.find(correction.target.0) else {
            return false;
        };
        let changed = crate::domain::dossier::corrected(
            &self.events[target],
            &correction.field.0,
            &correction.value(),
        );
        let Some(changed) = changed else {
            return false;
        };
        self.events[target] = changed;
        true
    }

    /// Takes in every entry so far once more, as it reads now.
    pub(super) fn again(&mut self) {
        let known = self.known();
        let events = std::mem::take(&mut self.events);
        let shielded = std::mem::take(&mut self.shielded);
        *self = Self {
            shielded,
            ..Self::new(self.context, Vec::new())
        };
        self.events = events;
        for _ in 0..known {
            self.take();
        }
    }

    /// Who has the lead on a day, as [`crate::domain::Dossier::lead_on`].
    pub(super) fn lead_on(&self, day: Day) -> Option<&Actor> {
        self.leads_by(|from, until| from <= day && until.is_none_or(|until| until >= day))
    }

    /// Who has the lead by the last assignment.
    pub(super) fn last_lead(&self) -> Option<&Actor> {
        self.leads_by(|_, _| true)
    }

    fn leads_by(&self, counts: impl Fn(Day, Option<Day>) -> bool) -> Option<&Actor> {
        let mut lead: Option<(Day, &Actor)> = None;
        for at in &self.leads {
            let seen = self.seen(*at);
            let (from, until, who) = match self.event(*at) {
                Event::TrajectoryOpened(opened) => {
                    (seen.day(), None, seen.show("lead", &opened.lead))
                }
                Event::LeadAssigned(assigned) => (
                    seen.show("from", assigned.from),
                    seen.maybe("until", assigned.until),
                    seen.show("lead", &assigned.lead),
                ),
                Event::CaseHandedOver(handover) => {
                    (seen.day(), None, seen.show("to", &handover.to))
                }
                _ => continue,
            };
            if let (Some(from), Some(who)) = (from, who)
                && counts(from, until)
                && lead.is_none_or(|(since, _)| from >= since)
            {
                lead = Some((from, who));
            }
        }
        lead.map(|(_, who)| who)
    }

    /// The decision that a reconsideration is about.
    pub(super) fn reconsidered_decision(&self, answer: &DecisionReconsidered) -> Option<usize> {
        let contest = self.find(answer.contest.0)?;
        match self.event(contest) {
            Event::DecisionContested(contested) => self.find(contested.decision.0),
            _ => None,
        }
    }

    /// The reconsiderations of a decision, in order, with their outcome.
    pub(super) fn reconsiderations(
        &self,
        decision: usize,
    ) -> Vec<(usize, &DecisionReconsidered, Option<Reconsidered>)> {
        let mut found = Vec::new();
        for contest in self.referring(decision) {
            if !matches!(self.event(contest), Event::DecisionContested(_)) {
                continue;
            }
            for at in self.referring(contest) {
                if let Event::DecisionReconsidered(answer) = self.event(at) {
                    let outcome = self.seen(at).show("outcome", answer.outcome);
                    found.push((at, answer, outcome));
                }
            }
        }
        found.sort_unstable_by_key(|(at, ..)| *at);
        found
    }

    /// The reconsideration that put another justification in force, the last one.
    pub(super) fn in_force(&self, decision: usize) -> Option<(usize, &DecisionReconsidered)> {
        let all = self.reconsiderations(decision);
        let changes = |outcome: Option<Reconsidered>| {
            matches!(
                outcome,
                Some(Reconsidered::Changed | Reconsidered::Withdrawn)
            )
        };
        let last = all
            .into_iter()
            .rev()
            .find(|(_, _, outcome)| changes(*outcome))?;
        Some((last.0, last.1))
    }

    /// The day of the first entry, in the order of recording, that is about this one in the way
    /// that is asked.
    pub(super) fn first_day(&self, at: usize, wanted: impl Fn(&Event) -> bool) -> Option<Day> {
        self.referring(at)
            .find(|later| wanted(self.event(*later)))
            .and_then(|later| self.seen(later).day())
    }

    /// Number of an entry's row, for keeping the order of a list.
    pub(super) fn number(place: usize) -> i64 {
        whole(place + 1)
    }
}

/// Position of an event as a cell holds it.
pub(super) fn position(recorded: &Recorded) -> i64 {
    i64::try_from(recorded.position.0).unwrap_or(i64::MAX)
}

/// The earlier events that an event is about.
pub(super) fn targets(event: &Event) -> impl Iterator<Item = EventId> {
    let own = match event {
        Event::StabilisationAgreed(agreed) => Some(agreed.obstacle),
        Event::ObstacleStabilised(stabilised) => Some(stabilised.obstacle),
        Event::GoalReviewed(review) => Some(review.goal),
        Event::ClientPreferenceVoiced(preference) => Some(preference.options),
        Event::DecisionTaken(taken) => taken.options.set,
        Event::DecisionContested(contested) => Some(contested.decision),
        Event::DecisionReconsidered(answer) => Some(answer.contest),
        Event::InstrumentReviewed(review) => Some(review.instrument),
        Event::InstrumentExtended(extended) => Some(extended.instrument),
        Event::InstrumentEnded(ended) => Some(ended.instrument),
        Event::EffectMeasured(measured) => measured.instrument,
        Event::ClientVoiceRecorded(voice) => voice.about,
        Event::FindingAnswered(answer) => Some(answer.finding),
        Event::OrganisationAnswered(answer) => Some(answer.about),
        Event::ActionAgreed(action) => Some(action.finding),
        Event::ActionChecked(check) => Some(check.action),
        _ => None,
    };
    let used = match event {
        Event::DecisionReconsidered(answer) => answer.options.as_ref(),
        _ => None,
    };
    let set = used.and_then(|used| used.set);
    own.into_iter().chain(set).map(|reference| reference.0)
}

/// The earlier events that led to an event, or of which it keeps a promise.
pub(super) fn follows(recorded: &Recorded) -> impl Iterator<Item = EventId> {
    let common = &recorded.common;
    let kept = common.keeps.iter().map(|kept| kept.event);
    common.caused_by.into_iter().chain(kept).map(|one| one.0)
}
