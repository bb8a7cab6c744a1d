//! Recording a book of a given size, and what it takes on disk.

use std::path::Path;
use std::sync::Mutex;

use weegboek::book::{Book, Init, Recording};
use weegboek::exchange::Line;

use super::Failure;
use super::process::{Spent, resident, size_of, timed};
use super::table::Table;
use crate::synth::{self, Lateness, Options, Plan};

/// Long dossiers, recorded event by event between the others, so that their events lie apart.
pub(crate) const LONG: u64 = 100;
/// Events of each.
pub(crate) const LONG_LEN: u64 = 200;
/// Where their numbers begin.
const LONG_FIRST: u64 = 10_000_000;
/// Dossiers in one append.
const TOGETHER: usize = 48;
/// Threads that record whole dossiers.
const THREADS: usize = 2;

/// Where the events of the book come from.
fn options(events: u64) -> Options {
    Options {
        seed: 1,
        events,
        dossiers: u64::MAX,
        lateness: Lateness::Usual,
    }
}

/// The dossiers that stories are read of.
pub(crate) fn long_dossiers() -> Vec<Vec<Line>> {
    (LONG_FIRST..LONG_FIRST + LONG)
        .map(|index| synth::dossier(&options(0), index, LONG_LEN).lines)
        .collect()
}

/// Records the book; gives what whole dossiers took.
pub(crate) fn run(dir: &Path, events: u64, table: &mut Table) -> Result<Book, Failure> {
    table.part("Recording through the book");
    let init = Init {
        municipality: "Rietdam".to_owned(),
        ..Init::default()
    };
    let book = Book::init(dir, &init)?;
    let long = long_dossiers();
    let bulk = options(events.saturating_sub(LONG * LONG_LEN));
    let mut plan = Plan::new(bulk).peekable();
    let mut whole = (0_u64, Spent::default());
    let mut single = [(0_u64, Spent::default()), (0, Spent::default())];
    let blocks = (bulk.events / 5_200).max(1);
    for round in 0..LONG_LEN {
        let until = blocks * (round + 1) / LONG_LEN;
        let from = blocks * round / LONG_LEN;
        for _ in from..until.max(if round + 1 == LONG_LEN { u64::MAX } else { 0 }) {
            let Some(block) = plan.next() else { break };
            let made = synth::block(&bulk, &block);
            let (count, spent) = record_whole(&book, made)?;
            whole.0 += count;
            whole.1 += spent;
        }
        let at = usize::try_from(round)?;
        let lines: Vec<&Line> = long.iter().filter_map(|lines| lines.get(at)).collect();
        let eight = at % 2;
        let (count, spent) = record_single(&book, &lines, if eight == 1 { 8 } else { 1 })?;
        single[eight].0 += count;
        single[eight].1 += spent;
    }
    rate(table, "whole dossiers, 2 threads", whole);
    rate(table, "event by event, 1 thread", single[0]);
    rate(table, "event by event, 8 threads", single[1]);
    let note = "greatest resident memory while recording, the generator's own included";
    table.add("memory", resident("VmHWM"), "MiB", note);
    Ok(book)
}

fn rate(table: &mut Table, what: &str, (count, spent): (u64, Spent)) {
    let count = as_f64(count);
    let note = format!(
        "{} events, {:.1} s, {:.1} µs of CPU each",
        count,
        spent.wall,
        spent.cpu / count * 1e6
    );
    table.add(what, count / spent.wall, "events/s", note);
}

/// Records the dossiers of a block and then what the organisation did about them.
fn record_whole(book: &Book, made: Vec<synth::Whole>) -> Result<(u64, Spent), Failure> {
    let (dossiers, own): (Vec<_>, Vec<_>) =
        made.into_iter().partition(|whole| whole.dossier.is_some());
    let dossiers: Vec<Vec<Line>> = dossiers.into_iter().map(|whole| whole.lines).collect();
    let own: Vec<Vec<Line>> = own.into_iter().map(|whole| whole.lines).collect();
    let parts = Mutex::new(dossiers.chunks(TOGETHER));
    let add = |part: &[Vec<Line>]| -> Result<u64, Failure> {
        let report = book.import_whole(part)?;
        match report.refused.first() {
            Some(refused) => Err(format!("refused: {refused:?}").into()),
            None => Ok(report.events),
        }
    };
    let work = || -> Result<u64, Failure> {
        let mut count = 0;
        loop {
            let part = parts.lock().map_err(|_| "a thread failed")?.next();
            let Some(part) = part else { return Ok(count) };
            count += add(part)?;
        }
    };
    let (count, spent) = timed(|| {
        let count = together(THREADS, &work)?;
        Ok::<_, Failure>(if own.is_empty() {
            count
        } else {
            count + add(&own)?
        })
    });
    Ok((count?, spent))
}

fn record_single(book: &Book, lines: &[&Line], threads: usize) -> Result<(u64, Spent), Failure> {
    let next = Mutex::new(lines.iter());
    let work = || -> Result<u64, Failure> {
        let mut count = 0;
        loop {
            let line = next.lock().map_err(|_| "a thread failed")?.next();
            let Some(line) = line else { return Ok(count) };
            book.record(line, &Recording::default())?;
            count += 1;
        }
    };
    let (count, spent) = timed(|| together(threads, &work));
    Ok((count?, spent))
}

/// Lets threads do the same work; gives the sum of what they did.
pub(crate) fn together(
    threads: usize,
    work: &(dyn Fn() -> Result<u64, Failure> + Sync),
) -> Result<u64, Failure> {
    std::thread::scope(|scope| {
        let threads: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
        let mut sum = 0;
        for thread in threads {
            sum += thread.join().map_err(|_| "a thread failed")??;
        }
        Ok(sum)
    })
}

/// What the book takes on disk, against what was encoded.
pub(crate) fn disk(
    dir: &Path,
    events: u64,
    encoded: u64,
    table: &mut Table,
) -> Result<(), Failure> {
    table.part("On disk, bytes per event");
    let per = |bytes: u64| as_f64(bytes) / as_f64(events);
    let encoded = per(encoded);
    table.add(
        "encoded payload",
        encoded,
        "B",
        "facts and words before sealing",
    );
    let mut all = 0.0;
    for (what, place) in [
        ("segments", "log/segments"),
        ("index", "log/index.redb"),
        ("vault", "vault"),
    ] {
        let bytes = per(size_of(&dir.join(place))?);
        all += bytes;
        table.add(what, bytes, "B", "");
    }
    let goal = encoded * 1.3 + 200.0;
    let verdict = if all <= goal {
        "reached"
    } else {
        "not reached"
    };
    let note = format!("goal 1.3 × encoded + 200 = {goal:.0} B: {verdict}");
    table.add("together", all, "B", note);
    Ok(())
}

/// A count as a number to divide by.
pub(crate) fn as_f64(count: u64) -> f64 {
    // Counts here are far below 2^52.
    u32::try_from(count).map_or(f64::MAX, f64::from)
}
