//! The figures, as a table for people and as JSON for programs.

use std::fmt::Write as _;

use serde_json::{Value, json};

/// One figure.
#[derive(Debug, Clone)]
struct Row {
    part: String,
    what: String,
    value: f64,
    unit: String,
    note: String,
}

/// All figures of one run.
#[derive(Debug, Default)]
pub(crate) struct Table {
    rows: Vec<Row>,
    part: &'static str,
}

impl Table {
    /// The figures that follow belong to this part.
    pub(crate) fn part(&mut self, part: &'static str) {
        self.part = part;
    }

    /// Adds a figure.
    pub(crate) fn add(
        &mut self,
        what: impl Into<String>,
        value: f64,
        unit: &str,
        note: impl Into<String>,
    ) {
        self.rows.push(Row {
            part: self.part.to_owned(),
            what: what.into(),
            value,
            unit: unit.to_owned(),
            note: note.into(),
        });
    }

    /// Adds the figures that another process wrote as JSON.
    pub(crate) fn extend(&mut self, text: &str) -> Result<(), super::Failure> {
        let rows: Vec<Value> = serde_json::from_str(text)?;
        for row in rows {
            let text = |key: &str| row[key].as_str().unwrap_or_default().to_owned();
            self.rows.push(Row {
                part: text("part"),
                what: text("what"),
                value: row["value"].as_f64().unwrap_or_default(),
                unit: text("unit"),
                note: text("note"),
            });
        }
        Ok(())
    }

    /// The table in Markdown.
    pub(crate) fn text(&self) -> String {
        let mut text = String::new();
        let mut part = "";
        for row in &self.rows {
            if row.part != part {
                part = row.part.as_str();
                let _ = write!(
                    text,
                    "\n### {part}\n\n| What | Figure | |\n|---|---:|---|\n"
                );
            }
            let figure = format!("{} {}", figure(row.value), row.unit);
            let _ = writeln!(text, "| {} | {} | {} |", row.what, figure.trim(), row.note);
        }
        text
    }

    /// The figures as JSON, one object each.
    pub(crate) fn json(&self) -> Value {
        let rows = self.rows.iter().map(|row| {
            json!({
                "part": row.part, "what": row.what, "value": row.value, "unit": row.unit,
                "note": row.note,
            })
        });
        Value::Array(rows.collect())
    }
}

/// A number as people read it: thousands apart, no more digits than it deserves.
pub(crate) fn figure(value: f64) -> String {
    let digits = match value.abs() {
        size if size >= 100.0 => 0,
        size if size >= 10.0 => 1,
        size if size >= 1.0 => 2,
        _ => 3,
    };
    let plain = format!("{value:.digits$}");
    let (whole, rest) = plain.split_once('.').unwrap_or((&plain, ""));
    let mut apart = String::new();
    for (at, letter) in whole.chars().enumerate() {
        if at > 0 && letter != '-' && (whole.len() - at).is_multiple_of(3) {
            apart.push(',');
        }
        apart.push(letter);
    }
    if rest.is_empty() {
        apart
    } else {
        format!("{apart}.{rest}")
    }
}

/// The value below which a share of the sorted values lies.
pub(crate) fn quantile(sorted: &[f64], per_mille: usize) -> f64 {
    let at = (sorted.len() * per_mille / 1000).min(sorted.len().saturating_sub(1));
    sorted.get(at).copied().unwrap_or_default()
}
