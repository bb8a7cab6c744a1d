//! Sums over what an index must hold, so that it can be compared with the log without holding
//! either in memory. They find accidents, not forgery: the index is derived.

use super::entry::Entry;
use crate::base::{EventId, StreamId};

/// What one event is found by, each mixed to a number.
#[derive(Debug, Clone, Copy)]
pub(super) struct Keys {
    id: u64,
    stream: u64,
    event_type: u16,
    category: u16,
}

/// One sum for each table of the index.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Sums {
    pub(super) ids: u64,
    pub(super) streams: u64,
    pub(super) types: u64,
    pub(super) categories: u64,
}

impl Keys {
    pub(super) fn of(entry: &Entry) -> Self {
        Self {
            id: of_id(entry.event_id),
            stream: of_stream(entry.stream),
            event_type: entry.event_type,
            category: entry.stream.category.0,
        }
    }
}

impl Sums {
    pub(super) const fn add_all(&mut self, keys: &Keys, position: u64) {
        self.ids = self.ids.wrapping_add(mix(keys.id, position));
        self.streams = self.streams.wrapping_add(mix(keys.stream, position));
        self.types = self
            .types
            .wrapping_add(mix(keys.event_type as u64, position));
        self.categories = self
            .categories
            .wrapping_add(mix(keys.category as u64, position));
    }
}

pub(super) fn of_id(id: EventId) -> u64 {
    fold(u128::from_be_bytes(id.0))
}

pub(super) fn of_stream(stream: StreamId) -> u64 {
    mix(
        fold(u128::from_be_bytes(stream.id)),
        u64::from(stream.category.0),
    )
}

fn fold(value: u128) -> u64 {
    let bytes = value.to_be_bytes();
    let (high, low) = bytes.split_at(8);
    let number = |half: &[u8]| half.first_chunk().map_or(0, |b| u64::from_be_bytes(*b));
    mix(number(high), number(low))
}

/// Mixes two numbers so that small differences spread over all bits (SplitMix64's last step).
pub(super) const fn mix(a: u64, b: u64) -> u64 {
    let mut z = a.wrapping_mul(0x9e37_79b9_7f4a_7c15).wrapping_add(b);
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}
