//! Signals over many dossiers as rows: what a unit adds to them, which groups that touches, and
//! every touched group worked out anew.
//!
//! A dossier's own rows hold what is compared between dossiers; what adds up by team and week, or
//! by band and quarter, is kept as sums beside the tables. Both follow from the rows of a unit as
//! they are in the file, so that what is taken further comes to what is made anew.

mod cells;
mod file;
mod group;
mod sums;

pub(super) use file::{INPUTS, Touched, Whole, create_indexes, create_tables};

use super::table::{Cell, Table};
use crate::base::digest::sha256;

/// What is compared: the text of a justification.
pub(super) const JUSTIFICATION: &str = "justification";

/// What is compared: decisions on one named situation.
pub(super) const SITUATION: &str = "situation";

/// What is compared: exceptions to one rule or habit.
pub(super) const RULE: &str = "rule";

/// A row of some table.
type AnyRow<'r> = (&'static Table, &'r [Cell]);

/// What is worked out together.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Group {
    /// What is compared by one key in one municipality.
    Alike {
        /// What: justification, situation or rule.
        compares: String,
        /// Municipality.
        municipality: String,
        /// The key.
        key: String,
    },
    /// The weeks of a team.
    Team {
        /// Municipality.
        municipality: String,
        /// Team.
        team: String,
    },
    /// The quarters of a municipality.
    Bands {
        /// Municipality.
        municipality: String,
    },
}

impl Group {
    /// What its rows are projected with: below 0, where no event stands.
    fn unit(&self) -> i64 {
        let parts = match self {
            Self::Alike {
                compares,
                municipality,
                key,
            } => [compares, municipality, key].map(String::as_str),
            Self::Team { municipality, team } => ["team", municipality, team],
            Self::Bands { municipality } => ["bands", municipality, ""],
        };
        -1 - number_of(&parts)
    }
}

/// A number for some texts, below 2^53, so that every reader of numbers keeps it whole.
fn number_of(parts: &[&str]) -> i64 {
    let mut text = String::new();
    for part in parts {
        text.push_str(&format!("{}:{part};", part.len()));
    }
    let digest = sha256(&[text.as_bytes()]);
    let mut first = [0; 8];
    first.copy_from_slice(&digest.0[..8]);
    i64::from_be_bytes(first) & ((1 << 53) - 1)
}
