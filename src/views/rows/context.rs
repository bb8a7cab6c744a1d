//! What the fold of a dossier asks of its surroundings: places, pseudonyms, norms of a day.

use std::cell::Cell as Remembered;

use crate::base::{Day, EventId, Position, Timestamp};
use crate::domain::Catalogues;
use crate::domain::codes::CatalogueKind;
use crate::domain::values::Actor;
use crate::views::table::Cell;

/// Microseconds of an hour: summer time and winter time change on whole hours.
const HOUR: i64 = 3_600_000_000;

/// The surroundings of a fold.
pub(super) struct Context<'a> {
    pub(super) settings: &'a Catalogues,
    pub(super) places: &'a dyn Fn(EventId) -> Option<Position>,
    pub(super) persons: &'a dyn Fn(&Actor) -> i64,
    hour: Remembered<Option<(i64, Day)>>,
}

impl<'a> Context<'a> {
    pub(super) fn new(
        settings: &'a Catalogues,
        places: &'a dyn Fn(EventId) -> Option<Position>,
        persons: &'a dyn Fn(&Actor) -> i64,
    ) -> Self {
        Self {
            settings,
            places,
            persons,
            hour: Remembered::new(None),
        }
    }

    /// A person's pseudonym.
    pub(super) fn person(&self, actor: Option<&Actor>) -> Cell {
        actor.map_or(Cell::Null, |actor| Cell::Whole((self.persons)(actor)))
    }

    /// The Dutch day of a moment.
    pub(super) fn day(&self, moment: Timestamp) -> Day {
        let hour = moment.0.div_euclid(HOUR);
        match self.hour.get() {
            Some((known, day)) if known == hour => day,
            _ => {
                let day = moment.day();
                self.hour.set(Some((hour, day)));
                day
            }
        }
    }

    /// The number of a norm on a day, by the editions that were recorded up to a moment: what a
    /// later edition says of earlier days changes no row.
    pub(super) fn norm(&self, key: &str, day: Day, known_at: Timestamp) -> Option<f64> {
        let known = || {
            self.settings.editions().filter(|(recorded_at, edition)| {
                *recorded_at <= known_at && edition.catalogue == CatalogueKind::Norms
            })
        };
        let (_, edition) = known()
            .filter(|(_, edition)| edition.valid_from <= day)
            .max_by_key(|(_, edition)| edition.valid_from)
            .or_else(|| known().min_by_key(|(_, edition)| edition.valid_from))?;
        let entry = edition.entries.iter().find(|entry| entry.key.0 == key)?;
        entry.number.map(|number| number.0)
    }
}
