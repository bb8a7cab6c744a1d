//! How many dossiers there are and how long each is, before any of them is made.

use std::str::FromStr;

use super::rng::Rng;

/// Dossiers that are made together, with the organisation's lines after them.
const BLOCK: u64 = 256;

/// Lines of the organisation after a whole block: 1 in about 500.
const ORGANISATION: u64 = 10;

/// Length of a dossier at every sixteenth of the distribution: close to log-normal, mean 20.
const LENGTHS: [u64; 17] = [
    4, 6, 8, 9, 10, 11, 13, 14, 16, 17, 19, 22, 25, 29, 35, 46, 90,
];

/// Once in so many dossiers one is long.
const LONG_EVERY: u64 = 300;

/// Events of a long dossier.
pub(crate) const LONG_LEN: u64 = 200;

/// How long after it happened something is recorded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Lateness {
    /// On the same day.
    None,
    /// Mostly on the same day, sometimes after a few days, rarely after weeks.
    #[default]
    Usual,
    /// Half of everything after a week or more.
    Late,
}

impl FromStr for Lateness {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        match text {
            "none" => Ok(Self::None),
            "usual" => Ok(Self::Usual),
            "late" => Ok(Self::Late),
            other => Err(format!("{other}: must be none, usual or late")),
        }
    }
}

/// What is made.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Options {
    /// Where chance starts.
    pub(crate) seed: u64,
    /// How many events, exactly.
    pub(crate) events: u64,
    /// At most so many dossiers.
    pub(crate) dossiers: u64,
    /// How late things are recorded.
    pub(crate) lateness: Lateness,
}

/// Dossiers that are made together.
#[derive(Debug, Clone)]
pub(crate) struct Block {
    /// Number of the first one.
    pub(crate) first: u64,
    /// How long each is.
    pub(crate) lens: Vec<u64>,
    /// How many lines of the organisation follow.
    pub(crate) organisation: u64,
}

/// The blocks, one after another, until all events are planned.
#[derive(Debug)]
pub(crate) struct Plan {
    options: Options,
    rng: Rng,
    next: u64,
    left: u64,
}

impl Plan {
    pub(crate) fn new(options: Options) -> Self {
        Self {
            options,
            rng: Rng::new(options.seed, 1, 0),
            next: 0,
            left: options.events,
        }
    }

    fn length(&mut self) -> u64 {
        if self.rng.below(LONG_EVERY) == 0 {
            return LONG_LEN;
        }
        let place = self.rng.below(16);
        let at = |place: u64| {
            usize::try_from(place)
                .ok()
                .and_then(|place| LENGTHS.get(place))
                .copied()
                .unwrap_or(LONG_LEN)
        };
        let (low, high) = (at(place), at(place + 1));
        low + self.rng.below(high - low + 1)
    }
}

impl Iterator for Plan {
    type Item = Block;

    fn next(&mut self) -> Option<Block> {
        let mut block = Block {
            first: self.next,
            lens: Vec::new(),
            organisation: 0,
        };
        while (block.lens.len() as u64) < BLOCK
            && self.left > 0
            && self.next < self.options.dossiers
        {
            let len = self.length().min(self.left);
            self.left -= len;
            self.next += 1;
            block.lens.push(len);
        }
        if block.lens.len() as u64 == BLOCK {
            block.organisation = ORGANISATION.min(self.left);
            self.left -= block.organisation;
        }
        (!block.lens.is_empty()).then_some(block)
    }
}
