//! Reading published logs of other people, against counts that other programs published.
//!
//! The logs are not ours to pass on: these tests look for them in the folder `WEEGBOEK_DATA`, or
//! in `../shared/data` beside the project, and say so when they are absent.

use std::collections::HashSet;
use std::fs::File;
use std::path::PathBuf;

use crate::exchange::xes::{self, Limits, Reader};

/// Traces, events, distinct names, distinct sequences of names in file order.
type Counts = (usize, usize, usize, usize);

fn check(file: &str, expected: Counts) {
    let folder = std::env::var_os("WEEGBOEK_DATA").map_or_else(
        || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/data"),
        PathBuf::from,
    );
    let path = folder.join(file);
    if !path.exists() {
        eprintln!("skipped: {} is absent", path.display());
        return;
    }
    let mut reader = Reader::new(File::open(path).unwrap(), Limits::default()).unwrap();
    let mut names = HashSet::new();
    let mut variants = HashSet::new();
    let (mut traces, mut events) = (0, 0);
    for trace in reader.by_ref() {
        let trace = trace.unwrap();
        traces += 1;
        events += trace.events.len();
        assert!(trace.name().is_some());
        for event in &trace.events {
            assert!(event.timestamp().is_some(), "{:?}", event.timestamp_text());
        }
        let name = |event: &xes::Event| event.name().unwrap().to_owned();
        let variant: Vec<String> = trace.events.iter().map(name).collect();
        names.extend(variant.iter().cloned());
        variants.insert(variant);
    }
    assert_eq!((traces, events, names.len(), variants.len()), expected);
    let header = reader.header();
    assert_eq!(header.attributes_left_out, 0);
    assert_eq!((header.extensions.len(), header.globals.len()), (10, 2));
    // The log's own statement of how many events it holds.
    let stated = xes::find(&header.attributes, "meta_concept:named_events_total").unwrap();
    assert_eq!(stated.int(), i64::try_from(events).ok());
    let sum: i64 = stated.children.iter().filter_map(xes::Attribute::int).sum();
    assert_eq!(stated.int(), Some(sum));
}

#[test]
fn permit_applications_of_municipality_1_have_the_published_counts() {
    check("bpic15_1.xes.gz", (1_199, 52_217, 398, 1_170));
}

#[test]
fn permit_applications_of_municipality_2_have_the_published_counts() {
    check("bpic15_2.xes.gz", (832, 44_354, 410, 828));
}

#[test]
fn the_sepsis_log_has_the_published_counts() {
    check("Sepsis.xes.gz", (1_050, 15_214, 16, 846));
}
