//! R01–R10: the weighing and the instruments. A valid line, one change, and the book says no.

use serde_json::{Value, json};
use weegboek::book::fields::{Line, Rule};

use crate::support::{Scene, line, renamed, set, unset};

/// A place in a form, and the value that goes there; nothing takes away what stands there.
type Change = (&'static str, Option<Value>);

/// Every change is refused under the rule, at the field it names; the line itself is recorded.
pub(crate) fn each(scene: &Scene, good: &Line, rule: Rule, changes: &[(&str, &[Change])]) {
    for (field, changes) in changes {
        scene.refuses_changed(good, rule, field, |line| apply(line, changes));
    }
    scene.records(good);
}

pub(crate) fn apply(line: &mut Line, changes: &[Change]) {
    for (path, value) in changes {
        match value {
            Some(value) => set(line, path, value.clone()),
            None => unset(line, path),
        }
    }
}

/// The value triangle of the dossier's decision, three times *ja*.
fn three_times_yes(line: &mut Line) {
    for corner in ["wet", "middelen", "zelfregie"] {
        set(line, &format!("triangle.{corner}.verdict"), "ja");
    }
    unset(line, "overrides");
}

#[test]
fn r01_decision_without_why_or_stance() {
    let short = Some(json!("Een halve zin die niets uitlegt, te kort."[..39]));
    let scene = Scene::before("decision");
    for name in ["decision", "reconsidered"] {
        if name == "reconsidered" {
            scene.records(&line("contest"));
        }
        each(
            &scene,
            &line(name),
            Rule::R01,
            &[
                ("why", &[("why", None)]),
                ("why", &[("why", Some(json!("   ")))]),
                ("why", &[("why", short.clone())]),
                ("principles", &[("principles", None)]),
                ("principles", &[("principles", Some(json!([])))]),
                ("principles.0.stance", &[("principles.0.stance", None)]),
                ("principles.0.reason", &[("principles.0.reason", None)]),
                (
                    "principles.1.weightier_value",
                    &[("principles.1.weightier_value", None)],
                ),
            ],
        );
    }
}

#[test]
fn r02_decision_lacking_a_verdict_or_its_reason() {
    let scene = Scene::before("decision");
    for name in ["decision", "reconsidered"] {
        if name == "reconsidered" {
            scene.records(&line("contest"));
        }
        let good = line(name);
        let lacks = |path: &'static str| {
            scene.refuses_changed(&good, Rule::R02, path, |line| unset(line, path));
        };
        lacks("triangle");
        lacks("triangle.wet");
        lacks("triangle.wet.verdict");
        lacks("triangle.wet.reason");
        lacks("triangle.middelen");
        lacks("triangle.middelen.verdict");
        lacks("triangle.middelen.reason");
        lacks("triangle.middelen.cost_eur");
        lacks("triangle.zelfregie");
        lacks("triangle.zelfregie.verdict");
        lacks("triangle.zelfregie.reason");
        lacks("triangle.zelfregie.client_says");
        // A verdict that is no verdict is a fault of the form; there is no default.
        for corner in ["wet", "middelen", "zelfregie"] {
            let field = format!("triangle.{corner}.verdict");
            scene.refuses_changed(&good, Rule::Form, &field, |line| {
                set(line, &field, "misschien");
            });
        }
        scene.records(&good);
    }
}

