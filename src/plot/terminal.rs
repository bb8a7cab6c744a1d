//! The same pictures in lines of text.

use super::panel::{Panel, shortened};

/// Eighths of a column, so that a bar is told to an eighth of a sign.
const EIGHTHS: [char; 7] = ['▏', '▎', '▍', '▌', '▋', '▊', '▉'];

/// Bars of a panel, in lines of at most `width` columns. What is not shown is a row of dots, as
/// long for every value.
#[must_use]
pub fn bars(panel: &Panel, width: usize) -> Vec<String> {
    let signs = |text: &str| text.chars().count();
    let labels = panel.points.iter().map(|point| signs(&point.label));
    let label = labels.max().unwrap_or(0).min(width / 3).max(4);
    let told = panel.points.iter().map(|point| signs(&point.told));
    let told = told.max().unwrap_or(0).min(width / 3);
    let room = width.saturating_sub(label + told + 4).clamp(8, 60);
    let mut lines = vec![panel.title.clone()];
    for point in &panel.points {
        let own = shortened(&point.label, label);
        let pad = " ".repeat(label.saturating_sub(signs(&own)));
        let bar = match point.value {
            Some(value) => bar(panel, value, room),
            None => "·".repeat(room),
        };
        let gap = " ".repeat(room.saturating_sub(signs(&bar)));
        lines.push(format!("{own}{pad}  {bar}{gap}  {}", point.told));
    }
    lines
}

fn bar(panel: &Panel, value: f64, room: usize) -> String {
    let room = f64::from(u32::try_from(room).unwrap_or(60));
    let (zero, end) = (panel.part(0.0), panel.part(value));
    let (from, to) = (zero.min(end) * room, zero.max(end) * room);
    let mut text = String::new();
    let mut column = 0.0;
    while column < to {
        let filled = (to - column).min(1.0);
        let sign = if column + 1.0 <= from + 1e-9 {
            ' '
        } else if filled >= 0.999 {
            '█'
        } else {
            // The largest number of eighths that is not more than what is filled.
            let eighths = EIGHTHS.iter().zip(1_u8..);
            let fits = eighths.filter(|(_, count)| f64::from(*count) <= filled * 8.0);
            fits.last().map_or(' ', |(sign, _)| *sign)
        };
        text.push(sign);
        column += 1.0;
    }
    text.trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plot::panel::Point;

    /// By hand: of 10 columns 0.45 is four and a half: four full and four eighths.
    #[test]
    fn a_bar_is_as_long_as_its_value_to_an_eighth() {
        let panel = Panel {
            title: "t".to_owned(),
            points: vec![
                Point {
                    label: "noord".to_owned(),
                    value: Some(0.45),
                    told: "45 %".to_owned(),
                },
                Point {
                    label: "zuid".to_owned(),
                    value: None,
                    told: "kleine groep".to_owned(),
                },
            ],
            scale: vec![(0.0, String::new()), (1.0, String::new())],
        };
        assert_eq!(bar(&panel, 0.45, 10), "████▌");
        let lines = bars(&panel, 60);
        assert!(lines[1].starts_with("noord  █"), "{lines:?}");
        assert!(lines[2].contains("····") && lines[2].ends_with("kleine groep"));
    }
}
