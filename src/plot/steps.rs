//! Falling step lines with a band: which share still lasts, one panel per group.

use super::canvas::{Anchor, Canvas};
use super::series::wrapped;

const WIDTH: f64 = 800.0;
const LEFT: f64 = 70.0;
const RIGHT: f64 = 30.0;
const PANEL: f64 = 170.0;

/// A place on the line: from `at` on, this share lasts longer.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Step {
    /// The length.
    pub at: f64,
    /// The share, from 0 to 1.
    pub share: f64,
    /// The bounds of its band.
    pub band: Option<(f64, f64)>,
}

/// One group.
#[derive(Debug, Clone, PartialEq)]
pub struct Panel {
    /// Its name, with its numbers.
    pub name: String,
    /// The steps, shortest first.
    pub steps: Vec<Step>,
    /// Where the line ends.
    pub until: f64,
    /// Lengths up to which something was seen that still ran.
    pub running: Vec<f64>,
    /// The length that half outlasts, with its text.
    pub median: Option<(f64, String)>,
    /// Numbers below the axis, one for each tick.
    pub below: Vec<String>,
}

/// A picture of step lines; every text in it is handed over.
#[derive(Debug, Clone, PartialEq)]
pub struct StepsPicture {
    /// What it shows.
    pub title: String,
    /// A description for who cannot see it.
    pub description: String,
    /// Ticks of the lengths, with their texts.
    pub ticks: Vec<(f64, String)>,
    /// Ticks of the shares, with their texts.
    pub shares: Vec<(f64, String)>,
    /// What the numbers below the axis are.
    pub below: String,
    /// The groups.
    pub panels: Vec<Panel>,
    /// Sentences below the picture.
    pub notes: Vec<String>,
}

impl StepsPicture {
    fn longest(&self) -> f64 {
        let ticks = self.ticks.iter().map(|(at, _)| *at);
        let ends = self.panels.iter().map(|panel| panel.until);
        ticks.chain(ends).fold(1.0, f64::max)
    }

    /// The picture as SVG, complete in itself.
    #[must_use]
    pub fn svg(&self) -> String {
        let title = wrapped(&self.title, 100);
        let top = 34.0 + 20.0 * title.len() as f64;
        let panel_height = PANEL + 98.0;
        let notes: Vec<String> = self
            .notes
            .iter()
            .flat_map(|note| wrapped(note, 112))
            .collect();
        let panels = top + panel_height * self.panels.len() as f64;
        let height = panels + 10.0 + 18.0 * notes.len() as f64;
        let mut canvas = Canvas::new(WIDTH, height, &self.title, &self.description);
        for (line, text) in (0_u16..).zip(&title) {
            canvas.text(
                "",
                (20.0, 26.0 + 20.0 * f64::from(line)),
                Anchor::Start,
                text,
            );
        }
        for (number, panel) in (0_u16..).zip(&self.panels) {
            self.panel(&mut canvas, panel, top + panel_height * f64::from(number));
        }
        for (line, note) in (0_u16..).zip(&notes) {
            let y = panels + 10.0 + 18.0 * f64::from(line);
            canvas.text("quiet", (20.0, y), Anchor::Start, note);
        }
        canvas.finish()
    }

    fn panel(&self, canvas: &mut Canvas, panel: &Panel, top: f64) {
        let longest = self.longest();
        let x = |at: f64| LEFT + at / longest * (WIDTH - LEFT - RIGHT);
        let y = |share: f64| top + 18.0 + (1.0 - share) * PANEL;
        canvas.text("", (20.0, top + 4.0), Anchor::Start, &panel.name);
        for (share, text) in &self.shares {
            canvas.line("grid", (LEFT, y(*share)), (WIDTH - RIGHT, y(*share)));
            canvas.text("quiet", (LEFT - 8.0, y(*share) + 4.0), Anchor::End, text);
        }
        for (place, (at, text)) in self.ticks.iter().enumerate() {
            canvas.line("axis", (x(*at), y(0.0)), (x(*at), y(0.0) + 5.0));
            canvas.text("", (x(*at), y(0.0) + 18.0), Anchor::Middle, text);
            if let Some(below) = panel.below.get(place) {
                canvas.text("quiet", (x(*at), y(0.0) + 50.0), Anchor::Middle, below);
            }
        }
        canvas.text("quiet", (20.0, y(0.0) + 34.0), Anchor::Start, &self.below);
        canvas.line("axis", (LEFT, y(0.0)), (WIDTH - RIGHT, y(0.0)));
        for (place, step) in panel.steps.iter().enumerate() {
            let until = panel
                .steps
                .get(place + 1)
                .map_or(panel.until, |next| next.at);
            if let Some((low, high)) = step.band {
                let size = (x(until) - x(step.at), y(low) - y(high));
                canvas.rect("band", (x(step.at), y(high)), size, "");
            }
        }
        let mut line = vec![(x(0.0), y(1.0))];
        let mut share = 1.0;
        for step in &panel.steps {
            line.push((x(step.at), y(share)));
            share = step.share;
            line.push((x(step.at), y(share)));
        }
        line.push((x(panel.until), y(share)));
        canvas.polyline("line", &line);
        for at in &panel.running {
            let height = y(share_at(panel, *at));
            canvas.line("axis", (x(*at), height - 4.0), (x(*at), height + 4.0));
        }
        if let Some((at, text)) = &panel.median {
            canvas.line("hidden", (LEFT, y(0.5)), (x(*at), y(0.5)));
            canvas.line("hidden", (x(*at), y(0.5)), (x(*at), y(0.0)));
            // On the side where there is room.
            let (place, anchor) = if *at > longest * 0.7 {
                (x(*at) - 6.0, Anchor::End)
            } else {
                (x(*at) + 6.0, Anchor::Start)
            };
            canvas.text("", (place, y(0.0) - 8.0), anchor, text);
        }
    }

