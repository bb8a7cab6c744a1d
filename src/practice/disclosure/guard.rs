//! Whether what is about to be told, laid beside what was told before, tells of a few clients.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::figures::POPULATION;
use super::memory::{Kept, Memory, Part};
use super::space::Space;

/// The spaces of what was told, by statistic, sum and norm, and how many cells went into each.
pub(super) type Spaces = BTreeMap<(u64, Role, u32), (Space, usize)>;

/// What of a cell must stay untold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Objection {
    /// The cell: it is the same statistic over nearly the same clients.
    Near(usize, Arc<str>),
    /// The number of units of the cell: another statistic over nearly the same clients.
    NearUnits(usize, Arc<str>),
    /// A sum of the cell, in combination with others.
    Derivable(usize, Role, Option<Arc<str>>),
    /// The cell: it is too much to check.
    Full(usize),
}

/// Which of a cell's sums it is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
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

/// The clients of a cell, when every one of them counts once and it is told how many they are;
/// such cells can be added and subtracted whatever their statistic is.
fn clients(cell: &Kept) -> Option<Vec<(i64, i64)>> {
    let role = if cell.tells_denominator {
        Role::Units
    } else {
        Role::Numerator
    };
    let values = row(cell, role).filter(|_| !cell.apart)?;
    values
        .iter()
        .all(|(_, value)| *value == 1_000)
        .then_some(values)
}

/// What a cell adds to a space, if anything.
fn row_in(cell: &Kept, statistic: u64, role: Role) -> Option<Vec<(i64, i64)>> {
    if cell.statistic == statistic {
        row(cell, role)
    } else if statistic == POPULATION && role == Role::Units {
        clients(cell)
    } else {
        None
    }
}

/// The objections against telling these cells. `fresh` says of each whether it is new: one that
/// was told before may be told again. Cells that come first are laid beside the later ones.
pub(super) fn objections(
    memory: &mut Memory,
    cells: &[&Kept],
    fresh: &[bool],
    own: &Arc<str>,
) -> Vec<Objection> {
    let near = near(memory, cells, fresh, own);
    if near.is_empty() {
        combined(memory, cells, fresh)
    } else {
        near
    }
}

fn is_fresh(fresh: &[bool], place: usize) -> bool {
    fresh.get(place).copied().unwrap_or(true)
}

/// A cell beside which others are laid.
struct Beside<'a> {
    cell: &'a Kept,
    /// How many clients are in it.
    clients: usize,
    label: Option<Arc<str>>,
}

/// Compares every new cell with every cell that was told, and with those before it.
fn near(memory: &mut Memory, cells: &[&Kept], fresh: &[bool], own: &Arc<str>) -> Vec<Objection> {
    let told = |cell: &Kept| cell.tells_denominator || cell.tells_numerator;
    let mut found = Vec::new();
    memory.count_clients();
    let before = memory.cells.iter().zip(&memory.counts);
    let mut beside: Vec<Beside<'_>> = before
        .filter(|(old, _)| told(old))
        .map(|(cell, clients)| Beside {
            cell,
            clients: *clients,
            label: memory.label(cell.answer),
        })
        .collect();
    for (place, cell) in cells.iter().enumerate() {
        let clients = cell.clients();
        let mut objection = None;
        if is_fresh(fresh, place) && told(cell) {
            for old in &beside {
                let least = usize::try_from(cell.norm.min(old.cell.norm)).unwrap_or(usize::MAX);
                if clients.abs_diff(old.clients) >= least {
                    continue;
                }
                let Some(difference) = differing(cell, old.cell, least) else {
                    continue;
                };
                let label = old
                    .label
                    .as_ref()
                    .map_or_else(|| Arc::clone(own), Arc::clone);
                match difference {
                    // The same statistic: its share alone would tell of the few who differ.
                    _ if old.cell.statistic == cell.statistic => {
                        objection = Some(Objection::Near(place, label));
                        break;
                    }
                    Difference::Same => {
                        objection = Some(Objection::Near(place, label));
                        break;
                    }
                    Difference::Clients => {
                        objection.get_or_insert(Objection::NearUnits(place, label));
                    }
                }
            }
        }
        match objection {
            Some(objection) => found.push(objection),
            None if told(cell) => beside.push(Beside {
                cell,
                clients,
                label: None,
            }),
            None => {}
        }
    }
    found
}

enum Difference {
    /// One to `least − 1` clients differ, also in what they add.
    Same,
    /// One to `least − 1` clients are in one and not in the other; the numbers are others.
    Clients,
}

