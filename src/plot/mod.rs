//! Pictures of answers: SVG for pages and files, and lines of text for a terminal.
//!
//! Owns shapes, scales and labels' places. Knows no language (labels are handed to it), reads and
//! writes nothing. Invariants:
//!
//! * G1: every picture has a title and a description for who cannot see it.
//! * G2: no colour carries meaning alone, and nothing is fetched from elsewhere.
//! * G3: text in a picture is escaped; a label can never become markup.

pub mod bars;
pub mod canvas;
pub mod dots;
pub mod graph;
mod layers;
pub mod lines;
pub mod panel;
pub mod series;
pub mod steps;
pub mod terminal;
