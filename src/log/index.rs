//! The derived index in `index.redb`: where events stand, by position, stream, id, type, category.
//!
//! Everything in it follows from the segments. Each commit covers whole runs of positions and
//! moves the bookmark in the same transaction. Rows carry their own checksums, since redb
//! verifies pages only when asked to check everything.

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

use redb::{
    Builder, ConcurrencyMode, Database, ReadOnlyDatabase, ReadTransaction, ReadableDatabase,
    ReadableTable, Table, TableDefinition, WriteTransaction,
};

use super::address::Address;
use super::bytes::Cut;
use super::error::Error;
use super::postings::{decode, decode_pairs, encode, encode_pairs};
use super::segment::LogId;
use super::sums::{self, Sums};
use super::tail::Mem;
use crate::base::{Category, Digest, EventId, StreamId};

/// Name of the file of the derived index.
pub const FILE_NAME: &str = "index.redb";
/// Positions in one row of addresses.
const ADDRESSES: u64 = 256;
/// Events of one stream in one row.
pub(super) const VERSIONS: u64 = 64;
/// Positions in one row of a type or category.
const POSTINGS: usize = 512;
/// An index up to this size is verified whole whenever it is opened for writing.
const VERIFY_LEN_MAX: u64 = 128 * 1024 * 1024;
const CACHE_LEN: usize = 64 * 1024 * 1024;
/// Changes whenever the meaning of a table changes: another version is rebuilt.
const SHAPE: u32 = 1;

type Rows = TableDefinition<'static, &'static [u8], &'static [u8]>;
const META: Rows = TableDefinition::new("meta");
const ADDRESS: Rows = TableDefinition::new("addresses");
const STREAM: Rows = TableDefinition::new("streams");
const ID: TableDefinition<'static, u128, u64> = TableDefinition::new("event_ids");
const TYPE: Rows = TableDefinition::new("types");
const CATEGORY: Rows = TableDefinition::new("categories");

/// Positions and addresses, in order.
pub(super) type Pairs = Vec<(u64, u64)>;

/// A list of positions by a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum List {
    Type(u16),
    Category(u16),
}

enum Db {
    Write(Database),
    Read(ReadOnlyDatabase),
}

/// The index, open.
pub(super) struct Index {
    db: Db,
    path: PathBuf,
}

/// What the index says about itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Bookmark {
    pub(super) log: LogId,
    /// Every position below this is in the index.
    pub(super) next: u64,
    /// Leaf hash of the last event that is.
    pub(super) last_leaf: Digest,
}

impl std::fmt::Debug for Index {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Index")
            .field("path", &self.path)
            .finish_non_exhaustive()
    }
}

impl Index {
    /// Opens the index for writing, or makes an empty one.
    pub(super) fn open(dir: &Path) -> Result<Self, Error> {
        let path = dir.join(FILE_NAME);
        let len = std::fs::metadata(&path).map_or(0, |about| about.len());
        let opened = guarded(&path, || {
            Builder::new()
                .set_cache_size(CACHE_LEN)
                .set_concurrency_mode(ConcurrencyMode::SingleWriter)
                .set_check_integrity_on_open(len > 0 && len <= VERIFY_LEN_MAX)
                .create(&path)
                .map_err(redb::Error::from)
        })?;
        // A commit that saves the allocator's state: from now on a process that is killed leaves
        // an index whose next opening for writing need not walk the whole file.
        guarded(&path, || {
            let mut write = opened.begin_write()?;
            write.set_quick_repair(true);
            write.open_table(META)?;
            write.commit()?;
            Ok(())
        })?;
        Ok(Self {
            db: Db::Write(opened),
            path,
        })
    }

    /// Opens the index that another process may be writing; `None` when its writer was killed:
    /// then only the next opening for writing can take it up again.
    pub(super) fn open_read_only(dir: &Path) -> Result<Option<Self>, Error> {
        let path = dir.join(FILE_NAME);
        let opened = guarded(&path, || {
            let opened = Builder::new()
                .set_cache_size(CACHE_LEN)
                .set_concurrency_mode(ConcurrencyMode::SingleWriter)
                .open_read_only(&path);
            match opened {
                Ok(opened) => Ok(Some(opened)),
                Err(redb::DatabaseError::RepairAborted) => Ok(None),
                Err(why) => Err(why.into()),
            }
        })?;
        Ok(opened.map(|opened| Self {
            db: Db::Read(opened),
            path,
        }))
    }

    fn wrong(&self, what: &str) -> Error {
        Error::Index {
            file: self.path.clone(),
            what: what.to_owned(),
        }
    }

