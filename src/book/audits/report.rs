//! The reports of a round: for the team on one page or in full, and for management without names.

use std::collections::BTreeMap;

use super::agreement::{Agreement, Differing, Figures, Measured};
use super::instrument::{Criterion, Instrument};
use super::report_parts::{CERTAINTY, Wording, scores};
use super::results::{ActionState, FindingFile, Results};
use super::round::Round;
use crate::base::Day;
use crate::book::error::Error;
use crate::book::opening::Book;
use crate::domain::codes::FindingKind;
use crate::print::{Align, Block, Column, Document, Table, plain, strong};
use crate::text::{Texts, Value};

/// For whom a report is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Audience {
    /// The team, on one page.
    Page,
    /// The team, everything.
    Full,
    /// Management: no names, no cases, small numbers held back.
    Management,
}

/// Items of a kind on the one page.
const ON_PAGE: usize = 4;

impl Book {
    /// The report of a round, as it stands on a day.
    ///
    /// # Errors
    /// [`super::AuditError::NoInstrument`], [`Error::Store`]; [`Error::Ask`] when the memory of
    /// given answers cannot be used.
    pub fn audit_report(
        &self,
        round: &Round,
        audience: Audience,
        texts: &Texts,
        on: Day,
    ) -> Result<Document, Error> {
        let results = self.results(round)?;
        let instrument = self.instrument_of(round)?;
        let catalogues = self.catalogues()?;
        let wording = Wording {
            texts,
            catalogues: &catalogues,
            on,
        };
        let mut report = Report {
            document: new_document(round, audience, texts, on),
            results: &results,
            instrument: instrument.as_ref(),
            wording,
            page: audience == Audience::Page,
        };
        match audience {
            Audience::Management => self.for_management(&mut report)?,
            Audience::Page | Audience::Full => {
                let agreement = results.agreement();
                report.head();
                report.strengths();
                report.figures();
                report.open_matters();
                report.actions();
                report.differences(&agreement);
                if !report.page {
                    report.agreement(&agreement);
                    report.cases();
                }
                report.conclusion();
                if !report.page {
                    report.account();
                }
            }
        }
        Ok(report.document)
    }
}

fn new_document(round: &Round, audience: Audience, texts: &Texts, on: Day) -> Document {
    let key = match audience {
        Audience::Page => "audit-report-title",
        Audience::Full => "audit-report-title-full",
        Audience::Management => "audit-report-title-management",
    };
    let title = texts.with(key, &[("round", round.code().into())]);
    let mut document = Document::new(title, texts.lang().code(), on);
    document.footer.text = texts
        .with(
            "audit-report-footer",
            &[
                ("round", round.code().into()),
                ("day", texts.day(on).into()),
            ],
        )
        .into_owned();
    document.footer.pages = texts.get("audit-report-pages").into_owned();
    document
}

/// A report under way.
pub(super) struct Report<'r> {
    pub(super) document: Document,
    pub(super) results: &'r Results,
    pub(super) instrument: Option<&'r Instrument>,
    pub(super) wording: Wording<'r>,
    page: bool,
}

