//! Audit sampling: which cases a round may look at, how many, which ones, and who reads them.
//!
//! Everything follows from a frame and a seed, with whole numbers and SHA-256 only, so that the
//! same draw comes out on any machine and anybody can check it by hand. Invariants:
//!
//! * P1: the order in which cases are offered changes nothing; a frame knows its digest.
//! * P2: every case in a frame has a known chance above zero, and carries its weight, the inverse.
//! * P3: nobody is given a case in which they took a decision.
//! * P4: a case that is left out is named, with its reason.

mod advice;
mod assign;
mod chance;
mod draw;
mod estimate;
mod frame;

pub use advice::{Advice, Wanted, accumulated_risk, advise};
pub use assign::{Assigned, Assignment, assign};
pub use chance::Seed;
pub use draw::{Drawn, DrawnStratum, Method, draw};
pub use estimate::{Part, Share, share};
pub use frame::{Candidate, Frame, LeftOut, Limits, Reason};
