//! Drawing the cases of a round, and proving that the draw repeats.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::error::AuditError;
use super::frame::{Known, Look, StrataBy, numbers};
use super::round::{Draw, Round};
use crate::base::{Day, EventId, Position};
use crate::book::error::Error;
use crate::book::opening::Book;
use crate::domain::codes::DrawMethod;
use crate::practice::intervals::attribute::NoSample;
use crate::practice::sampling::{
    Advice, Assigned, Drawn, DrawnStratum, Frame, LeftOut, Method, Reason, Seed, Wanted,
    accumulated_risk, advise, assign, draw,
};

/// Cases left out that are named one by one; above it those outside the period are only counted,
/// so that the event stays small.
const NAMED_MAX: usize = 5_000;

/// What is asked of a draw.
#[derive(Debug, Clone)]
pub struct Drawing {
    /// How cases are drawn.
    pub method: DrawMethod,
    /// What makes a stratum.
    pub strata: Option<StrataBy>,
    /// How many; the advised number when left out.
    pub size: Option<usize>,
    /// What the sample must be able to show.
    pub wanted: Wanted,
    /// The seed; one by chance when left out.
    pub seed: Option<Seed>,
    /// Numbers of cases chosen by hand.
    pub by_hand: Vec<String>,
    /// Point at this many cases by their signals, beside the draw.
    pub targeted: usize,
    /// Only by these signals.
    pub signals: Vec<String>,
    /// Day of the draw.
    pub on: Day,
}

/// A draw that can be recorded.
#[derive(Debug, Clone)]
pub struct Proposed {
    /// The content of the event.
    pub data: Map<String, Value>,
    /// Cases in the frame.
    pub frame: usize,
    /// Cases left out, by the code of the reason.
    pub left_out: BTreeMap<&'static str, usize>,
    /// The advised number.
    pub advice: Advice,
    /// The strata.
    pub strata: Vec<DrawnStratum>,
    /// Numbers of the drawn cases.
    pub cases: Vec<String>,
    /// Numbers of the cases that signals point at, with the signal.
    pub targeted: Vec<(String, String)>,
    /// Cases that are read by two.
    pub double: usize,
    /// Cases that should be read by two and are not, for want of another reader.
    pub without_second: usize,
    /// The true risk of a wrong *it is well*, when this is not the first draw of the round.
    pub risk: Option<f64>,
    /// The version of the stream that was looked at, so that two draws never pass each other.
    pub expected: Option<crate::base::Version>,
}

/// Whether one draw came out again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repeated {
    /// Which draw, from 1.
    pub number: usize,
    /// Its seed.
    pub seed: String,
    /// The position before which everything was read.
    pub until: u64,
    /// Cases in the frame, now and then.
    pub frame: (u64, u64),
    /// Digest of the frame, now and then.
    pub digest: (String, String),
    /// Numbers of the cases that come out now.
    pub cases: Vec<String>,
    /// Whether frame, cases, weights and readers are all the same; none for a choice by hand,
    /// which follows from nothing.
    pub same: Option<bool>,
}

