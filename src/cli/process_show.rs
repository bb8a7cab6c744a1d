//! Showing what a process analysis answers: a table for people, JSON and CSV for programs.

use std::io::Write as _;

use serde_json::{Map, Value, json};

use super::context::Context;
use super::failure::Failure;
use super::lens::spaced;
use super::page::{Page, Tone};
use crate::book::process::{Answer, Cell, NO_CONTROL, NOT_TESTABLE, NotARule, Table};
use crate::book::views::csv_text;
use crate::text::Texts;

/// Letters of a sequence of steps in a table for people.
const STEPS_MAX: usize = 64;

/// How an answer is shown.
pub(super) struct Shown<'a> {
    /// `table`, `json`, `csv`.
    pub(super) format: &'a str,
    /// Rows of each table for people.
    pub(super) rows: usize,
    /// Whether activities are types of event, which have labels.
    pub(super) labelled: bool,
    /// What it is about.
    pub(super) source: &'a str,
    /// The same for programs.
    pub(super) source_key: &'a str,
}

/// Shows an answer.
pub(super) fn answer(context: &Context, answer: &Answer, shown: &Shown<'_>) -> Result<(), Failure> {
    match shown.format {
        "json" => context.show_json(&as_json(answer, shown.source_key)),
        "csv" => as_csv(context, answer),
        _ => as_page(context, answer, shown),
    }
}

/// A count in the style of the language.
pub(super) fn count(texts: &Texts, count: u64) -> String {
    texts.number(i64::try_from(count).unwrap_or(i64::MAX))
}

/// The label of an activity.
pub(super) fn activity(texts: &Texts, labelled: bool, name: &str) -> String {
    if name.is_empty() {
        return texts.get("process-nameless").into_owned();
    }
    if !labelled {
        return name.to_owned();
    }
    let (event, kind) = match name.split_once('(') {
        Some((event, kind)) => (event, Some(kind.trim_end_matches(')'))),
        None => (name, None),
    };
    let label = texts.event(event).into_owned();
    match kind {
        Some(kind) => format!("{label} ({})", spaced(kind)),
        None => label,
    }
}

/// Why a text is no rule, as a failure that says so.
pub(super) fn not_a_rule(text: &str, why: &NotARule) -> Failure {
    let key = match why {
        NotARule::Template(_) => "process-fault-template",
        NotARule::Brackets(_) | NotARule::TooLong => "process-fault-brackets",
        NotARule::Activities { .. } => "process-fault-activities",
        NotARule::Number(_) => "process-fault-number",
        NotARule::Condition(_) | NotARule::NoCondition { .. } => "process-fault-condition",
    };
    let shown: String = text.chars().take(200).collect();
    Failure::usage(key, shown)
}

/// Whether a rule of the answer is violated anywhere, shown or not.
pub(super) fn violated(answer: &Answer) -> bool {
    let rules = answer.tables.iter().filter(|table| table.name == "rules");
    rules.flat_map(|table| &table.rows).any(|row| {
        let cell = row.get(4);
        !matches!(cell, Some(Cell::Count(0)) | None)
    })
}

/// What the rules cannot test.
pub(super) fn not_testable(context: &Context) -> Result<(), Failure> {
    let texts = &context.texts;
    let mut page = context.page();
    page.gap();
    page.heading(&texts.get("process-not-testable"));
    for (principle, key) in NOT_TESTABLE {
        let text = texts.get(&format!("process-untestable-{key}"));
        page.hanging(0, &format!("{principle:<4}"), Tone::Soft, &text);
    }
    context.show(&page)
}

fn as_page(context: &Context, answer: &Answer, shown: &Shown<'_>) -> Result<(), Failure> {
    let texts = &context.texts;
    let mut page = context.page();
    page.title(&texts.get(&format!("process-name-{}", answer.analysis)));
    page.line(0, Tone::Soft, shown.source);
    match answer.cases {
        Some(cases) => {
            let cases = texts.with("process-cases", &[("count", cases.into())]);
            page.line(0, Tone::Soft, &cases);
        }
        None => page.line(0, Tone::Alert, &texts.get("process-cases-too-few")),
    }
    if answer.notes.contains(&NO_CONTROL) {
        page.line(0, Tone::Alert, &texts.get("ask-note-no-control"));
    }
    for table in &answer.tables {
        one_table(&mut page, texts, table, shown);
    }
    for note in answer.notes.iter().filter(|note| **note != NO_CONTROL) {
        page.gap();
        let note = texts.with(
            &format!("process-note-{note}"),
            &[
                ("norm", answer.norm.into()),
                ("rounding", answer.rounding.into()),
            ],
        );
        page.line(0, Tone::Soft, &note);
    }
    context.show(&page)
}

fn one_table(page: &mut Page, texts: &Texts, table: &Table, shown: &Shown<'_>) {
    page.gap();
    page.heading(&texts.get(&format!("process-table-{}", table.name)));
    let head: Vec<String> = table
        .columns
        .iter()
        .map(|key| texts.get(&format!("process-column-{key}")).into_owned())
        .collect();
    let rows: Vec<Vec<String>> = table
        .rows
        .iter()
        .take(shown.rows)
        .map(|row| {
            let cells = row.iter();
            cells
                .map(|cell| told(texts, shown.labelled, cell))
                .collect()
        })
        .collect();
    let number = |cell: &Cell| {
        !matches!(
            cell,
            Cell::Text(_) | Cell::Activity(_) | Cell::Activities(_) | Cell::Key(..)
        )
    };
    let first = table.rows.first();
    let right: Vec<usize> = first
        .into_iter()
        .flat_map(|row| row.iter().enumerate())
        .filter(|(_, cell)| number(cell))
        .map(|(place, _)| place)
        .collect();
    page.table(&head, &rows, &right);
    if table.rows.len() > shown.rows {
        let more = table.rows.len() - shown.rows;
        let more = texts.with("process-more-rows", &[("count", more.into())]);
        page.line(0, Tone::Soft, &more);
    }
    if table.hidden_rows > 0 {
        let hidden = texts.with(
            "process-hidden-rows",
            &[("count", table.hidden_rows.into())],
        );
        page.line(0, Tone::Soft, &hidden);
    }
}

