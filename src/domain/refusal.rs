//! What the book refuses, and why: a value, never an error of the machine.

use std::fmt;

/// The rules of domain.md §5 under which a command is refused.
///
/// `Form` is the rule before all rules: the form itself must be readable and complete.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[rustfmt::skip]
pub enum Rule {
    /// The form is incomplete or cannot be read.
    Form,
    /// Decision without `why` or without a principle stance.
    R01,
    /// Decision lacking one of the three verdicts or its reason.
    R02,
    /// *Nee* on the chosen option without override by another person with an end date.
    R03,
    /// Decision with legal effect without legal basis.
    R04,
    /// Decision without client view, or *onbekend* without reason and date.
    R05,
    /// Decision without an alternative.
    R06,
    /// Decision without somebody who led it.
    R07,
    /// Instrument without purpose, expected result, limit, or a review date within the limit.
    R08,
    /// Limit not after the start, or longer than the catalogue's maximum without a reason.
    R09,
    /// Extension without reason, progress and client view, or to an earlier date.
    R10,
    /// Goal of the client without the client's words and confirmation.
    R11,
    /// Perspective without the client's words.
    R12,
    /// Option set with fewer than two options plus *niets doen*, or without pros and cons.
    R13,
    /// Preference pointing at no option set.
    R14,
    /// Experience expert without training.
    R15,
    /// Handover without receiver, client-informed value or list of commitments.
    R16,
    /// Investigation visit with one of its four fields empty.
    R17,
    /// Change of a stored event other than by a correction with target, reason and asker.
    R18,
    /// Shielding without ground or by another role.
    R19,
    /// Finding without target and principle or corner, or by the taker of the decision.
    R20,
    /// Answer to a finding that is not open.
    R21,
    /// Closing with an open instrument, without outcome, or without the client's account.
    R22,
    /// New event on a closed case that does not belong there.
    R23,
    /// Reconsideration by the original taker.
    R24,
    /// Happened after it was recorded.
    R25,
    /// Text with a citizen number, e-mail address or telephone number.
    R26,
    /// Role not allowed for the event.
    R27,
    /// Another entry came first.
    R28,
}

impl Rule {
    /// Every numbered rule, R01 to R28.
    pub const NUMBERED: [Self; 28] = [
        Self::R01,
        Self::R02,
        Self::R03,
        Self::R04,
        Self::R05,
        Self::R06,
        Self::R07,
        Self::R08,
        Self::R09,
        Self::R10,
        Self::R11,
        Self::R12,
        Self::R13,
        Self::R14,
        Self::R15,
        Self::R16,
        Self::R17,
        Self::R18,
        Self::R19,
        Self::R20,
        Self::R21,
        Self::R22,
        Self::R23,
        Self::R24,
        Self::R25,
        Self::R26,
        Self::R27,
        Self::R28,
    ];
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Form => f.write_str("FORM"),
            numbered => write!(f, "{numbered:?}"),
        }
    }
}

/// What exactly was wrong with a field; its sentence comes from the catalogue of texts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// Must be given and is not.
    Missing,
    /// The form has no such field.
    Unknown,
    /// Another kind of value was expected: `words`, `list`, `record`, `number`, `day`, ….
    NotA(&'static str),
    /// Not one of the codes that may stand here.
    NotOneOf(Vec<&'static str>),
    /// Outside the bounds (inclusive).
    OutOfRange {
        /// Least value.
        min: i64,
        /// Greatest value.
        max: i64,
    },
    /// Too long a text.
    TooLong {
        /// Characters allowed.
        max: usize,
    },
    /// Too short to explain anything.
    TooShort {
        /// Characters needed.
        min: usize,
    },
    /// Names an event that is not there, or not of the kind that is needed.
    NoSuchEvent,
    /// A rule about what came before or what belongs together; the key of its sentence.
    Because(&'static str),
    /// The same, with a detail to show (a code, a date, a version; never a person's words).
    BecauseOf(&'static str, String),
}

/// One reason why a command is refused: the rule, the field, and what is wrong with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// The rule that is broken.
    pub rule: Rule,
    /// Where in the form, with dots; empty for the command as a whole.
    pub field: String,
    /// What is wrong.
    pub fault: Fault,
}

impl Refusal {
    /// A refusal of `field` under `rule` for the reason with this key.
    #[must_use]
    pub fn because(rule: Rule, field: &str, key: &'static str) -> Self {
        Self {
            rule,
            field: field.to_owned(),
            fault: Fault::Because(key),
        }
    }

    /// The same with a detail.
    #[must_use]
    pub fn because_of(
        rule: Rule,
        field: &str,
        key: &'static str,
        detail: impl fmt::Display,
    ) -> Self {
        Self {
            rule,
            field: field.to_owned(),
            fault: Fault::BecauseOf(key, detail.to_string()),
        }
    }

    /// A refusal because `field` is missing.
    #[must_use]
    pub fn missing(rule: Rule, field: &str) -> Self {
        Self {
            rule,
            field: field.to_owned(),
            fault: Fault::Missing,
        }
    }
}
