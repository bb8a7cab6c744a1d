//! The named questions: one file each, with in its head what it counts and who asks for it.
//!
//! A question is a statement in the SQL that SQLite, DuckDB, PostgreSQL, Spark and Trino share. It
//! gives contributions, not answers (see [`crate::practice::answer`]), so that every answer goes
//! through disclosure control. Built-in questions stand in `src/views/questions`; a municipality's
//! own in the folder `questions` of its book.

mod catalogue;
mod head;

pub use catalogue::{Catalogue, MAX_OWN, MAX_OWN_LEN};
pub use head::{ASKERS, Fault, FaultyQuestion, PERSON_COLUMNS, Question, Shape, parse};
