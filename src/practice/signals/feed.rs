//! What the signals over many dossiers need of each dossier, taken in one dossier at a time.

use super::across::{
    Bundled, Excepted, Held, Justified, exceptions_not_bundled, same_justification,
};
use super::burden::{Change, Minutes, burden};
use super::like_cases::{Decided, decided_differently};
use super::voice::{Trajectory, Voice, voices_missing};
use crate::base::{Day, EventId, Timestamp};
use crate::domain::codes::{BenefitBand, Reconsidered};
use crate::domain::dossier::Entry;
use crate::domain::{Catalogues, Dossier, Event, Recorded};

/// The records of one dossier, or of what one organisation recorded.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Filled {
    /// Justifications.
    pub justified: Vec<Justified>,
    /// Exceptions.
    pub excepted: Vec<Excepted>,
    /// Bundles of exceptions.
    pub bundled: Vec<Bundled>,
    /// Decisions on named situations.
    pub decided: Vec<Decided>,
    /// The trajectory.
    pub trajectories: Vec<Trajectory>,
    /// What the client said.
    pub voices: Vec<Voice>,
    /// Trajectories that came to a team or left it.
    pub changes: Vec<Change>,
    /// Minutes of recording.
    pub minutes: Vec<Minutes>,
}

/// The records of a whole book, taken in dossier by dossier in any order.
#[derive(Debug, Clone, Default)]
pub struct Feed {
    all: Filled,
}

impl Feed {
    /// Takes in a dossier, or the stream of an organisation folded like one. Corrections must be
    /// among its events; corrected values count from the first recording on, wording excepted.
    /// `hidden` tells of which events a fact is shielded: nothing is compared with those.
    pub fn take(&mut self, dossier: &Dossier, hidden: &dyn Fn(EventId) -> bool) {
        let filled = Filled::of(dossier, hidden);
        let all = &mut self.all;
        all.justified.extend(filled.justified);
        all.excepted.extend(filled.excepted);
        all.bundled.extend(filled.bundled);
        all.decided.extend(filled.decided);
        all.trajectories.extend(filled.trajectories);
        all.voices.extend(filled.voices);
        all.changes.extend(filled.changes);
        all.minutes.extend(filled.minutes);
    }

    /// Every signal over many dossiers, looked at up to a moment: that of the last event, so that
    /// they follow from what is recorded and not from a clock.
    #[must_use]
    pub fn signals(mut self, catalogues: &Catalogues, until: Timestamp) -> Vec<Held> {
        let all = &mut self.all;
        // In the order of recording.
        all.justified
            .sort_by_key(|one| (one.recorded_at, one.position));
        all.excepted.sort_by_key(|one| one.position);
        all.bundled.sort_by_key(|one| one.position);
        all.decided.sort_by_key(|one| one.position);
        let mut held = same_justification(&all.justified, catalogues);
        held.extend(exceptions_not_bundled(
            &all.excepted,
            &all.bundled,
            catalogues,
        ));
        held.extend(decided_differently(&all.decided));
        held.extend(voices_missing(
            &all.trajectories,
            &all.voices,
            catalogues,
            until,
        ));
        held.extend(burden(&all.changes, &all.minutes, catalogues, until));
        held
    }
}

/// The mark of a justification and those of its corrections, each with its moment; none when it is
/// closed.
fn marks(
    dossier: &Dossier,
    entry: &Entry,
    closed: &dyn Fn(EventId) -> bool,
) -> Vec<(Timestamp, u64)> {
    let mark = |recorded: &Recorded| {
        let noted = recorded.noted.as_ref().filter(|_| !closed(recorded.id))?;
        Some((recorded.recorded_at, noted.fingerprint?))
    };
    let Some(first) = mark(&entry.recorded) else {
        return Vec::new();
    };
    let corrections = entry.corrections.iter();
    let rewritten = corrections.filter_map(|id| mark(&dossier.entry(*id)?.recorded));
    std::iter::once(first).chain(rewritten).collect()
}

impl Filled {
    /// What is compared with other dossiers: justifications, exceptions, bundles and decisions on
    /// named situations; nothing of `hidden` events, and no mark of a text of `closed` ones.
    #[must_use]
    pub fn compared(
        dossier: &Dossier,
        hidden: &dyn Fn(EventId) -> bool,
        closed: &dyn Fn(EventId) -> bool,
    ) -> Self {
        let mut filled = Self::default();
        let shown = |entry: &&Entry| !hidden(entry.recorded.id);
        for entry in dossier.entries().iter().filter(shown) {
            let now = entry.now();
            match &now.event {
                Event::DecisionTaken(_) => filled.decision(dossier, entry, closed),
                Event::DecisionReconsidered(_) => filled.reconsideration(dossier, entry, closed),
                Event::ExceptionMade(made) => filled.excepted.push(Excepted {
                    exception: now.id,
                    position: now.position,
                    municipality: now.common.municipality.0.clone(),
                    rule: made.norm.0.clone(),
                    day: now.common.occurred_on,
                    recorded_at: now.recorded_at,
                }),
                Event::ExceptionsBundled(bundle) => filled.bundled.push(Bundled {
                    exceptions: bundle.exceptions.iter().map(|one| one.0).collect(),
                    position: now.position,
                    day: now.common.occurred_on,
                    recorded_at: now.recorded_at,
                }),
                _ => {}
            }
        }
        filled
    }

