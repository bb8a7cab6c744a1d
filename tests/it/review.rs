//! Review by theme group: the walk-through of the manual, blindness, and what municipalities share.

use std::path::Path;
use std::process::Command;
use std::sync::Arc;

use serde_json::{Value, json};
use weegboek::book::fields::Line;
use weegboek::book::{Book, Error, Recording};

use super::cli_support::Place;

/// The commands of a page, as a person types them.
fn commands(page: &str) -> String {
    let mut script = String::from("set -e\n");
    let mut inside = false;
    for line in page.lines() {
        match line {
            "```sh" => inside = true,
            "```" => inside = false,
            line if inside => {
                script.push_str(line);
                script.push('\n');
            }
            _ => {}
        }
    }
    script
}

/// Every command of `docs/themagroep.md` does what the page says, for the four themes.
#[test]
fn the_manual_of_theme_groups_can_be_followed_to_the_letter() {
    let place = Place::empty();
    let home = Path::new(env!("CARGO_MANIFEST_DIR"));
    let page = std::fs::read_to_string(home.join("docs/themagroep.md")).unwrap();
    let program = assert_cmd::cargo::cargo_bin("weegboek");
    let path = format!(
        "{}:/usr/local/bin:/usr/bin:/bin",
        program.parent().unwrap().display()
    );
    let ran = Command::new("bash")
        .arg("-c")
        .arg(commands(&page))
        .current_dir(place.path())
        .env_clear()
        .env("PATH", path)
        .env("LANG", "nl_NL.UTF-8")
        .output()
        .unwrap();
    let out = String::from_utf8(ran.stdout).unwrap();
    let err = String::from_utf8(ran.stderr).unwrap();
    assert!(ran.status.success(), "{err}\n{out}");
    for wanted in [
        "Wat goed gaat",
        "Zolang de uitkering meespeelt, is de keuze niet vrij.",
        "aangepast. Bron: werkinstructie maatwerk 2026",
        "Inbreng van cliënten in Rietdam in 2025",
        "Gemeenten naast elkaar",
    ] {
        assert!(out.contains(wanted), "{wanted}\n{out}");
    }
    assert!(err.contains("De stoel van de ervaring (ED)"), "{err}");
    assert!(err.contains("nep.txt is veranderd"), "{err}");
    for name in ["client", "principes", "organisatie", "samen"] {
        let pdf = std::fs::read(place.path().join(format!("{name}.pdf"))).unwrap();
        assert!(pdf.starts_with(b"%PDF-1.7"), "{name}");
    }
}

const SECRET: &str = "Dit leest nog niemand anders.";

fn planned(place: &Place, round: &str, more: &[&str]) {
    let mut args = vec![
        "--book",
        "boek",
        "review",
        "plan",
        round,
        "--as",
        "AU-01",
        "--role",
        "AU",
        "--on",
        "2026-03-02",
        "--theme",
        "client_centraal",
        "--moderator",
        "AU-01",
        "--question",
        "Kiest de cliënt zelf?",
        "--read-from",
        "2025-01-01",
        "--read-until",
        "2025-12-31",
    ];
    args.extend(more);
    place.run(&args).ok();
}

fn run(place: &Place, args: &[&str]) -> super::cli_support::Ran {
    let mut all = vec!["--book", "boek"];
    all.extend(args);
    place.run(&all)
}

