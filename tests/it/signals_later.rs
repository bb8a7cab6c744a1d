//! Every signal of one dossier is raised by one small case and not by another: wording,
//! organisation, trust, triangle and later (F14–F35); the rest stands in `signals_dossier`.

use serde_json::{Value, json};
use weegboek::practice::signals::{self, SignalKind};

use crate::signals_dossier::{NOTHING, check, decided, opened, with_options};
use crate::signals_support::{Case, catalogues};

#[test]
fn f14_positional_wording() {
    let kind = SignalKind::PositionalWording;
    let note = json!("Cliënt is niet gemotiveerd.");
    let wrote = || opened().with("conversation", "2025-01-22", &[("note", note.clone())]);
    check(kind, &wrote(), ["2025-01-22.. 1"]);
    let correct = |words: &str, day: &str, case: Case| {
        let changes = [("new_words", json!(words))];
        case.with(&format!("corrected/{day}"), day, &changes)
    };
    // A correction that holds a term itself does not end it; the next one does.
    let once = correct("Cliënt is kansloos.", "2025-01-24", wrote());
    check(kind, &once, ["2025-01-22.. 1"]);
    let twice = correct("Cliënt zegt: ik kan nu niet kiezen.", "2025-02-12", once);
    check(kind, &twice, ["2025-01-22..2025-02-12 1"]);
    // The client's own words are never looked at.
    let said = [("client_words", json!("Ik ben niet gemotiveerd."))];
    check(
        kind,
        &opened().with("conversation", "2025-01-22", &said),
        NOTHING,
    );
}

#[test]
fn f15_pressing_letter() {
    let kind = SignalKind::PressingLetter;
    let letter = |changes: &[(&str, Value)]| opened().with("letter", "2025-07-11", changes);
    check(kind, &letter(&[]), NOTHING);
    check(
        kind,
        &letter(&[("days_given", json!(2))]),
        ["2025-07-11.. 2"],
    );
    check(kind, &letter(&[("days_given", json!(3))]), NOTHING);
    let unchecked = [
        ("consequence_named", json!(true)),
        ("five_second_check_by", Value::Null),
    ];
    check(kind, &letter(&unchecked), ["2025-07-11.. 14"]);
    check(
        kind,
        &letter(&[("consequence_named", json!(true))]),
        NOTHING,
    );
    let untold = [("counsellor_informed", json!("onbekend"))];
    check(kind, &letter(&untold), ["2025-07-11.. 14"]);
    // The unit that wrote it is asked.
    let found = signals::of_kind(kind, &letter(&untold).dossier(), &catalogues());
    assert!(found[0].unit.is_some());
}

#[test]
fn f16_and_f17_visits() {
    let visit = |changes: &[(&str, Value)]| opened().with("visit", "2025-07-15", changes);
    let untold = [("lead_informed", json!("nee"))];
    check(
        SignalKind::VisitNotAligned,
        &visit(&untold),
        ["2025-07-15.."],
    );
    check(SignalKind::VisitNotAligned, &visit(&[]), NOTHING);
    let aligned =
        opened()
            .with("coordinated", "2025-07-14", &[])
            .with("visit", "2025-07-15", &untold);
    check(SignalKind::VisitNotAligned, &aligned, NOTHING);
    let afterwards = visit(&untold).with("coordinated", "2025-07-16", &[]);
    check(SignalKind::VisitNotAligned, &afterwards, ["2025-07-15.."]);
    for field in ["ground_recorded", "consent"] {
        let case = visit(&[(field, json!("nee"))]);
        check(SignalKind::VisitWithoutConsent, &case, ["2025-07-15.."]);
    }
    check(SignalKind::VisitWithoutConsent, &visit(&[]), NOTHING);
}

