//! What a form asks, for the rooms that show forms: the domain's own description, passed on.

pub use crate::domain::Catalogues;
pub use crate::domain::codes::{CatalogueKind, Role};
pub use crate::domain::envelope::Common;
pub use crate::domain::events::registry::StreamKind;
pub use crate::domain::field::{Field, FieldSpec, Shape};
pub use crate::domain::{Event, EventType, Fault, Recorded, Refusal, Rule};
pub use crate::exchange::Line;

/// The common fields of every form.
#[must_use]
pub fn common() -> Vec<FieldSpec> {
    match Common::shape() {
        Shape::Record { fields, .. } => fields,
        _ => Vec::new(),
    }
}
