//! Layers for a directed graph: who stands above whom, and beside whom.
//!
//! In the manner of Sugiyama (1981): turn round the few edges that go up, put every node below
//! those before it, let long edges pass through the layers between, order each layer by what it
//! is tied to, and give places that keep ties short. The same graph has the same layout.

use std::collections::BTreeMap;

/// Sweeps that put a layer in the order of its neighbours.
const SWEEPS: usize = 12;

/// Where everything stands.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Layout {
    /// Layer and middle of each node, in the units of the widths.
    pub(super) nodes: Vec<(usize, f64)>,
    /// For each edge the layers and places it passes, from its begin to its end.
    pub(super) ways: Vec<Vec<(usize, f64)>>,
    /// For each edge whether it goes up.
    pub(super) upward: Vec<bool>,
    /// How many layers there are.
    pub(super) layers: usize,
    /// From left to right.
    pub(super) width: f64,
}

/// A place in a layer: of a node, or of an edge that passes.
#[derive(Debug, Clone)]
struct Slot {
    layer: usize,
    width: f64,
    above: Vec<usize>,
    below: Vec<usize>,
    x: f64,
}

/// Lays out nodes with these widths, and edges between their places; the nodes in the order in
/// which they would best be read, edges with the heaviest first.
pub(super) fn lay_out(widths: &[f64], edges: &[(usize, usize)], gap: f64) -> Layout {
    let upward = turned(widths.len(), edges);
    let down: Vec<(usize, usize)> = edges
        .iter()
        .zip(&upward)
        .map(|((from, to), up)| if *up { (*to, *from) } else { (*from, *to) })
        .collect();
    let layer = ranks(widths.len(), &down);
    let mut slots: Vec<Slot> = widths
        .iter()
        .zip(&layer)
        .map(|(width, layer)| Slot {
            layer: *layer,
            width: *width,
            above: Vec::new(),
            below: Vec::new(),
            x: 0.0,
        })
        .collect();
    let mut ways: Vec<Vec<usize>> = Vec::with_capacity(down.len());
    for (from, to) in &down {
        let mut way = vec![*from];
        for between in layer[*from] + 1..layer[*to] {
            way.push(slots.len());
            slots.push(Slot {
                layer: between,
                width: gap / 2.0,
                above: Vec::new(),
                below: Vec::new(),
                x: 0.0,
            });
        }
        way.push(*to);
        if from != to {
            for pair in way.windows(2) {
                slots[pair[0]].below.push(pair[1]);
                slots[pair[1]].above.push(pair[0]);
            }
        }
        ways.push(way);
    }
    let mut rows: Vec<Vec<usize>> = vec![Vec::new(); layer.iter().max().map_or(0, |most| most + 1)];
    for (place, slot) in slots.iter().enumerate() {
        rows[slot.layer].push(place);
    }
    ordered(&mut rows, &slots);
    let width = placed(&rows, &mut slots, gap);
    let place = |slot: &usize| (slots[*slot].layer, slots[*slot].x);
    let ways = ways.iter().zip(&upward).map(|(way, up)| {
        let mut way: Vec<(usize, f64)> = way.iter().map(place).collect();
        if *up {
            way.reverse();
        }
        way
    });
    Layout {
        ways: ways.collect(),
        nodes: (0..widths.len()).map(|node| place(&node)).collect(),
        upward,
        layers: rows.len(),
        width,
    }
}

/// Which edges go up: those that would close a circle when edges are added heaviest first.
fn turned(nodes: usize, edges: &[(usize, usize)]) -> Vec<bool> {
    let mut after: Vec<Vec<usize>> = vec![Vec::new(); nodes];
    let mut turned = Vec::with_capacity(edges.len());
    for (from, to) in edges {
        let closes = from != to && reaches(&after, *to, *from);
        if !closes && from != to {
            after[*from].push(*to);
        }
        turned.push(closes);
    }
    turned
}

