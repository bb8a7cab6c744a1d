//! Every word a person reads is there, in both languages, and reads as it should.

use std::collections::{BTreeMap, BTreeSet};

use weegboek::domain::envelope::Common;
use weegboek::domain::events::registry::StreamKind;
use weegboek::domain::field::{Field, Shape};
use weegboek::domain::{Closed, EventType, Rule};
use weegboek::text::{GLOSSARY, Lang, Texts};

/// Walks a shape and everything below it.
fn walk(owner: &str, shape: &Shape, visit: &mut dyn FnMut(&str, Option<&str>, &Shape)) {
    visit(owner, None, shape);
    match shape {
        Shape::Record { name, fields } => {
            for field in fields {
                visit(name, Some(field.name), &field.shape);
                walk(name, &field.shape, visit);
            }
        }
        Shape::List(item) => walk(owner, item, visit),
        Shape::Or { value, .. } => walk(owner, value, visit),
        _ => {}
    }
}

/// Walks every event and the envelope.
fn everything(visit: &mut dyn FnMut(&str, Option<&str>, &Shape)) {
    for event in EventType::ALL {
        for field in event.fields() {
            visit(event.name(), Some(field.name), &field.shape);
            walk(event.name(), &field.shape, visit);
        }
    }
    let fields = match Common::shape() {
        Shape::Record { fields, .. } => fields,
        _ => Vec::new(),
    };
    assert!(!fields.is_empty(), "the envelope is a record");
    for field in fields {
        visit("common", Some(field.name), &field.shape);
        walk("common", &field.shape, visit);
    }
}

fn wanted_keys() -> BTreeSet<String> {
    let mut keys = BTreeSet::new();
    for event in EventType::ALL {
        keys.insert(format!("event-{}", event.name()));
        keys.insert(format!("event-{}-purpose", event.name()));
    }
    everything(&mut |_, field, shape| {
        if let Some(field) = field {
            keys.insert(format!("field-{field}"));
            keys.insert(format!("field-{field}-help"));
        }
        match shape {
            Shape::Choice { list, codes } => {
                keys.extend(codes.iter().map(|code| format!("code-{list}-{code}")));
            }
            Shape::Or { absent, .. } => {
                keys.insert(format!("absent-{absent}"));
            }
            _ => {}
        }
    });
    for rule in [Rule::Form].iter().chain(&Rule::NUMBERED) {
        keys.insert(format!("rule-{rule}"));
        keys.insert(format!("rule-{rule}-remedy"));
    }
    for key in GLOSSARY {
        keys.insert(format!("term-{key}"));
        keys.insert(format!("term-{key}-text"));
    }
    let closed = [
        Closed::NotOpened,
        Closed::NoKey,
        Closed::Destroyed,
        Closed::Shielded,
    ];
    keys.extend(closed.map(|why| format!("closed-{}", why.code())));
    keys.extend(StreamKind::ALL.map(|kind| format!("stream-{}", kind.name())));
    keys.extend((1..=12).map(|month| format!("month-{month}")));
    let faults = "missing unknown not-one-of out-of-range too-long too-short no-such-event";
    keys.extend(faults.split(' ').map(|fault| format!("fault-{fault}")));
    let kinds = "words list record number decimal euro flag day moment event actor case code text";
    keys.extend(kinds.split(' ').map(|kind| format!("fault-not-a-{kind}")));
    keys
}

fn keys_of(lang: Lang) -> BTreeSet<String> {
    Texts::keys(lang).map(str::to_owned).collect()
}

/// The Dutch of every key, with the key.
fn messages(lang: Lang) -> Vec<(String, String)> {
    let mut found: Vec<(String, String)> = Vec::new();
    for (_, source) in Texts::sources(lang) {
        for line in source.lines().filter(|line| !line.starts_with('#')) {
            match line.split_once(" = ") {
                Some((key, text)) if !key.starts_with(' ') => {
                    found.push((key.to_owned(), text.to_owned()));
                }
                _ => {
                    if let Some((_, text)) = found.last_mut() {
                        text.push_str(line);
                    }
                }
            }
        }
    }
    found
}

#[test]
fn every_wanted_key_is_there_in_both_languages() {
    let wanted = wanted_keys();
    for lang in Lang::ALL {
        let there = keys_of(lang);
        let missing: Vec<_> = wanted.difference(&there).collect();
        assert!(missing.is_empty(), "{lang:?} lacks {missing:?}");
    }
}

#[test]
fn both_languages_have_the_same_keys_once_and_the_same_places_to_fill_in() {
    assert_eq!(keys_of(Lang::Dutch), keys_of(Lang::English));
    let places = |lang| -> BTreeMap<String, BTreeSet<String>> {
        let all = messages(lang);
        assert_eq!(all.len(), keys_of(lang).len(), "{lang:?} has a key twice");
        let names = |text: &str| {
            text.split('$')
                .skip(1)
                .map(|rest| rest.chars().take_while(char::is_ascii_alphabetic).collect())
                .collect()
        };
        all.iter()
            .map(|(key, text)| (key.clone(), names(text)))
            .collect()
    };
    assert_eq!(places(Lang::Dutch), places(Lang::English));
}

