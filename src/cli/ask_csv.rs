//! An answer for a spreadsheet (RFC 4180); no text in it is taken for a formula.

use crate::book::asking::{Answer, Body, Reason, Row};
use crate::book::views::{Cell, csv_text};

/// The columns after the groups.
const NUMBERS: [&str; 15] = [
    "n",
    "clients_at_least",
    "numerator",
    "denominator",
    "ratio",
    "median",
    "p90",
    "mean",
    "sd",
    "spread",
    "persons",
    "relative",
    "missing",
    "suppressed",
    "partly",
];

/// One line for each row of each measure; the total has `total` in its second column.
pub(super) fn answer(answer: &Answer) -> String {
    let mut out = String::new();
    match &answer.body {
        Body::Measures(measures) => {
            let mut head = vec!["measure".to_owned(), "row".to_owned()];
            head.extend(answer.by.iter().map(|group| csv_text(group)));
            head.extend(NUMBERS.map(str::to_owned));
            line(&mut out, &head);
            for (measure, rows) in measures {
                for one in rows {
                    line(&mut out, &row(&measure.name, one, answer.by.len()));
                }
            }
        }
        Body::List { columns, rows } => {
            let head: Vec<String> = columns.iter().map(|name| csv_text(name)).collect();
            line(&mut out, &head);
            for row in rows {
                let cells: Vec<String> = row.iter().map(cell).collect();
                line(&mut out, &cells);
            }
        }
    }
    out
}

fn line(out: &mut String, cells: &[String]) {
    out.push_str(&cells.join(","));
    out.push_str("\r\n");
}

fn cell(cell: &Cell) -> String {
    match cell {
        Cell::Null => String::new(),
        Cell::Whole(number) => number.to_string(),
        Cell::Real(number) => number.to_string(),
        Cell::Text(words) => csv_text(words),
    }
}

fn row(measure: &str, row: &Row, groups: usize) -> Vec<String> {
    let number = |number: Option<f64>| number.map_or_else(String::new, |one| one.to_string());
    let mut cells = vec![csv_text(measure)];
    cells.push(if row.total { "total" } else { "group" }.to_owned());
    for place in 0..groups {
        let group = row.groups.get(place).and_then(Option::as_deref);
        cells.push(group.map(csv_text).unwrap_or_default());
    }
    cells.push(number(row.n));
    cells.push(row.clients_at_least.to_string());
    let numbers = [
        row.numerator,
        row.denominator,
        row.ratio,
        row.median,
        row.p90,
        row.mean,
        row.deviation,
        row.spread,
    ];
    cells.extend(numbers.map(number));
    cells.push(
        row.persons
            .map_or_else(String::new, |count| count.to_string()),
    );
    cells.push(number(row.relative));
    cells.push(number(row.missing));
    cells.push(row.hidden.as_ref().map_or("", Reason::key).to_owned());
    let partly: Vec<&str> = row.partly.iter().map(Reason::key).collect();
    cells.push(partly.join(" "));
    cells
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_becomes_a_formula_or_another_cell() {
        assert_eq!(csv_text("=1+1"), "'=1+1");
        assert_eq!(csv_text("-2"), "'-2");
        assert_eq!(csv_text("a,\"b\""), "\"a,\"\"b\"\"\"");
        assert_eq!(csv_text("noord"), "noord");
    }
}
