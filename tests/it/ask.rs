//! Questions as a person asks them: the answer in every form, what is held back, what is refused.

use std::fmt::Write as _;

use serde_json::{Value, json};

use super::cli_support::Place;

/// Trajectories of a team, opened in January 2025; the first `heard` of them had a conversation
/// in December of that year, the others in February.
fn trajectories(lines: &mut String, team: &str, count: usize, heard: usize) {
    for place in 0..count {
        let dossier = format!("{team}-{place}");
        let line = |event: &str, day: &str, data: Value| {
            json!({ "event": event, "id": format!("{dossier}/{event}"), "dossier": dossier,
                "occurred_on": day, "actor": "TB-01", "role": "TB", "municipality": "Proefstad",
                "team": team, "data": data })
        };
        let opened = json!({ "number": dossier, "question": "Ik wil weer meedoen.",
            "purpose": "We zoeken samen een plek die past.", "lead": "TB-01" });
        let day = if place < heard {
            "2025-12-20"
        } else {
            "2025-02-01"
        };
        let talk = json!({ "kind": "ophalen", "participants": [
            { "role": "TB", "actor": "TB-01" }, { "role": "CL", "actor": "CL-1" }],
            "client_words": "Ik vertel het graag zelf.", "note": "Het gesprek ging rustig." });
        for one in [
            line("trajectory_opened", "2025-01-06", opened),
            line("conversation_held", day, talk),
        ] {
            writeln!(lines, "{one}").unwrap();
        }
    }
}

/// A book with teams of 40 (25 heard lately), 35 (15) and 4 trajectories.
pub(crate) fn place() -> Place {
    let place = Place::empty();
    place.run(&["init", "--municipality", "Proefstad"]).ok();
    let mut lines = String::new();
    trajectories(&mut lines, "=Noord", 40, 25);
    trajectories(&mut lines, "Oost", 35, 15);
    trajectories(&mut lines, "Zuid", 4, 2);
    std::fs::write(place.path().join("zaken.jsonl"), lines).unwrap();
    place.run(&["import", "dossiers", "zaken.jsonl"]).ok();
    place
}

const ASK: [&str; 5] = ["ask", "run", "Q07", "--period", "2025"];

fn ask(place: &Place, more: &[&str]) -> super::cli_support::Ran {
    let mut args = ASK.to_vec();
    args.extend(more);
    place.run(&args)
}

fn rows(answer: &Value) -> &Vec<Value> {
    answer["measures"][0]["rows"].as_array().unwrap()
}

/// By hand, norm 10: the team of 4 is small, and with it goes the team of 35, because the total
/// minus 40 would tell of the 4. Of the 40, 15 were not heard for eight weeks; of all 79, 37 were
/// not: rounded 40, 15 and 80, 35.
#[test]
fn no_form_of_an_answer_shows_a_small_group() {
    let place = place();
    let answer = ask(&place, &["--json"]).json();
    let found = rows(&answer);
    assert_eq!(found[0]["groups"], json!(["=Noord"]));
    assert_eq!(
        (&found[0]["n"], &found[0]["numerator"]),
        (&json!(40.0), &json!(15.0))
    );
    assert_eq!(found[1]["suppressed"]["reason"], "complement");
    assert_eq!(found[2]["suppressed"]["reason"], "small");
    assert_eq!(
        (&found[3]["n"], &found[3]["numerator"]),
        (&json!(80.0), &json!(35.0))
    );
    for row in &found[1..3] {
        for key in [
            "n",
            "clients",
            "numerator",
            "denominator",
            "ratio",
            "missing",
        ] {
            assert!(row[key].is_null(), "{key}: {row}");
        }
    }

    let csv = ask(&place, &["--format", "csv"]).ok();
    assert!(csv.contains("'=Noord,40"), "{csv}");
    let zuid = csv.lines().find(|line| line.contains("Zuid")).unwrap();
    assert_eq!(zuid, "silent,group,Zuid,,0,,,,,,,,,,,,small,");

    let page = ask(&place, &[]).ok();
    let zuid = page.lines().find(|line| line.starts_with("Zuid")).unwrap();
    let words: Vec<&str> = zuid.split_whitespace().collect();
    assert_eq!(words, ["Zuid", "×", "×", "×", "×", "kleine", "groep"]);
    assert!(page.contains("minder dan 10 cliënten"), "{page}");

    let svg = ask(&place, &["--format", "svg"]).ok();
    assert_eq!(svg.matches("class=\"hidden\"").count(), 6, "{svg}");
    assert!(
        svg.contains("kleine groep") && svg.contains("38 % (n 40)"),
        "{svg}"
    );
    let plot = ask(&place, &["--format", "plot"]).ok();
    let zuid = plot.lines().find(|line| line.starts_with("Zuid")).unwrap();
    assert!(
        zuid.contains("·····") && zuid.ends_with("kleine groep"),
        "{zuid}"
    );
}

