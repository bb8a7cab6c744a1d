//! Why something in a round cannot be done, in the words of the reader.

use super::ask_errors::Named;
use crate::book::audits::AuditError;
use crate::text::Value;

/// Names the trouble.
pub(super) fn named(error: &AuditError) -> Named {
    let text = |text: &str| Value::from(text.to_owned());
    let (key, values) = match error {
        AuditError::NoSuchRound { given, there } => (
            "audit-no-round",
            vec![("given", text(given)), ("there", text(there))],
        ),
        AuditError::NotInRound { number, round } => (
            "audit-not-in-round",
            vec![("given", text(number)), ("round", text(round))],
        ),
        AuditError::NoSuchStep { number, step } => (
            "audit-no-step",
            vec![("given", text(number)), ("step", text(step))],
        ),
        AuditError::NoInstrument { given } => ("audit-no-instrument", vec![("given", text(given))]),
        AuditError::NothingToDraw { left_out } => (
            "audit-nothing-to-draw",
            vec![("count", Value::from(*left_out))],
        ),
        AuditError::NoSample => ("audit-no-sample", Vec::new()),
        AuditError::NotASeed { given } => ("audit-no-seed", vec![("given", text(given))]),
        AuditError::NoDraw { round } => ("audit-no-draw", vec![("round", text(round))]),
        AuditError::Persons { given } => ("audit-persons", vec![("given", text(given))]),
        AuditError::NoSuchGroup { given, there } => (
            "audit-no-group",
            vec![("given", text(given)), ("there", text(there))],
        ),
        AuditError::TooFewDouble { found, least } => (
            "audit-too-few-double",
            vec![
                ("found", Value::from(*found)),
                ("least", Value::from(*least)),
            ],
        ),
    };
    (key, "cli-kept", values)
}
