//! R11–R19: the client's words, choices, handovers, visits, corrections and shielding.

use serde_json::{Value, json};
use weegboek::book::fields::Rule;

use crate::rules::each;
use crate::support::{Scene, line, renamed, set, unset};

#[test]
fn r11_goal_of_the_client_without_words_or_confirmation() {
    let scene = Scene::before("goal");
    for by in ["client", "samen"] {
        let mut good = renamed(&line("goal"), &format!("D-1/goal-{by}"));
        set(&mut good, "formulated_by", by);
        each(
            &scene,
            &good,
            Rule::R11,
            &[
                ("client_words", &[("client_words", None)]),
                ("client_words", &[("client_words", Some(json!("  ")))]),
                ("client_confirms", &[("client_confirms", None)]),
                (
                    "client_confirms",
                    &[("client_confirms", Some(json!(false)))],
                ),
            ],
        );
    }
    // A professional alone can only set a goal of the professional.
    let mut professional = renamed(&line("goal"), "D-1/goal-professional");
    set(&mut professional, "formulated_by", "professional");
    unset(&mut professional, "client_words");
    unset(&mut professional, "client_confirms");
    scene.records(&professional);
}

#[test]
fn r12_perspective_without_the_clients_words() {
    each(
        &Scene::before("perspective"),
        &line("perspective"),
        Rule::R12,
        &[
            ("words", &[("words", None)]),
            ("words", &[("words", Some(json!("")))]),
        ],
    );
}

#[test]
fn r13_option_set_too_small_or_without_pros_and_cons() {
    let scene = Scene::before("options");
    let good = line("options");
    for (place, field) in [(0, "pros"), (1, "cons"), (2, "pros"), (2, "cons")] {
        let path = format!("options.{place}.{field}");
        scene.refuses_changed(&good, Rule::R13, &path, |line| unset(line, &path));
    }
    let no_options: &[(&str, Option<Value>)] = &[("options", None)];
    each(
        &scene,
        &good,
        Rule::R13,
        &[
            ("options", no_options),
            ("options", &[("options", Some(json!([])))]),
            // One option plus *niets doen*, and two options without it.
            ("options", &[("options.1", None)]),
            ("options", &[("options.2", None)]),
            ("options", &[("options.1.kind", Some(json!("niets_doen")))]),
            ("options", &[("options.2.kind", None)]),
        ],
    );
}

#[test]
fn r14_preference_pointing_at_no_option_set() {
    let scene = Scene::before("preference");
    each(
        &scene,
        &line("preference"),
        Rule::R14,
        &[
            ("options", &[("options", None)]),
            ("options", &[("options", Some(json!("D-1/goal")))]),
            ("options", &[("options", Some(json!("D-1/nergens")))]),
            ("preference", &[("preference", Some(json!(0)))]),
            ("preference", &[("preference", Some(json!(4)))]),
            ("preference", &[("also_fine.0", Some(json!(4)))]),
        ],
    );
    let mut not_yet = renamed(&line("preference"), "D-1/preference-2");
    set(&mut not_yet, "preference", "weet_ik_nog_niet");
    scene.records(&not_yet);
}

#[test]
fn r15_experience_expert_without_training() {
    let scene = Scene::before("experience");
    each(
        &scene,
        &line("experience"),
        Rule::R15,
        &[
            ("trained", &[("trained", None)]),
            ("trained", &[("trained", Some(json!(false)))]),
        ],
    );
    for role in ["EX", "VW"] {
        let mut holder = renamed(&line("experience"), &format!("D-1/experience-{role}"));
        set(&mut holder, "role", role);
        set(&mut holder, "trained", false);
        scene.records(&holder);
    }
}

#[test]
fn r16_handover_without_receiver_client_or_commitments() {
    let scene = Scene::before("handover");
    each(
        &scene,
        &line("handover"),
        Rule::R16,
        &[
            ("to", &[("to", None)]),
            ("client_informed", &[("client_informed", None)]),
            ("open_commitments", &[("open_commitments", None)]),
            (
                "open_commitments.0.what",
                &[("open_commitments.0.what", None)],
            ),
            ("open_commitments.0.by", &[("open_commitments.0.by", None)]),
        ],
    );
    let mut nothing_open = renamed(&line("handover"), "D-1/handover-2");
    set(&mut nothing_open, "open_commitments", "geen");
    scene.records(&nothing_open);
}

#[test]
fn r17_visit_with_one_of_four_answers_missing() {
    let scene = Scene::before("visit");
    let good = line("visit");
    for field in ["announced", "lead_informed", "ground_recorded", "consent"] {
        scene.refuses_changed(&good, Rule::R17, field, |line| unset(line, field));
        scene.refuses_changed(&good, Rule::R17, field, |line| set(line, field, ""));
        let mut unknown = renamed(&good, &format!("D-1/visit-{field}"));
        set(&mut unknown, field, "onbekend");
        scene.records(&unknown);
    }
    scene.records(&good);
}

#[test]
fn r18_correction_names_target_field_value_reason_and_asker() {
    let scene = Scene::before("shielded");
    let good = renamed(&line("corrected"), "D-1/corrected-2");
    each(
        &scene,
        &good,
        Rule::R18,
        &[
            ("target", &[("target", None)]),
            ("target", &[("target", Some(json!("D-1/nergens")))]),
            ("target", &[("target", Some(json!("D-1/corrected")))]),
            ("field", &[("field", None)]),
            ("field", &[("field", Some(json!("niet_daar")))]),
            (
                "field",
                &[("field", Some(json!("assumptions.0.niet_daar")))],
            ),
            ("new_value", &[("new_words", None)]),
            ("new_value", &[("new_value", Some(json!("dubbel")))]),
            ("new_value", &[("field", Some(json!("trust")))]),
            ("new_value", &[("field", Some(json!("kind")))]),
            ("new_value", &[("field", Some(json!("actor")))]),
            ("new_value", &[("field", Some(json!("role")))]),
            ("reason", &[("reason", None)]),
            ("asked_by", &[("asked_by", None)]),
        ],
    );
    scene.records(&line("shielded"));
    scene.refuses_changed(&renamed(&good, "D-1/c-3"), Rule::R18, "target", |line| {
        set(line, "target", "D-1/shielded");
    });
}

#[test]
fn r19_shielding_without_ground_or_by_another_role() {
    let scene = Scene::before("shielded");
    let good = line("shielded");
    for role in [
        "CL", "TB", "MC", "ED", "EX", "VW", "CO", "BT", "HH", "IC", "BE", "KW", "OZ", "LE", "AU",
        "BH", "SY",
    ] {
        scene.refuses_changed(&good, Rule::R19, "role", |line| set(line, "role", role));
    }
    each(
        &scene,
        &good,
        Rule::R19,
        &[
            ("ground", &[("ground", None)]),
            ("fields", &[("fields", None)]),
            ("fields", &[("fields", Some(json!([])))]),
            ("fields.0", &[("fields.0", Some(json!("niet_daar")))]),
            ("target", &[("target", None)]),
            ("target", &[("target", Some(json!("D-1/nergens")))]),
        ],
    );
    scene.refuses_changed(&renamed(&good, "D-1/s-2"), Rule::R19, "target", |line| {
        set(line, "target", "D-1/shielded");
    });
}
