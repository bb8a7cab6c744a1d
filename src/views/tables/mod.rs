//! Every fact table, one file for each theme.
//!
//! A definition is the whole truth about a table: the SQLite file, the exports, the documented
//! schema and the rows of the projection all follow from it.

pub mod audit;
pub mod days;
pub mod decision;
pub mod instrument;
mod macros;
pub mod organisation;
pub mod picture;
pub mod rounds;
pub mod settings;
pub mod trajectory;
pub mod voice;

pub use macros::Record;

use super::table::Table;

/// The themes, in the order in which people meet them.
pub const THEMES: &[(&str, &[&Table])] = &[
    ("The trajectory", trajectory::THEME),
    ("The weighing", decision::THEME),
    ("Instruments and measurements", instrument::THEME),
    ("The picture", picture::THEME),
    ("Voices", voice::THEME),
    ("The organisation", organisation::THEME),
    ("Looking back, keeping, signals", audit::THEME),
    ("Rounds: auditing, judging, learning", rounds::THEME),
    ("Settings", settings::THEME),
];

const COUNT: usize = {
    let mut count = 0;
    let mut theme = 0;
    while theme < THEMES.len() {
        count += THEMES[theme].1.len();
        theme += 1;
    }
    count
};

const EVERY: [&Table; COUNT] = {
    let mut every = [THEMES[0].1[0]; COUNT];
    let (mut at, mut theme) = (0, 0);
    while theme < THEMES.len() {
        let mut table = 0;
        while table < THEMES[theme].1.len() {
            every[at] = THEMES[theme].1[table];
            at += 1;
            table += 1;
        }
        theme += 1;
    }
    every
};

/// Every table that begins with the common columns; [`days`] stands apart.
pub static ALL: &[&Table] = &EVERY;

/// The table of this name.
#[must_use]
pub fn named(name: &str) -> Option<&'static Table> {
    ALL.iter().copied().find(|table| table.name == name)
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;
    use crate::domain::EventType;
    use crate::views::table::COMMON;

    #[test]
    fn names_are_plain_and_used_once() {
        let mut tables = HashSet::new();
        for table in ALL {
            assert!(tables.insert(table.name), "{}", table.name);
            assert!(!table.doc.is_empty());
            let mut columns: HashSet<&str> = COMMON.iter().map(|column| column.name).collect();
            for column in table.columns {
                let plain = |c: char| c.is_ascii_lowercase() || c == '_';
                assert!(column.name.chars().all(plain), "{}", column.name);
                assert!(
                    columns.insert(column.name),
                    "{}.{}",
                    table.name,
                    column.name
                );
                assert!(!column.doc.is_empty());
            }
        }
        assert_eq!(
            named("decisions").map(|table| table.name),
            Some("decisions")
        );
    }

    #[test]
    fn every_source_is_a_type_of_event() {
        for table in ALL {
            for event in table.events {
                assert!(EventType::from_name(event).is_some(), "{event}");
            }
        }
    }
}
