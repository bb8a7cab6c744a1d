//! The work list: signals that ask for a look on a day, and the dates that are to be kept.
//!
//! It names dossiers and steps, never counsellors, and counts nothing per person.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::error::Error;
use super::form::dossier_name;
use super::history::AsKnown;
use super::list::Listed;
use super::masking::{masked_event, shields};
use super::opening::Book;
use super::record::organisation_name;
use crate::base::{Day, EventId, Timestamp};
use crate::domain::events::registry::StreamKind;
use crate::domain::{Catalogues, Dossier, EventType, Recorded};
use crate::practice::signals;
pub use crate::practice::signals::{
    Answered, Scope, Signal, SignalKind, State, Term, TermKind, Theme,
};
use crate::store::Opening;

/// Which part of the work list is asked for; everything left out means no limit.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// The day that is looked at; that of `known_at`, or else today.
    pub on: Option<Day>,
    /// What the book knew by then.
    pub known_at: Option<Timestamp>,
    /// One municipality.
    pub municipality: Option<String>,
    /// One team.
    pub team: Option<String>,
    /// One kind of signal.
    pub kind: Option<SignalKind>,
    /// One dossier.
    pub dossier: Option<String>,
}

/// The step that a signal or term is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct About {
    /// Its number in the story of the dossier; none for an event of the organisation.
    pub step: Option<usize>,
    /// Its type.
    pub event: EventType,
    /// Its id.
    pub id: EventId,
}

/// Where something belongs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Number of the dossier; none for what the organisation or a whole team did.
    pub dossier: Option<String>,
    /// Municipality.
    pub municipality: String,
    /// Team.
    pub team: Option<String>,
}

/// One signal on the list.
#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    /// Where it belongs.
    pub place: Place,
    /// The step it is about.
    pub about: Option<About>,
    /// The signal.
    pub signal: Signal,
    /// Where it stands on the day.
    pub state: State,
    /// The last answer by that day.
    pub answered: Option<Answered>,
}

/// The signals of a book, or of a part of it, on a day.
#[derive(Debug, Clone, PartialEq)]
pub struct WorkList {
    /// The day that is looked at.
    pub on: Day,
    /// The signals, past and coming ones too, in the order of their kinds, then of their days.
    pub items: Vec<Item>,
}

/// One term, with the dossier and step it belongs to.
#[derive(Debug, Clone, PartialEq)]
pub struct Due {
    /// Where it belongs.
    pub place: Place,
    /// The step that set it.
    pub about: About,
    /// The term.
    pub term: Term,
}

/// A dossier as it was known, with the numbers of its steps.
struct Opened {
    place: Place,
    dossier: Dossier,
    steps: HashMap<EventId, usize>,
}

impl Opened {
    fn about(&self, id: EventId) -> Option<About> {
        let entry = self.dossier.entry(id)?;
        Some(About {
            step: self.steps.get(&id).copied(),
            event: entry.recorded.event.event_type(),
            id,
        })
    }
}

/// What a signal over many dossiers needs of the dossier it is about.
struct Home {
    place: Place,
    about: About,
    answers: Vec<signals::Answer>,
}

impl Filter {
    fn wants(&self, place: &Place) -> bool {
        let same = |wanted: &Option<String>, given: Option<&String>| {
            wanted.is_none() || wanted.as_ref() == given
        };
        same(&self.dossier, place.dossier.as_ref())
            && same(&self.municipality, Some(&place.municipality))
            && same(&self.team, place.team.as_ref())
    }

    fn wants_kind(&self, kind: SignalKind) -> bool {
        self.kind.is_none_or(|wanted| wanted == kind)
    }

    /// Whether signals over many dossiers can be among what is asked for.
    fn wants_book(&self) -> bool {
        self.kind.is_none_or(|kind| kind.scope() == Scope::Book)
    }
}

