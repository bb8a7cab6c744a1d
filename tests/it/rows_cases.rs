//! Rows of the twelve worked cases, worked out by hand from their stories (domain.md §6).
//!
//! Days are written as dates and references as names of events, so that each expectation can be
//! read beside the case.

use weegboek::base::Day;
use weegboek::book::{Book, Recording, fields::Line};
use weegboek::views::table::{COMMON, Cell, Kind, Row};
use weegboek::views::tables;

use crate::rows_support::{Facts, cell, known_at, shown};

/// table, event, item, expected cells; a reference is `@` and a name.
type Expected = (&'static str, &'static str, i64, &'static str);

const EXPECTED: &[Expected] = &[
    // ZAAK-001: from ladder 3 to 5; closed on 12 January 2026 with work and training.
    (
        "trajectories",
        "ZAAK-001/1",
        0,
        "imported=0 opened_day=2025-01-13 closed_day=2026-01-12 ladder_first=3 ladder_last=5 closing=@ZAAK-001/12 first_perspective_day=2025-01-20 first_instrument_day=- self_efficacy_start=2 team=Noord",
    ),
    (
        "decisions",
        "ZAAK-001/8",
        0,
        "kind=maatwerk taken_day=2025-02-17 led_by_role=TB led_by_lead=1 option_set=@ZAAK-001/6 options_count=3 offers_doing_nothing=1 real_choice=1 options_day=2025-02-10 preferred=1 chosen=1 chosen_is_preferred=1 triangle=ja/ja/ja law_sources=2 cost=115000 alternative_cost=148000 doing_nothing_cost=780000 overrides=0 legal_bases=1 alternatives=3 client_position=eens client_words=1 dependence_felt=nee experience_used=0 knowledge_basis=weten knowledge_source=1 from_science=1 from_practice=1 from_experience=0 lever=obstakel generality=vaker principles_applied=3 principles_set_aside=0 complete=1 contested=0 reconsidered=-",
    ),
    (
        "decision_principles",
        "ZAAK-001/8",
        2,
        "principle=P5 stance=toegepast weightier_value=-",
    ),
    (
        "decision_legal",
        "ZAAK-001/8",
        0,
        "regulation=bijzondere_bijstand valid_day=2025-02-17 room_used=beleidsruimte",
    ),
    (
        "decision_alternatives",
        "ZAAK-001/8",
        1,
        "number=2 option_kind=wachten failing_corner=middelen",
    ),
    (
        "option_sets",
        "ZAAK-001/6",
        0,
        "options=3 offers_doing_nothing=1",
    ),
    (
        "preferences",
        "ZAAK-001/7",
        0,
        "option_set=@ZAAK-001/6 preferred=1 undecided=0",
    ),
    (
        "exceptions",
        "ZAAK-001/9",
        0,
        "decision=@ZAAK-001/8 departs_from=regel generality=vaker",
    ),
    (
        "measurements",
        "ZAAK-001/11.1",
        0,
        "source=meting what=geloof_in_eigen_kunnen value=4 baseline=2 baseline_day=2025-01-27 change=2",
    ),
    (
        "measurements",
        "ZAAK-001/11.2",
        0,
        "what=ladder value=5 baseline=3 baseline_day=2025-01-13 change=2",
    ),
    (
        "closings",
        "ZAAK-001/12",
        0,
        "self_attribution=5 self_attribution_asked=1 measured=1 ladder=5 account=1 aftercare_day=2026-04-13",
    ),
    ("closing_places", "ZAAK-001/12", 1, "place=opleiding"),
    ("perspectives", "ZAAK-001/3", 0, "occurred_day=2025-01-20"),
    (
        "behaviour_pictures",
        "ZAAK-001/4",
        0,
        "intention=5 self_efficacy=2 environment=1 lever=obstakel",
    ),
    ("goals", "ZAAK-001/5", 0, "formulated_by=client"),
    // ZAAK-002: no perspective; the training ran past 19 May until 9 September.
    (
        "trajectories",
        "ZAAK-002/1",
        0,
        "first_perspective_day=- first_instrument_day=2025-02-24 self_efficacy_start=2",
    ),
    (
        "instruments",
        "ZAAK-002/4",
        0,
        "instrument=sollicitatietraining lever=vaardigheid started_day=2025-02-24 first_limit_day=2025-05-19 limit_day=2025-05-19 review_day=2025-04-14 decision=@ZAAK-002/3 cost=65000 useful=3 expected_from=2 expected_to=3 extensions=0 first_reviewed_day=2025-09-09 ended_day=2025-09-09 end_reason=geen_resultaat result_measured=1",
    ),
    (
        "instrument_reviews",
        "ZAAK-002/9",
        0,
        "instrument_started=@ZAAK-002/4 verdict=stoppen",
    ),
    (
        "reviews",
        "ZAAK-002/5",
        0,
        "reviewers=3 manager_present=0 steps=6",
    ),
    (
        "review_steps",
        "ZAAK-002/5",
        5,
        "step=@ZAAK-002/4 verdict=nee principle=P10",
    ),
    (
        "findings",
        "ZAAK-002/6",
        0,
        "event=@ZAAK-002/4 principle=P10 kind=tekort weight=middel answered_day=2025-09-05",
    ),
    (
        "finding_answers",
        "ZAAK-002/7",
        0,
        "finding=@ZAAK-002/6 answer=eens action=1 by_when_day=2025-09-12",
    ),
    (
        "measurements",
        "ZAAK-002/8",
        0,
        "value=2 baseline=2 change=0",
    ),
    // ZAAK-003: the reconsideration of 14 April is in force, after four options and a preference.
    (
        "decisions",
        "ZAAK-003/3",
        0,
        "kind=instrument taken_day=2025-03-17 triangle=ja/ja/ja cost=35000 overrides=0 contested=1 reconsidered=gewijzigd real_choice=1 chosen_is_preferred=1 principles_applied=2 principles_set_aside=0",
    ),
    (
        "contests",
        "ZAAK-003/4",
        0,
        "decision=@ZAAK-003/3 by_role=CL formal=0 answered_day=2025-04-14",
    ),
    (
        "reconsiderations",
        "ZAAK-003/8",
        0,
        "contest=@ZAAK-003/4 decision=@ZAAK-003/3 outcome=gewijzigd kind=instrument",
    ),
    (
        "goals",
        "ZAAK-003/9",
        0,
        "formulated_by=client perspective_linked=1 confirmed=1 last_result=bereikt",
    ),
    (
        "goal_reviews",
        "ZAAK-003/10",
        0,
        "goal=@ZAAK-003/9 result=bereikt",
    ),
    ("voices", "ZAAK-003/11", 0, "heard=4"),
    // ZAAK-004: the goal was the client's after all; one promise open at the cold handover.
    (
        "goals",
        "ZAAK-004/2",
        0,
        "formulated_by=client last_result=op_koers",
    ),
    (
        "corrections",
        "ZAAK-004/6",
        0,
        "target=@ZAAK-004/2 target_type=goal_set field=formulated_by",
    ),
    (
        "promises",
        "ZAAK-004/2",
        0,
        "number=1 due_day=2024-12-15 by_role=TB kept_day=2025-01-27 handover=@ZAAK-004/3",
    ),
    (
        "handovers",
        "ZAAK-004/3",
        0,
        "manner=koud client_informed=nee open_commitments=1 number_in_trajectory=1",
    ),
    (
        "handovers",
        "ZAAK-004/8",
        0,
        "manner=warm open_commitments=0 number_in_trajectory=2",
    ),
    (
        "conversations",
        "ZAAK-004/4",
        0,
        "kind=kennismaking participants=2 client_present=1 supporter_present=0 trust=2 approach=informerend feelings_named=0 sanction_mentioned=0 client_words=1 assumptions=1 assumptions_wrong=1 wording_terms=0",
    ),
    (
        "voices",
        "ZAAK-004/5",
        0,
        "about=@ZAAK-004/4 about_type=conversation_held new_problem_after=1 trust=2 helped=0 not_helped=1 benefit_band=2_tot_5_jaar conversation_participants=2",
    ),
    (
        "measurements",
        "ZAAK-004/10",
        0,
        "value=3 baseline=- change=-",
    ),
    ("trajectories", "ZAAK-004/1", 0, "team=Kade"),
    // ZAAK-005: trust 4 before the unannounced visit, 1 the day after.
    (
        "visits",
        "ZAAK-005/4",
        0,
        "visited_day=2025-03-18 announced=nee lead_informed=nee ground_recorded=nee consent=nee coordinated_before=0 trust_before=4 trust_after=1",
    ),
    ("enforcement_talks", "ZAAK-005/8", 0, "on_day=2025-04-07"),
    (
        "obstacles",
        "ZAAK-005/6",
        0,
        "kind=afstemming claimed_source=- by_role=TB initiated_by=professional answered_day=2025-04-22 answer=aangepast dossier=@ZAAK-005/1",
    ),
    (
        "organisation_answers",
        "ZAAK-005/9",
        0,
        "about=@ZAAK-005/6 about_type=organisational_obstacle_raised verdict=aangepast valid_from_day=2025-04-22 dossier=@ZAAK-005/1",
    ),
    (
        "entries",
        "ZAAK-005/4",
        0,
        "event_type=investigation_visit_recorded role=HH days_late=0",
    ),
    // ZAAK-006: from 8 to 27 January are 19 days.
    (
        "urgent_obstacles",
        "ZAAK-006/2",
        0,
        "domain=huisvesting deadline_day=2025-01-29 first_agreed_day=2025-01-14 settled_day=2025-01-27 state=beheersbaar",
    ),
    (
        "stabilisations",
        "ZAAK-006/8",
        0,
        "obstacle=@ZAAK-006/2 by_when_day=2025-01-21 paused_until_day=2025-04-14",
    ),
    (
        "letters",
        "ZAAK-006/3",
        0,
        "days_given=2 consequence_named=1 counsellor_informed=nee five_second_check=0 plain_language_check=0",
    ),
    ("tandems", "ZAAK-006/4", 0, "compensation=loon"),
    (
        "experience_perspectives",
        "ZAAK-006/5",
        0,
        "role=ED differs=1 changed_something=1",
    ),
    (
        "decisions",
        "ZAAK-006/7",
        0,
        "kind=ontheffing option_set=- options_absent_reason=1 real_choice=0 doing_nothing_cost=1200000",
    ),
    // ZAAK-007: B was chosen where A was preferred; measured five days before the extension.
    (
        "decisions",
        "ZAAK-007/6",
        0,
        "preferred=1 chosen=2 chosen_is_preferred=0 client_position=deels",
    ),
    (
        "option_set_options",
        "ZAAK-007/3",
        0,
        "number=1 cost=740000",
    ),
    (
        "instruments",
        "ZAAK-007/7",
        0,
        "first_limit_day=2025-08-29 limit_day=2025-09-05 extensions=1 first_reviewed_day=2025-07-07 ended_day=2025-09-05 end_reason=doel_bereikt",
    ),
    (
        "instrument_extensions",
        "ZAAK-007/11",
        0,
        "instrument_started=@ZAAK-007/7 limit_day=2025-09-05 measured_before=1 decision=@ZAAK-007/6",
    ),
    (
        "measurements",
        "ZAAK-007/10",
        0,
        "moment=tussen instrument_started=@ZAAK-007/7 stated_earlier=2 baseline=2 baseline_day=2025-05-12 change=2 other_explanations=1",
    ),
    (
        "policy_context",
        "ZAAK-008/1",
        0,
        "from_day=2025-05-01 direction=strenger topic=handhaving",
    ),
    // ZAAK-009: the measure became a warning.
    (
        "decisions",
        "ZAAK-009/5",
        0,
        "kind=waarschuwing triangle=ja/ja/ja situation_key=afspraak_gemist_2x reconsidered=gewijzigd principles_applied=2",
    ),
    (
        "case_discussions",
        "ZAAK-009/8",
        0,
        "manager_present=1 volunteer_present=1 expert_present=1 client_informed=ja",
    ),
    // ZAAK-010.
    (
        "needs",
        "ZAAK-010/4",
        2,
        "need=verbinding met=1 weight=5 source=samen",
    ),
    ("life_domains", "ZAAK-010/2.1", 0, "occurred_day=2024-09-09"),
    (
        "measurements",
        "ZAAK-010/14.2",
        0,
        "what=verbinding value=4 baseline=1 baseline_day=2024-09-16 change=3",
    ),
    (
        "learning_experiences",
        "ZAAK-010/11",
        0,
        "occurred_day=2024-11-25",
    ),
    // ZAAK-011: three exceptions of three dossiers, answered on 1 December.
    (
        "bundles",
        "ZAAK-011/8",
        0,
        "nature=structureel cost=409000 exceptions=3 answered_day=2025-12-01",
    ),
    (
        "bundle_exceptions",
        "ZAAK-011/8",
        1,
        "bundle=@ZAAK-011/8 exception=@ZAAK-006/9",
    ),
    (
        "obstacles",
        "ZAAK-011/3",
        0,
        "kind=gevoel_dat_het_niet_mag by_role=CL answered_day=2025-06-10 answer=mag_wel",
    ),
    // ZAAK-012: the learner chose an instrument, the team to wait.
    (
        "replays",
        "ZAAK-012/12",
        0,
        "stop=@ZAAK-012/3 choice_kind=instrument actual_kind=wachten minutes=35",
    ),
    ("shieldings", "ZAAK-012/10.1", 0, "target=@ZAAK-012/1"),
    (
        "corrections",
        "ZAAK-012/6",
        0,
        "target=@ZAAK-012/2 wording_after=0",
    ),
    ("conversations", "ZAAK-012/2", 0, "wording_terms=1"),
];

fn demo() -> (tempfile::TempDir, Book) {
    let dir = tempfile::tempdir().unwrap();
    let (book, _) = Book::demo(&dir.path().join("boek")).unwrap();
    (dir, book)
}

/// A cell as it reads: days as dates.
pub(crate) fn text(row: &Row, column: &str) -> String {
    let found = cell(row, column);
    let mut all = COMMON.iter().chain(row.table.columns);
    let kind = all.find(|one| one.name == column).unwrap().kind;
    match (kind, found) {
        (Kind::Day, Cell::Whole(day)) => {
            let day = Day::from_epoch(i32::try_from(*day).unwrap()).unwrap();
            day.to_string()
        }
        _ => shown(found),
    }
}

#[test]
fn the_worked_cases_come_down_to_what_their_stories_say() {
    let (_dir, book) = demo();
    let facts = Facts::of(&book);
    let rows = facts.rows();
    let mut wrong = Vec::new();
    for (table, event, item, cells) in EXPECTED {
        let position = Cell::Whole(facts.position(event));
        let found = rows.iter().find(|row| {
            row.table.name == *table
                && row.cells[0] == position
                && row.cells[1] == Cell::Whole(*item)
                && row.cells[7] == Cell::Null
        });
        let Some(found) = found else {
            wrong.push(format!("{table} {event} {item}: no row"));
            continue;
        };
        for expected in cells.split(' ') {
            let (column, value) = expected.split_once('=').unwrap();
            let value = match value.strip_prefix('@') {
                Some(name) => facts.position(name).to_string(),
                None => value.to_owned(),
            };
            let told = text(found, column);
            if told != value {
                wrong.push(format!("{table} {event} {column}: {told}, not {value}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Every table has a row in the worked cases, except steps of other systems.
#[test]
fn every_table_is_filled_by_the_worked_cases() {
    let (_dir, book) = demo();
    let rows = Facts::of(&book).rows();
    for table in tables::ALL {
        let any = rows.iter().any(|row| row.table.name == table.name);
        // Nobody holds a round in them; the tables of rounds have cases of their own.
        let of_rounds = tables::rounds::THEME
            .iter()
            .any(|one| one.name == table.name);
        assert_eq!(any, table.name != "steps" && !of_rounds, "{}", table.name);
    }
}

/// F01 from 15 April until the review of 9 September; F02 from 20 May, 113 days up to and including
/// 9 September; F16 of a visit that nothing can undo.
#[test]
fn signals_are_rows_with_their_days() {
    let (_dir, book) = demo();
    let facts = Facts::of(&book);
    let rows = facts.rows();
    let check = |signal: &str, about: &str, since: &str, until: &str| {
        let about = Cell::Whole(facts.position(about));
        let found: Vec<_> = rows
            .iter()
            .filter(|row| row.table.name == "signals" && row.cells[7] == Cell::Null)
            .filter(|row| cell(row, "signal") == &Cell::Text(signal.to_owned().into()))
            .filter(|row| cell(row, "about") == &about)
            .map(|row| (text(row, "since_day"), text(row, "until_day")))
            .collect();
        assert_eq!(found, [(since.to_owned(), until.to_owned())], "{signal}");
    };
    check("review_passed", "ZAAK-002/4", "2025-04-15", "2025-09-09");
    check("limit_passed", "ZAAK-002/4", "2025-05-20", "2025-09-10");
    check("visit_not_aligned", "ZAAK-005/4", "2025-03-18", "-");
}

/// As known before 14 April 2025 the decision of ZAAK-003 stands as it was taken: ja/ja/nee with
/// permission, contested from 26 March on.
#[test]
fn a_reconsideration_supersedes_and_does_not_reach_back() {
    let (_dir, book) = demo();
    let facts = Facts::of(&book);
    let rows = facts.rows();
    let position = Cell::Whole(facts.position("ZAAK-003/3"));
    let then = |day: &str| {
        let end = day.parse::<Day>().unwrap().end().0;
        let known = known_at(&rows, end);
        let found: Vec<_> = known
            .iter()
            .filter(|row| row.table.name == "decisions" && row.cells[0] == position)
            .map(|row| ["triangle", "overrides", "contested"].map(|column| text(row, column)))
            .collect();
        found
    };
    assert!(then("2025-03-16").is_empty());
    assert_eq!(then("2025-03-25"), [["ja/ja/nee", "1", "0"]]);
    assert_eq!(then("2025-03-27"), [["ja/ja/nee", "1", "1"]]);
    assert_eq!(then("2025-04-14"), [["ja/ja/ja", "0", "1"]]);
}

/// A shielded fact is in no version of any row, at any moment, nor is what follows from it.
#[test]
fn what_is_shielded_is_in_no_version() {
    let (_dir, book) = demo();
    for line in [
        r#"{"event":"entry_shielded","dossier":"ZAAK-002","occurred_on":"2026-03-02","actor":"TM-05","role":"TM","data":{"target":"ZAAK-002/4","fields":["limit","cost_eur","team"],"ground":"Op verzoek."}}"#,
        r#"{"event":"entry_shielded","dossier":"ZAAK-003","occurred_on":"2026-03-02","actor":"TM-05","role":"TM","data":{"target":"ZAAK-003/3","fields":["triangle.zelfregie","principles"],"ground":"Op verzoek."}}"#,
    ] {
        book.record(&Line::parse(line).unwrap(), &Recording::default())
            .unwrap();
    }
    let facts = Facts::of(&book);
    let rows = facts.rows();
    let of = |table: &str, event: &str| -> Vec<&Row> {
        let position = Cell::Whole(facts.position(event));
        rows.iter()
            .filter(|row| row.table.name == table && row.cells[0] == position)
            .collect()
    };
    let instruments = of("instruments", "ZAAK-002/4");
    assert!(instruments.len() > 1, "the instrument has a history");
    for row in instruments {
        for column in ["limit_day", "first_limit_day", "cost", "team"] {
            assert_eq!(cell(row, column), &Cell::Null, "{column}");
        }
        assert_eq!(text(row, "review_day"), "2025-04-14");
    }
    assert!(of("signals", "ZAAK-002/4").is_empty());
    assert!(of("terms", "ZAAK-002/4").is_empty());
    // The reconsideration has stances and a triangle of its own; before it all are empty.
    let first = "2025-04-13".parse::<Day>().unwrap().end().0;
    for row in known_at(&rows, first) {
        if row.cells[0] != Cell::Whole(facts.position("ZAAK-003/3")) {
            continue;
        }
        assert_ne!(row.table.name, "decision_principles");
        if row.table.name == "decisions" {
            assert_eq!(cell(&row, "triangle"), &Cell::Null);
            assert_eq!(cell(&row, "self_direction"), &Cell::Null);
            assert_eq!(text(&row, "law"), "ja");
        }
    }
}
