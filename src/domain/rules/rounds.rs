//! Rounds: planning, drawing, rating without seeing each other, opening, closing (R20, R27).

use std::collections::HashSet;

use crate::base::EventId;
use crate::domain::codes::{Rating, Role, RoundKind};
use crate::domain::decide::{Command, Situation};
use crate::domain::dossier::Dossier;
use crate::domain::events::audit::{FindingRecorded, ReviewHeld};
use crate::domain::events::rounds::{
    CasesDrawn, JudgementRecorded, RoundOpened, RoundPlanned, ViewWritten,
};
use crate::domain::events::{Event, EventType};
use crate::domain::rating::{Instrument, computed_rating};
use crate::domain::refusal::{Fault, Refusal, Rule};
use crate::domain::rounds::{Round, RoundCase};
use crate::domain::values::{Actor, Code, Decimal};

/// The first event of a dossier, by which rounds know it.
fn first(dossier: &Dossier) -> Option<EventId> {
    dossier.entries().first().map(|entry| entry.recorded.id)
}

fn case_of<'a>(situation: &Situation<'a>, round: &'a Round) -> Option<RoundCase<'a>> {
    round.case(first(situation.dossier)?)
}

fn is_opened(dossier: &Dossier, round: &Code) -> bool {
    dossier
        .events()
        .any(|one| matches!(&one.event, Event::RoundOpened(opened) if opened.round == *round))
}

/// Fills in what the book works out itself: the rating that follows from the criteria, and whether
/// somebody else rates the case too and may not see it yet.
pub(crate) fn settled(situation: &Situation<'_>, event: Event) -> Event {
    let blind = |round: &Option<Code>| {
        let name = round.as_ref()?;
        let round = situation.rounds.get(name)?;
        let double = case_of(situation, round).is_some_and(|case| case.is_double());
        (double && !is_opened(situation.dossier, name)).then_some(true)
    };
    match event {
        Event::ReviewHeld(mut held) => {
            held.blind = blind(&held.round);
            if held.computed.is_none() {
                held.computed = computed(situation, &held);
            }
            Event::ReviewHeld(held)
        }
        Event::FindingRecorded(mut finding) => {
            finding.blind = blind(&finding.round);
            Event::FindingRecorded(finding)
        }
        other => other,
    }
}

fn computed(situation: &Situation<'_>, held: &ReviewHeld) -> Option<Rating> {
    let round = situation.rounds.get(held.round.as_ref()?)?;
    let edition = round.planned.instrument.as_ref()?;
    let instrument = Instrument::named(situation.catalogues, &edition.0)?;
    computed_rating(&held.criteria, instrument)
}

/// A round that was planned; `open` when it may not be closed yet.
pub(crate) fn named<'a>(
    situation: &Situation<'a>,
    name: &Code,
    open: bool,
    refusals: &mut Vec<Refusal>,
) -> Option<&'a Round> {
    let Some(round) = situation.rounds.get(name) else {
        refusals.push(Refusal::because(Rule::Form, "round", "round-unknown"));
        return None;
    };
    if open && round.closed.is_some() {
        refusals.push(Refusal::because(Rule::Form, "round", "round-closed"));
    }
    Some(round)
}

pub(crate) fn planned(situation: &Situation<'_>, plan: &RoundPlanned, refusals: &mut Vec<Refusal>) {
    let mut refuse = |field: &str, key| refusals.push(Refusal::because(Rule::Form, field, key));
    if situation.rounds.get(&plan.round).is_some() {
        refuse("round", "round-already-planned");
    }
    if (plan.kind == RoundKind::ThemeReview) != plan.theme.is_some() {
        refuse("theme", "theme-of-theme-review");
    }
    let periods = [
        ("read_until", plan.read_from, plan.read_until),
        ("judged_until", plan.judged_from, plan.judged_until),
    ];
    for (field, from, until) in periods {
        if from.zip(until).is_some_and(|(from, until)| until < from) {
            refuse(field, "end-before-start");
        }
    }
    let raters: HashSet<&Actor> = plan.raters.iter().collect();
    if raters.len() < plan.raters.len() {
        refuse("raters", "rater-twice");
    }
    let double = plan.double_percent.is_some_and(|percent| percent.0 > 0);
    if double && raters.len() < 2 {
        refuse("raters", "double-needs-two-raters");
    }
    if let Some(edition) = &plan.instrument
        && Instrument::named(situation.catalogues, &edition.0).is_none()
    {
        refuse("instrument", "instrument-unknown");
    }
    if let Some(earlier) = &plan.repeats
        && situation.rounds.get(earlier).is_none()
    {
        refuse("repeats", "round-unknown");
    }
}

