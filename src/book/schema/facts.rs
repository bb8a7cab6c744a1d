//! The document of the fact tables, made from their definitions.

use std::fmt::Write;

use crate::views::table::{COMMON, Column, Face, Kind, Table};
use crate::views::tables::{THEMES, days};

const HEAD: &str = "\
# Fact tables

Made by `tools/schemas` from `src/views/tables/`; change the definitions, not this page.

Facts only: no word that a person wrote or said is in any table. Rows follow from the events alone; the file
`views/facts.sqlite` can be deleted and is made anew.

Every version of every row stands in `all_<table>`. What the book takes to be so now is the view `<table>`:

```sql
CREATE VIEW decisions AS SELECT * FROM all_decisions WHERE superseded_at IS NULL;
```

As known at moment T (microseconds since 1970-01-01, UTC), in any database that holds the exported tables:

```sql
CREATE VIEW decisions AS SELECT * FROM all_decisions
WHERE recorded_at <= T AND (superseded_at IS NULL OR superseded_at > T);
```

A correction or a reconsideration makes a new version and leaves the earlier one as it was. Shielding (E42) empties the
shielded cells in every version; a signal or term that follows from a shielded fact is left out, and so is an item of a
list that is shielded whole. A column marked *empty: no* is therefore empty only where something was shielded.

Days are whole numbers since 1970-01-01; join `days` for date, week, month, quarter, half year and year. Amounts are
cents, flags 0 and 1, codes the Dutch codes of the domain. A reference to an event is its position in the log; it is
empty when that event is not there. A person is a keyed pseudonym; no answer may be grouped by it.
";

/// The document.
pub(super) fn document() -> String {
    let mut page = HEAD.to_owned();
    page.push_str("\n## Common columns\n\nEvery table begins with these, except `days`.\n");
    columns(&mut page, COMMON);
    for (theme, tables) in THEMES {
        let _written = write!(page, "\n## {theme}\n");
        for table in *tables {
            section(&mut page, table);
        }
    }
    let _written = write!(
        page,
        "\n## Calendar\n\n### `{}`\n\nOne row for each day of the years 1900 to 2100.\n",
        days::NAME
    );
    columns(&mut page, days::COLUMNS);
    page
}

fn section(page: &mut String, table: &Table) {
    let _written = write!(page, "\n### `{}`\n\n{}\n", table.name, joined(table.doc));
    if table.face == Face::Own {
        page.push_str("\nOnly for the book's own pages: never in free SQL, never in an export.\n");
    }
    if !table.events.is_empty() {
        let events: Vec<String> = table
            .events
            .iter()
            .map(|name| format!("`{name}`"))
            .collect();
        let _written = write!(page, "\nMade from {}.\n", events.join(", "));
    }
    columns(page, table.columns);
}

fn columns(page: &mut String, columns: &[Column]) {
    page.push_str("\n| Column | Holds | Empty | Meaning |\n|---|---|---|---|\n");
    for column in columns {
        let empty = if column.nullable { "may be" } else { "no" };
        let _written = writeln!(
            page,
            "| `{}` | {} | {empty} | {} |",
            column.name,
            kind(column.kind),
            joined(column.doc)
        );
    }
}

fn kind(kind: Kind) -> String {
    match kind {
        Kind::Whole => "whole number".to_owned(),
        Kind::Real => "number".to_owned(),
        Kind::Code(list) => format!("code of `{list}`"),
        Kind::Key => "key".to_owned(),
        Kind::Day => "day".to_owned(),
        Kind::Moment => "moment, µs UTC".to_owned(),
        Kind::Flag => "0 or 1".to_owned(),
        Kind::Money => "cents".to_owned(),
        Kind::Position => "position".to_owned(),
        Kind::Dossier => "dossier".to_owned(),
        Kind::Person => "person".to_owned(),
    }
}

/// A text of several lines on one.
fn joined(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ").replace('|', "\\|")
}
