//! Rules as text: `response(A, B) within 14 days other-actor`.
//!
//! A name holds any characters but a comma, `|`, a quote and unbalanced brackets; between double
//! quotes it holds any character but a double quote. `A | B` means either.

use std::fmt;

use super::declare::{Rule, Template, Who};

/// Longest text of a rule; what a person types is far shorter.
const LEN_MAX: usize = 4_096;

/// Why a text is no rule.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotARule {
    /// No template has this name.
    #[error("no template is called {0:?}")]
    Template(String),
    /// A bracket or quote is not closed, or stands where it cannot.
    #[error("brackets or quotes do not fit in {0:?}")]
    Brackets(String),
    /// There are too many or too few activities, or one is empty.
    #[error("{template} takes {wanted}")]
    Activities {
        /// The template.
        template: &'static str,
        /// What it takes.
        wanted: &'static str,
    },
    /// The number is no whole number from 1 to 1,000.
    #[error("{0:?} is no number from 1 to 1,000")]
    Number(String),
    /// What follows the brackets is no condition.
    #[error("{0:?} is no condition: within N days, same-actor, other-actor")]
    Condition(String),
    /// A condition stands behind a rule about one activity.
    #[error("{template} knows no condition on time or actor")]
    NoCondition {
        /// The template.
        template: &'static str,
    },
    /// It is too long.
    #[error("a rule has at most {LEN_MAX} characters")]
    TooLong,
}

/// What a template takes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Takes {
    One,
    NumberAndOne,
    Two,
    TwoPlain,
}

/// Names of the templates, with an example of each; the first number stands for any.
const TEMPLATES: [(&str, Template, Takes); 21] = [
    ("init", Template::Init, Takes::One),
    ("end", Template::End, Takes::One),
    ("existence", Template::Existence(1), Takes::NumberAndOne),
    ("absence", Template::Absence(1), Takes::NumberAndOne),
    ("exactly", Template::Exactly(1), Takes::NumberAndOne),
    ("choice", Template::Choice, Takes::TwoPlain),
    (
        "exclusive-choice",
        Template::ExclusiveChoice,
        Takes::TwoPlain,
    ),
    (
        "responded-existence",
        Template::RespondedExistence,
        Takes::Two,
    ),
    ("coexistence", Template::Coexistence, Takes::Two),
    ("not-coexistence", Template::NotCoexistence, Takes::Two),
    ("response", Template::Response, Takes::Two),
    (
        "alternate-response",
        Template::AlternateResponse,
        Takes::Two,
    ),
    ("chain-response", Template::ChainResponse, Takes::Two),
    ("precedence", Template::Precedence, Takes::Two),
    (
        "alternate-precedence",
        Template::AlternatePrecedence,
        Takes::Two,
    ),
    ("chain-precedence", Template::ChainPrecedence, Takes::Two),
    ("succession", Template::Succession, Takes::Two),
    (
        "alternate-succession",
        Template::AlternateSuccession,
        Takes::Two,
    ),
    ("chain-succession", Template::ChainSuccession, Takes::Two),
    ("not-succession", Template::NotSuccession, Takes::Two),
    (
        "not-chain-succession",
        Template::NotChainSuccession,
        Takes::Two,
    ),
];

impl Template {
    /// Its name.
    #[must_use]
    pub fn name(self) -> &'static str {
        let plain = self.numbered(1);
        let found = TEMPLATES.iter().find(|(_, template, _)| *template == plain);
        found.map_or("", |(name, _, _)| name)
    }

    /// Names of all templates.
    pub fn names() -> impl Iterator<Item = &'static str> {
        TEMPLATES.iter().map(|(name, _, _)| *name)
    }

    /// The number of occurrences it asks for.
    #[must_use]
    pub fn number(self) -> Option<u32> {
        match self {
            Self::Existence(number) | Self::Absence(number) | Self::Exactly(number) => Some(number),
            _ => None,
        }
    }

    fn numbered(self, number: u32) -> Self {
        match self {
            Self::Existence(_) => Self::Existence(number),
            Self::Absence(_) => Self::Absence(number),
            Self::Exactly(_) => Self::Exactly(number),
            other => other,
        }
    }
}

