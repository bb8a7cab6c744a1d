//! The text that goes with an export: what it is, what it holds, and what its reader must do.
//!
//! In English and without a language of the program: it is read by whoever gets the file.

use std::path::PathBuf;

use super::kind::{Made, Order};

/// Name of the text within a folder.
pub(super) const NAME: &str = "README.md";

/// Where the text goes: in the folder, or beside the file.
pub(super) fn place(order: &Order) -> PathBuf {
    if order.format.is_folder() {
        return order.out.join(NAME);
    }
    let name = order.out.file_name().unwrap_or_default().to_string_lossy();
    order.out.with_file_name(format!("{name}.{NAME}"))
}

/// The same in short, for a format that can say things about itself.
pub(super) fn about(order: &Order, before: u64) -> Vec<(&'static str, String)> {
    let mut about = vec![
        ("source", format!("weegboek {}", env!("CARGO_PKG_VERSION"))),
        ("read_before_position", before.to_string()),
        (
            "microdata",
            "for analysts only; no small groups were left out".to_owned(),
        ),
    ];
    if let Some(known_at) = order.selection.known_at {
        about.push(("known_at", known_at.to_string()));
    }
    about
}

/// The text.
pub(super) fn text(order: &Order, made: &Made) -> String {
    let selection = &order.selection;
    let day = |day: Option<crate::base::Day>| day.map_or("-".to_owned(), |day| day.to_string());
    let name = |name: &Option<String>| name.clone().unwrap_or_else(|| "all".to_owned());
    let known_at = selection
        .known_at
        .map_or("now".to_owned(), |moment| moment.to_string());
    let more = if order.format.is_folder() {
        "\nRun `prelude.sql` in DuckDB, started in this folder, to get the tables under their own names.\n\
         The tables, how other engines read them, and your duties: docs/for-researchers.md of weegboek.\n\
         In CSV a text that a spreadsheet would take for a formula has a `'` before it.\n"
    } else {
        "\nEvents stand in the order of recording; `log_position` is their place in the book. Times are the moments\n\
         of recording in UTC, and for steps of another system's log the moments that log gave.\n"
    };
    format!(
        "# Export for analysis ({format})\n\n\
         **Microdata: it holds single persons, under pseudonyms. For the analyst who asked for it, for this purpose\n\
         only.** No small groups were left out. Do not publish rows or counts from it without disclosure control; do\n\
         not join it to other data to find out who somebody is; delete it when the purpose is reached.\n\n\
         | | |\n|---|---|\n\
         | Purpose | {purpose} |\n\
         | Dossiers with an event from | {from} |\n\
         | until and including | {until} |\n\
         | Team | {team} |\n\
         | Municipality | {municipality} |\n\
         | As known at | {known_at} |\n\
         | Read from the book | all before position {before} |\n\
         | Rows or events | {rows} |\n\
         | Events that do not open any more, left out | {closed} |\n\n\
         It holds codes, numbers and days; never the words of a client or a professional, never a dossier number. A\n\
         dossier is the position of its first event.\n{more}",
        format = order.format.name(),
        purpose = one_line(&order.purpose),
        from = day(selection.from),
        until = day(selection.until),
        team = one_line(&name(&selection.team)),
        municipality = one_line(&name(&selection.municipality)),
        before = made.before,
        rows = made.rows,
        closed = made.closed,
    )
}

/// A text that cannot break out of its cell.
fn one_line(text: &str) -> String {
    text.replace(['\n', '\r', '|'], " ")
}
