//! One refresher at a time, in whatever process.

use std::path::Path;
use std::time::{Duration, Instant};

use super::error::Error;
use crate::host::{Disk as _, File, Mode, RealDisk};

const NAME: &str = "lock";

/// How long to wait in between.
const PAUSE: Duration = Duration::from_millis(20);

/// The right to change the views; given back when it is dropped, also by a killed process.
#[derive(Debug)]
pub(super) struct Lock {
    _file: Box<dyn File>,
}

impl Lock {
    /// Waits until nobody else changes the views in a folder, at most so long.
    pub(super) fn take(dir: &Path, wait: Duration) -> Result<Self, Error> {
        let path = dir.join(NAME);
        let file = RealDisk.open(&path, Mode::Create)?;
        let start = Instant::now();
        while !file.try_lock()? {
            if start.elapsed() >= wait {
                let holder = RealDisk.read_small(&path, 64).unwrap_or_default();
                let holder = String::from_utf8(holder).unwrap_or_default();
                return Err(Error::Busy {
                    dir: dir.to_owned(),
                    who: match holder.trim() {
                        "" => "another process".to_owned(),
                        pid => format!("process {pid}"),
                    },
                });
            }
            std::thread::sleep(PAUSE);
        }
        file.truncate(0)?;
        file.write_at(format!("{}\n", std::process::id()).as_bytes(), 0)?;
        Ok(Self { _file: file })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_holder_at_a_time_and_the_other_hears_who() {
        let dir = tempfile::tempdir().unwrap();
        let first = Lock::take(dir.path(), Duration::ZERO).unwrap();
        let refused = Lock::take(dir.path(), Duration::ZERO).unwrap_err();
        let pid = std::process::id().to_string();
        assert!(refused.to_string().contains(&pid), "{refused}");
        drop(first);
        Lock::take(dir.path(), Duration::ZERO).unwrap();
    }
}
