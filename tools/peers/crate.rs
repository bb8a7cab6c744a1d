//! The process_mining crate on one XES log: load, graph, variants, throughput; figures as JSON.
//!
//! Not part of the product: tools/peers/measure builds it in a folder of its own.

use std::path::Path;
use std::time::Instant;

use process_mining::core::event_data::case_centric::utils::activity_projection::EventLogActivityProjection;
use process_mining::core::event_data::case_centric::xes::{XESImportOptions, import_xes_path};
use process_mining::core::event_data::case_centric::AttributeValue;
use process_mining::core::event_data::case_centric::XESEditableAttribute;
use process_mining::discovery::case_centric::dfg::discover_dfg;

fn cpu() -> f64 {
    // Nanoseconds on the CPU of this thread, which does all the work.
    let text = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap();
    text.split_whitespace().next().unwrap().parse::<f64>().unwrap() / 1e9
}

fn main() {
    let path = std::env::args().nth(1).expect("a log");
    let (start, wall) = (cpu(), Instant::now());
    let log = import_xes_path(Path::new(&path), XESImportOptions::default()).unwrap();
    let load = cpu() - start;
    let begin = cpu();
    let dfg = discover_dfg(&log);
    let graph = cpu() - begin;
    let begin = cpu();
    let projection: EventLogActivityProjection = (&log).into();
    let variants = cpu() - begin;
    let begin = cpu();
    let mut spans: Vec<i64> = Vec::new();
    for trace in &log.traces {
        let times = trace.events.iter().filter_map(|event| {
            match event.attributes.get_by_key("time:timestamp").map(|found| &found.value) {
                Some(AttributeValue::Date(moment)) => Some(moment.timestamp_micros()),
                _ => None,
            }
        });
        let (low, high) = times.fold((i64::MAX, i64::MIN), |(low, high), at| (low.min(at), high.max(at)));
        spans.push(high.saturating_sub(low));
    }
    spans.sort_unstable();
    let throughput = cpu() - begin;
    let events: usize = log.traces.iter().map(|trace| trace.events.len()).sum();
    println!(
        "{{\"cases\":{},\"events\":{events},\"edges\":{},\"variants\":{},\"median_days\":{},\"load\":{load},\"graph\":{graph},\"variants_cpu\":{variants},\"throughput\":{throughput},\"wall\":{}}}",
        log.traces.len(),
        dfg.directly_follows_relations.len(),
        projection.traces.len(),
        spans[spans.len() / 2] as f64 / 86.4e9,
        wall.elapsed().as_secs_f64(),
    );
}
