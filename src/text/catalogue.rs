//! The catalogue of messages: built once per language, infallible in use.

use std::borrow::Cow;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use intl_memoizer::concurrent::IntlLangMemoizer;
use unic_langid::LanguageIdentifier;

use super::format;
use super::lang::Lang;

/// The message files of one language.
macro_rules! sources {
    ($lang:literal: $($theme:literal)*) => {
        &[ $( ($theme, include_str!(concat!($lang, "/", $theme, ".ftl"))) ),* ]
    };
}

static DUTCH: &[(&str, &str)] = sources!("nl":
    "events" "fields" "fields_case" "fields_decision" "fields_organisation" "fields_rounds" "codes" "rules"
    "because" "glossary" "glossary_practice" "command" "command_help" "command_error" "command_show"
    "command_log" "command_import" "command_demo" "record" "format" "views" "signals" "ask"
    "questions" "process" "change" "learn" "learn_group" "command_export" "audit" "mine" "review");

static ENGLISH: &[(&str, &str)] = sources!("en":
    "events" "fields" "fields_case" "fields_decision" "fields_organisation" "fields_rounds" "codes" "rules"
    "because" "glossary" "glossary_practice" "command" "command_help" "command_error" "command_show"
    "command_log" "command_import" "command_demo" "record" "format" "views" "signals" "ask"
    "questions" "process" "change" "learn" "learn_group" "command_export" "audit" "mine" "review");

/// A value to fill in: numbers also choose between singular and plural.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value<'a> {
    /// A text, shown as it is.
    Text(Cow<'a, str>),
    /// A whole number, shown with the separators of the language.
    Number(i64),
}

impl<'a> From<&'a str> for Value<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl<'a> From<&'a String> for Value<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Value<'_> {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}

impl<'a> From<Cow<'a, str>> for Value<'a> {
    fn from(text: Cow<'a, str>) -> Self {
        Self::Text(text)
    }
}

macro_rules! number_values {
    ($($kind:ty)*) => { $(
        impl From<$kind> for Value<'_> {
            fn from(number: $kind) -> Self {
                Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
            }
        }
    )* };
}

number_values!(i32 i64 u16 u32 u64 usize);

/// Every text of one language.
pub struct Texts {
    lang: Lang,
    bundle: FluentBundle<FluentResource>,
}

impl Texts {
    /// Builds the catalogue of a language.
    #[must_use]
    pub fn new(lang: Lang) -> Self {
        let locale: LanguageIdentifier = lang.code().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![locale]);
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(match lang {
            Lang::Dutch => dutch_number,
            Lang::English => english_number,
        }));
        for (_, source) in Self::sources(lang) {
            let read = FluentResource::try_new((*source).to_owned());
            let resource = read.unwrap_or_else(|(readable, _)| readable);
            // A key that stands twice keeps its first text; a test refuses such files.
            bundle.add_resource(resource).unwrap_or_default();
        }
        Self { lang, bundle }
    }

    /// The language of these texts.
    #[must_use]
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// The text of a key, or the key in guillemets.
    #[must_use]
    pub fn get(&self, key: &str) -> Cow<'_, str> {
        self.with(key, &[])
    }

    /// The text of a key with its values filled in, or the key in guillemets.
    #[must_use]
    pub fn with(&self, key: &str, values: &[(&str, Value<'_>)]) -> Cow<'_, str> {
        self.find(key, values)
            .unwrap_or_else(|| Cow::Owned(format!("«{key}»")))
    }

    /// The text of a key with its values filled in, when there is such a key.
    #[must_use]
    pub fn find(&self, key: &str, values: &[(&str, Value<'_>)]) -> Option<Cow<'_, str>> {
        let pattern = self.bundle.get_message(key)?.value()?;
        let filled: FluentArgs<'_> = values
            .iter()
            .map(|(name, value)| (*name, fluent(value)))
            .collect();
        let mut slips = Vec::new();
        let text = self
            .bundle
            .format_pattern(pattern, Some(&filled), &mut slips);
        Some(Cow::Owned(text.into_owned()))
    }

    /// Whether the catalogue has this key.
    #[must_use]
    pub fn has(&self, key: &str) -> bool {
        self.bundle.has_message(key)
    }

    /// Label of an event type.
    #[must_use]
    pub fn event(&self, name: &str) -> Cow<'_, str> {
        self.get(&format!("event-{name}"))
    }

    /// What an event type is for, in one sentence.
    #[must_use]
    pub fn purpose(&self, name: &str) -> Cow<'_, str> {
        self.get(&format!("event-{name}-purpose"))
    }

    /// Label and question of a field: those of its owner, else those of the field everywhere.
    #[must_use]
    pub fn field(&self, owner: &str, field: &str) -> (Cow<'_, str>, Cow<'_, str>) {
        let owner = snake(owner);
        let text = |suffix: &str| {
            self.find(&format!("field-{owner}-{field}{suffix}"), &[])
                .unwrap_or_else(|| self.get(&format!("field-{field}{suffix}")))
        };
        (text(""), text("-help"))
    }

    /// Label of a code of a fixed list.
    #[must_use]
    pub fn code(&self, list: &str, code: &str) -> Cow<'_, str> {
        self.get(&format!("code-{list}-{code}"))
    }

    /// What a rule says, and how to satisfy it.
    #[must_use]
    pub fn rule(&self, rule: &str) -> (Cow<'_, str>, Cow<'_, str>) {
        (
            self.get(&format!("rule-{rule}")),
            self.get(&format!("rule-{rule}-remedy")),
        )
    }

    /// Why a rule refuses, with the detail when there is one.
    ///
    /// A sentence that has no place for the detail gets it behind it, in brackets.
    #[must_use]
    pub fn because(&self, key: &str, detail: Option<&str>) -> Cow<'_, str> {
        let key = format!("because-{key}");
        let Some(detail) = detail else {
            let plain = self.attribute(&key, "plain");
            return plain.unwrap_or_else(|| self.get(&key));
        };
        let text = self.with(&key, &[("detail", detail.into())]);
        if text.contains(detail) {
            return text;
        }
        Cow::Owned(format!("{text} ({detail})"))
    }

    fn attribute(&self, key: &str, name: &str) -> Option<Cow<'_, str>> {
        let message = self.bundle.get_message(key)?;
        let pattern = message.get_attribute(name)?.value();
        let mut slips = Vec::new();
        Some(self.bundle.format_pattern(pattern, None, &mut slips))
    }

    /// A word of the glossary, and its explanation.
    #[must_use]
    pub fn term(&self, key: &str) -> (Cow<'_, str>, Cow<'_, str>) {
        (
            self.get(&format!("term-{key}")),
            self.get(&format!("term-{key}-text")),
        )
    }

    /// The message files of a language: theme and content.
    #[must_use]
    pub fn sources(lang: Lang) -> &'static [(&'static str, &'static str)] {
        match lang {
            Lang::Dutch => DUTCH,
            Lang::English => ENGLISH,
        }
    }

    /// Every key of a language, in the order of its files.
    pub fn keys(lang: Lang) -> impl Iterator<Item = &'static str> {
        let lines = Self::sources(lang)
            .iter()
            .flat_map(|(_, source)| source.lines());
        lines
            .filter(|line| line.starts_with(|first: char| first.is_ascii_alphabetic()))
            .filter_map(|line| line.split_once('=').map(|(key, _)| key.trim()))
    }
}

