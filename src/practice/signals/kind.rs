//! The kinds of signal: what each is called, where it comes from, who is asked, and which events
//! can change it.

use crate::domain::EventType;
use crate::domain::codes::{Corner, Role};

/// The theme groups of the sources; names, never numbers (domain.md).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Theme {
    /// Leidende gedragsprincipes.
    Principles,
    /// Cliënt centraal.
    Client,
    /// Professionele organisatie.
    Organisation,
    /// Samen met cliënten.
    Together,
}

impl Theme {
    /// Its code in output and in keys of texts.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Principles => "LG",
            Self::Client => "CC",
            Self::Organisation => "PO",
            Self::Together => "SC",
        }
    }
}

/// From what a signal follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// From the events of one dossier.
    Dossier,
    /// From many dossiers of one book together.
    Book,
}

macro_rules! kinds {
    ($(
        $(#[$doc:meta])*
        $name:ident $slug:literal $code:literal $scope:ident
            principle [$($principle:literal)?] corner [$($corner:ident)?] theme $theme:ident
            source $source:literal norm [$($norm:literal)?] asked [$($role:ident)*]
            listens [$($event:ident)*] ;
    )*) => {
        /// A kind of signal.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum SignalKind { $( $(#[$doc])* $name ),* }

        impl SignalKind {
            /// Every kind, in the order of domain.md §5.
            pub const ALL: &'static [Self] = &[ $( Self::$name ),* ];

            /// Its name in commands, tables and keys of texts.
            #[must_use]
            pub const fn slug(self) -> &'static str {
                match self { $( Self::$name => $slug ),* }
            }

            /// Its code in domain.md; for documents and tests.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self { $( Self::$name => $code ),* }
            }

            /// From what it follows.
            #[must_use]
            pub const fn scope(self) -> Scope {
                match self { $( Self::$name => Scope::$scope ),* }
            }

            /// Key of the principle it comes from, such as `P10`.
            #[must_use]
            pub const fn principle(self) -> Option<&'static str> {
                match self { $( Self::$name => kinds!(@one $($principle)?) ),* }
            }

            /// Corner of the value triangle it comes from; a signal about an override names its
            /// own.
            #[must_use]
            pub const fn corner(self) -> Option<Corner> {
                match self { $( Self::$name => kinds!(@corner $($corner)?) ),* }
            }

            /// Theme group that asks for it.
            #[must_use]
            pub const fn theme(self) -> Theme {
                match self { $( Self::$name => Theme::$theme ),* }
            }

            /// The source, by the numbers of domain.md.
            #[must_use]
            pub const fn source(self) -> &'static str {
                match self { $( Self::$name => $source ),* }
            }

            /// Key of the norm in the catalogue of norms, when it has a number.
            #[must_use]
            pub const fn norm(self) -> Option<&'static str> {
                match self { $( Self::$name => kinds!(@one $($norm)?) ),* }
            }

            /// The roles that are asked.
            #[must_use]
            pub const fn asked(self) -> &'static [Role] {
                match self { $( Self::$name => &[ $( Role::$role ),* ] ),* }
            }

            /// Event types that can change it; empty means every type. A correction changes the
            /// kinds that listen to what it corrects.
            #[must_use]
            pub const fn listens(self) -> &'static [EventType] {
                match self { $( Self::$name => &[ $( EventType::$event ),* ] ),* }
            }

            /// The kind with this slug.
            #[must_use]
            pub fn from_slug(slug: &str) -> Option<Self> {
                match slug { $( $slug => Some(Self::$name), )* _ => None }
            }
        }
    };
    (@one) => { None };
    (@one $value:literal) => { Some($value) };
    (@corner) => { None };
    (@corner $corner:ident) => { Some(Corner::$corner) };
}

