//! The two faces text is set in, and how a line of text becomes glyphs.
//!
//! Noto Sans, under the SIL Open Font License, stands in the program itself: a page looks the
//! same on every machine.

use std::collections::HashMap;
use std::fmt::Write as _;

use harfrust::{Direction, FontRef, ShapeOptions, ShaperData, UnicodeBuffer};
use krilla::text::{Font, GlyphId, KrillaGlyph};
use skrifa::MetadataProvider as _;

use super::document::Style;

/// A line of text, shaped; lengths are in parts of the size of the type.
pub(super) struct Shaped {
    /// The text that the glyphs stand for.
    pub(super) text: String,
    /// The glyphs.
    pub(super) glyphs: Vec<KrillaGlyph>,
    /// How wide they are together.
    pub(super) width: f32,
}

/// Both faces, and the widths of words already measured.
pub(super) struct Faces {
    plain: Type,
    strong: Type,
}

struct Type {
    face: FontRef<'static>,
    shapes: ShaperData,
    font: Font,
    widths: HashMap<String, f32>,
}

impl Type {
    fn new(bytes: &'static [u8]) -> Option<Self> {
        let face = FontRef::new(bytes).ok()?;
        Some(Self {
            shapes: ShaperData::new(&face),
            face,
            font: Font::new(bytes.into(), 0)?,
            widths: HashMap::new(),
        })
    }

    fn shape(&self, text: &str) -> Shaped {
        let text = readable(&self.face, text);
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(&text);
        buffer.set_direction(Direction::LeftToRight);
        buffer.guess_segment_properties();
        let shaper = self.shapes.shaper(&self.face).build();
        let whole = shaper.units_per_em() as f32;
        let shaped = shaper.shape(buffer, ShapeOptions::new());
        let part = |length: i32| length as f32 / whole;
        let infos = shaped.glyph_infos();
        let mut glyphs = Vec::with_capacity(infos.len());
        let mut width = 0.0;
        for (at, (info, place)) in infos.iter().zip(shaped.glyph_positions()).enumerate() {
            let begin = usize::try_from(info.cluster).unwrap_or_default();
            let later = infos.iter().skip(at).map(|other| other.cluster);
            let end = later
                .filter_map(|cluster| usize::try_from(cluster).ok())
                .find(|cluster| *cluster > begin)
                .unwrap_or(text.len());
            let advance = part(place.x_advance);
            width += advance;
            glyphs.push(KrillaGlyph::new(
                GlyphId::new(info.glyph_id),
                advance,
                part(place.x_offset),
                part(place.y_offset),
                part(place.y_advance),
                begin..end,
                None,
            ));
        }
        Shaped {
            text,
            glyphs,
            width,
        }
    }
}

impl Faces {
    /// Reads the faces; none when the program was built with broken ones.
    pub(super) fn new() -> Option<Self> {
        Some(Self {
            plain: Type::new(notosans::REGULAR_TTF)?,
            strong: Type::new(notosans::BOLD_TTF)?,
        })
    }

    fn of(&self, style: Style) -> &Type {
        match style {
            Style::Plain => &self.plain,
            Style::Strong => &self.strong,
        }
    }

    /// The face for the PDF.
    pub(super) fn font(&self, style: Style) -> Font {
        self.of(style).font.clone()
    }

    /// Shapes a text.
    pub(super) fn shape(&self, style: Style, text: &str) -> Shaped {
        self.of(style).shape(text)
    }

    /// How wide a word is, at this size.
    pub(super) fn width(&mut self, style: Style, size: f32, word: &str) -> f32 {
        let face = match style {
            Style::Plain => &mut self.plain,
            Style::Strong => &mut self.strong,
        };
        if let Some(width) = face.widths.get(word) {
            return width * size;
        }
        let width = face.shape(word).width;
        face.widths.insert(word.to_owned(), width);
        width * size
    }
}

/// The text with what the face cannot show written as its code, and without signs that only
/// steer: a page never holds an empty box or a hole.
fn readable(face: &FontRef<'_>, text: &str) -> String {
    let letters = face.charmap();
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\t' => out.push(' '),
            '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' => {}
            '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' => {}
            letter if letter.is_control() => {}
            '\u{2011}' => out.push('-'),
            '\u{202f}' | '\u{2007}' => out.push('\u{a0}'),
            '\u{e000}'..='\u{f8ff}' => write_code(&mut out, letter),
            letter if letters.map(letter).is_some() => out.push(letter),
            letter => write_code(&mut out, letter),
        }
    }
    out
}

fn write_code(out: &mut String, letter: char) {
    // Writing to a string cannot fail.
    let _ = write!(out, "[U+{:04X}]", u32::from(letter));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bold_is_wider_and_every_letter_has_a_place() {
        let mut faces = Faces::new().unwrap();
        let plain = faces.width(Style::Plain, 10.0, "klantmanager");
        let strong = faces.width(Style::Strong, 10.0, "klantmanager");
        assert!(strong > plain && plain > 50.0, "{plain} {strong}");
        let shaped = faces.shape(Style::Plain, "één ‘café’ € 1.150 – ja…");
        assert!(shaped.glyphs.iter().all(|one| one.glyph_id.to_u32() != 0));
        assert_eq!(
            shaped.glyphs.last().unwrap().text_range.end,
            shaped.text.len()
        );
    }

    #[test]
    fn what_the_face_lacks_is_written_as_its_code() {
        let faces = Faces::new().unwrap();
        let shaped = faces.shape(
            Style::Plain,
            "goed\u{1f600} \u{200d}\u{7}za\u{ad}ak \u{e001}",
        );
        assert_eq!(shaped.text, "goed[U+1F600] zaak [U+E001]");
        assert!(shaped.glyphs.iter().all(|one| one.glyph_id.to_u32() != 0));
    }
}