fn differing(one: &Kept, other: &Kept, least: usize) -> Option<Difference> {
    let (mut clients, mut values) = (0_usize, 0_usize);
    let (mut left, mut right) = (one.parts.as_slice(), other.parts.as_slice());
    let both = one.tells_numerator && other.tells_numerator;
    let numbers = |part: &Part| (part.denominator, if both { part.numerator } else { 0 });
    let mut differ = |a: Option<&Part>, b: Option<&Part>| {
        let is_in = |part: Option<&Part>| part.is_some_and(Part::counts);
        let told = |part: Option<&Part>| part.map_or((0, 0), numbers);
        clients += usize::from(is_in(a) != is_in(b));
        values += usize::from(told(a) != told(b));
        clients >= least
    };
    loop {
        let far = match (left, right) {
            ([(a, one), next @ ..], [(b, other), after @ ..]) if a == b => {
                (left, right) = (next, after);
                // Mostly they are the same.
                one != other && differ(Some(one), Some(other))
            }
            ([(a, one), next @ ..], [(b, _), ..]) if a < b => {
                left = next;
                differ(Some(one), None)
            }
            ([(_, one), next @ ..], []) => {
                left = next;
                differ(Some(one), None)
            }
            (_, [(_, other), after @ ..]) => {
                right = after;
                differ(None, Some(other))
            }
            ([], []) => break,
        };
        if far {
            return None;
        }
    }
    match (clients, values) {
        (_, 1..) if values < least && both => Some(Difference::Same),
        (1.., _) => Some(Difference::Clients),
        _ => None,
    }
}

/// Looks, cell by cell, for a combination that comes down to a few clients.
fn combined(memory: &mut Memory, cells: &[&Kept], fresh: &[bool]) -> Vec<Objection> {
    let norms = norms(memory, cells);
    // Plain counts of clients: other faces than questions tell them.
    let mixed =
        (memory.cells.iter().chain(cells.iter().copied())).any(|cell| cell.statistic == POPULATION);
    let mut own: Spaces = BTreeMap::new();
    let mut found = Vec::new();
    for (place, cell) in cells.iter().enumerate() {
        if !is_fresh(fresh, place) {
            continue;
        }
        let own_rows = ROLES
            .into_iter()
            .filter_map(|role| row(cell, role).map(|values| ((cell.statistic, role), values)));
        let mut rows: Vec<_> = own_rows.collect();
        if mixed && cell.statistic != POPULATION {
            rows.extend(clients(cell).map(|values| ((POPULATION, Role::Units), values)));
        }
        let keys = |(statistic, role): (u64, Role)| {
            let norms = norms.iter().filter(|norm| **norm <= cell.norm);
            norms.map(move |norm| (statistic, role, *norm))
        };
        let mut objected = false;
        for (of, values) in &rows {
            for key in keys(*of) {
                let (space, _) = own.entry(key).or_insert_with(|| memory.space(key).clone());
                if key.0 == POPULATION && space.is_large() {
                    // Too large to search: these are laid beside each other in pairs only.
                    continue;
                }
                if space.is_full() {
                    found.push(Objection::Full(place));
                    objected = true;
                } else if space.tells_of_few(values) {
                    let earlier = nearest(memory, cell);
                    found.push(Objection::Derivable(place, of.1, earlier));
                    objected = true;
                }
                if objected {
                    break;
                }
            }
            if objected {
                break;
            }
        }
        if objected {
            continue;
        }
        for (of, values) in &rows {
            for key in keys(*of) {
                if let Some((space, _)) = own.get_mut(&key)
                    && !(key.0 == POPULATION && space.is_large())
                {
                    space.insert(values);
                }
            }
        }
    }
    found
}

/// The earlier answer with the cell of the same statistic whose clients differ least.
fn nearest(memory: &Memory, cell: &Kept) -> Option<Arc<str>> {
    let same = memory
        .cells
        .iter()
        .filter(|old| old.statistic == cell.statistic);
    let closest = same.min_by_key(|old| {
        let of = |cell: &Kept| -> BTreeSet<i64> {
            cell.parts.iter().map(|(client, _)| *client).collect()
        };
        of(cell).symmetric_difference(&of(old)).count()
    })?;
    memory.label(closest.answer)
}

impl Memory {
    /// The space of what was told, brought up to date.
    fn space(&mut self, key: (u64, Role, u32)) -> &(Space, usize) {
        let (statistic, role, norm) = key;
        let least = usize::try_from(norm).unwrap_or(usize::MAX);
        let (space, seen) = self
            .spaces
            .entry(key)
            .or_insert_with(|| (Space::new(least), 0));
        for cell in self.cells.iter().skip(*seen) {
            let room = if statistic == POPULATION {
                !space.is_large()
            } else {
                !space.is_full()
            };
            if cell.norm >= norm
                && room
                && let Some(values) = row_in(cell, statistic, role)
            {
                space.insert(&values);
            }
        }
        *seen = self.cells.len();
        self.spaces
            .entry(key)
            .or_insert_with(|| (Space::new(least), 0))
    }
}

/// Every norm under which something was told, up to that of the new cells: who may see the
/// answers of a smaller norm may lay them beside those of a larger one.
fn norms(memory: &Memory, cells: &[&Kept]) -> BTreeSet<u32> {
    let all = memory
        .cells
        .iter()
        .chain(cells.iter().copied())
        .map(|cell| cell.norm);
    all.filter(|norm| *norm > 1).collect()
}
