//! Pieces of the reports of a round: figures with their intervals, and how they are worded.

use std::collections::BTreeMap;

use super::instrument::{Criterion, Instrument};
use super::results::{CaseFile, FindingFile, Results, rank};
use crate::base::Day;
use crate::domain::Catalogues;
use crate::domain::codes::{CatalogueKind, DrawMethod, FindingKind, Rating, StepVerdict};
use crate::domain::words::Words;
use crate::practice::intervals::attribute::upper_limit;
use crate::practice::sampling::{Part, Share, Wanted, accumulated_risk, share};
use crate::text::{Lang, Texts};

/// Certainty of every interval.
pub(super) const CERTAINTY: f64 = 0.95;

/// A case as it counts: drawn, opened and rated.
pub(super) struct Counted<'r> {
    pub(super) file: &'r CaseFile,
    pub(super) weight: f64,
}

impl Results {
    /// Cases that count in figures: drawn and to be seen. Without weights, as after a choice by
    /// hand, each stands for itself; what signals pointed at never counts.
    pub(super) fn counted_cases(&self) -> Vec<Counted<'_>> {
        let drawn = self.cases.iter().filter(|one| one.case.signal.is_none());
        let seen = drawn.filter(|one| one.counted().is_some());
        seen.map(|file| Counted {
            file,
            weight: file.case.weight.unwrap_or(1.0),
        })
        .collect()
    }

    /// Drawn cases that are not counted yet.
    pub(super) fn still_out(&self) -> usize {
        let drawn = self
            .cases
            .iter()
            .filter(|one| one.case.signal.is_none())
            .count();
        drawn - self.counted_cases().len()
    }

    /// Whether every case of the draw stands for a part of the frame.
    pub(super) fn is_estimate(&self) -> bool {
        let methods = self.round.draws.iter().map(|one| one.drawn.method);
        self.round.draws.len() == 1
            && methods
                .into_iter()
                .all(|method| method != DrawMethod::ByHand)
    }

    /// Whether every case of the frame was read, so that nothing was left to chance.
    pub(super) fn is_whole(&self) -> bool {
        let frame = self.round.draws.first().map(|one| one.drawn.frame_size.0);
        let counted = i64::try_from(self.counted_cases().len()).unwrap_or(i64::MAX);
        frame.is_some_and(|frame| frame == counted)
    }

    /// The share of steps that were the right step.
    pub(super) fn right_steps(&self) -> Option<Share> {
        self.share_of(&|file| {
            let steps = &file.counted()?.review.steps;
            let yes = steps.iter().filter(|step| step.verdict == StepVerdict::Yes);
            Some((yes.count(), steps.len()))
        })
    }

    /// The share of cases with a shortcoming.
    pub(super) fn with_shortcoming(&self) -> Option<Share> {
        self.share_of(&|file| Some((usize::from(has_shortcoming(file)), 1)))
    }

    /// The share of cases with a strong point.
    pub(super) fn with_strength(&self) -> Option<Share> {
        self.share_of(&|file| {
            let findings = file.findings(None);
            let any = findings
                .iter()
                .any(|one| one.finding.kind == FindingKind::Strength);
            Some((usize::from(any), 1))
        })
    }

    /// The share of cases in which a criterion was met, among those where it could be seen.
    pub(super) fn met(&self, key: &str) -> Option<Share> {
        self.share_of(&|file| {
            let score = scores(file).get(key).copied()?;
            Some((
                usize::from(matches!(score, Rating::Three | Rating::Four)),
                1,
            ))
        })
    }

    /// How often each score was given for a criterion, from 4 to 1, then what could not be scored.
    pub(super) fn spread(&self, key: &str) -> [usize; 6] {
        let mut counts = [0; 6];
        for one in self.counted_cases() {
            let rated = one.file.counted().map(|rated| &rated.review.criteria);
            let given = rated.and_then(|all| all.iter().find(|item| item.criterion.0 == key));
            if let Some(place) =
                given.and_then(|item| PLACES.iter().position(|one| *one == item.score))
            {
                counts[place] += 1;
            }
        }
        counts
    }

    fn share_of(&self, count: &dyn Fn(&CaseFile) -> Option<(usize, usize)>) -> Option<Share> {
        let small = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        let parts: Vec<Part> = self
            .counted_cases()
            .iter()
            .filter_map(|one| {
                let (found, of) = count(one.file)?;
                Some(Part {
                    weight: one.weight,
                    found: small(found),
                    of: small(of),
                })
            })
            .collect();
        share(&parts, CERTAINTY)
    }

    /// The claim *not more than*: the upper limit of the share of cases with a shortcoming in the
    /// whole frame. Only of one draw by equal chances that was read whole.
    pub(super) fn at_most(&self) -> Option<(f64, u64)> {
        let [draw] = &self.round.draws[..] else {
            return None;
        };
        if draw.drawn.method != DrawMethod::Random || self.still_out() > 0 {
            return None;
        }
        let cases = self.counted_cases();
        let found = cases.iter().filter(|one| has_shortcoming(one.file)).count();
        let frame = u64::try_from(draw.drawn.frame_size.0).ok()?;
        let limit = upper_limit(found as u64, cases.len() as u64, CERTAINTY, Some(frame))?;
        Some((limit, frame))
    }

    /// The true risk of a wrong *it is well* when the round was extended.
    pub(super) fn risk_of_looks(&self) -> Option<f64> {
        let drawn = &self.round.draws.first()?.drawn;
        let part = |given: &Option<crate::domain::values::Decimal>| {
            given.as_ref().map(|one| one.0 / 100.0)
        };
        let wanted = Wanted {
            certainty: part(&drawn.certainty)?,
            tolerable: part(&drawn.tolerable)?,
            expected: part(&drawn.expected).unwrap_or(0.0),
        };
        let mut so_far = 0;
        let sizes = self.round.draws.iter().map(|one| {
            so_far += one.drawn.cases.len() as u64;
            so_far
        });
        accumulated_risk(wanted, &sizes.collect::<Vec<_>>())
    }

    /// Findings of all cases that may be shown, strengths first.
    pub(super) fn all_findings(&self) -> Vec<(&CaseFile, &FindingFile)> {
        let mut all: Vec<(&CaseFile, &FindingFile)> = self
            .cases
            .iter()
            .flat_map(|file| file.findings(None).into_iter().map(move |one| (file, one)))
            .collect();
        all.sort_by_key(|(file, one)| (rank(one.finding.kind), file.case.number.clone(), one.step));
        all
    }
}

