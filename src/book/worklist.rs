//! The work list: signals that ask for a look on a day, and the dates that are to be kept.
//!
//! It names dossiers and steps, never counsellors, and counts nothing per person.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::sync_channel;

use super::error::Error;
use super::form::dossier_name;
use super::history::AsKnown;
use super::list::Listed;
use super::masking::{masked_event, shields};
use super::opening::Book;
use super::record::organisation_name;
use super::worklist_view::Home as At;
use crate::base::{Day, EventId, Timestamp};
use crate::domain::events::registry::StreamKind;
use crate::domain::field::Field as _;
use crate::domain::{Catalogues, Dossier, Event, EventType, Recorded, Withheld, withheld};
use crate::practice::signals;
pub use crate::practice::signals::{
    Answered, Scope, Signal, SignalKind, State, Term, TermKind, Theme,
};
use crate::store::Opening;

/// Dossiers that may wait to be looked at, so that memory does not grow with the book.
const WAITING: usize = 64;

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
    /// Signals that stand so on the day.
    pub states: Option<&'static [State]>,
    /// Terms with a date up to and with this day.
    pub due_by: Option<Day>,
    /// Terms that are not settled on this day.
    pub unsettled_on: Option<Day>,
    /// Opens every dossier and works everything out again: slow, and the same.
    pub from_events: bool,
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
    /// The bits that its streams share.
    id: [u8; 16],
    place: Place,
    dossier: Dossier,
    steps: HashMap<EventId, usize>,
    /// Events of which a fact is shielded: a signal about one of them would tell that fact.
    hidden: HashSet<EventId>,
}

impl Opened {
    /// A signal over many dossiers about this one.
    fn item(&self, signal: &Signal, filter: &Filter, on: Day) -> Option<Item> {
        let about = self.about(signal.about?)?;
        let answers = signals::answers(&self.dossier);
        let (state, answered) = signals::state(signal, &answers, on);
        filter.wants_state(state).then(|| Item {
            place: self.place.clone(),
            about: Some(about),
            signal: signal.clone(),
            state,
            answered: answered.cloned(),
        })
    }

    /// The step with this id; `None` when it was not known, or nothing may be told about it.
    fn about(&self, id: EventId) -> Option<About> {
        if self.hidden.contains(&id) {
            return None;
        }
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

impl Item {
    /// Its place on the list: by kind, day, dossier and step, or the group it names.
    fn rank(&self) -> impl Ord + '_ {
        let step = self.about.as_ref().map(|about| about.step);
        let place = &self.place;
        let of_place = (&place.dossier, &place.municipality, &place.team);
        let unit = self.signal.unit.as_ref().map(|unit| unit.0.as_str());
        (self.signal.kind, self.signal.since, of_place, step, unit)
    }
}

impl Due {
    /// Its place on the list: by date, kind, dossier and step.
    fn rank(&self) -> impl Ord + '_ {
        let term = &self.term;
        let date = (term.due.is_none(), term.due, term.kind);
        (date, &self.place.dossier, self.about.step, term.item)
    }
}

impl Filter {
    pub(super) fn wants(&self, place: &Place) -> bool {
        let same = |wanted: &Option<String>, given: Option<&String>| {
            wanted.is_none() || wanted.as_ref() == given
        };
        same(&self.dossier, place.dossier.as_ref())
            && same(&self.municipality, Some(&place.municipality))
            && same(&self.team, place.team.as_ref())
    }

    /// Whether signals that stand so are asked for.
    pub(super) fn wants_state(&self, state: State) -> bool {
        self.states.is_none_or(|states| states.contains(&state))
    }

    fn wants_term(&self, term: &Term) -> bool {
        let near = self
            .due_by
            .is_none_or(|last| term.due.is_some_and(|day| day <= last));
        let open = |on: Day| term.settled.is_none_or(|settled| settled > on);
        near && self.unsettled_on.is_none_or(open)
    }

    fn wants_kind(&self, kind: SignalKind) -> bool {
        self.kind.is_none_or(|wanted| wanted == kind)
    }

    /// Whether signals over many dossiers can be among what is asked for.
    fn wants_book(&self) -> bool {
        let over_many = |kind: &SignalKind| kind.scope() == Scope::Book && self.wants_kind(*kind);
        SignalKind::ALL.iter().any(over_many)
    }
}

impl Book {
    /// The signals as they stand on a day, by what was known at a moment.
    ///
    /// Read from the fact tables, brought up to date first; only where those say too little is a
    /// dossier opened.
    ///
    /// # Errors
    /// [`Error::NoSuchDossier`] when the dossier that is asked for was not there;
    /// [`Error::Store`] when the book cannot be read, [`Error::Views`] when the tables cannot.
    pub fn work_list(&self, filter: &Filter) -> Result<WorkList, Error> {
        let (on, moment) = self.asked(filter);
        let catalogues = self.catalogues()?.known_at(moment);
        let told = match filter.from_events {
            true => None,
            false => self.signals_in_tables(filter, on)?,
        };
        let mut items = match told {
            Some(told) => {
                let mut items = told.found;
                self.each(&told.rest, filter.known_at, &mut |opened| {
                    add(&mut items, opened, filter, &catalogues, on);
                    let across = told.across.get(&opened.id).into_iter().flatten();
                    items.extend(across.filter_map(|one| opened.item(one, filter, on)));
                })?;
                items
            }
            None => self.out_of_events(filter, &catalogues)?,
        };
        items.sort_by(|one, other| one.rank().cmp(&other.rank()));
        Ok(WorkList { on, items })
    }

