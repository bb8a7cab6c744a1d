//! Every type of event: recorded, read back equal, corrected, replayed as it stood, shielded.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use weegboek::base::{EventId, Position};
use weegboek::book::fields::{Event, EventType, Field as _, Line, Rule};
use weegboek::book::{AsKnown, Book, KnownAt, Recording, Step, Story};

use crate::repeat_import::import;
use crate::support::{Scene, dossier, exported, line, name_of, renamed, set, unset};

/// What a line says when it is read back: references as ids, whole numbers as any number.
fn read_back(value: &Value) -> Value {
    match value {
        Value::String(text) if text.starts_with("D-1/") => {
            Value::from(EventId::derived(text).to_string())
        }
        Value::Number(number) => json!(number.as_f64()),
        Value::Array(items) => items.iter().map(read_back).collect(),
        Value::Object(members) => members
            .iter()
            .map(|(key, value)| (key.clone(), read_back(value)))
            .collect(),
        other => other.clone(),
    }
}

fn known(position: Position) -> AsKnown {
    AsKnown {
        known_at: Some(KnownAt::Position(position)),
        valid_on: None,
    }
}

fn step(story: &Story, id: EventId) -> &Step {
    let mut steps = story.steps.iter();
    steps.find(|step| step.recorded.id == id).unwrap()
}

/// Lines that are told in the story of their dossier.
fn told(line: &Line) -> Option<&str> {
    match line.event.as_str() {
        "catalogue_adopted" | "export_made" => None,
        "round_planned" | "cases_drawn" | "round_closed" | "session_held" => None,
        // Not told yet, or never.
        "view_written" | "learning_answer_locked" => None,
        "trajectory_imported" | "step_imported" => Some("D-2"),
        _ => Some("D-1"),
    }
}

#[test]
fn every_type_reads_back_as_it_was_recorded() {
    let scene = Scene::new();
    let mut types = BTreeSet::new();
    for line in dossier() {
        let receipt = scene.records(&line);
        types.insert(receipt.event);
        let stored = scene
            .book
            .store()
            .event(receipt.id, weegboek::store::Opening::Words)
            .unwrap()
            .unwrap();
        let mut data = line.data.clone();
        if line.event == "organisational_obstacle_raised" {
            // The number of the dossier is kept as what stands for it.
            data.remove("case");
            assert_eq!(
                stored.event.write()["case"].as_str().map(str::len),
                Some(32)
            );
        }
        let mut back = read_back(&stored.event.write());
        back.as_object_mut().unwrap().remove("case");
        assert_eq!(back, read_back(&Value::Object(data)), "{}", line.event);
        let common = read_back(&Value::Object(line.common.clone()));
        assert_eq!(read_back(&stored.common.write()), common, "{}", line.event);
        assert_eq!(stored.position, receipt.position);
        if let Some(number) = told(&line) {
            let story = scene.book.story(number, AsKnown::default()).unwrap();
            let last = story.steps.last().unwrap();
            if line.event != "policy_context_noted" || last.recorded.id == receipt.id {
                assert_eq!(last.recorded.id, receipt.id, "{}", line.event);
                assert_eq!(last.data, stored.event.write());
            }
        }
    }
    assert_eq!(types.len(), EventType::ALL.len());
    // And once more from the disk.
    let before = exported(&scene.book, None);
    let path = scene.path();
    let Scene { book, dir } = scene;
    book.close().unwrap();
    let book = Book::open(&path, weegboek::book::Access::Write).unwrap();
    assert_eq!(exported(&book, None), before);
    drop((book, dir));
}

