//! What changed in the worked cases, with the values that the cases state.

use serde_json::{Value, json};
use weegboek::book::change::{Asked, ClientChange, Measure, NoChange, NoIndex, Published};
use weegboek::book::change_groups::{DurationBy, GroupsAsked, PooledBy, Withheld};
use weegboek::book::fields::Line;
use weegboek::book::{AsKnown, Book, Error, Recording};

use crate::cli_support::Place;
use crate::support::{adopt_plain_norms, demo, demo_with_plain_norms};

fn change(book: &Book, number: &str) -> ClientChange {
    book.change(number, &Asked::default()).unwrap()
}

fn measure<'a>(change: &'a ClientChange, what: &str) -> &'a Measure {
    let found = change.measures.iter().find(|one| one.series.what == what);
    found.unwrap_or_else(|| panic!("{what} was not measured"))
}

/// First and last value, with what lies between them.
fn check(change: &ClientChange, what: &str, from: f64, to: f64) {
    let found = measure(change, what).series.change().unwrap();
    let near = |one: f64, other: f64| (one - other).abs() < 1e-12;
    assert!(
        near(found.from.value, from) && near(found.to.value, to),
        "{what} {found:?}"
    );
    assert!(near(found.amount(), to - from), "{what} {found:?}");
}

/// ZAAK-010 step 14: 2→4, 1→4, ladder 2→4, with the grandchild as another explanation.
#[test]
fn three_measures_of_one_client_change() {
    let change = change(&demo(), "ZAAK-010");
    check(&change, "geloof_in_eigen_kunnen", 2.0, 4.0);
    check(&change, "verbinding", 1.0, 4.0);
    check(&change, "ladder", 2.0, 4.0);
    let belief = measure(&change, "geloof_in_eigen_kunnen");
    let last = belief.series.points.last().unwrap();
    let words = last.other_explanations.as_ref().unwrap().open().unwrap();
    assert!(words.contains("kleinkind"), "{words}");
    let period = belief.period.as_ref().unwrap();
    assert_eq!(period.instrument, "vrijwilligerswerk_met_begeleiding");
    assert_eq!(period.started.to_string(), "2024-10-21");
    assert_eq!(period.ended.unwrap().to_string(), "2025-06-27");
    // One measurement before and one after: values only.
    let indices = belief.indices.as_ref().unwrap();
    assert_eq!(
        indices.as_ref().err(),
        Some(&NoIndex::TooFew {
            before: 1,
            after: 1
        })
    );
    assert_eq!(belief.reliable, Some(Err(NoIndex::NoReliability)));
    // The client still at the right place has no baseline to change from.
    let place = measure(&change, "op_zijn_plek");
    assert_eq!(place.series.change().unwrap_err(), NoChange::NoBaseline);
}

#[test]
fn the_other_cases_change_as_they_say() {
    let book = demo();
    check(
        &change(&book, "ZAAK-002"),
        "geloof_in_eigen_kunnen",
        2.0,
        2.0,
    );
    check(
        &change(&book, "ZAAK-001"),
        "geloof_in_eigen_kunnen",
        2.0,
        4.0,
    );
    check(&change(&book, "ZAAK-001"), "ladder", 3.0, 5.0);
    let seven = change(&book, "ZAAK-007");
    check(&seven, "vaardigheid", 2.0, 4.0);
    // Measured on the day of the start, as a zero: before it.
    let indices = measure(&seven, "vaardigheid").indices.as_ref().unwrap();
    assert_eq!(
        indices.as_ref().err(),
        Some(&NoIndex::TooFew {
            before: 1,
            after: 1
        })
    );
}

/// ZAAK-004 has no baseline, ZAAK-005 only mentions an earlier value: no change is computed.
#[test]
fn without_a_baseline_there_is_no_change() {
    let book = demo();
    let four = change(&book, "ZAAK-004");
    let social = measure(&four, "sociaal_functioneren");
    assert_eq!(social.series.change().unwrap_err(), NoChange::NoBaseline);
    assert_eq!(social.reliable, None);
    let five = change(&book, "ZAAK-005");
    let trust = measure(&five, "vertrouwen_in_begeleiding");
    assert_eq!(trust.series.change().unwrap_err(), NoChange::NoBaseline);
    assert_eq!(trust.series.points[0].stated_earlier, Some(1.0));
}