    pub(super) fn begin(&self) -> Result<View, Error> {
        let begun = guarded(&self.path, || {
            match &self.db {
                Db::Write(db) => db.begin_read(),
                Db::Read(db) => db.begin_read(),
            }
            .map_err(redb::Error::from)
        })?;
        Ok(View {
            read: begun,
            path: self.path.clone(),
        })
    }

    /// Adds a run of events and moves the bookmark behind it, durably.
    pub(super) fn add(&self, log: LogId, mem: &Mem) -> Result<(), Error> {
        let Db::Write(db) = &self.db else {
            return Err(self.wrong("it is open for reading only"));
        };
        guarded(&self.path, || {
            let mut write = db.begin_write()?;
            write.set_quick_repair(true);
            fill(&write, log, mem)?;
            write.commit()?;
            Ok(())
        })
    }
}

/// Runs a call into redb; what it reports, and what it panics over, becomes an error: the index
/// is derived, so nothing in it may stop the log.
fn guarded<T>(path: &Path, call: impl FnOnce() -> Result<T, redb::Error>) -> Result<T, Error> {
    let what = match catch_unwind(AssertUnwindSafe(call)) {
        Ok(Ok(value)) => return Ok(value),
        Ok(Err(why)) => why.to_string(),
        Err(_) => "its structure is damaged".to_owned(),
    };
    Err(Error::Index {
        file: path.to_owned(),
        what,
    })
}

fn fill(write: &WriteTransaction, log: LogId, mem: &Mem) -> Result<(), redb::Error> {
    let corrupt = || redb::Error::Corrupted("a row is not what was written".to_owned());
    {
        let mut table = write.open_table(ADDRESS)?;
        let mut position = mem.first;
        while position < mem.next() {
            let chunk = position / ADDRESSES;
            let key = chunk.to_be_bytes();
            let mut row = old_row(&table, &key, decode)?.ok_or_else(corrupt)?;
            if row.len() as u64 != position % ADDRESSES {
                return Err(corrupt());
            }
            while position < mem.next() && position / ADDRESSES == chunk {
                row.push(mem.address(position).ok_or_else(corrupt)?.0);
                position += 1;
            }
            table.insert(key.as_slice(), encode(&key, &row).as_slice())?;
        }
    }
    {
        let mut table = write.open_table(STREAM)?;
        let sorted: BTreeMap<_, _> = mem.streams.iter().collect();
        for (stream, run) in sorted {
            let mut version = run.first_version;
            for chunk in chunks_by_version(run.first_version, &run.positions) {
                let key = stream_key(*stream, version / VERSIONS);
                let mut row = old_row(&table, &key, decode_pairs)?.ok_or_else(corrupt)?;
                if row.len() as u64 != version % VERSIONS {
                    return Err(corrupt());
                }
                for &position in chunk {
                    row.push((position, mem.address(position).ok_or_else(corrupt)?.0));
                }
                table.insert(key.as_slice(), encode_pairs(&key, &row).as_slice())?;
                version += chunk.len() as u64;
            }
        }
    }
    {
        let mut table = write.open_table(ID)?;
        let mut ids: Vec<_> = mem
            .ids
            .iter()
            .map(|(id, at)| (u128::from_be_bytes(id.0), *at))
            .collect();
        ids.sort_unstable();
        for (id, position) in ids {
            table.insert(id, position)?;
        }
    }
    for (kind, positions) in &mem.types {
        add_postings(&mut write.open_table(TYPE)?, *kind, positions)?;
    }
    for (category, positions) in &mem.categories {
        add_postings(&mut write.open_table(CATEGORY)?, category.0, positions)?;
    }
    let mut meta = write.open_table(META)?;
    let mut row = Vec::with_capacity(60);
    row.extend_from_slice(&SHAPE.to_be_bytes());
    row.extend_from_slice(&log.0);
    row.extend_from_slice(&mem.next().to_be_bytes());
    row.extend_from_slice(&mem.last_leaf.0.0);
    meta.insert(b"bookmark".as_slice(), row.as_slice())?;
    Ok(())
}

/// Decodes a row that may not be there yet: `Some(empty)` then, `None` when it is damaged.
fn old_row<T>(
    table: &Table<'_, &'static [u8], &'static [u8]>,
    key: &[u8],
    decode: impl FnOnce(&[u8], &[u8]) -> Option<Vec<T>>,
) -> Result<Option<Vec<T>>, redb::Error> {
    Ok(match table.get(key)? {
        Some(row) => decode(key, row.value()),
        None => Some(Vec::new()),
    })
}