pub(crate) fn drawn(situation: &Situation<'_>, draw: &CasesDrawn, refusals: &mut Vec<Refusal>) {
    let round = named(situation, &draw.round, true, refusals);
    for (field, percent) in [
        ("certainty", draw.certainty),
        ("tolerable", draw.tolerable),
        ("expected", draw.expected),
    ] {
        percent_of(field, percent, refusals);
    }
    let mut seen = HashSet::new();
    let cases = draw.cases.iter().enumerate().map(|(at, one)| {
        let raters = [one.rater.as_ref(), one.second.as_ref()];
        (format!("cases.{at}"), one.case.0, raters)
    });
    let targeted = draw.targeted.iter().enumerate().map(|(at, one)| {
        let raters = [one.rater.as_ref(), None];
        (format!("targeted.{at}"), one.case.0, raters)
    });
    for (place, case, raters) in cases.chain(targeted) {
        let mut refuse = |rule, field: &str, key| {
            refusals.push(Refusal::because(rule, &format!("{place}.{field}"), key));
        };
        let before = round.is_some_and(|round| round.case(case).is_some());
        if before || !seen.insert(case) {
            refuse(Rule::Form, "case", "case-drawn-before");
        }
        if raters[0].is_some() && raters[0] == raters[1] {
            refuse(Rule::R20, "second", "second-is-rater");
        }
        let fits = |actor: &&Actor| round.is_none_or(|round| round.is_rater(actor));
        for (field, rater) in ["rater", "second"].into_iter().zip(raters) {
            if !rater.as_ref().is_none_or(fits) {
                refuse(Rule::R20, field, "rater-not-of-round");
            }
        }
        match (situation.known)(case) {
            Some(EventType::TrajectoryOpened | EventType::TrajectoryImported) => {}
            Some(_) => refuse(Rule::Form, "case", "not-a-case"),
            None => refusals.push(super::no_such_event(Rule::Form, &format!("{place}.case"))),
        }
    }
    for (place, stratum) in draw.strata.iter().enumerate() {
        let of_it = draw.cases.iter().filter(|one| one.stratum == stratum.key);
        if i64::try_from(of_it.count()).ok() != Some(stratum.drawn.0) {
            let field = format!("strata.{place}.drawn");
            refusals.push(Refusal::because(Rule::Form, &field, "draw-does-not-add-up"));
        }
    }
}

fn percent_of(field: &str, percent: Option<Decimal>, refusals: &mut Vec<Refusal>) {
    if percent.is_some_and(|percent| !(0.0..=100.0).contains(&percent.0)) {
        refusals.push(Refusal {
            rule: Rule::Form,
            field: field.to_owned(),
            fault: Fault::OutOfRange { min: 0, max: 100 },
        });
    }
}

/// Ratings are opened by the moderator, and those of a case when all of them are there.
pub(crate) fn opened(
    situation: &Situation<'_>,
    command: &Command,
    opening: &RoundOpened,
    refusals: &mut Vec<Refusal>,
) {
    // What was rated in a round that is closed can still be opened: nothing stays hidden for good.
    let of_organisation = situation.of_organisation;
    let Some(round) = named(situation, &opening.round, of_organisation, refusals) else {
        return;
    };
    let actor = &command.common.actor;
    if round.opener() != actor {
        let key = "opening-not-moderator";
        refusals.push(Refusal::because_of(Rule::R27, "actor", key, &actor.0));
    }
    if is_opened(situation.dossier, &opening.round) {
        refusals.push(Refusal::because(Rule::Form, "round", "round-opened-before"));
    }
    if of_organisation {
        return;
    }
    let Some(case) = case_of(situation, round) else {
        refusals.push(Refusal::because(Rule::Form, "round", "case-not-in-round"));
        return;
    };
    let rated = |rater: Option<&Actor>| {
        rater.is_none_or(|rater| has_rated(situation.dossier, &opening.round, rater))
    };
    let complete = rated(case.rater) && rated(case.second);
    let audit = round.planned.kind == RoundKind::Audit;
    if audit && round.closed.is_none() && !complete {
        refusals.push(Refusal::because(Rule::Form, "round", "not-everybody-rated"));
    }
}

