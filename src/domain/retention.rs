//! Which retention class an event belongs to (Selectielijst gemeenten 2020).
//!
//! A dossier has a key per class, so that what must be destroyed early can be destroyed alone.
//! The terms themselves stand in the catalogue of retention classes, never in code.

use super::codes::DecisionKind;
use super::events::{Event, EventType};

/// A retention class: its number in the log and the row of the catalogue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RetentionClass {
    /// Guidance and provisions granted: row 8.1.
    Provision,
    /// A provision refused: row 8.2.
    Refused,
    /// Enforcement, measures and visits: row 12.2.
    Enforcement,
    /// Objection and its answer: row 13.1.
    Objection,
    /// Reviews, findings and learning; kept with the dossier they are about.
    Review,
    /// The organisation's own obstacles, answers, bundles and context.
    Organisation,
    /// Catalogues and other settings of the book.
    Settings,
    /// Trajectories from another system's log.
    Imported,
}

impl RetentionClass {
    /// Its number in the log.
    #[must_use]
    pub const fn number(self) -> u16 {
        match self {
            Self::Provision => 1,
            Self::Refused => 2,
            Self::Enforcement => 3,
            Self::Objection => 4,
            Self::Review => 5,
            Self::Organisation => 6,
            Self::Settings => 7,
            Self::Imported => 8,
        }
    }

    /// Key of its row in the catalogue of retention classes.
    #[must_use]
    pub const fn catalogue_key(self) -> &'static str {
        match self {
            Self::Provision | Self::Review | Self::Imported => "8.1",
            Self::Refused => "8.2",
            Self::Enforcement => "12.2",
            Self::Objection => "13.1",
            Self::Organisation => "organisatie",
            Self::Settings => "instelling",
        }
    }

    /// The class of an event.
    #[must_use]
    pub fn of(event: &Event) -> Self {
        match event {
            Event::DecisionTaken(taken) => match taken.kind {
                DecisionKind::Denial => Self::Refused,
                DecisionKind::Measure | DecisionKind::Warning => Self::Enforcement,
                _ => Self::Provision,
            },
            other => match other.event_type() {
                EventType::EnforcementCoordinated | EventType::InvestigationVisitRecorded => {
                    Self::Enforcement
                }
                EventType::DecisionContested | EventType::DecisionReconsidered => Self::Objection,
                EventType::ReviewHeld
                | EventType::FindingRecorded
                | EventType::FindingAnswered
                | EventType::ReplayCompleted
                | EventType::ShieldingConfirmed
                | EventType::RoundOpened
                | EventType::ActionAgreed
                | EventType::ActionChecked
                | EventType::ViewWritten
                | EventType::JudgementRecorded
                | EventType::LearningAnswerLocked
                | EventType::SignalAnswered => Self::Review,
                EventType::OrganisationalObstacleRaised
                | EventType::OrganisationAnswered
                | EventType::ExceptionsBundled
                | EventType::PolicyContextNoted
                | EventType::ExportMade
                | EventType::RoundPlanned
                | EventType::CasesDrawn
                | EventType::RoundClosed
                | EventType::SessionHeld => Self::Organisation,
                EventType::CatalogueAdopted => Self::Settings,
                EventType::TrajectoryImported | EventType::StepImported => Self::Imported,
                _ => Self::Provision,
            },
        }
    }
}
