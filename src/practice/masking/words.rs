//! Masking free text: which words go, and what each of them was.

use std::collections::HashSet;

use super::Kind;
use super::dictionary::{Dictionary, Hit, words};
use super::numbers::is_number_word;
use super::scan::{Piece, pieces, plain};

/// From this length on an own name is found as the beginning of a word too.
const STEM: usize = 5;

/// Months, as they are compared.
const MONTHS: [&str; 19] = [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
    "january",
    "february",
    "june",
    "july",
    "october",
    "sept",
    "mrt",
];

/// Months written short or like another word: only beside a number.
const MONTHS_BESIDE: [&str; 13] = [
    "jan", "feb", "apr", "jun", "jul", "aug", "sep", "okt", "nov", "dec", "march", "may", "august",
];

/// After these a full stop ends no sentence.
const ABBREVIATIONS: [&str; 16] = [
    "dhr", "mevr", "mw", "dr", "drs", "mr", "ing", "ir", "prof", "st", "ds", "fam", "mej", "jr",
    "sr", "mrs",
];

/// Words within a name.
const WITHIN_NAMES: [&str; 12] = [
    "van", "de", "der", "den", "ten", "ter", "el", "al", "bin", "ben", "von", "in 't",
];

/// Endings of the names of streets.
const STREETS: [&str; 12] = [
    "straat", "laan", "weg", "plein", "gracht", "kade", "steeg", "dijk", "hof", "pad", "singel",
    "markt",
];

/// The names of one case, and the words that a person added.
#[derive(Debug, Clone, Default)]
pub struct OwnNames {
    phrases: Vec<(Vec<String>, Kind)>,
}

impl OwnNames {
    /// Adds a name: whole, and each longer word of it that is no ordinary word.
    pub fn add(&mut self, name: &str, kind: Kind, dictionary: &Dictionary) {
        let all = words(&name.replace('_', " "));
        let short = |word: &&String| word.chars().count() >= 4 && !dictionary.ordinary(word);
        let single: Vec<_> = all.iter().filter(short).cloned().collect();
        for phrase in single.into_iter().map(|word| vec![word]).chain([all]) {
            if !phrase.is_empty() && !self.phrases.iter().any(|(known, _)| *known == phrase) {
                self.phrases.push((phrase, kind));
            }
        }
        self.phrases
            .sort_by_key(|(phrase, _)| std::cmp::Reverse(phrase.len()));
    }

    fn at(&self, words: &[(String, bool)]) -> Option<Hit> {
        let fits = |own: &String, word: &String| {
            own == word
                || (own.chars().count() >= STEM && word.starts_with(own.as_str()))
                || word.strip_suffix("'s") == Some(own)
        };
        self.phrases
            .iter()
            .find(|(phrase, _)| {
                phrase.len() <= words.len()
                    && phrase
                        .iter()
                        .zip(words)
                        .all(|(own, (word, _))| fits(own, word))
            })
            .map(|(phrase, kind)| Hit {
                kind: *kind,
                words: phrase.len(),
            })
    }
}

/// Masks the texts of one case.
pub struct Masker<'d> {
    dictionary: &'d Dictionary,
    own: OwnNames,
    seen: HashSet<String>,
}

/// A word with what is known about it.
struct Word<'t> {
    text: &'t str,
    begins: bool,
}