fn add_postings(
    table: &mut Table<'_, &'static [u8], &'static [u8]>,
    number: u16,
    positions: &[u64],
) -> Result<(), redb::Error> {
    let corrupt = || redb::Error::Corrupted("a row is not what was written".to_owned());
    let last = {
        let (from, to) = (posting_key(number, 0), posting_key(number, u64::MAX));
        let mut rows = table.range(from.as_slice()..=to.as_slice())?;
        match rows.next_back().transpose()? {
            Some((key, row)) => Some(decode(key.value(), row.value()).ok_or_else(corrupt)?),
            None => None,
        }
    };
    let mut row = last.filter(|row| row.len() < POSTINGS).unwrap_or_default();
    for &position in positions {
        row.push(position);
        if row.len() == POSTINGS {
            put_postings(table, number, &row)?;
            row.clear();
        }
    }
    put_postings(table, number, &row)
}

fn put_postings(
    table: &mut Table<'_, &'static [u8], &'static [u8]>,
    number: u16,
    row: &[u64],
) -> Result<(), redb::Error> {
    if let Some(&first) = row.first() {
        let key = posting_key(number, first);
        table.insert(key.as_slice(), encode(&key, row).as_slice())?;
    }
    Ok(())
}

fn chunks_by_version(first: u64, positions: &[u64]) -> impl Iterator<Item = &[u64]> {
    let head = usize::try_from((VERSIONS - first % VERSIONS) % VERSIONS).unwrap_or(0);
    let (front, rest) = positions.split_at(head.min(positions.len()));
    let size = usize::try_from(VERSIONS).unwrap_or(usize::MAX);
    std::iter::once(front)
        .filter(|front| !front.is_empty())
        .chain(rest.chunks(size))
}

fn stream_key(stream: StreamId, chunk: u64) -> [u8; 26] {
    let mut key = [0; 26];
    key[..2].copy_from_slice(&stream.category.0.to_be_bytes());
    key[2..18].copy_from_slice(&stream.id);
    key[18..].copy_from_slice(&chunk.to_be_bytes());
    key
}

fn posting_key(number: u16, first: u64) -> [u8; 10] {
    let mut key = [0; 10];
    key[..2].copy_from_slice(&number.to_be_bytes());
    key[2..].copy_from_slice(&first.to_be_bytes());
    key
}

/// The index as of one moment.
pub(super) struct View {
    read: ReadTransaction,
    path: PathBuf,
}

impl View {
    fn row<T>(
        &self,
        table: Rows,
        key: &[u8],
        decode: impl FnOnce(&[u8], &[u8]) -> Option<T>,
    ) -> Result<Option<T>, Error> {
        guarded(&self.path, || {
            let table = match self.read.open_table(table) {
                Ok(table) => table,
                Err(redb::TableError::TableDoesNotExist(_)) => return Ok(None),
                Err(why) => return Err(why.into()),
            };
            let Some(row) = table.get(key)? else {
                return Ok(None);
            };
            let damaged = || redb::Error::Corrupted("a row is not what was written".to_owned());
            decode(key, row.value()).map(Some).ok_or_else(damaged)
        })
    }

    /// What the index says about itself; `None` when it is empty or of another shape.
    pub(super) fn bookmark(&self) -> Result<Option<Bookmark>, Error> {
        self.row(META, b"bookmark", |_, row| {
            let mut cut = Cut(row);
            let shape = cut.u32()?;
            let (log, next, leaf) = (cut.array()?, cut.u64()?, cut.array()?);
            Some((shape == SHAPE).then_some(Bookmark {
                log: LogId(log),
                next,
                last_leaf: Digest(leaf),
            }))
        })
        .map(Option::flatten)
    }

    pub(super) fn address(&self, position: u64) -> Result<Option<Address>, Error> {
        let chunk = self.addresses(position)?;
        let at = usize::try_from(position % ADDRESSES).unwrap_or(usize::MAX);
        Ok(chunk.get(at).copied().map(Address))
    }

    /// Addresses of the row in which a position stands, from the row's first position on.
    fn addresses(&self, position: u64) -> Result<Vec<u64>, Error> {
        let key = (position / ADDRESSES).to_be_bytes();
        self.row(ADDRESS, &key, decode)
            .map(Option::unwrap_or_default)
    }

    /// Addresses of consecutive positions: `from` and those after it in the same row.
    pub(super) fn addresses_from(&self, from: u64) -> Result<Vec<Address>, Error> {
        let skip = usize::try_from(from % ADDRESSES).unwrap_or(usize::MAX);
        Ok(self
            .addresses(from)?
            .into_iter()
            .skip(skip)
            .map(Address)
            .collect())
    }

    pub(super) fn position_of(&self, event_id: EventId) -> Result<Option<u64>, Error> {
        guarded(&self.path, || match self.read.open_table(ID) {
            Ok(table) => Ok(table
                .get(u128::from_be_bytes(event_id.0))?
                .map(|row| row.value())),
            Err(redb::TableError::TableDoesNotExist(_)) => Ok(None),
            Err(why) => Err(why.into()),
        })
    }

