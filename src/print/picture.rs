//! Reading a picture of the room `plot` back into shapes, so that a page can draw it.
//!
//! This is not a reader of any SVG: it knows what our pictures are made of (lines, rectangles,
//! circles, paths, texts, and the style that stands in the picture itself) and refuses the rest
//! by name, rather than leaving something out.

use std::collections::HashMap;

use quick_xml::Reader;
use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};

use super::sheet::Colour;
use super::style::{Look, Rules};

/// Why a picture cannot be drawn on a page.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PictureError {
    /// It is no well-formed XML.
    #[error("the picture is no XML: {0}")]
    Markup(String),
    /// It has a part that pictures of ours do not have.
    #[error("the picture has a part {0:?} that pages do not know")]
    Unknown(String),
    /// A number or a path in it cannot be read.
    #[error("the picture has {0:?} where a number or a path should stand")]
    Number(String),
}

/// A picture, in its own units.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Picture {
    /// Width of the picture.
    pub(super) width: f32,
    /// Height of the picture.
    pub(super) height: f32,
    /// What is drawn, the undermost first.
    pub(super) shapes: Vec<Shape>,
}

/// A step of a path.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Step {
    /// To a point, drawing nothing.
    Move([f32; 2]),
    /// In a straight line.
    Line([f32; 2]),
    /// In a curve with one handle.
    Quad([f32; 4]),
    /// In a curve with two handles.
    Cubic([f32; 6]),
    /// Back to the begin.
    Close,
}

/// Something in a picture.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Shape {
    /// A path.
    Path {
        /// Its steps.
        steps: Vec<Step>,
        /// How it looks.
        look: Look,
    },
    /// A text.
    Text {
        /// Where it is tied.
        at: [f32; 2],
        /// Which part of it is tied there: 0 its begin, 0.5 its middle, 1 its end.
        anchor: f32,
        /// The text.
        text: String,
        /// How it looks.
        look: Look,
    },
}

/// The colour of what has no colour of its own.
pub(super) const CURRENT: Colour = super::sheet::INK;

/// Part of a curve's radius at which its handles stand, for a quarter of a circle.
const QUARTER: f32 = 0.552_284_8;

impl Picture {
    /// Reads a picture.
    pub(super) fn read(svg: &str) -> Result<Self, PictureError> {
        let mut reader = Reader::from_str(svg);
        let config = reader.config_mut();
        config.expand_empty_elements = true;
        let mut picture = Self {
            width: 0.0,
            height: 0.0,
            shapes: Vec::new(),
        };
        let mut rules = Rules::default();
        let mut inside: Vec<String> = Vec::new();
        let mut text = String::new();
        let mut open: Option<HashMap<String, String>> = None;
        loop {
            match reader.read_event().map_err(markup)? {
                Event::Start(tag) => {
                    let name = local(&tag);
                    let attributes = attributes(&tag)?;
                    text.clear();
                    match name.as_str() {
                        "svg" => (picture.width, picture.height) = size(&attributes)?,
                        "text" => open = Some(attributes),
                        "title" | "desc" | "style" | "g" => {}
                        _ => {
                            let steps = steps(&name, &attributes)?;
                            let look = rules.look(&name, &attributes);
                            picture.shapes.push(Shape::Path { steps, look });
                        }
                    }
                    inside.push(name);
                }
                Event::Text(part) => text.push_str(&part),
                Event::GeneralRef(part) => text.push(reference(&part)?),
                Event::CData(part) => text.push_str(&part),
                Event::End(_) => match inside.pop().as_deref() {
                    Some("style") => rules = Rules::read(&text),
                    Some("text") => {
                        let attributes = open.take().unwrap_or_default();
                        let look = rules.look("text", &attributes);
                        picture.shapes.push(written(&attributes, &text, look)?);
                    }
                    _ => {}
                },
                Event::Eof => break,
                _ => {}
            }
        }
        if picture.width > 0.0 && picture.height > 0.0 {
            Ok(picture)
        } else {
            Err(PictureError::Unknown("picture without a size".into()))
        }
    }
}

fn markup(fault: impl std::fmt::Display) -> PictureError {
    PictureError::Markup(fault.to_string())
}

fn local(tag: &BytesStart<'_>) -> String {
    tag.local_name().as_ref().to_owned()
}

