//! R23, R26 and R27: the rules that every type of event is held against.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use weegboek::book::fields::{EventType, Field, Line, Role, Rule, Shape};
use weegboek::book::{Book, import};
use weegboek::domain::envelope::Common;

use crate::support::{Scene, dossier, line, name_of, renamed, set, unset};

/// Column *Who* of domain.md §3.1, written out again.
const WHO: [(&str, &str); 59] = [
    ("trajectory_opened", "TB BT"),
    ("lead_assigned", "TM TB"),
    ("conversation_held", "TB BT ED"),
    ("future_perspective_voiced", "CL TB ED"),
    ("life_domain_assessed", "TB CL"),
    ("behaviour_picture_made", "TB"),
    ("needs_voiced", "CL TB"),
    ("urgent_obstacle_reported", "CL TB ED"),
    ("stabilisation_agreed", "TB"),
    ("obstacle_stabilised", "TB CL"),
    ("goal_set", "CL TB"),
    ("goal_reviewed", "TB CL"),
    ("learning_experience_noted", "CL TB"),
    ("options_presented", "TB"),
    ("client_preference_voiced", "CL TB CO"),
    ("decision_taken", "TB TM IC"),
    ("decision_contested", "CL CO ED TB"),
    ("decision_reconsidered", "TM TB"),
    ("exception_made", "TB MC"),
    ("instrument_started", "TB"),
    ("instrument_reviewed", "TB CL"),
    ("instrument_extended", "TB TM"),
    ("instrument_ended", "TB"),
    ("effect_measured", "TB CL"),
    ("client_voice_recorded", "CL TB"),
    ("tandem_formed", "TB ED"),
    ("experience_perspective_given", "ED EX VW"),
    ("case_discussion_held", "TB MC ED VW"),
    (
        "organisational_obstacle_raised",
        "CL TB TM MC ED EX VW CO BT HH IC BE KW OZ LE AU BH SY",
    ),
    ("organisation_answered", "TM BE"),
    ("exceptions_bundled", "MC BE KW"),
    ("letter_sent", "IC TB HH"),
    ("enforcement_coordinated", "HH TB"),
    ("investigation_visit_recorded", "HH TB CL"),
    ("policy_context_noted", "TM BE"),
    ("case_handed_over", "TB TM"),
    ("review_held", "AU TM TB MC ED EX"),
    ("finding_recorded", "AU ED CL TM MC EX"),
    ("finding_answered", "TB TM"),
    ("round_planned", "TM AU MC BE KW TB ED"),
    ("cases_drawn", "TM AU MC BE KW TB ED"),
    ("shielding_confirmed", "TM AU MC BE KW TB ED"),
    ("round_opened", "TM AU MC BE KW TB ED"),
    ("action_agreed", "TB TM AU MC"),
    ("action_checked", "TM AU TB MC ED"),
    ("view_written", "AU TM TB MC BT IC ED EX VW CL CO BE KW"),
    ("judgement_recorded", "TM AU MC BE KW TB ED"),
    ("round_closed", "TM AU MC BE KW TB ED"),
    ("learning_answer_locked", "LE TB CL ED"),
    ("session_held", "TM MC TB LE ED AU"),
    ("replay_completed", "LE TB CL ED"),
    ("entry_corrected", "TB CL"),
    ("entry_shielded", "TM"),
    ("trajectory_closed", "TB"),
    // The book's own.
    ("catalogue_adopted", "BH BE TM"),
    ("trajectory_imported", "SY"),
    ("step_imported", "SY"),
    ("signal_answered", "TB TM BT MC IC HH BE KW"),
    ("export_made", "OZ BE TM AU BH"),
];

/// Whether a line could be recorded; nothing is written.
fn could_record(book: &Book, line: &Line) -> Result<(), String> {
    let text = line.to_value().to_string();
    let options = import::Options {
        dry_run: true,
        ..import::Options::default()
    };
    let report = book
        .import_dossiers(&mut text.as_bytes(), options, &mut |_| ())
        .unwrap();
    match report.refused.first() {
        None => Ok(()),
        Some(refused) => Err(format!("{:?}", refused.why)),
    }
}

#[test]
fn r27_role_not_allowed_for_the_event() {
    let scene = Scene::new();
    let mut asked = 0;
    for good in dossier() {
        let (_, who) = WHO.iter().find(|(event, _)| *event == good.event).unwrap();
        for role in Role::ALL {
            let mut other = good.clone();
            set(&mut other, "role", role.code());
            asked += 1;
            if who.split(' ').any(|allowed| allowed == role.code()) {
                let could = could_record(&scene.book, &other);
                assert_eq!(could, Ok(()), "{} as {}", good.event, role.code());
            } else {
                // Shielding names its role in its own rule.
                let rule = match good.event.as_str() {
                    "entry_shielded" => Rule::R19,
                    _ => Rule::R27,
                };
                scene.refuses(&other, &[(rule, "role")]);
            }
        }
        scene.records(&good);
    }
    assert_eq!(asked, 60 * 18);
}

