//! Looking back and learning: review, finding, answer, replay (E37–E40).

use crate::base::Day;
use crate::domain::codes::{Corner, DecisionKind, FindingKind, Position3, StepVerdict, Weight};
use crate::domain::macros::record;
use crate::domain::values::{Actor, Code, Count, EventRef};
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

    /// E37, Toetssessie gehouden: a critical look at every step (004).
    pub struct ReviewHeld {
        /// Who reviewed.
        reviewers: Vec<Actor> [Form],
        /// The steps.
        steps: Vec<ReviewedStep> [Form],
        /// The method.
        method: Option<Code>,
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
    }
}
