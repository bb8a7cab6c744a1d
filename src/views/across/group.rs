//! The rows of one group: its inputs, all versions of them, worked out over time.

use std::collections::{BTreeSet, HashMap};

use super::cells::{
    DOSSIER, ITEM, MUNICIPALITY, OCCURRED_DAY, POSITION, RECORDED_AT, SUPERSEDED_AT, TEAM, day,
    moment, place, text, whole,
};
use super::{JUSTIFICATION, RULE, SITUATION, number_of};
use crate::base::{Day, EventId, Position, Timestamp};
use crate::domain::codes::{Corner, DecisionKind};
use crate::practice::signals::{
    Bundled, Decided, Excepted, Held, Justified, Norms, Signal, SignalKind, Span, Tally, burden_of,
    decided_differently, exceptions_not_bundled, over_time, put_right, same_justification,
    voices_missing_of,
};
use crate::views::table::{Cell, Row};
use crate::views::tables::Record;
use crate::views::tables::audit::{SIGNAL_ANSWERS, Signals};
use crate::views::tables::decision::COMPARISONS;
use crate::views::tables::organisation::BUNDLE_EXCEPTIONS;

/// Items of a kind of signal at one event have their own hundred.
const ITEMS: i64 = 100;

/// One version of something that is compared.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Input {
    position: i64,
    item: i64,
    dossier: Option<i64>,
    municipality: String,
    team: Option<String>,
    occurred_day: Cell,
    from: Timestamp,
    until: Option<Timestamp>,
    key: String,
    kind: Option<DecisionKind>,
    day: Day,
    known_from: Timestamp,
    replaced: Option<(Timestamp, Option<Day>)>,
}

impl Input {
    /// Out of a row of `comparisons`, with what is compared.
    pub(super) fn of(row: &[Cell]) -> Option<(&str, Self)> {
        let own = |column| place(&COMPARISONS, column);
        let compares = text(row, own("compares"))?;
        let replaced = moment(row, own("replaced_at"));
        let input = Self {
            position: whole(row, POSITION)?,
            item: whole(row, ITEM)?,
            dossier: whole(row, DOSSIER),
            municipality: text(row, MUNICIPALITY)?.to_owned(),
            team: text(row, TEAM).map(str::to_owned),
            occurred_day: row.get(OCCURRED_DAY)?.clone(),
            from: moment(row, RECORDED_AT)?,
            until: moment(row, SUPERSEDED_AT),
            key: text(row, own("key"))?.to_owned(),
            kind: text(row, own("kind")).and_then(DecisionKind::from_code),
            day: day(row, own("day"))?,
            known_from: moment(row, own("known_from"))?,
            replaced: replaced.map(|at| (at, day(row, own("replaced_day")))),
        };
        Some((compares, input))
    }

    pub(super) fn position(&self) -> i64 {
        self.position
    }

    pub(super) fn municipality(&self) -> &str {
        &self.municipality
    }

    pub(super) fn key(&self) -> &str {
        &self.key
    }

    /// Whether this version only adds to the one before that another justification took its place,
    /// when that was recorded: the signals know how to take that in.
    fn only_replaced(&self, before: &Self) -> bool {
        let plain = |one: &Self| Self {
            from: Timestamp(0),
            until: None,
            replaced: None,
            ..one.clone()
        };
        let now = self.replaced.is_some_and(|(at, _)| at == self.from);
        now && before.replaced.is_none() && plain(self) == plain(before)
    }
}

/// One version of an exception in a bundle.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Bundle {
    position: i64,
    exception: i64,
    day: Day,
    from: Timestamp,
    until: Option<Timestamp>,
}

impl Bundle {
    pub(super) fn of(row: &[Cell]) -> Option<Self> {
        Some(Self {
            position: whole(row, POSITION)?,
            exception: whole(row, place(&BUNDLE_EXCEPTIONS, "exception"))?,
            day: day(row, OCCURRED_DAY)?,
            from: moment(row, RECORDED_AT)?,
            until: moment(row, SUPERSEDED_AT),
        })
    }

    pub(super) fn exception(&self) -> i64 {
        self.exception
    }
}

/// One version of an answer to a signal.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Said {
    kind: SignalKind,
    position: i64,
    about: Option<i64>,
    municipality: Option<String>,
    team: Option<String>,
    day: Day,
    from: Timestamp,
    until: Option<Timestamp>,
}