/// From 2 to 4 with spread 1 and reliability 0.75: error 0.5, of a difference 0.707107, so the
/// index is 2.828427.
#[test]
fn a_given_reliability_makes_a_reliable_change() {
    let asked = Asked {
        published: Some(Published {
            spread: 1.0,
            reliability: 0.75,
        }),
        ..Asked::default()
    };
    let found = demo().change("ZAAK-007", &asked).unwrap();
    let reliable = measure(&found, "vaardigheid").reliable.unwrap().unwrap();
    assert!((reliable.index - 2.828_427).abs() < 1e-6 && reliable.is_reliable);
}

#[test]
fn what_was_not_known_yet_has_not_changed() {
    let book = demo();
    let asked = |day: &str| Asked {
        as_known: AsKnown {
            known_at: Some(weegboek::book::KnownAt::Time(day.parse().unwrap())),
            valid_on: None,
        },
        ..Asked::default()
    };
    let before = book.change("ZAAK-010", &asked("2025-04-13")).unwrap();
    let belief = measure(&before, "geloof_in_eigen_kunnen");
    assert_eq!(belief.series.change().unwrap_err(), NoChange::NothingLater);
    assert_eq!(before.on.to_string(), "2025-04-13");
    let none = book.change("ZAAK-010", &asked("2024-01-01"));
    assert!(matches!(none, Err(Error::NoSuchDossier { .. })), "{none:?}");
}

fn record(book: &Book, line: &Value) {
    let line = Line::parse(&line.to_string()).unwrap();
    book.record(&line, &Recording::default()).unwrap();
}

/// A shielded value is gone from every figure, now and as it was known then.
#[test]
fn a_shielded_value_is_not_there() {
    let place = Place::demo();
    let book = Book::open(&place.book(), weegboek::book::Access::Write).unwrap();
    let shield = |target: &str, field: &str| {
        record(
            &book,
            &json!({"event": "entry_shielded", "dossier": "ZAAK-010", "occurred_on": "2026-03-02",
                "actor": "TM-05", "role": "TM", "data": {"target": target, "fields": [field],
                "ground": "Op verzoek van de cliënt."}}),
        );
    };
    shield("ZAAK-010/14.1", "value");
    shield("ZAAK-010/5", "willing.self_efficacy");
    let known = |known_at: Option<&str>| {
        let known_at = known_at.map(|day| weegboek::book::KnownAt::Time(day.parse().unwrap()));
        let asked = Asked {
            as_known: AsKnown {
                known_at,
                valid_on: None,
            },
            ..Asked::default()
        };
        let found = book.change("ZAAK-010", &asked).unwrap();
        let mut keys = found.measures.iter().map(|one| one.series.what.clone());
        keys.any(|key| key == "geloof_in_eigen_kunnen")
    };
    assert!(!known(None) && !known(Some("2025-12-31")));
    one_is_enough(&book);
    let pooled = book
        .change_pooled(PooledBy::Lever, &GroupsAsked::default())
        .unwrap();
    let belief = |row: &&weegboek::book::change_groups::PooledRow| {
        row.group.as_deref() == Some("motivatie") && row.what == "geloof_in_eigen_kunnen"
    };
    assert_eq!(pooled.rows.iter().find(belief), None);
}

