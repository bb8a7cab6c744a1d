//! Tables of the trajectory itself: its course, contact, handovers, closing, entries and steps.

use super::macros::tables;

tables! {
    /// One row for each trajectory; its position is its dossier, its team that of the latest entry
    /// that names one.
    Open Trajectories TRAJECTORIES "trajectories" from [trajectory_opened trajectory_imported lead_assigned case_handed_over future_perspective_voiced instrument_started behaviour_picture_made effect_measured trajectory_closed] {
        /// whether it came from another system's log, without justifications
        req imported: Flag,
        /// day on which it was opened
        req opened_day: Day,
        /// day on which it was closed
        opt closed_day: Day,
        /// time on benefit at the start
        opt benefit_band: Code("benefit_band"),
        /// step of the participation ladder at the start
        opt ladder_first: Whole,
        /// last known step of the participation ladder
        opt ladder_last: Whole,
        /// who has the lead by the last assignment
        opt lead: Person,
        /// the closing
        opt closing: Position,
        /// day of the first future perspective
        opt first_perspective_day: Day,
        /// first day of the first instrument
        opt first_instrument_day: Day,
        /// first recorded self-efficacy, 1 to 5 (behaviour picture, or a zero measurement of
        /// `geloof_in_eigen_kunnen`)
        opt self_efficacy_start: Real,
    }

    /// One row for each conversation.
    Open Conversations CONVERSATIONS "conversations" from [conversation_held] {
        /// kind of conversation
        req kind: Code("conversation_kind"),
        /// how many took part
        req participants: Whole,
        /// whether the client took part
        req client_present: Flag,
        /// whether somebody took part at the client's side
        req supporter_present: Flag,
        /// whether somebody with experience knowledge took part
        req expert_present: Flag,
        /// trust of the client in the guidance, 1 to 5
        opt trust: Whole,
        /// manner of approach
        opt approach: Code("approach"),
        /// whether feelings were named
        opt feelings_named: Flag,
        /// whether a sanction was mentioned in the same talk
        opt sanction_mentioned: Flag,
        /// whether the client's words were written down
        req client_words: Flag,
        /// assumptions of the professional
        req assumptions: Whole,
        /// assumptions that proved wrong
        req assumptions_wrong: Whole,
        /// positional terms in the professional's text; empty when not assessed
        opt wording_terms: Whole,
    }

    /// One row for each handover.
    Open Handovers HANDOVERS "handovers" from [case_handed_over] {
        /// warm or cold
        req manner: Code("handover_manner"),
        /// whether the client was told beforehand
        req client_informed: Code("yes_no_unknown"),
        /// promises that the handover itself names as open
        req open_commitments: Whole,
        /// which handover of this trajectory it is, from 1
        req number_in_trajectory: Whole,
    }

    /// One row for each closing of a trajectory.
    Open Closings CLOSINGS "closings" from [trajectory_closed] {
        /// "I did it all myself", 1 to 5; empty when it was not asked
        opt self_attribution: Whole,
        /// whether that was asked
        req self_attribution_asked: Flag,
        /// whether a last measurement is named
        req measured: Flag,
        /// step of the participation ladder
        opt ladder: Whole,
        /// whether the client's account is there
        req account: Flag,
        /// day of aftercare
        opt aftercare_day: Day,
    }

    /// One row for each place where somebody landed; places rank equal.
    Open ClosingPlaces CLOSING_PLACES "closing_places" from [trajectory_closed] {
        /// the closing
        req closing: Position,
        /// kind of place
        req place: Code("place"),
    }

    /// One row for every event of a dossier.
    Open Entries ENTRIES "entries" from [] {
        /// type of the event
        req event_type: Code("event_type"),
        /// role of the person who recorded it
        req role: Code("role"),
        /// the person who recorded it
        req by: Person,
        /// minutes it took to record
        opt minutes_spent: Whole,
        /// on whose initiative
        opt initiated_by: Code("initiator"),
        /// days from the day it happened to the Dutch day on which it was recorded
        req days_late: Whole,
    }

    /// One row for each step of another system's log.
    Open Steps STEPS "steps" from [step_imported] {
        /// the activity
        req activity: Key,
        /// when it happened, as far as the file says
        opt happened_at: Moment,
        /// who or what did it
        opt resource: Person,
        /// transition of the activity's life cycle
        opt lifecycle: Key,
    }
}
