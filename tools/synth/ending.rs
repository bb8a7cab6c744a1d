//! What happens beside and after: contests, other voices, handovers, repairs, closing, looking
//! back.

use serde_json::json;

use super::case::Case;
use super::intake::{conversation, measure};
use super::words;

/// Somebody disagrees; mostly another person answers.
pub(crate) fn contest(case: &mut Case, decision: &str) {
    case.days(5, 20);
    let data = json!({
        "decision": decision,
        "ground": case.text(&[&words::GROUND, &words::NOTE[1][..2]]),
        "by": "CL",
        "formal": case.rng.chance(400),
        "wished": case.rng.pick(&words::OPTION),
    });
    let contest = case.client("decision_contested", data);
    if case.rng.chance(200) {
        return;
    }
    case.days(7, 30);
    let outcome = case.rng.pick(&["blijft", "gewijzigd", "ingetrokken"]);
    let mut data = json!({
        "contest": contest,
        "outcome": outcome,
        "why": case.text(&words::WHY),
        "principles": [{
            "principle": "P5", "stance": "toegepast", "reason": case.text(&words::REASON),
        }],
        "triangle": {
            "wet": { "verdict": "ja", "reason": "De wet laat dit toe.", "sources": ["awb"] },
            "middelen": {
                "verdict": "ja", "reason": "Het kost niet meer dan het eerste besluit.",
                "cost_eur": "onbekend",
            },
            "zelfregie": {
                "verdict": "ja", "reason": "De cliënt is nu wel gehoord.",
                "client_says": case.text(&words::CLIENT_SAYS),
            },
        },
    });
    if outcome == "gewijzigd" {
        data["kind"] = json!("maatwerk");
        data["legal"] = json!([{
            "regulation": "participatiewet", "valid_on": case.on(0), "room_used": "beleidsruimte",
        }]);
        data["apology"] = json!("We hadden eerst moeten vragen wat er speelde.");
    }
    // Somebody who never decides or gives permission in this dossier.
    let other = case.colleague.clone();
    case.record("decision_reconsidered", "TB", &other, data);
}

/// The client says something about an earlier entry.
pub(crate) fn voice(case: &mut Case) {
    let mut data = json!({
        "words": case.text(&words::CLIENT_SAYS),
        "voiced_by": case.rng.pick(&["zelf", "zelf", "met_hulp"]),
        "heard": case.score(2, 5),
        "seen": case.score(2, 5),
        "understood": case.score(2, 5),
        "new_problem_after": case.rng.chance(80),
        "trust": case.score(1, 5),
    });
    if let Some(decision) = case.decisions.last() {
        data["about"] = json!(decision);
    }
    if case.rng.chance(400) {
        data["helped"] = json!([case.rng.pick(&words::HELP)]);
    }
    case.client("client_voice_recorded", data);
}

/// Experience knowledge joins in.
pub(crate) fn experience(case: &mut Case) {
    let expert = case.other("ED");
    if case.rng.chance(300) {
        let data = json!({
            "professional": case.lead,
            "experience_expert": expert,
            "purpose": "Samen naar het gesprek, en samen luisteren.",
            "from": case.on(0),
            "compensation": case.rng.pick(&["loon", "vrijwilligersvergoeding"]),
        });
        case.lead("tandem_formed", data);
    }
    let data = json!({
        "trained": true,
        "topic": case.rng.pick(&words::TOPIC),
        "content": case.text(&words::EXPERIENCE),
        "differs": case.rng.chance(600),
        "changed_something": case.rng.chance(400),
        "contribution": case.rng.pick(&["naast_staan", "vertalen", "vraag_stellen"]),
        "compensation": case.rng.pick(&["loon", "vrijwilligersvergoeding", "onkosten"]),
        "benefit_risk_checked": case.rng.chance(800),
    });
    case.record("experience_perspective_given", "ED", &expert, data);
    if case.rng.chance(400) {
        let data = json!({
            "roles": ["TB", "ED", "MC"],
            "question": case.rng.pick(&words::TOPIC),
            "perspectives": [
                { "role": "TB", "perspective": case.text(&words::NOTE) },
                { "role": "ED", "perspective": case.text(&words::EXPERIENCE) },
            ],
            "differences": "Het team wil tempo, de ervaringsdeskundige wil rust.",
            "client_informed": "ja",
        });
        case.lead("case_discussion_held", data);
    }
}

/// A visit, mostly agreed with the lead beforehand.
pub(crate) fn visit(case: &mut Case) {
    let officer = case.other("HH");
    let aligned = case.rng.chance(700);
    if aligned {
        let data = json!({
            "with": case.lead, "on": case.on(0),
            "agreement": "Er komt geen bezoek zonder bericht vooraf.",
        });
        case.record("enforcement_coordinated", "HH", &officer, data);
        case.days(2, 9);
    }
    let known = if aligned { "ja" } else { "nee" };
    let data = json!({
        "visited_on": case.on(0),
        "announced": known, "lead_informed": known, "ground_recorded": "ja",
        "consent": case.rng.pick(&["ja", "ja", "nee"]),
        "effect": case.text(&words::CLIENT_SAYS),
    });
    case.record("investigation_visit_recorded", "HH", &officer, data);
}

