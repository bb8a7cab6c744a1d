//! The two languages, and how a person chooses between them.

use std::str::FromStr;

/// A language of the book; Dutch unless somebody asks for English.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Lang {
    /// Dutch, B1.
    #[default]
    Dutch,
    /// English.
    English,
}

/// Why a text does not name a language of the book.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{text:?} is not a language of the book: nl or en")]
pub struct NotALang {
    /// The text that was given.
    pub text: String,
}

impl Lang {
    /// Both languages, Dutch first.
    pub const ALL: [Self; 2] = [Self::Dutch, Self::English];

    /// Its two-letter code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Dutch => "nl",
            Self::English => "en",
        }
    }

    /// The language of a locale such as `nl_NL.UTF-8`, `en_GB` or `en-US,en;q=0.9`; Dutch when it
    /// names neither.
    #[must_use]
    pub fn from_locale(locale: &str) -> Self {
        locale.parse().unwrap_or_default()
    }

    /// The language a person chose, else that of the first locale that says something.
    ///
    /// # Errors
    ///
    /// When the choice names no language of the book; a locale never fails.
    pub fn choose(choice: Option<&str>, locales: &[&str]) -> Result<Self, NotALang> {
        if let Some(choice) = choice {
            return choice.parse();
        }
        let telling = locales.iter().find(|locale| !locale.trim().is_empty());
        Ok(telling.map_or(Self::default(), |locale| Self::from_locale(locale)))
    }
}

impl FromStr for Lang {
    type Err = NotALang;

    fn from_str(text: &str) -> Result<Self, NotALang> {
        let word: String = text
            .trim()
            .chars()
            .take_while(char::is_ascii_alphabetic)
            .flat_map(char::to_lowercase)
            .collect();
        match word.as_str() {
            "nl" | "nederlands" | "dutch" => Ok(Self::Dutch),
            "en" | "engels" | "english" => Ok(Self::English),
            _ => Err(NotALang {
                text: text.to_owned(),
            }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn locales_choose_a_language_and_dutch_is_the_default() {
        let check = |locale: &str, lang: Lang| assert_eq!(Lang::from_locale(locale), lang);
        check("nl_NL.UTF-8", Lang::Dutch);
        check("en_GB", Lang::English);
        check("en-US,en;q=0.9,nl;q=0.8", Lang::English);
        check("EN", Lang::English);
        check("C.UTF-8", Lang::Dutch);
        check("de_DE.UTF-8", Lang::Dutch);
        check("enx", Lang::Dutch);
        check("", Lang::Dutch);
    }

    #[test]
    fn a_choice_goes_before_a_locale_and_must_be_a_language() {
        assert_eq!(Lang::choose(Some("en"), &["nl_NL"]), Ok(Lang::English));
        assert_eq!(Lang::choose(None, &["", "en_GB"]), Ok(Lang::English));
        assert_eq!(Lang::choose(None, &[]), Ok(Lang::Dutch));
        assert!(Lang::choose(Some("fr"), &["en_GB"]).is_err());
    }
}
