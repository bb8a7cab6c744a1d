//! Signals over time: the norm of the day, answers, terms, and that only the kinds that listen to
//! an event change by it.

use serde_json::{Value, json};
use weegboek::domain::{Dossier, Event, Recorded};
use weegboek::practice::signals::{
    self, Scope, SignalKind, State, TermKind, affected, answers, of_kind, state, terms,
};
use weegboek::store::Opening;

use crate::signals_support::{Case, catalogues, day, id, with_norm};
use crate::support::{demo, items};

/// The norm is four weeks from 1 March on: the silence after the opening keeps its eight weeks,
/// that after the conversation of 10 March gets four (7 April).
#[test]
fn old_days_keep_the_old_norm() {
    let case = Case::opened("2025-01-06").with("conversation", "2025-03-10", &[]);
    let norms = with_norm("stilte_weken", 4.0, "2025-03-01");
    let found = case.signals_by(SignalKind::Silence, &norms);
    assert_eq!(found, ["2025-03-04..2025-03-10", "2025-04-08.."]);
    let found = of_kind(SignalKind::Silence, &case.dossier(), &norms);
    let values: Vec<_> = found.iter().map(|one| one.norm.unwrap().1).collect();
    assert_eq!(values, [8.0, 4.0]);
    // Before the edition was recorded nobody knew of it.
    let before = norms.known_at(day("2025-02-28").end());
    let found = case.signals_by(SignalKind::Silence, &before);
    assert_eq!(found[1], "2025-05-06..");
    // An edition without the norm: no number is invented.
    let gone = with_norm("iets_anders", 1.0, "2025-03-01");
    assert_eq!(case.signals_by(SignalKind::Silence, &gone).len(), 1);
}

fn answer(name: &str, on: &str, signal: &str, about: Value) -> impl FnOnce(Case) -> Case {
    let (name, on) = (format!("signal/{name}"), on.to_owned());
    let changes = [("signal", json!(signal)), ("about", about)];
    move |case| case.with(&name, &on, &changes)
}

#[test]
fn an_answered_signal_leaves_the_open_ones_and_stays_to_be_seen() {
    let case = Case::opened("2025-01-06").with("instrument", "2025-02-24", &[]);
    let case = answer(
        "limit",
        "2025-06-10",
        "limit_passed",
        json!("D-1/instrument"),
    )(case);
    let dossier = case.dossier();
    let said = answers(&dossier);
    let found = of_kind(SignalKind::LimitPassed, &dossier, &catalogues());
    let at = |on: &str| state(&found[0], &said, day(on));
    assert_eq!(at("2025-06-02").0, State::Coming);
    assert_eq!(at("2025-06-09"), (State::Open, None));
    let (stand, answered) = at("2025-06-10");
    assert_eq!(stand, State::Answered);
    assert_eq!(answered.unwrap().by, id("D-1/signal/limit"));
    assert_eq!(answered.unwrap().position.code(), "deels");
    // What begins after the answer is asked anew: extended, and past the limit again.
    let again = case
        .with("extended", "2025-06-16", &[])
        .with("conversation", "2025-08-01", &[]);
    let found = of_kind(SignalKind::LimitPassed, &again.dossier(), &catalogues());
    let said = answers(&again.dossier());
    assert_eq!(state(&found[0], &said, day("2025-06-20")).0, State::Past);
    assert_eq!(state(&found[1], &said, day("2025-08-01")).0, State::Open);
}

#[test]
fn an_answer_about_the_dossier_answers_every_one_of_its_kind() {
    let talk = |case: Case, on: &str, trust: i64| {
        case.with(
            &format!("conversation/{on}"),
            on,
            &[("trust", json!(trust))],
        )
    };
    let case = talk(Case::opened("2025-01-06"), "2025-01-08", 5);
    let case = talk(talk(case, "2025-01-15", 3), "2025-01-22", 1);
    let other = answer(
        "other",
        "2025-02-03",
        "trust_fell",
        json!("D-1/conversation/2025-01-15"),
    );
    let one = other(case);
    let states = |case: &Case| {
        let dossier = case.dossier();
        let said = answers(&dossier);
        let found = of_kind(SignalKind::TrustFell, &dossier, &catalogues());
        let states = found
            .iter()
            .map(|one| state(one, &said, day("2025-03-01")).0);
        states.collect::<Vec<_>>()
    };
    assert_eq!(states(&one), [State::Answered, State::Open]);
    let whole = answer("whole", "2025-02-04", "trust_fell", Value::Null)(one);
    assert_eq!(states(&whole), [State::Answered, State::Answered]);
}

