//! Rows of the index: increasing numbers, coded by their differences, with a checksum.
//!
//! A row is: CRC-32C of the key and the rest (4 bytes), count (2), then per item the difference
//! to the one before as LEB128, the first as it is. A row of pairs codes both numbers of a pair.

use super::bytes::{Cut, push_varint, take_varint};

/// Decodes a row of single numbers; `None` when the row is not what was written.
pub(super) fn decode(key: &[u8], row: &[u8]) -> Option<Vec<u64>> {
    let mut cut = checked(key, row)?;
    let count = usize::from(cut.u16()?);
    let mut items = Vec::with_capacity(count);
    let mut last = 0_u64;
    for _ in 0..count {
        last = last.checked_add(take_varint(&mut cut)?)?;
        items.push(last);
    }
    cut.0.is_empty().then_some(items)
}

/// Codes a row of single, increasing numbers.
pub(super) fn encode(key: &[u8], items: &[u64]) -> Vec<u8> {
    let mut row = Vec::with_capacity(6 + items.len() * 3);
    row.extend_from_slice(&[0; 4]);
    row.extend_from_slice(&u16::try_from(items.len()).unwrap_or(u16::MAX).to_be_bytes());
    let mut last = 0;
    for &item in items {
        push_varint(&mut row, item.wrapping_sub(last));
        last = item;
    }
    sealed(key, row)
}

/// Decodes a row of pairs.
pub(super) fn decode_pairs(key: &[u8], row: &[u8]) -> Option<Vec<(u64, u64)>> {
    let mut cut = checked(key, row)?;
    let count = usize::from(cut.u16()?);
    let mut items = Vec::with_capacity(count);
    let mut last = (0_u64, 0_u64);
    for _ in 0..count {
        last.0 = last.0.checked_add(take_varint(&mut cut)?)?;
        last.1 = last.1.checked_add(take_varint(&mut cut)?)?;
        items.push(last);
    }
    cut.0.is_empty().then_some(items)
}

/// Codes a row of pairs, both numbers increasing.
pub(super) fn encode_pairs(key: &[u8], items: &[(u64, u64)]) -> Vec<u8> {
    let mut row = Vec::with_capacity(6 + items.len() * 6);
    row.extend_from_slice(&[0; 4]);
    row.extend_from_slice(&u16::try_from(items.len()).unwrap_or(u16::MAX).to_be_bytes());
    let mut last = (0_u64, 0_u64);
    for &item in items {
        push_varint(&mut row, item.0.wrapping_sub(last.0));
        push_varint(&mut row, item.1.wrapping_sub(last.1));
        last = item;
    }
    sealed(key, row)
}

fn checked<'a>(key: &[u8], row: &'a [u8]) -> Option<Cut<'a>> {
    let mut cut = Cut(row);
    let crc = cut.u32()?;
    (crc32c::crc32c_append(crc32c::crc32c(key), cut.0) == crc).then_some(cut)
}

fn sealed(key: &[u8], mut row: Vec<u8>) -> Vec<u8> {
    let crc = crc32c::crc32c_append(crc32c::crc32c(key), row.get(4..).unwrap_or_default());
    if let Some(place) = row.first_chunk_mut::<4>() {
        *place = crc.to_be_bytes();
    }
    row
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn rows_round_trip_and_refuse_other_keys(mut items in proptest::collection::vec(any::<u64>(), 0..80)) {
            items.sort_unstable();
            let row = encode(b"k", &items);
            prop_assert_eq!(decode(b"k", &row), Some(items.clone()));
            prop_assert_eq!(decode(b"l", &row), None);
            let pairs: Vec<_> = items.iter().map(|i| (*i, i / 2)).collect();
            let row = encode_pairs(b"k", &pairs);
            prop_assert_eq!(decode_pairs(b"k", &row), Some(pairs));
        }

        #[test]
        fn any_row_is_refused_or_read(row in proptest::collection::vec(any::<u8>(), 0..60)) {
            let _ = decode(b"k", &row);
            let _ = decode_pairs(b"k", &row);
        }
    }
}
