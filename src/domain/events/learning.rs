//! Learning together: the answer of a learner before the reveal, and a session with a group.

use crate::base::Day;
use crate::domain::codes::{DecisionKind, Role, SessionForm, Verdict};
use crate::domain::events::decision::PrincipleStance;
use crate::domain::macros::record;
use crate::domain::values::{Code, Count, EventRef, Score};
use crate::domain::words::Words;

record! {
    /// One option in the order of a learner's preference: one that was put forward, or an own one.
    pub struct RankedOption {
        /// Its number in the option set.
        option: Option<Count>,
        /// An option that nobody put forward.
        own: Option<Words>,
    }

    /// Eigen antwoord vastgezet: what a learner would have done, before seeing what was done.
    pub struct LearningAnswerLocked {
        /// The round.
        round: Option<Code>,
        /// The decision at which the replay stopped.
        stop: EventRef,
        /// What stands out.
        noticed: Option<Words>,
        /// What is missing.
        missing: Option<Words>,
        /// The options, the preferred one first.
        ranking: Vec<RankedOption>,
        /// The kind of decision the learner would take.
        choice_kind: DecisionKind,
        /// Why.
        reasons: Words,
        /// Principles that the learner applies or sets aside.
        principles: Vec<PrincipleStance>,
        /// Is it allowed by law?
        law: Verdict,
        /// Is it a sensible use of public means?
        means: Verdict,
        /// Does it add to self-direction?
        self_direction: Verdict,
        /// What the learner expects to happen.
        expectation: Words,
        /// How sure the learner is.
        confidence: Score,
        /// Whether the answer is that of a panel, to compare with.
        panel: Option<bool>,
    }

    /// How many people with one role were there.
    pub struct Present {
        /// The role.
        role: Role,
        /// How many.
        count: Count,
    }

    /// Leersessie gehouden: a group learned from a case; no names.
    pub struct SessionHeld {
        /// The round.
        round: Code,
        /// Form of the session.
        form: SessionForm,
        /// Who were there, by role.
        present: Vec<Present>,
        /// Minutes it took.
        minutes: Option<Count>,
        /// What the group learned.
        insight: Words,
        /// What will be done with it.
        follow_up: Option<Words>,
        /// Day on which the group meets again.
        next_on: Option<Day>,
    }
}
