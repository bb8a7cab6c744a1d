//! docs/toetsen.md is true: every command in it runs, in its order, and gives what it says.

use std::process::Command;

use crate::cli_support::Place;

const DOC: &str = include_str!("../../docs/toetsen.md");

/// The commands of the page, block by block.
fn blocks() -> Vec<&'static str> {
    let parts = DOC.split("```sh\n").skip(1);
    parts
        .map(|part| part.split("```").next().unwrap())
        .collect()
}

fn is_named(text: &str) -> bool {
    let letters: Vec<char> = text.chars().collect();
    letters.windows(5).any(|five| {
        five[0].is_ascii_uppercase()
            && five[1].is_ascii_uppercase()
            && five[2] == '-'
            && five[3].is_ascii_digit()
            && five[4].is_ascii_digit()
    })
}

#[test]
fn the_whole_round_of_the_page_runs_and_ends_in_reports() {
    let place = Place::empty();
    let program = assert_cmd::cargo::cargo_bin("weegboek");
    let folder = program.parent().unwrap().display().to_string();
    let script = format!("set -e\n{}", blocks().join("\n"));
    assert!(blocks().len() > 12, "the page lost its commands");
    let ran = Command::new("sh")
        .args(["-c", &script])
        .current_dir(place.path())
        .env_clear()
        .env("LANG", "nl_NL.UTF-8")
        .env("PATH", format!("{folder}:/usr/bin:/bin"))
        .output()
        .unwrap();
    let (out, err) = (
        String::from_utf8(ran.stdout).unwrap(),
        String::from_utf8(ran.stderr).unwrap(),
    );
    assert!(ran.status.success(), "{out}{err}");
    assert!(out.contains("Er komt precies hetzelfde uit."));
    assert!(err.contains("Een cijfer per persoon (beoordelaar) geeft het weegboek niet."));
    for file in ["verslag.pdf", "management.pdf"] {
        let bytes = std::fs::read(place.path().join(file)).unwrap();
        assert!(bytes.starts_with(b"%PDF-") && bytes.len() > 5_000, "{file}");
    }
    let book = ["--book", "oefenboek"];
    let report = |more: &[&str]| {
        let args = [
            &book[..],
            &["audit", "report", "voorjaar", "--on", "2026-04-30"],
            more,
        ]
        .concat();
        place.run(&args).ok()
    };
    // Strong points come first, and no rater is named anywhere.
    let page = report(&[]);
    let at = |text: &str| {
        page.find(text)
            .unwrap_or_else(|| panic!("no {text} in {page}"))
    };
    assert!(at("Sterke punten") < at("In cijfers") && at("In cijfers") < at("Vragen en tekorten"));
    assert!(at("ZAAK-010, stap 9") < at("ZAAK-009, stap 4"));
    assert!(at("gedaan en nagekeken") > 0 && at("Bij een maatregel praten we te laat.") > 0);
    for text in [&page, &report(&["--full"]), &report(&["--json"])] {
        assert!(!text.contains("AU-0"), "{text}");
    }
    for text in [
        report(&["--management"]),
        report(&["--management", "--json"]),
    ] {
        assert!(!is_named(&text) && !text.contains("ZAAK"), "{text}");
    }
    // Twelve cases: ten drawn, two pointed at, all rated and opened.
    assert!(page.contains("12 van 12 zaken"), "{page}");
    one_page(&place);
}

/// The report for the team fits on one page.
fn one_page(place: &Place) {
    let args = [
        "--book",
        "oefenboek",
        "audit",
        "report",
        "voorjaar",
        "--on",
        "2026-04-30",
    ];
    place
        .run(&[&args[..], &["--pdf", "blad.pdf"]].concat())
        .ok();
    let bytes = std::fs::read(place.path().join("blad.pdf")).unwrap();
    let pages = bytes
        .windows(11)
        .filter(|part| *part == b"/Type /Page")
        .count();
    let pages = pages
        + bytes
            .windows(10)
            .filter(|part| *part == b"/Type/Page")
            .count();
    assert!(pages <= 3, "{pages}");
}
