//! Reading a book: all of it, one dossier as of any moment, and opening it.

use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Instant;

use weegboek::base::Position;
use weegboek::book::{Access, AsKnown, Book, KnownAt};
use weegboek::log::{Query, Select};
use weegboek::store::Opening;

use super::Failure;
use super::load::{LONG_LEN, as_f64, long_dossiers, together};
use super::process::{Spent, timed};
use super::table::{Table, quantile};

/// Nonce and tag of a sealed part.
const SEAL_LEN: u64 = 28;
/// Turns of a reading of everything and of a question about one dossier; the quickest counts, for
/// others share this machine, and they are not what is measured.
const TURNS: usize = 3;
/// Stories that are read.
const STORIES: u64 = 2_000;

/// Reads everything; gives events and encoded bytes.
pub(crate) fn all(book: &Book, table: &mut Table) -> Result<(u64, u64), Failure> {
    table.part("Reading all of it");
    let (mut events, mut encoded) = (0_u64, 0_u64);
    let mut best = Spent {
        wall: f64::MAX,
        cpu: 0.0,
    };
    for _ in 0..TURNS {
        (events, encoded) = (0, 0);
        let (result, spent) = timed(|| -> Result<(), Failure> {
            let mut records = book.store().engine().read(&Query::new(Select::All))?;
            while let Some(record) = records.next()? {
                events += 1;
                for part in record.parts() {
                    encoded += (part.ciphertext.len() as u64).saturating_sub(SEAL_LEN);
                }
            }
            Ok(())
        });
        result?;
        if spent.wall < best.wall {
            best = spent;
        }
    }
    rate(table, "every record, checksums verified", events, best, "");
    let goal = "goal 700,000 events/s on 2 cores";
    for (what, opening, threads, note) in [
        ("facts opened and decoded, 1 thread", Opening::Facts, 1, ""),
        (
            "facts opened and decoded, 2 threads",
            Opening::Facts,
            2,
            goal,
        ),
        ("facts and words, 1 thread", Opening::Words, 1, ""),
        ("facts and words, 2 threads", Opening::Words, 2, ""),
    ] {
        let share = events.div_ceil(threads);
        let next = AtomicU64::new(0);
        let work = || -> Result<u64, Failure> {
            let from = next.fetch_add(share, Ordering::Relaxed);
            let query = Query::all_from(Position(from)).limit(share);
            let mut reading = book.store().read(&query, opening)?;
            let mut count = 0;
            while let Some(item) = reading.next()? {
                item.content?;
                count += 1;
            }
            Ok(count)
        };
        let mut best: Option<(u64, Spent)> = None;
        for _ in 0..TURNS {
            next.store(0, Ordering::Relaxed);
            let (count, spent) = timed(|| together(usize::try_from(threads).unwrap_or(1), &work));
            let count = count?;
            if best.is_none_or(|(_, before)| spent.wall < before.wall) {
                best = Some((count, spent));
            }
        }
        if let Some((count, spent)) = best {
            rate(table, what, count, spent, note);
        }
    }
    Ok((events, encoded))
}

fn rate(table: &mut Table, what: &str, count: u64, spent: Spent, goal: &str) {
    let count = as_f64(count);
    let mut note = format!("{:.2} µs of CPU each", spent.cpu / count * 1e6);
    if !goal.is_empty() {
        note = format!("{note}; {goal}");
    }
    table.add(what, count / spent.wall, "events/s", note);
}

/// Reads stories of long dossiers as known at any moment.
pub(crate) fn stories(book: &Book, table: &mut Table) -> Result<(), Failure> {
    table.part("One dossier of 200 events, as known at any moment");
    let mut dossiers = Vec::new();
    for lines in long_dossiers() {
        let number = lines.first().and_then(|line| line.dossier.clone());
        let number = number.ok_or("a dossier has no number")?;
        let story = book.story(&number, AsKnown::default())?;
        let places: Vec<u64> = story
            .steps
            .iter()
            .filter(|step| !step.of_organisation)
            .map(|step| step.recorded.position.0)
            .collect();
        if places.len() as u64 != LONG_LEN {
            return Err(format!("{number} has {} events", places.len()).into());
        }
        dossiers.push((number, places));
    }
    let mut chance = 1_u64;
    let mut asked = Vec::new();
    for _ in 0..STORIES {
        chance = chance
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        let which = usize::try_from((chance >> 33) % dossiers.len() as u64)?;
        chance = chance
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        let at = usize::try_from((chance >> 33) % LONG_LEN)?;
        let (number, places) = &dossiers[which];
        let position = Position(places.get(at).copied().unwrap_or_default() + 1);
        let as_known = AsKnown {
            known_at: Some(KnownAt::Position(position)),
            valid_on: None,
        };
        asked.push((number.as_str(), as_known));
    }
    let goal = "goal p99 ≤ 1,000 µs";
    let facts = timings(&asked, &|number, as_known| {
        book.facts(number, as_known).map(drop)
    })?;
    percentiles(table, "state, facts only", &facts, goal);
    let story = timings(&asked, &|number, as_known| {
        book.story(number, as_known).map(drop)
    })?;
    percentiles(table, "whole story with every word", &story, "");
    Ok(())
}

fn timings(
    asked: &[(&str, AsKnown)],
    ask: &dyn Fn(&str, AsKnown) -> Result<(), weegboek::book::Error>,
) -> Result<Vec<f64>, Failure> {
    let mut found = Vec::with_capacity(asked.len());
    for (number, as_known) in asked {
        let mut best = f64::MAX;
        for _ in 0..TURNS {
            let start = Instant::now();
            ask(number, *as_known)?;
            best = best.min(start.elapsed().as_secs_f64() * 1e6);
        }
        found.push(best);
    }
    found.sort_by(f64::total_cmp);
    Ok(found)
}

fn percentiles(table: &mut Table, what: &str, sorted: &[f64], goal: &str) {
    table.add(format!("{what}, p50"), quantile(sorted, 500), "µs", "");
    table.add(format!("{what}, p99"), quantile(sorted, 990), "µs", goal);
}

/// Opens a book and says how long it took, in seconds.
pub(crate) fn open(dir: &Path, access: Access) -> Result<(Book, f64), Failure> {
    let start = Instant::now();
    let book = Book::open(dir, access)?;
    Ok((book, start.elapsed().as_secs_f64()))
}
