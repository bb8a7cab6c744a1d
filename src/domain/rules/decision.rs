//! The weighing: why, principles, triangle, law, alternatives, the client's view
//! (R01–R07, R24).

use crate::base::{Day, EventId};
use crate::domain::codes::{
    CatalogueKind, ClientPosition, Corner, DecisionKind, Reconsidered, Stance, Verdict,
};
use crate::domain::decide::{Command, Situation};
use crate::domain::dossier::Dossier;
use crate::domain::events::Event;
use crate::domain::events::decision::{
    ClientView, DecisionContested, DecisionReconsidered, DecisionTaken, LegalBasis, OptionsUsed,
    Override, PrincipleStance, Triangle,
};
use crate::domain::refusal::{Fault, Refusal, Rule};
use crate::domain::values::Actor;
use crate::domain::words::Words;

/// Characters a justification needs to explain anything (domain.md §3.2).
pub(crate) const WHY_CHARS_MIN: usize = 40;

pub(crate) fn taken(
    situation: &Situation<'_>,
    command: &Command,
    taken: &DecisionTaken,
    refusals: &mut Vec<Refusal>,
) {
    let takers = [&command.common.actor, &taken.led_by.actor];
    why(&taken.why, refusals);
    stances(situation, taken.taken_on, &taken.principles, refusals);
    overrides(&taken.triangle, &taken.overrides, &takers, refusals);
    legal(taken.kind, &taken.legal, refusals);
    client_view(&taken.client_view, refusals);
    options(situation.dossier, &taken.options, refusals);
    if let Some(perspective) = taken
        .experience
        .as_ref()
        .and_then(|used| used.perspective.0)
    {
        super::in_book(situation, "experience.perspective", perspective.0, refusals);
    }
    if taken.until.is_some_and(|until| until < taken.in_force_from) {
        refusals.push(Refusal::because(Rule::Form, "until", "end-before-start"));
    }
}

pub(crate) fn contested(
    dossier: &Dossier,
    contested: &DecisionContested,
    refusals: &mut Vec<Refusal>,
) {
    super::points_at_decision(dossier, contested.decision.0, refusals);
}

pub(crate) fn reconsidered(
    situation: &Situation<'_>,
    command: &Command,
    answer: &DecisionReconsidered,
    refusals: &mut Vec<Refusal>,
) {
    let dossier = situation.dossier;
    match dossier.contested(answer.contest.0) {
        None => refusals.push(Refusal::because(Rule::Form, "contest", "not-a-contest")),
        Some(_) if dossier.is_answered(answer.contest.0) => {
            refusals.push(Refusal::because(Rule::Form, "contest", "contest-not-open"));
        }
        Some(decision) => by_another(dossier, &command.common.actor, decision, refusals),
    }
    why(&answer.why, refusals);
    stances(
        situation,
        command.common.occurred_on,
        &answer.principles,
        refusals,
    );
    overrides(
        &answer.triangle,
        &answer.overrides,
        &[&command.common.actor],
        refusals,
    );
    if let (Reconsidered::Changed, Some(kind)) = (answer.outcome, answer.kind) {
        legal(kind, &answer.legal, refusals);
    }
    if let Some(view) = &answer.client_view {
        client_view(view, refusals);
    }
    if let Some(used) = &answer.options {
        options(dossier, used, refusals);
    }
}

/// R24: the answer comes from somebody who did not take the decision; when an answer is contested
/// in turn, from somebody who took neither.
fn by_another(dossier: &Dossier, actor: &Actor, decision: EventId, refusals: &mut Vec<Refusal>) {
    let mut taken = Some(decision);
    // No chain is longer than the dossier; a correction could make one that has no end.
    for _ in dossier.entries() {
        let Some(id) = taken else { return };
        if dossier.takers(id).contains(&actor) {
            refusals.push(Refusal::because_of(
                Rule::R24,
                "actor",
                "reconsideration-by-taker",
                &actor.0,
            ));
            return;
        }
        taken = match dossier.entry(id).map(|entry| &entry.now().event) {
            Some(Event::DecisionReconsidered(answer)) => dossier.contested(answer.contest.0),
            _ => None,
        };
    }
}

/// R01, first half.
fn why(why: &Words, refusals: &mut Vec<Refusal>) {
    let too_short = why
        .open()
        .is_some_and(|text| text.chars().count() < WHY_CHARS_MIN);
    if too_short {
        refusals.push(Refusal {
            rule: Rule::R01,
            field: "why".to_owned(),
            fault: Fault::TooShort { min: WHY_CHARS_MIN },
        });
    }
}