/// Three and three: 2 3 2 before and 4 4 5 from the start on. No overlap, so NAP, tau and PND are
/// 1; before the start S is 1 − 1 = 0, so Tau-U is 9/9. One start leaves three on both sides.
#[test]
fn enough_measurements_give_figures_with_their_notes() {
    let place = Place::demo();
    let book = Book::open(&place.book(), weegboek::book::Access::Write).unwrap();
    for (day, value, moment) in [
        ("2025-04-20", 2, "nul"),
        ("2025-05-02", 3, "nul"),
        ("2025-08-25", 4, "tussen"),
        ("2025-09-01", 5, "eind"),
    ] {
        record(
            &book,
            &json!({"event": "effect_measured", "dossier": "ZAAK-007", "occurred_on": day,
                "actor": "TB-32", "role": "TB", "municipality": "Kruisveld",
                "data": {"what": "vaardigheid", "value": value, "scale": "1-5",
                    "moment": moment, "by": "samen"}}),
        );
    }
    let found = change(&book, "ZAAK-007");
    let indices = measure(&found, "vaardigheid")
        .indices
        .as_ref()
        .unwrap()
        .as_ref()
        .unwrap();
    assert_eq!(indices.sizes, (3, 3));
    for value in [
        indices.nap.value,
        indices.tau,
        indices.tau_u,
        indices.pnd,
        indices.pand,
    ] {
        assert!((value - 1.0).abs() < 1e-12, "{indices:?}");
    }
    let starts = indices.randomised.unwrap();
    assert_eq!((starts.possible, starts.as_large), (1, 1));
    let notes: Vec<&str> = indices.notes.iter().map(|note| note.key()).collect();
    assert!(
        notes.contains(&"few-points") && notes.contains(&"start-not-drawn"),
        "{notes:?}"
    );
    check(&found, "vaardigheid", 2.0, 5.0);
    book.close().unwrap();

    let dir = place.book();
    let dir = dir.to_str().unwrap();
    let told = place
        .run(&["--book", dir, "change", "show", "ZAAK-007", "--figures"])
        .ok();
    assert!(
        told.contains("NAP 1") && told.contains("kleinst mogelijke p is 1"),
        "{told}"
    );
    let plain = place
        .run(&["--book", dir, "change", "show", "ZAAK-007"])
        .ok();
    assert!(!plain.contains("NAP"), "{plain}");
}

/// Adopts the norms again, with groups of one, for the worked cases.
fn one_is_enough(book: &Book) {
    let text = include_str!("../../src/domain/editions/normen.json");
    let mut data: Value = serde_json::from_str(text).unwrap();
    data["edition"] = "oefenboek".into();
    for entry in data["entries"].as_array_mut().unwrap() {
        if entry["key"].as_str().unwrap().starts_with("kleinste_groep") {
            entry["number"] = 1.into();
        }
    }
    record(
        book,
        &json!({"event": "catalogue_adopted", "occurred_on": "2026-03-01", "actor": "BH-01",
            "role": "BH", "data": data}),
    );
}

/// Twelve cases are few: every group is withheld, and a team's own view needs five.
#[test]
fn small_groups_are_withheld() {
    let book = demo_with_plain_norms();
    let pooled = book
        .change_pooled(PooledBy::Lever, &GroupsAsked::default())
        .unwrap();
    assert_eq!(
        (pooled.norm.key, pooled.norm.clients),
        ("kleinste_groep_beleid", 10)
    );
    assert!(!pooled.rows.is_empty());
    assert!(
        pooled
            .rows
            .iter()
            .all(|row| row.shown == Err(Withheld::TooFew))
    );
    let own = GroupsAsked {
        team: Some("Duin".to_owned()),
        ..GroupsAsked::default()
    };
    let durations = book.change_duration(DurationBy::All, &own).unwrap();
    assert_eq!(
        (durations.norm.key, durations.norm.clients),
        ("kleinste_groep", 5)
    );
    assert_eq!(durations.rows[0].shown, Err(Withheld::TooFew));
}

