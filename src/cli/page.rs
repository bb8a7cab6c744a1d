//! A page of text for a person: headings, wrapped paragraphs, labelled values, tables.

/// Columns of a page when the terminal does not say otherwise, and the most that read well.
const WIDTH: usize = 100;

/// Columns of a page: those of the terminal, within what reads well.
pub(super) fn width() -> usize {
    let given = std::env::var("COLUMNS").ok();
    let given = given.and_then(|text| text.parse().ok());
    let measured = || terminal_size::terminal_size().map(|(width, _)| usize::from(width.0));
    given.or_else(measured).unwrap_or(WIDTH).clamp(60, WIDTH)
}

/// How a piece of text stands out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tone {
    /// As it is.
    Plain,
    /// Bold.
    Strong,
    /// Less bright.
    Soft,
    /// Something that asks for attention.
    Alert,
}

/// A page under way.
pub(super) struct Page {
    text: String,
    width: usize,
    colour: bool,
}

impl Page {
    /// An empty page.
    pub(super) fn new(width: usize, colour: bool) -> Self {
        Self {
            text: String::new(),
            width,
            colour,
        }
    }

    /// What is on it.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// A text in a tone, when the reader wants colours.
    pub(super) fn toned(&self, tone: Tone, text: &str) -> String {
        let code = match tone {
            Tone::Strong => "1",
            Tone::Soft => "2",
            Tone::Alert => "33",
            Tone::Plain => return text.to_owned(),
        };
        if self.colour && !text.is_empty() {
            format!("\u{1b}[{code}m{text}\u{1b}[0m")
        } else {
            text.to_owned()
        }
    }

    /// An empty line, unless there is one or the page is empty.
    pub(super) fn gap(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with("\n\n") {
            self.text.push('\n');
        }
    }

    /// A heading, underlined.
    pub(super) fn title(&mut self, text: &str) {
        self.gap();
        let strong = self.toned(Tone::Strong, text);
        self.raw(&strong);
        let line = "═".repeat(columns(text).min(self.width));
        let line = self.toned(Tone::Soft, &line);
        self.raw(&line);
    }

    /// A heading within the page.
    pub(super) fn heading(&mut self, text: &str) {
        self.gap();
        let strong = self.toned(Tone::Strong, text);
        self.raw(&strong);
    }

    /// A line as it is.
    pub(super) fn raw(&mut self, line: &str) {
        self.text.push_str(line);
        self.text.push('\n');
    }

    /// A paragraph, wrapped, so many columns from the left.
    pub(super) fn line(&mut self, indent: usize, tone: Tone, text: &str) {
        self.hanging(indent, "", tone, text);
    }

    /// A paragraph whose first line begins with a mark, and whose other lines stand below its
    /// text.
    pub(super) fn hanging(&mut self, indent: usize, mark: &str, tone: Tone, text: &str) {
        let inner = indent + columns(mark);
        let mut first = true;
        for part in wrapped(text, self.width.saturating_sub(inner).max(20)) {
            let before = if first { mark } else { "" };
            let pad = " ".repeat(if first { indent } else { inner });
            first = false;
            let toned = self.toned(tone, &part);
            let line = format!("{pad}{before}{toned}");
            self.raw(line.trim_end());
        }
    }

    /// A label with its value: beside it when the label is short, with the value hanging.
    pub(super) fn field(&mut self, indent: usize, label_width: usize, label: &str, value: &str) {
        let inner = indent + label_width + 1;
        let lines = wrapped(value, self.width.saturating_sub(inner).max(20));
        let mut lines = lines.into_iter();
        let toned = self.toned(Tone::Soft, label);
        let pad = " ".repeat(indent);
        let room = label_width.saturating_sub(columns(label));
        if columns(label) > label_width {
            self.raw(&format!("{pad}{toned}"));
        } else {
            let first = lines.next().unwrap_or_default();
            self.raw(format!("{pad}{toned}{} {first}", " ".repeat(room)).trim_end());
        }
        for line in lines {
            self.raw(&format!("{}{line}", " ".repeat(inner)));
        }
    }

    /// A table with its columns as wide as their widest cell.
    pub(super) fn table(&mut self, head: &[String], rows: &[Vec<String>], right: &[usize]) {
        let widths: Vec<usize> = (0..head.len())
            .map(|column| {
                let cells = rows.iter().filter_map(|row| row.get(column));
                let widest = cells.map(|cell| columns(cell)).max().unwrap_or(0);
                head.get(column).map_or(0, |cell| columns(cell)).max(widest)
            })
            .collect();
        let line = |cells: &[String]| {
            let mut line = String::new();
            for (column, (cell, width)) in cells.iter().zip(&widths).enumerate() {
                let room = " ".repeat(width.saturating_sub(columns(cell)));
                if right.contains(&column) {
                    line.push_str(&room);
                    line.push_str(cell);
                } else {
                    line.push_str(cell);
                    line.push_str(&room);
                }
                line.push_str("  ");
            }
            line.trim_end().to_owned()
        };
        let head = self.toned(Tone::Strong, &line(head));
        self.raw(&head);
        for row in rows {
            self.raw(&line(row));
        }
    }
}

/// Columns that a text takes; every character of the two languages takes one.
pub(super) fn columns(text: &str) -> usize {
    text.chars().count()
}

/// A text in lines of at most `width` columns; its own line breaks stay. Control characters that
/// somebody put in a text do not reach the terminal.
pub(super) fn wrapped(text: &str, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    for paragraph in text.lines() {
        let mut line = String::new();
        for word in paragraph.split(' ').filter(|word| !word.is_empty()) {
            let word: String = word.chars().filter(|letter| !letter.is_control()).collect();
            if !line.is_empty() && columns(&line) + 1 + columns(&word) > width {
                lines.push(std::mem::take(&mut line));
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_wrap_at_words_and_keep_their_own_breaks() {
        assert_eq!(wrapped("een twee drie", 8), ["een twee", "drie"]);
        assert_eq!(wrapped("een\ntwee", 80), ["een", "twee"]);
        assert_eq!(wrapped("", 80), [""]);
        assert_eq!(wrapped("\u{1b}[31mrood", 80), ["[31mrood"]);
    }
}