/// Answers to signals over many dossiers, by dossier; those of organisations under none.
#[derive(Debug, Default)]
pub(super) struct Answers(HashMap<Option<i64>, Vec<Said>>);

impl Answers {
    /// Takes in rows of `signal_answers`.
    pub(super) fn of<'r>(rows: impl Iterator<Item = &'r [Cell]>) -> Self {
        let mut all: HashMap<Option<i64>, Vec<Said>> = HashMap::new();
        for row in rows {
            let own = |column| place(&SIGNAL_ANSWERS, column);
            let said = || {
                Some(Said {
                    kind: SignalKind::from_slug(text(row, own("signal"))?)?,
                    position: whole(row, POSITION)?,
                    about: whole(row, own("about")),
                    municipality: text(row, MUNICIPALITY).map(str::to_owned),
                    team: text(row, TEAM).map(str::to_owned),
                    day: day(row, OCCURRED_DAY)?,
                    from: moment(row, RECORDED_AT)?,
                    until: moment(row, SUPERSEDED_AT),
                })
            };
            if let Some(said) = said() {
                all.entry(whole(row, DOSSIER)).or_default().push(said);
            }
        }
        Self(all)
    }

    /// The answers to a signal, whenever known.
    fn to<'a>(&'a self, about: &'a About) -> impl Iterator<Item = &'a Said> {
        let place = about.at.as_ref().and_then(|at| at.dossier);
        let position = about.at.as_ref().map(|at| at.position);
        let of_place = self.0.get(&place).into_iter().flatten();
        of_place.filter(move |said| {
            let here = position.is_some()
                || (said.municipality.as_ref() == Some(&about.municipality)
                    && (about.team.is_none() || said.team.is_none() || said.team == about.team));
            here && said.kind == about.signal.kind
                && said.about.is_none_or(|about| Some(about) == position)
                && about.signal.since <= said.day
        })
    }
}

/// Where the event stands that a signal is about.
#[derive(Debug, Clone, PartialEq)]
struct At {
    position: i64,
    dossier: Option<i64>,
    occurred_day: Cell,
}

/// A signal with the cells that its row needs.
#[derive(Debug, Clone, PartialEq)]
struct About {
    signal: Signal,
    municipality: String,
    team: Option<String>,
    at: Option<At>,
}

/// A position as the id that the practice knows an event by.
fn id_at(position: i64) -> EventId {
    let mut bytes = [0; 16];
    bytes[8..].copy_from_slice(&position.to_be_bytes());
    EventId(bytes)
}

fn place_of(position: i64) -> Position {
    Position(u64::try_from(position).unwrap_or(u64::MAX))
}

fn span(held: Held, at: Option<At>, team: Option<String>) -> Span<About> {
    Span {
        from: held.recorded_from,
        until: held.recorded_until,
        value: About {
            signal: Signal {
                about: None,
                ..held.signal
            },
            municipality: held.municipality,
            team,
            at,
        },
    }
}

/// The moments at which something that was recorded before came to read otherwise.
fn turns(inputs: &[Input], bundles: &[Bundle]) -> BTreeSet<Timestamp> {
    let mut turns = BTreeSet::new();
    let name = |input: &Input, at: Timestamp| (input.position, input.item, at);
    let ended = inputs
        .iter()
        .filter_map(|one| Some((name(one, one.until?), one)));
    let mut ended: HashMap<_, &Input> = ended.collect();
    for input in inputs {
        match ended.remove(&name(input, input.from)) {
            Some(before) if input.only_replaced(before) => {}
            None if input.from == input.known_from => {}
            _ => {
                turns.insert(input.from);
            }
        }
    }
    // What is left ended without a version after it.
    turns.extend(ended.into_keys().map(|(_, _, until)| until));
    let mut first: HashMap<i64, Timestamp> = HashMap::new();
    for bundle in bundles {
        let from = first.entry(bundle.position).or_insert(bundle.from);
        *from = bundle.from.min(*from);
    }
    for bundle in bundles {
        if first.get(&bundle.position) != Some(&bundle.from) {
            turns.insert(bundle.from);
        }
        turns.extend(bundle.until);
    }
    turns
}

