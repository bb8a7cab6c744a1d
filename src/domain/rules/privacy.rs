//! R26: no citizen number, e-mail address or telephone number in any text.
//!
//! The scan reads every text a person typed. It looks for the forms in which such data is written
//! in the Netherlands; imported values and catalogue texts are not scanned.

use crate::domain::decide::Command;
use crate::domain::field::Field;
use crate::domain::refusal::{Refusal, Rule};

pub(crate) fn check(command: &Command, refusals: &mut Vec<Refusal>) {
    let mut visit = |path: &str, text: &str| {
        if let Some(key) = personal_data(text) {
            refusals.push(Refusal::because(Rule::R26, path, key));
        }
    };
    command.event.texts(&mut visit);
    command.common.texts("", &mut visit);
}

/// The kind of personal data that a text holds, as the key of its sentence.
#[must_use]
pub(crate) fn personal_data(text: &str) -> Option<&'static str> {
    if has_email(text) {
        return Some("personal-email");
    }
    let runs = digit_runs(text);
    let holds = |is: fn(&Digits) -> bool| runs.iter().flat_map(Digits::parts).any(|run| is(&run));
    if holds(is_phone) {
        return Some("personal-phone");
    }
    holds(is_citizen_number).then_some("personal-number")
}

/// Something@something.something, without white space.
fn has_email(text: &str) -> bool {
    text.split(char::is_whitespace).any(|word| {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        word.split_once('@').is_some_and(|(name, host)| {
            !name.is_empty() && host.split('.').filter(|part| !part.is_empty()).count() >= 2
        })
    })
}

/// A run of digits as people group them: `06 12 34 56 78`, `123.456.782`, `+31-6-12345678`.
struct Digits {
    plus: bool,
    /// The digits between separators.
    groups: Vec<String>,
}

impl Digits {
    /// Every row of groups in the run that holds no date: what follows a number (`06-12345678 2
    /// keer`) or stands before it does not hide it.
    fn parts(&self) -> Vec<Self> {
        let mut parts = Vec::new();
        let mut from = 0;
        let mut at = 0;
        while at < self.groups.len() {
            match date_len(&self.groups[at..]) {
                Some(len) => {
                    self.rows(from..at, &mut parts);
                    at += len;
                    from = at;
                }
                None => at += 1,
            }
        }
        self.rows(from..at, &mut parts);
        parts
    }

    fn rows(&self, within: std::ops::Range<usize>, parts: &mut Vec<Self>) {
        for start in within.clone() {
            let mut len = 0;
            for end in start..within.end {
                len += self.groups[end].len();
                if len > DIGITS_MAX {
                    break;
                }
                parts.push(Self {
                    plus: self.plus && start == 0,
                    groups: self.groups[start..=end].to_vec(),
                });
            }
        }
    }

    fn digits(&self) -> String {
        self.groups.concat()
    }
}

/// Digits of the longest telephone number (E.164).
const DIGITS_MAX: usize = 15;

fn digit_runs(text: &str) -> Vec<Digits> {
    let mut runs = Vec::new();
    let chars: Vec<char> = text.chars().collect();
    let mut at = 0;
    while at < chars.len() {
        let plus = chars[at] == '+';
        let joined = at > 0 && (chars[at - 1].is_alphanumeric() || chars[at - 1] == '-');
        let start = if plus { at + 1 } else { at };
        if joined
            || !chars
                .get(start)
                .is_some_and(|c| c.is_ascii_digit() || (plus && *c == '('))
        {
            at += 1;
            continue;
        }
        let mut groups = vec![String::new()];
        let mut next = start;
        while let Some(c) = chars.get(next) {
            if c.is_ascii_digit() {
                if let Some(group) = groups.last_mut() {
                    group.push(*c);
                }
            } else if matches!(c, ' ' | '.' | '-' | '(' | ')' | '/' | '\u{a0}')
                && chars
                    .get(next + 1)
                    .is_some_and(|c| c.is_ascii_digit() || matches!(c, ' ' | '(' | ')'))
            {
                if groups.last().is_some_and(|group| !group.is_empty()) {
                    groups.push(String::new());
                }
            } else {
                break;
            }
            next += 1;
        }
        if chars.get(next).is_some_and(|c| c.is_alphabetic()) {
            groups.pop();
        }
        groups.retain(|group| !group.is_empty());
        runs.push(Digits { plus, groups });
        at = next.max(at + 1);
    }
    runs
}

