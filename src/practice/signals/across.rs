//! Signals over many dossiers that follow from decisions and exceptions: the same justification
//! (F22) and exceptions that nobody bundled (F25).
//!
//! They are computed from small records in the order of recording, and give versions: what the
//! book took to be so from one moment of recording until another.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::kind::SignalKind;
use super::seen::{norm, whole};
use super::signal::Signal;
use crate::base::{Day, EventId, Position, Timestamp};
use crate::domain::Catalogues;

/// A signal of the book, with the time in which the book took it to be so.
#[derive(Debug, Clone, PartialEq)]
pub struct Held {
    /// The signal.
    pub signal: Signal,
    /// Municipality.
    pub municipality: String,
    /// Team, when it is about one team.
    pub team: Option<String>,
    /// From when the book knew it.
    pub recorded_from: Timestamp,
    /// From when the book knew better; `None` while it holds.
    pub recorded_until: Option<Timestamp>,
}

impl Held {
    /// A version, unless it would have held for no moment.
    pub(super) fn add_to(self, all: &mut Vec<Self>) {
        let lasted = self
            .recorded_until
            .is_none_or(|until| until > self.recorded_from);
        if lasted {
            all.push(self);
        }
    }

    /// Whether the book took it to be so at a moment.
    #[must_use]
    pub fn known_at(&self, moment: Timestamp) -> bool {
        self.recorded_from <= moment && self.recorded_until.is_none_or(|until| until > moment)
    }
}

/// A justification as it was recorded: of a decision, or of the reconsideration that changed it.
#[derive(Debug, Clone, PartialEq)]
pub struct Justified {
    /// The event that holds it.
    pub decision: EventId,
    /// Where that stands in the log.
    pub position: Position,
    /// Municipality.
    pub municipality: String,
    /// Team.
    pub team: Option<String>,
    /// Mark of its text ([`Noted::fingerprint`](crate::domain::Noted)).
    pub fingerprint: u64,
    /// Day on which the decision was taken.
    pub day: Day,
    /// Moment of recording.
    pub recorded_at: Timestamp,
    /// When it was replaced by another text, and on which day when that was a new decision; a
    /// correction has no day.
    pub replaced: Option<(Timestamp, Option<Day>)>,
}