/// The rows of signals about what is compared by one key in one municipality.
pub(super) fn alike(
    compares: &str,
    inputs: &[Input],
    bundles: &[Bundle],
    norms: &Norms,
    answers: &Answers,
) -> Vec<Row> {
    let Some(first) = inputs.iter().map(|input| input.from).min() else {
        return Vec::new();
    };
    let mut turns = turns(inputs, bundles);
    if compares != SITUATION {
        turns.extend(norms.turns_after(first));
    }
    let name = |about: &About| about.at.as_ref().map(|at| at.position);
    let spans = over_time(&turns, &name, &mut |moment| {
        let known = |from: Timestamp, until: Option<Timestamp>| {
            from <= moment && until.is_none_or(|until| until > moment)
        };
        let mut now: Vec<&Input> = inputs
            .iter()
            .filter(|input| known(input.from, input.until))
            .collect();
        now.sort_by_key(|input| (input.known_from, input.position, input.item));
        let held = match compares {
            JUSTIFICATION => same_justification(&justified(&now), norms.known_at(moment)),
            SITUATION => decided_differently(&decided(&now)),
            RULE => {
                let bundles = bundles.iter().filter(|one| known(one.from, one.until));
                let bundled = bundled(bundles);
                exceptions_not_bundled(&excepted(&now), &bundled, norms.known_at(moment))
            }
            _ => Vec::new(),
        };
        let heads: HashMap<EventId, &Input> = now
            .iter()
            .rev()
            .map(|input| (id_at(input.position), *input))
            .collect();
        let spans = held.into_iter().filter_map(|held| {
            let input = heads.get(&held.signal.about?)?;
            let at = At {
                position: input.position,
                dossier: input.dossier,
                occurred_day: input.occurred_day.clone(),
            };
            Some(span(held, Some(at), input.team.clone()))
        });
        spans.collect()
    });
    rows(spans, answers)
}

fn justified(now: &[&Input]) -> Vec<Justified> {
    let all = now.iter().map(|input| Justified {
        decision: id_at(input.position),
        position: place_of(input.position),
        municipality: input.municipality.clone(),
        team: input.team.clone(),
        // One group has one text.
        fingerprint: 0,
        day: input.day,
        recorded_at: input.known_from,
        replaced: input.replaced,
    });
    all.collect()
}

/// Decisions in the order of recording, each with its changes.
fn decided(now: &[&Input]) -> Vec<Decided> {
    let mut all: Vec<Decided> = Vec::new();
    let mut places: HashMap<i64, usize> = HashMap::new();
    for input in now {
        if let Some(one) = places.get(&input.position).and_then(|at| all.get_mut(*at)) {
            one.changes.push((input.known_from, input.day, input.kind));
            continue;
        }
        let (Some(kind), Some(team)) = (input.kind, &input.team) else {
            continue;
        };
        places.insert(input.position, all.len());
        all.push(Decided {
            decision: id_at(input.position),
            position: place_of(input.position),
            municipality: input.municipality.clone(),
            team: team.clone(),
            situation_key: input.key.clone(),
            kind,
            day: input.day,
            recorded_at: input.known_from,
            changes: Vec::new(),
        });
    }
    all
}

fn excepted(now: &[&Input]) -> Vec<Excepted> {
    let all = now.iter().map(|input| Excepted {
        exception: id_at(input.position),
        position: place_of(input.position),
        municipality: input.municipality.clone(),
        rule: input.key.clone(),
        day: input.day,
        recorded_at: input.known_from,
    });
    all.collect()
}

/// Bundles in the order of recording.
fn bundled<'a>(known: impl Iterator<Item = &'a Bundle>) -> Vec<Bundled> {
    let mut all: Vec<Bundled> = Vec::new();
    let mut known: Vec<&Bundle> = known.collect();
    known.sort_by_key(|one| one.position);
    for one in known {
        let position = place_of(one.position);
        match all.last_mut() {
            Some(last) if last.position == position => last.exceptions.push(id_at(one.exception)),
            _ => all.push(Bundled {
                exceptions: vec![id_at(one.exception)],
                position,
                day: one.day,
                recorded_at: one.from,
            }),
        }
    }
    all
}

