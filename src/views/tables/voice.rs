//! Tables of voices: the client's own, and experience knowledge.

use super::macros::tables;

tables! {
    /// One row for each time a client's voice was recorded.
    Open Voices VOICES "voices" from [client_voice_recorded conversation_held trajectory_opened] {
        /// who put it into words
        req voiced_by: Code("voiced_by"),
        /// the entry it is about
        opt about: Position,
        /// type of that entry, when it belongs to the same dossier
        opt about_type: Code("event_type"),
        /// felt heard, 1 to 5
        opt heard: Whole,
        /// felt seen, 1 to 5
        opt seen: Whole,
        /// felt understood, 1 to 5
        opt understood: Whole,
        /// whether there is a problem now that was not there before
        opt new_problem_after: Flag,
        /// trust in the guidance, 1 to 5
        opt trust: Whole,
        /// whether the client feels dependent
        opt dependence_felt: Code("yes_no_unknown"),
        /// things that helped
        req helped: Whole,
        /// things that did not help
        req not_helped: Whole,
        /// time on benefit at the start of the trajectory
        opt benefit_band: Code("benefit_band"),
        /// how many took part in the conversation it is about, or else in the last conversation
        /// on or before its day
        opt conversation_participants: Whole,
    }

    /// One row for each tandem of professional and experience expert.
    Open Tandems TANDEMS "tandems" from [tandem_formed] {
        /// from which day
        req from_day: Day,
        /// until which day
        opt until_day: Day,
        /// how the experience expert is rewarded
        opt compensation: Code("compensation"),
    }

    /// One row for each experience perspective.
    Open ExperiencePerspectives EXPERIENCE_PERSPECTIVES "experience_perspectives" from [experience_perspective_given] {
        /// role of who gave it
        req role: Code("role"),
        /// whether that person is trained as experience expert
        req trained: Flag,
        /// whether it differs from the team's view
        req differs: Flag,
        /// whether it changed something
        opt changed_something: Flag,
        /// what it contributed
        opt contribution: Code("contribution"),
        /// how it is rewarded
        opt compensation: Code("compensation"),
        /// whether the risk for the person's benefit was checked
        opt benefit_risk_checked: Flag,
        /// the entry it is about
        opt about: Position,
    }

    /// One row for each case discussion.
    Open CaseDiscussions CASE_DISCUSSIONS "case_discussions" from [case_discussion_held] {
        /// whether a team manager was present
        req manager_present: Flag,
        /// whether a volunteer was present
        req volunteer_present: Flag,
        /// whether somebody with experience knowledge was present
        req expert_present: Flag,
        /// whether the client was told
        req client_informed: Code("yes_no_unknown"),
    }
}
