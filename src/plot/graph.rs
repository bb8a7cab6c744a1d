//! A directed graph in layers, from top to bottom: boxes, and arrows with their labels.

use super::canvas::{Anchor, Canvas};
use super::layers::{Layout, lay_out};

/// A box.
#[derive(Debug, Clone, PartialEq)]
pub struct Node {
    /// What stands in it.
    pub label: String,
    /// What stands below that, smaller.
    pub note: String,
}

/// An arrow.
#[derive(Debug, Clone, PartialEq)]
pub struct Edge {
    /// Place of the box it comes from.
    pub from: usize,
    /// Place of the box it goes to.
    pub to: usize,
    /// What stands on it.
    pub label: String,
    /// How heavy it is; the heaviest is drawn widest.
    pub weight: f64,
}

const MARGIN: f64 = 24.0;
/// Room beside the graph for labels of the outermost arrows.
const SIDE: f64 = 52.0;
const HEAD_HEIGHT: f64 = 44.0;
const LINE_HEIGHT: f64 = 15.0;
const LETTER_WIDTH: f64 = 6.9;
const LETTERS_MAX: usize = 26;
const LINES_MAX: usize = 3;
const BETWEEN: f64 = 62.0;
const ASIDE: f64 = 30.0;
/// Steps along an arrow at which its label may stand, the middle first.
const ALONG: [f64; 9] = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82];

type Point = (f64, f64);

struct Placed {
    lines: Vec<String>,
    size: Point,
    middle: Point,
}

/// Draws the graph. Edges to boxes that are not there are left out.
#[must_use]
pub fn draw(nodes: &[Node], edges: &[Edge], title: &str, description: &str) -> String {
    let mut edges: Vec<&Edge> = edges
        .iter()
        .filter(|edge| edge.from < nodes.len() && edge.to < nodes.len())
        .collect();
    edges.sort_by(|one, other| other.weight.total_cmp(&one.weight));
    let mut boxes: Vec<Placed> = nodes.iter().map(sized).collect();
    let widths: Vec<f64> = boxes.iter().map(|one| one.size.0).collect();
    let ties: Vec<(usize, usize)> = edges.iter().map(|edge| (edge.from, edge.to)).collect();
    let layout = lay_out(&widths, &ties, ASIDE);
    let (tops, height) = rows(&layout, &boxes);
    for (one, (layer, x)) in boxes.iter_mut().zip(&layout.nodes) {
        one.middle = (x + SIDE, tops[*layer]);
    }
    // Room on the right for loops and their labels, and for a title that is wider than the graph.
    let letters = f64::from(u32::try_from(title.chars().count()).unwrap_or(u32::MAX));
    let width = (layout.width + 2.0 * SIDE + 60.0).max(letters * 8.6 + 2.0 * MARGIN);
    let mut canvas = Canvas::new(width, height, title, description);
    canvas.text("title", (MARGIN, 28.0), Anchor::Start, title);
    let heaviest = edges
        .first()
        .map_or(1.0, |edge| edge.weight.max(f64::MIN_POSITIVE));
    let mut labels: Vec<(Point, &str)> = Vec::new();
    let mut taken: Vec<(Point, Point)> = boxes.iter().map(|one| (one.middle, one.size)).collect();
    for (place, edge) in edges.iter().enumerate() {
        let class = thickness(edge.weight / heaviest);
        let class = if layout.upward[place] {
            format!("{class} back")
        } else {
            class.to_owned()
        };
        let way = if edge.from == edge.to {
            around(&boxes[edge.from])
        } else {
            through(&layout, place, &boxes, &tops)
        };
        canvas.path(&class, &written(&way));
        head(&mut canvas, &way);
        if !edge.label.is_empty() {
            let letters = f64::from(u32::try_from(edge.label.chars().count()).unwrap_or(1));
            let size = (letters * 6.4 + 4.0, 14.0);
            let at = if edge.from == edge.to {
                // Beside the loop, which is too small to carry it.
                let one = &boxes[edge.from];
                let x = one.middle.0 + f64::midpoint(one.size.0, size.0) + 32.0;
                (x, one.middle.1)
            } else {
                free(&way, size, &taken)
            };
            taken.push((at, size));
            labels.push((at, &edge.label));
        }
    }
    for (one, node) in boxes.iter().zip(nodes) {
        let corner = (
            one.middle.0 - one.size.0 / 2.0,
            one.middle.1 - one.size.1 / 2.0,
        );
        canvas.rect(
            "box",
            corner,
            one.size,
            &format!("{} {}", node.label, node.note),
        );
        let mut y = corner.1 + 17.0;
        for line in &one.lines {
            canvas.text("", (one.middle.0, y), Anchor::Middle, line);
            y += LINE_HEIGHT;
        }
        canvas.text("quiet small", (one.middle.0, y), Anchor::Middle, &node.note);
    }
    // Last, so that no line runs over them.
    for ((x, y), label) in labels {
        canvas.text("tag", (x, y + 4.0), Anchor::Middle, label);
    }
    canvas.finish()
}

