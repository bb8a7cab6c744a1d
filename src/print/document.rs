//! What a document is made of. Whoever makes a report pushes blocks; the faces (PDF, terminal,
//! JSON, pages) show them.

use serde::{Serialize, Serializer};

use crate::base::Day;

/// A report, a story, a letter: what is printed or read from top to bottom.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Document {
    /// What it is, in a few words.
    pub title: String,
    /// Of whom or about which period; below the title.
    pub subtitle: Option<String>,
    /// Language of the text: `nl` or `en`.
    pub lang: String,
    /// Day on which it was made, or the day whose knowledge it shows. Never today's clock.
    #[serde(serialize_with = "day")]
    pub made_on: Day,
    /// What stands below every page.
    pub footer: Footer,
    /// The text, in reading order.
    pub blocks: Vec<Block>,
}

/// What stands at the foot of every page of a PDF; a terminal leaves it out.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Footer {
    /// At the left: what this is, when it was made.
    pub text: String,
    /// At the right; `{page}` and `{pages}` stand for the numbers, as in
    /// `bladzijde {page} van {pages}`. Empty: no page numbers.
    pub pages: String,
}

/// A part of a document.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "block", rename_all = "snake_case")]
pub enum Block {
    /// A heading; level 1 divides the document, 2 and 3 divide below it. Other levels are taken
    /// for the nearest of these.
    Heading {
        /// 1, 2 or 3.
        level: u8,
        /// Its text.
        text: String,
    },
    /// Sentences.
    Paragraph {
        /// The pieces of the sentences.
        runs: Vec<Run>,
    },
    /// A remark in small type, such as where a figure comes from.
    Remark {
        /// Its text.
        text: String,
    },
    /// Items below each other, with dots or numbers.
    List {
        /// Numbered from 1, instead of with dots.
        numbered: bool,
        /// The items.
        items: Vec<Vec<Run>>,
    },
    /// Labels with their values, in two columns.
    Facts {
        /// The rows.
        facts: Vec<Fact>,
    },
    /// A table.
    Table(Table),
    /// Words of a person, shown as theirs.
    Quote(Quote),
    /// A picture.
    Figure(Figure),
    /// A line across.
    Rule,
    /// What follows begins on a new page.
    PageBreak,
}

/// A piece of text in one style.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Run {
    /// The text; spaces around it are kept.
    pub text: String,
    /// How it is shown.
    pub style: Style,
}

/// How a piece of text is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Style {
    /// Plain.
    #[default]
    Plain,
    /// Bold.
    Strong,
}

/// A label with its value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Fact {
    /// What it is.
    pub label: String,
    /// What it is worth.
    pub value: Vec<Run>,
}

/// A table. Rows shorter than the columns are filled up with empty cells; longer rows keep their
/// cells in the last column, so that nothing is lost.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Table {
    /// What the table shows, above it.
    pub caption: Option<String>,
    /// The columns, from left to right.
    pub columns: Vec<Column>,
    /// The rows.
    pub rows: Vec<Vec<String>>,
    /// Remarks below the table, such as what was held back and why.
    pub notes: Vec<String>,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Column {
    /// Its head.
    pub title: String,
    /// Where its cells are lined up.
    pub align: Align,
}

/// Where the cells of a column are lined up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Align {
    /// At the left: words.
    #[default]
    Left,
    /// At the right: numbers.
    Right,
}

/// Words of a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Quote {
    /// The words, without quotation marks.
    pub text: String,
    /// Whose they are, when, or to what they belong.
    pub by: Option<String>,
}

/// A picture.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Figure {
    /// The picture, as the room `plot` makes it.
    pub svg: String,
    /// What it shows, for who cannot see it and for a terminal.
    pub alt: String,
    /// What stands below it.
    pub caption: Option<String>,
}

/// Text in the plain style.
pub fn plain(text: impl Into<String>) -> Run {
    Run {
        text: text.into(),
        style: Style::Plain,
    }
}

