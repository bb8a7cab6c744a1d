//! Whether a change is larger than the questionnaire's own noise.

use super::NoIndex;
use crate::practice::intervals::two_sided_z;

/// What was published about a questionnaire.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Published {
    /// Standard deviation of the group it was published for, in its own points.
    pub spread: f64,
    /// Reliability, between 0 and 1 (test–retest or internal consistency).
    pub reliability: f64,
}

/// The reliable change index with what it is made of, in points of the questionnaire.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Reliable {
    /// The change in standard errors of a difference.
    pub index: f64,
    /// Standard error of one measurement.
    pub error: f64,
    /// Standard error of the difference of two.
    pub error_difference: f64,
    /// The smallest change that is larger than noise, with the confidence asked for.
    pub smallest: f64,
    /// Whether this change is at least that large, in either direction.
    pub is_reliable: bool,
}

/// The index of Jacobson and Truax (1991): the difference over √2 times the standard error of
/// measurement. Some programs print the difference over one standard error under their name.
///
/// # Errors
/// [`NoIndex::NoNumber`], [`NoIndex::NoReliability`].
pub fn reliable_change(
    first: f64,
    last: f64,
    published: Published,
    confidence: f64,
) -> Result<Reliable, NoIndex> {
    if !first.is_finite() || !last.is_finite() {
        return Err(NoIndex::NoNumber);
    }
    let Published {
        spread,
        reliability,
    } = published;
    let fits = spread.is_finite() && spread > 0.0 && (0.0..1.0).contains(&reliability);
    if !fits || confidence <= 0.0 || confidence >= 1.0 {
        return Err(NoIndex::NoReliability);
    }
    let error = spread * (1.0 - reliability).sqrt();
    let error_difference = (2.0 * error * error).sqrt();
    let index = (last - first) / error_difference;
    let z = two_sided_z(confidence);
    Ok(Reliable {
        index,
        error,
        error_difference,
        smallest: z * error_difference,
        is_reliable: index.abs() > z,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Jacobson and Truax 1991, their example: from 47.5 to 32.5, spread 7.5, reliability 0.80.
    #[test]
    fn the_example_of_jacobson_and_truax() {
        let published = Published {
            spread: 7.5,
            reliability: 0.80,
        };
        let found = reliable_change(47.5, 32.5, published, 0.95).unwrap();
        assert!((found.error - 3.354).abs() < 0.0005);
        assert!((found.error_difference - 4.743).abs() < 0.0005);
        assert!((found.index + 3.16).abs() < 0.005);
        // 1.96 × 4.743 = 9.30 points.
        assert!((found.smallest - 9.30).abs() < 0.005);
        assert!(found.is_reliable);
        assert!(
            !reliable_change(40.0, 32.5, published, 0.95)
                .unwrap()
                .is_reliable
        );
    }

    #[test]
    fn without_published_figures_there_is_none() {
        let of = |spread, reliability| {
            reliable_change(
                1.0,
                2.0,
                Published {
                    spread,
                    reliability,
                },
                0.95,
            )
        };
        assert_eq!(of(0.0, 0.8), Err(NoIndex::NoReliability));
        assert_eq!(of(1.0, 1.0), Err(NoIndex::NoReliability));
        assert_eq!(of(f64::NAN, 0.8), Err(NoIndex::NoReliability));
    }
}
