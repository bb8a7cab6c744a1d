//! Rows of a round, worked out by hand from one case that two persons rate, and what holds of them
//! at every moment: nothing that is kept from everybody has a row before it is opened.

use serde_json::json;
use weegboek::book::fields::Line;
use weegboek::domain::values::Actor;
use weegboek::views::table::{Cell, Row};
use weegboek::views::{Facts as Fold, Views, tables};

use crate::rounds::{of_round, opening, rating, scene};
use crate::rows::{self, holds_at_every_moment};
use crate::rows_cases::text;
use crate::rows_support::{Facts, cell, known_at, person};
use crate::support::{Scene, line, renamed, set};
use crate::views_support;

/// What happens after the draw, in this order.
fn course() -> Vec<Line> {
    let mut rated = rating("AU-1");
    set(&mut rated, "given", "2");
    set(&mut rated, "override_reason", "Het gesprek weegt zwaarder.");
    let mut action = renamed(&line("agreed"), "D-1/actie");
    set(&mut action, "finding", "D-1/vondst");
    let check = |name: &str, outcome: &str| {
        let mut check = renamed(&line("checked"), name);
        set(&mut check, "action", "D-1/actie");
        set(&mut check, "outcome", outcome);
        check
    };
    let mut replay = renamed(&line("replay"), "D-1/herhaling");
    for (field, value) in [
        ("stop", "D-1/decision"),
        ("round", "audit"),
        ("answer", "D-1/antwoord"),
        ("intention", "Ik vraag door."),
        ("hindsight", "goed_slecht"),
        ("changed_by", "client"),
    ] {
        set(&mut replay, field, value);
    }
    let mut whole = renamed(&opening(), "D-1/opening/geheel");
    whole.dossier = None;
    vec![
        rated,
        of_round("finding", "vondst"),
        rating("AU-2"),
        of_round("locked", "antwoord"),
        opening(),
        of_round("judgement", "samen"),
        action,
        check("D-1/nagekeken", "deels"),
        check("D-1/nagekeken-2", "gedaan"),
        replay,
        of_round("session", "leersessie"),
        whole,
        of_round("closed_round", "dicht"),
    ]
}

fn held() -> (Scene, Facts) {
    let scene = scene();
    for line in course() {
        scene.records(&line);
    }
    let facts = Facts::of(&scene.book);
    (scene, facts)
}

const EXPECTED: &[(&str, &str, i64, &str)] = &[
    (
        "rounds",
        "D-1/ronde",
        0,
        "dossier=- round=audit kind=audit theme=- of_team=Midden read_from_day=2025-01-01 read_until_day=2025-09-30 judged_from_day=2025-01-01 judged_until_day=2025-08-31 instrument=weegboek-1 double_percent=50 raters=2 indicators=1 ends_day=2025-12-31 repeats=- draw_method=gelaagd frame=2 drawn=1 targeted=0 excluded=0 opened_day=2025-10-03 closed_day=2025-10-03",
    ),
    (
        "drawn_cases",
        "D-1/trekking",
        0,
        "dossier=@D-1/opened round=audit stratum=Midden weight=2 double=1 signal=-",
    ),
    (
        "case_raters",
        "D-1/trekking",
        0,
        "dossier=@D-1/opened round=audit rater=!AU-1 second=!AU-2",
    ),
    // The median of 4 and 3, rounded down; what is not to be seen does not count.
    (
        "reviews",
        "D-1/oordeel/AU-1",
        0,
        "reviewers=2 steps=1 round=audit criteria=3 computed=3 given=2 overridden=1 blind=1",
    ),
    (
        "reviews",
        "D-1/oordeel/AU-2",
        0,
        "round=audit criteria=3 computed=3 given=- overridden=0 blind=1",
    ),
    (
        "review_criteria",
        "D-1/oordeel/AU-1",
        0,
        "review=@D-1/oordeel/AU-1 round=audit criterion=c1 score=4 number=4 evidence=-",
    ),
    (
        "review_criteria",
        "D-1/oordeel/AU-2",
        2,
        "review=@D-1/oordeel/AU-2 criterion=c9 score=niet_te_zien number=-",
    ),
    (
        "findings",
        "D-1/vondst",
        0,
        "event=@D-1/decision kind=vraag round=audit blind=1 answered_day=-",
    ),
    (
        "judgements",
        "D-1/samen",
        0,
        "dossier=@D-1/opened round=audit about=juiste-stap differences=1",
    ),
    (
        "actions",
        "D-1/actie",
        0,
        "finding=@D-1/vondst by_when_day=2025-11-01 checker=1 checks=2 outcome=gedaan checked_day=2025-10-03 done_day=2025-10-03",
    ),
    (
        "action_checks",
        "D-1/nagekeken",
        0,
        "action=@D-1/actie outcome=deels again_by_day=2025-12-01 audit_again=1",
    ),
    (
        "learning_answers",
        "D-1/antwoord",
        0,
        "learner=!LE-1 round=audit stop=@D-1/decision choice_kind=wachten actual_kind=maatwerk ranked=2 preferred=2 principles=1 law=ja means=onduidelijk self_direction=ja confidence=3 panel=0",
    ),
    (
        "replays",
        "D-1/herhaling",
        0,
        "stop=@D-1/decision round=audit answer=@D-1/antwoord intention=1 hindsight=goed_slecht changed_by=client",
    ),
    (
        "sessions",
        "D-1/leersessie",
        0,
        "round=audit form=incidentmethode present=4 roles=1 minutes=60 follow_up=1 next_day=2025-11-03",
    ),
];