#[test]
fn f18_lost_promise() {
    let kind = SignalKind::LostPromise;
    let none = ("open_commitments", json!("geen"));
    let cold = [("manner", json!("koud")), none.clone()];
    check(
        kind,
        &opened().with("handover", "2025-07-17", &cold),
        ["2025-07-17.."],
    );
    check(
        kind,
        &opened().with("handover", "2025-07-17", std::slice::from_ref(&none)),
        NOTHING,
    );
    // Listed as open at the handover of 17 July: thirty days later is 16 August.
    let listed = opened().with("handover", "2025-07-17", &[]);
    check(kind, &listed, ["2025-08-17.."]);
    let keeps = |number: i64| json!([{ "event": "D-1/handover", "number": number }]);
    let kept = listed.with("conversation", "2025-09-01", &[("keeps", keeps(1))]);
    check(kind, &kept, ["2025-08-17..2025-09-01"]);
    // A promise of the opening, listed again by the same person for the same day, is one promise;
    // kept in time it raises nothing.
    let promise =
        json!([{ "what": "Wij bellen voor vrijdag.", "by": "TB-01", "by_when": "2025-01-10" }]);
    let same = Case::default().with("opened", "2025-01-06", &[]).with(
        "handover",
        "2025-07-17",
        &[("open_commitments", promise)],
    );
    check(kind, &same, ["2025-08-17.."]);
    let in_time = same.with("conversation", "2025-08-01", &[]);
    check(kind, &in_time, NOTHING);
}

#[test]
fn f19_trust_fell() {
    let kind = SignalKind::TrustFell;
    let trust = |score: i64| [("trust", json!(score))];
    let talk = |case: Case, on: &str, score: i64| {
        case.with(&format!("conversation/{on}"), on, &trust(score))
    };
    // 4, then 2: two lower. 3 is better and not back; 4 is.
    let fell = talk(talk(opened(), "2025-01-08", 4), "2025-02-03", 2);
    check(kind, &fell, ["2025-02-03.. 2"]);
    let partly = talk(fell, "2025-03-03", 3).with("voice", "2025-03-10", &trust(4));
    check(kind, &partly, ["2025-02-03..2025-03-10 2"]);
    check(
        kind,
        &talk(talk(opened(), "2025-01-08", 4), "2025-02-03", 3),
        NOTHING,
    );
    // Recorded later but earlier in time: time counts.
    let late = talk(opened(), "2025-02-03", 2).with(
        "conversation/late",
        "2025-01-08",
        &[("trust", json!(5)), ("recorded", json!("2025-02-10"))],
    );
    check(kind, &late, ["2025-02-03.. 3"]);
}

#[test]
fn f20_new_problem() {
    let said =
        |new: bool| opened().with("voice", "2025-07-02", &[("new_problem_after", json!(new))]);
    check(SignalKind::NewProblem, &said(true), ["2025-07-02.."]);
    check(SignalKind::NewProblem, &said(false), NOTHING);
}

#[test]
fn f21_skills_only() {
    let kind = SignalKind::SkillsOnly;
    // Self-efficacy 2 on 13 January, a skills instrument on 24 February.
    let low = || {
        opened()
            .with("picture", "2025-01-13", &[])
            .with("instrument", "2025-02-24", &[])
    };
    check(kind, &low(), ["2025-02-24.. 2"]);
    let other = low().with(
        "instrument/other",
        "2025-03-10",
        &[("lever", json!("motivatie"))],
    );
    check(kind, &other, ["2025-02-24..2025-03-10 2"]);
    let better = [
        ("what", json!("geloof_in_eigen_kunnen")),
        ("value", json!(3)),
    ];
    check(
        kind,
        &low().with("effect", "2025-04-07", &better),
        ["2025-02-24..2025-04-07 2"],
    );
    check(
        kind,
        &opened().with("instrument", "2025-02-24", &[]),
        NOTHING,
    );
    let first_other = opened()
        .with("picture", "2025-01-13", &[])
        .with(
            "instrument/other",
            "2025-02-03",
            &[("lever", json!("obstakel"))],
        )
        .with("instrument", "2025-02-24", &[]);
    check(kind, &first_other, NOTHING);
}

#[test]
fn f23_corner_overridden() {
    let kind = SignalKind::CornerOverridden;
    let given = json!([{ "corner": "middelen", "by": "TM-02", "reason": "Wachten kost meer dan deze plek.",
        "until": "2025-06-16" }]);
    let overridden = |until: &str| {
        let changes = [("overrides", given.clone()), ("until", json!(until))];
        decided(with_options(), &changes)
    };
    // Permission until 16 June, the decision until the end of the year: asked twice.
    let past = overridden("2025-12-31");
    let expected = ["2025-02-10..2025-06-17", "2025-06-17..2026-01-01"];
    check(kind, &past, expected);
    check(kind, &overridden("2025-06-16"), ["2025-02-10..2025-06-17"]);
    let changed = past.with("contest", "2025-02-12", &[]).with(
        "reconsidered",
        "2025-02-17",
        &[("overrides", json!([]))],
    );
    check(kind, &changed, ["2025-02-10..2025-02-17"]);
    let none = decided(with_options(), &[("overrides", json!([]))]);
    check(kind, &none, NOTHING);
    let found = signals::of_kind(kind, &overridden("2025-06-16").dossier(), &catalogues());
    assert_eq!(found[0].corner.unwrap().code(), "middelen");
}

