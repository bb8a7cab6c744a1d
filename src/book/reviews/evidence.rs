//! The yearly account of client participation (article 47 Participatiewet): what was asked of
//! clients and experience experts, and what came of it, as far as the book knows.

use super::indicators::Figures;
use super::report::answer_text;
use super::wording::{figure, measure, seat, title};
use crate::base::Day;
use crate::book::asking::{Asked, Audience};
use crate::book::error::Error;
use crate::book::opening::Book;
use crate::domain::codes::{RoundKind, Theme};
use crate::print::{Column, Document, Table};
use crate::text::Texts;

/// Roles whose voice article 47 is about.
const VOICES: [&str; 5] = ["CL", "ED", "EX", "VW", "CO"];

/// Questions that tell of the voice of clients beside those of the theme: what they raised, and
/// whether their goals and words stand in the work.
const BESIDE: [&str; 3] = ["is-it-allowed", "whose-goals", "a-new-problem"];

impl Book {
    /// The account of client participation over a year, up to a day.
    ///
    /// # Errors
    /// As [`Book::ask`] and [`Book::review`].
    pub fn participation(
        &self,
        municipality: Option<&str>,
        year: i16,
        texts: &Texts,
        on: Day,
    ) -> Result<Option<Document>, Error> {
        let municipality = municipality
            .unwrap_or(&self.config().municipality)
            .to_owned();
        let first = |year: i16| format!("{year:04}-01-01").parse::<Day>().ok();
        let Some((from, until)) = first(year).zip(first(year.saturating_add(1))) else {
            return Ok(None);
        };
        let get = |key: &str| texts.get(&format!("review-evidence-{key}")).into_owned();
        let values = [
            ("municipality", municipality.as_str().into()),
            ("year", year.to_string().into()),
        ];
        let name = texts.with("review-evidence-title", &values);
        let mut document = Document::new(name, texts.lang().code(), on);
        document.footer.text = get("footer");
        document.footer.pages = texts.get("audit-report-pages").into_owned();
        document.paragraph(get("what"));
        document.heading(1, get("asked"));
        let mut questions = self.indicators_of(Theme::WithClients)?;
        for name in BESIDE {
            questions.push(self.indicator_named(name)?);
        }
        let mut norm = 1;
        for question in &questions {
            let asked = Asked {
                from,
                until,
                period: year.to_string(),
                team: None,
                municipality: Some(municipality.clone()),
                kind: None,
                known_at: None,
                by: Some(Vec::new()),
                dossier: None,
                audience: Audience::Policy,
            };
            let figures = self.figured(&question.code, &asked)?;
            norm = figures.answer.rules.norm;
            document.heading(2, title(texts, question));
            document.table(table(texts, &figures));
        }
        self.in_reviews(&mut document, &municipality, (from, until), texts)?;
        self.raised(&mut document, &municipality, (from, until), texts, on)?;
        document.heading(1, get("unknown"));
        document.list([
            get("unknown-outside"),
            get("unknown-equal"),
            get("unknown-change"),
        ]);
        if norm > 1 {
            let text = texts.with("review-account-norm", &[("norm", norm.into())]);
            document.remark(text);
        }
        Ok(Some(document))
    }