impl std::str::FromStr for Rule {
    type Err = NotARule;

    fn from_str(text: &str) -> Result<Self, NotARule> {
        if text.len() > LEN_MAX {
            return Err(NotARule::TooLong);
        }
        let wrong = || NotARule::Brackets(text.to_owned());
        let (head, rest) = text.split_once('(').ok_or_else(wrong)?;
        let (inside, conditions) = closed(rest).ok_or_else(wrong)?;
        let plain: String = head
            .trim()
            .chars()
            .filter(|sign| !matches!(sign, '-' | '_' | ' '))
            .flat_map(char::to_lowercase)
            .collect();
        let plain = plain.strip_prefix("alt").map_or(plain.clone(), |rest| {
            format!("alternate{}", rest.strip_prefix("ernate").unwrap_or(rest))
        });
        let found = TEMPLATES
            .iter()
            .find(|(name, _, _)| name.replace('-', "") == plain);
        let (name, template, takes) =
            found.ok_or_else(|| NotARule::Template(head.trim().into()))?;
        let mut parts = split(inside, ',');
        let mut number = None;
        if *takes == Takes::NumberAndOne && parts.len() == 2 {
            let text = parts.remove(0).trim();
            let count = text
                .parse()
                .ok()
                .filter(|count| (1..=1_000).contains(count));
            number = Some(count.ok_or_else(|| NotARule::Number(text.to_owned()))?);
        }
        let activities: Option<Vec<Vec<String>>> = parts.iter().map(|part| either(part)).collect();
        let two = matches!(takes, Takes::Two | Takes::TwoPlain);
        let wanted = match takes {
            Takes::One => "one activity",
            Takes::NumberAndOne => "a number and one activity",
            Takes::Two | Takes::TwoPlain => "two activities",
        };
        let fault = NotARule::Activities {
            template: name,
            wanted,
        };
        let mut activities = match activities {
            Some(activities) if activities.len() == 1 + usize::from(two) => activities.into_iter(),
            _ => return Err(fault),
        };
        let mut rule = Self {
            template: template.numbered(number.unwrap_or(1)),
            a: activities.next().unwrap_or_default(),
            b: activities.next().unwrap_or_default(),
            within_days: None,
            who: Who::Anyone,
        };
        conditioned(&mut rule, conditions)?;
        let bare = rule.within_days.is_none() && rule.who == Who::Anyone;
        if *takes != Takes::Two && !bare {
            return Err(NotARule::NoCondition { template: name });
        }
        Ok(rule)
    }
}

/// What stands before the bracket that closes, and what after it.
fn closed(text: &str) -> Option<(&str, &str)> {
    let (mut depth, mut quoted) = (1, false);
    for (at, sign) in text.char_indices() {
        match sign {
            '"' => quoted = !quoted,
            '(' if !quoted => depth += 1,
            ')' if !quoted => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return Some((&text[..at], &text[at + 1..]));
        }
    }
    None
}

/// Parts of a text between signs that stand outside brackets and quotes.
fn split(text: &str, between: char) -> Vec<&str> {
    let (mut depth, mut quoted, mut from) = (0, false, 0);
    let mut parts = Vec::new();
    for (at, sign) in text.char_indices() {
        match sign {
            '"' => quoted = !quoted,
            '(' if !quoted => depth += 1,
            ')' if !quoted => depth -= 1,
            sign if sign == between && !quoted && depth == 0 => {
                parts.push(&text[from..at]);
                from = at + sign.len_utf8();
            }
            _ => {}
        }
    }
    parts.push(&text[from..]);
    parts
}

/// The names of `A | B`; `None` when one is empty.
fn either(text: &str) -> Option<Vec<String>> {
    let names = split(text, '|').into_iter().map(|name| {
        let name = name.trim();
        let inner = name
            .strip_prefix('"')
            .and_then(|name| name.strip_suffix('"'));
        let name = inner.unwrap_or(name);
        (!name.is_empty()).then(|| name.to_owned())
    });
    names.collect()
}

