//! The built-in questions as files: all there, readable, and about things that exist.

use std::collections::{BTreeMap, BTreeSet};

use weegboek::domain::EventType;
use weegboek::practice::answer::Kind;
use weegboek::views::question::{Catalogue, Shape};
use weegboek::views::tables;

use crate::questions_support::{Asked, gathered, rows, views};

#[test]
fn fifty_two_questions_each_with_a_code_and_a_name_of_its_own() {
    let catalogue = Catalogue::built_in();
    assert_eq!(catalogue.faulty(), &[]);
    let codes: Vec<&str> = catalogue
        .questions()
        .iter()
        .map(|one| one.code.as_str())
        .collect();
    let wanted: Vec<String> = (1..=52).map(|number| format!("Q{number:02}")).collect();
    assert_eq!(codes, wanted);
    let names: BTreeSet<&str> = catalogue
        .questions()
        .iter()
        .map(|one| one.name.as_str())
        .collect();
    assert_eq!(names.len(), 52);
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/views/questions");
    let files: BTreeSet<String> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    let wanted: BTreeSet<String> = names.iter().map(|name| format!("{name}.sql")).collect();
    assert_eq!(files, wanted);
}

/// A question is something a person would ask: one sentence with a question mark, in both
/// languages, of at most 25 words.
#[test]
fn every_head_says_in_two_languages_what_is_asked_and_counted() {
    for one in Catalogue::built_in().questions() {
        let code = &one.code;
        for title in [&one.title_nl, &one.title_en] {
            assert!(title.ends_with('?'), "{code}: {title}");
            assert!(title.split_whitespace().count() <= 25, "{code}: {title}");
        }
        assert_ne!(one.title_nl, one.title_en, "{code}");
        let words = [&one.numerator, &one.denominator];
        for (dutch, english) in words {
            assert!(dutch.len() > 5 && english.len() > 5, "{code}");
            assert_ne!(dutch, english, "{code}");
        }
        assert!(
            !one.source.is_empty() && !one.unit.is_empty() && !one.asks.is_empty(),
            "{code}"
        );
        for event in &one.events {
            assert!(EventType::from_name(event).is_some(), "{code}: {event}");
        }
        for measure in &one.measures {
            assert!(
                !measure.title_nl.is_empty() && !measure.title_en.is_empty(),
                "{code}"
            );
        }
        assert!(
            one.events.len() == one.events.iter().collect::<BTreeSet<_>>().len(),
            "{code}"
        );
    }
}

/// Who asks what: domain.md §4, column *Who*.
#[test]
fn everybody_has_questions_and_a_client_only_about_the_own_dossier() {
    let catalogue = Catalogue::built_in();
    let mut per: BTreeMap<&str, usize> = BTreeMap::new();
    for one in catalogue.questions() {
        for asker in &one.asks {
            *per.entry(asker).or_default() += 1;
        }
        let own = one.text.contains("dossier = asked.dossier");
        assert_eq!(one.asks == ["CL"], own, "{}", one.code);
    }
    // Q01–Q09 TL; Q02, Q10–Q16 LG; Q17–Q27 CC; Q09, Q16, Q28–Q35 PO; Q36–Q40 SC; Q34, Q41–Q47 BM;
    // Q48, Q49 LE; Q50–Q52 CL.
    let wanted = [
        ("BM", 8),
        ("CC", 11),
        ("CL", 3),
        ("LE", 2),
        ("LG", 8),
        ("PO", 10),
        ("SC", 5),
        ("TL", 9),
    ];
    assert_eq!(per, BTreeMap::from(wanted));
}

/// What SQLite, DuckDB, PostgreSQL, Spark and Trino share, and no row of a person or of a version
/// that was replaced.
#[test]
fn statements_keep_to_the_sql_that_others_share() {
    let banned = [
        "filter (",
        "filter(",
        "right join",
        "full join",
        "group_concat",
        "string_agg",
        "strftime",
        "date(",
        "percentile",
        "quantile",
        "median(",
        "iif(",
        "ifnull",
        "printf",
        "limit ",
        "using (",
        "glob ",
        "recorded_at",
        "superseded_at",
        "justifications",
        "current_date",
        "is distinct",
        "select *",
        "::",
    ];
    for one in Catalogue::built_in().questions() {
        let sql: String = one
            .text
            .lines()
            .filter(|line| !line.starts_with("--"))
            .flat_map(|line| [line, "\n"])
            .collect::<String>()
            .to_lowercase();
        for word in banned {
            assert!(!sql.contains(word), "{}: {word}", one.code);
        }
        for (at, _) in sql.match_indices(" is ") {
            let rest = &sql[at + 4..];
            assert!(
                rest.starts_with("null") || rest.starts_with("not null"),
                "{}",
                one.code
            );
        }
        for (at, _) in sql.match_indices(" / ") {
            let divided = &sql[at + 3..];
            assert!(
                divided.starts_with("7.0"),
                "{}: whole numbers divide in two ways",
                one.code
            );
        }
        assert!(
            sql.contains("cross join asked"),
            "{} asks nothing",
            one.code
        );
        for column in [
            "led_by,",
            "d.led_by ",
            ".lead ",
            ".learner",
            ".by ",
            ".resource",
        ] {
            assert!(
                one.code == "Q33" || !sql.contains(column),
                "{}: {column}",
                one.code
            );
        }
    }
}