/// Places of every text that a person types, first item of each list.
fn text_places(path: &str, shape: &Shape, found: &mut Vec<String>) {
    match shape {
        Shape::Words | Shape::Code | Shape::Actor => found.push(path.to_owned()),
        Shape::Or { value, .. } => text_places(path, value, found),
        Shape::List(item) => text_places(&format!("{path}.0"), item, found),
        Shape::Record { fields, .. } => {
            for field in fields {
                let inner = if path.is_empty() {
                    field.name.to_owned()
                } else {
                    format!("{path}.{}", field.name)
                };
                text_places(&inner, &field.shape, found);
            }
        }
        _ => {}
    }
}

fn places_of(event: &str) -> Vec<String> {
    let event_type = EventType::from_name(event).unwrap();
    let mut found = Vec::new();
    let fields = event_type.fields();
    text_places("", &Shape::Record { name: "", fields }, &mut found);
    text_places("", &Common::shape(), &mut found);
    found
}

#[test]
fn r26_text_with_citizen_number_email_or_telephone() {
    const PERSONAL: [&str; 3] = [
        "Het nummer is 111222333, zei hij, en dat staat in het dossier van toen.",
        "Mail naar jan@voorbeeld.nl als het niet lukt, dat is het makkelijkst.",
        "Bel 06-12345678 en vraag naar de afdeling die over deze zaak gaat.",
    ];
    let scene = Scene::new();
    let mut seen = BTreeSet::new();
    for good in dossier() {
        // Catalogues and another system's values are kept as they are.
        let kept = ["catalogue_adopted", "step_imported"].contains(&good.event.as_str());
        if !kept && seen.insert(good.event.clone()) {
            let mut full = good.clone();
            set(
                &mut full,
                "promises",
                json!([{ "what": "Wij bellen.", "by": "TB-01" }]),
            );
            in_a_round(&mut full);
            for place in places_of(&good.event) {
                for (number, personal) in PERSONAL.iter().enumerate() {
                    refuses_personal(&scene, &full, &place, personal, number);
                }
            }
        }
        scene.records(&good);
    }
    assert_eq!(seen.len(), 57);
}

/// Gives the texts that only something within a round has.
fn in_a_round(line: &mut Line) {
    let rounds = ["review_held", "finding_recorded", "replay_completed"];
    if rounds.contains(&line.event.as_str()) {
        set(line, "round", "toets najaar");
    }
    if line.event == "review_held" {
        let criteria = json!([{ "criterion": "c1", "score": "3", "reason": "Dat staat er." }]);
        set(line, "criteria", criteria);
        set(line, "override_reason", "Het geheel is beter.");
    }
    if line.event == "replay_completed" {
        set(line, "intention", "Voortaan vraag ik door.");
    }
}

/// Puts personal data at a place and expects R26 there.
fn refuses_personal(scene: &Scene, full: &Line, place: &str, personal: &str, number: usize) {
    let actor = is_actor(&full.event, place);
    let text = match (actor, number) {
        // The code of a person has no room for an address, and its own form for numbers.
        (true, 0) => "111222333",
        (true, 2) => "06-12345678",
        (true, _) => return,
        (false, _) => personal,
    };
    let mut other = full.clone();
    if place == "new_value" {
        unset(&mut other, "new_words");
    }
    set(&mut other, place, text);
    if place == "number" {
        other.dossier = Some(text.to_owned());
    }
    let before = scene.checkpoint();
    let result = scene
        .book
        .record(&other, &weegboek::book::Recording::default());
    let Err(weegboek::book::Error::Refused(why)) = result else {
        panic!("{} {place}: {text} was recorded", full.event);
    };
    let there = why
        .iter()
        .any(|refusal| refusal.rule == Rule::R26 && refusal.field == place);
    assert!(there, "{} {place}: {why:?}", full.event);
    assert_eq!(scene.checkpoint(), before);
}

fn is_actor(event: &str, place: &str) -> bool {
    fn find(shape: &Shape, steps: &[&str]) -> bool {
        match (shape, steps) {
            (Shape::Actor, []) => true,
            (Shape::Or { value, .. }, steps) => find(value, steps),
            (Shape::List(item), [_, rest @ ..]) => find(item, rest),
            (Shape::Record { fields, .. }, [step, rest @ ..]) => fields
                .iter()
                .any(|field| field.name == *step && find(&field.shape, rest)),
            _ => false,
        }
    }
    let steps: Vec<_> = place.split('.').collect();
    let fields = EventType::from_name(event).unwrap().fields();
    find(&Shape::Record { name: "", fields }, &steps) || find(&Common::shape(), &steps)
}