#[test]
fn r03_no_on_the_chosen_option_without_override_by_another() {
    let scene = Scene::before("decision");
    let good = line("decision");
    each(
        &scene,
        &good,
        Rule::R03,
        &[
            ("overrides", &[("overrides", None)]),
            ("overrides", &[("overrides", Some(json!([])))]),
            // By who records, and by who led the decision.
            (
                "overrides.0.by",
                &[("overrides.0.by", Some(json!("TB-02")))],
            ),
            (
                "overrides.0.by",
                &[("overrides.0.by", Some(json!("TB-03")))],
            ),
            ("overrides.0.by", &[("overrides.0.by", None)]),
            ("overrides.0.reason", &[("overrides.0.reason", None)]),
            ("overrides.0.until", &[("overrides.0.until", None)]),
        ],
    );
    // Each corner needs a permission of its own.
    for corner in ["wet", "middelen", "zelfregie"] {
        let mut yes = renamed(&good, &format!("D-1/decision-{corner}"));
        three_times_yes(&mut yes);
        let verdict = format!("triangle.{corner}.verdict");
        scene.refuses_changed(&yes, Rule::R03, "overrides", |line| {
            set(line, &verdict, "nee");
        });
        let mut permitted = yes.clone();
        set(&mut permitted, &verdict, "nee");
        let permission = json!([{ "corner": corner, "by": "TM-02", "reason": "Een proef.", "until": "2025-12-31" }]);
        set(&mut permitted, "overrides", permission);
        scene.records(&permitted);
    }
    // *Onduidelijk* is not *nee*.
    let mut unclear = renamed(&good, "D-1/decision-unclear");
    three_times_yes(&mut unclear);
    set(&mut unclear, "triangle.wet.verdict", "onduidelijk");
    scene.records(&unclear);
    scene.records(&line("contest"));
    let changes: &[(&str, &[Change])] = &[
        ("overrides", &[("overrides", None)]),
        (
            "overrides.0.by",
            &[("overrides.0.by", Some(json!("TM-03")))],
        ),
        ("overrides.0.until", &[("overrides.0.until", None)]),
    ];
    each(&scene, &line("reconsidered"), Rule::R03, changes);
}

#[test]
fn r04_decision_with_legal_effect_without_legal_basis() {
    let scene = Scene::before("decision");
    let with_effect = [
        "maatwerk",
        "ontheffing",
        "maatregel",
        "toekenning",
        "weigering",
    ];
    for kind in with_effect {
        let mut good = renamed(&line("decision"), &format!("D-1/decision-{kind}"));
        set(&mut good, "kind", kind);
        each(&scene, &good, Rule::R04, &[("legal", &[("legal", None)])]);
    }
    let without = [
        "traject",
        "instrument",
        "stabilisatie",
        "waarschuwing",
        "wachten",
        "overdracht",
        "overig",
    ];
    for kind in without {
        let mut good = renamed(&line("decision"), &format!("D-1/decision-{kind}"));
        set(&mut good, "kind", kind);
        unset(&mut good, "legal");
        scene.records(&good);
    }
    scene.records(&line("decision"));
    scene.records(&line("contest"));
    let changes: &[(&str, &[Change])] = &[("legal", &[("legal", None)])];
    each(&scene, &line("reconsidered"), Rule::R04, changes);
}

#[test]
fn r05_decision_without_client_view() {
    let scene = Scene::before("decision");
    let unknown = |other: Change| -> [Change; 2] {
        [("client_view.position", Some(json!("onbekend"))), other]
    };
    each(
        &scene,
        &line("decision"),
        Rule::R05,
        &[
            ("client_view", &[("client_view", None)]),
            ("client_view.position", &[("client_view.position", None)]),
            ("client_view.words", &[("client_view.words", None)]),
            (
                "client_view.unknown_because",
                &unknown(("client_view.unknown_because", None)),
            ),
            ("client_view.ask_by", &unknown(("client_view.ask_by", None))),
        ],
    );
    let mut asked_later = renamed(&line("decision"), "D-1/decision-unknown");
    set(&mut asked_later, "client_view.position", "onbekend");
    unset(&mut asked_later, "client_view.words");
    scene.records(&asked_later);
    scene.records(&line("contest"));
    let changes: &[(&str, &[Change])] = &[("client_view.words", &[("client_view.words", None)])];
    each(&scene, &line("reconsidered"), Rule::R05, changes);
}

