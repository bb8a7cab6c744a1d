//! What an analysis answers: tables of cells, the same for people, JSON and CSV.

/// One figure or name.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// A text as it is.
    Text(String),
    /// An activity.
    Activity(String),
    /// Activities one after another.
    Activities(Vec<String>),
    /// The key of a text: `process-<prefix>-<key>`.
    Key(&'static str, &'static str),
    /// A count.
    Count(u64),
    /// Days.
    Days(f64),
    /// A share of one.
    Share(f64),
    /// Hidden: it is about too few cases.
    Hidden,
    /// There is nothing here.
    Nothing,
}

/// Rows under columns.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// Key of the table.
    pub name: &'static str,
    /// Keys of the columns.
    pub columns: Vec<&'static str>,
    /// The rows.
    pub rows: Vec<Vec<Cell>>,
    /// Rows that were left out whole, because they are about too few cases.
    pub hidden_rows: u64,
}

impl Table {
    pub(super) fn new(name: &'static str, columns: &[&'static str]) -> Self {
        Self {
            name,
            columns: columns.to_vec(),
            rows: Vec::new(),
            hidden_rows: 0,
        }
    }
}

/// The answer to an analysis.
#[derive(Debug, Clone, PartialEq)]
pub struct Answer {
    /// Key of the analysis.
    pub analysis: &'static str,
    /// Cases it is about, as they may be shown; `None` when they are too few.
    pub cases: Option<u64>,
    /// The smallest group that is shown.
    pub norm: u64,
    /// What counts are rounded to; 1 when they are not.
    pub rounding: u64,
    /// The tables, the one that matters most first.
    pub tables: Vec<Table>,
    /// Keys of what must be said with it.
    pub notes: Vec<&'static str>,
}
