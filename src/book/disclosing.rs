//! The one way in which a face that makes its own tables tells figures of clients: under the
//! rules of the day, beside every answer that was given, and remembered before it is shown.

use std::sync::Arc;

use super::asking::answers::Answers;
use super::asking::{Audience, Rules};
use super::error::Error;
use super::opening::{Book, create_dir};
use super::views::DIR_NAME;
use crate::base::digest::sha256;
use crate::base::{Day, Timestamp};
use crate::domain::codes::CatalogueKind;
use crate::practice::disclosure::{Counts, Figure, Released, Remembered, release};

/// Earlier answers to the same question that are tried.
const EARLIER: usize = 5;

/// What is asked of a face, as the memory of answers knows it.
pub(super) struct Asking {
    /// The rules.
    pub(super) rules: Rules,
    /// What is asked, as a digest: the same question has the same.
    pub(super) series: u64,
    /// How people call the answer.
    pub(super) label: Arc<str>,
    /// Whether an answer as known earlier may come in its place.
    pub(super) may_be_earlier: bool,
}

/// What would be told, as known at some moment.
pub(super) struct Found<T> {
    /// What it is about.
    pub(super) content: T,
    /// The figures in it.
    pub(super) figures: Vec<Figure>,
    /// Counts among them that add up to sums.
    pub(super) counts: Vec<Counts>,
    /// When the last of it was recorded.
    pub(super) known_at: Timestamp,
    /// The day it is about.
    pub(super) on_day: Day,
}

/// What may be told.
pub(super) struct Told<T> {
    /// What it is about.
    pub(super) content: T,
    /// Which of its figures may be told.
    pub(super) released: Released,
    /// The earlier moment as known at which it is told, when it is not of now.
    pub(super) as_known: Option<Timestamp>,
    /// The day it is about.
    pub(super) on_day: Day,
}

impl Book {
    /// The rules of a day for an audience: norm, rounding and thresholds from the catalogue of
    /// norms, else those of [`Rules::of`] with five and ten.
    pub(super) fn disclosure_rules(&self, audience: Audience, day: Day) -> Result<Rules, Error> {
        let (key, otherwise) = match audience {
            Audience::Team => ("kleinste_groep", 5),
            Audience::Policy => ("kleinste_groep_beleid", 10),
        };
        let catalogues = self.catalogues()?;
        let number = |key: &str| {
            let entry = catalogues.entry(CatalogueKind::Norms, key, day);
            entry.and_then(|entry| entry.number).map(|number| number.0)
        };
        // A fraction counts as the whole number above it: the stricter reading.
        let whole = |key: &str| {
            let number = number(key)?;
            format!("{:.0}", number.ceil()).parse::<u32>().ok()
        };
        let mut rules = Rules::of(whole(key).unwrap_or(otherwise).max(1));
        if !rules.open() {
            rules.rounding = whole("afronding").unwrap_or(rules.rounding).max(1);
            let euros = whole("afronding_bedrag").map(|euros| euros.saturating_mul(100));
            rules.rounding_cents = euros.unwrap_or(rules.rounding_cents).max(1);
            rules.share_from = whole("kleinste_noemer").unwrap_or(rules.share_from).max(1);
            let most = number("hoogste_aandeel").filter(|share| *share > 0.0 && *share <= 1.0);
            rules.dominance = most.unwrap_or(rules.dominance);
        }
        Ok(rules)
    }

    /// Finds what would be told now, or as known at an earlier moment, and tells what may be.
    pub(super) fn disclose<T>(
        &self,
        asking: &Asking,
        find: &mut dyn FnMut(Option<(Timestamp, Day)>) -> Result<Found<T>, Error>,
    ) -> Result<Told<T>, Error> {
        let found = find(None)?;
        if asking.rules.open() {
            let released = release(
                &found.figures,
                &found.counts,
                &asking.rules,
                &mut crate::practice::disclosure::Memory::default(),
                &asking.label,
            );
            return Ok(Told {
                content: found.content,
                released,
                as_known: None,
                on_day: found.on_day,
            });
        }
        let dir = self.dir.join(DIR_NAME);
        create_dir(&dir)?;
        let mut answers = Answers::open(&dir)?;
        let same = answers.memory.of_series(asking.series);
        let mut moments: Vec<(i64, i32)> = same.map(|one| (one.known_at, one.on_day)).collect();
        moments.dedup();
        let mut judged = |found: &Found<T>| {
            release(
                &found.figures,
                &found.counts,
                &asking.rules,
                &mut answers.memory,
                &asking.label,
            )
        };
        let mut released = judged(&found);
        let (mut found, mut as_known) = (found, None);
        if released.because_of_earlier && asking.may_be_earlier {
            // A new answer would tell of the few who changed; an earlier one tells nothing new.
            for (known_at, on_day) in moments.into_iter().take(EARLIER) {
                let known_at = Timestamp(known_at);
                let on_day = Day::from_epoch(on_day).unwrap_or(found.on_day);
                let then = find(Some((known_at, on_day)))?;
                let given = judged(&then);
                if !given.because_of_earlier {
                    (found, released, as_known) = (then, given, Some(known_at));
                    break;
                }
            }
        }
        let remembered = Remembered {
            series: asking.series,
            label: Arc::clone(&asking.label),
            given_at: self.now().0,
            known_at: found.known_at.0,
            on_day: found.on_day.since_epoch(),
        };
        let kept = std::mem::take(&mut released.kept);
        if answers.memory.add(remembered, kept) {
            answers.save()?;
        }
        Ok(Told {
            content: found.content,
            released,
            as_known,
            on_day: found.on_day,
        })
    }
}

/// The first eight bytes of a digest over texts, each with its length.
pub(super) fn short(texts: &[&str]) -> u64 {
    let mut bytes = Vec::new();
    for text in texts {
        bytes.extend(text.len().to_string().bytes());
        bytes.push(0);
        bytes.extend(text.bytes());
    }
    let digest = sha256(&[&bytes]).0;
    digest
        .iter()
        .take(8)
        .fold(0, |number, byte| (number << 8) | u64::from(*byte))
}
