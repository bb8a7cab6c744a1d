//! What the operating system says about this process and about folders.

use std::fs;
use std::io;
use std::path::Path;
use std::time::Instant;

/// Ticks of the kernel's CPU accounting in a second; fixed on Linux.
const TICKS: f64 = 100.0;

/// Wall and CPU time of some work.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Spent {
    /// Seconds by the clock.
    pub(crate) wall: f64,
    /// Seconds of CPU, of all threads together.
    pub(crate) cpu: f64,
}

impl std::ops::AddAssign for Spent {
    fn add_assign(&mut self, other: Self) {
        self.wall += other.wall;
        self.cpu += other.cpu;
    }
}

/// Does some work and says what it took.
pub(crate) fn timed<T>(work: impl FnOnce() -> T) -> (T, Spent) {
    let (cpu, start) = (cpu_seconds(), Instant::now());
    let result = work();
    let spent = Spent {
        wall: start.elapsed().as_secs_f64(),
        cpu: cpu_seconds() - cpu,
    };
    (result, spent)
}

fn cpu_seconds() -> f64 {
    let text = fs::read_to_string("/proc/self/stat").unwrap_or_default();
    // The name of the program stands in brackets and may hold anything.
    let after = text.rsplit(')').next().unwrap_or_default();
    let fields: Vec<&str> = after.split_whitespace().collect();
    let ticks = |at: usize| {
        let field = fields.get(at).and_then(|field| field.parse::<f64>().ok());
        field.unwrap_or_default()
    };
    (ticks(11) + ticks(12)) / TICKS
}

/// A size from /proc/self/status (`VmRSS`, `VmHWM`), in MiB.
pub(crate) fn resident(name: &str) -> f64 {
    let text = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = text.lines().find_map(|line| line.strip_prefix(name));
    let number = line.and_then(|line| line.trim_matches([':', ' ', '\t']).split(' ').next());
    number
        .and_then(|text| text.parse::<f64>().ok())
        .unwrap_or_default()
        / 1024.0
}

/// Bytes that a file or folder takes on disk, preallocated ones not counted twice.
pub(crate) fn size_of(path: &Path) -> io::Result<u64> {
    use std::os::unix::fs::MetadataExt as _;
    let about = fs::metadata(path)?;
    if !about.is_dir() {
        return Ok(about.len().min(about.blocks() * 512));
    }
    let mut sum = 0;
    for entry in fs::read_dir(path)? {
        sum += size_of(&entry?.path())?;
    }
    Ok(sum)
}
