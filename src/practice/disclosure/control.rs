//! From gathered cells to rows that may be shown.

use std::sync::Arc;

use super::complementary::{Sums, complete};
use super::guard::{Objection, Role, objections};
use super::memory::{CELLS_MAX, Kept, Memory, Part};
use super::primary::{State, counts, is_part, judge};
use super::rules::{Reason, Rules};
use crate::practice::answer::{Cell, Gathered, Kind};

/// One row of an answer, as it may be shown.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Row {
    /// The values of the chosen groups; `None` is unknown. Empty for the total.
    pub groups: Vec<Option<Arc<str>>>,
    /// Whether it is the total.
    pub total: bool,
    /// Why nothing of it is shown.
    pub hidden: Option<Reason>,
    /// Why parts of it are not shown.
    pub partly: Vec<Reason>,
    /// Units it rests on, rounded.
    pub n: Option<f64>,
    /// Clients it rests on at least.
    pub clients_at_least: u32,
    /// Clients it rests on; told only without disclosure control.
    pub clients: Option<usize>,
    /// Σ numerator, rounded.
    pub numerator: Option<f64>,
    /// Σ denominator, rounded.
    pub denominator: Option<f64>,
    /// The one divided by the other.
    pub ratio: Option<f64>,
    /// Whether that is a rate, such as minutes a week, and not a share of a whole.
    pub rate: bool,
    /// Median.
    pub median: Option<f64>,
    /// 90th percentile.
    pub p90: Option<f64>,
    /// Mean.
    pub mean: Option<f64>,
    /// Standard deviation.
    pub deviation: Option<f64>,
    /// Highest minus lowest share between professionals.
    pub spread: Option<f64>,
    /// Professionals in the spread.
    pub persons: Option<usize>,
    /// Share in the numerator ÷ share in the denominator.
    pub relative: Option<f64>,
    /// Units that were not known, rounded; not told when they concern too few clients.
    pub missing: Option<f64>,
}

/// An answer that may be shown, and what must be remembered before it is.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Controlled {
    /// The rows of every measure, the total last.
    pub measures: Vec<Vec<Row>>,
    /// What it tells.
    pub kept: Vec<Kept>,
    /// Whether something is held back because of earlier answers.
    pub because_of_earlier: bool,
}

/// One cell under way.
struct Draft<'a> {
    measure: usize,
    kind: Kind,
    cell: &'a Cell,
    state: State,
    kept: Kept,
    /// How many clients count in it.
    counted: usize,
    /// Whether every numerator is a part of its denominator.
    is_part: bool,
    /// Σ numerator and Σ denominator.
    sums: (f64, f64),
}

/// Decides what may be shown. `statistics` names every measure, `label` this answer.
#[must_use]
pub fn control(
    gathered: &[Gathered],
    statistics: &[u64],
    rules: &Rules,
    memory: &mut Memory,
    label: &Arc<str>,
) -> Controlled {
    let mut drafts = drafts(gathered, statistics, rules);
    if !rules.open() {
        settle(&mut drafts, gathered.len(), rules, memory, label);
    }
    let mut controlled = Controlled {
        because_of_earlier: drafts.iter().any(|draft| because_of_earlier(&draft.state)),
        ..Controlled::default()
    };
    for place in 0..gathered.len() {
        let own = || drafts.iter().filter(|draft| draft.measure == place);
        let total = own().find(|draft| draft.cell.total);
        let mut rows: Vec<Row> = own().map(|draft| row(draft, total, rules)).collect();
        rows.sort_by(|one, other| order(one).cmp(&order(other)));
        controlled.measures.push(rows);
    }
    if !rules.open() {
        let told = |draft: &Draft<'_>| draft.state.whole.is_none() && !draft.kept.parts.is_empty();
        let kept = drafts.into_iter().filter(|draft| told(draft));
        controlled.kept = kept.map(|draft| draft.kept).collect();
    }
    controlled
}

/// Rows stand in the order of their groups, unknown after known, the total last.
fn order(row: &Row) -> (bool, Vec<(bool, Option<&str>)>) {
    let groups = row.groups.iter();
    let groups = groups.map(|one| (one.is_none(), one.as_deref()));
    (row.total, groups.collect())
}

fn because_of_earlier(state: &State) -> bool {
    let reasons = [&state.whole, &state.units, &state.numerator];
    reasons.into_iter().flatten().any(|reason| {
        matches!(reason, Reason::Near { .. } | Reason::Full) || reason.earlier().is_some()
    })
}

