//! What a picture of an answer is made of: panels with a title, a scale, and places on it.

/// A number with its words, or nothing to show and why.
#[derive(Debug, Clone, PartialEq)]
pub struct Point {
    /// What it is of.
    pub label: String,
    /// The number; `None` when it is not shown.
    pub value: Option<f64>,
    /// The number in words, or why it is not shown.
    pub told: String,
}

/// One measure in a picture.
#[derive(Debug, Clone, PartialEq)]
pub struct Panel {
    /// What it shows.
    pub title: String,
    /// The numbers.
    pub points: Vec<Point>,
    /// The scale: places with their labels, ascending, the first at its foot.
    pub scale: Vec<(f64, String)>,
}

impl Panel {
    /// Where a value lies between foot (0) and top (1) of the scale.
    #[must_use]
    pub fn part(&self, value: f64) -> f64 {
        let foot = self.scale.first().map_or(0.0, |(place, _)| *place);
        let top = self.scale.last().map_or(1.0, |(place, _)| *place);
        let whole = top - foot;
        if whole > 0.0 && value.is_finite() {
            ((value - foot) / whole).clamp(0.0, 1.0)
        } else {
            0.0
        }
    }
}

/// A scale from nothing (or the lowest value) to just above the highest, in steps of 1, 2 or 5
/// times a power of ten: at most about five of them.
#[must_use]
pub fn scale(values: impl Iterator<Item = f64>, top: Option<f64>) -> Vec<f64> {
    let (mut low, mut high) = (0.0_f64, top.unwrap_or(0.0));
    for value in values.filter(|value| value.is_finite()) {
        low = low.min(value);
        high = high.max(value);
    }
    if high - low <= 0.0 {
        high = low + 1.0;
    }
    let rough = (high - low) / 5.0;
    let power = 10_f64.powf(rough.log10().floor());
    let step = [1.0, 2.0, 5.0, 10.0]
        .map(|times| times * power)
        .into_iter()
        .find(|step| *step >= rough * 0.999)
        .unwrap_or(rough);
    let mut place = (low / step).floor() * step;
    let mut places = vec![place];
    while place < high - step * 1e-6 && places.len() < 20 {
        place += step;
        places.push(place);
    }
    places
}

/// A label in so many characters.
#[must_use]
pub fn shortened(label: &str, most: usize) -> String {
    if label.chars().count() <= most {
        return label.to_owned();
    }
    let kept: String = label.chars().take(most.saturating_sub(1)).collect();
    format!("{}…", kept.trim_end())
}

/// A count of things to place.
pub(super) fn count(items: usize) -> f64 {
    f64::from(u32::try_from(items).unwrap_or(u32::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// By hand: up to 47 in at most five steps: 10 each, ending at 50.
    #[test]
    fn a_scale_has_round_steps_and_holds_every_value() {
        let places = scale([3.0, 47.0].into_iter(), None);
        assert_eq!(places, [0.0, 10.0, 20.0, 30.0, 40.0, 50.0]);
        assert_eq!(scale([-3.0, 2.0].into_iter(), None).first(), Some(&-3.0));
        assert_eq!(scale(std::iter::empty(), None).len(), 6);
        let shares = scale([0.3].into_iter(), Some(1.0));
        assert_eq!(shares.len(), 6);
    }

    #[test]
    fn long_labels_are_cut_at_a_sign() {
        assert_eq!(shortened("één twee", 5), "één…");
        assert_eq!(shortened("één", 3), "één");
    }
}
