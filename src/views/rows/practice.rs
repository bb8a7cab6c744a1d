//! Rows of what the practice computes over a whole dossier: signals, and terms to keep.
//!
//! Both follow from the dossier as it is known at a moment, so each kind is one sheet that is
//! worked out again when an event may change it.

use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap};

use super::case::position;
use super::ledger::{Head, Ledger, Sheet};
use super::seen::{Seen, code_cell, day_cell, key_cell, real_cell, whole_cell};
use crate::base::EventId;
use crate::domain::codes::Corner;
use crate::domain::field::Field;
use crate::domain::shielding::shields;
use crate::domain::values::Code;
use crate::domain::{Catalogues, Dossier, Event, Recorded};
use crate::practice::signals::{self, Answer, Signal, SignalKind, TermKind};
use crate::views::table::Row;
use crate::views::tables::audit::{Signals, Terms};

/// Kinds of one signal or term about one event have their own hundred of items.
const ITEMS: usize = 100;

/// Every version of the signals and terms of a dossier; gives the events back.
pub(super) fn rows(
    settings: &Catalogues,
    events: Vec<Recorded>,
    thorough: bool,
) -> (Vec<Row>, Vec<Recorded>) {
    let shields = shields(&events);
    let hidden = hidden(&events, &shields);
    let mut ledger = Ledger::default();
    let mut dossier = Dossier::default();
    let mut rest = events.into_iter().peekable();
    let mut team: Option<Code> = None;
    while let Some(first) = rest.peek() {
        let moment = first.recorded_at;
        let begun = dossier.entries().len();
        while let Some(recorded) = rest.next_if(|next| next.recorded_at <= moment) {
            dossier = dossier.evolve(recorded);
        }
        let now = dossier.entries().get(begun..).unwrap_or_default();
        let now = || now.iter().map(|entry| &entry.recorded);
        if now().all(|one| matches!(one.event, Event::StepImported(_))) {
            continue;
        }
        // What is about the dossier as a whole belongs to the latest team.
        let named = now().rev().find_map(|one| one.common.team.as_ref());
        let moved = named.is_some() && named != team.as_ref();
        if moved {
            team = named.cloned();
        }
        let corrects = |one: &Recorded| matches!(one.event, Event::EntryCorrected(_));
        let kinds = if thorough || moved || now().any(corrects) {
            SignalKind::ALL.iter().copied().collect()
        } else {
            changed(now(), &dossier)
        };
        let catalogues = if settings.editions().any(|(recorded, _)| *recorded > moment) {
            Cow::Owned(settings.known_at(moment))
        } else {
            Cow::Borrowed(settings)
        };
        let answers = signals::answers(&dossier);
        let now = Now {
            dossier: &dossier,
            shields: &shields,
            hidden: &hidden,
            moment: moment.0,
        };
        for (kind, found) in signals::of_kinds(kinds, &dossier, &catalogues) {
            ledger.put(kind as usize, now.signals(kind, &found, &answers));
        }
        ledger.put(SignalKind::ALL.len(), now.terms());
    }
    (ledger.into_rows(), dossier.into_recorded().collect())
}

/// The kinds of signal that what was recorded now can change.
fn changed<'a>(now: impl Iterator<Item = &'a Recorded>, dossier: &Dossier) -> BTreeSet<SignalKind> {
    let mut kinds = BTreeSet::new();
    for recorded in now {
        if matches!(recorded.event, Event::StepImported(_)) {
            continue;
        }
        kinds.extend(signals::affected(recorded, dossier));
        if let Event::SignalAnswered(answer) = &recorded.event {
            kinds.extend(SignalKind::from_slug(&answer.signal.0));
        }
    }
    kinds
}

/// A moment of a dossier.
struct Now<'a> {
    dossier: &'a Dossier,
    shields: &'a HashMap<EventId, Vec<String>>,
    hidden: &'a BTreeSet<EventId>,
    moment: i64,
}

