//! The list of all event types: number, name, schema version, stream, and who may record.

use serde_json::Value;

use super::audit::{
    ExportMade, FindingAnswered, FindingRecorded, ReplayCompleted, ReviewHeld, SignalAnswered,
};
use super::choice::{ClientPreferenceVoiced, OptionsPresented};
use super::decision::{DecisionContested, DecisionReconsidered, DecisionTaken, ExceptionMade};
use super::imported::{StepImported, TrajectoryImported};
use super::instrument::{
    EffectMeasured, InstrumentEnded, InstrumentExtended, InstrumentReviewed, InstrumentStarted,
};
use super::learning::{LearningAnswerLocked, SessionHeld};
use super::organisation::{
    EnforcementCoordinated, ExceptionsBundled, InvestigationVisitRecorded, LetterSent,
    OrganisationAnswered, OrganisationalObstacleRaised, PolicyContextNoted,
};
use super::picture::{
    BehaviourPictureMade, FuturePerspectiveVoiced, GoalReviewed, GoalSet, LearningExperienceNoted,
    LifeDomainAssessed, NeedsVoiced, ObstacleStabilised, StabilisationAgreed,
    UrgentObstacleReported,
};
use super::registration::{EntryCorrected, EntryShielded};
use super::rounds::{
    ActionAgreed, ActionChecked, CasesDrawn, JudgementRecorded, RoundClosed, RoundOpened,
    RoundPlanned, ShieldingConfirmed, ViewWritten,
};
use super::settings::CatalogueAdopted;
use super::trajectory::{
    CaseHandedOver, ConversationHeld, LeadAssigned, TrajectoryClosed, TrajectoryOpened,
};
use super::voice::{
    CaseDiscussionHeld, ClientVoiceRecorded, ExperiencePerspectiveGiven, TandemFormed,
};
use crate::base::Category;
use crate::domain::codes::Role;
use crate::domain::field::{Field, FieldSpec, Reading, Shape, TextVisitor};
use crate::domain::words::Words;

/// The kinds of stream (domain.md §3.1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum StreamKind {
    /// One dossier.
    Case,
    /// What the organisation of one municipality does.
    Organisation,
    /// Reviews of one dossier.
    Audit,
    /// Replays of one dossier.
    Learning,
    /// Catalogues of the book.
    Settings,
}

impl StreamKind {
    /// Every kind.
    pub const ALL: [Self; 5] = [
        Self::Case,
        Self::Organisation,
        Self::Audit,
        Self::Learning,
        Self::Settings,
    ];

    /// Its number in the log.
    #[must_use]
    pub const fn category(self) -> Category {
        Category(match self {
            Self::Case => 1,
            Self::Organisation => 2,
            Self::Audit => 3,
            Self::Learning => 4,
            Self::Settings => 5,
        })
    }

    /// Its name in code, schemas and output.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Case => "case",
            Self::Organisation => "organisation",
            Self::Audit => "audit",
            Self::Learning => "learning",
            Self::Settings => "settings",
        }
    }
}

