//! Tables as files: CSV for people, Parquet for engines that read columns.
//!
//! Owns how a cell is written. Knows nothing of what a table means or where its rows come from.

use std::borrow::Cow;

mod csv;
#[cfg(feature = "parquet")]
mod parquet;

pub use csv::{CsvWriter, csv_text};
#[cfg(feature = "parquet")]
pub use parquet::{Error as ParquetError, ParquetWriter};

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ColumnKind {
    /// Whole numbers of 64 bits.
    Whole,
    /// Numbers with a fraction, of 64 bits.
    Real,
    /// Text.
    Text,
}

/// A column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Its name.
    pub name: String,
    /// What it holds.
    pub kind: ColumnKind,
    /// Whether a cell may be empty.
    pub nullable: bool,
}

/// One cell.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Empty.
    Null,
    /// A whole number.
    Whole(i64),
    /// A number.
    Real(f64),
    /// A text.
    Text(Cow<'static, str>),
}
