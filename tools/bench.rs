//! Measures the book and its log, and prints one table: all figures from one run.
//!
//! What is measured and how it compares stands in docs/benchmarks.md.

#[path = "measure/mod.rs"]
mod measure;
#[path = "synth/mod.rs"]
mod synth;

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitCode, Stdio};
use std::time::Duration;

use measure::process::{resident, timed};
use measure::table::Table;
use measure::{Failure, clients, load, mining, questions, reading, views};
use weegboek::book::{Access, Recording};

const USAGE: &str = "\
usage: tools/bench [--events N] [--dir FOLDER] [--json] [--only log|book|process]
       tools/bench views FOLDER
       tools/bench questions FOLDER

--events  events of the book (1,000,000)
--dir     where to work; about 2 KB an event; emptied afterwards (the folder for temporary files)
--json    print the figures as JSON
--only    only the log beside the limit, only the book, or only process analysis beside its peers
views     measure the fact tables of a book that is there; a few dossiers are added to it
questions ask every question of a book that is there, with the fact tables as they are; its memory
          of given answers is put aside and put back
";

struct Asked {
    events: u64,
    dir: PathBuf,
    json: bool,
    only: Option<String>,
}

/// The allocator of the program itself, so that its figures are measured.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let result = match arguments.as_slice() {
        // What the benchmark starts itself as another process.
        [role, dir] if role == "child-reads" => child_reads(Path::new(dir)),
        [role, dir] if role == "child-writes" => child_writes(Path::new(dir)),
        [role, dir] if role == "child-views" => child_views(Path::new(dir)),
        [part, dir] if part == "views" => of_views(Path::new(dir)),
        [part, dir] if part == "questions" => of_questions(Path::new(dir)),
        [role, dir, events] if role == "child-records" => child_records(Path::new(dir), events),
        _ => match parse(arguments) {
            Ok(asked) => run(&asked),
            Err(why) => {
                say(&format!("tools/bench: {why}\n{USAGE}"));
                return ExitCode::from(2);
            }
        },
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            say(&format!("tools/bench: {why}\n"));
            ExitCode::from(6)
        }
    }
}

fn parse(arguments: Vec<String>) -> Result<Asked, String> {
    let mut asked = Asked {
        events: 1_000_000,
        dir: std::env::temp_dir(),
        json: false,
        only: None,
    };
    let mut arguments = arguments.into_iter();
    while let Some(name) = arguments.next() {
        let mut value = || arguments.next().ok_or(format!("{name} needs a value"));
        match name.as_str() {
            "--events" => {
                let text = value()?.replace(['_', ','], "");
                asked.events = text.parse().map_err(|_| format!("{text} is no number"))?;
            }
            "--dir" => asked.dir = value()?.into(),
            "--json" => asked.json = true,
            "--only" => asked.only = Some(value()?),
            other => return Err(format!("{other} is no option")),
        }
    }
    Ok(asked)
}

fn run(asked: &Asked) -> Result<(), Failure> {
    let dir = asked
        .dir
        .join(format!("weegboek-bench-{}", std::process::id()));
    std::fs::create_dir_all(&dir)?;
    let mut table = Table::default();
    let measured = measure(asked, &dir, &mut table);
    std::fs::remove_dir_all(&dir)?;
    measured?;
    let text = if asked.json {
        format!("{:#}\n", table.json())
    } else {
        table.text()
    };
    io::stdout().write_all(text.as_bytes())?;
    Ok(())
}

fn measure(asked: &Asked, dir: &Path, table: &mut Table) -> Result<(), Failure> {
    let wants = |part: &str| asked.only.as_deref().is_none_or(|only| only == part);
    // First, while the process is small and the disk is quiet.
    if wants("log") {
        say("the log beside the limit …\n");
        clients::run(dir, table)?;
    }
    if wants("process") {
        say("process analysis beside its peers …\n");
        mining::run(table)?;
    }
    if wants("book") {
        book(&dir.join("book"), asked.events, table)?;
    }
    Ok(())
}

