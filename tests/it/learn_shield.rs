//! No identity in a shielded set: what was planted is found in nothing that is shown, and two rounds
//! over the same cases share no name and no day.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::cli_support::Place;

/// What must be found nowhere, in small letters.
const PLANTED: [&str; 27] = [
    "xandra",
    "quibus",
    "fatima",
    "mohammed",
    "jansen",
    "berg",
    "rietdam",
    "zoutelande",
    "amersfoort",
    "kwartel",
    "reigerstraat",
    "wethouder",
    "dominee",
    "4731",
    "1234",
    "987",
    "vierenvijftig",
    "1987",
    "kerst",
    "tb-77",
    "cl-77",
    "ed-77",
    "d-4711",
    "brugwerk",
    "rode villa",
    "tm-77",
    "3:20",
];

fn line(event: &str, name: &str, role: &str, actor: &str, day: &str, data: &Value) -> String {
    json!({
        "event": event, "id": format!("geplant/{name}"), "dossier": "D-4711", "occurred_on": day,
        "actor": actor, "role": role, "municipality": "Rietdam", "team": "Kwartel",
        "data": data,
    })
    .to_string()
}

/// A dossier full of people, places, numbers and days.
fn planted() -> Vec<String> {
    let why = "U wilt werken in Zoutelande. Xandra Quibus en meneer Jansen zagen dat op 17 mei 1987, dus 1987-05-17. Daarom deze plek, nummer 4731.";
    vec![
        line(
            "trajectory_opened",
            "1",
            "TB",
            "TB-77",
            "2025-03-13",
            &json!({
            "question": "Xandra wil weg uit Amersfoort, na de kerst.",
            "purpose": "We zoeken samen in Rietdam, zei de wethouder.", "lead": "TB-77" }),
        ),
        line(
            "conversation_held",
            "2",
            "TB",
            "TB-77",
            "2025-03-13",
            &json!({
            "kind": "ophalen", "participants": [{"role": "TB", "actor": "TB-77"}, {"role": "CL", "actor": "CL-77"}],
            "client_words": "Ik woon in de Reigerstraat 12, bij Fatima van der Berg. Ik ben vierenvijftig.",
            "note": "Quibus belde om 3:20. Dossier D-4711 van TB-77 ligt bij Mohammed. De rode villa is verkocht." }),
        ),
        line(
            "future_perspective_voiced",
            "3",
            "CL",
            "CL-77",
            "2025-03-13",
            &json!({
            "words": "Ik wil naar Zoutelande, naar de zus van de dominee.", "voiced_by": "zelf" }),
        ),
        line(
            "options_presented",
            "4",
            "TB",
            "TB-77",
            "2025-03-13",
            &json!({
            "topic": "Wat past bij Xandra?",
            "options": [
                {"option": "Werken bij Brugwerk.", "kind": "optie", "pros": "Dicht bij de Reigerstraat.", "cons": "Vol tot februari.", "cost_eur": 1234.56},
                {"option": "Meelopen in Rietdam.", "kind": "optie", "pros": "Kan nu.", "cons": "Ver weg."},
                {"option": "Niets doen.", "kind": "niets_doen", "pros": "Rust.", "cons": "Stilstand."}] }),
        ),
        line(
            "client_preference_voiced",
            "5",
            "CL",
            "CL-77",
            "2025-03-13",
            &json!({
            "options": "geplant/4", "preference": 1, "reasons": "Fatima werkt daar ook.", "voiced_by": "zelf", "support": "ED-77" }),
        ),
        line(
            "decision_taken",
            "6",
            "TB",
            "TB-77",
            "2025-03-20",
            &json!({
            "kind": "instrument", "subject": "Xandra begint bij Brugwerk.", "taken_on": "2025-03-20",
            "review_on": "2025-06-19", "led_by": {"actor": "TB-77", "role": "TB"}, "with": ["CL", "TB"],
            "options": {"set": "geplant/4", "chosen": 1}, "situation_key": "weg_uit_amersfoort", "why": why,
            "principles": [{"principle": "P5", "stance": "toegepast", "reason": "Xandra koos zelf."}],
            "triangle": {
                "wet": {"verdict": "ja", "reason": "De wethouder van Rietdam tekende."},
                "middelen": {"verdict": "ja", "reason": "Het kost 987 euro.", "cost_eur": 987},
                "zelfregie": {"verdict": "ja", "reason": "Zij koos.", "client_says": "Ik, Xandra, wil dit."}},
            "alternatives": [{"option": "Meelopen in Rietdam.", "why_not": "Te ver van Fatima."}],
            "client_view": {"words": "Dank aan Mohammed.", "position": "eens", "voiced_by": "zelf"} }),
        ),
        line(
            "instrument_started",
            "7",
            "TB",
            "TB-77",
            "2025-03-20",
            &json!({
            "instrument": "stage", "purpose": "Leren bij Brugwerk.", "expected": {"what": "vaardigheid", "to": 3},
            "lever": "vaardigheid", "limit": "2025-06-19", "review_on": "2025-05-15",
            "decision": "geplant/6", "provider": "Brugwerk", "cost_eur": 987 }),
        ),
        line(
            "client_voice_recorded",
            "8",
            "CL",
            "CL-77",
            "2025-03-20",
            &json!({
            "words": "Xandra Quibus is blij in Zoutelande.", "voiced_by": "zelf", "about": "geplant/6" }),
        ),
    ]
}

