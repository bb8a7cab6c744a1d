//! Tables and facts: cells beside each other, rows that stay whole, heads that come back.

use super::document::{Align, Fact, Table};
use super::flow::{Flow, MEASURE};
use super::sheet::{
    BODY, Belongs, CAPTION, CELL, HEAD, INK, Kind, LABEL, LINE, Line, Role, SIDE, SMALL, TOP, count,
};
use super::wrap;

/// White between columns.
const BETWEEN: f32 = 12.0;
/// White above and below the text of a row of a table.
const PAD: f32 = 3.5;
/// The part of the page that labels of facts may take.
const LABELS: f32 = 0.34;
/// Below this a column is too narrow to read; its words are broken.
const NARROW: f32 = 34.0;

/// A cell of a row that is put on the page.
struct Cell {
    belongs: Belongs,
    x: f32,
    width: f32,
    align: Align,
    lines: Vec<Line>,
    kind: Kind,
}

impl Flow<'_> {
    /// Labels with their values.
    pub(super) fn facts(&mut self, facts: &[Fact]) {
        self.gap(7.0);
        let widest = facts
            .iter()
            .map(|fact| wrap::extents(self.faces, &fact.label, LABEL).1)
            .fold(0.0, f32::max);
        let labels = widest.min(MEASURE * LABELS);
        let list = self.node(Role::List(false), None);
        for fact in facts {
            let item = self.node(Role::Item, Some(list));
            let label = self.node(Role::Label, Some(item));
            let body = self.node(Role::Body, Some(item));
            let begin = labels + BETWEEN;
            let plain = wrap::plain(&fact.label);
            let cells = vec![
                Cell {
                    belongs: Belongs::Node(label),
                    x: SIDE,
                    width: labels,
                    align: Align::Left,
                    lines: wrap::lines(self.faces, &plain, LABEL, labels),
                    kind: LABEL,
                },
                Cell {
                    belongs: Belongs::Node(body),
                    x: SIDE + begin,
                    width: MEASURE - begin,
                    align: Align::Left,
                    lines: wrap::lines(self.faces, &fact.value, BODY, MEASURE - begin),
                    kind: BODY,
                },
            ];
            self.row(cells, 1.0, &mut |_| {});
        }
    }

    /// A table: its head comes back on every page, its rows stay whole when a page can hold them.
    pub(super) fn table(&mut self, table: &Table) {
        self.gap(9.0);
        let rows = table.full_rows();
        let widths = self.widths(table, &rows);
        let whole = widths.iter().sum::<f32>() + BETWEEN * count(widths.len().saturating_sub(1));
        let node = self.node(Role::Table, None);
        if let Some(caption) = &table.caption {
            let lines = wrap::lines(self.faces, &wrap::plain(caption), CAPTION, MEASURE);
            self.need(CAPTION.line * 2.0 + HEAD.line * 3.0);
            let caption = self.node(Role::Caption, Some(node));
            self.lines(caption, SIDE, lines, CAPTION);
            self.y += 3.0;
        }
        if !table.columns.is_empty() {
            let head = self.node(Role::TableHead, Some(node));
            let row = self.node(Role::Row, Some(head));
            let named: Vec<Belongs> = table
                .columns
                .iter()
                .map(|_| Belongs::Node(self.node(Role::HeadCell, Some(row))))
                .collect();
            // The head never stands alone at the foot of a page.
            self.need(HEAD.line * 2.0 + CELL.line + 6.0 * PAD);
            self.head(table, &widths, whole, &named);
        }
        let body = self.node(Role::TableBody, Some(node));
        for row in &rows {
            let node = self.node(Role::Row, Some(body));
            let mut x = SIDE;
            let mut cells = Vec::with_capacity(widths.len());
            for ((text, column), width) in row.iter().zip(&table.columns).zip(&widths) {
                let cell = self.node(Role::Cell, Some(node));
                cells.push(Cell {
                    belongs: Belongs::Node(cell),
                    x,
                    width: *width,
                    align: column.align,
                    lines: wrap::lines(self.faces, &wrap::plain(text), CELL, *width),
                    kind: CELL,
                });
                x += width + BETWEEN;
            }
            let repeated = vec![Belongs::Ornament; table.columns.len()];
            self.row(cells, PAD, &mut |flow: &mut Flow<'_>| {
                flow.head(table, &widths, whole, &repeated);
            });
            let y = self.y;
            self.fill([SIDE, y, whole, 0.5], LINE);
        }
        for note in &table.notes {
            self.y += 3.0;
            let lines = wrap::lines(self.faces, &wrap::plain(note), SMALL, MEASURE);
            let node = self.node(Role::Paragraph, None);
            self.lines(node, SIDE, lines, SMALL);
        }
        self.y += 4.0;
    }

    /// The head of a table.
    fn head(&mut self, table: &Table, widths: &[f32], whole: f32, named: &[Belongs]) {
        let mut x = SIDE;
        let mut cells = Vec::new();
        for ((column, width), belongs) in table.columns.iter().zip(widths).zip(named) {
            cells.push(Cell {
                belongs: *belongs,
                x,
                width: *width,
                align: column.align,
                lines: wrap::lines(self.faces, &wrap::plain(&column.title), HEAD, *width),
                kind: HEAD,
            });
            x += width + BETWEEN;
        }
        self.row(cells, PAD, &mut |_| {});
        let y = self.y;
        self.fill([SIDE, y, whole, 1.0], INK);
        self.y += 1.0;
    }

    /// Puts a row on the page; on the next one when it does not fit, in pieces when it would not
    /// fit there either. `renewed` is called on every page that is begun.
    fn row(&mut self, mut cells: Vec<Cell>, pad: f32, renewed: &mut dyn FnMut(&mut Self)) {
        let height = |cells: &[Cell]| cells.iter().map(Cell::height).fold(0.0, f32::max);
        let all = height(&cells) + 2.0 * pad;
        let page = self.bottom - TOP;
        let fits = self.y + all <= self.bottom;
        let tall = all > page * 0.6;
        let first = cells.iter().map(|cell| cell.kind.line).fold(0.0, f32::max) + 2.0 * pad;
        if !fits && (!tall || self.y + first > self.bottom) {
            self.page();
            renewed(self);
        }
        loop {
            let room = self.bottom - self.y - 2.0 * pad;
            let mut used = 0.0_f32;
            let mut left = Vec::new();
            for mut cell in cells {
                let mut y = self.y + pad;
                let mut rest = cell
                    .lines
                    .split_off(cell.fitting(room).min(cell.lines.len()));
                used = used.max(cell.height());
                for line in std::mem::take(&mut cell.lines) {
                    let x = match cell.align {
                        Align::Left => cell.x,
                        Align::Right => cell.x + cell.width - line.width,
                    };
                    self.text(cell.belongs, x, y, line, cell.kind);
                    y += cell.kind.line;
                }
                cell.lines.append(&mut rest);
                left.push(cell);
            }
            self.y += used + 2.0 * pad;
            if left.iter().all(|cell| cell.lines.is_empty()) {
                return;
            }
            cells = left;
            self.page();
            renewed(self);
        }
    }

    /// Widths of the columns: what their widest cell asks; when that is too much, at least what
    /// their longest word asks, and the rest by what they ask.
    fn widths(&mut self, table: &Table, rows: &[Vec<String>]) -> Vec<f32> {
        let room = MEASURE - BETWEEN * count(table.columns.len().saturating_sub(1));
        let mut asks: Vec<(f32, f32)> = Vec::new();
        for (at, column) in table.columns.iter().enumerate() {
            let mut ask = wrap::extents(self.faces, &column.title, HEAD);
            // A head may stand in two lines.
            ask.1 = ask.0.max(ask.1 * 0.6);
            for cell in rows.iter().filter_map(|row| row.get(at)) {
                let (word, line) = wrap::extents(self.faces, cell, CELL);
                ask = (ask.0.max(word), ask.1.max(line));
            }
            // A hair more, so that rounding never breaks what just fits.
            asks.push((ask.0 + 0.5, ask.1 + 0.5));
        }
        let most: f32 = asks.iter().map(|ask| ask.1).sum();
        if most <= room {
            return asks.iter().map(|ask| ask.1).collect();
        }
        let least: f32 = asks.iter().map(|ask| ask.0).sum();
        if least <= room {
            return shared(&asks, room);
        }
        // Even the words do not fit: every column gives way as far as it can.
        let columns = count(asks.len().max(1));
        let narrow = NARROW.min(room / columns);
        let part = (room - narrow * columns).max(0.0) / (least - narrow * columns).max(1.0);
        asks.iter()
            .map(|ask| narrow + (ask.0 - narrow).max(0.0) * part)
            .collect()
    }
}

/// Short columns get what they ask; the long ones share what is left, and each at least has room
/// for its longest word.
fn shared(asks: &[(f32, f32)], room: f32) -> Vec<f32> {
    let mut widths: Vec<Option<f32>> = vec![None; asks.len()];
    loop {
        let open = widths.iter().filter(|width| width.is_none()).count();
        let left = room - widths.iter().flatten().sum::<f32>();
        let fair = left / count(open.max(1));
        let mut changed = false;
        for (width, (word, line)) in widths.iter_mut().zip(asks) {
            if width.is_none() && (*line <= fair || *word > fair) {
                *width = Some(if *line <= fair { *line } else { *word });
                changed = true;
            }
        }
        if !changed {
            return widths.iter().map(|width| width.unwrap_or(fair)).collect();
        }
    }
}

impl Cell {
    fn height(&self) -> f32 {
        count(self.lines.len()) * self.kind.line
    }

    /// How many of its lines fit in so much room; at least one, so that a page is never empty.
    fn fitting(&self, room: f32) -> usize {
        let mut fit = 1;
        let mut used = 2.0 * self.kind.line;
        while used <= room + 0.01 && fit < self.lines.len() {
            fit += 1;
            used += self.kind.line;
        }
        fit
    }
}
