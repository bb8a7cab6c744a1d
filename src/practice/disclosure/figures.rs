//! Control over figures that are no cells of a question: those of process analysis and of change.
//!
//! Such a face says of each figure what every client adds to it; here is decided which figures
//! may be told, beside each other and beside every earlier answer of whatever face.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::control::covers;
use super::guard::{Objection, objections};
use super::memory::{CELLS_MAX, Kept, Memory, Part};
use super::rules::{Reason, Rules};

/// The statistic of plain counts of clients, the same for every face.
pub const POPULATION: u64 = 0x7765_6567_626f_656b;

/// One figure that a face would tell.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Figure {
    /// Which statistic it is: a digest of what it counts, or [`POPULATION`].
    pub statistic: u64,
    /// What every client adds, in thousandths: the denominator counts the client or its units,
    /// the numerator is a sum that is told beside it.
    pub parts: BTreeMap<i64, Part>,
    /// The place of the figure of which this is a part. Nobody, a few, all but a few and
    /// everybody then look the same.
    pub within: Option<usize>,
    /// The place of an earlier figure without which this one is not told.
    pub under: Option<usize>,
    /// Whether it is laid beside figures of other statistics in pairs only: for figures that
    /// there are hundreds of.
    pub apart: bool,
}

/// What may be told.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Released {
    /// For each figure why it is held back; `None` when it may be told.
    pub hidden: Vec<Option<Reason>>,
    /// What must be remembered before it is told.
    pub kept: Vec<Kept>,
    /// Whether something is held back because of earlier answers.
    pub because_of_earlier: bool,
}

impl Released {
    /// Whether a figure may be told.
    #[must_use]
    pub fn tells(&self, place: usize) -> bool {
        matches!(self.hidden.get(place), Some(None))
    }
}

/// Decides which figures may be told; those that come first go before later ones.
#[must_use]
pub fn release(
    figures: &[Figure],
    rules: &Rules,
    memory: &mut Memory,
    label: &Arc<str>,
) -> Released {
    let mut released = laid(figures, rules, memory, label);
    if !rules.open() && memory.cells() > 0 {
        let alone = laid(figures, rules, &mut Memory::default(), label);
        let both = released.hidden.iter().zip(&alone.hidden);
        let mut both = both.map(|(beside, alone)| beside.is_some() && alone.is_none());
        released.because_of_earlier = both.any(|of_earlier| of_earlier);
    }
    released
}

fn laid(figures: &[Figure], rules: &Rules, memory: &mut Memory, label: &Arc<str>) -> Released {
    let mut released = Released {
        hidden: vec![None; figures.len()],
        ..Released::default()
    };
    if rules.open() {
        return released;
    }
    for (place, figure) in figures.iter().enumerate() {
        released.hidden[place] = judge(figures, figure, rules);
    }
    let mut cells: Vec<Kept> = figures.iter().map(|one| kept(one, rules)).collect();
    let fresh: Vec<bool> = cells
        .iter()
        .map(|cell| !memory.cells.iter().any(|old| covers(old, cell)))
        .collect();
    if memory.cells.len() + cells.len() > CELLS_MAX {
        for (hidden, _) in released.hidden.iter_mut().zip(&fresh).filter(|one| *one.1) {
            hidden.get_or_insert(Reason::Full);
        }
    }
    loop {
        follow(figures, &mut released.hidden);
        for (cell, hidden) in cells.iter_mut().zip(&released.hidden) {
            if hidden.is_some() {
                cell.tells_denominator = false;
                cell.tells_numerator = false;
            }
        }
        let found = objections(memory, &cells, &fresh, label);
        if found.is_empty() {
            break;
        }
        for objection in found {
            let (place, reason) = match objection {
                Objection::Near(place, earlier) | Objection::NearUnits(place, earlier) => {
                    (place, Reason::Near { earlier })
                }
                Objection::Derivable(place, _, earlier) => (place, Reason::Derivable { earlier }),
                Objection::Full(place) => (place, Reason::Full),
            };
            if let Some(hidden) = released.hidden.get_mut(place) {
                hidden.get_or_insert(reason);
            }
        }
    }
    let told = released.hidden.iter().map(Option::is_none);
    let kept = cells.into_iter().zip(told);
    released.kept = kept
        .filter(|(cell, told)| *told && !cell.parts.is_empty())
        .map(|(cell, _)| cell)
        .collect();
    released
}