/// The stances must name principles of the catalogue of the day, each once, and say what weighed
/// more where one is set aside (V15).
fn stances(
    situation: &Situation<'_>,
    day: Day,
    stances: &[PrincipleStance],
    refusals: &mut Vec<Refusal>,
) {
    for (place, stance) in stances.iter().enumerate() {
        let at = |field: &str| format!("principles.{place}.{field}");
        let key = stance.principle.0.as_str();
        let edition = situation.catalogues.on(CatalogueKind::Principles, day);
        if edition.is_some_and(|edition| edition.entries.iter().all(|entry| entry.key.0 != key)) {
            let refusal = "principle-not-in-catalogue";
            refusals.push(Refusal::because_of(
                Rule::Form,
                &at("principle"),
                refusal,
                key,
            ));
        }
        if stances[..place]
            .iter()
            .any(|earlier| earlier.principle == stance.principle)
        {
            refusals.push(Refusal::because_of(
                Rule::Form,
                &at("principle"),
                "principle-twice",
                key,
            ));
        }
        match (stance.stance, &stance.weightier_value) {
            (Stance::SetAside, None) => refusals.push(Refusal::because(
                Rule::R01,
                &at("weightier_value"),
                "weightier-value-missing",
            )),
            (Stance::Applied, Some(_)) => refusals.push(Refusal::because(
                Rule::Form,
                &at("weightier_value"),
                "weightier-value-not-allowed",
            )),
            _ => {}
        }
    }
}

/// R03: every *nee* on the chosen option has the permission of another person, with an end date.
fn overrides(
    triangle: &Triangle,
    overrides: &[Override],
    takers: &[&Actor],
    refusals: &mut Vec<Refusal>,
) {
    let corners = [
        (Corner::Law, triangle.wet.verdict),
        (Corner::Means, triangle.middelen.verdict),
        (Corner::SelfDirection, triangle.zelfregie.verdict),
    ];
    for (corner, verdict) in corners {
        let given = overrides.iter().any(|given| given.corner == corner);
        if verdict == Verdict::No && !given {
            let code = corner.code();
            refusals.push(Refusal::because_of(
                Rule::R03,
                "overrides",
                "no-override",
                code,
            ));
        }
        if verdict != Verdict::No && given {
            let code = corner.code();
            refusals.push(Refusal::because_of(
                Rule::Form,
                "overrides",
                "override-without-no",
                code,
            ));
        }
    }
    for (place, given) in overrides.iter().enumerate() {
        if takers.contains(&&given.by) {
            let field = format!("overrides.{place}.by");
            refusals.push(Refusal::because_of(
                Rule::R03,
                &field,
                "override-by-taker",
                &given.by.0,
            ));
        }
    }
}

/// R04: a decision with legal effect names its legal basis.
fn legal(kind: DecisionKind, legal: &[LegalBasis], refusals: &mut Vec<Refusal>) {
    if kind.has_legal_effect() && legal.is_empty() {
        refusals.push(Refusal::because_of(
            Rule::R04,
            "legal",
            "no-legal-basis",
            kind.code(),
        ));
    }
}

/// R05: the client's view in words, or why it is not known and when it will be asked.
fn client_view(view: &ClientView, refusals: &mut Vec<Refusal>) {
    let mut refuse = |field: &str, key| {
        refusals.push(Refusal::because(
            Rule::R05,
            &format!("client_view.{field}"),
            key,
        ));
    };
    if view.position == ClientPosition::Unknown {
        if view.unknown_because.is_none() {
            refuse("unknown_because", "client-view-unknown-needs-reason");
        }
        if view.ask_by.is_none() {
            refuse("ask_by", "client-view-unknown-needs-date");
        }
    } else if view.words.is_none() {
        refuse("words", "client-view-words-missing");
    }
}

/// The options on which a decision rests are an option set of this dossier, or there is a reason.
fn options(dossier: &Dossier, used: &OptionsUsed, refusals: &mut Vec<Refusal>) {
    let Some(set) = used.set else {
        if used.none_because.is_none() {
            refusals.push(Refusal::because(Rule::Form, "options", "options-or-reason"));
        }
        return;
    };
    match dossier.entry(set.0).map(|entry| &entry.now().event) {
        Some(Event::OptionsPresented(options)) => {
            let unknown = used.chosen.is_some_and(|number| {
                usize::try_from(number.0)
                    .is_ok_and(|number| !(1..=options.options.len()).contains(&number))
            });
            if unknown {
                let key = "option-number-unknown";
                refusals.push(Refusal::because(Rule::Form, "options.chosen", key));
            }
        }
        Some(_) => refusals.push(Refusal::because(
            Rule::Form,
            "options.set",
            "not-an-option-set",
        )),
        None => refusals.push(super::no_such_event(Rule::Form, "options.set")),
    }
}
