//! What the tests of the log share.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use weegboek::base::Timestamp;
use weegboek::host::{Disk, RealDisk, SetClock, SetEntropy};
use weegboek::log::{Engine, Error, Log, Options, Outcome, Query, Select};

pub(crate) use weegboek::log::conformance::{event, plain, stream};

/// Options with a clock that stands still and a repeatable log id.
pub(crate) fn options() -> Options {
    options_on(Arc::new(RealDisk))
}

pub(crate) fn options_on(disk: Arc<dyn Disk>) -> Options {
    Options {
        disk,
        clock: Arc::new(SetClock::new(Timestamp(1_700_000_000_000_000))),
        entropy: Arc::new(SetEntropy::new(1)),
        ..Options::default()
    }
}

/// Segments so small that a test has several.
pub(crate) fn small_segments() -> Options {
    Options {
        segment_len: 4_000,
        ..options()
    }
}

/// Appends events number `from` to `to`, each by itself, over five streams.
pub(crate) fn fill(log: &Log, from: u64, to: u64) {
    for number in from..to {
        let which = u8::try_from(number % 5).unwrap();
        let got = log
            .append(plain(vec![event(number, stream(which), 40)]))
            .unwrap();
        assert!(
            matches!(got, Outcome::Recorded(r) if r.first.0 == number),
            "{got:?}"
        );
    }
}

/// Every position that can be read, with the entry bytes.
pub(crate) fn all(engine: &dyn Engine, query: &Query) -> Result<Vec<(u64, Vec<u8>)>, Error> {
    let mut records = engine.read(query)?;
    let mut found = Vec::new();
    while let Some(record) = records.next()? {
        found.push((record.entry.position.0, record.entry_bytes.to_vec()));
    }
    Ok(found)
}

pub(crate) fn count(engine: &dyn Engine) -> u64 {
    let found = all(engine, &Query::new(Select::All)).unwrap();
    assert!(
        found
            .iter()
            .enumerate()
            .all(|(at, (position, _))| at as u64 == *position)
    );
    found.len() as u64
}

/// The segment files of a log, in order.
pub(crate) fn segments(dir: &Path) -> Vec<PathBuf> {
    let mut found: Vec<_> = std::fs::read_dir(dir.join("segments"))
        .unwrap()
        .map(|item| item.unwrap().path())
        .collect();
    found.sort();
    found
}

/// Copies a log that nobody writes.
pub(crate) fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to.join("segments")).unwrap();
    for path in segments(from) {
        std::fs::copy(&path, to.join("segments").join(path.file_name().unwrap())).unwrap();
    }
    for name in ["watermark", "index.redb"] {
        if from.join(name).exists() {
            std::fs::copy(from.join(name), to.join(name)).unwrap();
        }
    }
}
