//! Numbers by chance that anybody can compute again.
//!
//! The number of a case is the first sixteen bytes, as one whole number, of
//! SHA-256(`weegboek draw 1` ‖ 0 ‖ seed in 16 hexadecimal digits ‖ 0 ‖ purpose ‖ 0 ‖ name). The same
//! on a shell: `printf 'weegboek draw 1\0%s\0%s\0%s' SEED PURPOSE NAME | sha256sum`. A case keeps
//! its number whatever else is in the frame (Ohlsson 1995, permanent random numbers).

use std::fmt;
use std::str::FromStr;

use crate::base::digest::sha256;

/// The seed of a draw: 64 bits, written as 16 hexadecimal digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seed(pub u64);

impl fmt::Display for Seed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}

impl FromStr for Seed {
    type Err = std::num::ParseIntError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        u64::from_str_radix(text.trim(), 16).map(Self)
    }
}

impl Seed {
    /// The number of a name, for one purpose.
    pub(super) fn number(self, purpose: &str, name: &str) -> u128 {
        let seed = self.to_string();
        let pieces: [&[u8]; 7] = [
            b"weegboek draw 1",
            b"\0",
            seed.as_bytes(),
            b"\0",
            purpose.as_bytes(),
            b"\0",
            name.as_bytes(),
        ];
        let digest = sha256(&pieces).0;
        let first = digest.iter().take(16);
        first.fold(0, |number, byte| number << 8 | u128::from(*byte))
    }

    /// A whole number from 0 up to, and without, `end`; the bias of the remainder is below
    /// `end / 2¹²⁸`.
    pub(super) fn below(self, purpose: &str, name: &str, end: u128) -> u128 {
        self.number(purpose, name) % end.max(1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Computed outside this program: `printf 'weegboek draw 1\0%s\0%s\0%s' 0000000000000001 case
    /// abc | sha256sum`.
    #[test]
    fn the_number_is_the_one_a_shell_computes() {
        let number = Seed(1).number("case", "abc");
        assert_eq!(format!("{number:032x}"), "93a7f892d35c757c6d7576ecdc356445");
        let number = Seed(0xfedc_ba98_7654_3210).number("start", "team:Noord");
        assert_eq!(format!("{number:032x}"), "cc84b79cd9b8ed52884aadd4cafd25c6");
    }

    #[test]
    fn a_seed_is_written_and_read() {
        let seed = Seed(0x00ab_cdef);
        assert_eq!(seed.to_string(), "0000000000abcdef");
        assert_eq!(seed.to_string().parse(), Ok(seed));
        assert!("zaad".parse::<Seed>().is_err());
        assert_eq!(seed.below("x", "y", 1), 0);
    }
}