#[test]
fn what_somebody_wrote_alone_is_in_no_face_before_the_opening() {
    let place = Place::demo();
    planned(&place, "r", &[]);
    for number in ["ZAAK-003", "ZAAK-010"] {
        run(
            &place,
            &[
                "review",
                "confirm",
                "r",
                "--dossier",
                number,
                "--as",
                "AU-01",
            ],
        )
        .ok();
    }
    run(
        &place,
        &[
            "review",
            "draw",
            "r",
            "--dossier",
            "ZAAK-003",
            "--as",
            "AU-01",
        ],
    )
    .ok();
    let shown = run(&place, &["review", "show", "r", "--json"]).json();
    let case = shown["cases"][0]["case"].as_str().unwrap().to_owned();
    for more in [&["--case", case.as_str()][..], &[]] {
        let mut args = vec![
            "review",
            "write",
            "r",
            "--as",
            "ED-02",
            "--role",
            "ED",
            "--text",
            SECRET,
            "--position",
            "oneens",
        ];
        args.extend(more);
        let told = run(&place, &args).ok();
        assert!(!told.contains("ZAAK-003"), "{told}");
    }
    let faces: [&[&str]; 8] = [
        &["review", "show", "r", "--as", "AU-01"],
        &["review", "show", "r", "--json", "--as", "AU-01"],
        &["review", "show", "r", "--case", &case],
        &["review", "report", "r", "--on", "2026-04-01"],
        &["review", "evidence", "--year", "2026", "--on", "2026-04-01"],
        &["dossier", "story", "ZAAK-003"],
        &["dossier", "show", "ZAAK-003", "--json"],
        &["export", "jsonl"],
    ];
    for face in faces {
        let out = run(&place, face).ok();
        assert!(!out.contains(SECRET), "{face:?}\n{out}");
    }
    let own = run(&place, &["review", "show", "r", "--as", "ED-02"]).ok();
    assert!(own.contains(SECRET));
    // Only the moderator opens; afterwards everybody reads it by seat, and nothing is added.
    let refused = run(
        &place,
        &[
            "review", "open", "r", "--as", "ED-02", "--role", "ED", "--json",
        ],
    );
    refused.error(3);
    run(&place, &["review", "open", "r", "--as", "AU-01"]).ok();
    let shown = run(&place, &["review", "show", "r"]).ok();
    assert!(
        shown.contains(SECRET) && !shown.contains("ED-02"),
        "{shown}"
    );
    let late = run(
        &place,
        &[
            "review", "write", "r", "--as", "TB-04", "--role", "TB", "--text", "Te laat.", "--json",
        ],
    );
    late.error(2);
    let without = [
        "review", "judge", "r", "--as", "AU-01", "--role", "AU", "--text", "Goed.", "--json",
    ];
    run(&place, &without).error(2);
    let mut with = without.to_vec();
    with.extend(["--differences", "seat=ED;text=Nog niet goed."]);
    run(&place, &with).ok();
}

#[test]
fn nothing_tells_of_one_person_and_asking_for_it_is_refused() {
    let place = Place::demo();
    planned(&place, "r", &["--indicators", "real-choice"]);
    for face in [
        &["review", "report", "r"][..],
        &["review", "indicators", "r"],
        &["review", "obstacles"],
        &["review", "evidence", "--year", "2025"],
    ] {
        for person in ["persoon", "klantmanager", "rater"] {
            let mut args = face.to_vec();
            args.extend(["--by", person, "--json"]);
            run(&place, &args).error(3);
        }
        let out = run(&place, face).ok();
        for code in ["TB-", "TM-", "MC-", "AU-", "BE-0"] {
            assert!(!out.contains(code), "{face:?}: {code}\n{out}");
        }
    }
}

/// Views are written while somebody opens: each is before the opening, or refused.
#[test]
fn writing_and_opening_at_once_leaves_nothing_written_after_the_opening() {
    let place = Place::demo();
    planned(&place, "r", &[]);
    let book = Arc::new(Book::open(&place.book(), weegboek::book::Access::Write).unwrap());
    let record = |book: &Book, value: Value| {
        book.record(
            &Line::parse(&value.to_string()).unwrap(),
            &Recording::default(),
        )
    };
    let writers: Vec<_> = (0..12)
        .map(|number| {
            let book = Arc::clone(&book);
            std::thread::spawn(move || {
                let value = if number == 6 {
                    json!({ "event": "round_opened", "occurred_on": "2026-03-10",
                        "actor": "AU-01", "role": "AU", "data": { "round": "r" } })
                } else {
                    json!({ "event": "view_written", "occurred_on": "2026-03-10",
                        "actor": format!("TB-{number}"), "role": "TB",
                        "data": { "round": "r", "text": "Mijn kijk hierop." } })
                };
                let line = Line::parse(&value.to_string()).unwrap();
                (number, book.record(&line, &Recording::default()))
            })
        })
        .collect();
    let done: Vec<_> = writers.into_iter().map(|one| one.join().unwrap()).collect();
    let opened = done.iter().find(|(number, _)| *number == 6).unwrap();
    let opened = opened.1.as_ref().unwrap().position;
    let mut written = 0;
    for (number, receipt) in done.iter().filter(|(number, _)| *number != 6) {
        match receipt {
            Ok(receipt) => {
                assert!(receipt.position < opened, "{number}");
                written += 1;
            }
            Err(Error::Refused(_)) => {}
            Err(other) => panic!("{number}: {other}"),
        }
    }
    assert_eq!(book.review(None, "r").unwrap().whole.views.len(), written);
    let late = json!({ "event": "view_written", "occurred_on": "2026-03-10", "actor": "TB-99",
        "role": "TB", "data": { "round": "r", "text": "Te laat." } });
    assert!(matches!(record(&book, late), Err(Error::Refused(_))));
}

