//! Voices: the client's own, and experience knowledge (E25–E28).

use crate::base::Day;
use crate::domain::codes::{Compensation, Contribution, Role, VoicedBy, YesNoUnknown};
use crate::domain::macros::record;
use crate::domain::values::{Actor, Code, EventRef, Score};
use crate::domain::words::Words;

record! {
    /// E25, Stem van de cliënt: own words on anything (000, 003, AVG).
    pub struct ClientVoiceRecorded {
        /// The client's words.
        words: Words,
        /// Who put them into words.
        voiced_by: VoicedBy,
        /// The entry they are about.
        about: Option<EventRef>,
        /// Felt heard.
        heard: Option<Score>,
        /// Felt seen.
        seen: Option<Score>,
        /// Felt understood.
        understood: Option<Score>,
        /// Whether there is a problem now that was not there before.
        new_problem_after: Option<bool>,
        /// What helped.
        helped: Vec<Words>,
        /// What did not help.
        not_helped: Vec<Words>,
        /// Trust in the guidance.
        trust: Option<Score>,
        /// Whether the client feels dependent.
        dependence_felt: Option<YesNoUnknown>,
    }

    /// E26, Tandem gevormd: professional and experience expert (003).
    pub struct TandemFormed {
        /// The professional.
        professional: Actor,
        /// The experience expert.
        experience_expert: Actor,
        /// For what.
        purpose: Words,
        /// From which day.
        from: Day,
        /// Until which day.
        until: Option<Day>,
        /// How the experience expert is rewarded.
        compensation: Option<Compensation>,
    }

    /// E27, Ervaringsperspectief ingebracht: another view (000, 003).
    pub struct ExperiencePerspectiveGiven {
        /// Whether the person is trained as experience expert.
        trained: bool [R15],
        /// On what.
        topic: Words,
        /// The perspective.
        content: Words,
        /// Whether it differs from the team's view.
        differs: bool,
        /// The entry it is about.
        about: Option<EventRef>,
        /// Whether it changed something.
        changed_something: Option<bool>,
        /// What it contributed.
        contribution: Option<Contribution>,
        /// How it is rewarded.
        compensation: Option<Compensation>,
        /// Whether the risk for the person's benefit was checked.
        benefit_risk_checked: Option<bool>,
    }

    /// What one role saw in a case discussion.
    pub struct Perspective {
        /// Whose.
        role: Role,
        /// What.
        perspective: Words,
    }

    /// E28, Casuïstiekbespreking gehouden: joint thinking (003).
    pub struct CaseDiscussionHeld {
        /// Roles present.
        roles: Vec<Role> [Form],
        /// The question.
        question: Words,
        /// The perspectives.
        perspectives: Vec<Perspective> [Form],
        /// Where they differ.
        differences: Words,
        /// Whether the client was told.
        client_informed: YesNoUnknown,
        /// The table at which it was discussed.
        table: Option<Code>,
        /// What next.
        next_steps: Option<Words>,
    }
}
