//! The middle: goal, options, preference, the weighing, and the instrument that follows.

use serde_json::{Value, json};

use super::case::Case;
use super::ending;
use super::intake::{conversation, measure};
use super::weighing::weigh;
use super::words;

/// Instruments of the first catalogue: lever, and days that are well below the longest allowed.
const INSTRUMENTS: [(&str, &str, i64); 12] = [
    ("meeloopplek", "motivatie", 28),
    ("proefplaatsing", "motivatie", 56),
    ("vrijwilligerswerk_met_begeleiding", "motivatie", 182),
    ("lotgenotengroep", "motivatie", 120),
    ("loopbaanorientatie", "motivatie", 70),
    ("sollicitatietraining", "vaardigheid", 80),
    ("stage", "vaardigheid", 120),
    ("werkervaringsplaats", "vaardigheid", 150),
    ("leerplek", "vaardigheid", 182),
    ("taaltraining", "vaardigheid", 182),
    ("jobcoach", "obstakel", 182),
    ("hulp_bij_schulden", "obstakel", 182),
];

/// One round: from a goal to the end of an instrument.
pub(crate) fn run(case: &mut Case) {
    case.days(5, 20);
    if case.goal.is_none() || case.rng.chance(350) {
        goal(case);
    }
    let options = case.rng.chance(850).then(|| options(case));
    let decision = weigh(case, options.as_deref());
    case.decisions.push(decision.clone());
    if case.rng.chance(70) {
        exception(case, &decision);
    }
    if case.rng.chance(80) {
        ending::contest(case, &decision);
    }
    if case.rng.chance(650) {
        instrument(case, &decision);
    } else {
        case.days(14, 40);
        conversation(case, "voortgang");
    }
    side_events(case);
}

fn goal(case: &mut Case) {
    let by_whom = case
        .rng
        .pick(&["client", "client", "samen", "professional"]);
    let mut data = json!({
        "goal": case.text(&words::GOAL),
        "formulated_by": by_whom,
        "near_step": case.rng.pick(&words::NEAR_STEP),
        "by_when": case.on(90),
    });
    if by_whom != "professional" {
        data["client_words"] = json!(case.text(&words::CLIENT_SAYS));
        data["client_confirms"] = json!(true);
    }
    if let Some(perspective) = &case.perspective {
        data["perspective"] = json!(perspective);
    }
    let id = case.lead("goal_set", data);
    case.goal = Some(id);
}

fn options(case: &mut Case) -> String {
    let count = case.rng.between(2, 4);
    let start = case.rng.below(words::OPTION.len() as u64);
    let mut options: Vec<Value> = (0..count)
        .map(|place| {
            let at = (start + u64::try_from(place).unwrap_or(0)) % words::OPTION.len() as u64;
            json!({
                "option": words::OPTION[usize::try_from(at).unwrap_or(0)],
                "kind": "optie",
                "pros": case.rng.pick(&words::PROS),
                "cons": case.rng.pick(&words::CONS),
                "cost_eur": case.rng.between(0, 60) * 25,
            })
        })
        .collect();
    options.push(json!({
        "option": "Niets doen.",
        "kind": "niets_doen",
        "pros": "U houdt uw rust.",
        "cons": "Er verandert niets aan wat u dwarszit.",
    }));
    let data = json!({ "topic": case.rng.pick(&words::TOPIC), "options": options });
    let set = case.lead("options_presented", data);
    case.days(0, 9);
    if case.rng.chance(900) {
        let mut data = json!({
            "options": set,
            "preference": case.rng.between(1, count),
            "reasons": case.text(&words::CLIENT_SAYS),
            "voiced_by": "zelf",
            "dependence_felt": case.rng.pick(&["nee", "nee", "nee", "ja", "onbekend"]),
        });
        if case.rng.chance(60) {
            data["preference"] = json!("weet_ik_nog_niet");
        }
        case.client("client_preference_voiced", data);
    }
    case.days(0, 7);
    set
}

