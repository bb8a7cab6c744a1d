//! Looking back and learning: review, finding, answer, replay (E37–E40); the answer to a signal,
//! and the taking out of data.

use crate::base::{Day, Timestamp};
use crate::domain::codes::{
    Corner, DecisionKind, FindingKind, Hindsight, Position3, Rating, Stage, StepVerdict, Weight,
};
use crate::domain::macros::record;
use crate::domain::values::{Actor, Code, Count, EventRef, Total};
use crate::domain::words::Words;

record! {
    /// Verdict on one step: *was dit echt de juiste stap?*
    pub struct ReviewedStep {
        /// The step.
        step: EventRef,
        /// The verdict.
        verdict: StepVerdict,
        /// Why.
        reason: Words,
        /// The principle it is about.
        principle: Option<Code>,
    }

    /// How far one criterion of the audit instrument was met.
    pub struct CriterionRating {
        /// Key of the criterion.
        criterion: Code,
        /// The score; *not applicable* and *not to be seen* count in no rating.
        score: Rating,
        /// Why.
        reason: Option<Words>,
        /// The entry that shows it.
        evidence: Option<EventRef>,
    }

    /// E37, Toetssessie gehouden: a critical look at every step (004); within a round, the rating
    /// of one case by one rater.
    pub struct ReviewHeld {
        /// Who reviewed.
        reviewers: Vec<Actor> [Form],
        /// The steps.
        steps: Vec<ReviewedStep> [Form],
        /// The method.
        method: Option<Code>,
        /// The round in which it was done.
        round: Option<Code>,
        /// The criteria of the instrument of that round.
        criteria: Vec<CriterionRating>,
        /// What the criteria come down to; worked out by the book.
        computed: Option<Rating>,
        /// The rating that the rater gives.
        given: Option<Rating>,
        /// Why the rater departs from what the criteria come down to.
        override_reason: Option<Words>,
        /// Whether it is kept from everybody until the ratings of the case are opened; filled in
        /// by the book from the draw.
        blind: Option<bool>,
    }

    /// E38, Bevinding vastgelegd: the result of a look (004).
    pub struct FindingRecorded {
        /// The entry it is about.
        event: EventRef [R20],
        /// The principle.
        principle: Option<Code>,
        /// The corner.
        corner: Option<Corner>,
        /// Strength, question or shortcoming.
        kind: FindingKind,
        /// The finding.
        text: Words,
        /// Its weight.
        weight: Option<Weight>,
        /// The round in which it was found.
        round: Option<Code>,
        /// Whether it is kept from everybody until the ratings of the case are opened; filled in
        /// by the book from the draw.
        blind: Option<bool>,
    }

    /// E39, Bevinding beantwoord (004).
    pub struct FindingAnswered {
        /// The finding.
        finding: EventRef [R21],
        /// Agree, partly, disagree.
        position: Position3,
        /// Why.
        reason: Words,
        /// What will be done.
        action: Option<Words>,
        /// By when.
        by_when: Option<Day>,
    }

    /// E40, Leerherhaling gedaan: learning by replay (000, 004).
    pub struct ReplayCompleted {
        /// Who learned.
        learner: Actor,
        /// The decision at which the replay stopped.
        stop: EventRef,
        /// The learner's own choice.
        own_choice: Words,
        /// The learner's reasons.
        own_reasons: Words,
        /// The insight.
        insight: Words,
        /// The kind of decision the learner would have taken.
        choice_kind: Option<DecisionKind>,
        /// Minutes it took.
        minutes: Option<Count>,
        /// The round in which it was done.
        round: Option<Code>,
        /// The learner's locked answer.
        answer: Option<EventRef>,
        /// What the learner will do from now on.
        intention: Option<Words>,
        /// The decision and its outcome, looked at apart.
        hindsight: Option<Hindsight>,
        /// What changed the learner's mind.
        changed_by: Option<Stage>,
    }

    /// Signaal beantwoord: what a colleague says to the question that a signal is (domain.md §5).
    /// It changes no benefit, decision or ranking.
    pub struct SignalAnswered {
        /// Which signal.
        signal: Code,
        /// The event it is about; left out when it is about the whole dossier, a team or the
        /// municipality.
        about: Option<EventRef>,
        /// Whether the question is rightly asked.
        answer: Position3,
        /// Why.
        reason: Words,
        /// What will be done.
        action: Option<Words>,
        /// By when.
        by_when: Option<Day>,
    }

    /// Gegevens uitgevoerd: somebody took data out of the book, and for what.
    pub struct ExportMade {
        /// What was taken out.
        what: Code,
        /// In which format.
        format: Code,
        /// For what.
        purpose: Words,
        /// Rows or events in it.
        rows: Total,
        /// Smallest group that may show; 1 when it holds single persons.
        norm: Count,
        /// Whether small groups were left out; if not, it is for an analyst only.
        controlled: bool,
        /// From which day on.
        from: Option<Day>,
        /// Up to and including which day.
        until: Option<Day>,
        /// As known at which moment.
        known_at: Option<Timestamp>,
    }
}
