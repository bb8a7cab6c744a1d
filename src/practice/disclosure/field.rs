//! Exact arithmetic modulo the prime 2⁶¹ − 1, for what released sums come down to.

/// 2⁶¹ − 1.
pub(super) const PRIME: u64 = (1 << 61) - 1;

/// A number modulo the prime: of 2⁶¹ − 1, high and low bits may be added.
pub(super) fn folded(number: u128) -> u64 {
    let prime = u128::from(PRIME);
    let once = (number & prime) + (number >> 61);
    let twice = (once & prime) + (once >> 61);
    let small = u64::try_from(twice).unwrap_or(0);
    if small >= PRIME { small - PRIME } else { small }
}

/// A whole number modulo the prime.
pub(super) fn residue(value: i64) -> u64 {
    let size = value.unsigned_abs() % PRIME;
    if value < 0 && size > 0 {
        PRIME - size
    } else {
        size
    }
}

/// The product.
pub(super) fn times(a: u64, b: u64) -> u64 {
    folded(u128::from(a) * u128::from(b))
}

/// By Fermat: a to the power of the prime minus two.
pub(super) fn inverse(value: u64) -> u64 {
    if value == 1 {
        return 1;
    }
    let (mut base, mut left, mut result) = (value, PRIME - 2, 1);
    while left > 0 {
        if left & 1 == 1 {
            result = times(result, base);
        }
        base = times(base, base);
        left >>= 1;
    }
    result
}

/// A number that looks arbitrary and is always the same (SplitMix64).
pub(super) fn mixed(number: u64, seed: u64) -> u64 {
    let mut state = number
        .wrapping_add(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15))
        .wrapping_add(0x9e37_79b9_7f4a_7c15);
    state = (state ^ (state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    state = (state ^ (state >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    state ^ (state >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arithmetic_is_that_of_the_prime_field() {
        for value in [1, 2, 12_345, PRIME - 1] {
            assert_eq!(times(value, inverse(value)), 1);
        }
        assert_eq!(residue(-1), PRIME - 1);
        assert_eq!(folded(u128::from(PRIME) * u128::from(PRIME)), 0);
    }
}
