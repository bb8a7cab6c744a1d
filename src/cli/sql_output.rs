//! The answer of free SQL on a page, as JSON, or as CSV.

use std::io::Write;

use serde_json::{Value, json};

use super::context::Context;
use super::failure::Failure;
use super::page::Tone;
use crate::base::Timestamp;
use crate::book::views::{Answer, Cell, Cut, csv_text};

/// How an answer is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Format {
    /// Columns under each other.
    Table,
    /// One object.
    Json,
    /// Comma-separated values (RFC 4180).
    Csv,
}

impl Format {
    /// Their names on the command line.
    pub(super) const NAMES: [&'static str; 3] = ["table", "json", "csv"];

    /// The format of a name; the page when there is no such name.
    pub(super) fn named(name: &str) -> Self {
        match name {
            "json" => Self::Json,
            "csv" => Self::Csv,
            _ => Self::Table,
        }
    }

    /// Its name.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Table => "table",
            Self::Json => "json",
            Self::Csv => "csv",
        }
    }
}

/// Writes an answer.
pub(super) fn write(
    context: &Context,
    format: Format,
    answer: &Answer,
    known_at: Option<Timestamp>,
) -> Result<(), Failure> {
    match format {
        Format::Json => context.show_json(&as_json(answer, known_at)),
        Format::Csv => {
            let mut out = context.out();
            csv(answer, &mut out)?;
            Ok(out.flush()?)
        }
        Format::Table => {
            let mut page = context.page();
            let right: Vec<usize> = (0..answer.columns.len())
                .filter(|at| {
                    let mut cells = answer.rows.iter().filter_map(|row| row.get(*at));
                    cells.all(|cell| !matches!(cell, Cell::Text(_)))
                })
                .collect();
            let rows: Vec<Vec<String>> = answer
                .rows
                .iter()
                .map(|row| row.iter().map(shown).collect())
                .collect();
            page.table(&answer.columns, &rows, &right);
            page.gap();
            let count = [("count", answer.rows.len().into())];
            let key = if answer.cut.is_some() {
                "cli-sql-count-cut"
            } else {
                "cli-sql-count"
            };
            page.line(0, Tone::Soft, &context.texts.with(key, &count));
            context.show(&page)
        }
    }
}

fn as_json(answer: &Answer, known_at: Option<Timestamp>) -> Value {
    let cell = |cell: &Cell| match cell {
        Cell::Null => Value::Null,
        Cell::Whole(number) => (*number).into(),
        Cell::Real(number) => (*number).into(),
        Cell::Text(text) => text.as_ref().into(),
    };
    json!({
        "columns": answer.columns,
        "rows": answer.rows.iter()
            .map(|row| row.iter().map(cell).collect::<Vec<_>>())
            .collect::<Vec<_>>(),
        "cut": answer.cut.map(|cut| match cut { Cut::Rows => "rows", Cut::Time => "time" }),
        "known_at": known_at.map(|at| at.to_string()),
        "protected": false,
    })
}

/// A cell on a page; control characters do not reach the terminal.
fn shown(cell: &Cell) -> String {
    match cell {
        Cell::Null => "–".to_owned(),
        Cell::Whole(number) => number.to_string(),
        Cell::Real(number) => number.to_string(),
        Cell::Text(text) => text.chars().filter(|letter| !letter.is_control()).collect(),
    }
}

fn csv(answer: &Answer, out: &mut dyn Write) -> std::io::Result<()> {
    let head: Vec<String> = answer.columns.iter().map(|name| csv_text(name)).collect();
    write!(out, "{}\r\n", head.join(","))?;
    for row in &answer.rows {
        let cells: Vec<String> = row
            .iter()
            .map(|cell| match cell {
                Cell::Null => String::new(),
                Cell::Whole(number) => number.to_string(),
                Cell::Real(number) => number.to_string(),
                Cell::Text(words) => csv_text(words),
            })
            .collect();
        write!(out, "{}\r\n", cells.join(","))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_spreadsheet_gets_no_formula_and_whole_cells() {
        let answer = Answer {
            columns: vec!["=1+1".to_owned(), "n".to_owned()],
            rows: vec![
                vec![Cell::Text("=HYPERLINK(\"x\")".into()), Cell::Whole(-5)],
                vec![Cell::Text("a,b\n\"c\"".into()), Cell::Null],
                vec![Cell::Text("@x".into()), Cell::Real(0.5)],
            ],
            cut: None,
        };
        let mut out = Vec::new();
        csv(&answer, &mut out).unwrap();
        let wanted =
            "'=1+1,n\r\n\"'=HYPERLINK(\"\"x\"\")\",-5\r\n\"a,b\n\"\"c\"\"\",\r\n'@x,0.5\r\n";
        assert_eq!(String::from_utf8(out).unwrap(), wanted);
    }
}
