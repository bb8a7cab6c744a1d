//! Whether what is about to be told, laid beside what was told before, tells of a few clients.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::memory::{Kept, Memory};
use super::space::{Verdict, small_sets};

/// Multiplications one check may take: some seconds.
const BUDGET: u64 = 60_000_000;

/// What of a cell must stay untold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Objection {
    /// The cell: it is the same statistic over nearly the same clients.
    Near(usize, Arc<str>),
    /// The number of units of the cell: another statistic over nearly the same clients.
    NearUnits(usize, Arc<str>),
    /// A role of the cell, in combination with others.
    Derivable(usize, Role, Option<Arc<str>>),
    /// These cells: it is too much to check.
    Full(Vec<usize>),
}

/// Which of a cell's sums it is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// Denominator, or number of values.
    Units,
    /// Numerator, or sum of values.
    Numerator,
    /// What is left of the denominator beside the numerator.
    Rest,
    /// What was not known.
    Missing,
}

const ROLES: [Role; 4] = [Role::Units, Role::Numerator, Role::Rest, Role::Missing];

/// What every client adds to a sum of a cell; `None` when that sum is not told.
fn row(cell: &Kept, role: Role) -> Option<Vec<(i64, i64)>> {
    let told = match role {
        Role::Units => cell.tells_denominator,
        Role::Numerator => cell.tells_numerator,
        Role::Rest => cell.tells_numerator && cell.share,
        Role::Missing => cell.tells_missing,
    };
    if !told {
        return None;
    }
    let parts = cell.parts.iter();
    let values = parts.map(|(client, part)| {
        let value = match role {
            Role::Units => part.denominator,
            Role::Numerator => part.numerator,
            Role::Rest => part.denominator - part.numerator,
            Role::Missing => part.missing,
        };
        (*client, value)
    });
    let values: Vec<_> = values.filter(|(_, value)| *value != 0).collect();
    (!values.is_empty()).then_some(values)
}

/// The first objection against telling these cells. `fresh` says of each whether it is new: one
/// that was told before may be told again. Cells that come first are laid beside the later ones.
pub(super) fn objection(
    memory: &Memory,
    cells: &[Kept],
    fresh: &[bool],
    own: &Arc<str>,
) -> Option<Objection> {
    near(memory, cells, fresh, own).or_else(|| combined(memory, cells, fresh))
}

fn is_fresh(fresh: &[bool], place: usize) -> bool {
    fresh.get(place).copied().unwrap_or(true)
}

/// Compares every new cell with every cell of another statistic, or of another measure.
fn near(memory: &Memory, cells: &[Kept], fresh: &[bool], own: &Arc<str>) -> Option<Objection> {
    for (place, cell) in cells.iter().enumerate() {
        if !is_fresh(fresh, place) || !cell.tells_denominator && !cell.tells_numerator {
            continue;
        }
        let before = memory
            .cells
            .iter()
            .map(|old| (old, memory.label(old.answer)))
            .chain(cells.iter().take(place).map(|one| (one, None)));
        for (old, label) in before {
            let told = old.tells_denominator || old.tells_numerator;
            if old.statistic == cell.statistic || !told {
                continue;
            }
            let least = usize::try_from(cell.norm.min(old.norm)).unwrap_or(usize::MAX);
            let Some(difference) = differing(cell, old, least) else {
                continue;
            };
            let label = label.unwrap_or_else(|| Arc::clone(own));
            return Some(match difference {
                Difference::Same => Objection::Near(place, label),
                Difference::Clients => Objection::NearUnits(place, label),
            });
        }
    }
    None
}

enum Difference {
    /// One to `least − 1` clients differ, also in what they add.
    Same,
    /// One to `least − 1` clients are in one and not in the other; the numbers are others.
    Clients,
}

