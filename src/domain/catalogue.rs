//! The dated catalogues: what held on which day.
//!
//! A decision is judged by the edition of its own day, so that a replay uses the principles, the
//! law and the norms of that day.

use super::codes::CatalogueKind;
use super::events::Event;
use super::events::settings::{CatalogueAdopted, CatalogueEntry};
use super::recorded::Recorded;
use crate::base::{Day, Timestamp};

/// Every edition that was adopted, in the order of recording.
#[derive(Debug, Clone, Default)]
pub struct Catalogues {
    editions: Vec<(Timestamp, CatalogueAdopted)>,
}

impl Catalogues {
    /// Adds an edition; other events change nothing.
    #[must_use]
    pub fn evolve(mut self, recorded: &Recorded) -> Self {
        if let Event::CatalogueAdopted(edition) = &recorded.event {
            self.editions.push((recorded.recorded_at, edition.clone()));
        }
        self
    }

    /// The editions that were known at a moment.
    #[must_use]
    pub fn known_at(&self, moment: Timestamp) -> Self {
        let known = self.editions.iter().filter(|(at, _)| *at <= moment);
        Self {
            editions: known.cloned().collect(),
        }
    }

    /// Every edition with the moment at which it was recorded.
    pub fn editions(&self) -> impl Iterator<Item = &(Timestamp, CatalogueAdopted)> {
        self.editions.iter()
    }

    /// Every edition of one catalogue, in the order of recording.
    pub fn editions_of(&self, kind: CatalogueKind) -> impl Iterator<Item = &CatalogueAdopted> {
        let editions = self.editions.iter().map(|(_, edition)| edition);
        editions.filter(move |edition| edition.catalogue == kind)
    }

    /// The edition of a catalogue that holds on a day: the one with the latest first day up to
    /// then, and of those the one recorded last; before the first edition, the first one.
    #[must_use]
    pub fn on(&self, kind: CatalogueKind, day: Day) -> Option<&CatalogueAdopted> {
        let of_kind = || self.editions_of(kind);
        of_kind()
            .filter(|edition| edition.valid_from <= day)
            .max_by_key(|edition| edition.valid_from)
            .or_else(|| of_kind().min_by_key(|edition| edition.valid_from))
    }

    /// One entry of the edition that holds on a day.
    #[must_use]
    pub fn entry(&self, kind: CatalogueKind, key: &str, day: Day) -> Option<&CatalogueEntry> {
        self.on(kind, day)?
            .entries
            .iter()
            .find(|entry| entry.key.0 == key)
    }
}