/// The name of a record or event as it stands in keys: `LedBy` becomes `led_by`.
fn snake(name: &str) -> String {
    let mut out = String::with_capacity(name.len() + 4);
    for letter in name.chars() {
        if letter.is_ascii_uppercase() && !out.is_empty() {
            out.push('_');
        }
        out.push(letter.to_ascii_lowercase());
    }
    out
}

fn fluent<'v>(value: &'v Value<'_>) -> FluentValue<'v> {
    match value {
        Value::Text(text) => FluentValue::String(Cow::Borrowed(text)),
        Value::Number(number) => FluentValue::from(*number),
    }
}

fn dutch_number(value: &FluentValue<'_>, _: &IntlLangMemoizer) -> Option<String> {
    written(Lang::Dutch, value)
}

fn english_number(value: &FluentValue<'_>, _: &IntlLangMemoizer) -> Option<String> {
    written(Lang::English, value)
}

fn written(lang: Lang, value: &FluentValue<'_>) -> Option<String> {
    match value {
        FluentValue::Number(number) => Some(format::decimal(lang, number.value, 0)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_key_shows_itself() {
        let texts = Texts::new(Lang::Dutch);
        assert_eq!(texts.get("no-such-key"), "«no-such-key»");
        assert!(texts.find("no-such-key", &[]).is_none());
    }

    #[test]
    fn every_file_can_be_read_and_no_key_stands_twice() {
        for lang in Lang::ALL {
            let mut bundle = FluentBundle::new_concurrent(vec![LanguageIdentifier::default()]);
            for (theme, source) in Texts::sources(lang) {
                let read = FluentResource::try_new((*source).to_owned());
                let resource = read.unwrap_or_else(|(_, faults)| panic!("{theme}: {faults:?}"));
                let added = bundle.add_resource(resource);
                assert!(added.is_ok(), "{theme}: {added:?}");
            }
            assert!(Texts::keys(lang).all(|key| bundle.has_message(key)));
        }
    }

    #[test]
    fn values_are_filled_in_without_marks_and_numbers_in_the_style_of_the_language() {
        let check = |lang, max: i64, wanted: &str| {
            let texts = Texts::new(lang);
            let text = texts.with("fault-too-long", &[("max", max.into())]);
            assert!(text.contains(wanted), "{text}");
            assert!(!text.contains('\u{2068}'), "{text}");
        };
        check(Lang::Dutch, 20_000, " 20.000 tekens");
        check(Lang::English, 20_000, " 20,000 characters");
    }

    #[test]
    fn the_owner_of_a_field_goes_before_the_field() {
        let texts = Texts::new(Lang::Dutch);
        assert_ne!(texts.field("LedBy", "role"), texts.field("common", "role"));
        assert_eq!(
            texts.field("DecisionTaken", "why"),
            texts.field("decision_taken", "why")
        );
        assert_eq!(texts.field("nobody", "team"), texts.field("common", "team"));
    }

    #[test]
    fn a_detail_stands_in_the_sentence_or_behind_it() {
        let texts = Texts::new(Lang::English);
        let check = |key, detail, wanted: &str| assert_eq!(texts.because(key, detail), wanted);
        let twice = "This principle stands there twice";
        check(
            "principle-twice",
            Some("P5"),
            &format!("{twice}: P5. Keep one."),
        );
        check("principle-twice", None, &format!("{twice}. Keep one."));
        check(
            "not-a-goal",
            Some("#3"),
            "This step does not set a goal. (#3)",
        );
        check("nonsense", None, "«because-nonsense»");
        for key in Texts::keys(Lang::English).filter_map(|key| key.strip_prefix("because-")) {
            assert!(
                !texts.because(key, None).contains('{'),
                "{key} needs a detail"
            );
        }
    }

    #[test]
    fn texts_can_be_shared_between_threads() {
        fn shared<T: Send + Sync>() {}
        shared::<Texts>();
    }
}
