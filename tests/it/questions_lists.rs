//! What the lists of Q49–Q52 show of the worked cases, counted by hand as in `questions_cases`.

use weegboek::views::table::Cell;

use crate::questions_support::{Asked, day, moment, rows, views};

fn known(text: &str) -> Asked {
    Asked {
        known_at: Some(moment(text)),
        ..Asked::default()
    }
}

fn text(cell: &Cell) -> &str {
    match cell {
        Cell::Text(text) => text,
        Cell::Null => "",
        other => panic!("{other:?}"),
    }
}

fn whole(cell: &Cell) -> i64 {
    match cell {
        Cell::Whole(whole) => *whole,
        other => panic!("{other:?}"),
    }
}

/// Contested: ZAAK-003 and 009. Findings about a decision: ZAAK-009 (P2) and 012 (P5); that of
/// ZAAK-002 is about an instrument. Nothing is set aside any more; on 1 July that was P2.
#[test]
fn q49_cases_to_learn_from() {
    let list = |asked: &Asked| -> Vec<String> {
        let (_, rows) = rows(&views(), "Q49", asked);
        rows.iter()
            .map(|row| format!("{} {} {}", text(&row[5]), text(&row[6]), text(&row[7])))
            .collect()
    };
    assert_eq!(
        list(&Asked::default()),
        [
            "Kade bevinding P5",
            "Kade betwist CL",
            "Zuid betwist CL",
            "Zuid bevinding P2"
        ]
    );
    assert_eq!(
        list(&known("2025-07-01T12:00:00+02:00")),
        ["Kade betwist CL", "Zuid betwist CL", "Zuid opzij P2"]
    );
}

/// The dossier with this number of the worked cases, as the position of its first event.
fn dossier(opened: &str, team: &str) -> i64 {
    let questions = views()
        .connect(None, weegboek::views::table::Face::Open)
        .unwrap();
    let sql = format!(
        "SELECT dossier FROM trajectories WHERE opened_day = {} AND team = '{team}'",
        day(opened)
    );
    let found = questions
        .answer(&sql, weegboek::views::Limits::default())
        .unwrap();
    assert_eq!(found.rows.len(), 1);
    whole(&found.rows[0][0])
}

fn of_client(opened: &str, team: &str, on: &'static str) -> Asked {
    Asked {
        dossier: Some(dossier(opened, team)),
        on,
        ..Asked::default()
    }
}

/// ZAAK-007: one decision (the client agreed partly, the choice was not followed), one voice in
/// which one thing helped and one did not.
#[test]
fn q50_my_story() {
    let asked = of_client("2025-04-01", "Werkplein", "2026-03-01");
    let (columns, rows) = rows(&views(), "Q50", &asked);
    assert_eq!(rows.len(), 2);
    let at =
        |row: usize, name: &str| &rows[row][columns.iter().position(|one| one == name).unwrap()];
    assert_eq!(text(at(0, "what")), "besluit");
    assert_eq!(text(at(0, "client_position")), "deels");
    assert_eq!(at(0, "my_choice_followed"), &Cell::Whole(0));
    assert_eq!(text(at(0, "led_by_role")), "TB");
    assert_eq!(text(at(1, "what")), "stem");
    assert_eq!(
        (at(1, "helped"), at(1, "not_helped")),
        (&Cell::Whole(1), &Cell::Whole(1))
    );
    // Without a dossier there is nothing to show.
    assert!(
        crate::questions_support::rows(&views(), "Q50", &Asked::default())
            .1
            .is_empty()
    );
}

/// ZAAK-002 on 1 May 2025: the review of 14 April is 17 days late, the limit and the review of the
/// decision are on 19 May. ZAAK-004 on 10 January: the promise of 15 December is 26 days late.
#[test]
fn q51_promised() {
    let terms = |asked: &Asked| -> Vec<String> {
        let (columns, rows) = rows(&views(), "Q51", asked);
        let place = |name: &str| columns.iter().position(|one| one == name).unwrap();
        let line = |row: &Vec<Cell>| {
            format!(
                "{} {}",
                text(&row[place("term")]),
                whole(&row[place("days_late")])
            )
        };
        rows.iter().map(line).collect()
    };
    assert_eq!(
        terms(&of_client("2025-02-04", "Zuid", "2025-05-01")),
        [
            "instrument_review 17",
            "decision_review -18",
            "instrument_limit -18"
        ]
    );
    let garden = terms(&of_client("2024-10-07", "Kade", "2025-01-10"));
    assert!(garden.contains(&"promise 26".to_owned()), "{garden:?}");
    let garden = terms(&of_client("2024-10-07", "Kade", "2025-02-01"));
    assert!(
        !garden.iter().any(|term| term.starts_with("promise")),
        "{garden:?}"
    );
}

/// ZAAK-004 has eleven entries; the goal was corrected once, the voice is about the conversation
/// and three entries are the client's own. ZAAK-012: two shielded entries.
#[test]
fn q52_written_about_me() {
    let list = |asked: &Asked, wanted: &str| -> Vec<i64> {
        let (columns, rows) = rows(&views(), "Q52", asked);
        let at = columns.iter().position(|one| one == wanted).unwrap();
        rows.iter().map(|row| whole(&row[at])).collect()
    };
    let garden = of_client("2024-10-07", "Kade", "2026-03-01");
    assert_eq!(
        list(&garden, "corrections"),
        [0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0]
    );
    assert_eq!(
        list(&garden, "my_statements"),
        [0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0]
    );
    let waiting = of_client("2025-01-15", "Kade", "2026-03-01");
    let shielded = list(&waiting, "shielded_fields");
    // The question of step 1; the question and one perspective of step 3.
    assert_eq!(shielded[..3], [1, 0, 2]);
    assert!(shielded[3..].iter().all(|fields| *fields == 0));
}
