//! Trajectories from another system's event log: kept as they were, without justification.

use crate::base::Timestamp;
use crate::domain::codes::AttributeKind;
use crate::domain::macros::record;
use crate::domain::values::{Code, Text};

record! {
    /// An attribute as the other system wrote it; nested ones have their path in the key.
    pub struct ImportedAttribute {
        /// Key; the keys of nested attributes are joined with `/`.
        key: Text,
        /// Type.
        kind: AttributeKind,
        /// Value, as written.
        value: Text,
    }

    /// A trace of another system's log became a trajectory of imported steps.
    pub struct TrajectoryImported {
        /// Number of the dossier.
        number: Code,
        /// Name of the log it came from.
        source: Code,
        /// Name of the trace in that log.
        trace: Option<Text>,
        /// Attributes of the trace.
        attributes: Vec<ImportedAttribute>,
    }

    /// One step of another system's log, in the order of the file.
    pub struct StepImported {
        /// The activity.
        activity: Text,
        /// When it happened, as far as the file says.
        happened_at: Option<Timestamp>,
        /// Who or what did it.
        resource: Option<Text>,
        /// Transition of the activity's life cycle.
        lifecycle: Option<Text>,
        /// All attributes, these four included, as written.
        attributes: Vec<ImportedAttribute>,
    }
}