/// The rows of signals about the weeks of a team, or the quarters of a municipality.
pub(super) fn of_periods(
    kind: SignalKind,
    tallies: &[Tally],
    norms: &Norms,
    answers: &Answers,
) -> Vec<Row> {
    let mut turns = put_right(tallies);
    turns.extend(norms.turns_after(Timestamp(i64::MIN)));
    let name = |about: &About| {
        let unit = about.signal.unit.as_ref().map(|unit| unit.0.clone());
        (about.signal.since, unit)
    };
    let spans = over_time(&turns, &name, &mut |moment| {
        let known = tallies.iter().filter(|one| one.known_at(moment));
        let known: Vec<Tally> = known.cloned().collect();
        let catalogues = norms.known_at(moment);
        let held = match kind {
            SignalKind::Burden => burden_of(&known, catalogues),
            SignalKind::VoiceMissing => voices_missing_of(&known, catalogues),
            _ => Vec::new(),
        };
        let spans = held.into_iter().map(|held| {
            let team = held.team.clone();
            span(held, None, team)
        });
        spans.collect()
    });
    rows(spans, answers)
}

/// Rows of signals, each cut where another answer becomes known.
fn rows(spans: Vec<Span<About>>, answers: &Answers) -> Vec<Row> {
    let mut rows = Vec::with_capacity(spans.len());
    for span in spans {
        let said: Vec<&Said> = answers.to(&span.value).collect();
        let mut cuts = BTreeSet::from([span.from]);
        for one in &said {
            let within =
                |at: &Timestamp| *at > span.from && span.until.is_none_or(|until| *at < until);
            cuts.extend(
                [Some(one.from), one.until]
                    .into_iter()
                    .flatten()
                    .filter(within),
            );
        }
        let mut parts: Vec<(Timestamp, Option<&Said>)> = Vec::new();
        for cut in cuts {
            let known = said
                .iter()
                .filter(|one| one.from <= cut && one.until.is_none_or(|until| until > cut));
            let last = known.max_by_key(|one| one.position).copied();
            let same = |before: &(Timestamp, Option<&Said>)| match (before.1, last) {
                (Some(one), Some(other)) => (one.position, one.day) == (other.position, other.day),
                (one, other) => one.is_none() && other.is_none(),
            };
            if !parts.last().is_some_and(same) {
                parts.push((cut, last));
            }
        }
        for (at, (from, last)) in parts.iter().enumerate() {
            let until = parts.get(at + 1).map(|next| next.0).or(span.until);
            rows.push(row(&span.value, *from, until, *last));
        }
    }
    rows
}

fn row(about: &About, from: Timestamp, until: Option<Timestamp>, said: Option<&Said>) -> Row {
    let Signal { kind, .. } = about.signal;
    let signal = &about.signal;
    let number = |number: Option<i64>| number.map_or(Cell::Null, Cell::Whole);
    let of_day = |day: Option<Day>| number(day.map(|day| i64::from(day.since_epoch())));
    let real = |real: Option<f64>| real.map_or(Cell::Null, Cell::Real);
    let code = |code: Option<&'static str>| code.map_or(Cell::Null, |code| Cell::Text(code.into()));
    let key = |key: Option<&str>| key.map_or(Cell::Null, |key| Cell::Text(key.to_owned().into()));
    let at = about.at.as_ref();
    let unit = signal.unit.as_ref().map(|unit| unit.0.as_str());
    let item = match at {
        Some(_) => kind as i64 * ITEMS,
        None => number_of(&[
            kind.slug(),
            &about.municipality,
            about.team.as_deref().unwrap_or_default(),
            unit.unwrap_or_default(),
            &signal.since.to_string(),
        ]),
    };
    let mut cells = vec![
        // Of no event: the beginning of the book.
        Cell::Whole(at.map_or(0, |at| at.position)),
        Cell::Whole(item),
        number(at.and_then(|at| at.dossier)),
        key(Some(&about.municipality)),
        key(about.team.as_deref()),
        at.map_or_else(|| of_day(Some(signal.since)), |at| at.occurred_day.clone()),
        Cell::Whole(from.0),
        number(until.map(|until| until.0)),
    ];
    let record = Signals {
        signal: code(Some(kind.slug())),
        about: number(at.map(|at| at.position)),
        since_day: of_day(Some(signal.since)),
        until_day: of_day(signal.until),
        principle: code(kind.principle()),
        corner: code(signal.corner.map(Corner::code)),
        source: code(Some(kind.source())),
        norm: code(signal.norm.map(|(key, _)| key)),
        norm_number: real(signal.norm.map(|(_, number)| number)),
        number: real(signal.number),
        unit: key(unit),
        answered_day: of_day(said.map(|said| said.day)),
        answer: number(said.map(|said| said.position)),
    };
    record.fill(&mut cells);
    Row {
        table: Signals::TABLE,
        cells,
    }
}