/// Ten digits from 0, or +31/0031 with nine: a Dutch number; also other numbers with a plus.
fn is_phone(run: &Digits) -> bool {
    let digits = run.digits();
    let len = digits.len();
    (run.plus && (9..=DIGITS_MAX).contains(&len))
        || (digits.starts_with("0031") && (12..=14).contains(&len))
        || (len == 10 && digits.starts_with('0') && !digits.starts_with("00"))
}

/// Eight or nine digits that pass the eleven test, written together or in the usual groups.
fn is_citizen_number(run: &Digits) -> bool {
    let groups: Vec<_> = run.groups.iter().map(String::len).collect();
    let grouped = matches!(
        groups.as_slice(),
        [9] | [8] | [3, 3, 3] | [4, 2, 3] | [2, 3, 3] | [4, 4]
    );
    if !grouped {
        return false;
    }
    let padded = format!("{:0>9}", run.digits());
    let weights = [9, 8, 7, 6, 5, 4, 3, 2, -1];
    let sum: i32 = padded
        .chars()
        .zip(weights)
        .map(|(digit, weight)| i32::try_from(digit.to_digit(10).unwrap_or(0)).unwrap_or(0) * weight)
        .sum();
    sum != 0 && sum % 11 == 0
}

/// How many groups the date takes that stands at their start: `2025-02-17`, `17-02-2025`,
/// `20250217`.
fn date_len(groups: &[String]) -> Option<usize> {
    let fits = |year: &str, month: &str, day: &str| {
        let between = |text: &str, most: u32| {
            (1..=2).contains(&text.len())
                && text.parse().is_ok_and(|it: u32| (1..=most).contains(&it))
        };
        let century = year.starts_with("19") || year.starts_with("20");
        year.len() == 4 && century && between(month, 12) && between(day, 31)
    };
    match groups {
        [year, month, day, ..] if fits(year, month, day) => Some(3),
        [day, month, year, ..] if fits(year, month, day) => Some(3),
        [one, ..] if one.len() == 8 && fits(&one[..4], &one[4..6], &one[6..]) => Some(1),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn personal_data_is_found_and_ordinary_numbers_are_not() {
        let check = |text: &str, expected: Option<&str>| {
            assert_eq!(personal_data(text), expected, "{text}");
        };
        check("BSN 111222333 staat in de brief", Some("personal-number"));
        check("nummer 1112.22.333", Some("personal-number"));
        check("nummer 111.222.333.", Some("personal-number"));
        check("111222334 is geen geldig nummer", None);
        check("mail naar a.b@voorbeeld.nl.", Some("personal-email"));
        check("bel 06-12345678", Some("personal-phone"));
        check("bel 06 12 34 56 78", Some("personal-phone"));
        check("bel +31 6 12345678", Some("personal-phone"));
        check("bel 0201234567!", Some("personal-phone"));
        check("op 2025-02-17 om 10:30", None);
        check("op 17-02-2025 en 20250217", None);
        check("€ 1.150 of € 12.000", None);
        check("twee keer @ de balie", None);
        check("ECLI:NL:RVS:2022:285", None);
        check("zaak ZAAK-001/8 van 111222333a", None);
        check("bel 06-12345678 2x per week", Some("personal-phone"));
        check("111222333 12 keer", Some("personal-number"));
        check("van 1-1-2024 tot 111222333", Some("personal-number"));
        check("1-1-2024 111222333", Some("personal-number"));
        check("op 03-02-2025 10:30 uur", None);
        check("van 2024-01-01 2025-01-01 10", None);
    }
}
