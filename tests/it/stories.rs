//! The twelve worked cases as a reader sees them: the steps and words of the cases, and what was
//! known when.

use weegboek::base::{EventId, Position};
use weegboek::book::fields::Event;
use weegboek::book::{AsKnown, Book, KnownAt, Step, Story};

use crate::support::{demo, files};

/// Words that the cases quote, with the step at which they stand.
const QUOTES: &str = include_str!("quotes.tsv");

/// Medical details that step 10 of ZAAK-012 shields.
const SHIELDED: [&str; 3] = ["hersenbloeding", "linkerhand", "lassen"];

/// The steps of each case by number and kind; those of the organisation have no dossier of their
/// own and are shown in it.
pub(crate) const STEPS: [(&str, &str); 12] = [
    (
        "ZAAK-001",
        "1E01 2E02 3E04 4E06 5E11 6E14 7E15 8E16 9E19 10E13 11.1E24 11.2E24 12E43",
    ),
    (
        "ZAAK-002",
        "1E01 2E06 3E16 4E20 5E37 6E38 7E39 8E24 9E21 10E23 11E16",
    ),
    (
        "ZAAK-003",
        "1E01 2E04 3E16 4E17 5E03 6E14 7E15 8E18 9E11 10E12 11E25",
    ),
    (
        "ZAAK-004",
        "1E01 2E11 3E36 4E03 5E25 6E41 7E16 8E36 9E12 10E24 11E43",
    ),
    (
        "ZAAK-005",
        "1E01 2E02 3E03 4E34 5E25 6E29 7E16 8E33 9E30 10E03 11E24",
    ),
    (
        "ZAAK-006",
        "1E01 2E08 3E32 4E26 5E27 6.1E05 6.2E05 6.3E05 6.4E05 6.5E05 6.6E05 6.7E05 6.8E05 \
         7E16 8E09 9E19 10E10 11E03 12E11",
    ),
    (
        "ZAAK-007",
        "1E01 2E04 3E14 4E15 6E16 7E20 8E24 9E21 10E24 11E22 12E23 13E25",
    ),
    ("ZAAK-008", "1E35 2E01 3E16 6E03"),
    ("ZAAK-009", "2E01 4E32 5E16 7E17 8E28 9E38 10E18 11E39"),
    (
        "ZAAK-010",
        "1E01 2.1E05 2.2E05 2.3E05 2.4E05 2.5E05 2.6E05 2.7E05 2.8E05 3E04 4E07 5E06 6E11 7E14 \
         8E15 9E16 10E20 11E13 12E21 13E12 14.1E24 14.2E24 14.3E24 15E22 16E23 17E43 18E24",
    ),
    (
        "ZAAK-011",
        "1E01 2E04 3E29 4E30 5E16 6E19 7E11 8E31 9E30 10E35 11E12",
    ),
    (
        "ZAAK-012",
        "1E01 2E03 3E28 4E27 5E26 6E41 7E14 8E15 9E16 10.1E42 10.2E42 11.1E24 11.2E24 12E40 \
         13E37 14E38",
    ),
];

pub(crate) fn story(book: &Book, number: &str) -> Story {
    book.story(number, AsKnown::default()).unwrap()
}

/// The step that the cases call `ZAAK-001/8`.
pub(crate) fn step<'s>(story: &'s Story, name: &str) -> &'s Step {
    let id = EventId::derived(&format!("{}/{name}", story.number));
    let found = story.steps.iter().find(|step| step.recorded.id == id);
    found.unwrap_or_else(|| panic!("{}/{name} is not in the story", story.number))
}

#[test]
fn every_case_has_its_steps_in_order() {
    let book = demo();
    let mut total = 0;
    for (number, steps) in STEPS {
        let story = story(&book, number);
        let expected: Vec<(EventId, u16)> = steps
            .split_whitespace()
            .map(|step| {
                let (place, kind) = step.split_once('E').unwrap();
                let id = EventId::derived(&format!("{number}/{place}"));
                (id, kind.parse().unwrap())
            })
            .collect();
        total += expected.len();
        let ids: Vec<_> = expected.iter().map(|(id, _)| *id).collect();
        let told: Vec<_> = story
            .steps
            .iter()
            .filter(|step| ids.contains(&step.recorded.id))
            .map(|step| (step.recorded.id, step.recorded.event.event_type().number()))
            .collect();
        assert_eq!(told, expected, "{number}");
        // Whatever else is shown belongs to the organisation.
        let others = story
            .steps
            .iter()
            .filter(|step| !ids.contains(&step.recorded.id));
        assert!(others.clone().all(|step| step.of_organisation), "{number}");
        assert!(
            story
                .steps
                .iter()
                .map(|step| step.number)
                .eq(1..=story.steps.len())
        );
        assert_eq!((story.left_out, story.imported), (0, false));
    }
    assert_eq!(total, 154);
}

#[test]
fn quoted_words_stand_at_their_step() {
    let book = demo();
    let mut quotes = 0;
    for line in QUOTES.lines() {
        let (place, quote) = line.split_once('\t').unwrap();
        let (number, name) = place.split_once('/').unwrap();
        // As it read when it was recorded: one of them was corrected since.
        let recorded = step(&story(&book, number), name).recorded.position;
        let then = AsKnown {
            known_at: Some(KnownAt::Position(recorded.next())),
            valid_on: None,
        };
        let story = book.story(number, then).unwrap();
        let step = step(&story, name);
        assert!(step.data.to_string().contains(quote), "{place}: {quote}");
        // In the typed event too, as words; never where words may not be printed.
        let mut there = false;
        step.recorded.event.words(&mut |words| {
            there |= words.open().is_some_and(|text| text.contains(quote));
        });
        let claimed = matches!(step.recorded.event, Event::OrganisationalObstacleRaised(_));
        assert!(there || claimed, "{place}: {quote}");
        assert!(
            !format!("{:?}", step.recorded.event).contains(quote) || claimed,
            "{place}"
        );
        quotes += 1;
    }
    assert_eq!(quotes, 54);
}

