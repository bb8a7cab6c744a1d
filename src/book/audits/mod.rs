//! Audit by the team lead: rounds, repeatable draws, ratings, findings with what follows, reports.
//!
//! One function for each thing a person does in a round. Invariants:
//!
//! * A1: nothing here ranks, scores or counts a named person; asking for it is refused.
//! * A2: a blind rating or finding is read by nobody but its writer until it is opened.
//! * A3: a draw follows from what stood before one position of the log, and repeats from there.
//! * A4: no figure of agreement rests on fewer than [`DOUBLE_LEAST`] cases.

mod agreement;
mod burden;
mod case;
mod drawing;
mod error;
mod frame;
mod instrument;
mod named;
mod opening;
mod report;
mod report_management;
mod report_parts;
mod results;
mod round;
mod work;

pub use agreement::{Agreement, DOUBLE_LEAST, Differing, Figures, Measured, Subject};
pub use burden::{Burden, BurdenRow, Kind as BurdenKind};
pub use case::{CaseToRead, OwnRating};
pub use drawing::{Drawing, Proposed, Repeated};
pub use error::AuditError;
pub use frame::StrataBy;
pub use instrument::{Criterion, Instrument};
pub use named::Named;
pub use opening::Openable;
pub use report::Audience;
pub use results::{ActionState, Agreed, CaseFile, FindingFile, Rated, Results};
pub use round::{Draw, InRound, Round};
pub use work::{Task, What, WorkOf};

pub use crate::domain::codes::{
    ActionOutcome, DrawMethod, FindingKind, Position3, Rating, RoundKind, StepVerdict,
};
pub use crate::domain::values::Text;
pub use crate::practice::agreement::NoAgreement;
pub use crate::practice::intervals::Interval;
pub use crate::practice::sampling::{Advice, Seed, Wanted};

/// Words with which somebody may ask for figures of one person.
const PERSONS: [&str; 22] = [
    "rater",
    "raters",
    "actor",
    "auditor",
    "reviewer",
    "person",
    "employee",
    "user",
    "counsellor",
    "lead",
    "owner",
    "taker",
    "beoordelaar",
    "beoordelaars",
    "toetser",
    "persoon",
    "medewerker",
    "klantmanager",
    "consulent",
    "regie",
    "eigenaar",
    "naam",
];

/// Refuses a grouping that would single out a person, and any that is not there.
///
/// # Errors
/// [`AuditError::Persons`], [`AuditError::NoSuchGroup`].
pub fn grouping<'g>(given: &str, there: &[&'g str]) -> Result<&'g str, AuditError> {
    let asked = given.trim().to_lowercase();
    if let Some(found) = there.iter().find(|one| **one == asked) {
        return Ok(found);
    }
    if PERSONS.contains(&asked.as_str()) {
        return Err(AuditError::Persons {
            given: given.to_owned(),
        });
    }
    Err(AuditError::NoSuchGroup {
        given: given.to_owned(),
        there: there.join(", "),
    })
}