impl Now<'_> {
    /// The common cells of what is about an event, or about the dossier as a whole. None when a
    /// fact of the event is shielded: what follows from that fact would tell it.
    fn head(&self, about: Option<EventId>) -> Option<Head> {
        if about.is_some_and(|id| self.hidden.contains(&id)) {
            return None;
        }
        let first = &self.dossier.entries().first()?.recorded;
        let own = about.and_then(|id| self.seen(id));
        let seen = match &own {
            Some(own) => own.clone(),
            None => self.seen(first.id)?,
        };
        let named = |seen: &Seen<'_>| seen.maybe("team", seen.recorded.common.team.clone());
        let latest = || {
            let entries = self.dossier.entries().iter().rev();
            entries
                .filter_map(|one| self.seen(one.recorded.id))
                .find_map(|one| named(&one))
        };
        let team = if own.is_some() {
            named(&seen)
        } else {
            latest()
        };
        let municipality = seen.recorded.common.municipality.0.as_str();
        Some(Head {
            position: position(seen.recorded),
            dossier: Some(position(first)),
            municipality: seen.key("municipality", municipality),
            team: key_cell(team.as_ref().map(|team| team.0.as_str())),
            occurred_day: day_cell(seen.day()),
        })
    }

    fn seen(&self, id: EventId) -> Option<Seen<'_>> {
        let shielded = self.shields.get(&id).map_or(&[][..], Vec::as_slice);
        Some(Seen::new(self.dossier.entry(id)?.now(), shielded))
    }

    fn position(&self, id: EventId) -> Option<i64> {
        Some(position(&self.dossier.entry(id)?.recorded))
    }

    fn sheet(&self) -> Sheet {
        Sheet::new(Head::default(), self.moment)
    }

    fn signals(&self, kind: SignalKind, found: &[Signal], answers: &[Answer]) -> Sheet {
        let mut sheet = self.sheet();
        let mut numbers: HashMap<i64, usize> = HashMap::new();
        for signal in found {
            let Some(head) = self.head(signal.about) else {
                continue;
            };
            let number = numbers.entry(head.position).or_default();
            let item = kind as usize * ITEMS + *number;
            *number += 1;
            let answer = answers.iter().rev().find(|answer| answer.is_to(signal));
            let about = signal.about.and_then(|about| self.position(about));
            let answered = answer.and_then(|answer| self.position(answer.answered.by));
            *sheet.head_mut() = head;
            sheet.add(
                item,
                Signals {
                    signal: code_cell(Some(kind.slug())),
                    about: whole_cell(about),
                    since_day: day_cell(Some(signal.since)),
                    until_day: day_cell(signal.until),
                    principle: key_cell(kind.principle()),
                    corner: code_cell(signal.corner.map(Corner::code)),
                    source: key_cell(Some(kind.source())),
                    norm: key_cell(signal.norm.map(|(key, _)| key)),
                    norm_number: real_cell(signal.norm.map(|(_, number)| number)),
                    number: real_cell(signal.number),
                    answered_day: day_cell(answer.map(|answer| answer.answered.on)),
                    answer: whole_cell(answered),
                },
            );
        }
        sheet
    }

    fn terms(&self) -> Sheet {
        let mut sheet = self.sheet();
        let mut terms = signals::terms(self.dossier);
        terms.sort_by_key(|term| (term.about, term.kind, term.item));
        for term in terms {
            let (Some(head), Some(due)) = (self.head(Some(term.about)), term.due) else {
                continue;
            };
            let kind = TermKind::ALL.iter().position(|kind| *kind == term.kind);
            *sheet.head_mut() = head;
            sheet.add(
                kind.unwrap_or_default() * ITEMS + term.item,
                Terms {
                    term: code_cell(Some(term.kind.code())),
                    due_day: day_cell(Some(due)),
                    settled_day: day_cell(term.settled),
                },
            );
        }
        sheet
    }
}

/// Entries of which a fact is shielded; words are not looked at here.
fn hidden(events: &[Recorded], shields: &HashMap<EventId, Vec<String>>) -> BTreeSet<EventId> {
    if shields.is_empty() {
        return BTreeSet::new();
    }
    let is_fact = |recorded: &Recorded, path: &String| {
        let pointer = format!("/{}", path.replace('.', "/"));
        let forms = [recorded.event.write(), recorded.common.write()];
        let found = forms.iter().find_map(|form| form.pointer(&pointer));
        // Among facts every word is closed.
        found.is_some_and(|value| value.get("closed").is_none())
    };
    events
        .iter()
        .filter(|one| {
            shields
                .get(&one.id)
                .is_some_and(|paths| paths.iter().any(|path| is_fact(one, path)))
        })
        .map(|one| one.id)
        .collect()
}
