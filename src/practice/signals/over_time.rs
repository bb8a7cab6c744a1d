//! What a group of inputs came down to over time, when some of them were put right later.
//!
//! The signals over many dossiers are worked out in the order of recording, as if every input
//! always read as it does. A correction or a new norm makes a turn: before it the book worked with
//! the inputs as they read then.

use std::collections::{BTreeSet, HashMap};
use std::hash::Hash;

use crate::base::Timestamp;
use crate::domain::Catalogues;
use crate::domain::codes::CatalogueKind;

/// Something that the book took to be so from one moment until another.
#[derive(Debug, Clone, PartialEq)]
pub struct Span<T> {
    /// What.
    pub value: T,
    /// From when.
    pub from: Timestamp,
    /// Until when; `None` while it holds.
    pub until: Option<Timestamp>,
}

impl<T> Span<T> {
    /// Whether it was so at a moment.
    #[must_use]
    pub fn known_at(&self, moment: Timestamp) -> bool {
        self.from <= moment && self.until.is_none_or(|until| until > moment)
    }
}

/// What was known over all moments. `known` gives the spans as the inputs known at a moment have
/// them; between two turns that is the same for every moment, as far as it goes. `key` is that
/// which goes on over a turn.
#[must_use]
pub fn over_time<T: PartialEq, K: Eq + Hash>(
    turns: &BTreeSet<Timestamp>,
    key: &dyn Fn(&T) -> K,
    known: &mut dyn FnMut(Timestamp) -> Vec<Span<T>>,
) -> Vec<Span<T>> {
    let mut all: Vec<Span<T>> = Vec::new();
    let mut lasting: HashMap<K, usize> = HashMap::new();
    let mut begin: Option<Timestamp> = None;
    for end in turns.iter().map(|turn| Some(*turn)).chain([None]) {
        let moment = end.map_or(Timestamp(i64::MAX), |end| Timestamp(end.0 - 1));
        let mut still = HashMap::new();
        for mut span in known(moment) {
            span.from = begin.map_or(span.from, |begin| begin.max(span.from));
            span.until = match (span.until, end) {
                (Some(until), Some(end)) => Some(until.min(end)),
                (until, end) => until.or(end),
            };
            if span.until.is_some_and(|until| until <= span.from) {
                continue;
            }
            let name = key(&span.value);
            let goes_on = end.is_some() && span.until == end;
            let before = lasting.get(&name).copied();
            let before = before.filter(|_| begin == Some(span.from));
            let place = match before.and_then(|at| Some((at, all.get_mut(at)?))) {
                Some((at, before)) if before.value == span.value => {
                    before.until = span.until;
                    at
                }
                _ => {
                    all.push(span);
                    all.len() - 1
                }
            };
            if goes_on {
                still.insert(name, place);
            }
        }
        lasting = still;
        begin = end;
    }
    all
}

/// The catalogues as known after each adoption of norms.
#[derive(Debug)]
pub struct Norms {
    steps: Vec<(Timestamp, Catalogues)>,
    before: Catalogues,
}

impl Norms {
    /// Those of a book.
    #[must_use]
    pub fn new(catalogues: &Catalogues) -> Self {
        let adopted = catalogues.editions();
        let adopted = adopted.filter(|(_, edition)| edition.catalogue == CatalogueKind::Norms);
        let turns: BTreeSet<Timestamp> = adopted.map(|(at, _)| *at).collect();
        let steps = turns.into_iter().map(|at| (at, catalogues.known_at(at)));
        Self {
            steps: steps.collect(),
            before: Catalogues::default(),
        }
    }

    /// What was known at a moment.
    #[must_use]
    pub fn known_at(&self, moment: Timestamp) -> &Catalogues {
        let known = self.steps.partition_point(|(at, _)| *at <= moment);
        let last = known.checked_sub(1).and_then(|last| self.steps.get(last));
        last.map_or(&self.before, |(_, catalogues)| catalogues)
    }

    /// The moments after a first one at which norms were adopted.
    pub fn turns_after(&self, first: Timestamp) -> impl Iterator<Item = Timestamp> {
        let after = self.steps.partition_point(|(at, _)| *at <= first);
        self.steps.iter().skip(after).map(|(at, _)| *at)
    }
}