#[test]
fn what_was_corrected_reads_as_it_stood_then() {
    let book = demo();
    let now = story(&book, "ZAAK-004");
    let goal = step(&now, "2");
    assert_eq!(goal.data["formulated_by"], "client");
    assert!(!goal.later_corrected);
    assert_eq!(goal.corrections.len(), 1);
    assert_eq!(goal.corrections[0].field, "formulated_by");
    assert_eq!(goal.corrections[0].before, "samen");
    assert_eq!(goal.corrections[0].step, step(&now, "6").number);

    let corrected = step(&now, "6").recorded.position;
    let as_known = |position: Position| AsKnown {
        known_at: Some(KnownAt::Position(position)),
        valid_on: None,
    };
    let before = book.story("ZAAK-004", as_known(corrected)).unwrap();
    assert_eq!(step(&before, "2").data["formulated_by"], "samen");
    assert!(step(&before, "2").later_corrected && step(&before, "2").corrections.is_empty());
    let after = book.story("ZAAK-004", as_known(corrected.next())).unwrap();
    assert_eq!(step(&after, "2").data["formulated_by"], "client");

    let then = AsKnown {
        known_at: Some(KnownAt::Time("2025-02-11".parse().unwrap())),
        valid_on: None,
    };
    let twelve = book.story("ZAAK-012", then).unwrap();
    assert_eq!(
        step(&twelve, "2").data["note"],
        "Cliënt is niet gemotiveerd."
    );
    assert!(step(&twelve, "2").later_corrected);
    let twelve = story(&book, "ZAAK-012");
    assert_eq!(
        step(&twelve, "2").data["note"],
        "Cliënt zegt: ik kan nu niet kiezen."
    );
    assert_eq!(
        step(&twelve, "2").corrections[0].before,
        "Cliënt is niet gemotiveerd."
    );
}

#[test]
fn handovers_move_the_lead() {
    let story = story(&demo(), "ZAAK-004");
    let lead = |day: &str| {
        story
            .dossier
            .lead_on(day.parse().unwrap())
            .map(|it| it.0.as_str())
    };
    assert_eq!(lead("2024-10-06"), None);
    assert_eq!(lead("2024-10-07"), Some("TB-21"));
    assert_eq!(lead("2025-01-05"), Some("TB-21"));
    assert_eq!(lead("2025-01-06"), Some("TB-22"));
    assert_eq!(lead("2025-05-11"), Some("TB-22"));
    assert_eq!(lead("2025-05-12"), Some("TB-13"));
    let handover = &step(&story, "3").data;
    assert_eq!(handover["manner"], "koud");
    assert_eq!(handover["client_informed"], "nee");
    assert_eq!(
        handover["open_commitments"].as_array().map(Vec::len),
        Some(1)
    );
    assert_eq!(step(&story, "8").data["open_commitments"], "geen");
    let kept = &step(&story, "7").common["keeps"];
    assert_eq!(
        kept.as_array().map(Vec::len),
        Some(1),
        "the promise is kept"
    );
    let listed = demo().dossiers(AsKnown::default()).unwrap();
    let four = listed.iter().find(|one| one.number == "ZAAK-004");
    assert_eq!(four.unwrap().lead.as_deref(), Some("TB-13"));
}

#[test]
fn no_word_of_any_case_stands_in_the_clear_in_any_file() {
    let book = demo();
    let mut looked = 0;
    for (path, bytes) in files(book.dir()) {
        let text = String::from_utf8_lossy(&bytes);
        let quotes = QUOTES.lines().filter_map(|line| line.split_once('\t'));
        for (place, quote) in quotes {
            assert!(
                !text.contains(quote),
                "{} holds the words of {place}",
                path.display()
            );
        }
        for word in SHIELDED.iter().chain(&["ZAAK-0", "TB-04", "CL-012"]) {
            assert!(!text.contains(word), "{} holds {word}", path.display());
        }
        looked += 1;
    }
    assert!(looked > 4, "{looked} files");
}

/// What is noted about wording when it is recorded: ZAAK-012 step 2 calls somebody *niet
/// gemotiveerd*; step 4 says *geen onwil*, but those are the expert's own words, which nobody
/// judges; step 6 puts the client's words in the place of step 2.
#[test]
fn positional_words_are_noted_in_the_professionals_text_alone() {
    let book = demo();
    let story = book.story("ZAAK-012", AsKnown::default()).unwrap();
    let noted = |step: usize| story.steps[step - 1].recorded.noted.clone();
    let terms = |step: usize| {
        noted(step).map(|noted| noted.terms.into_iter().map(|key| key.0).collect::<Vec<_>>())
    };
    assert_eq!(terms(2), Some(vec!["niet_gemotiveerd".to_owned()]));
    assert_eq!(terms(4), None, "not the text of a professional");
    assert_eq!(terms(6), Some(Vec::new()), "the correction is free of them");
    let decision = noted(9).unwrap();
    assert!(
        decision.fingerprint.is_some(),
        "a decision has a justification"
    );
}