fn reaches(after: &[Vec<usize>], from: usize, to: usize) -> bool {
    let mut seen = vec![false; after.len()];
    let mut open = vec![from];
    while let Some(node) = open.pop() {
        if node == to {
            return true;
        }
        if !std::mem::replace(&mut seen[node], true) {
            open.extend(&after[node]);
        }
    }
    false
}

/// The layer of each node: one below the lowest of those before it.
fn ranks(nodes: usize, down: &[(usize, usize)]) -> Vec<usize> {
    let mut layer = vec![0; nodes];
    // Each turn settles at least one more layer, and there are no circles.
    for _ in 0..nodes {
        let mut moved = false;
        for (from, to) in down.iter().filter(|(from, to)| from != to) {
            if layer[*to] <= layer[*from] {
                layer[*to] = layer[*from] + 1;
                moved = true;
            }
        }
        if !moved {
            break;
        }
    }
    layer
}

/// Puts every layer in the order of the middle of its neighbours, down and up in turn.
fn ordered(rows: &mut [Vec<usize>], slots: &[Slot]) {
    let mut best = rows.to_vec();
    let mut least = crossings(rows, slots);
    for sweep in 0..SWEEPS {
        let down = sweep % 2 == 0;
        let order: Vec<usize> = if down {
            (0..rows.len()).collect()
        } else {
            (0..rows.len()).rev().collect()
        };
        for layer in order {
            let mut places: BTreeMap<usize, usize> = BTreeMap::new();
            for row in rows.iter() {
                places.extend(row.iter().enumerate().map(|(place, slot)| (*slot, place)));
            }
            let key = |slot: usize| {
                let near = if down {
                    &slots[slot].above
                } else {
                    &slots[slot].below
                };
                let own = places.get(&slot).copied().unwrap_or_default();
                middle(near.iter().filter_map(|one| places.get(one)).copied(), own)
            };
            rows[layer].sort_by(|one, other| key(*one).total_cmp(&key(*other)));
        }
        let now = crossings(rows, slots);
        if now < least {
            least = now;
            best = rows.to_vec();
        }
    }
    rows.clone_from_slice(&best);
}

fn middle(places: impl Iterator<Item = usize>, own: usize) -> f64 {
    let number = |place: usize| f64::from(u32::try_from(place).unwrap_or(u32::MAX));
    let (mut sum, mut count) = (0.0, 0.0);
    for place in places {
        sum += number(place);
        count += 1.0;
    }
    if count > 0.0 {
        sum / count
    } else {
        number(own)
    }
}

/// How many pairs of ties between neighbouring layers cross.
fn crossings(rows: &[Vec<usize>], slots: &[Slot]) -> usize {
    let mut sum = 0;
    for pair in rows.windows(2) {
        let place: BTreeMap<usize, usize> = pair[1]
            .iter()
            .enumerate()
            .map(|(place, slot)| (*slot, place))
            .collect();
        let mut ties: Vec<(usize, usize)> = Vec::new();
        for (at, slot) in pair[0].iter().enumerate() {
            let below = slots[*slot].below.iter();
            ties.extend(below.filter_map(|one| place.get(one)).map(|to| (at, *to)));
        }
        for (at, one) in ties.iter().enumerate() {
            let later = ties[at + 1..].iter();
            let crosses = |other: &&(usize, usize)| {
                (one.0 < other.0 && one.1 > other.1) || (one.0 > other.0 && one.1 < other.1)
            };
            sum += later.filter(crosses).count();
        }
    }
    sum
}

