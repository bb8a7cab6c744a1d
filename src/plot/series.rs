//! A series of one client over time: dots on the scale's own words, phases shaded and named.
//!
//! It shows what was measured and nothing more: no trend, no test, no average.

use super::canvas::{Anchor, Canvas};

const WIDTH: f64 = 800.0;
const LEFT: f64 = 210.0;
const RIGHT: f64 = 24.0;
const ROW: f64 = 44.0;
/// Width of one letter of the picture's text, near enough to keep texts apart.
const LETTER: f64 = 6.6;

/// A stretch of time with a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phase {
    /// First day, in days since 1970-01-01.
    pub from: i32,
    /// The day after the last one.
    pub until: i32,
    /// What it is called.
    pub name: String,
    /// Whether it is shaded.
    pub shaded: bool,
}

/// One measured value.
#[derive(Debug, Clone, PartialEq)]
pub struct Dot {
    /// The day, in days since 1970-01-01.
    pub on: i32,
    /// The value on the scale.
    pub value: f64,
    /// The day in words.
    pub day: String,
    /// What a pointer that rests on it is told.
    pub told: String,
}

/// A picture of one series; every text in it is handed over.
#[derive(Debug, Clone, PartialEq)]
pub struct SeriesPicture {
    /// What it shows.
    pub title: String,
    /// A description for who cannot see it.
    pub description: String,
    /// Levels of the scale with their words, lowest first.
    pub levels: Vec<(f64, String)>,
    /// The phases, earliest first.
    pub phases: Vec<Phase>,
    /// The values, earliest first.
    pub dots: Vec<Dot>,
    /// Sentences below the picture.
    pub notes: Vec<String>,
}

impl SeriesPicture {
    /// Days from the first to the last thing shown, never none.
    fn days(&self) -> (f64, f64) {
        let dots = self.dots.iter().map(|dot| dot.on);
        let first = dots
            .clone()
            .chain(self.phases.iter().map(|phase| phase.from))
            .min();
        let last = dots
            .chain(self.phases.iter().map(|phase| phase.until))
            .max();
        let (first, last) = (first.unwrap_or(0), last.unwrap_or(1));
        (f64::from(first), f64::from(last.max(first + 1)))
    }

    fn scale(&self) -> (f64, f64) {
        let values = || {
            let levels = self.levels.iter().map(|(value, _)| *value);
            levels.chain(self.dots.iter().map(|dot| dot.value))
        };
        let low = values().fold(f64::INFINITY, f64::min);
        let high = values().fold(f64::NEG_INFINITY, f64::max);
        if low.is_finite() && high > low {
            (low, high)
        } else {
            (low.min(0.0), low.min(0.0) + 1.0)
        }
    }

