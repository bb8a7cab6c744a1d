//! Lines over time, one panel under another, with marks for what happened meanwhile.

use super::canvas::{Anchor, Canvas};
use super::panel::{Panel, count, shortened};

const WIDTH: f64 = 760.0;
const LEFT: f64 = 64.0;
const RIGHT: f64 = 24.0;
const ROOM: f64 = 180.0;
const PANEL: f64 = 266.0;
const LEGEND: f64 = 18.0;

/// Something that happened, at one of the points.
#[derive(Debug, Clone, PartialEq)]
pub struct Mark {
    /// At which point, from 0.
    pub at: usize,
    /// What happened.
    pub label: String,
}

/// What the signs in the pictures mean; the room knows no language.
#[derive(Debug, Clone, Copy, Default)]
pub struct Legend<'a> {
    /// An open column.
    pub hidden: &'a str,
    /// A mark.
    pub mark: &'a str,
}

/// Draws the panels. A point that is not shown breaks the line, and an open column from foot to
/// top stands in its place: it could be anything. A mark is a line of its own colour.
#[must_use]
pub fn lines(
    title: &str,
    description: &str,
    panels: &[Panel],
    marks: &[Mark],
    legend: Legend<'_>,
) -> String {
    let height = 44.0 + PANEL * count(panels.len()) + LEGEND;
    let mut canvas = Canvas::new(WIDTH, height, title, description);
    canvas.text("title", (16.0, 26.0), Anchor::Start, &shortened(title, 96));
    for (place, panel) in panels.iter().enumerate() {
        draw(&mut canvas, panel, marks, 44.0 + PANEL * count(place));
    }
    let mut x = 16.0;
    let y = height - 10.0;
    let points = || panels.iter().flat_map(|panel| &panel.points);
    if points().any(|point| point.value.is_none()) {
        canvas.rect("hidden", (x, y - 11.0), (10.0, 13.0), legend.hidden);
        canvas.text("quiet", (x + 16.0, y), Anchor::Start, legend.hidden);
        x += 44.0 + 6.9 * count(legend.hidden.chars().count());
    }
    if !marks.is_empty() {
        canvas.line("line other", (x + 5.0, y - 11.0), (x + 5.0, y + 2.0));
        canvas.text("quiet", (x + 16.0, y), Anchor::Start, legend.mark);
    }
    canvas.finish()
}

fn draw(canvas: &mut Canvas, panel: &Panel, marks: &[Mark], top: f64) {
    let (head, foot) = (top + 38.0, top + 38.0 + ROOM);
    let last = count(panel.points.len().saturating_sub(1));
    let x_of = |at: usize| {
        let part = if last > 0.0 { count(at) / last } else { 0.5 };
        LEFT + 12.0 + (WIDTH - LEFT - RIGHT - 24.0) * part
    };
    let y_of = |value: f64| foot - ROOM * panel.part(value);
    let title = shortened(&panel.title, 100);
    canvas.text("quiet", (16.0, top + 18.0), Anchor::Start, &title);
    let nothing = panel.points.iter().all(|point| point.value.is_none());
    for (value, label) in &panel.scale {
        let y = y_of(*value);
        if !nothing {
            canvas.line("grid", (LEFT, y), (WIDTH - RIGHT, y));
        }
        canvas.text("quiet", (LEFT - 6.0, y + 4.0), Anchor::End, label);
    }
    canvas.line("axis", (LEFT, foot), (WIDTH - RIGHT, foot));
    for mark in marks.iter().filter(|mark| mark.at < panel.points.len()) {
        let x = x_of(mark.at);
        canvas.line("line other", (x, head), (x, foot));
        canvas.text(
            "quiet",
            (x, head - 4.0),
            Anchor::Middle,
            &shortened(&mark.label, 24),
        );
    }
    let mut stretch: Vec<(f64, f64)> = Vec::new();
    for (at, point) in panel.points.iter().enumerate() {
        match point.value {
            Some(value) => stretch.push((x_of(at), y_of(value))),
            None => flush(canvas, &mut stretch),
        }
    }
    flush(canvas, &mut stretch);
    if let Some(point) = panel.points.first().filter(|_| nothing) {
        let middle = ((LEFT + WIDTH - RIGHT) / 2.0, (head + foot) / 2.0 - 8.0);
        canvas.text("quiet", middle, Anchor::Middle, &shortened(&point.told, 60));
    }
    // Few enough labels that they do not run into each other.
    let every = panel.points.len().div_ceil(9).max(1);
    for (at, point) in panel.points.iter().enumerate() {
        let (x, told) = (x_of(at), format!("{}: {}", point.label, point.told));
        match point.value {
            Some(value) => canvas.dot("mark", (x, y_of(value)), 3.5, &told),
            None => canvas.rect("hidden", (x - 5.0, head), (10.0, ROOM), &told),
        }
        if at % every == 0 {
            let label = shortened(&point.label, 12);
            canvas.text("label", (x, foot + 18.0), Anchor::Middle, &label);
        }
    }
}

fn flush(canvas: &mut Canvas, stretch: &mut Vec<(f64, f64)>) {
    if stretch.len() > 1 {
        canvas.polyline("line", stretch);
    }
    stretch.clear();
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plot::panel::Point;

    #[test]
    fn a_point_that_is_held_back_breaks_the_line() {
        let point = |label: &str, value| Point {
            label: label.to_owned(),
            value,
            told: "t".to_owned(),
        };
        let panel = Panel {
            title: "p".to_owned(),
            points: vec![
                point("2025-01", Some(0.0)),
                point("2025-02", Some(1.0)),
                point("2025-03", None),
                point("2025-04", Some(0.5)),
            ],
            scale: vec![(0.0, "0".to_owned()), (1.0, "1".to_owned())],
        };
        let mark = Mark {
            at: 1,
            label: "strenger".to_owned(),
        };
        let legend = Legend {
            hidden: "niet getoond",
            mark: "nieuw beleid",
        };
        let svg = lines("t", "d", &[panel], &[mark], legend);
        assert_eq!(svg.matches("<polyline").count(), 1);
        assert_eq!(svg.matches("<circle class=\"mark\"").count(), 3);
        // One in the picture and one in the legend.
        assert_eq!(svg.matches("<rect class=\"hidden\"").count(), 2);
        assert!(svg.contains("niet getoond") && svg.contains("nieuw beleid"));
        assert!(!svg.contains("<line class=\"hidden\""));
        assert!(svg.contains("strenger"));
    }
}
