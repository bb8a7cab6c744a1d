//! Leaf values that every room shares: ids, places in the log, times, digests and limits.
//!
//! Owns the value types and the one hash function of the log. Never does I/O and never knows
//! what an event means. Invariants:
//!
//! * B1: a [`Position`] counts events of the whole log, a [`Version`] those of one stream; both
//!   start at 0 and have no gaps.
//! * B2: a [`Timestamp`] is microseconds since 1970-01-01 UTC; a [`Day`] is a civil date in the
//!   Netherlands. They are never mixed.
//! * B3: SHA-256 is called here and nowhere else, so that every digest is made the same way.

pub mod digest;
pub mod ids;
pub mod limits;
pub mod place;
pub mod time;

pub use digest::Digest;
pub use ids::{ActorId, Category, EventId, KeyId, StreamId};
pub use place::{Expected, Position, Version};
pub use time::{Day, Timestamp};
