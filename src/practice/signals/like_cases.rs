//! Like situation, different kind of decision between teams (F26).

use std::collections::{BTreeMap, HashMap};

use super::across::Held;
use super::kind::SignalKind;
use super::signal::Signal;
use crate::base::{Day, EventId, Position, Timestamp};
use crate::domain::codes::DecisionKind;

/// A decision on a named situation.
#[derive(Debug, Clone, PartialEq)]
pub struct Decided {
    /// The event.
    pub decision: EventId,
    /// Where it stands in the log.
    pub position: Position,
    /// Municipality.
    pub municipality: String,
    /// Team.
    pub team: String,
    /// Key of the situation.
    pub situation_key: String,
    /// Kind of decision when it was taken.
    pub kind: DecisionKind,
    /// Day on which it was taken.
    pub day: Day,
    /// Moment of recording.
    pub recorded_at: Timestamp,
    /// Later changes in the order of recording: when, on which day, into which kind; no kind when
    /// it was withdrawn.
    pub changes: Vec<(Timestamp, Day, Option<DecisionKind>)>,
}

/// Two decisions of different kinds, and the version of the signal about the later one.
struct Pair {
    later: usize,
    earlier: usize,
    open: Held,
}

/// Decisions of another kind than the last one of another team of the municipality on the same
/// situation. Signals are about the decision that was recorded later. Only the last one of another
/// team counts, so that a practice that changed over the years makes one question, not hundreds.
#[must_use]
pub fn decided_differently(all: &[Decided]) -> Vec<Held> {
    let mut turns: Vec<(Timestamp, usize, Option<usize>)> = Vec::new();
    for (place, one) in all.iter().enumerate() {
        turns.push((one.recorded_at, place, None));
        let changes = one.changes.iter().enumerate();
        turns.extend(changes.map(|(change, (moment, _, _))| (*moment, place, Some(change))));
    }
    turns.sort();
    let mut kinds: Vec<Option<DecisionKind>> = all.iter().map(|one| Some(one.kind)).collect();
    // The last decision of each team on a situation, in the order of recording.
    let mut last: BTreeMap<(&str, &str), Vec<(&str, usize)>> = BTreeMap::new();
    let mut pairs: Vec<Option<Pair>> = Vec::new();
    let mut pairs_of: HashMap<usize, Vec<usize>> = HashMap::new();
    let mut held = Vec::new();
    for (moment, place, change) in turns {
        let one = &all[place];
        if let Some((_, day, kind)) = change.and_then(|change| one.changes.get(change)) {
            kinds[place] = *kind;
            for number in pairs_of.get(&place).into_iter().flatten() {
                let Some(pair) = pairs[*number].take() else {
                    continue;
                };
                if differ(kinds[pair.later], kinds[pair.earlier]) {
                    pairs[*number] = Some(pair);
                } else {
                    end(pair.open, moment, *day, &mut held);
                }
            }
            continue;
        }
        let situation = (one.municipality.as_str(), one.situation_key.as_str());
        let teams = last.entry(situation).or_default();
        let other = teams.iter().rev().find(|(team, _)| *team != one.team);
        if let Some((_, other)) = other.copied()
            && differ(kinds[place], kinds[other])
        {
            let kind = SignalKind::LikeCaseDecidedDifferently;
            let open = Held {
                signal: Signal::new(kind, Some(one.decision), one.day),
                municipality: one.municipality.clone(),
                team: Some(one.team.clone()),
                recorded_from: moment,
                recorded_until: None,
            };
            for decision in [place, other] {
                pairs_of.entry(decision).or_default().push(pairs.len());
            }
            pairs.push(Some(Pair {
                later: place,
                earlier: other,
                open,
            }));
        }
        teams.retain(|(team, _)| *team != one.team);
        teams.push((&one.team, place));
    }
    held.extend(pairs.into_iter().flatten().map(|pair| pair.open));
    held.sort_by_key(|one| one.recorded_from);
    held
}

/// A withdrawn decision differs from nothing.
fn differ(one: Option<DecisionKind>, other: Option<DecisionKind>) -> bool {
    one.zip(other).is_some_and(|(one, other)| one != other)
}

fn end(mut open: Held, moment: Timestamp, day: Day, held: &mut Vec<Held>) {
    open.recorded_until = Some(moment);
    if let Some(signal) = open.signal.clone().until(Some(day)) {
        let ended = Held {
            signal,
            recorded_from: moment,
            recorded_until: None,
            ..open.clone()
        };
        ended.add_to(held);
    }
    open.add_to(held);
}