fn differing(one: &Kept, other: &Kept, least: usize) -> Option<Difference> {
    let (mut clients, mut values) = (0_usize, 0_usize);
    let (mut left, mut right) = (one.parts.iter().peekable(), other.parts.iter().peekable());
    let both = one.tells_numerator && other.tells_numerator;
    let is_in = |part: &super::Part| part.denominator != 0 || part.numerator != 0;
    loop {
        let (a, b) = match (left.peek(), right.peek()) {
            (Some((a, _)), Some((b, _))) if a == b => (left.next(), right.next()),
            (Some((a, _)), Some((b, _))) if a < b => (left.next(), None),
            (Some(_), None) => (left.next(), None),
            (_, Some(_)) => (None, right.next()),
            (None, None) => break,
        };
        let (a, b) = (a.map(|one| one.1), b.map(|one| one.1));
        let (in_a, in_b) = (a.is_some_and(|a| is_in(&a)), b.is_some_and(|b| is_in(&b)));
        clients += usize::from(in_a != in_b);
        let numbers = |part: Option<super::Part>| {
            let part = part.unwrap_or_default();
            (part.denominator, if both { part.numerator } else { 0 })
        };
        values += usize::from(numbers(a) != numbers(b));
        if clients >= least {
            return None;
        }
    }
    match (clients, values) {
        (_, 1..) if values < least && both => Some(Difference::Same),
        (1.., _) => Some(Difference::Clients),
        _ => None,
    }
}

/// Looks, for each statistic and sum, for a combination that comes down to a few clients.
fn combined(memory: &Memory, cells: &[Kept], fresh: &[bool]) -> Option<Objection> {
    let statistics: BTreeSet<u64> = cells.iter().map(|cell| cell.statistic).collect();
    for statistic in statistics {
        for norm in norms(memory, cells) {
            for role in ROLES {
                if let Some(found) = of_role(memory, cells, fresh, (statistic, role, norm)) {
                    return Some(found);
                }
            }
        }
    }
    None
}

/// Every norm under which something was told, up to that of the new cells: who may see the
/// answers of a smaller norm may lay them beside those of a larger one.
fn norms(memory: &Memory, cells: &[Kept]) -> BTreeSet<u32> {
    let highest = cells.iter().map(|cell| cell.norm).max().unwrap_or(1);
    let all = memory.cells.iter().chain(cells).map(|cell| cell.norm);
    all.filter(|norm| *norm <= highest && *norm > 1).collect()
}

fn of_role(
    memory: &Memory,
    cells: &[Kept],
    fresh: &[bool],
    (statistic, role, norm): (u64, Role, u32),
) -> Option<Objection> {
    let wanted = |cell: &&Kept| cell.statistic == statistic && cell.norm >= norm;
    let mut seen: BTreeSet<Vec<(i64, i64)>> = BTreeSet::new();
    let mut rows = Vec::new();
    let mut labels = Vec::new();
    for old in memory.cells.iter().filter(wanted) {
        if let Some(values) = row(old, role)
            && seen.insert(values.clone())
        {
            rows.push(values);
            labels.push(old.answer);
        }
    }
    let told_before = rows.len();
    let mut owners = Vec::new();
    for (place, cell) in cells.iter().enumerate() {
        if !wanted(&cell) || !is_fresh(fresh, place) {
            continue;
        }
        if let Some(values) = row(cell, role)
            && seen.insert(values.clone())
        {
            rows.push(values);
            owners.push(place);
        }
    }
    let least = usize::try_from(norm).unwrap_or(usize::MAX);
    match small_sets(&rows, told_before, least, BUDGET) {
        Verdict::Safe => None,
        Verdict::TooLarge => Some(Objection::Full(owners)),
        Verdict::Small(made_from) => {
            let own = made_from
                .iter()
                .filter_map(|row| row.checked_sub(told_before));
            let own = own.filter_map(|place| owners.get(place).copied());
            // The smallest group goes, so that totals stay.
            let victim = own.min_by_key(|place| {
                let parts = cells.get(*place).map_or(0, |cell| cell.parts.len());
                (parts, *place)
            })?;
            let earlier = made_from
                .iter()
                .find_map(|row| labels.get(*row))
                .and_then(|answer| memory.label(*answer));
            Some(Objection::Derivable(victim, role, earlier))
        }
    }
}
