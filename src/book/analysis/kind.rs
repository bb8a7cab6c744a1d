//! What an export for analysis is, and the making of it: written beside its place, recorded with
//! its purpose, and only then given its name.

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

use serde_json::{Map, Value, json};

use super::cases::{Cases, Selection};
use super::objects::{self, Shared};
use super::{readme, tables, traces};
use crate::book::error::Error;
use crate::book::opening::Book;
use crate::book::record::Recording;
use crate::domain::EventType;
use crate::exchange::Line;
use crate::exchange::ocel::{JsonWriter, SqliteWriter, Writer, XmlWriter};

/// The formats of an export for analysis.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Event log, one trace for each dossier (IEEE 1849).
    Xes,
    /// Object-centric event log in JSON.
    OcelJson,
    /// Object-centric event log in XML.
    OcelXml,
    /// Object-centric event log as a database.
    OcelSqlite,
    /// Fact tables, one file for each.
    Csv,
    /// Fact tables by municipality and month.
    Parquet,
}

impl Format {
    /// Every format.
    pub const ALL: [Self; 6] = [
        Self::Xes,
        Self::OcelJson,
        Self::OcelXml,
        Self::OcelSqlite,
        Self::Csv,
        Self::Parquet,
    ];

    /// Its name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Xes => "xes",
            Self::OcelJson => "ocel-json",
            Self::OcelXml => "ocel-xml",
            Self::OcelSqlite => "ocel-sqlite",
            Self::Csv => "csv",
            Self::Parquet => "parquet",
        }
    }

    /// Whether this build of the program can write it.
    #[must_use]
    pub const fn is_built_in(self) -> bool {
        !matches!(self, Self::Parquet) || cfg!(feature = "parquet")
    }

    /// Whether it is a folder of tables.
    #[must_use]
    pub const fn is_folder(self) -> bool {
        matches!(self, Self::Csv | Self::Parquet)
    }
}

/// What is asked for.
#[derive(Debug, Clone)]
pub struct Order {
    /// In which format.
    pub format: Format,
    /// Where it goes; nothing may be there.
    pub out: PathBuf,
    /// For what, in a sentence.
    pub purpose: String,
    /// Which dossiers.
    pub selection: Selection,
    /// Whether it is asked for by an analyst, who answers for single persons in it.
    pub analyst: bool,
    /// Who records it: the common fields of the event.
    pub common: Map<String, Value>,
}

/// What was made.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Made {
    /// Rows of the tables, or events of the log.
    pub rows: u64,
    /// Dossiers.
    pub dossiers: u64,
    /// Objects, of an object-centric log.
    pub objects: u64,
    /// Relations from events to objects, of an object-centric log.
    pub event_relations: u64,
    /// Relations from objects to objects, of an object-centric log.
    pub object_relations: u64,
    /// Events that do not open any more, and are not in it.
    pub closed: u64,
    /// Up to which position the book was read.
    pub before: u64,
    /// Position of the event that records the export.
    pub recorded: u64,
    /// The text that says what it is and how it may be used.
    pub readme: PathBuf,
}

impl Book {
    /// Writes an export for an analyst, and records it with its purpose. Nothing appears at the
    /// place that was asked for unless it is whole and recorded.
    ///
    /// # Errors
    /// [`Error::AnalystOnly`], [`Error::OutputExists`], [`Error::NotBuiltIn`]; what
    /// [`Book::record`] says of the event; [`Error::Io`].
    pub fn export_for_analysis(
        &self,
        order: &Order,
        progress: &mut dyn FnMut(u64),
    ) -> Result<Made, Error> {
        if self.writer.is_none() {
            return Err(Error::ReadOnly);
        }
        if !order.analyst {
            return Err(Error::AnalystOnly);
        }
        if !order.format.is_built_in() {
            return Err(Error::NotBuiltIn {
                what: order.format.name(),
            });
        }
        let readme = readme::place(order);
        for path in [&order.out, &readme] {
            if path.symlink_metadata().is_ok() {
                return Err(Error::OutputExists { path: path.clone() });
            }
        }
        let folder = order.out.parent();
        if let Some(folder) = folder.filter(|folder| !folder.as_os_str().is_empty()) {
            let there = folder.metadata();
            there.map_err(|source| Error::io("open", folder, source))?;
        }
        // Whoever may not record it finds out before the work is done.
        self.consider(&line(order, 0), &Recording::default())?;
        let half = beside(&order.out);
        let made = self.write_and_record(order, &half, &readme, progress);
        if made.is_err() {
            // What is half is of no use; when it cannot go either, its name says what it is.
            drop(std::fs::remove_dir_all(&half));
            drop(std::fs::remove_file(&half));
        }
        made.map_err(|error| match error {
            // The reader knows the place that was asked for, not what it is called until then.
            Error::Io {
                operation,
                path,
                source,
            } if path.starts_with(&half) => Error::Io {
                operation,
                path: order.out.clone(),
                source,
            },
            other => other,
        })
    }

