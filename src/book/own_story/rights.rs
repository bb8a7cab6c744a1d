//! What the client can do: add words, disagree, have a mistake mended; and the words explained.

use super::teller::Teller;
use crate::print::Document;
use crate::text::GLOSSARY;

/// Words that need explaining and stand in no other list.
const WORDS: [&str; 6] = [
    "bezwaar",
    "beroep",
    "afgeschermd",
    "college",
    "werkervaringsplaats",
    "gedragsbeeld",
];

/// The last word of the glossary that is about the practice; those after it are about the book.
const LAST_OF_PRACTICE: &str = "leerherhaling";

/// What the client can do.
pub(super) fn tell(teller: &Teller<'_>, out: &mut Document) {
    out.heading(1, teller.say("rights"));
    let number = teller.story.number.as_str();
    for key in ["add", "object", "mend", "see", "help"] {
        out.heading(3, teller.say(&format!("rights-{key}")));
        let values = [
            ("number", number.into()),
            ("place", teller.municipality().into()),
        ];
        out.paragraph(teller.with(&format!("rights-{key}-text"), &values));
    }
}

/// The words that occur, with what they mean here.
pub(super) fn words(teller: &Teller<'_>, out: &mut Document) {
    let text = out.to_text(usize::from(u16::MAX)).to_lowercase();
    let mut facts: Vec<(String, String)> = Vec::new();
    for key in WORDS {
        let word = teller.say(&format!("word-{key}"));
        facts.push((word, teller.say(&format!("word-{key}-text"))));
    }
    for key in GLOSSARY {
        let word = teller.texts.get(&format!("term-{key}")).into_owned();
        // What was written for colleagues may have a text of its own for clients.
        let own = teller.find(&format!("word-{key}-text"));
        let meaning = own.unwrap_or_else(|| {
            let text = teller.texts.get(&format!("term-{key}-text"));
            text.into_owned()
        });
        facts.push((word, meaning));
        if *key == LAST_OF_PRACTICE {
            break;
        }
    }
    facts.retain(|(word, _)| occurs(&text, &word.to_lowercase()));
    facts.sort_by_key(|(word, _)| word.to_lowercase());
    facts.dedup_by(|one, other| one.0.to_lowercase() == other.0.to_lowercase());
    if facts.is_empty() {
        return;
    }
    out.heading(1, teller.say("words"));
    out.paragraph(teller.say("words-text"));
    out.facts(facts);
}

/// Whether a word stands in a text, at the begin of a word: also in the plural.
fn occurs(text: &str, word: &str) -> bool {
    text.match_indices(word).any(|(at, _)| {
        let before = text.get(..at).and_then(|text| text.chars().next_back());
        !before.is_some_and(char::is_alphanumeric)
    })
}