    /// The picture as SVG, complete in itself.
    #[must_use]
    pub fn svg(&self) -> String {
        let (first, last) = self.days();
        let (low, high) = self.scale();
        let names = rows(&self.phases, |day| place(day, first, last));
        let name_rows = names.iter().map(|(_, row)| row + 1).max().unwrap_or(0);
        let title = wrapped(&self.title, 88);
        let top = 30.0 + 20.0 * title.len() as f64 + 18.0 * name_rows as f64;
        let steps = self.levels.len().clamp(3, 8) as f64 - 1.0;
        let bottom = top + ROW * steps + 24.0;
        let notes: Vec<String> = self
            .notes
            .iter()
            .flat_map(|note| wrapped(note, 112))
            .collect();
        let height = bottom + 66.0 + 18.0 * notes.len() as f64;
        let mut canvas = Canvas::new(WIDTH, height, &self.title, &self.description);
        for (line, text) in (0_u16..).zip(&title) {
            canvas.text(
                "",
                (LEFT - 190.0, 26.0 + 20.0 * f64::from(line)),
                Anchor::Start,
                text,
            );
        }
        let x = |day: f64| place(day, first, last);
        let y = |value: f64| bottom - 12.0 - (value - low) / (high - low) * (bottom - top - 24.0);
        for (phase, (middle, row)) in self.phases.iter().zip(&names) {
            let (from, until) = (x(f64::from(phase.from)), x(f64::from(phase.until)));
            if phase.shaded {
                let size = (until - from, bottom - top);
                canvas.rect("band", (from, top), size, &phase.name);
                canvas.line("hidden", (from, top), (from, bottom));
                canvas.line("hidden", (until, top), (until, bottom));
            }
            let line = 18.0 * (name_rows - 1 - row) as f64;
            canvas.text(
                "quiet",
                (*middle, top - 8.0 - line),
                Anchor::Middle,
                &phase.name,
            );
        }
        for (value, word) in &self.levels {
            canvas.line("grid", (LEFT, y(*value)), (WIDTH - RIGHT, y(*value)));
            canvas.text("", (LEFT - 12.0, y(*value) + 4.0), Anchor::End, word);
        }
        canvas.line("axis", (LEFT, bottom), (WIDTH - RIGHT, bottom));
        let points: Vec<(f64, f64)> = self
            .dots
            .iter()
            .map(|dot| (x(f64::from(dot.on)), y(dot.value)))
            .collect();
        canvas.polyline("line", &points);
        let mut ends = [f64::NEG_INFINITY; 2];
        let mut before = None;
        for (dot, at) in self.dots.iter().zip(&points) {
            canvas.dot("mark", *at, 6.0, &dot.told);
            if before.replace(&dot.day) == Some(&dot.day) {
                continue;
            }
            // Two rows of days; a day without room in either can still be pointed at.
            let half = dot.day.chars().count() as f64 * LETTER / 2.0;
            let middle = at.0.clamp(LEFT + half - 20.0, WIDTH - half - 4.0);
            if let Some(row) = ends.iter().position(|end| middle - half > end + 8.0) {
                ends[row] = middle + half;
                let line = if row == 0 { 20.0 } else { 38.0 };
                canvas.line("axis", (at.0, bottom), (at.0, bottom + 5.0));
                canvas.text("", (middle, bottom + line), Anchor::Middle, &dot.day);
            }
        }
        for (line, note) in (0_u16..).zip(&notes) {
            let y = bottom + 66.0 + 18.0 * f64::from(line);
            canvas.text("quiet", (LEFT - 190.0, y), Anchor::Start, note);
        }
        canvas.finish()
    }

    /// The same in lines of text of at most so many columns, without title and notes.
    #[must_use]
    pub fn lines(&self, width: usize) -> Vec<String> {
        let (first, last) = self.days();
        let (low, high) = self.scale();
        let label = self
            .levels
            .iter()
            .map(|(_, word)| word.chars().count())
            .max()
            .unwrap_or(0);
        let columns = width.saturating_sub(label + 4).clamp(20, 72);
        let rows = self.levels.len().clamp(3, 8);
        let row_of = |value: f64| index((high - value) / (high - low), rows);
        let column_of = |day: f64| index((day - first) / (last - first), columns);
        let mut cells = vec![vec![' '; columns]; rows];
        for phase in self.phases.iter().filter(|phase| phase.shaded) {
            let from = column_of(f64::from(phase.from));
            let until = column_of(f64::from(phase.until));
            for row in &mut cells {
                row[from..=until].fill('░');
            }
        }
        for dot in &self.dots {
            cells[row_of(dot.value)][column_of(f64::from(dot.on))] = '●';
        }
        let mut words = vec![String::new(); rows];
        for (value, word) in &self.levels {
            words[row_of(*value)].clone_from(word);
        }
        let mut lines: Vec<String> = words
            .iter()
            .zip(&cells)
            .map(|(word, row)| {
                let room = " ".repeat(label - word.chars().count());
                let row: String = row.iter().collect();
                format!("{room}{word} │ {row}").trim_end().to_owned()
            })
            .collect();
        let indent = " ".repeat(label);
        lines.push(format!("{indent} └─{}", "─".repeat(columns)));
        for phase in self.phases.iter().filter(|phase| phase.shaded) {
            lines.push(format!("{indent}   ░ {}", phase.name));
        }
        lines
    }
}

fn place(day: f64, first: f64, last: f64) -> f64 {
    let inner = WIDTH - RIGHT - LEFT - 32.0;
    LEFT + 16.0 + (day - first) / (last - first) * inner
}