/// A demonstration that says it is of another municipality.
fn of(municipality: &str, indicators: &[&str]) -> (Place, String) {
    let place = Place::demo();
    let config = place.book().join("weegboek.toml");
    let text = std::fs::read_to_string(&config).unwrap();
    std::fs::write(&config, text.replace("Rietdam", municipality)).unwrap();
    let named: Vec<&str> = indicators
        .iter()
        .flat_map(|one| ["--indicators", one])
        .collect();
    planned(&place, "cop", &named);
    let key = run(&place, &["review", "key"]).ok().trim().to_owned();
    assert_eq!(run(&place, &["review", "key"]).ok().trim(), key);
    let made = run(
        &place,
        &[
            "review",
            "contribute",
            "cop",
            "deel.txt",
            "--as",
            "BE-01",
            "--role",
            "BE",
            "--purpose",
            "Vergelijken met andere gemeenten",
        ],
    );
    assert!(made.ok().contains(&key));
    (place, key)
}

#[test]
fn three_municipalities_are_laid_beside_each_other_and_an_altered_file_is_refused() {
    let all = ["real-choice", "whose-goals"];
    let parts = [
        of("Rietdam", &all),
        of("Zandhaven", &all),
        of("Kruisveld", &all[..1]),
    ];
    let place = &parts[0].0;
    let mut args = vec!["review".to_owned(), "merge".to_owned()];
    for (number, (other, key)) in parts.iter().enumerate() {
        let text = std::fs::read_to_string(other.path().join("deel.txt")).unwrap();
        assert!(!text.contains("ZAAK-") && !text.contains("TB-"), "{text}");
        let name = format!("deel-{number}.txt");
        std::fs::write(place.path().join(&name), &text).unwrap();
        args.extend([name, "--key".to_owned(), key.clone()]);
    }
    let run_with = |args: &[String]| {
        let args: Vec<&str> = args.iter().map(String::as_str).collect();
        run(place, &args)
    };
    let mut as_json = args.clone();
    as_json.push("--json".to_owned());
    let merged = run_with(&as_json).json();
    assert_eq!(
        merged["municipalities"],
        json!(["Kruisveld", "Rietdam", "Zandhaven"])
    );
    assert_eq!(
        merged["missing"],
        json!([{ "municipality": "Kruisveld", "code": "Q17" }])
    );
    // Every figure is that of the municipality's own answer.
    for (other, municipality) in parts.iter().zip(["Rietdam", "Zandhaven"]) {
        let asked = run(
            &other.0,
            &[
                "ask",
                "run",
                "real-choice",
                "--period",
                "2025",
                "--municipality",
                municipality,
                "--by",
                "",
                "--json",
            ],
        );
        let rows = asked.json()["measures"][0]["rows"].clone();
        let total = rows
            .as_array()
            .unwrap()
            .iter()
            .find(|row| row["total"] == true);
        let ratio = total.unwrap()["ratio"].as_f64().unwrap();
        let text = run_with(&args).ok();
        let wanted = format!("{:.0} %", ratio * 100.0);
        assert!(text.contains(&wanted), "{municipality} {wanted}\n{text}");
    }
    // One character is another.
    let path = place.path().join("deel-1.txt");
    let good = std::fs::read_to_string(&path).unwrap();
    std::fs::write(&path, good.replacen("\"ratio\": 0", "\"ratio\": 1", 1)).unwrap();
    assert_ne!(std::fs::read_to_string(&path).unwrap(), good);
    run_with(&as_json).error(5);
    std::fs::write(&path, &good).unwrap();
    // The same municipality twice; a key that nobody vouched for; another one's name.
    let mut twice = as_json.clone();
    twice.insert(2, "deel-0.txt".to_owned());
    run_with(&twice).error(3);
    let mut stranger = as_json.clone();
    let place_of_key = stranger.iter().rposition(|one| *one == parts[2].1).unwrap();
    stranger.drain(place_of_key - 1..=place_of_key);
    run_with(&stranger).error(2);
    // A book with the ordinary norm accepts no figures that were given without one.
    let strict = Place::empty();
    run(&strict, &["init", "--municipality", "Elders"]).ok();
    std::fs::copy(
        place.path().join("deel-0.txt"),
        strict.path().join("deel-0.txt"),
    )
    .unwrap();
    let refused = run(
        &strict,
        &[
            "review",
            "merge",
            "deel-0.txt",
            "--key",
            &parts[0].1,
            "--json",
        ],
    );
    refused.error(3);
    let log = run(place, &["export", "jsonl"]).ok();
    assert!(
        log.contains("export_made") && log.contains("contribution"),
        "{log}"
    );
}