#[test]
fn r26_finds_personal_data_as_people_write_it() {
    let scene = Scene::after("opened");
    let check = |text: &str, personal: bool| {
        let mut voice = line("voice");
        unset(&mut voice, "about");
        set(&mut voice, "words", text);
        if personal {
            scene.refuses(&voice, &[(Rule::R26, "words")]);
        } else {
            scene.records(&renamed(&voice, text));
        }
    };
    check("BSN 111222333", true);
    check("bsn: 111.222.333.", true);
    check("(1112.22.333)", true);
    check("het is 111222333 12 keer gevraagd", true);
    check("111222333 2x genoemd", true);
    check("bel 06-12345678 2x per week", true);
    check("bel 06 12 34 56 78 na 17 uur", true);
    check("bel (020) 123 45 67", true);
    check("bel +31612345678", true);
    check("stuur naar <a.b+c@voorbeeld.co.nl>.", true);
    check("om 10:30 op 17-02-2025 kostte het € 1.150,00", false);
    check("111222334 is geen nummer van een burger", false);
    check("ECLI:NL:RVS:2022:285 en ZAAK-001/8", false);
    check("van 2024-01-01 2 keer tot 2025-12-31", false);
}

/// What may follow a closing, by the name in the dossier; an effect only with moment *na*.
const AFTER_CLOSING: [&str; 18] = [
    "shielding_confirmed",
    "round_opened",
    "action_agreed",
    "action_checked",
    "view_written",
    "judgement_recorded",
    "learning_answer_locked",
    "effect_measured",
    "client_voice_recorded",
    "decision_contested",
    "decision_reconsidered",
    "review_held",
    "finding_recorded",
    "finding_answered",
    "replay_completed",
    "entry_corrected",
    "entry_shielded",
    "signal_answered",
];

#[test]
fn r23_new_event_on_a_closed_case() {
    let scene = Scene::after("closed");
    // What is answered once gets something new to answer.
    let mut contest = renamed(&line("contest"), "D-1/na/contest");
    set(&mut contest, "decision", "D-1/decision");
    let mut finding = renamed(&line("finding"), "D-1/na/finding");
    set(&mut finding, "event", "D-1/decision");
    scene.records(&contest);
    scene.records(&finding);
    let mut followed = BTreeSet::new();
    for good in dossier() {
        let mut after = renamed(&good, &format!("D-1/na/{}-2", name_of(&good)));
        match good.event.as_str() {
            "decision_reconsidered" => set(&mut after, "contest", "D-1/na/contest"),
            "finding_answered" => set(&mut after, "finding", "D-1/na/finding"),
            "conversation_held" => unset(&mut after, "keeps"),
            "action_agreed" => set(&mut after, "finding", "D-1/na/finding"),
            "action_checked" => set(&mut after, "action", "D-1/na/agreed-2"),
            "cases_drawn" => {
                unset(&mut after, "targeted");
                unset(&mut after, "excluded");
            }
            _ => {}
        }
        if after.data.contains_key("round") {
            set(&mut after, "round", "toets voorjaar");
        }
        let kind = EventType::from_name(&good.event).unwrap().stream_kind();
        let of_dossier = !matches!(kind.name(), "organisation" | "settings");
        if !of_dossier {
            // The organisation's own answer goes on, whatever closed.
            scene.records(&after);
        } else if good.dossier.as_deref() == Some("D-2") {
            continue;
        } else if good.event == "effect_measured" {
            for moment in ["nul", "tussen", "eind"] {
                scene.refuses_changed(&after, Rule::R23, "dossier", |line| {
                    set(line, "moment", moment);
                    set(line, "minutes_spent", 1);
                });
            }
            set(&mut after, "moment", "na");
            scene.records(&after);
            followed.insert(good.event);
        } else if AFTER_CLOSING.contains(&good.event.as_str()) {
            scene.records(&after);
            followed.insert(good.event);
        } else if good.event == "trajectory_opened" {
            scene.refuses(&after, &[(Rule::Form, "dossier")]);
        } else {
            let error = scene
                .book
                .record(&after, &weegboek::book::Recording::default())
                .unwrap_err();
            let weegboek::book::Error::Refused(why) = error else {
                panic!("{}: {error}", good.event);
            };
            // What is over with the closing is refused for that too, such as an ended instrument.
            let closed = why
                .iter()
                .any(|refusal| refusal.rule == Rule::R23 && refusal.field == "dossier");
            assert!(closed, "{}: {why:?}", good.event);
        }
    }
    assert_eq!(followed.len(), AFTER_CLOSING.len());
}

#[test]
fn r23_does_not_hold_before_the_closing() {
    let scene = Scene::before("closed");
    let again = renamed(&line("conversation"), "D-1/again");
    scene.records(&again);
    scene.records(&line("closed"));
    let later = renamed(&line("conversation"), "D-1/later");
    let refusals = scene.refuses(&later, &[(Rule::R23, "dossier")]);
    assert!(format!("{:?}", refusals[0].fault).contains("2025-10-01"));
    let value: Value = later.to_value();
    assert_eq!(value["event"], "conversation_held");
}
