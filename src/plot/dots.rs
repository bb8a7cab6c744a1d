//! A dotted chart: rows below each other, dots along the time.

use super::canvas::{Anchor, Canvas};

/// A dot, by its place in the grid.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dot {
    /// Column, from 0.
    pub column: usize,
    /// Row, from 0.
    pub row: usize,
    /// Which of the kinds; `None` for any other.
    pub kind: Option<usize>,
}

/// What the chart shows.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Chart<'a> {
    /// Columns of the grid.
    pub columns: usize,
    /// Rows of the grid.
    pub rows: usize,
    /// The dots.
    pub dots: Vec<Dot>,
    /// Names of the kinds that stand out; at most two, told apart by colour and shape.
    pub kinds: Vec<String>,
    /// The name of all other dots.
    pub others: &'a str,
    /// Marks below: the column as a share of the width, and the text.
    pub marks: Vec<(f64, String)>,
    /// What the rows are.
    pub rows_are: &'a str,
}

const LEFT: f64 = 44.0;
const TOP: f64 = 78.0;
const WIDTH: f64 = 860.0;

/// The class of a kind.
fn class(kind: Option<usize>) -> &'static str {
    match kind {
        Some(0) => "mark",
        Some(_) => "other",
        None => "quiet",
    }
}

/// Draws it.
#[must_use]
pub fn draw(chart: &Chart<'_>, title: &str, description: &str) -> String {
    let number = |count: usize| f64::from(u32::try_from(count).unwrap_or(u32::MAX));
    let rows = number(chart.rows.max(1));
    let columns = number(chart.columns.max(1));
    let height = (rows * 12.0).clamp(120.0, 620.0);
    let size = (height / rows / 2.0).clamp(1.2, 4.0);
    let mut canvas = Canvas::new(LEFT + WIDTH + 48.0, TOP + height + 52.0, title, description);
    canvas.text("title", (LEFT, 28.0), Anchor::Start, title);
    let mut x = LEFT;
    let kinds = chart.kinds.iter().map(String::as_str).enumerate();
    let kinds = kinds.map(|(kind, name)| (Some(kind), name));
    for (kind, name) in kinds.chain([(None, chart.others)]) {
        shape(&mut canvas, kind, (x + 5.0, 49.0), 4.5);
        canvas.text("", (x + 15.0, 53.0), Anchor::Start, name);
        x += 34.0 + number(name.chars().count()) * 6.9;
    }
    for (share, text) in &chart.marks {
        let x = LEFT + share.clamp(0.0, 1.0) * WIDTH;
        canvas.line("grid", (x, TOP), (x, TOP + height));
        canvas.text("quiet", (x, TOP + height + 18.0), Anchor::Middle, text);
    }
    canvas.line("axis", (LEFT, TOP + height), (LEFT + WIDTH, TOP + height));
    canvas.text(
        "quiet",
        (LEFT, TOP + height + 40.0),
        Anchor::Start,
        chart.rows_are,
    );
    // What stands out is drawn last.
    let mut dots: Vec<&Dot> = chart.dots.iter().collect();
    dots.sort_by_key(|dot| std::cmp::Reverse(dot.kind.unwrap_or(usize::MAX)));
    for dot in dots {
        let x = LEFT + (number(dot.column) + 0.5) / columns * WIDTH;
        let y = TOP + (number(dot.row) + 0.5) / rows * height;
        let size = if dot.kind.is_some() {
            size * 1.25
        } else {
            size * 0.8
        };
        shape(&mut canvas, dot.kind, (x, y), size);
    }
    canvas.finish()
}

/// A circle, a square, or a quiet circle; as a path, which is short, for there are many.
fn shape(canvas: &mut Canvas, kind: Option<usize>, at: (f64, f64), size: f64) {
    let (x, y) = at;
    let path = if matches!(kind, Some(1..)) {
        let (left, top, side) = (x - size, y - size, size * 2.0);
        format!("M{left:.1} {top:.1}h{side:.1}v{side:.1}h-{side:.1}z")
    } else {
        let (left, across) = (x - size, size * 2.0);
        format!(
            "M{left:.1} {y:.1}a{size:.1} {size:.1} 0 1 0 {across:.1} 0a{size:.1} {size:.1} 0 1 0 -{across:.1} 0"
        )
    };
    canvas.path(class(kind), &path);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_differ_in_shape_as_well_as_in_colour() {
        let dot = |column, kind| Dot {
            column,
            row: 0,
            kind,
        };
        let chart = Chart {
            columns: 10,
            rows: 1,
            dots: vec![dot(0, None), dot(4, Some(0)), dot(9, Some(1))],
            kinds: vec!["start".to_owned(), "einde".to_owned()],
            others: "andere",
            marks: vec![(0.0, "2024".to_owned())],
            rows_are: "zaken",
        };
        let svg = draw(&chart, "Stippen", "Drie stippen");
        // One in the legend, one in the chart, of each kind.
        assert_eq!(svg.matches("class=\"mark\"").count(), 2);
        assert_eq!(svg.matches("class=\"other\"").count(), 2);
        assert_eq!(svg.matches("z\"/>").count(), 2);
        assert!(svg.contains(">2024<") && svg.contains(">zaken<"));
    }
}