    /// Which seats wrote in the reviews of the year, and what was kept of it.
    fn in_reviews(
        &self,
        document: &mut Document,
        municipality: &str,
        (from, until): (Day, Day),
        texts: &Texts,
    ) -> Result<(), Error> {
        document.heading(1, texts.get("review-evidence-reviews"));
        let rounds = self.rounds_of(Some(municipality))?.into_iter();
        let rounds = rounds.filter(|one| {
            one.plan.kind == RoundKind::ThemeReview
                && one.planned_on >= from
                && one.planned_on < until
        });
        let mut items = Vec::new();
        for round in rounds {
            let review = self.review(Some(municipality), round.code())?;
            let parts = || std::iter::once(&review.whole).chain(&review.cases);
            let wrote =
                |role: &str| parts().any(|part| part.views.iter().any(|view| view.seat == role));
            let seats: Vec<String> = VOICES
                .iter()
                .filter(|role| wrote(role))
                .map(|role| seat(texts, role))
                .collect();
            let kept = parts()
                .flat_map(|part| &part.judgements)
                .flat_map(|one| &one.differences)
                .filter(|(role, _)| VOICES.contains(&role.as_str()))
                .count();
            let values = [
                ("round", round.code().into()),
                ("seats", texts.list(&seats).into()),
                ("kept", kept.into()),
            ];
            let key = if seats.is_empty() {
                "review-evidence-no-seat"
            } else {
                "review-evidence-seat"
            };
            items.push(texts.with(key, &values).into_owned());
        }
        if items.is_empty() {
            document.paragraph(texts.get("review-evidence-no-reviews"));
        }
        document.list(items);
        Ok(())
    }

    /// What clients and experience experts raised that year, and the answers.
    fn raised(
        &self,
        document: &mut Document,
        municipality: &str,
        (from, until): (Day, Day),
        texts: &Texts,
        on: Day,
    ) -> Result<(), Error> {
        document.heading(1, texts.get("review-evidence-raised"));
        let overview = self.obstacles(Some(municipality), on)?;
        let in_year = overview
            .obstacles
            .iter()
            .filter(|one| one.on >= from && one.on < until);
        let (theirs, others): (Vec<_>, Vec<_>) = in_year.partition(|one| VOICES.contains(&one.by));
        let rules = self.disclosure_rules(Audience::Policy, on)?;
        let count = told(texts, theirs.len(), rules.norm, rules.rounding);
        document.paragraph(texts.with("review-evidence-raised-text", &[("count", count.into())]));
        // The answers are the organisation's own words. Beside which of them a client stands is
        // not told: of a few, that would tell who.
        let all = theirs.iter().chain(&others);
        let answers: Vec<String> = all
            .filter_map(|one| one.answer.as_ref())
            .map(|answer| answer_text(texts, answer))
            .collect();
        document.heading(2, texts.get("review-evidence-answers"));
        if answers.is_empty() {
            document.paragraph(texts.get("review-evidence-answers-none"));
        }
        document.list(answers);
        let bundles = overview.bundles.iter();
        let changed: Vec<String> = bundles
            .filter_map(|one| one.answer.as_ref())
            .filter(|answer| {
                answer.on >= from && answer.on < until && answer.verdict == "aangepast"
            })
            .map(|answer| answer_text(texts, answer))
            .collect();
        document.heading(2, texts.get("review-evidence-changed"));
        if changed.is_empty() {
            document.paragraph(texts.get("review-evidence-changed-none"));
        }
        document.list(changed);
        Ok(())
    }
}

/// A count of people as it may be told: few are told as few, more in round numbers.
fn told(texts: &Texts, count: usize, norm: u32, rounding: u32) -> String {
    let (norm, step) = (norm as usize, (rounding as usize).max(1));
    if count > 0 && count < norm {
        return texts
            .with("review-evidence-few", &[("norm", norm.into())])
            .into_owned();
    }
    let rounded = (count + step / 2) / step * step;
    texts.number(i64::try_from(rounded).unwrap_or(i64::MAX))
}

fn table(texts: &Texts, figures: &Figures) -> Table {
    let rows = figures.measures.iter().map(|(what, rows)| {
        let total = rows.iter().find(|row| row.total);
        let told = total.map_or_else(|| "–".to_owned(), |row| figure(texts, what.kind, row));
        vec![measure(texts, what).to_owned(), told]
    });
    Table {
        caption: None,
        columns: vec![
            Column::left(texts.get("review-column-measure")),
            Column::left(texts.get("review-column-now")),
        ],
        rows: rows.collect(),
        notes: Vec::new(),
    }
}
