//! What the questions Q28–Q48 tell of the worked cases, counted by hand as in `questions_cases`.

use crate::questions_support::{Asked, moment, of_cases};

fn tells(code: &str, by: &[&str], wanted: &[&str]) {
    tells_asked(code, by, &Asked::default(), wanted);
}

fn tells_asked(code: &str, by: &[&str], asked: &Asked, wanted: &[&str]) {
    assert_eq!(
        of_cases(code, by, asked),
        wanted,
        "{code} by {by:?}, {asked:?}"
    );
}

fn on(date: &'static str) -> Asked {
    Asked {
        on: date,
        ..Asked::default()
    }
}

fn known(text: &str) -> Asked {
    Asked {
        known_at: Some(moment(text)),
        ..Asked::default()
    }
}

/// Every decision was led by the counsellor with the lead: that of the opening where nobody was
/// assigned, TB-22 after the first handover of ZAAK-004.
#[test]
fn q28_in_the_lead() {
    tells("Q28", &["role"], &["by_lead TB: 13/13", "decisions TB: 13"]);
    let one_month = Asked {
        from: "2025-06-01",
        until: "2025-07-01",
        ..Asked::default()
    };
    tells_asked(
        "Q28",
        &["month"],
        &one_month,
        &["by_lead 2025-06: 3/3", "decisions 2025-06: 3"],
    );
}

/// ZAAK-005: not announced to the lead, the alignment came three weeks later. Trust was 4 in the
/// conversation before and 1 in the voice the day after.
#[test]
fn q29_unexpected_visit() {
    tells("Q29", &[], &["unexpected: 1/1", "trust: -3 of 1"]);
    let rietdam = Asked {
        municipality: Some("Rietdam"),
        ..Asked::default()
    };
    tells_asked("Q29", &[], &rietdam, &["unexpected: 0/0", "trust: - of 0"]);
}

/// ZAAK-005: 20 March to 22 April, *aangepast*. ZAAK-011: 26 May to 10 June, *mag wel*; its answer
/// to the bundle is no answer to an obstacle.
#[test]
fn q30_is_it_allowed() {
    tells(
        "Q30",
        &["kind"],
        &[
            "allowed afstemming: 0/1",
            "allowed gevoel_dat_het_niet_mag: 1/1",
            "days afstemming: 33 of 1",
            "days gevoel_dat_het_niet_mag: 15 of 1",
            "unanswered afstemming: 0/1",
            "unanswered gevoel_dat_het_niet_mag: 0/1",
        ],
    );
    tells_asked(
        "Q30",
        &[],
        &on("2025-06-01"),
        &[
            "allowed: 0/1",
            "days: 33 of 1, 1 unknown",
            "unanswered: 1/2",
        ],
    );
}

/// Both letters give two days and name a consequence unchecked; of the one of ZAAK-006 the
/// counsellor knew nothing.
#[test]
fn q31_pressing_letters() {
    tells(
        "Q31",
        &["author_unit"],
        &[
            "pressing afdeling Inkomen: 1/1",
            "pressing team Zuid: 1/1",
            "short afdeling Inkomen: 1/1",
            "short team Zuid: 1/1",
            "unchecked afdeling Inkomen: 1/1",
            "unchecked team Zuid: 1/1",
            "uninformed afdeling Inkomen: 1/1",
            "uninformed team Zuid: 0/1",
        ],
    );
}

/// ZAAK-004 alone: cold and unannounced, then warm and told. Two over twelve running trajectories.
#[test]
fn q32_handovers() {
    tells(
        "Q32",
        &[],
        &["warm: 1/2", "informed: 1/2", "per_trajectory: 0.167 of 12"],
    );
    let later = Asked {
        from: "2025-02-01",
        ..Asked::default()
    };
    tells_asked(
        "Q32",
        &[],
        &later,
        &["warm: 1/1", "informed: 1/1", "per_trajectory: 0.083 of 12"],
    );
}

/// The same situation was met by TB-04 and TB-09, in two teams: within a team there is nobody to
/// compare with. As known on 1 July, over both teams, one took a measure and the other did not.
#[test]
fn q33_depends_on_who() {
    let found = of_cases("Q33", &["team", "situation_key"], &Asked::default());
    assert!(
        found.iter().all(|line| line.ends_with("- between 1")),
        "{found:?}"
    );
    let july = known("2025-07-01T12:00:00+02:00");
    let found = of_cases("Q33", &["situation_key"], &july);
    assert_eq!(found[0], "measures afspraak_gemist_2x: 1 between 2");
    let found = of_cases("Q33", &["situation_key"], &Asked::default());
    assert_eq!(found[0], "measures afspraak_gemist_2x: 0 between 2");
}

