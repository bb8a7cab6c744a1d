//! Blocks onto pages, from top to bottom: what stays together, and where a page ends.

use super::document::{Block, Document, Figure, Quote, Run};
use super::face::Faces;
use super::pdf::PdfError;
use super::picture::Picture;
use super::sheet::{
    ACCENT, BODY, BOTTOM, Belongs, CAPTION, Colour, Entry, FOOT, HEADINGS, HEIGHT, Kind, LINE,
    Laid, Line, Mark, Node, Role, SIDE, SMALL, SUBTITLE, Sheet, TITLE, TOP, WIDTH, count,
};
use super::wrap;

/// White between paragraphs.
const GAP: f32 = 7.0;
/// Room for a dot or a number before an item.
const INDENT: f32 = 16.0;
/// What a heading wants below it on the same page: two lines and the white before them.
const BELOW_HEADING: f32 = 48.0;
/// From the top of a line to where its letters stand, as a part of the line's height.
const ASCENT: f32 = 0.76;

/// The pages of a document under way.
pub(super) struct Flow<'f> {
    pub(super) faces: &'f mut Faces,
    pub(super) laid: Laid,
    pub(super) y: f32,
    /// Where text ends at the foot of a page.
    pub(super) bottom: f32,
    /// Level of the last heading, so that none is skipped.
    level: u16,
}

/// The text block of a page.
pub(super) const MEASURE: f32 = WIDTH - 2.0 * SIDE;

/// Lays a document out.
pub(super) fn lay_out(document: &Document, faces: &mut Faces) -> Result<Laid, PdfError> {
    let room = MEASURE - pages_width(document, faces);
    let foot = wrap::lines(faces, &wrap::plain(&document.footer.text), SMALL, room);
    let more = SMALL.line * count(foot.len().saturating_sub(1));
    let mut flow = Flow {
        faces,
        laid: Laid::default(),
        y: TOP,
        bottom: HEIGHT - BOTTOM - more,
        level: 1,
    };
    flow.page();
    flow.title(document);
    for (at, block) in document.blocks.iter().enumerate() {
        let next = document.blocks.get(at + 1..).unwrap_or_default();
        flow.block(block, next)?;
    }
    flow.feet(document, &foot);
    Ok(flow.laid)
}

fn pages_width(document: &Document, faces: &mut Faces) -> f32 {
    let widest = numbered(&document.footer.pages, 999, 999);
    let wide = faces.width(SMALL.style, SMALL.size, &widest);
    if wide > 0.0 { wide + 18.0 } else { 0.0 }
}

fn numbered(pattern: &str, page: usize, pages: usize) -> String {
    pattern
        .replace("{page}", &page.to_string())
        .replace("{pages}", &pages.to_string())
}