macro_rules! events {
    ($( $number:literal $name:ident $code:literal v $version:literal $kind:ident
        [$($role:ident)*] ; )*) => {
        /// A type of event.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum EventType { $( #[doc = concat!("`", $code, "`")] $name ),* }

        /// The content of an event.
        #[derive(Debug, Clone, PartialEq)]
        #[expect(clippy::large_enum_variant, reason = "decisions are what the book is for; one is held at a time")]
        pub enum Event { $( #[doc = concat!("`", $code, "`")] $name($name) ),* }

        impl EventType {
            /// Every type.
            pub const ALL: &'static [Self] = &[ $( Self::$name ),* ];

            /// Its number in the log: E01 is 1, E43 is 43.
            #[must_use]
            pub const fn number(self) -> u16 {
                match self { $( Self::$name => $number ),* }
            }

            /// The type with this number.
            #[must_use]
            pub const fn from_number(number: u16) -> Option<Self> {
                match number { $( $number => Some(Self::$name), )* _ => None }
            }

            /// Its name in commands, exchange lines and schemas.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $( Self::$name => $code ),* }
            }

            /// The type with this name.
            #[must_use]
            pub fn from_name(name: &str) -> Option<Self> {
                match name { $( $code => Some(Self::$name), )* _ => None }
            }

            /// The schema version that is written today.
            #[must_use]
            pub const fn version(self) -> u16 {
                match self { $( Self::$name => $version ),* }
            }

            /// The kind of stream it belongs to.
            #[must_use]
            pub const fn stream_kind(self) -> StreamKind {
                match self { $( Self::$name => StreamKind::$kind ),* }
            }

            /// Whether it may also be about the organisation, and then belongs to that stream:
            /// repairing and shielding what the organisation recorded (AVG), answering a
            /// signal about a whole team or municipality, and what a round thinks of more than
            /// one case.
            #[must_use]
            pub const fn may_be_of_organisation(self) -> bool {
                matches!(
                    self,
                    Self::EntryCorrected
                        | Self::EntryShielded
                        | Self::SignalAnswered
                        | Self::RoundOpened
                        | Self::ViewWritten
                        | Self::JudgementRecorded
                )
            }

            /// The roles that may record it (domain.md §3.1, column *Who*); empty means anyone.
            #[must_use]
            pub const fn roles(self) -> &'static [Role] {
                match self { $( Self::$name => &[ $( Role::$role ),* ] ),* }
            }

            /// Its fields.
            #[must_use]
            pub fn fields(self) -> Vec<FieldSpec> {
                let shape = match self { $( Self::$name => <$name as Field>::shape() ),* };
                match shape {
                    Shape::Record { fields, .. } => fields,
                    _ => Vec::new(),
                }
            }

            /// Reads its content from a form.
            pub fn read(self, form: &Value, reading: &mut Reading<'_>) -> Option<Event> {
                match self {
                    $( Self::$name => <$name as Field>::read(form, reading).map(Event::$name) ),*
                }
            }

            /// A sample of its content, for golden files and help.
            #[must_use]
            pub fn sample(self, full: bool, count: &mut u32) -> Event {
                match self { $( Self::$name => Event::$name(Field::sample(full, count)) ),* }
            }

            /// Decodes the facts of its present version, all words closed.
            pub(crate) fn decode<D: bincode::de::Decoder<Context = ()>>(
                self,
                decoder: &mut D,
            ) -> Result<Event, bincode::error::DecodeError> {
                match self {
                    $( Self::$name => bincode::Decode::decode(decoder).map(Event::$name) ),*
                }
            }
        }

        impl Event {
            /// Its type.
            #[must_use]
            pub const fn event_type(&self) -> EventType {
                match self { $( Self::$name(_) => EventType::$name ),* }
            }

            /// Its content as a form.
            #[must_use]
            pub fn write(&self) -> Value {
                match self { $( Self::$name(content) => content.write() ),* }
            }

            /// Visits its free texts in their stored order.
            pub fn words<'w>(&'w self, visit: &mut dyn FnMut(&'w Words)) {
                match self { $( Self::$name(content) => content.words(visit) ),* }
            }

            /// Visits its free texts in their stored order, to fill or close them.
            pub fn words_mut(&mut self, visit: &mut dyn FnMut(&mut Words)) {
                match self { $( Self::$name(content) => content.words_mut(visit) ),* }
            }

            /// Visits every text a person typed, with its place.
            pub fn texts(&self, visit: &mut TextVisitor<'_>) {
                match self { $( Self::$name(content) => content.texts("", visit) ),* }
            }
        }

        impl bincode::Encode for Event {
            fn encode<E: bincode::enc::Encoder>(
                &self,
                encoder: &mut E,
            ) -> Result<(), bincode::error::EncodeError> {
                match self { $( Self::$name(content) => content.encode(encoder) ),* }
            }
        }
    };
}