/// With groups of one: skill is ZAAK-002 (2→2) and ZAAK-007 (2→4); motivation is ZAAK-010 alone;
/// without an instrument, belief is ZAAK-001 (2→4). ZAAK-004, 005 and 012 lack a baseline.
#[test]
fn groups_of_one_show_the_worked_cases() {
    let place = Place::demo();
    let book = Book::open(&place.book(), weegboek::book::Access::Write).unwrap();
    one_is_enough(&book);
    let pooled = book
        .change_pooled(PooledBy::Lever, &GroupsAsked::default())
        .unwrap();
    let row = |group: Option<&str>, what: &str| {
        let mut rows = pooled.rows.iter();
        let found = rows.find(|row| row.group.as_deref() == group && row.what == what);
        let shown = found
            .unwrap_or_else(|| panic!("{group:?} {what}"))
            .shown
            .as_ref()
            .unwrap();
        let mean = shown.change.map(|change| change.mean);
        (shown.clients, shown.without_baseline, mean, shown.tau)
    };
    let belief = "geloof_in_eigen_kunnen";
    assert_eq!(
        row(Some("vaardigheid"), belief),
        (1, Some(0), Some(0.0), None)
    );
    assert_eq!(
        row(Some("vaardigheid"), "vaardigheid"),
        (1, Some(0), Some(2.0), None)
    );
    assert_eq!(
        row(Some("motivatie"), belief),
        (1, Some(0), Some(2.0), None)
    );
    assert_eq!(
        row(Some("motivatie"), "verbinding"),
        (1, Some(0), Some(3.0), None)
    );
    assert_eq!(
        row(Some("motivatie"), "ladder"),
        (1, Some(0), Some(2.0), None)
    );
    assert_eq!(row(None, belief), (1, Some(0), Some(2.0), None));
    assert_eq!(row(None, "sociaal_functioneren"), (1, Some(1), None, None));
    assert_eq!(
        row(None, "vertrouwen_in_begeleiding"),
        (2, Some(2), None, None)
    );

    // Closed are ZAAK-010 after 301 days, ZAAK-001 after 364 (13 January 2025 to 12 January 2026)
    // and ZAAK-004 after 392. On 1 February 2026 the nine others ran 265, 272, 272, 306, 335,
    // 356, 362, 382 and 389 days. At risk are 9, 4 and 1: 8/9, 8/9 × 3/4 and 0.
    let asked = GroupsAsked {
        on: Some("2026-02-01".parse().unwrap()),
        ..GroupsAsked::default()
    };
    let durations = book.change_duration(DurationBy::All, &asked).unwrap();
    let shown = durations.rows[0].shown.as_ref().unwrap();
    assert_eq!(
        (shown.n, shown.open, shown.median_of_closed),
        (12, Some(9), Some(364.0))
    );
    let falls: Vec<(f64, usize, f64)> = shown
        .curve
        .steps
        .iter()
        .filter(|step| step.ended > 0)
        .map(|step| (step.length, step.at_risk, (step.share * 1e9).round() / 1e9))
        .collect();
    let wanted = [
        (301.0, 9, 0.888_888_889),
        (364.0, 4, 0.666_666_667),
        (392.0, 1, 0.0),
    ];
    assert_eq!(falls, wanted);
    assert_eq!(shown.median, Some(392.0));
}

#[test]
fn the_command_shows_change_and_draws_it() {
    let place = Place::demo();
    let book = place.book();
    let book = book.to_str().unwrap();
    let shown = place
        .run(&["--book", book, "change", "show", "ZAAK-007"])
        .ok();
    for text in [
        "Van 2 (laag) op 12 mei 2025 naar 4 (hoog)",
        "Dat is 2 hoger",
        "filmpjes",
        "Stage",
    ] {
        assert!(shown.contains(text), "{text}: {shown}");
    }
    assert!(!shown.to_lowercase().contains("effect"), "{shown}");
    assert!(!shown.contains("NAP") && !shown.contains("Tau"), "{shown}");

    let svg = place.path().join("beeld.svg");
    let file = svg.to_str().unwrap();
    let given = [
        "--book",
        book,
        "change",
        "show",
        "ZAAK-007",
        "--measure",
        "vaardigheid",
    ];
    let json = place
        .run(&[&given[..], &["--svg", file, "--json"]].concat())
        .json();
    let measure = &json["measures"][0];
    assert_eq!(measure["change"]["amount"], 2.0);
    assert_eq!(
        measure["indices"],
        json!({"refused": "too-few", "before": 1, "after": 1})
    );
    let drawn = std::fs::read_to_string(&svg).unwrap();
    assert!(
        drawn.contains("tijdens: Stage") && drawn.contains("hoog · 4"),
        "{drawn}"
    );

    let many = place.run(&[
        "--book", book, "change", "show", "ZAAK-010", "--svg", file, "--json",
    ]);
    assert!(
        many.error(2)["what"]
            .as_str()
            .unwrap()
            .contains("verbinding")
    );
    let none = place.run(&[
        "--book",
        book,
        "change",
        "show",
        "ZAAK-007",
        "--measure",
        "x",
        "--json",
    ]);
    none.error(2);
    let lost = place.run(&["--book", book, "change", "show", "ZAAK-999", "--json"]);
    lost.error(2);
    let nowhere = place.path().join("geen/map.svg");
    let nowhere = nowhere.to_str().unwrap();
    let failed = place.run(&[&given[..], &["--svg", nowhere, "--json"]].concat());
    failed.error(6);
}