#[test]
fn f24_forbidden_without_source() {
    let kind = SignalKind::ForbiddenWithoutSource;
    let law = |verdict: &str, sources: Value| {
        let changes = [
            ("triangle.wet.verdict", json!(verdict)),
            ("triangle.wet.sources", sources),
        ];
        decided(with_options(), &changes)
    };
    check(kind, &law("onduidelijk", json!([])), ["2025-02-10.."]);
    check(kind, &law("nee", json!([])), ["2025-02-10.."]);
    check(kind, &law("nee", json!(["participatiewet"])), NOTHING);
    check(kind, &law("ja", json!([])), NOTHING);
    // An alternative that fails on the law, while nothing is named; a legal basis is enough.
    let failing =
        json!([{ "option": "Iets anders.", "why_not": "Dat mag niet.", "failing_corner": "wet" }]);
    let alternative = |legal: bool| {
        let mut changes = vec![
            ("triangle.wet.sources", json!([])),
            ("alternatives", failing.clone()),
        ];
        if !legal {
            changes.push(("legal", json!([])));
        }
        decided(with_options(), &changes)
    };
    check(kind, &alternative(false), ["2025-02-10.."]);
    check(kind, &alternative(true), NOTHING);
    // An answer of the organisation, folded from its own stream.
    let answer = |verdict: &str, source: &str| {
        let changes = [("verdict", json!(verdict)), ("source", json!(source))];
        Case::default().with("answered", "2025-07-09", &changes)
    };
    check(kind, &answer("mag_niet", "geen"), ["2025-07-09.."]);
    check(kind, &answer("mag_niet", "verordening"), NOTHING);
    check(kind, &answer("mag_wel", "geen"), NOTHING);
}

#[test]
fn f28_experience_unpaid() {
    let kind = SignalKind::ExperienceUnpaid;
    let gave =
        |changes: &[(&str, Value)], case: Case| case.with("experience", "2025-07-04", changes);
    check(kind, &gave(&[], opened()), NOTHING);
    check(
        kind,
        &gave(&[("compensation", json!("geen"))], opened()),
        ["2025-07-04.."],
    );
    check(
        kind,
        &gave(&[("benefit_risk_checked", Value::Null)], opened()),
        ["2025-07-04.."],
    );
    // Nothing is said, and the tandem of that day pays.
    let silent = [("compensation", Value::Null), ("actor", json!("ED-1"))];
    check(kind, &gave(&silent, opened()), ["2025-07-04.."]);
    check(
        kind,
        &gave(&silent, opened().with("tandem", "2025-07-03", &[])),
        NOTHING,
    );
    let unpaid = opened().with("tandem", "2025-07-03", &[("compensation", Value::Null)]);
    check(kind, &unpaid, ["2025-07-03.."]);
}

#[test]
fn f29_lead_unclear() {
    let kind = SignalKind::LeadUnclear;
    let led_by = |who: &str| json!({ "actor": who, "role": "TB" });
    let by = |who: &str| decided(with_options(), &[("led_by", led_by(who))]);
    check(kind, &by("TB-01"), NOTHING);
    check(kind, &by("TB-03"), ["2025-02-10.."]);
    // Two get the lead from one day, until the handover.
    let two = opened()
        .with("lead", "2025-01-13", &[("until", Value::Null)])
        .with("lead/other", "2025-01-13", &[("lead", json!("TB-05"))]);
    check(kind, &two, ["2025-01-13.."]);
    let solved = two.with("handover", "2025-03-03", &[]);
    check(kind, &solved, ["2025-01-13..2025-03-03"]);
    let in_turn = opened().with("lead", "2025-01-13", &[]).with(
        "lead/other",
        "2025-01-20",
        &[("lead", json!("TB-05"))],
    );
    check(kind, &in_turn, NOTHING);
}

#[test]
fn f30_entered_late() {
    let kind = SignalKind::EnteredLate;
    let entered =
        |on: &str| opened().with("conversation", "2025-01-08", &[("recorded", json!(on))]);
    // Fourteen days after 8 January is the 22nd.
    check(kind, &entered("2025-01-22"), NOTHING);
    check(kind, &entered("2025-01-23"), ["2025-01-23.. 15"]);
}

