//! The beginning: opening, first talks, the picture of somebody's situation.

use serde_json::json;

use super::case::Case;
use super::words;

const DOMAINS: [&str; 8] = [
    "huisvesting",
    "financien",
    "sociaal_functioneren",
    "psychisch_functioneren",
    "motivatie",
    "lichamelijk_functioneren",
    "praktisch_functioneren",
    "dagbesteding",
];

/// From the opening of a dossier to the first picture.
pub(crate) fn run(case: &mut Case) {
    open(case);
    if case.rng.chance(180) {
        urgent(case);
    }
    if case.rng.chance(850) {
        perspective(case);
    }
    domains(case);
    if case.rng.chance(450) {
        needs(case);
    }
    behaviour(case);
}

fn open(case: &mut Case) {
    let bands = [
        "tot_1_jaar",
        "1_tot_2_jaar",
        "2_tot_5_jaar",
        "langer_dan_5_jaar",
    ];
    let data = json!({
        "number": case.number,
        "question": case.text(&words::QUESTION),
        "purpose": case.text(&words::PURPOSE),
        "lead": case.lead,
        "ladder": case.rng.between(1, 4),
        "benefit_band": case.rng.pick(&bands),
    });
    if case.rng.chance(900) {
        case.lead("trajectory_opened", data);
    } else {
        let neighbour = case.other("BT");
        case.record("trajectory_opened", "BT", &neighbour, data);
    }
    if case.rng.chance(700) {
        let (manager, from) = (case.manager.clone(), case.on(0));
        let scope = case.rng.pick(&[
            "Begeleiding naar werk of een andere plek.",
            "Alle gesprekken en besluiten in dit traject.",
            "De weg naar werk; geldzaken horen bij schuldhulp.",
        ]);
        let data = json!({
            "lead": case.lead, "scope": scope, "from": from, "client_informed": "ja",
        });
        case.record("lead_assigned", "TM", &manager, data);
    }
    case.days(3, 14);
    conversation(case, "kennismaking");
}

/// A talk, with what the client said.
pub(crate) fn conversation(case: &mut Case, kind: &str) {
    let mut participants = vec![
        json!({ "role": "CL", "actor": case.client }),
        json!({ "role": "TB", "actor": case.lead }),
    ];
    if case.rng.chance(150) {
        participants.push(json!({ "role": "CO", "actor": case.other("CO") }));
    }
    let approaches = ["samen_zoeken", "coachend", "informerend", "sturend"];
    let says = case.text(&words::CLIENT_SAYS);
    let mut data = json!({
        "kind": kind,
        "participants": participants,
        "client_words": if case.rng.chance(930) { says } else { "geen".to_owned() },
        "trust": case.score(2, 5),
        "approach": case.rng.pick(&approaches),
        "feelings_named": case.rng.chance(600),
        "note": case.text(&words::NOTE),
    });
    if case.rng.chance(300) {
        data["sanction_mentioned"] = json!(case.rng.chance(60));
    }
    if case.rng.chance(120) {
        data["assumptions"] = json!([{
            "assumption": case.rng.pick(&words::BELIEF),
            "outcome": case.rng.pick(&["bevestigd", "onjuist", "open"]),
        }]);
    }
    let id = case.lead("conversation_held", data);
    case.correctable.push((id, "note"));
}

fn urgent(case: &mut Case) {
    let data = json!({
        "domain": case.rng.pick(&["huisvesting", "financien", "psychisch_functioneren"]),
        "what": case.text(&words::URGENT),
        "deadline": case.on(21),
        "effect": case.rng.pick(&words::OBSTACLE),
    });
    let obstacle = case.client("urgent_obstacle_reported", data);
    case.days(1, 12);
    let data = json!({
        "obstacle": obstacle,
        "help": case.rng.pick(&words::HELP),
        "by": case.lead,
        "by_when": case.on(14),
        "demands_paused_until": case.on(60),
    });
    case.lead("stabilisation_agreed", data);
    case.days(10, 40);
    let data = json!({
        "obstacle": obstacle,
        "state": case.rng.pick(&["opgelost", "beheersbaar", "beheersbaar", "niet_gelukt"]),
        "client_view": case.text(&words::CLIENT_SAYS),
        "next": case.rng.pick(&words::NEAR_STEP),
    });
    case.lead("obstacle_stabilised", data);
}

