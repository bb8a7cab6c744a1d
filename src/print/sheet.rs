//! A sheet of paper: its measures, its types, and what stands where.

use super::document::Style;
use super::picture::Picture;

/// A4, in points of 1/72 inch.
pub(super) const WIDTH: f32 = 595.276;
/// A4, in points.
pub(super) const HEIGHT: f32 = 841.89;
/// White at the left and the right.
pub(super) const SIDE: f32 = 68.0;
/// White above.
pub(super) const TOP: f32 = 64.0;
/// White below, with a foot of one line in it.
pub(super) const BOTTOM: f32 = 76.0;
/// The first line of the foot, from below.
pub(super) const FOOT: f32 = 46.0;

/// A count, to reckon with.
pub(super) fn count(things: usize) -> f32 {
    f32::from(u16::try_from(things).unwrap_or(u16::MAX))
}

/// A colour: red, green, blue.
pub(super) type Colour = [u8; 3];
/// Of text.
pub(super) const INK: Colour = [27, 27, 27];
/// Of remarks and the foot; 7.6 to 1 against white.
pub(super) const SOFT: Colour = [75, 81, 89];
/// Of lines.
pub(super) const LINE: Colour = [196, 201, 207];
/// Of headings and the mark beside words of a person.
pub(super) const ACCENT: Colour = [22, 71, 125];

/// A size of type with its line height and colour.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Kind {
    /// Size, in points.
    pub(super) size: f32,
    /// From line to line, in points.
    pub(super) line: f32,
    /// Colour.
    pub(super) colour: Colour,
    /// Weight of text that is plain in the document.
    pub(super) style: Style,
}

const fn kind(size: f32, line: f32, colour: Colour, style: Style) -> Kind {
    Kind {
        size,
        line,
        colour,
        style,
    }
}

/// The title of the document.
pub(super) const TITLE: Kind = kind(22.0, 28.0, ACCENT, Style::Strong);
/// What stands below it.
pub(super) const SUBTITLE: Kind = kind(12.0, 17.0, SOFT, Style::Plain);
/// Headings of level 1, 2 and 3.
pub(super) const HEADINGS: [Kind; 3] = [
    kind(15.0, 20.0, ACCENT, Style::Strong),
    kind(12.0, 17.0, INK, Style::Strong),
    kind(10.5, 15.5, INK, Style::Strong),
];
/// Text.
pub(super) const BODY: Kind = kind(10.5, 15.5, INK, Style::Plain);
/// Labels of facts.
pub(super) const LABEL: Kind = kind(10.5, 15.5, SOFT, Style::Plain);
/// Remarks, captions.
pub(super) const SMALL: Kind = kind(9.0, 13.0, SOFT, Style::Plain);
/// Captions of tables and pictures.
pub(super) const CAPTION: Kind = kind(10.0, 14.5, INK, Style::Strong);
/// Cells.
pub(super) const CELL: Kind = kind(9.5, 13.5, INK, Style::Plain);
/// Heads of columns.
pub(super) const HEAD: Kind = kind(9.5, 13.5, INK, Style::Strong);

/// Text in one style, part of a line.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Span {
    /// Its text.
    pub(super) text: String,
    /// Its style.
    pub(super) style: Style,
}

/// A line of text.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Line {
    /// Its parts, from left to right.
    pub(super) spans: Vec<Span>,
    /// How wide it is.
    pub(super) width: f32,
}

/// To what a mark on the sheet belongs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Belongs {
    /// A part of the text: the place of its node.
    Node(usize),
    /// The foot of the page.
    Foot,
    /// A line or a repeated head, which says nothing new.
    Ornament,
}

/// Something on a sheet.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Mark {
    /// A line of text whose letters stand on `y`.
    Text {
        /// Left end.
        x: f32,
        /// The line the letters stand on.
        y: f32,
        /// The text.
        line: Line,
        /// Its size and colour.
        kind: Kind,
    },
    /// A filled rectangle; lines are thin rectangles.
    Fill {
        /// Left, top, width, height.
        area: [f32; 4],
        /// Its colour.
        colour: Colour,
    },
    /// A picture.
    Picture {
        /// Left and top.
        at: [f32; 2],
        /// How much it is enlarged.
        scale: f32,
        /// The picture.
        picture: Picture,
    },
}

/// One page.
#[derive(Debug, Default)]
pub(super) struct Sheet {
    /// What stands on it, in reading order.
    pub(super) marks: Vec<(Belongs, Mark)>,
}

/// What a part of the text is, for who has it read aloud.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Role {
    /// A heading of this level, from 1.
    Heading(u16, String),
    /// A paragraph.
    Paragraph,
    /// A list, with numbers or without.
    List(bool),
    /// An item of a list.
    Item,
    /// The number, dot or label of an item.
    Label,
    /// The text of an item.
    Body,
    /// A table.
    Table,
    /// The head of a table.
    TableHead,
    /// The rows of a table.
    TableBody,
    /// A row.
    Row,
    /// The head of a column.
    HeadCell,
    /// A cell.
    Cell,
    /// What stands above a table or below a picture.
    Caption,
    /// Words of a person.
    Quote,
    /// A picture, with what it shows.
    Figure(String),
}

/// A part of the text, and the part it stands in.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Node {
    /// What it is.
    pub(super) role: Role,
    /// The part it stands in; none for the document itself.
    pub(super) parent: Option<usize>,
}

/// A heading for the list of contents of a reader's program.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Entry {
    /// Its level, from 1.
    pub(super) level: u16,
    /// Its text.
    pub(super) text: String,
    /// Page, from 0.
    pub(super) page: usize,
    /// Its top.
    pub(super) y: f32,
}

/// All pages.
#[derive(Debug, Default)]
pub(super) struct Laid {
    /// The pages.
    pub(super) sheets: Vec<Sheet>,
    /// The parts of the text, in reading order.
    pub(super) nodes: Vec<Node>,
    /// The headings.
    pub(super) entries: Vec<Entry>,
}
