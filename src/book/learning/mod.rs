//! Learning by replay: a shielded case up to a decision, the learner's own answer, and only then
//! what was done and what followed (E40).
//!
//! Owns rounds of learning, their sets of shielded cases, what may be seen at which point, and the
//! reveal. Invariants:
//!
//! * L1: what is shown at a decision point is made from what was recorded before it, and from
//!   nothing else: no later event, correction, count, title, number or order. Two things reach back
//!   by design: a shielding (E42), which only closes, and the confirmation of the shielding of this
//!   round, which only masks.
//! * L2: nothing that a learner sees names a dossier, a person, a place, a day or a number; all of
//!   it went through `practice::masking`.
//! * L3: the reveal opens after the learner's answer is locked, one stage after another, and stops
//!   before the next decision point.
//! * L4: what others chose is shown without names, and only when enough people answered.

mod answers;
mod choosing;
mod error;
mod knowable;
mod reveal;
mod rounds;
mod scene;
mod session;
mod shield;
mod spread;
mod telling;

pub use answers::{Attempt, Finish, Progress};
pub use choosing::ToLearnFrom;
pub use error::LearnError;
pub use reveal::{Revealed, STAGES};
pub use rounds::{Filled, LearningRound, NewRound, Who};
pub use scene::Scene;
pub use session::{Guide, GuideStep, Held, Moment};
pub use spread::Situation;
pub use telling::ShownStep;

pub use crate::domain::codes::{Hindsight, SessionForm, Stage};
pub use crate::print::Document;

use crate::domain::codes::{DecisionKind, Verdict};

/// The codes of a list that a learner chooses from, in their order.
#[must_use]
pub fn codes(list: &str) -> Vec<&'static str> {
    match list {
        "decision_kind" => DecisionKind::ALL.iter().map(|one| one.code()).collect(),
        "verdict" => Verdict::ALL.iter().map(|one| one.code()).collect(),
        "hindsight" => Hindsight::ALL.iter().map(|one| one.code()).collect(),
        "stage" => Stage::ALL.iter().map(|one| one.code()).collect(),
        _ => Vec::new(),
    }
}
