//! The report of a review: its question, what goes well, its indicators in figures and words, what
//! was judged together, the differences that remain, and what was asked of the organisation.

use super::bundles::{Answered, Bundle, Obstacle, Overview};
use super::file::{Part, ReviewFile};
use super::indicators::{Figures, Indicator, total};
use super::wording::{about, figure, held_back, measure, seat, title, words};
use crate::base::Day;
use crate::book::error::Error;
use crate::book::opening::Book;
use crate::print::{Column, Document, Table, plain, strong};
use crate::text::{Texts, Value};
use crate::views::question::Question;

/// A document under way.
struct Report<'r> {
    document: Document,
    review: &'r ReviewFile,
    texts: &'r Texts,
    questions: Vec<Question>,
}

impl Book {
    /// The report of a review, as it stands on a day.
    ///
    /// # Errors
    /// As [`Book::indicators`] and [`Book::obstacles`].
    pub fn review_report(
        &self,
        review: &ReviewFile,
        texts: &Texts,
        on: Day,
    ) -> Result<Document, Error> {
        let indicators = self.indicators(review)?;
        let overview = self.obstacles(Some(&review.round.municipality), on)?;
        let mut report = Report::new(review, texts, on, "report");
        report.questions = indicators.iter().map(|one| one.question.clone()).collect();
        report.head();
        report.strengths();
        report.indicators(&indicators);
        report.judged();
        report.bundles(&overview);
        report.obstacles(&overview);
        report.conclusion();
        report.account(&indicators);
        Ok(report.document)
    }

    /// The indicators of a review alone, for the group to read before it writes.
    ///
    /// # Errors
    /// As [`Book::indicators`].
    pub fn indicator_report(
        &self,
        review: &ReviewFile,
        texts: &Texts,
        on: Day,
    ) -> Result<Document, Error> {
        let indicators = self.indicators(review)?;
        let mut report = Report::new(review, texts, on, "indicators");
        report.head();
        report.indicators(&indicators);
        report.account(&indicators);
        Ok(report.document)
    }

    /// Obstacles and bundles of a municipality with their answers, as they stand on a day.
    ///
    /// # Errors
    /// As [`Book::obstacles`].
    pub fn obstacle_report(
        &self,
        overview: &Overview,
        municipality: &str,
        texts: &Texts,
    ) -> Document {
        let on = overview.on;
        let name = texts.with(
            "review-obstacles-title",
            &[("municipality", municipality.into())],
        );
        let mut document = Document::new(name, texts.lang().code(), on);
        document.footer.text = texts
            .with(
                "review-footer",
                &[
                    ("round", municipality.into()),
                    ("day", texts.day(on).into()),
                ],
            )
            .into_owned();
        document.footer.pages = texts.get("audit-report-pages").into_owned();
        obstacles(
            &mut document,
            texts,
            &overview.obstacles.iter().collect::<Vec<_>>(),
        );
        bundles(&mut document, texts, on, &overview.bundles);
        if !overview.unbundled.is_empty() {
            document.heading(1, texts.get("review-unbundled"));
            let items = overview.unbundled.iter().map(|one| {
                let values = [
                    ("norm", one.norm.as_str().into()),
                    ("count", one.exceptions.len().into()),
                ];
                texts.with("review-unbundled-item", &values).into_owned()
            });
            document.list(items.collect::<Vec<_>>());
        }
        document
    }
}

impl<'r> Report<'r> {
    fn new(review: &'r ReviewFile, texts: &'r Texts, on: Day, kind: &str) -> Self {
        let name = texts.with(
            &format!("review-{kind}-title"),
            &[("round", review.round.code().into())],
        );
        let mut document = Document::new(name, texts.lang().code(), on);
        let values = [
            ("round", review.round.code().into()),
            ("day", texts.day(on).into()),
        ];
        document.footer.text = texts.with("review-footer", &values).into_owned();
        document.footer.pages = texts.get("audit-report-pages").into_owned();
        Self {
            document,
            review,
            texts,
            questions: Vec::new(),
        }
    }