impl Book {
    /// Makes a draw, without recording it.
    ///
    /// # Errors
    /// [`AuditError::NothingToDraw`], [`AuditError::NoSample`], [`AuditError::NotInRound`] for a
    /// case chosen by hand that cannot be read; [`Error::Store`].
    pub fn propose_draw(&self, round: &Round, asked: &Drawing) -> Result<Proposed, Error> {
        let stream = self.organisation_stream(&round.municipality)?;
        let expected = self.store.stream_head(stream)?.map(|head| head.version);
        let until = self.store.head()?.next;
        let look = Look {
            round,
            before: round.draws.len(),
            until,
            on: asked.on,
            strata: asked.strata,
        };
        let (frame, known) = self.frame(&look)?;
        let seed = match asked.seed {
            Some(seed) => seed,
            None => self.fresh_seed()?,
        };
        let advice = advise(asked.wanted, frame.cases().len() as u64)
            .map_err(|_: NoSample| AuditError::NoSample)?;
        let (strata, drawn) = match method(asked.method) {
            Some(method) => {
                let size = asked
                    .size
                    .unwrap_or(usize::try_from(advice.size).unwrap_or(usize::MAX));
                draw(&frame, method, size, seed)
            }
            None => by_hand(&frame, &known, round, &asked.by_hand)?,
        };
        let pointed = pointed_at(&frame, &known, &drawn, asked);
        if drawn.is_empty() && pointed.is_empty() {
            let left_out = frame.left_out().len();
            return Err(AuditError::NothingToDraw { left_out }.into());
        }
        let raters = round.raters();
        let given = assign(&frame, &drawn, &raters, percent(round), seed);
        let pointed_given = assign_pointed(&frame, &pointed, &raters, seed);
        let numbers = numbers(&known);
        let number = |case: &EventId| numbers.get(case).copied().unwrap_or_default().to_owned();
        let mut left_out: BTreeMap<&'static str, usize> = BTreeMap::new();
        for left in frame.left_out() {
            *left_out.entry(left.reason.code()).or_default() += 1;
        }
        let data = json!({
            "round": round.code(),
            "seed": seed.to_string(),
            "method": asked.method.code(),
            "frame_until": until.0,
            "frame_digest": frame.digest().to_string(),
            "frame_size": frame.cases().len(),
            "certainty": asked.wanted.certainty * 100.0,
            "tolerable": asked.wanted.tolerable * 100.0,
            "expected": asked.wanted.expected * 100.0,
            "advised": advice.size,
            "strata": strata.iter().map(|one| json!({
                "key": one.key, "size": one.size, "drawn": one.drawn })).collect::<Vec<_>>(),
            "excluded": named(frame.left_out()).map(|left| json!({
                "case": left.case.to_string(), "reason": left.reason.code() })).collect::<Vec<_>>(),
            "cases": drawn.iter().zip(&given.cases).map(case_json).collect::<Vec<_>>(),
            "targeted": pointed.iter().zip(&pointed_given).map(|((case, signal), given)| json!({
                "case": case.to_string(), "signal": signal, "rater": given.rater })).collect::<Vec<_>>(),
        });
        let Value::Object(mut data) = data else {
            return Err(Error::Contended);
        };
        for value in data.values_mut() {
            strip_nulls(value);
        }
        let sizes = round.draws.iter().map(|one| one.drawn.cases.len());
        let mut so_far = 0;
        let looks: Vec<u64> = sizes
            .chain([drawn.len()])
            .map(|size| {
                so_far += size as u64;
                so_far
            })
            .collect();
        Ok(Proposed {
            data,
            frame: frame.cases().len(),
            left_out,
            advice,
            strata,
            cases: drawn.iter().map(|one| number(&one.case)).collect(),
            targeted: pointed
                .iter()
                .map(|(case, signal)| (number(case), signal.clone()))
                .collect(),
            double: given
                .cases
                .iter()
                .filter(|one| one.second.is_some())
                .count(),
            without_second: given.without_second,
            risk: accumulated_risk(asked.wanted, &looks),
            expected,
        })
    }

    /// Repeats every draw of a round from its recorded seed and place in the log.
    ///
    /// # Errors
    /// [`AuditError::NoDraw`]; [`Error::Store`].
    pub fn draw_again(&self, round: &Round) -> Result<Vec<Repeated>, Error> {
        if round.draws.is_empty() {
            let round = round.code().to_owned();
            return Err(AuditError::NoDraw { round }.into());
        }
        let all = round.draws.iter().enumerate();
        all.map(|(at, one)| self.repeat(round, at, one)).collect()
    }

    fn repeat(&self, round: &Round, at: usize, one: &Draw) -> Result<Repeated, Error> {
        let drawn = &one.drawn;
        let position = u64::try_from(drawn.frame_until.0).unwrap_or_default();
        let keys = drawn.strata.iter().map(|stratum| stratum.key.0.as_str());
        let look = Look {
            round,
            before: at,
            until: Position(position),
            on: one.on,
            strata: StrataBy::of_keys(keys),
        };
        let (frame, known) = self.frame(&look)?;
        let seed: Seed = drawn.seed.0.parse().map_err(|_| AuditError::NotASeed {
            given: drawn.seed.0.clone(),
        })?;
        let numbers = numbers(&known);
        let mut repeated = Repeated {
            number: at + 1,
            seed: drawn.seed.0.clone(),
            until: position,
            frame: (
                frame.cases().len() as u64,
                u64::try_from(drawn.frame_size.0).unwrap_or_default(),
            ),
            digest: (frame.digest().to_string(), drawn.frame_digest.0.clone()),
            cases: Vec::new(),
            same: None,
        };
        let Some(method) = method(drawn.method) else {
            return Ok(repeated);
        };
        let (_, again) = draw(&frame, method, drawn.cases.len(), seed);
        let given = assign(&frame, &again, &round.raters(), percent(round), seed);
        let number = |one: &Drawn| {
            numbers
                .get(&one.case)
                .copied()
                .unwrap_or_default()
                .to_owned()
        };
        repeated.cases = again.iter().map(number).collect();
        let same_case = |((now, given), then): (
            (&Drawn, &Assigned),
            &crate::domain::events::rounds::DrawnCase,
        )| {
            let name =
                |one: &Option<crate::domain::values::Actor>| one.as_ref().map(|one| one.0.clone());
            now.case == then.case.0
                && now.stratum == then.stratum.0
                && (now.weight - then.weight.0).abs() < 1e-9
                && given.rater == name(&then.rater)
                && given.second == name(&then.second)
        };
        let cases = again.iter().zip(&given.cases).zip(&drawn.cases);
        repeated.same = Some(
            repeated.digest.0 == repeated.digest.1
                && again.len() == drawn.cases.len()
                && cases.into_iter().all(same_case),
        );
        Ok(repeated)
    }

