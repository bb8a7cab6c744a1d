//! The projection of the settings: which catalogue entry and which norm holds on which days.

use super::Projection;
use super::case::position;
use super::ledger::{Head, Ledger, Sheet};
use super::seen::{code_cell, day_cell, key_cell, real_cell};
use crate::base::Day;
use crate::domain::Recorded;
use crate::domain::codes::{CatalogueKind, Lever};
use crate::domain::events::Event;
use crate::domain::events::settings::CatalogueAdopted;
use crate::views::table::Cell;
use crate::views::tables::settings::{CatalogueEntries, Norms, OPEN_END};

/// Every version of every row of the settings stream; `events` in the order of their positions.
///
/// An edition holds from its first day until that of the next one; on one first day the edition
/// recorded last. The first edition of the norms holds for earlier days too, as it does when a
/// rule or a signal asks for a norm.
#[must_use]
pub fn settings(events: &[Recorded]) -> Projection {
    let mut ledger = Ledger::default();
    let mut known: Vec<(usize, &CatalogueAdopted)> = Vec::new();
    let mut at = 0;
    while let Some(first) = events.get(at) {
        let moment = first.recorded_at;
        while let Some(next) = events.get(at).filter(|next| next.recorded_at <= moment) {
            if let Event::CatalogueAdopted(edition) = &next.event {
                known.push((at, edition));
            }
            at += 1;
        }
        for (at, edition) in &known {
            let recorded = &events[*at];
            let common = &recorded.common;
            let mut sheet = Sheet::new(
                Head {
                    position: position(recorded),
                    dossier: None,
                    municipality: key_cell(Some(&common.municipality.0)),
                    team: key_cell(common.team.as_ref().map(|team| team.0.as_str())),
                    occurred_day: day_cell(Some(common.occurred_on)),
                },
                moment.0,
            );
            if let Some(span) = Span::of(&known, *at, edition) {
                rows(edition, span, &mut sheet);
            }
            ledger.put(*at, sheet);
        }
    }
    Projection {
        rows: ledger.into_rows(),
    }
}

/// The days on which an edition holds.
#[derive(Debug, Clone, Copy)]
struct Span {
    first: bool,
    until: Option<Day>,
}

impl Span {
    /// `None` when another edition with the same first day came after it.
    fn of(
        known: &[(usize, &CatalogueAdopted)],
        at: usize,
        edition: &CatalogueAdopted,
    ) -> Option<Self> {
        let others = || {
            known
                .iter()
                .filter(|(other, one)| *other != at && one.catalogue == edition.catalogue)
        };
        let from = edition.valid_from;
        if others().any(|(other, one)| *other > at && one.valid_from == from) {
            return None;
        }
        let later = others().map(|(_, one)| one.valid_from);
        Some(Self {
            first: others().all(|(_, one)| one.valid_from >= from),
            until: later.filter(|day| *day > from).min(),
        })
    }
}

fn rows(edition: &CatalogueAdopted, span: Span, sheet: &mut Sheet) {
    let until = match span.until {
        Some(day) => day_cell(Some(day)),
        None => Cell::Whole(OPEN_END),
    };
    for (item, entry) in edition.entries.iter().enumerate() {
        let number = entry.number.map(|number| number.0);
        sheet.add(
            item,
            CatalogueEntries {
                catalogue: code_cell(Some(edition.catalogue.code())),
                edition: key_cell(Some(&edition.edition.0)),
                key: key_cell(Some(&entry.key.0)),
                number: real_cell(number),
                unit: key_cell(entry.unit.as_ref().map(|unit| unit.0.as_str())),
                lever: code_cell(entry.lever.map(Lever::code)),
                valid_from_day: day_cell(Some(edition.valid_from)),
                valid_until_day: until.clone(),
            },
        );
        if edition.catalogue != CatalogueKind::Norms {
            continue;
        }
        if let Some(number) = number {
            sheet.add(
                item,
                Norms {
                    key: key_cell(Some(&entry.key.0)),
                    number: Cell::Real(number),
                    valid_from_day: if span.first {
                        Cell::Whole(-OPEN_END)
                    } else {
                        day_cell(Some(edition.valid_from))
                    },
                    valid_until_day: until.clone(),
                },
            );
        }
    }
}