    /// Every signal, worked out from the dossiers themselves.
    fn out_of_events(&self, filter: &Filter, catalogues: &Catalogues) -> Result<Vec<Item>, Error> {
        let (on, _) = self.asked(filter);
        let mut items = Vec::new();
        if filter.wants_book() {
            self.over_many(filter, catalogues, &mut items)?;
        }
        let listed = self.listed(filter, false)?;
        let homes = listed.iter().map(|one| self.home(one));
        let homes: Vec<_> = homes.collect::<Result<_, _>>()?;
        self.each(&homes, filter.known_at, &mut |opened| {
            add(&mut items, opened, filter, catalogues, on);
        })?;
        if filter.dossier.is_none() && filter.team.is_none() {
            let places = listed.into_iter().map(|one| one.municipality);
            for municipality in places.collect::<BTreeSet<_>>() {
                let opened = self.organisation_opened(municipality, filter.known_at)?;
                if filter.wants(&opened.place) {
                    add(&mut items, &opened, filter, catalogues, on);
                }
            }
        }
        Ok(items)
    }

    /// Adds the signals over many dossiers, worked out from all dossiers of the municipality.
    fn over_many(
        &self,
        filter: &Filter,
        catalogues: &Catalogues,
        items: &mut Vec<Item>,
    ) -> Result<(), Error> {
        let (on, moment) = self.asked(filter);
        let mut feed = signals::Feed::default();
        let mut homes: HashMap<EventId, Home> = HashMap::new();
        let listed = self.listed(filter, true)?;
        let dossiers = listed.iter().map(|one| self.home(one));
        let dossiers: Vec<_> = dossiers.collect::<Result<_, _>>()?;
        self.each(&dossiers, filter.known_at, &mut |opened| {
            feed.take(&opened.dossier, &|id| opened.hidden.contains(&id));
            remember(&mut homes, opened);
        })?;
        let places = dossiers.iter().map(|one| one.place.municipality.clone());
        let places: BTreeSet<_> = places.collect();
        let mut of_organisation = HashMap::new();
        for municipality in places {
            let opened = self.organisation_opened(municipality.clone(), filter.known_at)?;
            feed.take(&opened.dossier, &|id| opened.hidden.contains(&id));
            of_organisation.insert(municipality, signals::answers(&opened.dossier));
        }
        let held = feed.signals(catalogues, moment);
        let held = held.into_iter().filter(|one| one.known_at(moment));
        let found = held.filter_map(|one| across(one, &homes, &of_organisation, filter, on));
        items.extend(found);
        Ok(())
    }

