//! Pictures of an answer, drawn from what may be shown.

pub use crate::plot::bars::bars;
pub use crate::plot::lines::{Legend, Mark, lines};
pub use crate::plot::panel::{Panel, Point, scale};
pub use crate::plot::terminal::bars as terminal;