events! {
    1 TrajectoryOpened "trajectory_opened" v 1 Case [Counsellor NeighbourhoodWorker];
    2 LeadAssigned "lead_assigned" v 1 Case [TeamManager Counsellor];
    3 ConversationHeld "conversation_held" v 2 Case [Counsellor NeighbourhoodWorker ExperienceExpert];
    4 FuturePerspectiveVoiced "future_perspective_voiced" v 1 Case [Client Counsellor ExperienceExpert];
    5 LifeDomainAssessed "life_domain_assessed" v 1 Case [Counsellor Client];
    6 BehaviourPictureMade "behaviour_picture_made" v 1 Case [Counsellor];
    7 NeedsVoiced "needs_voiced" v 1 Case [Client Counsellor];
    8 UrgentObstacleReported "urgent_obstacle_reported" v 1 Case [Client Counsellor ExperienceExpert];
    9 StabilisationAgreed "stabilisation_agreed" v 1 Case [Counsellor];
    10 ObstacleStabilised "obstacle_stabilised" v 1 Case [Counsellor Client];
    11 GoalSet "goal_set" v 1 Case [Client Counsellor];
    12 GoalReviewed "goal_reviewed" v 1 Case [Counsellor Client];
    13 LearningExperienceNoted "learning_experience_noted" v 1 Case [Client Counsellor];
    14 OptionsPresented "options_presented" v 1 Case [Counsellor];
    15 ClientPreferenceVoiced "client_preference_voiced" v 1 Case [Client Counsellor ClientSupporter];
    16 DecisionTaken "decision_taken" v 1 Case [Counsellor TeamManager IncomeConsultant];
    17 DecisionContested "decision_contested" v 1 Case [Client ClientSupporter ExperienceExpert Counsellor];
    18 DecisionReconsidered "decision_reconsidered" v 1 Case [TeamManager Counsellor];
    19 ExceptionMade "exception_made" v 1 Case [Counsellor CustomisationCoach];
    20 InstrumentStarted "instrument_started" v 1 Case [Counsellor];
    21 InstrumentReviewed "instrument_reviewed" v 1 Case [Counsellor Client];
    22 InstrumentExtended "instrument_extended" v 1 Case [Counsellor TeamManager];
    23 InstrumentEnded "instrument_ended" v 1 Case [Counsellor];
    24 EffectMeasured "effect_measured" v 1 Case [Counsellor Client];
    25 ClientVoiceRecorded "client_voice_recorded" v 1 Case [Client Counsellor];
    26 TandemFormed "tandem_formed" v 1 Case [Counsellor ExperienceExpert];
    27 ExperiencePerspectiveGiven "experience_perspective_given" v 1 Case [ExperienceExpert ExperienceHolder Volunteer];
    28 CaseDiscussionHeld "case_discussion_held" v 1 Case [Counsellor CustomisationCoach ExperienceExpert Volunteer];
    29 OrganisationalObstacleRaised "organisational_obstacle_raised" v 1 Organisation [];
    30 OrganisationAnswered "organisation_answered" v 1 Organisation [TeamManager Policy];
    31 ExceptionsBundled "exceptions_bundled" v 1 Organisation [CustomisationCoach Policy Quartermaster];
    32 LetterSent "letter_sent" v 1 Case [IncomeConsultant Counsellor Enforcement];
    33 EnforcementCoordinated "enforcement_coordinated" v 1 Case [Enforcement Counsellor];
    34 InvestigationVisitRecorded "investigation_visit_recorded" v 1 Case [Enforcement Counsellor Client];
    35 PolicyContextNoted "policy_context_noted" v 1 Organisation [TeamManager Policy];
    36 CaseHandedOver "case_handed_over" v 1 Case [Counsellor TeamManager];
    37 ReviewHeld "review_held" v 2 Audit [Auditor TeamManager Counsellor CustomisationCoach ExperienceExpert ExperienceHolder];
    38 FindingRecorded "finding_recorded" v 2 Audit [Auditor ExperienceExpert Client TeamManager CustomisationCoach ExperienceHolder];
    39 FindingAnswered "finding_answered" v 1 Audit [Counsellor TeamManager];
    40 ReplayCompleted "replay_completed" v 2 Learning [Learner Counsellor Client ExperienceExpert];
    41 EntryCorrected "entry_corrected" v 1 Case [Counsellor Client];
    42 EntryShielded "entry_shielded" v 1 Case [TeamManager];
    43 TrajectoryClosed "trajectory_closed" v 1 Case [Counsellor];
    101 CatalogueAdopted "catalogue_adopted" v 1 Settings [Administrator Policy TeamManager];
    102 TrajectoryImported "trajectory_imported" v 1 Case [System];
    103 StepImported "step_imported" v 1 Case [System];
    104 SignalAnswered "signal_answered" v 1 Case [Counsellor TeamManager NeighbourhoodWorker CustomisationCoach IncomeConsultant Enforcement Policy Quartermaster];
    105 ExportMade "export_made" v 1 Organisation [Researcher Policy TeamManager Auditor Administrator];
    106 RoundPlanned "round_planned" v 1 Organisation [TeamManager Auditor CustomisationCoach Policy Quartermaster Counsellor ExperienceExpert];
    107 CasesDrawn "cases_drawn" v 1 Organisation [TeamManager Auditor CustomisationCoach Policy Quartermaster Counsellor ExperienceExpert];
    108 ShieldingConfirmed "shielding_confirmed" v 1 Audit [TeamManager Auditor CustomisationCoach Policy Quartermaster Counsellor ExperienceExpert];
    109 RoundOpened "round_opened" v 1 Audit [TeamManager Auditor CustomisationCoach Policy Quartermaster Counsellor ExperienceExpert];
    110 ActionAgreed "action_agreed" v 1 Audit [Counsellor TeamManager Auditor CustomisationCoach];
    111 ActionChecked "action_checked" v 1 Audit [TeamManager Auditor Counsellor CustomisationCoach ExperienceExpert];
    112 ViewWritten "view_written" v 1 Audit [Auditor TeamManager Counsellor CustomisationCoach NeighbourhoodWorker IncomeConsultant ExperienceExpert ExperienceHolder Volunteer Client ClientSupporter Policy Quartermaster];
    113 JudgementRecorded "judgement_recorded" v 1 Audit [TeamManager Auditor CustomisationCoach Policy Quartermaster Counsellor ExperienceExpert];
    114 RoundClosed "round_closed" v 1 Organisation [TeamManager Auditor CustomisationCoach Policy Quartermaster Counsellor ExperienceExpert];
    115 LearningAnswerLocked "learning_answer_locked" v 1 Learning [Learner Counsellor Client ExperienceExpert];
    116 SessionHeld "session_held" v 1 Organisation [TeamManager CustomisationCoach Counsellor Learner ExperienceExpert Auditor];
}