    /// The terms that are asked for, soonest first; promises without a date come last.
    ///
    /// # Errors
    /// As [`Book::work_list`].
    pub fn terms(&self, filter: &Filter) -> Result<Vec<Due>, Error> {
        let told = match filter.from_events {
            true => None,
            false => self.terms_in_tables(filter)?,
        };
        let (mut all, rest) = match told {
            Some(part) => (part.found, part.rest),
            None => {
                let listed = self.listed(filter, false)?;
                let homes = listed.iter().map(|one| self.home(one));
                (Vec::new(), homes.collect::<Result<_, _>>()?)
            }
        };
        self.each(&rest, filter.known_at, &mut |opened| {
            let terms = signals::terms(&opened.dossier).into_iter();
            for term in terms.filter(|term| filter.wants_term(term)) {
                if let Some(about) = opened.about(term.about) {
                    let place = opened.place.clone();
                    all.push(Due { place, about, term });
                }
            }
        })?;
        all.sort_by(|one, other| one.rank().cmp(&other.rank()));
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

    /// Where a dossier in the list stands.
    fn home(&self, listed: &Listed) -> Result<At, Error> {
        let name = dossier_name(&listed.number);
        Ok(At {
            place: Place {
                dossier: Some(listed.number.clone()),
                municipality: listed.municipality.clone(),
                team: listed.team.clone(),
            },
            id: self.store.stream(StreamKind::Case.category(), &name)?.id,
        })
    }

    /// Opens dossier after dossier, the reading done by as many threads as there are cores; each
    /// is let go of when it was looked at.
    fn each(
        &self,
        dossiers: &[At],
        known_at: Option<Timestamp>,
        look: &mut dyn FnMut(&Opened),
    ) -> Result<(), Error> {
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        let threads = cores.min(dossiers.len()).max(1);
        let next = AtomicUsize::new(0);
        std::thread::scope(|scope| {
            let (give, given) = sync_channel(WAITING);
            for _ in 0..threads {
                let (give, next) = (give.clone(), &next);
                scope.spawn(move || {
                    while let Some(one) = dossiers.get(next.fetch_add(1, Ordering::Relaxed)) {
                        // Nobody takes it any more after a failure.
                        if give.send(self.opened(one, known_at)).is_err() {
                            return;
                        }
                    }
                });
            }
            drop(give);
            given.iter().try_for_each(|opened| {
                look(&opened?);
                Ok(())
            })
        })
    }

    fn opened(&self, at: &At, known_at: Option<Timestamp>) -> Result<Opened, Error> {
        let id = at.id;
        let events = self.own_events(id, Opening::Facts, &|_| true)?;
        let withheld = Withheld::of(&events);
        let related = self.related_positions(id, &events)?.into_iter();
        let mut places: BTreeSet<_> = related.map(|place| (place, true, place)).collect();
        let told = events.iter().filter(|one| {
            let answer = matches!(one.event, Event::LearningAnswerLocked(_));
            !answer && !withheld.is_hidden(one.id)
        });
        places.extend(told.map(|one| withheld.place(one)));
        let numbers: BTreeMap<_, _> = places.into_iter().zip(1..).collect();
        let steps = events.iter().filter_map(|recorded| {
            let number = numbers.get(&withheld.place(recorded))?;
            Some((recorded.id, *number))
        });
        let steps = steps.collect();
        let (dossier, hidden) = folded(events, known_at);
        Ok(Opened {
            id,
            place: at.place.clone(),
            steps,
            dossier,
            hidden,
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
        let (dossier, hidden) = folded(events, known_at);
        Ok(Opened {
            id: stream.id,
            place: Place {
                dossier: None,
                municipality,
                team: None,
            },
            steps: HashMap::new(),
            dossier,
            hidden,
        })
    }
}

/// The dossier that was known at a moment, with its corrections among the events, and the events
/// of which a fact is shielded; shielding reaches back.
fn folded(events: Vec<Recorded>, known_at: Option<Timestamp>) -> (Dossier, HashSet<EventId>) {
    let shields = shields(&events);
    let known = events
        .into_iter()
        .filter(|recorded| known_at.is_none_or(|moment| recorded.recorded_at <= moment));
    let known = withheld::shown(known.collect());
    let mut hidden = HashSet::new();
    let mut dossier = Dossier::default();
    for recorded in known {
        dossier = dossier.evolve(match shields.get(&recorded.id) {
            Some(fields) => {
                if fields.iter().any(|field| is_fact(&recorded, field)) {
                    hidden.insert(recorded.id);
                }
                masked_event(&recorded, fields)
            }
            None => recorded,
        });
    }
    (dossier, hidden)
}

/// Whether a shielded field holds a fact; among facts alone every word is closed.
fn is_fact(recorded: &Recorded, field: &str) -> bool {
    let pointer = format!("/{}", field.replace('.', "/"));
    let forms = [recorded.event.write(), recorded.common.write()];
    let found = forms.iter().find_map(|form| form.pointer(&pointer));
    found.is_some_and(|value| value.get("closed").is_none())
}

/// Adds the signals of one dossier.
fn add(items: &mut Vec<Item>, opened: &Opened, filter: &Filter, catalogues: &Catalogues, on: Day) {
    let answers = signals::answers(&opened.dossier);
    let found = match filter.kind {
        Some(kind) => signals::of_kind(kind, &opened.dossier, catalogues),
        None => signals::of(&opened.dossier, catalogues),
    };
    items.extend(found.into_iter().filter_map(|signal| {
        let about = match signal.about {
            Some(id) => Some(opened.about(id)?),
            None => None,
        };
        let (state, answered) = signals::state(&signal, &answers, on);
        if !filter.wants_state(state) {
            return None;
        }
        let answered = answered.cloned();
        Some(Item {
            place: opened.place.clone(),
            about,
            signal,
            state,
            answered,
        })
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
    of_organisation: &HashMap<String, Vec<signals::Answer>>,
    filter: &Filter,
    on: Day,
) -> Option<Item> {
    let home = match held.signal.about {
        Some(id) => Some(homes.get(&id)?),
        None => None,
    };
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
    let answers = match home {
        Some(home) => home.answers.clone(),
        // What concerns a team or municipality is answered there.
        None => {
            let own = of_organisation
                .get(&place.municipality)
                .into_iter()
                .flatten();
            let own = own.filter(|answer| answer.is_for(place.team.as_ref()));
            own.cloned().collect()
        }
    };
    let (state, answered) = signals::state(&held.signal, &answers, on);
    if !filter.wants_state(state) {
        return None;
    }
    let answered = answered.cloned();
    Some(Item {
        place,
        about: home.map(|home| home.about.clone()),
        signal: held.signal,
        state,
        answered,
    })
}
