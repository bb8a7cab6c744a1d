//! How far two readers of one case said the same, and which items they should talk about.
//!
//! The figures are of the instrument and the round, never of a rater: first and second reader
//! change from case to case. Agreement is not correctness.

use super::error::AuditError;
use super::results::{CaseFile, Rated, Results};
use crate::base::EventId;
use crate::domain::codes::{Rating, StepVerdict};
use crate::practice::agreement::{
    NoAgreement, Scale, Weights, cohen, fleiss, gwet, krippendorff, krippendorff_interval, percent,
};
use crate::practice::intervals::Interval;

/// Fewest cases rated twice and opened, for any figure (reference dutch-ecosystem §3.2).
pub const DOUBLE_LEAST: usize = 10;

/// Resamples behind an interval.
const RESAMPLES: usize = 1_000;

/// Seed of the resamples: the same ratings give the same interval.
const SEED: u64 = 2_004;

/// What is compared.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    /// The rating of the whole case.
    Case,
    /// All verdicts on steps together.
    Steps,
    /// All scores of criteria together.
    Criteria,
    /// The scores of one criterion, by its key.
    Criterion(String),
}

impl Subject {
    /// Its code in output: the key of the criterion, or what it is.
    #[must_use]
    pub fn code(&self) -> &str {
        match self {
            Self::Case => "case",
            Self::Steps => "steps",
            Self::Criteria => "criteria",
            Self::Criterion(key) => key,
        }
    }
}

/// One chance-corrected figure, or why there is none.
#[derive(Debug, Clone, PartialEq)]
pub struct Measured {
    /// The figure.
    pub value: Result<f64, NoAgreement>,
    /// Its interval, where one was made.
    pub interval: Option<Interval>,
}

/// The figures of one subject.
#[derive(Debug, Clone, PartialEq)]
pub struct Figures {
    /// What was compared.
    pub subject: Subject,
    /// Cases rated twice.
    pub cases: usize,
    /// Items that both readers judged.
    pub items: usize,
    /// Codes of the categories, in order.
    pub categories: Vec<&'static str>,
    /// Counts: rows by the first reader, columns by the second.
    pub table: Vec<Vec<u64>>,
    /// Share of items on which both said the same.
    pub percent: Result<f64, NoAgreement>,
    /// Cohen's kappa.
    pub kappa: Measured,
    /// Cohen's kappa with linear weights; for ordered categories.
    pub linear: Option<Measured>,
    /// Cohen's kappa with quadratic weights; for ordered categories.
    pub quadratic: Option<Measured>,
    /// Fleiss's kappa.
    pub fleiss: Measured,
    /// Krippendorff's alpha, nominal.
    pub nominal: Measured,
    /// Krippendorff's alpha, ordinal; for ordered categories.
    pub ordinal: Option<Measured>,
    /// Krippendorff's alpha, interval; for ordered categories.
    pub interval: Option<Measured>,
    /// Gwet's AC1.
    pub ac1: Measured,
}

/// An item on which the readers differ.
#[derive(Debug, Clone, PartialEq)]
pub struct Differing {
    /// The case.
    pub number: String,
    /// The step, when it is a verdict on one.
    pub step: Option<usize>,
    /// Name of the event type of that step.
    pub event: Option<&'static str>,
    /// The criterion, when it is a score.
    pub criterion: Option<String>,
    /// What was said, from high to low: the order does not tell who.
    pub said: Vec<(&'static str, Option<String>)>,
    /// How far apart, from 0 to 1.
    pub apart: f64,
}

/// What two readers made of the same cases.
#[derive(Debug, Clone, PartialEq)]
pub struct Agreement {
    /// Cases rated twice and opened.
    pub double: usize,
    /// Cases rated twice of which the ratings are still closed.
    pub closed: usize,
    /// The figures; none below [`DOUBLE_LEAST`].
    pub figures: Result<Vec<Figures>, AuditError>,
    /// Items to talk about, the furthest apart first.
    pub items: Vec<Differing>,
}

/// Two judgements of one item.
struct Pair<'p> {
    case: &'p CaseFile,
    subject: Subject,
    step: Option<EventId>,
    one: (usize, Option<String>),
    other: (usize, Option<String>),
}

