//! Chance that is the same everywhere and for ever.
//!
//! SplitMix64 (Steele, Lea and Flood, 2014), written here so that no release of a crate can change
//! what a seed gives. No floating point: the same seed gives the same bytes on every machine.

/// A stream of pseudo-random numbers.
#[derive(Debug, Clone)]
pub(crate) struct Rng(u64);

impl Rng {
    /// The stream of a seed and a place, so that every dossier has a stream of its own and can be
    /// made without those before it.
    pub(crate) fn new(seed: u64, purpose: u64, place: u64) -> Self {
        let mut mixed = Self(seed);
        let first = mixed.next() ^ purpose.wrapping_mul(0xA24B_AED4_963E_E407);
        let mut mixed = Self(first);
        Self(mixed.next() ^ place.wrapping_mul(0x9FB2_1C65_1E98_DF25))
    }

    /// The next 64 bits.
    pub(crate) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number below `bound`; 0 when the bound is 0. The upper half of a product, so that its
    /// bias is below one in 2^32 for the small bounds that are used here.
    pub(crate) fn below(&mut self, bound: u64) -> u64 {
        let high = self.next() >> 32;
        (high * (bound & 0xFFFF_FFFF)) >> 32
    }

    /// A number from `low` to `high`, both included.
    pub(crate) fn between(&mut self, low: i64, high: i64) -> i64 {
        let width = u64::try_from(high - low + 1).unwrap_or(1);
        low + i64::try_from(self.below(width)).unwrap_or(0)
    }

    /// Whether something that happens `per_mille` times in a thousand happens now.
    pub(crate) fn chance(&mut self, per_mille: u64) -> bool {
        self.below(1000) < per_mille
    }

    /// One of several.
    pub(crate) fn pick<'a, T: ?Sized>(&mut self, stock: &[&'a T]) -> &'a T {
        let place = usize::try_from(self.below(stock.len() as u64)).unwrap_or(0);
        stock[place]
    }
}
