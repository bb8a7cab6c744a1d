//! Control over figures that are no cells of a question: those of process analysis and of change.
//!
//! Such a face says of each figure what every client adds to it; here is decided which figures
//! may be told, beside each other and beside every earlier answer of whatever face.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::complementary::{Sums, complete};
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

/// Counts that add up to sums which are told, in this answer or in another: what is held back of
/// them must not follow from what is not.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Counts {
    /// Every count.
    pub cells: Vec<Counted>,
    /// The cells of every sum.
    pub lines: Vec<Vec<usize>>,
}

/// One of the counts.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Counted {
    /// The place of the figure without which it is not told; `None` when it never is.
    pub figure: Option<usize>,
    /// The count.
    pub count: f64,
    /// How many clients it is about.
    pub clients: usize,
}

/// Hidden counts up to which the attacker's linear program is solved for each of them; of more,
/// each sum is looked at by itself.
const PROGRAM_MAX: usize = 48;

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
    counts: &[Counts],
    rules: &Rules,
    memory: &mut Memory,
    label: &Arc<str>,
) -> Released {
    let mut released = laid(figures, counts, rules, memory, label);
    if !rules.open() && memory.cells() > 0 {
        let alone = laid(figures, counts, rules, &mut Memory::default(), label);
        let both = released.hidden.iter().zip(&alone.hidden);
        let mut both = both.map(|(beside, alone)| beside.is_some() && alone.is_none());
        released.because_of_earlier = both.any(|of_earlier| of_earlier);
    }
    released
}

fn laid(
    figures: &[Figure],
    counts: &[Counts],
    rules: &Rules,
    memory: &mut Memory,
    label: &Arc<str>,
) -> Released {
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
        let laid: Vec<&Kept> = cells.iter().collect();
        let found = objections(memory, &laid, &fresh, label);
        if found.is_empty() {
            if counts
                .iter()
                .any(|one| one.complement(&mut released.hidden, rules))
            {
                continue;
            }
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

impl Counts {
    /// Holds back more of them until nobody can compute what is held back; whether it did.
    fn complement(&self, hidden: &mut [Option<Reason>], rules: &Rules) -> bool {
        let reason = |one: &Counted| one.figure.and_then(|place| hidden.get(place)?.as_ref());
        let is_hidden = |one: &Counted| one.figure.is_none() || reason(one).is_some();
        let before: Vec<bool> = self.cells.iter().map(is_hidden).collect();
        let is_first = |one: &Counted| is_hidden(one) && reason(one) != Some(&Reason::Complement);
        let first: Vec<bool> = self.cells.iter().map(is_first).collect();
        let after = self.completed(&first, &before, rules);
        let mut changed = false;
        for (one, hide) in self.cells.iter().zip(&after) {
            let own = one.figure.and_then(|place| hidden.get_mut(place));
            if let Some(own) = own.filter(|own| *hide && own.is_none()) {
                *own = Some(Reason::Complement);
                changed = true;
            }
        }
        changed
    }

    /// Which are hidden in the end: `first` are those that may not be told, `hidden` also what is
    /// held back for their sake.
    fn completed(&self, first: &[bool], hidden: &[bool], rules: &Rules) -> Vec<bool> {
        let is = |all: &[bool], place: usize| all.get(place) == Some(&true);
        let margin = |place: usize, one: &Counted| {
            if !is(first, place) {
                // Held back for another: nobody may know it exactly.
                return 1.0;
            }
            let clients = f64::from(u32::try_from(one.clients.max(1)).unwrap_or(u32::MAX));
            let norm = f64::from(rules.norm);
            norm.max(norm * one.count / clients)
        };
        let sums = |cells: &[usize], lines: Vec<Vec<usize>>| {
            let own = || {
                let cells = cells.iter();
                cells.filter_map(|place| Some((*place, self.cells.get(*place)?)))
            };
            Sums {
                values: own().map(|(_, one)| one.count).collect(),
                margins: own().map(|(place, one)| margin(place, one)).collect(),
                caps: Vec::new(),
                lines,
            }
        };
        let mut after = hidden.to_vec();
        // Each sum by itself, until none asks for more: that is quick, and mostly all there is.
        loop {
            let before = after.clone();
            for line in &self.lines {
                let own: Vec<bool> = line.iter().map(|place| is(&after, *place)).collect();
                if !own.contains(&true) {
                    continue;
                }
                let one = sums(line, vec![(0..line.len()).collect()]);
                for (place, hide) in line.iter().zip(complete(&one, &own, &own).hidden) {
                    if let Some(after) = after.get_mut(*place) {
                        *after |= hide;
                    }
                }
            }
            if after == before {
                break;
            }
        }
        if after.iter().filter(|hidden| **hidden).count() > PROGRAM_MAX {
            return after;
        }
        let all: Vec<usize> = (0..self.cells.len()).collect();
        complete(&sums(&all, self.lines.clone()), first, &after).hidden
    }
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
        let found = release(figures, &[], &Rules::of(5), memory, &Arc::from(label));
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

    /// Counts in two rows and three columns, every sum of which is told, each of as many clients:
    /// the 2 may not be told, so neither may another of its row, another of its column, and the
    /// one where those meet.
    #[test]
    fn counts_in_two_directions_do_not_give_away_a_small_one() {
        let values = [2, 40, 30, 20, 25, 35];
        let figures: Vec<Figure> = values
            .iter()
            .zip((0..).step_by(1_000))
            .zip(1..)
            .map(|((count, first), statistic)| figure(statistic, first..first + count))
            .collect();
        let cells = values.iter().enumerate().map(|(place, count)| Counted {
            figure: Some(place),
            count: f64::from(i32::try_from(*count).unwrap()),
            clients: usize::try_from(*count).unwrap(),
        });
        let counts = Counts {
            cells: cells.collect(),
            lines: vec![
                vec![0, 1, 2],
                vec![3, 4, 5],
                vec![0, 3],
                vec![1, 4],
                vec![2, 5],
            ],
        };
        let of = |counts: &[Counts]| {
            let label = Arc::from("a");
            release(
                &figures,
                counts,
                &Rules::of(5),
                &mut Memory::default(),
                &label,
            )
        };
        let hidden = |found: &Released| -> Vec<usize> {
            (0..6).filter(|place| !found.tells(*place)).collect()
        };
        assert_eq!(hidden(&of(&[])), [0]);
        let found = of(std::slice::from_ref(&counts));
        assert_eq!(hidden(&found), [0, 2, 3, 5]);
        assert_eq!(found.hidden[5], Some(Reason::Complement));
        assert_eq!(found.kept.len(), 2);
        // The same again hides no more.
        let mut again = found.hidden.clone();
        assert!(!counts.complement(&mut again, &Rules::of(5)));
        // Too many for the linear program: each sum by itself.
        let one = |count: u32| Counted {
            figure: None,
            count: f64::from(count),
            clients: 20,
        };
        let count = PROGRAM_MAX + 3;
        let wide = Counts {
            cells: (0..count).map(|_| one(20)).collect(),
            lines: vec![vec![0, count - 2, count - 1], (1..count).collect()],
        };
        let mut first = vec![true; count];
        first[count - 1] = false;
        first[count - 2] = false;
        let after = wide.completed(&first, &first, &Rules::of(5));
        let shown: Vec<usize> = (0..count).filter(|place| !after[*place]).collect();
        assert_eq!(shown, [count - 1]);
    }
}
