//! Pages for people: a document model, and how it becomes a PDF/A file or lines for a terminal.
//!
//! Owns [`Document`], its layout on A4, its fonts and its PDF. Knows no language (every word is
//! handed to it, also the footer), reads no clock (the day stands in the document), writes no
//! file (bytes come out). Invariants:
//!
//! * D1: the same document gives the same bytes, on every machine.
//! * D2: nothing is lost: what does not fit on a page goes on on the next, a table repeats its
//!   head, a word wider than its line is broken.
//! * D3: the PDF is PDF/A-2a and PDF/UA-1: fonts embedded, tagged, with a language, a title, a
//!   reading order, and a description of every picture.
//! * D4: text, JSON and PDF show the same blocks in the same order.

pub mod document;
mod face;
mod flow;
mod lines;
mod pdf;
mod picture;
mod rows;
mod sheet;
mod style;
mod tags;
#[cfg(test)]
mod tests;
mod wrap;

pub use document::{
    Align, Block, Column, Document, Fact, Figure, Footer, Quote, Run, Style, Table, plain, strong,
};
pub use pdf::PdfError;
pub use picture::PictureError;
