//! Rows of what the practice computes over a whole dossier: signals, terms to keep, and what is
//! compared with other dossiers; of an organisation, signals alone.
//!
//! Both follow from the dossier as it is known at a moment, so each kind is one sheet that is
//! worked out again when an event may change it.

use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap};

use super::case::position;
use super::context::Context;
use super::ledger::{Head, Ledger, Sheet};
use super::seen::{Seen, code_cell, day_cell, key_cell, real_cell, whole_cell};
use crate::base::{Day, EventId, Timestamp};
use crate::domain::codes::{CatalogueKind, Corner, DecisionKind};
use crate::domain::field::Field;
use crate::domain::shielding::shields;
use crate::domain::values::{Actor, Code};
use crate::domain::{Catalogues, Dossier, Event, Recorded};
use crate::practice::signals::{self, Answer, Filled, Signal, SignalKind, TermKind};
use crate::views::across::{JUSTIFICATION, RULE, SITUATION};
use crate::views::table::{Cell, Row};
use crate::views::tables::audit::{Signals, Terms};
use crate::views::tables::decision::Comparisons;

/// Kinds of one signal or term about one event have their own hundred of items.
const ITEMS: usize = 100;

/// Every version of these rows of a dossier or organisation; gives the events back.
pub(super) fn rows(
    context: &Context<'_>,
    events: Vec<Recorded>,
    thorough: bool,
) -> (Vec<Row>, Vec<Recorded>) {
    let settings = context.settings;
    let of_dossier = context.dossiers.is_none();
    let mut turns = adopted_after(settings, events.first())
        .into_iter()
        .peekable();
    let shields = shields(&events);
    let hidden = hidden(&events, &shields);
    let mut ledger = Ledger::default();
    let mut dossier = Dossier::default();
    let mut rest = events.into_iter().peekable();
    let mut team: Option<Code> = None;
    loop {
        let next = rest.peek().map(|first| first.recorded_at);
        let Some(moment) = next.into_iter().chain(turns.peek().copied()).min() else {
            break;
        };
        let adopted = turns.next_if_eq(&moment).is_some();
        let begun = dossier.entries().len();
        while let Some(recorded) = rest.next_if(|next| next.recorded_at <= moment) {
            dossier = dossier.evolve(recorded);
        }
        let now = dossier.entries().get(begun..).unwrap_or_default();
        let now = || now.iter().map(|entry| &entry.recorded);
        let steps_only = now().all(|one| matches!(one.event, Event::StepImported(_)));
        if steps_only && !adopted {
            continue;
        }
        // What is about the dossier as a whole belongs to the latest team.
        let named = now().rev().find_map(|one| one.common.team.as_ref());
        let moved = named.is_some() && named != team.as_ref();
        if moved {
            team = named.cloned();
        }
        let corrects = |one: &Recorded| matches!(one.event, Event::EntryCorrected(_));
        let kinds = if thorough || adopted || moved || now().any(corrects) {
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
        let compares = of_dossier && (thorough || now().any(is_compared));
        let now = Now {
            context,
            dossier: &dossier,
            shields: &shields,
            hidden: &hidden,
            moment: moment.0,
        };
        for (kind, found) in signals::of_kinds(kinds, &dossier, &catalogues) {
            ledger.put(kind as usize, now.signals(kind, &found, &answers));
        }
        if of_dossier && !steps_only {
            ledger.put(SignalKind::ALL.len(), now.terms());
        }
        if compares {
            ledger.put(SignalKind::ALL.len() + 1, now.compared());
        }
    }
    (ledger.into_rows(), dossier.into_recorded().collect())
}

/// When norms were adopted after a dossier began: from then on its signals follow from those too.
fn adopted_after(settings: &Catalogues, first: Option<&Recorded>) -> BTreeSet<Timestamp> {
    let editions = settings.editions().filter(|(at, edition)| {
        edition.catalogue == CatalogueKind::Norms
            && first.is_some_and(|first| *at > first.recorded_at)
    });
    editions.map(|(at, _)| *at).collect()
}

/// Whether an event can change what is compared with other dossiers.
fn is_compared(recorded: &Recorded) -> bool {
    matches!(
        recorded.event,
        Event::DecisionTaken(_)
            | Event::DecisionReconsidered(_)
            | Event::ExceptionMade(_)
            | Event::EntryCorrected(_)
    )
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
    context: &'a Context<'a>,
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
            dossier: self.context.dossiers.is_none().then(|| position(first)),
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
                    unit: key_cell(signal.unit.as_ref().map(|unit| unit.0.as_str())),
                    answered_day: day_cell(answer.map(|answer| answer.answered.on)),
                    answer: whole_cell(answered),
                },
            );
        }
        sheet
    }

    /// What is compared with other dossiers; nothing of an event of which a fact is shielded.
    fn compared(&self) -> Sheet {
        let mut sheet = self.sheet();
        let hidden = |id: EventId| self.hidden.contains(&id);
        let closed = |id: EventId| self.shields.contains_key(&id);
        let filled = Filled::compared(self.dossier, &hidden, &closed);
        let row =
            |compares: &'static str, key: Cell, day: Day, known_from: Timestamp| Comparisons {
                compares: code_cell(Some(compares)),
                key,
                kind: Cell::Null,
                day: day_cell(Some(day)),
                known_from: Cell::Whole(known_from.0),
                replaced_at: Cell::Null,
                replaced_day: Cell::Null,
            };
        let mut numbers: HashMap<EventId, usize> = HashMap::new();
        for one in &filled.justified {
            let number = numbers.entry(one.decision).or_default();
            let (replaced_at, replaced_day) = one.replaced.unzip();
            let record = Comparisons {
                replaced_at: whole_cell(replaced_at.map(|moment| moment.0)),
                replaced_day: day_cell(replaced_day.flatten()),
                ..row(
                    JUSTIFICATION,
                    self.mark(one.fingerprint),
                    one.day,
                    one.recorded_at,
                )
            };
            self.put(&mut sheet, one.decision, *number, record);
            *number += 1;
        }
        for one in &filled.decided {
            let key = || key_cell(Some(&one.situation_key));
            let taken = Comparisons {
                kind: code_cell(Some(one.kind.code())),
                ..row(SITUATION, key(), one.day, one.recorded_at)
            };
            self.put(&mut sheet, one.decision, ITEMS, taken);
            for (number, (moment, day, kind)) in one.changes.iter().enumerate() {
                let change = Comparisons {
                    kind: code_cell(kind.map(DecisionKind::code)),
                    ..row(SITUATION, key(), *day, *moment)
                };
                self.put(&mut sheet, one.decision, ITEMS + 1 + number, change);
            }
        }
        for one in &filled.excepted {
            let record = row(RULE, key_cell(Some(&one.rule)), one.day, one.recorded_at);
            self.put(&mut sheet, one.exception, 0, record);
        }
        sheet
    }

    fn put(&self, sheet: &mut Sheet, about: EventId, item: usize, record: Comparisons) {
        if let Some(head) = self.head(Some(about)) {
            *sheet.head_mut() = head;
            sheet.add(item, record);
        }
    }

    /// The mark of a text, keyed like a person's code: the file of the views lies open, and a mark
    /// that everybody can compute would let a sentence be guessed.
    fn mark(&self, fingerprint: u64) -> Cell {
        let keyed = Actor(format!("uitleg/{fingerprint:016x}"));
        match self.context.person(Some(&keyed)) {
            Cell::Whole(number) => Cell::Text(Cow::Owned(number.to_string())),
            other => other,
        }
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
