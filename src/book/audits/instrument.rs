//! The audit instrument: criteria with their anchors in words, from the dated catalogue.

use super::error::AuditError;
use super::round::Round;
use crate::base::Day;
use crate::book::error::Error;
use crate::book::opening::Book;
use crate::domain::codes::CatalogueKind;
use crate::domain::events::settings::{CatalogueAdopted, CatalogueEntry};
use crate::domain::rating as domain;

/// One edition of the instrument.
#[derive(Debug, Clone, PartialEq)]
pub struct Instrument {
    /// Name of the edition.
    pub edition: String,
    /// From which day it holds.
    pub valid_from: Day,
    /// Where it comes from.
    pub source: Option<String>,
    /// The criteria, in their order.
    pub criteria: Vec<Criterion>,
}

/// One criterion.
#[derive(Debug, Clone, PartialEq)]
pub struct Criterion {
    /// Its key.
    pub key: String,
    /// Its entry in the catalogue.
    pub entry: CatalogueEntry,
    /// Anchors, from 4 down to 1: score and entry.
    pub anchors: Vec<(u8, CatalogueEntry)>,
}

impl Instrument {
    fn of(adopted: &CatalogueAdopted) -> Self {
        let entries = &adopted.entries;
        let anchors_of = |key: &str| {
            let anchor = |score: u8| {
                let wanted = format!("{key}.{score}");
                let found = entries.iter().find(|entry| entry.key.0 == wanted);
                found.map(|entry| (score, entry.clone()))
            };
            (1..=4).rev().filter_map(anchor).collect()
        };
        let criteria = domain::Instrument(adopted).criteria();
        Self {
            edition: adopted.edition.0.clone(),
            valid_from: adopted.valid_from,
            source: adopted.source.as_ref().map(|text| text.0.clone()),
            criteria: criteria
                .map(|entry| Criterion {
                    key: entry.key.0.clone(),
                    entry: entry.clone(),
                    anchors: anchors_of(&entry.key.0),
                })
                .collect(),
        }
    }

    /// The criterion with this key.
    #[must_use]
    pub fn criterion(&self, key: &str) -> Option<&Criterion> {
        self.criteria.iter().find(|one| one.key == key)
    }
}

impl Book {
    /// Every edition of the instrument, oldest first.
    ///
    /// # Errors
    /// [`Error::Store`].
    pub fn instruments(&self) -> Result<Vec<Instrument>, Error> {
        let catalogues = self.catalogues()?;
        let editions = catalogues.editions().map(|(_, edition)| edition);
        let mut found: Vec<Instrument> = editions
            .filter(|edition| edition.catalogue == CatalogueKind::AuditInstrument)
            .map(Instrument::of)
            .collect();
        found.sort_by_key(|one| one.valid_from);
        Ok(found)
    }

    /// The edition that holds on a day.
    ///
    /// # Errors
    /// [`Error::Store`].
    pub fn instrument_on(&self, day: Day) -> Result<Option<Instrument>, Error> {
        let catalogues = self.catalogues()?;
        Ok(catalogues
            .on(CatalogueKind::AuditInstrument, day)
            .map(Instrument::of))
    }

    /// The edition with which a round rates; `None` when it rates without criteria.
    ///
    /// # Errors
    /// [`AuditError::NoInstrument`]; [`Error::Store`].
    pub fn instrument_of(&self, round: &Round) -> Result<Option<Instrument>, Error> {
        let Some(name) = &round.plan.instrument else {
            return Ok(None);
        };
        let catalogues = self.catalogues()?;
        let found = domain::Instrument::named(&catalogues, &name.0);
        let given = name.0.clone();
        let edition = found.ok_or(AuditError::NoInstrument { given })?;
        Ok(Some(Instrument::of(edition.0)))
    }
}
