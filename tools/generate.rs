//! Makes synthetic dossiers for volume: the same seed gives the same bytes, on every machine.
//!
//! `tools/generate --seed 1 --events 100000 --lines dossiers.jsonl` writes exchange lines;
//! `--book FOLDER` records them in a new book through the ordinary rules, each event at its own
//! moment, so that dossiers lie through one another as in a book that is kept day by day.

#[path = "synth/mod.rs"]
mod synth;
#[path = "synth/timeline.rs"]
mod timeline;

use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};

use synth::{Lateness, Options, Plan};
use timeline::Timeline;
use weegboek::base::Timestamp;
use weegboek::book::{Book, Init, import};

/// Dossiers that are recorded in one append.
const TOGETHER: usize = 48;

/// Lines that are recorded together when their moments are kept.
const LINES_TOGETHER: usize = 25_000;

/// 2018-01-01, before anything that is made happens.
const BEGIN: Timestamp = Timestamp(1_514_764_800_000_000);

const USAGE: &str = "\
usage: tools/generate [--seed N] [--events N] [--dossiers N] [--lateness none|usual|late]
                      [--moments kept|today] [--threads N] (--lines FILE|- | --book FOLDER)

--seed      where chance starts (1)
--events    how many events, exactly: 1,000 to 10,000,000 (100,000)
--dossiers  stop after so many dossiers
--lateness  how long after it happened something is recorded (usual)
--lines     write exchange lines
--book      record in a new book, in a folder that holds none yet
--moments   of recording in that book: kept, each event soon after it happened, in the order of
            time (kept); or today, by the machine's clock, each dossier whole, which is quicker
--threads   how many record at once when moments are those of today (4)
";

/// What was asked.
struct Asked {
    options: Options,
    lines: Option<PathBuf>,
    book: Option<PathBuf>,
    kept: bool,
    threads: u64,
}

fn main() -> ExitCode {
    let asked = match parse(std::env::args().skip(1)) {
        Ok(asked) => asked,
        Err(why) => {
            say(&format!("tools/generate: {why}\n{USAGE}"));
            return ExitCode::from(2);
        }
    };
    match run(&asked) {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            say(&format!("tools/generate: {why}\n"));
            ExitCode::from(6)
        }
    }
}

fn parse(mut arguments: impl Iterator<Item = String>) -> Result<Asked, String> {
    let mut asked = Asked {
        options: Options {
            seed: 1,
            events: 100_000,
            dossiers: u64::MAX,
            lateness: Lateness::default(),
        },
        lines: None,
        book: None,
        kept: true,
        threads: 4,
    };
    while let Some(name) = arguments.next() {
        let mut value = || arguments.next().ok_or(format!("{name} needs a value"));
        let number = |text: String| {
            let plain = text.replace(['_', ','], "");
            plain.parse().map_err(|_| format!("{text} is no number"))
        };
        match name.as_str() {
            "--seed" => asked.options.seed = number(value()?)?,
            "--events" => asked.options.events = number(value()?)?,
            "--dossiers" => asked.options.dossiers = number(value()?)?,
            "--threads" => asked.threads = number(value()?)?,
            "--lateness" => asked.options.lateness = value()?.parse()?,
            "--moments" => {
                asked.kept = match value()?.as_str() {
                    "kept" => true,
                    "today" => false,
                    other => return Err(format!("{other}: must be kept or today")),
                }
            }
            "--lines" => asked.lines = Some(value()?.into()),
            "--book" => asked.book = Some(value()?.into()),
            other => return Err(format!("{other} is no option")),
        }
    }
    if !(1_000..=10_000_000).contains(&asked.options.events) {
        return Err("--events must be 1,000 to 10,000,000".to_owned());
    }
    if asked.lines.is_none() == asked.book.is_none() {
        return Err("give --lines or --book".to_owned());
    }
    Ok(asked)
}