/// The cell that a share of the whole falls in.
fn index(share: f64, cells: usize) -> usize {
    let reached = |cell: &usize| (*cell as f64 + 0.5) >= share * (cells - 1) as f64;
    (0..cells).find(reached).unwrap_or(cells - 1)
}

/// Where the names of the phases go: the middle of each, and in which row above the picture.
fn rows(phases: &[Phase], x: impl Fn(f64) -> f64) -> Vec<(f64, usize)> {
    let mut ends: Vec<f64> = Vec::new();
    phases
        .iter()
        .map(|phase| {
            let half = phase.name.chars().count() as f64 * LETTER / 2.0;
            let middle = f64::midpoint(x(f64::from(phase.from)), x(f64::from(phase.until)));
            let middle = middle.min(WIDTH - half - 4.0).max(half + 4.0);
            let free = ends.iter().position(|end| middle - half > end + 10.0);
            let row = free.unwrap_or(ends.len());
            if row == ends.len() {
                ends.push(0.0);
            }
            ends[row] = middle + half;
            (middle, row)
        })
        .collect()
}

/// A text in lines of about so many letters.
pub(super) fn wrapped(text: &str, letters: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split_whitespace() {
        let Some(line) = lines.last_mut() else { break };
        if line.is_empty() {
            line.push_str(word);
        } else if line.chars().count() + 1 + word.chars().count() <= letters {
            line.push(' ');
            line.push_str(word);
        } else {
            lines.push(word.to_owned());
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    fn picture() -> SeriesPicture {
        let phase = |from, until, name: &str, shaded| Phase {
            from,
            until,
            name: name.to_owned(),
            shaded,
        };
        let dot = |on, value| Dot {
            on,
            value,
            day: format!("dag {on}"),
            told: String::new(),
        };
        SeriesPicture {
            title: "Vaardigheid".to_owned(),
            description: "Van 2 naar 4".to_owned(),
            levels: (1..=5)
                .map(|level| (f64::from(level), format!("{level}")))
                .collect(),
            phases: vec![
                phase(0, 40, "voor", false),
                phase(40, 80, "tijdens", true),
                phase(80, 100, "na", false),
            ],
            dots: vec![dot(0, 2.0), dot(100, 4.0)],
            notes: vec!["Zo ging het.".to_owned()],
        }
    }

    #[test]
    fn every_dot_level_and_phase_is_drawn() {
        let svg = picture().svg();
        assert_eq!(svg.matches("<circle").count(), 2);
        assert_eq!(svg.matches("class=\"grid\"").count(), 5);
        assert_eq!(svg.matches("class=\"band\"").count(), 1);
        for text in [
            ">voor<",
            ">tijdens<",
            ">na<",
            ">dag 0<",
            ">dag 100<",
            ">Zo ging het.<",
        ] {
            assert!(svg.contains(text), "{text}");
        }
        assert!(!svg.contains("NaN"));
    }

    #[test]
    fn the_terminal_shows_dots_on_their_level() {
        let lines = picture().lines(30);
        assert!(
            lines[1].starts_with("4 │") && lines[1].ends_with('●'),
            "{lines:#?}"
        );
        assert!(
            lines[3].starts_with("2 │ ●") && lines[3].contains('░'),
            "{lines:#?}"
        );
        assert!(
            lines.iter().all(|line| line.chars().count() <= 30),
            "{lines:#?}"
        );
    }

    #[test]
    fn one_value_or_none_is_a_picture_too() {
        let mut few = picture();
        few.phases.clear();
        few.dots.truncate(1);
        assert!(!few.svg().contains("NaN"));
        few.dots.clear();
        few.levels.clear();
        assert!(!few.svg().contains("NaN") && few.lines(40).len() == 4);
    }

    #[test]
    fn names_that_would_touch_stand_in_rows() {
        let name = |from| Phase {
            from,
            until: from + 2,
            name: "een lange naam".to_owned(),
            shaded: true,
        };
        let found = rows(&[name(0), name(2), name(90)], |day| day * 5.0 + 100.0);
        assert_eq!(
            found.iter().map(|(_, row)| *row).collect::<Vec<_>>(),
            [0, 1, 0]
        );
    }
}
