//! Bars beside their labels, one panel under another.

use super::canvas::{Anchor, Canvas};
use super::panel::{Panel, count, shortened};

const WIDTH: f64 = 760.0;
const LEFT: f64 = 190.0;
const RIGHT: f64 = 130.0;
const ROW: f64 = 26.0;
const BAR: f64 = 16.0;
const HEAD: f64 = 56.0;
const FOOT: f64 = 44.0;

/// Signs of a label beside a bar.
const LABEL_MAX: usize = 28;

fn height(panel: &Panel) -> f64 {
    HEAD + FOOT + ROW * count(panel.points.len().max(1))
}

/// Draws the panels. What is not shown is an open bar with a broken edge over the whole width,
/// the same for every value, with its reason beside it.
#[must_use]
pub fn bars(title: &str, description: &str, panels: &[Panel]) -> String {
    let all: f64 = panels.iter().map(height).sum();
    let mut canvas = Canvas::new(WIDTH, 40.0 + all, title, description);
    canvas.text("title", (16.0, 26.0), Anchor::Start, &shortened(title, 96));
    let mut top = 40.0;
    for panel in panels {
        draw(&mut canvas, panel, top);
        top += height(panel);
    }
    canvas.finish()
}

/// Where the room of a row begins.
fn row_top(top: f64, row: usize) -> f64 {
    top + HEAD - 10.0 + ROW * count(row) - (ROW - BAR) / 2.0
}

/// Rows that follow each other and have a bar, as first row and the row after the last: lines of
/// the scale run only there, not through the reason why another is not shown.
fn stretches(panel: &Panel) -> Vec<(usize, usize)> {
    let mut all: Vec<(usize, usize)> = Vec::new();
    let shown = panel.points.iter().enumerate();
    for (row, _) in shown.filter(|(_, point)| point.value.is_some()) {
        match all.last_mut() {
            Some((_, until)) if *until == row => *until = row + 1,
            _ => all.push((row, row + 1)),
        }
    }
    all
}

fn draw(canvas: &mut Canvas, panel: &Panel, top: f64) {
    let room = WIDTH - LEFT - RIGHT;
    let foot = top + HEAD - 10.0 + ROW * count(panel.points.len().max(1));
    canvas.text(
        "quiet",
        (16.0, top + 22.0),
        Anchor::Start,
        &shortened(&panel.title, 100),
    );
    for (place, label) in &panel.scale {
        let x = LEFT + room * panel.part(*place);
        for (from, until) in stretches(panel) {
            let begin = if from == 0 {
                top + HEAD - 16.0
            } else {
                row_top(top, from)
            };
            let end = if until == panel.points.len() {
                foot
            } else {
                row_top(top, until)
            };
            canvas.line("grid", (x, begin), (x, end));
        }
        canvas.text("quiet", (x, foot + 16.0), Anchor::Middle, label);
    }
    let zero = LEFT + room * panel.part(0.0);
    canvas.line("axis", (zero, top + HEAD - 16.0), (zero, foot));
    for (row, point) in panel.points.iter().enumerate() {
        let y = top + HEAD - 10.0 + ROW * count(row);
        let middle = y + BAR - 4.0;
        let label = shortened(&point.label, LABEL_MAX);
        canvas.text("label", (LEFT - 8.0, middle), Anchor::End, &label);
        let told = format!("{}: {}", point.label, point.told);
        if let Some(value) = point.value {
            let end = LEFT + room * panel.part(value);
            let (from, width) = (zero.min(end), (end - zero).abs());
            canvas.rect("mark", (from, y), (width, BAR), &told);
            let beside = from + width + 6.0;
            canvas.text("label", (beside, middle), Anchor::Start, &point.told);
        } else {
            canvas.rect("hidden", (LEFT, y), (room, BAR), &told);
            let middle_x = LEFT + room / 2.0;
            canvas.text("quiet", (middle_x, middle), Anchor::Middle, &point.told);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plot::panel::Point;

    fn panel(value: Option<f64>) -> Panel {
        Panel {
            title: "Over de grens".to_owned(),
            points: vec![Point {
                label: "<noord>".to_owned(),
                value,
                told: "kleine groep".to_owned(),
            }],
            scale: vec![(0.0, "0".to_owned()), (1.0, "100 %".to_owned())],
        }
    }

    /// Half of the scale is half of the room: (760 − 190 − 130) / 2 = 220.
    #[test]
    fn a_bar_is_as_long_as_its_value() {
        let svg = bars("t", "d", &[panel(Some(0.5))]);
        assert!(
            svg.contains(r#"class="mark" x="190" y="86" width="220""#),
            "{svg}"
        );
        assert!(svg.contains("&lt;noord&gt;"));
    }

    /// Rows at y 86, 112 and 138, with five columns of room above and below: the lines of the scale
    /// are drawn beside the first and the last row.
    #[test]
    fn no_line_of_the_scale_runs_through_a_reason() {
        let mut all = panel(Some(0.5));
        all.points.push(panel(None).points.remove(0));
        all.points.push(panel(Some(1.0)).points.remove(0));
        let svg = bars("t", "d", &[all]);
        assert_eq!(svg.matches(r#"class="grid""#).count(), 4);
        assert!(
            svg.contains(r#"class="grid" x1="190" y1="80" x2="190" y2="107""#),
            "{svg}"
        );
        assert!(
            svg.contains(r#"class="grid" x1="190" y1="133" x2="190" y2="164""#),
            "{svg}"
        );
        assert!(!bars("t", "d", &[panel(None)]).contains(r#"class="grid""#));
    }

    #[test]
    fn what_is_held_back_looks_the_same_whatever_it_is() {
        let svg = bars("t", "d", &[panel(None)]);
        assert!(
            svg.contains(r#"class="hidden" x="190" y="86" width="440""#),
            "{svg}"
        );
        assert!(svg.contains("kleine groep") && !svg.contains("class=\"mark\""));
    }
}