/// Writes down everything that a learner, a panel or a group sees of a round.
fn everything(place: &Place, round: &str) -> (String, String) {
    let learn = |args: &[&str]| {
        let head = ["replay", "learn"];
        let args: Vec<&str> = head.iter().chain(args).copied().collect();
        place.run(&args).ok()
    };
    let who = ["--as", "MC-01", "--role", "MC"];
    // Who learned from a decision once cannot do so again, so each round has learners of its own.
    let (one, other) = (format!("LE-{round}"), format!("LE-b-{round}"));
    learn(
        &[
            &[
                "set",
                "plan",
                "--round",
                round,
                "--goal",
                "Kijken.",
                "--question",
                "Wat ziet u?",
            ],
            &who[..],
        ]
        .concat(),
    );
    learn(
        &[
            &[
                "set",
                "confirm",
                "--round",
                round,
                "--dossier",
                "D-4711",
                "--mask",
                "rode villa",
            ],
            &who[..],
        ]
        .concat(),
    );
    let filled = learn(
        &[
            &["set", "fill", "--round", round, "--dossier", "D-4711"],
            &who[..],
        ]
        .concat(),
    );
    let preview = learn(&[
        "set",
        "preview",
        "--round",
        round,
        "--dossier",
        "D-4711",
        "--json",
    ]);
    let preview: Value = serde_json::from_str(&preview).unwrap();
    let case = preview["case"].as_str().unwrap().to_owned();
    let mut seen = vec![filled, preview.to_string()];
    for (verb, json) in [
        ("show", ""),
        ("show", "--json"),
        ("start", ""),
        ("start", "--json"),
    ] {
        let mut args = vec![verb, "--round", round, "--as", &one];
        if verb == "show" {
            args.extend(["--case", &case]);
        }
        args.extend(Some(json).filter(|json| !json.is_empty()));
        seen.push(learn(&args));
    }
    for learner in [&one, &other] {
        seen.push(learn(&[
            "answer",
            "--round",
            round,
            "--as",
            learner,
            "--case",
            &case,
            "--choice",
            "instrument",
            "--why",
            "Omdat Xandra het wil, in Zoutelande.",
            "--rank",
            "2",
            "--law",
            "ja",
            "--means",
            "ja",
            "--self-direction",
            "ja",
            "--expect",
            "Het lukt.",
            "--sure",
            "3",
            "--json",
        ]));
    }
    for json in ["", "--json"] {
        let more: Vec<&str> = Some(json)
            .filter(|json| !json.is_empty())
            .into_iter()
            .collect();
        let at = [
            "--round", round, "--as", &one, "--case", &case, "--point", "1",
        ];
        seen.push(learn(&[&["reveal"], &at[..], &more[..]].concat()));
        seen.push(learn(&[&["spread", "--round", round], &more[..]].concat()));
        let guide = [
            "session", "--round", round, "--as", "MC-01", "--case", &case, "--form", "balint",
        ];
        seen.push(learn(&[&guide[..], &more[..]].concat()));
    }
    seen.push(learn(&[
        "finish",
        "--round",
        round,
        "--as",
        &one,
        "--case",
        &case,
        "--point",
        "1",
        "--insight",
        "Kijken.",
        "--json",
    ]));
    (case, seen.join("\n"))
}

