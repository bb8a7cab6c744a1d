//! Pages into a PDF: PDF/A-2a for who keeps it, PDF/UA-1 for who has it read aloud.

use krilla::SerializeSettings;
use krilla::color::rgb;
use krilla::configure::{Accessibility, Archival, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::geom::{Path, PathBuilder, Point, Rect, Transform};
use krilla::metadata::{DateTime, Metadata};
use krilla::num::NormalizedF32;
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::{Fill, Stroke, StrokeDash};
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ArtifactType, ContentTag, SpanTag};

use super::document::{Document, Style};
use super::face::Faces;
use super::flow;
use super::picture::{Picture, PictureError, Shape, Step};
use super::sheet::{Belongs, Colour, Entry, HEIGHT, Kind, Laid, Line, Mark, WIDTH};
use super::style::Look;
use super::tags::Tags;

/// Why no PDF came out.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PdfError {
    /// A picture cannot be drawn.
    #[error(transparent)]
    Picture(#[from] PictureError),
    /// The faces in the program cannot be read.
    #[error("the faces that text is set in cannot be read")]
    Faces,
    /// The result would not be PDF/A-2a and PDF/UA-1.
    #[error("the page is no PDF/A-2a: {0}")]
    Refused(String),
}

impl Document {
    /// The document as PDF/A-2a and PDF/UA-1, on A4. The same document gives the same bytes.
    ///
    /// # Errors
    ///
    /// When a picture in it cannot be drawn, or the result would break the standards.
    pub fn to_pdf(&self) -> Result<Vec<u8>, PdfError> {
        let mut faces = Faces::new().ok_or(PdfError::Faces)?;
        let laid = flow::lay_out(self, &mut faces)?;
        let refused = |why: String| PdfError::Refused(why);
        let configuration = ConfigurationBuilder::new()
            .with_archival_validator(Archival::A2_A)
            .with_accessibility_validator(Accessibility::UA1)
            .finish()
            .map_err(|why| refused(format!("{why:?}")))?;
        let mut out = krilla::Document::new_with(SerializeSettings {
            configuration,
            ..SerializeSettings::default()
        });
        out.set_metadata(metadata(self));
        let mut tags = Tags::new(laid.nodes.len());
        for sheet in &laid.sheets {
            let size = PageSettings::from_wh(WIDTH, HEIGHT)
                .ok_or_else(|| refused("no such paper".into()))?;
            let mut page = out.start_page_with(size);
            let mut surface = page.surface();
            for (belongs, mark) in &sheet.marks {
                let id = surface.start_tagged(match belongs {
                    Belongs::Node(_) => content(mark),
                    Belongs::Foot => artifact(ArtifactType::Footer),
                    Belongs::Ornament => artifact(ArtifactType::Layout),
                });
                draw(&mut surface, &faces, mark);
                surface.end_tagged();
                if let Belongs::Node(node) = belongs {
                    tags.add(*node, id);
                }
            }
            surface.finish();
            page.finish();
        }
        out.set_outline(outline(&laid));
        out.set_tag_tree(tags.tree(&laid.nodes, &self.lang));
        out.finish().map_err(|why| refused(format!("{why:?}")))
    }
}

fn metadata(document: &Document) -> Metadata {
    let (year, month, day) = document.made_on.year_month_day();
    let made = DateTime::new(u16::try_from(year).unwrap_or_default())
        .month(u8::try_from(month).unwrap_or(1))
        .day(u8::try_from(day).unwrap_or(1))
        .hour(0)
        .minute(0)
        .second(0)
        .utc_offset_hour(0);
    Metadata::new()
        .title(document.title.clone())
        .description(document.subtitle.clone().unwrap_or_default())
        .language(document.lang.clone())
        .creator("Weegboek".to_owned())
        .producer("Weegboek".to_owned())
        .creation_date(made)
}

fn content(mark: &Mark) -> ContentTag<'_> {
    match mark {
        Mark::Text { .. } => ContentTag::Span(SpanTag::empty()),
        Mark::Fill { .. } | Mark::Picture { .. } => ContentTag::Other,
    }
}

fn artifact(kind: ArtifactType) -> ContentTag<'static> {
    ContentTag::Artifact(Artifact::with_kind(kind))
}

fn fill(colour: Colour, opacity: f32) -> Fill {
    let [red, green, blue] = colour;
    Fill {
        paint: rgb::Color::new(red, green, blue).into(),
        opacity: NormalizedF32::new(opacity).unwrap_or(NormalizedF32::ONE),
        ..Fill::default()
    }
}

