//! Where random bytes come from.

use std::fmt;
use std::io;
use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering};

use super::disk::{Error, Operation};

/// Gives random bytes.
pub trait Entropy: Send + Sync + fmt::Debug {
    /// Fills the whole of `bytes`.
    ///
    /// # Errors
    /// When the source has none to give; `bytes` must then not be used.
    fn fill(&self, bytes: &mut [u8]) -> Result<(), Error>;
}

/// The operating system's cryptographic source.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemEntropy;

impl Entropy for SystemEntropy {
    fn fill(&self, bytes: &mut [u8]) -> Result<(), Error> {
        getrandom::fill(bytes).map_err(|why| Error {
            operation: Operation::Entropy,
            path: PathBuf::from("the system's random source"),
            source: io::Error::other(why.to_string()),
        })
    }
}

/// A repeatable sequence from a seed (SplitMix64): for demonstrations and tests, never for keys
/// that protect a real person.
#[derive(Debug)]
pub struct SetEntropy(AtomicU64);

impl SetEntropy {
    /// Starts the sequence that belongs to `seed`.
    #[must_use]
    pub const fn new(seed: u64) -> Self {
        Self(AtomicU64::new(seed))
    }
}

impl Entropy for SetEntropy {
    fn fill(&self, bytes: &mut [u8]) -> Result<(), Error> {
        const STEP: u64 = 0x9e37_79b9_7f4a_7c15;
        for chunk in bytes.chunks_mut(8) {
            let mut z = self.0.fetch_add(STEP, Ordering::SeqCst).wrapping_add(STEP);
            z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
            z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
            chunk.copy_from_slice(&(z ^ (z >> 31)).to_be_bytes()[..chunk.len()]);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seed_repeats_and_the_system_does_not() {
        let fill = |source: &dyn Entropy| {
            let mut bytes = [0; 24];
            source.fill(&mut bytes).unwrap();
            bytes
        };
        assert_eq!(fill(&SetEntropy::new(7)), fill(&SetEntropy::new(7)));
        assert_ne!(fill(&SetEntropy::new(7)), fill(&SetEntropy::new(8)));
        assert_ne!(fill(&SystemEntropy), fill(&SystemEntropy));
    }
}
