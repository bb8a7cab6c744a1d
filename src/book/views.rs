//! The fact tables of the book, brought up to date when somebody asks.

use std::sync::Arc;

use super::error::Error;
use super::opening::Book;
pub use crate::exchange::table::csv_text;
pub use crate::views::table::{Cell, Column, Face, Kind, Table};
pub use crate::views::{
    Answer, Cut, How, Limits, Parked, Questions, Refreshed, Standing, Status, Views, Why,
};

/// Folder of the views in that of the book.
pub const DIR_NAME: &str = "views";

/// Every table with its columns, the common ones first.
pub fn tables() -> impl Iterator<Item = (&'static Table, Vec<&'static Column>)> {
    let all = crate::views::tables::ALL.iter().copied();
    all.map(|table| {
        let common = crate::views::table::COMMON.iter();
        (table, common.chain(table.columns).collect())
    })
}

/// The table of days: its name and columns.
#[must_use]
pub fn calendar() -> (&'static str, &'static [Column]) {
    use crate::views::tables::days;
    (days::NAME, days::COLUMNS)
}

impl Book {
    /// The views with every event in them that is durable now. Also a book that is open for
    /// reading only brings them up to date: they are derived, and belong to no writer.
    ///
    /// # Errors
    /// [`Error::Views`] when they cannot be brought up to date; they are then as they were.
    pub fn views(&self) -> Result<Views, Error> {
        let views = self.views_as_they_are();
        views.refresh()?;
        Ok(views)
    }

    /// The views as they stand, to look at them or to bring them up to date by hand.
    #[must_use]
    pub fn views_as_they_are(&self) -> Views {
        let dir = self.dir.join(DIR_NAME);
        Views::new(&dir, Arc::clone(&self.store), Arc::new(crate::views::Facts))
    }
}
