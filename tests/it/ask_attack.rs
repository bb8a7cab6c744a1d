//! Somebody asks a thousand overlapping questions (3,000 with `WEEGBOEK_ATTACK=3000`) and lays the answers beside each other.
//!
//! The attacker knows everything about the groups: who is in which team, of which kind, in which
//! quarter, and when it was recorded. What they do not know is what is counted. They try to
//! compute it for a group under the norm: by looking, by subtracting one answer from another, by
//! exact linear algebra over all answers (its own, dense, modulo another prime), and by linear
//! programs over all answers with what rounding hides given away. With the memory of earlier
//! answers every attempt must fail; without it they must succeed.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use microlp::{ComparisonOp, OptimizationDirection, Problem};
use weegboek::practice::answer::{Contribution, Gathered, Kind, Measure, gather};
use weegboek::practice::disclosure::{Controlled, Memory, Remembered, Rules, control};

const CLIENTS: i64 = 260;
const TEAMS: i64 = 4;
const KINDS: i64 = 3;
const QUARTERS: i64 = 6;
const MOMENTS: i64 = 3;

/// Numbers that look arbitrary and are always the same (SplitMix64).
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: i64) -> i64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut state = self.0;
        state = (state ^ (state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        state = (state ^ (state >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        i64::try_from((state ^ (state >> 31)) >> 2).unwrap() % sides
    }
}

/// One thing that was recorded about a client.
#[derive(Clone, Copy)]
struct Fact {
    client: i64,
    team: i64,
    kind: i64,
    quarter: i64,
    recorded: i64,
    counts: bool,
}

/// Clients keep their team; a few things are recorded late, so that answers as known later differ
/// a little.
fn population() -> Vec<Fact> {
    let mut dice = Dice(20_260_101);
    let mut facts = Vec::new();
    for client in 0..CLIENTS {
        let team = dice.roll(TEAMS);
        for _ in 0..1 + dice.roll(4) {
            let late = dice.roll(40);
            facts.push(Fact {
                client,
                team,
                // The third kind is rare.
                kind: [0, 0, 0, 0, 1, 1, 1, 2][usize::try_from(dice.roll(8)).unwrap()],
                quarter: dice.roll(QUARTERS),
                recorded: if late < 2 { 1 + late } else { 0 },
                counts: dice.roll(5) < 2,
            });
        }
    }
    facts
}

/// One question: period, filters, moment, groups, norm.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Asked {
    from: i64,
    until: i64,
    team: Option<i64>,
    kind: Option<i64>,
    known: i64,
    by: Vec<usize>,
    norm: u32,
}

impl Asked {
    fn any(dice: &mut Dice) -> Self {
        let from = dice.roll(QUARTERS);
        let team = (dice.roll(3) == 0).then(|| dice.roll(TEAMS));
        let all = [
            vec![],
            vec![0],
            vec![1],
            vec![2],
            vec![0, 1],
            vec![0, 2],
            vec![1, 2],
        ];
        Self {
            from,
            until: from + 1 + dice.roll(QUARTERS - from),
            team,
            kind: (dice.roll(3) == 0).then(|| dice.roll(KINDS)),
            known: dice.roll(MOMENTS),
            by: all[usize::try_from(dice.roll(7)).unwrap()].clone(),
            // Only somebody of the team has the smaller norm.
            norm: if team.is_some() && dice.roll(2) == 0 {
                5
            } else {
                10
            },
        }
    }

    fn gathered(&self, facts: &[Fact]) -> Gathered {
        let chosen = facts.iter().filter(|fact| {
            (self.from..self.until).contains(&fact.quarter)
                && self.team.is_none_or(|team| team == fact.team)
                && self.kind.is_none_or(|kind| kind == fact.kind)
                && fact.recorded <= self.known
        });
        let rows: Vec<Contribution> = chosen
            .map(|fact| Contribution {
                measure: 0,
                groups: [fact.team, fact.quarter, fact.kind]
                    .map(|value| Some(Arc::from(value.to_string())))
                    .to_vec(),
                client: Some(fact.client),
                person: None,
                numerator: if fact.counts { 1.0 } else { 0.0 },
                denominator: 1.0,
                value: None,
                missing: false,
            })
            .collect();
        let measure = Measure {
            name: "m".to_owned(),
            kind: Kind::Ratio,
            title_nl: String::new(),
            title_en: String::new(),
        };
        gather(&[measure], &self.by, &rows).remove(0)
    }
}

/// What was told of one sum: what every client adds to it, and the true sum.
type Told = BTreeMap<i64, i64>;

/// What an attacker holds, for each sum by itself.
#[derive(Default)]
struct Haul {
    units: BTreeSet<Told>,
    numerators: BTreeSet<Told>,
    rests: BTreeSet<Told>,
    shown: usize,
    hidden: usize,
}

impl Haul {
    fn of(&mut self, gathered: &Gathered, given: &Controlled, norm: u32) {
        let whole = |number: f64| format!("{number:.0}").parse::<i64>().unwrap();
        let cells = gathered.cells.iter().chain([&gathered.total]);
        for (cell, row) in cells.zip(&given.measures[0]) {
            let of = |value: &dyn Fn(i64, i64) -> i64| -> Told {
                let clients = cell.clients.iter().map(|(client, given)| {
                    let value = value(whole(given.denominator), whole(given.numerator));
                    (*client, value)
                });
                clients.filter(|(_, value)| *value != 0).collect()
            };
            self.shown += usize::from(row.hidden.is_none());
            self.hidden += usize::from(row.hidden.is_some());
            let least = usize::try_from(norm).unwrap();
            let check = |told: &Told| {
                // Looking is enough when a number rests on a few.
                assert!(told.is_empty() || told.len() >= least, "{row:?}");
            };
            if row.n.is_some() {
                let units = of(&|units, _| units);
                check(&units);
                self.units.insert(units);
            }
            if row.numerator.is_some() || row.ratio.is_some() {
                let (with, rest) = (of(&|_, with| with), of(&|units, with| units - with));
                check(&with);
                check(&rest);
                assert!(!with.is_empty() && !rest.is_empty(), "{row:?}");
                if row.numerator.is_some() {
                    self.numerators.insert(with);
                    self.rests.insert(rest);
                }
            }
        }
    }

    fn sums(&self) -> [&BTreeSet<Told>; 3] {
        [&self.units, &self.numerators, &self.rests]
    }
}

/// Pairs of sums that differ for one to `least − 1` clients.
fn pairs(told: &BTreeSet<Told>, least: usize) -> usize {
    let all: Vec<&Told> = told.iter().collect();
    let mut found = 0;
    for (place, one) in all.iter().enumerate() {
        for other in &all[..place] {
            let clients: BTreeSet<&i64> = one.keys().chain(other.keys()).collect();
            let different = clients
                .iter()
                .filter(|client| one.get(client) != other.get(client));
            found += usize::from((1..least).contains(&different.count()));
        }
    }
    found
}

const PRIME: i64 = 998_244_353;

fn power(mut base: i64, mut exponent: i64) -> i64 {
    let mut result = 1;
    while exponent > 0 {
        if exponent & 1 == 1 {
            result = result * base % PRIME;
        }
        base = base * base % PRIME;
        exponent >>= 1;
    }
    result
}

/// The row space of all sums, in echelon form.
struct Echelon(Vec<(usize, Vec<i64>)>);

impl Echelon {
    fn of(told: &BTreeSet<Told>) -> Self {
        let mut echelon = Self(Vec::new());
        for one in told {
            let mut row = dense(one);
            echelon.reduce(&mut row);
            if let Some(pivot) = row.iter().position(|value| *value != 0) {
                let inverse = power(row[pivot], PRIME - 2);
                row.iter_mut()
                    .for_each(|value| *value = *value * inverse % PRIME);
                echelon.0.push((pivot, row));
                echelon.0.sort_by_key(|(pivot, _)| *pivot);
            }
        }
        echelon
    }

    fn reduce(&self, row: &mut [i64]) {
        for (pivot, own) in &self.0 {
            let factor = row[*pivot];
            if factor != 0 {
                for (value, other) in row.iter_mut().zip(own) {
                    *value = (*value + (PRIME - factor) * other) % PRIME;
                }
            }
        }
    }

    fn derives(&self, target: &Told) -> bool {
        let mut row = dense(target);
        self.reduce(&mut row);
        row.iter().all(|value| *value == 0)
    }
}

fn dense(told: &Told) -> Vec<i64> {
    (0..CLIENTS)
        .map(|client| told.get(&client).copied().unwrap_or(0))
        .collect()
}

/// Every group under the norm that a question could be about, and every single client: what they
/// add, for each period, team, kind and moment.
fn targets(facts: &[Fact], least: usize, value: &dyn Fn(&Fact) -> bool) -> BTreeSet<Told> {
    let mut targets = BTreeSet::new();
    let some = |count: i64| (0..count).map(Some).chain([None]).collect::<Vec<_>>();
    for from in 0..QUARTERS {
        for until in from + 1..=QUARTERS {
            for team in some(TEAMS) {
                for kind in some(KINDS) {
                    for known in 0..MOMENTS {
                        let asked = Asked {
                            from,
                            until,
                            team,
                            kind,
                            known,
                            by: vec![],
                            norm: 1,
                        };
                        let mut told = Told::new();
                        for fact in facts.iter().filter(|fact| {
                            (asked.from..asked.until).contains(&fact.quarter)
                                && asked.team.is_none_or(|team| team == fact.team)
                                && asked.kind.is_none_or(|kind| kind == fact.kind)
                                && fact.recorded <= asked.known
                                && value(fact)
                        }) {
                            *told.entry(fact.client).or_default() += 1;
                        }
                        if (1..least).contains(&told.len()) {
                            targets.insert(told);
                        }
                    }
                }
            }
        }
    }
    targets.extend((0..CLIENTS).map(|client| Told::from([(client, 1)])));
    targets
}

/// Groups of team, quarter and kind under the norm that are pinned to one value by linear
/// programs over all sums, exact ones, as known at the last moment.
fn pinned(facts: &[Fact], asked: &BTreeSet<(Asked, Vec<usize>)>, least: usize) -> usize {
    let cell = |team: i64, quarter: i64, kind: i64| (team * QUARTERS + quarter) * KINDS + kind;
    let mut truth: BTreeMap<i64, (i64, BTreeSet<i64>)> = BTreeMap::new();
    for fact in facts {
        let entry = truth
            .entry(cell(fact.team, fact.quarter, fact.kind))
            .or_default();
        entry.0 += 1;
        entry.1.insert(fact.client);
    }
    let mut lines: BTreeSet<Vec<i64>> = BTreeSet::new();
    for (asked, group) in asked {
        let within = |place: usize, value: i64| {
            let at = asked.by.iter().position(|by| *by == place);
            at.is_none_or(|at| {
                group
                    .get(at)
                    .is_none_or(|own| i64::try_from(*own) == Ok(value))
            })
        };
        let mut line = Vec::new();
        for team in (0..TEAMS).filter(|team| asked.team.is_none_or(|own| own == *team)) {
            for quarter in asked.from..asked.until {
                for kind in (0..KINDS).filter(|kind| asked.kind.is_none_or(|own| own == *kind)) {
                    if within(0, team) && within(1, quarter) && within(2, kind) {
                        line.push(cell(team, quarter, kind));
                    }
                }
            }
        }
        lines.insert(line);
    }
    let number = |count: i64| f64::from(i32::try_from(count).unwrap());
    let value = |place: &i64| truth.get(place).map_or(0, |(count, _)| *count);
    let mut pinned = 0;
    let few = truth
        .iter()
        .filter(|(_, (_, clients))| clients.len() < least);
    for (target, _) in few {
        let extreme = |direction| {
            let mut problem = Problem::new(direction);
            let variables: Vec<_> = (0..TEAMS * QUARTERS * KINDS)
                .map(|place| {
                    let aim = if place == *target { 1.0 } else { 0.0 };
                    problem.add_var(aim, (0.0, f64::INFINITY))
                })
                .collect();
            for line in &lines {
                let sum = number(line.iter().map(value).sum());
                let terms: Vec<_> = line
                    .iter()
                    .map(|place| (variables[usize::try_from(*place).unwrap()], 1.0))
                    .collect();
                problem.add_constraint(&terms, ComparisonOp::Eq, sum);
            }
            let solution = problem
                .solve()
                .ok()
                .and_then(|found| found.into_solution().ok());
            solution.map(|found| found.objective())
        };
        let low = extreme(OptimizationDirection::Minimize);
        let high = extreme(OptimizationDirection::Maximize);
        if let (Some(low), Some(high)) = (low, high) {
            pinned += usize::from(high - low < 0.999);
        }
    }
    pinned
}

struct Outcome {
    haul: Haul,
    pairs: usize,
    derived: usize,
    pinned: usize,
}

/// Asks so many questions, and attacks what was told to people under one norm.
fn attack(questions: usize, with_memory: bool, norms: &[u32]) -> Outcome {
    let facts = population();
    let mut dice = Dice(7);
    let mut memory = Memory::default();
    let mut haul = Haul::default();
    let mut told: BTreeSet<(Asked, Vec<usize>)> = BTreeSet::new();
    let mut seen: BTreeSet<Asked> = BTreeSet::new();
    for turn in 0..questions {
        let asked = Asked::any(&mut dice);
        let gathered = asked.gathered(&facts);
        let (rules, label) = (Rules::of(asked.norm), Arc::from(format!("{turn}")));
        let one = std::slice::from_ref(&gathered);
        let given = control(one, &[1], &rules, &mut memory, &label);
        let again = !seen.insert(asked.clone());
        if norms.contains(&asked.norm) {
            haul.of(&gathered, &given, asked.norm);
            for row in given.measures[0].iter().filter(|row| row.n.is_some()) {
                let groups = row.groups.iter().flatten();
                let groups: Vec<usize> = groups.map(|group| group.parse().unwrap()).collect();
                if asked.known == MOMENTS - 1 {
                    told.insert((asked.clone(), groups));
                }
            }
        }
        if with_memory {
            let answer = Remembered {
                series: 1,
                label,
                given_at: 0,
                known_at: asked.known,
                on_day: 0,
            };
            let changed = memory.add(answer, given.kept);
            assert!(!again || !changed || turn > 0);
        }
    }
    let least = usize::try_from(*norms.iter().min().unwrap()).unwrap();
    let sums: [&dyn Fn(&Fact) -> bool; 3] = [&|_| true, &|fact| fact.counts, &|fact| !fact.counts];
    let mut outcome = Outcome {
        pairs: 0,
        derived: 0,
        pinned: pinned(&facts, &told, least),
        haul: Haul::default(),
    };
    for (told, value) in haul.sums().into_iter().zip(sums) {
        outcome.pairs += pairs(told, least);
        let echelon = Echelon::of(told);
        let targets = targets(&facts, least, value);
        outcome.derived += targets
            .iter()
            .filter(|target| echelon.derives(target))
            .count();
    }
    outcome.haul = haul;
    outcome
}

/// Questions that are asked when nothing else is said; `WEEGBOEK_ATTACK` says.
const DEFAULT: usize = 1_000;

fn questions() -> usize {
    let given = std::env::var("WEEGBOEK_ATTACK").ok();
    given
        .and_then(|count| count.parse().ok())
        .unwrap_or(DEFAULT)
}

/// A policy maker: sees only answers under the norm of ten.
#[test]
fn a_policy_maker_cannot_compute_what_concerns_fewer_than_ten() {
    let found = attack(questions(), true, &[10]);
    assert_eq!((found.pairs, found.derived, found.pinned), (0, 0, 0));
    assert!(
        found.haul.shown > 300,
        "{} rows were shown",
        found.haul.shown
    );
}

/// Somebody who sees every answer, under five and under ten.
#[test]
fn whoever_sees_all_answers_cannot_compute_what_concerns_fewer_than_five() {
    let found = attack(questions(), true, &[5, 10]);
    assert_eq!((found.pairs, found.derived, found.pinned), (0, 0, 0));
}

/// The attack is a real one: without the memory it succeeds in every way.
#[test]
fn without_a_memory_of_answers_the_attack_succeeds() {
    let found = attack(questions(), false, &[10]);
    assert!(found.pairs > 0 && found.derived > 0 && found.pinned > 0);
}
