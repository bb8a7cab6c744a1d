//! Every signal of one dossier is raised by one small case and not by another (F01–F13; the rest
//! stands in `signals_later`); days are counted by hand on a calendar, numbers are those of the
//! built-in norms.

use serde_json::{Value, json};
use weegboek::practice::signals::SignalKind;

use crate::signals_support::Case;

pub(crate) const NOTHING: [&str; 0] = [];

pub(crate) fn check<const N: usize>(kind: SignalKind, case: &Case, expected: [&str; N]) {
    assert_eq!(case.signals(kind), expected, "{}", kind.slug());
}

/// Opened on 6 January 2025, a Monday.
pub(crate) fn opened() -> Case {
    Case::opened("2025-01-06")
}

#[test]
fn f01_review_date_passed() {
    // Review on 7 April: from 8 April, until the review on 14 April.
    let started = |case: Case| case.with("instrument", "2025-02-24", &[]);
    let late = started(opened()).with("instrument_review", "2025-04-14", &[]);
    check(SignalKind::ReviewPassed, &late, ["2025-04-08..2025-04-14"]);
    // An extension is no review; the end on 1 July is.
    let extended =
        started(opened())
            .with("extended", "2025-05-26", &[])
            .with("ended", "2025-07-01", &[]);
    check(
        SignalKind::ReviewPassed,
        &extended,
        ["2025-04-08..2025-07-01"],
    );
    // Still to come: written as soon as it starts.
    check(
        SignalKind::ReviewPassed,
        &started(opened()),
        ["2025-04-08.."],
    );
    let on_the_day = started(opened()).with("instrument_review", "2025-04-07", &[]);
    check(SignalKind::ReviewPassed, &on_the_day, NOTHING);
}

#[test]
fn f02_limit_passed() {
    // Limit 2 June; extended on 10 June until 1 July; ended on 5 July: 3 to 9 June are seven days,
    // 2 to 5 July are four.
    let started = |case: Case| case.with("instrument", "2025-02-24", &[]);
    let twice =
        started(opened())
            .with("extended", "2025-06-10", &[])
            .with("ended", "2025-07-05", &[]);
    let expected = ["2025-06-03..2025-06-10 7", "2025-07-02..2025-07-06 4"];
    check(SignalKind::LimitPassed, &twice, expected);
    // One day over is a day over.
    let by_one = started(opened()).with("ended", "2025-06-03", &[]);
    check(
        SignalKind::LimitPassed,
        &by_one,
        ["2025-06-03..2025-06-04 1"],
    );
    check(
        SignalKind::LimitPassed,
        &started(opened()),
        ["2025-06-03.."],
    );
    let in_time =
        started(opened())
            .with("extended", "2025-05-26", &[])
            .with("ended", "2025-07-01", &[]);
    check(SignalKind::LimitPassed, &in_time, NOTHING);
}

#[test]
fn f03_bundled() {
    let bundled = opened().with("instrument", "2025-02-24", &[("bundled", json!(true))]);
    check(SignalKind::Bundled, &bundled, ["2025-02-24.."]);
    let name = json!("Totaaltraject werk");
    let by_name = opened().with("instrument", "2025-02-24", &[("instrument", name)]);
    check(SignalKind::Bundled, &by_name, ["2025-02-24.."]);
    check(
        SignalKind::Bundled,
        &opened().with("instrument", "2025-02-24", &[]),
        NOTHING,
    );
}

#[test]
fn f04_instrument_before_perspective() {
    let kind = SignalKind::InstrumentBeforePerspective;
    let after =
        opened()
            .with("instrument", "2025-02-24", &[])
            .with("perspective", "2025-03-03", &[]);
    check(kind, &after, ["2025-02-24..2025-03-03"]);
    let before =
        opened()
            .with("perspective", "2025-02-24", &[])
            .with("instrument", "2025-02-24", &[]);
    check(kind, &before, NOTHING);
    check(kind, &opened(), NOTHING);
}

#[test]
fn f05_goal_by_professional() {
    let kind = SignalKind::GoalByProfessional;
    let by = |who: &str| opened().with("goal", "2025-01-22", &[("formulated_by", json!(who))]);
    check(kind, &by("professional"), ["2025-01-22.."]);
    let adjusted = by("professional").with(
        "goal_review",
        "2025-02-03",
        &[("result", json!("bijgesteld"))],
    );
    check(kind, &adjusted, ["2025-01-22..2025-02-03"]);
    check(kind, &by("samen"), NOTHING);
    // A correction of who said it takes the signal away.
    let corrected = by("professional").with(
        "corrected",
        "2025-01-30",
        &[
            ("target", json!("D-1/goal")),
            ("field", json!("formulated_by")),
            ("new_words", Value::Null),
            ("new_value", json!("client")),
        ],
    );
    check(kind, &corrected, NOTHING);
}