fn book(dir: &Path, events: u64, table: &mut Table) -> Result<(), Failure> {
    say("recording …\n");
    // In a process of its own, so that its memory is not counted with that of reading.
    table.extend(&finish(child(
        "child-records",
        dir,
        &[events.to_string()],
    )?)?)?;
    table.part("Opening");
    let (book, seconds) = reading::open(dir, Access::Write)?;
    table.add("open to record, after a close", seconds * 1e3, "ms", "");
    let told: f64 = finish(child("child-reads", dir, &[])?)?.trim().parse()?;
    let note = "while this process has it open to record";
    table.add("open to read, another process", told, "ms", note);
    book.close()?;
    say("killing a writer …\n");
    let mut writer = child("child-writes", dir, &[])?;
    std::thread::sleep(Duration::from_secs(2));
    writer.kill()?;
    writer.wait()?;
    let (book, seconds) = reading::open(dir, Access::Write)?;
    let note = "goal for 10 million events: 1,000 ms until writable";
    table.add("open to record, after kill -9", seconds * 1e3, "ms", note);
    say("reading …\n");
    let (count, encoded) = reading::all(&book, table)?;
    reading::stories(&book, table)?;
    table.part("Memory of the process that read all this");
    table.add("resident", resident("VmRSS"), "MiB", "");
    table.add("greatest", resident("VmHWM"), "MiB", "goal 300 MiB");
    book.close()?;
    load::disk(dir, count, encoded, table)?;
    say("making the fact tables …\n");
    table.extend(&finish(child("child-views", dir, &[])?)?)?;
    say("checking …\n");
    table.part("Checking the whole log");
    let (report, spent) = timed(|| weegboek::log::check(&dir.join("log")));
    let report = report?;
    if !report.is_sound() {
        return Err(format!("the log is damaged: {report:?}").into());
    }
    let note = format!("{:.2} s of CPU, {count} events", spent.cpu);
    table.add("log check", spent.wall, "s", note);
    Ok(())
}

/// Starts this program as another process.
fn child(role: &str, dir: &Path, more: &[String]) -> Result<Child, Failure> {
    let program = std::env::current_exe()?;
    let mut command = Command::new(program);
    command.arg(role).arg(dir).args(more).stdout(Stdio::piped());
    Ok(command.spawn()?)
}

/// Waits for a child and reads what it says.
fn finish(child: Child) -> Result<String, Failure> {
    let output = child.wait_with_output()?;
    if !output.status.success() {
        return Err("another process of the benchmark failed".into());
    }
    Ok(String::from_utf8(output.stdout)?)
}

/// Records the book and says the figures of that.
fn child_records(dir: &Path, events: &str) -> Result<(), Failure> {
    let mut table = Table::default();
    let book = load::run(dir, events.parse()?, &mut table)?;
    let (closed, spent) = timed(|| book.close());
    closed?;
    table.add("close", spent.wall * 1e3, "ms", "");
    io::stdout().write_all(table.json().to_string().as_bytes())?;
    Ok(())
}

/// Measures the fact tables and says the figures.
fn child_views(dir: &Path) -> Result<(), Failure> {
    let mut table = Table::default();
    views::run(dir, &mut table)?;
    io::stdout().write_all(table.json().to_string().as_bytes())?;
    Ok(())
}

/// Measures the fact tables of a book that is there.
fn of_views(dir: &Path) -> Result<(), Failure> {
    let mut table = Table::default();
    views::run(dir, &mut table)?;
    io::stdout().write_all(table.text().as_bytes())?;
    Ok(())
}

/// Asks every question of a book that is there.
fn of_questions(dir: &Path) -> Result<(), Failure> {
    let mut table = Table::default();
    questions::every(dir, &mut table)?;
    io::stdout().write_all(table.text().as_bytes())?;
    Ok(())
}

/// Opens a book for reading and says how many milliseconds it took.
fn child_reads(dir: &Path) -> Result<(), Failure> {
    let (_book, seconds) = reading::open(dir, Access::Read)?;
    io::stdout().write_all(format!("{}\n", seconds * 1e3).as_bytes())?;
    Ok(())
}

/// Opens dossiers in the book, one after another, until it is killed.
fn child_writes(dir: &Path) -> Result<(), Failure> {
    let (book, _) = reading::open(dir, Access::Write)?;
    let lines = load::long_dossiers();
    let line = lines.first().and_then(|lines| lines.first());
    let mut line = line.ok_or("there are no dossiers")?.clone();
    line.id = None;
    for count in 0_u64.. {
        let number = format!("K-{count}");
        line.data
            .insert("number".to_owned(), number.as_str().into());
        line.dossier = Some(number);
        book.record(&line, &Recording::default())?;
    }
    Ok(())
}

/// Says something to the person at the terminal.
fn say(text: &str) {
    let _written = io::stderr().write_all(text.as_bytes());
}
