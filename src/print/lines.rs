//! A document as lines of text, for a terminal or a plain message.

use super::document::{Align, Block, Document, Fact, Quote, Run, Table};

/// Columns between the columns of a table.
const GAP: usize = 2;
/// The narrowest a column of a table becomes before its words are broken.
const NARROW: usize = 8;
/// The widest a label may be before its value moves to a line of its own.
const LABEL: usize = 34;

impl Document {
    /// The document in lines of at most `width` columns (20 at least). Pictures show what they
    /// say to who cannot see them; the foot of a page is left out. Control characters that
    /// somebody put in a text are left out too.
    #[must_use]
    pub fn to_text(&self, width: usize) -> String {
        let mut lines = Lines {
            width: width.max(20),
            text: String::new(),
        };
        lines.heading(&self.title, '═');
        if let Some(subtitle) = &self.subtitle {
            lines.wrapped(0, "", subtitle);
        }
        for block in &self.blocks {
            lines.block(block);
        }
        lines.text
    }
}

/// Columns of a text; every letter of the two languages takes one.
fn columns(text: &str) -> usize {
    text.chars().count()
}

/// A text in lines of at most `width` columns. Its own line breaks stay; a longer word is broken.
pub(super) fn wrapped(text: &str, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    for paragraph in text.lines() {
        let mut line = String::new();
        // A no-break space is no space here: it stays within its word.
        for word in paragraph.split([' ', '\t']) {
            let mut word: String = word.chars().filter(|letter| !letter.is_control()).collect();
            if word.is_empty() {
                continue;
            }
            if !line.is_empty() && columns(&line) + 1 + columns(&word) > width {
                lines.push(std::mem::take(&mut line));
            }
            while columns(&word) > width {
                let rest: String = word.chars().skip(width).collect();
                word.truncate(word.len() - rest.len());
                lines.push(std::mem::replace(&mut word, rest));
            }
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(&word);
        }
        lines.push(line);
    }
    if lines.is_empty() {
        lines.push(String::new());
    }
    lines
}

fn joined(runs: &[Run]) -> String {
    runs.iter().map(|run| run.text.as_str()).collect()
}

struct Lines {
    width: usize,
    text: String,
}

impl Lines {
    fn push(&mut self, line: &str) {
        self.text.push_str(line.trim_end());
        self.text.push('\n');
    }

    fn gap(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with("\n\n") {
            self.text.push('\n');
        }
    }

    fn heading(&mut self, text: &str, below: char) {
        self.gap();
        let lines = wrapped(text, self.width);
        let widest = lines.iter().map(|line| columns(line)).max().unwrap_or(0);
        for line in lines {
            self.push(&line);
        }
        self.push(&below.to_string().repeat(widest));
    }