fn exception(case: &mut Case, decision: &str) {
    let norms = [
        "beleidsregel vervoer",
        "wachttijd scholing",
        "eigen bijdrage",
        "vaste volgorde",
    ];
    let data = json!({
        "decision": decision,
        "norm": case.rng.pick(&norms),
        "departs_from": case.rng.pick(&["regel", "gewoonte"]),
        "why_unique": case.text(&words::REASON),
        "generality": case.rng.pick(&["alleen_hier", "vaker"]),
    });
    case.lead("exception_made", data);
}

fn instrument(case: &mut Case, decision: &str) {
    case.days(2, 14);
    let place = case.rng.below(INSTRUMENTS.len() as u64);
    let (key, lever, days) = INSTRUMENTS[usize::try_from(place).unwrap_or(0) % INSTRUMENTS.len()];
    let data = json!({
        "instrument": key,
        "purpose": case.text(&words::PURPOSE),
        "expected": {
            "what": "geloof_in_eigen_kunnen", "from": case.self_efficacy,
            "to": (case.self_efficacy + 1).min(5), "by_when": case.on(days),
        },
        "lever": lever,
        "limit": case.on(days),
        "review_on": case.on(days / 2),
        "decision": decision,
        "cost_eur": case.rng.between(0, 60) * 25,
        "bundled": case.rng.chance(40),
        "useful": case.score(2, 5),
    });
    let id = case.lead("instrument_started", data);
    case.days(10, 25);
    conversation(case, "voortgang");
    if let Some(goal) = case.goal.clone().filter(|_| case.rng.chance(450)) {
        learned(case, &goal);
    }
    case.days(5, 20);
    let verdict = case.rng.pick(&["door", "door", "aanpassen", "stoppen"]);
    let data = json!({
        "instrument": id,
        "result_so_far": case.rng.pick(&words::RESULT),
        "client_view": case.text(&words::CLIENT_SAYS),
        "verdict": verdict,
        "useful": case.score(2, 5),
    });
    case.lead("instrument_reviewed", data);
    if case.rng.chance(150) {
        let data = json!({
            "instrument": id,
            "limit": case.on(days + 60),
            "reason": case.text(&words::REASON),
            "progress": case.rng.pick(&words::RESULT),
            "client_view": case.text(&words::CLIENT_SAYS),
        });
        case.lead("instrument_extended", data);
    }
    case.days(5, 30);
    if case.rng.chance(650) {
        let value = (case.self_efficacy + case.rng.between(-1, 2)).clamp(1, 5);
        measure(case, "tussen", value, Some(&id));
    }
    let mut data = json!({
        "instrument": id,
        "reason": case.rng.pick(&["doel_bereikt", "doel_bereikt", "geen_resultaat", "grens_bereikt"]),
        "result": case.rng.pick(&words::RESULT),
    });
    if case.rng.chance(150) {
        data["result"] = json!("niet_gemeten");
    }
    case.lead("instrument_ended", data);
}

fn learned(case: &mut Case, goal: &str) {
    if case.rng.chance(500) {
        let data = json!({
            "what": case.rng.pick(&words::LEARNED),
            "talent": case.rng.pick(&words::TALENT),
            "client_words": case.text(&words::CLIENT_SAYS),
            "goal": goal,
        });
        case.lead("learning_experience_noted", data);
    } else {
        let data = json!({
            "goal": goal,
            "result": case.rng.pick(&["bereikt", "op_koers", "op_koers", "bijgesteld", "losgelaten"]),
            "client_view": case.text(&words::CLIENT_SAYS),
        });
        case.lead("goal_reviewed", data);
    }
}

fn side_events(case: &mut Case) {
    if case.rng.chance(140) {
        ending::voice(case);
    }
    if case.rng.chance(60) {
        ending::experience(case);
    }
    if case.rng.chance(25) {
        ending::visit(case);
    }
    if case.rng.chance(70) {
        ending::handover(case);
    }
    if case.rng.chance(80) {
        ending::correct(case);
    }
    if case.rng.chance(12) {
        ending::shield(case);
    }
}
