//! From contributions to numbers: what a question's statement hands over, gathered per group.
//!
//! Owns the kinds of measure and their arithmetic. A statement gives *contributions*, one or more
//! for each client and group; here they are gathered over the groups the asker chose. Nothing that
//! leaves this module may be shown before [`super::disclosure`] has seen it. Invariants:
//!
//! * A1: the same contributions in another order give the same cells.
//! * A2: what was not known is counted apart; it is never a zero.
//! * A3: a quantile is the linear interpolation that numpy and `quantile_cont` use.

mod cell;
mod clients;
mod measure;

pub use cell::{Cell, Gathered, Gatherer, Given, Sum, gather};
pub use clients::Clients;
pub use measure::{Contribution, Kind, Measure};
