//! Tables of rounds: plans, draws, ratings by criterion, actions, judgements, sessions, answers of
//! learners.
//!
//! What was kept from everybody has no row until it was opened.

use super::macros::tables;

tables! {
    /// One row for each round that was planned.
    Open Rounds ROUNDS "rounds" from [round_planned cases_drawn round_opened round_closed] {
        /// its name
        req round: Key,
        /// audit, review by theme, or learning
        req kind: Code("round_kind"),
        /// the theme
        opt theme: Code("theme"),
        /// the team whose cases are looked at; empty for every team
        opt of_team: Key,
        /// first day of what is read
        opt read_from_day: Day,
        /// last day of what is read
        opt read_until_day: Day,
        /// first day of what is judged
        opt judged_from_day: Day,
        /// last day of what is judged
        opt judged_until_day: Day,
        /// edition of the audit instrument
        opt instrument: Key,
        /// percentage of the cases that a second person rates blind
        opt double_percent: Whole,
        /// how many rate
        req raters: Whole,
        /// how many questions it looks at
        req indicators: Whole,
        /// last day of the round
        opt ends_day: Day,
        /// the earlier round that it looks at again
        opt repeats: Key,
        /// manner of the last draw
        opt draw_method: Code("draw_method"),
        /// cases in the frames of its draws
        req frame: Whole,
        /// cases drawn
        req drawn: Whole,
        /// cases that a signal pointed at
        req targeted: Whole,
        /// cases that could not be drawn
        req excluded: Whole,
        /// day on which what was written about the round as a whole was opened
        opt opened_day: Day,
        /// day on which it was closed
        opt closed_day: Day,
    }

    /// One row for each case of a round; `dossier` is that case.
    Open DrawnCases DRAWN_CASES "drawn_cases" from [cases_drawn] {
        /// the round
        req round: Key,
        /// key of its stratum; empty when a signal pointed at it
        opt stratum: Key,
        /// how many cases of the frame it stands for; empty when a signal pointed at it
        opt weight: Real,
        /// whether a second person rates it blind
        req double: Flag,
        /// the signal that pointed at it; such a case counts in no figure of the draw
        opt signal: Code("signal"),
    }

    /// One row for each case of a round with who rates it; `dossier` is that case.
    Own CaseRaters CASE_RATERS "case_raters" from [cases_drawn] {
        /// the round
        req round: Key,
        /// who rates it
        opt rater: Person,
        /// who rates it too, blind
        opt second: Person,
    }

    /// One row for each criterion of a review within a round.
    Open ReviewCriteria REVIEW_CRITERIA "review_criteria" from [review_held] {
        /// the review
        req review: Position,
        /// the round
        opt round: Key,
        /// key of the criterion
        req criterion: Key,
        /// the score
        req score: Code("rating"),
        /// its number, 1 to 4; empty when it does not apply or is not to be seen
        opt number: Whole,
        /// the entry that shows it
        opt evidence: Position,
    }

    /// One row for each joint judgement.
    Open Judgements JUDGEMENTS "judgements" from [judgement_recorded] {
        /// the round
        req round: Key,
        /// the indicator or criterion it is about
        opt about: Key,
        /// how many differing views are kept beside it
        req differences: Whole,
    }

    /// One row for each action that was agreed about a finding.
    Open Actions ACTIONS "actions" from [action_agreed action_checked] {
        /// the finding
        opt finding: Position,
        /// by when
        req by_when_day: Day,
        /// whether it is said who checks it
        req checker: Flag,
        /// how often it was checked
        req checks: Whole,
        /// outcome of the last check
        opt outcome: Code("action_outcome"),
        /// day of the first check
        opt checked_day: Day,
        /// day of the check that found it done
        opt done_day: Day,
    }

    /// One row for each check of an action.
    Open ActionChecks ACTION_CHECKS "action_checks" from [action_checked] {
        /// the action
        opt action: Position,
        /// what came of it
        req outcome: Code("action_outcome"),
        /// by when the rest is done
        opt again_by_day: Day,
        /// whether the case is looked at again in a next round
        opt audit_again: Flag,
    }

    /// One row for each answer of a learner, from the moment at which its learner had finished.
    Open LearningAnswers LEARNING_ANSWERS "learning_answers" from [learning_answer_locked replay_completed] {
        /// who learned
        req learner: Person,
        /// the round
        opt round: Key,
        /// the decision at which the replay stopped
        opt stop: Position,
        /// kind of decision the learner would take
        req choice_kind: Code("decision_kind"),
        /// kind of decision that was taken
        opt actual_kind: Code("decision_kind"),
        /// how many options the learner put in order
        req ranked: Whole,
        /// number in the option set of the preferred option; empty for one that nobody put forward
        opt preferred: Whole,
        /// how many principles the learner applies or sets aside
        req principles: Whole,
        /// is it allowed by law
        req law: Code("verdict"),
        /// is it a sensible use of public means
        req means: Code("verdict"),
        /// does it add to self-direction
        req self_direction: Code("verdict"),
        /// how sure the learner is, 1 to 5
        req confidence: Whole,
        /// whether it is the answer of a panel, to compare with
        opt panel: Flag,
    }

    /// One row for each session in which a group learned.
    Open Sessions SESSIONS "sessions" from [session_held] {
        /// the round
        req round: Key,
        /// form of the session
        req form: Code("session_form"),
        /// how many were there
        req present: Whole,
        /// how many roles were there
        req roles: Whole,
        /// minutes it took
        opt minutes: Whole,
        /// whether it says what will be done with it
        req follow_up: Flag,
        /// day on which the group meets again
        opt next_day: Day,
    }
}