    /// A text whose first line begins with a mark, and whose other lines stand below its text.
    fn wrapped(&mut self, indent: usize, mark: &str, text: &str) {
        let inner = indent + columns(mark);
        let mut before = format!("{}{mark}", " ".repeat(indent));
        for line in wrapped(text, self.width.saturating_sub(inner).max(10)) {
            self.push(&format!("{before}{line}"));
            before = " ".repeat(inner);
        }
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading { level, text } if *level <= 1 => self.heading(text, '═'),
            Block::Heading { level, text } if *level == 2 => self.heading(text, '─'),
            Block::Heading { text, .. } => {
                self.gap();
                self.wrapped(0, "", text);
            }
            Block::Paragraph { runs } => {
                self.gap();
                self.wrapped(0, "", &joined(runs));
            }
            Block::Remark { text } => {
                self.gap();
                self.wrapped(0, "", text);
            }
            Block::List { numbered, items } => self.list(*numbered, items),
            Block::Facts { facts } => self.facts(facts),
            Block::Table(table) => self.table(table),
            Block::Quote(quote) => self.quote(quote),
            Block::Figure(figure) => {
                self.gap();
                self.wrapped(0, "", &format!("[{}]", figure.alt));
                if let Some(caption) = &figure.caption {
                    self.wrapped(0, "", caption);
                }
            }
            Block::Rule => {
                self.gap();
                self.push(&"─".repeat(self.width));
            }
            Block::PageBreak => self.gap(),
        }
    }

    fn list(&mut self, numbered: bool, items: &[Vec<Run>]) {
        self.gap();
        let wide = items.len().to_string().len();
        for (at, item) in items.iter().enumerate() {
            let mark = if numbered {
                format!("{:>wide$}. ", at + 1)
            } else {
                "• ".to_owned()
            };
            self.wrapped(2, &mark, &joined(item));
        }
    }

    fn facts(&mut self, facts: &[Fact]) {
        self.gap();
        let labels = facts.iter().map(|fact| columns(&fact.label));
        let wide = labels.filter(|wide| *wide <= LABEL).max().unwrap_or(0);
        for fact in facts {
            let value = joined(&fact.value);
            if columns(&fact.label) > LABEL {
                self.wrapped(0, "", &fact.label);
                self.wrapped(wide + GAP, "", &value);
            } else {
                let room = " ".repeat(wide - columns(&fact.label).min(wide) + GAP);
                self.wrapped(0, &format!("{}{room}", fact.label), &value);
            }
        }
    }

    fn quote(&mut self, quote: &Quote) {
        self.gap();
        self.wrapped(2, "| ", &format!("“{}”", quote.text));
        if let Some(by) = &quote.by {
            self.wrapped(2, "  ", &format!("– {by}"));
        }
    }

    fn table(&mut self, table: &Table) {
        self.gap();
        if let Some(caption) = &table.caption {
            self.wrapped(0, "", caption);
        }
        let heads: Vec<String> = table.columns.iter().map(|one| one.title.clone()).collect();
        let rows: Vec<Vec<String>> = table.full_rows();
        let widths = self.widths(&heads, &rows);
        self.row(table, &heads, &widths);
        let line: Vec<String> = widths.iter().map(|wide| "─".repeat(*wide)).collect();
        self.push(&line.join(&" ".repeat(GAP)));
        for row in &rows {
            self.row(table, row, &widths);
        }
        for note in &table.notes {
            self.wrapped(0, "", note);
        }
    }

    /// Widths of the columns: as wide as their widest cell, and together no wider than the page;
    /// the widest give way first.
    fn widths(&self, heads: &[String], rows: &[Vec<String>]) -> Vec<usize> {
        let mut widths: Vec<usize> = heads.iter().map(|head| columns(head)).collect();
        for row in rows {
            for (wide, cell) in widths.iter_mut().zip(row) {
                let widest = cell.lines().map(columns).max().unwrap_or(0);
                *wide = (*wide).max(widest);
            }
        }
        let gaps = GAP * widths.len().saturating_sub(1);
        while widths.iter().sum::<usize>() + gaps > self.width {
            match widths.iter_mut().max() {
                Some(widest) if *widest > NARROW => *widest -= 1,
                _ => break,
            }
        }
        widths
    }

    fn row(&mut self, table: &Table, cells: &[String], widths: &[usize]) {
        let cells: Vec<Vec<String>> = cells
            .iter()
            .zip(widths)
            .map(|(cell, wide)| wrapped(cell, (*wide).max(1)))
            .collect();
        let high = cells.iter().map(Vec::len).max().unwrap_or(0);
        for at in 0..high {
            let mut line = String::new();
            for (column, ((cell, wide), shape)) in
                cells.iter().zip(widths).zip(&table.columns).enumerate()
            {
                if column > 0 {
                    line.push_str(&" ".repeat(GAP));
                }
                let part = cell.get(at).map_or("", String::as_str);
                let room = " ".repeat(wide.saturating_sub(columns(part)));
                match shape.align {
                    Align::Left => line.extend([part, &room]),
                    Align::Right => line.extend([room.as_str(), part]),
                }
            }
            self.push(&line);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Day;
    use crate::print::{Column, Table};

    fn document() -> Document {
        let day: Day = "2025-03-01".parse().unwrap();
        let mut document = Document::new("Verslag", "nl", day);
        document
            .heading(1, "Eerst")
            .paragraph("Een zin die langer is dan twintig letters.")
            .list(["een", "twee"])
            .facts([("Wie", "de cliënt"), ("Wanneer", "in maart")])
            .quote("Ik wil werken.", Some("de cliënt".to_owned()))
            .table(Table {
                caption: None,
                columns: vec![Column::left("Wat"), Column::right("Aantal")],
                rows: vec![
                    vec!["een heel lang verhaal dat niet past".into(), "3".into()],
                    vec!["kort".into()],
                    vec!["te veel".into(), "1".into(), "rest".into()],
                ],
                notes: vec!["Bron: het boek.".into()],
            });
        document
    }

    #[test]
    fn every_word_is_shown_within_the_width() {
        let text = document().to_text(30);
        assert!(text.lines().all(|line| columns(line) <= 30), "{text}");
        let words = "Verslag Eerst zin die langer is dan twintig letters. • een twee Wie de cliënt \
                     Wanneer in maart “Ik wil werken.” heel lang verhaal Aantal 3 1 rest Bron:";
        for word in words.split_whitespace() {
            assert!(text.contains(word), "{word} is not in\n{text}");
        }
        let right = |line: &str| line.ends_with(" 3") && columns(line) == 30;
        assert!(text.lines().any(right), "{text}");
    }

    #[test]
    fn long_words_are_broken_and_control_characters_left_out() {
        assert_eq!(wrapped("abcdefghij kl", 4), ["abcd", "efgh", "ij", "kl"]);
        assert_eq!(wrapped("\u{1b}[31mrood", 80), ["[31mrood"]);
        assert_eq!(wrapped("", 80), [""]);
    }
}
