//! Every word a person reads, Dutch first and English beside it, from one catalogue.
//!
//! Owns the message files (`nl/*.ftl`, `en/*.ftl`), the choice of language, and how days,
//! moments, amounts and numbers are written. Never knows what an event is (names and codes come
//! in as texts), never does I/O, never fails in use. Invariants:
//!
//! * T1: both languages have the same keys; a test compares them.
//! * T2: a missing key shows itself in guillemets (`«key»`) and nothing panics.
//! * T3: Dutch is B1, in short sentences, and says *u*.
//! * T4: numbers, days and amounts are written in the style of the language, also in messages.
//!
//! # Keys
//!
//! | Key | What it is |
//! |---|---|
//! | `event-<name>`, `event-<name>-purpose` | label of an event type, and what it is for |
//! | `field-<field>`, `field-<field>-help` | label of a field, and the question that asks for it |
//! | `field-<owner>-<field>`, `…-help` | the same where the owner gives it a meaning of its own |
//! | `code-<list>-<code>` | label of a code of a fixed list |
//! | `absent-<word>` | label of a word that says there is no value (`geen`, `onbekend`) |
//! | `flag-true`, `flag-false` | yes and no |
//! | `stream-<kind>` | label of a kind of stream |
//! | `rule-<R01>`, `rule-<R01>-remedy` | what a rule says, and how to satisfy it |
//! | `fault-<key>`, `fault-not-a-<kind>` | what is wrong with a field |
//! | `because-<key>` | why a rule refuses; `.plain` is the sentence without its `$detail` |
//! | `closed-<code>` | why a text is not shown |
//! | `term-<key>`, `term-<key>-text` | a word of the glossary, and its explanation |
//! | `schema-line` | title of the schema of an exchange line, and `-purpose` |
//! | `cli-<key>` | messages of the command line |
//! | `format-<key>`, `month-<number>` | patterns and names for days and moments |
//!
//! An owner is the name of an event (`decision_taken`), the name of a record (`LedBy`, in the key
//! `led_by`), `common` for what every event carries, or `line` for an exchange line.

pub mod catalogue;
pub mod format;
pub mod glossary;
pub mod lang;

pub use catalogue::{Texts, Value};
pub use glossary::GLOSSARY;
pub use lang::Lang;