    fn fresh_seed(&self) -> Result<Seed, Error> {
        // The random half of a fresh id: the clock has no part in it.
        let id = self.fresh_id()?.0;
        let digest = crate::base::digest::sha256(&[&id]).0;
        let first = digest.iter().take(8);
        Ok(Seed(
            first.fold(0, |number, byte| number << 8 | u64::from(*byte)),
        ))
    }
}

/// The method of a draw; none for a choice by hand.
fn method(method: DrawMethod) -> Option<Method> {
    match method {
        DrawMethod::Random => Some(Method::Random),
        DrawMethod::Stratified => Some(Method::Stratified),
        DrawMethod::RiskWeighted => Some(Method::RiskWeighted),
        DrawMethod::Systematic => Some(Method::Systematic),
        DrawMethod::ByHand => None,
    }
}

fn percent(round: &Round) -> usize {
    let percent = round.plan.double_percent.map_or(0, |percent| percent.0);
    usize::try_from(percent).unwrap_or(0)
}

/// The chosen cases; the frame still says which of them nobody may read.
fn by_hand(
    frame: &Frame,
    known: &[Known],
    round: &Round,
    chosen: &[String],
) -> Result<(Vec<DrawnStratum>, Vec<Drawn>), Error> {
    let mut drawn = Vec::new();
    for number in chosen {
        let found = known.iter().find(|one| one.number == number.trim());
        let may = found.filter(|one| {
            let reason = frame
                .left_out()
                .iter()
                .find(|left| left.case == one.candidate.case);
            !matches!(
                reason.map(|left| left.reason),
                Some(Reason::OwnCase | Reason::NotConfirmed | Reason::DrawnBefore)
            )
        });
        let one = may.ok_or_else(|| AuditError::NotInRound {
            number: number.clone(),
            round: round.code().to_owned(),
        })?;
        drawn.push(Drawn {
            case: one.candidate.case,
            stratum: one.candidate.stratum.clone(),
            weight: 1.0,
        });
    }
    Ok((Vec::new(), drawn))
}

/// Cases that signals point at, those with the most kinds of signal first; the draw goes before.
/// A case is pointed at whenever it was seen last: the signal is the reason to look again.
fn pointed_at(
    frame: &Frame,
    known: &[Known],
    drawn: &[Drawn],
    asked: &Drawing,
) -> Vec<(EventId, String)> {
    let never = |case: EventId| {
        frame.left_out().iter().any(|left| {
            left.case == case
                && matches!(
                    left.reason,
                    Reason::OwnCase | Reason::NotConfirmed | Reason::DrawnBefore
                )
        })
    };
    let mut found: Vec<(usize, &Known, &str)> = known
        .iter()
        .filter(|one| !never(one.candidate.case))
        .filter(|one| !drawn.iter().any(|drawn| drawn.case == one.candidate.case))
        .filter_map(|one| {
            let wanted = |name: &&&str| {
                asked.signals.is_empty() || asked.signals.iter().any(|given| given == **name)
            };
            let first = one.signals.iter().find(wanted)?;
            Some((one.signals.iter().filter(wanted).count(), one, *first))
        })
        .collect();
    found.sort_by_key(|(count, one, _)| (std::cmp::Reverse(*count), one.candidate.place));
    let pointed = found.into_iter().take(asked.targeted);
    pointed
        .map(|(_, one, signal)| (one.candidate.case, signal.to_owned()))
        .collect()
}

fn assign_pointed(
    frame: &Frame,
    pointed: &[(EventId, String)],
    raters: &[String],
    seed: Seed,
) -> Vec<Assigned> {
    let as_drawn: Vec<Drawn> = pointed
        .iter()
        .map(|(case, _)| Drawn {
            case: *case,
            stratum: String::new(),
            weight: 1.0,
        })
        .collect();
    assign(frame, &as_drawn, raters, 0, seed).cases
}

fn named(left_out: &[LeftOut]) -> impl Iterator<Item = &LeftOut> {
    let all = left_out.len() <= NAMED_MAX;
    left_out
        .iter()
        .filter(move |left| all || left.reason != Reason::OutsidePeriod)
}

fn case_json((drawn, given): (&Drawn, &Assigned)) -> Value {
    json!({
        "case": drawn.case.to_string(),
        "stratum": drawn.stratum,
        "weight": drawn.weight,
        "rater": given.rater,
        "second": given.second,
    })
}

/// What is not there is left out of a form.
fn strip_nulls(value: &mut Value) {
    match value {
        Value::Object(members) => {
            members.retain(|_, value| !value.is_null());
            members.values_mut().for_each(strip_nulls);
        }
        Value::Array(items) => items.iter_mut().for_each(strip_nulls),
        _ => {}
    }
}