#[test]
fn the_commands_for_groups_say_what_they_withhold() {
    let place = Place::demo();
    adopt_plain_norms(&place.book());
    let book = place.book();
    let book = book.to_str().unwrap();
    let pooled = place.run(&[
        "--book",
        book,
        "change",
        "pooled",
        "--by",
        "instrument",
        "--json",
    ]);
    let pooled = pooled.json();
    assert_eq!(
        pooled["norm"],
        json!({"key": "kleinste_groep_beleid", "clients": 10})
    );
    let rows = pooled["rows"].as_array().unwrap();
    assert!(
        rows.iter()
            .all(|row| row["suppressed"] == "too-few" && row["mean"].is_null())
    );
    let told = place.run(&["--book", book, "change", "pooled"]).ok();
    assert!(told.contains("te weinig cliënten"), "{told}");

    let on = ["--on", "2026-02-01"];
    let duration = ["--book", book, "change", "duration"];
    let told = place.run(&[&duration[..], &on].concat()).ok();
    assert!(
        // Twelve is told as ten; three are closed, too few to tell how many run.
        told.contains("10 trajecten. Hoeveel er nog lopen is hier niet te vertellen"),
        "{told}"
    );
    let json = place
        .run(&[&duration[..], &on, &["--json"]].concat())
        .json();
    assert_eq!(
        (&json["rows"][0]["n"], &json["rows"][0]["open"]),
        (&json!(10), &Value::Null)
    );
    // Steps of 28 days, and no further than ten still run.
    let curve = json["rows"][0]["curve"].as_array().unwrap();
    assert!(
        curve
            .iter()
            .all(|step| step["days"].as_f64().unwrap() % 28.0 == 0.0),
        "{curve:?}"
    );
}

/// By hand from the worked cases: on 1 February 2026 there are twelve trajectories; of another
/// municipality there are none, and before the first of them was recorded there were none either.
#[test]
fn figures_of_groups_are_of_a_municipality_and_as_known_at_a_moment() {
    let place = Place::demo();
    let book = Book::open(&place.book(), weegboek::book::Access::Write).unwrap();
    one_is_enough(&book);
    let asked = |municipality: Option<&str>, known_at: Option<&str>| {
        let asked = GroupsAsked {
            municipality: municipality.map(str::to_owned),
            known_at: known_at.map(|text| text.parse().unwrap()),
            on: Some("2026-02-01".parse().unwrap()),
            ..GroupsAsked::default()
        };
        let found = book.change_duration(DurationBy::All, &asked).unwrap();
        let shown = found.rows.iter().filter_map(|row| row.shown.as_ref().ok());
        shown.map(|row| row.n).sum::<usize>()
    };
    let list = book.dossiers(Default::default()).unwrap();
    let mut names: Vec<String> = list.iter().map(|one| one.municipality.clone()).collect();
    names.sort();
    names.dedup();
    let parts: Vec<usize> = names.iter().map(|name| asked(Some(name), None)).collect();
    assert_eq!(asked(None, None), 12);
    assert_eq!(parts.iter().sum::<usize>(), 12);
    assert_eq!(asked(Some("Nergens"), None), 0);
    assert_eq!(asked(None, Some("2020-01-01")), 0);
    let half = asked(None, Some("2025-04-01"));
    assert!((1..12).contains(&half), "{half}");
}