fn conditioned(rule: &mut Rule, text: &str) -> Result<(), NotARule> {
    let mut words = text.split_whitespace();
    while let Some(word) = words.next() {
        match word {
            "within" => {
                let given = words.next().unwrap_or_default();
                let days: Option<u32> = given.parse().ok().filter(|days| *days <= 36_500);
                let unit = words.next().unwrap_or_default();
                match (days, unit) {
                    (Some(days), "days" | "day") => rule.within_days = Some(days),
                    _ => return Err(NotARule::Condition(format!("within {given} {unit}"))),
                }
            }
            "same-actor" => rule.who = Who::Same,
            "other-actor" => rule.who = Who::Other,
            other => return Err(NotARule::Condition(other.to_owned())),
        }
    }
    Ok(())
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let quoted = |name: &String| {
            let strange =
                name.contains([',', '|']) || name.matches('(').count() != name.matches(')').count();
            if strange {
                format!("\"{name}\"")
            } else {
                name.clone()
            }
        };
        let either = |names: &[String]| names.iter().map(quoted).collect::<Vec<_>>().join(" | ");
        write!(f, "{}(", self.template.name())?;
        if let Some(number) = self.template.number() {
            write!(f, "{number}, ")?;
        }
        write!(f, "{}", either(&self.a))?;
        if !self.b.is_empty() {
            write!(f, ", {}", either(&self.b))?;
        }
        write!(f, ")")?;
        if let Some(days) = self.within_days {
            write!(f, " within {days} days")?;
        }
        match self.who {
            Who::Anyone => Ok(()),
            Who::Same => write!(f, " same-actor"),
            Who::Other => write!(f, " other-actor"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_reads_as_it_is_written() {
        for text in [
            "response(A, B) within 14 days other-actor",
            "existence(2, CRP)",
            "precedence(ER Triage, ER Sepsis Triage)",
            "response(a | b, decision_taken(maatregel)) same-actor",
            "init(\"a, b\")",
        ] {
            let rule: Rule = text.parse().unwrap();
            assert_eq!(rule.to_string(), text);
        }
        for (text, same) in [
            ("Alt_Response(A,B)", "alternate-response(A, B)"),
            ("alternate response( A , B )", "alternate-response(A, B)"),
            ("absence(A)", "absence(1, A)"),
            (
                "chainsuccession(A,B) within 1 day",
                "chain-succession(A, B) within 1 days",
            ),
        ] {
            assert_eq!(text.parse::<Rule>().unwrap().to_string(), same);
        }
        for name in Template::names() {
            assert!(name.len() > 2);
        }
    }

    #[test]
    fn what_is_no_rule_says_why() {
        let fault = |text: &str| text.parse::<Rule>().unwrap_err();
        assert_eq!(fault("reponse(A, B)"), NotARule::Template("reponse".into()));
        assert!(matches!(fault("response(A, B"), NotARule::Brackets(_)));
        assert!(matches!(fault("response A"), NotARule::Brackets(_)));
        assert!(matches!(fault("response(A)"), NotARule::Activities { .. }));
        assert!(matches!(fault("init(A, B)"), NotARule::Activities { .. }));
        assert!(matches!(
            fault("response(A, )"),
            NotARule::Activities { .. }
        ));
        assert!(matches!(fault("absence(0, A)"), NotARule::Number(_)));
        assert!(matches!(fault("existence(x, A)"), NotARule::Number(_)));
        assert!(matches!(
            fault("response(A, B) within 3 weeks"),
            NotARule::Condition(_)
        ));
        assert!(matches!(
            fault("response(A, B) soon"),
            NotARule::Condition(_)
        ));
        assert!(matches!(
            fault("init(A) within 3 days"),
            NotARule::NoCondition { .. }
        ));
        assert_eq!(fault(&"x".repeat(5_000)), NotARule::TooLong);
    }
}
