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

    /// Whether a table can be as narrow as the page.
    pub(super) fn has_room(&self, head: &[String], rows: &[Vec<String>]) -> bool {
        let gaps = 2 * head.len().saturating_sub(1);
        least_widths(head, rows).iter().sum::<usize>() + gaps <= self.width
    }

    /// A table with its columns as wide as their widest cell, as far as the page is: else the
    /// widest are made narrower, and their texts go on below.
    pub(super) fn table(&mut self, head: &[String], rows: &[Vec<String>], right: &[usize]) {
        let mut widths: Vec<usize> = (0..head.len())
            .map(|column| {
                let cells = rows.iter().filter_map(|row| row.get(column));
                let widest = cells.map(|cell| columns(cell)).max().unwrap_or(0);
                head.get(column).map_or(0, |cell| columns(cell)).max(widest)
            })
            .collect();
        let least = least_widths(head, rows);
        fit(&mut widths, &least, self.width);
        let lines = |cells: &[String]| -> Vec<String> {
            let parts = cells.iter().zip(&widths);
            let parts: Vec<Vec<String>> = parts
                .map(|(cell, width)| {
                    if columns(cell) <= *width {
                        vec![cell.clone()]
                    } else {
                        wrapped(cell, *width)
                    }
                })
                .collect();
            let height = parts.iter().map(Vec::len).max().unwrap_or(0);
            (0..height)
                .map(|at| {
                    let mut line = String::new();
                    for (column, (part, width)) in parts.iter().zip(&widths).enumerate() {
                        let cell = part.get(at).map_or("", String::as_str);
                        let room = " ".repeat(width.saturating_sub(columns(cell)));
                        let (before, after) = if right.contains(&column) {
                            (room.as_str(), "")
                        } else {
                            ("", room.as_str())
                        };
                        line.push_str(&format!("{before}{cell}{after}  "));
                    }
                    line.trim_end().to_owned()
                })
                .collect()
        };
        for line in lines(head) {
            let line = self.toned(Tone::Strong, &line);
            self.raw(&line);
        }
        for row in rows {
            for line in lines(row) {
                self.raw(&line);
            }
        }
    }
}

/// Columns of the longest word in every column of a table.
fn least_widths(head: &[String], rows: &[Vec<String>]) -> Vec<usize> {
    let widths = (0..head.len()).map(|column| {
        let cells = rows.iter().filter_map(|row| row.get(column));
        let words = cells.chain(head.get(column));
        words.map(|cell| longest_word(cell)).max().unwrap_or(1)
    });
    widths.collect()
}

/// Makes the widest columns narrower until a table fits on a page, none narrower than its longest
/// word.
fn fit(widths: &mut [usize], least: &[usize], page: usize) {
    let gaps = 2 * widths.len().saturating_sub(1);
    while widths.iter().sum::<usize>() + gaps > page {
        let spare = widths.iter().zip(least).enumerate();
        let spare = spare.filter(|(_, (width, least))| width > least);
        let widest = spare.max_by_key(|(_, (width, _))| **width);
        let place = widest.map(|(place, _)| place);
        let Some(width) = place.and_then(|place| widths.get_mut(place)) else {
            return;
        };
        *width -= 1;
    }
}

/// Columns of the longest word of a text.
fn longest_word(text: &str) -> usize {
    text.split(' ').map(columns).max().unwrap_or(0).max(1)
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

    /// Of 13 + 2 + 4 columns three too many: the widest gives way, to its longest word at least.
    #[test]
    fn a_table_is_no_wider_than_its_page() {
        let text = |text: &str| text.to_owned();
        let mut page = Page::new(16, false);
        let head = [text("wat"), text("keer")];
        page.table(&head, &[vec![text("een twee drie"), text("12")]], &[1]);
        assert_eq!(page.text(), "wat         keer\neen twee      12\ndrie\n");
        let mut page = Page::new(16, false);
        let long = "onderzoeksbezoeken";
        page.table(&head, &[vec![text(long), text("1")]], &[1]);
        assert!(page.text().contains(long));
    }

    #[test]
    fn texts_wrap_at_words_and_keep_their_own_breaks() {
        assert_eq!(wrapped("een twee drie", 8), ["een twee", "drie"]);
        assert_eq!(wrapped("een\ntwee", 80), ["een", "twee"]);
        assert_eq!(wrapped("", 80), [""]);
        assert_eq!(wrapped("\u{1b}[31mrood", 80), ["[31mrood"]);
    }
}