/// A text of each type that can be corrected or shielded, by the name of its line.
const TEXTS: [(&str, &str); 43] = [
    ("confirmed", "remark"),
    ("view", "text"),
    ("judgement", "differences.0.text"),
    ("agreed", "what"),
    ("checked", "text"),
    ("signal", "reason"),
    ("opened", "question"),
    ("lead", "scope"),
    ("conversation", "client_words"),
    ("perspective", "words"),
    ("domain", "situation"),
    ("picture", "behaviour.action"),
    ("needs", "needs.0.words"),
    ("urgent", "what"),
    ("stabilisation", "help"),
    ("stabilised", "client_view"),
    ("goal", "goal"),
    ("goal_review", "client_view"),
    ("learned", "what"),
    ("options", "options.1.cons"),
    ("preference", "reasons"),
    ("decision", "triangle.wet.reason"),
    ("contest", "ground"),
    ("reconsidered", "why"),
    ("exception", "why_unique"),
    ("instrument", "purpose"),
    ("effect", "client_words"),
    ("instrument_review", "result_so_far"),
    ("extended", "progress"),
    ("ended", "result"),
    ("voice", "helped.0"),
    ("tandem", "purpose"),
    ("experience", "content"),
    ("discussion", "perspectives.1.perspective"),
    ("letter", "request"),
    ("coordinated", "agreement"),
    ("visit", "effect"),
    ("handover", "open_commitments.0.what"),
    ("review", "steps.0.reason"),
    ("finding", "text"),
    ("finding_answer", "reason"),
    ("replay", "insight"),
    ("closed", "client_account"),
];

fn pointer(path: &str) -> String {
    format!("/{}", path.replace('.', "/"))
}

fn correction(of: &str, field: &str, words: &str) -> Line {
    let mut correction = renamed(&line("corrected"), &format!("D-1/verbeterd/{of}"));
    set(&mut correction, "target", format!("D-1/{of}"));
    set(&mut correction, "field", field);
    set(&mut correction, "new_words", words);
    correction
}

#[test]
fn every_type_can_be_corrected_and_is_replayed_as_it_stood() {
    let scene = Scene::after("signal");
    let head = scene.checkpoint().next;
    let before = scene.book.story("D-1", known(head)).unwrap();
    for (name, field) in TEXTS {
        let words =
            format!("Zo moet het zijn bij {name}: dit zijn genoeg woorden voor elke tekst.");
        let receipt = scene.records(&correction(name, field, &words));
        let id = EventId::derived(&format!("D-1/{name}"));
        let now = scene.book.story("D-1", AsKnown::default()).unwrap();
        let (now, was) = (step(&now, id), step(&before, id));
        assert_eq!(
            now.data.pointer(&pointer(field)),
            Some(&json!(words)),
            "{name}"
        );
        let replaced = was.data.pointer(&pointer(field)).unwrap();
        let last = now.corrections.last().unwrap();
        assert_eq!(
            (last.field.as_str(), &last.before),
            (field, replaced),
            "{name}"
        );
        assert_eq!(last.by, receipt.id);
    }
    // At every earlier moment each reads as it did then, marked as corrected later.
    for (place, line) in dossier().iter().enumerate() {
        let story = scene.book.story("D-1", known(Position(place as u64 + 10)));
        let (Ok(story), Some("D-1")) = (story, told(line)) else {
            continue;
        };
        for (name, _) in TEXTS {
            let id = EventId::derived(&format!("D-1/{name}"));
            let Some(then) = story.steps.iter().find(|step| step.recorded.id == id) else {
                continue;
            };
            let was = step(&before, id);
            // The dossier's own correction, of the conversation, was made in its time.
            if name != "conversation" {
                assert_eq!(then.data, was.data, "{name} at {place}");
            }
            assert!(then.later_corrected, "{name} at {place}");
        }
    }
    let covered = TEXTS.len() + 2 + OF_ORGANISATION.len() + 3 + 3;
    assert_eq!(
        covered,
        EventType::ALL.len(),
        "corrections, organisation, the book's own, a draw, an opening, an answer"
    );
}

/// A text of each type that the organisation records, by the name of its line.
const OF_ORGANISATION: [(&str, &str); 8] = [
    ("round", "question"),
    ("session", "insight"),
    ("closed_round", "conclusion"),
    ("obstacle", "what"),
    ("answered", "answer"),
    ("bundled", "pattern"),
    ("policy", "source"),
    ("export", "purpose"),
];

/// A correction or shielding of what the organisation recorded names no dossier.
fn without_dossier(mut line: Line) -> Line {
    line.dossier = None;
    line
}

