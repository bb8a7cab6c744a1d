//! How figures and seats are worded in the documents of a review.

use crate::practice::answer::{Kind, Measure};
use crate::practice::disclosure::{Reason, Row};
use crate::text::{Lang, Texts};
use crate::views::question::Question;

/// The title of a question.
pub(super) fn title<'q>(texts: &Texts, question: &'q Question) -> &'q str {
    match texts.lang() {
        Lang::Dutch => &question.title_nl,
        Lang::English => &question.title_en,
    }
}

/// The name of a measure.
pub(super) fn measure<'m>(texts: &Texts, measure: &'m Measure) -> &'m str {
    match texts.lang() {
        Lang::Dutch => &measure.title_nl,
        Lang::English => &measure.title_en,
    }
}

/// What a code of a review is about: the title of a question, else the code itself.
pub(super) fn about(texts: &Texts, questions: &[Question], code: Option<&str>) -> String {
    let Some(code) = code else {
        return texts.get("review-about-all").into_owned();
    };
    let found = questions
        .iter()
        .find(|one| one.name == code || one.code == code);
    found.map_or_else(|| code.to_owned(), |one| title(texts, one).to_owned())
}

/// Words, or that they are closed.
pub(super) fn words(texts: &Texts, text: Option<&str>) -> String {
    text.map_or_else(
        || texts.get("audit-report-closed-words").into_owned(),
        str::to_owned,
    )
}

/// A row in words: what may be told of it, or why nothing is.
pub(super) fn figure(texts: &Texts, kind: Kind, row: &Row) -> String {
    let number = |value: f64| texts.decimal((value * 10.0).round() / 10.0, 0);
    let short = |value: f64| texts.decimal((value * 100.0).round() / 100.0, 1);
    let percent = |value: f64| format!("{} %", texts.decimal((value * 100.0).round(), 0));
    let amount = |cents: f64| texts.amount(format!("{cents:.0}").parse().unwrap_or(0));
    let of = |part: String, n: Option<f64>| match n {
        Some(n) => {
            let values = [("part", part.into()), ("n", number(n).into())];
            texts.with("review-figure-of", &values).into_owned()
        }
        None => part,
    };
    let told = match kind {
        Kind::Ratio => match (row.ratio, row.numerator) {
            (Some(rate), _) if row.rate => Some(short(rate)),
            (Some(share), _) => Some(of(percent(share), row.n)),
            // Few units: the counts are told without a share.
            (None, Some(part)) => Some(of(number(part), row.n)),
            (None, None) => None,
        },
        Kind::Count => row.n.map(number),
        Kind::Median => row.median.map(|value| {
            let values = [("value", short(value).into())];
            of(
                texts.with("review-figure-median", &values).into_owned(),
                row.n,
            )
        }),
        Kind::Mean => row.mean.map(|value| {
            let values = [("value", short(value).into())];
            of(
                texts.with("review-figure-mean", &values).into_owned(),
                row.n,
            )
        }),
        Kind::Sums => row.numerator.zip(row.denominator).map(|(one, other)| {
            let values = [("one", amount(one).into()), ("other", amount(other).into())];
            texts.with("review-figure-sums", &values).into_owned()
        }),
        Kind::Spread => row.spread.map(|share| of(percent(share), row.n)),
        Kind::Relative => row.relative.map(short),
    };
    told.unwrap_or_else(|| {
        let reason = row.hidden.as_ref().or_else(|| row.partly.first());
        match (reason, row.n) {
            (Some(reason), _) => held_back(texts, reason),
            (None, _) => texts.get("review-figure-none").into_owned(),
        }
    })
}

/// That something is held back, and why in a few words.
pub(super) fn held_back(texts: &Texts, reason: &Reason) -> String {
    let why = texts.get(&format!("ask-short-{}", reason.key()));
    let values = [("why", why.into())];
    texts.with("review-figure-held", &values).into_owned()
}

/// The name of a seat.
pub(super) fn seat(texts: &Texts, role: &str) -> String {
    texts.code("role", role).into_owned()
}