/// Holds back what stands under a figure that is held back.
fn follow(figures: &[Figure], hidden: &mut [Option<Reason>]) {
    for (place, figure) in figures.iter().enumerate() {
        let above = figure.under.and_then(|above| hidden.get(above).cloned());
        if let (Some(Some(reason)), Some(own)) = (above, hidden.get_mut(place)) {
            own.get_or_insert(reason);
        }
    }
}

fn judge(figures: &[Figure], figure: &Figure, rules: &Rules) -> Option<Reason> {
    let clients = figure.parts.len();
    let Some(whole) = figure.within.and_then(|place| figures.get(place)) else {
        return (clients > 0 && clients < rules.least()).then_some(Reason::Small);
    };
    let others = whole.parts.keys();
    let rest = others.filter(|client| !figure.parts.contains_key(client));
    let few = clients < rules.least() || rest.count() < rules.least();
    few.then_some(Reason::Class)
}

fn kept(figure: &Figure, rules: &Rules) -> Kept {
    Kept {
        statistic: figure.statistic,
        norm: rules.norm,
        answer: 0,
        tells_denominator: true,
        tells_numerator: figure.parts.values().any(|part| part.numerator != 0),
        tells_missing: false,
        share: false,
        apart: figure.apart,
        parts: figure
            .parts
            .iter()
            .map(|(client, part)| (*client, *part))
            .collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::practice::disclosure::Remembered;

    fn figure(statistic: u64, clients: impl IntoIterator<Item = i64>) -> Figure {
        let one = Part {
            denominator: 1_000,
            ..Part::default()
        };
        Figure {
            statistic,
            parts: clients.into_iter().map(|client| (client, one)).collect(),
            ..Figure::default()
        }
    }

    fn told(memory: &mut Memory, figures: &[Figure], label: &str) -> Vec<bool> {
        let found = release(figures, &Rules::of(5), memory, &Arc::from(label));
        let told = (0..figures.len()).map(|place| found.tells(place)).collect();
        let answer = Remembered {
            series: memory.answers().try_into().unwrap(),
            label: Arc::from(label),
            given_at: 0,
            known_at: 0,
            on_day: 0,
        };
        memory.add(answer, found.kept);
        told
    }

    /// Forty, of whom 3 are held back as few; 17 and 20 may be told, but the three parts make the
    /// whole: 40 − 17 − 20 = 3, so the 20 that come later are held back.
    #[test]
    fn the_parts_of_a_whole_do_not_tell_of_the_smallest() {
        let figures = [
            figure(7, 0..40),
            figure(7, 0..17),
            figure(7, 17..37),
            figure(7, 37..40),
        ];
        let mut memory = Memory::default();
        assert_eq!(told(&mut memory, &figures, "a"), [true, true, false, false]);
        // The same again is the same again.
        assert_eq!(told(&mut memory, &figures, "a"), [true, true, false, false]);
    }

    #[test]
    fn nobody_a_few_and_everybody_of_a_whole_look_the_same() {
        for (count, wanted) in [
            (0, false),
            (4, false),
            (5, true),
            (35, true),
            (36, false),
            (40, false),
        ] {
            let part = Figure {
                within: Some(0),
                ..figure(8, 0..count)
            };
            let found = told(&mut Memory::default(), &[figure(7, 0..40), part], "a");
            assert_eq!(found, [true, wanted], "{count}");
        }
    }

    /// Another statistic, asked by another face, over three clients more or fewer.
    #[test]
    fn another_figure_over_nearly_the_same_clients_is_held_back() {
        let mut memory = Memory::default();
        assert_eq!(told(&mut memory, &[figure(7, 0..40)], "a"), [true]);
        assert_eq!(told(&mut memory, &[figure(8, 0..37)], "b"), [false]);
        assert_eq!(told(&mut memory, &[figure(8, 0..35)], "c"), [true]);
        let under = Figure {
            under: Some(0),
            ..figure(9, 10..20)
        };
        assert_eq!(
            told(&mut memory, &[figure(8, 0..43), under], "d"),
            [false, false]
        );
    }

    /// 0..20 and 20..37 were told as two statistics; 0..40 as a count of clients would give 3.
    #[test]
    fn counts_of_clients_are_laid_beside_each_other_over_all_statistics() {
        let all = || {
            let mut memory = Memory::default();
            assert_eq!(told(&mut memory, &[figure(7, 0..20)], "a"), [true]);
            assert_eq!(told(&mut memory, &[figure(8, 20..37)], "b"), [true]);
            memory
        };
        assert_eq!(told(&mut all(), &[figure(POPULATION, 0..40)], "c"), [false]);
        assert_eq!(told(&mut all(), &[figure(POPULATION, 0..42)], "c"), [true]);
    }
}