/// What the organisation recorded stands in no dossier, so a correction within one cannot name it.
#[test]
fn events_of_the_organisation_are_corrected_outside_any_dossier() {
    let scene = Scene::after("export");
    for (name, field) in OF_ORGANISATION {
        let change = correction(name, field, "Anders gezegd, en beter.");
        scene.refuses(&change, &[(Rule::R18, "target")]);
        let head = scene.checkpoint().next;
        scene.records(&without_dossier(change));
        // Obstacle, answer, bundle and context stand in the story; the correction stands beside.
        let id = EventId::derived(&format!("D-1/{name}"));
        let now = scene.book.story("D-1", AsKnown::default()).unwrap();
        let then = scene.book.story("D-1", known(head)).unwrap();
        let of = |story: &Story| {
            let mut steps = story.steps.iter();
            let found = steps.find(|step| step.recorded.id == id);
            found.map(|step| {
                (
                    step.data.pointer(&pointer(field)).cloned(),
                    step.later_corrected,
                )
            })
        };
        if matches!(name, "export" | "round" | "session" | "closed_round") {
            assert!(of(&now).is_none(), "{name} is about no dossier");
            continue;
        }
        let (reads, later) = of(&now).unwrap();
        assert_eq!(reads, Some(json!("Anders gezegd, en beter.")), "{name}");
        assert!(!later);
        let (read, later) = of(&then).unwrap();
        assert_ne!(read, reads, "{name}");
        assert!(later, "{name} is marked as corrected later");
    }
    // A dossier's event is no target outside its dossier.
    scene.refuses(
        &without_dossier(correction("opened", "question", "Anders.")),
        &[(Rule::R18, "target")],
    );
}

#[test]
fn what_is_shielded_of_the_organisation_is_gone_from_everything() {
    const SECRET: &str = "Dit geheim van de organisatie is na de afscherming nergens te lezen";
    let scene = Scene::new();
    // A dossier in which something is shielded cannot be imported elsewhere.
    for mut line in dossier().into_iter().filter(|it| name_of(it) != "shielded") {
        if let Some((_, field)) = OF_ORGANISATION
            .iter()
            .find(|(name, _)| *name == name_of(&line))
        {
            set(&mut line, field, SECRET);
        }
        scene.records(&line);
    }
    for (name, field) in OF_ORGANISATION {
        let change = correction(name, field, &format!("{SECRET}, verbeterd."));
        scene.records(&without_dossier(change));
    }
    assert!(exported(&scene.book, None).contains(SECRET));
    // What was corrected can be imported elsewhere, in one go and in the same order.
    let other = Scene::new();
    let report = import(&other.book, exported(&scene.book, None).as_bytes(), false);
    assert!(report.refused.is_empty(), "{:?}", report.refused);
    assert!(exported(&other.book, None).contains(&format!("{SECRET}, verbeterd.")));
    for (name, field) in OF_ORGANISATION {
        scene.records(&without_dossier(shielding(name, field)));
    }
    nowhere(&scene.book, SECRET);
}

fn clean(text: &str, secret: &str, place: &str) {
    assert!(!text.contains(secret), "{place} tells {secret}");
}

/// A secret is nowhere: not in any story, form, typed event, debug form, list or export.
fn nowhere(book: &Book, secret: &str) {
    let head = book.store().head().unwrap().next.0;
    for position in 0..=head {
        let as_known = known(Position(position));
        for number in ["D-1", "D-2"] {
            let Ok(story) = book.story(number, as_known) else {
                continue;
            };
            clean(&format!("{story:?}"), secret, "the debug form");
            for step in &story.steps {
                let forms = json!([step.common, step.data]).to_string();
                clean(&forms, secret, "the form");
                for one in &step.corrections {
                    clean(&one.before.to_string(), secret, "the correction");
                }
                let typed = [step.recorded.event.write(), step.recorded.common.write()];
                clean(&json!(typed).to_string(), secret, "the typed event");
            }
            for entry in story.dossier.entries() {
                let now = entry.now();
                let typed = json!([entry.recorded.event.write(), now.event.write()]);
                clean(&typed.to_string(), secret, "the dossier");
            }
        }
        clean(
            &format!("{:?}", book.dossiers(as_known).unwrap()),
            secret,
            "the list",
        );
    }
    for dossier in [None, Some("D-1")] {
        clean(&exported(book, dossier), secret, "the export");
    }
}