/// Decisions with the same justification (F22), given in the order of recording: one signal about
/// each of them, from the one that makes the number full. `number` is how many there were then.
#[must_use]
pub fn same_justification(all: &[Justified], catalogues: &Catalogues) -> Vec<Held> {
    let mut groups: BTreeMap<(&str, u64), Vec<&Justified>> = BTreeMap::new();
    for one in all {
        let group = (one.municipality.as_str(), one.fingerprint);
        groups.entry(group).or_default().push(one);
    }
    let mut held = Vec::new();
    for group in groups.values() {
        let mut full: Option<(Timestamp, Day, (&'static str, f64))> = None;
        for (place, newest) in group.iter().enumerate() {
            let count = place + 1;
            let was_full = full.is_some();
            if !was_full {
                let norm = norm(catalogues, "zelfde_uitleg_besluiten", newest.day);
                let Some(norm) = norm.filter(|norm| reached(count, norm.1)) else {
                    continue;
                };
                full = Some((newest.recorded_at, newest.day, norm));
            }
            let Some((from, day, norm)) = full else {
                continue;
            };
            let news = if was_full {
                &group[place..count]
            } else {
                &group[..count]
            };
            for one in news {
                same(one, count, (from, day, norm), &mut held);
            }
        }
    }
    held.sort_by_key(|one| one.recorded_from);
    held
}

/// Adds the versions of the signal about one justification.
fn same(
    one: &Justified,
    count: usize,
    (from, day, norm): (Timestamp, Day, (&'static str, f64)),
    held: &mut Vec<Held>,
) {
    let kind = SignalKind::SameJustification;
    let signal = Signal::new(kind, Some(one.decision), one.day.max(day))
        .with_norm(norm)
        .with_number(u32::try_from(count).unwrap_or(u32::MAX));
    let first = Held {
        signal,
        municipality: one.municipality.clone(),
        team: one.team.clone(),
        recorded_from: one.recorded_at.max(from),
        recorded_until: one.replaced.map(|(moment, _)| moment),
    };
    if let Some((moment, Some(replaced_on))) = one.replaced {
        let ended = first.signal.clone().until(Some(replaced_on));
        if let Some(signal) = ended {
            let second = Held {
                signal,
                recorded_from: moment.max(first.recorded_from),
                recorded_until: None,
                ..first.clone()
            };
            second.add_to(held);
        }
    }
    first.add_to(held);
}

fn reached(count: usize, norm: f64) -> bool {
    let least = whole(norm.ceil()).and_then(|least| usize::try_from(least).ok());
    least.is_some_and(|least| least > 0 && count >= least)
}

/// An exception (E19).
#[derive(Debug, Clone, PartialEq)]
pub struct Excepted {
    /// The event.
    pub exception: EventId,
    /// Where it stands in the log.
    pub position: Position,
    /// Municipality.
    pub municipality: String,
    /// The rule or habit that was departed from.
    pub rule: String,
    /// Day on which it was made.
    pub day: Day,
    /// Moment of recording.
    pub recorded_at: Timestamp,
}

/// A bundle of exceptions (E31).
#[derive(Debug, Clone, PartialEq)]
pub struct Bundled {
    /// The exceptions in it.
    pub exceptions: Vec<EventId>,
    /// Where it stands in the log.
    pub position: Position,
    /// Day on which they were bundled.
    pub day: Day,
    /// Moment of recording.
    pub recorded_at: Timestamp,
}

/// The exceptions to one rule that are in no bundle yet.
#[derive(Default)]
struct Loose {
    exceptions: Vec<EventId>,
    open: Option<Held>,
}

impl Loose {
    /// Ends the version that holds now.
    fn replace(&mut self, moment: Timestamp, all: &mut Vec<Held>) -> Option<Signal> {
        let mut held = self.open.take()?;
        let signal = held.signal.clone();
        held.recorded_until = Some(moment);
        held.add_to(all);
        Some(signal)
    }
}

/// A rule or habit of a municipality.
type RuleOf<'a> = (&'a str, &'a str);

/// The exceptions of a book, by rule, while they are taken in.
struct Rules<'a> {
    catalogues: &'a Catalogues,
    rules: BTreeMap<RuleOf<'a>, Loose>,
    rule_of: HashMap<EventId, RuleOf<'a>>,
    all: Vec<Held>,
}

impl<'a> Rules<'a> {
    fn norm(&self, day: Day) -> Option<(&'static str, f64)> {
        norm(self.catalogues, "uitzondering_aantal", day)
    }

    fn excepted(&mut self, one: &'a Excepted) {
        let rule = (one.municipality.as_str(), one.rule.as_str());
        let norm = self.norm(one.day);
        self.rule_of.insert(one.exception, rule);
        let loose = self.rules.entry(rule).or_default();
        loose.exceptions.push(one.exception);
        let count = loose.exceptions.len();
        let before = loose.replace(one.recorded_at, &mut self.all);
        let signal = before.or_else(|| {
            let norm = norm.filter(|norm| reached(count, norm.1))?;
            let kind = SignalKind::ExceptionNotBundled;
            Some(Signal::new(kind, Some(one.exception), one.day).with_norm(norm))
        });
        loose.open = signal.map(|signal| Held {
            signal: signal.with_number(u32::try_from(count).unwrap_or(u32::MAX)),
            municipality: one.municipality.clone(),
            team: None,
            recorded_from: one.recorded_at,
            recorded_until: None,
        });
    }

    fn bundled(&mut self, bundle: &Bundled) {
        let norm = self.norm(bundle.day);
        let rules = bundle.exceptions.iter();
        let rules: BTreeSet<_> = rules.filter_map(|id| self.rule_of.get(id)).collect();
        for rule in rules {
            let Some(loose) = self.rules.get_mut(rule) else {
                continue;
            };
            loose
                .exceptions
                .retain(|id| !bundle.exceptions.contains(id));
            let Some(signal) = loose.replace(bundle.recorded_at, &mut self.all) else {
                continue;
            };
            let count = loose.exceptions.len();
            let held = |signal| Held {
                signal,
                municipality: rule.0.to_owned(),
                team: None,
                recorded_from: bundle.recorded_at,
                recorded_until: None,
            };
            if norm.is_some_and(|norm| reached(count, norm.1)) {
                let count = u32::try_from(count).unwrap_or(u32::MAX);
                loose.open = Some(held(signal.with_number(count)));
            } else if let Some(signal) = signal.until(Some(bundle.day)) {
                held(signal).add_to(&mut self.all);
            }
        }
    }
}

/// Rules that were departed from as often as the norm while nobody bundled it (F25); exceptions
/// and bundles each in the order of recording. About the exception that makes the number full;
/// `number` is how many are in no bundle.
#[must_use]
pub fn exceptions_not_bundled(
    exceptions: &[Excepted],
    bundles: &[Bundled],
    catalogues: &Catalogues,
) -> Vec<Held> {
    let mut rules = Rules {
        catalogues,
        rules: BTreeMap::new(),
        rule_of: HashMap::new(),
        all: Vec::new(),
    };
    let mut bundles = bundles.iter().peekable();
    for one in exceptions {
        while let Some(next) = bundles.next_if(|next| next.position < one.position) {
            rules.bundled(next);
        }
        rules.excepted(one);
    }
    bundles.for_each(|next| rules.bundled(next));
    let mut all = rules.all;
    all.extend(rules.rules.into_values().filter_map(|loose| loose.open));
    all.sort_by_key(|one| one.recorded_from);
    all
}