const VERDICTS: [StepVerdict; 3] = [StepVerdict::No, StepVerdict::Doubt, StepVerdict::Yes];
const SCORES: [Rating; 4] = [Rating::One, Rating::Two, Rating::Three, Rating::Four];

fn score(rating: Rating) -> Option<usize> {
    SCORES.iter().position(|one| *one == rating)
}

impl Results {
    /// Compares first and second readers.
    #[must_use]
    pub fn agreement(&self) -> Agreement {
        let twice = self
            .cases
            .iter()
            .filter(|one| one.case.second.is_some() && one.is_rated());
        let (open, closed): (Vec<_>, Vec<_>) = twice.partition(|one| one.opened);
        let mut pairs = Vec::new();
        for case in &open {
            let by = |who: &Option<String>| {
                let who = who.as_ref()?;
                case.ratings(None).into_iter().find(|one| one.by == *who)
            };
            if let (Some(one), Some(other)) = (by(&case.case.rater), by(&case.case.second)) {
                compare(case, one, other, &mut pairs);
            }
        }
        let figures = match open.len() {
            found if found < DOUBLE_LEAST => Err(AuditError::TooFewDouble {
                found,
                least: DOUBLE_LEAST,
            }),
            _ => Ok(figures(&pairs)),
        };
        let mut items: Vec<Differing> = pairs.iter().filter_map(Pair::differing).collect();
        items.sort_by(|one, other| {
            let rank = |one: &Differing| (one.number.clone(), one.criterion.clone(), one.step);
            other
                .apart
                .total_cmp(&one.apart)
                .then_with(|| rank(one).cmp(&rank(other)))
        });
        Agreement {
            double: open.len(),
            closed: closed.len(),
            figures,
            items,
        }
    }
}

fn compare<'p>(case: &'p CaseFile, one: &Rated, other: &Rated, pairs: &mut Vec<Pair<'p>>) {
    let text = |words: &crate::domain::words::Words| words.open().map(str::to_owned);
    for first in &one.review.steps {
        let same = other
            .review
            .steps
            .iter()
            .find(|step| step.step == first.step);
        if let Some(second) = same {
            let place = |verdict| VERDICTS.iter().position(|one| *one == verdict).unwrap_or(0);
            pairs.push(Pair {
                case,
                subject: Subject::Steps,
                step: Some(first.step.0),
                one: (place(first.verdict), text(&first.reason)),
                other: (place(second.verdict), text(&second.reason)),
            });
        }
    }
    for first in &one.review.criteria {
        let same = other
            .review
            .criteria
            .iter()
            .find(|item| item.criterion == first.criterion);
        let Some(second) = same else { continue };
        if let (Some(a), Some(b)) = (score(first.score), score(second.score)) {
            let reason =
                |words: &Option<crate::domain::words::Words>| words.as_ref().and_then(text);
            pairs.push(Pair {
                case,
                subject: Subject::Criterion(first.criterion.0.clone()),
                step: None,
                one: (a, reason(&first.reason)),
                other: (b, reason(&second.reason)),
            });
        }
    }
    let given = |rated: &Rated| rated.review.given.or(rated.review.computed).and_then(score);
    if let (Some(a), Some(b)) = (given(one), given(other)) {
        let reason = |rated: &Rated| rated.review.override_reason.as_ref().and_then(text);
        pairs.push(Pair {
            case,
            subject: Subject::Case,
            step: None,
            one: (a, reason(one)),
            other: (b, reason(other)),
        });
    }
}

impl Pair<'_> {
    fn code(&self, place: usize) -> &'static str {
        match self.subject {
            Subject::Steps => VERDICTS.get(place).map_or("", |one| one.code()),
            _ => SCORES.get(place).map_or("", |one| one.code()),
        }
    }

    fn differing(&self) -> Option<Differing> {
        let (one, other) = (&self.one, &self.other);
        if one.0 == other.0 {
            return None;
        }
        let (high, low) = if one.0 > other.0 {
            (one, other)
        } else {
            (other, one)
        };
        let most = match self.subject {
            Subject::Steps => VERDICTS.len() - 1,
            _ => SCORES.len() - 1,
        };
        Some(Differing {
            number: self.case.case.number.clone(),
            step: self.step.and_then(|id| self.case.step(id)),
            event: self.step.and_then(|id| self.case.step_event(id)),
            criterion: match &self.subject {
                Subject::Criterion(key) => Some(key.clone()),
                _ => None,
            },
            said: [high, low]
                .map(|one| (self.code(one.0), one.1.clone()))
                .into(),
            apart: (high.0 - low.0) as f64 / most as f64,
        })
    }
}