/// Scores in the order of a table.
const PLACES: [Rating; 6] = [
    Rating::Four,
    Rating::Three,
    Rating::Two,
    Rating::One,
    Rating::NotApplicable,
    Rating::NotVisible,
];

/// Whether a case has a shortcoming that may be shown.
pub(super) fn has_shortcoming(file: &CaseFile) -> bool {
    let findings = file.findings(None);
    findings
        .iter()
        .any(|one| one.finding.kind == FindingKind::Shortcoming)
}

/// The scores of a case by criterion, those that are scores.
pub(super) fn scores(file: &CaseFile) -> BTreeMap<String, Rating> {
    let rated = file.counted().map(|rated| rated.review.criteria.clone());
    let all = rated.unwrap_or_default().into_iter();
    all.filter(|item| !matches!(item.score, Rating::NotApplicable | Rating::NotVisible))
        .map(|item| (item.criterion.0, item.score))
        .collect()
}

/// How things are worded in a report.
pub(super) struct Wording<'t> {
    pub(super) texts: &'t Texts,
    pub(super) catalogues: &'t Catalogues,
    pub(super) on: Day,
}

impl Wording<'_> {
    pub(super) fn percent(&self, part: f64) -> String {
        let whole = format!("{:.0}", part * 100.0);
        self.texts
            .with("audit-percent", &[("number", whole.into())])
            .into_owned()
    }

    /// `85% (tussen 62% en 95%)`.
    pub(super) fn share(&self, share: &Share) -> String {
        let values = [
            ("share", self.percent(share.share).into()),
            ("low", self.percent(share.interval.low).into()),
            ("high", self.percent(share.interval.high).into()),
        ];
        self.texts.with("audit-report-share", &values).into_owned()
    }

    pub(super) fn words(&self, words: &Words) -> String {
        match words.open() {
            Some(text) => text.to_owned(),
            None => self.texts.get("audit-report-closed-words").into_owned(),
        }
    }

    pub(super) fn criterion(&self, criterion: &Criterion) -> String {
        match (self.texts.lang(), &criterion.entry.name_en) {
            (Lang::English, Some(name)) => name.0.clone(),
            _ => criterion.entry.name.0.clone(),
        }
    }

    pub(super) fn criterion_named(&self, instrument: Option<&Instrument>, key: &str) -> String {
        let found = instrument.and_then(|one| one.criterion(key));
        found.map_or_else(|| key.to_owned(), |one| self.criterion(one))
    }

    /// What a finding leans on: a principle by its name, or a corner of the triangle.
    pub(super) fn leans_on(&self, one: &FindingFile) -> String {
        if let Some(key) = &one.finding.principle {
            let entry = self
                .catalogues
                .entry(CatalogueKind::Principles, &key.0, self.on);
            return entry.map_or_else(
                || key.0.clone(),
                |entry| match (self.texts.lang(), &entry.name_en) {
                    (Lang::English, Some(name)) => name.0.clone(),
                    _ => entry.name.0.clone(),
                },
            );
        }
        let corner = one
            .finding
            .corner
            .map(|corner| self.texts.code("corner", corner.code()));
        corner.map(|text| text.into_owned()).unwrap_or_default()
    }

    /// Where a finding is: `ZAAK-002, stap 4`.
    pub(super) fn place(&self, number: &str, step: Option<usize>) -> String {
        match step {
            Some(step) => {
                let values = [("number", number.into()), ("step", step.into())];
                self.texts.with("audit-report-place", &values).into_owned()
            }
            None => number.to_owned(),
        }
    }
}