/// A decision on 10 February; other fields as given.
pub(crate) fn decided(case: Case, changes: &[(&str, Value)]) -> Case {
    case.with("decision", "2025-02-10", changes)
}

pub(crate) fn with_options() -> Case {
    opened()
        .with("options", "2025-02-03", &[])
        .with("preference", "2025-02-05", &[])
}

#[test]
fn f06_no_real_options() {
    let kind = SignalKind::NoRealOptions;
    check(kind, &decided(with_options(), &[]), NOTHING);
    let none = decided(
        opened(),
        &[("options", json!({ "none_because": "Er was haast bij." }))],
    );
    check(kind, &none, ["2025-02-10.."]);
    // Options that came after the decision are no options for it.
    let late = decided(opened().with("options", "2025-02-11", &[]), &[]);
    check(kind, &late, ["2025-02-10.."]);
    // A changed decision ends it.
    let changed = none
        .with("contest", "2025-02-12", &[])
        .with("reconsidered", "2025-02-17", &[]);
    check(kind, &changed, ["2025-02-10..2025-02-17"]);
    // A measure has to weigh a warning and a talk, also when there were options.
    let alternative = |kind: &str| json!({ "option": "Iets anders.", "kind": kind, "why_not": "Dat was al geprobeerd." });
    let measure = |kinds: &[&str]| {
        let alternatives: Vec<Value> = kinds.iter().map(|kind| alternative(kind)).collect();
        let changes = [
            ("kind", json!("maatregel")),
            ("alternatives", json!(alternatives)),
        ];
        decided(with_options(), &changes)
    };
    check(
        kind,
        &measure(&["niets_doen", "waarschuwing"]),
        ["2025-02-10.."],
    );
    check(kind, &measure(&["gesprek", "waarschuwing"]), NOTHING);
}

#[test]
fn f07_choice_not_preferred() {
    let kind = SignalKind::ChoiceNotPreferred;
    let chosen = |number: i64| {
        let options = json!({ "set": "D-1/options", "chosen": number });
        decided(with_options(), &[("options", options)])
    };
    // Option 1 is preferred; option 2 is fine too, and not the preference.
    check(kind, &chosen(2), ["2025-02-10.."]);
    check(kind, &chosen(1), NOTHING);
    // A preference that is voiced afterwards is no preference at the time.
    let late = decided(
        opened().with("options", "2025-02-03", &[]),
        &[("options", json!({ "set": "D-1/options", "chosen": 2 }))],
    )
    .with("preference", "2025-02-11", &[]);
    check(kind, &late, NOTHING);
}

#[test]
fn f08_no_time_to_think() {
    let kind = SignalKind::NoTimeToThink;
    let same_day = decided(opened().with("options", "2025-02-10", &[]), &[]);
    check(kind, &same_day, ["2025-02-10.."]);
    check(kind, &decided(with_options(), &[]), NOTHING);
}

#[test]
fn f09_demand_during_urgency() {
    let kind = SignalKind::DemandDuringUrgency;
    let search = [("instrument", json!("sollicitatietraining"))];
    let urgent = || opened().with("urgent", "2025-01-15", &[]);
    // Begun on 20 January while the obstacle is open until 27 January.
    let during =
        urgent()
            .with("instrument", "2025-01-20", &search)
            .with("stabilised", "2025-01-27", &[]);
    check(kind, &during, ["2025-01-20..2025-01-27"]);
    // It ran already; the pause of 16 January ends the question.
    let paused = opened()
        .with("instrument", "2025-01-08", &search)
        .with("urgent", "2025-01-15", &[])
        .with("stabilisation", "2025-01-16", &[]);
    check(kind, &paused, ["2025-01-15..2025-01-16"]);
    let measure = decided(urgent(), &[("kind", json!("maatregel"))]);
    check(kind, &measure, ["2025-02-10.."]);
    // A measure after it was solved, and an instrument that is no work search.
    let after = decided(
        urgent().with("stabilised", "2025-01-27", &[]),
        &[("kind", json!("maatregel"))],
    );
    check(kind, &after, NOTHING);
    check(
        kind,
        &urgent().with("instrument", "2025-01-20", &[]),
        NOTHING,
    );
    // Not solved is still open.
    let failed = urgent().with("instrument", "2025-01-20", &search).with(
        "stabilised",
        "2025-01-27",
        &[("state", json!("niet_gelukt"))],
    );
    check(kind, &failed, ["2025-01-20.."]);
}