fn figures(pairs: &[Pair<'_>]) -> Vec<Figures> {
    let mut subjects: Vec<Subject> = pairs.iter().map(|one| one.subject.clone()).collect();
    if subjects
        .iter()
        .any(|one| matches!(one, Subject::Criterion(_)))
    {
        subjects.push(Subject::Criteria);
    }
    subjects.sort();
    subjects.dedup();
    let of = |subject: &Subject| -> Vec<&Pair<'_>> {
        let wanted = |one: &&Pair<'_>| match subject {
            Subject::Criteria => matches!(one.subject, Subject::Criterion(_)),
            other => one.subject == *other,
        };
        pairs.iter().filter(wanted).collect()
    };
    let all = subjects.into_iter().map(|subject| {
        let own = of(&subject);
        (subject, own)
    });
    // One criterion alone must also have been judged in enough cases.
    all.filter(|(_, own)| cases(own) >= DOUBLE_LEAST)
        .map(|(subject, own)| figures_of(subject, &own))
        .collect()
}

fn cases(pairs: &[&Pair<'_>]) -> usize {
    let mut ids: Vec<EventId> = pairs.iter().map(|one| one.case.case.case).collect();
    ids.sort();
    ids.dedup();
    ids.len()
}

fn figures_of(subject: Subject, pairs: &[&Pair<'_>]) -> Figures {
    let is_ordered = subject != Subject::Steps;
    let categories: Vec<&'static str> = match is_ordered {
        false => VERDICTS.iter().map(|one| one.code()).collect(),
        true => SCORES.iter().map(|one| one.code()).collect(),
    };
    let many = categories.len();
    let mut table = vec![vec![0; many]; many];
    for pair in pairs {
        table[pair.one.0][pair.other.0] += 1;
    }
    let rows: Vec<Vec<Option<usize>>> = pairs
        .iter()
        .map(|one| vec![Some(one.one.0), Some(one.other.0)])
        .collect();
    let numbers: Vec<Vec<Option<f64>>> = rows
        .iter()
        .map(|row| {
            row.iter()
                .map(|cell| cell.map(|place| (place + 1) as f64))
                .collect()
        })
        .collect();
    let counts: Vec<Vec<u64>> = rows
        .iter()
        .map(|row| {
            let mut counts = vec![0; many];
            for place in row.iter().flatten() {
                counts[*place] += 1;
            }
            counts
        })
        .collect();
    let plain = |found: Result<crate::practice::agreement::Kappa, NoAgreement>| Measured {
        value: found.map(|one| one.value),
        interval: None,
    };
    let alpha = |scale| {
        let found = krippendorff(&numbers, scale);
        // Items of one case are not independent, so only one item a case gives an interval.
        let single = pairs.len() == cases(pairs);
        let interval = single
            .then(|| krippendorff_interval(&numbers, scale, 0.95, RESAMPLES, SEED).ok())
            .flatten();
        Measured {
            interval: interval.filter(|_| found.is_ok()),
            value: found.map(|one| one.value),
        }
    };
    let ordered = |make: &dyn Fn() -> Measured| is_ordered.then(make);
    Figures {
        subject,
        cases: cases(pairs),
        items: pairs.len(),
        percent: percent(&rows),
        kappa: plain(cohen(&table, Weights::Plain)),
        linear: ordered(&|| plain(cohen(&table, Weights::Linear))),
        quadratic: ordered(&|| plain(cohen(&table, Weights::Quadratic))),
        fleiss: plain(fleiss(&counts)),
        nominal: alpha(Scale::Nominal),
        ordinal: ordered(&|| alpha(Scale::Ordinal)),
        interval: ordered(&|| alpha(Scale::Interval)),
        ac1: plain(gwet(&table)),
        categories,
        table,
    }
}