/// A book in which a group of one may be shown, so that nothing is held back for being few.
fn place() -> Place {
    let place = Place::demo();
    let lines = planted().join("\n");
    std::fs::write(place.path().join("geplant.jsonl"), lines).unwrap();
    place.run(&["import", "dossiers", "geplant.jsonl"]).ok();
    place
}

#[test]
fn what_was_planted_is_found_in_nothing_that_is_shown() {
    let place = place();
    // All of it stands in the dossier itself.
    let story = place
        .run(&["dossier", "story", "D-4711", "--json"])
        .ok()
        .to_lowercase();
    for planted in [
        "xandra",
        "zoutelande",
        "brugwerk",
        "vierenvijftig",
        "rode villa",
    ] {
        assert!(story.contains(planted), "{planted} was not planted");
    }
    let (case, seen) = everything(&place, "kijken-1");
    assert!(seen.contains("[naam]") && seen.contains("[plaats]") && seen.contains("[getal]"));
    assert!(seen.contains("[datum]") && seen.contains("[functie]"));
    let seen = seen.to_lowercase();
    for planted in PLANTED {
        // The name of the case is made of letters by chance.
        let rest = seen.replace(&case.to_lowercase(), "");
        if let Some(at) = rest.find(planted) {
            let around: String = rest.chars().skip(at.saturating_sub(80)).take(200).collect();
            panic!("{planted} is shown: …{around}…");
        }
    }
}

#[test]
fn two_rounds_share_no_name_and_no_day() {
    let place = place();
    let (first, one) = everything(&place, "kijken-1");
    let (second, other) = everything(&place, "kijken-2");
    assert_ne!(first, second);
    assert!(!one.contains(&second) && !other.contains(&first));
    let days = |round: &str| -> Vec<String> {
        let preview = place.run(&[
            "replay",
            "learn",
            "set",
            "preview",
            "--round",
            round,
            "--dossier",
            "D-4711",
            "--json",
        ]);
        let preview = preview.json();
        let steps = preview["steps"].as_array().unwrap().clone();
        steps
            .iter()
            .map(|step| step["on"].as_str().unwrap().to_owned())
            .collect()
    };
    let (one, other) = (days("kijken-1"), days("kijken-2"));
    assert_eq!(one.len(), other.len());
    for (day, same) in one.iter().zip(&other) {
        assert_ne!(day, same);
    }
    // Ids and places in the log join rounds too, so none is shown.
    let (_, seen) = everything(&place, "kijken-3");
    let story = place.run(&["dossier", "story", "D-4711", "--json"]).json();
    let ids: BTreeSet<&str> = story["steps"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|step| step["id"].as_str())
        .collect();
    assert!(!ids.is_empty());
    for id in ids {
        assert!(!seen.contains(id), "{id}");
    }
    // A client's position on a decision is a word; a place in the log is a number.
    let places = seen.split("\"position\":").skip(1);
    let number = |rest: &str| {
        rest.trim_start()
            .starts_with(|letter: char| letter.is_ascii_digit())
    };
    assert!(!places.into_iter().any(number) && !seen.contains("recorded_at"));
}
