//! What a form asks, for the rooms that show forms: the domain's own description, passed on.

pub use crate::domain::Catalogues;
use crate::domain::codes::DecisionKind;
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

/// Whether a decision of this kind must name its legal basis (R04).
#[must_use]
pub fn has_legal_effect(kind: &str) -> bool {
    DecisionKind::from_code(kind).is_some_and(DecisionKind::has_legal_effect)
}
