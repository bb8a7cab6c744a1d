//! What a question measures, and one client's part in it.

use std::sync::Arc;

/// How contributions become a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Σ numerator / Σ denominator.
    Ratio,
    /// Σ numerator.
    Count,
    /// Median and 90th percentile of the values.
    Median,
    /// Mean and standard deviation of the values.
    Mean,
    /// Σ numerator beside Σ denominator, such as two amounts.
    Sums,
    /// Highest minus lowest share between professionals; one number for each group.
    Spread,
    /// Share of the group in the numerator ÷ its share in the denominator.
    Relative,
}

impl Kind {
    /// Every kind, with the word for it in the head of a question.
    pub const ALL: [(&'static str, Self); 7] = [
        ("ratio", Self::Ratio),
        ("count", Self::Count),
        ("median", Self::Median),
        ("mean", Self::Mean),
        ("sums", Self::Sums),
        ("spread", Self::Spread),
        ("relative", Self::Relative),
    ];

    /// The kind that a head names.
    #[must_use]
    pub fn named(word: &str) -> Option<Self> {
        let found = Self::ALL.iter().find(|(name, _)| *name == word);
        found.map(|(_, kind)| *kind)
    }

    /// The word for it.
    #[must_use]
    pub fn word(self) -> &'static str {
        let found = Self::ALL.iter().find(|(_, kind)| *kind == self);
        found.map_or("", |(name, _)| name)
    }

    /// Whether single values count, not sums of numerator and denominator.
    #[must_use]
    pub fn of_values(self) -> bool {
        matches!(self, Self::Median | Self::Mean)
    }

    /// Whether a share of a whole is told, so that numerator and rest both say who.
    #[must_use]
    pub fn is_share(self) -> bool {
        matches!(self, Self::Ratio | Self::Spread | Self::Relative)
    }
}

/// One number that a question gives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Measure {
    /// Its name in the statement.
    pub name: String,
    /// How it is made.
    pub kind: Kind,
    /// Its title in Dutch.
    pub title_nl: String,
    /// Its title in English.
    pub title_en: String,
}

/// One row of a question's statement.
#[derive(Debug, Clone, PartialEq)]
pub struct Contribution {
    /// Which measure: its place in the question's list.
    pub measure: usize,
    /// The value of every group column of the question, in its order; `None` is unknown.
    pub groups: Vec<Option<Arc<str>>>,
    /// The client (the dossier's number in the views); `None` for what the organisation did.
    pub client: Option<i64>,
    /// The professional, for a spread only.
    pub person: Option<i64>,
    /// Its part in the numerator.
    pub numerator: f64,
    /// Its part in the denominator.
    pub denominator: f64,
    /// A value, for medians and means.
    pub value: Option<f64>,
    /// Whether it belongs to the question but was not known or not asked.
    pub missing: bool,
}