/// Dates by hand: see `dossier.jsonl` for those that the lines bring along.
#[test]
fn terms_say_what_is_due_and_when_it_was_settled() {
    let case = Case::default()
        .with("opened", "2025-01-06", &[])
        .with("urgent", "2025-01-15", &[])
        .with("stabilisation", "2025-01-16", &[])
        .with("goal", "2025-01-22", &[])
        .with("decision", "2025-02-10", &[])
        .with("instrument", "2025-02-24", &[])
        .with("extended", "2025-05-26", &[])
        .with("conversation", "2025-04-09", &[]);
    let found = terms(&case.dossier());
    let written: Vec<_> = found
        .iter()
        .map(|term| {
            let settled = term.settled.map(|day| day.to_string());
            let due = term.due.unwrap();
            format!("{due} {} {}", term.kind.code(), settled.unwrap_or_default())
        })
        .collect();
    assert_eq!(
        written,
        [
            // Kept by the conversation of 9 April, which also looks at the pause and the decision.
            "2025-01-10 promise 2025-04-09",
            "2025-01-20 stabilisation ",
            "2025-02-01 pause_end 2025-02-10",
            "2025-04-01 goal ",
            "2025-04-07 instrument_review ",
            "2025-04-07 decision_review 2025-04-09",
            "2025-07-01 instrument_limit ",
            "2025-12-31 override_end 2025-12-31",
        ]
    );
    assert_eq!(TermKind::ALL.len(), 11);
}

/// The dossiers of the demonstration, each with its events in the order of recording.
fn dossiers() -> Vec<Vec<Recorded>> {
    let mut all: std::collections::BTreeMap<[u8; 16], Vec<Recorded>> = Default::default();
    for item in items(&demo(), Opening::Facts) {
        let recorded = item.content.unwrap();
        if !matches!(recorded.event, Event::CatalogueAdopted(_)) {
            all.entry(recorded.stream.id).or_default().push(recorded);
        }
    }
    all.into_values().collect()
}

/// After each event of the twelve cases: what is worked out again only for the kinds that listen
/// to it, is what is worked out from the start.
#[test]
fn only_the_kinds_that_listen_change() {
    let mut skipped = 0;
    for events in dossiers() {
        let mut dossier = Dossier::default();
        let mut kept: Vec<_> = SignalKind::ALL.iter().map(|_| Vec::new()).collect();
        for recorded in events {
            dossier = dossier.evolve(recorded.clone());
            let heard = affected(&recorded, &dossier);
            for (kind, kept) in SignalKind::ALL.iter().zip(&mut kept) {
                let now = of_kind(*kind, &dossier, &catalogues());
                if heard.contains(kind) {
                    *kept = now;
                } else {
                    skipped += 1;
                    assert_eq!(*kept, now, "{} after {:?}", kind.slug(), recorded.id);
                }
            }
            let whole = signals::of(&dossier, &catalogues());
            assert_eq!(whole, kept.concat(), "{:?}", recorded.id);
        }
    }
    assert!(skipped > 1_000, "{skipped}");
}

/// A signal is an interval that does not depend on the day: asked on any day it is the same.
#[test]
fn kinds_of_a_book_are_not_among_those_of_a_dossier() {
    for events in dossiers() {
        let dossier = events.into_iter().fold(Dossier::default(), Dossier::evolve);
        for signal in signals::of(&dossier, &catalogues()) {
            assert_eq!(signal.kind.scope(), Scope::Dossier);
            assert!(signal.until.is_none_or(|until| until > signal.since));
        }
    }
}
