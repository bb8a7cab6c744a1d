//! What a municipality shares with others: the figures of a review, as they may be shown, signed.

use std::path::Path;

use serde_json::{Value, json};

use super::error::{BadContribution, ReviewError};
use super::file::ReviewFile;
use super::indicators::Figures;
use crate::book::asking::{Asked, Audience, Row};
use crate::book::error::Error;
use crate::book::opening::Book;
use crate::book::taken::Taken;
use crate::proof::Note;

/// Name of the format of a contribution, with its version; `schemas/contribution.md` describes it.
pub const FORMAT: &str = "weegboek-contribution/1";

/// What was shared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contributed {
    /// The municipality.
    pub municipality: String,
    /// Measures with a figure in it.
    pub told: usize,
    /// Measures that are held back.
    pub held_back: usize,
    /// The key with which others check it.
    pub key: String,
}

impl Book {
    /// Writes the figures of a review of this municipality to a file, signed. Nothing but totals of
    /// the municipality, as disclosure control lets them go, is in it.
    ///
    /// # Errors
    /// [`Error::Refused`] when the role may take nothing out; as [`Book::ask`] and
    /// [`Book::verifier_key`]; [`Error::OutputExists`].
    pub fn contribute(
        &self,
        review: &ReviewFile,
        out: &Path,
        purpose: &str,
        by: (String, String),
    ) -> Result<Contributed, Error> {
        if out.symlink_metadata().is_ok() {
            return Err(Error::OutputExists {
                path: out.to_owned(),
            });
        }
        let key = self.signing_key()?;
        let (value, mut contributed, norm) = self.contribution(review)?;
        let text = serde_json::to_string_pretty(&value).map_err(|_| ReviewError::Contribution {
            file: out.display().to_string(),
            why: BadContribution::Form,
        })?;
        let note = Note::sign(&text, &[&key]).map_err(|why| ReviewError::Contribution {
            file: out.display().to_string(),
            why: BadContribution::Note(why),
        })?;
        contributed.key = key.verifier().to_string();
        self.record_taken(&Taken {
            what: "contribution".to_owned(),
            format: FORMAT.to_owned(),
            purpose: purpose.to_owned(),
            by,
            rows: (contributed.told + contributed.held_back) as u64,
            norm: u64::from(norm),
            controlled: norm > 1,
            known_at: review.moment,
        })?;
        crate::book::analysis::write_whole(out, note.to_string().as_bytes())?;
        Ok(contributed)
    }

    fn contribution(&self, review: &ReviewFile) -> Result<(Value, Contributed, u32), Error> {
        let municipality = review.round.municipality.clone();
        let (from, until) = review.period;
        let last = until.plus(-1).unwrap_or(until);
        let mut contributed = Contributed {
            municipality: municipality.clone(),
            told: 0,
            held_back: 0,
            key: String::new(),
        };
        let mut indicators = Vec::new();
        let (mut norm, mut rounding, mut known_at) = (0, 0, None);
        for question in self.indicators_in(review)? {
            let asked = Asked {
                from,
                until,
                period: format!("{from}..{last}"),
                team: None,
                municipality: Some(municipality.clone()),
                kind: None,
                known_at: review.moment,
                by: Some(Vec::new()),
                dossier: None,
                audience: Audience::Policy,
            };
            let figures = self.figured(&question.code, &asked)?;
            (norm, rounding) = (figures.answer.rules.norm, figures.answer.rules.rounding);
            known_at = Some(figures.answer.known_at);
            let measures = measures(&figures, &mut contributed);
            indicators.push(json!({
                "code": question.code,
                "name": question.name,
                "own": question.own,
                "title": { "nl": question.title_nl, "en": question.title_en },
                // Two books answer the same question when its statement is the same.
                "statement": crate::base::digest::sha256(&[question.text.as_bytes()]).to_string(),
                "as_known_at": figures.answer.known_at.to_string(),
                "measures": measures,
            }));
        }
        let theme = review.round.plan.theme.map(|theme| theme.code());
        let value = json!({
            "format": FORMAT,
            "municipality": municipality,
            "theme": theme,
            "period": { "from": from.to_string(), "until": last.to_string() },
            "norm": norm,
            "rounding": rounding,
            "known_at": known_at.map(|moment| moment.to_string()),
            "indicators": indicators,
        });
        Ok((value, contributed, norm))
    }
}

fn measures(figures: &Figures, contributed: &mut Contributed) -> Vec<Value> {
    let mut measures = Vec::new();
    for (measure, rows) in &figures.measures {
        let total = rows.iter().find(|row| row.total);
        let value = total.map(told).unwrap_or_else(|| json!({}));
        match total {
            Some(row) if row.hidden.is_none() => contributed.told += 1,
            _ => contributed.held_back += 1,
        }
        measures.push(json!({
            "name": measure.name,
            "kind": measure.kind.word(),
            "title": { "nl": measure.title_nl, "en": measure.title_en },
            "value": value,
        }));
    }
    measures
}

/// What may be told of a total: what is held back is not there, and the reason is.
fn told(row: &Row) -> Value {
    let mut value = json!({});
    let numbers = [
        ("n", row.n),
        ("numerator", row.numerator),
        ("denominator", row.denominator),
        ("ratio", row.ratio),
        ("median", row.median),
        ("p90", row.p90),
        ("mean", row.mean),
        ("deviation", row.deviation),
        ("spread", row.spread),
        ("relative", row.relative),
    ];
    for (key, number) in numbers {
        if let Some(number) = number.filter(|_| row.hidden.is_none()) {
            value[key] = json!(number);
        }
    }
    if row.rate {
        value["rate"] = json!(true);
    }
    let reasons: Vec<&str> = row
        .hidden
        .iter()
        .chain(&row.partly)
        .map(|one| one.key())
        .collect();
    if !reasons.is_empty() {
        value["held_back"] = json!(reasons);
    }
    value
}
