//! How many cases a round needs, and what looking again costs.

use crate::practice::intervals::attribute::{
    Foreseen, NoSample, at_most, sample_size, stop_or_go_risk,
};

/// What a round wants to be able to say.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Wanted {
    /// With which certainty, as a share.
    pub certainty: f64,
    /// The largest share of cases with a shortcoming that is still acceptable.
    pub tolerable: f64,
    /// The share that is expected.
    pub expected: f64,
}

/// The advised size.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Advice {
    /// Cases to read, counting on the size of the frame.
    pub size: u64,
    /// Cases that a table for an endless frame names.
    pub by_table: Option<u64>,
    /// With so many shortcomings the claim still holds.
    pub accepts: u64,
}

/// The size for what is wanted, from the exact tables of attribute sampling. A frame that is too
/// small for it is read whole.
///
/// # Errors
/// [`NoSample`] when what is wanted cannot be.
pub fn advise(wanted: Wanted, frame: u64) -> Result<Advice, NoSample> {
    let foreseen = Foreseen::Rate(wanted.expected);
    let by_table = match sample_size(wanted.certainty, wanted.tolerable, foreseen, None) {
        Ok(size) => Some(size),
        Err(NoSample::TooLarge) => None,
        Err(other) => return Err(other),
    };
    let size = sample_size(wanted.certainty, wanted.tolerable, foreseen, Some(frame));
    let size = size.unwrap_or(frame).min(frame);
    Ok(Advice {
        size,
        by_table,
        accepts: accepts(wanted, size),
    })
}

/// The most shortcomings in a sample with which the claim holds, were the frame endless.
fn accepts(wanted: Wanted, size: u64) -> u64 {
    let holds =
        |found: &u64| at_most(*found, size, wanted.tolerable) <= 1.0 - wanted.certainty + 1e-12;
    (0..size).take_while(holds).last().unwrap_or(0)
}

/// The true chance of wrongly accepting when a round was extended: each look is the number of
/// cases read so far, judged by the rule of a single look. `None` without a second look.
#[must_use]
pub fn accumulated_risk(wanted: Wanted, looks: &[u64]) -> Option<f64> {
    if looks.len() < 2 {
        return None;
    }
    let rule = |size: &u64| (*size, accepts(wanted, *size));
    let enough = |size: &&u64| at_most(0, **size, wanted.tolerable) <= 1.0 - wanted.certainty;
    // A look that is too small to accept anything accepts nothing and adds no risk.
    let looks: Vec<(u64, u64)> = looks.iter().filter(enough).map(rule).collect();
    stop_or_go_risk(wanted.tolerable, &looks)
}

#[cfg(test)]
mod tests {
    use super::*;

    const USUAL: Wanted = Wanted {
        certainty: 0.95,
        tolerable: 0.05,
        expected: 0.0,
    };

    /// The table says 59 (AICPA A-1; Touw & Hoogduin 2011); in a frame of 1,200 fewer will do, and
    /// a frame of twelve is read but for one.
    #[test]
    fn the_advice_is_the_table_and_the_frame_makes_it_smaller() {
        let advice = advise(USUAL, 1_000_000).unwrap();
        assert_eq!(
            (advice.size, advice.by_table, advice.accepts),
            (59, Some(59), 0)
        );
        let finite = advise(USUAL, 1_200).unwrap();
        assert!(finite.size < 59 && finite.by_table == Some(59));
        let small = advise(USUAL, 12).unwrap();
        assert_eq!(small.size, 12);
        assert_eq!(advise(USUAL, 0).unwrap().size, 0);
        let expects = Wanted {
            expected: 0.01,
            ..USUAL
        };
        let advice = advise(expects, 1_000_000).unwrap();
        assert_eq!((advice.size, advice.accepts), (93, 1));
        let never = Wanted {
            expected: 0.06,
            ..USUAL
        };
        assert_eq!(advise(never, 100), Err(NoSample::ExpectsTooMuch));
    }

    /// The exact figures of looking again at 59, 93, 124 and 153 (reference process-analysis §8).
    #[test]
    fn looking_again_is_told_with_its_true_risk() {
        assert_eq!(accumulated_risk(USUAL, &[59]), None);
        for (looks, wanted) in [
            (&[59, 93][..], 0.0748),
            (&[59, 93, 124], 0.0926),
            (&[59, 93, 124, 153], 0.1062),
        ] {
            let risk = accumulated_risk(USUAL, looks).unwrap();
            assert!((risk - wanted).abs() < 0.000_05, "{risk}");
        }
        // A first look at twelve could not have accepted anything.
        let risk = accumulated_risk(USUAL, &[12, 59]).unwrap();
        assert!((risk - 0.0485).abs() < 0.000_05, "{risk}");
    }
}