fn draw(surface: &mut Surface<'_>, faces: &Faces, mark: &Mark) {
    match mark {
        Mark::Text { x, y, line, kind } => text(surface, faces, (*x, *y), line, *kind),
        Mark::Fill { area, colour } => {
            let [x, y, width, height] = *area;
            let mut path = PathBuilder::new();
            if let Some(rect) = Rect::from_xywh(x, y, width, height) {
                path.push_rect(rect);
            }
            if let Some(path) = path.finish() {
                surface.set_stroke(None);
                surface.set_fill(Some(fill(*colour, 1.0)));
                surface.draw_path(&path);
            }
        }
        Mark::Picture { at, scale, picture } => {
            let [x, y] = *at;
            let place = Transform::from_row(*scale, 0.0, 0.0, *scale, x, y);
            surface.push_transform(&place);
            drawn(surface, faces, picture);
            surface.pop();
        }
    }
}

fn text(surface: &mut Surface<'_>, faces: &Faces, at: (f32, f32), line: &Line, kind: Kind) {
    let (mut x, y) = at;
    surface.set_stroke(None);
    surface.set_fill(Some(fill(kind.colour, 1.0)));
    for span in &line.spans {
        let shaped = faces.shape(span.style, &span.text);
        let font = faces.font(span.style);
        let start = Point::from_xy(x, y);
        surface.draw_glyphs(start, &shaped.glyphs, font, &shaped.text, kind.size, false);
        x += shaped.width * kind.size;
    }
}

fn drawn(surface: &mut Surface<'_>, faces: &Faces, picture: &Picture) {
    for shape in &picture.shapes {
        match shape {
            Shape::Path { steps, look } => {
                if let Some(path) = path(steps) {
                    surface.set_stroke(stroke(look));
                    surface.set_fill(look.fill.map(|colour| fill(colour, look.opacity)));
                    if look.fill.is_some() || look.stroke.is_some() {
                        surface.draw_path(&path);
                    }
                }
            }
            Shape::Text {
                at,
                anchor,
                text,
                look,
            } => {
                let style = if look.strong {
                    Style::Strong
                } else {
                    Style::Plain
                };
                let shaped = faces.shape(style, text);
                if shaped.glyphs.is_empty() {
                    continue;
                }
                let [x, y] = *at;
                let start = Point::from_xy(x - shaped.width * look.size * anchor, y);
                let font = faces.font(style);
                let ink = fill(look.fill.unwrap_or(super::picture::CURRENT), 1.0);
                if look.haloed && look.stroke.is_some() {
                    // Only the outline of letters, and not as text, so that it is read once.
                    surface.set_fill(None);
                    surface.set_stroke(stroke(look));
                    surface.draw_glyphs(
                        start,
                        &shaped.glyphs,
                        font.clone(),
                        &shaped.text,
                        look.size,
                        true,
                    );
                }
                surface.set_stroke(None);
                surface.set_fill(Some(ink));
                surface.draw_glyphs(start, &shaped.glyphs, font, &shaped.text, look.size, false);
            }
        }
    }
}

fn stroke(look: &Look) -> Option<Stroke> {
    let [red, green, blue] = look.stroke?;
    let dash = (!look.dash.is_empty()).then(|| StrokeDash {
        array: look.dash.clone(),
        offset: 0.0,
    });
    Some(Stroke {
        paint: rgb::Color::new(red, green, blue).into(),
        width: look.width,
        dash,
        ..Stroke::default()
    })
}

fn path(steps: &[Step]) -> Option<Path> {
    let mut path = PathBuilder::new();
    for step in steps {
        match *step {
            Step::Move([x, y]) => path.move_to(x, y),
            Step::Line([x, y]) => path.line_to(x, y),
            Step::Quad([a, b, x, y]) => path.quad_to(a, b, x, y),
            Step::Cubic([a, b, c, d, x, y]) => path.cubic_to(a, b, c, d, x, y),
            Step::Close => path.close(),
        }
    }
    path.finish()
}

/// The contents for the side of a reader's program.
fn outline(laid: &Laid) -> Outline {
    let mut outline = Outline::new();
    let mut rest = laid.entries.as_slice();
    while let Some((first, after)) = rest.split_first() {
        let (node, next) = entry(first, after);
        outline.push_child(node);
        rest = next;
    }
    outline
}

/// An entry with the entries below it, and what comes after them.
fn entry<'e>(first: &Entry, mut rest: &'e [Entry]) -> (OutlineNode, &'e [Entry]) {
    let place = XyzDestination::new(first.page, Point::from_xy(0.0, first.y));
    let mut node = OutlineNode::new(first.text.clone(), place).with_open(first.level == 1);
    while let Some((next, after)) = rest.split_first() {
        if next.level <= first.level {
            break;
        }
        let (child, behind) = entry(next, after);
        node.push_child(child);
        rest = behind;
    }
    (node, rest)
}
