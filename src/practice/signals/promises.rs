//! Promises: what was promised, and when it was kept.

use crate::base::{Day, EventId};
use crate::domain::envelope::Promise;
use crate::domain::{Dossier, Event};

/// A promise made to the client, and what became of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Promised {
    /// The event in which it was made.
    pub event: EventId,
    /// Which promise of that event, counted from 1; those that a handover lists as open count on
    /// after its own.
    pub number: i64,
    /// Day on which it was made.
    pub made_on: Day,
    /// Day before which it would be kept.
    pub due: Option<Day>,
    /// First day on which it was kept.
    pub kept_on: Option<Day>,
    /// The first handover at which it was still open.
    pub handover: Option<(EventId, Day)>,
    /// By whom, to recognise it where a handover lists it again.
    by: String,
}

/// Every promise in a dossier, in the order of recording. A promise that a handover lists is the
/// open one of the same person with the same day, when there is one; else it is of the handover.
#[must_use]
pub fn promised(dossier: &Dossier) -> Vec<Promised> {
    let mut all: Vec<Promised> = Vec::new();
    // Other names of promises: the number under which a handover lists them.
    let mut listed: Vec<(EventId, i64, usize)> = Vec::new();
    for recorded in dossier.events() {
        let on = recorded.common.occurred_on;
        for kept in &recorded.common.keeps {
            let name = (kept.event.0, kept.number.0);
            let place = all
                .iter()
                .position(|one| (one.event, one.number) == name)
                .or_else(|| {
                    let also = listed.iter().find(|one| (one.0, one.1) == name);
                    also.map(|one| one.2)
                });
            if let Some(one) = place.and_then(|place| all.get_mut(place)) {
                one.kept_on.get_or_insert(on);
            }
        }
        if let Event::CaseHandedOver(handover) = &recorded.event {
            for one in all.iter_mut().filter(|one| one.kept_on.is_none()) {
                one.handover.get_or_insert((recorded.id, on));
            }
            let first = recorded.common.promises.len() + 1;
            let commitments = handover.open_commitments.0.iter().flatten();
            for (promise, number) in commitments.zip(first..) {
                let number = i64::try_from(number).unwrap_or(i64::MAX);
                let same = all.iter().enumerate().position(|(place, one)| {
                    one.kept_on.is_none()
                        && one.by == promise.by.0
                        && one.due == promise.by_when
                        && !listed
                            .iter()
                            .any(|also| also.0 == recorded.id && also.2 == place)
                });
                match same {
                    Some(place) => listed.push((recorded.id, number, place)),
                    None => {
                        let mut one = made(recorded.id, number, on, promise);
                        one.handover = Some((recorded.id, on));
                        listed.push((recorded.id, number, all.len()));
                        all.push(one);
                    }
                }
            }
        }
        for (promise, number) in recorded.common.promises.iter().zip(1..) {
            all.push(made(recorded.id, number, on, promise));
        }
    }
    all
}

fn made(event: EventId, number: i64, made_on: Day, promise: &Promise) -> Promised {
    Promised {
        event,
        number,
        made_on,
        due: promise.by_when,
        kept_on: None,
        handover: None,
        by: promise.by.0.clone(),
    }
}
