//! The numbers that disclosure control works with, and the reasons it gives.

use std::sync::Arc;

/// The numbers that disclosure control works with.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rules {
    /// Fewest clients a number may rest on; 1 turns control off, for teaching and tests.
    pub norm: u32,
    /// Counts are rounded to multiples of this.
    pub rounding: u32,
    /// Amounts in cents are rounded to multiples of this.
    pub rounding_cents: u32,
    /// A share is told from this denominator on.
    pub share_from: u32,
    /// A sum to which one client adds more than this share is held back.
    pub dominance: f64,
    /// Whether a share of 90 % and more is held back too: for a numerator that tells something
    /// delicate about a client.
    pub sensitive: bool,
}

impl Rules {
    /// The rules that go with a norm, as `docs/decisions/0005-disclosure.md` gives them.
    #[must_use]
    pub fn of(norm: u32) -> Self {
        let open = norm <= 1;
        Self {
            norm: norm.max(1),
            rounding: if open { 1 } else { 5 },
            rounding_cents: if open { 1 } else { 10_000 },
            share_from: if open { 1 } else { 25 },
            dominance: if open { 1.0 } else { 0.3 },
            sensitive: false,
        }
    }

    /// Whether nothing is held back.
    #[must_use]
    pub fn open(&self) -> bool {
        self.norm <= 1
    }

    /// Fewest clients behind a median.
    #[must_use]
    pub fn median_from(&self) -> usize {
        let least = if self.norm < 10 {
            self.norm
        } else {
            self.norm.max(10)
        };
        usize::try_from(least).unwrap_or(usize::MAX)
    }

    /// Fewest clients behind a 90th percentile: a tenth of them lies above it.
    #[must_use]
    pub fn p90_from(&self) -> usize {
        if self.open() {
            1
        } else {
            self.median_from().saturating_mul(2)
        }
    }

    /// Fewest professionals behind a spread; of two, each could compute the other.
    #[must_use]
    pub fn persons_from(&self) -> usize {
        if self.open() { 2 } else { 3 }
    }

    /// The norm as a count of clients.
    #[must_use]
    pub fn least(&self) -> usize {
        usize::try_from(self.norm).unwrap_or(usize::MAX)
    }
}

/// Why something is held back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// It rests on too few clients.
    Small,
    /// Too few clients make the difference: nobody or nearly nobody, everybody or nearly
    /// everybody.
    Class,
    /// Something else that is held back could be computed from it.
    Complement,
    /// It differs by a few clients from what an earlier answer told.
    Near {
        /// The earlier answer, such as `Q04 2025-Q1`.
        earlier: Arc<str>,
    },
    /// Together with earlier answers it would tell of a few clients.
    Derivable {
        /// An earlier answer it would be laid beside; none when it is this very answer.
        earlier: Option<Arc<str>>,
    },
    /// The denominator is too small for a share.
    FewUnits,
    /// Too few clients for this quantile.
    FewForQuantile,
    /// One client makes up too much of the sum.
    Dominance,
    /// Too few professionals to tell a spread.
    FewPersons,
    /// So many answers were given that no more can be checked.
    Full,
}

impl Reason {
    /// A short name, for programs and for the key of its sentence.
    #[must_use]
    pub fn key(&self) -> &'static str {
        match self {
            Self::Small => "small",
            Self::Class => "class",
            Self::Complement => "complement",
            Self::Near { .. } => "near",
            Self::Derivable { .. } => "derivable",
            Self::FewUnits => "few-units",
            Self::FewForQuantile => "few-for-quantile",
            Self::Dominance => "dominance",
            Self::FewPersons => "few-persons",
            Self::Full => "full",
        }
    }

    /// The earlier answer it names.
    #[must_use]
    pub fn earlier(&self) -> Option<&str> {
        match self {
            Self::Near { earlier } => Some(earlier),
            Self::Derivable { earlier } => earlier.as_deref(),
            _ => None,
        }
    }
}
