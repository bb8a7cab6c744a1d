//! How days, moments, amounts, numbers and enumerations are written.

use super::catalogue::Texts;
use super::lang::Lang;
use crate::base::{Day, Timestamp};

impl Texts {
    /// A day in words: `17 februari 2025`, `17 February 2025`.
    #[must_use]
    pub fn day(&self, day: Day) -> String {
        let (year, month, number) = day.year_month_day();
        let name = self.get(&format!("month-{month}"));
        format!("{number} {name} {year}")
    }

    /// A moment in Dutch time, to the minute: `17 februari 2025 om 14:05`.
    #[must_use]
    pub fn moment(&self, moment: Timestamp) -> String {
        let (hour, minute) = moment.hour_minute();
        let clock = format!("{hour:02}:{minute:02}");
        let day = self.day(moment.day());
        self.with(
            "format-moment",
            &[("day", day.into()), ("time", clock.into())],
        )
        .into_owned()
    }

    /// An amount in euro cents: `€ 1.150`, `€ 1.150,50`; in English `€1,150.50`.
    #[must_use]
    pub fn amount(&self, cents: i64) -> String {
        amount(self.lang(), cents)
    }

    /// A whole number: `20.000`, in English `20,000`.
    #[must_use]
    pub fn number(&self, number: i64) -> String {
        whole(self.lang(), number)
    }

    /// A number with at least `digits` decimals: `2,5`, in English `2.5`.
    #[must_use]
    pub fn decimal(&self, number: f64, digits: usize) -> String {
        decimal(self.lang(), number, digits)
    }

    /// An enumeration: `a, b en c`.
    #[must_use]
    pub fn list(&self, items: &[String]) -> String {
        let Some((last, before)) = items.split_last() else {
            return String::new();
        };
        if before.is_empty() {
            return last.clone();
        }
        let (before, last) = (before.join(", "), last.as_str());
        self.with(
            "format-list",
            &[("before", before.into()), ("last", last.into())],
        )
        .into_owned()
    }
}

/// An amount in euro cents, in the style of a language; cents only when there are any.
#[must_use]
pub fn amount(lang: Lang, cents: i64) -> String {
    let euros = i64::try_from(cents.unsigned_abs() / 100).unwrap_or(i64::MAX);
    let rest = cents.unsigned_abs() % 100;
    let mut text = whole(lang, euros);
    if rest != 0 {
        text.push(decimal_mark(lang));
        text.push_str(&format!("{rest:02}"));
    }
    match (lang, cents < 0) {
        (Lang::Dutch, false) => format!("€ {text}"),
        (Lang::Dutch, true) => format!("€ -{text}"),
        (Lang::English, false) => format!("€{text}"),
        (Lang::English, true) => format!("-€{text}"),
    }
}

/// A whole number with the separators of a language.
#[must_use]
pub fn whole(lang: Lang, number: i64) -> String {
    let sign = if number < 0 { "-" } else { "" };
    format!(
        "{sign}{}",
        grouped(lang, &number.unsigned_abs().to_string())
    )
}

/// A number with all its decimals, and at least `digits` of them.
#[must_use]
pub fn decimal(lang: Lang, number: f64, digits: usize) -> String {
    let plain = format!("{}", number.abs());
    let (before, after) = plain.split_once('.').unwrap_or((&plain, ""));
    let sign = if number < 0.0 { "-" } else { "" };
    let mut text = format!("{sign}{}", grouped(lang, before));
    if digits > 0 || !after.is_empty() {
        text.push(decimal_mark(lang));
        text.push_str(&format!("{after:0<digits$}"));
    }
    text
}

fn decimal_mark(lang: Lang) -> char {
    match lang {
        Lang::Dutch => ',',
        Lang::English => '.',
    }
}

fn grouped(lang: Lang, digits: &str) -> String {
    let mark = match lang {
        Lang::Dutch => '.',
        Lang::English => ',',
    };
    if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return digits.to_owned();
    }
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(mark);
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_and_moments_are_written_in_dutch_time() {
        let dutch = Texts::new(Lang::Dutch);
        let english = Texts::new(Lang::English);
        let day: Day = "2025-02-17".parse().unwrap();
        assert_eq!(dutch.day(day), "17 februari 2025");
        assert_eq!(english.day(day), "17 February 2025");
        let moment: Timestamp = "2025-07-01T23:05:59Z".parse().unwrap();
        assert_eq!(dutch.moment(moment), "2 juli 2025 om 01:05");
        assert_eq!(english.moment(moment), "2 July 2025 at 01:05");
    }

    #[test]
    fn amounts_show_cents_only_when_there_are_any() {
        let check = |cents, dutch: &str, english: &str| {
            assert_eq!(amount(Lang::Dutch, cents), dutch);
            assert_eq!(amount(Lang::English, cents), english);
        };
        check(115_000, "€ 1.150", "€1,150");
        check(115_050, "€ 1.150,50", "€1,150.50");
        check(-5, "€ -0,05", "-€0.05");
        check(12_345_678_900, "€ 123.456.789", "€123,456,789");
        check(0, "€ 0", "€0");
        check(
            i64::MIN,
            "€ -92.233.720.368.547.758,08",
            "-€92,233,720,368,547,758.08",
        );
    }

    #[test]
    fn numbers_have_the_separators_of_the_language() {
        assert_eq!(whole(Lang::Dutch, 999), "999");
        assert_eq!(whole(Lang::Dutch, -1_234), "-1.234");
        assert_eq!(whole(Lang::English, 1_234_567), "1,234,567");
        assert_eq!(decimal(Lang::Dutch, 2.5, 0), "2,5");
        assert_eq!(decimal(Lang::English, 1_234.0, 2), "1,234.00");
        assert_eq!(decimal(Lang::Dutch, f64::INFINITY, 0), "inf");
    }

    #[test]
    fn enumerations_end_with_a_word() {
        let texts = Texts::new(Lang::Dutch);
        let items = |count: usize| ["a", "b", "c"].map(String::from)[..count].to_vec();
        assert_eq!(texts.list(&items(0)), "");
        assert_eq!(texts.list(&items(1)), "a");
        assert_eq!(texts.list(&items(3)), "a, b en c");
    }
}