fn run(asked: &Asked) -> Result<(), String> {
    if let Some(path) = &asked.lines {
        let result = if path == Path::new("-") {
            write_lines(asked.options, &mut io::stdout().lock())
        } else {
            File::create(path)
                .and_then(|file| write_lines(asked.options, &mut BufWriter::new(file)))
        };
        return result.map_err(|error| format!("{}: {error}", path.display()));
    }
    match &asked.book {
        Some(folder) if asked.kept => record_in_time(asked, folder),
        Some(folder) => record(asked, folder),
        None => Ok(()),
    }
}

fn write_lines(options: Options, output: &mut dyn Write) -> io::Result<()> {
    for block in Plan::new(options) {
        for whole in synth::block(&options, &block) {
            for line in &whole.lines {
                writeln!(output, "{}", line.to_value())?;
            }
        }
    }
    output.flush()
}

/// Records line after line in the order of their moments.
fn record_in_time(asked: &Asked, folder: &Path) -> Result<(), String> {
    let fail = |error: weegboek::book::Error| error.to_string();
    let init = Init {
        municipality: "Rietdam".to_owned(),
        at: Some(BEGIN),
        ..Init::default()
    };
    let book = Book::init(folder, &init).map_err(fail)?;
    let options = import::Options {
        keep_times: true,
        ..import::Options::default()
    };
    let mut lines = Timeline::new(asked.options);
    let mut events = 0;
    loop {
        let mut text = String::new();
        for line in lines.by_ref().take(LINES_TOGETHER) {
            text.push_str(&line.to_value().to_string());
            text.push('\n');
        }
        if text.is_empty() {
            break;
        }
        let mut input = io::Cursor::new(text.into_bytes());
        let report = book.import_file(&mut input, options, &mut |_| ());
        let report = report.map_err(fail)?;
        if let Some(refused) = report.refused.first() {
            return Err(format!("refused: {refused:?}"));
        }
        events += report.events;
    }
    finish(book, events, folder)
}

/// Records block after block: dossiers by several threads, then what the organisation did.
fn record(asked: &Asked, folder: &Path) -> Result<(), String> {
    let fail = |error: weegboek::book::Error| error.to_string();
    let init = Init {
        municipality: "Rietdam".to_owned(),
        ..Init::default()
    };
    let book = Book::init(folder, &init).map_err(fail)?;
    let plan = Mutex::new(Plan::new(asked.options));
    let events = AtomicU64::new(0);
    let add = |dossiers: &[Vec<weegboek::exchange::Line>]| {
        let report = book.import_whole(dossiers).map_err(fail)?;
        events.fetch_add(report.events, Ordering::Relaxed);
        match report.refused.first() {
            Some(refused) => Err(format!("refused: {refused:?}")),
            None => Ok(()),
        }
    };
    let work = || loop {
        // One lock for the plan alone: what comes out of it does not depend on who takes it.
        let next = plan.lock().map_err(|_| "a thread failed")?.next();
        let Some(block) = next else {
            return Ok(());
        };
        let wholes: Vec<_> = synth::block(&asked.options, &block)
            .into_iter()
            .map(|whole| whole.lines)
            .collect();
        let (dossiers, own) = wholes.split_at(block.lens.len());
        for part in dossiers.chunks(TOGETHER) {
            add(part)?;
        }
        // The organisation refers to dossiers that are in the book by now.
        if !own.is_empty() {
            add(own)?;
        }
    };
    std::thread::scope(|scope| {
        let threads: Vec<_> = (0..asked.threads.max(1))
            .map(|_| scope.spawn(work))
            .collect();
        let mut result = Ok(());
        for thread in threads {
            let done = thread.join().unwrap_or(Err("a thread failed".to_owned()));
            result = result.and(done);
        }
        result
    })?;
    finish(book, events.load(Ordering::Relaxed), folder)
}

fn finish(book: Book, events: u64, folder: &Path) -> Result<(), String> {
    book.close().map_err(|error| error.to_string())?;
    say(&format!(
        "{events} events recorded in {}\n",
        folder.display()
    ));
    Ok(())
}

/// Says something to the person at the terminal.
fn say(text: &str) {
    let _written = io::stderr().write_all(text.as_bytes());
}
