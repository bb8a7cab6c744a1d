//! Durable appends of 400-byte events to the log itself, beside the limit, turn by turn.

use std::path::Path;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::{Duration, Instant};

use weegboek::base::{ActorId, Category, EventId, KeyId, StreamId};
use weegboek::log::{Append, Engine, Log, NewEvent, NewPart, Options, PartKind};

use super::Failure;
use super::limit::Limit;
use super::table::{Table, figure};

/// Bytes of one event.
const EVENT_LEN: usize = 400;
/// Turns each gets, and how long one is.
const TURNS: usize = 5;
const TURN: Duration = Duration::from_millis(800);

/// Clients, events in one append, and the share of the limit that is the goal.
const WORK: [(u64, u64, f64); 5] = [
    (1, 1, 0.93),
    (16, 1, 0.80),
    (64, 1, 0.80),
    (1, 100, 0.60),
    (1, 1_000, 0.60),
];

/// Measures and adds the figures.
pub(crate) fn run(dir: &Path, table: &mut Table) -> Result<(), Failure> {
    table.part("Durable append of 400-byte events to the log, beside the limit");
    let limit = Limit::create(&dir.join("limit"))?;
    let log = Log::create(&dir.join("log"), &Options::default())?;
    let counter = AtomicU64::new(0);
    for (clients, batch, goal) in WORK {
        let mut rates: Vec<(f64, f64)> = Vec::new();
        for _ in 0..TURNS {
            let bare = turn(clients, batch, &|_| {
                let len = EVENT_LEN * usize::try_from(batch).unwrap_or(1);
                limit.append(&vec![7; len]).map_err(Failure::from)
            })?;
            let ours = turn(clients, batch, &|client| {
                let first = counter.fetch_add(batch, Ordering::Relaxed);
                let events = (first..first + batch)
                    .map(|number| event(number, client))
                    .collect();
                let append = Append {
                    expected: Vec::new(),
                    events,
                };
                log.append(append).map(drop).map_err(Failure::from)
            })?;
            rates.push((ours, bare));
        }
        let ours = median(rates.iter().map(|rate| rate.0).collect());
        let bare = median(rates.iter().map(|rate| rate.1).collect());
        let ratio = median(rates.iter().map(|rate| rate.0 / rate.1).collect());
        let verdict = if ratio >= goal {
            "reached"
        } else {
            "not reached"
        };
        table.add(
            format!("clients: {clients}, events per append: {batch}"),
            ours,
            "events/s",
            format!(
                "{} % of the limit ({} events/s); goal {} %: {verdict}",
                figure(ratio * 100.0),
                figure(bare),
                (goal * 100.0).round(),
            ),
        );
    }
    log.close()?;
    Ok(())
}

fn event(number: u64, client: u64) -> NewEvent {
    let mut random = [0; 10];
    random[..8].copy_from_slice(&number.wrapping_mul(0x9E37_79B9_7F4A_7C15).to_be_bytes());
    let mut id = [0; 16];
    id[..8].copy_from_slice(&client.to_be_bytes());
    let now = i64::try_from(number).unwrap_or(0) * 20 + 1_700_000_000_000_000;
    NewEvent {
        stream: StreamId {
            category: Category(1),
            id,
        },
        event_id: EventId::new_v7(now, random),
        event_type: 3,
        schema_version: 1,
        actor: ActorId([1; 16]),
        recorded_at: None,
        parts: vec![NewPart {
            kind: PartKind::Facts,
            class: 1,
            key: KeyId([2; 16]),
            commitment: [3; 32],
            ciphertext: vec![7; EVENT_LEN],
        }],
    }
}

/// Lets clients append for one turn; gives events a second.
fn turn(
    clients: u64,
    batch: u64,
    append: &(dyn Fn(u64) -> Result<(), Failure> + Sync),
) -> Result<f64, Failure> {
    let stop = AtomicBool::new(false);
    let start = Instant::now();
    let done = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..clients)
            .map(|client| {
                let stop = &stop;
                scope.spawn(move || {
                    let mut appends = 0_u32;
                    while !stop.load(Ordering::Relaxed) {
                        append(client)?;
                        appends += 1;
                    }
                    Ok::<_, Failure>(appends)
                })
            })
            .collect();
        std::thread::sleep(TURN);
        stop.store(true, Ordering::Relaxed);
        let mut sum = 0.0;
        for thread in threads {
            let appends = thread.join().map_err(|_| "a client failed")??;
            sum += f64::from(appends);
        }
        Ok::<_, Failure>(sum)
    })?;
    let batch = f64::from(u32::try_from(batch).unwrap_or(1));
    Ok(done * batch / start.elapsed().as_secs_f64())
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or_default()
}