#[test]
fn f10_urgency_without_help() {
    let kind = SignalKind::UrgencyWithoutHelp;
    // Fourteen days after 15 January is 29 January; from the 30th.
    let urgent = || opened().with("urgent", "2025-01-15", &[]);
    check(kind, &urgent(), ["2025-01-30.."]);
    let late = urgent().with("stabilisation", "2025-02-03", &[]);
    check(kind, &late, ["2025-01-30..2025-02-03"]);
    check(
        kind,
        &urgent().with("stabilisation", "2025-01-30", &[]),
        NOTHING,
    );
    check(
        kind,
        &urgent().with("stabilised", "2025-01-21", &[]),
        NOTHING,
    );
}

#[test]
fn f11_life_domains_missing() {
    let kind = SignalKind::LifeDomainsMissing;
    let domains = [
        "huisvesting",
        "financien",
        "sociaal_functioneren",
        "psychisch_functioneren",
        "motivatie",
        "lichamelijk_functioneren",
        "praktisch_functioneren",
        "dagbesteding",
    ];
    let seen = |count: usize, last: &str| {
        domains[..count].iter().fold(opened(), |case, domain| {
            let on = if *domain == domains[count - 1] {
                last
            } else {
                "2025-02-03"
            };
            let name = format!("domain/{domain}");
            case.with(&name, on, &[("domain", json!(domain))])
        })
    };
    // Sixty days after 6 January is 7 March; from the 8th.
    check(kind, &opened(), ["2025-03-08.. 8"]);
    check(kind, &seen(7, "2025-02-03"), ["2025-03-08.. 1"]);
    check(kind, &seen(8, "2025-03-20"), ["2025-03-08..2025-03-20 0"]);
    check(kind, &seen(8, "2025-03-08"), NOTHING);
    let twice = seen(7, "2025-02-03").with(
        "domain/again",
        "2025-02-04",
        &[("domain", json!("financien"))],
    );
    check(kind, &twice, ["2025-03-08.. 1"]);
    let closed = opened().with("closed", "2025-03-01", &[]);
    check(kind, &closed, NOTHING);
}

#[test]
fn f12_silence() {
    let kind = SignalKind::Silence;
    // Eight weeks after 6 January is 3 March; from the 4th until the conversation of the 10th;
    // eight weeks after that is 5 May.
    let talked = opened().with("conversation", "2025-03-10", &[]);
    check(kind, &talked, ["2025-03-04..2025-03-10", "2025-05-06.."]);
    let closed = opened()
        .with("conversation", "2025-02-03", &[])
        .with("closed", "2025-03-31", &[]);
    check(kind, &closed, NOTHING);
}

#[test]
fn f13_no_baseline() {
    let kind = SignalKind::NoBaseline;
    let measured = |case: Case| {
        let changes = [
            ("what", json!("geloof_in_eigen_kunnen")),
            ("moment", json!("eind")),
        ];
        case.with("effect", "2025-06-02", &changes)
    };
    check(kind, &measured(opened()), ["2025-06-02.."]);
    // The behaviour picture holds a zero value of it.
    check(
        kind,
        &measured(opened().with("picture", "2025-01-13", &[])),
        NOTHING,
    );
    // A picture made later is no baseline.
    let after = measured(opened()).with("picture", "2025-06-09", &[]);
    check(kind, &after, ["2025-06-02.."]);
    // An instrument that ends: its expected result is about skill.
    let ended = opened()
        .with("instrument", "2025-02-24", &[])
        .with("ended", "2025-05-30", &[]);
    check(kind, &ended, ["2025-05-30.."]);
    let with_zero = opened()
        .with("instrument", "2025-02-24", &[])
        .with("effect", "2025-02-24", &[])
        .with("ended", "2025-05-30", &[]);
    check(kind, &with_zero, NOTHING);
    let in_place = [("what", json!("op_zijn_plek")), ("moment", json!("na"))];
    check(
        kind,
        &opened().with("effect", "2025-12-01", &in_place),
        NOTHING,
    );
}
