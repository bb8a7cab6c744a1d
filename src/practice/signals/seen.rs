//! What every signal looks at: the events of a dossier, its closing, the justifications in force,
//! and the norm of a day.

use std::cell::OnceCell;

use super::signal::Signal;
use crate::base::{Day, EventId};
use crate::domain::codes::{CatalogueKind, DecisionKind, Reconsidered, Verdict};
use crate::domain::events::choice::OptionsPresented;
use crate::domain::events::decision::{
    Alternative, ClientView, LegalBasis, OptionsUsed, Override, Triangle,
};
use crate::domain::{Catalogues, Dossier, Event, Recorded};

/// Parts of instrument keys that mean looking for work. Catalogues are a municipality's own, so
/// the key has to tell; a trial placement or internship is work, not looking for it.
const WORK_SEARCH: [&str; 5] = [
    "sollicit",
    "jobhunt",
    "vacature",
    "banenmarkt",
    "werk_zoeken",
];

/// Whether an instrument, by its key, is about looking for work (F09, Q25).
#[must_use]
pub fn is_work_search(key: &str) -> bool {
    let key = key.to_lowercase();
    WORK_SEARCH.iter().any(|part| key.contains(part))
}

/// A justification while it is in force: a decision, or the reconsideration that replaced it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Weighing<'a> {
    /// The event.
    pub(super) id: EventId,
    /// Kind of decision.
    pub(super) kind: Option<DecisionKind>,
    /// Whether it is the first justification of its decision.
    pub(super) is_first: bool,
    /// Place among the events, in the order of recording.
    pub(super) place: usize,
    /// Day on which it was taken.
    pub(super) taken_on: Day,
    /// Day on which it was changed or withdrawn.
    pub(super) replaced_on: Option<Day>,
    /// Last day on which the decision holds.
    pub(super) last_day: Option<Day>,
    pub(super) options: Option<&'a OptionsUsed>,
    pub(super) triangle: &'a Triangle,
    pub(super) overrides: &'a [Override],
    pub(super) legal: &'a [LegalBasis],
    pub(super) alternatives: &'a [Alternative],
    pub(super) client_view: Option<&'a ClientView>,
}

impl Weighing<'_> {
    /// Whether the corner *wet* says *nee* or *onduidelijk*.
    pub(super) fn law_is_doubted(&self) -> bool {
        self.triangle.wet.verdict != Verdict::Yes
    }
}

/// A dossier as signals look at it.
pub(super) struct Seen<'a> {
    pub(super) dossier: &'a Dossier,
    catalogues: &'a Catalogues,
    closed: OnceCell<Option<Day>>,
    weighings: OnceCell<Vec<Weighing<'a>>>,
}

impl<'a> Seen<'a> {
    pub(super) fn new(dossier: &'a Dossier, catalogues: &'a Catalogues) -> Self {
        Self {
            dossier,
            catalogues,
            closed: OnceCell::new(),
            weighings: OnceCell::new(),
        }
    }

    /// The events as they read now, in the order of recording.
    pub(super) fn events(&self) -> impl Iterator<Item = &'a Recorded> + use<'a> {
        self.dossier.events()
    }

    /// Day of the closing.
    pub(super) fn closed(&self) -> Option<Day> {
        *self.closed.get_or_init(|| {
            let closing = self.dossier.closing();
            closing.map(|recorded| recorded.common.occurred_on)
        })
    }