/// Gives every slot its middle; gives the width of the whole.
fn placed(rows: &[Vec<usize>], slots: &mut [Slot], gap: f64) -> f64 {
    for row in rows {
        let mut x = 0.0;
        for slot in row {
            slots[*slot].x = x + slots[*slot].width / 2.0;
            x += slots[*slot].width + gap;
        }
    }
    for sweep in 0..SWEEPS * 2 {
        let down = sweep % 2 == 0;
        let order: Box<dyn Iterator<Item = &Vec<usize>>> = if down {
            Box::new(rows.iter())
        } else {
            Box::new(rows.iter().rev())
        };
        for row in order {
            settle(row, slots, gap, down);
        }
    }
    let edge = |slot: &Slot, side: f64| slot.x + side * slot.width / 2.0;
    let left = slots.iter().map(|slot| edge(slot, -1.0));
    let left = left.fold(f64::INFINITY, f64::min);
    let right = slots.iter().map(|slot| edge(slot, 1.0));
    let right = right.fold(f64::NEG_INFINITY, f64::max);
    if slots.is_empty() {
        return 0.0;
    }
    for slot in slots.iter_mut() {
        slot.x -= left;
    }
    right - left
}

/// Moves a row towards its neighbours, nobody closer than the gap: the mean of the leftmost and
/// the rightmost places that allow it.
fn settle(row: &[usize], slots: &mut [Slot], gap: f64, down: bool) {
    let wish = |slot: usize| {
        let near = if down {
            &slots[slot].above
        } else {
            &slots[slot].below
        };
        let near = if near.is_empty() {
            &[slot][..]
        } else {
            &near[..]
        };
        let count = f64::from(u32::try_from(near.len()).unwrap_or(u32::MAX));
        near.iter().map(|one| slots[*one].x).sum::<f64>() / count
    };
    let wishes: Vec<f64> = row.iter().map(|slot| wish(*slot)).collect();
    let apart = |one: usize, other: usize| {
        f64::midpoint(slots[row[one]].width, slots[row[other]].width) + gap
    };
    let mut right = wishes.clone();
    for at in 1..row.len() {
        right[at] = right[at].max(right[at - 1] + apart(at - 1, at));
    }
    let mut left = wishes;
    for at in (0..row.len().saturating_sub(1)).rev() {
        left[at] = left[at].min(left[at + 1] - apart(at, at + 1));
    }
    for (at, slot) in row.iter().enumerate() {
        slots[*slot].x = f64::midpoint(left[at], right[at]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_comes_after_stands_below_and_a_way_back_goes_up() {
        // 0→1→2 and back 2→0, with a shortcut 0→2 and a loop on 1.
        let edges = [(0, 1), (1, 2), (0, 2), (2, 0), (1, 1)];
        let found = lay_out(&[100.0; 3], &edges, 20.0);
        let layers: Vec<usize> = found.nodes.iter().map(|(layer, _)| *layer).collect();
        assert_eq!(layers, [0, 1, 2]);
        assert_eq!(found.upward, [false, false, false, true, false]);
        // The shortcut and the way back pass the layer between.
        assert_eq!(found.ways[2].len(), 3);
        assert_eq!(found.ways[3].first().unwrap().0, 2);
        assert_eq!(found.layers, 3);
    }

    #[test]
    fn nothing_stands_on_top_of_something_else() {
        let edges = [(0, 1), (0, 2), (0, 3), (1, 4), (2, 4), (3, 4), (0, 4)];
        let found = lay_out(&[80.0; 5], &edges, 10.0);
        for (one, (layer, x)) in found.nodes.iter().enumerate() {
            for (other_layer, other) in &found.nodes[one + 1..] {
                assert!(layer != other_layer || (x - other).abs() >= 90.0 - 1e-6);
            }
        }
        assert!(found.width >= 3.0 * 80.0 + 2.0 * 10.0);
        assert_eq!(lay_out(&[], &[], 1.0), Layout::default());
    }

    #[test]
    fn two_crossed_ties_are_uncrossed() {
        let found = lay_out(&[10.0; 4], &[(0, 3), (1, 2)], 5.0);
        let x = |node: usize| found.nodes[node].1;
        assert_eq!(x(0) < x(1), x(3) < x(2));
    }
}
