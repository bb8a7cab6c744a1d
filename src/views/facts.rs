//! The projection of this release, as the engine sees it.

use super::fold::{Fold, Look};
use super::rows;
use super::table::{Row, Table};
use super::tables;
use crate::domain::{Catalogues, Recorded};

/// Raised whenever the same events give other rows; every view is then made anew.
const VERSION: u32 = 3;

/// The fact tables.
#[derive(Debug, Clone, Copy, Default)]
pub struct Facts;

impl Fold for Facts {
    fn version(&self) -> u32 {
        VERSION
    }

    fn tables(&self) -> &'static [&'static Table] {
        tables::ALL
    }

    fn compares(&self) -> bool {
        true
    }

    fn dossier(&self, events: Vec<Recorded>, settings: &Catalogues, look: &Look<'_>) -> Vec<Row> {
        let known = rows::Known {
            settings,
            places: &|event| look.place(event),
            persons: &|actor| look.person(actor),
        };
        rows::dossier(events, &known).rows
    }

    fn organisation(
        &self,
        events: Vec<Recorded>,
        settings: &Catalogues,
        look: &Look<'_>,
    ) -> Vec<Row> {
        let known = rows::Known {
            settings,
            places: &|event| look.place(event),
            persons: &|actor| look.person(actor),
        };
        rows::organisation(events, &known, &|case| look.dossier(case.0)).rows
    }

    fn settings(&self, events: Vec<Recorded>, _: &Look<'_>) -> Vec<Row> {
        rows::settings(&events).rows
    }
}
