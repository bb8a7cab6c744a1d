//! The weighing itself: a decision complete with triangle, principles, alternatives and the
//! client's view.

use serde_json::{Value, json};

use super::case::Case;
use super::words;

const SITUATIONS: [&str; 8] = [
    "lang_thuis_weinig_contact",
    "schulden_en_werk",
    "taal_en_werk",
    "afspraak_gemist_2x",
    "gezondheid_en_opbouw",
    "jong_zonder_diploma",
    "alleenstaande_ouder",
    "terug_na_werk",
];

/// Takes a decision and gives its id.
pub(crate) fn weigh(case: &mut Case, options: Option<&str>) -> String {
    let kinds = [
        "instrument",
        "instrument",
        "instrument",
        "instrument",
        "maatwerk",
        "toekenning",
        "ontheffing",
        "wachten",
        "stabilisatie",
        "waarschuwing",
        "maatregel",
        "weigering",
        "traject",
    ];
    let kind = case.rng.pick(&kinds);
    let hard = matches!(kind, "maatregel" | "waarschuwing" | "weigering");
    if hard {
        letter(case);
    }
    let cost = case.rng.between(0, 80) * 25;
    let (own, overrides) = if hard && case.rng.chance(500) {
        let permission = json!([{
            "corner": "zelfregie", "by": case.manager, "until": case.on(90),
            "reason": "De regel weegt hier zwaarder, voor korte tijd.",
        }]);
        ("nee", permission)
    } else {
        ("ja", json!([]))
    };
    let mut data = json!({
        "kind": kind,
        "subject": case.text(&words::SUBJECT),
        "review_on": case.on(90),
        "led_by": { "actor": case.lead, "role": "TB" },
        "with": ["CL", "TB"],
        "situation_key": case.rng.pick(&SITUATIONS),
        "why": case.text(&words::WHY),
        "principles": stances(case, hard),
        "triangle": {
            "wet": {
                "verdict": if case.rng.chance(950) { "ja" } else { "onduidelijk" },
                "reason": "De wet en de verordening geven hier ruimte voor.",
                "sources": ["participatiewet", "verordening"],
            },
            "middelen": {
                "verdict": "ja",
                "reason": "Het kost minder dan wachten en het levert meer op.",
                "cost_eur": cost,
                "cost_of_doing_nothing_eur": cost + case.rng.between(10, 200) * 25,
            },
            "zelfregie": {
                "verdict": own,
                "reason": case.text(&words::REASON),
                "client_says": case.text(&words::CLIENT_SAYS),
            },
        },
        "overrides": overrides,
        "legal": [{
            "regulation": case.rng.pick(&["participatiewet", "verordening", "bijzondere_bijstand"]),
            "valid_on": case.on(0),
            "room_used": case.rng.pick(&["beleidsruimte", "beleidsruimte", "gebonden", "hardheid"]),
        }],
        "alternatives": alternatives(case, hard),
        "client_view": view(case),
        "experience": { "perspective": "geen" },
        "knowledge": {
            "basis": case.rng.pick(&["weten", "vinden"]),
            "sources": ["praktijk", "ervaring"],
        },
        "lever": case.rng.pick(&["motivatie", "vaardigheid", "obstakel", "geen"]),
        "generality": case.rng.pick(&["alleen_hier", "alleen_hier", "vaker", "iedereen"]),
    });
    data["options"] = match options {
        Some(set) => json!({ "set": set, "chosen": case.rng.between(1, 2) }),
        None => json!({ "none_because": "Er was haast. De keuzes bespreken we daarna." }),
    };
    let id = case.lead("decision_taken", data);
    case.correctable.push((id.clone(), "subject"));
    id
}

fn stances(case: &mut Case, hard: bool) -> Vec<Value> {
    let count = case.rng.between(1, 4);
    let start = case.rng.between(1, 10);
    (0..count)
        .map(|place| {
            let principle = format!("P{}", (start + place * 3 - 1) % 10 + 1);
            let reason = case.text(&words::REASON);
            if place == 0 && (hard || case.rng.chance(60)) {
                json!({
                    "principle": principle, "stance": "bewust_opzij", "reason": reason,
                    "weightier_value": case.rng.pick(&["rechtsgelijkheid", "veiligheid", "rust"]),
                })
            } else {
                json!({ "principle": principle, "stance": "toegepast", "reason": reason })
            }
        })
        .collect()
}

fn alternatives(case: &mut Case, hard: bool) -> Vec<Value> {
    let corners = ["wet", "middelen", "zelfregie"];
    let mut made = vec![json!({
        "option": "Niets doen.", "kind": "niets_doen",
        "why_not": case.rng.pick(&words::WHY_NOT),
        "failing_corner": case.rng.pick(&corners),
    })];
    if hard {
        for (option, kind) in [
            ("Een waarschuwing.", "waarschuwing"),
            ("Een gesprek.", "gesprek"),
        ] {
            let why_not = case.rng.pick(&words::WHY_NOT);
            made.push(json!({ "option": option, "kind": kind, "why_not": why_not }));
        }
    } else {
        made.push(json!({
            "option": case.rng.pick(&words::OPTION), "kind": "optie",
            "why_not": case.rng.pick(&words::WHY_NOT),
            "failing_corner": case.rng.pick(&corners),
        }));
    }
    made
}

fn view(case: &mut Case) -> Value {
    if case.rng.chance(60) {
        return json!({
            "position": "onbekend", "ask_by": case.on(14),
            "unknown_because": "De cliënt was niet te bereiken.",
        });
    }
    json!({
        "words": case.text(&words::CLIENT_SAYS),
        "position": case.rng.pick(&["eens", "eens", "eens", "deels", "oneens"]),
        "voiced_by": "zelf",
        "dependence_felt": case.rng.pick(&["nee", "nee", "ja", "onbekend"]),
    })
}

fn letter(case: &mut Case) {
    let unit = case.other("IC");
    let data = json!({
        "author_unit": "afdeling Inkomen",
        "request": case.rng.pick(&words::REQUEST),
        "days_given": case.rng.between(2, 14),
        "consequence_named": case.rng.chance(500),
        "counsellor_informed": case.rng.pick(&["ja", "ja", "nee"]),
        "plain_language_check": case.rng.chance(600),
    });
    case.record("letter_sent", "IC", &unit, data);
    case.days(2, 14);
}