fn perspective(case: &mut Case) {
    let mut data = json!({
        "words": case.text(&words::PERSPECTIVE),
        "voiced_by": case.rng.pick(&["zelf", "zelf", "met_hulp"]),
        "nearness": case.score(1, 4),
    });
    if case.rng.chance(550) {
        data["meaning"] = json!(case.rng.pick(&words::MEANING));
    }
    let id = case.client("future_perspective_voiced", data);
    case.perspective = Some(id);
}

fn domains(case: &mut Case) {
    case.days(2, 10);
    // A short dossier has a short look at what matters most.
    let most = if case.left() > 10 { 8 } else { 3 };
    let count = case.rng.between(most / 2, most);
    let start = case.rng.below(8);
    let starts_here = case.rng.between(0, count - 1);
    for place in 0..count {
        let at = (start + u64::try_from(place).unwrap_or(0)) % 8;
        let domain = DOMAINS[usize::try_from(at).unwrap_or(0) % DOMAINS.len()];
        let mut data = json!({
            "domain": domain,
            "situation": case.text(&words::SITUATION),
            "urgency": case.rng.pick(&["geen", "laag", "laag", "hoog"]),
            "source": case.rng.pick(&["samen", "samen", "client", "professional"]),
            "client_score": case.score(1, 5),
            "professional_score": case.score(1, 5),
        });
        if case.rng.chance(650) {
            data["talent"] = json!(case.rng.pick(&words::TALENT));
        }
        if case.rng.chance(550) {
            data["obstacle"] = json!(case.rng.pick(&words::OBSTACLE));
        }
        if place == starts_here {
            data["starts_here"] = json!(true);
        }
        let id = case.lead("life_domain_assessed", data);
        case.correctable.push((id, "situation"));
    }
}

fn needs(case: &mut Case) {
    let needs: Vec<_> = ["autonomie", "competentie", "verbinding"]
        .iter()
        .map(|need| {
            json!({
                "need": need,
                "met": case.score(1, 4),
                "weight": case.score(2, 5),
                "words": case.text(&words::CLIENT_SAYS),
            })
        })
        .collect();
    case.lead(
        "needs_voiced",
        json!({ "needs": needs, "source": "client" }),
    );
}

fn behaviour(case: &mut Case) {
    case.days(2, 10);
    let data = json!({
        "behaviour": { "action": case.rng.pick(&words::ACTION), "time": "Elke week." },
        "willing": {
            "attitude": case.score(2, 5),
            "social_pressure": case.score(1, 4),
            "self_efficacy": case.self_efficacy,
            "intention": case.score(2, 5),
        },
        "able": { "skill": case.score(1, 5), "environment": case.score(1, 5) },
        "lever": case.rng.pick(&["motivatie", "vaardigheid", "obstakel"]),
        "made_with": ["CL", "TB"],
        "beliefs": case.rng.pick(&words::BELIEF),
    });
    case.lead("behaviour_picture_made", data);
    if case.rng.chance(600) {
        let value = case.self_efficacy;
        measure(case, "nul", value, None);
    }
}

/// Measures self-efficacy.
pub(crate) fn measure(case: &mut Case, moment: &str, value: i64, instrument: Option<&str>) {
    let mut data = json!({
        "what": "geloof_in_eigen_kunnen",
        "value": value,
        "scale": "1-5",
        "moment": moment,
        "by": case.rng.pick(&["samen", "client"]),
        "client_words": case.text(&words::CLIENT_SAYS),
    });
    if let Some(instrument) = instrument {
        data["instrument"] = json!(instrument);
        data["earlier"] = json!(case.self_efficacy);
    }
    if moment != "nul" && case.rng.chance(300) {
        data["other_explanations"] =
            json!("Thuis is het rustiger geworden. Dat kan ook hebben geholpen.");
    }
    case.self_efficacy = value;
    case.lead("effect_measured", data);
}