/// A piece of the masked text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Out<'t> {
    Open(&'t str),
    Between(&'t str),
    Mask(Kind),
}

impl<'d> Masker<'d> {
    /// A masker for a case, with its names and all its texts: a sentence may begin with a word that
    /// the case also writes without a capital.
    #[must_use]
    pub fn new<'t>(
        dictionary: &'d Dictionary,
        own: OwnNames,
        texts: impl IntoIterator<Item = &'t str>,
    ) -> Self {
        let mut seen = HashSet::new();
        for text in texts {
            for piece in pieces(text) {
                if let Piece::Word(word) = piece
                    && !word.chars().any(char::is_uppercase)
                {
                    seen.insert(plain(word));
                }
            }
        }
        Self {
            dictionary,
            own,
            seen,
        }
    }

    /// A text, masked.
    #[must_use]
    pub fn text(&self, text: &str, label: &dyn Fn(Kind) -> String) -> String {
        self.masked(text, false, label)
    }

    /// A key such as `afspraak_gemist_2x`, masked: it has no sentence to judge by, so only ordinary
    /// words stay.
    #[must_use]
    pub fn key(&self, key: &str, label: &dyn Fn(Kind) -> String) -> String {
        self.masked(&key.replace('_', " ").to_lowercase(), true, label)
    }

    fn masked(&self, text: &str, strict: bool, label: &dyn Fn(Kind) -> String) -> String {
        let all = pieces(text);
        let found = found(&all);
        let compared: Vec<(String, bool)> = found
            .iter()
            .map(|word| (plain(word.text), word.text.chars().any(char::is_uppercase)))
            .collect();
        let stays = |word: &str| self.known(word) || self.dictionary.stays(word);
        let hit = |place: usize| {
            let unknown = || {
                let (word, _) = compared.get(place)?;
                (strict && !stays(word)).then_some(Hit {
                    kind: Kind::Name,
                    words: 1,
                })
            };
            self.hit(&found, &compared, place).or_else(unknown)
        };
        let mut out = Vec::with_capacity(all.len());
        let mut word = 0;
        let mut masked_until = 0;
        for piece in all {
            match piece {
                // What stands inside a masked phrase goes with it.
                Piece::Between(text) => {
                    if word >= masked_until || word == 0 {
                        out.push(Out::Between(text));
                    }
                }
                Piece::Word(text) => {
                    if word >= masked_until {
                        match hit(word) {
                            Some(hit) => {
                                out.push(Out::Mask(hit.kind));
                                masked_until = word + hit.words.max(1);
                            }
                            None => out.push(Out::Open(text)),
                        }
                    }
                    word += 1;
                }
            }
        }
        written(&joined(out), label)
    }

    fn known(&self, word: &str) -> bool {
        self.dictionary.ordinary(word) || self.seen.contains(word)
    }

    fn hit(&self, found: &[Word<'_>], compared: &[(String, bool)], place: usize) -> Option<Hit> {
        let rest = compared.get(place..)?;
        let (word, capital) = rest.first()?;
        let text = found.get(place).map_or("", |word| word.text);
        let one = |kind| Some(Hit { kind, words: 1 });
        if let Some(hit) = self.own.at(rest) {
            return Some(hit);
        }
        if text.contains(['@', '/']) && text.chars().any(char::is_alphabetic)
            || (text.contains('.') && text.chars().any(char::is_alphabetic))
        {
            return one(Kind::Contact);
        }
        if let Some(hit) = date(rest) {
            return Some(hit);
        }
        if word.chars().any(|letter| letter.is_ascii_digit()) {
            return Some(number(found, rest, place));
        }
        if is_number_word(word) {
            return one(Kind::Number);
        }
        if let Some(hit) = self.dictionary.at(rest) {
            return Some(hit);
        }
        if word.contains('-') {
            let parts = word.split('-').map(|part| (part.to_owned(), *capital));
            let hit = parts
                .into_iter()
                .find_map(|part| self.dictionary.at(&[part]));
            if let Some(hit) = hit {
                return one(hit.kind);
            }
        }
        let next_is_number = rest
            .get(1)
            .is_some_and(|(next, _)| next.starts_with(|letter: char| letter.is_ascii_digit()));
        if next_is_number && STREETS.iter().any(|ending| word.ends_with(ending)) {
            return one(Kind::Place);
        }
        if *capital && !self.may_stay(found.get(place)?, word) {
            return one(Kind::Name);
        }
        None
    }

    /// Whether a word with a capital may stay.
    fn may_stay(&self, found: &Word<'_>, word: &str) -> bool {
        let each = |fits: &dyn Fn(&str) -> bool| fits(word) || word.split('-').all(fits);
        let listed = each(&|word| self.dictionary.stays(word));
        if listed || !found.begins {
            return listed;
        }
        let inner = found.text.chars().skip(1).any(char::is_uppercase);
        let shouted = inner && found.text.chars().all(|letter| !letter.is_lowercase());
        (!inner || shouted) && each(&|word| self.known(word))
    }
}

/// The words of a text, each with whether a sentence begins with it.
fn found<'t>(all: &[Piece<'t>]) -> Vec<Word<'t>> {
    let mut found: Vec<Word<'t>> = Vec::new();
    let mut before: Option<&str> = None;
    for piece in all {
        match piece {
            Piece::Between(text) => before = Some(text),
            Piece::Word(text) => {
                let begins = match (found.last(), before) {
                    (None, _) => true,
                    (Some(last), Some(between)) => begins(last.text, between),
                    (Some(_), None) => false,
                };
                found.push(Word { text, begins });
                before = None;
            }
        }
    }
    found
}

/// Whether a sentence begins after a word and what follows it.
fn begins(word: &str, between: &str) -> bool {
    let quote = between.ends_with(['‘', '“', '„', '«', '"']);
    let initial = word.chars().count() == 1 && word.chars().all(char::is_uppercase);
    let abbreviation = initial || ABBREVIATIONS.contains(&plain(word).as_str());
    let ended = between.contains(['!', '?', '…', '\n', ':', '•', ';'])
        || (between.contains('.') && !abbreviation);
    quote || ended
}

