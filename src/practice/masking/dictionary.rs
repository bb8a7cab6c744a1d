//! The words that are always masked, and those that may stay: an edition of the catalogue
//! *afschermwoorden*.
//!
//! One entry holds a list in its text, with `; ` between the items, and says in its unit what they
//! are: `plaats`, `naam`, `functie` or `datum` in any spelling; `plaats_hoofdletter` and
//! `naam_hoofdletter` only with a capital, because they are ordinary words too; `blijft` for words
//! with a capital that may stay.

use std::collections::{HashMap, HashSet};

use super::Kind;
use super::scan::{Piece, pieces, plain};
use crate::domain::events::settings::CatalogueAdopted;

/// Ordinary Dutch words, with which a sentence may begin.
const ORDINARY: &str = include_str!("ordinary.txt");

/// Names shorter than this are masked only with a capital: they are too often a part of speech.
const SHORT_NAME: usize = 5;

/// From this length on a place is found as the beginning of a word too (*Amersfoortse*).
const STEM: usize = 7;

/// Endings that make another word of a shorter place.
const ENDINGS: [&str; 8] = ["s", "'s", "se", "er", "ers", "naar", "enaar", "ter"];

/// A phrase of the dictionary.
#[derive(Debug, Clone)]
struct Phrase {
    /// Its words after the first, as they are compared.
    rest: Vec<String>,
    kind: Kind,
    capital: bool,
}

/// What is masked always, and what may stay.
#[derive(Debug, Clone)]
pub struct Dictionary {
    phrases: HashMap<String, Vec<Phrase>>,
    places: Vec<String>,
    posts: Vec<String>,
    stays: HashSet<String>,
    ordinary: HashSet<String>,
}

/// A match: of what kind, and over how many words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Hit {
    pub(super) kind: Kind,
    pub(super) words: usize,
}

impl Dictionary {
    /// Only the ordinary words: everything else with a capital goes.
    #[must_use]
    pub fn empty() -> Self {
        Self {
            phrases: HashMap::new(),
            places: Vec::new(),
            posts: Vec::new(),
            stays: HashSet::new(),
            ordinary: ORDINARY.split_whitespace().map(plain).collect(),
        }
    }

    /// The dictionary of an edition.
    #[must_use]
    pub fn of(edition: &CatalogueAdopted) -> Self {
        let mut dictionary = Self::empty();
        for entry in &edition.entries {
            // An entry without a list is the word of its name.
            let text = entry.text.as_ref().unwrap_or(&entry.name);
            let unit = entry.unit.as_ref().map_or("naam", |unit| unit.0.as_str());
            for item in text.0.split(';').map(str::trim) {
                dictionary.take(unit, item);
            }
        }
        dictionary
    }

    fn take(&mut self, unit: &str, item: &str) {
        let words: Vec<String> = words(item);
        let Some((first, rest)) = words.split_first() else {
            return;
        };
        if unit == "blijft" {
            self.stays.extend(words);
            return;
        }
        let (what, capital) = match unit.strip_suffix("_hoofdletter") {
            Some(what) => (what, true),
            None => (unit, false),
        };
        let kind = match what {
            "plaats" => Kind::Place,
            "functie" => Kind::Post,
            "datum" => Kind::Date,
            _ => Kind::Name,
        };
        let short = kind == Kind::Name && rest.is_empty() && first.chars().count() < SHORT_NAME;
        if rest.is_empty() && !capital {
            match kind {
                Kind::Place => self.places.push(first.clone()),
                Kind::Post => self.posts.push(first.clone()),
                _ => {}
            }
        }
        let phrase = Phrase {
            rest: rest.to_vec(),
            kind,
            capital: capital || short,
        };
        let known = self.phrases.entry(first.clone()).or_default();
        known.push(phrase);
        known.sort_by_key(|phrase| std::cmp::Reverse(phrase.rest.len()));
    }

    /// What begins at the first of these words; each is given as it is compared, and whether it
    /// has a capital.
    pub(super) fn at(&self, words: &[(String, bool)]) -> Option<Hit> {
        let (first, capital) = words.first()?;
        self.phrase(first, *capital, words)
            .or_else(|| self.part(first, *capital))
    }

    fn phrase(&self, first: &str, capital: bool, words: &[(String, bool)]) -> Option<Hit> {
        let stem = first.strip_suffix("'s").unwrap_or(first);
        let bare = stem.strip_suffix('s').filter(|_| stem.len() > 3);
        for form in [Some(first), Some(stem), bare].into_iter().flatten() {
            for phrase in self.phrases.get(form).into_iter().flatten() {
                let follows = phrase.rest.iter().enumerate().all(|(place, word)| {
                    words.get(place + 1).is_some_and(|(next, _)| next == word)
                });
                // Without the s it may be another word: then a capital must say that it is a name.
                let named = capital || !(phrase.capital || Some(form) == bare);
                if follows && named {
                    return Some(Hit {
                        kind: phrase.kind,
                        words: phrase.rest.len() + 1,
                    });
                }
            }
        }
        None
    }

    /// A word that is made of one of the dictionary: *Amersfoortse*, *schooldirecteur*.
    fn part(&self, word: &str, capital: bool) -> Option<Hit> {
        let of_place = |place: &String| {
            word.strip_prefix(place.as_str()).is_some_and(|rest| {
                let long = place.chars().count() >= STEM;
                !rest.is_empty() && (long || capital) && (long || ENDINGS.contains(&rest))
            })
        };
        if !self.ordinary.contains(word) && self.places.iter().any(of_place) {
            return Some(Hit {
                kind: Kind::Place,
                words: 1,
            });
        }
        let of_post = |post: &String| {
            post.chars().count() >= 6
                && (word.starts_with(post.as_str()) || word.ends_with(post.as_str()))
        };
        let post = self.posts.iter().any(of_post);
        post.then_some(Hit {
            kind: Kind::Post,
            words: 1,
        })
    }

    /// Whether a word may keep its capital inside a sentence.
    pub(super) fn stays(&self, word: &str) -> bool {
        self.stays.contains(word)
    }

    /// Whether a sentence may begin with a word.
    pub(super) fn ordinary(&self, word: &str) -> bool {
        self.ordinary.contains(word)
    }
}

/// The words of a phrase, as they are compared.
pub(super) fn words(phrase: &str) -> Vec<String> {
    pieces(phrase)
        .into_iter()
        .filter_map(|piece| match piece {
            Piece::Word(word) => Some(plain(word)),
            Piece::Between(_) => None,
        })
        .collect()
}