    /// Positions and addresses of a stream's versions in one row, from the row's first on.
    pub(super) fn stream_row(&self, stream: StreamId, version: u64) -> Result<Pairs, Error> {
        let key = stream_key(stream, version / VERSIONS);
        self.row(STREAM, &key, decode_pairs)
            .map(Option::unwrap_or_default)
    }

    /// Number of the last row of a stream, and the row.
    pub(super) fn last_stream_row(&self, stream: StreamId) -> Result<Option<(u64, Pairs)>, Error> {
        guarded(&self.path, || {
            let table = match self.read.open_table(STREAM) {
                Ok(table) => table,
                Err(redb::TableError::TableDoesNotExist(_)) => return Ok(None),
                Err(why) => return Err(why.into()),
            };
            let (from, to) = (stream_key(stream, 0), stream_key(stream, u64::MAX));
            let mut rows = table.range(from.as_slice()..=to.as_slice())?;
            let Some((key, row)) = rows.next_back().transpose()? else {
                return Ok(None);
            };
            let damaged = || redb::Error::Corrupted("a row is not what was written".to_owned());
            let chunk = key
                .value()
                .last_chunk::<8>()
                .map(|b| u64::from_be_bytes(*b));
            let pairs = decode_pairs(key.value(), row.value());
            chunk.zip(pairs).map(Some).ok_or_else(damaged)
        })
    }

    /// One row of a list: the one in which `position` stands or would stand, or, when that one
    /// has nothing on the side that is read next, its neighbour.
    pub(super) fn postings(
        &self,
        list: List,
        position: u64,
        forward: bool,
    ) -> Result<Vec<u64>, Error> {
        let (table, number) = match list {
            List::Type(number) => (TYPE, number),
            List::Category(number) => (CATEGORY, number),
        };
        guarded(&self.path, || {
            let table = match self.read.open_table(table) {
                Ok(table) => table,
                Err(redb::TableError::TableDoesNotExist(_)) => return Ok(Vec::new()),
                Err(why) => return Err(why.into()),
            };
            let damaged = || redb::Error::Corrupted("a row is not what was written".to_owned());
            let (low, here, high) = (
                posting_key(number, 0),
                posting_key(number, position),
                posting_key(number, u64::MAX),
            );
            let mut before = table.range(low.as_slice()..=here.as_slice())?;
            if let Some((key, row)) = before.next_back().transpose()? {
                let items = decode(key.value(), row.value()).ok_or_else(damaged)?;
                if !forward || items.last().is_some_and(|last| *last >= position) {
                    return Ok(items);
                }
            }
            let mut after = table.range(here.as_slice()..=high.as_slice())?;
            match after.next().transpose()?.filter(|_| forward) {
                Some((key, row)) => decode(key.value(), row.value()).ok_or_else(damaged),
                None => Ok(Vec::new()),
            }
        })
    }

    /// Sums over all tables; a row that is not what was written is an error.
    pub(super) fn sums(&self) -> Result<Sums, Error> {
        let mut sums = Sums::default();
        guarded(&self.path, || {
            let damaged = || redb::Error::Corrupted("a row is not what was written".to_owned());
            for item in self.read.open_table(ID)?.iter()? {
                let (id, position) = item?;
                let id = sums::of_id(EventId(id.value().to_be_bytes()));
                sums.ids = sums.ids.wrapping_add(sums::mix(id, position.value()));
            }
            for item in self.read.open_table(STREAM)?.iter()? {
                let (key, row) = item?;
                let pairs = decode_pairs(key.value(), row.value()).ok_or_else(damaged)?;
                let stream = stream_of(key.value()).ok_or_else(damaged)?;
                for (position, _) in pairs {
                    let mixed = sums::mix(sums::of_stream(stream), position);
                    sums.streams = sums.streams.wrapping_add(mixed);
                }
            }
            for (table, sum) in [(TYPE, &mut sums.types), (CATEGORY, &mut sums.categories)] {
                for item in self.read.open_table(table)?.iter()? {
                    let (key, row) = item?;
                    let number = key.value().first_chunk::<2>().ok_or_else(damaged)?;
                    let number = u64::from(u16::from_be_bytes(*number));
                    for position in decode(key.value(), row.value()).ok_or_else(damaged)? {
                        *sum = sum.wrapping_add(sums::mix(number, position));
                    }
                }
            }
            Ok(())
        })?;
        Ok(sums)
    }
}

fn stream_of(key: &[u8]) -> Option<StreamId> {
    let mut cut = Cut(key);
    Some(StreamId {
        category: Category(cut.u16()?),
        id: cut.array()?,
    })
}
