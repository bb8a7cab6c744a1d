//! How long things last when some of them still run.
//!
//! The Kaplan–Meier curve counts what still runs as far as it was seen. The median of what has
//! ended is always too short, because what lasts long has not ended yet.

mod log_rank;

pub use log_rank::{Group, LogRank, log_rank};

use super::intervals::{Interval, two_sided_z};
use super::quantile::median;

/// How long one thing lasted, as far as it was seen.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Span {
    /// Its length, in the unit of the asker; never below 0.
    pub length: f64,
    /// Whether it ended then; else it still ran (right-censored).
    pub ended: bool,
}

impl Span {
    /// A thing that ended after this length.
    #[must_use]
    pub fn ended(length: f64) -> Self {
        Self {
            length,
            ended: true,
        }
    }

    /// A thing that still ran after this length.
    #[must_use]
    pub fn running(length: f64) -> Self {
        Self {
            length,
            ended: false,
        }
    }

    fn counts(&self) -> bool {
        self.length.is_finite() && self.length >= 0.0
    }
}

/// One step of the curve, at a length at which something ended or was last seen.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Step {
    /// The length.
    pub length: f64,
    /// How many still ran just before it.
    pub at_risk: usize,
    /// How many ended.
    pub ended: usize,
    /// How many were seen no further.
    pub censored: usize,
    /// The share that lasts longer.
    pub share: f64,
    /// Its standard error by Greenwood.
    pub error: f64,
    /// Its interval on the log-log scale; `None` while nothing ended or nothing is left.
    pub interval: Option<Interval>,
}

/// The curve of how long things last. Source: Kaplan & Meier 1958; Greenwood 1926; Kalbfleisch &
/// Prentice for the log-log interval.
#[derive(Debug, Clone, PartialEq)]
pub struct Curve {
    /// The steps, shortest first.
    pub steps: Vec<Step>,
    /// Things that count.
    pub n: usize,
    /// Things that still ran.
    pub running: usize,
}

impl Curve {
    /// The curve of these spans, with intervals of this confidence. Spans without a length, or
    /// with a negative one, do not count.
    #[must_use]
    pub fn of(spans: &[Span], confidence: f64) -> Self {
        let mut spans: Vec<Span> = spans.iter().filter(|span| span.counts()).copied().collect();
        spans.sort_by(|one, other| one.length.total_cmp(&other.length));
        let z = two_sided_z(confidence);
        let (mut steps, mut share, mut greenwood) = (Vec::new(), 1.0, 0.0);
        let mut left = spans.len();
        for same in spans.chunk_by(|one, other| one.length.total_cmp(&other.length).is_eq()) {
            let ended = same.iter().filter(|span| span.ended).count();
            let at_risk = left;
            left -= same.len();
            let (risk, gone) = (at_risk as f64, ended as f64);
            share *= (risk - gone) / risk;
            if ended < at_risk {
                greenwood += gone / (risk * (risk - gone));
            }
            steps.push(Step {
                length: same[0].length,
                at_risk,
                ended,
                censored: same.len() - ended,
                share,
                error: share * greenwood.sqrt(),
                interval: log_log(share, greenwood, z),
            });
        }
        Self {
            n: spans.len(),
            running: spans.iter().filter(|span| !span.ended).count(),
            steps,
        }
    }

    /// The step that holds at a length: the last one up to it.
    fn at(&self, length: f64) -> Option<&Step> {
        self.steps.iter().rev().find(|step| step.length <= length)
    }

    /// The share that lasts longer than this.
    #[must_use]
    pub fn share(&self, length: f64) -> f64 {
        self.at(length).map_or(1.0, |step| step.share)
    }

    /// How many still ran just before this length.
    #[must_use]
    pub fn at_risk(&self, length: f64) -> usize {
        let step = self.steps.iter().find(|step| step.length >= length);
        step.map_or(0, |step| step.at_risk)
    }

    /// The length by which this share has ended; `None` when it was not seen to end. Where the
    /// curve lies exactly on it, the middle of that stretch.
    #[must_use]
    pub fn quantile(&self, ended: f64) -> Option<f64> {
        crossing(&self.steps, 1.0 - ended, |step| Some(step.share))
    }

    /// The length that half of the things outlast.
    #[must_use]
    pub fn median(&self) -> Option<f64> {
        self.quantile(0.5)
    }

    /// The interval of a quantile: where the bounds of the curve cross it. A bound that was not
    /// seen is `None`. Source: Brookmeyer & Crowley 1982.
    #[must_use]
    pub fn quantile_interval(&self, ended: f64) -> (Option<f64>, Option<f64>) {
        let bound = |pick: fn(&Interval) -> f64| {
            crossing(&self.steps, 1.0 - ended, |step| match &step.interval {
                Some(interval) => Some(pick(interval)),
                None if step.share <= 0.0 => Some(0.0),
                None => None,
            })
        };
        (
            bound(|interval| interval.low),
            bound(|interval| interval.high),
        )
    }
}