/// One trajectory more would be told of by the difference; so the earlier answer comes back, and
/// says so. Asked again it is the same.
#[test]
fn a_refreshed_answer_that_would_tell_of_one_client_is_that_of_before() {
    let place = place();
    let before = ask(&place, &["--json"]).json();
    assert_eq!(before["notes"], json!([]));
    let mut more = String::new();
    trajectories(&mut more, "=Noord", 41, 25);
    std::fs::write(place.path().join("meer.jsonl"), more).unwrap();
    place.run(&["import", "dossiers", "meer.jsonl"]).ok();
    let after = ask(&place, &["--json"]).json();
    assert_eq!(after["measures"], before["measures"]);
    assert_eq!(after["notes"][0]["note"], "as-known-earlier");
    assert_eq!(after["known_at"], before["known_at"]);
    assert_eq!(ask(&place, &["--json"]).json(), after);
    // The same with one team alone, which is the same group under another filter.
    let one = ask(&place, &["--team", "=Noord", "--by", "", "--json"]).json();
    assert!(!rows(&one)[0]["suppressed"].is_null(), "{one}");
}

#[test]
fn a_person_is_no_group_and_the_team_view_is_of_one_team() {
    let place = place();
    let refused = ask(&place, &["--by", "lead", "--json"]).error(3);
    assert!(
        refused["what"].as_str().unwrap().contains("‘lead’"),
        "{refused}"
    );
    ask(&place, &["--by", "schoenmaat", "--json"]).error(2);
    ask(&place, &["--audience", "team", "--json"]).error(2);
    ask(&place, &["--period", "gisteren", "--json"]).error(2);
    place.run(&["ask", "run", "Q99", "--json"]).error(2);
    place.run(&["ask", "run", "Q51", "--json"]).error(2);
    ask(&place, &["--dossier", "Zuid-1", "--json"]).error(3);
    let team = ask(&place, &["--audience", "team", "--team", "Oost", "--json"]).json();
    assert_eq!(
        (&team["norm"], &rows(&team)[0]["n"]),
        (&json!(5), &json!(35.0))
    );
}

#[test]
fn without_a_sound_memory_nothing_is_answered() {
    let place = place();
    ask(&place, &["--json"]).json();
    let file = place.book().join("views/answers");
    let mut bytes = std::fs::read(&file).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    std::fs::write(&file, bytes).unwrap();
    let error = ask(&place, &["--json"]).error(5);
    assert!(error["next"].as_str().unwrap().contains("kopie"), "{error}");
}

