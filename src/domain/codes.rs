//! The fixed lists of codes of the domain; their Dutch wording is that of domain.md.

use super::macros::codes;

codes! {
    /// Roles found in the sources (domain.md §1.9), and two of the book itself.
    pub enum Role "role" {
        Client = "CL", Counsellor = "TB", TeamManager = "TM", CustomisationCoach = "MC",
        ExperienceExpert = "ED", ExperienceHolder = "EX", Volunteer = "VW",
        ClientSupporter = "CO", NeighbourhoodWorker = "BT", Enforcement = "HH",
        IncomeConsultant = "IC", Policy = "BE", Quartermaster = "KW", Researcher = "OZ",
        Learner = "LE", Auditor = "AU", Administrator = "BH", System = "SY",
    }

    /// Verdict of one corner of the value triangle.
    pub enum Verdict "verdict" { Yes = "ja", No = "nee", Unclear = "onduidelijk" }

    /// A corner of the value triangle (003).
    pub enum Corner "corner" { Law = "wet", Means = "middelen", SelfDirection = "zelfregie" }

    /// Stance of a decision towards a principle; a principle not listed is *niet genoemd*.
    pub enum Stance "stance" { Applied = "toegepast", SetAside = "bewust_opzij" }

    /// Kind of decision (domain.md §3.2).
    pub enum DecisionKind "decision_kind" {
        Trajectory = "traject", Instrument = "instrument", Customised = "maatwerk",
        Stabilisation = "stabilisatie", Exemption = "ontheffing", Measure = "maatregel",
        Warning = "waarschuwing", Grant = "toekenning", Denial = "weigering", Waiting = "wachten",
        Handover = "overdracht", Other = "overig",
    }

    /// Room used in the law (V14).
    pub enum RoomUsed "room_used" {
        Bound = "gebonden", PolicyRoom = "beleidsruimte", Hardship = "hardheid",
        UrgentReasons = "dringende_reden",
    }

    /// The client's position on a decision.
    pub enum ClientPosition "client_position" {
        Agrees = "eens", Partly = "deels", Disagrees = "oneens", Unknown = "onbekend",
    }

    /// Position of somebody who answers a finding.
    pub enum Position3 "position" { Agrees = "eens", Partly = "deels", Disagrees = "oneens" }

    /// Who put a client's statement into words.
    pub enum VoicedBy "voiced_by" { Self_ = "zelf", Helped = "met_hulp", OnBehalf = "namens" }

    /// Knowing or believing (V04).
    pub enum KnowledgeBasis "knowledge_basis" { Knowing = "weten", Believing = "vinden" }

    /// Where knowledge comes from (V03).
    pub enum KnowledgeSource "knowledge_source" {
        Science = "wetenschap", Practice = "praktijk", Experience = "ervaring",
    }

    /// The lever an instrument or decision works on (aangrijpingspunt).
    pub enum Lever "lever" {
        Motivation = "motivatie", Skill = "vaardigheid", Obstacle = "obstakel", None = "geen",
    }

    /// Is this good for one, or for more people (V16)?
    pub enum Generality "generality" { OnlyHere = "alleen_hier", MoreOften = "vaker", Everyone = "iedereen" }

    /// Kind of option that was put forward.
    pub enum OptionKind "option_kind" {
        Option = "optie", DoNothing = "niets_doen", Later = "wachten", Warning = "waarschuwing",
        Talk = "gesprek",
    }

    /// Yes, no, or not known; silence is not an answer.
    pub enum YesNoUnknown "yes_no_unknown" { Yes = "ja", No = "nee", Unknown = "onbekend" }

    /// The eight life domains of Amersfoort's ninth principle (004).
    pub enum LifeDomain "life_domain" {
        Housing = "huisvesting", Finances = "financien", Social = "sociaal_functioneren",
        Mental = "psychisch_functioneren", Motivation = "motivatie",
        Physical = "lichamelijk_functioneren", Practical = "praktisch_functioneren",
        DailyActivity = "dagbesteding",
    }

    /// How urgent something is.
    pub enum Urgency "urgency" { None = "geen", Low = "laag", High = "hoog", Urgent = "urgent" }

    /// Whose account something is.
    pub enum Source "source" {
        Client = "client", Professional = "professional", Together = "samen", Someone = "ander",
    }

    /// Kind of conversation; *ophalen* has no agenda and no required outcome (003).
    pub enum ConversationKind "conversation_kind" {
        Gathering = "ophalen", Acquaintance = "kennismaking", Progress = "voortgang",
        Decision = "besluit", Crisis = "crisis", Phone = "telefonisch", Other = "overig",
    }

    /// Manner of approaching the client (bejegening).
    pub enum Approach "approach" {
        Seeking = "samen_zoeken", Coaching = "coachend", Informing = "informerend",
        Directive = "sturend", Controlling = "controlerend",
    }

    /// What became of an assumption.
    pub enum AssumptionOutcome "assumption_outcome" { Confirmed = "bevestigd", Wrong = "onjuist", Open = "open" }

    /// The three basic psychological needs.
    pub enum Need "need" { Autonomy = "autonomie", Competence = "competentie", Relatedness = "verbinding" }

    /// State of an urgent obstacle after stabilisation.
    pub enum ObstacleState "obstacle_state" { Solved = "opgelost", Manageable = "beheersbaar", Failed = "niet_gelukt" }

    /// Who put a goal into words.
    pub enum FormulatedBy "formulated_by" { Client = "client", Together = "samen", Professional = "professional" }

    /// Result of a goal review.
    pub enum GoalResult "goal_result" {
        Reached = "bereikt", OnCourse = "op_koers", Adjusted = "bijgesteld", Dropped = "losgelaten",
    }

    /// Outcome of a reconsideration.
    pub enum Reconsidered "reconsidered" { Stays = "blijft", Changed = "gewijzigd", Withdrawn = "ingetrokken" }

    /// Whether an exception departs from a rule or from a habit.
    pub enum DepartsFrom "departs_from" { Rule = "regel", Habit = "gewoonte" }

    /// Verdict of an instrument review.
    pub enum InstrumentVerdict "instrument_verdict" { Continue = "door", Adjust = "aanpassen", Stop = "stoppen" }

    /// Why an instrument ended.
    pub enum EndReason "end_reason" {
        GoalReached = "doel_bereikt", NoResult = "geen_resultaat", ClientStopped = "client_stopt",
        LimitReached = "grens_bereikt", Replaced = "vervangen", Other = "anders",
    }

    /// Moment of an effect measurement.
    pub enum MeasureMoment "measure_moment" { Zero = "nul", Between = "tussen", End = "eind", After = "na" }

    /// What an experience perspective contributed (003).
    pub enum Contribution "contribution" {
        StandBeside = "naast_staan", Translate = "vertalen", Ask = "vraag_stellen",
        PointOut = "aanwijzen_waar_het_zit",
    }

    /// How experience work is rewarded.
    pub enum Compensation "compensation" {
        None = "geen", Voucher = "bon", Expenses = "onkosten", VolunteerFee = "vrijwilligersvergoeding",
        Wage = "loon",
    }

    /// What stands in the way in the organisation.
    pub enum ObstacleKind "obstacle_kind" {
        Rule = "regel", Habit = "gewoonte", Feeling = "gevoel_dat_het_niet_mag", Language = "taal",
        System = "systeem", Budget = "budget", Coordination = "afstemming",
        Interests = "botsend_belang", Practical = "praktisch_bezwaar",
    }

    /// The organisation's answer.
    pub enum OrganisationVerdict "organisation_verdict" {
        Allowed = "mag_wel", Forbidden = "mag_niet", Adapted = "aangepast", Declined = "afgewezen",
    }

    /// Incidental or structural.
    pub enum Nature "nature" { Incidental = "incidenteel", Structural = "structureel" }

    /// Direction of the political wind.
    pub enum Direction "direction" { Stricter = "strenger", Lenient = "soepeler", Otherwise = "anders" }

    /// Manner of a handover.
    pub enum HandoverManner "handover_manner" { Warm = "warm", Cold = "koud" }

    /// Verdict on one step: was this really the right step?
    pub enum StepVerdict "step_verdict" { Yes = "ja", No = "nee", Doubt = "twijfel" }

    /// Kind of finding; strengths first.
    pub enum FindingKind "finding_kind" { Strength = "sterk_punt", Question = "vraag", Shortcoming = "tekort" }

    /// Weight of a finding.
    pub enum Weight "weight" { Light = "licht", Medium = "middel", Heavy = "zwaar" }

    /// Where somebody lands; work and other places rank equal (V01).
    pub enum Place "place" {
        PaidWork = "betaald_werk", SupportedWork = "betaald_werk_met_ondersteuning",
        SelfEmployed = "zelfstandig", Training = "opleiding", Volunteering = "vrijwilligerswerk",
        DailyActivity = "dagbesteding", Care = "zorg", InformalCare = "mantelzorg",
        OtherBenefit = "andere_uitkering", Moved = "verhuisd", Other = "anders",
    }

    /// How long somebody has been on benefit.
    pub enum BenefitBand "benefit_band" {
        UpToOne = "tot_1_jaar", OneToTwo = "1_tot_2_jaar", TwoToFive = "2_tot_5_jaar",
        FivePlus = "langer_dan_5_jaar",
    }

    /// On whose initiative something was recorded.
    pub enum Initiator "initiator" { Client = "client", Professional = "professional", Together = "samen", Organisation = "organisatie" }

    /// The dated catalogues of the book.
    pub enum CatalogueKind "catalogue" {
        Principles = "principes", Triangle = "waardendriehoek", Instruments = "instrumenten",
        LegalSources = "rechtsbronnen", Retention = "bewaartermijnen", Norms = "normen",
        Wording = "woorden", AuditInstrument = "toetsinstrument",
        ShieldedWords = "afschermwoorden",
    }

    /// Kind of round.
    pub enum RoundKind "round_kind" {
        Audit = "audit", ThemeReview = "thematoets", Learning = "leren",
    }

    /// The four themes of the practice (004).
    pub enum Theme "theme" {
        GuidingPrinciples = "leidende_gedragsprincipes", ClientCentral = "client_centraal",
        ProfessionalOrganisation = "professionele_organisatie",
        WithClients = "samen_met_clienten",
    }

    /// Manner of drawing cases.
    pub enum DrawMethod "draw_method" {
        Random = "aselect", Stratified = "gelaagd", RiskWeighted = "naar_risico",
        Systematic = "systematisch", ByHand = "met_de_hand",
    }

    /// Score of a criterion, and rating of a case: four steps with anchors in words.
    pub enum Rating "rating" {
        Four = "4", Three = "3", Two = "2", One = "1", NotApplicable = "niet_van_toepassing",
        NotVisible = "niet_te_zien",
    }

    /// What came of an action.
    pub enum ActionOutcome "action_outcome" {
        Done = "gedaan", Partly = "deels", NotDone = "niet_gedaan",
    }

    /// Form of a session with a group.
    pub enum SessionForm "session_form" {
        Incident = "incidentmethode", Balint = "balint", Dilemma = "dilemma", Free = "vrij",
    }

    /// A decision and its outcome, looked at apart: a good decision can end badly.
    pub enum Hindsight "hindsight" {
        GoodGood = "goed_goed", GoodBad = "goed_slecht", BadGood = "slecht_goed",
        BadBad = "slecht_slecht", Unclear = "onduidelijk",
    }

    /// Step of a reveal.
    pub enum Stage "stage" {
        Decision = "besluit", Client = "client", Others = "anderen",
        WhatFollowed = "wat_volgde", Nothing = "niets",
    }

    /// Type of an imported attribute (XES, IEEE 1849).
    pub enum AttributeKind "attribute_kind" {
        String = "string", Date = "date", Int = "int", Float = "float", Boolean = "boolean",
        Id = "id", List = "list", Container = "container",
    }
}

