//! Words into lines: what fits on a line, and where a word that fits on none is broken.

use super::document::{Run, Style};
use super::face::Faces;
use super::sheet::{Kind, Line, Span};

/// A word with what stands before it.
struct Word {
    /// Its pieces, more than one when the style changes within it.
    pieces: Vec<Span>,
    /// Whether a space stands before it.
    space: bool,
    /// Whether a new line begins with it.
    fresh: bool,
}

/// Texts as one run in the weight of their kind.
pub(super) fn plain(text: &str) -> Vec<Run> {
    vec![super::document::plain(text)]
}

/// The runs in lines no wider than `width`. There is at least one line.
pub(super) fn lines(faces: &mut Faces, runs: &[Run], kind: Kind, width: f32) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    let mut line = Line::default();
    for word in words(runs, kind) {
        if word.fresh {
            lines.push(std::mem::take(&mut line));
        }
        let wide = measured(faces, &word.pieces, kind.size);
        let gap = match line.spans.last() {
            Some(last) if word.space => faces.width(last.style, kind.size, " "),
            _ => 0.0,
        };
        if !line.spans.is_empty() && line.width + gap + wide > width {
            // The space at the end of a line stays there for who searches or copies.
            add(&mut line, " ", None, 0.0);
            lines.push(std::mem::take(&mut line));
        } else if gap > 0.0 {
            add(&mut line, " ", None, gap);
        }
        if wide <= width {
            for piece in word.pieces {
                let wide = faces.width(piece.style, kind.size, &piece.text);
                add(&mut line, &piece.text, Some(piece.style), wide);
            }
            continue;
        }
        for piece in word.pieces {
            broken(faces, &piece, kind, width, &mut line, &mut lines);
        }
    }
    lines.push(line);
    lines
}

/// Adds a word that is wider than a line, letter by letter, breaking where the line is full.
fn broken(
    faces: &mut Faces,
    piece: &Span,
    kind: Kind,
    width: f32,
    line: &mut Line,
    lines: &mut Vec<Line>,
) {
    let mut letters = [0; 4];
    for letter in piece.text.chars() {
        let letter = letter.encode_utf8(&mut letters);
        let wide = faces.width(piece.style, kind.size, letter);
        if !line.spans.is_empty() && line.width + wide > width {
            lines.push(std::mem::take(line));
        }
        add(line, letter, Some(piece.style), wide);
    }
}

fn add(line: &mut Line, text: &str, style: Option<Style>, wide: f32) {
    line.width += wide;
    match line.spans.last_mut() {
        Some(last) if style.is_none_or(|style| style == last.style) => last.text.push_str(text),
        _ => line.spans.push(Span {
            text: text.to_owned(),
            style: style.unwrap_or_default(),
        }),
    }
}

fn measured(faces: &mut Faces, pieces: &[Span], size: f32) -> f32 {
    let wide = |piece: &Span| faces.width(piece.style, size, &piece.text);
    pieces.iter().map(wide).sum()
}

/// The widest word and the widest line of a text, when nothing limits it.
pub(super) fn extents(faces: &mut Faces, text: &str, kind: Kind) -> (f32, f32) {
    let mut word = 0.0_f32;
    let mut line = 0.0_f32;
    for one in lines(faces, &plain(text), kind, f32::MAX) {
        line = line.max(one.width);
    }
    for one in text.split_whitespace() {
        word = word.max(faces.width(kind.style, kind.size, one));
    }
    (word, line)
}

/// The words of the runs. A no-break space is no space here.
fn words(runs: &[Run], kind: Kind) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let (mut space, mut fresh, mut within) = (false, false, false);
    for run in runs {
        let style = match run.style {
            Style::Plain => kind.style,
            Style::Strong => Style::Strong,
        };
        for letter in run.text.chars() {
            match letter {
                '\n' => {
                    // An empty line stays an empty line.
                    if fresh {
                        words.push(empty());
                    }
                    (fresh, within) = (true, false);
                }
                ' ' | '\t' | '\r' => (space, within) = (true, false),
                _ => {
                    if !within {
                        words.push(Word {
                            pieces: Vec::new(),
                            space,
                            fresh: fresh && !words.is_empty(),
                        });
                        (space, fresh, within) = (false, false, true);
                    }
                    if let Some(word) = words.last_mut() {
                        match word.pieces.last_mut() {
                            Some(last) if last.style == style => last.text.push(letter),
                            _ => word.pieces.push(Span {
                                text: letter.to_string(),
                                style,
                            }),
                        }
                    }
                }
            }
        }
    }
    words
}

fn empty() -> Word {
    Word {
        pieces: Vec::new(),
        space: false,
        fresh: true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::print::document::{plain as run, strong};
    use crate::print::sheet::BODY;

    fn shown(lines: &[Line]) -> Vec<String> {
        lines
            .iter()
            .map(|line| line.spans.iter().map(|span| span.text.as_str()).collect())
            .collect()
    }

    #[test]
    fn lines_fit_and_keep_every_letter() {
        let mut faces = Faces::new().unwrap();
        let text = "Wij zoeken samen naar werk of een andere plek die bij u past. \
                    Meervoudigepersoonlijkheidsstoornisbehandelaarsvereniging hoort daar ook bij.";
        let lines = lines(&mut faces, &[run(text)], BODY, 120.0);
        assert!(lines.iter().all(|line| line.width <= 120.0));
        assert_eq!(shown(&lines).concat(), text);
        assert!(lines.len() > 4);
    }

    #[test]
    fn styles_change_within_a_line_and_breaks_stay() {
        let mut faces = Faces::new().unwrap();
        let runs = [run("Waarom: "), strong("omdat"), run("\n\nu het vroeg. ")];
        let lines = lines(&mut faces, &runs, BODY, 400.0);
        assert_eq!(shown(&lines), ["Waarom: omdat", "", "u het vroeg."]);
        assert_eq!(lines[0].spans.len(), 2);
        let (word, line) = extents(&mut faces, "een tweede", BODY);
        assert!(word < line && word > 20.0);
    }
}