fn has_rated(dossier: &Dossier, round: &Code, rater: &Actor) -> bool {
    dossier.events().any(|one| {
        let of_round = matches!(&one.event, Event::ReviewHeld(held)
            if held.round.as_ref() == Some(round));
        of_round && one.common.actor == *rater
    })
}

/// R20: whoever rates in a round was asked to, and took no decision in the case.
fn rater(
    situation: &Situation<'_>,
    command: &Command,
    name: &Code,
    refusals: &mut Vec<Refusal>,
) -> bool {
    let Some(round) = named(situation, name, true, refusals) else {
        return false;
    };
    let Some(case) = case_of(situation, round) else {
        refusals.push(Refusal::because(Rule::Form, "round", "case-not-in-round"));
        return false;
    };
    let actor = &command.common.actor;
    let mut refuse = |key| refusals.push(Refusal::because_of(Rule::R20, "actor", key, &actor.0));
    if !round.rates(&case, actor) {
        refuse("not-asked-to-rate");
    }
    let decides = |event: &Event| {
        matches!(
            event,
            Event::DecisionTaken(_) | Event::DecisionReconsidered(_)
        )
    };
    let decisions = situation.dossier.events().filter(|one| decides(&one.event));
    let mut takers = decisions.flat_map(|one| situation.dossier.takers(one.id));
    if takers.any(|taker| taker == actor) {
        refuse("rating-by-taker");
    }
    true
}

pub(crate) fn rated(
    situation: &Situation<'_>,
    command: &Command,
    held: &ReviewHeld,
    refusals: &mut Vec<Refusal>,
) {
    let Some(name) = &held.round else {
        let given = [
            ("criteria", held.criteria.is_empty()),
            ("computed", held.computed.is_none()),
            ("given", held.given.is_none()),
            ("override_reason", held.override_reason.is_none()),
        ];
        for (field, _) in given.into_iter().filter(|(_, absent)| !absent) {
            refusals.push(Refusal::because(Rule::Form, field, "criteria-of-a-round"));
        }
        return;
    };
    if !rater(situation, command, name, refusals) {
        return;
    }
    if has_rated(situation.dossier, name, &command.common.actor) {
        refusals.push(Refusal::because(Rule::R20, "round", "rated-before"));
    }
    let edition = situation
        .rounds
        .get(name)
        .and_then(|round| round.planned.instrument.as_ref());
    let instrument = edition.and_then(|name| Instrument::named(situation.catalogues, &name.0));
    let mut seen = HashSet::new();
    for (place, one) in held.criteria.iter().enumerate() {
        let field = format!("criteria.{place}.criterion");
        let key = one.criterion.0.as_str();
        if instrument.is_none_or(|instrument| instrument.criterion(key).is_none()) {
            let because = "criterion-not-in-instrument";
            refusals.push(Refusal::because_of(Rule::Form, &field, because, key));
        }
        if !seen.insert(key) {
            refusals.push(Refusal::because_of(
                Rule::Form,
                &field,
                "criterion-twice",
                key,
            ));
        }
        if let Some(evidence) = one.evidence {
            let field = format!("criteria.{place}.evidence");
            super::in_dossier(situation.dossier, &field, evidence.0, refusals);
        }
    }
    if held.computed != computed(situation, held) {
        refusals.push(Refusal::because(
            Rule::Form,
            "computed",
            "computed-otherwise",
        ));
    }
    let unrated = held.given.is_some_and(|given| given.number().is_none());
    if unrated && held.computed.is_some() {
        refusals.push(Refusal::because(
            Rule::Form,
            "given",
            "given-without-number",
        ));
    }
    let departs = held.given.is_some() && held.given != held.computed;
    if departs && held.override_reason.is_none() {
        refusals.push(Refusal::because(
            Rule::Form,
            "override_reason",
            "override-without-reason",
        ));
    }
}

