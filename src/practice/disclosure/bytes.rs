//! What was told before, as bytes for a file.
//!
//! A magic line, the answers, the cells, and a SHA-256 of all before it: a file that was cut or
//! changed is found, and then nothing is released.

use std::sync::Arc;

use super::memory::{Kept, Memory, Part, Remembered};
use crate::base::digest::sha256;

/// Bytes such a file may have; then nothing more is released.
pub const BYTES_MAX: usize = 64 * 1024 * 1024;

const MAGIC: &[u8] = b"weegboek answers 1\n";

/// Why bytes are not a memory of answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the memory of given answers is damaged")]
pub struct Unreadable;

impl Memory {
    /// As bytes.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut out = MAGIC.to_vec();
        count(&mut out, self.answers.len());
        for one in &self.answers {
            out.extend(one.series.to_le_bytes());
            signed(&mut out, one.given_at);
            signed(&mut out, one.known_at);
            signed(&mut out, i64::from(one.on_day));
            count(&mut out, one.label.len());
            out.extend(one.label.as_bytes());
        }
        count(&mut out, self.cells.len());
        for cell in &self.cells {
            out.extend(cell.statistic.to_le_bytes());
            unsigned(&mut out, u64::from(cell.norm));
            unsigned(&mut out, u64::from(cell.answer));
            let flags = [
                cell.tells_denominator,
                cell.tells_numerator,
                cell.tells_missing,
                cell.share,
                cell.apart,
            ];
            let flags = flags.iter().zip([1_u8, 2, 4, 8, 16]);
            out.push(flags.map(|(on, bit)| if *on { bit } else { 0 }).sum());
            count(&mut out, cell.parts.len());
            let mut before = 0_i64;
            for (client, part) in &cell.parts {
                signed(&mut out, client.wrapping_sub(before));
                before = *client;
                for value in [part.denominator, part.numerator, part.missing] {
                    signed(&mut out, value);
                }
            }
        }
        let digest = sha256(&[&out]);
        out.extend(digest.0);
        out
    }

    /// From bytes.
    ///
    /// # Errors
    /// [`Unreadable`] when one bit is not as it was written.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, Unreadable> {
        let at = bytes.len().checked_sub(32).ok_or(Unreadable)?;
        let (body, digest) = bytes.split_at(at);
        if sha256(&[body]).0 != digest {
            return Err(Unreadable);
        }
        let mut reader = Reader(body.strip_prefix(MAGIC).ok_or(Unreadable)?);
        let mut memory = Self::default();
        for _ in 0..reader.count()? {
            let series = reader.fixed()?;
            let (given_at, known_at) = (reader.signed()?, reader.signed()?);
            let on_day = i32::try_from(reader.signed()?).map_err(|_| Unreadable)?;
            let len = reader.count()?;
            let label = std::str::from_utf8(reader.take(len)?).map_err(|_| Unreadable)?;
            memory.answers.push(Remembered {
                series,
                label: Arc::from(label),
                given_at,
                known_at,
                on_day,
            });
        }
        for _ in 0..reader.count()? {
            memory.cells.push(reader.cell()?);
        }
        if reader.0.is_empty() {
            Ok(memory)
        } else {
            Err(Unreadable)
        }
    }
}

fn count(out: &mut Vec<u8>, value: usize) {
    unsigned(out, u64::try_from(value).unwrap_or(u64::MAX));
}

/// Seven bits a byte, the lowest first (LEB128).
fn unsigned(out: &mut Vec<u8>, mut value: u64) {
    loop {
        let low = u8::try_from(value & 0x7f).unwrap_or(0);
        value >>= 7;
        if value == 0 {
            out.push(low);
            return;
        }
        out.push(low | 0x80);
    }
}

/// Small numbers of both signs are short (zigzag).
fn signed(out: &mut Vec<u8>, value: i64) {
    let sign = if value < 0 { u64::MAX } else { 0 };
    unsigned(out, (value.cast_unsigned() << 1) ^ sign);
}

struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    fn take(&mut self, len: usize) -> Result<&'a [u8], Unreadable> {
        let (taken, rest) = self.0.split_at_checked(len).ok_or(Unreadable)?;
        self.0 = rest;
        Ok(taken)
    }

    fn fixed(&mut self) -> Result<u64, Unreadable> {
        let bytes = self.take(8)?.try_into().map_err(|_| Unreadable)?;
        Ok(u64::from_le_bytes(bytes))
    }

    fn unsigned(&mut self) -> Result<u64, Unreadable> {
        let mut value = 0_u64;
        for shift in (0..64).step_by(7) {
            let byte = *self.take(1)?.first().ok_or(Unreadable)?;
            value |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Ok(value);
            }
        }
        Err(Unreadable)
    }

    fn signed(&mut self) -> Result<i64, Unreadable> {
        let value = self.unsigned()?;
        let sign = if value & 1 == 1 { -1 } else { 0 };
        Ok((value >> 1).cast_signed() ^ sign)
    }

    /// A count of things that each take a byte at least, so that no length is believed blindly.
    fn count(&mut self) -> Result<usize, Unreadable> {
        let count = usize::try_from(self.unsigned()?).map_err(|_| Unreadable)?;
        (count <= self.0.len()).then_some(count).ok_or(Unreadable)
    }

    fn cell(&mut self) -> Result<Kept, Unreadable> {
        let statistic = self.fixed()?;
        let norm = u32::try_from(self.unsigned()?).map_err(|_| Unreadable)?;
        let answer = u32::try_from(self.unsigned()?).map_err(|_| Unreadable)?;
        let flags = *self.take(1)?.first().ok_or(Unreadable)?;
        let count = self.count()?;
        // Each takes four bytes at least, so that no length is believed blindly.
        let mut parts = Vec::with_capacity(count.min(self.0.len() / 4));
        let mut client = 0_i64;
        for _ in 0..count {
            client = client.wrapping_add(self.signed()?);
            let part = Part {
                denominator: self.signed()?,
                numerator: self.signed()?,
                missing: self.signed()?,
            };
            parts.push((client, part));
        }
        Ok(Kept {
            statistic,
            norm,
            answer,
            tells_denominator: flags & 1 != 0,
            tells_numerator: flags & 2 != 0,
            tells_missing: flags & 4 != 0,
            share: flags & 8 != 0,
            apart: flags & 16 != 0,
            parts,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn memory() -> Memory {
        let part = |denominator, numerator| Part {
            denominator,
            numerator,
            missing: 0,
        };
        let mut memory = Memory::default();
        let answer = Remembered {
            series: u64::MAX,
            label: Arc::from("Q04 2025-Q1 · énkel"),
            given_at: -5,
            known_at: i64::MAX,
            on_day: -1,
        };
        let cell = Kept {
            statistic: 7,
            norm: 10,
            answer: 9,
            tells_denominator: true,
            tells_numerator: false,
            tells_missing: true,
            apart: true,
            share: true,
            parts: vec![(3, part(1000, 0)), (900_000, part(-2, i64::MIN))],
        };
        assert!(memory.add(answer.clone(), vec![cell.clone()]));
        assert!(!memory.add(answer, vec![cell]));
        memory
    }

    #[test]
    fn what_is_written_is_read_back() {
        let memory = memory();
        assert_eq!((memory.answers.len(), memory.cells.len()), (1, 1));
        assert_eq!(memory.cells[0].answer, 0);
        let read = Memory::from_bytes(&memory.to_bytes()).unwrap();
        assert_eq!(
            (&read.answers, &read.cells),
            (&memory.answers, &memory.cells)
        );
    }

    #[test]
    fn every_flipped_bit_and_every_cut_is_found() {
        let bytes = memory().to_bytes();
        for place in 0..bytes.len() {
            for bit in 0..8 {
                let mut changed = bytes.clone();
                changed[place] ^= 1 << bit;
                assert!(Memory::from_bytes(&changed).is_err(), "{place} {bit}");
            }
            assert!(Memory::from_bytes(&bytes[..place]).is_err(), "{place}");
        }
    }
}