/// A municipality's own question stands beside the others; one that hides a person under another
/// name is refused when it is asked, one with a fault is named in the list.
#[test]
fn own_questions_go_through_the_same_control() {
    let place = place();
    let own = place.book().join("questions");
    std::fs::create_dir_all(&own).unwrap();
    let question = |code: &str, team: &str| {
        format!(
            "-- code: {code}\n-- name: {code}-open\n-- title.nl: Hoeveel?\n-- title.en: How many?\n\
             -- asks: TL\n-- source: ours\n-- events: trajectory_opened\n-- shape: answer\n\
             -- unit: trajectory\n-- groups: team\n-- by: team\n-- measure: open count | O | O\n\
             SELECT 'open' AS measure, {team} AS team, dossier AS client, NULL AS person,\n\
             1 AS numerator, 1 AS denominator, NULL AS value, 0 AS missing FROM trajectories\n"
        )
    };
    std::fs::write(own.join("a1.sql"), question("A1", "team")).unwrap();
    std::fs::write(own.join("a2.sql"), question("A2", "lead")).unwrap();
    std::fs::write(own.join("a3.sql"), "SELECT 1").unwrap();
    let list = place.run(&["ask", "list", "--own", "--json"]).json();
    assert_eq!(list["questions"].as_array().unwrap().len(), 2);
    assert_eq!(list["faulty"][0]["file"], "a3.sql");
    let answer = place.run(&["ask", "run", "A1", "--json"]).json();
    assert_eq!(rows(&answer)[2]["suppressed"]["reason"], "small");
    place.run(&["ask", "run", "A2", "--json"]).error(3);
    let shown = place.run(&["ask", "show", "A1"]).ok();
    assert!(shown.contains("FROM trajectories"), "{shown}");
    let listed = place.run(&["ask", "list"]).ok();
    assert!(listed.contains("a3.sql"), "{listed}");
}

/// All 79 were opened in 2025, so a year before that has nothing; who asks is told where to look.
#[test]
fn an_empty_answer_says_in_which_years_there_are_data() {
    let place = place();
    let empty = ["ask", "run", "Q07", "--period", "2019"];
    let told = place.run(&[&empty[..], &["--json"]].concat()).json();
    let wanted = json!({ "note": "data-in", "first_year": 2025, "last_year": 2025 });
    assert_eq!(told["notes"], json!([wanted]));
    let page = place.run(&empty).ok();
    assert!(page.contains("--period 2025"), "{page}");
    assert_eq!(ask(&place, &["--json"]).json()["notes"], json!([]));
    // Of a list too; a year in which few had an entry is not named.
    let list = place.run(&["ask", "run", "Q37", "--period", "2019"]).ok();
    assert!(!list.contains("2019..") && !list.contains("2018"), "{list}");
}

#[test]
fn the_list_shows_what_to_type_and_the_question_in_the_readers_language() {
    let place = place();
    let dutch = place.run(&["ask", "list"]).ok();
    let line = dutch.lines().find(|line| line.starts_with("Q07")).unwrap();
    assert_eq!(line, "Q07 Bij welke trajecten is het te lang stil?");
    assert!(!dutch.contains("past-the-limit"), "{dutch}");
    let english = place.run(&["--lang", "en", "ask", "list"]).ok();
    assert!(english.contains("Q07 Which trajectories have been silent too long?"));
    let tables = place.run(&["sql", "--tables"]).ok();
    assert!(tables.contains("Een rij voor een gesprek."), "{tables}");
}

/// Answers of the demonstration, whose norm is 1: no line is wider than the page, and every face
/// says that they are not to be shared.
#[test]
fn pages_keep_within_a_hundred_columns_and_say_what_is_not_to_be_shared() {
    let place = Place::demo();
    for command in [
        &["process", "rules"][..],
        &["process", "stats"],
        &[
            "ask",
            "run",
            "Q50",
            "--dossier",
            "ZAAK-001",
            "--period",
            "2024..2026",
        ],
        &["change", "pooled"],
        &["change", "duration"],
    ] {
        let page = place.run(command).ok();
        let wide = page.lines().find(|line| line.chars().count() > 100);
        assert_eq!(wide, None, "{command:?}");
        if command[0] != "ask" {
            assert!(
                page.contains("Deel dit antwoord niet"),
                "{command:?}: {page}"
            );
        }
    }
}
