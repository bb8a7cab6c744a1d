//! A text in words and what stands between them.

/// A piece of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Piece<'t> {
    /// A word, a number, a code: letters and digits with what joins them.
    Word(&'t str),
    /// Whatever stands between words.
    Between(&'t str),
}

/// The pieces of a text, in order; together they are the text.
pub(super) fn pieces(text: &str) -> Vec<Piece<'_>> {
    let letters: Vec<(usize, char)> = text.char_indices().collect();
    let at = |place: usize| letters.get(place).map(|(_, letter)| *letter);
    let offset = |place: usize| letters.get(place).map_or(text.len(), |(offset, _)| *offset);
    let mut found = Vec::new();
    let mut place = 0;
    while place < letters.len() {
        let begin = place;
        if at(place).is_some_and(char::is_alphanumeric) {
            let end = contact_end(&letters, begin);
            place = end.unwrap_or(begin + 1);
            if end.is_none() {
                while joins(&letters, place) {
                    place += 1;
                }
            }
            found.push(Piece::Word(&text[offset(begin)..offset(place)]));
        } else {
            while at(place).is_some_and(|letter| !letter.is_alphanumeric()) {
                place += 1;
            }
            found.push(Piece::Between(&text[offset(begin)..offset(place)]));
        }
    }
    found
}

/// Whether the character at a place goes on with the word before it.
fn joins(letters: &[(usize, char)], place: usize) -> bool {
    let at = |place: usize| letters.get(place).map(|(_, letter)| *letter);
    let Some(letter) = at(place) else {
        return false;
    };
    if letter.is_alphanumeric() || is_mark(letter) {
        return true;
    }
    let before = place.checked_sub(1).and_then(at);
    let after = at(place + 1);
    let both = |fits: fn(char) -> bool| before.is_some_and(fits) && after.is_some_and(fits);
    match letter {
        '\'' | '’' | '-' | '_' | '‑' | '\u{ad}' => both(char::is_alphanumeric),
        '.' | ',' | ':' | '/' => both(|letter| letter.is_ascii_digit()),
        _ => false,
    }
}

/// An accent that stands apart, or a mark that shows nothing.
fn is_mark(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
}

/// Where an e-mail or web address ends that begins here; `None` when none does.
fn contact_end(letters: &[(usize, char)], begin: usize) -> Option<usize> {
    let rest = letters.get(begin..)?;
    let len = rest
        .iter()
        .position(|(_, letter)| letter.is_whitespace())
        .unwrap_or(rest.len());
    let chunk: String = rest.iter().take(len).map(|(_, letter)| *letter).collect();
    let bare = chunk.trim_end_matches(|letter: char| !letter.is_alphanumeric());
    let lower = bare.to_lowercase();
    let domain = |text: &str| {
        let host = text.split(['/', '?']).next().unwrap_or_default();
        let mut parts = host.rsplit('.');
        let last = parts.next().unwrap_or_default();
        parts.next().is_some_and(|part| !part.is_empty()) && TOP.contains(&last)
    };
    let address =
        lower.contains('@') || lower.contains("://") || lower.starts_with("www.") || domain(&lower);
    address.then(|| begin + bare.chars().count())
}

/// Endings of web addresses that people here write.
const TOP: [&str; 12] = [
    "nl",
    "com",
    "org",
    "eu",
    "net",
    "be",
    "de",
    "info",
    "nu",
    "online",
    "frl",
    "amsterdam",
];

/// A word as it is compared: small letters, without accents.
pub(super) fn plain(word: &str) -> String {
    let lower = word.to_lowercase();
    lower.chars().filter_map(base).collect()
}

fn base(letter: char) -> Option<char> {
    let plain = match letter {
        'á' | 'à' | 'â' | 'ä' | 'ã' | 'å' | 'ă' | 'ą' => 'a',
        'é' | 'è' | 'ê' | 'ë' | 'ę' | 'ě' | 'ė' => 'e',
        'í' | 'ì' | 'î' | 'ï' | 'ı' => 'i',
        'ó' | 'ò' | 'ô' | 'ö' | 'õ' | 'ø' => 'o',
        'ú' | 'ù' | 'û' | 'ü' | 'ů' => 'u',
        'ý' | 'ÿ' => 'y',
        'ç' | 'ć' | 'č' => 'c',
        'ş' | 'ś' | 'š' => 's',
        'ž' | 'ź' | 'ż' => 'z',
        'ñ' | 'ń' => 'n',
        'ğ' => 'g',
        'ł' => 'l',
        'ř' => 'r',
        '’' | '‘' | '\'' => '\'',
        '‑' => '-',
        '\u{ad}' => return None,
        mark if is_mark(mark) => return None,
        other => other,
    };
    Some(plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_make_the_text_again_and_numbers_hold_together() {
        let text = "Op 2025-01-13, om 9:30, betaalde Jan-Willem's moeder € 1.150,50. Ja!";
        let words: Vec<&str> = pieces(text)
            .iter()
            .filter_map(|piece| match piece {
                Piece::Word(word) => Some(*word),
                Piece::Between(_) => None,
            })
            .collect();
        let wanted = [
            "Op",
            "2025-01-13",
            "om",
            "9:30",
            "betaalde",
            "Jan-Willem's",
            "moeder",
            "1.150,50",
            "Ja",
        ];
        assert_eq!(words, wanted);
        let whole: String = pieces(text)
            .iter()
            .map(|piece| match piece {
                Piece::Word(text) | Piece::Between(text) => *text,
            })
            .collect();
        assert_eq!(whole, text);
    }

    #[test]
    fn an_address_is_one_word() {
        let only = |text| match pieces(text)[..] {
            [Piece::Word(word), ..] => word.to_owned(),
            _ => String::new(),
        };
        assert_eq!(only("j.jansen@voorbeeld.nl, en"), "j.jansen@voorbeeld.nl");
        assert_eq!(
            only("https://zandhaven.nl/x?y."),
            "https://zandhaven.nl/x?y"
        );
        assert_eq!(only("zandhaven.nl is"), "zandhaven.nl");
        assert_eq!(only("einde.Begin"), "einde");
    }

    #[test]
    fn accents_do_not_count() {
        assert_eq!(plain("Súdwest‑Fryslân"), "sudwest-fryslan");
        assert_eq!(plain("Jose\u{301}"), "jose");
    }
}