/// A day or a month that begins here.
fn date(rest: &[(String, bool)]) -> Option<Hit> {
    let word = |place: usize| rest.get(place).map_or("", |(word, _)| word.as_str());
    let of_day = |word: &str| {
        let bare = word.trim_end_matches(|letter: char| letter.is_alphabetic());
        (1..=2).contains(&bare.len()) && bare.bytes().all(|byte| byte.is_ascii_digit())
    };
    let year = |word: &str| {
        word.len() == 4
            && (word.starts_with("19") || word.starts_with("20"))
            && word.bytes().all(|byte| byte.is_ascii_digit())
    };
    let month = |word: &str| MONTHS.contains(&word);
    let beside = |word: &str| month(word) || MONTHS_BESIDE.contains(&word);
    let date = |words| {
        Some(Hit {
            kind: Kind::Date,
            words,
        })
    };
    if of_day(word(0)) && beside(word(1)) {
        return date(if year(word(2)) { 3 } else { 2 });
    }
    if beside(word(0)) && (year(word(1)) || of_day(word(1))) {
        return date(2);
    }
    if month(word(0)) || year(word(0)) {
        return date(1);
    }
    let parts: Vec<&str> = word(0).split(['-', '/', '.']).collect();
    let digits = |part: &&str| part.bytes().all(|byte| byte.is_ascii_digit());
    let lens: Vec<usize> = parts.iter().map(|part| part.len()).collect();
    let dated = matches!(lens[..], [4, 1..=2, 1..=2] | [1..=2, 1..=2, 2 | 4]);
    (dated && parts.iter().all(digits)).then_some(Hit {
        kind: Kind::Date,
        words: 1,
    })
}

/// A number, with the letters of a postcode after it.
fn number(found: &[Word<'_>], rest: &[(String, bool)], place: usize) -> Hit {
    let four = rest
        .first()
        .is_some_and(|(word, _)| word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit()));
    let letters = found.get(place + 1).is_some_and(|next| {
        next.text.len() == 2 && next.text.bytes().all(|byte| byte.is_ascii_uppercase())
    });
    Hit {
        kind: Kind::Number,
        words: if four && letters { 2 } else { 1 },
    }
}

