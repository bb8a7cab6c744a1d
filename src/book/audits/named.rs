//! What was compared and what differs, in words.

use std::sync::Arc;

use super::agreement::{Differing, Measured, Subject};
use super::instrument::Instrument;
use super::report_parts::Wording;
use super::round::Round;
use crate::base::Day;
use crate::book::error::Error;
use crate::book::opening::Book;
use crate::domain::Catalogues;
use crate::text::Texts;

/// Names the things of one round for a reader.
pub struct Named<'t> {
    texts: &'t Texts,
    catalogues: Arc<Catalogues>,
    instrument: Option<Instrument>,
    on: Day,
}

impl Book {
    /// The names of what a round looks at, in the language of these texts.
    ///
    /// # Errors
    /// [`super::AuditError::NoInstrument`]; [`Error::Store`].
    pub fn named<'t>(&self, round: &Round, texts: &'t Texts) -> Result<Named<'t>, Error> {
        Ok(Named {
            texts,
            catalogues: self.catalogues()?,
            instrument: self.instrument_of(round)?,
            on: round.planned_on,
        })
    }
}

impl Named<'_> {
    fn wording(&self) -> Wording<'_> {
        Wording {
            texts: self.texts,
            catalogues: &self.catalogues,
            on: self.on,
        }
    }

    /// A share in whole per cents.
    #[must_use]
    pub fn percent(&self, part: f64) -> String {
        self.wording().percent(part)
    }

    /// A figure with its interval.
    #[must_use]
    pub fn measured(&self, found: &Measured) -> String {
        self.wording().measured(found)
    }

    /// What was compared.
    #[must_use]
    pub fn subject(&self, subject: &Subject) -> String {
        self.wording().subject(self.instrument.as_ref(), subject)
    }

    /// One item to talk about, in a sentence.
    #[must_use]
    pub fn differing(&self, item: &Differing) -> String {
        self.wording().differing(self.instrument.as_ref(), item)
    }
}

impl Wording<'_> {
    /// A figure with two decimals, with its interval, or why there is none.
    pub(super) fn measured(&self, found: &Measured) -> String {
        let texts = self.texts;
        let two = |number: f64| texts.decimal((number * 100.0).round() / 100.0, 2);
        match (&found.value, &found.interval) {
            (Ok(value), Some(interval)) => {
                let values = [
                    ("value", two(*value).into()),
                    ("low", two(interval.low).into()),
                    ("high", two(interval.high).into()),
                ];
                texts.with("audit-measured", &values).into_owned()
            }
            (Ok(value), None) => two(*value),
            (Err(_), _) => "–".to_owned(),
        }
    }

    /// The name of what was compared.
    pub(super) fn subject(&self, instrument: Option<&Instrument>, subject: &Subject) -> String {
        match subject {
            Subject::Case => self.texts.get("audit-subject-case").into_owned(),
            Subject::Steps => self.texts.get("audit-subject-steps").into_owned(),
            Subject::Criteria => self.texts.get("audit-subject-criteria").into_owned(),
            Subject::Criterion(key) => self.criterion_named(instrument, key),
        }
    }

    /// One item to talk about, in a sentence.
    pub(super) fn differing(&self, instrument: Option<&Instrument>, item: &Differing) -> String {
        let texts = self.texts;
        let what = match (&item.criterion, item.event) {
            (Some(key), _) => self.criterion_named(instrument, key),
            (None, Some(event)) => texts.event(event).into_owned(),
            (None, None) => texts.get("audit-subject-case").into_owned(),
        };
        let list = if item.step.is_some() {
            "step_verdict"
        } else {
            "rating"
        };
        let said: Vec<String> = item
            .said
            .iter()
            .map(|(code, reason)| {
                let code = texts.code(list, code);
                match reason {
                    Some(reason) => format!("{code} (‘{reason}’)"),
                    None => code.into_owned(),
                }
            })
            .collect();
        let values = [
            ("place", self.place(&item.number, item.step).into()),
            ("what", what.into()),
            ("said", texts.list(&said).into()),
        ];
        texts.with("audit-differing", &values).into_owned()
    }
}
