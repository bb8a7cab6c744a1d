//! One question: what it says, what may be answered, and how an answer is understood.

use serde_json::Value;

use crate::base::Day;
use crate::book::fields::Shape;
use crate::text::Texts;

/// Columns that a list of choices takes.
const COLUMNS: usize = 76;

/// Something that can be chosen.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Choice {
    pub(super) value: String,
    pub(super) label: String,
}

/// What kind of answer a question wants.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Ask {
    /// A value of this shape.
    Value(Shape),
    /// One of a numbered list; with `free` another value too.
    One { choices: Vec<Choice>, free: bool },
    /// Any number of a numbered list; with `free` other values too.
    Many { choices: Vec<Choice>, free: bool },
    /// An earlier step; these are the likely ones, by their own numbers.
    Step(Vec<Choice>),
}

/// One question.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Question {
    /// Names the answer; starts with `~` when it is no field of the form by itself.
    pub(super) key: String,
    /// The place in the form that faults in this answer name.
    pub(super) path: String,
    pub(super) prompt: String,
    pub(super) help: String,
    pub(super) more: Vec<String>,
    pub(super) ask: Ask,
    pub(super) proposal: Option<Value>,
    /// Words that stand in the dossier already and may be taken over. Never a proposal: only
    /// typing [`TAKE_OVER`] takes them.
    pub(super) stands: Option<Standing>,
    /// The key of the words that may be given behind a choice: `ja: omdat het mag`.
    pub(super) behind: Option<String>,
    pub(super) required: bool,
}

/// Words of an earlier step.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Standing {
    pub(super) step: usize,
    pub(super) words: String,
}

/// What a person types to take over words that stand in the dossier already.
pub(super) const TAKE_OVER: &str = "=";

/// Why an answer is not understood: the key of its sentence.
pub(super) type Unclear = &'static str;

impl Question {
    /// What a typed answer stands for.
    pub(super) fn understand(&self, typed: &str, today: Day) -> Result<Value, Unclear> {
        match &self.ask {
            Ask::Value(shape) => value(shape, typed, today),
            Ask::One { choices, free } => one(choices, *free, typed),
            Ask::Many { choices, free } => many(choices, *free, typed),
            Ask::Step(_) => Ok(step(typed)),
        }
    }

    /// A choice with the words behind it; `None` when it is not typed like that.
    pub(super) fn with_words<'t>(&self, typed: &'t str) -> Option<(Value, &'t str)> {
        let (choice, words) = typed.split_once(':')?;
        let (Ask::One { choices, .. }, words) = (&self.ask, words.trim()) else {
            return None;
        };
        let choice = pick(choices, choice.trim()).filter(|_| !words.is_empty())?;
        Some((Value::from(choice.value.as_str()), words))
    }

    /// An answer as a person reads it.
    pub(super) fn shown(&self, answer: &Value, texts: &Texts) -> String {
        let label = |choices: &[Choice], value: &str| {
            let found = choices.iter().find(|choice| choice.value == value);
            found.map_or_else(|| value.to_owned(), |choice| choice.label.clone())
        };
        match (&self.ask, answer) {
            (Ask::One { choices, .. }, Value::String(text)) => label(choices, text),
            (Ask::Many { choices, .. }, Value::Array(items)) => {
                let items: Vec<_> = items
                    .iter()
                    .filter_map(Value::as_str)
                    .map(|item| label(choices, item))
                    .collect();
                texts.list(&items)
            }
            (Ask::Value(Shape::Or { absent, .. }), Value::String(text)) if text == absent => {
                texts.get(&format!("absent-{absent}")).into_owned()
            }
            (Ask::Value(Shape::Day), Value::String(text)) => text
                .parse::<Day>()
                .map_or_else(|_| text.clone(), |day| texts.day(day)),
            (_, Value::String(text)) => text.clone(),
            (_, other) => other.to_string(),
        }
    }
}

fn value(shape: &Shape, typed: &str, today: Day) -> Result<Value, Unclear> {
    match shape {
        Shape::Or {
            value: inner,
            absent,
        } => {
            let words = matches!(**inner, Shape::Words | Shape::Text);
            let typed_word = typed.to_lowercase().replace(' ', "_");
            let says_none = typed_word == *absent
                || (!words && !typed_word.is_empty() && absent.starts_with(&typed_word));
            if says_none {
                return Ok(Value::from(*absent));
            }
            value(inner, typed, today)
        }
        Shape::Day => Ok(Value::from(day(typed, today))),
        Shape::Event => Ok(step(typed)),
        Shape::Euro => Ok(Value::from(typed.trim_start_matches(['€', ' ']))),
        _ => Ok(Value::from(typed)),
    }
}

/// `7` and `#7` are the seventh step; anything else is a name or an id.
fn step(typed: &str) -> Value {
    if typed.bytes().all(|byte| byte.is_ascii_digit()) {
        return Value::from(format!("#{typed}"));
    }
    Value::from(typed)
}

/// A day as people write it: `20-1-2025`, `vandaag`, `+8w`, `+14d`. What is none stays as it is,
/// for the form to refuse.
fn day(typed: &str, today: Day) -> String {
    let lower = typed.to_lowercase();
    if matches!(lower.as_str(), "vandaag" | "today") {
        return today.to_string();
    }
    if let Some(span) = lower.strip_prefix('+') {
        let (number, days) = match (span.strip_suffix('w'), span.strip_suffix('d')) {
            (Some(weeks), _) => (weeks, 7),
            (_, Some(days)) => (days, 1),
            _ => (span, 1),
        };
        let later = number
            .parse::<i32>()
            .ok()
            .and_then(|number| number.checked_mul(days))
            .and_then(|days| today.plus(days));
        return later.map_or(lower, |day| day.to_string());
    }
    let parts: Vec<&str> = typed.split(['-', '/', '.']).collect();
    if let [day, month, year] = parts[..]
        && year.len() == 4
        && day.len() <= 2
        && month.len() <= 2
    {
        return format!("{year}-{month:0>2}-{day:0>2}");
    }
    typed.to_owned()
}

