//! R20–R22, R24, R25 and R28: findings, closing, reconsideration, time.

use serde_json::{Value, json};
use weegboek::base::Version;
use weegboek::book::fields::Rule;
use weegboek::book::{Error, Kind, Recording};

use crate::rules::each;
use crate::support::{Scene, line, renamed, set, unset};

#[test]
fn r20_finding_without_target_or_principle_or_by_the_taker() {
    let scene = Scene::before("finding");
    each(
        &scene,
        &line("finding"),
        Rule::R20,
        &[
            ("event", &[("event", None)]),
            ("event", &[("event", Some(json!("D-1/nergens")))]),
            ("principle", &[("principle", None), ("corner", None)]),
            // Who recorded the decision, who led it, who gave permission.
            ("actor", &[("actor", Some(json!("TB-02")))]),
            ("actor", &[("actor", Some(json!("TB-03")))]),
            ("actor", &[("actor", Some(json!("TM-02")))]),
        ],
    );
    for either in ["principle", "corner"] {
        let mut one = renamed(&line("finding"), &format!("D-1/finding-{either}"));
        unset(&mut one, either);
        scene.records(&one);
    }
}

#[test]
fn r21_answer_to_a_finding_that_is_not_open() {
    let scene = Scene::before("finding_answer");
    let good = line("finding_answer");
    each(
        &scene,
        &good,
        Rule::R21,
        &[
            ("finding", &[("finding", None)]),
            ("finding", &[("finding", Some(json!("D-1/decision")))]),
            ("finding", &[("finding", Some(json!("D-1/nergens")))]),
        ],
    );
    let again = renamed(&good, "D-1/finding_answer-2");
    scene.refuses(&again, &[(Rule::R21, "finding")]);
}

#[test]
fn r22_closing_with_open_instrument_or_without_outcome_or_account() {
    let scene = Scene::before("closed");
    let good = line("closed");
    let mut open = renamed(&line("instrument"), "D-1/instrument-open");
    set(&mut open, "instrument", "jobcoach");
    scene.records(&open);
    scene.refuses(&good, &[(Rule::R22, "instrument")]);
    let mut ended = renamed(&line("ended"), "D-1/ended-open");
    set(&mut ended, "instrument", "D-1/instrument-open");
    scene.records(&ended);
    each(
        &scene,
        &good,
        Rule::R22,
        &[
            ("places", &[("places", None)]),
            ("places", &[("places", Some(json!([])))]),
            (
                "client_account",
                &[("client_account", None), ("no_account_reason", None)],
            ),
        ],
    );
    // Either the account, or why it is not there.
    let other = Scene::before("closed");
    let mut reason_only = good.clone();
    unset(&mut reason_only, "client_account");
    other.records(&reason_only);
}

#[test]
fn r24_reconsideration_by_the_original_taker() {
    let scene = Scene::before("reconsidered");
    let mut good = line("reconsidered");
    set(&mut good, "overrides.0.by", "BE-9");
    each(
        &scene,
        &good,
        Rule::R24,
        &[
            ("actor", &[("actor", Some(json!("TB-02")))]),
            ("actor", &[("actor", Some(json!("TB-03")))]),
            ("actor", &[("actor", Some(json!("TM-02")))]),
        ],
    );
    // A contest of the answer is answered by yet another person.
    let mut contest = renamed(&line("contest"), "D-1/contest-2");
    set(&mut contest, "decision", "D-1/reconsidered");
    scene.records(&contest);
    let mut answer = renamed(&good, "D-1/reconsidered-2");
    set(&mut answer, "contest", "D-1/contest-2");
    scene.refuses(&answer, &[(Rule::R24, "actor")]);
    scene.refuses_changed(&answer, Rule::R24, "actor", |line| {
        set(line, "actor", "BE-9");
        set(line, "overrides.0.by", "BE-8");
    });
    scene.refuses_changed(&answer, Rule::R24, "actor", |line| {
        set(line, "actor", "TB-02");
    });
    set(&mut answer, "actor", "TM-05");
    scene.records(&answer);
    // A contest itself is never refused for its form of words.
    let mut bare = renamed(&line("contest"), "D-1/contest-3");
    for optional in ["by", "formal", "wished"] {
        unset(&mut bare, optional);
    }
    set(&mut bare, "ground", "nee");
    scene.records(&bare);
}

#[test]
fn r25_happened_after_it_was_recorded() {
    let later: Option<Value> = Some(json!("2999-01-01"));
    let scene = Scene::new();
    for good in crate::support::dossier() {
        let changes: &[(&str, Option<Value>)] = &[("occurred_on", later.clone())];
        // Days that are left out are the day itself, so only the given ones are asked here.
        scene.refuses_changed(&good, Rule::R25, "occurred_on", |line| {
            crate::rules::apply(line, changes);
        });
        let own_day = match good.event.as_str() {
            "investigation_visit_recorded" => Some("visited_on"),
            "instrument_ended" => Some("ended_on"),
            _ => None,
        };
        if let Some(field) = own_day {
            scene.refuses_changed(&good, Rule::R25, field, |line| {
                set(line, field, "2999-01-01");
            });
        }
        scene.records(&good);
    }
}

#[test]
fn r25_the_day_is_that_of_the_moment_in_the_netherlands() {
    let scene = Scene::new();
    let mut good = line("opened");
    set(&mut good, "occurred_on", "2999-01-02");
    // 23:30 UTC in winter is half past midnight in Amsterdam.
    let at = |text: &str| Recording {
        at: Some(text.parse().unwrap()),
        ..Recording::default()
    };
    let early = scene.book.record(&good, &at("2999-01-01T22:59:59Z"));
    assert!(matches!(early, Err(Error::Refused(why)) if why[0].rule == Rule::R25));
    let late = scene
        .book
        .record(&good, &at("2999-01-01T23:00:00Z"))
        .unwrap();
    assert!(!late.was_there);
}

#[test]
fn r28_stale_version() {
    let scene = Scene::after("conversation");
    let good = line("perspective");
    let expecting = |version: Option<u64>| Recording {
        expected: version.map(Version),
        at: None,
    };
    for wrong in [0, 1, 3, u64::MAX] {
        let before = scene.everything();
        let error = scene
            .book
            .record(&good, &expecting(Some(wrong)))
            .unwrap_err();
        assert_eq!(error.kind(), Kind::Refused);
        let Error::Refused(why) = error else {
            panic!("{error}");
        };
        assert_eq!(why.len(), 1);
        assert_eq!(
            (why[0].rule, why[0].field.as_str()),
            (Rule::R28, "expected_version")
        );
        assert!(format!("{:?}", why[0].fault).contains('2'), "{:?}", why[0]);
        assert_eq!(scene.everything(), before);
    }
    let receipt = scene.book.record(&good, &expecting(Some(2))).unwrap();
    assert_eq!(receipt.version, Some(Version(3)));
}