    fn write_and_record(
        &self,
        order: &Order,
        half: &Path,
        readme: &Path,
        progress: &mut dyn FnMut(u64),
    ) -> Result<Made, Error> {
        let mut made = match order.format {
            Format::Csv | Format::Parquet => tables::write(self, order, half, progress)?,
            Format::Xes => self.write_traces(order, half, progress)?,
            _ => self.write_objects(order, half, progress)?,
        };
        made.readme = readme.to_owned();
        let text = readme::text(order, &made);
        let inside = order.format.is_folder().then(|| half.join(readme::NAME));
        if let Some(inside) = &inside {
            write_whole(inside, text.as_bytes())?;
        }
        let receipt = self.record(&line(order, made.rows), &Recording::default())?;
        made.recorded = receipt.position.0;
        if inside.is_none() {
            write_whole(readme, text.as_bytes())?;
        }
        place(half, &order.out, order.format.is_folder())?;
        Ok(made)
    }

    fn write_traces(
        &self,
        order: &Order,
        half: &Path,
        progress: &mut dyn FnMut(u64),
    ) -> Result<Made, Error> {
        let mut made = Made::default();
        let mut cases = Cases::new(self, &order.selection)?;
        made.before = cases.before().0;
        let about = readme::about(order, made.before);
        let mut writer = traces::start(BufWriter::new(create(half)?), &about)?;
        cases.each(&mut |case| {
            let trace = traces::trace(&case);
            let count = u64::try_from(trace.events.len()).unwrap_or(u64::MAX);
            writer.trace(&trace).map_err(traces::failed)?;
            made.dossiers += 1;
            made.rows += count;
            progress(count);
            Ok(())
        })?;
        made.closed = cases.closed;
        writer.finish().map_err(traces::failed)?;
        sync(half)?;
        Ok(made)
    }

    /// Objects stand before events, so the dossiers are gone through twice instead of kept.
    fn write_objects(
        &self,
        order: &Order,
        half: &Path,
        progress: &mut dyn FnMut(u64),
    ) -> Result<Made, Error> {
        let mut made = Made::default();
        let types = objects::types();
        let mut writer: Box<dyn Writer> = match order.format {
            Format::OcelSqlite => Box::new(SqliteWriter::new(half, &types)?),
            Format::OcelXml => Box::new(XmlWriter::new(BufWriter::new(create(half)?), &types)?),
            _ => Box::new(JsonWriter::new(BufWriter::new(create(half)?), &types)?),
        };
        let mut cases = Cases::new(self, &order.selection)?;
        made.before = cases.before().0;
        let mut shared = Shared::new();
        let size = |len: usize| u64::try_from(len).unwrap_or(u64::MAX);
        cases.each(&mut |case| {
            let (own, events) = objects::of_case(&case, &mut shared);
            for object in &own {
                writer.object(object)?;
                made.object_relations += size(object.relations.len());
            }
            made.objects += size(own.len());
            made.dossiers += 1;
            progress(size(events.len()));
            Ok(())
        })?;
        for object in objects::shared(&shared) {
            writer.object(&object)?;
            made.objects += 1;
        }
        cases.each(&mut |case| {
            let (_, events) = objects::of_case(&case, &mut shared);
            for event in &events {
                writer.event(event)?;
                made.event_relations += size(event.relations.len());
            }
            made.rows += size(events.len());
            progress(size(events.len()));
            Ok(())
        })?;
        made.closed = cases.closed;
        writer.finish()?;
        sync(half)?;
        Ok(made)
    }
}

/// The event that records an export.
fn line(order: &Order, rows: u64) -> Line {
    let selection = &order.selection;
    let day = |day: Option<crate::base::Day>| day.map(|day| day.to_string());
    let data = json!({
        "what": if order.format.is_folder() { "tables" } else { "event_log" },
        "format": order.format.name(),
        "purpose": order.purpose,
        "rows": rows,
        "norm": 1,
        "controlled": false,
        "from": day(selection.from),
        "until": day(selection.until),
        "known_at": selection.known_at.map(|moment| moment.to_string()),
    });
    Line {
        event: EventType::ExportMade.name().to_owned(),
        common: order.common.clone(),
        data: match data {
            Value::Object(members) => members,
            _ => Map::new(),
        },
        ..Line::default()
    }
}

/// A name beside a place, for what is not whole yet.
fn beside(path: &Path) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!(".{name}.{}.half", std::process::id()))
}

/// Makes a file that nobody but its owner can read.
pub(super) fn create(path: &Path) -> Result<File, Error> {
    use std::os::unix::fs::OpenOptionsExt as _;
    std::fs::OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(path)
        .map_err(|source| Error::io("create", path, source))
}

fn sync(path: &Path) -> Result<(), Error> {
    let file = File::open(path).map_err(|source| Error::io("open", path, source))?;
    file.sync_all()
        .map_err(|source| Error::io("sync", path, source))
}

pub(in crate::book) fn write_whole(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    let mut file = create(path)?;
    file.write_all(bytes)
        .and_then(|()| file.sync_all())
        .map_err(|source| Error::io("write", path, source))
}

/// Gives what is whole its own name, never over what came there meanwhile.
fn place(half: &Path, out: &Path, folder: bool) -> Result<(), Error> {
    let failed = |source| Error::io("rename", out, source);
    if folder {
        if out.symlink_metadata().is_ok() {
            return Err(Error::OutputExists {
                path: out.to_owned(),
            });
        }
        return std::fs::rename(half, out).map_err(failed);
    }
    std::fs::hard_link(half, out).map_err(failed)?;
    std::fs::remove_file(half).map_err(|source| Error::io("remove", half, source))
}
