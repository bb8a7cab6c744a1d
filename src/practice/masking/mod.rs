//! Shielding a case for learning and review: nobody in it, no place, no day can be recognised.
//!
//! Owns what is replaced and by what. The place of a word says of which kind it was; how a kind is
//! written is the caller's, for this room knows no language. Invariants:
//!
//! * M1: what is masked follows from the text, the dictionary, the names of the case and the words
//!   that a person added; never from anything that is recorded later than what is shown.
//! * M2: in doubt a word goes. A capital inside a sentence stays only when a list says so.
//! * M3: a pseudonym and a shift of days come from a key of the round and the case, so that two
//!   rounds share neither. Order and intervals stay, in whole weeks: whoever knows the intervals of
//!   a case by heart can still tell that two rounds show the same one.
//! * M4: a number in free text always goes; an amount in a field becomes a class.

mod dictionary;
mod form;
mod numbers;
mod scan;
mod shift;
mod words;

pub use dictionary::Dictionary;
pub use form::{Cast, Forms, Gathered, Show};
pub use numbers::{AmountClass, amount_class};
pub use shift::{WEEKS_MAX, WEEKS_MIN, pseudonym, shifted, weeks};
pub use words::{Masker, OwnNames};

/// What a masked word was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// The name or code of a person, or any capitalised word that nothing explains.
    Name,
    /// A place, a municipality, a team, a street.
    Place,
    /// A post of which a small place has only one.
    Post,
    /// A day, a month, a year, a feast, a season.
    Date,
    /// A number.
    Number,
    /// An e-mail address, a web address.
    Contact,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 6] = [
        Self::Name,
        Self::Place,
        Self::Post,
        Self::Date,
        Self::Number,
        Self::Contact,
    ];

    /// Its code, for the texts that say it.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Place => "place",
            Self::Post => "post",
            Self::Date => "date",
            Self::Number => "number",
            Self::Contact => "contact",
        }
    }
}