    /// The opening of the trajectory here; none for one from another system.
    pub(super) fn opening(&self) -> Option<&'a Recorded> {
        self.events()
            .find(|recorded| matches!(recorded.event, Event::TrajectoryOpened(_)))
    }

    /// The value of a norm on a day.
    pub(super) fn norm(&self, key: &'static str, day: Day) -> Option<(&'static str, f64)> {
        norm(self.catalogues, key, day)
    }

    /// The day after so many whole days from a day, by the norm of that day: the first day on
    /// which the term is over.
    pub(super) fn over(
        &self,
        key: &'static str,
        from: Day,
        days_each: i32,
    ) -> Option<(Day, (&'static str, f64))> {
        let norm = self.norm(key, from)?;
        let days = whole(norm.1)?.checked_mul(days_each)?.checked_add(1)?;
        Some((from.plus(days)?, norm))
    }

    /// The option set with this id.
    pub(super) fn options(&self, id: EventId) -> Option<(&'a Recorded, &'a OptionsPresented)> {
        let recorded = self.dossier.entry(id)?.now();
        match &recorded.event {
            Event::OptionsPresented(presented) => Some((recorded, presented)),
            _ => None,
        }
    }

    /// Every justification, in the order of recording.
    pub(super) fn weighings(&self) -> &[Weighing<'a>] {
        self.weighings.get_or_init(|| weighings(self.dossier))
    }
}

fn weighings(dossier: &Dossier) -> Vec<Weighing<'_>> {
    let mut all: Vec<Weighing<'_>> = Vec::new();
    let mut of: Vec<EventId> = Vec::new();
    for (place, recorded) in dossier.events().enumerate() {
        match &recorded.event {
            Event::DecisionTaken(taken) => {
                all.push(Weighing {
                    id: recorded.id,
                    kind: Some(taken.kind),
                    is_first: true,
                    place,
                    taken_on: taken.taken_on,
                    replaced_on: None,
                    last_day: taken.until,
                    options: Some(&taken.options),
                    triangle: &taken.triangle,
                    overrides: &taken.overrides,
                    legal: &taken.legal,
                    alternatives: &taken.alternatives,
                    client_view: Some(&taken.client_view),
                });
                of.push(recorded.id);
            }
            Event::DecisionReconsidered(answer) if answer.outcome != Reconsidered::Stays => {
                let Some(decision) = dossier.contested(answer.contest.0) else {
                    continue;
                };
                let day = recorded.common.occurred_on;
                let mut before = None;
                for (one, _) in all.iter_mut().zip(&of).filter(|(_, of)| **of == decision) {
                    one.replaced_on.get_or_insert(day);
                    before = Some(*one);
                }
                let Some(before) = before else { continue };
                if answer.outcome == Reconsidered::Changed {
                    all.push(Weighing {
                        id: recorded.id,
                        kind: answer.kind.or(before.kind),
                        is_first: false,
                        place,
                        taken_on: day,
                        replaced_on: None,
                        last_day: before.last_day,
                        options: answer.options.as_ref(),
                        triangle: &answer.triangle,
                        overrides: &answer.overrides,
                        legal: &answer.legal,
                        alternatives: &answer.alternatives,
                        client_view: answer.client_view.as_ref(),
                    });
                    of.push(decision);
                }
            }
            _ => {}
        }
    }
    all
}

/// The value of a norm on a day.
pub(super) fn norm(
    catalogues: &Catalogues,
    key: &'static str,
    day: Day,
) -> Option<(&'static str, f64)> {
    let entry = catalogues.entry(CatalogueKind::Norms, key, day)?;
    entry.number.map(|number| (key, number.0))
}

/// The whole part of a norm that counts something.
pub(super) fn whole(number: f64) -> Option<i32> {
    // Whole numbers of this size are exact, and their text has no fraction.
    format!("{:.0}", number.trunc()).parse().ok()
}

/// The earlier of two days, of which either may not come.
pub(super) fn earlier(one: Option<Day>, other: Option<Day>) -> Option<Day> {
    match (one, other) {
        (Some(one), Some(other)) => Some(one.min(other)),
        (one, other) => one.or(other),
    }
}

/// The signals that are left of these.
pub(super) fn left(signals: impl IntoIterator<Item = Option<Signal>>) -> Vec<Signal> {
    signals.into_iter().flatten().collect()
}