/// The lines of a box and its size; its place comes later.
fn sized(node: &Node) -> Placed {
    let lines = broken(&node.label);
    let letters = lines.iter().map(|line| line.chars().count());
    let letters = letters.max().unwrap_or(0).max(node.note.chars().count());
    let letters = f64::from(u32::try_from(letters).unwrap_or(1));
    let count = lines.len() + usize::from(!node.note.is_empty());
    let count = f64::from(u32::try_from(count).unwrap_or(1));
    Placed {
        size: (
            (letters * LETTER_WIDTH + 18.0).max(60.0),
            count * LINE_HEIGHT + 12.0,
        ),
        middle: (0.0, 0.0),
        lines,
    }
}

/// A label in lines; what does not fit ends with an ellipsis.
fn broken(label: &str) -> Vec<String> {
    let mut lines: Vec<String> = vec![String::new()];
    for word in label.split_whitespace() {
        let last = lines.len() - 1;
        let letters = lines[last].chars().count();
        if letters > 0 && letters + 1 + word.chars().count() > LETTERS_MAX {
            lines.push(word.to_owned());
        } else {
            if letters > 0 {
                lines[last].push(' ');
            }
            lines[last].push_str(word);
        }
    }
    let cut = lines.len() > LINES_MAX;
    lines.truncate(LINES_MAX);
    let last = lines.len() - 1;
    for (at, line) in lines.iter_mut().enumerate() {
        if line.chars().count() > LETTERS_MAX || (cut && at == last) {
            *line = line.chars().take(LETTERS_MAX - 1).collect();
            line.push('…');
        }
    }
    lines
}

/// The middle of each layer from above, and the height of the whole.
fn rows(layout: &Layout, boxes: &[Placed]) -> (Vec<f64>, f64) {
    let mut tallest = vec![0.0_f64; layout.layers];
    for (one, (layer, _)) in boxes.iter().zip(&layout.nodes) {
        tallest[*layer] = tallest[*layer].max(one.size.1);
    }
    let mut y = MARGIN + HEAD_HEIGHT;
    let mut middles = Vec::with_capacity(tallest.len());
    for height in tallest {
        middles.push(y + height / 2.0);
        y += height + BETWEEN;
    }
    (
        middles,
        (y - BETWEEN + MARGIN).max(HEAD_HEIGHT + 2.0 * MARGIN),
    )
}

fn thickness(share: f64) -> &'static str {
    match share {
        share if share > 0.6 => "edge w4",
        share if share > 0.25 => "edge w3",
        share if share > 0.08 => "edge w2",
        _ => "edge",
    }
}

/// A way as a chain of cubic curves: begin, then twice a control point and an end.
fn through(layout: &Layout, place: usize, boxes: &[Placed], tops: &[f64]) -> Vec<Point> {
    let way = &layout.ways[place];
    let up = layout.upward[place];
    let half = |end: Option<&(usize, f64)>| {
        let found = end.and_then(|end| layout.nodes.iter().position(|node| node == end));
        found.map_or(0.0, |node| boxes[node].size.1 / 2.0)
    };
    let (first, last) = (half(way.first()), half(way.last()));
    let side = if up { -1.0 } else { 1.0 };
    let mut points: Vec<Point> = way
        .iter()
        .map(|(layer, x)| (x + SIDE, tops[*layer]))
        .collect();
    if let Some(point) = points.first_mut() {
        point.1 += side * first;
        // A way back leaves and arrives beside the middle, so that it is told from the way there.
        point.0 += if up { 14.0 } else { 0.0 };
    }
    if let Some(point) = points.last_mut() {
        point.1 -= side * (last + 7.0);
        point.0 += if up { 14.0 } else { 0.0 };
    }
    let mut curve = Vec::with_capacity(points.len() * 3);
    for (at, point) in points.iter().enumerate() {
        if let Some(before) = at.checked_sub(1).and_then(|before| points.get(before)) {
            let bend = (point.1 - before.1) * 0.45;
            curve.push((before.0, before.1 + bend));
            curve.push((point.0, point.1 - bend));
        }
        curve.push(*point);
    }
    curve
}

/// A loop on the right of a box.
fn around(one: &Placed) -> Vec<Point> {
    let x = one.middle.0 + one.size.0 / 2.0;
    let y = one.middle.1;
    vec![
        (x, y - 9.0),
        (x + 34.0, y - 26.0),
        (x + 34.0, y + 26.0),
        (x + 7.0, y + 9.0),
    ]
}

fn written(curve: &[Point]) -> String {
    let mut text = String::new();
    for (at, (x, y)) in curve.iter().enumerate() {
        let letter = match at {
            0 => "M",
            at if at % 3 == 1 => " C",
            _ => " ",
        };
        text.push_str(&format!("{letter}{x:.1} {y:.1}"));
    }
    text
}