/// Every table that a question reads is there, and for each the events that fill it are named
/// somewhere.
#[test]
fn every_table_that_is_read_exists() {
    for one in Catalogue::built_in().questions() {
        let sql = one.text.as_str();
        let made: BTreeSet<&str> = sql
            .split(['\n', ' '])
            .zip(sql.split(['\n', ' ']).skip(1))
            .filter(|(_, next)| *next == "AS")
            .map(|(name, _)| name)
            .collect();
        let words: Vec<&str> = sql.split_whitespace().collect();
        for pair in words.windows(2) {
            let [word, name] = pair else { continue };
            if !matches!(*word, "FROM" | "JOIN") || *name == "(" || *name == "asked" {
                continue;
            }
            let name = name.trim_end_matches([')', ',']);
            let known = name == "days" || tables::named(name).is_some() || made.contains(name);
            assert!(known, "{}: {name}", one.code);
        }
    }
}

/// The statement runs, gives exactly the columns of its head, and nothing is a person but the
/// person of a spread ([`gathered`] asserts so for every row).
#[test]
fn every_question_runs_and_gives_the_columns_of_its_head() {
    let views = views();
    for one in Catalogue::built_in().questions() {
        let code = one.code.as_str();
        if one.shape == Shape::List {
            let (columns, _) = rows(&views, code, &Asked::default());
            assert_eq!(columns[0], "client", "{code}");
            assert!(!columns.iter().any(|name| name == "person"), "{code}");
            continue;
        }
        let by: Vec<&str> = one.by.iter().map(String::as_str).collect();
        let everything = gathered(&views, code, &[], &Asked::default());
        let grouped = gathered(&views, code, &by, &Asked::default());
        // Groups divide; together they are everything.
        for (all, parts) in everything.iter().zip(&grouped) {
            let of = |get: fn(&weegboek::practice::answer::Cell) -> f64| {
                parts.cells.iter().map(get).sum::<f64>()
            };
            let name = &all.measure.name;
            assert!(
                (of(|one| one.numerator()) - all.total.numerator()).abs() < 1e-6,
                "{code} {name}"
            );
            assert!(
                (of(|one| one.denominator()) - all.total.denominator()).abs() < 1e-6,
                "{code} {name}"
            );
        }
        let spread = one
            .measures
            .iter()
            .any(|measure| measure.kind == Kind::Spread);
        assert_eq!(spread, code == "Q33");
    }
}

/// Before anything happened, there is nothing to tell; a list without a dossier is empty.
#[test]
fn a_period_without_events_gives_nothing() {
    let views = views();
    let asked = Asked {
        from: "2020-01-01",
        until: "2020-07-01",
        on: "2020-06-30",
        ..Asked::default()
    };
    for one in Catalogue::built_in().questions() {
        let (_, found) = rows(&views, &one.code, &asked);
        assert_eq!(found.len(), 0, "{}", one.code);
    }
}

/// A municipality and a team of another municipality never show.
#[test]
fn a_question_about_one_municipality_shows_no_other() {
    let views = views();
    let asked = Asked {
        municipality: Some("Zandhaven"),
        ..Asked::default()
    };
    let nowhere = Asked {
        municipality: Some("Nergens"),
        ..Asked::default()
    };
    for one in Catalogue::built_in().questions() {
        let code = one.code.as_str();
        if one.shape == Shape::List {
            continue;
        }
        for measure in gathered(&views, code, &["municipality"], &asked) {
            for cell in &measure.cells {
                assert_eq!(cell.groups[0].as_deref(), Some("Zandhaven"), "{code}");
            }
        }
        let (_, found) = rows(&views, code, &nowhere);
        assert_eq!(found.len(), 0, "{code}");
    }
}