#[test]
fn f32_yes_out_of_dependence() {
    let kind = SignalKind::YesOutOfDependence;
    let felt = |name: &str, day: &str, field: &str, answer: &str| {
        opened().with(name, day, &[(field, json!(answer))])
    };
    for (name, field) in [
        ("preference", "dependence_felt"),
        ("voice", "dependence_felt"),
        ("decision", "client_view.dependence_felt"),
    ] {
        check(
            kind,
            &felt(name, "2025-02-10", field, "ja"),
            ["2025-02-10.."],
        );
        check(kind, &felt(name, "2025-02-10", field, "onbekend"), NOTHING);
    }
}

#[test]
fn f33_no_meaning() {
    let kind = SignalKind::NoMeaning;
    check(kind, &opened(), ["2025-03-08.."]);
    check(
        kind,
        &opened().with("perspective", "2025-01-09", &[]),
        NOTHING,
    );
    let without = opened().with("perspective", "2025-01-09", &[("meaning", Value::Null)]);
    check(kind, &without, ["2025-03-08.."]);
    let later = without.with("perspective/later", "2025-04-07", &[]);
    check(kind, &later, ["2025-03-08..2025-04-07"]);
}

#[test]
fn f34_many_helpers_nobody_daily() {
    let kind = SignalKind::ManyHelpersNobodyDaily;
    // A provider, a unit that wrote a letter, and enforcement: the third on 15 July.
    let provider = [("provider", json!("Werkbedrijf"))];
    let three = || {
        opened()
            .with("instrument", "2025-02-24", &provider)
            .with("letter", "2025-07-11", &[])
            .with("visit", "2025-07-15", &[])
    };
    check(kind, &three(), ["2025-07-15.. 3"]);
    let helped = three()
        .with("urgent", "2025-07-21", &[])
        .with("stabilisation", "2025-07-22", &[]);
    check(kind, &helped, ["2025-07-15..2025-07-22 3"]);
    let two = opened()
        .with("letter", "2025-07-11", &[])
        .with("letter/again", "2025-07-12", &[])
        .with("visit", "2025-07-15", &[]);
    check(kind, &two, NOTHING);
    let worker = json!([{ "role": "BT", "actor": "BT-01" }, { "role": "CL" }]);
    let daily = opened()
        .with("conversation", "2025-01-08", &[("participants", worker)])
        .with("instrument", "2025-02-24", &provider)
        .with("letter", "2025-07-11", &[])
        .with("visit", "2025-07-15", &[]);
    check(kind, &daily, NOTHING);
}

#[test]
fn f35_client_view_still_unknown() {
    let kind = SignalKind::ClientViewStillUnknown;
    let unknown = json!({ "position": "onbekend", "unknown_because": "Niet gesproken.",
        "ask_by": "2025-02-28" });
    let decided = || decided(with_options(), &[("client_view", unknown.clone())]);
    check(kind, &decided(), ["2025-03-01.."]);
    let asked = decided().with("voice", "2025-03-05", &[]);
    check(kind, &asked, ["2025-03-01..2025-03-05"]);
    // A contest by the client before that day, and a voice about something else.
    check(kind, &decided().with("contest", "2025-02-20", &[]), NOTHING);
    let elsewhere = [("about", json!("D-1/options"))];
    check(
        kind,
        &decided().with("voice", "2025-02-20", &elsewhere),
        ["2025-03-01.."],
    );
    let by_other = [("by", json!("TB")), ("role", json!("TB"))];
    check(
        kind,
        &decided().with("contest", "2025-02-20", &by_other),
        ["2025-03-01.."],
    );
}

/// Names, codes and texts: the list of the domain, in its order.
#[test]
fn the_kinds_are_those_of_the_domain() {
    let slugs: Vec<_> = SignalKind::ALL.iter().map(|kind| kind.slug()).collect();
    assert_eq!(slugs, weegboek::domain::codes::SIGNALS);
    for (kind, number) in SignalKind::ALL.iter().zip(1..) {
        assert_eq!(kind.code(), format!("F{number:02}"));
        assert_eq!(SignalKind::from_slug(kind.slug()), Some(*kind));
        assert!(!kind.asked().is_empty() && !kind.source().is_empty());
    }
}