fn attributes(tag: &BytesStart<'_>) -> Result<HashMap<String, String>, PictureError> {
    let mut all = HashMap::new();
    for one in tag.attributes() {
        let one = one.map_err(markup)?;
        let value = one
            .normalized_value(XmlVersion::Implicit1_0)
            .map_err(markup)?;
        let name = one.key.as_ref().to_owned();
        all.insert(name, value.into_owned());
    }
    Ok(all)
}

fn reference(part: &quick_xml::events::BytesRef<'_>) -> Result<char, PictureError> {
    if let Some(letter) = part.resolve_char_ref().map_err(markup)? {
        return Ok(letter);
    }
    let name: &str = part;
    match name {
        "lt" => Ok('<'),
        "gt" => Ok('>'),
        "amp" => Ok('&'),
        "quot" => Ok('"'),
        "apos" => Ok('\''),
        other => Err(PictureError::Unknown(format!("&{other};"))),
    }
}

fn number(text: &str) -> Result<f32, PictureError> {
    let number: Option<f32> = text.trim().trim_end_matches("px").parse().ok();
    number
        .filter(|number| number.is_finite())
        .ok_or_else(|| PictureError::Number(text.to_owned()))
}

fn at(attributes: &HashMap<String, String>, name: &str) -> Result<f32, PictureError> {
    attributes.get(name).map_or(Ok(0.0), |text| number(text))
}

fn size(attributes: &HashMap<String, String>) -> Result<(f32, f32), PictureError> {
    match attributes.get("viewBox") {
        Some(given) => match numbers(given)?.as_slice() {
            [_, _, width, height] => Ok((*width, *height)),
            _ => Err(PictureError::Number(given.clone())),
        },
        None => Ok((at(attributes, "width")?, at(attributes, "height")?)),
    }
}

fn numbers(text: &str) -> Result<Vec<f32>, PictureError> {
    let parts = text.split(|letter: char| letter == ',' || letter.is_whitespace());
    parts.filter(|part| !part.is_empty()).map(number).collect()
}

fn written(
    attributes: &HashMap<String, String>,
    text: &str,
    look: Look,
) -> Result<Shape, PictureError> {
    let anchor = match attributes.get("text-anchor").map(String::as_str) {
        Some("middle") => 0.5,
        Some("end") => 1.0,
        _ => 0.0,
    };
    Ok(Shape::Text {
        at: [at(attributes, "x")?, at(attributes, "y")?],
        anchor,
        text: text.to_owned(),
        look,
    })
}

/// The outline of an element.
fn steps(name: &str, attributes: &HashMap<String, String>) -> Result<Vec<Step>, PictureError> {
    let get = |name: &str| at(attributes, name);
    match name {
        "line" => Ok(vec![
            Step::Move([get("x1")?, get("y1")?]),
            Step::Line([get("x2")?, get("y2")?]),
        ]),
        "polyline" | "polygon" => {
            let given = attributes.get("points").map_or("", String::as_str);
            let mut steps: Vec<Step> = numbers(given)?
                .chunks_exact(2)
                .enumerate()
                .map(|(at, point)| match (at, point) {
                    (0, [x, y]) => Step::Move([*x, *y]),
                    (_, [x, y]) => Step::Line([*x, *y]),
                    _ => Step::Close,
                })
                .collect();
            if name == "polygon" {
                steps.push(Step::Close);
            }
            Ok(steps)
        }
        "rect" => {
            let (x, y) = (get("x")?, get("y")?);
            let (right, foot) = (x + get("width")?, y + get("height")?);
            Ok(vec![
                Step::Move([x, y]),
                Step::Line([right, y]),
                Step::Line([right, foot]),
                Step::Line([x, foot]),
                Step::Close,
            ])
        }
        "circle" => Ok(circle(get("cx")?, get("cy")?, get("r")?)),
        "path" => path(attributes.get("d").map_or("", String::as_str)),
        other => Err(PictureError::Unknown(other.to_owned())),
    }
}

fn circle(x: f32, y: f32, r: f32) -> Vec<Step> {
    let k = r * QUARTER;
    vec![
        Step::Move([x + r, y]),
        Step::Cubic([x + r, y + k, x + k, y + r, x, y + r]),
        Step::Cubic([x - k, y + r, x - r, y + k, x - r, y]),
        Step::Cubic([x - r, y - k, x - k, y - r, x, y - r]),
        Step::Cubic([x + k, y - r, x + r, y - k, x + r, y]),
        Step::Close,
    ]
}

