//! Numbers: written out, and amounts in classes.

/// The parts of which written numbers are made, longest first where one begins another.
const PARTS: [&str; 32] = [
    "zeventien",
    "achttien",
    "negentien",
    "dertien",
    "veertien",
    "vijftien",
    "zestien",
    "twintig",
    "dertig",
    "veertig",
    "vijftig",
    "zestig",
    "zeventig",
    "tachtig",
    "negentig",
    "honderd",
    "duizend",
    "miljoen",
    "miljard",
    "twaalf",
    "zeven",
    "negen",
    "acht",
    "drie",
    "vier",
    "vijf",
    "twee",
    "tien",
    "een",
    "elf",
    "zes",
    "en",
];

/// Whether a word, as it is compared, is a number of thirteen or more. Up to twelve it is as often
/// a word as a number, and tells of nobody.
pub(super) fn is_number_word(word: &str) -> bool {
    let cardinal = ["ste", "de"]
        .iter()
        .find_map(|ending| word.strip_suffix(ending).filter(|rest| only_parts(rest)))
        .unwrap_or(word);
    only_parts(cardinal) && !small(cardinal)
}

fn small(word: &str) -> bool {
    let small = [
        "een", "en", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien",
        "elf", "twaalf",
    ];
    small.contains(&word)
}

fn only_parts(word: &str) -> bool {
    // Whether each beginning of the word is made of parts alone.
    let mut reached = vec![false; word.len() + 1];
    reached[0] = true;
    for place in 0..word.len() {
        if !reached[place] || !word.is_char_boundary(place) {
            continue;
        }
        for part in PARTS {
            if word[place..].starts_with(part) {
                reached[place + part.len()] = true;
            }
        }
    }
    !word.is_empty() && reached[word.len()]
}

/// Bounds of the classes of amounts, in euros.
const BOUNDS: [i64; 8] = [0, 100, 500, 1_000, 2_500, 5_000, 10_000, 25_000];

/// A class of amounts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AmountClass {
    /// From this amount on, in euros; `None` for less than nothing.
    pub from: Option<i64>,
    /// Less than this amount, in euros; `None` for the highest class.
    pub below: Option<i64>,
}

/// The class of an amount in cents.
#[must_use]
pub fn amount_class(cents: i64) -> AmountClass {
    let euros = cents.div_euclid(100);
    AmountClass {
        from: BOUNDS.iter().copied().filter(|bound| *bound <= euros).max(),
        below: BOUNDS.iter().copied().find(|bound| *bound > euros),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn written_numbers_are_found() {
        for number in [
            "vierenvijftig",
            "dertien",
            "tweehonderd",
            "eenentwintigste",
            "zevende",
        ] {
            let wanted = number != "zevende";
            assert_eq!(is_number_word(number), wanted, "{number}");
        }
        for word in [
            "een",
            "twee",
            "en",
            "eend",
            "achter",
            "vierde",
            "zestigplusser",
            "",
        ] {
            assert!(!is_number_word(word), "{word}");
        }
    }

    #[test]
    fn amounts_become_classes() {
        let class = |cents| {
            let class = amount_class(cents);
            (class.from, class.below)
        };
        assert_eq!(class(115_000), (Some(1_000), Some(2_500)));
        assert_eq!(class(0), (Some(0), Some(100)));
        assert_eq!(class(-5), (None, Some(0)));
        assert_eq!(class(2_500_000), (Some(25_000), None));
    }
}
