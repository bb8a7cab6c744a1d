//! What a sample of cases says about all cases: a share with its interval.
//!
//! Steps of one case resemble each other, and drawn cases do not all stand for as many others.
//! Both make a sample say less than the number of its steps suggests. The interval is Wilson's with
//! the number of independent steps that would be as precise (Korn and Graubard 1998), from the
//! spread between cases (the ratio estimator of Cochran 1977, §2.11 and §11.7).

use crate::practice::intervals::{Interval, two_sided_z};

/// What one case adds.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Part {
    /// How many cases of the frame it stands for.
    pub weight: f64,
    /// Steps with what is counted; one or none when cases are counted.
    pub found: u32,
    /// Steps that were looked at.
    pub of: u32,
}

/// A share of all steps or cases, by a sample of cases.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Share {
    /// The weighted share.
    pub share: f64,
    /// Its interval.
    pub interval: Interval,
    /// Cases in it.
    pub cases: usize,
    /// Steps with what is counted, unweighted.
    pub found: u32,
    /// Steps looked at, unweighted.
    pub of: u32,
    /// As many independent steps would say as much.
    pub effective: f64,
}

/// The share with its interval; `None` when nothing was looked at.
#[must_use]
pub fn share(parts: &[Part], confidence: f64) -> Option<Share> {
    let parts: Vec<&Part> = parts.iter().filter(|part| part.of > 0).collect();
    let all: f64 = parts
        .iter()
        .map(|part| part.weight * f64::from(part.of))
        .sum();
    if all <= 0.0 || !(confidence > 0.0 && confidence < 1.0) {
        return None;
    }
    let found: f64 = parts
        .iter()
        .map(|part| part.weight * f64::from(part.found))
        .sum();
    let (cases, p) = (parts.len(), found / all);
    let of: u32 = parts.iter().map(|part| part.of).sum();
    let off = |part: &&Part| {
        let residue = f64::from(part.found) - p * f64::from(part.of);
        (part.weight * residue / all).powi(2)
    };
    let n = cases as f64;
    let variance = match cases {
        1 => 0.0,
        _ => parts.iter().map(off).sum::<f64>() * n / (n - 1.0),
    };
    // Without spread the cases are all that is known to be independent.
    let effective = match variance > 1e-15 {
        true => (p * (1.0 - p) / variance).min(f64::from(of)),
        false => n,
    };
    Some(Share {
        share: p,
        interval: wilson(p, effective, two_sided_z(confidence)),
        cases,
        found: parts.iter().map(|part| part.found).sum(),
        of,
        effective,
    })
}

fn wilson(p: f64, n: f64, z: f64) -> Interval {
    let z2 = z * z;
    let middle = p + z2 / (2.0 * n);
    let half = z * (p * (1.0 - p) / n + z2 / (4.0 * n * n)).sqrt();
    let under = 1.0 + z2 / n;
    Interval {
        low: if p <= 0.0 {
            0.0
        } else {
            (middle - half) / under
        },
        high: if p >= 1.0 {
            1.0
        } else {
            (middle + half) / under
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::practice::intervals;

    fn part(weight: f64, found: u32, of: u32) -> Part {
        Part { weight, found, of }
    }

    /// With one step a case and equal weights it is Wilson's own interval, but for the n − 1 of
    /// the spread: Newcombe's 81 of 263.
    #[test]
    fn single_steps_with_equal_weights_give_wilsons_interval() {
        let parts: Vec<Part> = (0..263)
            .map(|at| part(1.0, u32::from(at < 81), 1))
            .collect();
        let found = share(&parts, 0.95).unwrap();
        let plain = intervals::wilson(81, 263, 0.95).unwrap();
        assert!((found.share - 81.0 / 263.0).abs() < 1e-12);
        assert!((found.interval.low - plain.low).abs() < 2e-4, "{found:?}");
        assert!((found.interval.high - plain.high).abs() < 2e-4, "{found:?}");
        let none = share(&vec![part(1.0, 0, 1); 20], 0.95).unwrap();
        let plain = intervals::wilson(0, 20, 0.95).unwrap();
        assert!((none.interval.high - plain.high).abs() < 1e-12 && none.interval.low == 0.0);
    }

    /// Derks et al. 2022: 2 of 6, 1 of 7, 0 of 7 in strata of 8, 11 and 11 make 0.141270 of all.
    #[test]
    fn weights_make_it_the_share_of_the_frame() {
        let mut parts = Vec::new();
        for (found, size, population) in [(2, 6, 8), (1, 7, 11), (0, 7, 11)] {
            let weight = f64::from(population) / f64::from(size);
            parts.extend((0..size).map(|at| part(weight, u32::from(at < found), 1)));
        }
        let found = share(&parts, 0.95).unwrap();
        assert!((found.share - 0.141_270).abs() < 1e-6, "{found:?}");
    }

    /// Ten cases of ten steps, all of a case alike: ten independent things, not a hundred.
    #[test]
    fn steps_of_one_case_are_not_independent() {
        let alike: Vec<Part> = (0..10)
            .map(|at| part(1.0, if at < 5 { 10 } else { 0 }, 10))
            .collect();
        let found = share(&alike, 0.95).unwrap();
        assert!((found.effective - 9.0).abs() < 1e-9, "{found:?}");
        let spread = vec![part(1.0, 5, 10); 10];
        assert!(share(&spread, 0.95).unwrap().effective <= 10.0);
        assert!(share(&[], 0.95).is_none() && share(&[part(1.0, 0, 0)], 0.95).is_none());
    }
}
