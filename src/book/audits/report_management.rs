//! The report of a round for management: no names, no cases, small numbers held back.

use std::collections::BTreeMap;

use super::instrument::Instrument;
use super::report::Report;
use super::report_parts::{CERTAINTY, has_shortcoming, scores};
use super::results::{CaseFile, Results};
use crate::book::asking::{Audience, Rules};
use crate::book::disclosing::{Asking, Found, short};
use crate::book::error::Error;
use crate::book::opening::Book;
use crate::domain::codes::{FindingKind, Rating, StepVerdict};
use crate::practice::disclosure::{Figure, POPULATION, Part};
use crate::practice::sampling::Share;
use crate::print::{Block, Column, Table};

impl Book {
    /// Only figures that rest on enough clients, rounded, beside every answer ever given.
    pub(super) fn for_management(&self, report: &mut Report<'_>) -> Result<(), Error> {
        let results = report.results;
        let on = report.wording.on;
        let rules = self.disclosure_rules(Audience::Policy, on)?;
        let code = results.round.code();
        let asking = Asking {
            rules,
            series: short(&[
                "audit report",
                &results.round.municipality,
                code,
                &rules.norm.to_string(),
            ]),
            label: format!("audit report {code}").into(),
            may_be_earlier: false,
        };
        let told = self.disclose(&asking, &mut |_| {
            Ok(Found {
                content: (),
                figures: management_figures(results, report.instrument),
                counts: Vec::new(),
                known_at: self.now(),
                on_day: on,
            })
        })?;
        report.management(&rules, &|place| told.released.tells(place));
        Ok(())
    }
}

impl Report<'_> {
    fn management(&mut self, rules: &Rules, tells: &dyn Fn(usize) -> bool) {
        self.document.subtitle = Some(self.wording.words(&self.results.round.plan.question));
        let counted = self.results.counted_cases().len();
        let mut rows = Vec::new();
        let held = self.get("held-back");
        let mut row = |name: String, share: Option<Share>, may: bool| {
            let enough = |share: &Share| share.of >= rules.share_from;
            let share = share.filter(enough).filter(|_| may);
            let text = share.map_or_else(|| held.clone(), |share| self.wording.share(&share));
            rows.push(vec![name, text]);
        };
        row(
            self.get("right-steps"),
            self.results.right_steps(),
            tells(2),
        );
        row(
            self.get("shortcoming"),
            self.results.with_shortcoming(),
            tells(3),
        );
        row(self.get("strength"), self.results.with_strength(), tells(4));
        let criteria = self
            .instrument
            .map(|one| one.criteria.as_slice())
            .unwrap_or_default();
        for (criterion, at) in criteria.iter().zip(0..) {
            let name = self.with(
                "met",
                &[("criterion", self.wording.criterion(criterion).into())],
            );
            // The figure of those who met it and of those who did not must both be large enough.
            row(
                name,
                self.results.met(&criterion.key),
                tells(OF_CRITERIA + 2 * at) && tells(OF_CRITERIA + 2 * at + 1),
            );
        }
        let number = match tells(0) {
            true => self.with(
                "management-cases",
                &[("count", rounded(counted, rules).into())],
            ),
            false => self.get("management-few"),
        };
        self.document.paragraph(number);
        let norm = [("norm", rules.norm.into())];
        let mut notes = vec![self.with(
            "interval-note",
            &[("percent", self.wording.percent(CERTAINTY).into())],
        )];
        if !rules.open() {
            notes.push(self.with("management-norm", &norm));
        }
        self.document.push(Block::Table(Table {
            caption: None,
            columns: vec![
                Column::left(self.get("column-what")),
                Column::left(self.get("column-share")),
            ],
            rows,
            notes,
        }));
        self.conclusion();
    }
}

/// Where the figures of criteria begin in [`management_figures`], two for each.
const OF_CRITERIA: usize = 5;

/// What every figure for management tells of its clients: who was looked at; who had a step that
/// was not right, and how many; who had a shortcoming, who a strong point; and of every criterion
/// of whom it could be seen and who met it.
fn management_figures(results: &Results, instrument: Option<&Instrument>) -> Vec<Figure> {
    let cases = results.counted_cases();
    let client = |file: &CaseFile| i64::try_from(file.case.place.0).unwrap_or(i64::MAX);
    let thousandths = |number: usize| i64::try_from(number).unwrap_or(i64::MAX / 1_000) * 1_000;
    let once = |wanted: &dyn Fn(&CaseFile) -> bool| {
        let own = cases.iter().filter(|one| wanted(one.file));
        own.map(|one| {
            let part = Part {
                denominator: 1_000,
                ..Part::default()
            };
            (client(one.file), part)
        })
        .collect::<BTreeMap<_, _>>()
    };
    let code = results.round.code();
    let figure = |what: &str, parts, within, under| Figure {
        statistic: short(&["audit report", code, what]),
        parts,
        within,
        under,
        apart: false,
    };
    let verdicts = |file: &CaseFile| {
        let steps = file
            .counted()
            .map(|one| one.review.steps.clone())
            .unwrap_or_default();
        let right = steps
            .iter()
            .filter(|one| one.verdict == StepVerdict::Yes)
            .count();
        (right, steps.len())
    };
    let steps = cases.iter().map(|one| {
        let (right, all) = verdicts(one.file);
        let part = Part {
            denominator: thousandths(all),
            numerator: thousandths(right),
            missing: 0,
        };
        (client(one.file), part)
    });
    let steps = steps.filter(|(_, part)| part.denominator > 0).collect();
    let has = |file: &CaseFile, kind| {
        file.findings(None)
            .iter()
            .any(|one| one.finding.kind == kind)
    };
    let mut figures = vec![
        Figure {
            statistic: POPULATION,
            parts: once(&|_| true),
            ..Figure::default()
        },
        figure(
            "not right",
            once(&|file| {
                let (right, all) = verdicts(file);
                right < all
            }),
            Some(0),
            Some(0),
        ),
        figure("steps", steps, None, Some(1)),
        figure("shortcoming", once(&has_shortcoming), Some(0), Some(0)),
        figure(
            "strength",
            once(&|file| has(file, FindingKind::Strength)),
            Some(0),
            Some(0),
        ),
    ];
    for criterion in instrument
        .map(|one| one.criteria.as_slice())
        .unwrap_or_default()
    {
        let key = criterion.key.as_str();
        let seen = once(&|file| scores(file).contains_key(key));
        let met = once(&|file| matches!(scores(file).get(key), Some(Rating::Three | Rating::Four)));
        let first = figures.len();
        figures.push(figure(&format!("seen {key}"), seen, Some(0), Some(0)));
        figures.push(figure(&format!("met {key}"), met, Some(first), Some(first)));
    }
    figures
}

fn rounded(count: usize, rules: &Rules) -> usize {
    let base = usize::try_from(rules.rounding.max(1)).unwrap_or(1);
    (count + base / 2) / base * base
}
