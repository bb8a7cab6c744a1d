//! What the practice computes: signals, process analysis, change, agreement, disclosure control.
//!
//! Owns the arithmetic of the craft, pure over dossiers, rows and iterators. Never reads a disk, a
//! clock or a word, never prints. Invariants:
//!
//! * C1: the same input gives the same answer, on any day and any machine.
//! * C2: no score, ranking or prediction of a person, client or counsellor (design.md §7).
//! * C3: no number without its n; no change without a baseline; *verandering*, not *effect*.

pub mod agreement;
pub mod answer;
pub mod change;
pub mod disclosure;
pub mod intervals;
pub mod masking;
pub mod process;
pub mod quantile;
pub mod sampling;
pub mod signals;
pub mod survival;