impl Flow<'_> {
    /// Begins a new page.
    pub(super) fn page(&mut self) {
        self.laid.sheets.push(Sheet::default());
        self.y = TOP;
    }

    /// Whether nothing stands on this page yet.
    fn fresh(&self) -> bool {
        self.y <= TOP
    }

    /// White before what comes, but not at the top of a page.
    pub(super) fn gap(&mut self, white: f32) {
        if !self.fresh() {
            self.y += white;
        }
    }

    /// Begins a new page when so much no longer fits on this one.
    pub(super) fn need(&mut self, height: f32) {
        if self.y + height > self.bottom && !self.fresh() {
            self.page();
        }
    }

    /// A new part of the text.
    pub(super) fn node(&mut self, role: Role, parent: Option<usize>) -> usize {
        self.laid.nodes.push(Node { role, parent });
        self.laid.nodes.len() - 1
    }

    /// Puts a mark on this page.
    pub(super) fn put(&mut self, belongs: Belongs, mark: Mark) {
        if let Some(sheet) = self.laid.sheets.last_mut() {
            sheet.marks.push((belongs, mark));
        }
    }

    /// Puts a line of text on this page, its top at `y`.
    pub(super) fn text(&mut self, belongs: Belongs, x: f32, y: f32, line: Line, kind: Kind) {
        if line.spans.is_empty() {
            return;
        }
        let y = y + kind.line * ASCENT;
        self.put(belongs, Mark::Text { x, y, line, kind });
    }

    /// A rectangle that says nothing.
    pub(super) fn fill(&mut self, area: [f32; 4], colour: Colour) {
        self.put(Belongs::Ornament, Mark::Fill { area, colour });
    }

    /// Lines below each other; a page never begins or ends with a single line of several.
    pub(super) fn lines(&mut self, node: usize, x: f32, lines: Vec<Line>, kind: Kind) {
        let count = lines.len();
        for (at, line) in lines.into_iter().enumerate() {
            let left = count - at;
            // Two lines stay together at the begin and at the end.
            let together = if (at == 0 && left > 1) || left == 2 {
                2.0
            } else {
                1.0
            };
            self.need(kind.line * together);
            let y = self.y;
            self.text(Belongs::Node(node), x, y, line, kind);
            self.y += kind.line;
        }
    }

    fn runs(&mut self, runs: &[Run], kind: Kind, indent: f32) -> Vec<Line> {
        wrap::lines(self.faces, runs, kind, MEASURE - indent)
    }

    fn title(&mut self, document: &Document) {
        let lines = self.runs(&wrap::plain(&document.title), TITLE, 0.0);
        let node = self.node(Role::Heading(1, document.title.clone()), None);
        self.entry(1, &document.title);
        self.lines(node, SIDE, lines, TITLE);
        if let Some(subtitle) = &document.subtitle {
            self.y += 2.0;
            let lines = self.runs(&wrap::plain(subtitle), SUBTITLE, 0.0);
            let node = self.node(Role::Paragraph, None);
            self.lines(node, SIDE, lines, SUBTITLE);
        }
        self.y += 8.0;
        let y = self.y;
        self.fill([SIDE, y, MEASURE, 1.2], ACCENT);
        self.y += 10.0;
    }

    fn entry(&mut self, level: u16, text: &str) {
        let page = self.laid.sheets.len().saturating_sub(1);
        let (text, y) = (text.to_owned(), self.y);
        self.laid.entries.push(Entry {
            level,
            text,
            page,
            y,
        });
    }

    fn block(&mut self, block: &Block, next: &[Block]) -> Result<(), PdfError> {
        match block {
            Block::Heading { level, text } => self.heading(*level, text, next),
            Block::Paragraph { runs } => self.paragraph(runs, BODY),
            Block::Remark { text } => self.paragraph(&wrap::plain(text), SMALL),
            Block::List { numbered, items } => self.list(*numbered, items),
            Block::Facts { facts } => self.facts(facts),
            Block::Table(table) => self.table(table),
            Block::Quote(quote) => self.quote(quote),
            Block::Figure(figure) => self.figure(figure)?,
            Block::Rule => {
                self.gap(GAP);
                self.need(10.0);
                let y = self.y + 4.0;
                self.fill([SIDE, y, MEASURE, 0.6], LINE);
                self.y += 9.0;
            }
            Block::PageBreak => {
                if !self.fresh() {
                    self.page();
                }
            }
        }
        Ok(())
    }

    fn heading(&mut self, level: u8, text: &str, next: &[Block]) {
        let level = level.clamp(1, 3);
        let [first, second, third] = HEADINGS;
        let (kind, white) = match level {
            1 => (first, 20.0),
            2 => (second, 15.0),
            _ => (third, 11.0),
        };
        // Headings that follow at once stay with it as well.
        let others = next
            .iter()
            .take_while(|block| matches!(block, Block::Heading { .. }));
        let others = count(others.count()) * 32.0;
        let lines = self.runs(&wrap::plain(text), kind, 0.0);
        let height = count(lines.len()) * kind.line;
        self.gap(white);
        self.need(height + others + BELOW_HEADING);
        // Below the title at level 1; a reader's program wants no level skipped.
        self.level = (u16::from(level) + 1).min(self.level + 1);
        self.entry(self.level, text);
        let node = self.node(Role::Heading(self.level, text.to_owned()), None);
        self.lines(node, SIDE, lines, kind);
        self.y -= 2.0;
    }

    fn paragraph(&mut self, runs: &[Run], kind: Kind) {
        self.gap(GAP);
        let lines = self.runs(runs, kind, 0.0);
        let node = self.node(Role::Paragraph, None);
        self.lines(node, SIDE, lines, kind);
    }

    fn list(&mut self, numbered: bool, items: &[Vec<Run>]) {
        let list = self.node(Role::List(numbered), None);
        self.gap(GAP - 3.0);
        for (at, runs) in items.iter().enumerate() {
            self.gap(3.0);
            let mark = if numbered {
                format!("{}.", at + 1)
            } else {
                "•".to_owned()
            };
            let indent = if items.len() > 9 && numbered {
                INDENT + 6.0
            } else {
                INDENT
            };
            let lines = self.runs(runs, BODY, indent + 4.0);
            let item = self.node(Role::Item, Some(list));
            let label = self.node(Role::Label, Some(item));
            let body = self.node(Role::Body, Some(item));
            self.need(BODY.line * if lines.len() > 1 { 2.0 } else { 1.0 });
            let mark = wrap::lines(self.faces, &wrap::plain(&mark), BODY, MEASURE);
            let y = self.y;
            for line in mark {
                self.text(Belongs::Node(label), SIDE + 4.0, y, line, BODY);
            }
            self.lines(body, SIDE + indent + 4.0, lines, BODY);
        }
    }

    fn quote(&mut self, quote: &Quote) {
        self.gap(GAP);
        let indent = 14.0;
        let marked = format!("“{}”", quote.text);
        let lines = self.runs(&wrap::plain(&marked), BODY, indent);
        let outer = self.node(Role::Quote, None);
        let node = self.node(Role::Paragraph, Some(outer));
        let by = quote.by.as_ref().map(|by| {
            let lines = self.runs(&wrap::plain(&format!("– {by}")), SMALL, indent);
            (self.node(Role::Paragraph, Some(outer)), lines)
        });
        let (mut page, mut top) = (self.laid.sheets.len(), self.y);
        let mut all: Vec<(usize, Line, Kind)> = Vec::new();
        all.extend(lines.into_iter().map(|line| (node, line, BODY)));
        if let Some((node, lines)) = by {
            all.extend(lines.into_iter().map(|line| (node, line, SMALL)));
        }
        // A short quote keeps whose it is on the same page.
        if let [first, second, ..] = all.as_slice() {
            let height = first.2.line + second.2.line;
            if self.y + height > self.bottom {
                self.need(height);
                (page, top) = (self.laid.sheets.len(), self.y);
            }
        }
        for (node, line, kind) in all {
            if self.y + kind.line > self.bottom {
                self.bar(top);
                self.need(kind.line);
                if self.laid.sheets.len() != page {
                    (page, top) = (self.laid.sheets.len(), self.y);
                }
            }
            let y = self.y;
            self.text(Belongs::Node(node), SIDE + indent, y, line, kind);
            self.y += kind.line;
        }
        self.bar(top);
        self.y += 2.0;
    }

    /// The mark beside words of a person, from `top` to here.
    fn bar(&mut self, top: f32) {
        let height = self.y - top;
        if height > 0.0 {
            self.fill([SIDE + 2.0, top + 1.5, 2.4, height - 2.0], ACCENT);
        }
    }

    fn figure(&mut self, figure: &Figure) -> Result<(), PdfError> {
        let picture = Picture::read(&figure.svg)?;
        self.gap(GAP + 3.0);
        let caption = figure.caption.as_deref().map(|text| {
            let runs = wrap::plain(text);
            self.runs(&runs, CAPTION, 0.0)
        });
        let below = caption
            .as_ref()
            .map_or(0.0, |lines| 4.0 + count(lines.len()) * CAPTION.line);
        let room = self.bottom - TOP - below;
        let scale = (MEASURE / picture.width)
            .min(room / picture.height)
            .min(1.0);
        let height = picture.height * scale;
        self.need(height + below);
        let node = self.node(Role::Figure(figure.alt.clone()), None);
        let at = [SIDE, self.y];
        self.put(Belongs::Node(node), Mark::Picture { at, scale, picture });
        self.y += height;
        if let Some(lines) = caption {
            self.y += 4.0;
            let node = self.node(Role::Caption, Some(node));
            self.lines(node, SIDE, lines, CAPTION);
        }
        self.y += 3.0;
        Ok(())
    }

    /// The foot of every page, when it is known how many there are.
    fn feet(&mut self, document: &Document, foot: &[Line]) {
        let pages = self.laid.sheets.len();
        let more = SMALL.line * count(foot.len().saturating_sub(1));
        let top = HEIGHT - FOOT - more - SMALL.line;
        for page in 0..pages {
            let text = numbered(&document.footer.pages, page + 1, pages);
            let number = wrap::lines(self.faces, &wrap::plain(&text), SMALL, MEASURE);
            let mut marks = vec![(
                Belongs::Foot,
                Mark::Fill {
                    area: [SIDE, top - 6.0, MEASURE, 0.6],
                    colour: LINE,
                },
            )];
            let mut y = top + SMALL.line * ASCENT;
            let kind = SMALL;
            for line in number {
                let x = WIDTH - SIDE - line.width;
                marks.push((Belongs::Foot, Mark::Text { x, y, line, kind }));
            }
            for line in foot {
                let (x, line) = (SIDE, line.clone());
                marks.push((Belongs::Foot, Mark::Text { x, y, line, kind }));
                y += SMALL.line;
            }
            if document.footer.text.is_empty() && document.footer.pages.is_empty() {
                continue;
            }
            if let Some(sheet) = self.laid.sheets.get_mut(page) {
                sheet.marks.extend(marks);
            }
        }
    }
}