/// A label for a field, code or event that no longer exists is a sentence nobody reads.
#[test]
fn no_key_of_the_domain_is_left_over() {
    let mut known = wanted_keys();
    everything(&mut |owner, field, _| {
        if let Some(field) = field {
            let mut key = String::from("field-");
            for letter in owner.chars() {
                if letter.is_ascii_uppercase() && key != "field-" {
                    key.push('_');
                }
                key.push(letter.to_ascii_lowercase());
            }
            known.insert(format!("{key}-{field}"));
            known.insert(format!("{key}-{field}-help"));
        }
    });
    let of_the_domain = |key: &String| {
        let themes = ["event-", "field-", "code-", "absent-", "rule-", "term-"];
        themes.iter().any(|theme| key.starts_with(theme)) && !key.starts_with("field-line-")
    };
    let left: Vec<_> = keys_of(Lang::Dutch)
        .into_iter()
        .filter(of_the_domain)
        .filter(|key| !known.contains(key))
        .collect();
    assert!(left.is_empty(), "left over: {left:?}");
}

#[test]
fn no_two_events_and_no_two_codes_of_a_list_share_a_label() {
    for lang in Lang::ALL {
        let texts = Texts::new(lang);
        let mut labels = BTreeSet::new();
        for event in EventType::ALL {
            let label = texts.event(event.name()).into_owned();
            assert!(labels.insert(label.clone()), "{label} stands twice");
        }
        everything(&mut |_, _, shape| {
            if let Shape::Choice { list, codes } = shape {
                let labels: BTreeSet<_> = codes.iter().map(|code| texts.code(list, code)).collect();
                assert_eq!(labels.len(), codes.len(), "{list} has a label twice");
            }
        });
    }
}

#[test]
fn no_two_fields_of_one_record_share_a_label() {
    for lang in Lang::ALL {
        let texts = Texts::new(lang);
        let mut labels: BTreeMap<(String, String), String> = BTreeMap::new();
        everything(&mut |owner, field, _| {
            if let Some(field) = field {
                let (label, help) = texts.field(owner, field);
                let place = (owner.to_owned(), label.clone().into_owned());
                let other = labels.insert(place, field.to_owned());
                assert!(
                    other.is_none_or(|other| other == field),
                    "{owner} says {label} twice"
                );
                assert!(
                    !help.starts_with('«') && !label.starts_with('«'),
                    "{owner} {field}"
                );
            }
        });
    }
}

/// It is *u*, and it is Dutch.
#[test]
fn dutch_says_u_and_holds_no_english() {
    let unwanted: BTreeSet<&str> = [
        "je",
        "jij",
        "jou",
        "jouw",
        "jullie",
        "the",
        "and",
        "you",
        "your",
        "which",
        "client",
        "step",
        "goal",
        "because",
        "this",
        "are",
        "choose",
        "fill",
        "not",
        "event",
        "field",
        "should",
        "when",
        "what",
        "who",
        "cliënt's",
    ]
    .into();
    for (key, text) in messages(Lang::Dutch) {
        let readable: String = match text.split_once("{ $") {
            Some(_) => text
                .split('{')
                .map(|part| part.split_once('}').map_or(part, |(_, after)| after))
                .collect(),
            None => text,
        };
        for word in readable.split(|letter: char| !letter.is_alphabetic()) {
            let word = word.to_lowercase();
            assert!(!unwanted.contains(word.as_str()), "{key} says {word:?}");
        }
    }
}

/// B1 reads in short sentences: a sentence of more than 25 words is two.
#[test]
fn dutch_sentences_are_short() {
    for (key, text) in messages(Lang::Dutch) {
        for sentence in text.split(['.', '?', '!', ':', ';']) {
            let words = sentence.split_whitespace().count();
            assert!(
                words <= 25,
                "{key} has a sentence of {words} words: {sentence}"
            );
        }
    }
}

#[test]
fn the_three_questions_have_their_exact_wording() {
    let texts = Texts::new(Lang::Dutch);
    let (_, help) = texts.field("decision_taken", "triangle");
    for question in [
        "Mag het van de wet?",
        "Gaan we handig om met publieke middelen?",
        "Draagt het bij aan zelfregie?",
    ] {
        assert!(help.contains(question), "{question}");
    }
}

/// Every reason that a rule gives in the code has a sentence.
#[test]
fn every_reason_in_the_code_has_a_sentence() {
    let keys = keys_of(Lang::Dutch);
    let mut folders = vec![std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let code = std::fs::read_to_string(&path).unwrap();
                let rules = path.components().any(|part| part.as_os_str() == "rules");
                for reason in reasons(&code, rules) {
                    let there = keys.contains(&format!("because-{reason}"));
                    assert!(there, "{} gives {reason:?}", path.display());
                }
            }
        }
    }
}

/// The kebab-case texts in calls of `Refusal::because` and its like; in rules, all of them.
fn reasons(code: &str, rules: bool) -> Vec<&str> {
    let calls = [
        "Refusal::because(",
        "Refusal::because_of(",
        "Because(",
        "BecauseOf(",
    ];
    let mut places: Vec<&str> = calls
        .iter()
        .flat_map(|call| code.match_indices(call))
        .map(|(start, _)| &code[start..])
        .map(|rest| rest.find(';').map_or(rest, |end| &rest[..end]))
        .collect();
    if rules {
        places.extend(code.lines());
    }
    let kebab = |text: &&str| {
        let fits = |byte: u8| byte.is_ascii_lowercase() || byte == b'-';
        text.contains('-') && text.bytes().all(fits)
    };
    places
        .iter()
        .flat_map(|place| place.split('"').skip(1).step_by(2))
        .filter(kebab)
        .collect()
}
