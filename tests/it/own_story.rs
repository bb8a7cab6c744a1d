//! *Mijn verhaal*: what a client reads of their own dossier (Q50, Q51, Q52).

use std::path::{Path, PathBuf};

use weegboek::base::Timestamp;
use weegboek::book::{AsKnown, Book, Document, KnownAt, demo as cases};
use weegboek::text::{Lang, Texts};

use crate::cli_support::Place;
use crate::support::demo;

const WIDTH: usize = 100;

/// The day of every golden text, so that it does not change with the clock.
fn as_known() -> AsKnown {
    let moment: Timestamp = "2026-06-01T12:00:00Z".parse().unwrap();
    AsKnown {
        known_at: Some(KnownAt::Time(moment)),
        valid_on: None,
    }
}

fn numbers() -> impl Iterator<Item = String> {
    (1..=cases::CASES.len()).map(|number| format!("ZAAK-{number:03}"))
}

fn document(book: &Book, number: &str, lang: Lang) -> Document {
    book.own_story(number, as_known(), &Texts::new(lang))
        .unwrap()
}

fn golden(number: &str) -> PathBuf {
    let name = format!("tests/it/own_story/{}.txt", number.to_lowercase());
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

#[test]
fn two_cases_read_as_they_were_read_aloud() {
    let book = demo();
    for number in ["ZAAK-009", "ZAAK-012"] {
        let text = document(&book, number, Lang::Dutch).to_text(WIDTH);
        let path = golden(number);
        if std::env::var_os("WEEGBOEK_GOLDEN").is_some() {
            std::fs::write(&path, &text).unwrap();
        }
        let wanted = std::fs::read_to_string(&path).unwrap();
        assert!(
            text == wanted,
            "{number} reads differently than {}; read it aloud, then write it with \
             WEEGBOEK_GOLDEN=1",
            path.display()
        );
    }
}

/// Every code of a person in the teaching cases: `TB-04`, `CL-003`.
fn codes() -> Vec<String> {
    let mut codes = Vec::new();
    for (_, lines) in cases::CASES {
        for part in lines.split('"') {
            let person = part.split_once('-').is_some_and(|(role, number)| {
                role.len() == 2
                    && role.chars().all(|letter| letter.is_ascii_uppercase())
                    && number.chars().all(|letter| letter.is_ascii_digit())
            });
            if person && !codes.iter().any(|code| code == part) {
                codes.push(part.to_owned());
            }
        }
    }
    assert!(codes.len() > 20, "{codes:?}");
    codes
}

#[test]
fn every_case_is_told_in_both_languages_and_names_nobody() {
    let book = demo();
    let codes = codes();
    for number in numbers() {
        for lang in Lang::ALL {
            let document = document(&book, &number, lang);
            let text = document.to_text(WIDTH);
            for code in &codes {
                assert!(!text.contains(code.as_str()), "{number} tells of {code}");
            }
            for other in numbers().filter(|other| *other != number) {
                assert!(!text.contains(&other), "{number} tells of {other}");
            }
            assert!(!text.contains('«'), "{number} lacks a text");
            let slug = text.split_whitespace().find(|word| {
                let word = word.trim_matches(|letter: char| !letter.is_alphanumeric());
                word.contains('_') || word.contains("{$")
            });
            assert_eq!(slug, None, "{number}");
            let pdf = document.to_pdf().unwrap();
            assert!(pdf.starts_with(b"%PDF-1.7"));
            let json = serde_json::to_value(&document).unwrap();
            assert_eq!(json["made_on"], "2026-06-01");
            assert_eq!(json["lang"], lang.code());
            let blocks = json["blocks"].as_array().unwrap();
            assert_eq!(blocks.len(), document.blocks.len());
        }
    }
}

#[test]
fn every_decision_has_its_why_and_how_to_disagree() {
    let book = demo();
    let mut decisions = 0;
    for number in numbers() {
        let story = book.story(&number, as_known()).unwrap();
        let text = document(&book, &number, Lang::Dutch).to_text(10_000);
        let mut here = 0;
        for step in &story.steps {
            if let Some(why) = step.data.get("why").and_then(|why| why.as_str()) {
                assert!(text.contains(why), "{number} lacks {why}");
                here += 1;
            }
        }
        let asked = text.matches("Bent u het er niet mee eens?").count();
        assert_eq!(asked, here, "{number}");
        decisions += here;
    }
    assert!(decisions >= 14, "{decisions}");
}

#[test]
fn the_term_to_object_is_six_weeks() {
    let book = demo();
    let text = document(&book, "ZAAK-009", Lang::Dutch).to_text(10_000);
    assert!(
        text.contains("Kreeg u de brief op 18 juni 2025? Dan kan het tot en met 30 juli 2025.")
    );
    assert!(text.contains("college van de gemeente Rietdam"));
    // Waiting has no legal effect of its own; then the text does not promise a term.
    let waits = document(&book, "ZAAK-012", Lang::Dutch).to_text(10_000);
    assert!(!waits.contains("Kreeg u de brief op"));
}

#[test]
fn nobody_is_said_to_have_said_what_nobody_asked() {
    let book = demo();
    let text = document(&book, "ZAAK-009", Lang::Dutch).to_text(10_000);
    assert!(!text.contains("U zei: ‘De cliënt is niet gesproken."));
    assert!(text.contains("Hierover schreven wij: ‘De cliënt is niet gesproken."));
}

#[test]
fn what_is_shielded_is_nowhere_and_says_so() {
    let book = demo();
    for as_known in [AsKnown::default(), as_known()] {
        let document = book
            .own_story("ZAAK-012", as_known, &Texts::new(Lang::Dutch))
            .unwrap();
        let json = serde_json::to_string(&document).unwrap();
        for word in ["hersenbloeding", "linkerhand", "lassen"] {
            assert!(!json.contains(word), "{word}");
        }
        let text = document.to_text(WIDTH);
        assert!(text.contains("Een deel van deze stap is afgeschermd."));
        assert!(text.contains("Vraag van de cliënt   afgeschermd"));
    }
}

#[test]
fn the_look_back_is_told_without_who_judged() {
    let book = demo();
    let text = document(&book, "ZAAK-002", Lang::Dutch).to_text(10_000);
    assert!(text.contains("keken wij terug op 6 stappen. Bij 5 daarvan vonden wij"));
    assert!(
        !text.contains("106 dagen"),
        "the finding itself is not told"
    );
    let other = document(&book, "ZAAK-012", Lang::Dutch).to_text(10_000);
    assert!(!other.contains("Wachten was een keuze met een datum"));
    assert!(
        !other.contains("Ik zocht een oplossing."),
        "what a learner wrote is theirs"
    );
}

#[test]
fn a_story_of_then_knows_nothing_of_later() {
    let book = demo();
    let texts = Texts::new(Lang::Dutch);
    let then: Timestamp = "2025-02-10T12:00:00Z".parse().unwrap();
    let as_known = AsKnown {
        known_at: Some(KnownAt::Time(then)),
        valid_on: None,
    };
    let text = book.own_story("ZAAK-012", as_known, &texts).unwrap();
    let text = text.to_text(10_000);
    assert!(
        text.contains("‘Cliënt is niet gemotiveerd.’"),
        "as it read then"
    );
    assert!(text.contains("Deze stap is later verbeterd."));
    assert!(text.contains("Er zijn nog geen besluiten genomen."));
    assert!(!text.contains("lotgenotengroep"));
    let now = document(&book, "ZAAK-012", Lang::Dutch).to_text(10_000);
    assert!(now.contains("stond eerst: ‘Cliënt is niet gemotiveerd.’"));
}

/// B1 over the whole page as it reads, filled in: what we write ourselves, not what people said.
#[test]
fn our_own_sentences_are_short() {
    let book = demo();
    let said: Vec<String> = numbers()
        .flat_map(|number| book.story(&number, as_known()).unwrap().steps)
        .flat_map(|step| [step.data.to_string(), step.common.to_string()])
        .collect();
    let said = said.join(" ");
    for number in numbers() {
        let text = document(&book, &number, Lang::Dutch).to_text(10_000);
        for line in text.lines().filter(|line| !line.contains(['‘', '“', '|'])) {
            for sentence in line.split(['.', '?', '!', ':', ';']) {
                let own = !said.contains(sentence.trim());
                let words = sentence.split_whitespace().count();
                assert!(!own || words <= 22, "{number}: {words} words: {sentence}");
            }
        }
    }
}

#[test]
fn the_command_shows_saves_and_adds_words() {
    let place = Place::demo();
    let text = place.run(&["mijn-verhaal", "ZAAK-003"]).ok();
    assert!(text.starts_with("Uw verhaal\n"), "{text}");
    let english = place.run(&["my-story", "ZAAK-003", "--lang", "en"]).ok();
    assert!(english.starts_with("Your story\n"), "{english}");
    let saved = place.run(&["mijn-verhaal", "ZAAK-003", "--pdf", "uit.pdf"]);
    assert!(saved.err.contains("uit.pdf"), "{}", saved.err);
    assert_eq!(saved.ok(), "");
    let bytes = std::fs::read(place.path().join("uit.pdf")).unwrap();
    assert!(bytes.starts_with(b"%PDF-1.7"));
    let json = place.run(&["mijn-verhaal", "ZAAK-003", "--json"]).json();
    assert_eq!(json["title"], "Uw verhaal");

    let words = "Ik had liever eerst gebeld.";
    let said = place.run(&[
        "mijn-verhaal",
        "ZAAK-003",
        "zeg",
        "--bij",
        "3",
        "--woorden",
        words,
    ]);
    assert!(said.ok().contains("bij stap 3"));
    let story = place.run(&["mijn-verhaal", "ZAAK-003"]).ok();
    let decision = story.find("Besluit 1, 17 maart 2025").unwrap();
    let again = story.find("opnieuw bekeken, 14 april").unwrap();
    assert!(
        story[decision..again].contains(words),
        "beside the decision"
    );
    let last = place
        .run(&["dossier", "story", "ZAAK-003", "--json"])
        .json();
    let last = last["steps"].as_array().unwrap().last().unwrap().clone();
    assert_eq!(last["event"], "client_voice_recorded");
    assert_eq!(last["common"]["role"], "CL");
    assert_eq!(last["common"]["actor"], "CL-003");
    assert_eq!(last["data"]["voiced_by"], "zelf");
    assert!(last["data"]["about"].is_string());

    let refused = place.run(&[
        "mijn-verhaal",
        "ZAAK-003",
        "zeg",
        "--bij",
        "99",
        "--woorden",
        "x",
    ]);
    assert_eq!(refused.code, 2, "{}", refused.err);
    assert!(refused.err.contains("Stap 99"), "{}", refused.err);
    let silent = place.run(&["mijn-verhaal", "ZAAK-003", "zeg"]);
    assert_eq!(silent.code, 2, "{}", silent.err);
    let absent = place.run(&["mijn-verhaal", "ZAAK-999"]);
    assert_eq!(absent.code, 2, "{}", absent.err);
    let help = place.run(&["mijn-verhaal", "zeg", "--help"]);
    assert!(
        help.code == 2 || help.out.contains("<NUMMER> zeg"),
        "{}",
        help.out
    );
}
