//! Tables of looking back, corrections, what must be kept, and signals.

use super::macros::tables;

tables! {
    /// One row for each review of a dossier.
    Open Reviews REVIEWS "reviews" from [review_held] {
        /// how many reviewed
        req reviewers: Whole,
        /// whether a team manager recorded it
        req manager_present: Flag,
        /// how many steps were looked at
        req steps: Whole,
        /// the round in which it was done
        opt round: Key,
        /// how many criteria of the instrument were scored
        req criteria: Whole,
        /// what the criteria come down to
        opt computed: Code("rating"),
        /// the rating that was given
        opt given: Code("rating"),
        /// whether a reason is given for departing from what the criteria come down to
        req overridden: Flag,
        /// whether it was kept from everybody until the ratings of the case were opened
        req blind: Flag,
    }

    /// One row for each step that was looked at in a review.
    Open ReviewSteps REVIEW_STEPS "review_steps" from [review_held] {
        /// the review
        req review: Position,
        /// the step
        opt step: Position,
        /// the verdict
        req verdict: Code("step_verdict"),
        /// the principle it is about
        opt principle: Key,
    }

    /// One row for each finding.
    Open Findings FINDINGS "findings" from [finding_recorded finding_answered] {
        /// the entry it is about
        opt event: Position,
        /// the principle
        opt principle: Key,
        /// the corner
        opt corner: Code("corner"),
        /// strength, question or shortcoming
        req kind: Code("finding_kind"),
        /// its weight
        opt weight: Code("weight"),
        /// day of the first answer
        opt answered_day: Day,
        /// the round in which it was found
        opt round: Key,
        /// whether it was kept from everybody until the ratings of the case were opened
        req blind: Flag,
    }

    /// One row for each answer to a finding.
    Open FindingAnswers FINDING_ANSWERS "finding_answers" from [finding_answered] {
        /// the finding
        opt finding: Position,
        /// agree, partly, disagree
        req answer: Code("position"),
        /// whether an action is named
        req action: Flag,
        /// by when
        opt by_when_day: Day,
    }

    /// One row for each replay by a learner.
    Open Replays REPLAYS "replays" from [replay_completed] {
        /// who learned
        req learner: Person,
        /// the decision at which it stopped
        opt stop: Position,
        /// kind of decision the learner would have taken
        opt choice_kind: Code("decision_kind"),
        /// kind of decision that was taken
        opt actual_kind: Code("decision_kind"),
        /// minutes it took
        opt minutes: Whole,
        /// the round in which it was done
        opt round: Key,
        /// the learner's answer before the reveal
        opt answer: Position,
        /// whether it says what the learner will do from now on
        req intention: Flag,
        /// the decision and its outcome, looked at apart
        opt hindsight: Code("hindsight"),
        /// what changed the learner's mind
        opt changed_by: Code("stage"),
    }

    /// One row for each correction.
    Open Corrections CORRECTIONS "corrections" from [entry_corrected] {
        /// the entry that is corrected
        opt target: Position,
        /// type of that entry
        opt target_type: Code("event_type"),
        /// path of the field
        req field: Key,
        /// positional terms in what it corrects: the entry, or an earlier correction of the same
        /// field; empty when not assessed
        opt wording_before: Whole,
        /// positional terms in the new words; empty when not assessed
        opt wording_after: Whole,
    }

    /// One row for each shielding.
    Open Shieldings SHIELDINGS "shieldings" from [entry_shielded] {
        /// the entry
        opt target: Position,
        /// how many fields
        req fields: Whole,
    }

    /// One row for each promise.
    Open Promises PROMISES "promises" from [] {
        /// number of the promise in its entry, from 1
        req number: Whole,
        /// by when
        opt due_day: Day,
        /// by whom
        opt by: Person,
        /// role in which that person last recorded here before it
        opt by_role: Code("role"),
        /// day on which it was kept
        opt kept_day: Day,
        /// first handover at which it was open
        opt handover: Position,
    }

    /// One row for everything with a date to keep.
    Open Terms TERMS "terms" from [] {
        /// what it is: instrument_review, instrument_limit, decision_review, override_end, promise,
        /// stabilisation, pause_end, goal, finding_action, aftercare, client_question
        req term: Code("term"),
        /// by which day
        req due_day: Day,
        /// day on which it was settled
        opt settled_day: Day,
    }

    /// One row for each answer to a signal; `about` is empty when it answers every signal of its
    /// kind in the dossier, or one of a team or municipality.
    Open SignalAnswers SIGNAL_ANSWERS "signal_answers" from [signal_answered] {
        /// name of the signal
        req signal: Code("signal"),
        /// the entry the signal is about
        opt about: Position,
        /// agree, partly, disagree
        req answer: Code("position"),
        /// whether an action is named
        req action: Flag,
        /// by when
        opt by_when_day: Day,
    }

    /// One row for each signal: an interval of days that follows from the facts known. A signal
    /// about a team or municipality as a whole belongs to no dossier and stands at position 0; over
    /// a week or quarter it is known when that is over, which `recorded_at` says beforehand.
    Open Signals SIGNALS "signals" from [signal_answered] {
        /// name of the signal
        req signal: Code("signal"),
        /// the entry it is about
        opt about: Position,
        /// first day on which it shows
        req since_day: Day,
        /// first day on which it shows no more; empty while nothing ends it
        opt until_day: Day,
        /// the principle it comes from
        opt principle: Key,
        /// the corner it comes from
        opt corner: Code("corner"),
        /// where the practice asks for it
        req source: Key,
        /// key of the norm that was used
        opt norm: Key,
        /// its number on that day
        opt norm_number: Real,
        /// the signal's own number, such as days over
        opt number: Real,
        /// the unit or group it names: who wrote the letter, who owns the answer, which band of time
        /// on benefit is missed
        opt unit: Key,
        /// day of the answer
        opt answered_day: Day,
        /// the answer
        opt answer: Position,
    }
}