/// The signals F01–F35 of domain.md §5, in that order, by the names they have everywhere.
pub const SIGNALS: [&str; 35] = [
    "review_passed",
    "limit_passed",
    "bundled",
    "instrument_before_perspective",
    "goal_by_professional",
    "no_real_options",
    "choice_not_preferred",
    "no_time_to_think",
    "demand_during_urgency",
    "urgency_without_help",
    "life_domains_missing",
    "silence",
    "no_baseline",
    "positional_wording",
    "pressing_letter",
    "visit_not_aligned",
    "visit_without_consent",
    "lost_promise",
    "trust_fell",
    "new_problem",
    "skills_only",
    "same_justification",
    "corner_overridden",
    "forbidden_without_source",
    "exception_not_bundled",
    "like_case_decided_differently",
    "voice_missing",
    "experience_unpaid",
    "lead_unclear",
    "entered_late",
    "burden",
    "yes_out_of_dependence",
    "no_meaning",
    "many_helpers_nobody_daily",
    "client_view_still_unknown",
];

impl DecisionKind {
    /// Whether a decision of this kind changes somebody's rights or duties, so that it must name
    /// its legal basis (R04).
    #[must_use]
    pub fn has_legal_effect(self) -> bool {
        matches!(
            self,
            Self::Customised | Self::Exemption | Self::Measure | Self::Grant | Self::Denial
        )
    }
}
