//! The log: the only truth of the book, as bytes.
//!
//! Owns entries, records, frames and segments, the one writer, recovery, reading, the derived
//! index, and the check. Never knows what an event means, never opens a sealed part, and never
//! repairs damage by guessing. `schemas/log-format.md` documents every byte. Invariants:
//!
//! * L1: an append is answered only after its bytes are on stable storage; nobody reads an event
//!   before that.
//! * L2: an append stands whole within one frame, and a frame is visible whole or not at all.
//! * L3: positions of the log and versions of a stream start at 0 and have no gaps; `recorded_at`
//!   never goes back.
//! * L4: an event id is recorded once, for ever.
//! * L5: bytes at or below the durable watermark are never cut; damage there stops writing and is
//!   named with file, offset and position.
//! * L6: after one failed write or sync the writer accepts nothing until the log is opened anew.
//! * L7: one writer (file lock), any number of readers in any process.
//! * L8: the index is derived: it can be deleted, and a wrong one never changes an answer.

mod active;
mod address;
mod append;
mod bytes;
mod check;
pub mod conformance;
mod core;
mod cursor;
mod engine;
mod entry;
mod error;
mod frame;
mod handle;
mod index;
mod indexer;
mod lookup;
pub mod memory;
mod postings;
mod queue;
mod reader;
mod reading_engine;
mod record;
mod recovery;
mod segment;
mod segments;
mod shared;
mod subscription;
mod sums;
mod tail;
mod walk;
mod watermark;

pub use append::{Append, NewEvent, NewPart, Outcome, Prepared, Recorded};
pub use check::{CheckReport, check, check_on};

pub use engine::{Checkpoint, Direction, Engine, Filter, Head, Query, Records, Select, StreamHead};
pub use entry::{Entry, PartKind};
pub use error::{Damage, Error};
pub use handle::{Log, Options, Recovery};
pub use index::FILE_NAME as INDEX_FILE;
pub use reader::Reader;
pub use record::{OwnedRecord, Part, Record};
pub use segment::LogId;
pub use segments::DIR_NAME as SEGMENTS_DIR;
pub use subscription::Subscription;
