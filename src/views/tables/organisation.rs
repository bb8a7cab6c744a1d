//! Tables of what the organisation does: letters, visits, obstacles, answers, bundles, policy.

use super::macros::tables;

tables! {
    /// One row for each letter.
    Open Letters LETTERS "letters" from [letter_sent] {
        /// the unit that wrote it
        req author_unit: Key,
        /// days given
        req days_given: Whole,
        /// whether a consequence is named
        req consequence_named: Flag,
        /// whether the counsellor was told
        req counsellor_informed: Code("yes_no_unknown"),
        /// whether somebody moved into the reader's place for five seconds
        req five_second_check: Flag,
        /// whether plain language was checked
        opt plain_language_check: Flag,
    }

    /// One row for each alignment with enforcement beforehand.
    Open EnforcementTalks ENFORCEMENT_TALKS "enforcement_talks" from [enforcement_coordinated] {
        /// on which day
        req on_day: Day,
    }

    /// One row for each investigation visit.
    Open Visits VISITS "visits" from [investigation_visit_recorded enforcement_coordinated conversation_held client_voice_recorded] {
        /// day of the visit
        req visited_day: Day,
        /// whether it was announced
        req announced: Code("yes_no_unknown"),
        /// whether the lead knew beforehand
        req lead_informed: Code("yes_no_unknown"),
        /// whether the ground was recorded beforehand
        req ground_recorded: Code("yes_no_unknown"),
        /// whether there was consent after explanation
        req consent: Code("yes_no_unknown"),
        /// whether an alignment took place on or before its day
        req coordinated_before: Flag,
        /// last trust of the client before its day, 1 to 5
        opt trust_before: Whole,
        /// first trust of the client on or after its day, 1 to 5
        opt trust_after: Whole,
    }

    /// One row for each obstacle in the organisation.
    Open Obstacles OBSTACLES "obstacles" from [organisational_obstacle_raised organisation_answered] {
        /// kind of obstacle
        req kind: Code("obstacle_kind"),
        /// the source that is claimed; empty when none is
        opt claimed_source: Key,
        /// role of who raised it
        req by_role: Code("role"),
        /// on whose initiative
        opt initiated_by: Code("initiator"),
        /// day of the first answer
        opt answered_day: Day,
        /// verdict of the last answer
        opt answer: Code("organisation_verdict"),
    }

    /// One row for each answer of the organisation.
    Open OrganisationAnswers ORGANISATION_ANSWERS "organisation_answers" from [organisation_answered] {
        /// the obstacle or bundle
        opt about: Position,
        /// type of that entry
        opt about_type: Code("event_type"),
        /// the verdict
        req verdict: Code("organisation_verdict"),
        /// the source; empty when there is none
        opt source: Key,
        /// who owns the answer
        req owner: Key,
        /// from which day it holds
        opt valid_from_day: Day,
    }

    /// One row for each bundle of exceptions.
    Open Bundles BUNDLES "bundles" from [exceptions_bundled organisation_answered] {
        /// incidental or structural
        req nature: Code("nature"),
        /// to whom it is addressed
        req addressee: Key,
        /// what the exceptions cost together
        opt cost: Money,
        /// how many exceptions it holds
        req exceptions: Whole,
        /// day of the first answer
        opt answered_day: Day,
    }

    /// One row for each exception in a bundle.
    Open BundleExceptions BUNDLE_EXCEPTIONS "bundle_exceptions" from [exceptions_bundled] {
        /// the bundle
        req bundle: Position,
        /// the exception; join `exceptions` for the rule or habit
        opt exception: Position,
    }

    /// One row for each turn of the political wind.
    Open PolicyContext POLICY_CONTEXT "policy_context" from [policy_context_noted] {
        /// from which day
        req from_day: Day,
        /// until which day
        opt until_day: Day,
        /// stricter, more lenient, otherwise
        req direction: Code("direction"),
        /// the topic
        opt topic: Key,
    }

    /// One row for each event of an organisation of which the minutes are written down.
    Own OrganisationMinutes ORGANISATION_MINUTES "organisation_minutes" from [] {
        /// minutes it took to record
        req minutes: Whole,
        /// when it was recorded
        req known_from: Moment,
    }
}