/// `afspraak_gemist_2x`: Noord warned; Zuid took a measure, and warned after reconsidering.
#[test]
fn q34_strict_or_lenient() {
    let like_case = |asked: &Asked| {
        let mut found = of_cases("Q34", &["situation_key", "team"], asked);
        found.retain(|line| line.contains("afspraak_gemist_2x"));
        found
    };
    assert_eq!(
        like_case(&known("2025-07-01T12:00:00+02:00")),
        [
            "measures afspraak_gemist_2x Noord: 0/1",
            "measures afspraak_gemist_2x Zuid: 1/1",
            "warnings afspraak_gemist_2x Noord: 1/1",
            "warnings afspraak_gemist_2x Zuid: 0/1",
            "talks afspraak_gemist_2x Noord: 1/1",
            "talks afspraak_gemist_2x Zuid: 0/1",
        ]
    );
    assert_eq!(
        like_case(&Asked::default()),
        [
            "measures afspraak_gemist_2x Noord: 0/1",
            "measures afspraak_gemist_2x Zuid: 0/1",
            "warnings afspraak_gemist_2x Noord: 1/1",
            "warnings afspraak_gemist_2x Zuid: 1/1",
            "talks afspraak_gemist_2x Noord: 1/1",
            "talks afspraak_gemist_2x Zuid: 1/1",
        ]
    );
}

/// Discussions of ZAAK-009 (July) and ZAAK-012 (February) with a team manager; the two reviews
/// (September, October) were recorded by an auditor, and the book does not know who a reviewer is.
#[test]
fn q35_managers() {
    tells(
        "Q35",
        &["session", "two_months"],
        &[
            "present casuistiek 2025-01..02: 1/1",
            "present casuistiek 2025-07..08: 1/1",
            "present toetssessie 2025-09..10: 0/2",
            "sessions casuistiek 2025-01..02: 1",
            "sessions casuistiek 2025-07..08: 1",
            "sessions toetssessie 2025-09..10: 2",
        ],
    );
}

/// Open in March 2026: nine; ZAAK-006 (from day 2) and ZAAK-012 (from day 21) work with
/// experience, and both perspectives say what they changed.
#[test]
fn q36_experience() {
    tells(
        "Q36",
        &[],
        &["involved: 2/9", "moment: 11.5 of 2", "feedback: 2/2"],
    );
    tells_asked(
        "Q36",
        &["municipality"],
        &on("2025-01-31"),
        &[
            "involved Rietdam: 1/2",
            "involved Zandhaven: 0/3",
            "moment Rietdam: 2 of 1",
            "feedback Rietdam: 1/1",
            "feedback Zandhaven: 1/1",
        ],
    );
}

/// ZAAK-006 and ZAAK-012: differs, and changed something.
#[test]
fn q37_eye_openers() {
    tells(
        "Q37",
        &["municipality"],
        &["changed Rietdam: 1/1", "changed Zandhaven: 1/1"],
    );
}

/// Trajectories by band: 5, 3, 1 and 3 of 12. Voices: 0, 2, 0 and 2 of 4. A band with 2/4 of the
/// voices and 3/12 of the trajectories has 2.
#[test]
fn q38_missing_voice() {
    tells(
        "Q38",
        &["benefit_band"],
        &[
            "voice 1_tot_2_jaar: 0",
            "voice 2_tot_5_jaar: 2",
            "voice langer_dan_5_jaar: 0",
            "voice tot_1_jaar: 2",
        ],
    );
}

/// Two perspectives, of trained experts; both discussions had an expert and a volunteer.
#[test]
fn q39_who_speaks() {
    tells(
        "Q39",
        &["speaker"],
        &[
            "volunteer alle: 2/2",
            "expert alle: 2/2",
            "perspectives ED opgeleid: 2",
        ],
    );
}

/// Two perspectives (both checked) and two tandems (nothing to check there), all for a wage.
#[test]
fn q40_reward() {
    tells(
        "Q40",
        &["compensation"],
        &["checked loon: 2/2", "contributions loon: 4"],
    );
}

/// Now every decision is three times yes. On 1 April 2025 ZAAK-003 was ja/ja/nee with permission;
/// known then: eight decisions.
#[test]
fn q41_triangle() {
    tells(
        "Q41",
        &["triangle"],
        &[
            "three_yes ja/ja/ja: 13/13",
            "decisions ja/ja/ja: 13",
            "failing ja/ja/ja: 20",
        ],
    );
    let april = known("2025-04-01T12:00:00+02:00");
    let found = of_cases("Q41", &["triangle"], &april);
    assert_eq!(
        found[..2],
        ["three_yes ja/ja/ja: 7/7", "three_yes ja/ja/nee: 0/1"]
    );
    let found = of_cases("Q41", &["where_it_failed", "corner"], &april);
    assert!(
        found.contains(&"failing toestemming zelfregie: 1".to_owned()),
        "{found:?}"
    );
    // ZAAK-007: A fails on means, C on self-direction; doing nothing does not count.
    let training = Asked {
        from: "2025-04-01",
        until: "2025-05-01",
        municipality: Some("Kruisveld"),
        ..Asked::default()
    };
    tells_asked(
        "Q41",
        &["corner"],
        &training,
        &[
            "three_yes alle: 1/1",
            "decisions alle: 1",
            "failing middelen: 1",
            "failing zelfregie: 1",
        ],
    );
}

