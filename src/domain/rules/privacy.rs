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
    for digits in digit_runs(text) {
        if is_phone(&digits) {
            return Some("personal-phone");
        }
        if is_citizen_number(&digits) {
            return Some("personal-number");
        }
    }
    None
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
    digits: String,
    /// Lengths of the groups between separators.
    groups: Vec<usize>,
}

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
        let mut run = Digits {
            plus,
            digits: String::new(),
            groups: vec![0],
        };
        let mut next = start;
        while let Some(c) = chars.get(next) {
            if c.is_ascii_digit() {
                run.digits.push(*c);
                if let Some(group) = run.groups.last_mut() {
                    *group += 1;
                }
            } else if matches!(c, ' ' | '.' | '-' | '(' | ')' | '/' | '\u{a0}')
                && chars
                    .get(next + 1)
                    .is_some_and(|c| c.is_ascii_digit() || matches!(c, ' ' | '(' | ')'))
            {
                if run.groups.last() != Some(&0) {
                    run.groups.push(0);
                }
            } else {
                break;
            }
            next += 1;
        }
        if !chars.get(next).is_some_and(|c| c.is_alphabetic()) {
            runs.push(run);
        }
        at = next.max(at + 1);
    }
    runs
}

/// Ten digits from 0, or +31/0031 with nine: a Dutch number; also other numbers with a plus.
fn is_phone(run: &Digits) -> bool {
    let len = run.digits.len();
    if is_date(run) {
        return false;
    }
    (run.plus && (9..=15).contains(&len))
        || (run.digits.starts_with("0031") && (12..=14).contains(&len))
        || (len == 10 && run.digits.starts_with('0') && !run.digits.starts_with("00"))
}

/// Eight or nine digits that pass the eleven test, written together or in the usual groups.
fn is_citizen_number(run: &Digits) -> bool {
    let grouped = matches!(
        run.groups.as_slice(),
        [9] | [8] | [3, 3, 3] | [4, 2, 3] | [2, 3, 3] | [4, 4]
    );
    if !grouped || is_date(run) {
        return false;
    }
    let padded = format!("{:0>9}", run.digits);
    let weights = [9, 8, 7, 6, 5, 4, 3, 2, -1];
    let sum: i32 = padded
        .chars()
        .zip(weights)
        .map(|(digit, weight)| i32::try_from(digit.to_digit(10).unwrap_or(0)).unwrap_or(0) * weight)
        .sum();
    sum != 0 && sum % 11 == 0
}

/// `2025-02-17`, `17-02-2025` and the like.
fn is_date(run: &Digits) -> bool {
    matches!(
        run.groups.as_slice(),
        [4, 2, 2] | [2, 2, 4] | [1, 2, 4] | [2, 1, 4] | [1, 1, 4]
    ) || (run.groups.as_slice() == [8]
        && matches!(run.digits.get(..2), Some("19" | "20"))
        && run
            .digits
            .get(4..6)
            .is_some_and(|month| ("01"..="12").contains(&month))
        && run
            .digits
            .get(6..8)
            .is_some_and(|day| ("01"..="31").contains(&day)))
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
    }
}