    fn get(&self, key: &str) -> String {
        self.texts.get(&format!("review-{key}")).into_owned()
    }

    fn with(&self, key: &str, values: &[(&str, Value<'_>)]) -> String {
        self.texts
            .with(&format!("review-{key}"), values)
            .into_owned()
    }

    fn heading(&mut self, key: &str) {
        let text = self.get(key);
        self.document.heading(1, text);
    }

    fn head(&mut self) {
        let plan = &self.review.round.plan;
        self.document.subtitle = Some(words(self.texts, plan.question.open()));
        let (from, until) = self.review.period;
        let last = until.plus(-1).unwrap_or(until);
        let values = [
            ("from", self.texts.day(from).into()),
            ("until", self.texts.day(last).into()),
        ];
        let mut facts = vec![(self.get("period"), self.with("period-text", &values))];
        if let Some(theme) = plan.theme {
            let theme = self.texts.code("theme", theme.code()).into_owned();
            facts.insert(0, (self.get("theme"), theme));
        }
        let known = match self.review.moment {
            Some(moment) => self.texts.moment(moment),
            None => self.get("known-now"),
        };
        facts.push((self.get("known"), known));
        let cases = self.review.cases.len();
        facts.push((
            self.get("cases"),
            self.with("cases-text", &[("count", cases.into())]),
        ));
        self.document.facts(facts);
    }

    /// What goes well, first: the words of the closing, and views that agree.
    fn strengths(&mut self) {
        self.heading("strengths");
        let closed = self.review.round.closed.as_ref();
        let strengths = closed.and_then(|(_, closed)| closed.strengths.as_ref());
        if let Some(text) = strengths {
            let text = words(self.texts, text.open());
            self.document.paragraph(text);
        }
        let good: Vec<String> = self
            .parts()
            .iter()
            .flat_map(|part| part.views.iter().map(move |view| (part, view)))
            .filter(|(_, view)| view.position == Some("eens"))
            .map(|(part, view)| {
                let what = self.what(part, view.about.as_deref());
                let text = words(self.texts, view.text.as_deref());
                let values = [("what", what.into()), ("text", text.into())];
                self.with("strength", &values)
            })
            .collect();
        if good.is_empty() && strengths.is_none() {
            let text = self.get("strengths-none");
            self.document.paragraph(text);
        }
        self.document.list(good);
    }

    fn parts(&self) -> Vec<&'r Part> {
        let review = self.review;
        std::iter::once(&review.whole)
            .chain(&review.cases)
            .collect()
    }

    /// What something is about: the case, the indicator, or all of it.
    fn what(&self, part: &Part, code: Option<&str>) -> String {
        match (&part.case, code) {
            (Some(case), None) => self.with("about-case", &[("case", case.as_str().into())]),
            (Some(case), code) => {
                let what = about(self.texts, &self.questions, code);
                let values = [("case", case.as_str().into()), ("what", what.into())];
                self.with("about-in-case", &values)
            }
            (None, code) => about(self.texts, &self.questions, code),
        }
    }

    fn indicators(&mut self, indicators: &[Indicator]) {
        self.heading("indicators");
        let text = self.get("indicators-text");
        self.document.paragraph(text);
        for one in indicators {
            let name = title(self.texts, &one.question).to_owned();
            self.document.heading(2, name);
            self.indicator(one);
        }
    }

    fn indicator(&mut self, one: &Indicator) {
        let texts = self.texts;
        let mut rows = Vec::new();
        let last = |figures: &Figures| figures.until.plus(-1).unwrap_or(figures.until);
        for (what, _) in &one.now.measures {
            let told = |figures: &Figures| {
                total(figures, &what.name)
                    .map_or_else(|| "–".to_owned(), |row| figure(texts, what.kind, row))
            };
            let mut row = vec![measure(texts, what).to_owned(), told(&one.now)];
            row.extend(one.earlier.iter().map(told));
            rows.push(row);
        }
        let mut columns = vec![
            Column::left(self.get("column-measure")),
            Column::left(self.get("column-now")),
        ];
        for earlier in &one.earlier {
            let values = [
                ("from", texts.day(earlier.from).into()),
                ("until", texts.day(last(earlier)).into()),
            ];
            columns.push(Column::left(self.with("column-earlier", &values)));
        }
        self.document.table(Table {
            caption: None,
            columns,
            rows,
            notes: Vec::new(),
        });
        let beside = [
            ("parts", one.parts.as_ref()),
            ("teams", one.teams.as_ref()),
            ("municipalities", one.municipalities.as_ref()),
        ];
        for (key, figures) in beside {
            if let Some(figures) = figures {
                self.beside(key, figures);
            }
        }
    }

    /// Groups beside each other, in the order of their names and never by their figures.
    fn beside(&mut self, key: &str, figures: &Figures) {
        let texts = self.texts;
        let mut notes = Vec::new();
        let mut names: Vec<String> = Vec::new();
        let by = &figures.answer.by;
        let group = |row: &crate::practice::disclosure::Row| group(texts, by, row);
        for (_, rows) in &figures.measures {
            for row in rows.iter().filter(|row| !row.total) {
                if !names.contains(&group(row)) {
                    names.push(group(row));
                }
            }
        }
        names.sort();
        if names.len() < 2 {
            return;
        }
        let mut table = Vec::new();
        for name in names {
            let mut line = vec![name.clone()];
            for (what, rows) in &figures.measures {
                let row = rows.iter().find(|row| !row.total && group(row) == name);
                line.push(row.map_or_else(|| "–".to_owned(), |row| figure(texts, what.kind, row)));
                if let Some(reason) = row.and_then(|row| row.hidden.as_ref()) {
                    let note = held_back(texts, reason);
                    if !notes.contains(&note) {
                        notes.push(note);
                    }
                }
            }
            table.push(line);
        }
        let mut columns = vec![Column::left(self.get(&format!("column-{key}")))];
        let measures = figures.measures.iter();
        columns.extend(measures.map(|(what, _)| Column::left(measure(texts, what))));
        self.document.table(Table {
            caption: Some(self.get(key)),
            columns,
            rows: table,
            notes,
        });
    }

    fn judged(&mut self) {
        self.heading("judged");
        let mut any = false;
        for part in self.parts() {
            for judged in &part.judgements {
                any = true;
                let what = self.what(part, judged.about.as_deref());
                let text = words(self.texts, judged.text.as_deref());
                self.document
                    .runs(vec![strong(format!("{what}: ")), plain(text)]);
                let differences: Vec<String> = judged
                    .differences
                    .iter()
                    .map(|(role, text)| {
                        let text = words(self.texts, text.as_deref());
                        let values = [
                            ("seat", seat(self.texts, role).into()),
                            ("text", text.into()),
                        ];
                        self.with("difference", &values)
                    })
                    .collect();
                self.document.list(differences);
            }
        }
        if !any {
            let text = self.get("judged-none");
            self.document.paragraph(text);
        }
        let closed = self.parts().iter().filter(|part| !part.opened).count();
        if closed > 0 {
            let text = self.with("still-closed", &[("count", closed.into())]);
            self.document.remark(text);
        }
    }

    fn bundles(&mut self, overview: &Overview) {
        let texts = self.texts;
        bundles(&mut self.document, texts, overview.on, &overview.bundles);
    }

    fn obstacles(&mut self, overview: &Overview) {
        let (texts, (from, until)) = (self.texts, self.review.period);
        let within: Vec<&Obstacle> = overview
            .obstacles
            .iter()
            .filter(|one| one.answer.is_none() || (one.on >= from && one.on < until))
            .collect();
        obstacles(&mut self.document, texts, &within);
    }

    fn conclusion(&mut self) {
        let Some((_, closed)) = &self.review.round.closed else {
            return;
        };
        self.heading("conclusion");
        let text = words(self.texts, closed.conclusion.open());
        self.document.paragraph(text);
        if let Some(next) = &closed.next {
            let next = words(self.texts, next.open());
            let text = self.with("next", &[("text", next.into())]);
            self.document.paragraph(text);
        }
    }

    fn account(&mut self, indicators: &[Indicator]) {
        let rules = indicators.first().map(|one| one.now.answer.rules);
        if let Some(rules) = rules {
            let text = if rules.open() {
                self.texts.get("ask-note-no-control").into_owned()
            } else {
                self.with("account-norm", &[("norm", rules.norm.into())])
            };
            self.document.remark(text);
        }
        let text = self.get("account");
        self.document.remark(text);
    }
}

/// The groups of a row in words.
fn group(texts: &Texts, by: &[String], row: &crate::practice::disclosure::Row) -> String {
    let named = by.iter().zip(&row.groups).map(|(list, value)| match value {
        Some(value) => {
            let label = texts.find(&format!("code-{list}-{value}"), &[]);
            label.map_or_else(|| value.to_string(), std::borrow::Cow::into_owned)
        }
        None => texts.get("ask-unknown").into_owned(),
    });
    named.collect::<Vec<_>>().join(" · ")
}

/// What the organisation said, or that it has not.
pub(super) fn answer_text(texts: &Texts, answer: &Answered) -> String {
    let source = answer.source.clone();
    let source = source.unwrap_or_else(|| texts.get("review-no-source").into_owned());
    let values = [
        (
            "verdict",
            texts.code("organisation_verdict", answer.verdict).into(),
        ),
        ("day", texts.day(answer.on).into()),
        ("source", source.into()),
        ("owner", answer.owner.as_str().into()),
    ];
    let mut text = texts.with("review-answered", &values).into_owned();
    if let Some(said) = &answer.answer {
        text.push_str(&format!(" ‘{said}’"));
    }
    text
}

fn bundles(document: &mut Document, texts: &Texts, on: Day, all: &[Bundle]) {
    document.heading(1, texts.get("review-bundles"));
    if all.is_empty() {
        document.paragraph(texts.get("review-bundles-none"));
    }
    for one in all {
        let values = [
            ("count", one.exceptions.into()),
            ("nature", texts.code("nature", one.nature).into()),
            ("addressee", one.addressee.as_str().into()),
            ("day", texts.day(one.on).into()),
        ];
        document.runs(vec![
            strong(words(texts, one.pattern.as_deref())),
            plain(format!(" {}", texts.with("review-bundle", &values))),
        ]);
        let state = match &one.answer {
            Some(answer) => answer_text(texts, answer),
            None => {
                let key = if one.is_late(on) {
                    "review-bundle-late"
                } else {
                    "review-bundle-open"
                };
                texts
                    .with(key, &[("day", texts.day(one.due).into())])
                    .into_owned()
            }
        };
        let proposal = words(texts, one.proposal.as_deref());
        let proposal = texts.with("review-proposal", &[("text", proposal.into())]);
        document.list([proposal.into_owned(), state]);
    }
}

fn obstacles(document: &mut Document, texts: &Texts, all: &[&Obstacle]) {
    document.heading(1, texts.get("review-obstacles"));
    if all.is_empty() {
        document.paragraph(texts.get("review-obstacles-none"));
        return;
    }
    for one in all {
        let claimed = one.claimed.clone();
        let claimed = claimed.unwrap_or_else(|| texts.get("review-no-source").into_owned());
        let values = [
            ("kind", texts.code("obstacle_kind", one.kind).into()),
            ("seat", seat(texts, one.by).into()),
            ("day", texts.day(one.on).into()),
            ("claimed", claimed.into()),
        ];
        document.runs(vec![
            strong(words(texts, one.what.as_deref())),
            plain(format!(" {}", texts.with("review-obstacle", &values))),
        ]);
        let days = [("days", one.days.into())];
        let state = match &one.answer {
            Some(answer) => {
                let after = texts.with("review-obstacle-after", &days);
                format!("{} {after}", answer_text(texts, answer))
            }
            None => texts.with("review-obstacle-open", &days).into_owned(),
        };
        document.list([state]);
    }
}
