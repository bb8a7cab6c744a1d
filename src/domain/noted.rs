//! What the book notes about a professional's text when it is recorded, so that signals about
//! wording (F14, F22) can be computed from facts, with every word closed.
//!
//! Only text of the professional is looked at; what a client said is never judged (domain.md §1.6),
//! and neither is a quotation in a professional's text.

use bincode::{Decode, Encode};

use super::catalogue::Catalogues;
use super::codes::CatalogueKind;
use super::events::Event;
use super::events::decision::{Alternative, PrincipleStance, Triangle};
use super::values::Code;
use super::words::Words;
use crate::base::{Day, digest};

/// What was noted about the words of one event.
#[derive(Debug, Clone, Default, PartialEq, Eq, Encode, Decode)]
pub struct Noted {
    /// Keys of the positional terms in it, by the word list of its day (003: *niet gemotiveerd*).
    pub terms: Vec<Code>,
    /// Mark of the justification: equal for texts that are equal but for capitals, spaces and
    /// punctuation. The first 63 bits of a SHA-256.
    pub fingerprint: Option<u64>,
}

impl Noted {
    /// What there is to note about an event; `None` when its type holds no text that is looked at,
    /// or no word list was adopted, so that it was not assessed.
    #[must_use]
    pub fn of(event: &Event, catalogues: &Catalogues, day: Day) -> Option<Self> {
        let list = catalogues.on(CatalogueKind::Wording, day)?;
        let (texts, why) = professional(event)?;
        let texts: Vec<String> = texts
            .into_iter()
            .filter_map(Words::open)
            .map(|text| plain(&unquoted(text)))
            .collect();
        let found = list.entries.iter().filter(|entry| {
            let term = format!(" {} ", plain(&entry.name.0));
            let inside = |text: &String| format!(" {text} ").contains(&term);
            !term.trim().is_empty() && texts.iter().any(inside)
        });
        Some(Self {
            terms: found.map(|entry| entry.key.clone()).collect(),
            fingerprint: why.and_then(Words::open).map(fingerprint),
        })
    }
}

/// The professional's texts in an event, and its justification.
fn professional(event: &Event) -> Option<(Vec<&Words>, Option<&Words>)> {
    match event {
        Event::ConversationHeld(held) => {
            let assumptions = held.assumptions.iter().map(|one| &one.assumption);
            Some((held.note.iter().chain(assumptions).collect(), None))
        }
        Event::DecisionTaken(taken) => {
            let mut texts = vec![&taken.subject, &taken.why];
            weighed(
                &mut texts,
                &taken.principles,
                &taken.triangle,
                &taken.alternatives,
            );
            Some((texts, Some(&taken.why)))
        }
        Event::DecisionReconsidered(answer) => {
            let mut texts = vec![&answer.why];
            weighed(
                &mut texts,
                &answer.principles,
                &answer.triangle,
                &answer.alternatives,
            );
            Some((texts, Some(&answer.why)))
        }
        // A field of the client's is the client's, also when it is corrected.
        Event::EntryCorrected(correction) => {
            let field = correction.field.0.as_str();
            let of_client = field.contains("client") || field.ends_with("words");
            let texts = correction.new_words.iter().filter(|_| !of_client).collect();
            let why = correction.new_words.as_ref().filter(|_| field == "why");
            Some((texts, why))
        }
        _ => None,
    }
}

fn weighed<'w>(
    texts: &mut Vec<&'w Words>,
    principles: &'w [PrincipleStance],
    triangle: &'w Triangle,
    alternatives: &'w [Alternative],
) {
    texts.extend(principles.iter().map(|stance| &stance.reason));
    texts.extend([
        &triangle.wet.reason,
        &triangle.middelen.reason,
        &triangle.zelfregie.reason,
    ]);
    texts.extend(alternatives.iter().map(|one| &one.why_not));
}

/// The text without what stands between double quotation marks; a mark that is not closed takes
/// nothing away.
fn unquoted(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(begin) = rest.find(['"', '“', '„', '«']) {
        let (before, from) = rest.split_at(begin);
        let mark = from.chars().next().map_or(1, char::len_utf8);
        let inside = &from[mark..];
        let Some(end) = inside.find(['"', '”', '“', '»']) else {
            break;
        };
        let close = inside[end..].chars().next().map_or(1, char::len_utf8);
        kept.push_str(before);
        kept.push(' ');
        rest = &inside[end + close..];
    }
    kept.push_str(rest);
    kept
}

/// Small letters and digits with single spaces between.
fn plain(text: &str) -> String {
    let small = text.to_lowercase();
    let words = small.split(|sign: char| !sign.is_alphanumeric());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    words.join(" ")
}

fn fingerprint(text: &str) -> u64 {
    let digest = digest::sha256(&[plain(text).as_bytes()]);
    let mut first = [0; 8];
    first.copy_from_slice(&digest.0[..8]);
    // One bit less, so that it is a whole number in every database.
    u64::from_be_bytes(first) >> 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn capitals_spaces_and_punctuation_do_not_count() {
        assert_eq!(
            plain("  U   bent-Niet: GEMOTIVEERD!"),
            "u bent niet gemotiveerd"
        );
        assert_eq!(fingerprint("Eén. reden"), fingerprint("eén  reden!"));
        assert_ne!(fingerprint("een reden"), fingerprint("een andere reden"));
    }

    #[test]
    fn a_quotation_is_not_the_professionals_own() {
        assert_eq!(
            plain(&unquoted("Zei \"ik ben lui\" en lachte")),
            "zei en lachte"
        );
        assert_eq!(
            plain(&unquoted("Zei „ik ben lui” en lachte")),
            "zei en lachte"
        );
        assert_eq!(plain(&unquoted("half \" open")), "half open");
    }
}