    /// The records of a dossier, or of the stream of an organisation folded like one.
    #[must_use]
    pub fn of(dossier: &Dossier, hidden: &dyn Fn(EventId) -> bool) -> Self {
        let mut filled = Self::compared(dossier, hidden, &|_| false);
        let mut band = None;
        let mut team: Option<String> = None;
        for entry in dossier.entries() {
            let now = entry.now();
            filled.minutes(now);
            match &now.event {
                Event::TrajectoryOpened(opened) => {
                    band = opened.benefit_band;
                    filled.trajectories.push(Trajectory {
                        municipality: now.common.municipality.0.clone(),
                        band,
                        opened_at: now.recorded_at,
                        closed_at: None,
                    });
                    filled.moved(now, &mut team);
                }
                Event::CaseHandedOver(_) => filled.moved(now, &mut team),
                Event::TrajectoryClosed(_) => {
                    if let Some(trajectory) = filled.trajectories.last_mut() {
                        trajectory.closed_at = Some(now.recorded_at);
                    }
                    filled.left(now, &mut team);
                }
                Event::ClientVoiceRecorded(_) => filled.voice(now, band),
                _ => {}
            }
        }
        filled
    }

    fn voice(&mut self, now: &Recorded, band: Option<BenefitBand>) {
        self.voices.push(Voice {
            municipality: now.common.municipality.0.clone(),
            band,
            recorded_at: now.recorded_at,
        });
    }

    fn minutes(&mut self, now: &Recorded) {
        if let (Some(team), Some(minutes)) = (&now.common.team, now.common.minutes_spent) {
            self.minutes.push(Minutes {
                municipality: now.common.municipality.0.clone(),
                team: team.0.clone(),
                recorded_at: now.recorded_at,
                minutes: minutes.0,
            });
        }
    }

    /// The trajectory leaves the team it is in.
    fn left(&mut self, now: &Recorded, team: &mut Option<String>) {
        if let Some(team) = team.take() {
            self.change(now, team, false);
        }
    }

    /// The trajectory comes to the team that recorded this.
    fn moved(&mut self, now: &Recorded, team: &mut Option<String>) {
        let to = now.common.team.as_ref().map(|team| team.0.clone());
        if to == *team || to.is_none() {
            return;
        }
        self.left(now, team);
        if let Some(to) = to {
            self.change(now, to.clone(), true);
            *team = Some(to);
        }
    }

    fn change(&mut self, now: &Recorded, team: String, came: bool) {
        self.changes.push(Change {
            municipality: now.common.municipality.0.clone(),
            team,
            recorded_at: now.recorded_at,
            came,
        });
    }

    fn decision(&mut self, dossier: &Dossier, entry: &Entry, closed: &dyn Fn(EventId) -> bool) {
        let now = entry.now();
        let Event::DecisionTaken(taken) = &now.event else {
            return;
        };
        self.justification(&marks(dossier, entry, closed), entry, taken.taken_on);
        if let (Some(key), Some(team)) = (&taken.situation_key, &now.common.team) {
            self.decided.push(Decided {
                decision: now.id,
                position: now.position,
                municipality: now.common.municipality.0.clone(),
                team: team.0.clone(),
                situation_key: key.0.clone(),
                kind: taken.kind,
                day: taken.taken_on,
                recorded_at: now.recorded_at,
                changes: Vec::new(),
            });
        }
    }

    fn justification(&mut self, marks: &[(Timestamp, u64)], entry: &Entry, day: Day) {
        let now = entry.now();
        for (place, (recorded_at, fingerprint)) in marks.iter().enumerate() {
            let replaced = marks.get(place + 1).map(|(moment, _)| (*moment, None));
            self.justified.push(Justified {
                decision: now.id,
                position: now.position,
                municipality: now.common.municipality.0.clone(),
                team: now.common.team.as_ref().map(|team| team.0.clone()),
                fingerprint: *fingerprint,
                day,
                recorded_at: *recorded_at,
                replaced,
            });
        }
    }

    /// A reconsideration replaces the justification before it, unless the decision stays.
    fn reconsideration(
        &mut self,
        dossier: &Dossier,
        entry: &Entry,
        closed: &dyn Fn(EventId) -> bool,
    ) {
        let now = entry.now();
        let Event::DecisionReconsidered(answer) = &now.event else {
            return;
        };
        let contested = dossier.contested(answer.contest.0);
        let Some(decision) = contested.filter(|_| answer.outcome != Reconsidered::Stays) else {
            return;
        };
        let (moment, day) = (now.recorded_at, now.common.occurred_on);
        let of_decision = |id: EventId| id == decision || replaces(dossier, id, decision);
        for one in &mut self.justified {
            if of_decision(one.decision) && one.replaced.is_none() {
                one.replaced = Some((moment, Some(day)));
            }
        }
        let decided = self.decided.iter_mut();
        for one in decided.filter(|one| one.decision == decision) {
            let before = one.changes.last().map_or(Some(one.kind), |change| change.2);
            let kind = match answer.outcome {
                Reconsidered::Changed => answer.kind.or(before),
                _ => None,
            };
            one.changes.push((moment, day, kind));
        }
        if answer.outcome == Reconsidered::Changed {
            self.justification(&marks(dossier, entry, closed), entry, day);
        }
    }
}

/// Whether an event is a reconsideration of this decision.
fn replaces(dossier: &Dossier, id: EventId, decision: EventId) -> bool {
    match dossier.entry(id).map(|entry| &entry.now().event) {
        Some(Event::DecisionReconsidered(answer)) => {
            dossier.contested(answer.contest.0) == Some(decision)
        }
        _ => false,
    }
}