fn shielding(of: &str, field: &str) -> Line {
    let mut shielding = renamed(&line("shielded"), &format!("D-1/afgeschermd/{of}/{field}"));
    set(&mut shielding, "target", format!("D-1/{of}"));
    set(&mut shielding, "fields", json!([field]));
    shielding
}

#[test]
fn what_is_shielded_is_gone_from_everything_at_every_moment() {
    const SECRET: &str = "Dit is het geheim dat na de afscherming nergens meer te lezen mag zijn";
    let scene = Scene::new();
    for mut line in dossier() {
        if let Some((_, field)) = TEXTS.iter().find(|(name, _)| *name == name_of(&line)) {
            set(&mut line, field, SECRET);
        }
        scene.records(&line);
    }
    // A correction of it holds it too, and what a correction replaced.
    for (name, field) in TEXTS {
        scene.records(&correction(name, field, &format!("{SECRET}, verbeterd.")));
    }
    assert!(exported(&scene.book, None).contains(SECRET));
    for (name, field) in TEXTS {
        scene.records(&shielding(name, field));
    }
    nowhere(&scene.book, SECRET);
    let story = scene.book.story("D-1", AsKnown::default()).unwrap();
    for (name, field) in TEXTS {
        let step = step(&story, EventId::derived(&format!("D-1/{name}")));
        let closed = json!({ "closed": "shielded" });
        assert_eq!(step.data.pointer(&pointer(field)), Some(&closed), "{name}");
        // The shell stays, with its day.
        assert_eq!(step.common["occurred_on"], line(name).common["occurred_on"]);
    }
}

#[test]
fn words_of_promises_and_optional_facts_are_shielded_too() {
    let scene = Scene::new();
    let mut opened = line("opened");
    set(&mut opened, "promises.0.what", "Een geheime belofte.");
    scene.records(&opened);
    for mut line in dossier()
        .into_iter()
        .skip(1)
        .take_while(|it| name_of(it) != "shielded")
    {
        match name_of(&line) {
            "decision" => {
                set(&mut line, "situation_key", "geheime situatie");
                set(&mut line, "knowledge.source", "geheime bron");
            }
            "instrument" => set(&mut line, "provider", "geheime aanbieder"),
            "letter" => set(&mut line, "five_second_check_by", "GEHEIM-1"),
            _ => {}
        }
        scene.records(&line);
    }
    for (name, field, secret) in [
        ("opened", "promises.0.what", "geheime belofte"),
        ("decision", "situation_key", "geheime situatie"),
        ("decision", "knowledge", "geheime bron"),
        ("instrument", "provider", "geheime aanbieder"),
        ("letter", "five_second_check_by", "GEHEIM-1"),
    ] {
        scene.records(&shielding(name, field));
        nowhere(&scene.book, secret);
    }
    // What is not shielded of these events can still be read.
    let story = scene.book.story("D-1", AsKnown::default()).unwrap();
    let decision = step(&story, EventId::derived("D-1/decision"));
    let Event::DecisionTaken(taken) = &decision.recorded.event else {
        panic!("no decision");
    };
    assert!(taken.why.open().is_some() && taken.situation_key.is_none());
}

/// Shielding is recorded like everything else: what it closes still counts as recorded.
#[test]
fn the_dossier_goes_on_after_shielding() {
    let scene = Scene::before("closed");
    scene.records(&shielding("decision", "why"));
    let mut contest = renamed(&line("contest"), "D-1/later");
    unset(&mut contest, "wished");
    scene.records(&contest);
    scene.records(&line("closed"));
    let again = scene.book.record(&line("decision"), &Recording::default());
    assert!(again.unwrap().was_there);
}
