//! The projection: rows of the fact tables out of events, with the time in which each held.
//!
//! Pure: the same events give the same rows, whether folded once or again later. Each kind of
//! stream is folded as a whole, so that what is rebuilt and what is brought up to date are the
//! same. A row has a new version from the moment at which something was recorded that changes it;
//! shielding reaches back over every version.

mod audit;
mod case;
mod context;
mod decision;
mod fold;
mod instrument;
mod ledger;
mod measured;
mod options;
mod organisation;
mod picture;
mod practice;
mod promises;
mod seen;
mod settings;
mod touch;
mod trajectory;
mod voice;

pub use settings::settings;

use super::table::Row;
use crate::base::{EventId, Position};
use crate::domain::values::{Actor, CaseRef};
use crate::domain::{Catalogues, Recorded, withheld};
use context::Context;

/// What a stream, or the streams of a dossier, come down to.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Projection {
    /// Every version of every row.
    pub rows: Vec<Row>,
}

/// Every version of every row of one dossier.
///
/// `events` are those of its case, audit and learning streams, in the order of their positions,
/// facts only; an event that does not open is left out. `places` gives the position of any event
/// of the book, `persons` the pseudonym of a person as a positive number.
#[must_use]
pub fn dossier(
    events: Vec<Recorded>,
    settings: &Catalogues,
    places: &dyn Fn(EventId) -> Option<Position>,
    persons: &dyn Fn(&Actor) -> i64,
) -> Projection {
    let context = Context::new(settings, places, persons);
    let events = withheld::shown(events);
    Projection {
        rows: fold::fold(&context, events, false),
    }
}

/// As [`dossier`], working out every row again after every event: slow, and the same.
///
/// What the fold leaves alone after an event is left alone because nothing in it changed; this
/// holds it to that.
#[must_use]
pub fn dossier_thoroughly(
    events: Vec<Recorded>,
    settings: &Catalogues,
    places: &dyn Fn(EventId) -> Option<Position>,
    persons: &dyn Fn(&Actor) -> i64,
) -> Projection {
    let context = Context::new(settings, places, persons);
    let events = withheld::shown(events);
    Projection {
        rows: fold::fold(&context, events, true),
    }
}

/// Every version of every row of the stream of one organisation.
///
/// As [`dossier`]; `dossiers` gives the dossier with these 128 bits, by the position of its first
/// event.
#[must_use]
pub fn organisation(
    events: Vec<Recorded>,
    settings: &Catalogues,
    places: &dyn Fn(EventId) -> Option<Position>,
    persons: &dyn Fn(&Actor) -> i64,
    dossiers: &dyn Fn(CaseRef) -> Option<Position>,
) -> Projection {
    let context = Context::new(settings, places, persons).with_dossiers(dossiers);
    let events = withheld::shown(events);
    Projection {
        rows: fold::fold(&context, events, false),
    }
}
