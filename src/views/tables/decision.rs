//! Tables of the weighing: decisions with their justification in force, options, contests.

use super::macros::tables;

tables! {
    /// One row for each decision, with the justification in force: a reconsideration that changes
    /// or withdraws it gives a new version.
    Open Decisions DECISIONS "decisions" from [decision_taken decision_contested decision_reconsidered lead_assigned case_handed_over options_presented client_preference_voiced] {
        /// kind of decision; after a change, the kind of the change
        req kind: Code("decision_kind"),
        /// day on which it was taken
        req taken_day: Day,
        /// first day on which it holds
        req in_force_day: Day,
        /// day on which it is looked at again
        req review_day: Day,
        /// last day on which it holds
        opt until_day: Day,
        /// who led it
        req led_by: Person,
        /// role of who led it
        req led_by_role: Code("role"),
        /// whether that person had the lead on that day, by the assignments known
        opt led_by_lead: Flag,
        /// key of the situation, for comparing like cases
        opt situation_key: Key,
        /// the option set it rests on
        opt option_set: Position,
        /// whether it says why there were no options
        req options_absent_reason: Flag,
        /// options in that set besides doing nothing
        opt options_count: Whole,
        /// whether that set offers doing nothing
        opt offers_doing_nothing: Flag,
        /// whether two or more options besides doing nothing, and doing nothing, were put forward
        /// before it
        req real_choice: Flag,
        /// day on which the option set was put forward
        opt options_day: Day,
        /// number of the option that the client preferred
        opt preferred: Whole,
        /// whether the client did not know yet
        req preferred_undecided: Flag,
        /// number of the chosen option
        opt chosen: Whole,
        /// whether the chosen option is the preferred one; empty without preference or choice
        opt chosen_is_preferred: Flag,
        /// verdict of corner *wet*
        req law: Code("verdict"),
        /// verdict of corner *middelen*
        req means: Code("verdict"),
        /// verdict of corner *zelfregie*
        req self_direction: Code("verdict"),
        /// the three verdicts, such as `ja/ja/nee`
        req triangle: Key,
        /// sources named under corner *wet*
        req law_sources: Whole,
        /// what it costs
        opt cost: Money,
        /// what the alternative costs
        opt alternative_cost: Money,
        /// what doing nothing costs
        opt doing_nothing_cost: Money,
        /// permissions to go on against a *nee*
        req overrides: Whole,
        /// legal bases
        req legal_bases: Whole,
        /// alternatives that were weighed
        req alternatives: Whole,
        /// whether a warning was among the alternatives
        req warning_considered: Flag,
        /// whether a talk was among the alternatives
        req talk_considered: Flag,
        /// the client's position
        req client_position: Code("client_position"),
        /// whether the client's view is there in words
        req client_words: Flag,
        /// whether the client felt dependent
        opt dependence_felt: Code("yes_no_unknown"),
        /// by when an unknown view will be asked
        opt client_ask_by_day: Day,
        /// whether experience knowledge was used; empty when nothing is said about it
        opt experience_used: Flag,
        /// whether experience knowledge changed something
        opt experience_changed: Flag,
        /// knowing or believing
        opt knowledge_basis: Code("knowledge_basis"),
        /// whether a source of the knowledge is named
        req knowledge_source: Flag,
        /// whether it rests on science
        req from_science: Flag,
        /// whether it rests on practice
        req from_practice: Flag,
        /// whether it rests on experience
        req from_experience: Flag,
        /// the lever
        opt lever: Code("lever"),
        /// whether an expected effect is stated
        req expected: Flag,
        /// good for one, or for more
        opt generality: Code("generality"),
        /// principles applied
        req principles_applied: Whole,
        /// principles set aside on purpose
        req principles_set_aside: Whole,
        /// whether every block is filled beyond the minimum (law source, cost, legal basis where
        /// the kind needs one, options used or their absence explained, client's words,
        /// experience, knowledge with a source when *weten*, lever, expected effect, generality)
        req complete: Flag,
        /// outcome of its last reconsideration
        opt reconsidered: Code("reconsidered"),
        /// whether it was contested
        req contested: Flag,
        /// positional terms in the professional's text as it was recorded; empty when not assessed
        /// or when any of it is shielded; `corrections` tells what became of it
        opt wording_terms: Whole,
    }

    /// One row for each stance of a decision in force towards a principle.
    Open DecisionPrinciples DECISION_PRINCIPLES "decision_principles" from [decision_taken decision_reconsidered] {
        /// the decision
        req decision: Position,
        /// key of the principle
        req principle: Key,
        /// applied, or set aside on purpose
        req stance: Code("stance"),
        /// the value that weighed more
        opt weightier_value: Key,
    }

    /// One row for each corner of the value triangle of a decision in force.
    Open DecisionCorners DECISION_CORNERS "decision_corners" from [decision_taken decision_reconsidered] {
        /// the decision
        req decision: Position,
        /// the corner
        req corner: Code("corner"),
        /// its verdict
        req verdict: Code("verdict"),
        /// whether there is permission to go on against it
        req overridden: Flag,
        /// last day of that permission
        opt override_until_day: Day,
    }

    /// One row for each alternative weighed in a decision in force.
    Open DecisionAlternatives DECISION_ALTERNATIVES "decision_alternatives" from [decision_taken decision_reconsidered] {
        /// the decision
        req decision: Position,
        /// its number in the decision, from 1
        req number: Whole,
        /// kind of option; a plain option when not said
        opt option_kind: Code("option_kind"),
        /// the corner on which it fails
        opt failing_corner: Code("corner"),
    }

    /// One row for each legal basis of a decision in force.
    Open DecisionLegal DECISION_LEGAL "decision_legal" from [decision_taken decision_reconsidered] {
        /// the decision
        req decision: Position,
        /// key of the regulation
        req regulation: Key,
        /// article
        opt article: Key,
        /// local rule
        opt local_rule: Key,
        /// the day whose law is applied
        req valid_day: Day,
        /// room used in the law
        req room_used: Code("room_used"),
    }

    /// One row for each set of options put forward.
    Open OptionSets OPTION_SETS "option_sets" from [options_presented] {
        /// options besides doing nothing
        req options: Whole,
        /// whether doing nothing is among them
        req offers_doing_nothing: Flag,
    }

    /// One row for each option put forward.
    Open OptionSetOptions OPTION_SET_OPTIONS "option_set_options" from [options_presented] {
        /// the option set
        req option_set: Position,
        /// its number in the set, from 1
        req number: Whole,
        /// kind of option; a plain option when not said
        opt option_kind: Code("option_kind"),
        /// what it costs
        opt cost: Money,
    }

    /// One row for each preference of a client.
    Open Preferences PREFERENCES "preferences" from [client_preference_voiced] {
        /// the option set
        opt option_set: Position,
        /// number of the preferred option
        opt preferred: Whole,
        /// whether the client did not know yet
        req undecided: Flag,
        /// whether the client felt dependent while choosing
        opt dependence_felt: Code("yes_no_unknown"),
        /// who put it into words
        opt voiced_by: Code("voiced_by"),
        /// whether somebody supported the client
        req supported: Flag,
    }

    /// One row for each contest of a decision.
    Open Contests CONTESTS "contests" from [decision_contested decision_reconsidered] {
        /// the decision
        opt decision: Position,
        /// role of who contests: as stated, or else of who recorded it
        req by_role: Code("role"),
        /// whether it is a formal objection
        opt formal: Flag,
        /// day of the reconsideration
        opt answered_day: Day,
    }

    /// One row for each reconsideration.
    Open Reconsiderations RECONSIDERATIONS "reconsiderations" from [decision_reconsidered] {
        /// the contest
        opt contest: Position,
        /// the decision
        opt decision: Position,
        /// the outcome
        req outcome: Code("reconsidered"),
        /// kind of decision after a change
        opt kind: Code("decision_kind"),
    }

    /// One row for each exception to a rule or habit.
    Open Exceptions EXCEPTIONS "exceptions" from [exception_made] {
        /// the decision
        opt decision: Position,
        /// the rule or habit
        req norm: Key,
        /// rule or habit
        req departs_from: Code("departs_from"),
        /// good for one, or for more
        req generality: Code("generality"),
    }

    /// One row for each thing that is compared between dossiers: a justification, by a mark of its
    /// text; a decision on a named situation, and each change of it; an exception to a rule.
    Own Comparisons COMPARISONS "comparisons" from [decision_taken decision_reconsidered exception_made] {
        /// justification, situation or rule
        req compares: Key,
        /// what is equal in like ones: mark of the text (equal for texts that differ only in
        /// capitals, spaces or punctuation), key of the situation, the rule or habit
        req key: Key,
        /// kind of decision; empty when it was withdrawn, and for a justification or exception
        opt kind: Code("decision_kind"),
        /// day of the decision, the change or the exception
        req day: Day,
        /// when it was recorded first
        req known_from: Moment,
        /// when another justification took its place
        opt replaced_at: Moment,
        /// day of that, when it was a new decision
        opt replaced_day: Day,
    }
}
