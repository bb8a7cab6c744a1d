//! Why something in a review cannot be done, in the words of the reader.

use super::ask_errors::Named;
use crate::book::reviews::{BadContribution, ReviewError};
use crate::text::Value;

/// Names the trouble.
pub(super) fn named(error: &ReviewError) -> Named {
    let given = |text: &str| vec![("given", Value::from(text.to_owned()))];
    let (key, values) = match error {
        ReviewError::NotAFigure { given: text } => ("review-not-a-figure", given(text)),
        ReviewError::NothingToBundle { given: text } => ("review-nothing-to-bundle", given(text)),
        ReviewError::Key { given: text, .. } => ("review-bad-key", given(text)),
        ReviewError::KeyExposed { path } => {
            ("review-key-exposed", given(&path.display().to_string()))
        }
        ReviewError::Contribution { file, why } => {
            let mut values = given(file);
            let mut add = |name, text: &str| values.push((name, Value::from(text.to_owned())));
            let key = match why {
                BadContribution::Note(note) => {
                    use crate::book::reviews::BadNote;
                    match note {
                        BadNote::Form => "review-not-signed",
                        BadNote::Signature => "review-altered",
                        BadNote::Untrusted => "review-untrusted",
                    }
                }
                BadContribution::Form => "review-not-a-contribution",
                BadContribution::Signer { named, signed } => {
                    add("named", named);
                    add("signed", signed);
                    "review-other-signer"
                }
                BadContribution::Twice { municipality } => {
                    add("municipality", municipality);
                    "review-twice"
                }
                BadContribution::Norm { norm, least } => {
                    add("norm", &norm.to_string());
                    add("least", &least.to_string());
                    "review-low-norm"
                }
                BadContribution::Other => "review-other-round",
            };
            (key, values)
        }
    };
    (key, "cli-kept", values)
}
