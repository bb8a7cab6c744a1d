//! The newest events by stream, id, type and category, in memory until the index has them.

use std::collections::HashMap;
use std::sync::Arc;

use super::address::Address;
use super::engine::StreamHead;
use super::record::Record;
use crate::base::{Category, Digest, EventId, Position, StreamId, Version};

/// What the index needs to know about one event.
#[derive(Debug, Clone, Copy)]
pub(super) struct Indexed {
    pub(super) position: u64,
    pub(super) address: Address,
    pub(super) stream: StreamId,
    pub(super) version: Version,
    pub(super) event_id: EventId,
    pub(super) event_type: u16,
    pub(super) leaf: Digest,
}

impl Indexed {
    pub(super) fn of(record: &Record<'_>, address: Address) -> Self {
        Self {
            position: record.entry.position.0,
            address,
            stream: record.entry.stream,
            version: record.entry.version,
            event_id: record.entry.event_id,
            event_type: record.entry.event_type,
            leaf: record.leaf_hash(),
        }
    }
}

/// The events of one stream within a [`Mem`].
#[derive(Debug, Clone)]
pub(super) struct Run {
    pub(super) first_version: u64,
    pub(super) positions: Vec<u64>,
    pub(super) last_leaf: Digest,
}

impl Run {
    pub(super) fn head(&self) -> Option<StreamHead> {
        Some(StreamHead {
            version: Version(self.first_version + self.positions.len() as u64 - 1),
            position: Position(*self.positions.last()?),
            leaf: self.last_leaf,
        })
    }
}

/// A run of consecutive events, from `first` on.
#[derive(Debug, Default, Clone)]
pub(super) struct Mem {
    pub(super) first: u64,
    pub(super) addresses: Vec<Address>,
    pub(super) ids: HashMap<EventId, u64>,
    pub(super) streams: HashMap<StreamId, Run>,
    pub(super) types: HashMap<u16, Vec<u64>>,
    pub(super) categories: HashMap<Category, Vec<u64>>,
    pub(super) last_leaf: Digest0,
}

/// A digest that starts as zeros.
#[derive(Debug, Clone, Copy)]
pub(super) struct Digest0(pub(super) Digest);

impl Default for Digest0 {
    fn default() -> Self {
        Self(Digest::ZERO)
    }
}

impl Mem {
    pub(super) fn starting_at(first: u64) -> Self {
        Self {
            first,
            ..Self::default()
        }
    }

    pub(super) fn next(&self) -> u64 {
        self.first + self.addresses.len() as u64
    }

    pub(super) fn len(&self) -> usize {
        self.addresses.len()
    }

    pub(super) fn push(&mut self, event: &Indexed) {
        debug_assert_eq!(event.position, self.next(), "L3");
        self.addresses.push(event.address);
        self.ids.insert(event.event_id, event.position);
        let run = self.streams.entry(event.stream).or_insert_with(|| Run {
            first_version: event.version.0,
            positions: Vec::new(),
            last_leaf: event.leaf,
        });
        run.positions.push(event.position);
        run.last_leaf = event.leaf;
        self.types
            .entry(event.event_type)
            .or_default()
            .push(event.position);
        self.categories
            .entry(event.stream.category)
            .or_default()
            .push(event.position);
        self.last_leaf = Digest0(event.leaf);
    }

    pub(super) fn address(&self, position: u64) -> Option<Address> {
        let at = usize::try_from(position.checked_sub(self.first)?).ok()?;
        self.addresses.get(at).copied()
    }
}

/// The events that the index may not have yet: those being written to it, and those after them.
#[derive(Debug, Default)]
pub(super) struct Tail {
    pub(super) frozen: Option<Arc<Mem>>,
    pub(super) active: Mem,
}

impl Tail {
    /// The first position that is in memory; the index has all below it.
    pub(super) fn first(&self) -> u64 {
        self.frozen
            .as_ref()
            .map_or(self.active.first, |mem| mem.first)
    }

    /// Oldest first.
    pub(super) fn mems(&self) -> impl DoubleEndedIterator<Item = &Mem> {
        self.frozen.as_deref().into_iter().chain([&self.active])
    }

    pub(super) fn address(&self, position: u64) -> Option<Address> {
        self.mems().find_map(|mem| mem.address(position))
    }

    pub(super) fn position_of(&self, event_id: EventId) -> Option<u64> {
        self.mems().find_map(|mem| mem.ids.get(&event_id).copied())
    }

    pub(super) fn stream_head(&self, stream: StreamId) -> Option<StreamHead> {
        self.mems()
            .rev()
            .find_map(|mem| mem.streams.get(&stream)?.head())
    }

    /// Moves what is active aside, to be written to the index; `None` when there is nothing.
    pub(super) fn freeze(&mut self) -> Option<Arc<Mem>> {
        if self.active.len() == 0 {
            return None;
        }
        let next = self.active.next();
        let mem = Arc::new(std::mem::replace(&mut self.active, Mem::starting_at(next)));
        self.frozen = Some(Arc::clone(&mem));
        Some(mem)
    }
}