/// Text in bold.
pub fn strong(text: impl Into<String>) -> Run {
    Run {
        text: text.into(),
        style: Style::Strong,
    }
}

impl Column {
    /// A column of words.
    pub fn left(title: impl Into<String>) -> Self {
        Self {
            title: title.into(),
            align: Align::Left,
        }
    }

    /// A column of numbers.
    pub fn right(title: impl Into<String>) -> Self {
        Self {
            title: title.into(),
            align: Align::Right,
        }
    }
}

impl Table {
    /// The rows with exactly as many cells as there are columns; what is too much goes into the
    /// last cell.
    #[must_use]
    pub fn full_rows(&self) -> Vec<Vec<String>> {
        let wide = self.columns.len();
        let full = |row: &Vec<String>| {
            let mut cells: Vec<String> = row.iter().take(wide).cloned().collect();
            cells.resize(wide, String::new());
            if let (Some(last), Some(rest)) = (cells.last_mut(), row.get(wide..)) {
                for cell in rest {
                    last.push(' ');
                    last.push_str(cell);
                }
            }
            cells
        };
        self.rows.iter().map(full).collect()
    }
}

impl Document {
    /// A document without text yet.
    pub fn new(title: impl Into<String>, lang: &str, made_on: Day) -> Self {
        Self {
            title: title.into(),
            subtitle: None,
            lang: lang.to_owned(),
            made_on,
            footer: Footer::default(),
            blocks: Vec::new(),
        }
    }

    /// Adds a part.
    pub fn push(&mut self, block: Block) -> &mut Self {
        self.blocks.push(block);
        self
    }

    /// Adds a heading.
    pub fn heading(&mut self, level: u8, text: impl Into<String>) -> &mut Self {
        let text = text.into();
        self.push(Block::Heading { level, text })
    }

    /// Adds a paragraph in the plain style.
    pub fn paragraph(&mut self, text: impl Into<String>) -> &mut Self {
        self.runs(vec![plain(text)])
    }

    /// Adds a paragraph of pieces.
    pub fn runs(&mut self, runs: Vec<Run>) -> &mut Self {
        self.push(Block::Paragraph { runs })
    }

    /// Adds a remark in small type.
    pub fn remark(&mut self, text: impl Into<String>) -> &mut Self {
        self.push(Block::Remark { text: text.into() })
    }

    /// Adds a list with dots; nothing when there are no items.
    pub fn list<T: Into<String>>(&mut self, items: impl IntoIterator<Item = T>) -> &mut Self {
        let items: Vec<Vec<Run>> = items.into_iter().map(|item| vec![plain(item)]).collect();
        if items.is_empty() {
            return self;
        }
        let numbered = false;
        self.push(Block::List { numbered, items })
    }

    /// Adds labels with plain values; nothing when there are none.
    pub fn facts<L: Into<String>, V: Into<String>>(
        &mut self,
        facts: impl IntoIterator<Item = (L, V)>,
    ) -> &mut Self {
        let facts: Vec<Fact> = facts
            .into_iter()
            .map(|(label, value)| Fact {
                label: label.into(),
                value: vec![plain(value)],
            })
            .collect();
        if facts.is_empty() {
            return self;
        }
        self.push(Block::Facts { facts })
    }

    /// Adds a table.
    pub fn table(&mut self, table: Table) -> &mut Self {
        self.push(Block::Table(table))
    }

    /// Adds words of a person.
    pub fn quote(&mut self, text: impl Into<String>, by: Option<String>) -> &mut Self {
        let text = text.into();
        self.push(Block::Quote(Quote { text, by }))
    }

    /// Adds a picture.
    pub fn figure(&mut self, svg: impl Into<String>, alt: impl Into<String>) -> &mut Self {
        self.push(Block::Figure(Figure {
            svg: svg.into(),
            alt: alt.into(),
            caption: None,
        }))
    }
}

fn day<S: Serializer>(day: &Day, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(day)
}