impl Book {
    /// The signals as they stand on a day, by what was known at a moment.
    ///
    /// # Errors
    /// [`Error::NoSuchDossier`] when the dossier that is asked for was not there;
    /// [`Error::Store`] when the book cannot be read.
    pub fn work_list(&self, filter: &Filter) -> Result<WorkList, Error> {
        let (on, moment) = self.asked(filter);
        let catalogues = self.catalogues()?.known_at(moment);
        let listed = self.listed(filter, filter.wants_book())?;
        let mut items = Vec::new();
        let mut feed = signals::Feed::default();
        let mut homes: HashMap<EventId, Home> = HashMap::new();
        for one in &listed {
            let opened = self.opened(one, filter.known_at)?;
            if filter.wants(&opened.place) {
                add(&mut items, &opened, filter, &catalogues, on);
            }
            if filter.wants_book() {
                feed.take(&opened.dossier);
                remember(&mut homes, &opened);
            }
        }
        if filter.dossier.is_none() || filter.wants_book() {
            let places: BTreeSet<_> = listed.iter().map(|one| one.municipality.clone()).collect();
            for municipality in places {
                let opened = self.organisation_opened(municipality, filter.known_at)?;
                if filter.wants(&opened.place) {
                    add(&mut items, &opened, filter, &catalogues, on);
                }
                feed.take(&opened.dossier);
            }
        }
        if filter.wants_book() {
            let held = feed.signals(&catalogues, moment);
            let held = held.into_iter().filter(|one| one.known_at(moment));
            items.extend(held.filter_map(|one| across(one, &homes, filter, on)));
        }
        items.sort_by(|one, other| {
            let key = |item: &Item| (item.signal.kind, item.signal.since);
            let by_place = || one.place.dossier.cmp(&other.place.dossier);
            key(one).cmp(&key(other)).then_with(by_place)
        });
        Ok(WorkList { on, items })
    }

    /// Every term, settled or not, soonest first; promises without a date come last.
    ///
    /// # Errors
    /// As [`Book::work_list`].
    pub fn terms(&self, filter: &Filter) -> Result<Vec<Due>, Error> {
        let mut all = Vec::new();
        for one in self.listed(filter, false)? {
            let opened = self.opened(&one, filter.known_at)?;
            if !filter.wants(&opened.place) {
                continue;
            }
            for term in signals::terms(&opened.dossier) {
                if let Some(about) = opened.about(term.about) {
                    let place = opened.place.clone();
                    all.push(Due { place, about, term });
                }
            }
        }
        all.sort_by(|one, other| {
            let key = |due: &Due| (due.term.due.is_none(), due.term.due, due.term.kind);
            let by_place = || one.place.dossier.cmp(&other.place.dossier);
            key(one).cmp(&key(other)).then_with(by_place)
        });
        Ok(all)
    }

    /// The day that is looked at, and up to when the book knew.
    fn asked(&self, filter: &Filter) -> (Day, Timestamp) {
        let moment = filter.known_at.unwrap_or_else(|| self.now());
        (filter.on.unwrap_or_else(|| moment.day()), moment)
    }

    /// The dossiers to read: those that are asked for, or all of a municipality when they are to
    /// be compared.
    fn listed(&self, filter: &Filter, compared: bool) -> Result<Vec<Listed>, Error> {
        let known_at = filter.known_at.map(super::history::KnownAt::Time);
        let mut listed = self.dossiers(AsKnown {
            known_at,
            valid_on: None,
        })?;
        let mut municipality = filter.municipality.clone();
        if let Some(number) = &filter.dossier {
            let found = listed.iter().find(|one| one.number == *number);
            let found = found.ok_or_else(|| Error::NoSuchDossier {
                number: number.clone(),
            })?;
            municipality = Some(found.municipality.clone());
        }
        listed.retain(|one| {
            let place = Place {
                dossier: Some(one.number.clone()),
                municipality: one.municipality.clone(),
                team: one.team.clone(),
            };
            let compare = municipality
                .as_ref()
                .is_none_or(|wanted| *wanted == one.municipality);
            (compared && compare) || filter.wants(&place)
        });
        Ok(listed)
    }

