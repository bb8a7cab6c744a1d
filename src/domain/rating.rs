//! What the criteria of an audit come down to.

use super::codes::{CatalogueKind, Rating};
use super::events::audit::CriterionRating;
use super::events::settings::{CatalogueAdopted, CatalogueEntry};
use super::{Catalogues, codes::Corner};

impl Rating {
    /// Its number, 1 to 4; `None` for *not applicable* and *not to be seen*.
    #[must_use]
    pub fn number(self) -> Option<u8> {
        match self {
            Self::Four => Some(4),
            Self::Three => Some(3),
            Self::Two => Some(2),
            Self::One => Some(1),
            Self::NotApplicable | Self::NotVisible => None,
        }
    }

    /// The rating of a number, 1 to 4.
    #[must_use]
    pub fn from_number(number: u8) -> Option<Self> {
        match number {
            4 => Some(Self::Four),
            3 => Some(Self::Three),
            2 => Some(Self::Two),
            1 => Some(Self::One),
            _ => None,
        }
    }
}

/// An edition of the audit instrument: its criteria, each with four anchors in words.
///
/// A criterion is an entry with the unit `vier`; its anchors have its key with `.4` to `.1`. Its
/// source is the principle or the corner it comes from; a criterion of the corner *wet* is about
/// the law.
#[derive(Debug, Clone, Copy)]
pub struct Instrument<'a>(pub &'a CatalogueAdopted);

impl<'a> Instrument<'a> {
    /// The edition of this name that was recorded last.
    #[must_use]
    pub fn named(catalogues: &'a Catalogues, edition: &str) -> Option<Self> {
        let editions = catalogues.editions().map(|(_, edition)| edition);
        let of_kind = editions.filter(|one| one.catalogue == CatalogueKind::AuditInstrument);
        of_kind
            .filter(|one| one.edition.0 == edition)
            .last()
            .map(Self)
    }

    /// Its criteria, in their order.
    pub fn criteria(self) -> impl Iterator<Item = &'a CatalogueEntry> {
        let four = |entry: &&CatalogueEntry| {
            entry.unit.as_ref().is_some_and(|unit| unit.0 == "vier") && !entry.key.0.contains('.')
        };
        self.0.entries.iter().filter(four)
    }

    /// The criterion with this key.
    #[must_use]
    pub fn criterion(self, key: &str) -> Option<&'a CatalogueEntry> {
        self.criteria().find(|entry| entry.key.0 == key)
    }

    /// The words that anchor a score of a criterion, 1 to 4.
    #[must_use]
    pub fn anchor(self, key: &str, score: u8) -> Option<&'a CatalogueEntry> {
        let wanted = format!("{key}.{score}");
        self.0.entries.iter().find(|entry| entry.key.0 == wanted)
    }

    /// Whether a criterion is about the law.
    #[must_use]
    pub fn is_legal(self, key: &str) -> bool {
        let source = self.criterion(key).and_then(|one| one.source.as_ref());
        source.is_some_and(|source| source.0 == Corner::Law.code())
    }
}

/// What the criteria come down to: the median of the scores that count, rounded down; at most
/// *two* when a criterion about the law scored *one*; `None` when no score counts.
#[must_use]
pub fn computed_rating(criteria: &[CriterionRating], instrument: Instrument<'_>) -> Option<Rating> {
    let mut scores: Vec<u8> = criteria
        .iter()
        .filter_map(|one| one.score.number())
        .collect();
    scores.sort_unstable();
    let upper = *scores.get(scores.len() / 2)?;
    let lower = *scores.get((scores.len() - 1) / 2)?;
    let unlawful = criteria
        .iter()
        .any(|one| one.score == Rating::One && instrument.is_legal(&one.criterion.0));
    let most = if unlawful { 2 } else { 4 };
    Rating::from_number(((lower + upper) / 2).min(most))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Timestamp;
    use crate::domain::values::{Code, Text};

    fn edition() -> CatalogueAdopted {
        let entry = |key: &str, source: &str| CatalogueEntry {
            key: Code(key.to_owned()),
            name: Text(key.to_owned()),
            name_en: None,
            text: None,
            number: None,
            unit: Some(Code("vier".to_owned())),
            lever: None,
            source: Some(Text(source.to_owned())),
        };
        CatalogueAdopted {
            catalogue: CatalogueKind::AuditInstrument,
            edition: Code("proef".to_owned()),
            valid_from: Timestamp(0).day(),
            entries: vec![
                entry("a", "P1"),
                entry("b", "P3"),
                entry("w", "wet"),
                entry("a.4", "P1"),
            ],
            source: None,
        }
    }

    fn rated(scores: &[(&str, Rating)]) -> Option<Rating> {
        let edition = edition();
        let criteria: Vec<_> = scores
            .iter()
            .map(|(key, score)| CriterionRating {
                criterion: Code((*key).to_owned()),
                score: *score,
                reason: None,
                evidence: None,
            })
            .collect();
        computed_rating(&criteria, Instrument(&edition))
    }

    #[test]
    fn the_rating_is_the_median_rounded_down() {
        use Rating::{Four, NotApplicable, NotVisible, One, Three, Two};
        assert_eq!(rated(&[("a", Four), ("b", Two), ("w", Three)]), Some(Three));
        assert_eq!(rated(&[("a", Four), ("b", Three)]), Some(Three));
        assert_eq!(rated(&[("a", Four), ("b", One)]), Some(Two));
        assert_eq!(rated(&[("a", Four), ("b", NotApplicable)]), Some(Four));
        assert_eq!(rated(&[("a", NotVisible), ("b", NotApplicable)]), None);
        assert_eq!(rated(&[]), None);
    }

    #[test]
    fn what_the_law_forbids_caps_the_rating() {
        use Rating::{Four, One, Two};
        assert_eq!(rated(&[("a", Four), ("b", Four), ("w", One)]), Some(Two));
        assert_eq!(rated(&[("a", One), ("b", Four), ("w", Four)]), Some(Four));
        assert_eq!(rated(&[("w", One)]), Some(One));
    }

    #[test]
    fn an_anchor_is_no_criterion() {
        let edition = edition();
        let instrument = Instrument(&edition);
        assert_eq!(instrument.criteria().count(), 3);
        assert!(instrument.criterion("a.4").is_none() && instrument.anchor("a", 4).is_some());
    }
}
