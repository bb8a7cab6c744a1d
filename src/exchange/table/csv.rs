//! CSV as RFC 4180 has it: commas, quotes doubled, lines that end in CR LF, UTF-8.
//!
//! An empty cell is empty; an empty text is `""`. A text that a spreadsheet would take for a
//! formula gets a `'` before it: harmless to read, and it must not run.

use std::io::{self, Write};

use super::{Cell, Column};

/// What a spreadsheet takes for the start of a formula, or passes over before one.
const FORMULA: [char; 9] = ['=', '+', '-', '@', '\t', '\r', '\n', '|', '%'];

/// Writes one table.
pub struct CsvWriter<W> {
    out: W,
}

impl<W: Write> CsvWriter<W> {
    /// Writes the line with the names of the columns.
    ///
    /// # Errors
    /// When the output fails.
    pub fn new(mut out: W, columns: &[Column]) -> io::Result<Self> {
        let names: Vec<&str> = columns.iter().map(|one| one.name.as_str()).collect();
        write!(out, "{}\r\n", names.join(","))?;
        Ok(Self { out })
    }

    /// Writes a row.
    ///
    /// # Errors
    /// When the output fails.
    pub fn row(&mut self, cells: &[Cell]) -> io::Result<()> {
        for (at, cell) in cells.iter().enumerate() {
            if at > 0 {
                self.out.write_all(b",")?;
            }
            match cell {
                Cell::Null => {}
                Cell::Whole(number) => write!(self.out, "{number}")?,
                Cell::Real(number) => write!(self.out, "{number:?}")?,
                // Quoted, so that it is not the same as nothing.
                Cell::Text(text) if text.is_empty() => self.out.write_all(b"\"\"")?,
                Cell::Text(text) => self.out.write_all(csv_text(text).as_bytes())?,
            }
        }
        self.out.write_all(b"\r\n")
    }

    /// Ends the table.
    ///
    /// # Errors
    /// When the output fails.
    pub fn finish(mut self) -> io::Result<()> {
        self.out.flush()
    }
}

/// A text as a cell for a spreadsheet, for every face that writes CSV: one that would be taken for
/// a formula gets an apostrophe before it, and what would end the cell is quoted.
#[must_use]
pub fn csv_text(text: &str) -> String {
    let safe = if text.starts_with(FORMULA) {
        format!("'{text}")
    } else {
        text.to_owned()
    };
    // A semicolon too: spreadsheets in Dutch take it for the end of a cell.
    if safe.contains([',', ';', '"', '\r', '\n']) {
        format!("\"{}\"", safe.replace('"', "\"\""))
    } else {
        safe
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::table::ColumnKind;

    #[test]
    fn cells_are_quoted_and_formulas_do_not_run() {
        let column = |name: &str| Column {
            name: name.to_owned(),
            kind: ColumnKind::Text,
            nullable: true,
        };
        let mut out = Vec::new();
        let mut writer = CsvWriter::new(&mut out, &[column("a"), column("b")]).unwrap();
        let text = |text: &'static str| Cell::Text(text.into());
        writer.row(&[text("plain"), Cell::Null]).unwrap();
        writer.row(&[text("a,\"b\""), text("")]).unwrap();
        writer.row(&[text("=1+1"), text("@x,y")]).unwrap();
        writer.row(&[Cell::Whole(-5), Cell::Real(0.5)]).unwrap();
        writer.finish().unwrap();
        let wanted = "a,b\r\nplain,\r\n\"a,\"\"b\"\"\",\"\"\r\n'=1+1,\"'@x,y\"\r\n-5,0.5\r\n";
        assert_eq!(String::from_utf8(out).unwrap(), wanted);
    }
}