/// Where a falling line first reaches a level.
fn crossing(steps: &[Step], level: f64, value: impl Fn(&Step) -> Option<f64>) -> Option<f64> {
    let reaches = |step: &Step| value(step).is_some_and(|value| value <= level + 1e-9);
    let first = steps.iter().position(reaches)?;
    let on_it = value(&steps[first]).is_some_and(|value| (value - level).abs() <= 1e-9);
    let below = |step: &&Step| value(step).is_some_and(|value| value < level - 1e-9);
    let next = steps[first..].iter().find(below).filter(|_| on_it);
    let length = steps[first].length;
    Some(next.map_or(length, |next| length.midpoint(next.length)))
}

fn log_log(share: f64, greenwood: f64, z: f64) -> Option<Interval> {
    if share <= 0.0 || share >= 1.0 {
        return None;
    }
    let wide = (z * greenwood.sqrt() / share.ln().abs()).exp();
    Some(Interval {
        low: share.powf(wide),
        high: share.powf(1.0 / wide),
    })
}

/// The median of what has ended, beside that of everything.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Medians {
    /// Things that count.
    pub n: usize,
    /// Things that still run.
    pub running: usize,
    /// The median of the ended ones alone, which is too short while some run.
    pub of_ended: Option<f64>,
    /// The median of the curve; `None` when fewer than half were seen to end.
    pub of_all: Option<f64>,
}

/// Both medians, to show what leaving out the running ones does.
#[must_use]
pub fn medians(spans: &[Span]) -> Medians {
    let curve = Curve::of(spans, 0.95);
    let ended: Vec<f64> = spans
        .iter()
        .filter(|span| span.ended && span.counts())
        .map(|span| span.length)
        .collect();
    Medians {
        n: curve.n,
        running: curve.running,
        of_ended: median(&ended),
        of_all: curve.median(),
    }
}

/// Weeks of remission of 42 children, 21 with 6-mercaptopurine and 21 without; the sign + is one
/// still in remission. Source: Freireich and others 1963, Blood 21:699.
#[cfg(test)]
pub(super) fn freireich() -> [Vec<Span>; 2] {
    [
        "6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+",
        "1 1 2 2 3 4 4 5 5 8 8 8 8 11 11 12 12 15 17 22 23",
    ]
    .map(tests::published::spans)
}

#[cfg(test)]
mod tests {
    pub(super) mod published;

    use super::*;

    fn near(found: f64, wanted: f64, within: f64) {
        assert!((found - wanted).abs() < within, "{found} is not {wanted}");
    }

    /// The shares and standard errors that every textbook prints for these children.
    #[test]
    fn the_curve_of_the_treated_children() {
        let [treated, placebo] = freireich();
        let curve = Curve::of(&treated, 0.95);
        assert_eq!((curve.n, curve.running), (21, 12));
        for (week, share) in [
            (5.9, 1.0),
            (6.0, 0.857),
            (7.0, 0.807),
            (10.0, 0.753),
            (13.0, 0.690),
            (16.0, 0.627),
            (22.0, 0.538),
            (23.0, 0.448),
            (35.0, 0.448),
        ] {
            near(curve.share(week), share, 0.0005);
        }
        let first = curve.steps[0];
        near(first.error, 0.0764, 0.000_05);
        // By hand: θ = ln(−ln 0.857143) ± 1.959964 × 0.089087/0.154151.
        let interval = first.interval.unwrap();
        near(interval.low, 0.620, 0.0005);
        near(interval.high, 0.952, 0.0005);
        assert_eq!(curve.median(), Some(23.0));
        assert_eq!(curve.quantile_interval(0.5), (Some(13.0), None));
        assert_eq!(curve.quantile(0.9), None);
        assert_eq!(
            (curve.at_risk(6.0), curve.at_risk(6.5), curve.at_risk(36.0)),
            (21, 17, 0)
        );
        assert_eq!(Curve::of(&placebo, 0.95).median(), Some(8.0));
    }

    /// The ended ones alone: 6 6 6 7 10 13 16 22 23, middle 10; all of them: 23.
    #[test]
    fn leaving_out_what_runs_makes_it_shorter() {
        let found = medians(&freireich()[0]);
        assert_eq!((found.n, found.running), (21, 12));
        assert_eq!((found.of_ended, found.of_all), (Some(10.0), Some(23.0)));
    }

    /// Four that end after 1, 2, 3 and 4: the curve lies on one half from 2 to 3.
    #[test]
    fn a_curve_that_lies_on_the_half_has_its_median_in_the_middle() {
        let spans: Vec<Span> = [1.0, 2.0, 3.0, 4.0].map(Span::ended).into();
        let curve = Curve::of(&spans, 0.95);
        assert_eq!(curve.median(), Some(2.5));
        assert!(curve.steps[3].interval.is_none());
        near(curve.steps[3].share, 0.0, 1e-12);
    }

    #[test]
    fn nothing_has_no_median_and_nonsense_does_not_count() {
        let curve = Curve::of(&[Span::ended(f64::NAN), Span::ended(-1.0)], 0.95);
        assert_eq!((curve.n, curve.median()), (0, None));
        assert_eq!(medians(&[]).of_ended, None);
        near(curve.share(3.0), 1.0, 1e-12);
    }
}