    fn opened(&self, listed: &Listed, known_at: Option<Timestamp>) -> Result<Opened, Error> {
        let name = dossier_name(&listed.number);
        let id = self.store.stream(StreamKind::Case.category(), &name)?.id;
        let events = self.own_events(id, Opening::Facts, &|_| true)?;
        let mut positions = self.related_positions(id, &events)?;
        positions.extend(events.iter().map(|recorded| recorded.position));
        let numbers: BTreeMap<_, _> = positions.into_iter().zip(1..).collect();
        let steps = events.iter().filter_map(|recorded| {
            let number = numbers.get(&recorded.position)?;
            Some((recorded.id, *number))
        });
        Ok(Opened {
            place: Place {
                dossier: Some(listed.number.clone()),
                municipality: listed.municipality.clone(),
                team: listed.team.clone(),
            },
            steps: steps.collect(),
            dossier: folded(events, known_at),
        })
    }

    /// What one organisation recorded, folded like a dossier.
    fn organisation_opened(
        &self,
        municipality: String,
        known_at: Option<Timestamp>,
    ) -> Result<Opened, Error> {
        let name = organisation_name(&municipality);
        let category = StreamKind::Organisation.category();
        let stream = self.store.stream(category, &name)?;
        let events = self
            .store
            .read_stream_where(stream, Opening::Facts, &|_| true)?;
        Ok(Opened {
            place: Place {
                dossier: None,
                municipality,
                team: None,
            },
            steps: HashMap::new(),
            dossier: folded(events, known_at),
        })
    }
}

/// The dossier that was known at a moment, with its corrections among the events; shielding
/// reaches back.
fn folded(events: Vec<Recorded>, known_at: Option<Timestamp>) -> Dossier {
    let shields = shields(&events);
    let known = events
        .into_iter()
        .filter(|recorded| known_at.is_none_or(|moment| recorded.recorded_at <= moment));
    let masked = known.map(|recorded| match shields.get(&recorded.id) {
        Some(fields) => masked_event(&recorded, fields),
        None => recorded,
    });
    masked.fold(Dossier::default(), Dossier::evolve)
}

/// Adds the signals of one dossier.
fn add(items: &mut Vec<Item>, opened: &Opened, filter: &Filter, catalogues: &Catalogues, on: Day) {
    let answers = signals::answers(&opened.dossier);
    let found = match filter.kind {
        Some(kind) => signals::of_kind(kind, &opened.dossier, catalogues),
        None => signals::of(&opened.dossier, catalogues),
    };
    items.extend(found.into_iter().map(|signal| {
        let (state, answered) = signals::state(&signal, &answers, on);
        let answered = answered.cloned();
        Item {
            place: opened.place.clone(),
            about: signal.about.and_then(|id| opened.about(id)),
            signal,
            state,
            answered,
        }
    }));
}

/// Keeps what a signal over many dossiers can be about.
fn remember(homes: &mut HashMap<EventId, Home>, opened: &Opened) {
    let answers = signals::answers(&opened.dossier);
    for recorded in opened.dossier.events() {
        let compared = matches!(
            recorded.event.event_type(),
            EventType::DecisionTaken | EventType::DecisionReconsidered | EventType::ExceptionMade
        );
        if let Some(about) = opened.about(recorded.id).filter(|_| compared) {
            let home = Home {
                place: opened.place.clone(),
                about,
                answers: answers.clone(),
            };
            homes.insert(recorded.id, home);
        }
    }
}

/// A signal over many dossiers, in the dossier that it is about.
fn across(
    held: signals::Held,
    homes: &HashMap<EventId, Home>,
    filter: &Filter,
    on: Day,
) -> Option<Item> {
    let home = held.signal.about.and_then(|id| homes.get(&id));
    let place = home.map_or_else(
        || Place {
            dossier: None,
            municipality: held.municipality,
            team: held.team,
        },
        |home| home.place.clone(),
    );
    if !filter.wants(&place) || !filter.wants_kind(held.signal.kind) {
        return None;
    }
    let answers = home.map_or(&[][..], |home| home.answers.as_slice());
    let (state, answered) = signals::state(&held.signal, answers, on);
    let answered = answered.cloned();
    Some(Item {
        place,
        about: home.map(|home| home.about.clone()),
        signal: held.signal,
        state,
        answered,
    })
}