fn one(choices: &[Choice], free: bool, typed: &str) -> Result<Value, Unclear> {
    match pick(choices, typed) {
        Some(choice) => Ok(Value::from(choice.value.as_str())),
        None if free => Ok(Value::from(typed)),
        None => Err("guided-unclear-choice"),
    }
}

fn many(choices: &[Choice], free: bool, typed: &str) -> Result<Value, Unclear> {
    if let Some(choice) = pick(choices, typed) {
        return Ok(Value::from(vec![choice.value.as_str()]));
    }
    let by_comma = typed.contains([',', ';']);
    let mut chosen: Vec<String> = Vec::new();
    let separators: &[char] = if by_comma || free {
        &[',', ';']
    } else {
        &[' ']
    };
    for part in typed
        .split(separators)
        .map(str::trim)
        .filter(|part| !part.is_empty())
    {
        let numbers: Option<Vec<&Choice>> =
            part.split(' ').map(|part| pick(choices, part)).collect();
        let values = match (pick(choices, part), numbers) {
            (Some(choice), _) => vec![choice.value.clone()],
            (None, Some(several)) => several.iter().map(|choice| choice.value.clone()).collect(),
            (None, None) if free => vec![part.to_owned()],
            (None, None) => return Err("guided-unclear-choice"),
        };
        for value in values {
            if !chosen.contains(&value) {
                chosen.push(value);
            }
        }
    }
    Ok(Value::from(chosen))
}

/// The choice that a number, a code, a label or the beginning of one stands for.
fn pick<'c>(choices: &'c [Choice], typed: &str) -> Option<&'c Choice> {
    if let Ok(number) = typed.parse::<usize>() {
        return choices.get(number.checked_sub(1)?);
    }
    let typed = typed.to_lowercase();
    let is = |choice: &&Choice| {
        choice.value.to_lowercase() == typed || choice.label.to_lowercase() == typed
    };
    if let Some(choice) = choices.iter().find(is) {
        return Some(choice);
    }
    let mut begins = choices.iter().filter(|choice| {
        !typed.is_empty()
            && (choice.value.to_lowercase().starts_with(&typed)
                || choice.label.to_lowercase().starts_with(&typed))
    });
    match (begins.next(), begins.next()) {
        (Some(choice), None) => Some(choice),
        _ => None,
    }
}

/// Choices with their numbers: on one line when they fit, many short ones in columns that read from
/// top to bottom, else one on each line.
pub(super) fn numbered(choices: &[Choice]) -> Vec<String> {
    let items: Vec<_> = choices
        .iter()
        .zip(1..)
        .map(|(choice, number): (_, usize)| format!("{number} {}", choice.label))
        .collect();
    let line = items.join("   ");
    if line.chars().count() <= COLUMNS {
        return vec![line];
    }
    let width = items.iter().map(|item| item.chars().count()).max();
    let width = width.unwrap_or_default() + 3;
    let columns = if items.len() > 6 {
        (COLUMNS / width).clamp(1, 3)
    } else {
        1
    };
    let rows = items.len().div_ceil(columns);
    let row = |row| {
        let cells = items.iter().skip(row).step_by(rows);
        let line: String = cells.map(|item| format!("{item:<width$}")).collect();
        line.trim_end().to_owned()
    };
    (0..rows).map(row).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_understood_as_people_write_them() {
        let today: Day = "2025-03-10".parse().unwrap();
        let check = |typed: &str, wanted: &str| assert_eq!(day(typed, today), wanted, "{typed}");
        check("2025-03-11", "2025-03-11");
        check("1-4-2025", "2025-04-01");
        check("vandaag", "2025-03-10");
        check("+8w", "2025-05-05");
        check("+3d", "2025-03-13");
        check("+99999999999w", "+99999999999w");
        check("morgen", "morgen");
    }

    #[test]
    fn choices_are_understood_by_number_code_label_and_beginning() {
        let choices: Vec<Choice> = [
            ("ja", "ja"),
            ("nee", "nee"),
            ("onduidelijk", "nog onduidelijk"),
        ]
        .map(|(value, label)| Choice {
            value: value.to_owned(),
            label: label.to_owned(),
        })
        .into();
        let check = |typed: &str, wanted: Result<&str, Unclear>| {
            assert_eq!(
                one(&choices, false, typed),
                wanted.map(Value::from),
                "{typed}"
            );
        };
        check("1", Ok("ja"));
        check("J", Ok("ja"));
        check("onduidelijk", Ok("onduidelijk"));
        check("n", Err("guided-unclear-choice"));
        check("ne", Ok("nee"));
        check("4", Err("guided-unclear-choice"));
        check("0", Err("guided-unclear-choice"));
        assert_eq!(
            many(&choices, false, "1, 2"),
            Ok(Value::from(vec!["ja", "nee"]))
        );
        assert_eq!(
            many(&choices, false, "2 1 2"),
            Ok(Value::from(vec!["nee", "ja"]))
        );
        assert_eq!(
            many(&choices, true, "nog iets, 1"),
            Ok(Value::from(vec!["nog iets", "ja"]))
        );
        assert!(many(&choices, false, "1 9").is_err());
    }
}
