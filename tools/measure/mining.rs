//! Process analysis beside pm4py and the process_mining crate, on real logs; and alone on ten
//! million events.
//!
//! Times are CPU seconds. Ours is work of one thread, done several times over and divided. The peers run in processes of their own, on the same files in the
//! same run; where one cannot be had, its row says so.

use std::fs::File;
use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;
use weegboek::base::Timestamp;
use weegboek::book::process::{XesOptions, read_xes};
use weegboek::practice::process::{Builder, EventLog, NewEvent, duration, graph, variants};

use super::Failure;
use super::process::{resident, timed};
use super::table::{Table, figure};

const LOGS: [&str; 3] = ["Sepsis.xes.gz", "bpic15_1.xes.gz", "bpic15_2.xes.gz"];
/// How often short work is repeated.
const TURNS: u32 = 40;
/// Events of the large log.
const LARGE: u64 = 10_000_000;
const DAY: i64 = 86_400_000_000;

/// Measures all of it.
pub(crate) fn run(table: &mut Table) -> Result<(), Failure> {
    table.part("Process analysis of ten million events, coded and in memory");
    large(table);
    table.part("Process analysis of real logs, CPU seconds");
    let folder = std::env::var_os("WEEGBOEK_DATA").map_or_else(
        || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/data"),
        PathBuf::from,
    );
    for name in LOGS {
        let path = folder.join(name);
        if path.exists() {
            real(name, &path, table)?;
        } else {
            table.add(format!("{name}: absent"), 0.0, "", "set WEEGBOEK_DATA");
        }
    }
    Ok(())
}

/// CPU seconds of this thread, to the nanosecond where the kernel tells.
fn seconds() -> f64 {
    let text = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    let first = text.split_whitespace().next();
    first
        .and_then(|nanos| nanos.parse::<f64>().ok())
        .unwrap_or_default()
        / 1e9
}

/// CPU seconds of work in this thread, the mean of so many times.
fn mean<T>(times: u32, work: impl Fn() -> T) -> f64 {
    let begin = seconds();
    for _ in 0..times {
        black_box(work());
    }
    (seconds() - begin) / f64::from(times)
}

fn real(name: &str, path: &Path, table: &mut Table) -> Result<(), Failure> {
    let read = || -> Result<EventLog, Failure> {
        Ok(read_xes(
            File::open(path)?,
            &XesOptions::default(),
            &mut |_| {},
        )?)
    };
    let log = read()?;
    let own = [
        ("load", mean(6, || read().map(drop))),
        ("graph", mean(TURNS, || graph::counts(&log))),
        ("variants", mean(TURNS, || variants::of(&log))),
        ("throughput", mean(TURNS, || duration::throughput(&log))),
    ];
    let own_total: f64 = own.iter().map(|(_, seconds)| seconds).sum();
    let own = own.into_iter().chain([("all of it", own_total)]);
    let peers: Vec<(&str, Option<Value>)> = ["crate", "pm4py"]
        .map(|peer| (peer, figures(peer, path)))
        .into();
    for (what, seconds) in own {
        let mut note = Vec::new();
        for (peer, figures) in &peers {
            let key = match (*peer, what) {
                (_, "variants") => "variants_cpu",
                (_, what) => what,
            };
            let one = |key: &str| figures.as_ref().and_then(|figures| figures[key].as_f64());
            let theirs = if what == "all of it" {
                let parts = ["load", "graph", "variants_cpu", "throughput"];
                parts.into_iter().map(one).sum::<Option<f64>>()
            } else {
                one(key)
            };
            note.push(match theirs {
                Some(theirs) => format!(
                    "{peer} {} s, {} ×",
                    figure(theirs),
                    figure(theirs / seconds.max(1e-6))
                ),
                None => format!("{peer} absent"),
            });
        }
        let (number, unit) = if seconds < 0.02 {
            (seconds * 1e3, "ms")
        } else {
            (seconds, "s")
        };
        table.add(format!("{name}: {what}"), number, unit, note.join("; "));
    }
    let same = |figures: &Value| {
        figures["cases"].as_u64() == Some(log.case_count() as u64)
            && figures["events"].as_u64() == Some(log.event_count() as u64)
            && figures["edges"].as_u64() == Some(graph::counts(&log).len() as u64)
            && figures["variants"].as_u64() == Some(variants::of(&log).len() as u64)
    };
    for (peer, figures) in peers {
        if let Some(figures) = figures.filter(|figures| !same(figures)) {
            return Err(format!("{peer} has other numbers for {name}: {figures}").into());
        }
    }
    Ok(())
}

/// What a peer measures; nothing when it cannot be had.
fn figures(peer: &str, path: &Path) -> Option<Value> {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tools/peers/run");
    let output = Command::new(script).arg(peer).arg(path).output().ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    serde_json::from_str(text.lines().last()?).ok()
}

/// A log like that of the traffic fines: 2.7 million short cases, eleven activities, a few
/// hundred variants of which a handful make up most.
fn made() -> EventLog {
    let names: Vec<String> = (0..11).map(|number| format!("activity {number}")).collect();
    let mut chance = 7_u64;
    let mut next = |below: u64| {
        chance = chance
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (chance >> 33) % below
    };
    let sequences: Vec<Vec<usize>> = (0..231)
        .map(|number| {
            let length = if number < 2 {
                2 + number * 3
            } else {
                2 + next(8)
            };
            (0..length)
                .map(|_| usize::try_from(next(11)).unwrap_or_default())
                .collect()
        })
        .collect();
    let mut builder = Builder::new();
    let (mut events, mut cases) = (0, 0_u64);
    while events < LARGE {
        let which = match next(100) {
            0..=37 => 0,
            38..=69 => 1,
            _ => next(231),
        };
        let sequence = &sequences[usize::try_from(which).unwrap_or_default()];
        builder.case(&cases.to_string());
        cases += 1;
        let mut moment = i64::try_from(next(4_000)).unwrap_or_default() * DAY;
        for step in sequence {
            builder.event(&NewEvent {
                activity: &names[*step],
                time: Some(Timestamp(moment)),
                team: None,
                actor: None,
            });
            moment += i64::try_from(next(300)).unwrap_or_default() * DAY;
            events += 1;
        }
    }
    builder.finish(None)
}

fn large(table: &mut Table) {
    let (log, built) = timed(made);
    let note = format!("{} events, {} cases", log.event_count(), log.case_count());
    table.add("made and coded", built.cpu, "s", note);
    let measured: [(&str, f64, &str); 4] = [
        (
            "directly-follows graph",
            mean(3, || graph::counts(&log)),
            "goal 0.28 s",
        ),
        (
            "the same with times and cases",
            mean(3, || graph::of(&log)),
            "",
        ),
        ("variants", mean(3, || variants::of(&log)), "goal 4 s"),
        (
            "throughput",
            mean(3, || duration::throughput(&log)),
            "goal 0.8 s",
        ),
    ];
    for (what, seconds, goal) in measured {
        table.add(what, seconds, "s", goal);
    }
    table.add("greatest memory", resident("VmHWM"), "MiB", "goal 750 MiB");
}