fn drafts<'a>(gathered: &'a [Gathered], statistics: &[u64], rules: &Rules) -> Vec<Draft<'a>> {
    let mut drafts = Vec::new();
    for (measure, (one, statistic)) in gathered.iter().zip(statistics).enumerate() {
        let kind = one.measure.kind;
        // The total comes first, so that what is laid beside it goes before it does.
        let mut cells: Vec<&Cell> = one.cells.iter().collect();
        cells.sort_by_key(|cell| std::cmp::Reverse(cell.clients.len()));
        for cell in std::iter::once(&one.total).chain(cells) {
            let is_part = is_part(kind, cell);
            let clients = cell.clients.values();
            let mut draft = Draft {
                measure,
                kind,
                cell,
                state: judge(kind, cell, rules),
                counted: clients.filter(|given| counts(kind, given)).count(),
                is_part,
                sums: (cell.numerator(), cell.denominator()),
                kept: Kept {
                    statistic: *statistic,
                    norm: rules.norm,
                    answer: 0,
                    tells_denominator: false,
                    tells_numerator: false,
                    tells_missing: false,
                    share: is_part,
                    apart: false,
                    parts: parts(kind, cell),
                },
            };
            draft.refresh();
            drafts.push(draft);
        }
    }
    drafts
}

impl Draft<'_> {
    /// Writes down what its state tells.
    fn refresh(&mut self) {
        let by_numerator = matches!(self.kind, Kind::Count | Kind::Sums);
        self.kept.tells_denominator = self.state.tells_units() && self.kind != Kind::Count;
        self.kept.tells_numerator =
            self.state.tells_numerator() && (by_numerator || self.kind != Kind::Spread);
        self.kept.tells_missing = self.state.tells_missing();
    }
}

/// What every client adds, in thousandths.
fn parts(kind: Kind, cell: &Cell) -> Vec<(i64, Part)> {
    let given = cell.clients.iter().map(|(client, given)| {
        let numerator = if kind.of_values() {
            given.value
        } else {
            given.numerator
        };
        let part = Part {
            denominator: thousandths(given.denominator),
            numerator: thousandths(numerator),
            missing: i64::try_from(given.missing).unwrap_or(i64::MAX),
        };
        (*client, part)
    });
    given.filter(|(_, part)| *part != Part::default()).collect()
}

/// A number in thousandths, to the nearest; one that is no number or too large is as large as can
/// be, which no number of a question comes near.
fn thousandths(number: f64) -> i64 {
    /// From here on a number is rounded through its digits.
    const LARGE: f64 = 2_147_483_647.0;
    let thousand = (number * 1_000.0).round_ties_even();
    if thousand.abs() < LARGE {
        // Whole and small: adding 2⁵² + 2⁵¹ leaves it in the last 52 bits.
        let shifted = (thousand + 6_755_399_441_055_744.0).to_bits();
        let low = u32::try_from(shifted & 0xffff_ffff).unwrap_or(0);
        return i64::from(low.cast_signed());
    }
    format!("{thousand:.0}").parse().unwrap_or(i64::MAX)
}

