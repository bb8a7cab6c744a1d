//! Review by theme group: a round with a question, its indicators, a shielded set of cases, private
//! writing first, a joint judgement with the differences kept, exceptions bundled and answered, and
//! what a municipality shares with others.
//!
//! One function for each thing a person does. Invariants:
//!
//! * V1: what somebody wrote alone is read by nobody else before the moderator opens it, and then by
//!   seat, never by name.
//! * V2: every figure comes from a named question and went through disclosure control; none is made
//!   here.
//! * V3: between municipalities only such figures travel, signed, never a case, a name or a sentence
//!   about somebody.
//! * V4: a report claims nothing that the book cannot know, and says so.

mod bundles;
mod error;
mod evidence;
mod file;
mod indicators;
mod key;
mod merge;
mod report;
mod share;
mod theme;
mod wording;

pub use bundles::{Answered, Bundle, Obstacle, Overview, Unbundled};
pub use error::{BadContribution, ReviewError};
pub use file::{Judged, Part, ReviewFile, View};
pub use indicators::{Figures, Indicator};
pub use merge::Merged;
pub use share::{Contributed, FORMAT};

pub use crate::domain::codes::{Nature, Theme};
pub use crate::proof::{BadNote, VerifierKey};
