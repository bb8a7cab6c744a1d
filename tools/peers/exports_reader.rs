//! Reads an export with the process_mining crate and prints how much it holds, as JSON.
//!
//! Not part of the product: tools/peers/exports builds it in a folder of its own.

use process_mining::core::event_data::case_centric::xes::{XESImportOptions, import_xes_path};
use process_mining::{Importable, OCEL};

fn main() {
    let path = std::env::args().nth(1).expect("a file");
    if path.ends_with(".xes") {
        let log = import_xes_path(&path, XESImportOptions::default()).expect("an XES log");
        let events: usize = log.traces.iter().map(|trace| trace.events.len()).sum();
        println!("{{\"traces\":{},\"events\":{events}}}", log.traces.len());
        return;
    }
    let log = OCEL::import_from_path(&path).expect("an OCEL log");
    let of_events: usize = log.events.iter().map(|one| one.relationships.len()).sum();
    let of_objects: usize = log.objects.iter().map(|one| one.relationships.len()).sum();
    println!(
        "{{\"events\":{},\"objects\":{},\"event_relations\":{of_events},\"object_relations\":{of_objects}}}",
        log.events.len(),
        log.objects.len(),
    );
}