/// ZAAK-006 uses urgent reasons (twice, counted once); the reconsidered ZAAK-009 uses policy room
/// and a bound power; the rest policy room.
#[test]
fn q42_room() {
    tells(
        "Q42",
        &["room_used"],
        &[
            "decisions beleidsruimte: 12",
            "decisions dringende_reden: 1",
            "decisions gebonden: 1",
            "without_source alle: 0/13",
        ],
    );
}

/// Three exceptions to three rules, all in the bundle of 6 October, answered on 1 December: 56
/// days. On 1 November nobody could tell.
#[test]
fn q43_exceptions() {
    tells(
        "Q43",
        &["departs_from"],
        &[
            "exceptions gewoonte: 1",
            "exceptions regel: 2",
            "unbundled gewoonte: 0/1",
            "unbundled regel: 0/2",
            "answered alle: 1/1",
        ],
    );
    tells_asked(
        "Q43",
        &[],
        &on("2025-11-01"),
        &[
            "exceptions: 3",
            "unbundled: 0/3",
            "answered: 0/0, 1 unknown",
        ],
    );
}

/// Cost in euros: 1150+650+120+350+110+0+1700+900+0+0+250+1240+150 = 6620; doing nothing:
/// 7800+1300+1300+1300+900+1300+12000+5200+2400+1800+2600+15600+3900 = 57400. On 1 July the 120
/// and 1300 of ZAAK-002 were not there, and of ZAAK-009 nothing was known.
#[test]
fn q44_money() {
    tells(
        "Q44",
        &[],
        &["money: 662000 beside 5740000", "unknown: 0/13"],
    );
    tells_asked(
        "Q44",
        &[],
        &known("2025-07-01T12:00:00+02:00"),
        &["money: 650000 beside 5430000, 1 unknown", "unknown: 1/12"],
    );
}

/// Closed: ZAAK-001 (paid work and training, 5, ladder 3→5), 004 (volunteering, 4, no ladder), 010
/// (volunteering and paid work, 5, ladder 2→4, still there in December).
#[test]
fn q45_where_people_land() {
    tells(
        "Q45",
        &["place"],
        &[
            "places betaald_werk: 2",
            "places opleiding: 1",
            "places vrijwilligerswerk: 2",
            "self alle: 3/3",
            "ladder alle: 2 of 2, 1 unknown",
            "still_there alle: 1/1, 2 unknown",
        ],
    );
    tells_asked(
        "Q45",
        &[],
        &on("2025-12-01"),
        &[
            "places: 5",
            "self: 3/3",
            "ladder: 2 of 2, 1 unknown",
            "still_there: 0/0, 3 unknown",
        ],
    );
}

/// Marks in May 2025 (stricter) and January 2026 (more lenient). June 2025: three decisions, one
/// measure until it was reconsidered, one exception, one kind with a choice (without one).
#[test]
fn q46_wind() {
    tells(
        "Q46",
        &["direction"],
        &[
            "measures alle: 0/13",
            "exceptions alle: 3/13",
            "choices alle: 5/10",
            "wind soepeler: 1",
            "wind strenger: 1",
        ],
    );
    let june = Asked {
        from: "2025-05-01",
        until: "2025-07-01",
        ..known("2025-07-01T12:00:00+02:00")
    };
    tells_asked(
        "Q46",
        &["month"],
        &june,
        &[
            "measures 2025-06: 1/3",
            "exceptions 2025-06: 1/3",
            "choices 2025-06: 0/1",
            "wind 2025-05: 1",
        ],
    );
}

/// *Vinden*: the first decision of ZAAK-002, ZAAK-003 and ZAAK-009; the other ten know, with a
/// source.
#[test]
fn q47_knowing() {
    tells("Q47", &[], &["knowing: 10/13"]);
    let warnings = Asked {
        kind: Some("waarschuwing"),
        ..Asked::default()
    };
    tells_asked("Q47", &["kind"], &warnings, &["knowing waarschuwing: 1/2"]);
}

/// ZAAK-012: the learner stopped at step 3 and chose an instrument; it became waiting.
#[test]
fn q48_learners_choice() {
    tells(
        "Q48",
        &["actual_kind"],
        &["same wachten: 0/1", "differences wachten: 1"],
    );
    let steps = of_cases("Q48", &["step"], &Asked::default());
    assert_eq!(steps.len(), 2);
}