/// A number with so many decimals at most.
pub(super) fn decimal(texts: &Texts, number: f64, digits: i32) -> String {
    let step = 10_f64.powi(digits);
    let rounded = (number * step).round() / step;
    texts.decimal(rounded, usize::try_from(digits).unwrap_or_default())
}

/// A cell for a person.
fn told(texts: &Texts, labelled: bool, cell: &Cell) -> String {
    match cell {
        Cell::Text(text) => text.clone(),
        Cell::Activity(name) => activity(texts, labelled, name),
        Cell::Activities(names) => {
            let names: Vec<String> = names
                .iter()
                .map(|name| activity(texts, labelled, name))
                .collect();
            shortened(&names)
        }
        Cell::Key(prefix, key) => texts.get(&format!("process-{prefix}-{key}")).into_owned(),
        Cell::Count(number) => count(texts, *number),
        Cell::Days(days) => decimal(texts, *days, if days.abs() < 10.0 { 2 } else { 1 }),
        Cell::Share(share) => format!("{} %", decimal(texts, share * 100.0, 1)),
        Cell::Hidden => "×".to_owned(),
        Cell::Nothing => "–".to_owned(),
    }
}

/// Steps with arrows between; the middle of a long sequence is left out and said so.
fn shortened(names: &[String]) -> String {
    let whole = names.join(" → ");
    if whole.chars().count() <= STEPS_MAX {
        return whole;
    }
    let begin: String = whole.chars().take(STEPS_MAX - 8).collect();
    format!("{begin}… ({})", names.len())
}

fn as_json(answer: &Answer, source: &str) -> Value {
    let tables: Map<String, Value> = answer
        .tables
        .iter()
        .map(|table| {
            let rows = table.rows.iter().map(|row| {
                let cells = table.columns.iter().zip(row);
                let row: Map<String, Value> = cells
                    .map(|(key, cell)| (key.replace('-', "_"), cell_json(cell)))
                    .collect();
                Value::Object(row)
            });
            let rows: Vec<Value> = rows.collect();
            let table_json = json!({ "rows": rows, "hidden_rows": table.hidden_rows });
            (table.name.to_owned(), table_json)
        })
        .collect();
    json!({
        "analysis": answer.analysis,
        "source": source,
        "cases": answer.cases,
        "norm": answer.norm,
        "rounding": answer.rounding,
        "notes": answer.notes,
        "tables": tables,
    })
}

fn cell_json(cell: &Cell) -> Value {
    match cell {
        Cell::Text(text) | Cell::Activity(text) => json!(text),
        Cell::Activities(names) => json!(names),
        Cell::Key(_, key) => json!(key),
        Cell::Count(count) => json!(count),
        Cell::Days(number) | Cell::Share(number) => json!(number),
        Cell::Hidden => json!({ "hidden": true }),
        Cell::Nothing => Value::Null,
    }
}

/// The first table, as RFC 4180 has it; hidden cells are empty.
fn as_csv(context: &Context, answer: &Answer) -> Result<(), Failure> {
    let mut out = context.out();
    if let Some(table) = answer.tables.first() {
        let head: Vec<String> = table
            .columns
            .iter()
            .map(|key| key.replace('-', "_"))
            .collect();
        write!(out, "{}\r\n", head.join(","))?;
        for row in &table.rows {
            let cells: Vec<String> = row.iter().map(cell_csv).collect();
            write!(out, "{}\r\n", cells.join(","))?;
        }
    }
    Ok(out.flush()?)
}

fn cell_csv(cell: &Cell) -> String {
    let text = match cell {
        Cell::Text(text) | Cell::Activity(text) => text.clone(),
        Cell::Activities(names) => names.join(" > "),
        Cell::Key(_, key) => (*key).to_owned(),
        Cell::Count(count) => return count.to_string(),
        Cell::Days(number) | Cell::Share(number) => return number.to_string(),
        Cell::Hidden | Cell::Nothing => return String::new(),
    };
    csv_text(&text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_of_a_csv_file_is_quoted_and_never_a_formula() {
        let text = |text: &str| cell_csv(&Cell::Text(text.to_owned()));
        assert_eq!(text("a,\"b\""), "\"a,\"\"b\"\"\"");
        assert_eq!(text("=1+1"), "'=1+1");
        assert_eq!(cell_csv(&Cell::Hidden), "");
        assert_eq!(cell_csv(&Cell::Count(1200)), "1200");
    }

    #[test]
    fn a_long_sequence_says_how_long_it_is() {
        let names = vec!["stap".to_owned(); 40];
        let shown = shortened(&names);
        assert!(shown.ends_with("… (40)") && shown.chars().count() <= STEPS_MAX);
        assert_eq!(shortened(&names[..2]), "stap → stap");
    }
}
