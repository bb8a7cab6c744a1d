//! `replay`: each step as it read when it was recorded.

use std::process::Output;

use assert_cmd::Command;

use super::record_support::{code, demo, err, json, out};

fn replay(args: &[&str]) -> Output {
    Command::cargo_bin("weegboek")
        .unwrap()
        .env("LC_ALL", "nl_NL.UTF-8")
        .env("COLUMNS", "100")
        .arg("--book")
        .arg(demo().join("boek"))
        .arg("replay")
        .args(args)
        .output()
        .unwrap()
}

#[test]
fn a_step_reads_as_it_did_then_with_the_mark_of_its_later_correction() {
    let output = replay(&["ZAAK-012", "--from", "2", "--to", "2"]);
    assert_eq!(code(&output), 0, "{}", err(&output));
    let said = out(&output);
    assert!(said.contains("Cliënt is niet gemotiveerd."), "{said}");
    assert!(said.contains("Later verbeterd"), "{said}");
    assert!(!said.contains("ik kan nu niet kiezen"), "{said}");
}

/// What was shielded in the tenth step is gone in every step of the replay, before it too.
#[test]
fn shielded_words_are_nowhere() {
    let lines = super::record_support::lines("ZAAK-012");
    let shielding: Vec<_> = lines
        .iter()
        .filter(|line| line.event == "entry_shielded")
        .collect();
    assert!(!shielding.is_empty());
    for form in [vec!["ZAAK-012"], vec!["ZAAK-012", "--json"]] {
        let said = out(&replay(&form)).replace('\n', " ");
        let mut words = 0;
        for line in &shielding {
            let target = line.data["target"].as_str().unwrap();
            let entry = lines
                .iter()
                .find(|line| line.id.as_deref() == Some(target))
                .unwrap();
            for field in line.data["fields"].as_array().unwrap() {
                let pointer = format!("/{}", field.as_str().unwrap().replace('.', "/"));
                let data = serde_json::Value::Object(entry.data.clone());
                let Some(text) = data.pointer(&pointer).and_then(serde_json::Value::as_str) else {
                    continue;
                };
                words += 1;
                let start: String = text.chars().take(25).collect();
                assert!(!said.contains(&start), "{start}");
            }
        }
        assert!(words > 0);
        assert!(said.contains("afgeschermd") || said.contains("shielded"));
    }
}

#[test]
fn every_step_says_what_it_changed() {
    let shown = json(&replay(&["ZAAK-010", "--json"]));
    let steps = shown["steps"].as_array().unwrap();
    let of = |event: &str| steps.iter().find(|step| step["event"] == event).unwrap();
    let number = &of("instrument_started")["number"];
    assert_eq!(
        of("instrument_started")["standing"]["instruments"][0],
        *number
    );
    let ended = of("instrument_ended");
    assert_eq!(
        ended["standing"]["instruments"].as_array().unwrap().len(),
        0
    );
    assert_eq!(
        of("goal_set")["standing"]["goals"]
            .as_array()
            .unwrap()
            .len(),
        1
    );
    assert_eq!(
        of("goal_reviewed")["standing"]["goals"]
            .as_array()
            .unwrap()
            .len(),
        0
    );
    let said = out(&replay(&["ZAAK-010", "--from", "1", "--to", "1"]));
    assert!(said.contains("regie van niemand naar TB-23"), "{said}");
    assert!(!said.contains('«'), "{said}");
    let none = replay(&["ZAAK-010", "--from", "90"]);
    assert_eq!(code(&none), 2, "{}", err(&none));
    let unknown = replay(&["ZAAK-999"]);
    assert_eq!(code(&unknown), 2, "{}", err(&unknown));
}