/// Holds back more until nothing that is held back can be computed.
fn settle(
    drafts: &mut [Draft<'_>],
    measures: usize,
    rules: &Rules,
    memory: &mut Memory,
    label: &Arc<str>,
) {
    if memory.cells.len() + drafts.len() > CELLS_MAX {
        for draft in drafts.iter_mut() {
            let told_before = memory.cells.iter().any(|old| covers(old, &draft.kept));
            if !told_before {
                draft.state.whole.get_or_insert(Reason::Full);
            }
            draft.refresh();
        }
    }
    loop {
        for measure in 0..measures {
            complement(drafts, measure, rules);
        }
        drafts.iter_mut().for_each(Draft::refresh);
        let cells: Vec<&Kept> = drafts.iter().map(|draft| &draft.kept).collect();
        let fresh: Vec<bool> = cells
            .iter()
            .map(|cell| !memory.cells.iter().any(|old| covers(old, cell)))
            .collect();
        let found = objections(memory, &cells, &fresh, label);
        if found.is_empty() {
            return;
        }
        for objection in found {
            heed(drafts, objection);
        }
        drafts.iter_mut().for_each(Draft::refresh);
    }
}

/// Whether everything a cell tells was told before, under the same norm or a larger one.
pub(super) fn covers(old: &Kept, cell: &Kept) -> bool {
    old.same_as(cell)
        && old.norm >= cell.norm
        && (old.tells_denominator || !cell.tells_denominator)
        && (old.tells_numerator || !cell.tells_numerator)
        && (old.tells_missing || !cell.tells_missing)
}

fn heed(drafts: &mut [Draft<'_>], objection: Objection) {
    let mut state = |place: usize, change: &dyn Fn(&mut State, Kind)| {
        if let Some(draft) = drafts.get_mut(place) {
            change(&mut draft.state, draft.kind);
        }
    };
    match objection {
        Objection::Near(place, earlier) => state(place, &|state, _| {
            state.whole = Some(Reason::Near {
                earlier: Arc::clone(&earlier),
            });
        }),
        Objection::NearUnits(place, earlier) => state(place, &|state, kind| {
            let reason = Reason::Near {
                earlier: Arc::clone(&earlier),
            };
            // A count is nothing but its number of units.
            if matches!(kind, Kind::Count | Kind::Sums | Kind::Relative) {
                state.whole = Some(reason);
            } else {
                state.units = Some(reason);
            }
        }),
        Objection::Derivable(place, role, earlier) => state(place, &|state, kind| {
            let reason = Reason::Derivable {
                earlier: earlier.clone(),
            };
            match role {
                Role::Missing => state.missing = true,
                Role::Numerator | Role::Rest if kind == Kind::Ratio => {
                    state.numerator = Some(reason);
                }
                _ => state.whole = Some(reason),
            }
        }),
        Objection::Full(place) => state(place, &|state, _| state.whole = Some(Reason::Full)),
    }
}

/// Holds back more cells of one measure, and the total where nothing else helps.
fn complement(drafts: &mut [Draft<'_>], measure: usize, rules: &Rules) {
    let of = |draft: &Draft<'_>| draft.measure == measure && !draft.cell.total;
    let places: Vec<usize> = (0..drafts.len())
        .filter(|place| of(&drafts[*place]))
        .collect();
    let total = drafts
        .iter()
        .position(|draft| draft.measure == measure && draft.cell.total);
    let Some(total) = total.filter(|_| !places.is_empty()) else {
        return;
    };
    let kind = drafts[total].kind;
    let units = kind != Kind::Count;
    if units && drafts[total].state.tells_units() {
        let hidden = |draft: &Draft<'_>| !draft.state.tells_units();
        let found = completed(drafts, &places, rules, &hidden, false);
        for (place, hide) in places.iter().zip(&found.0) {
            if *hide && drafts[*place].state.tells_units() {
                drafts[*place].state.whole = Some(Reason::Complement);
            }
        }
        if found.1 {
            drafts[total].state.whole = Some(Reason::Complement);
        }
    }
    if kind.of_values() || kind == Kind::Spread || !drafts[total].state.tells_numerator() {
        return;
    }
    let hidden = |draft: &Draft<'_>| !draft.state.tells_numerator();
    let found = completed(drafts, &places, rules, &hidden, true);
    for (place, hide) in places.iter().zip(&found.0) {
        let state = &mut drafts[*place].state;
        if *hide && state.tells_numerator() {
            if kind == Kind::Ratio {
                state.numerator = Some(Reason::Complement);
            } else {
                state.whole = Some(Reason::Complement);
            }
        }
    }
    if found.1 {
        let state = &mut drafts[total].state;
        if kind == Kind::Ratio {
            state.numerator = Some(Reason::Complement);
        } else {
            state.whole = Some(Reason::Complement);
        }
    }
}

/// Whether a cell is held back for the sake of others only.
fn is_complement(draft: &Draft<'_>) -> bool {
    let state = &draft.state;
    let reason = state.whole.as_ref().or(state.units.as_ref());
    reason.or(state.numerator.as_ref()) == Some(&Reason::Complement)
}

/// Which cells are hidden in the end, and whether the total must be.
fn completed(
    drafts: &[Draft<'_>],
    places: &[usize],
    rules: &Rules,
    hidden: &dyn Fn(&Draft<'_>) -> bool,
    of_numerators: bool,
) -> (Vec<bool>, bool) {
    let own = || places.iter().filter_map(|place| drafts.get(*place));
    let value = |draft: &Draft<'_>| {
        if of_numerators {
            draft.sums.0
        } else {
            draft.sums.1
        }
    };
    let first: Vec<bool> = own()
        .map(|draft| hidden(draft) && !is_complement(draft))
        .collect();
    let all: Vec<bool> = own().map(hidden).collect();
    let values: Vec<f64> = own().map(value).collect();
    if values.iter().any(|value| *value < 0.0) {
        // Numbers of both signs bound each other in no way a sum would show; only equality does.
        let alone = all.iter().filter(|hidden| **hidden).count() == 1;
        return (all, alone);
    }
    let margin = |draft: &Draft<'_>| {
        let clients = f64::from(u32::try_from(draft.counted.max(1)).unwrap_or(u32::MAX));
        let norm = f64::from(rules.norm);
        // As many units, or as much money, as the norm's number of clients would bring.
        norm.max(norm * value(draft) / clients)
    };
    // The rest of a share whose denominator is told bounds its numerator.
    let cap = |draft: &Draft<'_>| {
        if of_numerators && draft.is_part && draft.state.tells_units() {
            draft.sums.1
        } else {
            f64::INFINITY
        }
    };
    let sums = Sums {
        margins: own().map(margin).collect(),
        caps: own().map(cap).collect(),
        lines: vec![(0..values.len()).collect()],
        values,
    };
    let done = complete(&sums, &first, &all);
    (done.hidden, !done.lines_hidden.is_empty())
}

fn rounded(number: f64, base: u32) -> f64 {
    let base = f64::from(base.max(1));
    (number / base).round() * base
}

/// What of a cell is shown.
fn row(draft: &Draft<'_>, total: Option<&Draft<'_>>, rules: &Rules) -> Row {
    let (cell, state, kind) = (draft.cell, &draft.state, draft.kind);
    let mut row = Row {
        groups: cell.groups.clone(),
        total: cell.total,
        hidden: state.whole.clone(),
        rate: kind == Kind::Ratio && !draft.is_part,
        ..Row::default()
    };
    if state.whole.is_some() {
        return row;
    }
    row.partly = [&state.units, &state.numerator]
        .into_iter()
        .flatten()
        .cloned()
        .collect();
    let open = rules.open();
    let counted = draft.counted;
    row.clients_at_least = if counted > 0 { rules.norm } else { 0 };
    row.clients = open.then_some(counted);
    let base = if kind == Kind::Sums {
        rules.rounding_cents
    } else {
        rules.rounding
    };
    let number = |number: f64| if open { number } else { rounded(number, base) };
    if state.tells_missing() {
        row.missing = u32::try_from(cell.missing())
            .ok()
            .map(f64::from)
            .map(|count| {
                if open {
                    count
                } else {
                    rounded(count, rules.rounding)
                }
            });
    }
    if state.tells_units() {
        let units = if kind == Kind::Count {
            cell.numerator()
        } else {
            cell.denominator()
        };
        row.n = (kind != Kind::Sums).then(|| number(units));
        row.denominator = (kind != Kind::Count).then(|| number(cell.denominator()));
        if kind == Kind::Sums {
            row.n = u32::try_from(counted).ok().map(|n| {
                if open {
                    f64::from(n)
                } else {
                    rounded(f64::from(n), rules.rounding)
                }
            });
        }
    }
    if state.tells_numerator() && !kind.of_values() && kind != Kind::Spread {
        row.numerator = Some(number(cell.numerator()));
    }
    match kind {
        Kind::Ratio => share(&mut row, draft, rules),
        Kind::Median => {
            row.median = cell.median();
            if counted >= rules.p90_from() {
                row.p90 = cell.p90();
            } else {
                row.partly.push(Reason::FewForQuantile);
            }
        }
        Kind::Mean => {
            let short = |number: f64| {
                if open {
                    number
                } else {
                    (number * 100.0).round() / 100.0
                }
            };
            row.mean = cell.mean().map(short);
            row.deviation = cell.deviation().map(short);
        }
        Kind::Spread => {
            let (spread, persons) = cell.spread(rules.least());
            row.spread = spread.map(|part| {
                if open {
                    part
                } else {
                    (part * 100.0).round() / 100.0
                }
            });
            row.persons = Some(persons);
        }
        Kind::Relative => row.relative = relative(&row, total, rules),
        Kind::Count | Kind::Sums => {}
    }
    row
}

/// The share: of the rounded numbers, so that it undoes no rounding; of five percent when the
/// numbers themselves are held back.
fn share(row: &mut Row, draft: &Draft<'_>, rules: &Rules) {
    let (cell, state) = (draft.cell, &draft.state);
    if state.numerator.is_some() {
        return;
    }
    if rules.open() {
        row.ratio = cell.ratio();
        return;
    }
    if cell.denominator() < f64::from(rules.share_from) {
        if cell.denominator() > 0.0 {
            row.partly.push(Reason::FewUnits);
        }
        return;
    }
    row.ratio = if state.units.is_some() {
        cell.ratio().map(|share| (share * 20.0).round() / 20.0)
    } else {
        let parts = row.numerator.zip(row.denominator);
        parts
            .filter(|(_, below)| *below > 0.0)
            .map(|(above, below)| above / below)
    };
}

fn relative(row: &Row, total: Option<&Draft<'_>>, rules: &Rules) -> Option<f64> {
    let total = total.filter(|total| total.state.tells_numerator())?;
    let whole = |number: f64| {
        let number = if rules.open() {
            number
        } else {
            rounded(number, rules.rounding)
        };
        (number > 0.0).then_some(number)
    };
    let above = row.numerator? / whole(total.cell.numerator())?;
    let below = row.denominator? / whole(total.cell.denominator())?;
    (below > 0.0).then(|| above / below)
}

#[cfg(test)]
#[path = "control_tests.rs"]
mod tests;