/// The point of an arrow at the end of its way.
fn head(canvas: &mut Canvas, curve: &[Point]) {
    let (Some(end), Some(before)) = (curve.last(), curve.iter().rev().nth(1)) else {
        return;
    };
    let (dx, dy) = (end.0 - before.0, end.1 - before.1);
    let length = dx.hypot(dy).max(0.001);
    let (dx, dy) = (dx / length, dy / length);
    let tip = (end.0 + dx * 7.0, end.1 + dy * 7.0);
    let (left, right) = (
        (end.0 - dy * 5.0 - dx * 2.0, end.1 + dx * 5.0 - dy * 2.0),
        (end.0 + dy * 5.0 - dx * 2.0, end.1 - dx * 5.0 - dy * 2.0),
    );
    let corner = |point: Point| format!("{:.1} {:.1}", point.0, point.1);
    let path = format!("M{} L{} L{} Z", corner(tip), corner(left), corner(right));
    canvas.path("head", &path);
}

/// A place on the way where a label stands on nothing else; the middle when there is none.
fn free(curve: &[Point], size: Point, taken: &[(Point, Point)]) -> Point {
    let pieces = curve.len().saturating_sub(1) / 3;
    let pieces = f64::from(u32::try_from(pieces.max(1)).unwrap_or(1));
    let apart = |at: Point, other: &(Point, Point)| {
        (at.0 - other.0.0).abs() >= f64::midpoint(size.0, other.1.0)
            || (at.1 - other.0.1).abs() >= f64::midpoint(size.1, other.1.1)
    };
    let places = ALONG.iter().map(|share| on(curve, share * pieces));
    let mut places = places.filter(|at| taken.iter().all(|other| apart(*at, other)));
    places.next().unwrap_or_else(|| on(curve, 0.5 * pieces))
}

/// The point of a chain of curves: whole numbers are where one curve ends and the next begins.
fn on(curve: &[Point], at: f64) -> Point {
    let pieces = curve.len().saturating_sub(1) / 3;
    let mut piece = 0;
    let mut rest = at;
    while rest > 1.0 && piece + 1 < pieces {
        rest -= 1.0;
        piece += 1;
    }
    let Some([a, b, c, d]) = curve.get(piece * 3..piece * 3 + 4) else {
        return curve.first().copied().unwrap_or_default();
    };
    let left = 1.0 - rest;
    let mix = |a: f64, b: f64, c: f64, d: f64| {
        left.powi(3) * a
            + 3.0 * left.powi(2) * rest * b
            + 3.0 * left * rest.powi(2) * c
            + rest.powi(3) * d
    };
    (mix(a.0, b.0, c.0, d.0), mix(a.1, b.1, c.1, d.1))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn node(label: &str) -> Node {
        Node {
            label: label.to_owned(),
            note: "12".to_owned(),
        }
    }

    fn edge(from: usize, to: usize, weight: f64) -> Edge {
        Edge {
            from,
            to,
            label: format!("{weight}"),
            weight,
        }
    }

    #[test]
    fn every_box_arrow_and_label_is_drawn_once() {
        let nodes = [node("eerst"), node("dan"), node("<b>laatst</b>")];
        let edges = [
            edge(0, 1, 9.0),
            edge(1, 2, 1.0),
            edge(2, 0, 2.0),
            edge(1, 1, 3.0),
            edge(0, 7, 1.0),
        ];
        let svg = draw(&nodes, &edges, "Titel", "Wat het toont");
        assert_eq!(svg.matches("<rect").count(), 3);
        assert_eq!(svg.matches("class=\"head\"").count(), 4);
        assert_eq!(svg.matches("class=\"tag\"").count(), 4);
        assert_eq!(svg.matches(" back\"").count(), 1);
        assert!(!svg.contains("<b>"));
        assert_eq!(draw(&[], &[], "Leeg", "").matches("<rect").count(), 0);
    }

    #[test]
    fn long_labels_are_broken_and_cut() {
        assert_eq!(broken("kort"), ["kort"]);
        let lines = broken("Toekomstperspectief verwoord door de cliënt zelf");
        assert_eq!(
            lines,
            ["Toekomstperspectief", "verwoord door de cliënt", "zelf"]
        );
        assert!(broken(&"x".repeat(90))[0].ends_with('…'));
        assert_eq!(broken(&"woord ".repeat(40)).len(), LINES_MAX);
    }

    #[test]
    fn a_label_moves_aside_for_what_stands_there() {
        let way = [(0.0, 0.0), (0.0, 30.0), (0.0, 60.0), (0.0, 90.0)];
        let free_at = free(&way, (10.0, 14.0), &[]);
        assert!((free_at.1 - 45.0).abs() < 1.0);
        let moved = free(&way, (10.0, 14.0), &[((0.0, 45.0), (10.0, 14.0))]);
        assert!((moved.1 - 45.0).abs() >= 14.0);
    }
}