/// Another counsellor takes over; never the colleague who answers contests.
pub(crate) fn handover(case: &mut Case) {
    let from = case.lead.clone();
    let number = 80 + case.rng.below(20);
    let to = match format!("TB-{number}") {
        same if same == from => "TB-79".to_owned(),
        other => other,
    };
    let data = json!({
        "from": from,
        "to": to,
        "reason": case.rng.pick(&["De klantmanager krijgt ander werk.", "De cliënt is verhuisd."]),
        "manner": case.rng.pick(&["warm", "warm", "koud"]),
        "client_informed": case.rng.pick(&["ja", "ja", "nee"]),
        "open_commitments": "geen",
        "not_again": "Wat al verteld is, hoeft niet opnieuw verteld te worden.",
    });
    case.lead("case_handed_over", data);
    case.lead = to;
    case.days(5, 15);
    conversation(case, "kennismaking");
}

/// A text is put right.
pub(crate) fn correct(case: &mut Case) {
    let Some((target, field)) = any_correctable(case) else {
        return;
    };
    let data = json!({
        "target": target,
        "field": field,
        "new_words": case.text(&words::SITUATION),
        "reason": "Het stond er anders dan het was.",
        "asked_by": case.rng.pick(&["CL", "TB"]),
    });
    case.lead("entry_corrected", data);
}

/// A text is closed at somebody's request.
pub(crate) fn shield(case: &mut Case) {
    let Some((target, field)) = any_correctable(case) else {
        return;
    };
    let data = json!({
        "target": target,
        "fields": [field],
        "ground": "Dit gaat over iemand anders en hoort hier niet.",
        "requested_by": "CL",
    });
    let manager = case.manager.clone();
    case.record("entry_shielded", "TM", &manager, data);
}

fn any_correctable(case: &mut Case) -> Option<(String, &'static str)> {
    let place = case.rng.below(case.correctable.len() as u64);
    let found = case.correctable.get(usize::try_from(place).ok()?)?;
    Some(found.clone())
}

/// Closing, and what may still follow.
pub(crate) fn run(case: &mut Case) {
    case.days(10, 40);
    conversation(case, "voortgang");
    let account = case.text(&words::CLIENT_SAYS);
    let places = [
        "betaald_werk",
        "betaald_werk_met_ondersteuning",
        "opleiding",
        "vrijwilligerswerk",
        "dagbesteding",
        "zorg",
        "mantelzorg",
        "verhuisd",
        "anders",
    ];
    let mut data = json!({
        "places": [case.rng.pick(&places)],
        "client_account": account,
        "self_attribution": case.score(2, 5),
        "last_measurement": "niet_gemeten",
        "ladder": case.rng.between(2, 6),
        "aftercare_on": case.on(180),
    });
    if case.rng.chance(150) {
        data["self_attribution"] = json!("niet_gevraagd");
    }
    case.lead("trajectory_closed", data);
    while !case.full() {
        case.days(10, 60);
        match case.rng.below(4) {
            0 => {
                let value = (case.self_efficacy + case.rng.between(-1, 1)).clamp(1, 5);
                measure(case, "na", value, None);
            }
            1 => voice(case),
            2 => review(case),
            _ => replay(case),
        }
    }
}

/// A critical look at the steps, a finding, and the answer to it.
fn review(case: &mut Case) {
    let count = case.rng.between(3, 6);
    let start = case.rng.below(case.lines.len() as u64);
    let steps: Vec<_> = (0..count)
        .filter_map(|place| {
            let at = usize::try_from(start).ok()? + usize::try_from(place).ok()?;
            let step = case.lines.get(at % case.lines.len())?.id.clone()?;
            let verdict = case.rng.pick(&["ja", "ja", "ja", "ja", "nee", "twijfel"]);
            let reason = case.rng.pick(&words::FINDING);
            Some(json!({ "step": step, "verdict": verdict, "reason": reason }))
        })
        .collect();
    let auditor = case.other("AU");
    let data = json!({ "reviewers": [auditor], "steps": steps, "method": "toetssessie" });
    case.record("review_held", "AU", &auditor, data);
    let Some(decision) = case.decisions.last().cloned() else {
        return;
    };
    let data = json!({
        "event": decision,
        "principle": format!("P{}", case.rng.between(1, 10)),
        "kind": case.rng.pick(&["sterk_punt", "sterk_punt", "vraag", "tekort"]),
        "text": case.rng.pick(&words::FINDING),
        "weight": case.rng.pick(&["licht", "middel", "zwaar"]),
    });
    let finding = case.record("finding_recorded", "AU", &auditor, data);
    if case.rng.chance(800) {
        case.days(3, 30);
        let data = json!({
            "finding": finding,
            "position": case.rng.pick(&["eens", "eens", "deels", "oneens"]),
            "reason": case.rng.pick(&words::ANSWER),
        });
        case.lead("finding_answered", data);
    }
}

/// Somebody learns from the dossier.
fn replay(case: &mut Case) {
    let Some(decision) = case.decisions.first().cloned() else {
        return voice(case);
    };
    let learner = case.other("LE");
    let data = json!({
        "learner": learner,
        "stop": decision,
        "own_choice": case.rng.pick(&words::OPTION),
        "own_reasons": case.text(&words::REASON),
        "insight": case.rng.pick(&words::INSIGHT),
        "minutes": case.rng.between(15, 60),
    });
    case.record("replay_completed", "LE", &learner, data);
}