/// R20 for a finding within a round.
pub(crate) fn found(
    situation: &Situation<'_>,
    command: &Command,
    finding: &FindingRecorded,
    refusals: &mut Vec<Refusal>,
) {
    if let Some(name) = &finding.round {
        rater(situation, command, name, refusals);
    }
}

/// A view is written once, and before anybody speaks.
pub(crate) fn view(
    situation: &Situation<'_>,
    command: &Command,
    view: &ViewWritten,
    refusals: &mut Vec<Refusal>,
) {
    named(situation, &view.round, true, refusals);
    if is_opened(situation.dossier, &view.round) {
        refusals.push(Refusal::because(Rule::Form, "round", "view-after-opening"));
    }
    let before = situation.dossier.events().any(|one| {
        let same = matches!(&one.event, Event::ViewWritten(other)
            if other.round == view.round && other.about == view.about);
        same && one.common.actor == command.common.actor
    });
    if before {
        refusals.push(Refusal::because(Rule::Form, "about", "view-written-before"));
    }
}

/// The seats of experience: whoever knows the matter from the inside.
const EXPERIENCE: [Role; 2] = [Role::ExperienceExpert, Role::ExperienceHolder];

/// A joint judgement follows on what everybody wrote alone, and says what the seat of experience
/// says of it when that seat wrote: it is never counted away.
pub(crate) fn judged(
    situation: &Situation<'_>,
    judgement: &JudgementRecorded,
    refusals: &mut Vec<Refusal>,
) {
    let name = &judgement.round;
    named(situation, name, true, refusals);
    if !is_opened(situation.dossier, name) {
        refusals.push(Refusal::because(
            Rule::Form,
            "round",
            "judgement-before-opening",
        ));
    }
    let same = |view: &ViewWritten| {
        view.round == *name && (judgement.about.is_none() || view.about == judgement.about)
    };
    for seat in EXPERIENCE {
        let wrote = situation.dossier.events().any(|one| {
            one.common.role == seat && matches!(&one.event, Event::ViewWritten(view) if same(view))
        });
        if wrote && !judgement.differences.iter().any(|one| one.seat == seat) {
            refusals.push(Refusal::because_of(
                Rule::Form,
                "differences",
                "experience-seat-left-out",
                seat.code(),
            ));
        }
    }
}

/// Refuses what names an entry that is kept from everybody, as if it were not there. The writer
/// may repair it, and a learner names the own answer.
pub(crate) fn names_nothing_hidden(
    situation: &Situation<'_>,
    command: &Command,
    refusals: &mut Vec<Refusal>,
) {
    let events = situation.dossier.entries().iter();
    let mut private = events.clone().map(|entry| &entry.recorded);
    if !private.any(|one| one.event.is_private()) {
        return;
    }
    let withheld = crate::domain::Withheld::of(events.map(|entry| &entry.recorded));
    let own = |id: EventId| {
        let entry = situation.dossier.entry(id);
        entry.is_some_and(|entry| entry.recorded.common.actor == command.common.actor)
    };
    let repairs = matches!(
        command.event,
        Event::EntryCorrected(_) | Event::EntryShielded(_) | Event::ReplayCompleted(_)
    );
    let mut visit = |field: &str, id: EventId| {
        if withheld.is_hidden(id) && !(repairs && own(id)) {
            refusals.push(super::no_such_event(Rule::Form, field));
        }
    };
    references(&command.event.write(), "", &mut visit);
    references(
        &crate::domain::field::Field::write(&command.common),
        "",
        &mut visit,
    );
}

/// Every text in a form that is the id of an event, with its place.
fn references(value: &serde_json::Value, path: &str, visit: &mut dyn FnMut(&str, EventId)) {
    use serde_json::Value;
    let at = |step: &str| {
        if path.is_empty() {
            step.to_owned()
        } else {
            format!("{path}.{step}")
        }
    };
    match value {
        Value::String(text) => {
            if let Ok(id) = text.parse() {
                visit(path, id);
            }
        }
        Value::Array(items) => {
            for (place, item) in items.iter().enumerate() {
                references(item, &at(&place.to_string()), visit);
            }
        }
        Value::Object(members) => {
            for (name, member) in members {
                references(member, &at(name), visit);
            }
        }
        _ => {}
    }
}