fn of<'r>(rows: &'r [Row], facts: &Facts, table: &str, event: &str) -> Vec<&'r Row> {
    let position = Cell::Whole(facts.position(event));
    rows.iter()
        .filter(|row| row.table.name == table && row.cells[0] == position)
        .collect()
}

#[test]
fn a_round_comes_down_to_what_its_events_say() {
    let (_scene, facts) = held();
    let rows = facts.rows();
    let mut wrong = Vec::new();
    for (table, event, item, cells) in EXPECTED {
        let found = of(&rows, &facts, table, event);
        let mut found = found
            .into_iter()
            .filter(|row| row.cells[1] == Cell::Whole(*item) && row.cells[7] == Cell::Null);
        let Some(row) = found.next() else {
            wrong.push(format!("{table} {event} {item}: no row"));
            continue;
        };
        for expected in cells.split(' ') {
            let (column, value) = expected.split_once('=').unwrap();
            let value = match value.split_at(1) {
                ("@", name) => facts.position(name).to_string(),
                ("!", code) => person(&Actor(code.to_owned())).to_string(),
                _ => value.to_owned(),
            };
            let said = text(row, column);
            if said != value {
                wrong.push(format!(
                    "{table} {event} {item} {column}: {said}, not {value}"
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    for table in tables::rounds::THEME {
        let any = rows.iter().any(|row| row.table.name == table.name);
        assert!(any, "{} stays empty", table.name);
    }
}

/// A rating, a finding and an answer have a row from the moment of their opening on, whichever
/// table they stand in; the plan has a version for each step of its round.
#[test]
fn what_was_hidden_has_rows_from_its_opening_on() {
    let (_scene, facts) = held();
    let rows = facts.rows();
    let moment = |event: &str| {
        let events = facts.dossiers.iter().chain(&facts.organisations).flatten();
        let position = facts.position(event);
        let mut found = events.filter(|one| i64::try_from(one.position.0).unwrap() == position);
        found.next().unwrap().recorded_at.0
    };
    for (event, from) in [
        ("D-1/oordeel/AU-1", "D-1/opening"),
        ("D-1/oordeel/AU-2", "D-1/opening"),
        ("D-1/vondst", "D-1/opening"),
        ("D-1/antwoord", "D-1/herhaling"),
    ] {
        let position = Cell::Whole(facts.position(event));
        let mut of_event = rows
            .iter()
            .filter(|row| row.cells[0] == position)
            .peekable();
        assert!(of_event.peek().is_some(), "{event}");
        for row in of_event {
            let since = match row.cells[6] {
                Cell::Whole(since) => since,
                _ => panic!("{row:?}"),
            };
            assert!(since >= moment(from), "{event}: {row:?}");
        }
        let just_before = known_at(&rows, moment(from) - 1);
        assert!(
            just_before.iter().all(|row| row.cells[0] != position),
            "{event}"
        );
    }
    let plan = of(&rows, &facts, "rounds", "D-1/ronde");
    let steps: Vec<_> = plan
        .iter()
        .map(|row| ["drawn", "opened_day", "closed_day"].map(|column| text(row, column)))
        .collect();
    let day = "2025-10-03";
    let wanted = [
        ["0", "-", "-"],
        ["1", "-", "-"],
        ["1", day, "-"],
        ["1", day, day],
    ];
    assert_eq!(steps, wanted);
    let action = of(&rows, &facts, "actions", "D-1/actie");
    let steps: Vec<_> = action.iter().map(|row| text(row, "outcome")).collect();
    assert_eq!(steps, ["-", "deels", "gedaan"]);
}

#[test]
fn at_every_moment_a_round_reads_as_if_the_log_ended_there() {
    let (_scene, facts) = held();
    let dossier: rows::Fold<'_> = &|facts, events, thorough| facts.dossier(events, thorough);
    let organisation: rows::Fold<'_> = &|facts, events, _| facts.organisation(events);
    for events in &facts.dossiers {
        holds_at_every_moment(&facts, events, dossier);
    }
    for events in &facts.organisations {
        holds_at_every_moment(&facts, events, organisation);
    }
}

/// Taken further after every step, the file holds what it holds when it is made anew.
#[test]
fn taken_further_step_by_step_is_made_anew() {
    let scene = scene();
    let views = |name: &str| {
        let dir = scene.dir.path().join(name);
        let store = std::sync::Arc::clone(scene.book.store());
        Views::new(&dir, store, std::sync::Arc::new(Fold))
    };
    let (further, anew) = (views("further"), views("anew"));
    further.refresh().unwrap();
    for line in course() {
        scene.records(&line);
        further.refresh().unwrap();
        anew.rebuild().unwrap();
        let rows = |views: &Views| views_support::rows(&views.path());
        assert_eq!(rows(&further), rows(&anew), "{:?}", line.id);
    }
}

#[test]
fn what_is_shielded_of_a_round_is_in_no_version() {
    let (scene, _) = held();
    let shields = |of: &str, fields: &[&str]| {
        let mut shielding = renamed(&line("shielded"), &format!("{of}/dicht"));
        set(&mut shielding, "target", of);
        set(&mut shielding, "fields", json!(fields));
        scene.records(&shielding);
    };
    shields(
        "D-1/oordeel/AU-1",
        &["criteria.0", "criteria.1.score", "given"],
    );
    shields("D-1/actie", &["by_when"]);
    shields("D-1/nagekeken-2", &["outcome"]);
    shields("D-1/antwoord", &["ranking.0", "choice_kind", "actor"]);
    let facts = Facts::of(&scene.book);
    let rows = facts.rows();
    for row in of(&rows, &facts, "review_criteria", "D-1/oordeel/AU-1") {
        assert_ne!(row.cells[1], Cell::Whole(0), "{row:?}");
        if row.cells[1] == Cell::Whole(1) {
            assert_eq!(
                (text(row, "score"), text(row, "number")),
                ("-".into(), "-".into())
            );
            assert_eq!(text(row, "criterion"), "c8");
        }
    }
    for (table, event, columns) in [
        ("reviews", "D-1/oordeel/AU-1", &["given"][..]),
        ("actions", "D-1/actie", &["by_when_day", "done_day"]),
        ("action_checks", "D-1/nagekeken-2", &["outcome"]),
        (
            "learning_answers",
            "D-1/antwoord",
            &["preferred", "choice_kind", "learner"],
        ),
    ] {
        let found = of(&rows, &facts, table, event);
        assert!(!found.is_empty(), "{table}");
        for row in found {
            for column in columns {
                assert_eq!(cell(row, column), &Cell::Null, "{table}.{column}");
            }
        }
    }
}