/// Masks of one kind that stand beside each other become one, and a name of several words too.
fn joined(out: Vec<Out<'_>>) -> Vec<Out<'_>> {
    let mut joined: Vec<Out<'_>> = Vec::with_capacity(out.len());
    for piece in out {
        joined.push(piece);
        if let Out::Mask(kind) = piece {
            let begin = begin_of(&joined, kind);
            if let Some(begin) = begin {
                joined.truncate(begin);
                joined.push(Out::Mask(kind));
            }
        }
    }
    joined
}

/// Where the mask begins to which the last piece belongs; `None` when it stands alone.
fn begin_of(pieces: &[Out<'_>], kind: Kind) -> Option<usize> {
    let before = pieces.len().checked_sub(1)?;
    for (place, piece) in pieces.iter().enumerate().take(before).rev() {
        match piece {
            Out::Mask(other) if *other == kind => return Some(place),
            Out::Between(text) if text.chars().all(|letter| letter == ' ' || letter == '-') => {}
            Out::Between(text) if kind == Kind::Name && *text == ". " => {}
            Out::Open(word) if kind == Kind::Name && WITHIN_NAMES.contains(word) => {}
            _ => return None,
        }
    }
    None
}

fn written(out: &[Out<'_>], label: &dyn Fn(Kind) -> String) -> String {
    let mut text = String::new();
    for piece in out {
        match piece {
            Out::Open(part) | Out::Between(part) => text.push_str(part),
            Out::Mask(kind) => text.push_str(&label(*kind)),
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::codes::CatalogueKind;
    use crate::domain::events::settings::{CatalogueAdopted, CatalogueEntry};
    use crate::domain::values::{Code, Text};

    fn dictionary() -> Dictionary {
        let entry = |unit: &str, text: &str| CatalogueEntry {
            key: Code(unit.to_owned()),
            name: Text(unit.to_owned()),
            name_en: None,
            text: Some(Text(text.to_owned())),
            number: None,
            unit: Some(Code(unit.to_owned())),
            lever: None,
            source: None,
        };
        Dictionary::of(&CatalogueAdopted {
            catalogue: CatalogueKind::Wording,
            edition: Code("proef".to_owned()),
            valid_from: "2020-01-01".parse().unwrap(),
            entries: vec![
                entry(
                    "plaats",
                    "Amersfoort; Aa en Hunze; 's-Hertogenbosch; Utrecht; Breda",
                ),
                entry("plaats_hoofdletter", "Best; Goes"),
                entry("naam", "Fatima; Mohammed; Jan"),
                entry("naam_hoofdletter", "Bakker; Visser; Roos"),
                entry("functie", "wethouder; burgemeester; directeur"),
                entry("datum", "kerst; oud en nieuw"),
                entry("blijft", "Participatiewet; UWV; Ik; U"),
            ],
            source: None,
        })
    }

    fn mask(text: &str) -> String {
        let dictionary = dictionary();
        let mut own = OwnNames::default();
        own.add("Rietdam", Kind::Place, &dictionary);
        own.add("Team Kwartel", Kind::Place, &dictionary);
        own.add("TB-04", Kind::Name, &dictionary);
        own.add("ZAAK-001", Kind::Number, &dictionary);
        let masker = Masker::new(&dictionary, own, [text]);
        masker.text(text, &|kind| format!("[{}]", kind.code()))
    }

    #[test]
    fn names_places_posts_days_and_numbers_go() {
        let check = |text: &str, wanted: &str| assert_eq!(mask(text), wanted, "{text}");
        check("Ik wil weer werken.", "Ik wil weer werken.");
        check(
            "Fatima kwam niet. fatima belde.",
            "[name] kwam niet. [name] belde.",
        );
        check("Zij sprak met Xandra Qwertz.", "Zij sprak met [name].");
        check("Xandra kwam niet.", "[name] kwam niet.");
        check("Jan van der Berg belde.", "[name] belde.");
        check(
            "Dhr. Bakker is er. Bakker ook.",
            "Dhr. [name] is er. [name] ook.",
        );
        check("Hij wil bakker worden.", "Hij wil bakker worden.");
        check("J. Visser kwam.", "[name] kwam.");
        check("Ik woon in Aa en Hunze.", "Ik woon in [place].");
        check("Een Amersfoortse regel.", "Een [place] regel.");
        check(
            "Het gaat best goed in Best.",
            "Het gaat best goed in [place].",
        );
        check(
            "De wethouder van rietdam weet het.",
            "De [post] van [place] weet het.",
        );
        check("De schooldirecteur belde.", "De [post] belde.");
        check(
            "Op 14 mei 2025 en op 2025-05-14.",
            "Op [date] en op [date].",
        );
        check("Voor de kerst, in juni.", "Voor de [date], in [date].");
        check("Op 3 mrt. om 9:30 uur.", "Op [date]. om [number] uur.");
        check(
            "Het kost € 1.150,50 per jaar.",
            "Het kost € [number] per jaar.",
        );
        check("Hij is vierenvijftig.", "Hij is [number].");
        check(
            "Woont op 1234 AB, nummer 7b.",
            "Woont op [number], nummer [number].",
        );
        check(
            "Mail jan@voorbeeld.nl of kijk op www.rietdam.nl.",
            "Mail [contact] of kijk op [contact].",
        );
        check(
            "TB-04 zag zaak-001 in team kwartel.",
            "[name] zag [number] in [place].",
        );
        check(
            "Volgens de Participatiewet en het UWV mag het.",
            "Volgens de Participatiewet en het UWV mag het.",
        );
        check("In de dorpsstraat 12 dus.", "In de [place] [number] dus.");
        check("Zij zei: “Fatima wil weg.”", "Zij zei: “[name] wil weg.”");
    }

    #[test]
    fn a_key_keeps_ordinary_words_alone() {
        let dictionary = dictionary();
        let masker = Masker::new(&dictionary, OwnNames::default(), ["de wasbeurt"]);
        let key = |key: &str| masker.key(key, &|kind| format!("[{}]", kind.code()));
        assert_eq!(key("afspraak_gemist_2x"), "afspraak gemist [number]");
        assert_eq!(key("wasbeurt"), "wasbeurt");
        assert_eq!(key("vervoer_Qwertz"), "vervoer [name]");
        assert_eq!(key("geloof_in_eigen_kunnen"), "geloof in eigen kunnen");
    }

    #[test]
    fn added_words_go_in_any_spelling() {
        let dictionary = dictionary();
        let mut own = OwnNames::default();
        own.add("rode villa", Kind::Name, &dictionary);
        let masker = Masker::new(&dictionary, own, []);
        let text = "Hij woont in de Rode villa, bij de villa's.";
        assert_eq!(
            masker.text(text, &|kind| format!("[{}]", kind.code())),
            "Hij woont in de [name], bij de [name]."
        );
    }
}
