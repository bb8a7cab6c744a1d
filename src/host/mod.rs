//! The only door to the world: disk, clock and entropy.
//!
//! Owns every call to the operating system that the rooms above need, behind traits small enough
//! to be simulated. Never knows what is written, never retries, never hides a failure.
//! Invariants:
//!
//! * H1: an error names the operation and the path it failed on.
//! * H2: a write either wrote every byte or returned an error; after an error nothing is known
//!   about what reached the disk.
//! * H3: no other room opens a file of the log, reads the clock or asks for random bytes. The one
//!   exception is the log's derived index, whose file redb opens by itself.

mod clock;
mod disk;
mod entropy;
pub mod faulty;
mod real;

pub use clock::{Clock, SetClock, SystemClock};
pub use disk::{Disk, Error, File, Mode, Operation};
pub use entropy::{Entropy, SetEntropy, SystemEntropy};
pub use real::RealDisk;
