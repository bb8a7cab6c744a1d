//! Where a record stands: which segment, which byte.

/// A segment's place in the list of segments and a byte offset in it, in one ordered number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Address(pub(super) u64);

impl Address {
    /// Offsets fit 32 bits: a segment ends before 64 MiB plus one frame of at most 64 MiB.
    pub(super) const fn new(ordinal: u32, offset: u64) -> Self {
        Self(((ordinal as u64) << 32) | (offset & 0xffff_ffff))
    }

    pub(super) fn ordinal(self) -> usize {
        usize::try_from(self.0 >> 32).unwrap_or(usize::MAX)
    }

    pub(super) const fn offset(self) -> u64 {
        self.0 & 0xffff_ffff
    }
}
