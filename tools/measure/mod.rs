//! What the benchmark measures, each with its workload; see docs/benchmarks.md.

pub(crate) mod clients;
pub(crate) mod limit;
pub(crate) mod load;
pub(crate) mod mining;
pub(crate) mod process;
pub(crate) mod questions;
pub(crate) mod reading;
pub(crate) mod table;
pub(crate) mod views;

/// Why a measurement could not be made.
pub(crate) type Failure = Box<dyn std::error::Error + Send + Sync>;