    /// The same in lines of text of at most so many columns: one bar per tick that was seen.
    #[must_use]
    pub fn lines(&self, width: usize) -> Vec<String> {
        let widest = |texts: &mut dyn Iterator<Item = &String>| {
            texts.map(|text| text.chars().count()).max().unwrap_or(0)
        };
        let label = widest(&mut self.ticks.iter().map(|(_, text)| text));
        let bar = width.saturating_sub(label + 24).clamp(10, 50);
        let mut lines = Vec::new();
        for panel in &self.panels {
            lines.push(panel.name.clone());
            for (place, (at, text)) in self.ticks.iter().enumerate() {
                if *at > panel.until {
                    break;
                }
                let share = share_at(panel, *at);
                let full = (0..=bar)
                    .rev()
                    .find(|cells| *cells as f64 <= share * bar as f64 + 0.5);
                let full = full.unwrap_or(0);
                let bar = format!("{}{}", "█".repeat(full), "·".repeat(bar - full));
                let percent = format!("{:.0} %", share * 100.0);
                let below = panel.below.get(place).map_or("", String::as_str);
                let room = " ".repeat(label - text.chars().count());
                lines.push(
                    format!("  {room}{text} {bar} {percent:>5}  {below}")
                        .trim_end()
                        .to_owned(),
                );
            }
        }
        lines
    }
}

/// The share that holds at a length.
fn share_at(panel: &Panel, at: f64) -> f64 {
    let step = panel.steps.iter().rev().find(|step| step.at <= at);
    step.map_or(1.0, |step| step.share)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn picture() -> StepsPicture {
        let step = |at, share, band| Step { at, share, band };
        StepsPicture {
            title: "Hoe lang trajecten duren".to_owned(),
            description: "Een lijn".to_owned(),
            ticks: [0.0, 10.0, 20.0].map(|at| (at, format!("{at}"))).into(),
            shares: vec![(0.0, "0 %".to_owned()), (1.0, "100 %".to_owned())],
            below: "lopen nog".to_owned(),
            panels: vec![Panel {
                name: "Noord".to_owned(),
                steps: vec![step(5.0, 0.5, Some((0.2, 0.8))), step(12.0, 0.25, None)],
                until: 15.0,
                running: vec![15.0],
                median: Some((5.0, "de helft: 5".to_owned())),
                below: ["4", "2"].map(str::to_owned).into(),
            }],
            notes: Vec::new(),
        }
    }

    #[test]
    fn the_line_falls_in_steps_and_the_band_goes_with_it() {
        let svg = picture().svg();
        // The scale is 35 pixels for one: 70 + 5 × 35, 70 + 12 × 35, 70 + 15 × 35.
        assert!(svg.contains("245,"), "{svg}");
        assert!(svg.contains("490,") && svg.contains("595,"), "{svg}");
        assert_eq!(svg.matches("class=\"band\"").count(), 1);
        assert_eq!(svg.matches("class=\"line\"").count(), 1);
        assert!(svg.contains(">de helft: 5<") && !svg.contains("NaN"));
    }

    #[test]
    fn the_terminal_has_a_bar_for_what_was_seen() {
        let lines = picture().lines(40);
        assert_eq!(lines.len(), 3);
        assert!(
            lines[1].contains("100 %") && lines[1].ends_with('4'),
            "{lines:#?}"
        );
        assert!(
            lines[2].contains("50 %") && lines[2].contains('·'),
            "{lines:#?}"
        );
    }
}