impl Report<'_> {
    pub(super) fn get(&self, key: &str) -> String {
        self.wording
            .texts
            .get(&format!("audit-report-{key}"))
            .into_owned()
    }

    pub(super) fn with(&self, key: &str, values: &[(&str, Value<'_>)]) -> String {
        self.wording
            .texts
            .with(&format!("audit-report-{key}"), values)
            .into_owned()
    }

    fn heading(&mut self, key: &str) {
        let text = self.get(key);
        self.document.heading(1, text);
    }

    fn head(&mut self) {
        let plan = &self.results.round.plan;
        self.document.subtitle = Some(self.wording.words(&plan.question));
        let texts = self.wording.texts;
        let period = |from: Option<Day>, until: Option<Day>| {
            let day = |day: Option<Day>| day.map_or_else(|| "…".to_owned(), |day| texts.day(day));
            let values = [("from", day(from).into()), ("until", day(until).into())];
            (from.is_some() || until.is_some())
                .then(|| texts.with("audit-report-period", &values).into_owned())
        };
        let all = self.results.cases.len();
        let seen = self
            .results
            .cases
            .iter()
            .filter(|one| one.counted().is_some())
            .count();
        let pointed = self
            .results
            .cases
            .iter()
            .filter(|one| one.case.signal.is_some())
            .count();
        let frame: i64 = self
            .results
            .round
            .draws
            .iter()
            .map(|one| one.drawn.frame_size.0)
            .max()
            .unwrap_or(0);
        let cases = self.with(
            "cases",
            &[
                ("all", all.into()),
                ("seen", seen.into()),
                ("pointed", pointed.into()),
                ("frame", frame.into()),
            ],
        );
        let mut facts = vec![(self.get("cases-label"), cases)];
        let read = period(plan.read_from, plan.read_until);
        facts.extend(read.map(|text| (self.get("read-label"), text)));
        let judged = period(plan.judged_from, plan.judged_until);
        facts.extend(judged.map(|text| (self.get("judged-label"), text)));
        if let Some(edition) = self.instrument {
            facts.push((self.get("instrument-label"), edition.edition.clone()));
        }
        self.document.facts(facts);
    }

    fn strengths(&mut self) {
        self.heading("strengths");
        let found = self.findings_of(&[FindingKind::Strength]);
        if found.is_empty() {
            let text = self.get("strengths-none");
            self.document.paragraph(text);
        }
        self.list(found);
    }

    /// Sentences of findings of some kinds.
    fn findings_of(&self, kinds: &[FindingKind]) -> Vec<Vec<crate::print::Run>> {
        let all = self.results.all_findings().into_iter();
        let wanted = all.filter(|(_, one)| kinds.contains(&one.finding.kind));
        wanted
            .map(|(file, one)| {
                let place = self.wording.place(&file.case.number, one.about);
                let mut runs = vec![
                    strong(format!("{place}: ")),
                    plain(self.wording.words(&one.finding.text)),
                    plain(format!(" ({})", self.wording.leans_on(one))),
                ];
                if one.finding.kind != FindingKind::Strength {
                    runs.push(plain(format!(" {}", self.answer(one))));
                }
                runs
            })
            .collect()
    }

    fn answer(&self, one: &FindingFile) -> String {
        match &one.answer {
            None => self.get("unanswered"),
            Some((_, answer)) => {
                let position = self.wording.texts.code("position", answer.position.code());
                let reason = self.wording.words(&answer.reason);
                self.with(
                    "answered",
                    &[("position", position.into()), ("reason", reason.into())],
                )
            }
        }
    }

    /// A list; on the one page only the first, with how many more there are.
    fn list(&mut self, mut items: Vec<Vec<crate::print::Run>>) {
        let more = items.len().saturating_sub(ON_PAGE);
        if self.page && more > 0 {
            items.truncate(ON_PAGE);
        }
        if !items.is_empty() {
            self.document.push(Block::List {
                numbered: false,
                items,
            });
        }
        if self.page && more > 0 {
            let text = self.with("more", &[("count", more.into())]);
            self.document.remark(text);
        }
    }

    fn figures(&mut self) {
        self.heading("figures");
        let texts = self.wording.texts;
        let mut rows = Vec::new();
        let page = self.page;
        let mut row = |name: String, share: Option<crate::practice::sampling::Share>| {
            if page && share.is_none() {
                return;
            }
            let text = share
                .as_ref()
                .map_or_else(|| "–".to_owned(), |share| self.wording.share(share));
            let of = share.map_or(0, |share| share.of);
            rows.push(vec![name, text, texts.number(i64::from(of))]);
        };
        row(self.get("right-steps"), self.results.right_steps());
        row(self.get("shortcoming"), self.results.with_shortcoming());
        let criteria = self
            .instrument
            .map(|one| one.criteria.as_slice())
            .unwrap_or_default();
        for criterion in criteria {
            let values = [("criterion", self.wording.criterion(criterion).into())];
            let name = self.with("met", &values);
            row(name, self.results.met(&criterion.key));
        }
        let mut notes = vec![self.with(
            "interval-note",
            &[("percent", self.wording.percent(CERTAINTY).into())],
        )];
        notes.push(self.get(
            match (self.results.is_estimate(), self.results.is_whole()) {
                (true, true) => "whole-note",
                (true, false) => "estimate-note",
                (false, _) => "no-estimate-note",
            },
        ));
        let out = self.results.still_out();
        if out > 0 {
            notes.push(self.with("still-out", &[("count", out.into())]));
        }
        self.document.push(Block::Table(Table {
            caption: None,
            columns: vec![
                Column::left(self.get("column-what")),
                Column::left(self.get("column-share")),
                Column::right(self.get("column-of")),
            ],
            rows,
            notes,
        }));
        if !self.page {
            self.spread();
        }
        if let Some((limit, frame)) = self.results.at_most() {
            let values = [
                ("certainty", self.wording.percent(CERTAINTY).into()),
                ("limit", self.wording.percent(limit).into()),
                ("frame", frame.into()),
            ];
            let text = self.with("at-most", &values);
            self.document.paragraph(text);
        }
        if let Some(risk) = self.results.risk_of_looks() {
            let text = self.with(
                "looked-again",
                &[("risk", self.wording.percent(risk).into())],
            );
            self.document.paragraph(text);
        }
    }

    /// How often each score was given.
    fn spread(&mut self) {
        let criteria = self.instrument.map(|one| one.criteria.as_slice());
        let Some(criteria) = criteria.filter(|all| !all.is_empty()) else {
            return;
        };
        let row = |criterion: &Criterion| {
            let counts = self
                .results
                .spread(&criterion.key)
                .map(|count| count.to_string());
            std::iter::once(self.wording.criterion(criterion))
                .chain(counts)
                .collect()
        };
        let rows = criteria.iter().map(row).collect();
        let heads = ["4", "3", "2", "1"].map(Column::right);
        let others = ["column-not-applicable", "column-not-visible"];
        let others = others.map(|key| Column::right(self.get(key)));
        let first = Column::left(self.get("column-criterion"));
        let caption = self.get("spread");
        self.document.push(Block::Table(Table {
            caption: Some(caption),
            columns: std::iter::once(first).chain(heads).chain(others).collect(),
            rows,
            notes: Vec::new(),
        }));
    }

    fn open_matters(&mut self) {
        self.heading("to-answer");
        let found = self.findings_of(&[FindingKind::Shortcoming, FindingKind::Question]);
        if found.is_empty() {
            let text = self.get("to-answer-none");
            self.document.paragraph(text);
        }
        self.list(found);
    }

    fn actions(&mut self) {
        let mut rows = Vec::new();
        let texts = self.wording.texts;
        for (file, one) in self.results.all_findings() {
            for action in &one.actions {
                let (state, due) = match action.state() {
                    ActionState::Done => ("action-done", None),
                    ActionState::NotDone => ("action-not-done", None),
                    ActionState::Open(day) if day < self.wording.on => ("action-late", Some(day)),
                    ActionState::Open(day) => ("action-open", Some(day)),
                };
                let day = due.unwrap_or(action.action.by_when);
                rows.push(vec![
                    self.wording.place(&file.case.number, Some(action.step)),
                    self.wording.words(&action.action.what),
                    action.action.owner.0.clone(),
                    texts.day(day),
                    self.get(state),
                ]);
            }
        }
        if rows.is_empty() {
            return;
        }
        self.heading("actions");
        let columns = [
            "column-where",
            "column-action",
            "column-owner",
            "column-due",
            "column-state",
        ];
        self.document.push(Block::Table(Table {
            columns: columns.map(|key| Column::left(self.get(key))).into(),
            rows,
            ..Table::default()
        }));
    }

    fn differences(&mut self, agreement: &Agreement) {
        if agreement.items.is_empty() {
            return;
        }
        self.heading("to-discuss");
        let text = self.get("to-discuss-why");
        self.document.paragraph(text);
        let items = agreement
            .items
            .iter()
            .map(|item| vec![plain(self.differing(item))]);
        let items = items.collect();
        self.list(items);
    }

    fn differing(&self, item: &Differing) -> String {
        self.wording.differing(self.instrument, item)
    }

    fn agreement(&mut self, agreement: &Agreement) {
        self.heading("agreement");
        let figures = match &agreement.figures {
            Err(_) => {
                let values = [
                    ("found", agreement.double.into()),
                    ("least", super::DOUBLE_LEAST.into()),
                ];
                let text = self.with("agreement-few", &values);
                self.document.paragraph(text);
                return;
            }
            Ok(figures) => figures,
        };
        let rows = figures.iter().map(|one| self.agreement_row(one)).collect();
        let columns = ["subject", "items", "same", "kappa", "alpha", "ac1"];
        self.document.push(Block::Table(Table {
            caption: None,
            columns: columns
                .iter()
                .zip(0..)
                .map(|(key, at)| Column {
                    title: self.get(&format!("agreement-{key}")),
                    align: if at == 0 { Align::Left } else { Align::Right },
                })
                .collect(),
            rows,
            notes: vec![self.get("agreement-note")],
        }));
    }

    fn agreement_row(&self, one: &Figures) -> Vec<String> {
        let texts = self.wording.texts;
        let two = |found: &Measured| self.wording.measured(found);
        let kappa = one.linear.as_ref().unwrap_or(&one.kappa);
        let alpha = one.ordinal.as_ref().unwrap_or(&one.nominal);
        let percent = one
            .percent
            .map_or_else(|_| "–".to_owned(), |part| self.wording.percent(part));
        vec![
            self.wording.subject(self.instrument, &one.subject),
            texts.number(i64::try_from(one.items).unwrap_or(i64::MAX)),
            percent,
            two(kappa),
            two(alpha),
            two(&one.ac1),
        ]
    }

    /// Every case on its own, without saying whose rating it is.
    fn cases(&mut self) {
        self.document.push(Block::PageBreak);
        self.heading("per-case");
        let results = self.results;
        for file in &results.cases {
            self.document.heading(2, file.case.number.clone());
            let ratings = file.ratings(None);
            if ratings.is_empty() {
                let text = self.get("not-opened");
                self.document.paragraph(text);
                continue;
            }
            let mut rows: BTreeMap<usize, Vec<String>> = BTreeMap::new();
            for rated in &ratings {
                for step in &rated.review.steps {
                    let number = file.step(step.step.0).unwrap_or_default();
                    let event = file.step_event(step.step.0).unwrap_or_default();
                    let verdict = self.wording.texts.code("step_verdict", step.verdict.code());
                    let reason = self.wording.words(&step.reason);
                    let row = rows.entry(number).or_insert_with(|| {
                        vec![
                            number.to_string(),
                            self.wording.texts.event(event).into_owned(),
                            String::new(),
                        ]
                    });
                    if let Some(cell) = row.last_mut() {
                        let gap = if cell.is_empty() { "" } else { "; " };
                        cell.push_str(&format!("{gap}{verdict}: {reason}"));
                    }
                }
            }
            self.document.push(Block::Table(Table {
                columns: ["column-step", "column-what", "column-verdict"]
                    .map(|key| Column::left(self.get(key)))
                    .into(),
                rows: rows.into_values().collect(),
                ..Table::default()
            }));
            let given = ratings
                .iter()
                .filter_map(|one| one.review.given.or(one.review.computed));
            let given: Vec<String> = given
                .map(|one| self.wording.texts.code("rating", one.code()).into_owned())
                .collect();
            if !given.is_empty() {
                let text = self.with("rated", &[("ratings", given.join(" · ").into())]);
                self.document.paragraph(text);
            }
            let mut scored: Vec<(String, String)> = Vec::new();
            for (key, score) in scores(file) {
                let name = self.wording.criterion_named(self.instrument, &key);
                scored.push((
                    name,
                    self.wording.texts.code("rating", score.code()).into_owned(),
                ));
            }
            self.document.facts(scored);
        }
    }

    pub(super) fn conclusion(&mut self) {
        let Some((_, closed)) = &self.results.round.closed else {
            return;
        };
        let texts = [
            Some(&closed.conclusion),
            closed.strengths.as_ref(),
            closed.next.as_ref(),
        ];
        let texts: Vec<String> = texts
            .into_iter()
            .flatten()
            .map(|words| self.wording.words(words))
            .collect();
        self.heading("conclusion");
        for text in texts {
            self.document.paragraph(text);
        }
    }

    /// How the cases were chosen, so that anybody can check it.
    fn account(&mut self) {
        self.heading("account");
        for (number, one) in (1..).zip(&self.results.round.draws) {
            let drawn = &one.drawn;
            let mut left_out: BTreeMap<&str, usize> = BTreeMap::new();
            for left in &drawn.excluded {
                *left_out.entry(left.reason.0.as_str()).or_default() += 1;
            }
            let mut facts: Vec<(String, String)> = vec![
                (self.get("draw-label"), format!("{number}")),
                (
                    self.get("method-label"),
                    self.wording
                        .texts
                        .code("draw_method", drawn.method.code())
                        .into_owned(),
                ),
                (self.get("seed-label"), drawn.seed.0.clone()),
                (self.get("until-label"), drawn.frame_until.0.to_string()),
                (self.get("digest-label"), drawn.frame_digest.0.clone()),
                (self.get("frame-label"), drawn.frame_size.0.to_string()),
            ];
            for stratum in &drawn.strata {
                let values = [
                    ("drawn", stratum.drawn.0.into()),
                    ("size", stratum.size.0.into()),
                ];
                facts.push((stratum.key.0.clone(), self.with("stratum", &values)));
            }
            for (reason, count) in left_out {
                let label = self
                    .wording
                    .texts
                    .get(&format!("audit-reason-{reason}"))
                    .into_owned();
                facts.push((label, count.to_string()));
            }
            self.document.facts(facts);
        }
        let text = self.with("again", &[("round", self.results.round.code().into())]);
        self.document.paragraph(text);
    }
}