/// A path in capital letters; a letter holds for every group of numbers that follows it.
fn path(d: &str) -> Result<Vec<Step>, PictureError> {
    let wrong = || PictureError::Number(d.to_owned());
    let mut steps = Vec::new();
    let mut rest = d.trim();
    while let Some(letter) = rest.chars().next() {
        let after = rest.get(letter.len_utf8()..).ok_or_else(wrong)?;
        let end = after
            .find(|one: char| one.is_ascii_alphabetic() && one != 'e')
            .unwrap_or(after.len());
        let (group, next) = after.split_at(end);
        let group = numbers(group)?;
        let need = match letter {
            'M' | 'L' => 2,
            'Q' => 4,
            'C' => 6,
            'Z' if group.is_empty() => {
                steps.push(Step::Close);
                rest = next.trim_start();
                continue;
            }
            _ => return Err(wrong()),
        };
        if group.is_empty() || !group.len().is_multiple_of(need) {
            return Err(wrong());
        }
        for (nth, part) in group.chunks_exact(need).enumerate() {
            steps.push(match (letter, part) {
                ('M', [x, y]) if nth == 0 => Step::Move([*x, *y]),
                (_, [x, y]) => Step::Line([*x, *y]),
                (_, [a, b, c, d]) => Step::Quad([*a, *b, *c, *d]),
                (_, [a, b, c, d, e, f]) => Step::Cubic([*a, *b, *c, *d, *e, *f]),
                _ => return Err(wrong()),
            });
        }
        rest = next.trim_start();
    }
    Ok(steps)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plot::canvas::{Anchor, Canvas};

    #[test]
    fn every_shape_of_our_canvas_is_read_back() {
        let mut canvas = Canvas::new(200.0, 100.0, "titel", "wat er te zien is");
        canvas.line("grid", (0.0, 1.0), (10.0, 1.0));
        canvas.polyline("line other", &[(0.0, 0.0), (5.0, 5.0), (9.0, 0.0)]);
        canvas.path("head", "M1 2 L3 4 C1 2 3 4 5 6 Q1 2 3 4 Z");
        canvas.rect("mark", (1.0, 2.0), (3.0, 4.0), "verteld & wel");
        canvas.dot("mark", (5.0, 5.0), 2.0, "stip");
        canvas.text("title", (50.0, 20.0), Anchor::Middle, "Jan & Piet <3");
        let picture = Picture::read(&canvas.finish()).unwrap();
        assert_eq!((picture.width, picture.height), (200.0, 100.0));
        assert_eq!(picture.shapes.len(), 6);
        let Shape::Path { steps, look } = &picture.shapes[2] else {
            panic!("no path");
        };
        assert_eq!(steps.len(), 5);
        assert_eq!(look.fill, Some([0x5a, 0x60, 0x68]));
        let Shape::Path { look, .. } = &picture.shapes[1] else {
            panic!("no line");
        };
        assert_eq!((look.fill, look.stroke), (None, Some([0xb3, 0x54, 0x1e])));
        assert_eq!(look.dash, [6.0, 3.0]);
        let Shape::Text {
            text, anchor, look, ..
        } = &picture.shapes[5]
        else {
            panic!("no text");
        };
        assert_eq!((text.as_str(), look.size), ("Jan & Piet <3", 15.0));
        assert!(look.strong && (*anchor - 0.5).abs() < 0.01);
    }

    #[test]
    fn what_is_not_ours_is_refused_by_name() {
        let image = "<svg viewBox=\"0 0 1 1\"><image href=\"x\"/></svg>";
        assert_eq!(
            Picture::read(image),
            Err(PictureError::Unknown("image".into()))
        );
        let arc = "<svg viewBox=\"0 0 1 1\"><path d=\"M0 0 A1 1 0 0 1 2 2\"/></svg>";
        assert!(matches!(Picture::read(arc), Err(PictureError::Number(_))));
        assert!(Picture::read("<svg/>").is_err());
        assert!(Picture::read("<svg viewBox=\"0 0 1 1\"><g></svg>").is_err());
    }
}