#[test]
fn r06_decision_without_an_alternative() {
    each(
        &Scene::before("decision"),
        &line("decision"),
        Rule::R06,
        &[
            ("alternatives", &[("alternatives", None)]),
            ("alternatives", &[("alternatives", Some(json!([])))]),
            ("alternatives.0.option", &[("alternatives.0.option", None)]),
            (
                "alternatives.0.why_not",
                &[("alternatives.0.why_not", None)],
            ),
        ],
    );
}

#[test]
fn r07_decision_without_somebody_who_led_it() {
    each(
        &Scene::before("decision"),
        &line("decision"),
        Rule::R07,
        &[
            ("led_by", &[("led_by", None)]),
            ("led_by.actor", &[("led_by.actor", None)]),
            ("led_by.role", &[("led_by.role", None)]),
        ],
    );
}

#[test]
fn r08_instrument_without_purpose_result_limit_or_review() {
    each(
        &Scene::before("instrument"),
        &line("instrument"),
        Rule::R08,
        &[
            ("purpose", &[("purpose", None)]),
            ("expected", &[("expected", None)]),
            ("expected.what", &[("expected.what", None)]),
            ("expected.to", &[("expected.to", None)]),
            ("limit", &[("limit", None)]),
            ("review_on", &[("review_on", None)]),
            ("review_on", &[("review_on", Some(json!("2025-06-03")))]),
        ],
    );
    // On the limit itself is early enough.
    let mut on_the_day = renamed(&line("instrument"), "D-1/instrument-2");
    set(&mut on_the_day, "review_on", "2025-06-02");
    Scene::before("instrument").records(&on_the_day);
}

#[test]
fn r09_limit_not_after_the_start_or_too_long() {
    let scene = Scene::before("instrument");
    let mut good = line("instrument");
    unset(&mut good, "longer_because");
    let same_day: &[Change] = &[
        ("limit", Some(json!("2025-02-24"))),
        ("review_on", Some(json!("2025-02-24"))),
    ];
    let before: &[Change] = &[
        ("limit", Some(json!("2025-02-20"))),
        ("review_on", Some(json!("2025-02-20"))),
    ];
    // The catalogue gives 183 days for an internship.
    let too_long: &[Change] = &[("limit", Some(json!("2025-08-27")))];
    each(
        &scene,
        &good,
        Rule::R09,
        &[
            ("limit", same_day),
            ("limit", before),
            ("longer_because", too_long),
        ],
    );
    let mut longest = renamed(&good, "D-1/instrument-longest");
    set(&mut longest, "limit", "2025-08-26");
    scene.records(&longest);
    let mut with_reason = renamed(&good, "D-1/instrument-reason");
    apply(&mut with_reason, too_long);
    set(&mut with_reason, "longer_because", "De oogst is laat.");
    scene.records(&with_reason);
    // What the catalogue does not hold has no maximum.
    let mut unknown = renamed(&good, "D-1/instrument-unknown");
    set(&mut unknown, "instrument", "iets nieuws");
    set(&mut unknown, "limit", "2029-01-01");
    scene.records(&unknown);
}

#[test]
fn r10_extension_without_reason_progress_view_or_later_limit() {
    let scene = Scene::before("extended");
    each(
        &scene,
        &line("extended"),
        Rule::R10,
        &[
            ("reason", &[("reason", None)]),
            ("progress", &[("progress", None)]),
            ("client_view", &[("client_view", None)]),
            ("limit", &[("limit", Some(json!("2025-06-02")))]),
            ("limit", &[("limit", Some(json!("2025-05-30")))]),
        ],
    );
    // The limit that counts is the last one.
    let mut again = renamed(&line("extended"), "D-1/extended-again");
    set(&mut again, "limit", "2025-06-15");
    scene.refuses(&again, &[(Rule::R10, "limit")]);
    set(&mut again, "limit", "2025-07-15");
    scene.records(&again);
    scene.records(&line("ended"));
    let mut ended = renamed(&line("extended"), "D-1/extended-ended");
    set(&mut ended, "limit", "2025-08-15");
    scene.refuses(&ended, &[(Rule::R10, "instrument")]);
}