kinds! {
    /// The review date of an instrument passed without a review (E21). From the day after it,
    /// until the review, the end of the instrument or the closing. An extension is no review.
    ReviewPassed "review_passed" "F01" Dossier
        principle ["P10"] corner [] theme Principles
        source "004 P10" norm [] asked [Counsellor TeamManager]
        listens [InstrumentStarted InstrumentReviewed InstrumentEnded TrajectoryClosed];
    /// An instrument runs past its limit. From the day after the limit until an extension, the
    /// end or the closing; `number` counts the days over, the last day of the instrument included.
    LimitPassed "limit_passed" "F02" Dossier
        principle ["P10"] corner [] theme Principles
        source "004 P10" norm [] asked [Counsellor TeamManager]
        listens [InstrumentStarted InstrumentExtended InstrumentEnded TrajectoryClosed];
    /// A bundled trajectory was bought: marked as bundled, or a key that holds `totaaltraject`.
    Bundled "bundled" "F03" Dossier
        principle ["P1"] corner [] theme Principles
        source "004 P1" norm [] asked [Counsellor TeamManager]
        listens [InstrumentStarted];
    /// The first instrument began before the client's perspective was written down. Ends when it
    /// is written down or the trajectory closes. The same day counts as before.
    InstrumentBeforePerspective "instrument_before_perspective" "F04" Dossier
        principle ["P3"] corner [] theme Principles
        source "004 P3" norm [] asked [Counsellor]
        listens [InstrumentStarted FuturePerspectiveVoiced TrajectoryClosed];
    /// A goal was put into words by the professional. Ends when the goal is adjusted or let go
    /// with the client.
    GoalByProfessional "goal_by_professional" "F05" Dossier
        principle ["P4"] corner [] theme Principles
        source "004 P4; 003" norm [] asked [Counsellor]
        listens [GoalSet GoalReviewed];
    /// A decision without options put forward before it, or a *maatregel* without both
    /// *waarschuwing* and *gesprek* among its alternatives. Looks at decisions of every kind, for
    /// the reason why there were no options is an answer to the question. A reconsideration is
    /// looked at only when it becomes a *maatregel*. Ends when the decision is changed or withdrawn.
    NoRealOptions "no_real_options" "F06" Dossier
        principle ["P5"] corner [SelfDirection] theme Client
        source "002; 004 P5" norm ["keuzes_minimum"] asked [Counsellor IncomeConsultant]
        listens [OptionsPresented DecisionTaken DecisionContested DecisionReconsidered];
    /// The choice is not what the client preferred at the time; what was *fine too* is not the
    /// preference. Ends when the decision is changed or withdrawn.
    ChoiceNotPreferred "choice_not_preferred" "F07" Dossier
        principle ["P5"] corner [SelfDirection] theme Client
        source "004 P5" norm [] asked [Counsellor IncomeConsultant]
        listens [ClientPreferenceVoiced DecisionTaken DecisionContested DecisionReconsidered];
    /// Options and decision on one day. Ends when the decision is changed or withdrawn.
    NoTimeToThink "no_time_to_think" "F08" Dossier
        principle ["P5"] corner [SelfDirection] theme Client
        source "002" norm [] asked [Counsellor IncomeConsultant]
        listens [OptionsPresented DecisionTaken DecisionContested DecisionReconsidered];
    /// Work search or a *maatregel* while an urgent obstacle is open. What runs when the obstacle
    /// is reported counts until a pause is agreed. Ends when all is stabilised, when the
    /// instrument ends, or when the decision is changed or withdrawn. Which instruments are work
    /// search: [`is_work_search`](super::is_work_search).
    DemandDuringUrgency "demand_during_urgency" "F09" Dossier
        principle ["P8"] corner [] theme Principles
        source "004 P8" norm [] asked [Counsellor IncomeConsultant]
        listens [UrgentObstacleReported StabilisationAgreed ObstacleStabilised InstrumentStarted
            InstrumentEnded DecisionTaken DecisionContested DecisionReconsidered TrajectoryClosed];
    /// An urgent obstacle without agreed stabilisation (E09) after the norm of its day. Ends when
    /// help is agreed, when it is solved or manageable, or at the closing.
    UrgencyWithoutHelp "urgency_without_help" "F10" Dossier
        principle ["P8"] corner [] theme Principles
        source "004 P8" norm ["stabilisatie_dagen"] asked [Counsellor TeamManager]
        listens [UrgentObstacleReported StabilisationAgreed ObstacleStabilised TrajectoryClosed];
    /// Fewer distinct life domains than the norm when the term after the opening is over. Ends
    /// on the day on which the last one is discussed, or at the closing; `number` counts those
    /// that are missing now.
    LifeDomainsMissing "life_domains_missing" "F11" Dossier
        principle ["P9"] corner [] theme Principles
        source "004 P9" norm ["leefgebieden_dagen"] asked [Counsellor]
        listens [TrajectoryOpened LifeDomainAssessed TrajectoryClosed];
    /// No conversation for longer than the norm of the day of the last one (of the opening, when
    /// there was none). Ends with the next conversation or at the closing.
    Silence "silence" "F12" Dossier
        principle ["P9"] corner [] theme Principles
        source "004 P9" norm ["stilte_weken"] asked [Counsellor TeamManager]
        listens [TrajectoryOpened ConversationHeld TrajectoryClosed];
    /// An instrument ended, or an effect was stated, without a baseline of the same thing: a zero
    /// measurement, the ladder at the opening, a score of a life domain, behaviour picture or
    /// need. An earlier value that is only mentioned is no baseline; neither is expectation.
    NoBaseline "no_baseline" "F13" Dossier
        principle [] corner [Means] theme Principles
        source "002 individuele effectmeting" norm [] asked [Counsellor]
        listens [TrajectoryOpened LifeDomainAssessed BehaviourPictureMade NeedsVoiced
            InstrumentStarted InstrumentEnded EffectMeasured];
    /// Positional wording in what a professional wrote (E03, E16, E18); never in the client's own
    /// words. Ends with a correction of its words that holds no such term.
    PositionalWording "positional_wording" "F14" Dossier
        principle ["P2"] corner [] theme Principles
        source "003; 002" norm [] asked [Counsellor]
        listens [ConversationHeld DecisionTaken DecisionReconsidered EntryCorrected];
    /// A letter that gives as many days as the norm or fewer, or names a consequence without
    /// five-second check, or that the counsellor was not told of (not known counts as not told).
    /// `number` is the days given; the unit that wrote it is asked.
    PressingLetter "pressing_letter" "F15" Dossier
        principle ["P2"] corner [] theme Organisation
        source "003" norm ["brief_dagen"] asked [IncomeConsultant TeamManager]
        listens [LetterSent];
    /// A visit without earlier coordination (E33), of which the lead was not told beforehand.
    VisitNotAligned "visit_not_aligned" "F16" Dossier
        principle [] corner [] theme Organisation
        source "002" norm [] asked [Enforcement TeamManager]
        listens [EnforcementCoordinated InvestigationVisitRecorded];
    /// A visit without ground recorded beforehand, or without consent after explanation.
    VisitWithoutConsent "visit_without_consent" "F17" Dossier
        principle [] corner [Law] theme Organisation
        source "VNG" norm [] asked [Enforcement TeamManager]
        listens [InvestigationVisitRecorded];
    /// A cold handover; or a promise open at a handover and not kept when the term is over. The
    /// second ends when it is kept.
    LostPromise "lost_promise" "F18" Dossier
        principle [] corner [] theme Organisation
        source "001" norm ["belofte_dagen"] asked [Counsellor TeamManager]
        listens [];
    /// Trust is lower by the norm or more than the time before, over conversations (E03) and the
    /// client's voice (E25). Ends when it is back where it was; `number` is the fall.
    TrustFell "trust_fell" "F19" Dossier
        principle [] corner [SelfDirection] theme Client
        source "000; 003" norm ["vertrouwen_daling"] asked [Counsellor TeamManager]
        listens [ConversationHeld ClientVoiceRecorded];
    /// The client has a problem now that was not there before.
    NewProblem "new_problem" "F20" Dossier
        principle [] corner [SelfDirection] theme Client
        source "003" norm [] asked [Counsellor]
        listens [ClientVoiceRecorded];
    /// Every instrument so far works on skills while the last known self-efficacy is low (E06 or
    /// a measurement). Ends with an instrument on another lever, a higher score, or the closing;
    /// `number` is the score.
    SkillsOnly "skills_only" "F21" Dossier
        principle ["P7"] corner [] theme Principles
        source "004; Tilburg" norm ["laag_geloof_score"] asked [Counsellor]
        listens [BehaviourPictureMade InstrumentStarted EffectMeasured TrajectoryClosed];
    /// The same justification in as many decisions of one municipality as the norm, or more.
    SameJustification "same_justification" "F22" Book
        principle ["P1"] corner [] theme Organisation
        source "004" norm ["zelfde_uitleg_besluiten"] asked [Counsellor TeamManager]
        listens [DecisionTaken DecisionReconsidered EntryCorrected EntryShielded];
    /// A corner was overridden: while the permission lasts and the decision stands. After its last
    /// day it is asked again while the decision still stands.
    CornerOverridden "corner_overridden" "F23" Dossier
        principle [] corner [] theme Client
        source "003" norm [] asked [Counsellor TeamManager]
        listens [DecisionTaken DecisionContested DecisionReconsidered TrajectoryClosed];
    /// *Mag niet* or *onduidelijk* as a reason without a source: the corner *wet* of a decision,
    /// an alternative that fails on it while neither sources nor legal basis are named, or the
    /// organisation's answer *mag niet*.
    ForbiddenWithoutSource "forbidden_without_source" "F24" Dossier
        principle [] corner [Law] theme Organisation
        source "003" norm [] asked [Counsellor TeamManager Policy]
        listens [DecisionTaken DecisionContested DecisionReconsidered OrganisationAnswered];
    /// One rule or habit was departed from as often as the norm in one municipality, and those
    /// exceptions are in no bundle. Ends with a bundle that leaves fewer.
    ExceptionNotBundled "exception_not_bundled" "F25" Book
        principle ["P1"] corner [] theme Organisation
        source "003" norm ["uitzondering_aantal"] asked [CustomisationCoach Policy]
        listens [ExceptionMade ExceptionsBundled EntryCorrected];
    /// Another kind of decision than the last one of another team of the same municipality on the
    /// same situation key. Ends when the two are of one kind.
    LikeCaseDecidedDifferently "like_case_decided_differently" "F26" Book
        principle ["P1"] corner [] theme Organisation
        source "001" norm [] asked [TeamManager CustomisationCoach]
        listens [DecisionTaken DecisionReconsidered EntryCorrected];
    /// In the quarter before, the share of a band of time on benefit among the client voices was
    /// under the norm times its share among open trajectories. Bands smaller than the smallest
    /// group are left out.
    VoiceMissing "voice_missing" "F27" Book
        principle [] corner [] theme Together
        source "000" norm ["stem_ondergrens"] asked [TeamManager Quartermaster]
        listens [TrajectoryOpened TrajectoryClosed ClientVoiceRecorded EntryCorrected];
    /// Experience knowledge was used and not paid (a stated *geen*, or nothing stated and no paid
    /// tandem of that person on that day); or paid without a check of the risk for their benefit.
    ExperienceUnpaid "experience_unpaid" "F28" Dossier
        principle [] corner [] theme Together
        source "000" norm [] asked [TeamManager Quartermaster]
        listens [TandemFormed ExperiencePerspectiveGiven];
    /// Nobody has the lead on the day of a decision, two got it from one day, or another led the
    /// decision. Two leads end with the next change of lead.
    LeadUnclear "lead_unclear" "F29" Dossier
        principle [] corner [] theme Organisation
        source "002" norm [] asked [TeamManager]
        listens [TrajectoryOpened LeadAssigned CaseHandedOver DecisionTaken TrajectoryClosed];
    /// Recorded more days after it happened than the norm of the day of recording; `number` is
    /// the days. Imported steps of another system are left out.
    EnteredLate "entered_late" "F30" Dossier
        principle ["P9"] corner [] theme Organisation
        source "004" norm ["laat_dagen"] asked [Counsellor]
        listens [];
    /// In the week before, a team recorded for more minutes per open trajectory than the norm;
    /// `number` is the minutes. Never about a person.
    Burden "burden" "F31" Book
        principle [] corner [] theme Organisation
        source "004" norm ["registratielast_minuten"] asked [TeamManager]
        listens [];
    /// The client felt dependent while saying yes: a preference, the view of a decision, or the
    /// client's voice. At a decision it ends when that is changed or withdrawn.
    YesOutOfDependence "yes_out_of_dependence" "F32" Dossier
        principle ["P5"] corner [SelfDirection] theme Client
        source "002; 003" norm [] asked [Counsellor TeamManager]
        listens [ClientPreferenceVoiced DecisionTaken DecisionContested DecisionReconsidered
            ClientVoiceRecorded];
    /// No perspective says what it means to the client when the term in which the life domains
    /// are discussed is over; no source gives a term of its own. Ends when it is said, or at the
    /// closing.
    NoMeaning "no_meaning" "F33" Dossier
        principle ["P6"] corner [] theme Client
        source "000" norm ["leefgebieden_dagen"] asked [Counsellor]
        listens [TrajectoryOpened FuturePerspectiveVoiced TrajectoryClosed];
    /// As many organisations as the norm and nobody for daily life. An organisation is a provider
    /// of an instrument, a unit that wrote a letter, or enforcement. Help for daily life is an
    /// agreed stabilisation, an instrument that takes an obstacle away, a tandem, or a
    /// neighbourhood worker in a conversation. Ends with such help or at the closing.
    ManyHelpersNobodyDaily "many_helpers_nobody_daily" "F34" Dossier
        principle [] corner [] theme Organisation
        source "003" norm ["organisaties_aantal"] asked [Counsellor TeamManager]
        listens [ConversationHeld StabilisationAgreed InstrumentStarted TandemFormed LetterSent
            EnforcementCoordinated InvestigationVisitRecorded TrajectoryClosed];
    /// The client's view of a decision is still *onbekend* after the day on which it would be
    /// asked. Ends when the client, or their supporter, contests it, when the client says
    /// something about it, or when it is changed or withdrawn.
    ClientViewStillUnknown "client_view_still_unknown" "F35" Dossier
        principle ["P5"] corner [SelfDirection] theme Client
        source "003" norm [] asked [Counsellor IncomeConsultant]
        listens [DecisionTaken DecisionContested DecisionReconsidered ClientVoiceRecorded];
}
