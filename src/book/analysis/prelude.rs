//! The SQL that puts exported tables under their own names in DuckDB, as known now or at a moment,
//! so that the same question files run there.

use std::collections::HashSet;

use super::kind::Format;
use super::tables::{SETTINGS, out_column};
use crate::exchange::table::{Column, ColumnKind};
use crate::views::table::{COMMON, Face};
use crate::views::tables::{ALL, days};

/// Name of the file.
pub(super) const NAME: &str = "prelude.sql";

/// The columns of the table `asked`, with their types.
const ASKED: &str = "from_day BIGINT, until_day BIGINT, on_day BIGINT, municipality VARCHAR, \
                     team VARCHAR, kind VARCHAR, dossier BIGINT";

/// The text. A table without rows has no files to find, and becomes an empty view.
pub(super) fn text(format: Format, empty: &HashSet<&str>) -> String {
    let mut text = format!(
        "-- Run in DuckDB, started in this folder: .read prelude.sql\n\
         -- As known at a moment (microseconds since 1970-01-01T00:00:00Z):\n\
         --   UPDATE known SET moment = 1741647599999999;\n\
         CREATE OR REPLACE TABLE known AS SELECT 9223372036854775807 AS moment;\n\n\
         -- What is asked: from_day up to but not including until_day, in days since 1970-01-01;\n\
         -- on_day is the reporting date. Empty means all.\n\
         CREATE OR REPLACE TABLE asked ({ASKED});\n\
         INSERT INTO asked VALUES (-25567, 47847, 47846, NULL, NULL, NULL, NULL);\n\n"
    );
    let calendar: Vec<Column> = days::COLUMNS.iter().map(out_column).collect();
    text.push_str(&view(format, days::NAME, days::NAME, &calendar, false));
    for table in ALL.iter().filter(|table| table.face == Face::Open) {
        let columns: Vec<Column> = COMMON.iter().chain(table.columns).map(out_column).collect();
        let name = table.name;
        let partitioned = format == Format::Parquet && !SETTINGS.contains(&name);
        let all = format!("all_{name}");
        if partitioned && empty.contains(name) {
            text.push_str(&nothing(&all, &columns));
        } else {
            text.push_str(&view(format, &all, name, &columns, partitioned));
        }
        let list: Vec<String> = columns
            .iter()
            .map(|column| match column.name.as_str() {
                // At that moment nobody knew better yet.
                "superseded_at" => "CAST(NULL AS BIGINT) AS superseded_at".to_owned(),
                name => format!("\"{name}\""),
            })
            .collect();
        text.push_str(&format!(
            "CREATE OR REPLACE VIEW {name} AS SELECT {} FROM all_{name}\n  \
             WHERE recorded_at <= (SELECT moment FROM known)\n  \
             AND (superseded_at IS NULL OR superseded_at > (SELECT moment FROM known));\n",
            list.join(", ")
        ));
    }
    text
}

fn typed(column: &Column) -> &'static str {
    match column.kind {
        ColumnKind::Whole => "BIGINT",
        ColumnKind::Real => "DOUBLE",
        ColumnKind::Text => "VARCHAR",
    }
}

/// A table without rows.
fn nothing(name: &str, columns: &[Column]) -> String {
    let column = |one: &Column| format!("CAST(NULL AS {}) AS \"{}\"", typed(one), one.name);
    let list: Vec<String> = columns.iter().map(column).collect();
    format!(
        "CREATE OR REPLACE VIEW {name} AS SELECT {} WHERE 1 = 0;\n",
        list.join(", ")
    )
}

/// A table under a name, read from its files.
fn view(format: Format, name: &str, table: &str, columns: &[Column], partitioned: bool) -> String {
    if format == Format::Csv {
        let list: Vec<String> = columns
            .iter()
            .map(|column| format!("'{}': '{}'", column.name, typed(column)))
            .collect();
        return format!(
            "CREATE OR REPLACE VIEW {name} AS SELECT * FROM read_csv('{table}.csv', header = true,\n  \
             auto_detect = false, delim = ',', quote = '\"', escape = '\"', nullstr = '',\n  \
             allow_quoted_nulls = false, columns = {{{}}});\n",
            list.join(", ")
        );
    }
    let list: Vec<String> = columns
        .iter()
        .map(|column| {
            format!(
                "CAST(\"{0}\" AS {1}) AS \"{0}\"",
                column.name,
                typed(column)
            )
        })
        .collect();
    let source = if partitioned {
        format!(
            "read_parquet('{table}/*/*/*.parquet', hive_partitioning = true,\n  \
             hive_types = {{'municipality': VARCHAR, 'month': VARCHAR}})"
        )
    } else {
        format!("read_parquet('{table}/*.parquet')")
    };
    format!(
        "CREATE OR REPLACE VIEW {name} AS SELECT {}\n  FROM {source};\n",
        list.join(", ")
    )
}
