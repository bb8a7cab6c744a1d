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
mod kept;
mod ledger;
mod measured;
mod options;
mod organisation;
mod picture;
mod practice;
mod promises;
mod rounds;
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

/// What a fold must know beside the events themselves.
#[derive(Clone, Copy)]
pub struct Known<'k> {
    /// The catalogues, as recorded.
    pub settings: &'k Catalogues,
    /// The position of any event of the book.
    pub places: &'k dyn Fn(EventId) -> Option<Position>,
    /// The pseudonym of a person, as a positive number.
    pub persons: &'k dyn Fn(&Actor) -> i64,
}

impl<'k> Known<'k> {
    fn context(&self) -> Context<'k> {
        Context::new(self.settings, self.places, self.persons)
    }
}

/// Every version of every row of one dossier.
///
/// `events` are those of its case, audit and learning streams, in the order of their positions,
/// facts only; an event that does not open is left out.
#[must_use]
pub fn dossier(events: Vec<Recorded>, known: &Known<'_>) -> Projection {
    let events = withheld::shown(events);
    Projection {
        rows: fold::fold(&known.context(), events, false),
    }
}

/// As [`dossier`], working out every row again after every event: slow, and the same.
///
/// What the fold leaves alone after an event is left alone because nothing in it changed; this
/// holds it to that.
#[must_use]
pub fn dossier_thoroughly(events: Vec<Recorded>, known: &Known<'_>) -> Projection {
    let events = withheld::shown(events);
    Projection {
        rows: fold::fold(&known.context(), events, true),
    }
}

/// Every version of every row of the stream of one organisation.
///
/// As [`dossier`]; `dossiers` gives the dossier with these 128 bits, by the position of its first
/// event.
#[must_use]
pub fn organisation(
    events: Vec<Recorded>,
    known: &Known<'_>,
    dossiers: &dyn Fn(CaseRef) -> Option<Position>,
) -> Projection {
    let context = known.context().with_dossiers(dossiers);
    let events = withheld::shown(events);
    Projection {
        rows: fold::fold(&context, events, false),
    }
}
